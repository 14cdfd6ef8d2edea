using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>What the API answers to a look at the record.</summary>
internal static class ApiAnswers
{
    public static EventRow Event(ApiCall call)
    {
        FoundRecord found = call.Find(RecordKind.Event);
        string report = Reading(call, found).Document.Id;
        return call.Store.Events(Filter.All.And(FilterKey.Report, report).And(FilterKey.Rejected, "yes", "no")).FirstOrDefault(row => row.Event.Id == found.Id)
            ?? throw new DeskException(409, "This event stands in an old version of its report.", "GET /api/reports/ID gives the report with it.");
    }

    public static QuoteRow Quote(ApiCall call)
    {
        FoundRecord found = call.Find(RecordKind.Quote);
        string report = Reading(call, found).Document.Id;
        return call.Store.Quotes(Filter.All.And(FilterKey.Report, report).And(FilterKey.Rejected, "yes", "no")).FirstOrDefault(row => row.Id == found.Id)
            ?? throw new DeskException(409, "This quotation stands in an old version of its report.", "GET /api/reports/ID gives the report with it.");
    }

    public static Happening Happening(ApiCall call) =>
        call.Store.HappeningOf(call.Find(RecordKind.Event).Id)
        ?? throw new DeskException(409, "This event is rejected, or stands in an old version of its report.", "Undo the rejection to compare it again.");

    public static Reading Reading(ApiCall call) => Reading(call, call.Find(RecordKind.Report));

    public static ReadOnlyMemory<byte> Count(ApiCall call)
    {
        Filter filter = call.Filter;
        string of = call.Query("of");
        long count = of switch
        {
            "" or "events" => call.Store.CountEvents(filter),
            "quotes" => call.Store.CountQuotes(filter),
            "reports" => call.Store.CountReports(filter),
            _ => throw DeskException.Bad($"of is '{Words.Short(of, 40)}'.", "It is events, quotes or reports."),
        };
        return JsonText.Write(json =>
        {
            json.WriteString("of", of.Length == 0 ? "events" : of);
            json.WriteString("filter", filter.ToString());
            json.WriteNumber("count", count);
        });
    }

    public static ReadOnlyMemory<byte> Dyad(ApiCall call)
    {
        (string a, string b) = (Code(call, "a"), Code(call, "b"));
        ImmutableArray<DyadMonth> months = call.Desk.Recall($"dyad {a} {b}", () => Dyads.Months(call.Store, a, b));
        return JsonText.Write(json =>
        {
            json.WriteString("a", a);
            json.WriteString("b", b);
            json.WriteStartArray("months");
            foreach (DyadMonth month in months)
            {
                json.WriteStartObject();
                json.WriteString("source", month.Source);
                json.WriteString("month", month.Month.Length == 0 ? null : month.Month);
                json.WriteNumber("events", month.Events);
                json.WriteNumber("scoreSum", Math.Round(month.Score, 3));
                WriteMean(json, "scoreMean", month.Score, month.Scored);
                json.WriteNumber("goldsteinSum", Math.Round(month.Goldstein, 3));
                json.WriteNumber("planned", month.Planned);
                json.WriteNumber("denied", month.Denied);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    public static ReadOnlyMemory<byte> Name(ApiCall call)
    {
        string name = call.Query("name");
        if (name.Length == 0)
            throw DeskException.Bad("name is missing.", "Ask as in /api/names?name=Norway.");
        NameMeaning meaning = call.Store.MeaningOf(name);
        return JsonText.Write(json =>
        {
            json.WriteString("name", name);
            WriteAll(json, "countries", meaning.Countries);
            WriteAll(json, "sectors", meaning.Sectors);
            WriteAll(json, "entities", meaning.Entities);
        });
    }

    public static ReadOnlyMemory<byte> Corrections(ApiCall call) => JsonText.Write(json =>
    {
        json.WriteStartArray("items");
        foreach (Correction correction in call.Store.CorrectionsOf(null))
        {
            json.WriteStartObject();
            Write(json, correction);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static void Write(Utf8JsonWriter json, Correction correction)
    {
        json.WriteNumber("number", correction.Number);
        json.WriteString("kind", Words.Lower(correction.Kind));
        json.WriteString("target", correction.Target);
        json.WriteString("field", correction.Field);
        json.WriteString("value", correction.Value);
        json.WriteString("note", correction.Note);
        json.WriteString("made", correction.Made);
        json.WriteString("by", correction.By);
    }

    private static Reading Reading(ApiCall call, FoundRecord found) =>
        call.Store.Load(found.Document)?.Reading ?? throw DeskException.Unknown("Its report has just been forgotten.", "Ask again.");

    private static string Code(ApiCall call, string name)
    {
        string given = call.Http.Request.RouteValues[name]?.ToString() ?? "";
        return call.Store.MeaningOf(given).Countries.FirstOrDefault()
            ?? throw DeskException.Unknown($"'{Words.Short(given, 80)}' is no country of this record.", "Countries are named by their code (NOR) or their name.");
    }

    private static void WriteMean(Utf8JsonWriter json, string name, double sum, long count)
    {
        if (count > 0)
            json.WriteNumber(name, Math.Round(sum / count, 3));
        else
            json.WriteNull(name);
    }

    private static void WriteAll(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
