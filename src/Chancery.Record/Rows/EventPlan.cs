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
    /// <summary>No date but a range or an open one reaches further than this beyond its first day.</summary>
    private const int YearDays = 366;

    private readonly SqliteConnection connection;
    private readonly FilterSql sql;
    private readonly ImmutableArray<EventSource> sources;
    private readonly string where;
    private readonly string? until;
    private readonly bool datedOnly;

    /// <summary>In the order of time, none overlapping another; the undated are in none.</summary>
    private readonly ImmutableArray<Stretch> stretches;

    /// <param name="filter">What is asked for.</param>
    /// <param name="connection">The store.</param>
    /// <param name="isPaged">Whether a page is wanted, and not all rows.</param>
    public EventPlan(Filter filter, SqliteConnection connection, bool isPaged)
    {
        this.connection = connection;
        sql = new FilterSql(connection, "e.document") { IsPaged = isPaged };
        EventLead lead = new EventSources(connection, sql).Choose([.. filter.Terms.Where(term => !term.IsNot)]);
        sources = lead.Sources;

        // What leads holds of every row that it gives.
        Filter rest = lead.Term is null ? filter : new Filter(filter.Terms.Remove(lead.Term));
        where = sql.OfEvents(rest);
        FilterTerm? last = Bounding(filter, FilterKey.Until);
        until = last is null ? null : sql.Bind(DateColumns.Iso(DaysOf(last).Last)!);
        FilterTerm? first = Bounding(filter, FilterKey.Since);
        string? dated = filter.Terms.FirstOrDefault(term => term is { Key: FilterKey.Dated, IsNot: false, Values.Length: 1 })?.Values[0];
        datedOnly = first is not null || last is not null || dated == "yes";
        if (dated == "no")
            stretches = [];
        else
            stretches = first is null ? [new Stretch(sources, day => $"{day} > ''", where)] : [.. Since(first, filter, rest, lead)];
    }

    /// <summary>Some days of the list, and what gives the rows in them.</summary>
    /// <param name="Sources">What leads to the rows.</param>
    /// <param name="Days">Which days, of the column given.</param>
    /// <param name="Where">What else is asked of each row.</param>
    private sealed record Stretch(ImmutableArray<EventSource> Sources, Func<string, string> Days, string Where);

    /// <summary>Day and key of each event in the order asked for.</summary>
    /// <param name="newestFirst">The undated come last in either order.</param>
    /// <param name="after">The row before the first one, or null.</param>
    /// <param name="limit">At most so many.</param>
    public IEnumerable<long> Keys(bool newestFirst, PageMark? after, int? limit)
    {
        int left = limit ?? int.MaxValue;
        if (after is not { Day: "" })
        {
            foreach (Stretch stretch in newestFirst ? stretches.Reverse() : stretches)
            {
                foreach (long key in Run(stretch, newestFirst, after, left))
                {
                    left--;
                    yield return key;
                }

                if (left <= 0)
                    yield break;
            }
        }

        if (datedOnly)
            yield break;
        foreach (long key in Run(new Stretch(sources, day => $"{day} = ''", where), newestFirst, after is { Day: "" } ? after : null, left))
            yield return key;
    }

    public long Count()
    {
        IEnumerable<Stretch> all = datedOnly ? stretches : [new Stretch(sources, stretches.IsEmpty ? day => $"{day} = ''" : _ => "1", where)];
        long count = 0;
        foreach (Stretch stretch in all)
        {
            using SqliteCommand command = Command($"SELECT count(*) FROM ({Select(stretch, _ => "")})");
            count += (long)command.ExecuteScalar()!;
        }

        return count;
    }

    /// <summary>What begins on or after a day, and what began before it and lasts until it. The latter is rare, so it is looked for where it alone stands.</summary>
    private IEnumerable<Stretch> Since(FilterTerm term, Filter filter, Filter rest, EventLead lead)
    {
        DateOnly first = DaysOf(term).First;
        string day = sql.Bind(DateColumns.Iso(first)!);
        if (lead.IsRare || lead.Sources.All(source => source.Last is not null))
        {
            ImmutableArray<EventSource> lasting = [.. lead.Sources.Select(source => source.Last is { } last ? source with { Where = $"{source.Where} AND ({last} >= {day} OR {last} IS NULL)" } : source)];
            yield return new Stretch(lasting, column => $"{column} > '' AND {column} < {day}", where);
        }
        else
        {
            string whole = sql.OfEvents(filter);
            string before = sql.Bind(DateColumns.Iso(first.DayNumber > YearDays ? first.AddDays(-YearDays) : DateOnly.MinValue)!);
            yield return new Stretch([EventSource.Wide], column => $"{column} > '' AND {column} < {before}", whole);
            yield return new Stretch([EventSource.Long], column => $"{column} >= {before} AND {column} < {day}", whole);
        }

        yield return new Stretch(sources, column => $"{column} >= {day}", sql.OfEvents(new Filter(rest.Terms.Remove(term))));
    }

    private IEnumerable<long> Run(Stretch stretch, bool newestFirst, PageMark? after, int limit)
    {
        string more = newestFirst ? "<" : ">";
        string day = after is { } row ? sql.Bind(row.Day) : "";
        string key = after is { } same ? sql.Bind(same.Key) : "";
        string Mark(EventSource source) => after is null ? "" : $" AND {source.Day} {more}= {day} AND ({source.Day} {more} {day} OR {source.Key} {more} {key})";
        string order = newestFirst ? " DESC" : "";
        using SqliteCommand command = Command($"{Select(stretch, Mark)} ORDER BY 1{order}, 2{order} LIMIT {limit}");
        using SqliteDataReader found = command.ExecuteReader();
        while (found.Read())
            yield return found.GetInt64(1);
    }

    /// <summary>A SELECT for each source; those of them that are in the order of the list are merged by the database as they come.</summary>
    private string Select(Stretch stretch, Func<EventSource, string> mark)
    {
        string to = until is null ? "" : $" <= {until}";
        return string.Join(" UNION ", stretch.Sources.Select(source =>
            $"SELECT {(source.MayRepeat ? "DISTINCT " : "")}{source.Day}, {source.Key} FROM {source.From} WHERE {source.Where} AND {stretch.Days(source.Day)}{(to.Length > 0 ? $" AND {source.Day}{to}" : "")}{mark(source)} AND {stretch.Where}"));
    }

    private SqliteCommand Command(string text)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of constants; see FilterSql.
        command.CommandText = text;
#pragma warning restore CA2100
        sql.Give(command);
        return command;
    }

    private static FilterTerm? Bounding(Filter filter, FilterKey key) =>
        filter.Terms.FirstOrDefault(term => term.Key == key && !term.IsNot && term.Values.Length == 1 && FilterKeys.Days(term.Values[0]) is not null);

    private static (DateOnly First, DateOnly Last) DaysOf(FilterTerm term) => FilterKeys.Days(term.Values[0])!.Value;
}
