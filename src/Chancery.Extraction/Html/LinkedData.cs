using System.Text.Json;
using System.Text.RegularExpressions;

namespace Chancery.Extraction;

/// <summary>What the JSON-LD of a page declares of the report.</summary>
internal sealed partial record LinkedData
{
    private const int MostNodes = 5000;

    public string? Published { get; private set; }

    public string? Created { get; private set; }

    public string? Modified { get; private set; }

    public string? Headline { get; private set; }

    public string? Publisher { get; private set; }

    public string? Author { get; private set; }

    public string? Section { get; private set; }

    public string? Language { get; private set; }

    public string? ArticleBody { get; private set; }

    /// <summary>The first article declared; what is no valid JSON is searched for its date alone.</summary>
    public static LinkedData Read(IEnumerable<string> scripts)
    {
        var data = new LinkedData();
        var loose = new LinkedData();
        foreach (string script in scripts)
        {
            try
            {
                using JsonDocument json = JsonDocument.Parse(script, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
                int nodes = 0;
                data.Collect(json.RootElement, loose, ref nodes);
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException)
            {
                if (PublishedField().Match(script) is { Success: true } published)
                    loose.Published ??= published.Groups[1].Value;
                if (ModifiedField().Match(script) is { Success: true } modified)
                    loose.Modified ??= modified.Groups[1].Value;
            }
        }

        return data with
        {
            Published = data.Published ?? loose.Published,
            Created = data.Created ?? loose.Created,
            Modified = data.Modified ?? loose.Modified,
            Headline = data.Headline ?? loose.Headline,
            Publisher = data.Publisher ?? loose.Publisher,
        };
    }

    private void Collect(JsonElement node, LinkedData loose, ref int nodes)
    {
        if (++nodes > MostNodes)
            return;
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in node.EnumerateArray())
                Collect(item, loose, ref nodes);
            return;
        }

        if (node.ValueKind != JsonValueKind.Object)
            return;
        string type = Text(node, "@type") ?? "";
        bool isArticle = type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal)
            || type is "Report" or "WebPage" or "Review" or "Recipe" or "NewsArticle" or "VideoObject" or "ItemPage";
        if (isArticle)
            (type is "WebPage" or "VideoObject" or "ItemPage" ? loose : this).Take(node);
        foreach (JsonProperty property in node.EnumerateObject())
        {
            if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                && property.Name is "@graph" or "mainEntity" or "mainEntityOfPage" or "hasPart" or "item" or "liveBlogUpdate" or "about" or "isPartOf")
            {
                if (property.Name != "liveBlogUpdate" && property.Name != "about")
                    Collect(property.Value, loose, ref nodes);
            }
        }
    }

    private void Take(JsonElement node)
    {
        Published ??= Text(node, "datePublished");
        Created ??= Text(node, "dateCreated") ?? Text(node, "uploadDate");
        Modified ??= Text(node, "dateModified");
        Headline ??= Text(node, "headline") ?? Text(node, "name");
        Publisher ??= NameIn(node, "publisher") ?? NameIn(node, "sourceOrganization");
        Author ??= NameIn(node, "author");
        Section ??= Text(node, "articleSection");
        Language ??= Text(node, "inLanguage");
        ArticleBody ??= Text(node, "articleBody");
    }

    private static string? NameIn(JsonElement node, string property)
    {
        if (!node.TryGetProperty(property, out JsonElement value))
            return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
            value = value[0];
        return value.ValueKind switch
        {
            JsonValueKind.String => Clean(value.GetString()),
            JsonValueKind.Object => Text(value, "name"),
            _ => null,
        };
    }

    /// <summary>A text, or the first text of a list.</summary>
    private static string? Text(JsonElement node, string property)
    {
        if (!node.TryGetProperty(property, out JsonElement value))
            return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
            value = value[0];
        return value.ValueKind switch
        {
            JsonValueKind.String => Clean(value.GetString()),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // "datePublished": "2019-05-06T10:33:30Z"
    [GeneratedRegex("\"datePublished\"\\s*:\\s*\\[?\\s*\"([^\"]{6,60})\"", RegexOptions.CultureInvariant)]
    private static partial Regex PublishedField();

    // "dateModified": "2019-05-06"
    [GeneratedRegex("\"dateModified\"\\s*:\\s*\\[?\\s*\"([^\"]{6,60})\"", RegexOptions.CultureInvariant)]
    private static partial Regex ModifiedField();
}
