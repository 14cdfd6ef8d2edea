using System.Collections.Immutable;
using System.Globalization;
using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>Who stands in the record; and one of them with names, offices over time, acts and words.</summary>
internal static class ActorsPage
{
    private const int Size = 100;
    private const int NewestShown = 20;

    private static readonly ImmutableArray<Field<NameRow>> Fields =
    [
        new("name", row => row.Name),
        new("kind", row => Words.Lower(row.Kind)),
        new("country", row => row.Country.ToString()),
        new("reports", row => row.Uses.ToString(CultureInfo.InvariantCulture)),
    ];

    public static View Show(Visit visit)
    {
        string part = visit.Query("q");
        string country = visit.Query("country").ToUpperInvariant();
        ImmutableArray<NameRow> rows = NameList.Page(visit.Store, part, country, After(visit), Size + 1);
        string? next = rows.Length > Size && rows[Size - 1].Mark is var last ? string.Create(CultureInfo.InvariantCulture, $"{last.Rank}.{last.Key}.{last.Name}") : null;
        ImmutableArray<NameRow> shown = [.. rows.Take(Size).OrderByDescending(row => row.Uses)];
        return new View
        {
            Title = "Actors",
            Section = "actors",
            Body = page => WriteList(page, visit, shown, next),
            Sheet = new Sheet<NameRow>(shown, All(visit, part, country), Fields, row => JsonText.Of(row, Fields)) { Next = next is null ? null : Links.With("/actors.json", ("q", part), ("country", country), ("after", next)) },
        };
    }

    public static View ShowOne(Visit visit)
    {
        ImmutableArray<NameRow> named = NameList.Named(visit.Store, visit.Id);
        if (named.IsEmpty && ActorForms.Of(visit, visit.Id) is { IsEmpty: false } said)
            return ShowMerged(visit, said);
        if (named.IsEmpty)
            throw DeskException.Unknown($"Nobody in this record is called '{Words.Short(visit.Id, 120)}'.", "The list of actors can be searched by a part of the name.");
        string name = named[0].Name;
        KnownEntity? known = NameList.KeyOf(visit.Store, name) is { } key ? visit.Desk.Options.Knowledge.Entities.Find(key) : null;
        Filter filter = Filter.All.And(FilterKey.Side, name);
        return new View
        {
            Title = name,
            Section = "actors",
            IsWide = true,
            Body = page => WriteOne(page, visit, named, known, filter),
            Sheet = new Sheet<EventRow>(visit.Store.Events(filter, EventOrder.Newest, Size), visit.Store.Events(filter), Rows.Events, RowJson.Of),
        };
    }

    /// <summary>A name that has been merged into another, with what undoes it.</summary>
    private static View ShowMerged(Visit visit, ImmutableArray<Correction> said) => new()
    {
        Title = visit.Id,
        Section = "actors",
        Body = page =>
        {
            page.Write($"<h1><bdi>{visit.Id}</bdi></h1>\n<p>Nobody in the record bears this name any more; people have said who is meant:</p>\n");
            ActorForms.WriteStanding(page, visit, visit.Id);
            foreach (string other in said.Select(correction => correction.Value).OfType<string>().Distinct())
                page.Write($"<p><a href=\"{Links.Actor(other)}\"><bdi>{other}</bdi></a></p>\n");
        },
    };

