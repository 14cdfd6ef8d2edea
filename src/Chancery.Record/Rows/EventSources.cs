using System.Collections.Immutable;
using Chancery.Model;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>Rows that lead to events.</summary>
/// <param name="From">Tables, the events as <c>e</c> among them.</param>
/// <param name="Day">The column of the day.</param>
/// <param name="Key">The column of the event's key.</param>
/// <param name="Where">What holds of them.</param>
internal readonly record struct EventSource(string From, string Day, string Key, string Where)
{
    /// <summary>The column of the last day, where the rows have one; null in it says that no last day is known.</summary>
    public string? Last { get; init; }

    /// <summary>Whether one event may stand in several rows.</summary>
    public bool MayRepeat { get; init; }

    public static EventSource Everything => OfEvents("events_by_day", "1");

    /// <summary>What lasts beyond its first day.</summary>
    public static EventSource Long => OfEvents("events_long", "e.date_end > e.date_start");

    /// <summary>What may last beyond the year of its first day.</summary>
    public static EventSource Wide => OfEvents("events_wide", "e.date_precision IN ('range', 'after') AND (e.date_end IS NULL OR substr(e.date_end, 1, 4) > substr(e.date_start, 1, 4))");

    public static EventSource OfEvents(string index, string where) => new($"events e INDEXED BY {index}", "e.day", "e.key", where);
}

/// <summary>What leads to the events of a filter.</summary>
/// <param name="Sources">One or several; together they give every event that the term holds of.</param>
/// <param name="Term">The term of the filter that they stand for; null when they give every event.</param>
/// <param name="IsRare">Whether they give so few rows that looking at all of them costs no more than a page.</param>
internal sealed record EventLead(ImmutableArray<EventSource> Sources, FilterTerm? Term, bool IsRare);

/// <summary>Chooses the term of a filter that leads to its events.</summary>
internal sealed class EventSources(SqliteConnection connection, FilterSql sql)
{
    /// <summary>Up to so many rows are gathered and sorted rather than walked to.</summary>
    private const int Few = 5000;

    private const int Rare = 500;

    /// <summary>CAMEO's code for recognising somebody or something.</summary>
    private const string Recognition = "054";

    /// <summary>The rows of so many names are merged as they come; those of more are gathered.</summary>
    private const int MostMerged = 8;

    /// <summary>The term that the fewest rows meet; of those that many meet, one whose index has the order of the list.</summary>
    public EventLead Choose(ImmutableArray<FilterTerm> terms)
    {
        ImmutableArray<EventSource> best = [EventSource.Everything];
        FilterTerm? leading = null;
        int fewest = Few;
        foreach (FilterTerm term in terms.OrderBy(term => Share(term.Key)))
        {
            (ImmutableArray<EventSource> found, bool isOrdered) = SourcesOf(term, terms);
            if (found.IsEmpty)
                continue;
            int rows = CountUpTo(found);
            if (rows < fewest || (rows == fewest && isOrdered && leading is null))
                (best, leading, fewest) = (found, term, rows);
        }

        return new EventLead(best, leading, leading is not null && fewest < Rare);
    }

    /// <summary>How much of a record a term is likely to leave, where each of several leaves much.</summary>
    private static int Share(FilterKey key) => key switch
    {
        FilterKey.Between => 0,
        FilterKey.Actor or FilterKey.Recipient => 1,
        FilterKey.Side => 2,
        FilterKey.Agreement => 3,
        _ => 4,
    };

    private (ImmutableArray<EventSource> Sources, bool IsOrdered) SourcesOf(FilterTerm term, ImmutableArray<FilterTerm> terms) => term.Key switch
    {
        FilterKey.Report => ([.. term.Values.Select(value => OfReports(sql.Named(value)))], false),
        FilterKey.Text => (term.Values.Length == 1 ? [OfReports(sql.Matching(term.Values[0]))] : [], false),
        FilterKey.Outlet => ([.. term.Values.Select(value => OfReports($"SELECT key FROM documents WHERE outlet = {sql.Bind(value)} COLLATE NOCASE"))], false),
        FilterKey.Between => (OfPair(term, terms), true),
        FilterKey.Actor => OfNames(term, "actor"),
        FilterKey.Recipient => OfNames(term, "recipient"),
        FilterKey.Side => OfNames(term, "actor", "recipient"),
        FilterKey.Agreement => ([EventSource.OfEvents("events_agreements", "e.agreement_status IS NOT NULL")], true),
        FilterKey.Type => ([.. term.Values.Select(OfType)], true),
        FilterKey.Cameo => (term.Values is [Recognition] ? [EventSource.OfEvents("events_recognitions", "e.cameo = '054'")] : [], true),
        FilterKey.Rule => ([.. term.Values.Select(OfRule)], false),
        FilterKey.Place => ([.. term.Values.SelectMany(OfPlace)], true),
        FilterKey.Mode => OfModes(term),
        _ => ([], false),
    };

    /// <summary>Rules that begin with these words; a rule of that very name is among them.</summary>
    private EventSource OfRule(string value)
    {
        string begun = sql.Bind(value);
        return EventSource.OfEvents("events_by_rule", $"e.rule >= {begun} AND e.rule < {begun} || char(1114111)");
    }

    private EventSource[] OfPlace(string value)
    {
        string place = sql.Bind(value);
        return
        [
            EventSource.OfEvents("events_by_place", $"e.place_name IS NOT NULL AND e.place_name = {place} COLLATE NOCASE"),
            EventSource.OfEvents("events_by_place_country", $"e.place_country IS NOT NULL AND e.place_country = {place}"),
        ];
    }

