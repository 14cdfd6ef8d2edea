using Chancery.Model;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>A report with what it gave.</summary>
public sealed record ReportSummary(ReportRow Report, int Events, int Quotes, int Notes, bool HasText);

/// <summary>Streams reports and quotations.</summary>
internal static class ReportQuery
{
    private const string LocalQuote = """
        q.local_id, q.local_group, q.content_start, q.content_end, q.form, q.speaker_start, q.speaker_end, q.speaker_entity,
          q.addressee_entity, q.addressee_start, q.addressee_end, q.cue_start, q.cue_end, q.attribution, q.rule
        """;

    public static IEnumerable<ReportSummary> Reports(SqliteConnection connection, Condition where, int? limit)
    {
        using SqliteCommand command = Command(connection, $"""
            SELECT d.key, (SELECT count(*) FROM events e WHERE e.document = d.key), (SELECT count(*) FROM quotes q WHERE q.document = d.key),
              (SELECT count(*) FROM diagnostics n WHERE n.document = d.key), d.text IS NOT NULL, {EventQuery.ReportSql}
            FROM documents d WHERE {where.Sql} ORDER BY d.published_start IS NULL, d.published_start, d.key LIMIT {limit ?? -1}
            """, where);
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
            yield return new ReportSummary(EventQuery.ReportOf(row, 5, row.GetInt64(0)), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt64(4) != 0);
    }

    public static IEnumerable<QuoteRow> Quotes(SqliteConnection connection, Condition where, int? limit)
    {
        using SqliteCommand command = Command(connection, $"""
            SELECT q.id, q.words, q.speaker_name, q.speaker_country, {LocalQuote}, q.document, {EventQuery.ReportSql}
            FROM quotes q JOIN documents d ON d.key = q.document
            WHERE {where.Sql} ORDER BY d.published_start IS NULL, d.published_start, q.key LIMIT {limit ?? -1}
            """, where);
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            ReportRow report = EventQuery.ReportOf(row, 20, row.GetInt64(19));
            yield return new QuoteRow(row.GetString(0), report, row.GetString(1), QuoteOf(row, 4), row.Text(2), row.Country(3));
        }
    }

    private static Quote QuoteOf(SqliteDataReader row, int from) => new()
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

    private static SqliteCommand Command(SqliteConnection connection, string sql, Condition where)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Condition.Sql is made of constants; see its summary.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (int i = 0; i < where.Values.Length; i++)
            command.Parameters.Add(new SqliteParameter($"?{i + 1}", where.Values[i]));
        return command;
    }
}
