using System.Collections.Frozen;

namespace Chancery.Knowledge;

/// <summary>The table <c>extraction/end-marks.tsv</c>: by what words an agency closes a report: "Enditem", "(ends)".</summary>
public sealed class EndMarks
{
    private const int Longest = 24;
    private const int MostWords = 4;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private EndMarks(IEnumerable<string> marks) => lookup = marks.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where the mark begins that is the last words of the line; -1 for none. Whether a sentence ends before it is not asked.</summary>
    public int StartIn(ReadOnlySpan<char> line)
    {
        int start = line.Length;
        int best = -1;
        for (int words = 0; words < MostWords && start > 0; words++)
        {
            while (start > 0 && char.IsWhiteSpace(line[start - 1]))
                start--;
            while (start > 0 && !char.IsWhiteSpace(line[start - 1]) && line.Length - start <= Longest)
                start--;
            if (start > 0 && start < line.Length && char.IsWhiteSpace(line[start - 1]) && lookup.Contains(line[start..]))
                best = start;
        }

        return best;
    }

    /// <exception cref="KnowledgeException">A row breaks the format.</exception>
    public static EndMarks Load(IEnumerable<(string File, string Text)> files)
    {
        var marks = new List<string>();
        foreach ((string file, string text) in files)
        {
            foreach (TableRow row in TableFile.Parse(file, text, "mark"))
            {
                if (row[0].Length is 0 or > Longest || row[0].AsSpan().Count(' ') >= MostWords)
                    throw row.Error(0, $"a mark is at most {MostWords} words and {Longest} characters");
                marks.Add(row[0]);
            }
        }

        return new EndMarks(marks);
    }
}
