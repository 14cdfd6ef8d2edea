using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Whether an office means whoever holds it today, or only the office.</summary>
internal sealed class OfficeUses(Phrases phrases)
{
    private DocumentTree Tree => phrases.Tree;

    /// <summary>"appointed by the king or queen", "a president serves for five years", "as foreign secretary, the country's chief diplomat": the office, nobody in it.</summary>
    public bool IsAsSuch(Sighting sighting, Title title, Signs signs, int head)
    {
        int end = Math.Max(signs.End, sighting.Last);
        if (IsEither(signs.Start - 1) || phrases.Form(signs.Start - 1) is "the" or "a" or "an" && IsEither(signs.Start - 2) || phrases.Form(end + 1) == "or" && IsOffice(end + 2))
            return true;

        // "as foreign secretary, the country's chief diplomat": the office explained.
        if (phrases.IsBreak(signs.Start - 1) && IsOfficeOnly(signs.Start - 2) || phrases.IsBreak(signs.Start - 2) && phrases.Words.IsDefinite(phrases.Form(signs.Start - 1)) && IsOfficeOnly(signs.Start - 3))
            return true;
        if (title.Level > TitleLevel.Minister || signs.IsFormer)
            return false;
        return signs.IsIndefinite && title.Level <= TitleLevel.HeadOfGovernment && !phrases.IsBreak(signs.Start - 2) && !phrases.IsBreak(end + 1) || IsConferred(head) || IsDefined(head);
    }

    /// <summary>"party leader Barrister Karl Beck": the name behind a second office of the same person; null for none.</summary>
    public Sighting? NameAfterRank(Sighting office)
    {
        int head = Tree.HeadOf(office.First, office.Last);
        return phrases.Known.Titles.All[office.Index].Level != TitleLevel.Legislator && phrases.Signs.At(office.Last + 1) is { Kind: SightingKind.Title, IsPlural: false } rank && rank.First == office.Last + 1 && char.IsUpper(Tree.Text[rank.Range.Start])
            && phrases.NameAfter(rank.Last) is { } name && name.First == rank.Last + 1 && phrases.PersonAt(name.First) is not null && Tree.Head(head) >= rank.First && Tree.Head(head) <= name.Last ? name : null;
    }

    /// <summary>"an honour conferred by the president", "judges are appointed by the king".</summary>
    private bool IsConferred(int head)
    {
        if (Tree.Case(head) != "by" || Tree.Head(head) is not (>= 0 and var verb) || !phrases.Words.IsConferring(Tree[verb].Lemma.ToLowerInvariant()))
            return false;
        int auxiliary = Tree.Child(verb, Relation.AuxPass);
        return auxiliary >= 0 ? !Tree[auxiliary].Morphology.HasFlag(Morphology.Past) && !Tree.Has(verb, Relation.Aux) : verb > phrases.Sentence.FirstToken && IsMatter(verb - 1);
    }

    /// <summary>An honour or a right, and no committee: nobody who acts.</summary>
    private bool IsMatter(int noun) => phrases.Signs.At(noun) is null && Tree[noun].Pos == PartOfSpeech.Noun;

    /// <summary>"The speaker is the third person of the state": what an office is, told for all who hold it.</summary>
    private bool IsDefined(int head)
    {
        if (Tree[head].Relation != Relation.Nsubj || Tree.Head(head) is not (>= 0 and var predicate) || Tree.Child(predicate, Relation.Cop) is not (>= 0 and var copula) || Tree[copula].Morphology.HasFlag(Morphology.Past) || Tree.Has(predicate, Relation.Aux))
            return false;
        bool definite = Tree.Child(predicate, Relation.Det) is >= 0 and var article && phrases.Words.IsDefinite(phrases.Form(article));
        return definite && phrases.Signs.At(predicate) is { Kind: SightingKind.Title or SightingKind.Agent, IsPlural: false };
    }

    /// <summary>"a judge-led inquiry": of what kind a thing is, nobody in it.</summary>
    public bool IsPartOfWord(Sighting sighting)
    {
        int hyphen = sighting.Last + 1;
        if (phrases.Form(hyphen) == "-" && Tree[hyphen].Range.Start == sighting.Range.End && hyphen + 1 < Tree.Count && Tree[hyphen].Range.End == Tree[hyphen + 1].Range.Start)
            return char.IsLower(Tree.Text[sighting.Range.Start]);

        // "a high-ranking member".
        return phrases.Form(sighting.First - 1) == "-" && Tree[sighting.First - 1].Range.End == sighting.Range.Start && sighting.First < sighting.Last;
    }

    /// <summary>"president-elect".</summary>
    public bool IsElect(Sighting sighting)
    {
        string last = phrases.Form(sighting.Last);
        return phrases.Known.PhraseWords.Of(last[(last.LastIndexOf('-') + 1)..]) == PhraseWordKind.Elect;
    }

    private bool IsEither(int link) => phrases.Form(link) == "or" && phrases.Signs.At(link - 1) is { Kind: SightingKind.Title, IsPlural: false };

    private bool IsOffice(int token) => phrases.Signs.At(phrases.Words.IsDefinite(phrases.Form(token)) ? token + 1 : token) is { Kind: SightingKind.Title, IsPlural: false };

    private bool IsOfficeOnly(int token) =>
        phrases.Signs.At(token) is { Kind: SightingKind.Title, IsPlural: false, Meant.Count: 0, IsWritten: false } office && phrases.Form(phrases.Signs.Read(office).Start - 1) is "as";

    /// <summary>"candidate for mayor", "ran for president": the office, nobody in it.</summary>
    public bool IsSought(Sighting sighting, Signs signs, int head)
    {
        if (phrases.Form(signs.Start - 1) != "for" && !(phrases.Words.IsDefinite(phrases.Form(signs.Start - 1)) && phrases.Form(signs.Start - 2) == "for") && Tree.Case(head) != "for")
            return Tree[head].Head is >= 0 and var verb && Tree[verb].Pos == PartOfSpeech.Verb && Tree[head].Relation is Relation.Xcomp && phrases.Words.IsSeeking(Tree[verb].Lemma.ToLowerInvariant());
        return Tree[head].Head is >= 0 and var governor && phrases.Words.IsSeeking(Tree[governor].Lemma.ToLowerInvariant())
            || phrases.Words.IsSeeking(phrases.Form(signs.Start - 2)) || char.IsLower(Tree.Text[sighting.Range.Start]) && phrases.Signs.At(signs.Start - 2) is { } before && phrases.Words.IsSeeking(phrases.Form(before.Last));
    }
}
