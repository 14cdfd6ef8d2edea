using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>How the reports or quotations of a filter are found, by the day of the report, so that a first page costs a page.</summary>
internal sealed class ReportPlan
{
    /// <summary>Up to so many rows are gathered and sorted rather than walked to.</summary>
    private const int Few = 5000;

    private const string ReportDay = "coalesce(d.published_start, '')";
    private const string IsLong = "d.published_end > coalesce(d.published_start, '')";

    private readonly SqliteConnection connection;
    private readonly FilterSql sql;
    private readonly Walk walk;
    private readonly string where;
    private readonly string? since;
    private readonly string? until;

    /// <summary>What is asked of those that begin on or after the day of <see cref="since"/>.</summary>
    private readonly string whereSince;

    private ReportPlan(SqliteConnection connection, FilterSql sql, Walk walk, Filter filter, Func<FilterSql, Filter, string> write)
    {
        this.connection = connection;
        this.sql = sql;
        this.walk = walk;
        where = write(sql, filter);
        whereSince = where;
        if (Bounding(filter, FilterKey.Since) is { } first)
        {
            since = sql.Bind(DateColumns.Iso(DaysOf(first).First)!);
            whereSince = write(sql, new Filter(filter.Terms.Remove(first)));
        }

        until = Latest(filter) is { } last ? sql.Bind(DateColumns.Iso(last)!) : null;
    }

    /// <summary>Which table is walked by the day.</summary>
    /// <param name="From">Tables, the reports as <c>d</c> among them.</param>
    /// <param name="Lead">What holds of the rows by which it begins.</param>
    /// <param name="Row">The row that is given.</param>
    /// <param name="Day">The column of the day.</param>
    /// <param name="Order">The columns by which rows of a day are sorted.</param>
    /// <param name="Long">The same tables by the reports that are dated to more than a day.</param>
    private sealed record Walk(string From, string Lead, string Row, string Day, string Order, string Long);

    public static ReportPlan OfReports(Filter filter, SqliteConnection connection, bool isPaged)
    {
        var sql = new FilterSql(connection, "d.key") { IsPaged = isPaged };
        string from = HasFewReports(filter, connection) ? "documents d" : "documents d INDEXED BY documents_by_day";
        string lead = "1";
        if (filter.Terms.FirstOrDefault(term => term is { Key: FilterKey.Outlet, IsNot: false, Values.Length: 1 }) is { } outlet)
            (from, lead) = ("documents d INDEXED BY documents_by_outlet", $"d.outlet = {sql.Bind(outlet.Values[0])} COLLATE NOCASE");
        return new ReportPlan(connection, sql, new Walk(from, lead, "d.key", ReportDay, "d.key", "documents d INDEXED BY documents_long"), filter, (sql, filter) => sql.OfReports(filter));
    }

    public static ReportPlan OfQuotes(Filter filter, SqliteConnection connection)
    {
        bool isRare = HasFew(filter, connection, term => term.Key == FilterKey.Text ? sql => sql.Quoting(term.Values[0]) : null);
        var sql = new FilterSql(connection, "q.document") { IsPaged = !isRare };
        const string quotes = " CROSS JOIN quotes q INDEXED BY quotes_by_document ON q.document = d.key";
        const string lasting = "documents d INDEXED BY documents_long" + quotes;
        if (isRare)
            return new ReportPlan(connection, sql, new Walk("quotes q CROSS JOIN documents d ON d.key = q.document", "1", "q.key", "q.day", "q.document, q.position", lasting), filter, (sql, filter) => sql.OfQuotes(filter));
        (string index, string lead)? speaking = SpeakerIndex(filter, connection, sql);
        Walk walk = speaking is { } by
            ? new Walk($"quotes q INDEXED BY {by.index} CROSS JOIN documents d ON d.key = q.document", by.lead, "q.key", "q.day", "q.document, q.position", lasting)
            : new Walk("documents d INDEXED BY documents_by_day" + quotes, "1", "q.key", ReportDay, "d.key, q.position", lasting);
        return new ReportPlan(connection, sql, walk, filter, (sql, filter) => sql.OfQuotes(filter));
    }

    /// <summary>The rows in the order of the list; the undated last.</summary>
    public IEnumerable<long> Keys(PageMark? after, int? limit)
    {
        int left = limit ?? int.MaxValue;
        foreach ((Walk way, string asked, bool isDated) in Stretches())
        {
            if (left <= 0)
                yield break;
            if (isDated && after is { Day: "" })
                continue;
            foreach (long key in Run(way, asked, isDated || after is { Day: "" } ? after : null, left))
            {
                left--;
                yield return key;
            }
        }
    }

