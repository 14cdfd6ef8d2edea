using System.Collections.Frozen;

namespace Chancery.Knowledge;

/// <summary>The table <c>extraction/end-marks.tsv</c>: by what word an agency closes a report: "Enditem", "(ends)".</summary>
public sealed class EndMarks
{
    private const int Longest = 24;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private EndMarks(IEnumerable<string> marks) => lookup = marks.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where the mark begins that is the last word of the line; -1 for none. Whether a sentence ends before it is not asked.</summary>
    public int StartIn(ReadOnlySpan<char> line)
    {
        int start = line.Length;
        while (start > 0 && !char.IsWhiteSpace(line[start - 1]) && line.Length - start <= Longest)
            start--;
        return start > 0 && start < line.Length && lookup.Contains(line[start..]) ? start : -1;
    }

    /// <exception cref="KnowledgeException">A row breaks the format.</exception>
    public static EndMarks Load(IEnumerable<(string File, string Text)> files)
    {
        var marks = new List<string>();
        foreach ((string file, string text) in files)
        {
            foreach (TableRow row in TableFile.Parse(file, text, "mark"))
            {
                if (row[0].Length is 0 or > Longest || row[0].Contains(' ', StringComparison.Ordinal))
                    throw row.Error(0, $"a mark is one word of at most {Longest} characters");
                marks.Add(row[0]);
            }
        }

        return new EndMarks(marks);
    }
}
