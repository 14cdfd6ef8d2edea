namespace Chancery.Model;

/// <summary>A time expression in the text.</summary>
/// <param name="Range">Its words.</param>
/// <param name="Value">The days that it means.</param>
/// <param name="Timex">Its TIMEX3 value (ISO 8601): <c>2019-05-05</c>, <c>2019-W18</c>, <c>P4Y</c>, <c>PAST_REF</c>; null when it has none.</param>
/// <param name="Kind">What sort of time it names.</param>
/// <param name="Basis">How the value was reached, in words: <c>absolute</c>, <c>weekday before dateline</c>, <c>relative to publication</c>.</param>
public sealed record DateMention(TextRange Range, PartialDate Value, string? Timex, TimeKind Kind, string Basis)
{
    /// <summary>How the words bound what happens by it.</summary>
    public DateBound Bound { get; init; }

    /// <summary>Which rule of the language read it.</summary>
    public RuleId Rule { get; init; }
}

/// <summary>How a date bounds an act: "since July", "until 2030", "between 1999 and 2013".</summary>
public enum DateBound : byte
{
    /// <summary>The act lies on or in it.</summary>
    None,
    Since,
    Until,
    Before,
    After,

    /// <summary>The beginning of a span whose end is told too.</summary>
    From,

    /// <summary>The end of such a span.</summary>
    To,
}

/// <summary>TIMEX3's types.</summary>
public enum TimeKind : byte
{
    Date,
    Time,
    Duration,
    Set,
}
