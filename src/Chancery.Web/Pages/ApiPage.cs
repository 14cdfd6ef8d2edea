using System.Collections.Immutable;

namespace Chancery.Web;

/// <summary>The API for those who read rather than generate: its addresses, and how answers come.</summary>
internal static class ApiPage
{
    public static View Show(Visit visit) => new()
    {
        Title = "API",
        Section = "api",
        Body = page =>
        {
            page.Write($"<h1>API</h1>\n<p>The same record for programs. The whole description stands in <a href=\"/api/openapi.json\">openapi.json</a>; every page of the desk also has <code>.json</code> and <code>.csv</code> beside it.</p>\n");
            page.Write($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Addresses\"><table class=\"stack\"><caption class=\"unseen\">Addresses of the API</caption><thead><tr><th scope=\"col\">Method</th><th scope=\"col\">Address</th><th scope=\"col\">What it does</th><th scope=\"col\">Takes</th></tr></thead>\n<tbody>\n");
            foreach (ApiRoute route in ApiRoutes.All)
                page.Write($"<tr><td>{route.Method}</td><td><code>{route.Path}</code></td><td>{route.Summary}</td><td>{Takes(route)}</td></tr>\n");
            page.Write($"</tbody></table></div>\n<h2>How answers come</h2>\n<ul>\n");
            page.Write($"<li>A page of rows is <code>{"{\"items\": […], \"next\": …}"}</code>; give <code>next</code> back as <code>after</code> for the following page, until it is null. There is no cap on rows.</li>\n");
            page.Write($"<li>Addresses that end in <code>.jsonl</code> send all rows, one object a line, as they are read.</li>\n");
            page.Write($"<li>An <code>ETag</code> changes with every change of the record; give it back as <code>If-None-Match</code> and an unchanged answer is 304 without a body.</li>\n");
            page.Write($"<li>What goes wrong comes as <code>application/problem+json</code>: <code>detail</code> says what happened, <code>advice</code> what to do.</li>\n");
            page.Write($"<li>{(visit.Desk.Options.Token is null ? "This desk answers this machine alone and asks for no token." : "Send the token as Authorization: Bearer TOKEN.")} One upload may have {Words.Number(visit.Desk.Options.Limits.UploadBytes >> 20)} MB; changes are limited to {visit.Desk.Options.Limits.ChangesPerMinute} a minute.</li>\n</ul>\n");
            FilterForm.WriteKeys(page);
        },
    };

    private static string Takes(ApiRoute route)
    {
        ImmutableArray<string> names = [.. route.Parameters.Where(parameter => parameter.Place == "query").Select(parameter => parameter.Name), .. route.Bodies.Select(body => body.Type)];
        return string.Join(", ", names);
    }
}