    private static NameMark After(Visit visit)
    {
        string given = visit.Query("after");
        if (given.Length == 0)
            return NameMark.Start;
        string[] parts = given.Split('.', 3);
        return parts.Length == 3 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long rank) && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long key)
            ? new NameMark(rank, key, parts[2])
            : throw DeskException.Bad($"'{Words.Short(given, 80)}' is no place in the list of actors.", "Take the address of the link to the next page, or leave 'after' out.");
    }

    private static IEnumerable<NameRow> All(Visit visit, string part, string country)
    {
        NameMark after = NameMark.Start;
        while (true)
        {
            ImmutableArray<NameRow> rows = NameList.Page(visit.Store, part, country, after, 1000);
            foreach (NameRow row in rows)
                yield return row;
            if (rows.Length < 1000)
                yield break;
            after = rows[^1].Mark;
        }
    }

    private static void WriteList(Markup page, Visit visit, ImmutableArray<NameRow> rows, string? next)
    {
        page.Write($"""
            <h1>Actors</h1>
            <form class="filter" action="/actors">
            <p class="field grow"><label for="part">Name, or words of it</label><input id="part" name="q" value="{visit.Query("q")}"></p>
            <p class="field"><label for="country">Country</label><input id="country" name="country" value="{visit.Query("country")}" placeholder="NOR" maxlength="3"></p>
            <p class="field"><button>Show</button></p>
            </form>

            """);
        if (rows.IsEmpty)
        {
            page.Write($"<p class=\"trouble\">Nobody in the record fits.</p>\n<p><a href=\"/actors\">Show all actors</a>{(Totals.Of(visit.Store).Reports == 0 ? "; the record is empty, so read some reports first" : "")}.</p>\n");
            return;
        }

        page.Write($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Actors\">\n<table class=\"actors\"><caption class=\"unseen\">Actors by the number of reports that mean them</caption><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Kind</th><th scope=\"col\">Country</th><th scope=\"col\" class=\"n\">Reports</th></tr></thead>\n<tbody>\n");
        foreach (NameRow row in rows)
            page.Write($"<tr><td><a href=\"{Links.Actor(row.Name)}\"><bdi>{Words.Short(row.Name, 100)}</bdi></a></td><td>{Words.Lower(row.Kind)}</td><td>{(row.Country.IsNone ? "" : visit.Desk.Country(row.Country))}</td><td class=\"n\">{Words.Number(row.Uses)}</td></tr>\n");
        page.Write($"</tbody></table></div>\n");
        if (next is not null)
            page.Write($"<nav class=\"pages\" aria-label=\"Pages\"><a rel=\"next\" href=\"{Links.With("/actors", ("q", visit.Query("q")), ("country", visit.Query("country")), ("after", next))}\">Next page</a></nav>\n");
    }

    private static void WriteOne(Markup page, Visit visit, ImmutableArray<NameRow> named, KnownEntity? known, Filter filter)
    {
        NameRow actor = named[0];
        page.Write($"<p class=\"kicker\">{Words.Lower(actor.Kind)}{(actor.Country.IsNone ? "" : " · " + visit.Desk.Country(actor.Country))} · in {Words.Count(actor.Uses, "report")}</p>\n<h1><bdi>{actor.Name}</bdi></h1>\n");
        if (named.Length > 1)
            page.Write($"<p class=\"note\">The record knows several of this name: {string.Join("; ", named.Select(row => $"{Words.Lower(row.Kind)} {row.Country} in {Words.Count(row.Uses, "report")}"))}.</p>\n");
        ActorForms.WriteStanding(page, visit, actor.Name);
        page.Write($"<p class=\"doings\"><a href=\"{Links.With("/timeline", ("who", actor.Name))}\">Timeline</a> <a href=\"{Links.With("/quotes", ("speaker", actor.Name))}\">Quotes</a>{new Markup.Tag(" ")}<a href=\"{Links.With("/stances", ("toward", actor.Name))}\">Stances toward</a></p>\n");
        WriteAliases(page, visit, actor);
        if (known is not null)
            WriteKnown(page, visit, known);
        WriteSeen(page, visit, actor);
        page.Write($"<h2>Newest records</h2>\n");
        EventRow[] rows = [.. visit.Store.Events(filter, EventOrder.Newest, NewestShown)];
        if (rows.Length == 0)
            page.Write($"<p class=\"note\">Named in reports, but no side of any record.</p>\n");
        else
            EventTable.Write(page, rows, "Newest records, the undated last");
        ActorForms.Write(page, visit, actor);
    }

    /// <summary>What reports call them: that is what a reader of these reports meets.</summary>
    private static void WriteAliases(Markup page, Visit visit, NameRow actor)
    {
        ImmutableArray<string> aliases = NameList.AliasesOf(visit.Store, actor);
        if (!aliases.IsEmpty)
            page.Write($"<h2>Also called in these reports</h2>\n<p><bdi>{string.Join(" · ", aliases)}</bdi></p>\n");
    }

    private static void WriteKnown(Markup page, Visit visit, KnownEntity known)
    {
        string[] aliases = [.. known.Names.Where(alias => alias != known.Name).Distinct().Take(40)];
        if (aliases.Length > 0)
            page.Write($"<h2>Other names known</h2>\n<p><bdi>{string.Join(" · ", aliases)}</bdi></p>\n");
        if (known.Offices.IsEmpty)
            return;
        page.Write($"<h2>Offices</h2>\n");
        OfficePicture.Write(page, known.Offices);
        page.Write($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Offices\"><table><caption class=\"unseen\">Offices that the knowledge gives</caption><thead><tr><th scope=\"col\">From</th><th scope=\"col\">To</th><th scope=\"col\">Office</th><th scope=\"col\">Of</th></tr></thead>\n<tbody>\n");
        foreach (Office office in known.Offices.OrderBy(office => office.Span.From ?? DateOnly.MinValue))
            page.Write($"<tr><td class=\"when\">{(office.Span.From is { } from ? Words.Day(from) : "")}</td><td class=\"when\">{(office.Span.To is { } to ? Words.Day(to) : "")}</td><td>{office.Title}</td><td>{visit.Desk.Country(office.Country)} <span class=\"code\">{office.Sector.Code()}</span></td></tr>\n");
        page.Write($"</tbody></table></div>\n");
    }

    private static void WriteSeen(Markup page, Visit visit, NameRow actor)
    {
        if (actor.Kind != EntityKind.Person)
            return;
        ImmutableArray<SeenOffice> seen = NameList.OfficesOf(visit.Store, actor.Name);
        if (seen.IsEmpty)
            return;
        page.Write($"<h2>Offices in reports</h2>\n<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Offices in reports\"><table><caption class=\"unseen\">Offices as reports give them</caption><thead><tr><th scope=\"col\">First report</th><th scope=\"col\">Last</th><th scope=\"col\">Office</th><th scope=\"col\" class=\"n\">Reports</th></tr></thead>\n<tbody>\n");
        foreach (SeenOffice office in seen)
            page.Write($"<tr><td class=\"when\">{office.First ?? "undated"}</td><td class=\"when\">{office.Last ?? ""}</td><td><bdi>{office.Office}</bdi></td><td class=\"n\">{Words.Number(office.Reports)}</td></tr>\n");
        page.Write($"</tbody></table></div>\n");
    }
}
