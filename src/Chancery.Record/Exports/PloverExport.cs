using System.Globalization;
using System.Text.Json;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>PLOVER's own JSON, one record a line, with the field names of its manual. Statements, which PLOVER does not code, are left out.</summary>
public static class PloverExport
{
    public static IEnumerable<ReadOnlyMemory<byte>> Lines(IEnumerable<EventRow> rows) =>
        rows.Where(row => row.Event.Type is not null).Select(row => RowJson.Write(json => Write(json, row)));

    private static void Write(Utf8JsonWriter json, EventRow row)
    {
        EventMention item = row.Event;
        json.WriteString("id", item.Id);
        json.WriteString("date", DateColumns.Iso(item.Date.Date.Start ?? item.Date.Date.End));
        json.WriteString("enddate", DateColumns.Iso(item.Date.Date.End));
        json.WriteString("dateprecision", Names.Of(item.Date.Date.Precision));
        json.WriteString("datebasis", item.Date.Basis);
        WriteSides(json, "actor", row, item.Actors);
        WriteSides(json, "recipient", row, item.Recipients);
        json.WriteString("event", item.Type!.Value.Name());
        WriteAll(json, "mode", item.Modes);
        string?[] auxiliary =
        [
            item.Historical ? "historical" : null,
            item.Factuality == Factuality.Future ? "future" : null,
            item.Factuality == Factuality.Hypothetical ? "hypothetical" : null,
            item.Factuality == Factuality.Negated ? "negation" : null,
        ];
        WriteAll(json, "auxmode", auxiliary.OfType<string>());
        WriteAll(json, "context", item.Contexts);
        json.WriteNumber("quad_code", (int)item.Type.Value.Quad());
        if (item.Score is { } score)
            json.WriteNumber("event_scale", score);
        json.WriteString("event_loc", item.Place is { } place ? $"{place.Name} {place.Country}".TrimEnd() : null);
        json.WriteString("event_text", row.Trigger?.WithoutLoneSurrogates());
        json.WriteString("text", row.Evidence?.WithoutLoneSurrogates());
        json.WriteString("text_info", string.Create(CultureInfo.InvariantCulture, $"{row.Report.Id} {item.Evidence.Range.Start}-{item.Evidence.Range.End}"));
        json.WriteString("cite_info", $"{row.Report.Outlet ?? "outlet unknown"}, {row.Report.Published?.Date.ToString() ?? "undated"}, {row.Report.Uri}".WithoutLoneSurrogates());
        json.WriteString("coder", $"Chancery {row.Report.Knowledge} {item.Evidence.Rule}");
        json.WriteString("comment", ExportText.Chain(item).WithoutLoneSurrogates());
    }

    private static void WriteSides(Utf8JsonWriter json, string name, EventRow row, IEnumerable<Side> sides)
    {
        json.WriteStartArray(name);
        foreach (Side side in sides)
        {
            Entity entity = row.Entities[side.Entity];
            json.WriteStartObject();
            json.WriteString("name", entity.Name);
            json.WriteCountry("country", entity.Country);
            WriteAll(json, "sector", entity.Sectors.Select(sector => sector.Code()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAll(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
