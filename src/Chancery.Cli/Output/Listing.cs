using System.Collections.Immutable;
using System.Text;

namespace Chancery.Cli;

/// <summary>A column of a listing.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Value">"" for nothing.</param>
/// <param name="Most">The widest that it may become in a table; 0 keeps it out of tables.</param>
internal sealed record Column<T>(string Name, Func<T, string> Value, int Most = 0)
{
    /// <summary>A shorter form for tables; null where the value itself stands there.</summary>
    public Func<T, string>? Short { get; init; }

    public string InTable(T row) => Lines.Clean((Short ?? Value)(row));
}

/// <summary>Rows as a table for a terminal, as Markdown, CSV or JSON lines. Rows are taken one by one and never held all at once.</summary>
internal sealed class Listing<T>(ImmutableArray<Column<T>> columns, Func<T, ReadOnlyMemory<byte>> json)
{
    private const int Measured = 200;

    /// <summary>A day in full: a column of days that is cut shorter tells of no day.</summary>
    private const int Narrowest = 10;

    /// <summary>Columns up to this width hold days and codes, which say nothing when cut.</summary>
    private const int LongestCode = 24;

    /// <summary>So much of a name or of words must be seen before days and codes are cut.</summary>
    private const int Readable = 11;

    public ImmutableArray<Column<T>> Columns => columns;

    /// <returns>How many rows there were.</returns>
    public int Write(Screen screen, IEnumerable<T> rows, string format) => format switch
    {
        "jsonl" => WriteJson(screen, rows),
        "csv" => WriteCsv(screen.Text, rows),
        "md" => WriteMarkdown(screen.Text, rows),
        _ => WriteTable(screen, rows),
    };

    private int WriteJson(Screen screen, IEnumerable<T> rows)
    {
        int count = 0;
        foreach (T row in rows)
        {
            screen.WriteLine(json(row).Span);
            count++;
        }

        return count;
    }

    private int WriteCsv(TextWriter text, IEnumerable<T> rows)
    {
        text.Write(string.Join(',', columns.Select(column => column.Name)) + "\n");
        int count = 0;
        foreach (T row in rows)
        {
            text.Write(string.Join(',', columns.Select(column => CsvField(column.Value(row)))) + "\n");
            count++;
        }

        return count;
    }

    private int WriteMarkdown(TextWriter text, IEnumerable<T> rows)
    {
        Column<T>[] shown = [.. columns.Where(column => column.Most > 0)];
        text.Write($"| {string.Join(" | ", shown.Select(column => column.Name))} |\n");
        text.Write($"|{string.Concat(Enumerable.Repeat(" --- |", shown.Length))}\n");
        int count = 0;
        foreach (T row in rows)
        {
            text.Write($"| {string.Join(" | ", shown.Select(column => column.InTable(row).Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
            count++;
        }

        return count;
    }

    private int WriteTable(Screen screen, IEnumerable<T> rows)
    {
        Column<T>[] shown = [.. columns.Where(column => column.Most > 0)];
        using IEnumerator<T> source = rows.GetEnumerator();
        var first = new List<T>();
        while (first.Count < Measured && source.MoveNext())
            first.Add(source.Current);
        if (first.Count == 0)
            return 0;
        int[] widths = Widths(shown, first, screen.Width);
        var ink = new Ink(screen.IsTerminal);
        screen.Text.WriteLine(ink.Strong(Line(shown, widths, column => column.Name)));
        int count = 0;
        foreach (T row in first)
        {
            screen.Text.WriteLine(Line(shown, widths, column => column.InTable(row)));
            count++;
        }

        while (source.MoveNext())
        {
            screen.Text.WriteLine(Line(shown, widths, column => column.InTable(source.Current)));
            count++;
        }

        return count;
    }

    private static string Line(Column<T>[] shown, int[] widths, Func<Column<T>, string> value)
    {
        var line = new StringBuilder();
        for (int i = 0; i < shown.Length; i++)
        {
            if (widths[i] > 0)
                line.Append(Lines.Fit(value(shown[i]), widths[i])).Append("  ");
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>As wide as the first rows need; the widest give way until the line fits.</summary>
    private static int[] Widths(Column<T>[] shown, List<T> rows, int width)
    {
        int[] widths = new int[shown.Length];
        for (int i = 0; i < shown.Length; i++)
        {
            int needed = rows.Max(row => shown[i].InTable(row).Length);
            widths[i] = needed == 0 ? 0 : Math.Min(Math.Max(needed, shown[i].Name.Length), shown[i].Most);
        }

        // Names and words give way first, each by its share; then days and codes. The id, first, stays whole: it is what the other commands take.
        while (Total(widths) > width && widths.Skip(1).Any(w => w > 0))
        {
            int widest = Widest(shown, widths, ofCodes: false, Readable);
            widest = widest > 0 ? widest : Widest(shown, widths, ofCodes: true, Narrowest);

            // Where all are narrow, the last one goes; the other formats have it.
            if (widest > 0)
                widths[widest]--;
            else
                widths[Array.FindLastIndex(widths, w => w > 0)] = 0;
        }

        return widths;
    }

    /// <summary>The column that takes most of what it may, the first left out; 0 when all are down to the least.</summary>
    private static int Widest(Column<T>[] shown, int[] widths, bool ofCodes, int least)
    {
        int widest = 0;
        for (int i = 1; i < widths.Length; i++)
        {
            bool gives = widths[i] > least && (ofCodes || shown[i].Most > LongestCode);
            if (gives && (widest == 0 || (double)widths[i] / shown[i].Most > (double)widths[widest] / shown[widest].Most))
                widest = i;
        }

        return widest;
    }

    private static int Total(int[] widths) => widths.Sum(width => width == 0 ? 0 : width + 2) - 2;

    private static string CsvField(string value) =>
        value.AsSpan().ContainsAny('"', ',', '\n') || value.Contains('\r', StringComparison.Ordinal)
            ? "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : value;
}
