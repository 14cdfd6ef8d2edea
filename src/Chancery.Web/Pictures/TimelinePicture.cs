using System.Collections.Immutable;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>A lane for each pair of countries or each actor, a mark for each record: its shape is the quad class, hollow is what was planned or is possible.</summary>
internal static class TimelinePicture
{
    private const double Width = 1100;
    private const double LabelWidth = 190;
    private const double LaneHeight = 26;
    private const double AxisHeight = 26;
    private const double MarkSize = 5;
    private const int MostLanes = 14;

    /// <summary>A record's place: its lane, the ends of its days on the axis, and a step off the middle of the lane where others stand.</summary>
    private readonly record struct Place(EventRow Row, double From, double To, double Y)
    {
        public double Middle => (From + To) / 2;
    }

    public static void Write(Markup page, Visit visit, IReadOnlyList<EventRow> rows, bool byActor, ImmutableArray<OutcomeRow> outcomes)
    {
        (string Name, EventRow[] Rows)[] lanes = LanesOf(visit, rows, byActor);
        EventRow[] dated = [.. rows.Where(row => row.Event.Date.Date.IsKnown)];
        EventRow[] undated = [.. rows.Where(row => !row.Event.Date.Date.IsKnown)];
        bool hasStrip = undated.Length > 0;
        double height = AxisHeight + (lanes.Length * LaneHeight) + (hasStrip ? LaneHeight + 6 : 0) + 6;
        page.Write($"<figure class=\"picture\" aria-labelledby=\"picture-name\"><figcaption id=\"picture-name\">{Words.Count(rows.Count, "record")} in {Words.Count(lanes.Length, "lane")}; the table below holds the same</figcaption>\n");
        page.Write($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Picture of the timeline\"><svg class=\"timeline\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" role=\"group\" aria-label=\"Timeline\" data-marks>\n");
        TimeAxis axis = TimeAxis.Of(dated.Select(row => row.Event.Date.Date), LabelWidth, Width - 12);
        axis.Write(page, AxisHeight, AxisHeight + (lanes.Length * LaneHeight));
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        for (int i = 0; i < lanes.Length; i++)
        {
            double middle = AxisHeight + (i * LaneHeight) + (LaneHeight / 2);
            page.Write($"<text class=\"lane\" x=\"{LabelWidth - 12}\" y=\"{middle + 4}\" text-anchor=\"end\">{Words.Short(lanes[i].Name, 28)}</text><line class=\"lane\" x1=\"{LabelWidth}\" x2=\"{Width - 6}\" y1=\"{middle + (LaneHeight / 2)}\" y2=\"{middle + (LaneHeight / 2)}\"/>\n");
            foreach (Place place in Spread(axis, lanes[i].Rows, middle))
                places.TryAdd(place.Row.Event.Id, place);
        }

        WriteOutcomes(page, outcomes, places);
        foreach (Place place in places.Values)
            WriteMark(page, place);
        if (hasStrip)
            WriteUndated(page, undated, height);
        page.Write($"</svg></div>\n");
        WriteLegend(page);
        page.Write($"</figure>\n");
    }

    /// <summary>The shape of a quad class about a point; a round one for statements.</summary>
    public static void WriteShape(Markup page, EventMention item, double x, double y)
    {
        int quad = item.Type is { } type ? (int)type.Quad() : 0;
        bool isHollow = item.Factuality is Factuality.Future or Factuality.Hypothetical;
        string look = $"q{quad}{(isHollow ? " hollow" : "")}{(item.Factuality == Factuality.Negated ? " negated" : "")}";
        switch (quad)
        {
            case 2:
                page.Write($"<rect class=\"{look}\" x=\"{x - MarkSize}\" y=\"{y - MarkSize}\" width=\"{2 * MarkSize}\" height=\"{2 * MarkSize}\"/>");
                break;
            case 3:
                page.Write($"<path class=\"{look}\" d=\"M{x} {y - MarkSize - 1.5}L{x + MarkSize + 1.5} {y}L{x} {y + MarkSize + 1.5}L{x - MarkSize - 1.5} {y}Z\"/>");
                break;
            case 4:
                page.Write($"<path class=\"{look}\" d=\"M{x} {y - MarkSize - 1}L{x + MarkSize + 1} {y + MarkSize}L{x - MarkSize - 1} {y + MarkSize}Z\"/>");
                break;
            default:
                page.Write($"<circle class=\"{look}\" cx=\"{x}\" cy=\"{y}\" r=\"{(quad == 0 ? MarkSize - 1.5 : MarkSize)}\"/>");
                break;
        }

        if (item.Factuality == Factuality.Negated)
            page.Write($"<path class=\"cross\" d=\"M{x - MarkSize - 2} {y - MarkSize - 2}L{x + MarkSize + 2} {y + MarkSize + 2}\"/>");
    }

