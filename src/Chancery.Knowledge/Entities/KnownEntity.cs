using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>An office that a person holds in a half-open span.</summary>
/// <param name="Country">None for an international body.</param>
/// <param name="Sector">As the data give it.</param>
/// <param name="Title">Lower case: <c>minister of foreign affairs</c>.</param>
/// <param name="Level">Its rank, by <see cref="Titles"/>.</param>
/// <param name="Span">From the first day to the first day on which it no longer holds.</param>
public readonly record struct Office(CountryCode Country, Sector Sector, string Title, TitleLevel Level, DateSpan Span);

/// <summary>A state's part in a body.</summary>
public readonly record struct Membership(CountryCode Country, DateSpan Span);

/// <summary>One entity of the data files: a state, a person, an organization, a group or a place.</summary>
public sealed record KnownEntity
{
    /// <summary>Its place in <see cref="KnownEntities"/>; not stable over versions.</summary>
    public int Index { get; internal init; }

    /// <summary>Stable over versions: <c>person:Emmanuel Macron</c>.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required EntityKind Kind { get; init; }

    /// <summary>The state itself, the state of a place or a body, the state of a person's latest office; none for what belongs to none.</summary>
    public CountryCode Country { get; init; }

    /// <summary>The weightiest first; empty for states, persons and places.</summary>
    public ImmutableArray<Sector> Sectors { get; init; } = [];

    /// <summary>All names as written in the data, the header first.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>The first of <see cref="Families"/>, or null.</summary>
    public string? Family => Families.IsEmpty ? null : Families[0];

    /// <summary>A person's family name, with other forms of it after the first; empty for other kinds and for those called by none.</summary>
    public ImmutableArray<string> Families { get; init; } = [];

    /// <summary>Of a person, in the order of their beginnings.</summary>
    public ImmutableArray<Office> Offices { get; init; } = [];

    /// <summary>When a state, body or group exists.</summary>
    public DateSpan Valid { get; init; }

    /// <summary>Of a territory, the state that it belongs to.</summary>
    public CountryCode Parent { get; init; }

    /// <summary>False for a state or territory without a code, which stands under that of its parent.</summary>
    public bool HasOwnCode { get; init; }

    /// <summary>Adjectives and nouns of the regions that a state lies in.</summary>
    public ImmutableArray<string> Regions { get; init; } = [];

    /// <summary>Of a body.</summary>
    public ImmutableArray<Membership> Members { get; init; } = [];

    /// <summary>ISO 3166 numeric, Correlates of War and Gleditsch-Ward numbers of a state; null where there is none.</summary>
    public (string? Iso2, int? Numeric, int? Cow, int? GleditschWard) Codes { get; init; }

    /// <summary>Of a place, decimal degrees.</summary>
    public (double Latitude, double Longitude)? Position { get; init; }

    /// <summary>Of a place: capital, city, region, site or sea.</summary>
    public string? PlaceKind { get; init; }

    public string? Wikidata { get; init; }

    /// <summary>Where it is written.</summary>
    public FilePlace Place { get; init; }

    /// <summary>The offices held on a day, null for the present; the highest first.</summary>
    public IEnumerable<Office> OfficesOn(DateOnly? day) => Offices.Where(office => office.Span.Holds(day)).OrderBy(office => office.Level);

    public override string ToString() => Key;
}
