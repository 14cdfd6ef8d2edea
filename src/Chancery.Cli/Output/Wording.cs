using System.Collections.Immutable;
using System.Globalization;
using Chancery.Model;

namespace Chancery.Cli;

/// <summary>Values of the record in words for people.</summary>
internal static class Wording
{
    private static readonly string[] Months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary><c>6 May 2019</c>, <c>Sep 2019</c>, <c>5 to 7 May 2019</c>, <c>until 6 May 2019</c>; <c>undated</c> for the unknown.</summary>
    public static string Of(PartialDate date) => date switch
    {
        { Precision: DatePrecision.Day, Start: { } day } => Day(day),
        { Precision: DatePrecision.Month, Start: { } day } => $"{Months[day.Month - 1]} {Year(day)}",
        { Precision: DatePrecision.Year, Start: { } day } => Year(day),
        { Precision: DatePrecision.Range, Start: { } start, End: { } end } => Span(start, end),
        { Precision: DatePrecision.Before, End: { } end } => $"until {Day(end)}",
        { Precision: DatePrecision.After, Start: { } start } => $"from {Day(start)}",
        _ => "undated",
    };

    /// <summary><c>Sergei Lavrov RUS GOV</c>.</summary>
    public static string Of(Entity entity)
    {
        string country = entity.Country.IsNone ? "" : " " + entity.Country;
        string sectors = string.Concat(entity.Sectors.Where(sector => sector != Sector.Unk).Take(2).Select(sector => " " + sector.Code()));
        return Lines.Clean(entity.Name) + country + sectors;
    }

    /// <summary>Actors joined by +, an arrow to the recipients.</summary>
    public static string Sides(EventMention item, ImmutableArray<Entity> entities)
    {
        string actors = string.Join(" + ", item.Actors.Select(side => Of(entities[side.Entity])));
        string recipients = string.Join(" + ", item.Recipients.Select(side => Of(entities[side.Entity])));
        return (actors, recipients) switch
        {
            (_, "") => actors,
            ("", _) => "? → " + recipients,
            _ => $"{actors} → {recipients}",
        };
    }

    /// <summary><c>&lt; Xinhua &lt; Lavrov denies</c>, outermost first; empty when nobody is named.</summary>
    public static string Of(ImmutableArray<Attribution> chain) =>
        string.Join(" ", chain.Select(link => "< " + Lines.Clean(link.Text) + (link.Stance is Stance.Denies or Stance.Alleges ? " " + link.Stance.Value.ToString().ToLowerInvariant() : "")));

    /// <summary>What was done, in the words of the report and of the scheme.</summary>
    public static string Act(EventMention item, string text) =>
        Lines.Clean(item.Trigger.In(text)) is { Length: > 0 } trigger && item.About is { } about && !item.Trigger.Overlaps(about.Range)
            ? $"{trigger}: {Lines.Clean(about.Text)}"
            : Lines.Clean(item.Trigger.In(text));

    public static string Of(AgreementStatus status) => status == AgreementStatus.InForce ? "in force" : status.ToString().ToLowerInvariant();

    public static string TypeOf(EventMention item) => item.Type?.Name() ?? "CAMEO " + item.Cameo;

    public static string Factuality(EventMention item) =>
        item.Factuality.ToString().ToLowerInvariant() + (item.Historical ? ", past" : "");

    /// <summary>A number with its noun.</summary>
    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Day(DateOnly day) => $"{day.Day.ToString(CultureInfo.InvariantCulture)} {Months[day.Month - 1]} {Year(day)}";

    private static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);

    private static string Span(DateOnly start, DateOnly end)
    {
        if (start.Year == end.Year && start.Month == end.Month)
            return $"{start.Day.ToString(CultureInfo.InvariantCulture)} to {Day(end)}";
        return $"{Day(start)} to {Day(end)}";
    }
}