    private static void WriteMark(Markup page, Place place)
    {
        EventMention item = place.Row.Event;
        string name = $"{Words.Of(item.Date.Date)}: {Words.Short(EventTable.Sides(place.Row), 90)}, {Words.TypeOf(item)}, {Words.Of(item.Factuality)}";
        page.Write($"<a href=\"{Links.Record(item.Id)}\" aria-label=\"{name}\"><title>{name}</title>");
        if (place.To - place.From > 2 * MarkSize)
            page.Write($"<rect class=\"span q{(item.Type is { } type ? (int)type.Quad() : 0)}\" x=\"{place.From}\" y=\"{place.Y - 2}\" width=\"{place.To - place.From}\" height=\"4\"/>");
        WriteShape(page, item, place.Middle, place.Y);
        page.Write($"</a>\n");
    }

    /// <summary>A line from what was planned to what became of it, where both stand in the picture.</summary>
    private static void WriteOutcomes(Markup page, ImmutableArray<OutcomeRow> outcomes, Dictionary<string, Place> places)
    {
        foreach (OutcomeRow outcome in outcomes)
        {
            if (outcome.Evidence is { } evidence && places.TryGetValue(outcome.Planned.Event.Id, out Place from) && places.TryGetValue(evidence.Event.Id, out Place to))
                page.Write($"<path class=\"outcome\" d=\"M{from.Middle} {from.Y}L{to.Middle} {to.Y}\"/>\n");
        }
    }

    private static void WriteUndated(Markup page, EventRow[] undated, double height)
    {
        double y = height - (LaneHeight / 2) - 3;
        page.Write($"<rect class=\"strip\" x=\"{LabelWidth}\" y=\"{y - (LaneHeight / 2)}\" width=\"{Width - LabelWidth - 6}\" height=\"{LaneHeight}\"/><text class=\"lane\" x=\"{LabelWidth - 12}\" y=\"{y + 4}\" text-anchor=\"end\">undated</text>\n");
        double step = Math.Min(16, (Width - LabelWidth - 30) / undated.Length);
        for (int i = 0; i < undated.Length; i++)
            WriteMark(page, new Place(undated[i], LabelWidth + 12 + (i * step), LabelWidth + 12 + (i * step), y));
    }

    private static void WriteLegend(Markup page)
    {
        page.Write($"<ul class=\"legend\">");
        for (int quad = 1; quad <= 4; quad++)
            page.Write($"<li><span class=\"quad q{quad}\"></span>{Words.Of((QuadClass)quad)}</li>");
        page.Write($"<li><span class=\"quad q1 hollow\"></span>hollow: planned or possible</li><li>struck: told as not so</li><li>line: what became of a plan</li></ul>\n");
    }

    /// <summary>The busiest first; what has no lane of its own stands in the last.</summary>
    private static (string Name, EventRow[] Rows)[] LanesOf(Visit visit, IReadOnlyList<EventRow> rows, bool byActor)
    {
        IGrouping<string, EventRow>[] groups = [.. rows.Where(row => row.Event.Date.Date.IsKnown).GroupBy(row => byActor ? ActorOf(visit, row) : PairOf(visit, row), StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)];
        if (groups.Length <= MostLanes)
            return [.. groups.Select(group => (group.Key, group.ToArray()))];
        return [.. groups.Take(MostLanes - 1).Select(group => (group.Key, group.ToArray())), ("all others", groups.Skip(MostLanes - 1).SelectMany(group => group).ToArray())];
    }

    private static string ActorOf(Visit visit, EventRow row) => Name(visit, row, row.Event.Actors) ?? Name(visit, row, row.Event.Recipients) ?? "nobody named";

    /// <summary>Both ends, in one order whoever acts.</summary>
    private static string PairOf(Visit visit, EventRow row)
    {
        string[] ends = [.. row.Event.Actors.Concat(row.Event.Recipients).Select(side => Name(visit, row, [side])!).Distinct()];
        if (ends.Length == 0)
            return "nobody named";
        string[] pair = [ends[0], .. ends.Skip(1).Take(1)];
        return string.Join(" – ", pair.Order(StringComparer.Ordinal));
    }

    private static string? Name(Visit visit, EventRow row, ImmutableArray<Side> sides)
    {
        if (sides.IsEmpty)
            return null;
        Entity entity = row.Entities[sides[0].Entity];
        return entity.Country.IsNone ? entity.Name : visit.Desk.Country(entity.Country);
    }

    /// <summary>Marks that would lie on each other step up and down within the lane.</summary>
    private static IEnumerable<Place> Spread(TimeAxis axis, EventRow[] rows, double middle)
    {
        double[] steps = [0, -7, 7, -3.5, 3.5];
        double[] last = new double[steps.Length];
        Array.Fill(last, double.MinValue);
        foreach (EventRow row in rows.OrderBy(row => axis.Middle(row.Event.Date.Date)))
        {
            (double from, double to) = axis.Ends(row.Event.Date.Date);
            double x = (from + to) / 2;
            int step = 0;
            while (step < steps.Length - 1 && x - last[step] < 2 * MarkSize)
                step++;
            last[step] = x;
            yield return new Place(row, from, to, middle + steps[step]);
        }
    }
}
