using System.Globalization;
using Chancery.Model;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>Writes quotations; their words are kept even where the text is not.</summary>
internal sealed class QuoteTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement row = new(connection, """
        INSERT INTO quotes (document, position, id, local_id, local_group, words, content_start, content_end, form,
          speaker_start, speaker_end, speaker_entity, speaker_name, speaker_country,
          addressee_entity, addressee_start, addressee_end, cue_start, cue_end, attribution, rule, day)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)
        """, 22);

    public void Write(long document, Reading reading)
    {
        string day = DateColumns.Iso(reading.Document.Published?.Date.Start) ?? "";
        for (int i = 0; i < reading.Quotes.Length; i++)
        {
            Quote quote = reading.Quotes[i];
            Entity? speaker = quote.SpeakerEntity is { } index ? reading.Entities[index] : null;
            row.Run(
                document, i, QuoteIds.Of(reading.Document, quote), quote.Id, quote.Group,
                quote.Content.Of(reading.Document.Text).Storable(), quote.Content.Start, quote.Content.End, Names.Of(quote.Form),
                quote.Speaker?.Start, quote.Speaker?.End, quote.SpeakerEntity,
                (speaker?.Name ?? quote.Speaker?.Of(reading.Document.Text))?.Storable(), speaker is { Country.IsNone: false } ? speaker.Country.ToString() : null,
                quote.Addressee?.Entity, quote.Addressee?.Range.Start, quote.Addressee?.Range.End,
                quote.Cue?.Start, quote.Cue?.End, Packed.Chain(quote.Attribution), quote.Rule.ToString(), day);
        }
    }

    public void Dispose() => row.Dispose();
}

/// <summary>Ids of quotations that hold over all reports; those in a reading hold in it alone.</summary>
public static class QuoteIds
{
    /// <summary>From the document and the place, so that a new reading of the same words keeps it.</summary>
    public static string Of(Document document, Quote quote) =>
        "q-" + Fingerprint.OfText(string.Create(CultureInfo.InvariantCulture, $"{document.Id}\u001f{quote.Content.Start}\u001f{quote.Content.Length}"))[..16];
}
