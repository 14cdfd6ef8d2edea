using System.IO.Compression;

namespace Chancery.Extraction;

/// <summary>
/// The unpacked bytes of gzip members one after another. A damaged member throws once; reading on goes to the next member that
/// begins, so that one bad record does not end a file.
/// </summary>
internal sealed class GzipMembers : ForwardStream
{
    /// <summary>Unpacked bytes below which nothing is a bomb.</summary>
    private const long Harmless = 64 * 1024 * 1024;

    private readonly RawChunks raw;
    private readonly int expansion;
    private GZipStream? member;
    private long unpacked;

    /// <param name="packed">The members.</param>
    /// <param name="expansion">How many times larger than packed they may be when unpacked.</param>
    public GzipMembers(Stream packed, int expansion)
    {
        this.expansion = expansion;
        raw = new RawChunks(packed);
        member = new GZipStream(raw, CompressionMode.Decompress, true);
    }

    public override int Read(Span<byte> buffer)
    {
        if (member is null)
        {
            if (!raw.SeekMember())
                return 0;
            member = new GZipStream(raw, CompressionMode.Decompress, true);
        }

        try
        {
            int read = member.Read(buffer);
            unpacked += read;
            return unpacked > Harmless && unpacked / expansion > raw.Taken ? throw new BoundExceededException($"it is packed more than {expansion} times smaller than it is") : read;
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            member.Dispose();
            member = null;
            throw new InvalidDataException("a gzip member is damaged", error);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            member?.Dispose();
            raw.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The packed bytes in small pieces, so that little is lost behind a damaged member, with a search for the next.</summary>
    private sealed class RawChunks(Stream inner) : ForwardStream
    {
        private const int Slice = 512;
        private readonly byte[] chunk = new byte[64 * 1024];
        private int length;
        private int place;
        private int sliceStart;

        /// <summary>How many packed bytes were asked for.</summary>
        public long Taken { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (place == length && !Fill())
                return 0;
            int taken = Math.Min(Math.Min(buffer.Length, Slice), length - place);
            sliceStart = place;
            chunk.AsSpan(place, taken).CopyTo(buffer);
            place += taken;
            Taken += taken;
            return taken;
        }

        /// <summary>Goes to the next <c>1F 8B 08</c>; false at the end.</summary>
        public bool SeekMember()
        {
            // The damaged member's own beginning is passed over; the next may begin in what was read ahead.
            place = Math.Min(length, sliceStart + 1);
            while (true)
            {
                int found = chunk.AsSpan(place, length - place).IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);
                if (found >= 0)
                {
                    place += found;
                    sliceStart = place;
                    return true;
                }

                int kept = Math.Min(2, length - place);
                chunk.AsSpan(length - kept, kept).CopyTo(chunk);
                int read = inner.Read(chunk, kept, chunk.Length - kept);
                if (read == 0)
                    return false;
                place = 0;
                sliceStart = 0;
                length = kept + read;
            }
        }

        private bool Fill()
        {
            place = 0;
            sliceStart = 0;
            length = inner.Read(chunk, 0, chunk.Length);
            return length > 0;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
