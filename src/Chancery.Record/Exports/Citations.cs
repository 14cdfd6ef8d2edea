using System.Globalization;
using System.Text;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>How a citation is written.</summary>
public enum CitationStyle : byte
{
    Chicago,
    Apa,
    Bibtex,
}

/// <summary>Cites reports: outlet, title, date and how it was reached, address, and the hash that names the very text.</summary>
public static class Citations
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <param name="report">What is cited.</param>
    /// <param name="style">How.</param>
    /// <param name="evidence">Words of the report that carry the point, or null.</param>
    public static string Cite(ReportRow report, CitationStyle style, string? evidence = null) => style switch
    {
        CitationStyle.Apa => Apa(report) + Words(evidence),
        CitationStyle.Bibtex => Bibtex(report, evidence),
        _ => Chicago(report) + Words(evidence),
    };

    private static string Chicago(ReportRow report)
    {
        string title = report.Title is { } named ? $" “{ExportText.Line(named)}.”" : "";
        return $"{Outlet(report)}.{title} {Long(report.Published)}. {ExportText.Line(report.Uri)}. SHA-256 {report.TextHash[..16]}.";
    }

    private static string Apa(ReportRow report)
    {
        string date = report.Published?.Date is { Start: { } start } known
            ? known.Precision == DatePrecision.Day ? $"{start.Year.ToString(CultureInfo.InvariantCulture)}, {Months[start.Month - 1]} {start.Day.ToString(CultureInfo.InvariantCulture)}" : start.Year.ToString(CultureInfo.InvariantCulture)
            : "n.d.";
        string title = report.Title is { } named ? $" {ExportText.Line(named)}." : "";
        return $"{Outlet(report)}. ({date}).{title} [Date from: {report.Published?.Basis ?? "nothing in the copy"}]. {ExportText.Line(report.Uri)}. SHA-256 {report.TextHash[..16]}.";
    }

    private static string Bibtex(ReportRow report, string? evidence)
    {
        var entry = new StringBuilder();
        entry.Append("@misc{chancery").Append(report.TextHash.AsSpan(0, 12)).Append(",\n");
        Field(entry, "title", report.Title ?? "Untitled report");
        Field(entry, "organization", Outlet(report));
        if (report.Published?.Date.Start is { } start)
        {
            Field(entry, "year", start.Year.ToString(CultureInfo.InvariantCulture));
            if (report.Published.Date.Precision is DatePrecision.Day or DatePrecision.Month)
                Field(entry, "month", start.Month.ToString(CultureInfo.InvariantCulture));
            if (report.Published.Date.Precision == DatePrecision.Day)
                Field(entry, "day", start.Day.ToString(CultureInfo.InvariantCulture));
        }

        Field(entry, "howpublished", report.Uri);
        string words = evidence is null ? "" : $"; {Quoted(evidence)}";
        Field(entry, "note", $"Date: {report.Published?.Date.ToString() ?? "undated"} ({report.Published?.Basis ?? "nothing in the copy"}); SHA-256 {report.TextHash}{words}");
        return entry.Append("}\n").ToString();
    }

    private static void Field(StringBuilder entry, string name, string value)
    {
        entry.Append("  ").Append(name).Append(" = {");
        foreach (char c in ExportText.Line(value))
        {
            // Braces cannot be escaped everywhere; what remains stays balanced.
            if (c is '{' or '}')
                continue;
            if (c is '%' or '&' or '#' or '$' or '_')
                entry.Append('\\');
            entry.Append(c == '\\' ? '/' : c);
        }

        entry.Append("},\n");
    }

    private static string Words(string? evidence) => evidence is null ? "" : $" {Quoted(evidence)}";

    /// <summary>In quotation marks; those within become single ones, as both styles have it.</summary>
    private static string Quoted(string words) => $"“{ExportText.Line(words).Replace('“', '‘').Replace('”', '’').Replace('"', '\'')}”";

    private static string Outlet(ReportRow report) => ExportText.Line(report.Outlet ?? "Outlet unknown");

    private static string Long(DatedBasis? published)
    {
        if (published?.Date is not { Start: { } start } date)
            return "Undated";
        string year = start.Year.ToString(CultureInfo.InvariantCulture);
        string day = date.Precision switch
        {
            DatePrecision.Day => $"{Months[start.Month - 1]} {start.Day.ToString(CultureInfo.InvariantCulture)}, {year}",
            DatePrecision.Month => $"{Months[start.Month - 1]} {year}",
            DatePrecision.Year => year,
            _ => date.ToString(),
        };
        return $"{day} ({published.Basis})";
    }
}
