using System.Collections.Immutable;

namespace Chancery.Model;

/// <summary>All that was read in one document. The library's result.</summary>
public sealed record Reading
{
    /// <summary>The version of knowledge and models that made it.</summary>
    public required string Knowledge { get; init; }

    public required Document Document { get; init; }

    /// <summary>Entities of this document; an <see cref="EntityMention.Entity"/> is an index into them.</summary>
    public required ImmutableArray<Entity> Entities { get; init; }

    /// <summary>In text order.</summary>
    public required ImmutableArray<EntityMention> Mentions { get; init; }

    /// <summary>In text order of their triggers.</summary>
    public required ImmutableArray<EventMention> Events { get; init; }

    public required ImmutableArray<Quote> Quotes { get; init; }

    public required ImmutableArray<DateMention> Dates { get; init; }

    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }
}
