using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>Writes a reading as one JSON object: the public contract of <c>chancery read --format jsonl</c>.</summary>
public static class ReadingJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>One line of UTF-8 without its line end.</summary>
    public static ReadOnlyMemory<byte> Write(Reading reading)
    {
        var buffer = new ArrayBufferWriter<byte>(reading.Document.Text.Length * 2 + 4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json, reading);
        return buffer.WrittenMemory;
    }

    public static void Write(Utf8JsonWriter json, Reading reading)
    {
        json.WriteStartObject();
        json.WriteString("knowledge", reading.Knowledge);
        WriteDocument(json, reading.Document);
        WriteEntities(json, reading);
        json.WriteStartArray("events");
        foreach (EventMention item in reading.Events)
            EventJson.Write(json, item, reading.Entities);
        json.WriteEndArray();
        json.WriteStartArray("quotes");
        foreach (Quote quote in reading.Quotes)
            WriteQuote(json, quote, reading.Entities);
        json.WriteEndArray();
        json.WriteStartArray("dates");
        foreach (DateMention date in reading.Dates)
        {
            json.WriteStartObject();
            json.WriteRange(date.Range);
            json.WritePartialDate("value", date.Value);
            json.WriteString("timex", date.Timex);
            json.WriteString("kind", date.Kind.ToString().ToLowerInvariant());
            json.WriteString("basis", date.Basis);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("diagnostics");
        foreach (Diagnostic item in reading.Diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("id", item.Id.Name());
            json.WriteString("severity", item.Severity.ToString().ToLowerInvariant());
            json.WriteString("message", item.Message.WithoutLoneSurrogates());
            json.WriteRange(item.Range);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDocument(Utf8JsonWriter json, Document document)
    {
        json.WriteStartObject("document");
        json.WriteString("id", document.Id.WithoutLoneSurrogates());
        json.WriteString("uri", document.Uri.WithoutLoneSurrogates());
        json.WriteString("text", document.Text.WithoutLoneSurrogates());
        json.WriteString("language", document.Language);
        json.WriteString("title", document.Title?.WithoutLoneSurrogates());
        json.WriteString("outlet", document.Outlet?.WithoutLoneSurrogates());
        json.WriteStartArray("via");
        foreach (string via in document.Via)
            json.WriteStringValue(via.WithoutLoneSurrogates());
        json.WriteEndArray();
        if (document.Published is { } published)
        {
            json.WritePropertyName("published");
            json.WriteStartObject();
            json.WriteDateParts(published.Date);
            json.WriteString("basis", published.Basis);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("published");
        }

        if (document.Dateline is { } dateline)
        {
            json.WriteStartObject("dateline");
            json.WriteString("place", dateline.Place);
            if (dateline.Date is { } date)
                json.WritePartialDate("date", date);
            else
                json.WriteNull("date");
            json.WriteString("agency", dateline.Agency);
            json.WriteRange(dateline.Range);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("dateline");
        }

        json.WriteStartArray("body");
        foreach (Block block in document.Body)
        {
            json.WriteStartObject();
            json.WriteRange(block.Range);
            json.WriteString("kind", block.Kind.ToString().ToLowerInvariant());
            if (block.Language is { } language)
                json.WriteString("language", language);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("dropped");
        foreach (DroppedRange dropped in document.Dropped)
        {
            json.WriteStartObject();
            json.WriteRange(dropped.Range);
            json.WriteString("reason", dropped.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEntities(Utf8JsonWriter json, Reading reading)
    {
        ILookup<int, EntityMention> mentions = reading.Mentions.ToLookup(mention => mention.Entity);
        json.WriteStartArray("entities");
        for (int i = 0; i < reading.Entities.Length; i++)
        {
            Entity entity = reading.Entities[i];
            json.WriteStartObject();
            json.WriteString("id", entity.Id);
            json.WriteString("name", entity.Name.WithoutLoneSurrogates());
            json.WriteString("kind", entity.Kind.ToString().ToLowerInvariant());
            json.WriteCountry("country", entity.Country);
            json.WriteStartArray("sectors");
            foreach (Sector sector in entity.Sectors)
                json.WriteStringValue(sector.Code());
            json.WriteEndArray();
            json.WriteString("office", entity.Office?.WithoutLoneSurrogates());
            json.WriteStartArray("candidates");
            foreach (string candidate in entity.Candidates)
                json.WriteStringValue(candidate);
            json.WriteEndArray();
            json.WriteString("known", entity.Known);
            json.WriteStartArray("mentions");
            foreach (EntityMention mention in mentions[i])
            {
                json.WriteStartObject();
                json.WriteRange(mention.Range);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteQuote(Utf8JsonWriter json, Quote quote, ImmutableArray<Entity> entities)
    {
        json.WriteStartObject();
        json.WriteString("id", quote.Id);
        json.WriteString("group", quote.Group);
        json.WritePropertyName("content");
        json.WriteRangeObject(quote.Content);
        json.WriteString("form", quote.Form.ToString().ToLowerInvariant());
        if (quote.Speaker is { } speaker)
        {
            json.WriteStartObject("speaker");
            json.WriteString("entity", quote.SpeakerEntity is { } index ? entities[index].Id : null);
            json.WriteRange(speaker);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("speaker");
        }

        if (quote.Addressee is { } addressee)
        {
            json.WritePropertyName("addressee");
            json.WriteSide(addressee, entities);
        }
        else
        {
            json.WriteNull("addressee");
        }

        if (quote.Cue is { } cue)
        {
            json.WritePropertyName("cue");
            json.WriteRangeObject(cue);
        }
        else
        {
            json.WriteNull("cue");
        }

        json.WriteAttribution(quote.Attribution, entities);
        json.WriteString("rule", quote.Rule.ToString());
        json.WriteEndObject();
    }
}
