namespace Chancery.Extraction;

/// <summary>A stream whose first bytes can be looked at before they are read.</summary>
internal sealed class PeekStream : ForwardStream
{
    private readonly Stream inner;
    private readonly byte[] start;
    private readonly int filled;
    private int taken;
    private InvalidDataException? damage;

    public PeekStream(Stream inner, int size)
    {
        this.inner = inner;
        start = new byte[size];
        try
        {
            int read;
            while (filled < size && (read = inner.Read(start, filled, size - filled)) > 0)
                filled += read;
        }
        catch (InvalidDataException error)
        {
            damage = error;
        }
    }

    public ReadOnlySpan<byte> Start => start.AsSpan(0, filled);

    public override int Read(Span<byte> buffer)
    {
        if (taken == filled)
        {
            InvalidDataException? met = damage;
            damage = null;
            return met is null ? inner.Read(buffer) : throw met;
        }

        int length = Math.Min(buffer.Length, filled - taken);
        start.AsSpan(taken, length).CopyTo(buffer);
        taken += length;
        return length;
    }
}
