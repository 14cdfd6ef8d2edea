namespace Chancery.Extraction;

/// <summary>What was unpacked grew beyond its bounds.</summary>
internal sealed class BoundExceededException(string message) : IOException(message);

/// <summary>The bytes of another stream up to a number, and beyond it an error: no archive fills the memory or runs for ever.</summary>
internal sealed class BoundedStream(Stream inner, long most) : ForwardStream
{
    private long used;

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        used += read;
        return used > most ? throw new BoundExceededException($"it unpacks to more than {most} bytes") : read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
