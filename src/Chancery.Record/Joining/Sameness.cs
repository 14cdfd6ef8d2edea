using Chancery.Model;

namespace Chancery.Record;

/// <summary>Judges whether two tellings are of one event. In doubt they are not: a wrong join invents a record, a missed one leaves two.</summary>
internal static class Sameness
{
    /// <summary>Reports of one act may put it on neighbouring days: time zones, and dates reached from the day of the report.</summary>
    private const int NeighbouringDays = 1;

    /// <summary>A window wider than this says too little about when.</summary>
    private const int WidestDays = 45;

    /// <summary>How much the words of verbal acts must have in common: many things are said between two sides on one day.</summary>
    private const double LikeWords = 0.3;

    /// <summary>The same where one telling names fewer sides than the other.</summary>
    private const double VeryLikeWords = 0.5;

    /// <summary>Whether nothing speaks against one event.</summary>
    public static bool MayBeOne(Sketch left, Sketch right) =>
        left.Reality == right.Reality
        && left.Event.Type == right.Event.Type
        && Root(left) == Root(right)
        && ModesAgree(left.Event, right.Event)
        && PeopleAgree(left, right)
        && PlacesAgree(left.Event.Place, right.Event.Place)
        && DaysAgree(left, right);

    /// <summary>Whether enough speaks for it, given that nothing speaks against it.</summary>
    public static bool IsOne(Sketch left, Sketch right)
    {
        if (!MayBeOne(left, right))
            return false;
        double words = Overlap(left, right);
        if (left.IsMutual && right.IsMutual)
        {
            int shared = left.All.Count(right.All.Contains);
            return shared >= 2 && (shared == left.All.Count || shared == right.All.Count);
        }

        if (!left.Actors.Overlaps(right.Actors))
            return false;
        if (left.Recipients.Count == 0 && right.Recipients.Count == 0)
            return words >= LikeWords;
        if (left.Recipients.Count == 0 || right.Recipients.Count == 0)
            return words >= VeryLikeWords;
        return left.Recipients.Overlaps(right.Recipients) && (IsMaterial(left.Event) || words >= LikeWords);
    }

    /// <summary>Days apart at most for two tellings of one event, for those who look for candidates.</summary>
    public static int Reach => WidestDays + NeighbouringDays;

    private static string Root(Sketch sketch) => sketch.Event.Cameo.Length > 2 ? sketch.Event.Cameo[..2] : sketch.Event.Cameo;

    private static bool IsMaterial(EventMention item) =>
        item.Type is { } type && type.Quad() is QuadClass.MaterialCooperation or QuadClass.MaterialConflict;

    /// <summary>A call is no visit; a telling without a mode may be of either.</summary>
    private static bool ModesAgree(EventMention left, EventMention right) =>
        left.Modes.IsEmpty || right.Modes.IsEmpty || left.Modes.Any(mode => right.Modes.Contains(mode));

    /// <summary>Where both name persons of a country, one of them must be the same.</summary>
    public static bool PeopleAgree(Sketch left, Sketch right)
    {
        foreach (string country in left.People.Select(person => person.Country).Distinct())
        {
            string[] others = [.. right.People.Where(person => person.Country == country).Select(person => person.Name)];
            if (others.Length > 0 && !left.People.Any(person => person.Country == country && others.Contains(person.Name)))
                return false;
        }

        return true;
    }

    private static bool PlacesAgree(EventPlace? left, EventPlace? right)
    {
        if (left is null || right is null || string.Equals(left.Name, right.Name, StringComparison.OrdinalIgnoreCase))
            return true;

        // "In Reykjavik" and "in Iceland" agree; two cities do not, and neither do two countries.
        return left.Country == right.Country && !left.Country.IsNone && (IsCountry(left) || IsCountry(right));
    }

    private static bool IsCountry(EventPlace place) => place.Range.IsEmpty || place.Name == place.Country.ToString();

    private static bool DaysAgree(Sketch left, Sketch right)
    {
        // Only near copies could be joined without days, and those share their days.
        if (left.First is not { } a || left.Last is not { } b || right.First is not { } c || right.Last is not { } d)
            return Likeness.AreNearCopies(left.Row.Report.Likeness, right.Row.Report.Likeness) && Overlap(left, right) > 0.8;
        if (b.DayNumber - a.DayNumber > WidestDays && d.DayNumber - c.DayNumber > WidestDays)
            return false;
        return a.DayNumber - NeighbouringDays <= d.DayNumber && c.DayNumber - NeighbouringDays <= b.DayNumber;
    }

    /// <summary>Shared words by the fewer of both.</summary>
    private static double Overlap(Sketch left, Sketch right)
    {
        int fewer = Math.Min(left.Words.Count, right.Words.Count);
        if (fewer == 0)
            return left.Event.Evidence.Rule == right.Event.Evidence.Rule ? LikeWords : 0;
        return (double)left.Words.Count(right.Words.Contains) / fewer;
    }
}
