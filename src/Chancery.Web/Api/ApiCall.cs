using System.Globalization;
using System.Text;
using Chancery.Record;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web;

/// <summary>One call of the API, with a store to answer from.</summary>
internal sealed class ApiCall(HttpContext http, DeskState desk, RecordStore store)
{
    /// <summary>Rows of a page where the call names no number.</summary>
    private const int StandardRows = 100;

    private const int MostRows = 1000;
    private const int FlushBytes = 64 * 1024;

    public HttpContext Http => http;

    public DeskState Desk => desk;

    public RecordStore Store => store;

    public string Query(string name) => http.Request.Query[name].ToString().Trim();

    public string Id => http.Request.RouteValues["id"]?.ToString() ?? "";

    /// <exception cref="FilterException">It cannot be understood.</exception>
    public Filter Filter => Filter.Parse(Query("filter"));

    /// <exception cref="DeskException">It is no number.</exception>
    public int Limit
    {
        get
        {
            string given = Query("limit");
            if (given.Length == 0)
                return StandardRows;
            return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int rows) && rows is > 0 and <= MostRows
                ? rows
                : throw DeskException.Bad($"limit is '{Words.Short(given, 40)}'.", $"It is a number from 1 to {MostRows}; take the address with .jsonl for all rows without pages.");
        }
    }

    /// <exception cref="DeskException">It is no place that a page gave.</exception>
    public PageMark? After
    {
        get
        {
            string given = Query("after");
            if (given.Length == 0)
                return null;
            return PageMark.TryParse(given, out PageMark mark) ? mark : throw DeskException.Bad($"after is '{Words.Short(given, 60)}'.", "Take what 'next' of the page before gave, or leave it out for the first page.");
        }
    }

    /// <exception cref="DeskException">It is neither of the two orders.</exception>
    public EventOrder Order => Query("order") switch
    {
        "" or "day" => EventOrder.Day,
        "newest" => EventOrder.Newest,
        string other => throw DeskException.Bad($"order is '{Words.Short(other, 40)}'.", "It is day or newest."),
    };

    /// <summary>Rows of a page with a link to the next.</summary>
    public Task WritePage<T>(Func<int, PageMark?, IEnumerable<T>> rows, Func<T, PageMark> place, Func<T, ReadOnlyMemory<byte>> json)
    {
        int limit = Limit;
        List<T> items = [.. rows(limit + 1, After)];
        bool hasMore = items.Count > limit;
        if (hasMore)
            items.RemoveRange(limit, items.Count - limit);
        return Write(JsonText.Write(body =>
        {
            body.WriteStartArray("items");
            foreach (T item in items)
                body.WriteRawValue(json(item).Span, skipInputValidation: true);
            body.WriteEndArray();
            body.WriteString("next", hasMore ? place(items[^1]).ToString() : null);
        }));
    }

    /// <summary>All rows, one JSON object a line, sent as they are read: neither side ever holds all.</summary>
    public async Task WriteLines<T>(IEnumerable<T> rows, Func<T, ReadOnlyMemory<byte>> json)
    {
        http.Response.ContentType = "application/x-ndjson; charset=utf-8";
        using var block = new MemoryStream();
        foreach (T row in rows)
        {
            block.Write(json(row).Span);
            block.WriteByte((byte)'\n');
            if (block.Length < FlushBytes)
                continue;
            await http.Response.Body.WriteAsync(block.GetBuffer().AsMemory(0, (int)block.Length), http.RequestAborted);
            block.SetLength(0);
        }

        await http.Response.Body.WriteAsync(block.GetBuffer().AsMemory(0, (int)block.Length), http.RequestAborted);
    }

    public Task Write(ReadOnlyMemory<byte> json, int status = 200)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = json.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(json, http.RequestAborted).AsTask();
    }

    /// <summary>The one record of an id, of the kind asked for.</summary>
    /// <exception cref="DeskException">There is none, or several.</exception>
    public FoundRecord Find(RecordKind kind)
    {
        FoundRecord[] found = [.. store.FindRecords(Id).Where(record => record.Kind == kind).DistinctBy(record => record.Id)];
        return found.Length switch
        {
            1 => found[0],
            0 => throw DeskException.Unknown($"There is no {Words.Lower(kind)} '{Words.Short(Id, 120)}'.", $"GET /api/{Words.Lower(kind)}s lists those there are."),
            _ => throw DeskException.Bad($"'{Words.Short(Id, 120)}' fits several.", $"Give more of the id; they are {string.Join(", ", found.Select(record => record.Id))}."),
        };
    }

    /// <summary>A tag of what the record holds now; true when the caller has that already and 304 is the answer.</summary>
    public bool IsKnown()
    {
        string tag = $"\"{desk.Start}-{desk.Stores.Generation}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        if (!http.Request.Headers.IfNoneMatch.Contains(tag))
            return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    /// <summary>The body as text, as far as the limit of uploads goes.</summary>
    public async Task<byte[]> Body()
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        return bytes.ToArray();
    }

    public async Task<string> BodyText() => Encoding.UTF8.GetString(await Body());
}
