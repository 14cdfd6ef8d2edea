using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>What a filter can ask of.</summary>
public enum FilterKey : byte
{
    Actor,
    Recipient,
    Side,
    Between,
    Sector,
    Type,
    Mode,
    Context,
    Cameo,
    Quad,
    Rule,
    Since,
    Until,
    Published,
    Dated,
    Factuality,
    Historical,
    Outlet,
    Source,
    Place,
    Agreement,
    Field,
    Confidence,
    Score,
    Goldstein,
    Report,
    Language,
    Text,
    Speaker,
    Form,
    Rejected,
    About,
}

/// <summary>The keys with what they mean and what values they take.</summary>
public static class FilterKeys
{
    private static readonly ImmutableArray<(FilterKey Key, string Meaning, Func<string, string?> Complaint)> Table =
    [
        (FilterKey.Actor, "who acts: a country code or name, a person, a body, a sector such as MIL", Any),
        (FilterKey.Recipient, "whom it is done to", Any),
        (FilterKey.Side, "either of the two", Any),
        (FilterKey.Between, "two countries in both directions: between:RUS,VEN", Any),
        (FilterKey.Sector, "a sector of an actor or recipient: GOV, MIL, OPP …", value => SectorCodes.TryParse(value.ToUpperInvariant(), out _) ? null : "is no sector such as GOV or MIL"),
        (FilterKey.Type, "a PLOVER type: CONSULT, SUPPORT …; none for statements", value => value == "none" || EventTypes.TryParse(value.ToUpperInvariant(), out _) ? null : "is no PLOVER type such as CONSULT"),
        (FilterKey.Mode, "a PLOVER mode: visit, phone …", Any),
        (FilterKey.Context, "a PLOVER context: military, economic …", Any),
        (FilterKey.Cameo, "a CAMEO code or the start of one: 04", value => value.All(char.IsAsciiDigit) ? null : "is no CAMEO code such as 042"),
        (FilterKey.Quad, "a quad class, 1 to 4", value => value is "1" or "2" or "3" or "4" ? null : "is no quad class from 1 to 4"),
        (FilterKey.Rule, "the rule that read it, or the start of its name", Any),
        (FilterKey.Since, "events on or after a day, month or year", DayOrMonthOrYear),
        (FilterKey.Until, "events on or before it", DayOrMonthOrYear),
        (FilterKey.Published, "reports of a day, month or year, or >, <", DayOrMonthOrYear),
        (FilterKey.Dated, "yes or no: whether the event has a date", YesOrNo),
        (FilterKey.Factuality, "happened, ongoing, future, hypothetical or negated", value => Enum.TryParse<Factuality>(value, true, out _) && !char.IsAsciiDigit(value[0]) ? null : "is none of happened, ongoing, future, hypothetical, negated"),
        (FilterKey.Historical, "yes or no: told as background", YesOrNo),
        (FilterKey.Outlet, "the publisher", Any),
        (FilterKey.Source, "on whose word: words of the chain", Any),
        (FilterKey.Place, "where: a name or a country code", Any),
        (FilterKey.Agreement, "signed, ratified, future …; any for every agreement", value => value == "any" || Enum.TryParse<AgreementStatus>(value.Replace(" ", "", StringComparison.Ordinal), true, out _) ? null : "is no status of an agreement such as signed"),
        (FilterKey.Field, "what an agreement is on: military, trade …", Any),
        (FilterKey.Confidence, "0 to 1: confidence:>0.7", Number),
        (FilterKey.Score, "PLOVER's score, -10 to 10", Number),
        (FilterKey.Goldstein, "Goldstein's score, -10 to 10", Number),
        (FilterKey.Report, "a report by its id, the start of it, or its address", Any),
        (FilterKey.Language, "the language of the report: en", Any),
        (FilterKey.Text, "words of the report, in quotation marks for a phrase", Any),
        (FilterKey.Speaker, "who says it", Any),
        (FilterKey.Form, "direct, indirect or mixed", value => Enum.TryParse<QuoteForm>(value, true, out _) ? null : "is none of direct, indirect, mixed"),
        (FilterKey.Rejected, "yes to see what a person has rejected; no is the rule", YesOrNo),
        (FilterKey.About, "of events: whom or what they are about; of quotes: who is spoken of in them", Any),
    ];

    private static readonly FrozenDictionary<string, FilterKey> ByName = Table.ToFrozenDictionary(row => NameOf(row.Key), row => row.Key, StringComparer.Ordinal);

    /// <summary>Every key with its meaning, for help pages.</summary>
    public static IEnumerable<(string Name, string Meaning)> All => Table.Select(row => (NameOf(row.Key), row.Meaning));

    public static string NameOf(FilterKey key) => key.ToString().ToLowerInvariant();

    internal static FilterKey? Find(string name) => ByName.TryGetValue(name, out FilterKey key) ? key : null;

    /// <summary>What is wrong with a value, or null.</summary>
    internal static string? Complaint(FilterKey key, string value)
    {
        if (value.Length == 0)
            return "is empty";
        return Table[(int)key].Complaint(value);
    }

    internal static bool IsCompared(FilterKey key) => key is FilterKey.Confidence or FilterKey.Score or FilterKey.Goldstein or FilterKey.Published;

    /// <summary>The days that <c>2019</c>, <c>2019-05</c> or <c>2019-05-06</c> spans.</summary>
    internal static (DateOnly First, DateOnly Last)? Days(string value)
    {
        if (value.Any(c => !char.IsAsciiDigit(c) && c != '-'))
            return null;
        string[] parts = value.Split('-');
        if (parts.Length is < 1 or > 3 || parts[0].Length != 4 || parts.Skip(1).Any(part => part.Length != 2))
            return null;
        int year = int.Parse(parts[0], CultureInfo.InvariantCulture);
        int month = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1;
        int day = parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : 1;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var first = new DateOnly(year, month, day);
        return parts.Length switch
        {
            1 => (first, new DateOnly(year, 12, 31)),
            2 => (first, new DateOnly(year, month, DateTime.DaysInMonth(year, month))),
            _ => (first, first),
        };
    }

    private static string? Any(string value) => null;

    private static string? YesOrNo(string value) => value is "yes" or "no" ? null : "is neither yes nor no";

    private static string? DayOrMonthOrYear(string value) => Days(value) is null ? "is no day, month or year such as 2019-05-06, 2019-05 or 2019" : null;

    private static string? Number(string value) =>
        double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? null : "is no number";
}
