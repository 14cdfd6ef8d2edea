using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>The table <c>extraction/caption-marks.tsv</c>: by what words a line shows that it stood under a picture.</summary>
public sealed class CaptionMarks
{
    private readonly ImmutableArray<string> sides;
    private readonly ImmutableArray<string> ends;
    private readonly ImmutableArray<string> credits;

    private CaptionMarks(ImmutableArray<string> sides, ImmutableArray<string> ends, ImmutableArray<string> credits)
    {
        this.sides = sides;
        this.ends = ends;
        this.credits = credits;
    }

    /// <summary>A place within the picture in brackets: "(right)".</summary>
    public bool HasSide(string line) => Has(sides, line, false);

    /// <summary>A place within the picture as the last words: ", right".</summary>
    public bool EndsWithSide(string line)
    {
        foreach (string end in ends)
        {
            if (line.EndsWith(end, StringComparison.OrdinalIgnoreCase) && line[..^end.Length].TrimEnd() is [.., ','])
                return true;
        }

        return false;
    }

    /// <summary>Words of a picture's maker or owner: "via REUTERS", "Getty Images".</summary>
    public bool HasCredit(string line) => Has(credits, line, true);

    /// <exception cref="KnowledgeException">A row breaks the format.</exception>
    public static CaptionMarks Load(IEnumerable<(string File, string Text)> files)
    {
        var sides = ImmutableArray.CreateBuilder<string>();
        var ends = ImmutableArray.CreateBuilder<string>();
        var credits = ImmutableArray.CreateBuilder<string>();
        foreach ((string file, string text) in files)
        {
            foreach (TableRow row in TableFile.Parse(file, text, "mark", "kind"))
            {
                (row[1] switch
                {
                    "side" => sides,
                    "end" => ends,
                    "credit" => credits,
                    _ => throw row.Error(1, "a kind is side, end or credit"),
                }).Add(row[0]);
            }
        }

        return new CaptionMarks(sides.ToImmutable(), ends.ToImmutable(), credits.ToImmutable());
    }

    private static bool Has(ImmutableArray<string> marks, string line, bool asWords)
    {
        foreach (string mark in marks)
        {
            for (int at = line.IndexOf(mark, StringComparison.OrdinalIgnoreCase); at >= 0; at = line.IndexOf(mark, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                int end = at + mark.Length;
                bool startsWord = at == 0 || !char.IsLetter(mark[0]) || !char.IsLetterOrDigit(line[at - 1]);
                bool endsWord = end == line.Length || !char.IsLetter(mark[^1]) || !char.IsLetterOrDigit(line[end]);
                if (!asWords || startsWord && endsWord)
                    return true;
            }
        }

        return false;
    }
}
