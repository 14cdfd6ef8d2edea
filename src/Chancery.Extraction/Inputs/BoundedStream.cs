namespace Chancery.Extraction;

/// <summary>What was unpacked grew beyond its bounds.</summary>
internal sealed class BoundExceededException(string message) : IOException(message);

/// <summary>The bytes of another stream up to a number, and beyond it an error: no archive fills the memory or runs for ever.</summary>
internal sealed class BoundedStream(Stream inner, long most) : Stream
{
    private long used;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        used += read;
        return used > most ? throw new BoundExceededException($"it unpacks to more than {most} bytes") : read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
