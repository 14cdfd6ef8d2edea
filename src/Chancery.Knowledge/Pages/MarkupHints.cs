
namespace Chancery.Knowledge;

/// <summary>What a word in a class, an id or a role says of an element.</summary>
/// <param name="Reason">Why the element is no part of the report; "" for a word that marks the report.</param>
/// <param name="Certain">True when the element goes even where much of the text stands in it.</param>
public sealed record MarkupHint(string Reason, bool Certain)
{
    /// <summary>True for a word that marks the report itself.</summary>
    public bool IsBody => Reason.Length == 0;
}

/// <summary>The tables <c>extraction/markup-hints.tsv</c> and <c>extraction/elements.tsv</c>: how pages name their parts.</summary>
public sealed class MarkupHints
{
    private readonly Dictionary<string, MarkupHint>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private MarkupHints(Dictionary<string, MarkupHint> words) => lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// The hint of a class, id or role attribute: of its words, split at what is no letter and at capitals, and of two neighbours
    /// joined by a hyphen. A pair goes before its words, a certain word before an uncertain one.
    /// </summary>
    public MarkupHint? Find(ReadOnlySpan<char> attribute)
    {
        MarkupHint? best = null;
        Span<char> pair = stackalloc char[80];
        int before = 0;
        int i = 0;
        while (i < attribute.Length)
        {
            if (!char.IsAsciiLetter(attribute[i]))
            {
                if (char.IsWhiteSpace(attribute[i]))
                    before = 0;
                i++;
                continue;
            }

            int start = i++;
            while (i < attribute.Length && char.IsAsciiLetter(attribute[i]) && !(char.IsAsciiLetterUpper(attribute[i]) && char.IsAsciiLetterLower(attribute[i - 1])))
                i++;
            int length = Math.Min(i - start, 38);
            int from = before;
            if (from > 0)
                pair[from++] = '-';
            for (int k = 0; k < length; k++)
                pair[from + k] = char.ToLowerInvariant(attribute[start + k]);
            if (before > 0 && lookup.TryGetValue(pair[..(from + length)], out MarkupHint? joined))
            {
                best = joined;
                if (joined.Certain)
                    return joined;
            }
            else if (lookup.TryGetValue(pair.Slice(from, length), out MarkupHint? single) && (best is null || single.Certain))
            {
                best = single;
            }

            pair.Slice(from, length).CopyTo(pair);
            before = length;
        }

        return best;
    }

    /// <exception cref="KnowledgeException">A row breaks the format.</exception>
    public static MarkupHints Load(IEnumerable<(string File, string Text)> files)
    {
        var words = new Dictionary<string, MarkupHint>(StringComparer.Ordinal);
        foreach ((string file, string text) in files)
        {
            foreach (TableRow row in TableFile.Parse(file, text, "word", "certain", "reason"))
            {
                if (row[0].Length == 0 || row[0].Any(c => !char.IsAsciiLetterLower(c) && c != '-'))
                    throw row.Error(0, "a word of lower-case letters, or two joined by a hyphen");
                if (row[1] is not ("" or "yes"))
                    throw row.Error(1, "yes or nothing");
                words[row[0]] = new MarkupHint(row[2] == "body" ? "" : row[2], row[1] == "yes");
            }
        }

        return new MarkupHints(words);
    }
}
