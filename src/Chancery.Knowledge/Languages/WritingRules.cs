using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>How a text may go on after an abbreviation.</summary>
public enum AbbreviationKind
{
    /// <summary>The word is no abbreviation.</summary>
    None,

    /// <summary>Stands before a name: Gen., Sen.</summary>
    Title,

    /// <summary>A month or a day of the week.</summary>
    Calendar,

    /// <summary>Stands before a number: No., p.</summary>
    Number,

    /// <summary>Never ends a sentence: e.g., vs.</summary>
    Glue,

    /// <summary>Stands inside a sentence; a word that only opens sentences may follow its end.</summary>
    Inner,

    /// <summary>A time of day or an era: a sentence may well end with it.</summary>
    Time,

    /// <summary>A measure: any capital after it opens a sentence.</summary>
    Unit,
}

/// <summary>What a language writes: its abbreviations, contractions, hyphenated prefixes and the words that open its sentences.</summary>
public sealed class WritingRules
{
    private readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> abbreviations;
    private readonly FrozenDictionary<string, ImmutableArray<string>>.AlternateLookup<ReadOnlySpan<char>> contractions;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> prefixes;
    private readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> starters;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> irregular;
    private readonly ImmutableArray<string> clitics;
    private readonly Lazy<FrozenSet<string>> common;

    internal WritingRules(
        ImmutableArray<TableRow> abbreviations,
        ImmutableArray<TableRow> contractions,
        ImmutableArray<TableRow> prefixes,
        ImmutableArray<TableRow> starters,
        ImmutableArray<TableRow> irregular,
        Lazy<FrozenSet<string>> common)
    {
        this.common = common;
        this.irregular = irregular
            .ToFrozenDictionary(row => row[1] + " " + row[0], row => row[2], StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        this.abbreviations = abbreviations
            .ToFrozenDictionary(row => row[0], KindOf, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        this.contractions = contractions.Where(row => row[1] == "word")
            .ToFrozenDictionary(row => row[0], row => row[2].Split(' ').ToImmutableArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        clitics =
        [
            .. contractions.Where(row => row[1] == "suffix").Select(row => row[0])
                .OrderByDescending(form => form.Length).ThenBy(form => form, StringComparer.Ordinal),
        ];
        this.prefixes = prefixes.Select(row => row[0])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        this.starters = starters
            .ToFrozenDictionary(row => row[0], row => row[1] == "opener", StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The kind of a form that ends in a full stop.</summary>
    public AbbreviationKind AbbreviationOf(ReadOnlySpan<char> form) =>
        abbreviations.TryGetValue(form, out var kind) ? kind : AbbreviationKind.None;

    /// <summary>The words that a fused form stands for, with straight apostrophes; default for a form that is one word.</summary>
    public ImmutableArray<string> PartsOf(ReadOnlySpan<char> form) =>
        contractions.TryGetValue(form, out var parts) ? parts : default;

    /// <summary>How many letters at the end of a form are a clitic of its own, as in <c>do|n't</c>.</summary>
    public int CliticLength(ReadOnlySpan<char> form)
    {
        foreach (string clitic in clitics)
        {
            if (form.Length > clitic.Length && form.EndsWith(clitic, StringComparison.OrdinalIgnoreCase))
            {
                return clitic.Length;
            }
        }

        return 0;
    }

    /// <summary>Whether a form standing alone is a clitic, as in text that was split before.</summary>
    public bool IsClitic(ReadOnlySpan<char> form)
    {
        foreach (string clitic in clitics)
        {
            if (form.Equals(clitic, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The lemma of a form that no rule of endings makes, such as <c>sank</c>; null for any other.</summary>
    /// <param name="pos">UPOS, as treebanks write it.</param>
    /// <param name="form">The form, its case ignored.</param>
    public string? IrregularLemma(string pos, ReadOnlySpan<char> form)
    {
        Span<char> key = stackalloc char[32];
        if (pos.Length + 1 + form.Length > key.Length)
            return null;
        pos.CopyTo(key);
        key[pos.Length] = ' ';
        form.CopyTo(key[(pos.Length + 1)..]);
        return irregular.TryGetValue(key[..(pos.Length + 1 + form.Length)], out string? lemma) ? lemma : null;
    }

    /// <summary>Whether a hyphen at the end of a line parts one word, as in "govern-" and "ment": what stands on the next line is no word by itself, or both are one that is.</summary>
    /// <param name="whole">Both parts without the hyphen, in small letters.</param>
    /// <param name="rest">What stands on the next line, in small letters.</param>
    public bool IsParted(string whole, string rest) => common.Value.Contains(whole) || !common.Value.Contains(rest) && !prefixes.Contains(whole.AsSpan(0, whole.Length - rest.Length));

    /// <summary>Whether a hyphen after the form binds it to the next word, as in <c>anti-war</c>.</summary>
    public bool IsPrefix(ReadOnlySpan<char> form) => prefixes.Contains(form);

    /// <summary>Whether the word, written with a capital, can hardly stand anywhere but at the start of a sentence.</summary>
    public bool IsStarter(ReadOnlySpan<char> word) => starters.ContainsKey(word);

    /// <summary>Whether the word opens an adverbial, such as <c>At 6 a.m.</c>, that the main clause follows.</summary>
    public bool IsOpener(ReadOnlySpan<char> word) => starters.TryGetValue(word, out bool opener) && opener;

    private static AbbreviationKind KindOf(TableRow row) => row[1] switch
    {
        "title" => AbbreviationKind.Title,
        "month" or "day" => AbbreviationKind.Calendar,
        "number" => AbbreviationKind.Number,
        "glue" => AbbreviationKind.Glue,
        "time" or "era" => AbbreviationKind.Time,
        "unit" => AbbreviationKind.Unit,
        "inner" or "company" or "place" or "degree" => AbbreviationKind.Inner,
        _ => throw row.Error(1, $"'{row[1]}' is no kind of abbreviation"),
    };
}
