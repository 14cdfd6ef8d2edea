using System.Collections.Immutable;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>A report to be read: its text with the evidence marked, and beside it what was recorded.</summary>
internal static class ReaderPage
{
    /// <summary>A longer text is shown in parts, so that no page grows without end.</summary>
    private const int PartLength = 24_000;

    public static View Show(Visit visit)
    {
        StoredReading stored = Find(visit);
        Document document = stored.Reading.Document;
        ImmutableArray<ImmutableArray<TextRange>> parts = PartsOf(document);
        int part = visit.Number("part", 1, 1, parts.Length);
        return new View
        {
            Title = Words.Short(document.Title ?? document.Uri, 80),
            Section = "reports",
            IsWide = true,
            Body = page => Write(page, visit, stored, parts, part),
            Json = () => ReadingJson.Write(stored.Reading),
            Sheet = new Sheet<EventRow>([], visit.Store.Events(Filter.All.And(FilterKey.Report, document.Id)), Rows.Events, RowJson.Of),
        };
    }

    /// <summary>The report without its text.</summary>
    public static ReportRow RowOf(StoredReading stored)
    {
        Document document = stored.Reading.Document;
        return new ReportRow(
            stored.Key, document.Id, document.Uri, document.Outlet, document.Title, document.Published, document.Language,
            stored.TextHash, stored.Reading.Knowledge, Likeness.Of(document));
    }

