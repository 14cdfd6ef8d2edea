using Chancery.Record;

namespace Chancery.Web;

/// <summary>The line in which a list is filtered, and what is said when nothing fits.</summary>
internal static class FilterForm
{
    /// <param name="extra">Writes more fields into the form.</param>
    public static void Write(Markup page, Visit visit, string example, Action<Markup>? extra = null)
    {
        page.Write($"<form class=\"filter\" action=\"{visit.Path}\">\n");
        extra?.Invoke(page);
        page.Write($"""
            <p class="field grow"><label for="filter">Filter</label><input id="filter" name="filter" value="{visit.Query("filter")}" placeholder="{example}" spellcheck="false" autocapitalize="off"></p>
            <p class="field"><button>Show</button></p>
            </form>
            <details class="help"><summary>What can be asked</summary>

            """);
        WriteKeys(page);
        page.Write($"</details>\n");
    }

    /// <summary>The keys of the filter with what they mean.</summary>
    public static void WriteKeys(Markup page)
    {
        page.Write($"<p>All terms must hold; values with commas between them are alternatives; a minus before a term leaves out.</p><dl class=\"keys\">\n");
        foreach ((string name, string meaning) in FilterKeys.All)
            page.Write($"<div><dt><code>{name}:</code></dt><dd>{meaning}</dd></div>\n");
        page.Write($"</dl>\n");
    }

    /// <summary>Says that a list is empty, and why that may be.</summary>
    public static void WriteNothing(Markup page, Visit visit, string noun, Filter filter)
    {
        if (Totals.Of(visit.Store).Reports == 0)
            page.Write($"<p class=\"trouble\">The record is empty.</p>\n<p><a href=\"/\">Read some reports</a> first.</p>\n");
        else if (filter.Terms.IsEmpty)
            page.Write($"<p class=\"trouble\">{noun} of this kind is in the record.</p>\n");
        else
            page.Write($"<p class=\"trouble\">{noun} fits <code>{filter.ToString()}</code>.</p>\n<p>Take a term away, or <a href=\"{visit.Changed(("filter", null))}\">look without the filter</a>.</p>\n");
    }
}