    public long Count()
    {
        long count = 0;
        foreach ((Walk way, string asked, _) in Stretches())
        {
            using SqliteCommand command = Command($"SELECT count(*) FROM {way.From} WHERE {asked}");
            count += (long)command.ExecuteScalar()!;
        }

        return count;
    }

    /// <summary>Days one after the other, the undated last. What began before the first day that is asked for and lasts until it is rare and stands in an index of its own.</summary>
    private IEnumerable<(Walk Way, string Asked, bool IsDated)> Stretches()
    {
        Walk lasting = walk with { From = walk.Long, Lead = IsLong, Day = ReportDay, Order = walk.Row == "q.key" ? "d.key, q.position" : "d.key" };
        string to = until is null ? "" : $" AND {{0}} <= {until}";
        if (since is null)
        {
            yield return (walk, Asked(walk, "{0} > ''" + to, where), true);
            yield return (walk, Asked(walk, "{0} = ''", where), false);
            yield break;
        }

        yield return (lasting, Asked(lasting, $"{{0}} > '' AND {{0}} < {since}{to}", where), true);
        yield return (walk, Asked(walk, $"{{0}} >= {since}{to}", whereSince), true);
        yield return (lasting, Asked(lasting, "{0} = ''", where), false);
    }

    private static string Asked(Walk way, string days, string where) =>
        $"{way.Lead} AND {days.Replace("{0}", way.Day, StringComparison.Ordinal)} AND ({where})";

    private IEnumerable<long> Run(Walk way, string asked, PageMark? after, int limit)
    {
        string mark = "";
        if (after is { } last)
        {
            (string day, string key, string position) = (sql.Bind(last.Day), sql.Bind(last.Key), sql.Bind((long)last.Position));
            string document = way.Order.Split(',')[0];
            string place = way.Row == "q.key" ? $"({document} > {key} OR ({document} = {key} AND q.position > {position}))" : $"{document} > {key}";
            mark = $" AND {way.Day} >= {day} AND ({way.Day} > {day} OR {place})";
        }

        using SqliteCommand command = Command($"SELECT {way.Row} FROM {way.From} WHERE {asked}{mark} ORDER BY {way.Day}, {way.Order} LIMIT {limit}");
        using SqliteDataReader found = command.ExecuteReader();
        while (found.Read())
            yield return found.GetInt64(0);
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

    /// <summary>The last day on which a report that is asked for may begin.</summary>
    private static DateOnly? Latest(Filter filter)
    {
        if (Bounding(filter, FilterKey.Until) is { } until)
            return DaysOf(until).Last;
        return Bounding(filter, FilterKey.Published) is { Compare: Comparison.Equal or Comparison.Less or Comparison.AtMost } published ? DaysOf(published).Last : null;
    }

    /// <summary>Whether a term names few reports: those are looked up, not walked to.</summary>
    private static bool HasFewReports(Filter filter, SqliteConnection connection) => HasFew(filter, connection, term => term.Key switch
    {
        FilterKey.Report => sql => sql.Named(term.Values[0]),
        FilterKey.Text => sql => sql.Matching(term.Values[0]),
        _ => null,
    });

    /// <summary>Whether a term names few rows.</summary>
    /// <param name="rowsOf">Writes the rows of a term that names rows; null for any other term.</param>
    private static bool HasFew(Filter filter, SqliteConnection connection, Func<FilterTerm, Func<FilterSql, string>?> rowsOf)
    {
        foreach (FilterTerm term in filter.Terms.Where(term => !term.IsNot && term.Values.Length == 1))
        {
            if (rowsOf(term) is not { } write)
                continue;
            var sql = new FilterSql(connection, "d.key");
            string rows = write(sql);
            using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of constants; see FilterSql.
            command.CommandText = $"SELECT count(*) FROM (SELECT * FROM ({rows}) LIMIT {Few})";
#pragma warning restore CA2100
            sql.Give(command);
            if ((long)command.ExecuteScalar()! < Few)
                return true;
        }

        return false;
    }

    private static (string Index, string Lead)? SpeakerIndex(Filter filter, SqliteConnection connection, FilterSql sql)
    {
        FilterTerm? term = filter.Terms.FirstOrDefault(term => !term.IsNot && term.Key is FilterKey.Speaker or FilterKey.Actor);
        if (term is not { Values.Length: 1 })
            return null;
        NameMeaning meaning = NameSearch.Find(connection, term.Values[0]);
        if (meaning.IsNothing || !meaning.Sectors.IsEmpty)
            return null;
        if (meaning.Countries.IsEmpty)
            return ("quotes_by_speaker", $"q.speaker_name COLLATE NOCASE IN ({string.Join(", ", meaning.Entities.Select(sql.Bind))})");
        return ("quotes_by_country", $"q.speaker_country IN ({string.Join(", ", meaning.Countries.Select(sql.Bind))})");
    }
}
