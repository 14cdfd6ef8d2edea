using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The rules of time expressions whose meaning other stages have to know.</summary>
internal static class DateRules
{
    /// <summary>A bare time of day: "at 6 p.m.".</summary>
    public static bool IsClock(DateMention date) => date.Rule.ToString() == "date.clock.told";

    /// <summary>A day told from the one who speaks: "today", "last night".</summary>
    public static bool CountsFromReport(DateMention date) => date.Rule.ToString() is "date.day.relative" or "date.part.deictic";
}
