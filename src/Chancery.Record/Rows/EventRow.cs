using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>A report without its text.</summary>
/// <param name="Key">Its row.</param>
/// <param name="Id">As in the reading.</param>
/// <param name="Uri">The newest of its addresses.</param>
/// <param name="Outlet">Null when the copy does not say.</param>
/// <param name="Title">Null when there is none.</param>
/// <param name="Published">Null when nothing in the copy says when.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="TextHash">SHA-256 of the text in UTF-8.</param>
/// <param name="Knowledge">What it was read with.</param>
/// <param name="Likeness">SimHash of its body: see <see cref="Record.Likeness"/>.</param>
public sealed record ReportRow(
    long Key, string Id, string Uri, string? Outlet, string? Title, DatedBasis? Published, string Language, string TextHash, string Knowledge, long Likeness);

/// <summary>An event mention of the store, with its report and those who take part.</summary>
public sealed record EventRow
{
    /// <summary>Its row.</summary>
    public required long Key { get; init; }

    public required ReportRow Report { get; init; }

    /// <summary>Its entities are indices into <see cref="Entities"/>; links of the chain carry words alone.</summary>
    public required EventMention Event { get; init; }

    /// <summary>Those who take part, and what it is about.</summary>
    public required ImmutableArray<Entity> Entities { get; init; }

    /// <summary>The words of the evidence; null where no text is kept.</summary>
    public string? Evidence { get; init; }

    /// <summary>The word that names the act; null where no text is kept.</summary>
    public string? Trigger { get; init; }
}

/// <summary>A quotation of the store.</summary>
/// <param name="Id">Unique over all reports.</param>
/// <param name="Report">Where it stands.</param>
/// <param name="Words">What is said.</param>
/// <param name="Quote">With places and form; its entities are indices into the reading's.</param>
/// <param name="Speaker">As the knowledge names the speaker, else as the report does; null for nobody named.</param>
/// <param name="SpeakerCountry">None when it is not known.</param>
public sealed record QuoteRow(string Id, ReportRow Report, string Words, Quote Quote, string? Speaker, CountryCode SpeakerCountry)
{
    /// <summary>Its place among the quotations of the report.</summary>
    public int Position { get; init; }
}
