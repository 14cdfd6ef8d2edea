using System.Collections.Immutable;
using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>Who published a report, and on whose copy.</summary>
internal static class Publishers
{
    /// <summary>
    /// The outlet is the one that was given, else that of the address, else the first credited, else the agency of the dateline;
    /// the others are upstream.
    /// </summary>
    public static (string? Outlet, ImmutableArray<string> Via) Of(string? given, string uri, IReadOnlyList<SourceLine> sources, string? agency, Outlets outlets)
    {
        var names = new List<string>();
        Add(given is null ? null : Known(given, outlets));
        if (uri.Contains("://", StringComparison.Ordinal))
            Add(OfAddress(uri, outlets));
        foreach (SourceLine source in sources)
        {
            Add(source.Address is null ? null : OfAddress(source.Address, outlets));
            Add(source.Name is null ? null : Known(source.Name, outlets));
        }

        Add(agency);
        return names.Count == 0 ? (null, []) : (names[0], [.. names.Skip(1)]);

        void Add(string? name)
        {
            if (name is not null && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
                names.Add(name);
        }
    }

    /// <summary>The name under which an outlet is known, else the name as written.</summary>
    public static string Known(string written, Outlets outlets) => outlets.Find(written)?.Name ?? written.Trim();

    /// <summary>The known outlet of an address, else its host without the parts that say nothing.</summary>
    public static string? OfAddress(string address, Outlets outlets)
    {
        string whole = address.Contains("://", StringComparison.Ordinal) ? address : "https://" + address;
        if (!Uri.TryCreate(whole, UriKind.Absolute, out Uri? uri) || uri.Host.Length == 0 || !uri.Host.Contains('.', StringComparison.Ordinal))
            return null;
        string host = uri.Host.ToLowerInvariant();
        if (outlets.ByDomain(host) is { } outlet)
            return outlet.Name;
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}
