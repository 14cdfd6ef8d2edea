using Chancery.Model;

namespace Chancery.Record;

/// <summary>Judges whether two tellings are of one event. In doubt they are not: a wrong join invents a record, a missed one leaves two.</summary>
internal static class Sameness
{
    /// <summary>Reports of one act may put it on neighbouring days: time zones, and dates reached from the day of the report.</summary>
    public const int NeighbouringDays = 1;

    /// <summary>A window wider than this says too little about when.</summary>
    private const int WidestDays = 45;

    /// <summary>How much the words of verbal acts must have in common: many things are said between two sides on one day.</summary>
    private const double LikeWords = 0.3;

    /// <summary>The same for agreements, of which two sides may sign several at one table.</summary>
    private const double AlikeWords = 0.4;

    /// <summary>The same where one telling names fewer sides than the other, or calls the act something else.</summary>
    private const double VeryLikeWords = 0.5;

    /// <summary>So few words besides sides, date and act tell nothing about what else was said.</summary>
    private const int FewWords = 1;

    /// <summary>How long after an act a report may come back to it without its day.</summary>
    public const int RecalledDays = 366;

    /// <summary>So many words of what was done must be shared by one who comes back to it, and so large a part.</summary>
    private const int RecalledWords = 3;
    private const double RecalledShare = 0.6;

    /// <summary>Whether nothing speaks against one event.</summary>
    public static bool MayBeOne(Sketch left, Sketch right) => IsCompatible(left, right) || IsRecollection(left, right);

    /// <summary>Whether one report comes back to what the other dates: the same actors, label and object, no more than a year before.</summary>
    public static bool IsRecollection(Sketch left, Sketch right)
    {
        if (!(left.IsRecalled || right.IsRecalled) || left.Row.Report.Key == right.Row.Report.Key)
            return false;
        (Sketch recalled, Sketch told) = right.IsRecalled ? (right, left) : (left, right);
        int shared = recalled.Tail.Count(told.Tail.Contains);
        return shared >= RecalledWords
            && shared >= RecalledShare * Math.Min(recalled.Tail.Count, told.Tail.Count)
            && IsSameKind(recalled, told)
            && recalled.Reality == told.Reality
            && recalled.Event.Cameo == told.Event.Cameo
            && recalled.Actors.Count > 0
            && recalled.Actors.SetEquals(told.Actors)
            && (recalled.Recipients.Count == 0 || told.Recipients.Count == 0 || recalled.Recipients.Overlaps(told.Recipients))
            && PeopleAgree(recalled, told)
            && told.Last is { } last
            && recalled.Event.Date.Date.End is { } before
            && last <= before
            && before.DayNumber - last.DayNumber <= RecalledDays;
    }

    private static bool IsCompatible(Sketch left, Sketch right) =>
        left.Reality == right.Reality
        && left.Quad == right.Quad
        && DaysAgree(left, right)
        && (!IsSameKind(left, right) || ModesAgree(left.Event, right.Event))
        && PlacesAgree(left.Event.Place, right.Event.Place)
        && PeopleAgree(left, right)
        && (left.Names.Count == 0 || right.Names.Count == 0 || left.Names.Overlaps(right.Names));

    /// <summary>Whether enough speaks for it, given that nothing speaks against it.</summary>
    public static bool IsOne(Sketch left, Sketch right)
    {
        if (IsRecollection(left, right))
            return true;
        if (!IsCompatible(left, right))
            return false;
        if (!IsSameKind(left, right))
            return IsOtherwiseLabelled(left, right);
        if (left.IsMutual && right.IsMutual)
        {
            int shared = left.All.Count(right.All.Contains);
            return shared >= 2 && (shared == left.All.Count || shared == right.All.Count) && AgreementsAlike(left, right);
        }

        bool sameSpot = IsSameDay(left, right) && left.Names.Overlaps(right.Names);
        if (left.Actors.Count == 0 || right.Actors.Count == 0)
            return sameSpot && IsMaterial(left.Event) && left.Recipients.Overlaps(right.Recipients);
        if (!left.Actors.Overlaps(right.Actors))
            return false;
        if (sameSpot && (IsMaterial(left.Event) || left.Recipients.Count == 0 || right.Recipients.Count == 0))
            return true;
        if (left.Recipients.Count == 0 && right.Recipients.Count == 0)
            return Overlap(left, right) >= LikeWords;
        if (left.Recipients.Count == 0 || right.Recipients.Count == 0)
            return Overlap(left, right) >= VeryLikeWords;
        return left.Recipients.Overlaps(right.Recipients) && (IsMaterial(left.Event) || SaysTheSame(left, right));
    }

