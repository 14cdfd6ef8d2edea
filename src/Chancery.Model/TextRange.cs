namespace Chancery.Model;

/// <summary>A half-open range of UTF-16 code units in <see cref="Document.Text"/>.</summary>
/// <param name="Start">The first code unit.</param>
/// <param name="Length">How many code units; zero for a place between two characters.</param>
public readonly record struct TextRange(int Start, int Length) : IComparable<TextRange>
{
    /// <summary>The first code unit after the range.</summary>
    public int End => Start + Length;

    public bool IsEmpty => Length == 0;

    public static TextRange FromBounds(int start, int end) => new(start, end - start);

    public bool Contains(int position) => position >= Start && position < End;

    public bool Contains(TextRange other) => other.Start >= Start && other.End <= End;

    public bool Overlaps(TextRange other) => other.Start < End && Start < other.End;

    /// <summary>The smallest range that holds both.</summary>
    public TextRange Union(TextRange other) => FromBounds(Math.Min(Start, other.Start), Math.Max(End, other.End));

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    public string Of(string text) => text.Substring(Start, Length);

    /// <summary>Earlier starts first; of two with one start, the longer first.</summary>
    public int CompareTo(TextRange other) =>
        Start != other.Start ? Start.CompareTo(other.Start) : other.Length.CompareTo(Length);

    public static bool operator <(TextRange left, TextRange right) => left.CompareTo(right) < 0;

    public static bool operator <=(TextRange left, TextRange right) => left.CompareTo(right) <= 0;

    public static bool operator >(TextRange left, TextRange right) => left.CompareTo(right) > 0;

    public static bool operator >=(TextRange left, TextRange right) => left.CompareTo(right) >= 0;
}
