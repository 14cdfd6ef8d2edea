using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using Chancery.Knowledge;
using Chancery.Model;
using Block = Chancery.Model.Block;

namespace Chancery.Extraction;

/// <summary>A web page as a document.</summary>
internal static class PageReader
{
    /// <summary>Without what a browser does when an attribute is set, such as looking up style sheets.</summary>
    private static readonly IConfiguration Configuration = AngleSharp.Configuration.Default.Without<AngleSharp.Dom.IAttributeObserver>();

    public static Document Read(RawDocument raw, string id, string html, KnowledgeBase knowledge, ExtractionLimits limits, List<Diagnostic> problems)
    {
        PageTree tree = Parse(html, knowledge.Pages, limits, problems);
        string? title = PageTitle.Of(tree);
        string?[] reasons = MainText.Judge(tree, knowledge.Pages, title);
        LinkedData data = LinkedData.Read(tree.LinkedData);
        string language = PageLanguage(raw, tree, data, reasons, knowledge.Pages);
        string main = language.Split('-')[0];
        var page = new JudgedPage(tree, data, reasons, title, Array.IndexOf(reasons, MainText.Headline), language);

        var text = new StringBuilder();
        var body = ImmutableArray.CreateBuilder<Block>();
        var dropped = ImmutableArray.CreateBuilder<DroppedRange>();
        TextRange? titleRange = null;
        for (int i = 0; i < tree.Lines.Count; i++)
        {
            PageLine line = tree.Lines[i];
            if (text.Length > 0)
                text.Append('\n');
            var range = new TextRange(text.Length, line.Text.Length);
            text.Append(line.Text);
            if (reasons[i] is not { } reason)
                body.Add(new Block(range, line.Kind == LineKind.Heading ? BlockKind.Heading : BlockKind.Paragraph) { Language = LanguageIdentifier.OfParagraph(line.Text, main, knowledge.Pages.Profiles) });
            else if (reason == MainText.Deck)
                body.Add(new Block(range, BlockKind.Deck));
            else if (reason == MainText.Headline && titleRange is null && (title is null || PageTitle.Agree(title, line.Text)))
                titleRange = range;
            else
                dropped.Add(new DroppedRange(range, reason == MainText.Headline ? "repeated title" : reason));
        }

        string content = text.ToString();
        Origin origin = PageOrigin.Find(raw, page, html, content, body, knowledge);
        Openings.Cut(origin.Opening, content, body, dropped);
        return new Document
        {
            Id = id,
            Uri = raw.Uri,
            Text = content,
            Language = raw.Language ?? main,
            Title = raw.Title ?? title,
            TitleRange = titleRange,
            Outlet = origin.Outlet,
            Via = origin.Via,
            Published = origin.Published,
            Dateline = origin.Dateline,
            Body = body.ToImmutable(),
            Dropped = dropped.ToImmutable(),
        };
    }

    /// <summary>The language of the kept lines, with the region that the page declares for it.</summary>
    private static string PageLanguage(RawDocument raw, PageTree tree, LinkedData data, string?[] reasons, PageKnowledge pages)
    {
        if (raw.Language is not null)
            return raw.Language;
        var text = new StringBuilder();
        for (int i = 0; i < reasons.Length && text.Length < 1500; i++)
        {
            if (reasons[i] is null)
                text.Append(tree.Lines[i].Text).Append('\n');
        }

        string? declared = tree.DeclaredLanguage ?? data.Language;
        string told = LanguageIdentifier.Identify(text.ToString(), pages.Profiles);
        bool isDeclared = declared is { Length: >= 2 and < 12 } && declared.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        if (!isDeclared)
            return told;
        declared = declared!.Replace('_', '-');
        bool agrees = declared.Split('-')[0].Equals(told, StringComparison.OrdinalIgnoreCase);
        return told == LanguageIdentifier.Undetermined ? declared.Split('-')[0].ToLowerInvariant() : agrees ? told + declared[declared.Split('-')[0].Length..].ToUpperInvariant() : told;
    }

    private static PageTree Parse(string html, PageKnowledge pages, ExtractionLimits limits, List<Diagnostic> problems)
    {
        var options = new HtmlParserOptions
        {
            SkipComments = true,
            SkipRawText = true,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = (ref StructHtmlToken token, ReadOnlyMemory<char> name) => Markup.IsRead(name.Span),
        };
        char[] markup = ArrayPool<char>.Shared.Rent(html.Length);
        PageTree tree;
        try
        {
            int length = MarkupBounds.Copy(html, markup, limits, out string? cut);
            if (cut is not null)
                problems.Add(new Diagnostic(DiagnosticId.OversizedInput, Severity.Warning, default, $"The page goes beyond the bounds; left out: {cut}."));
            using IHtmlDocument page = new HtmlParser(options, BrowsingContext.New(Configuration)).ParseDocument(markup.AsMemory(0, length));
            tree = PageWalk.Read(page, pages.Hints, limits.Lines);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(markup);
        }

        if (tree.WasCut)
            problems.Add(new Diagnostic(DiagnosticId.OversizedInput, Severity.Warning, default, $"The page has more than {limits.Lines} lines; the rest was left out."));
        return tree;
    }
}
