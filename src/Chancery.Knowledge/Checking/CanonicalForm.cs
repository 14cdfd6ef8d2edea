using System.Collections.Immutable;
using System.Text;

namespace Chancery.Knowledge;

/// <summary>The one way to write a data file: sorted, padded, composed, comments kept where they belong.</summary>
public sealed class CanonicalForm(Composition composition)
{
    /// <param name="path">Inside the folder; its ending tells the format.</param>
    /// <param name="file">The name that errors carry.</param>
    /// <param name="text">The whole file.</param>
    /// <exception cref="KnowledgeException">The text breaks the format.</exception>
    public string Of(string path, string file, string text)
    {
        string composed = composition.Compose(text).Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\uFEFF');
        if (path.EndsWith(".tsv", StringComparison.Ordinal))
            return Table(composed);
        BlockFile.Parse(file, composed);
        return Blocks(composed, sorted: !path.EndsWith(".rules", StringComparison.Ordinal));
    }

    /// <summary>Rows sorted by their first cell; rows with the same first cell keep their order.</summary>
    private static string Table(string text)
    {
        string[] lines = [.. text.Split('\n').Where(line => line.Length > 0)];
        var result = new StringBuilder(text.Length);
        foreach (string line in lines.Take(1).Concat(lines.Skip(1).OrderBy(FirstCell, StringComparer.Ordinal)))
            result.Append(string.Join('\t', line.Split('\t').Select(Cell))).Append('\n');
        return result.ToString();
    }

    private static string FirstCell(string line) => line.Split('\t', 2)[0].Trim();

    private static string Cell(string cell)
    {
        // A cell may be a bar, or blanks that matter; only lists of values are evened out.
        if (cell.Length < 3 || !cell.Contains('|', StringComparison.Ordinal))
            return cell.Trim(' ') is { Length: > 0 } trimmed ? trimmed : cell;
        return string.Join(" | ", cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Blocks(string text, bool sorted)
    {
        var head = new List<string>();
        var blocks = new List<(string Name, List<string> Lines)>();
        var comments = new List<string>();
        foreach (string raw in text.Split('\n'))
        {
            string line = raw.TrimEnd();
            if (line.Length == 0)
            {
                // Comments before the first block with a blank line after them belong to the file.
                if (blocks.Count == 0 && comments.Count > 0)
                {
                    head.AddRange(comments);
                    head.Add("");
                    comments.Clear();
                }
            }
            else if (line[0] == '#')
            {
                comments.Add(line);
            }
            else if (line[0] != ' ')
            {
                string name = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
                blocks.Add((name, [.. comments, line[..line.IndexOf(' ', StringComparison.Ordinal)] + " " + name.Trim()]));
                comments.Clear();
            }
            else
            {
                foreach (string comment in comments)
                    blocks[^1].Lines.Add(comment);
                comments.Clear();
                blocks[^1].Lines.Add(sorted ? Field(line) : line);
            }
        }

        var result = new StringBuilder(text.Length);
        foreach (string line in head)
            result.Append(line).Append('\n');
        IEnumerable<(string Name, List<string> Lines)> ordered = sorted ? blocks.OrderBy(block => block.Name, StringComparer.Ordinal) : blocks;
        bool first = true;
        foreach ((_, List<string> lines) in ordered)
        {
            if (!first)
                result.Append('\n');
            first = false;
            foreach (string line in sorted ? InOrder(lines) : lines)
                result.Append(line).Append('\n');
        }

        foreach (string line in comments)
            result.Append('\n').Append(line);
        if (comments.Count > 0)
            result.Append('\n');
        return result.ToString();
    }

    private static string Field(string line)
    {
        string body = line.Trim();
        int space = body.IndexOf(' ', StringComparison.Ordinal);
        string key = body[..space];
        string value = body[space..].TrimStart();
        int comment = value.IndexOf("  #", StringComparison.Ordinal);
        string note = comment < 0 ? "" : "  " + value[comment..].TrimStart();
        if (comment >= 0)
            value = value[..comment].TrimEnd();
        value = string.Join("  ", value.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (value.Contains('|', StringComparison.Ordinal) && key != "yes")
            value = string.Join(" | ", value.Split('|', StringSplitOptions.TrimEntries));
        return $"  {key.PadRight(7)} {value}{note}";
    }

    /// <summary>Fields in the order of the format's description; offices by their first day.</summary>
    private static IEnumerable<string> InOrder(List<string> lines)
    {
        int start = lines.FindIndex(line => line[0] != '#') + 1;
        if (lines.Skip(start).Any(line => line[0] == '#'))
            return lines;
        return lines.Take(start).Concat(lines.Skip(start)
            .OrderBy(line => Order.IndexOf(KeyOf(line)) is var place and >= 0 ? place : Order.Length)
            .ThenBy(line => KeyOf(line) == "office" ? FirstDay(line) : "", StringComparer.Ordinal));
    }

    private static string KeyOf(string line) => line.TrimStart().Split(' ', 2)[0];

    private static string FirstDay(string line)
    {
        int dots = line.IndexOf("..", StringComparison.Ordinal);
        int before = dots < 0 ? -1 : line.LastIndexOf("  ", dots, StringComparison.Ordinal);
        return before < 0 ? "" : line[before..dots].Trim();
    }

    private static readonly ImmutableArray<string> Order =
    [
        "codes", "cow", "gw", "wikidata", "names", "acronyms", "family", "short", "adjective", "people", "capital", "seats", "region",
        "country", "kind", "sector", "valid", "parent", "seat", "domains", "language", "member", "office", "yes",
    ];
}
