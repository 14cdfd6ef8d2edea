namespace Chancery.Web;

/// <summary>What stands around every page.</summary>
internal static class Layout
{
    private static readonly (string Section, string Path, string Label)[] Parts =
    [
        ("reports", "/reports", "Reports"),
        ("timeline", "/timeline", "Timeline"),
        ("dyad", "/dyad", "Dyads"),
        ("stances", "/stances", "Stances"),
        ("quotes", "/quotes", "Quotes"),
        ("agreements", "/agreements", "Agreements"),
        ("actors", "/actors", "Actors"),
        ("corrections", "/corrections", "Corrections"),
    ];

    public static Markup Page(View view, Assets assets, Visit? visit)
    {
        var page = new Markup();
        page.Write($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{view.Title} · Chancery</title>
            <link rel="icon" href="{assets.Address("desk.svg")}" type="image/svg+xml">
            <link rel="stylesheet" href="{assets.Address("desk.css")}">
            <script src="{assets.Address("desk.js")}" defer></script>

            """);
        if (view.Refresh is { } seconds)
            page.Write($"<noscript><meta http-equiv=\"refresh\" content=\"{seconds}\"></noscript>\n");
        page.Write($"""
            </head>
            <body>
            <a class="skip" href="#main">Skip to the page</a>
            <header class="masthead">
            <a class="wordmark" href="/">Chancery</a>
            <form class="find" action="/search" role="search">
            <label class="unseen" for="find">Search reports, quotes and records</label>
            <input id="find" name="q" type="search" placeholder="Search" value="{(view.Section == "search" ? visit?.Query("q") : "")}">
            <button>Search</button>
            </form>
            <nav aria-label="Parts of the desk"><ul>

            """);
        foreach ((string section, string path, string label) in Parts)
        {
            page.Write($"<li><a href=\"{path}\"");
            if (section == view.Section)
                page.Write($" aria-current=\"{(visit?.Path == path ? "page" : "true")}\"");
            page.Write($">{label}</a></li>\n");
        }

        page.Write($"</ul></nav>\n</header>\n<main id=\"main\"{new Markup.Flag("class=\"wide\"", view.IsWide)}>\n");
        view.Body(page);
        page.Write($"</main>\n<footer class=\"foot\">\n");
        if (visit is not null)
        {
            if (view.Json is not null || view.Sheet is not null)
                page.Write($"<p class=\"formats\">This view as <a href=\"{visit.As(".json")}\">JSON</a>");
            if (view.Sheet is not null)
                page.Write($" or <a href=\"{visit.As(".csv")}\">CSV</a>");
            if (view.Json is not null || view.Sheet is not null)
                page.Write($"</p>\n");
            page.Write($"<p>Record <bdi>{System.IO.Path.GetFileName(visit.Desk.Options.StorePath)}</bdi>, knowledge {visit.Desk.Options.Knowledge.Version} · <a href=\"/api\">API</a></p>\n");
        }

        page.Write($"</footer>\n</body>\n</html>\n");
        return page;
    }

    /// <summary>A page that says what went wrong and what to do.</summary>
    public static View Trouble(int status, string message, string? advice) => new()
    {
        Title = Heading(status),
        Status = status,
        Body = page =>
        {
            page.Write($"<h1>{Heading(status)}</h1>\n<p class=\"trouble\">{message}</p>\n");
            if (advice is not null)
                page.Write($"<p>{advice}</p>\n");
            page.Write($"<p><a href=\"/\">To the start of the desk</a></p>\n");
        },
    };

    public static string Heading(int status) => status switch
    {
        400 => "This cannot be understood",
        401 => "The token, please",
        403 => "Refused",
        404 => "Not in the record",
        409 => "It is not so any more",
        413 => "Too much at once",
        421 => "Another name",
        429 => "Too many changes",
        503 => "The store is busy",
        _ => "Something failed",
    };
}
