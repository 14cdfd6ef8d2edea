using Chancery.Model;
using Block = Chancery.Model.Block;

namespace Chancery.Coding;

/// <summary>The day whose news a report tells.</summary>
internal static class NewsDay
{
    /// <summary>The basis of a day that nothing but the publication tells.</summary>
    public const string Publication = "the day of publication";

    /// <summary>The last full day that the lead names, else the end of its last month or year: what a report without a date of its own tells happened about then.</summary>
    public static DateOnly? OfLead(EventSources sources)
    {
        DateOnly? last = null;
        DateOnly? coarse = null;
        foreach (Block block in sources.Tree.Parsed.Document.Body)
        {
            foreach (DateMention date in sources.Dates)
            {
                if (!block.Range.Contains(date.Range))
                    continue;
                if (date.Value is { Precision: DatePrecision.Day, Start: { } day } && !(day < last))
                    last = day;
                if (date.Value is { Precision: DatePrecision.Month or DatePrecision.Year, End: { } end } && !(end < coarse))
                    coarse = end;
            }

            if (block.Kind == BlockKind.Paragraph)
                break;
        }

        return last ?? coarse;
    }

    /// <summary>The day of the news: a weekday in the lead, else the dateline, else the publication.</summary>
    public static (DateOnly? Day, string Basis) Of(EventSources sources)
    {
        Document document = sources.Tree.Parsed.Document;
        DateOnly? anchor = document.Published?.Date is { Precision: DatePrecision.Day } published ? published.Start : null;
        if (document.Dateline?.Date is { Precision: DatePrecision.Day } dateline)
            anchor = dateline.Start;
        if (anchor is not { } day)
            return (null, "");
        Block? lead = null;
        foreach (Block block in document.Body)
        {
            lead ??= block.Kind == BlockKind.Paragraph ? block : null;
        }

        if (lead is { } first)
        {
            foreach (DateMention date in sources.Dates)
            {
                if (!(document.Dateline is { } line && line.Range.Overlaps(date.Range)) && first.Range.Contains(date.Range) && date.Value is { Precision: DatePrecision.Day, Start: { } told } && told <= day && told > day.AddDays(-7))
                    return (told, "the day of the lead");
            }
        }

        return (day, document.Dateline?.Date is { Precision: DatePrecision.Day } ? "the dateline" : Publication);
    }
}
