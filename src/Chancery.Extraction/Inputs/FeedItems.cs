using System.Net;
using System.Text;
using System.Xml;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>Items of RSS (0.9 to 2.0, RDF too) and Atom as small pages. No document type is read, no entity expanded, nothing fetched.</summary>
internal static class FeedItems
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 100_000,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    public static IEnumerable<InputRecord> Read(PeekStream stream, string name, ExtractionLimits limits)
    {
        using FeedText text = FeedText.Of(stream);
        using var reader = XmlReader.Create(text, Settings);
        bool isTold = false;
        var channel = new FeedChannel();
        int number = 0;
        while (true)
        {
            InputRecord? record = null;
            bool ended = false;
            try
            {
                FeedItem? item = Next(reader, channel, limits);
                ended = item is null;
                if (item is not null)
                    record = item.ToRecord(channel, $"{name}:{++number}", isTold ? null : text.Mended);
                else if (!channel.IsFeed)
                    record = InputRecord.Failed(name, DiagnosticId.MalformedRecord, "The XML is no feed: neither RSS nor Atom.");
            }
            catch (Exception error) when (error is XmlException or BoundExceededException or InvalidDataException)
            {
                record = InputRecord.Failed($"{name}:{number + 1}", DiagnosticId.MalformedRecord, "The feed is not well formed; what stood before this place was read.");
                ended = true;
            }

            isTold |= text.Mended is not null;
            if (record is not null)
                yield return record;
            if (ended)
                yield break;
        }
    }

    /// <summary>The next item, or null at the end; what is met before goes to the channel.</summary>
    private static FeedItem? Next(XmlReader reader, FeedChannel channel, ExtractionLimits limits)
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.Depth > limits.Depth)
                throw new XmlException("too deep");
            switch (reader.LocalName)
            {
                case "rss" or "feed" or "RDF":
                    channel.IsFeed = true;
                    channel.Language ??= reader.GetAttribute("lang", "http://www.w3.org/XML/1998/namespace");
                    break;
                case "item" or "entry":
                    return Item(reader, limits);
                case "title" when reader.Depth <= 2:
                    channel.Title ??= Text(reader, limits);
                    break;
                case "language" when reader.Depth <= 2:
                    channel.Language ??= Text(reader, limits);
                    break;
            }
        }

        return null;
    }

    private static FeedItem Item(XmlReader reader, ExtractionLimits limits)
    {
        var item = new FeedItem();
        if (reader.IsEmptyElement)
            return item;
        int depth = reader.Depth;
        bool moved = false;
        while ((moved || reader.Read()) && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            moved = false;
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != depth + 1)
                continue;
            string local = reader.LocalName;
            if (local == "link" && reader.GetAttribute("href") is { } href)
            {
                if (reader.GetAttribute("rel") is null or "alternate")
                    item.Link ??= href;
                continue;
            }

            if (local is not ("title" or "link" or "guid" or "id" or "pubDate" or "published" or "date" or "issued" or "updated" or "description" or "summary" or "encoded" or "content" or "creator" or "author"))
                continue;
            bool isMarkup = reader.GetAttribute("type") == "xhtml";
            item.Take(local, isMarkup ? reader.ReadInnerXml() : Text(reader, limits));
            moved = isMarkup;
        }

        return item;
    }

    private static string Text(XmlReader reader, ExtractionLimits limits)
    {
        int depth = reader.Depth;
        if (reader.IsEmptyElement)
            return "";

        var text = new StringBuilder();
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth <= depth))
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && text.Length < limits.DocumentBytes)
                text.Append(reader.Value);
        }

        return text.ToString();
    }

    /// <summary>What a feed says of all its items.</summary>
    private sealed class FeedChannel
    {
        public bool IsFeed { get; set; }

        public string? Title { get; set; }

        public string? Language { get; set; }
    }

    private sealed class FeedItem
    {
        private string? title;
        private string? published;
        private string? updated;
        private string? identifier;
        private string content = "";

        public string? Link { get; set; }

        public void Take(string name, string value)
        {
            switch (name)
            {
                case "title":
                    title ??= value.Trim();
                    break;
                case "link":
                    Link ??= value.Trim();
                    break;
                case "guid" or "id":
                    identifier ??= value.Trim();
                    break;
                case "pubDate" or "published" or "date" or "issued":
                    published ??= value.Trim();
                    break;
                case "updated":
                    updated ??= value.Trim();
                    break;
                case "description" or "summary" or "encoded" or "content" when value.Length > content.Length:
                    content = value;
                    break;
            }
        }

        public InputRecord ToRecord(FeedChannel channel, string place, string? mended)
        {
            string? uri = Link ?? (identifier?.Contains("://", StringComparison.Ordinal) == true ? identifier : null);
            var page = new StringBuilder("<!DOCTYPE html><html");
            if (channel.Language is { Length: > 0 } language)
                page.Append(" lang=\"").Append(WebUtility.HtmlEncode(language.Trim())).Append('"');
            page.Append("><head>");
            if (channel.Title is { Length: > 0 } site)
                page.Append("<meta property=\"og:site_name\" content=\"").Append(WebUtility.HtmlEncode(site.Trim())).Append("\">");
            page.Append("</head><body><article>");
            string headline = WebUtility.HtmlDecode(title ?? "");
            if (headline.Length > 0)
                page.Append("<h1>").Append(WebUtility.HtmlEncode(headline)).Append("</h1>");
            page.Append("<div itemprop=\"articleBody\">").Append(content.Contains('<', StringComparison.Ordinal) ? content : "<p>" + WebUtility.HtmlEncode(WebUtility.HtmlDecode(content)) + "</p>").Append("</div></article></body></html>");
            return InputRecord.Of(new RawDocument
            {
                Uri = string.IsNullOrWhiteSpace(uri) ? place : uri,
                Bytes = Encoding.UTF8.GetBytes(page.ToString()),
                Format = DocumentFormat.Html,
                Charset = "utf-8",
                Title = headline.Length == 0 ? null : headline,
                Published = published ?? updated,
                Problems = mended is null ? [] : [new Diagnostic(DiagnosticId.MalformedRecord, Severity.Note, default, $"The feed is no good XML: '{mended}' and its like were read as a browser reads them.")],
            });
        }
    }
}
