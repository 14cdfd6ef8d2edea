using System.Collections.Immutable;
using Chancery.Record;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web;

/// <summary>All addresses of the API.</summary>
internal static class ApiRoutes
{
    private const string Json = "application/json";
    private const string Lines = "application/x-ndjson";

    private static readonly ApiParameter FilterParameter = new("filter", "query", "Terms of the record's filter, such as actor:RUS type:CONSULT since:2019-01.");
    private static readonly ApiParameter IdParameter = new("id", "path", "The id, or a start of it that fits one alone.");

    private static readonly ImmutableArray<ApiParameter> PageParameters =
    [
        FilterParameter,
        new("limit", "query", "Rows of the page, 1 to 1000; 100 unless told.", "integer"),
        new("after", "query", "Where the page begins: 'next' of the page before."),
    ];

    private static readonly ImmutableArray<ApiParameter> EventParameters =
        [.. PageParameters, new("order", "query", "day (the first day first) or newest (the last day first); the undated come last in both.")];

    public static ImmutableArray<ApiRoute> All { get; } =
    [
        Get("/api/events", "A page of events.", EventParameters, "EventPage", call => call.WritePage((limit, after) => call.Store.Events(call.Filter, call.Order, limit, after), PageMark.Of, RowJson.Of)),
        Stream("/api/events.jsonl", "All events that a filter asks for, one a line.", "EventRow", call => call.WriteLines(call.Store.Events(call.Filter, call.Order), RowJson.Of)),
        Get("/api/events/{id}", "One event with its report.", [IdParameter], "EventRow", call => call.Write(RowJson.Of(ApiAnswers.Event(call)))),
        Get("/api/events/{id}/tellings", "All tellings of one event, whatever reports they stand in.", [IdParameter], "Happening", call => call.Write(ViewJson.Of(ApiAnswers.Happening(call)))),
        Get("/api/quotes", "A page of quotations by the day of their report.", PageParameters, "QuotePage", call => call.WritePage((limit, after) => call.Store.Quotes(call.Filter, limit, after), PageMark.Of, RowJson.Of)),
        Stream("/api/quotes.jsonl", "All quotations that a filter asks for, one a line.", "QuoteRow", call => call.WriteLines(call.Store.Quotes(call.Filter), RowJson.Of)),
        Get("/api/quotes/{id}", "One quotation with its report.", [IdParameter], "QuoteRow", call => call.Write(RowJson.Of(ApiAnswers.Quote(call)))),
        Get("/api/reports", "A page of reports by day of publication.", PageParameters, "ReportPage", call => call.WritePage((limit, after) => call.Store.Reports(call.Filter, limit, after), PageMark.Of, RowJson.Of)),
        Stream("/api/reports.jsonl", "All reports that a filter asks for, one a line.", "ReportRow", call => call.WriteLines(call.Store.Reports(call.Filter), RowJson.Of)),
        Get("/api/reports/{id}", "All that was read in one report: text, entities, events, quotes, dates, diagnostics.", [IdParameter], "Reading", call => call.Write(ReadingJson.Write(ApiAnswers.Reading(call)))),
        Get("/api/count", "How many rows a filter asks for.", [new("of", "query", "events, quotes or reports."), FilterParameter], "Count", call => call.Write(ApiAnswers.Count(call))),
        Get("/api/dyads/{a}/{b}", "What two countries do to each other, by month and direction.", [new("a", "path", "A country by code or name."), new("b", "path", "Another.")], "DyadMonths", call => call.Write(ApiAnswers.Dyad(call))),
        Get("/api/names", "What a name or code means in this record.", [new("name", "query", "A country by code or name, a sector, a person, a body.")], "NameMeaning", call => call.Write(ApiAnswers.Name(call))),
        Get("/api/corrections", "Corrections that are not undone.", [], "Corrections", call => call.Write(ApiAnswers.Corrections(call))),
        new ApiRoute
        {
            Method = HttpMethods.Post,
            Path = "/api/corrections",
            Summary = "Say of a record that it is right or wrong.",
            Bodies = [(Json, "NewCorrection")],
            Answers = [(Json, "Correction")],
            Answer = ApiChanges.Correct,
        },
        new ApiRoute
        {
            Method = HttpMethods.Delete,
            Path = "/api/corrections/{id}",
            Summary = "Undo a correction by its number.",
            Parameters = [new("id", "path", "Its number.", "integer")],
            Answers = [(Json, "Undone")],
            Answer = ApiChanges.Undo,
        },
        new ApiRoute
        {
            Method = HttpMethods.Post,
            Path = "/api/read",
            Summary = "Read texts, pages or files (text, HTML, JSONL, feeds, WARC, zip). Nothing is kept unless keep=yes.",
            Parameters = [new("keep", "query", "yes to put what was read into the record."), new("name", "query", "A name for the text, as its address in the record.")],
            Bodies = [(Json, "NewReport"), ("text/plain", "Text"), ("text/html", "Text"), (Lines, "Text"), ("multipart/form-data", "Files")],
            Answers = [(Json, "Readings")],
            Answer = ApiChanges.Read,
        },
    ];

    public static void Map(IEndpointRouteBuilder routes, DeskState desk)
    {
        foreach (ApiRoute route in All)
        {
            bool isGet = route.Method == HttpMethods.Get;
            routes.MapMethods(route.Path, isGet ? [HttpMethods.Get, HttpMethods.Head] : [route.Method], http => Answer(http, desk, route, isGet));
        }

        byte[] description = ApiDescription.Write(All);
        routes.MapGet("/api/openapi.json", () => Results.Bytes(description, "application/json; charset=utf-8"));
    }

    private static async Task Answer(HttpContext http, DeskState desk, ApiRoute route, bool isGet)
    {
        using Stores.Loan loan = desk.Stores.Borrow();
        var call = new ApiCall(http, desk, loan.Store);
        if (isGet && call.IsKnown())
            return;
        await route.Answer(call);
    }

    private static ApiRoute Get(string path, string summary, ImmutableArray<ApiParameter> parameters, string schema, Func<ApiCall, Task> answer) => new()
    {
        Method = HttpMethods.Get,
        Path = path,
        Summary = summary,
        Parameters = parameters,
        Answers = [(Json, schema)],
        Answer = answer,
    };

    private static ApiRoute Stream(string path, string summary, string schema, Func<ApiCall, Task> answer) => new()
    {
        Method = HttpMethods.Get,
        Path = path,
        Summary = summary,
        Parameters = [FilterParameter],
        Answers = [(Lines, schema)],
        Answer = answer,
    };
}
