using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>How the events of a filter are found: which index is walked, so that a first page costs a page however large the store is.</summary>
/// <remarks>
/// A term of the filter that few rows meet leads; what it gives is sorted. Where no term is that rare, an index that has the order of the
/// list already is walked until the page is full. The other terms are asked of each row.
/// </remarks>
internal sealed class EventPlan
{
    /// <summary>Up to so many rows are gathered and sorted rather than walked to.</summary>
    private const int Few = 5000;

    /// <summary>No date but a range or an open one reaches further than this beyond its first day.</summary>
    private const int YearDays = 366;

    private readonly SqliteConnection connection;
    private readonly FilterSql sql;
    private readonly string whole;
    private readonly string where;
    private readonly ImmutableArray<Source> sources;
    private readonly string? until;
    private readonly string? since;
    private readonly bool datedOnly;

    /// <param name="filter">What is asked for.</param>
    /// <param name="connection">The store.</param>
    /// <param name="isPaged">Whether a page is wanted, and not all rows.</param>
    public EventPlan(Filter filter, SqliteConnection connection, bool isPaged)
    {
        this.connection = connection;
        sql = new FilterSql(connection, "e.document") { IsPaged = isPaged };
        (sources, FilterTerm? leading) = Choose([.. filter.Terms.Where(term => !term.IsNot)]);

        // What leads holds of every row that it gives.
        whole = sql.OfEvents(filter);
        where = leading is null ? whole : sql.OfEvents(new Filter(filter.Terms.Remove(leading)));
        since = Bound(filter, FilterKey.Since, days => DateColumns.Iso(days.First.DayNumber > YearDays ? days.First.AddDays(-YearDays) : DateOnly.MinValue)!);
        until = Bound(filter, FilterKey.Until, days => DateColumns.Iso(days.Last)!);
        datedOnly = since is not null || until is not null;
    }

    /// <summary>Rows that lead to events, sorted by day and key within each.</summary>
    /// <param name="From">Tables, the events as <c>e</c> among them.</param>
    /// <param name="Day">The column of the day.</param>
    /// <param name="Key">The column of the event's key.</param>
    /// <param name="Where">What holds of them.</param>
    private readonly record struct Source(string From, string Day, string Key, string Where);

    private static Source Everything => new("events e INDEXED BY events_by_day", "e.day", "e.key", "1");

    /// <summary>Day and key of each event in the order asked for.</summary>
    /// <param name="newestFirst">The undated come last in either order.</param>
    /// <param name="after">The row before the first one, or null.</param>
    /// <param name="limit">At most so many.</param>
    public IEnumerable<long> Keys(bool newestFirst, PageMark? after, int? limit)
    {
        int left = limit ?? int.MaxValue;
        if (after is not { Day: "" })
        {
            foreach (long key in Run(Ordered(isDated: true, newestFirst, after), left))
            {
                left--;
                yield return key;
            }
        }

        if (left <= 0 || datedOnly)
            yield break;
        foreach (long key in Run(Ordered(isDated: false, newestFirst, after is { Day: "" } ? after : null), left))
            yield return key;
    }

    public long Count()
    {
        string branches = string.Join(" UNION ", Branches(source => "1"));
        using SqliteCommand command = Command($"SELECT count(*) FROM ({branches})");
        return (long)command.ExecuteScalar()!;
    }

    private IEnumerable<long> Run(string keys, int limit)
    {
        using SqliteCommand command = Command($"{keys} LIMIT {limit}");
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
            yield return row.GetInt64(1);
    }

    private string Ordered(bool isDated, bool newestFirst, PageMark? after)
    {
        string more = newestFirst ? "<" : ">";
        string mark = "";
        if (after is { } row)
        {
            string day = sql.Bind(row.Day);
            string key = sql.Bind(row.Key);
            mark = isDated
                ? $" AND {{0}} {more}= {day} AND ({{0}} {more} {day} OR {{1}} {more} {key})"
                : $" AND {{1}} {more} {key}";
        }

        string order = newestFirst ? " DESC" : "";
        string branches = string.Join(" UNION ", Branches(source =>
            source.Day + (isDated ? " > ''" : " = ''") + mark.Replace("{0}", source.Day, StringComparison.Ordinal).Replace("{1}", source.Key, StringComparison.Ordinal)));
        return $"{branches} ORDER BY 1{order}, 2{order}";
    }

    /// <summary>A SELECT for each source. What began more than a year before a search and may last until it stands in an index of its own.</summary>
    private IEnumerable<string> Branches(Func<Source, string> range)
    {
        foreach (Source source in sources)
        {
            string from = since is null ? "" : $" AND {source.Day} >= {since}";
            string to = until is null ? "" : $" AND {source.Day} <= {until}";
            yield return $"SELECT {source.Day}, {source.Key} FROM {source.From} WHERE {source.Where}{from}{to} AND {range(source)} AND {where}";
        }

        if (since is null)
            yield break;
        var wide = new Source("events e INDEXED BY events_wide", "e.day", "e.key", "e.date_precision IN ('range', 'after')");
        yield return $"SELECT e.day, e.key FROM {wide.From} WHERE {wide.Where} AND e.day < {since} AND {range(wide)} AND {whole}";
    }

