using System.Collections.Immutable;
using System.Globalization;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>The fields of an event that a person may set right, and what each becomes in the tables.</summary>
public static class EventFields
{
    /// <summary>What stands where a date was read, when a person has set it.</summary>
    private const string SetByHand = "set by a person";

    private static readonly ImmutableArray<(string Name, string Meaning, Func<string, ImmutableArray<(string, object?)>> Columns)> Table =
    [
        ("type", "a PLOVER type such as CONSULT, or none; the modes and the score go with the old one", Type),
        ("mode", "PLOVER modes with commas between them, or none", value => [("modes", Packed.Strings(Words(value)))]),
        ("context", "PLOVER contexts with commas between them, or none", value => [("contexts", Packed.Strings(Words(value)))]),
        ("cameo", "a CAMEO code; Goldstein's score goes with the old one", value => [("cameo", Code(value)), ("goldstein", null)]),
        ("score", "PLOVER's score, -10 to 10, or none", value => [("score", Score(value))]),
        ("goldstein", "Goldstein's score, -10 to 10, or none", value => [("goldstein", Score(value))]),
        ("date", "2019, 2019-05, 2019-05-06, 2019-05-06..2019-05-09, ..2019-05-06, 2019-05-06.. or unknown", Date),
        ("place", "a name, and after a comma the country's code: Bergen, NOR; or none", Place),
        ("factuality", "happened, ongoing, future, hypothetical or negated", value => [("factuality", Names.Of(Parse<Factuality>(value, "is none of happened, ongoing, future, hypothetical, negated")))]),
        ("historical", "yes or no: told as background", value => [("historical", value is "yes" ? 1L : value is "no" ? 0L : throw Wrong(value, "is neither yes nor no"))]),
        ("actor", "who acts: names or ids of the report's own entities with ; between them, or none", _ => []),
        ("recipient", "whom it is done to, in the same way", _ => []),
    ];

    /// <summary>Every field with what it takes, for help pages and forms.</summary>
    public static IEnumerable<(string Name, string Meaning)> All => Table.Select(known => (known.Name, known.Meaning));

    /// <summary>Whether the field is a side, which lies in a table of its own.</summary>
    internal static bool IsSide(string field) => field is "actor" or "recipient";

    /// <summary>The columns of an event that a value sets; none for a side.</summary>
    /// <exception cref="CorrectionException">There is no such field, or the value does not fit it.</exception>
    internal static ImmutableArray<(string Column, object? Value)> ColumnsOf(string field, string value)
    {
        foreach ((string name, _, Func<string, ImmutableArray<(string, object?)>> columns) in Table)
        {
            if (name == field)
                return columns(value.Trim());
        }

        throw new CorrectionException($"an event has no field '{field}' to edit; there are {string.Join(", ", Table.Select(known => known.Name))}");
    }

    internal static CorrectionException Wrong(string value, string why) => new($"'{value}' {why}");

    private static ImmutableArray<(string, object?)> Type(string value)
    {
        if (value == "none")
            return [("type", null), ("quad", null), ("modes", "[]"), ("score", null)];
        if (!EventTypes.TryParse(value.ToUpperInvariant(), out EventType type))
            throw Wrong(value, "is no PLOVER type such as CONSULT");
        return [("type", type.Name()), ("quad", (long)type.Quad()), ("modes", "[]"), ("score", null)];
    }

    private static ImmutableArray<string> Words(string value) =>
        value == "none" ? [] : [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static string Code(string value) =>
        value.Length is >= 2 and <= 4 && value.All(char.IsAsciiDigit) ? value : throw Wrong(value, "is no CAMEO code such as 042");

    private static double? Score(string value)
    {
        if (value == "none")
            return null;
        return double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double score) && Math.Abs(score) <= 10
            ? score
            : throw Wrong(value, "is no score from -10 to 10");
    }

    private static ImmutableArray<(string, object?)> Date(string value)
    {
        PartialDate date = ReadDate(value);
        return
        [
            ("date_start", DateColumns.Iso(date.Start)), ("date_end", DateColumns.Iso(date.End)), ("date_precision", Names.Of(date.Precision)),
            ("date_expression", null), ("date_basis", SetByHand), ("day", DateColumns.Iso(date.Start ?? date.End) ?? ""),
        ];
    }

    private static PartialDate ReadDate(string value)
    {
        if (value is "unknown" or "none")
            return PartialDate.Unknown;
        int dots = value.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
        {
            (DateOnly first, DateOnly last) = Days(value, value);
            return value.Length switch
            {
                4 => PartialDate.Year(first.Year),
                7 => PartialDate.Month(first.Year, first.Month),
                _ => PartialDate.Between(first, last) is var day && first == last ? PartialDate.Day(first) : day,
            };
        }

        DateOnly? start = dots == 0 ? null : Days(value[..dots], value).First;
        DateOnly? end = dots + 2 == value.Length ? null : Days(value[(dots + 2)..], value).Last;
        return (start, end) switch
        {
            ({ } from, { } to) when from <= to => PartialDate.Between(from, to),
            ({ } from, null) => PartialDate.After(from),
            (null, { } to) => PartialDate.Before(to),
            _ => throw Wrong(value, "does not end after it begins"),
        };
    }

    private static (DateOnly First, DateOnly Last) Days(string part, string value) =>
        FilterKeys.Days(part) ?? throw Wrong(value, "is no date such as 2019-05-06, 2019-05, 2019-05-06.. or unknown");

    private static ImmutableArray<(string, object?)> Place(string value)
    {
        if (value == "none")
            return [("place_name", null), ("place_country", null), ("place_start", null), ("place_end", null)];
        int comma = value.LastIndexOf(',');
        string code = comma < 0 ? "" : value[(comma + 1)..].Trim();
        if (comma >= 0 && !CountryCode.TryParse(code, out _))
            throw Wrong(value, "has no country's code such as NOR after its comma");
        string name = comma < 0 ? value : value[..comma].Trim();
        return [("place_name", name.Storable()), ("place_country", code.Length == 0 ? null : code), ("place_start", 0L), ("place_end", 0L)];
    }

    private static T Parse<T>(string value, string why)
        where T : struct, Enum =>
        Enum.TryParse(value, ignoreCase: true, out T parsed) && !char.IsAsciiDigit(value[0]) ? parsed : throw Wrong(value, why);
}
