namespace Chancery.Knowledge;

/// <summary>Walks over the lines of a file, without their ends. A line ends with a line feed, before which a carriage return may stand.</summary>
internal ref struct LineReader(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> rest = text;
    private bool done;

    /// <summary>The next line; false behind the last.</summary>
    public bool Read(out ReadOnlySpan<char> line)
    {
        line = default;
        if (done)
            return false;
        int end = rest.IndexOf('\n');
        done = end < 0;
        line = done ? rest : rest[..end];
        rest = done ? default : rest[(end + 1)..];
        if (line.Length > 0 && line[^1] == '\r')
            line = line[..^1];
        return true;
    }
}
