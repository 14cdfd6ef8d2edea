using System.Globalization;
using System.Text;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>A page that a browser saved with its parts (MHTML, RFC 2557): the first part that is a page, decoded.</summary>
internal static class MhtmlPage
{
    private const int MostParts = 2000;

    /// <summary>True for what begins with the headers of a message.</summary>
    public static bool Looks(ReadOnlySpan<byte> start)
    {
        string head = Encoding.Latin1.GetString(start);
        return (head.StartsWith("From:", StringComparison.OrdinalIgnoreCase) || head.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase) || head.StartsWith("Snapshot-", StringComparison.OrdinalIgnoreCase))
            && head.Contains("MIME-Version:", StringComparison.OrdinalIgnoreCase) && head.Contains("Content-Type:", StringComparison.OrdinalIgnoreCase);
    }

    public static InputRecord Read(byte[] bytes, string name)
    {
        string text = Encoding.Latin1.GetString(bytes);
        (Dictionary<string, string> headers, string body) = Part(text);
        string? address = headers.GetValueOrDefault("snapshot-content-location") ?? headers.GetValueOrDefault("content-location");
        if (Boundary(headers.GetValueOrDefault("content-type", "")) is not { } boundary)
            return Document(headers, body, address ?? name);
        string[] parts = body.Split("--" + boundary, MostParts);
        foreach (string part in parts.Skip(1))
        {
            (Dictionary<string, string> inner, string content) = Part(part.TrimStart('\r', '\n'));
            if (inner.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.OrdinalIgnoreCase))
                return Document(inner, content, address ?? inner.GetValueOrDefault("content-location") ?? name);
        }

        return InputRecord.Failed(name, DiagnosticId.MalformedRecord, "The saved page has no part that is a page.");
    }

    private static InputRecord Document(Dictionary<string, string> headers, string body, string uri)
    {
        string type = headers.GetValueOrDefault("content-type", "text/html");
        byte[] bytes = headers.GetValueOrDefault("content-transfer-encoding", "").Trim().ToLowerInvariant() switch
        {
            "base64" => Base64(body),
            "quoted-printable" => QuotedPrintable(body),
            _ => Encoding.Latin1.GetBytes(body),
        };
        return InputRecord.Of(new RawDocument
        {
            Uri = uri,
            Bytes = bytes,
            Format = type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) ? DocumentFormat.PlainText : DocumentFormat.Html,
            Charset = HttpAnswer.CharsetOf(type),
        });
    }

    /// <summary>Headers, a folded line joined to the one before, and what follows the empty line.</summary>
    private static (Dictionary<string, string> Headers, string Body) Part(string text)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        string? last = null;
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            string line = text[start..end].TrimEnd('\r');
            start = Math.Min(end + 1, text.Length);
            if (line.Length == 0)
                break;
            if (line[0] is ' ' or '\t' && last is not null)
            {
                headers[last] += " " + line.Trim();
                continue;
            }

            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                continue;
            last = line[..colon].Trim().ToLowerInvariant();
            headers[last] = line[(colon + 1)..].Trim();
        }

        return (headers, text[start..]);
    }

    private static string? Boundary(string type)
    {
        int at = type.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        string rest = type[(at + 9)..].Trim();
        string boundary = rest.StartsWith('"') ? rest[1..].Split('"')[0] : rest.Split(';', ' ')[0];
        return boundary.Length is 0 or > 200 ? null : boundary;
    }

    private static byte[] Base64(string body)
    {
        string packed = string.Concat(body.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/'));
        packed = packed[..(packed.Length / 4 * 4)];
        byte[] bytes = new byte[packed.Length];
        return Convert.TryFromBase64String(packed, bytes, out int written) ? bytes[..written] : [];
    }

    private static byte[] QuotedPrintable(string body)
    {
        var bytes = new MemoryStream(body.Length);
        int i = 0;
        while (i < body.Length)
        {
            ReadOnlySpan<char> rest = body.AsSpan(i);
            if (rest.StartsWith("=\r\n"))
            {
                i += 3;
            }
            else if (rest.StartsWith("=\n"))
            {
                i += 2;
            }
            else if (rest is ['=', var high, var low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low))
            {
                bytes.WriteByte(byte.Parse(rest.Slice(1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 3;
            }
            else
            {
                bytes.WriteByte((byte)rest[0]);
                i++;
            }
        }

        return bytes.ToArray();
    }
}