    /// <summary>An act seldom has more than one mode, so few different lists of them hold one.</summary>
    private (ImmutableArray<EventSource>, bool) OfModes(FilterTerm term)
    {
        using var lists = new Statement(connection, """
            WITH RECURSIVE list (modes) AS (
              SELECT min(modes) FROM events INDEXED BY events_by_modes WHERE modes <> '[]'
              UNION ALL SELECT (SELECT min(modes) FROM events INDEXED BY events_by_modes WHERE modes <> '[]' AND modes > list.modes) FROM list WHERE list.modes IS NOT NULL)
            SELECT modes FROM list WHERE EXISTS (SELECT 1 FROM json_each(modes) m WHERE m.value IN (SELECT value FROM json_each(?1)))
            """, 1);
        var found = new List<string>();
        using RowCursor row = lists.Query(Packed.Strings(term.Values));
        while (row.Read())
            found.Add(sql.Bind(row.GetString(0)));
        if (found.Count == 0)
            found.Add("''");
        return found.Count <= MostMerged
            ? ([.. found.Select(modes => EventSource.OfEvents("events_by_modes", $"e.modes <> '[]' AND e.modes = {modes}"))], true)
            : ([EventSource.OfEvents("events_by_modes", $"e.modes <> '[]' AND e.modes IN ({string.Join(", ", found)})")], false);
    }

    private static EventSource OfReports(string reports) => EventSource.OfEvents("events_by_document", $"e.document IN ({reports})");

    private EventSource OfType(string value) =>
        EventSource.OfEvents("events_by_type", value == "none" ? "e.type IS NULL" : $"e.type = {sql.Bind(value.ToUpperInvariant())}");

    /// <summary>Both directions of two countries. What pairs hold of an event is asked of the pair, so that only rows that fit are looked up.</summary>
    private ImmutableArray<EventSource> OfPair(FilterTerm term, ImmutableArray<FilterTerm> terms)
    {
        string[] ends = [.. sql.EndsOf(term).Select(sql.Bind)];
        string more = string.Concat(terms.Select(OfPairRow).OfType<string>().Select(condition => $" AND ({condition})"));
        EventSource Direction(string source, string target) =>
            new("pairs p CROSS JOIN events e ON e.key = p.event", "p.day", "p.event", $"p.source = {source} AND p.target = {target}{more}") { Last = "p.last" };
        return [Direction(ends[0], ends[1]), Direction(ends[1], ends[0])];
    }

    private string? OfPairRow(FilterTerm term)
    {
        Func<string, string>? condition = term.Key switch
        {
            FilterKey.Type => value => value == "none" ? "p.type IS NULL" : $"p.type = {sql.Bind(value.ToUpperInvariant())}",
            FilterKey.Cameo => value => $"p.cameo LIKE {sql.Bind(value)} || '%'",
            FilterKey.Factuality => value => $"p.factuality = {sql.Bind(value.ToLowerInvariant())}",
            FilterKey.Historical => value => $"p.historical = {(value == "yes" ? 1 : 0)}",
            FilterKey.Agreement => value => value == "any" ? "p.agreement IS NOT NULL" : $"p.agreement = {sql.Bind(Names.Of(Names.Parse<AgreementStatus>(value)))}",
            _ => null,
        };
        return condition is null ? null : string.Join(" OR ", term.Values.Select(condition));
    }

    /// <summary>Sectors have no index, so a term with one does not lead.</summary>
    private (ImmutableArray<EventSource>, bool) OfNames(FilterTerm term, params string[] roles)
    {
        var found = ImmutableArray.CreateBuilder<EventSource>();
        bool isOrdered = true;
        foreach (string value in term.Values)
        {
            NameMeaning meaning = NameSearch.Find(connection, value);
            if (!meaning.Sectors.IsEmpty)
                return ([], false);
            foreach (string role in roles)
            {
                foreach (string country in meaning.Countries)
                    found.Add(OfSides("sides_by_country", $"s.country = {sql.Bind(country)} AND s.role = '{role}'"));
                if (meaning.Entities.Length <= MostMerged)
                {
                    foreach (string name in meaning.Entities)
                        found.Add(OfSides("sides_by_name", $"s.name = {sql.Bind(name)} COLLATE NOCASE AND s.role = '{role}'"));
                }
                else
                {
                    isOrdered = false;
                    found.Add(OfSides("sides_by_name", $"s.name COLLATE NOCASE IN ({string.Join(", ", meaning.Entities.Select(sql.Bind))}) AND s.role = '{role}'"));
                }
            }
        }

        return (found.ToImmutable(), isOrdered);
    }

    private static EventSource OfSides(string index, string where) =>
        new($"sides s INDEXED BY {index} CROSS JOIN events e ON e.key = s.event", "s.day", "s.event", where) { MayRepeat = true };

    private int CountUpTo(ImmutableArray<EventSource> found)
    {
        int rows = 0;
        foreach (EventSource source in found)
        {
            // The rows of the index alone: whether each event meets the other terms is not asked here.
            string from = source.From.Split(" CROSS JOIN ")[0];
            using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of constants; see FilterSql.
            command.CommandText = $"SELECT count(*) FROM (SELECT 1 FROM {from} WHERE {source.Where} LIMIT {Few - rows})";
#pragma warning restore CA2100
            sql.Give(command);
            rows += (int)(long)command.ExecuteScalar()!;
            if (rows >= Few)
                return Few;
        }

        return rows;
    }
}
