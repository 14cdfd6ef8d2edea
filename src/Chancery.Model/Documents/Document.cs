using System.Collections.Immutable;

namespace Chancery.Model;

/// <summary>What came in, before anything is known of it: bytes with an address, and what a container said about them.</summary>
public sealed record RawDocument
{
    /// <summary>As given: a path, an address, the address of a record in an archive.</summary>
    public required string Uri { get; init; }

    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>How the bytes are to be taken.</summary>
    public DocumentFormat Format { get; init; } = DocumentFormat.Detect;

    /// <summary>The charset that a transport header named, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>A given identifier (JSONL input), or null: then a hash of the bytes.</summary>
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    /// <summary>The day of publication as the container gives it, ISO 8601, or null.</summary>
    public string? Published { get; init; }

    /// <summary>BCP 47, or null: then it is judged from the text.</summary>
    public string? Language { get; init; }

    /// <summary>What was met in the container that concerns this document.</summary>
    public ImmutableArray<Diagnostic> Problems { get; init; } = [];
}

public enum DocumentFormat : byte
{
    /// <summary>Judge from the bytes and the address.</summary>
    Detect,

    /// <summary>Text as it stands, judged line by line as a scraped page may be.</summary>
    PlainText,

    Html,

    /// <summary>Text given by another program, taken as the report itself: its lines are judged, but nothing is decoded.</summary>
    GivenText,
}

/// <summary>A report as text, with what is known about it as a document. Immutable; everything else is a range into <see cref="Text"/>.</summary>
public sealed record Document
{
    /// <summary>The given identifier, or <c>sha256:</c> with the first 32 hex digits of the hash of the bytes.</summary>
    public required string Id { get; init; }

    public required string Uri { get; init; }

    /// <summary>For plain text the decoded file itself without its byte-order mark; for HTML the extracted text.</summary>
    public required string Text { get; init; }

    /// <summary>BCP 47; <c>und</c> when it could not be told.</summary>
    public required string Language { get; init; }

    public string? Title { get; init; }

    /// <summary>Where the title stands in the text; null when it came from metadata alone.</summary>
    public TextRange? TitleRange { get; init; }

    /// <summary>The publisher; null when the copy does not say.</summary>
    public string? Outlet { get; init; }

    /// <summary>Upstream sources credited for the whole report.</summary>
    public ImmutableArray<string> Via { get; init; } = [];

    /// <summary>Null when nothing in the copy supports a date.</summary>
    public DatedBasis? Published { get; init; }

    public Dateline? Dateline { get; init; }

    /// <summary>The parts of the text that are the report, in text order.</summary>
    public required ImmutableArray<Block> Body { get; init; }

    /// <summary>All else that is not blank, with the reason.</summary>
    public ImmutableArray<DroppedRange> Dropped { get; init; } = [];
}

/// <summary>A date with how it was reached, in words: <c>source line</c>, <c>url</c>, <c>dateline</c>, <c>given</c>.</summary>
public sealed record DatedBasis(PartialDate Date, string Basis);

/// <summary>The opening of wire copy: <c>MOSCOW, May 5 (Xinhua) --</c>.</summary>
/// <param name="Range">The whole dateline with its closing dash.</param>
/// <param name="Place">As written.</param>
/// <param name="Date">With the year that the document supports; null when the dateline has none.</param>
/// <param name="Agency">As written, or null.</param>
public sealed record Dateline(TextRange Range, string Place, PartialDate? Date, string? Agency);

public enum BlockKind : byte
{
    Paragraph,
    Heading,

    /// <summary>The summary under the headline.</summary>
    Deck,
}

public readonly record struct Block(TextRange Range, BlockKind Kind)
{
    /// <summary>BCP 47, where it is another than the language of the document; else null.</summary>
    public string? Language { get; init; }
}

/// <summary>Text that is not the report, and why: <c>navigation</c>, <c>caption</c>, <c>credit</c>, <c>related link</c> …</summary>
public readonly record struct DroppedRange(TextRange Range, string Reason);
