using Chancery.Model;

namespace Chancery.Coding;

/// <summary>A noun or office that describes somebody whose name stands beside it with other words between.</summary>
internal sealed class DescribedBeside(Phrases phrases)
{
    /// <summary>How many words may stand between a comma and the name behind it.</summary>
    private const int LongestTrade = 6;

    private DocumentTree Tree => phrases.Tree;

    /// <summary>The one described; -1 for none.</summary>
    public int Of(Sighting sighting, Signs signs)
    {
        if (sighting.IsPlural || phrases.Quotes.At(sighting.First) != phrases.Quotes.At(phrases.Sentence.FirstToken))
            return -1;
        int head = Tree.HeadOf(sighting.First, sighting.Last);
        int last = Math.Max(signs.End, sighting.Last);
        if (Bracketed(sighting, last) is >= 0 and var bracketed)
            return bracketed;
        return Leading(sighting, head) is >= 0 and var leading ? leading : Behind(sighting, head, last) is >= 0 and var behind ? behind : Joined(signs, last);
    }

    /// <summary>"The Minister of Trade (Hon. Ana Roux):": the name alone in brackets right behind an office.</summary>
    private int Bracketed(Sighting sighting, int last)
    {
        int start = last + 2;
        while (phrases.Form(last + 1) == "(" && start < phrases.Sentence.EndToken && (phrases.IsHonorific(start) || phrases.Form(start) == "."))
            start++;
        return phrases.Form(last + 1) == "(" && phrases.PersonAt(start) is { Meant: [var person] } name && phrases.Form(name.Last + 1) == ")" && phrases.Suits(sighting, person) ? person : -1;
    }

    /// <summary>"A son of the coast and a veteran of two wars, Karl Beck fished": what opens the sentence describes the subject behind the comma.</summary>
    private int Leading(Sighting sighting, int head)
    {
        int top = head;
        while (Tree[top].Relation == Relation.Conj && Tree.Head(top) is >= 0 and var first && Tree[first].Pos == PartOfSpeech.Noun)
            top = first;
        if (Tree[top].Relation is not (Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter or Relation.Dislocated) || Tree.Child(top, Relation.Det) != phrases.Sentence.FirstToken || Tree.Head(top) is not (>= 0 and var verb))
            return -1;
        foreach (int child in Tree.Children(verb))
        {
            if (child <= sighting.Last || child > verb || Tree[child].Relation is not (Relation.Nsubj or Relation.NsubjPass) || phrases.PersonAt(child) is not { Meant: [var person] } name)
                continue;
            int start = name.First;
            while (phrases.Form(start - 1) is not ("," or "") && Tree[start - 1].Relation is Relation.NmodDesc or Relation.Compound or Relation.Amod)
                start--;
            return phrases.Form(start - 1) == "," && phrases.Suits(sighting, person) ? person : -1;
        }

        return -1;
    }

    /// <summary>"Another author, civil engineering professor Karl Beck, said": the name in which the words between two commas end.</summary>
    private int Behind(Sighting sighting, int head, int last)
    {
        if (phrases.Form(last + 1) != "," || !phrases.IsSubject(head) || Tree.Child(head, Relation.Appos) is not (>= 0 and var apposed) || apposed <= last || apposed - last > LongestTrade + 2 || phrases.PersonAt(apposed) is not { Meant: [var person] } name || phrases.Form(name.Last + 1) != "," || !phrases.IsFinite(name.Last + 2))
            return -1;
        for (int i = last + 2; i < name.First; i++)
        {
            if (Tree[i].Pos is PartOfSpeech.Punct or PartOfSpeech.Verb or PartOfSpeech.Propn or PartOfSpeech.Adp || phrases.PersonAt(i) is not null)
                return -1;
        }

        return phrases.Suits(sighting, person) ? person : -1;
    }

    /// <summary>"Ana Roux, his wife and the chairwoman of the league, said": the second noun behind a name describes it too.</summary>
    private int Joined(Signs signs, int last)
    {
        int and = phrases.BeforeAge(signs.Start);
        if (!signs.IsDefinite && !signs.IsIndefinite || !phrases.Words.IsCoordinator(phrases.Form(and)) || and - 1 <= phrases.Sentence.FirstToken || phrases.Signs.At(and - 1) is not { Kind: SightingKind.Agent or SightingKind.Title, IsPlural: false, Meant: [var person] } first || phrases.Table[person] is not { Kind: EntityKind.Person, IsPlural: false, IsNamed: true })
            return -1;
        int comma = phrases.BeforeAge(first.First);
        if (Tree[comma].Relation == Relation.NmodPoss && Tree[comma].Pos == PartOfSpeech.Pron)
            comma = phrases.BeforeAge(comma);
        return phrases.IsBreak(comma) && phrases.NameBefore(comma) is { Meant: [var named] } && named == person && (phrases.Form(last + 1) is "," or "." || phrases.Words.IsOwnerCase(phrases.Form(last + 1))) ? person : -1;
    }
}
