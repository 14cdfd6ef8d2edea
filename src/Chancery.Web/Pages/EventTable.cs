using System.Collections.Immutable;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>Events as rows of a table: when, who, what in whose words, whether, on whose word.</summary>
internal static class EventTable
{
    private const int EvidenceLength = 180;
    private const int NamesShown = 4;

    public static void Write(Markup page, IReadOnlyCollection<EventRow> rows, string caption, bool isCaptionShown = false)
    {
        page.Write($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">\n<table class=\"events\">\n");
        page.Write($"<caption{new Markup.Flag("class=\"unseen\"", !isCaptionShown)}>{caption}</caption>\n");
        page.Write($"<thead><tr><th scope=\"col\">When</th><th scope=\"col\">Who</th><th scope=\"col\">What</th><th scope=\"col\">Whether</th><th scope=\"col\">On whose word</th></tr></thead>\n<tbody>\n");
        foreach (EventRow row in rows)
            WriteRow(page, row);
        page.Write($"</tbody>\n</table>\n</div>\n");
    }

    /// <summary>The word that names the act, with its object; where no text is kept, the scheme's words for it.</summary>
    public static string Act(EventRow row)
    {
        string about = row.Event.About is { } what && row.Trigger?.Contains(what.Text, StringComparison.Ordinal) != true ? ": " + what.Text : "";
        return (row.Trigger ?? string.Join(' ', row.Event.Modes.DefaultIfEmpty(row.Event.Cameo))) + about;
    }

    /// <summary>Actors, an arrow, recipients; in plain text.</summary>
    public static string Sides(EventRow row) => Sides(row.Event, row.Entities);

    public static string Sides(EventMention item, ImmutableArray<Entity> entities)
    {
        string actors = string.Join(" + ", item.Actors.Select(side => entities[side.Entity].Name));
        string recipients = string.Join(" + ", item.Recipients.Select(side => entities[side.Entity].Name));
        return (actors, recipients) switch
        {
            (_, "") => actors,
            ("", _) => "→ " + recipients,
            _ => $"{actors} → {recipients}",
        };
    }

    public static void WriteSides(Markup page, EventMention item, ImmutableArray<Entity> entities)
    {
        WriteNames(page, item.Actors, entities);
        if (item.Recipients.IsEmpty)
            return;
        page.Write($"{(item.Actors.IsEmpty ? "" : " ")}<span class=\"to\">→<span class=\"unseen\"> to</span></span> ");
        WriteNames(page, item.Recipients, entities);
    }

    /// <summary>A shape for the quad class: round for words, square for deeds, filled the other way for conflict; the words for it beside.</summary>
    public static void WriteMark(Markup page, EventMention item)
    {
        if (item.Type is { } type)
            page.Write($"<span class=\"quad q{(int)type.Quad()}\" title=\"{Words.Of(type.Quad())}\"><span class=\"unseen\">{Words.Of(type.Quad())}: </span></span>");
        else
            page.Write($"<span class=\"quad q0\" title=\"statement\"></span>");
    }

    public static void WriteChain(Markup page, ImmutableArray<Attribution> chain)
    {
        if (chain.IsEmpty)
        {
            page.Write($"<span class=\"faint\">the report’s own</span>");
            return;
        }

        page.Write($"<ol class=\"chain\">");
        foreach (Attribution link in chain)
        {
            page.Write($"<li><bdi>{Words.Short(link.Text, 60)}</bdi>");
            if (link.Stance is Stance.Denies or Stance.Alleges)
                page.Write($" <em>{Words.Lower(link.Stance.Value)}</em>");
            page.Write($"</li>");
        }

        page.Write($"</ol>");
    }

    public static void WriteFactuality(Markup page, EventMention item)
    {
        page.Write($"<span class=\"whether f-{Words.Lower(item.Factuality)}\">{Words.Of(item.Factuality)}</span>");
        if (item.Historical)
            page.Write($" <span class=\"tag\">background</span>");
    }

    private static void WriteRow(Markup page, EventRow row)
    {
        EventMention item = row.Event;
        page.Write($"<tr id=\"e-{item.Id}\"><td class=\"when\">{Words.Of(item.Date.Date)}</td><td class=\"who\">");
        WriteSides(page, item, row.Entities);
        page.Write($"</td><td class=\"what\">");
        WriteMark(page, item);
        page.Write($"<span class=\"type\">{Words.TypeOf(item)}</span> <a href=\"{Links.Record(item.Id)}\"><bdi>{Words.Short(Act(row), 90)}</bdi></a>");
        if (row.Evidence is { } words)
            page.Write($"<q lang=\"{row.Report.Language}\" dir=\"auto\">{Words.Short(words, EvidenceLength)}</q>");
        page.Write($"</td><td>");
        WriteFactuality(page, item);
        page.Write($"</td><td class=\"word\">");
        WriteChain(page, item.Attribution);
        page.Write($"</td></tr>\n");
    }

    private static void WriteNames(Markup page, ImmutableArray<Side> sides, ImmutableArray<Entity> entities)
    {
        Entity[] who = [.. sides.Select(side => entities[side.Entity]).DistinctBy(entity => entity.Id)];
        for (int i = 0; i < who.Length && i < NamesShown; i++)
        {
            page.Write($"{(i == 0 ? "" : ", ")}<a class=\"name\" href=\"{Links.Actor(who[i].Name)}\"><bdi>{Words.Short(who[i].Name, 48)}</bdi></a>");
            string code = $"{who[i].Country} {Words.Sectors(who[i].Sectors)}".Trim();
            if (code.Length > 0)
                page.Write($" <span class=\"code\">{code}</span>");
        }

        if (who.Length > NamesShown)
            page.Write($" and {who.Length - NamesShown} more");
    }
}
