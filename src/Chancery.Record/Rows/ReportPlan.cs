using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>How the reports or quotations of a filter are found, by the day of the report, so that a first page costs a page.</summary>
internal sealed class ReportPlan
{
    /// <summary>Up to so many rows are gathered and sorted rather than walked to.</summary>
    private const int Few = 5000;

    private const string Day = "coalesce(d.published_start, '')";

    private readonly SqliteConnection connection;
    private readonly Condition where;
    private readonly string from;
    private readonly string order;
    private readonly string row;

    private ReportPlan(SqliteConnection connection, Condition where, string from, string row, string order)
    {
        this.connection = connection;
        this.where = where;
        this.from = from;
        this.row = row;
        this.order = order;
    }

    public static ReportPlan OfReports(Filter filter, SqliteConnection connection, bool isPaged)
    {
        string from = HasFewReports(filter, connection) ? "documents d" : "documents d INDEXED BY documents_by_day";
        return new ReportPlan(connection, FilterSql.OfReports(filter, connection, isPaged), from, "d.key", "d.key");
    }

    public static ReportPlan OfQuotes(Filter filter, SqliteConnection connection)
    {
        string from = SpeakerIndex(filter, connection) is { } index
            ? $"quotes q INDEXED BY {index} CROSS JOIN documents d ON d.key = q.document"
            : "documents d INDEXED BY documents_by_day CROSS JOIN quotes q INDEXED BY quotes_by_document ON q.document = d.key";
        return new ReportPlan(connection, FilterSql.OfQuotes(filter, connection), from, "q.key", "d.key, q.position");
    }

    /// <summary>The rows in the order of the list; the undated last.</summary>
    public IEnumerable<long> Keys(PageMark? after, int? limit)
    {
        int left = limit ?? int.MaxValue;
        if (after is not { Day: "" })
        {
            foreach (long key in Run(isDated: true, after, left))
            {
                left--;
                yield return key;
            }
        }

        if (left <= 0)
            yield break;
        foreach (long key in Run(isDated: false, after is { Day: "" } ? after : null, left))
            yield return key;
    }

    public long Count()
    {
        using SqliteCommand command = Command($"SELECT count(*) FROM {from} WHERE {Day} >= '' AND ({where.Sql})", []);
        return (long)command.ExecuteScalar()!;
    }

    private IEnumerable<long> Run(bool isDated, PageMark? after, int limit)
    {
        int bound = where.Values.Length;
        string mark = "";
        if (after is { } last)
        {
            string place = row == "q.key" ? $"(d.key > @p{bound + 2} OR (d.key = @p{bound + 2} AND q.position > @p{bound + 3}))" : $"d.key > @p{bound + 2}";
            mark = $" AND {Day} >= @p{bound + 1} AND ({Day} > @p{bound + 1} OR {place})";
        }

        string sql = $"SELECT {row} FROM {from} WHERE {Day} {(isDated ? ">" : "=")} ''{mark} AND ({where.Sql}) ORDER BY {Day}, {order} LIMIT {limit}";
        using SqliteCommand command = Command(sql, after is { } given ? [given.Day, given.Key, given.Position] : []);
        using SqliteDataReader found = command.ExecuteReader();
        while (found.Read())
            yield return found.GetInt64(0);
    }

    private SqliteCommand Command(string text, ImmutableArray<object> more)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of constants; see Condition.
        command.CommandText = text;
#pragma warning restore CA2100
        ImmutableArray<object> values = [.. where.Values, .. more];
        for (int i = 0; i < values.Length; i++)
            command.Parameters.Add(new SqliteParameter($"@p{i + 1}", values[i]));
        return command;
    }

    /// <summary>Whether a term names few reports: those are looked up, not walked to.</summary>
    private static bool HasFewReports(Filter filter, SqliteConnection connection)
    {
        foreach (FilterTerm term in filter.Terms.Where(term => !term.IsNot && term.Values.Length == 1))
        {
            var sql = new FilterSql(connection, "d.key");
            string? reports = term.Key switch
            {
                FilterKey.Report => sql.Named(term.Values[0]),
                FilterKey.Text => sql.Matching(term.Values[0]),
                _ => null,
            };
            if (reports is null)
                continue;
            var plan = new ReportPlan(connection, new Condition("", sql.Values), "", "", "");
            using SqliteCommand command = plan.Command($"SELECT count(*) FROM (SELECT * FROM ({reports}) LIMIT {Few})", []);
            if ((long)command.ExecuteScalar()! < Few)
                return true;
        }

        return false;
    }

    private static string? SpeakerIndex(Filter filter, SqliteConnection connection)
    {
        FilterTerm? term = filter.Terms.FirstOrDefault(term => !term.IsNot && term.Key is FilterKey.Speaker or FilterKey.Actor);
        if (term is not { Values.Length: 1 })
            return null;
        NameMeaning meaning = NameSearch.Find(connection, term.Values[0]);
        if (meaning.IsNothing || !meaning.Sectors.IsEmpty)
            return null;
        return meaning.Countries.IsEmpty ? "quotes_by_speaker" : "quotes_by_country";
    }
}
