using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web;

/// <summary>Gives each view its addresses: the page, and the same with <c>.json</c> and <c>.csv</c>.</summary>
internal sealed class Front(DeskState desk)
{
    private const int FlushCharacters = 32 * 1024;
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>A view at one address.</summary>
    public void Map(IEndpointRouteBuilder routes, string path, Func<Visit, View> show)
    {
        routes.MapMethods(path, Methods, http => Answer(http, path, "", "", show));
        if (path == "/")
            return;
        foreach (string ending in (string[])[".json", ".csv"])
            routes.MapMethods(path + ending, Methods, http => Answer(http, path, "", ending, show));
    }

    /// <summary>A view for each id below a path. An id may hold any character, its own dots too.</summary>
    public void MapBelow(IEndpointRouteBuilder routes, string path, Func<Visit, View> show) =>
        routes.MapMethods(path + "/{**id}", Methods, http => AnswerBelow(http, path, show));

    /// <summary>Writes a view in the format asked for.</summary>
    public async Task Write(HttpContext http, View view, string ending, Visit? visit)
    {
        http.Response.StatusCode = view.Status;
        if (ending == ".csv")
        {
            if (view.Sheet is null)
                throw DeskException.Unknown("This view has no rows, so there is no CSV of it.", "Take the JSON instead.");
            await WriteCsv(http, view.Sheet);
            return;
        }

        if (ending == ".json")
        {
            byte[] bytes = Json(view);
            http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.ContentLength = bytes.Length;
            if (!HttpMethods.IsHead(http.Request.Method))
                await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
            return;
        }

        // A page that fails does so before the first byte of it is sent.
        Markup page = Layout.Page(view, desk.Assets, visit);
        http.Response.ContentType = "text/html; charset=utf-8";
        if (HttpMethods.IsHead(http.Request.Method))
            return;
        page.CopyTo(http.Response.BodyWriter);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    private async Task AnswerBelow(HttpContext http, string path, Func<Visit, View> show)
    {
        string id = IdOf(http, path);
        string ending = id.EndsWith(".json", StringComparison.Ordinal) ? ".json" : id.EndsWith(".csv", StringComparison.Ordinal) ? ".csv" : "";
        if (ending.Length == 0)
        {
            await Answer(http, path, id, "", show);
            return;
        }

        try
        {
            await Answer(http, path, id[..^ending.Length], ending, show);
        }
        catch (DeskException error) when (error.Status == 404 && !http.Response.HasStarted)
        {
            await Answer(http, path, id, "", show);
        }
    }

    private async Task Answer(HttpContext http, string path, string id, string ending, Func<Visit, View> show)
    {
        string formToken = FormTokens.For(http, desk.Secret);
        string tag = $"\"{desk.Start}-{desk.Stores.Generation}-{formToken.AsSpan(0, 12)}\"";
        http.Response.Headers.CacheControl = "private, no-cache";
        using Stores.Loan loan = desk.Stores.Borrow();
        var visit = new Visit(http, loan.Store, desk)
        {
            Id = Uri.UnescapeDataString(id),
            Parts = [.. id.Split('/').Select(Uri.UnescapeDataString)],
            Path = id.Length == 0 ? path : $"{path}/{id}",
            FormToken = formToken,
        };
        if (http.Request.Headers.IfNoneMatch.Contains(tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            http.Response.Headers.ETag = tag;
            return;
        }

        View view = show(visit);
        if (view.Refresh is null)
            http.Response.Headers.ETag = tag;
        else
            http.Response.Headers.CacheControl = "no-store";
        await Write(http, view, ending, visit);
    }

    private static byte[] Json(View view)
    {
        if (view.Json is { } whole)
            return whole().ToArray();
        if (view.Sheet is not { } sheet)
            throw DeskException.Unknown("There is no JSON of this view.", "Take the page instead.");
        return JsonText.Write(json =>
        {
            json.WriteString("title", view.Title);
            WriteRows(json, sheet);
        }).ToArray();
    }

    internal static void WriteRows(Utf8JsonWriter json, Sheet sheet)
    {
        json.WriteStartArray("rows");
        foreach (ReadOnlyMemory<byte> row in sheet.JsonRows())
            json.WriteRawValue(row.Span, skipInputValidation: true);
        json.WriteEndArray();
        json.WriteString("next", sheet.Next);
    }

    private static async Task WriteCsv(HttpContext http, Sheet sheet)
    {
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"chancery.csv\"";
        var block = new StringBuilder();
        foreach (string line in sheet.CsvLines())
        {
            block.Append(line);
            if (block.Length < FlushCharacters)
                continue;
            await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(block.ToString()), http.RequestAborted);
            block.Clear();
        }

        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(block.ToString()), http.RequestAborted);
    }

    /// <summary>What follows the path in the address, encoded as it was sent: a server decodes all but the slash, which an id may hold too.</summary>
    private static string IdOf(HttpContext http, string path)
    {
        string raw = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        int query = raw.IndexOf('?', StringComparison.Ordinal);
        string target = query < 0 ? raw : raw[..query];
        return target.StartsWith(path + "/", StringComparison.Ordinal)
            ? target[(path.Length + 1)..]
            : Uri.EscapeDataString((http.Request.Path.Value ?? "")[(path.Length + 1)..]);
    }
}
