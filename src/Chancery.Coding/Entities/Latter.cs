using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"The former" and "the latter": the first and the second of two spoken of before.</summary>
internal sealed class Latter(Phrases phrases)
{
    private readonly ClauseSubjects clauses = new(phrases.Tree);

    /// <summary>Who is left where "the former" was told of, and in which sentence.</summary>
    private (int Other, int Sentence) rest = (-1, -2);

    private DocumentTree Tree => phrases.Tree;

    /// <summary>Subject and object of the clause before, in this order: "Moscow accused Washington, while the latter …".</summary>
    public int Of(int token, bool latter)
    {
        // "The two men … The former …, the latter …".
        int first1 = token;
        for (int i = phrases.Sentence.FirstToken; latter && i < token && first1 == token; i++)
            first1 = phrases.Words.IsFormer(phrases.Form(i)) && !(Tree[i].Head == i + 1) ? i : token;
        if (Told(first1) is (>= 0 and var one1, var two1))
            return latter ? two1 : one1;
        if (latter && first1 == token && phrases.Recall.Sentence == rest.Sentence + 1)
            return rest.Other;
        if (Beside(first1) is (>= 0 and var one2, var two2))
        {
            if (!latter)
                rest = (two2, phrases.Recall.Sentence);
            return latter ? two2 : one2;
        }

        for (int at = clauses.ClauseAbove(clauses.ClauseOf(token)), steps = 0; at >= 0 && steps < 4; at = clauses.ClauseAbove(at), steps++)
        {
            if (clauses.SubjectOf(at) is not (>= 0 and var one) || one >= token)
                continue;
            int other = Tree.Child(at, Relation.Obj);
            if (other < 0)
                other = Tree.Child(at, Relation.Obl);
            if (other >= 0 && other < first1 && phrases.OnlyMeantBy(one) is >= 0 and var first && phrases.OnlyMeantBy(other) is >= 0 and var second)
            {
                // "The envoy spoke. His colleague accused Moscow, while the former …": two of a kind are told apart, and the envoy may be one.
                return latter ? second : phrases.Table[first].Kind == phrases.Table[second].Kind ? first : -1;
            }
        }

        // "Norway invited the premier. The latter accepted": who did something, and to whom it was done.
        if (phrases.IsSubject(token) && Tree.Head(token) is >= 0 and var main && (first1 == token && Tree[main].Relation == Relation.Root || AreBothHere()) && Acted() is (>= 0 and var doer, >= 0 and var target))
            return latter ? HasPersonBehind(target) ? -1 : target : doer;

        // "X and Y", nearest before.
        int last = -1;
        foreach (Spoken spoken in phrases.Recall.Back(1, first1))
        {
            if (spoken.IsModifier)
                continue;
            if (last >= 0 && Tree[last].Relation == Relation.Conj && Tree[last].Head == spoken.Token)
                return latter ? EntityAt(last) : spoken.Entity;
            if (last < 0 || Tree[last].Relation != Relation.Conj)
                last = spoken.Token;
        }

        return latter && first1 == token && phrases.IsSubject(token) && Tree.Head(token) is >= 0 and var saying && (Tree[saying].Relation == Relation.Root || Tree[saying].Relation == Relation.Ccomp && Tree.Head(saying) > saying) ? Lone() is >= 0 and var lone ? lone : phrases.Form(saying).Equals(Tree[saying].Lemma, StringComparison.OrdinalIgnoreCase) ? Many() : -1 : -1;
    }

    /// <summary>"grumbles that Chadian crews come. The latter say": the only people in the plural of whom the sentence before tells; -1 for none or several.</summary>
    private int Many()
    {
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(1, phrases.Sentence.FirstToken))
        {
            if (spoken.IsModifier || !phrases.Table[spoken.Entity].IsPlural || spoken.Entity == only)
                continue;
            if (only >= 0 || !IsSideOf(spoken.Token))
                return -1;
            only = spoken.Entity;
        }

