namespace Chancery.Knowledge;

/// <summary>What a label at the beginning of a line announces.</summary>
public enum LineLabel : byte
{
    Source,
    Editor,
    Byline,
    Photo,
    Date,
    Media,

    /// <summary>What a release calls itself: its line is the title when it goes on.</summary>
    Release,

    /// <summary>What opens the line with which a document closes: "Given in Suva on 3 May 2006".</summary>
    Closing,
}

/// <summary>The table <c>extraction/line-labels.tsv</c>: "Source:", "Quelle:", "By".</summary>
public sealed class LineLabels
{
    private const int LongestLabel = 40;
    private readonly Dictionary<string, LineLabel>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private LineLabels(Dictionary<string, LineLabel> labels) => lookup = labels.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The label that stands before the first colon of the line.</summary>
    /// <param name="line">A line or a part of one.</param>
    /// <param name="value">Where what the label announces begins.</param>
    public LineLabel? Find(ReadOnlySpan<char> line, out int value)
    {
        value = 0;
        int colon = line[..Math.Min(line.Length, LongestLabel)].IndexOfAny(':', '\uFF1A');
        if (colon <= 0 || Lookup(line[..colon].Trim()) is not { } label)
            return null;
        value = colon + 1;
        return label;
    }

    /// <summary>The label that a word or a few words are, without a colon.</summary>
    public LineLabel? Lookup(ReadOnlySpan<char> words)
    {
        Span<char> lower = stackalloc char[LongestLabel];
        if (words.Length > LongestLabel)
            return null;
        for (int i = 0; i < words.Length; i++)
            lower[i] = char.ToLowerInvariant(words[i]);
        return lookup.TryGetValue(lower[..words.Length], out LineLabel label) ? label : null;
    }

    /// <exception cref="KnowledgeException">A row breaks the format.</exception>
    public static LineLabels Load(IEnumerable<(string File, string Text)> files)
    {
        var labels = new Dictionary<string, LineLabel>(StringComparer.Ordinal);
        foreach ((string file, string text) in files)
        {
            foreach (TableRow row in TableFile.Parse(file, text, "label", "kind"))
            {
                labels[row[0]] = row[1] switch
                {
                    "source" => LineLabel.Source,
                    "editor" => LineLabel.Editor,
                    "byline" => LineLabel.Byline,
                    "photo" => LineLabel.Photo,
                    "date" => LineLabel.Date,
                    "media" => LineLabel.Media,
                    "release" => LineLabel.Release,
                    "closing" => LineLabel.Closing,
                    _ => throw row.Error(1, "a kind is source, editor, byline, photo, date, media, release or closing"),
                };
            }
        }

        return new LineLabels(labels);
    }
}
