namespace Chancery.Extraction;

/// <summary>A line without its end; one longer than the limit comes cut.</summary>
internal readonly record struct LineRead(ReadOnlyMemory<byte> Bytes, bool WasCut);

/// <summary>Lines of a stream in flat memory.</summary>
internal static class ByteLines
{
    public static IEnumerable<LineRead> Read(Stream stream, int limit)
    {
        byte[] buffer = new byte[64 * 1024];
        var line = new MemoryStream();
        bool cut = false;
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            int start = 0;
            while (start < read)
            {
                int end = Array.IndexOf(buffer, (byte)'\n', start, read - start);
                int length = (end < 0 ? read : end) - start;
                int room = limit - (int)line.Length;
                line.Write(buffer, start, Math.Min(length, room));
                cut |= length > room;
                if (end < 0)
                    break;
                yield return Take();
                start = end + 1;
            }
        }

        if (line.Length > 0)
            yield return Take();

        LineRead Take()
        {
            var result = new LineRead(line.ToArray(), cut);
            line.SetLength(0);
            cut = false;
            return result;
        }
    }
}
