using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Whose "the nation" is in the mouth of one who rules it, or of one who judges another.</summary>
internal sealed class SpokenNations(Phrases phrases)
{
    private readonly ClauseSubjects clauses = new(phrases.Tree);

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>"The president told the nation by radio", "addressed the country": of whoever rules and speaks to it; -1 for others.</summary>
    public int OfSpeaker(int top)
    {
        if (Tree[top].Relation is not (Relation.Obj or Relation.Iobj) || Tree.Head(top) is not (>= 0 and var verb) || Tree[verb].Lemma.ToLowerInvariant() is not { } lemma || !phrases.Words.IsAddressing(lemma) || clauses.SubjectOf(verb) is not (>= 0 and var subject))
            return -1;
        return phrases.OnlyMeantBy(subject) is >= 0 and var speaker && Table[speaker] is { Kind: EntityKind.Person, IsPlural: false, Country: { IsNone: false } country, Sectors: [Sector.Gov or Sector.Eli or Sector.Mil or Sector.Opp, ..] } && phrases.Known.State(country) is { } own ? Table.OfKnown(own.Index) : -1;
    }

    /// <summary>"the Chadian government, whose duty it is to guard the country's borders": of whoever has the duty; -1 for others.</summary>
    public int OfWhose(int top)
    {
        if (Tree[top].Relation != Relation.NmodPoss)
            return -1;
        int clause = clauses.ClauseOf(top);
        for (int steps = 0; steps < 3 && clause >= 0 && Tree[clause].Relation != Relation.AclRelcl; steps++)
            clause = clauses.ClauseAbove(clause);
        if (clause < 0 || Tree[clause].Relation != Relation.AclRelcl || Tree.Head(clause) is not (>= 0 and var described))
            return -1;
        for (int i = described + 1; i < top && i < described + 4; i++)
        {
            if (phrases.Words.IsWhose(phrases.Form(i)))
                return phrases.OnlyMeantBy(described) is >= 0 and var owner && Table[owner] is { Sectors: [Sector.Gov, ..], Country: { IsNone: false } country } && phrases.Known.State(country) is { } own ? Table.OfKnown(own.Index) : -1;
        }

        return -1;
    }

    /// <summary>"Chad criticised Togo's aid for the rebels as bad for the nation": whoever judges another's deed does not call itself so; whose nation it is stays open.</summary>
    public bool IsOfJudge(int state, int top)
    {
        // "as harmful", "as harming the nation": a clause without a doer of its own goes with the verb above.
        int verb = clauses.ClauseOf(top);
        while (verb >= 0 && Tree[verb].Relation == Relation.Advcl && clauses.SubjectOf(verb) < 0)
            verb = clauses.ClauseAbove(verb);
        return verb >= 0 && phrases.Words.IsJudging(Tree[verb].Lemma.ToLowerInvariant()) && clauses.SubjectOf(verb) is >= 0 and var judge && judge < top && phrases.MeantBy(judge).Contains(state);
    }
}
