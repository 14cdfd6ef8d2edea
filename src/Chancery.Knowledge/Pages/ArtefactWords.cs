using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>The table <c>extraction/artefacts.tsv</c>: words by which a bad translation into English shows.</summary>
public sealed class ArtefactWords
{
    private readonly Dictionary<string, ImmutableArray<Phrase>> phrases;
    private readonly Dictionary<string, ImmutableArray<Phrase>> acronyms;
    private readonly HashSet<string> prefixes = new(StringComparer.Ordinal);
    private readonly HashSet<string> doublings = new(StringComparer.Ordinal);
    private readonly HashSet<string> joints = new(StringComparer.Ordinal);
    private readonly HashSet<string> titles = new(StringComparer.Ordinal);
    private readonly HashSet<string> verbs = new(StringComparer.Ordinal);

    private ArtefactWords(List<Phrase> rows)
    {
        phrases = WordIndex.Of(rows, row => row.Kind is "wrong sense" or "machine" ? row.Words[0] : null);
        acronyms = WordIndex.Of(rows, row => row.Kind == "acronym" ? row.Words[0] : null);
        foreach (Phrase row in rows)
        {
            HashSet<string>? words = row.Kind switch
            {
                "prefix" => prefixes,
                "twice" => doublings,
                "joint" => joints,
                "title" => titles,
                "speech" => verbs,
                _ => null,
            };
            words?.Add(row.Text);
        }
    }

    private sealed record Phrase(string Text, ImmutableArray<string> Words, string Kind, string Meant);

    /// <summary>The foreign acronym, with the English one, that a word in lower case and the text from it on are; null for none.</summary>
    public KeyValuePair<string, string>? Acronym(string word, ReadOnlySpan<char> text)
    {
        if (acronyms.TryGetValue(word, out ImmutableArray<Phrase> found))
        {
            foreach (Phrase acronym in found)
            {
                if (text.StartsWith(acronym.Text))
                    return KeyValuePair.Create(acronym.Text, acronym.Meant);
            }
        }

        return null;
    }

    /// <summary>A prefix that English writes with a hyphen and no space.</summary>
    public bool IsPrefix(string word) => prefixes.Contains(word);

    /// <summary>A word that good English says twice in a row: "had had", "aye aye".</summary>
    public bool MayStandTwice(string word) => doublings.Contains(word);

    /// <summary>A small word that joins a verb with its own noun: "obliged to its obligation".</summary>
    public bool IsJoint(string word) => joints.Contains(word);

    /// <summary>An office that stands before a family name.</summary>
    public bool IsTitle(string word) => titles.Contains(word);

    /// <summary>A verb that stands behind a quotation.</summary>
    public bool IsSpeech(string word) => verbs.Contains(word);

    /// <summary>The phrase that begins at a word, with how many words it has and what was meant; null for none.</summary>
    public (int Length, bool IsNote, string Meant)? At(IReadOnlyList<LineWord> words, int at)
    {
        if (!phrases.TryGetValue(words[at].Text, out ImmutableArray<Phrase> found))
            return null;
        foreach (Phrase phrase in found)
        {
            int i = 0;
            while (i < phrase.Words.Length && at + i < words.Count && words[at + i].Text == phrase.Words[i])
                i++;
            if (i == phrase.Words.Length)
                return (i, phrase.Kind == "machine", phrase.Meant);
        }

        return null;
    }

    /// <exception cref="KnowledgeException">A row breaks the format.</exception>
    public static ArtefactWords Load(IEnumerable<(string File, string Text)> files)
    {
        var rows = new List<Phrase>();
        foreach ((string file, string text) in files)
        {
            foreach (TableRow row in TableFile.Parse(file, text, "phrase", "kind", "meant"))
            {
                if (row[1] is not ("wrong sense" or "acronym" or "machine" or "prefix" or "twice" or "joint" or "title" or "speech"))
                    throw row.Error(1, "a kind is wrong sense, acronym, machine, prefix, twice, joint, title or speech");
                rows.Add(new Phrase(row[0], LineWord.TextsOf(row[0]), row[1], row[2]));
            }
        }

        return new ArtefactWords(rows);
    }
}
