using System.Text.RegularExpressions;
using Xunit;

namespace Chancery.Web.Tests;

/// <summary>What must hold of every page.</summary>
internal static partial class PageCheck
{
    private static readonly string[] Void = ["meta", "link", "input", "br", "hr", "img", "!doctype"];

    public static void Holds(string page)
    {
        Balances(page);
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(page) < 150_000, "a page is smaller than 150 KB");
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("<h1", page, StringComparison.Ordinal);
        Assert.Contains("id=\"main\"", page, StringComparison.Ordinal);
        foreach (Match tag in Tags().Matches(page))
        {
            string name = tag.Groups[2].Value.ToLowerInvariant();
            string attributes = tag.Groups[3].Value;
            Assert.DoesNotMatch(InlineCode(), Values().Replace(attributes, "=\"\""));
            Assert.False(name is "style" or "iframe" or "object" or "embed" or "base", tag.Value);
            if (name == "script" && tag.Groups[1].Length == 0)
                Assert.Contains("src=\"/assets/desk.js", attributes, StringComparison.Ordinal);
            foreach (Match link in Addresses().Matches(attributes))
                Assert.True(link.Groups[1].Value.StartsWith('/') || link.Groups[1].Value.StartsWith('#') || (link.Groups[1].Value.StartsWith("http", StringComparison.Ordinal) && attributes.Contains("noreferrer", StringComparison.Ordinal)), link.Value);
        }

        string[] ids = [.. Ids().Matches(page).Select(id => id.Groups[1].Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    /// <summary>Every tag is closed by its own, in order.</summary>
    private static void Balances(string page)
    {
        var open = new Stack<string>();
        foreach (Match tag in Tags().Matches(page))
        {
            string name = tag.Groups[2].Value.ToLowerInvariant();
            if (Void.Contains(name) || tag.Groups[3].Value.EndsWith('/'))
                continue;
            if (tag.Groups[1].Length == 0)
                open.Push(name);
            else
                Assert.Equal(open.Pop(), name);
        }

        Assert.Empty(open);
    }

    [GeneratedRegex("<(/?)([!a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s(style|on[a-z]+)\\s*=")]
    private static partial Regex InlineCode();

    [GeneratedRegex("=\"[^\"]*\"")]
    private static partial Regex Values();

    [GeneratedRegex("(?:href|src|action)=\"([^\"]*)\"")]
    private static partial Regex Addresses();

    [GeneratedRegex("\\sid=\"([^\"]*)\"")]
    private static partial Regex Ids();
}
