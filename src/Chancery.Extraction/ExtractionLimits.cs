namespace Chancery.Extraction;

/// <summary>Bounds of what is read. What lies beyond is left out with a diagnostic, never read in part without a word.</summary>
public sealed record ExtractionLimits
{
    public static ExtractionLimits Standard { get; } = new();

    /// <summary>Bytes of one document; the rest is cut.</summary>
    public int DocumentBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Elements open at one time; deeper ones lose their tags, not their text.</summary>
    public int Depth { get; init; } = 400;

    /// <summary>Tags of one page; the rest is cut.</summary>
    public int Tags { get; init; } = 300_000;

    /// <summary>Attributes of one tag; a tag with more is left out.</summary>
    public int Attributes { get; init; } = 400;

    /// <summary>Lines of one document that are judged; the rest is dropped.</summary>
    public int Lines { get; init; } = 100_000;

    /// <summary>Bytes that one archive or compressed stream may hold when unpacked.</summary>
    public long ArchiveBytes { get; init; } = 64L * 1024 * 1024 * 1024;

    /// <summary>How many times larger than packed a record may be when unpacked.</summary>
    public int Expansion { get; init; } = 200;

    /// <summary>Entries of one archive.</summary>
    public int ArchiveEntries { get; init; } = 10_000_000;

    /// <summary>Archives inside archives.</summary>
    public int ArchiveDepth { get; init; } = 3;
}
