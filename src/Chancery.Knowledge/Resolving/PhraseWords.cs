using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>What a small word does to the office or name beside it.</summary>
public enum PhraseWordKind : byte
{
    None,

    /// <summary><c>former</c>: the office is no longer held.</summary>
    Former,

    /// <summary><c>elect</c>: the office is not held yet.</summary>
    Elect,

    /// <summary><c>acting</c>: the office is held for another.</summary>
    Acting,

    /// <summary><c>Mr.</c>, <c>Sheikh</c>: says nothing about the office.</summary>
    Honorific,

    /// <summary><c>group</c>, <c>members</c>: what comes after "of" is meant.</summary>
    Collective,

    /// <summary><c>of</c>, <c>in</c>: what follows says of whom or where.</summary>
    Link,

    /// <summary><c>he</c>: nobody by itself.</summary>
    Pronoun,

    /// <summary><c>to</c> after an envoy, <c>anti</c>, <c>backed</c>: the state beside it is not the one meant.</summary>
    Other,
}

/// <summary>The small words of actor phrases: <c>data/entities/phrase-words.tsv</c>.</summary>
public sealed class PhraseWords
{
    private readonly Dictionary<string, PhraseWordKind> kinds;

    internal PhraseWords(IEnumerable<KnowledgeSource> sources)
    {
        var all = new Dictionary<string, PhraseWordKind>(StringComparer.Ordinal);
        foreach (KnowledgeSource source in sources)
        {
            if (source["entities/phrase-words.tsv"] is not { } text)
                continue;
            foreach (TableRow row in TableFile.Parse($"{source.Name}/entities/phrase-words.tsv", text, "word", "kind"))
            {
                int kind = Names.IndexOf(row[1]);
                if (kind < 0)
                    throw row.Error(1, $"'{row[1]}' is no kind of word: {string.Join(", ", Names.Skip(1))}");
                all[row[0]] = (PhraseWordKind)kind;
            }
        }

        kinds = all;
    }

    /// <summary>What a folded word does.</summary>
    public PhraseWordKind Of(string folded) => kinds.GetValueOrDefault(folded);

    private static readonly ImmutableArray<string> Names = ["", "former", "elect", "acting", "honorific", "collective", "link", "pronoun", "other"];
}
