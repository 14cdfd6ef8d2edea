using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Xunit;

namespace Chancery.Web.Tests;

/// <summary>The API over the sample pile.</summary>
public sealed class ApiTests(SampleDesk sample) : IClassFixture<SampleDesk>
{
    private const string Text = "Norwegian Foreign Minister Ine Soreide met Chilean Foreign Minister Roberto Ampuero in Oslo on 6 May 2019.";
    private readonly OpenDesk desk = sample.Desk;

    [Theory]
    [InlineData("events", "event")]
    [InlineData("quotes", null)]
    [InlineData("reports", "report")]
    public async Task Pages_hold_every_row_once_as_the_stream_does(string kind, string? part)
    {
        string IdOf(JsonNode row) => (string)(part is null ? row["id"] : row[part]!["id"])!;
        var paged = new List<string>();
        string? next = null;
        do
        {
            JsonNode page = await desk.Json($"/api/{kind}?limit=7&after={next}");
            Assert.InRange(page["items"]!.AsArray().Count, 1, 7);
            paged.AddRange(page["items"]!.AsArray().Select(row => IdOf(row!)));
            next = (string?)page["next"];
        }
        while (next is not null);
        string[] streamed = [.. (await desk.Page($"/api/{kind}.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => IdOf(JsonNode.Parse(line)!))];
        Assert.Equal(streamed, paged);
        Assert.Equal((long)(await desk.Json($"/api/count?of={kind}"))["count"]!, paged.Count);
        Assert.Equal(paged.Count, paged.Distinct().Count());
    }

    [Fact]
    public async Task Newest_first_turns_the_order_of_days()
    {
        static string[] Days(JsonNode page) => [.. page["items"]!.AsArray().Select(row => (string?)row!["event"]!["date"]!["start"] ?? (string?)row["event"]!["date"]!["end"]).OfType<string>()];
        Assert.Equal(Days(await desk.Json("/api/events?limit=20")).Order(StringComparer.Ordinal), Days(await desk.Json("/api/events?limit=20")));
        Assert.Equal(Days(await desk.Json("/api/events?limit=20&order=newest")).OrderDescending(StringComparer.Ordinal), Days(await desk.Json("/api/events?limit=20&order=newest")));
    }

    [Fact]
    public async Task The_description_and_the_routes_are_one()
    {
        JsonNode description = await desk.Json("/api/openapi.json");
        JsonObject paths = description["paths"]!.AsObject();
        Assert.Equal(ApiRoutes.All.Select(route => route.Path).Distinct().Order(StringComparer.Ordinal), paths.Select(path => path.Key).Order(StringComparer.Ordinal));
        string page = await desk.Page("/api");
        foreach (ApiRoute route in ApiRoutes.All)
        {
            Assert.NotNull(paths[route.Path]![route.Method.ToLowerInvariant()]);
            Assert.Contains($"<code>{route.Path}</code>", page, StringComparison.Ordinal);
        }

        JsonObject schemas = description["components"]!["schemas"]!.AsObject();
        foreach (string used in References(description).Distinct())
            Assert.True(schemas.ContainsKey(used), used);
    }

    [Fact]
    public async Task Answers_fit_their_schemas()
    {
        JsonObject schemas = ApiDescription.Schemas();
        string id = await desk.EventOf("signed a declaration");
        (string Address, string Schema)[] calls =
        [
            ("/api/events?limit=1000", "EventPage"), ($"/api/events/{id}", "EventRow"), ($"/api/events/{id}/tellings", "Happening"), ("/api/quotes?limit=1000", "QuotePage"),
            ("/api/reports", "ReportPage"), ("/api/reports/oslo-1993", "Reading"), ("/api/count", "Count"), ("/api/dyads/RUS/GBR", "DyadMonths"), ("/api/names?name=Norway", "NameMeaning"), ("/api/corrections", "Corrections"),
        ];
        foreach ((string address, string schema) in calls)
            Assert.Equal("", string.Join("; ", SchemaCheck.Complaints(await desk.Json(address), schemas[schema]!, schemas, schema)));
        HttpResponseMessage problem = await desk.Client.GetAsync("/api/events?filter=foo:1");
        Assert.Equal("", string.Join("; ", SchemaCheck.Complaints(JsonNode.Parse(await problem.Content.ReadAsStringAsync()), schemas["Problem"]!, schemas, "Problem")));
        HttpResponseMessage readings = await desk.Client.PostAsync("/api/read", new StringContent(Text));
        Assert.Equal("", string.Join("; ", SchemaCheck.Complaints(JsonNode.Parse(await readings.Content.ReadAsStringAsync()), schemas["Readings"]!, schemas, "Readings")));
    }

    [Fact]
    public async Task An_unchanged_answer_has_no_body()
    {
        foreach (string address in (string[])["/api/events", "/api/events.jsonl", "/api/reports/oslo-1993"])
        {
            EntityTagHeaderValue tag = (await desk.Client.GetAsync(address)).Headers.ETag!;
            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(tag);
            HttpResponseMessage answer = await desk.Client.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("/api/events?filter=actor", 200)]
    [InlineData("/api/events?filter=foo:1", 400)]
    [InlineData("/api/events?limit=0", 400)]
    [InlineData("/api/events?limit=100000", 400)]
    [InlineData("/api/events?after=here", 400)]
    [InlineData("/api/events?order=up", 400)]
    [InlineData("/api/count?of=sheep", 400)]
    [InlineData("/api/names", 400)]
    [InlineData("/api/events/none", 404)]
    [InlineData("/api/reports/none", 404)]
    [InlineData("/api/dyads/NOR/Atlantis", 404)]
    [InlineData("/api/nothing", 404)]
    public async Task A_problem_says_what_to_do(string address, int status)
    {
        HttpResponseMessage answer = await desk.Client.GetAsync(address);
        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 200)
            return;
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(status, (int)problem["status"]!);
        Assert.NotEqual("", (string)problem["detail"]!);
        Assert.NotEqual("", (string)problem["advice"]!);
    }

    [Theory]
    [InlineData("text/plain", Text)]
    [InlineData("text/html", "<html><body><article><h1>Visit</h1><p>" + Text + "</p></article></body></html>")]
    [InlineData("application/json", "{\n \"text\": \"" + Text + "\",\n \"published\": \"2019-05-06\"}")]
    [InlineData("application/json", "[{\"text\": \"" + Text + "\"}]")]
    [InlineData("application/x-ndjson", "{\"text\": \"" + Text + "\"}\n")]
    public async Task A_text_of_any_kind_is_read_and_not_kept(string type, string body)
    {
        string before = await desk.Page("/api/count?of=reports");
        HttpResponseMessage answer = await desk.Client.PostAsync("/api/read", new StringContent(body, new MediaTypeHeaderValue(type)));
        JsonNode readings = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(readings["readings"]![0]!["events"]!.AsArray(), item => (string?)item!["plover"]?["type"] == "CONSULT");
        Assert.Equal(before, await desk.Page("/api/count?of=reports"));
    }

    [Theory]
    [InlineData("text/plain", "", 400)]
    [InlineData("application/json", "{\"text\": ", 400)]
    [InlineData("application/pdf", "%PDF-1.4", 415)]
    public async Task What_cannot_be_read_is_a_problem(string type, string body, int status)
    {
        HttpResponseMessage answer = await desk.Client.PostAsync("/api/read", new StringContent(body, new MediaTypeHeaderValue(type)));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task What_is_kept_is_in_the_record_and_can_be_corrected()
    {
        await using OpenDesk own = await OpenDesk.Open();
        HttpResponseMessage read = await own.Client.PostAsync("/api/read?keep=yes&name=visit.txt", new StringContent(Text));
        string id = (string)JsonNode.Parse(await read.Content.ReadAsStringAsync())!["readings"]![0]!["events"]![0]!["id"]!;
        Assert.Equal("visit.txt", (string)(await own.Json($"/api/events/{id}"))["report"]!["uri"]!);
        EntityTagHeaderValue tag = (await own.Client.GetAsync("/api/events")).Headers.ETag!;
        HttpResponseMessage made = await own.Client.PostAsync("/api/corrections", new StringContent($"{{\"target\": \"{id}\", \"kind\": \"reject\", \"note\": \"a test\"}}"));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.NotEqual(tag, (await own.Client.GetAsync("/api/events")).Headers.ETag);
        Assert.Empty((await own.Json("/api/events"))["items"]!.AsArray());
        long number = (long)JsonNode.Parse(await made.Content.ReadAsStringAsync())!["number"]!;
        Assert.Equal(HttpStatusCode.OK, (await own.Client.DeleteAsync($"/api/corrections/{number}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await own.Client.DeleteAsync($"/api/corrections/{number}")).StatusCode);
        Assert.Single((await own.Json("/api/events"))["items"]!.AsArray());
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(member => member.Key == "$ref" ? [((string)member.Value!).Split('/')[^1]] : References(member.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}

/// <summary>As much of JSON Schema as the description uses.</summary>
internal static class SchemaCheck
{
    public static IEnumerable<string> Complaints(JsonNode? value, JsonNode schema, JsonObject all, string place)
    {
        if ((string?)schema["$ref"] is { } reference)
            return Complaints(value, all[reference.Split('/')[^1]]!, all, place);
        if (schema["anyOf"] is JsonArray choices)
            return choices.Any(choice => !Complaints(value, choice!, all, place).Any()) ? [] : [$"{place} fits none of its shapes"];
        string kind = value switch { null => "null", JsonArray => "array", JsonObject => "object", _ => value.GetValueKind().ToString().ToLowerInvariant() };
        string[] types = schema["type"] switch { JsonArray several => [.. several.Select(type => (string)type!)], { } one => [(string)one!], _ => [] };
        if (types.Length > 0 && !types.Any(type => type == kind || (type is "integer" && kind == "number") || (type == "boolean" && kind is "true" or "false" && type == "boolean")))
            return [$"{place} is {kind}, not {string.Join(" or ", types)}"];
        if (schema["enum"] is JsonArray names && !names.Any(name => (string?)name == (string?)value))
            return [$"{place} is {value}"];
        if (value is JsonArray items && schema["items"] is { } each)
            return items.SelectMany((item, i) => Complaints(item, each, all, $"{place}[{i}]"));
        if (value is not JsonObject whole || schema["properties"] is not JsonObject properties)
            return [];
        return properties.SelectMany(property => whole.ContainsKey(property.Key) ? Complaints(whole[property.Key], property.Value!, all, $"{place}.{property.Key}") : [$"{place} lacks {property.Key}"])
            .Concat(whole.Where(member => !properties.ContainsKey(member.Key)).Select(member => $"{place} has {member.Key}, which is not described"));
    }
}
