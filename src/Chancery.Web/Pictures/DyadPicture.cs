using System.Globalization;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>What two countries do to each other by the month: a row of bars for each direction and scale, with the number of records under them.</summary>
internal static class DyadPicture
{
    private const double Width = 1100;
    private const double LabelWidth = 190;
    private const double RowHeight = 74;
    private const double AxisHeight = 24;
    private const int MostBars = 240;

    /// <summary>One month of one direction, or one year where months would be too many.</summary>
    private readonly record struct Bar(int Index, double Score, double Goldstein, long Events, string Name);

    public static void Write(Markup page, string left, string right, IReadOnlyList<DyadMonth> months, Func<string, string> nameOf)
    {
        DyadMonth[] dated = [.. months.Where(month => month.Month.Length == 7 && month.Events > 0)];
        if (dated.Length == 0)
            return;
        int first = dated.Min(month => IndexOf(month.Month));
        int last = dated.Max(month => IndexOf(month.Month));
        bool byYear = last - first + 1 > MostBars;
        int from = byYear ? first / 12 : first;
        int count = (byYear ? last / 12 : last) - from + 1;
        string[] sources = left == right ? [left] : [left, right];
        double height = AxisHeight + (sources.Length * 2 * RowHeight) + 8;
        double step = Math.Min(40, (Width - LabelWidth - 20) / count);
        page.Write($"<figure class=\"picture\"><figcaption>By the {(byYear ? "year" : "month")}: sums of both scales in each direction, cooperation up and conflict down; n is the number of records. The table below holds the same.</figcaption>\n<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Picture of the months\"><svg class=\"timeline\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" role=\"img\" aria-label=\"Bars by the {(byYear ? "year" : "month")}; the table below holds the same\">\n");
        WriteAxis(page, from, count, byYear, step, height);
        for (int i = 0; i < sources.Length; i++)
        {
            string source = sources[i];
            Bar[] bars = [.. dated.Where(month => month.Source == source).GroupBy(month => byYear ? IndexOf(month.Month) / 12 : IndexOf(month.Month)).Select(group => new Bar(group.Key - from, group.Sum(month => month.Score), group.Sum(month => month.Goldstein), group.Sum(month => month.Events), byYear ? group.Key.ToString(CultureInfo.InvariantCulture) : group.First().Month))];
            string target = source == left ? right : left;
            double top = AxisHeight + (i * 2 * RowHeight);
            string direction = $"{nameOf(source)} → {nameOf(target)}";
            WriteRow(page, $"{Words.Short(direction, 30)}", "PLOVER score, n", bars, bar => bar.Score, top, step, withCounts: true);
            WriteRow(page, "", "Goldstein score", bars, bar => bar.Goldstein, top + RowHeight, step, withCounts: false);
        }

        page.Write($"</svg></div></figure>\n");
    }

    private static void WriteAxis(Markup page, int from, int count, bool byYear, double step, double height)
    {
        int every = byYear ? Math.Max(1, count / 12) : count <= 14 ? 1 : 12 * Math.Max(1, count / 144);
        for (int i = 0; i < count; i++)
        {
            int index = from + i;
            bool isTick = byYear ? index % every == 0 : every == 1 || index % every == 0;
            if (!isTick)
                continue;
            string name = byYear ? index.ToString(CultureInfo.InvariantCulture) : every == 1 ? Words.Month(new DateOnly(index / 12, (index % 12) + 1, 1)) : (index / 12).ToString(CultureInfo.InvariantCulture);
            double x = LabelWidth + (i * step) + (every == 1 && !byYear ? step / 2 : 0);
            page.Write($"<line class=\"tick\" x1=\"{x}\" x2=\"{x}\" y1=\"{AxisHeight - 6}\" y2=\"{height}\"/>");
            if (count > 14 || i % 2 == 0 || step >= 40)
                page.Write($"<text class=\"tick\" x=\"{x}\" y=\"12\" text-anchor=\"middle\">{(count <= 14 && step < 60 ? Short(name) : name)}</text>\n");
        }
    }

    private static string Short(string month) => month.Length == 8 ? $"{month[..3]} {month[6..]}" : month;

    private static void WriteRow(Markup page, string direction, string scale, Bar[] bars, Func<Bar, double> value, double top, double step, bool withCounts)
    {
        double most = Math.Max(1, bars.Length == 0 ? 1 : bars.Max(bar => Math.Abs(value(bar))));
        double middle = top + (RowHeight / 2) - 4;
        double unit = ((RowHeight / 2) - 12) / most;
        if (direction.Length > 0)
            page.Write($"<text class=\"lane strong\" x=\"{LabelWidth - 12}\" y=\"{middle - 8}\" text-anchor=\"end\">{direction}</text>");
        page.Write($"<text class=\"tick\" x=\"{LabelWidth - 12}\" y=\"{middle + 8}\" text-anchor=\"end\">{scale}</text><line class=\"zero\" x1=\"{LabelWidth}\" x2=\"{Width - 8}\" y1=\"{middle}\" y2=\"{middle}\"/>\n");
        foreach (Bar bar in bars)
        {
            double size = value(bar) * unit;
            double x = LabelWidth + (bar.Index * step);
            page.Write($"<rect class=\"bar {(size >= 0 ? "q1" : "q4")}\" x=\"{x + (step * .15)}\" y=\"{(size >= 0 ? middle - size : middle)}\" width=\"{Math.Max(1, step * .7)}\" height=\"{Math.Max(.5, Math.Abs(size))}\"><title>{bar.Name}: {Words.Number(value(bar))}, n {bar.Events}</title></rect>");
            if (withCounts && step >= 14)
                page.Write($"<text class=\"tick\" x=\"{x + (step / 2)}\" y=\"{top + RowHeight - 6}\" text-anchor=\"middle\">{bar.Events}</text>");
        }
    }

    private static int IndexOf(string month) =>
        (int.Parse(month.AsSpan(0, 4), CultureInfo.InvariantCulture) * 12) + int.Parse(month.AsSpan(5, 2), CultureInfo.InvariantCulture) - 1;
}
