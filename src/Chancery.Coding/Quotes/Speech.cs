using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>One piece of what somebody said or thought, before identifiers and entities are given.</summary>
internal sealed record Speech
{
    public required TextRange Content { get; init; }

    public TextRange? Speaker { get; init; }

    /// <summary>The head of the words for the speaker, or -1.</summary>
    public int SpeakerHead { get; init; } = -1;

    /// <summary>The head of the words for the one spoken to, or -1.</summary>
    public int HearerHead { get; init; } = -1;

    public TextRange? Cue { get; init; }

    /// <summary>The cue's first token, or -1; pieces with one cue are one quotation.</summary>
    public int CueToken { get; init; } = -1;

    public Stance Stance { get; init; }

    /// <summary>Its cue is a word of another language that a translation left as it was.</summary>
    public bool IsForeignCue { get; init; }

    /// <summary>Told by a preposition of sources: "according to the agency".</summary>
    public bool IsSource { get; init; }

    /// <summary>The class of the cue that tells it; null for words in marks.</summary>
    public string? Class { get; init; }

    /// <summary>A turn of a printed conversation: words without marks that are the speaker's own.</summary>
    public bool IsTurn { get; init; }

    /// <summary>It is the object of its cue: "voiced regret".</summary>
    public bool IsObject { get; init; }

    /// <summary>The words hang on a preposition of the cue: "apologised for …".</summary>
    public bool IsAbout { get; init; }

    /// <summary>It stands in a clause of its own.</summary>
    public bool IsClause { get; init; }

    /// <summary>A verb of speech tells it in a clause.</summary>
    public bool IsTold => IsClause && Class == SpeechClasses.Speech;

    /// <summary>Heads of those through whom the words came, outermost first: the medium of an interview, the agency that quotes.</summary>
    public ImmutableArray<int> Carriers { get; init; } = [];

    /// <summary>For a mere source the heads of those that it cites.</summary>
    public ImmutableArray<int> Cited { get; init; } = [];

    /// <summary>The source that tells of this saying, or null.</summary>
    public Speech? Source { get; init; }

    public required string Rule { get; init; }
}
