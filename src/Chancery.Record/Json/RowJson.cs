using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chancery.Record;

/// <summary>Rows of the record as JSON objects, in the words of the reading's contract with the report beside them.</summary>
public static class RowJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static ReadOnlyMemory<byte> Of(EventRow row) => Write(json =>
    {
        WriteReport(json, "report", row.Report);
        json.WriteString("words", row.Evidence?.WithoutLoneSurrogates());
        json.WriteStartArray("entities");
        foreach (Model.Entity entity in row.Entities)
        {
            json.WriteStartObject();
            json.WriteString("id", entity.Id);
            json.WriteString("name", entity.Name);
            json.WriteString("kind", Names.Of(entity.Kind));
            json.WriteCountry("country", entity.Country);
            json.WriteStartArray("sectors");
            foreach (Model.Sector sector in entity.Sectors)
                json.WriteStringValue(Model.SectorCodes.Code(sector));
            json.WriteEndArray();
            json.WriteString("office", entity.Office);
            json.WriteString("known", entity.Known);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("event");
        EventJson.Write(json, row.Event, row.Entities);
    });

    public static ReadOnlyMemory<byte> Of(QuoteRow row) => Write(json =>
    {
        json.WriteString("id", row.Id);
        WriteReport(json, "report", row.Report);
        json.WriteString("words", row.Words);
        json.WriteString("form", Names.Of(row.Quote.Form));
        json.WriteString("speaker", row.Speaker);
        json.WriteCountry("speakerCountry", row.SpeakerCountry);
        json.WritePropertyName("content");
        json.WriteRangeObject(row.Quote.Content);
        json.WriteStartArray("attribution");
        foreach (Model.Attribution link in row.Quote.Attribution)
            json.WriteStringValue(link.Text);
        json.WriteEndArray();
        json.WriteString("rule", row.Quote.Rule.ToString());
    });

    public static ReadOnlyMemory<byte> Of(ReportSummary row) => Write(json =>
    {
        WriteReport(json, "report", row.Report);
        json.WriteNumber("events", row.Events);
        json.WriteNumber("quotes", row.Quotes);
        json.WriteNumber("notes", row.Notes);
        json.WriteBoolean("text", row.HasText);
    });

    /// <summary>One object a line, whose members the caller writes.</summary>
    internal static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteReport(Utf8JsonWriter json, string name, ReportRow report)
    {
        json.WriteStartObject(name);
        json.WriteString("id", report.Id);
        json.WriteString("uri", report.Uri);
        json.WriteString("outlet", report.Outlet);
        json.WriteString("title", report.Title);
        if (report.Published is { } published)
        {
            json.WriteStartObject("published");
            json.WriteDateParts(published.Date);
            json.WriteString("basis", published.Basis);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("published");
        }

        json.WriteString("language", report.Language);
        json.WriteString("textHash", report.TextHash);
        json.WriteString("knowledge", report.Knowledge);
        json.WriteEndObject();
    }
}
