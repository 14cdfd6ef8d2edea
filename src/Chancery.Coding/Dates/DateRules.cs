using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The rules of time expressions whose meaning other stages have to know.</summary>
internal static class DateRules
{
    /// <summary>A bare time of day: "at 6 p.m.".</summary>
    public static bool IsClock(DateMention date) => date.Rule.ToString() == "date.clock.told";

    /// <summary>A day told from the one who speaks: "today", "last night".</summary>
    public static bool CountsFromReport(DateMention date) => date.Rule.ToString() is "date.day.relative" or "date.part.deictic";

    /// <summary>"two years ago".</summary>
    public static bool CountsBack(DateMention date) => date.Rule.ToString() == "date.shift.ago";

    /// <summary>A time untold that lies far back: "years ago".</summary>
    public static bool IsLongAgo(DateMention date) => date.Rule.ToString() == "date.reference.long-ago";

    /// <summary>A time untold that ends at the report: "recently".</summary>
    public static bool IsRecent(DateMention date) => date.Rule.ToString() is "date.reference.recent" or "date.reference.present";
}
