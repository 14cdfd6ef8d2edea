using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What the dates that hang on a clause tell of it.</summary>
internal sealed class ClauseDates
{
    private readonly EventSources sources;
    private readonly DateGrammar words;
    private readonly ClauseGrammar grammar;
    private const int DaysOfYear = 365;

    private readonly int[] framedBy;
    private readonly int? dateline;

    public ClauseDates(EventSources sources, ClauseGrammar grammar)
    {
        this.sources = sources;
        words = grammar.Dates;
        this.grammar = grammar;
        var clauses = new DatedClauses(sources, words);
        ClauseOfDate = clauses.Find();
        framedBy = clauses.FramedBy;
        if (sources.Tree.Parsed.Document.Dateline is { } line && sources.Tree.Parsed.Document.Published is null)
        {
            foreach (DateMention date in sources.Dates)
            {
                if (line.Range.Overlaps(date.Range) && date is { Value.IsKnown: false, Timex: { } timex })
                    dateline ??= DayOfYear(timex);
            }
        }
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

    /// <summary>Whether a date frames what stands behind it: "has killed 300 since 3 May, when rebels took the town".</summary>
    public bool IsFramed(int date, int clause) => ClauseOfDate[date] != clause && framedBy[date] == clause;

    /// <summary>"previously refused", "have used force before": told as done before the news.</summary>
    public bool IsEarlier(int index)
    {
        DocumentTree tree = sources.Tree;
        foreach (int child in tree.Children(sources.Clauses[index].Predicate))
        {
            if (tree[child].Relation == Relation.Advmod && words.Is(tree.Form(child).ToString().ToLowerInvariant(), "earlier") && !sources.IsTime(child))
                return true;
        }

        return false;
    }

    /// <summary>"expressed satisfaction then.": at the time just told.</summary>
    public bool IsBygone(int index)
    {
        DocumentTree tree = sources.Tree;
        foreach (int child in tree.Children(sources.Clauses[index].Predicate))
        {
            if (child > sources.Clauses[index].Predicate && words.Is(tree.Form(child).ToString().ToLowerInvariant(), "bygone") && (child + 1 == tree.Count || tree[child + 1].Pos == PartOfSpeech.Punct))
                return true;
        }

        return false;
    }

    /// <summary>"clashed with him during his tenure": the time of an office that is told as over.</summary>
    public bool IsOfTenure(int index)
    {
        foreach (Argument argument in sources.Clauses[index].Arguments)
        {
            if (!argument.IsShared && words.Is(sources.Tree[argument.Token].Lemma.ToLowerInvariant(), "tenure") && words.Is(argument.Role, "occasion"))
                return true;
        }

        return false;
    }

    /// <summary>"was arrested on 3 May" in a report of "20 June" that tells no year: the days between tell that it is background.</summary>
    public bool IsOldWithoutYear(int index, int days)
    {
        for (int at = index, hops = 0; at >= 0 && hops < 3; hops++)
        {
            Clause clause = sources.Clauses[at];
            for (int d = 0; d < ClauseOfDate.Length; d++)
            {
                if (!IsOf(d, at) || sources.Dates[d] is not { Bound: DateBound.None, Kind: not TimeKind.Duration, Value.IsKnown: false, Timex: { } timex } date)
                    continue;
                if (IsPastPeriod(date, timex, clause))
                    return true;
                if (dateline is { } written && DayOfYear(timex) is { } told)
                    return (written - told + DaysOfYear) % DaysOfYear is var since && since > days && since < DaysOfYear - days;
            }

            at = clause.Kind == PredicateKind.Noun || clause.Link == ClauseLink.Conjunct ? clause.Governor : -1;
        }

        return false;
    }

    /// <summary>"last year", "last August", "two years ago", or "in October" where the report tells no month of its own: no time of the news.</summary>
    private bool IsPastPeriod(DateMention date, string timex, Clause told)
    {
        string first = sources.Tree.Form(TokenPlaces.FirstFrom(sources.Tree.Parsed, date.Range.Start)).ToString().ToLowerInvariant();
        bool isLast = words.Is(first, "behind") || DateRules.CountsBack(date);
        return timex switch
        {
            "XXXX" or "XXX" or "XXXX-XX" => isLast,
            _ => timex.Length == 7 && (isLast || (dateline is null && told.Tense == Tense.Past)) && DayOfYear(timex) is not null,
        };
    }

    /// <summary>Whether a noun tells what its clause followed: "after talks", "following the visit".</summary>
    public bool Follows(int noun, int governor)
    {
        foreach (Argument argument in sources.Clauses[governor].Arguments)
        {
            if (argument.Token == sources.Clauses[noun].Predicate)
                return words.Is(argument.Role, "ensues");
        }

        return false;
    }

    /// <summary>"condemned the shelling of the village on 3 May": whether a date stands behind a deed that is the object of a clause.</summary>
    public bool IsBehindDeed(DateMention date, Clause saying)
    {
        if (saying.Find(Roles.Object) is not (>= 0 and var deed) || deed < saying.Predicate || grammar.OccasionOf(sources.Tree[deed].Lemma.ToLowerInvariant()) is not ("attack" or "protest" or "vote"))
            return false;
        int first = TokenPlaces.FirstFrom(sources.Tree.Parsed, date.Range.Start);
        return first > deed && !sources.Tree.HasMark(deed, first);
    }

    /// <summary>"proposed a meeting later this month": the rest of a month is not when something was done.</summary>
    public bool IsToCome(DateMention date, DateOnly? today) =>
        date.Value.End > today && words.Is(sources.Tree.Form(TokenPlaces.FirstFrom(sources.Tree.Parsed, date.Range.Start)).ToString().ToLowerInvariant(), "later");

    /// <summary>"After the 1986 attack he left": the year of what a deed of the past followed; null for none.</summary>
    public DateMention? Followed(int index)
    {
        if (sources.Clauses[index] is not { Kind: PredicateKind.Verb, Tense: Tense.Past, IsPerfect: false } told)
            return null;
        foreach (Argument argument in told.Arguments)
        {
            if (argument.IsShared || !words.Is(argument.Role, "ensues"))
                continue;
            foreach (DateMention date in sources.Dates)
            {
                int named = TokenPlaces.At(sources.Tree.Parsed, date.Range.Start);
                if (date is { Kind: TimeKind.Date, Value.Precision: DatePrecision.Year } && named >= 0 && sources.Tree.Head(named) == argument.Token && named < argument.Token)
                    return date;
            }
        }

        return null;
    }

    /// <summary>About which day of its year "XXXX-05-03" is, or the last of "XXXX-05"; null for another time.</summary>
    private static int? DayOfYear(string timex)
    {
        if (!timex.StartsWith("XXXX-", StringComparison.Ordinal) || timex.Length is not (7 or 10) || !int.TryParse(timex.AsSpan(5, 2), out int month))
            return null;
        if (timex.Length == 7)
            return month * DaysOfYear / 12;
        return int.TryParse(timex.AsSpan(8, 2), out int day) ? ((month - 1) * DaysOfYear / 12) + day : null;
    }

    /// <summary>"the anniversary of the coup that ousted …".</summary>
    public bool IsRemembered(Clause told)
    {
        for (int at = sources.Tree.Head(told.Predicate), hops = 0; at >= 0 && hops < 8; at = sources.Tree.Head(at), hops++)
        {
            if (sources.Tree[at].Pos == PartOfSpeech.Noun && words.Is(sources.Tree[at].Lemma, "remembered"))
                return true;
        }

        return false;
    }

    /// <summary>"when rebels took the town".</summary>
    public bool IsWhen(Clause clause)
    {
        if (clause.Marker is { } marker)
            return words.Is(marker, "when");
        foreach (int child in sources.Tree.Children(clause.Predicate))
        {
            if (sources.Tree[child].Relation == Relation.Advmod && child < clause.Predicate && words.Is(sources.Tree[child].Lemma.ToLowerInvariant(), "when"))
                return true;
        }

        return false;
    }

    /// <summary>"later left".</summary>
    public bool IsLater(Clause clause)
    {
        foreach (int child in sources.Tree.Children(clause.Predicate))
        {
            if (sources.Tree[child].Relation == Relation.Advmod && words.Is(sources.Tree.Form(child).ToString().ToLowerInvariant(), "later"))
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
    public bool IsOfThing(TextRange date, int predicate) => ThingOf(date, predicate) >= 0;

    /// <summary>"struck down a 2005 law", "left the deal of 2015", but not "was killed in the 2015 attack": the year of what an act is aimed at is not its own.</summary>
    public bool IsOfAim(DateMention date, int predicate)
    {
        bool isLong = date.Value is { Precision: DatePrecision.Range, Start: { } start, End: { } end } && end > start.AddDays(DaysOfYear);
        if ((date.Value.Precision != DatePrecision.Year && !isLong) || ThingOf(date.Range, predicate) is not (>= 0 and var thing) || sources.Clauses.At(thing) >= 0)
            return false;
        DocumentTree tree = sources.Tree;
        return tree[thing].Relation == Relation.Obj || (tree[thing].Relation is Relation.Obl or Relation.Nmod && !words.Is(tree.Case(thing), "occasion"));
    }

    private int ThingOf(TextRange date, int predicate)
    {
        DocumentTree tree = sources.Tree;
        for (int i = TokenPlaces.FirstFrom(tree.Parsed, date.Start); i < tree.Count && tree[i].Range.Start < date.End; i++)
        {
            int above = tree.Head(i);
            if (above < 0 || above == predicate || date.Overlaps(tree[above].Range))
                continue;
            bool isThing = tree[above].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn
                && (tree[i].Relation is Relation.Nummod or Relation.Compound or Relation.NmodPoss or Relation.Amod || (tree[i].Relation == Relation.Nmod && tree.Case(i) is "of"));
            return isThing ? above : -1;
        }

        return -1;
    }
}
