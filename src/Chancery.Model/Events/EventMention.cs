using System.Collections.Immutable;

namespace Chancery.Model;

public enum Factuality : byte
{
    Happened,
    Ongoing,
    Future,
    Hypothetical,
    Negated,
}

/// <summary>One report's telling of who did what to whom, when, and on whose word.</summary>
public sealed record EventMention
{
    /// <summary>Made from document, trigger, type and an ordinal: survives a knowledge update.</summary>
    public required string Id { get; init; }

    /// <summary>Null for a statement that PLOVER does not code (CAMEO 01).</summary>
    public EventType? Type { get; init; }

    public ImmutableArray<string> Modes { get; init; } = [];

    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>The CAMEO code as text, root first: <c>042</c>.</summary>
    public required string Cameo { get; init; }

    /// <summary>PLOVER's score of type and mode; null for a statement.</summary>
    public double? Score { get; init; }

    /// <summary>Goldstein's score of the CAMEO code in GDELT's table; null where it has none.</summary>
    public double? Goldstein { get; init; }

    public ImmutableArray<Side> Actors { get; init; } = [];

    public ImmutableArray<Side> Recipients { get; init; } = [];

    /// <summary>Named as left out ("excluding Mexico").</summary>
    public ImmutableArray<Side> Except { get; init; } = [];

    /// <summary>What is recognised, signed, condemned or asked.</summary>
    public About? About { get; init; }

    public ImmutableArray<Quantity> Quantities { get; init; } = [];

    public Agreement? Agreement { get; init; }

    public EventDate Date { get; init; } = EventDate.Unknown;

    public EventPlace? Place { get; init; }

    public required Factuality Factuality { get; init; }

    /// <summary>Told as background: long before the news of this report.</summary>
    public bool Historical { get; init; }

    /// <summary>Outermost first.</summary>
    public ImmutableArray<Attribution> Attribution { get; init; } = [];

    /// <summary>0 to 1, calibrated on the open sets.</summary>
    public double Confidence { get; init; }

    public required Evidence Evidence { get; init; }

    /// <summary>Other tellings of the same act in this report.</summary>
    public ImmutableArray<TextRange> AlsoEvidence { get; init; } = [];

    /// <summary>The word that names the act.</summary>
    public required TextRange Trigger { get; init; }

    /// <summary>The quote that it stands in, or null.</summary>
    public string? Quote { get; init; }
}

/// <summary>What an act is about.</summary>
public sealed record About(string Text, int? Entity, TextRange Range);

/// <summary>A number with what is counted: 17 agreements, 3 million barrels.</summary>
public sealed record Quantity(decimal Value, string Unit, bool Approximate, TextRange Range);

public enum AgreementStatus : byte
{
    Offered,
    Negotiated,
    Future,
    Signed,
    Ratified,
    InForce,
    Ended,
}

/// <summary>How an agreement stands, on which fields, until when.</summary>
public sealed record Agreement(AgreementStatus Status, ImmutableArray<string> Fields, PartialDate? Horizon);

/// <summary>When an act took or takes place, with the words for it and how the days were reached.</summary>
public sealed record EventDate(PartialDate Date, string? Expression, string Basis)
{
    public static EventDate Unknown { get; } = new(PartialDate.Unknown, null, "nothing said");
}

/// <summary>Where an act took place; a dateline is no place by itself.</summary>
public sealed record EventPlace(string Name, CountryCode Country, TextRange Range);
