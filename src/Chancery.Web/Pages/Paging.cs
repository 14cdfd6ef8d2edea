using Chancery.Record;

namespace Chancery.Web;

/// <summary>A page of rows, and where the next begins.</summary>
/// <param name="Items">Those of this page.</param>
/// <param name="Next">Null after the last.</param>
internal sealed record RowPage<T>(IReadOnlyList<T> Items, PageMark? Next);

/// <summary>Takes rows by the page and links from one page to the next.</summary>
internal static class Paging
{
    /// <summary>Where this page begins; null at the start.</summary>
    /// <exception cref="DeskException">The place is not one that a page gave.</exception>
    public static PageMark? After(Visit visit)
    {
        string given = visit.Query("after");
        if (given.Length == 0)
            return null;
        return PageMark.TryParse(given, out PageMark cursor)
            ? cursor
            : throw DeskException.Bad($"'{given}' is no place in a list.", "Take the address that 'next' or the link to the next page gives, or leave 'after' out.");
    }

    public static RowPage<EventRow> Events(Visit visit, Filter filter, int size, EventOrder order = EventOrder.Day) =>
        Of(visit.Store.Events(filter, order, size + 1, After(visit)), size, PageMark.Of);

    public static RowPage<QuoteRow> Quotes(Visit visit, Filter filter, int size) =>
        Of(visit.Store.Quotes(filter, size + 1, After(visit)), size, PageMark.Of);

    public static RowPage<ReportSummary> Reports(Visit visit, Filter filter, int size) =>
        Of(visit.Store.Reports(filter, size + 1, After(visit)), size, PageMark.Of);

    /// <summary>Links to the first and to the next page; nothing where all stands on one.</summary>
    public static void WriteLinks(Markup page, Visit visit, PageMark? next)
    {
        bool isFirst = visit.Query("after").Length == 0;
        if (isFirst && next is null)
            return;
        page.Write($"<nav class=\"pages\" aria-label=\"Pages\">");
        if (!isFirst)
            page.Write($"<a href=\"{visit.Changed()}\">From the start</a>");
        if (next is { } cursor)
            page.Write($"<a rel=\"next\" href=\"{visit.Changed(("after", cursor.ToString()))}\">Next page</a>");
        page.Write($"</nav>\n");
    }

    /// <summary>The address of the next page as JSON.</summary>
    public static string? NextJson(Visit visit, PageMark? next)
    {
        if (next is not { } cursor)
            return null;
        string address = visit.Changed(("after", cursor.ToString()));
        int query = address.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? address + ".json" : address[..query] + ".json" + address[query..];
    }

    private static RowPage<T> Of<T>(IEnumerable<T> rows, int size, Func<T, PageMark> place)
    {
        List<T> items = [.. rows];
        if (items.Count <= size)
            return new RowPage<T>(items, null);
        items.RemoveRange(size, items.Count - size);
        return new RowPage<T>(items, place(items[^1]));
    }
}
