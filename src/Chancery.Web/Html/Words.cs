using System.Collections.Immutable;
using System.Globalization;
using Chancery.Model;

namespace Chancery.Web;

/// <summary>Values of the record in words for people.</summary>
internal static class Words
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary><c>6 May 2019</c>, <c>Sep 2019</c>, <c>5–7 May 2019</c>, <c>until 6 May 2019</c>; <c>undated</c> for the unknown.</summary>
    public static string Of(PartialDate date) => date switch
    {
        { Precision: DatePrecision.Day, Start: { } day } => Day(day),
        { Precision: DatePrecision.Month, Start: { } day } => Month(day),
        { Precision: DatePrecision.Year, Start: { } day } => Year(day),
        { Precision: DatePrecision.Range, Start: { } start, End: { } end } => Span(start, end),
        { Precision: DatePrecision.Before, End: { } end } => $"until {Day(end)}",
        { Precision: DatePrecision.After, Start: { } start } => $"from {Day(start)}",
        _ => "undated",
    };

    public static string Month(DateOnly day) => $"{Months[day.Month - 1]} {Year(day)}";

    public static string Day(DateOnly day) => $"{day.Day.ToString(CultureInfo.InvariantCulture)} {Month(day)}";

    public static string Of(Factuality factuality) => factuality switch
    {
        Factuality.Happened => "happened",
        Factuality.Ongoing => "under way",
        Factuality.Future => "planned",
        Factuality.Hypothetical => "possible",
        _ => "not so",
    };

    public static string Of(QuadClass quad) => quad switch
    {
        QuadClass.VerbalCooperation => "verbal cooperation",
        QuadClass.MaterialCooperation => "material cooperation",
        QuadClass.VerbalConflict => "verbal conflict",
        _ => "material conflict",
    };

    public static string Of(AgreementStatus status) => status == AgreementStatus.InForce ? "in force" : status.ToString().ToLowerInvariant();

    public static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>PLOVER's type with its modes; a statement that PLOVER does not code has its CAMEO code.</summary>
    public static string TypeOf(EventMention item) =>
        item.Type is { } type ? string.Join(' ', [type.Name(), .. item.Modes]) : $"statement {item.Cameo}";

    public static string Number(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    /// <summary>With thin spaces between thousands.</summary>
    public static string Number(long value) => value.ToString("#,0", Thousands);

    /// <summary>A number with its noun.</summary>
    public static string Count(long count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    public static string Quantity(Quantity quantity) =>
        $"{(quantity.Approximate ? "about " : "")}{quantity.Value.ToString("#,0.##", Thousands)} {quantity.Unit}";

    public static string Sectors(ImmutableArray<Sector> sectors) =>
        string.Join(' ', sectors.Where(sector => sector != Sector.Unk).Take(2).Select(sector => sector.Code()));

    /// <summary>One line without breaks, cut at a blank when it is longer than the limit.</summary>
    public static string Short(string text, int most)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= most)
            return line;
        int blank = line.LastIndexOf(' ', most - 1);
        int end = blank > most / 2 ? blank : most - 1;
        if (char.IsHighSurrogate(line[end - 1]))
            end--;
        return line[..end] + "…";
    }

    private static readonly NumberFormatInfo Thousands = new() { NumberGroupSeparator = "\u202F" };

    private static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);

    private static string Span(DateOnly start, DateOnly end)
    {
        if (start.Year == end.Year && start.Month == end.Month)
            return $"{start.Day.ToString(CultureInfo.InvariantCulture)}–{Day(end)}";
        return start.Year == end.Year ? $"{start.Day.ToString(CultureInfo.InvariantCulture)} {Months[start.Month - 1]} – {Day(end)}" : $"{Day(start)} – {Day(end)}";
    }
}