    /// <summary>Where both name persons of a country, one of them must be the same.</summary>
    public static bool PeopleAgree(Sketch left, Sketch right)
    {
        foreach ((string country, string _) in left.People)
        {
            bool isNamed = false;
            bool isSame = false;
            foreach ((string Country, string Name) other in right.People)
            {
                if (other.Country != country)
                    continue;
                isNamed = true;
                isSame |= left.People.Contains(other);
            }

            if (isNamed && !isSame)
                return false;
        }

        return true;
    }

    public static bool IsCountry(EventPlace place) => place.Range.IsEmpty || place.Name == place.Country.ToString();

    private static bool IsSameKind(Sketch left, Sketch right) =>
        left.Event.Type == right.Event.Type && string.Equals(Root(left), Root(right), StringComparison.Ordinal);

    private static string Root(Sketch sketch) => sketch.Event.Cameo.Length > 2 ? sketch.Event.Cameo[..2] : sketch.Event.Cameo;

    public static bool IsMaterial(EventMention item) =>
        item.Type is { } type && type.Quad() is QuadClass.MaterialCooperation or QuadClass.MaterialConflict;

    /// <summary>One report's attack is another's clash: the same sides, day and words under another label. A report does not call its own act two things.</summary>
    private static bool IsOtherwiseLabelled(Sketch left, Sketch right) =>
        left.Row.Report.Key != right.Row.Report.Key
        && IsSameDay(left, right)
        && left.Actors.Overlaps(right.Actors)
        && left.Recipients.Overlaps(right.Recipients)
        && left.Words.Count(right.Words.Contains) > FewWords
        && Overlap(left, right) >= VeryLikeWords;

    private static bool AgreementsAlike(Sketch left, Sketch right) =>
        left.Event.Agreement is null || right.Event.Agreement is null
        || Math.Min(left.Words.Count, right.Words.Count) <= FewWords
        || Overlap(left, right) >= AlikeWords;

    private static bool SaysTheSame(Sketch left, Sketch right) =>
        Overlap(left, right) >= LikeWords
        || (IsSameDay(left, right) && left.Event.Cameo == right.Event.Cameo && Math.Min(left.Words.Count, right.Words.Count) <= FewWords);

    /// <summary>A call is no visit; a telling without a mode may be of either.</summary>
    private static bool ModesAgree(EventMention left, EventMention right) =>
        left.Modes.IsEmpty || right.Modes.IsEmpty || left.Modes.Any(mode => right.Modes.Contains(mode));

    private static bool PlacesAgree(EventPlace? left, EventPlace? right)
    {
        if (left is null || right is null || string.Equals(left.Name, right.Name, StringComparison.OrdinalIgnoreCase))
            return true;

        // "In Reykjavik" and "in Iceland" agree; two cities do not, and neither do two countries.
        return left.Country == right.Country && !left.Country.IsNone && (IsCountry(left) || IsCountry(right));
    }

    private static bool DaysAgree(Sketch left, Sketch right)
    {
        // Only near copies could be joined without days, and those share their days.
        if (left.First is not { } a || left.Last is not { } b || right.First is not { } c || right.Last is not { } d)
            return Likeness.AreNearCopies(left.Row.Report.Likeness, right.Row.Report.Likeness) && Overlap(left, right) > 0.8;
        if (b.DayNumber - a.DayNumber > WidestDays && d.DayNumber - c.DayNumber > WidestDays)
            return false;

        // Where both name their day, and not the same, the act was done on both.
        bool bothSay = left.Event.Date.Expression is not null && right.Event.Date.Expression is not null;
        int apart = bothSay ? 0 : NeighbouringDays;
        return a.DayNumber - apart <= d.DayNumber && c.DayNumber - apart <= b.DayNumber;
    }

    /// <summary>Whether both put it on a day, and on the same one.</summary>
    private static bool IsSameDay(Sketch left, Sketch right) =>
        left.First is not null && left.First == left.Last && left.First == right.First && right.First == right.Last;

    /// <summary>Shared words by the fewer of both.</summary>
    private static double Overlap(Sketch left, Sketch right)
    {
        int fewer = Math.Min(left.Words.Count, right.Words.Count);
        if (fewer == 0)
            return left.Event.Evidence.Rule == right.Event.Evidence.Rule ? LikeWords : 0;
        return (double)left.Words.Count(right.Words.Contains) / fewer;
    }
}
