using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>The table <c>extraction/artefacts.tsv</c>: words by which a bad translation into English shows.</summary>
public sealed class ArtefactWords
{
    private readonly FrozenDictionary<string, ImmutableArray<(ImmutableArray<string> Words, bool IsNote, string Meant)>> phrases;
    private readonly FrozenDictionary<string, ImmutableArray<KeyValuePair<string, string>>> acronyms;
    private readonly FrozenSet<string> prefixes;

    private ArtefactWords(List<(string Phrase, string Kind, string Meant)> rows)
    {
        phrases = rows.Where(row => row.Kind is "wrong sense" or "machine")
            .Select(row => (Words: LineWord.Of(row.Phrase).Select(word => word.Text).ToImmutableArray(), IsNote: row.Kind == "machine", row.Meant))
            .GroupBy(phrase => phrase.Words[0])
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        acronyms = rows.Where(row => row.Kind == "acronym").GroupBy(row => LineWord.Of(row.Phrase)[0].Text)
            .ToFrozenDictionary(group => group.Key, group => group.Select(row => KeyValuePair.Create(row.Phrase, row.Meant)).ToImmutableArray(), StringComparer.Ordinal);
        prefixes = rows.Where(row => row.Kind == "prefix").Select(row => row.Phrase).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The foreign acronym, with the English one, that a word in lower case and the text from it on are; null for none.</summary>
    public KeyValuePair<string, string>? Acronym(string word, ReadOnlySpan<char> text)
    {
        if (acronyms.TryGetValue(word, out ImmutableArray<KeyValuePair<string, string>> found))
        {
            foreach (KeyValuePair<string, string> acronym in found)
            {
                if (text.StartsWith(acronym.Key))
                    return acronym;
            }
        }

        return null;
    }

    /// <summary>A prefix that English writes with a hyphen and no space.</summary>
    public bool IsPrefix(string word) => prefixes.Contains(word);

    /// <summary>The phrase that begins at a word, with how many words it has and what was meant; null for none.</summary>
    public (int Length, bool IsNote, string Meant)? At(IReadOnlyList<LineWord> words, int at)
    {
        if (!phrases.TryGetValue(words[at].Text, out ImmutableArray<(ImmutableArray<string> Words, bool IsNote, string Meant)> found))
            return null;
        foreach ((ImmutableArray<string> phrase, bool isNote, string meant) in found)
        {
            int i = 0;
            while (i < phrase.Length && at + i < words.Count && words[at + i].Text == phrase[i])
                i++;
            if (i == phrase.Length)
                return (i, isNote, meant);
        }

        return null;
    }

    /// <exception cref="KnowledgeException">A row breaks the format.</exception>
    public static ArtefactWords Load(IEnumerable<(string File, string Text)> files)
    {
        var rows = new List<(string, string, string)>();
        foreach ((string file, string text) in files)
        {
            foreach (TableRow row in TableFile.Parse(file, text, "phrase", "kind", "meant"))
            {
                if (row[1] is not ("wrong sense" or "acronym" or "machine" or "prefix"))
                    throw row.Error(1, "a kind is wrong sense, acronym, machine or prefix");
                rows.Add((row[0], row[1], row[2]));
            }
        }

        return new ArtefactWords(rows);
    }
}
