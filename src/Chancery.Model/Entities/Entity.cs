using System.Collections.Immutable;

namespace Chancery.Model;

public enum EntityKind : byte
{
    State,
    Person,
    Organization,
    Group,
    Place,
}

/// <summary>The one meant by mentions of a report: known to the knowledge base, or made from the words of the report.</summary>
public sealed record Entity
{
    /// <summary>Identifier within the reading: <c>e1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The knowledge base's name, else the fullest name in the report.</summary>
    public required string Name { get; init; }

    public required EntityKind Kind { get; init; }

    /// <summary>None for what belongs to no country.</summary>
    public CountryCode Country { get; init; }

    /// <summary>The weightiest first.</summary>
    public ImmutableArray<Sector> Sectors { get; init; } = [];

    /// <summary>The office at the date of the report, or as the report names it; null when there is none.</summary>
    public string? Office { get; init; }

    /// <summary>Names of the others that it may be, when the report does not decide.</summary>
    public ImmutableArray<string> Candidates { get; init; } = [];

    /// <summary>Its key in the knowledge base (kind and name, stable over versions), or null when only the report knows it.</summary>
    public string? Known { get; init; }
}

/// <summary>How a mention names its entity.</summary>
public enum MentionKind : byte
{
    /// <summary>A name, whole or in part, with the office phrase around it.</summary>
    Name,

    /// <summary>An office, a description, a common noun: "the Venezuelan leader", "police".</summary>
    Nominal,

    /// <summary>"he", "they", "both", "the latter".</summary>
    Pronoun,

    /// <summary>A demonym or an adjective: "Russian" in "Russian troops"; never a side by itself unless the grammar makes it one.</summary>
    Adjective,
}

/// <summary>Words of the text that mean an entity.</summary>
/// <param name="Range">All words of the mention: "Russian Foreign Minister Sergei Lavrov".</param>
/// <param name="HeadToken">Index of the syntactic head among the document's tokens.</param>
/// <param name="Entity">Index into <see cref="Reading.Entities"/>.</param>
/// <param name="Kind">How it names the entity.</param>
/// <param name="Rule">Which rule found or resolved it.</param>
public readonly record struct EntityMention(TextRange Range, int HeadToken, int Entity, MentionKind Kind, RuleId Rule);
