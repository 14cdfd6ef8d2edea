using System.Collections.Immutable;

namespace Chancery.Model;

public enum QuoteForm : byte
{
    Direct,
    Indirect,

    /// <summary>Part in quotation marks, part not.</summary>
    Mixed,
}

/// <summary>Who takes part, and where the words for them stand.</summary>
/// <param name="Entity">Index into <see cref="Reading.Entities"/>.</param>
/// <param name="Range">The words at this place.</param>
public readonly record struct Side(int Entity, TextRange Range);

/// <summary>Words given as somebody's. The outer marks and a leading "that" are left out of <see cref="Content"/>.</summary>
public sealed record Quote
{
    /// <summary>Identifier within the reading: <c>q1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Pieces of one quotation share the identifier of the first.</summary>
    public required string Group { get; init; }

    public required TextRange Content { get; init; }

    public required QuoteForm Form { get; init; }

    /// <summary>Where the speaker is named; null when the text does not say. Its entity may be unknown: see <see cref="SpeakerEntity"/>.</summary>
    public TextRange? Speaker { get; init; }

    /// <summary>Index into <see cref="Reading.Entities"/>, or null when the speaker's words mean no entity known here.</summary>
    public int? SpeakerEntity { get; init; }

    public Side? Addressee { get; init; }

    /// <summary>The word that says that it was said.</summary>
    public TextRange? Cue { get; init; }

    /// <summary>On whose word the quotation itself stands, outermost first.</summary>
    public ImmutableArray<Attribution> Attribution { get; init; } = [];

    /// <summary>How the speaker stands to what is said.</summary>
    public Stance Stance { get; init; }

    public required RuleId Rule { get; init; }
}

public enum Stance : byte
{
    Says,
    Denies,
    Alleges,
}

/// <summary>One link of the chain of hearsay.</summary>
/// <param name="Text">The words, or the outlet's name.</param>
/// <param name="Entity">Index into <see cref="Reading.Entities"/>, or null.</param>
/// <param name="Stance">How the source stands to what it tells; null for an outlet.</param>
public sealed record Attribution(string Text, int? Entity, Stance? Stance);
