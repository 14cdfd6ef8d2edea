using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The state in whose name a release speaks: "we" and "our" outside of quotations are its own.</summary>
/// <param name="Country">The state.</param>
/// <param name="Entity">It in the data.</param>
/// <param name="Named">Where the masthead names it; empty where it does not.</param>
/// <param name="IsRelease">Its ministry or embassy issues the report; else only "our ambassador" tells whose voice it is.</param>
internal sealed record Issuer(CountryCode Country, int Entity, TextRange Named, bool IsRelease)
{
    /// <summary>An embassy or a consulate, which stands in another state.</summary>
    public bool IsMission { get; init; }

    /// <summary>The record of a parliament: "we" are its state's, but nobody speaks for it in the passive.</summary>
    public bool IsHouse { get; init; }

    /// <summary>By the ministry that publishes it, by the lines above and below the text, or by whose ambassadors and ministries are "ours"; null for a report of nobody's.</summary>
    public static Issuer? Find(DocumentTree tree, KnownEntities known, Outlets outlets, MentionWords words)
    {
        Document document = tree.Parsed.Document;
        Outlet? outlet = document.Outlet is { } publisher ? outlets.Find(publisher) : null;
        if (outlet is { Kind: "ministry" })
            return Of(outlet.Country, default, true, known);
        var mastheads = new Mastheads(known, words);
        (CountryCode country, TextRange named, bool mission) = mastheads.Find(document);
        if (!country.IsNone)
            return Of(country, named, true, known) is { } issuer ? issuer with { IsMission = mission, IsHouse = mastheads.IsHouse } : null;
        return HasOwnVoice(tree, words) ? Of(HomeOf(document, known) is { IsNone: false } home ? home : mastheads.Written(document) is { IsNone: false } town ? town : outlet?.Country ?? new PaperHeads(known, words).Find(document), default, false, known) : null;
    }

    private static Issuer? Of(CountryCode country, TextRange named, bool isRelease, KnownEntities known) =>
        known.State(country) is { } state ? new Issuer(country, state.Index, named, isRelease) : null;

    /// <summary>"our Ambassador", "our country": one who writes so writes for a state.</summary>
    private static bool HasOwnVoice(DocumentTree tree, MentionWords words)
    {
        var quotes = new QuotedParts(tree);
        for (int i = 0; i < tree.Count; i++)
        {
            if (quotes.At(i) == 0 && IsOwner(tree, i) && words.IsOwned(tree.Form(tree.Head(i)).ToString().ToLowerInvariant()))
                return true;
        }

        return false;
    }

    /// <summary>"our" before a noun.</summary>
    private static bool IsOwner(DocumentTree tree, int token) =>
        tree[token] is { Relation: Relation.NmodPoss, Head: >= 0 } word && IsOwn(word);

    /// <summary>"we", "us", "our", "ours".</summary>
    public static bool IsOwn(in Token word) =>
        word.Pos is PartOfSpeech.Pron or PartOfSpeech.Det && word.Morphology.HasFlag(Morphology.FirstPerson) && word.Morphology.HasFlag(Morphology.Plural);

    /// <summary>The state of the capital in which it was written.</summary>
    private static CountryCode HomeOf(Document document, KnownEntities known)
    {
        if (document.Dateline is not { } dateline)
            return default;
        var matches = new List<NameMatch>();
        known.Match(dateline.Place, matches);
        foreach (NameMatch match in matches)
        {
            foreach (NameCandidate candidate in known.Candidates(match.Name))
            {
                if (candidate is { IsEntity: true, Role: NameRole.Capital })
                    return known[candidate.Index].Country;
            }
        }

        return default;
    }

    /// <summary>"4. That it thanks …": the subject of an item of a communiqué, which is whoever issues it.</summary>
    public static bool IsItem(Phrases phrases, int token)
    {
        DocumentTree tree = phrases.Tree;
        int first = phrases.Sentence.FirstToken;
        while (first < token && tree[first].Pos is PartOfSpeech.Num or PartOfSpeech.Punct or PartOfSpeech.X)
            first++;
        if (token != first + 1 || !tree.Is(tree[first].Lemma, WordFunction.Content) || !phrases.IsSubject(token) || tree.Head(token) is not (>= 0 and var deed))
            return false;
        return first > phrases.Sentence.FirstToken || phrases.Words.IsUrging(tree[deed].Lemma.ToLowerInvariant()) || phrases.Words.IsDealing(tree[deed].Lemma.ToLowerInvariant());
    }

    /// <summary>Whether a word outside of quotations means the state that speaks.</summary>
    /// <param name="phrases">The sentence at hand.</param>
    /// <param name="token">The word.</param>
    public bool IsMeantBy(Phrases phrases, int token)
    {
        DocumentTree tree = phrases.Tree;
        if (!IsOwn(tree[token]) || phrases.Quotes.At(token) > 0)
            return false;
        if (tree[token].Relation != Relation.NmodPoss)
            return IsRelease && phrases.Form(token - 1) != "let" && phrases.Form(token + 1) != "all";

        // "our planet", "our two countries": more than a state.
        int owned = tree.Head(token);
        return owned >= 0 && !phrases.Words.IsShared(phrases.Form(owned)) && (IsRelease || phrases.Words.IsOwned(phrases.Form(owned)));
    }
}
