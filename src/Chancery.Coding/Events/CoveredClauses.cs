using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Clauses that an event coded above them has spoken for: the noun of its light form, and what stands inside an act that covers its inside.</summary>
internal sealed class CoveredClauses(DocumentTree tree, ClauseSet clauses, ClauseGrammar grammar)
{
    private readonly AnsweredWords words = new(tree, grammar);
    private readonly HashSet<int> tokens = [];
    private readonly Dictionary<int, EventType?> outer = [];

    public void Add(RuleReading reading)
    {
        if (reading.Noun >= 0)
            tokens.Add(reading.Noun);
        if (reading.Rule.CoversInside)
            outer[reading.ClauseIndex] = reading.Rule.Type;
    }

    public bool Contains(int index)
    {
        if (tokens.Contains(clauses[index].Predicate))
            return true;
        if (outer.Count == 0)
            return false;
        int hops = 0;
        for (int i = index; i >= 0 && hops < 64; i = clauses[i].Governor, hops++)
        {
            Clause clause = clauses[i];
            bool tellsOfItself = clause.Link is ClauseLink.Main or ClauseLink.Parataxis
                || (clause.Link == ClauseLink.Relative && clause.Marker is not ("to" or "that") && clause.Tense != Tense.None)
                || IsKnownBefore(clause)
                || IsRecalled(clause)
                || IsAnswered(clause)
                || (clause.Link == ClauseLink.Adverbial && IsApart(clause) && !IsOfWhatIsAsked(clause) && !IsMatter(clause))
                || (clause.Link == ClauseLink.Nominal && tree.IsSetOff(clause.Predicate));
            if (tellsOfItself)
                return false;
            // "dismissed it as a farce and cut ties": the second stands beside the first, inside only what holds both.
            if (!IsBeside(clause) && clause.Governor >= 0 && outer.ContainsKey(clause.Governor) && IsInside(clause, clauses[clause.Governor]))
                return true;
        }

        return false;
    }

    /// <summary>"asked Chad to lift the ban imposed in May", "called for the release of nine men held by Chad": what was done to something that is known has been done, whatever is asked of it.</summary>
    private bool IsKnownBefore(Clause clause)
    {
        if (clause is not { Kind: PredicateKind.Verb, Link: ClauseLink.Relative, IsPassive: true, Tense: Tense.None, Marker: null } || tree[clause.Predicate].Relation != Relation.Acl || tree.Head(clause.Predicate) is not (>= 0 and var noun))
            return false;
        // "prevented a march staged by students": what was kept from being was not.
        if (clauses.At(noun) >= 0 && clauses.At(tree.Head(noun)) is >= 0 and var above && grammar.ForceOf(clauses[above]) == ModalForce.Negated && !grammar.IsDoneToPeople(clause.Lemma))
            return false;
        return noun < clause.Predicate && (tree.IsDefinite(noun) || tree.Has(noun, Relation.Nummod));
    }

    /// <summary>"asked the judge to note that Chad had refused", "urged them to remember that Niger left": what somebody is to bear in mind has been.</summary>
    private bool IsRecalled(Clause clause) =>
        clause is { Link: ClauseLink.Complement, Governor: >= 0, Tense: not Tense.None, Modal: null } && tree.Is(clause.Marker, WordFunction.Content) && clauses[clause.Governor] is { IsNegated: false } above && grammar.IsRecalling(above.Lemma);

    /// <summary>"rejected Chad's request that the ban be lifted": whoever is answered has asked.</summary>
    public bool IsAnswered(Clause clause) =>
        clause.Governor >= 0 && outer.TryGetValue(clause.Governor, out EventType? type) && type is not (EventType.Request or EventType.Threaten) && words.Are(clause, clauses[clause.Governor]);

    /// <summary>"condemned X, criticized Y and accused Z": one of a list of predicates with the one that governs it.</summary>
    private bool IsBeside(Clause clause)
    {
        if (clause.Link != ClauseLink.Conjunct || clause.Governor < 0)
            return false;
        int first = clause.Predicate;
        for (int hops = 0; hops < 64 && tree[first].Relation == Relation.Conj && first != clauses[clause.Governor].Predicate; hops++)
            first = tree.Head(first);
        return first == clauses[clause.Governor].Predicate || tree.Head(clause.Predicate) == clauses[clause.Governor].Predicate;
    }

    /// <summary>", accusing …", "after …": a circumstance that tells an act of its own.</summary>
    private static bool IsApart(Clause clause) =>
        clause.Marker is null or "by" or "with" or "after" or "before" or "while" or "when" or "as" or "since" or "because" or "although" or "though";

    /// <summary>"urged reforms before joining": the circumstance of something only aimed at is as much aimed at.</summary>
    private bool IsOfWhatIsAsked(Clause clause) =>
        clause.Tense == Tense.None && clause.Governor >= 0 && !ArgumentSharing.IsApart(tree, clause)
        && clauses[clause.Governor] is { Link: ClauseLink.Complement, Tense: Tense.None, Marker: "to" or "for" };

    /// <summary>"charged with assaulting": without a doer of its own right behind the preposition it is what somebody is charged with.</summary>
    private bool IsMatter(Clause clause)
    {
        if (clause is not { Marker: "with", Tense: Tense.None } || tree.Child(clause.Predicate, Relation.Mark) is not (>= 0 and var with) || with + 1 != clause.Predicate)
            return false;
        return clause.Governor >= 0 && with == clauses[clause.Governor].Predicate + 1;
    }

    private bool IsInside(Clause clause, Clause governor)
    {
        if (clause.Link != ClauseLink.Nominal)
            return true;
        // "following talks with X" frames the act; "urged talks with X" is in it.
        for (int token = clause.Predicate; token >= 0 && token != governor.Predicate; token = tree.Head(token))
        {
            if (tree.Head(token) == governor.Predicate)
            {
                return tree[token].Relation is Relation.Obj or Relation.NsubjPass
                    || tree.Case(token) is "for" or "to" or "of" or "on" or "against" or "over" or "from" or "about" or "into" or "as" or "with";
            }
        }

        return false;
    }
}