    private SqliteCommand Command(string text)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of constants; see Condition.
        command.CommandText = text;
#pragma warning restore CA2100
        ImmutableArray<object> values = sql.Values;
        for (int i = 0; i < values.Length; i++)
            command.Parameters.Add(new SqliteParameter($"@p{i + 1}", values[i]));
        return command;
    }

    private string? Bound(Filter filter, FilterKey key, Func<(DateOnly First, DateOnly Last), string> of)
    {
        FilterTerm? term = filter.Terms.FirstOrDefault(term => term.Key == key && !term.IsNot && term.Values.Length == 1);
        return term is not null && FilterKeys.Days(term.Values[0]) is { } days ? sql.Bind(of(days)) : null;
    }

    /// <summary>The term that the fewest rows meet; of those that many meet, one whose index has the order of the list.</summary>
    private (ImmutableArray<Source> Sources, FilterTerm? Leading) Choose(ImmutableArray<FilterTerm> terms)
    {
        ImmutableArray<Source> best = [Everything];
        FilterTerm? leading = null;
        int fewest = Few;
        foreach (FilterTerm term in terms)
        {
            (ImmutableArray<Source> found, bool isOrdered) = SourcesOf(term);
            if (found.IsEmpty)
                continue;
            int rows = CountUpTo(found);
            if (rows < fewest || (rows == fewest && isOrdered && best[0] == Everything))
                (best, leading, fewest) = (found, term, rows);
        }

        return (best, leading);
    }

    private (ImmutableArray<Source> Sources, bool IsOrdered) SourcesOf(FilterTerm term) => term.Key switch
    {
        FilterKey.Report => ([.. term.Values.Select(value => OfReports(sql.Named(value)))], false),
        FilterKey.Text => (term.Values.Length == 1 ? [OfReports(sql.Matching(term.Values[0]))] : [], false),
        FilterKey.Between => (OfPair(term), true),
        FilterKey.Actor => OfNames(term, "actor"),
        FilterKey.Recipient => OfNames(term, "recipient"),
        FilterKey.Side => OfNames(term, "actor", "recipient"),
        FilterKey.Agreement => ([new Source("events e INDEXED BY events_agreements", "e.day", "e.key", "e.agreement_status IS NOT NULL")], true),
        FilterKey.Type => ([.. term.Values.Select(OfType)], true),
        _ => ([], false),
    };

    private static Source OfReports(string reports) => new("events e INDEXED BY events_by_document", "e.day", "e.key", $"e.document IN ({reports})");

    private Source OfType(string value) =>
        new("events e INDEXED BY events_by_type", "e.day", "e.key", value == "none" ? "e.type IS NULL" : $"e.type = {sql.Bind(value.ToUpperInvariant())}");

    private ImmutableArray<Source> OfPair(FilterTerm term)
    {
        string[] ends = [.. sql.EndsOf(term).Select(sql.Bind)];
        Source Direction(string source, string target) =>
            new("pairs p CROSS JOIN events e ON e.key = p.event", "p.day", "p.event", $"p.source = {source} AND p.target = {target}");
        return [Direction(ends[0], ends[1]), Direction(ends[1], ends[0])];
    }

    /// <summary>Sectors have no index, so a term with one does not lead.</summary>
    private (ImmutableArray<Source>, bool) OfNames(FilterTerm term, params string[] roles)
    {
        var found = ImmutableArray.CreateBuilder<Source>();
        bool isOrdered = true;
        foreach (string value in term.Values)
        {
            NameMeaning meaning = NameSearch.Find(connection, value);
            if (!meaning.Sectors.IsEmpty)
                return ([], false);
            foreach (string role in roles)
            {
                foreach (string country in meaning.Countries)
                    found.Add(new Source("sides s INDEXED BY sides_by_country CROSS JOIN events e ON e.key = s.event", "s.day", "s.event", $"s.country = {sql.Bind(country)} AND s.role = '{role}'"));
                if (meaning.Entities.IsEmpty)
                    continue;
                isOrdered = false;
                string names = string.Join(", ", meaning.Entities.Select(sql.Bind));
                found.Add(new Source("sides s INDEXED BY sides_by_name CROSS JOIN events e ON e.key = s.event", "s.day", "s.event", $"s.name COLLATE NOCASE IN ({names}) AND s.role = '{role}'"));
            }
        }

        return (found.ToImmutable(), isOrdered);
    }

    private int CountUpTo(ImmutableArray<Source> found)
    {
        int rows = 0;
        foreach (Source source in found)
        {
            // The rows of the index alone: whether each event meets the other terms is not asked here.
            string from = source.From.Split(" CROSS JOIN ")[0];
            using SqliteCommand command = Command($"SELECT count(*) FROM (SELECT 1 FROM {from} WHERE {source.Where} LIMIT {Few})");
            rows += (int)(long)command.ExecuteScalar()!;
            if (rows >= Few)
                return Few;
        }

        return rows;
    }
}
