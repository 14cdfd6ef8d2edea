using Chancery.Model;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>A report with what it gave.</summary>
public sealed record ReportSummary(ReportRow Report, int Events, int Quotes, int Notes, bool HasText)
{
    /// <summary>How many stretches of its copy are no part of the report.</summary>
    public int Dropped { get; init; }
}

/// <summary>Streams reports and quotations.</summary>
internal static class ReportQuery
{
    private const string LocalQuote = """
        q.local_id, q.local_group, q.content_start, q.content_end, q.form, q.speaker_start, q.speaker_end, q.speaker_entity,
          q.addressee_entity, q.addressee_start, q.addressee_end, q.cue_start, q.cue_end, q.attribution, q.rule
        """;

    public static IEnumerable<ReportSummary> Reports(SqliteConnection connection, ReportPlan plan, int? limit, PageMark? after) => Of(connection, plan.Keys(after, limit));

    /// <summary>The reports of these rows, in their order.</summary>
    public static IEnumerable<ReportSummary> Of(SqliteConnection connection, IEnumerable<long> keys)
    {
        using var one = new Statement(connection, $"""
            SELECT d.key, d.event_count, d.quote_count, d.remark_count, d.has_text, d.dropped_count, {EventQuery.ReportSql}
            FROM documents d WHERE d.key = ?1
            """, 1);
        foreach (long key in keys)
        {
            using RowCursor row = one.Query(key);
            if (row.Read())
                yield return new ReportSummary(EventQuery.ReportOf(row, 6, row.GetInt64(0)), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt64(4) != 0) { Dropped = row.GetInt32(5) };
        }
    }

    public static IEnumerable<QuoteRow> Quotes(SqliteConnection connection, ReportPlan plan, int? limit, PageMark? after) => QuotesOf(connection, plan.Keys(after, limit));

    /// <summary>The quotations of these rows, in their order.</summary>
    public static IEnumerable<QuoteRow> QuotesOf(SqliteConnection connection, IEnumerable<long> keys)
    {
        using var one = new Statement(connection, $"""
            SELECT q.id, q.words, q.speaker_name, q.speaker_country, {LocalQuote}, q.document, q.position, {EventQuery.ReportSql}
            FROM quotes q JOIN documents d ON d.key = q.document WHERE q.key = ?1
            """, 1);
        foreach (long key in keys)
        {
            using RowCursor row = one.Query(key);
            if (!row.Read())
                continue;
            ReportRow report = EventQuery.ReportOf(row, 21, row.GetInt64(19));
            yield return new QuoteRow(row.GetString(0), report, row.GetString(1), QuoteOf(row, 4), row.Text(2), row.Country(3)) { Position = row.GetInt32(20) };
        }
    }

    private static Quote QuoteOf(RowCursor row, int from) => new()
    {
        Id = row.GetString(from),
        Group = row.GetString(from + 1),
        Content = row.Range(from + 2)!.Value,
        Form = Names.Parse<QuoteForm>(row.GetString(from + 4)),
        Speaker = row.Range(from + 5),
        SpeakerEntity = row.Number(from + 7),
        Addressee = row.Number(from + 8) is { } addressee ? new Side(addressee, row.Range(from + 9)!.Value) : null,
        Cue = row.Range(from + 11),
        Attribution = Packed.ReadChain(row.GetString(from + 13)),
        Rule = new RuleId(row.GetString(from + 14)),
    };
}
