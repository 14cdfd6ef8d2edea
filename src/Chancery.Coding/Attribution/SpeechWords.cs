using System.Collections.Frozen;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The words by which a language says that something is said: <c>data/languages/TAG/sources.tsv</c>.</summary>
public sealed class SpeechWords
{
    private readonly FrozenDictionary<string, Stance> verbs;
    private readonly FrozenSet<string> prepositions;
    private readonly FrozenSet<string> citing;
    private readonly FrozenSet<string> asides;
    private readonly FrozenDictionary<string, Stance> adverbs;

    public SpeechWords(Language language)
    {
        var words = language.ReadSourceWords();
        verbs = Of(words, "verb");
        adverbs = Of(words, "adverb");
        prepositions = Of(words, "preposition").Keys.ToFrozenSet(StringComparer.Ordinal);
        citing = Of(words, "citing").Keys.ToFrozenSet(StringComparer.Ordinal);
        asides = Of(words, "aside").Keys.ToFrozenSet(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, Stance> Of(IEnumerable<SourceWord> words, string kind) =>
        words.Where(word => word.Kind == kind).ToFrozenDictionary(word => word.Word, word => word.Stance, StringComparer.Ordinal);

    public bool IsSpeech(string lemma) => verbs.ContainsKey(lemma);

    /// <summary>How somebody who speaks with this verb stands to what is said.</summary>
    public Stance StanceOf(string lemma) => verbs.GetValueOrDefault(lemma, Stance.Says);

    /// <summary>"according to".</summary>
    public bool IsSourcePreposition(string preposition) => prepositions.Contains(preposition);

    /// <summary>"citing", "quoting": what follows is the source behind the source.</summary>
    public bool IsCiting(string lemma) => citing.Contains(lemma);

    /// <summary>"while", "after": opens a clause that is set against what is said, not in it.</summary>
    public bool IsAside(string? marker) => marker is not null && asides.Contains(marker);

    /// <summary>"reportedly", "allegedly", or null.</summary>
    public Stance? HearsayAdverb(string lemma) => adverbs.TryGetValue(lemma, out Stance stance) ? stance : null;
}
