using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Web;

/// <summary>Offices over time, a bar each; the table under it holds the same.</summary>
internal static class OfficePicture
{
    private const double Width = 1100;
    private const double LabelWidth = 300;
    private const double LaneHeight = 22;
    private const double AxisHeight = 24;
    private const int MostLanes = 20;

    public static void Write(Markup page, ImmutableArray<Office> offices)
    {
        Office[] shown = [.. offices.Where(office => office.Span.From is not null).OrderBy(office => office.Span.From).Take(MostLanes)];
        if (shown.Length < 2)
            return;
        DateOnly end = shown.Max(office => office.Span.To ?? office.Span.From!.Value.AddYears(2));
        double height = AxisHeight + (shown.Length * LaneHeight) + 4;
        TimeAxis axis = TimeAxis.Of(shown.Select(office => PartialDate.Between(office.Span.From!.Value, office.Span.To ?? end)), LabelWidth, Width - 30);
        page.Write($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Picture of the offices\"><svg class=\"timeline\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" role=\"img\" aria-label=\"Offices over time; the table below holds the same\">\n");
        axis.Write(page, AxisHeight, height);
        for (int i = 0; i < shown.Length; i++)
        {
            double y = AxisHeight + (i * LaneHeight);
            (double from, double to) = axis.Ends(PartialDate.Between(shown[i].Span.From!.Value, shown[i].Span.To ?? end));
            page.Write($"<text class=\"lane\" x=\"{LabelWidth - 12}\" y=\"{y + 15}\" text-anchor=\"end\">{Words.Short(shown[i].Title, 42)}</text><rect class=\"bar q1{(shown[i].Span.To is null ? " open" : "")}\" x=\"{from}\" y=\"{y + 5}\" width=\"{Math.Max(2, to - from)}\" height=\"11\"/>\n");
        }

        page.Write($"</svg></div>\n");
    }
}
