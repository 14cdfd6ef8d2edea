using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>An answer as it came over the wire: status, headers, and a body that may be chunked and packed.</summary>
internal static class HttpAnswer
{
    /// <summary>Null for an answer that is no page: an error, a redirect, a picture.</summary>
    public static InputRecord? Read(ReadOnlySpan<byte> block, string uri, ExtractionLimits limits)
    {
        int end = block.IndexOf("\r\n\r\n"u8);
        int skip = 4;
        if (end < 0)
        {
            end = block.IndexOf("\n\n"u8);
            skip = 2;
        }

        if (end < 0)
            return InputRecord.Failed(uri, DiagnosticId.MalformedRecord, "The answer has no end of its headers.");
        string[] head = Encoding.Latin1.GetString(block[..end]).Split('\n');
        string[] status = head[0].Split(' ');
        if (status.Length < 2 || status[1] is not ("200" or "203"))
            return null;
        string type = Value(head, "content-type");
        if (FormatOf(type) is not { } format)
            return null;
        ReadOnlySpan<byte> body = block[(end + skip)..];
        try
        {
            byte[] bytes = Value(head, "transfer-encoding").Contains("chunked", StringComparison.OrdinalIgnoreCase) ? Unchunk(body) : body.ToArray();
            bytes = Unpack(bytes, Value(head, "content-encoding"), limits, out bool isCut);
            ImmutableArray<Diagnostic> problems = isCut
                ? [new Diagnostic(DiagnosticId.MalformedRecord, Severity.Warning, default, "The packed body is damaged or ends too early; what stood before was read.")]
                : [];
            return InputRecord.Of(new RawDocument { Uri = uri, Bytes = bytes, Format = format, Charset = CharsetOf(type), Problems = problems });
        }
        catch (BoundExceededException error)
        {
            return InputRecord.Failed(uri, DiagnosticId.OversizedInput, $"The body was not read: {error.Message}.");
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return InputRecord.Failed(uri, DiagnosticId.MalformedRecord, "The packed body is damaged.");
        }
    }

    /// <summary>Null for a type that is no text.</summary>
    public static DocumentFormat? FormatOf(string type)
    {
        string name = type.Split(';')[0].Trim().ToLowerInvariant();
        return name switch
        {
            "text/html" or "application/xhtml+xml" => DocumentFormat.Html,
            "text/plain" => DocumentFormat.PlainText,
            "" => DocumentFormat.Detect,
            _ => null,
        };
    }

    public static string? CharsetOf(string type)
    {
        int at = type.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : type[(at + 8)..].Split(';', ',')[0].Trim().Trim('"', '\'');
    }

    private static string Value(string[] head, string name)
    {
        foreach (string line in head.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line.AsSpan(0, colon).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return line[(colon + 1)..].Trim();
        }

        return "";
    }

    /// <summary>The pieces joined; a body that is not chunked after all stays as it is, as archives often keep it so.</summary>
    private static byte[] Unchunk(ReadOnlySpan<byte> body)
    {
        var joined = new MemoryStream(body.Length);
        ReadOnlySpan<byte> rest = body;
        while (!rest.IsEmpty)
        {
            int line = rest.IndexOf((byte)'\n');
            if (line < 0 || line > 40)
                return joined.Length == 0 ? body.ToArray() : joined.ToArray();
            string size = Encoding.Latin1.GetString(rest[..line]).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int length) || length < 0)
                return joined.Length == 0 ? body.ToArray() : joined.ToArray();
            rest = rest[(line + 1)..];
            if (length == 0)
                break;
            length = Math.Min(length, rest.Length);
            joined.Write(rest[..length]);
            rest = rest[length..];
            if (rest.StartsWith("\r\n"u8))
                rest = rest[2..];
        }

        return joined.ToArray();
    }

    /// <summary>The body, or its beginning where it is damaged behind it.</summary>
    private static byte[] Unpack(byte[] bytes, string encoding, ExtractionLimits limits, out bool isCut)
    {
        isCut = false;
        bool isGzip = bytes is [0x1F, 0x8B, 0x08, ..];
        using var packed = new MemoryStream(bytes);
        Stream? stream = encoding.ToLowerInvariant() switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "deflate" => bytes is [0x78, ..] ? new ZLibStream(packed, CompressionMode.Decompress) : new DeflateStream(packed, CompressionMode.Decompress),
            _ => isGzip ? new GZipStream(packed, CompressionMode.Decompress) : null,
        };
        if (stream is null)
            return bytes;
        using var bounded = new BoundedStream(stream, limits.DocumentBytes);
        using var result = new MemoryStream();
        try
        {
            bounded.CopyTo(result);
        }
        catch (InvalidDataException) when (result.Length > 0)
        {
            isCut = true;
        }

        return result.ToArray();
    }
}