    /// <summary>Where a record can be seen in its text.</summary>
    public static string PlaceOf(StoredReading stored, int position, TextRange trigger)
    {
        ImmutableArray<ImmutableArray<TextRange>> parts = PartsOf(stored.Reading.Document);
        int part = 1 + Math.Max(0, parts.ToList().FindIndex(ranges => ranges.Any(range => range.Contains(trigger.Start))));
        string address = Links.Report(stored.Reading.Document.Id);
        return $"{(part > 1 ? $"{address}?part={part.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : address)}#t{(position + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}";
    }

    private static StoredReading Find(Visit visit)
    {
        FoundRecord[] found = [.. visit.Store.FindRecords(visit.Id).Where(record => record.Kind == RecordKind.Report).DistinctBy(record => record.Document)];
        if (found.Select(record => record.Id).Distinct().Count() > 1)
            throw DeskException.Bad($"'{visit.Id}' fits several reports.", $"Give more of the id; they are {string.Join(", ", found.Select(record => record.Id).Distinct())}.");
        return found.Length > 0 && visit.Store.Load(found[^1].Document) is { } stored
            ? stored
            : throw DeskException.Unknown($"There is no report '{Words.Short(visit.Id, 120)}'.", "It may have been forgotten. The list of reports shows what there is.");
    }

    /// <summary>What stands in each part of the page: blocks and what was dropped between them, in text order.</summary>
    private static ImmutableArray<ImmutableArray<TextRange>> PartsOf(Document document)
    {
        var parts = ImmutableArray.CreateBuilder<ImmutableArray<TextRange>>();
        var part = ImmutableArray.CreateBuilder<TextRange>();
        int length = 0;
        foreach (TextRange range in document.Body.Select(block => block.Range).Concat(document.Dropped.Select(dropped => dropped.Range)).Order())
        {
            if (length > 0 && length + range.Length > PartLength)
            {
                parts.Add(part.ToImmutable());
                part.Clear();
                length = 0;
            }

            part.Add(range);
            length += range.Length;
        }

        parts.Add(part.ToImmutable());
        return parts.ToImmutable();
    }

    private static void Write(Markup page, Visit visit, StoredReading stored, ImmutableArray<ImmutableArray<TextRange>> parts, int part)
    {
        Reading reading = stored.Reading;
        Document document = reading.Document;
        var marked = new MarkedText(page, reading);
        page.Write($"<article class=\"reader\">\n<header class=\"report-head\">\n<p class=\"kicker\"><bdi>{document.Outlet ?? "outlet unknown"}</bdi> · ");
        StartPage.WritePublished(page, document.Published);
        page.Write($"</p>\n<h1 lang=\"{document.Language}\" dir=\"auto\">");
        if (document.TitleRange is { } title && stored.HasText)
            marked.Write(title);
        else
            page.Write($"{document.Title ?? "Untitled report"}");
        page.Write($"</h1>\n");
        WriteOrigin(page, visit, stored);
        page.Write($"</header>\n<div class=\"columns\">\n<section class=\"text\" lang=\"{document.Language}\" dir=\"auto\" aria-label=\"Text of the report\">\n");
        if (stored.HasText)
            WriteText(page, document, marked, parts[part - 1]);
        else
            page.Write($"<p class=\"note\">The text of this report is not kept; the records tell where in it they stand.</p>\n");
        WriteParts(page, visit, parts.Length, part);
        page.Write($"</section>\n<section class=\"records\" aria-label=\"Records of the report\" tabindex=\"0\">\n");
        WriteLegend(page);
        WriteRecords(page, visit, stored, parts[part - 1], parts.Length == 1, part == 1);
        page.Write($"</section>\n</div>\n</article>\n");
    }

    private static void WriteOrigin(Markup page, Visit visit, StoredReading stored)
    {
        Document document = stored.Reading.Document;
        page.Write($"<p class=\"origin\">");
        foreach (string address in visit.Store.AddressesOf(stored.Key).Take(3))
        {
            if (Links.IsWebAddress(address))
                page.Write($"<a href=\"{address}\" rel=\"noopener noreferrer external\"><bdi>{Words.Short(address, 90)}</bdi></a> · ");
            else
                page.Write($"<bdi>{Words.Short(address, 90)}</bdi> · ");
        }

        page.Write($"<span class=\"code\">{document.Id}</span> · language <span class=\"code\">{document.Language}</span>");
        if (!document.Via.IsEmpty)
            page.Write($" · via <bdi>{string.Join(", ", document.Via)}</bdi>");
        page.Write($"</p>\n");
        Diagnostic[] remarks = [.. stored.Reading.Diagnostics.DistinctBy(item => item.Message).OrderByDescending(item => item.Severity)];
        if (remarks.Length == 0)
            return;
        page.Write($"<details class=\"remarks\"{new Markup.Flag("open", remarks[0].Severity != Severity.Note)}><summary>{Words.Count(remarks.Length, "remark")} on this copy</summary><ul>\n");
        foreach (Diagnostic item in remarks.Take(40))
            page.Write($"<li><span class=\"severity s-{Words.Lower(item.Severity)}\">{Words.Lower(item.Severity)}</span> {item.Message}</li>\n");
        page.Write($"</ul></details>\n");
    }

    private static void WriteText(Markup page, Document document, MarkedText marked, ImmutableArray<TextRange> ranges)
    {
        Dictionary<TextRange, BlockKind> kinds = document.Body.DistinctBy(block => block.Range).ToDictionary(block => block.Range, block => block.Kind);
        Dictionary<TextRange, string> reasons = document.Dropped.DistinctBy(dropped => dropped.Range).ToDictionary(dropped => dropped.Range, dropped => dropped.Reason);
        foreach (TextRange range in ranges)
        {
            if (kinds.TryGetValue(range, out BlockKind kind))
            {
                string tag = kind == BlockKind.Heading ? "h2" : "p";
                page.Write($"{Open(tag, kind)}");
                marked.Write(range);
                page.Write($"{Close(tag)}\n");
            }
            else
            {
                page.Write($"<p class=\"dropped\"><span class=\"reason\">dropped: {reasons.GetValueOrDefault(range, "")}</span> {Words.Short(range.Of(document.Text), 240)}</p>\n");
            }
        }
    }

    private static Markup.Tag Open(string tag, BlockKind kind) => kind == BlockKind.Deck ? new("<p class=\"deck\">") : tag == "h2" ? new("<h2 class=\"crosshead\">") : new("<p>");

    private static Markup.Tag Close(string tag) => tag == "h2" ? new("</h2>") : new("</p>");

    private static void WriteParts(Markup page, Visit visit, int count, int part)
    {
        if (count == 1)
            return;
        page.Write($"<nav class=\"pages\" aria-label=\"Parts of the text\">Part {part} of {count} ");
        if (part > 1)
            page.Write($"<a rel=\"prev\" href=\"{visit.Changed(("part", Words.Number((double)part - 1)))}\">Previous part</a> ");
        if (part < count)
            page.Write($"<a rel=\"next\" href=\"{visit.Changed(("part", Words.Number((double)part + 1)))}\">Next part</a>");
        page.Write($"</nav>\n");
    }

    private static void WriteLegend(Markup page)
    {
        page.Write($"<p class=\"legend\" aria-label=\"How evidence is marked\">");
        foreach (Factuality value in Enum.GetValues<Factuality>())
            page.Write($"<span class=\"ev f-{Words.Lower(value)}\">{Words.Of(value)}</span> ");
        page.Write($"<span class=\"said\">quoted</span></p>\n");
    }

    private static void WriteRecords(Markup page, Visit visit, StoredReading stored, ImmutableArray<TextRange> ranges, bool isWhole, bool isFirst)
    {
        Reading reading = stored.Reading;
        page.Write($"<h2>{Words.Count(reading.Events.Length, "record")}</h2>\n<ol class=\"cards\">\n");
        for (int i = 0; i < reading.Events.Length; i++)
        {
            TextRange trigger = reading.Events[i].Trigger;
            bool isHere = isWhole || ranges.Any(range => range.Contains(trigger.Start)) || (isFirst && !ranges.IsEmpty && trigger.Start < ranges[0].Start);
            if (isHere)
                WriteCard(page, visit, stored, i);
        }

        page.Write($"</ol>\n");
    }

    private static void WriteCard(Markup page, Visit visit, StoredReading stored, int position)
    {
        Reading reading = stored.Reading;
        EventMention item = reading.Events[position];
        page.Write($"<li class=\"card\" id=\"r{position + 1}\" value=\"{position + 1}\" data-record=\"{position + 1}\"><a class=\"number\" href=\"#t{position + 1}\"><span class=\"unseen\">Record </span>{position + 1}<span class=\"unseen\">, to its words</span></a>\n<p class=\"who\">");
        EventTable.WriteSides(page, item, reading.Entities);
        page.Write($"</p>\n<p>");
        EventTable.WriteMark(page, item);
        string act = stored.HasText ? item.Trigger.Of(reading.Document.Text) : item.Cameo;
        page.Write($"<span class=\"type\">{Words.TypeOf(item)}</span> <a href=\"{Links.Record(item.Id)}\"><bdi>{Words.Short(act, 60)}</bdi></a>");
        if (item.About is { } about)
            page.Write($" <bdi class=\"about\">{Words.Short(about.Text, 80)}</bdi>");
        page.Write($"</p>\n<p><span class=\"when\">{Words.Of(item.Date.Date)}</span> ");
        EventTable.WriteFactuality(page, item);
        page.Write($"</p>\n");
        EventTable.WriteChain(page, item.Attribution);
        _ = visit;
        page.Write($"</li>\n");
    }
}
