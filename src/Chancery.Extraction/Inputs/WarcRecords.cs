using System.Globalization;
using System.Text;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>Pages of a web archive (WARC 1.0 and 1.1): the bodies of answered requests that are text. The day of the crawl is never read.</summary>
internal sealed class WarcRecords
{
    private const int LongestLine = 16 * 1024;
    private const int MostHeaders = 200;
    private const int MostFailures = 10_000;
    private readonly ByteReader reader;
    private readonly string name;
    private readonly ExtractionLimits limits;

    private WarcRecords(Stream stream, string name, ExtractionLimits limits)
    {
        reader = new ByteReader(stream);
        this.name = name;
        this.limits = limits;
    }

    public static IEnumerable<InputRecord> Read(Stream stream, string name, ExtractionLimits limits)
    {
        var records = new WarcRecords(stream, name, limits);
        int number = 0;
        int failures = 0;
        long readAtDamage = -1;
        while (true)
        {
            number++;
            InputRecord? record;
            bool ended;
            try
            {
                ended = !records.Next(number, out record);
            }
            catch (BoundExceededException error)
            {
                record = InputRecord.Failed($"{name}:{number}", DiagnosticId.OversizedInput, $"The archive was left: {error.Message}.");
                ended = true;
            }
            catch (InvalidDataException)
            {
                // What looks like the beginning of a packed member behind damage often is none: such a run of failures is told once,
                // and a stream that cannot go on fails for ever.
                bool isNew = records.reader.Count > readAtDamage;
                failures = isNew ? 0 : failures + 1;
                readAtDamage = records.reader.Count;
                records.reader.Drop();
                record = isNew ? InputRecord.Failed($"{name}:{number}", DiagnosticId.MalformedRecord, "The record is damaged; reading went on behind it.") : null;
                ended = failures > MostFailures;
            }

            if (record is not null)
                yield return record;
            if (ended)
                yield break;
        }
    }

    private bool Next(int number, out InputRecord? record)
    {
        record = null;
        string? line;
        do
        {
            line = reader.Line(LongestLine);
            if (line is null)
                return false;
        }
        while (!line.StartsWith("WARC/", StringComparison.Ordinal));

        Dictionary<string, string> headers = Headers();
        if (!headers.TryGetValue("content-length", out string? written) || !long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out long length))
        {
            record = InputRecord.Failed($"{name}:{number}", DiagnosticId.MalformedRecord, "The record has no length; reading went on at the next.");
            return true;
        }

        string kind = headers.GetValueOrDefault("warc-type", "");
        string uri = headers.GetValueOrDefault("warc-target-uri", $"{name}:{number}").Trim('<', '>');
        bool isAnswer = kind == "response" && (!headers.TryGetValue("content-type", out string? type) || type.Contains("http", StringComparison.OrdinalIgnoreCase));
        bool isResource = kind is "resource" or "conversion";
        if (!isAnswer && !isResource || length > limits.DocumentBytes)
        {
            if (isAnswer && length > limits.DocumentBytes)
                record = InputRecord.Failed(uri, DiagnosticId.OversizedInput, $"The record is larger than {limits.DocumentBytes} bytes and was not read.");
            return reader.Skip(length);
        }

        byte[] block = reader.Block((int)length);
        if (block.Length < length)
        {
            record = InputRecord.Failed(uri, DiagnosticId.MalformedRecord, "The archive ends within the record.");
            return false;
        }

        record = isAnswer ? HttpAnswer.Read(block, uri, limits) : Resource(block, uri, headers.GetValueOrDefault("content-type", ""));
        return true;
    }

    private Dictionary<string, string> Headers()
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Line(LongestLine) is { Length: > 0 } line && headers.Count < MostHeaders)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                headers[line[..colon].Trim().ToLowerInvariant()] = line[(colon + 1)..].Trim();
        }

        return headers;
    }

    private static InputRecord? Resource(byte[] block, string uri, string type) =>
        HttpAnswer.FormatOf(type) is { } format ? InputRecord.Of(new RawDocument { Uri = uri, Bytes = block, Format = format, Charset = HttpAnswer.CharsetOf(type) }) : null;
}

/// <summary>Lines and blocks of a stream.</summary>
internal sealed class ByteReader(Stream stream)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    /// <summary>How many bytes came from the stream.</summary>
    public long Count { get; private set; }

    /// <summary>The next line as Latin-1 without its end, cut at the limit; null at the end of the stream.</summary>
    public string? Line(int limit)
    {
        var line = new StringBuilder();
        bool any = false;
        while (start < end || Fill())
        {
            any = true;
            int length = Array.IndexOf(buffer, (byte)'\n', start, end - start);
            int stop = length < 0 ? end : length;
            line.Append(Encoding.Latin1.GetString(buffer, start, Math.Min(stop - start, limit - Math.Min(limit, line.Length))));
            start = Math.Min(stop + 1, end);
            if (length >= 0)
                break;
        }

        return any ? line.ToString().TrimEnd('\r') : null;
    }

    /// <summary>So many bytes, fewer where the stream ends.</summary>
    public byte[] Block(int length)
    {
        byte[] block = new byte[length];
        int filled = 0;
        while (filled < length && (start < end || Fill()))
        {
            int taken = Math.Min(length - filled, end - start);
            buffer.AsSpan(start, taken).CopyTo(block.AsSpan(filled));
            start += taken;
            filled += taken;
        }

        return filled == length ? block : block[..filled];
    }

    /// <summary>False where the stream ends before.</summary>
    public bool Skip(long length)
    {
        while (length > 0 && (start < end || Fill()))
        {
            int taken = (int)Math.Min(length, end - start);
            start += taken;
            length -= taken;
        }

        return length == 0;
    }

    /// <summary>Forgets what was read ahead, behind damage.</summary>
    public void Drop() => start = end = 0;

    private bool Fill()
    {
        start = 0;
        end = 0;
        end = stream.Read(buffer, 0, buffer.Length);
        Count += end;
        return end > 0;
    }
}
