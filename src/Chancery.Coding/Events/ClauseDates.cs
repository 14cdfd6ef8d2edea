using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What the dates that hang on a clause tell of it.</summary>
internal sealed class ClauseDates
{
    private readonly EventSources sources;
    private readonly DateGrammar words;
    private readonly int[] framedBy;

    public ClauseDates(EventSources sources, ClauseGrammar grammar)
    {
        this.sources = sources;
        words = grammar.Dates;
        var clauses = new DatedClauses(sources, words);
        ClauseOfDate = clauses.Find();
        framedBy = clauses.FramedBy;
    }

    /// <summary>For each date the clause that it hangs on, or -1.</summary>
    public int[] ClauseOfDate { get; }

    /// <summary>Whether a date is that of a clause: it hangs on it, or on what was done at the time ("were killed on Friday when shells fell").</summary>
    public bool IsOf(int date, int clause) => ClauseOfDate[date] == clause || framedBy[date] == clause;

    /// <summary>Whether a clause has a day of its own that nobody can tell: "was jailed in 2014 and freed two years later".</summary>
    public bool HasUnclear(int index)
    {
        for (int d = 0; d < ClauseOfDate.Length; d++)
        {
            if (ClauseOfDate[d] == index && sources.Dates[d] is { Kind: not TimeKind.Duration, Value.IsKnown: false, Bound: DateBound.None })
                return true;
        }

        return false;
    }

    /// <summary>"was convicted years ago".</summary>
    public bool HasLongAgo(int index)
    {
        for (int d = 0; d < ClauseOfDate.Length; d++)
        {
            if (ClauseOfDate[d] == index && DateRules.IsLongAgo(sources.Dates[d]))
                return true;
        }

        return false;
    }

    /// <summary>"recently condemned": on a day before the news.</summary>
    public bool IsRecent(int index)
    {
        for (int d = 0; d < ClauseOfDate.Length; d++)
        {
            if (ClauseOfDate[d] == index && DateRules.IsRecent(sources.Dates[d]) && sources.Dates[d].Timex == "PAST_REF")
                return true;
        }

        return false;
    }

    /// <summary>"have marched since June": what has gone on from a day; "his first visit since 2017" was not then.</summary>
    public DateMention? SinceWhen(int clause)
    {
        if (sources.Clauses[clause] is not { Kind: PredicateKind.Verb } told || !(told.IsPerfect || told.IsProgressive))
            return null;
        for (int d = 0; d < ClauseOfDate.Length; d++)
        {
            if (ClauseOfDate[d] == clause && sources.Dates[d] is { Bound: DateBound.Since, Value.Start: not null })
                return sources.Dates[d];
        }

        return null;
    }

    /// <summary>"has repeatedly accused", "has accused for years": no day of its own.</summary>
    public bool IsRepeated(int index)
    {
        foreach (int child in sources.Tree.Children(sources.Clauses[index].Predicate))
        {
            if (sources.Tree[child].Relation == Relation.Advmod && words.Is(sources.Tree.Form(child).ToString().ToLowerInvariant(), "often"))
                return true;
        }

        for (int d = 0; d < ClauseOfDate.Length; d++)
        {
            // Hours and minutes lie within a day; "during the six-week siege" tells which siege.
            if (ClauseOfDate[d] == index && sources.Dates[d] is { Kind: TimeKind.Duration, Timex: { } timex } && !timex.StartsWith("PT", StringComparison.Ordinal)
                && !IsOfThing(sources.Dates[d].Range, sources.Clauses[index].Predicate))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Until when what is agreed holds: "until 2030" in the clause or in one that it governs.</summary>
    public PartialDate? HorizonOf(int index)
    {
        for (int d = 0; d < ClauseOfDate.Length; d++)
        {
            int clause = ClauseOfDate[d];
            bool below = clause == index || (clause >= 0 && sources.Clauses[clause].Governor == index);
            if (below && sources.Dates[d].Bound is DateBound.Until or DateBound.To && sources.Dates[d].Value.IsKnown)
                return sources.Dates[d].Value;
        }

        return null;
    }

    /// <summary>"the war of 2020", "the 2020 war": the date hangs on a noun by "of" or stands before it.</summary>
    public bool IsOfThing(TextRange date, int predicate)
    {
        DocumentTree tree = sources.Tree;
        for (int i = TokenPlaces.FirstFrom(tree.Parsed, date.Start); i < tree.Count && tree[i].Range.Start < date.End; i++)
        {
            int above = tree.Head(i);
            if (above < 0 || above == predicate || date.Overlaps(tree[above].Range))
                continue;
            return tree[above].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn
                && (tree[i].Relation is Relation.Nummod or Relation.Compound or Relation.NmodPoss or Relation.Amod || (tree[i].Relation == Relation.Nmod && tree.Case(i) is "of"));
        }

        return false;
    }
}