        return only;
    }

    /// <summary>"The delegation was received by the minister. The latter thanked …": the only person alone of whom the sentence before tells, where that one stands last; -1 for none.</summary>
    private int Lone()
    {
        int only = -1;
        int other = -1;
        int at = -1;
        int last = -1;
        foreach (Spoken spoken in phrases.Recall.Back(1, phrases.Sentence.FirstToken))
        {
            if (spoken.IsModifier || phrases.Table[spoken.Entity].Kind == EntityKind.Place || Tree[spoken.Token].Relation is Relation.Nmod or Relation.NmodPoss && phrases.Table[spoken.Entity].Kind == EntityKind.State)
                continue;
            last = Math.Max(last, spoken.Token);
            if (phrases.Table[spoken.Entity] is not { Kind: EntityKind.Person, IsPlural: false })
                continue;
            if (only >= 0 && only != spoken.Entity)
            {
                // "Kuwait's envoy, who saw the Libyan leader, came back": of two the one told of last.
                if (other >= 0 && other != spoken.Entity)
                    return -1;
                other = spoken.Entity;
                continue;
            }

            (only, at) = (spoken.Entity, Math.Max(at, spoken.Token));
        }

        if (other >= 0)
            return at == last && IsSideOf(at) ? only : -1;

        // "The minister invited his host": somebody who is no mention.
        bool invites = at >= 0 && phrases.IsSubject(at) && Tree.Head(at) is >= 0 and var verb && Tree.Child(verb, Relation.Obj) > at;
        return at == last && !invites ? only : -1;
    }

    /// <summary>"The latter refused, and the former …".</summary>
    private bool AreBothHere()
    {
        bool former = false, latter = false;
        for (int i = phrases.Sentence.FirstToken; i < phrases.Sentence.EndToken; i++)
        {
            former |= phrases.Words.IsFormer(phrases.Form(i)) && phrases.IsSubject(i);
            latter |= phrases.Words.IsLatter(phrases.Form(i)) && phrases.IsSubject(i);
        }

        return former && latter;
    }

    /// <summary>Whoever does something, or to or by whom it is done; no owner.</summary>
    private bool IsSideOf(int token) => Tree[token].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj or Relation.Obl or Relation.OblAgent;

    /// <summary>Subject and object of the main verb of the sentence before, where each is one alone and nobody else is told of by it; -1 for none.</summary>
    private (int Doer, int Target) Acted()
    {
        int doer = -1, target = -1, towards = -1;
        foreach (Spoken spoken in phrases.Recall.Back(1, phrases.Sentence.FirstToken))
        {
            if (spoken.IsModifier || Tree.Head(spoken.Token) is not (>= 0 and var verb) || Tree[verb].Relation != Relation.Root)
                continue;
            if (Tree[spoken.Token].Relation is Relation.Nsubj)
                doer = doer < 0 || doer == spoken.Entity ? spoken.Entity : -2;
            else if (Tree[spoken.Token].Relation is Relation.Obj or Relation.Iobj)
                target = target < 0 || target == spoken.Entity ? spoken.Entity : -2;
            else if (Tree[spoken.Token].Relation == Relation.Obl && Tree.Case(spoken.Token) is "to" or "with" or "against" && phrases.Table[spoken.Entity].Kind != EntityKind.Place)
                towards = towards < 0 || towards == spoken.Entity ? spoken.Entity : -2;
            if (doer == -2 || target == -2)
                return (-1, -1);
        }

        // "apologised to Togo": where nothing is the object.
        if (target < 0 && towards >= 0)
            target = towards;
        return doer != target ? (doer, target) : (-1, -1);
    }

    /// <summary>"sentenced a banker and his partner": the only two persons of the sentence before, side by side; -1 for others.</summary>
    private (int First, int Second) Beside(int before)
    {
        Spoken[] persons = [.. phrases.Recall.Back(1, Math.Min(before, phrases.Sentence.FirstToken)).Where(spoken => !spoken.IsModifier && Tree[spoken.Token].Relation != Relation.NmodPoss && phrases.Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false })];
        int[] all = [.. persons.Select(static spoken => spoken.Entity).Distinct()];
        return all is [var second, var first] && Tree[persons[0].Token].Relation == Relation.Conj ? (first, second) : (-1, -1);
    }

    /// <summary>"He thanked Togo, whose president had mediated": somebody told of behind, who may be meant.</summary>
    private bool HasPersonBehind(int target)
    {
        int at = -1, person = -1;
        foreach (Spoken spoken in phrases.Recall.Back(1, phrases.Sentence.FirstToken))
        {
            if (spoken.Entity == target)
                at = Math.Max(at, spoken.Token);
            else if (!spoken.IsModifier && phrases.Recall.IsPerson(spoken))
                person = Math.Max(person, spoken.Token);
        }

        return at >= 0 && person > at;
    }

    /// <summary>Two persons whom the sentence before told of by one phrase; -1 for none.</summary>
    private (int First, int Second) Told(int before)
    {
        Spoken last = default;
        foreach (Spoken spoken in phrases.Recall.Back(1, Math.Min(before, phrases.Sentence.FirstToken)))
        {
            if (spoken.IsModifier)
                continue;
            if (last.Token == spoken.Token && last.Entity != spoken.Entity && last.Sentence == spoken.Sentence)
                return (spoken.Entity, last.Entity);
            last = spoken;
        }

        return (-1, -1);
    }

    private int EntityAt(int token)
    {
        foreach (Spoken spoken in phrases.Recall.Back(2))
        {
            if (spoken.Token == token)
                return spoken.Entity;
        }

        return -1;
    }
}
