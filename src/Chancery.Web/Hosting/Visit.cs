using System.Globalization;
using Chancery.Record;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web;

/// <summary>One look at the desk: the address taken apart, and a store to answer from.</summary>
internal sealed class Visit(HttpContext http, RecordStore store, DeskState desk)
{
    public RecordStore Store => store;

    public DeskState Desk => desk;

    public HttpContext Http => http;

    /// <summary>The address without its ending, as a page is linked to.</summary>
    public required string Path { get; init; }

    /// <summary>The id or name of the address, decoded; "" for a page without.</summary>
    public required string Id { get; init; }

    /// <summary>The id taken apart at the slashes of the address.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    /// <summary>What a form sends back with a change.</summary>
    public required string FormToken { get; init; }

    /// <summary>A value of the query without blanks around it; "" for none.</summary>
    public string Query(string name) => http.Request.Query[name].ToString().Trim();

    public bool IsOn(string name) => Query(name) is "1" or "yes" or "on" or "true";

    /// <summary>A whole number of the query within bounds.</summary>
    public int Number(string name, int standard, int least, int most) =>
        int.TryParse(Query(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? Math.Clamp(value, least, most) : standard;

    /// <summary>The filter of the query.</summary>
    /// <exception cref="FilterException">It cannot be understood.</exception>
    public Filter Filter => Filter.Parse(Query("filter"));

    /// <summary>This view with some of its values changed; null or "" takes a value away. Where a page of rows begins is never kept.</summary>
    public string Changed(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var values = new List<(string Name, string? Value)>();
        foreach ((string name, var given) in http.Request.Query)
        {
            bool isChanged = name == "after";
            foreach ((string changed, _) in changes)
                isChanged |= changed == name;
            if (!isChanged)
                values.Add((Uri.EscapeDataString(name), given.ToString()));
        }

        values.AddRange(changes);
        return Links.With(Path, [.. values]);
    }

    /// <summary>The same view in another format.</summary>
    public string As(string ending) =>
        Path == "/" ? "/reports" + ending : Path + ending + http.Request.QueryString.ToUriComponent();
}
