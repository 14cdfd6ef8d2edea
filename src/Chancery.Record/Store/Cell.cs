namespace Chancery.Record;

/// <summary>A value on its way into a column or a search: text, a number, or nothing.</summary>
internal readonly struct Cell
{
    private readonly long bits;

    private Cell(CellKind kind, long bits, string? text)
    {
        Kind = kind;
        this.bits = bits;
        Text = text;
    }

    /// <summary>The key of the document that a row belongs to, known when it is written.</summary>
    public static Cell Document { get; } = new(CellKind.Document, 0, null);

    public CellKind Kind { get; }

    /// <summary>Null unless it is text.</summary>
    public string? Text { get; }

    public long Number => bits;

    public double Real => BitConverter.Int64BitsToDouble(bits);

    public static implicit operator Cell(string? text) => text is null ? default : new(CellKind.Text, 0, text);

    public static implicit operator Cell(long? number) => number is { } value ? new(CellKind.Number, value, null) : default;

    public static implicit operator Cell(double? number) => number is { } value ? new(CellKind.Real, BitConverter.DoubleToInt64Bits(value), null) : default;

    public static implicit operator Cell(bool value) => new(CellKind.Number, value ? 1 : 0, null);

    /// <summary>The key of an event of the reading, by its place.</summary>
    public static Cell Event(int place) => new(CellKind.Event, place, null);

    /// <summary>The key of a quotation of the reading, by its place.</summary>
    public static Cell Quote(int place) => new(CellKind.Quote, place, null);

    /// <summary>The same with the key that it has in the store.</summary>
    public Cell In(in RowKeys keys) => Kind switch
    {
        CellKind.Document => keys.Document,
        CellKind.Event => keys.Event + bits,
        CellKind.Quote => keys.Quote + bits,
        _ => this,
    };

    /// <summary>Whether it is the very same text or number; equal texts may stand in two places.</summary>
    public bool IsSameAs(in Cell other) => Kind == other.Kind && bits == other.bits && ReferenceEquals(Text, other.Text);

    /// <summary>What the database gave, on its way back.</summary>
    public static Cell Of(object? value) => value switch
    {
        null or DBNull => default,
        string text => text,
        long number => number,
        int number => number,
        double number => number,
        _ => throw new ArgumentException($"a {value.GetType().Name} has no column", nameof(value)),
    };
}

internal enum CellKind : byte
{
    Nothing,
    Text,
    Number,
    Real,
    Document,
    Event,
    Quote,
}
