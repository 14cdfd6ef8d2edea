namespace Chancery.Model;

/// <summary>A time expression in the text.</summary>
/// <param name="Range">Its words.</param>
/// <param name="Value">The days that it means.</param>
/// <param name="Timex">Its TIMEX3 value (ISO 8601): <c>2019-05-05</c>, <c>2019-W18</c>, <c>P4Y</c>, <c>PAST_REF</c>; null when it has none.</param>
/// <param name="Kind">What sort of time it names.</param>
/// <param name="Basis">How the value was reached, in words: <c>absolute</c>, <c>weekday before dateline</c>, <c>relative to publication</c>.</param>
public sealed record DateMention(TextRange Range, PartialDate Value, string? Timex, TimeKind Kind, string Basis);

/// <summary>TIMEX3's types.</summary>
public enum TimeKind : byte
{
    Date,
    Time,
    Duration,
    Set,
}
