using System.Globalization;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>The rows of quotations and of the index of their words, which are kept even where the text is not.</summary>
internal static class QuoteRows
{
    public static void Add(ReadingRows rows, Reading reading)
    {
        string day = DateColumns.Iso(reading.Document.Published?.Date.Start) ?? "";
        for (int i = 0; i < reading.Quotes.Length; i++)
        {
            Quote quote = reading.Quotes[i];
            Entity? speaker = quote.SpeakerEntity is { } index ? reading.Entities[index] : null;
            string words = quote.Content.Of(reading.Document.Text).Storable();
            rows.Add(
                StoreTable.Quotes, Cell.Quote(i), Cell.Document, i, QuoteIds.Of(reading.Document, quote), quote.Id, quote.Group,
                words, quote.Content.Start, quote.Content.End, Names.Of(quote.Form),
                quote.Speaker?.Start, quote.Speaker?.End, quote.SpeakerEntity,
                (speaker?.Name ?? quote.Speaker?.Of(reading.Document.Text))?.Storable(), speaker is { Country.IsNone: false } ? speaker.Country.ToString() : null,
                quote.Addressee?.Entity, quote.Addressee?.Range.Start, quote.Addressee?.Range.End,
                quote.Cue?.Start, quote.Cue?.End, Packed.Chain(quote.Attribution), quote.Rule.ToString(), day);
            rows.Add(StoreTable.QuoteWords, Cell.Quote(i), words);
        }
    }
}

/// <summary>Ids of quotations that hold over all reports; those in a reading hold in it alone.</summary>
public static class QuoteIds
{
    /// <summary>From the document and the place, so that a new reading of the same words keeps it.</summary>
    public static string Of(Document document, Quote quote) =>
        "q-" + Fingerprint.OfText(string.Create(CultureInfo.InvariantCulture, $"{document.Id}\u001f{quote.Content.Start}\u001f{quote.Content.Length}"))[..16];
}
