namespace Chancery.Coding;

/// <summary>What a formula comes to: a number, a symbol, a moment, two moments, or nothing.</summary>
internal readonly record struct DateTerm
{
    public decimal? Number { get; init; }

    public string? Symbol { get; init; }

    public Moment? Moment { get; init; }

    /// <summary>The second of two moments told with one set of words: "3 and 4 May".</summary>
    public Moment? Second { get; init; }

    /// <summary>The slot that stands between two moments.</summary>
    public DateSlot? Between { get; init; }

    /// <summary>What is told is no date of any calendar.</summary>
    public bool Impossible { get; init; }

    public bool IsNothing => Number is null && Symbol is null && Moment is null;

    /// <summary>The number when it is a whole one in the range of a count; else null.</summary>
    public int? Count => Number is { } number && number >= -1_000_000 && number <= 1_000_000 ? (int)number : null;

    public static DateTerm Of(decimal number) => new() { Number = number };

    public static DateTerm Of(Moment? moment) => new() { Moment = moment };
}
