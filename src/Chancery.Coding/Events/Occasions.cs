using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Dates an act by the occasion at which it was done: "at their meeting on Monday", "during that call", "in the raid".</summary>
/// <param name="sources">The document.</param>
/// <param name="grammar">The words of the language.</param>
/// <param name="clauseOfDate">For each date the clause that it hangs on, or -1.</param>
internal sealed class Occasions(EventSources sources, ClauseGrammar grammar, int[] clauseOfDate)
{
    /// <summary>Sentences that an occasion may look back for the telling that it takes up.</summary>
    private const int LookBack = 3;

    /// <summary>The day of the occasion that a clause names, told with it or when it was told first; null for none.</summary>
    public EventDate? DateOf(Clause clause)
    {
        foreach (Argument argument in clause.Arguments)
        {
            if (argument.IsShared || !grammar.Dates.Is(argument.Role, "occasion"))
                continue;
            if (OwnDate(argument.Token) is { } own)
                return Dated(own);
            if (TakenUp(argument.Token) is { } told)
                return Dated(told);
        }

        return null;
    }

    /// <summary>The date that a relative clause tells of an act's noun ("a visit, which is scheduled for May"), or that of what an anaphoric noun takes up: "the meeting" of what was told as "met on Monday".</summary>
    public EventDate? DateOfNoun(Clause clause) => clause.Kind == PredicateKind.Noun && (OwnDate(clause.Predicate) ?? TakenUp(clause.Predicate)) is { } told ? Dated(told) : null;

    // "the meeting on Monday", "the meeting set for Monday"; not "the war that began in May".
    private DateMention? OwnDate(int token)
    {
        if (sources.Clauses.At(token) is not (>= 0 and var occasion))
            return grammar.OccasionOf(sources.Tree[token].Lemma.ToLowerInvariant()) is null ? null : DateAt(token);
        for (int d = 0; d < clauseOfDate.Length; d++)
        {
            int owner = clauseOfDate[d];
            Clause? relative = owner >= 0 && sources.Clauses[owner] is { Link: ClauseLink.Relative } hanging && hanging.Governor == occasion ? sources.Clauses[owner] : null;
            bool own = owner == occasion || (relative is not null && (relative.Tense == Tense.None || grammar.Dates.Is(relative.Lemma, "happens") || (relative is { IsPassive: true, IsNegated: false } && grammar.ForceOf(relative) == ModalForce.Future)));
            if (own && sources.Dates[d] is { Value.IsKnown: true } date && date.Kind != TimeKind.Duration)
                return date;
        }

        return null;
    }

    // "during Monday's session", "in the 5 June vote".
    private DateMention? DateAt(int token)
    {
        foreach (DateMention date in sources.Dates)
        {
            if (date is not { Value.IsKnown: true, Bound: DateBound.None, Kind: TimeKind.Date or TimeKind.Time })
                continue;
            for (int i = TokenPlaces.FirstFrom(sources.Tree.Parsed, date.Range.Start); i < sources.Tree.Count && sources.Tree[i].Range.Start < date.Range.End; i++)
            {
                if (sources.Tree.Head(i) == token)
                    return date;
            }
        }

        return null;
    }

    private DateMention? TakenUp(int token)
    {
        DocumentTree tree = sources.Tree;
        if (!tree.IsDefinite(token) || grammar.OccasionOf(tree[token].Lemma.ToLowerInvariant()) is not { } kind)
            return null;
        int sentence = tree.SentenceOf(token);
        if (kind == "any")
            return LastDateIn(sentence - 1);
        for (int i = sources.Clauses.All.Length - 1; i >= 0; i--)
        {
            Clause earlier = sources.Clauses[i];
            if (earlier.Predicate >= token)
                continue;
            int at = tree.SentenceOf(earlier.Predicate);
            if (at < sentence - LookBack)
                return null;
            if (at < sentence && IsTold(earlier, kind) && DateOn(i) is { } date)
                return date;
        }

        return null;
    }

    private bool IsTold(Clause earlier, string kind) => !earlier.IsNegated && earlier.Tense != Tense.Future && !(earlier is { Kind: PredicateKind.Verb, Tense: Tense.None, Marker: not null }) && grammar.OccasionOf(earlier.Lemma) == kind;

    // "that event" is the last thing that the sentence before told a date of.
    private DateMention? LastDateIn(int sentence)
    {
        DateMention? last = null;
        foreach (DateMention date in sources.Dates)
        {
            if (sentence >= 0 && sources.Tree.Parsed.Sentences[sentence].Range.Contains(date.Range) && date is { Value.IsKnown: true, Bound: DateBound.None, Kind: TimeKind.Date or TimeKind.Time })
                last = date;
        }

        return last;
    }

    private DateMention? DateOn(int clause)
    {
        // "held talks on Monday": the date hangs on the verb that carries the noun.
        bool carried = sources.Clauses[clause] is { Kind: PredicateKind.Noun, Governor: >= 0 };
        for (int d = 0; d < clauseOfDate.Length; d++)
        {
            bool own = clauseOfDate[d] == clause || (carried && clauseOfDate[d] == sources.Clauses[clause].Governor);
            if (own && sources.Dates[d] is { Value.IsKnown: true, Bound: DateBound.None, Kind: TimeKind.Date or TimeKind.Time })
                return sources.Dates[d];
        }

        return null;
    }

    private EventDate Dated(DateMention date) => new(date.Value, date.Range.Of(sources.Tree.Text), date.Basis);
}
