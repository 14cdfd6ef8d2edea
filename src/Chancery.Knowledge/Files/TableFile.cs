using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>A record of a table, with its place for errors.</summary>
public sealed record TableRow(string File, int Line, ImmutableArray<string> Cells)
{
    public string this[int column] => Cells[column];

    /// <summary>The values of a cell between bars, trimmed; none for an empty cell.</summary>
    public ImmutableArray<string> Values(int column) =>
        Cells[column].Length == 0 ? [] : [.. Cells[column].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public KnowledgeException Error(int column, string rule)
    {
        int start = 1;
        for (int i = 0; i < column; i++)
            start += Cells[i].Length + 1;
        return new KnowledgeException(File, Line, start, rule);
    }
}

/// <summary>The one reader of tab separated tables.</summary>
public static class TableFile
{
    /// <param name="file">The name that errors carry.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="columns">The header that the file must have.</param>
    /// <exception cref="KnowledgeException">Another header, or a row with another number of cells.</exception>
    public static ImmutableArray<TableRow> Parse(string file, string text, params ReadOnlySpan<string> columns)
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        int number = 0;
        var lines = new LineReader(text);
        while (lines.Read(out ReadOnlySpan<char> line))
        {
            number++;
            if (number == 1)
            {
                string header = string.Join('\t', columns!);
                if (!line.SequenceEqual(header))
                    throw new KnowledgeException(file, 1, 1, $"the header must be '{header.Replace('\t', ' ')}'");
                continue;
            }

            if (line.Length == 0)
                continue;
            string[] cells = line.ToString().Split('\t');
            if (cells.Length != columns.Length)
                throw new KnowledgeException(file, number, 1, $"{cells.Length} cells where the header has {columns.Length}");
            rows.Add(new TableRow(file, number, [.. cells]));
        }

        return rows.ToImmutable();
    }
}
