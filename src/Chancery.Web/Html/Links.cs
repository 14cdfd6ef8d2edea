using System.Text;

namespace Chancery.Web;

/// <summary>Addresses of this desk. Every part that comes from a report or a reader is percent-encoded.</summary>
internal static class Links
{
    public static string Report(string id) => "/reports/" + Uri.EscapeDataString(id);

    public static string Record(string id) => "/records/" + Uri.EscapeDataString(id);

    public static string Compare(string id) => "/compare/" + Uri.EscapeDataString(id);

    public static string Actor(string name) => "/actors/" + Uri.EscapeDataString(name);

    public static string Dyad(string left, string right) => $"/dyad/{Uri.EscapeDataString(left)}/{Uri.EscapeDataString(right)}";

    /// <summary>A path with those of the given values that are not empty.</summary>
    public static string With(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var address = new StringBuilder(path);
        char before = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach ((string name, string? value) in query)
        {
            if (string.IsNullOrEmpty(value))
                continue;
            address.Append(before).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            before = '&';
        }

        return address.ToString();
    }

    /// <summary>Whether an address that a report gives may be linked to: pages of the web alone, never scripts or data.</summary>
    public static bool IsWebAddress(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
