using Chancery.Record;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Chancery.Tests;

/// <summary>What a store keeps counted is what counting afresh gives, whatever was done to it.</summary>
public sealed class RecordCountTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string StorePath => folder.File("record.db");

    [Fact]
    public void Counts_hold_after_adding()
    {
        using RecordStore store = Filled();
        Assert.Equal(2, Totals.Of(store).Reports);
        AssertCounted();
    }

    [Fact]
    public void Counts_hold_after_a_report_has_got_a_newer_version_and_an_older_one_again()
    {
        using RecordStore store = Filled();
        store.Add([RecordSamples.Arrival(text: RecordSamples.Text.Replace("Monday", "Sunday", StringComparison.Ordinal))]);
        Assert.Equal(2, Totals.Of(store).Reports);
        AssertCounted();
        store.Add([RecordSamples.Arrival()]);
        AssertCounted();
    }

    [Fact]
    public void Counts_hold_after_forgetting()
    {
        using RecordStore store = Filled();
        store.Forget([1]);
        AssertCounted();
        store.Forget([2]);
        Assert.Equal(new Totals(0, 0, 0, null, null), Totals.Of(store));
        Assert.Empty(Pairs.Busiest(store, 5));
        AssertCounted();
    }

    [Fact]
    public void Counts_hold_after_reading_again()
    {
        using RecordStore store = Filled();
        store.Replace([(1, RecordSamples.Arrival().Reading with { Events = [], Knowledge = "2027.1+new" })]);
        AssertCounted();
    }

    [Fact]
    public void Counts_hold_after_corrections_and_their_undoing()
    {
        using RecordStore store = Filled();
        string id = store.Events(Filter.All).First().Event.Id;
        string name = store.Events(Filter.All).First().Entities[0].Name;
        store.Correct(new Correction(0, CorrectionKind.Edit, id, "date", "2019-05", null, "2026-01-01T00:00:00Z"));
        store.Correct(new Correction(0, CorrectionKind.Merge, name, null, "Somebody Else", null, "2026-01-01T00:00:00Z"));
        AssertCounted();
        store.UndoCorrection(2);
        store.UndoCorrection(1);
        AssertCounted();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private RecordStore Filled()
    {
        RecordStore store = RecordStore.Open(StorePath, StoreAccess.Create);
        store.Add([RecordSamples.Arrival(), RecordSamples.Arrival("reports/b.txt", RecordSamples.Text + " And so on.")]);
        return store;
    }

    /// <summary>Each pair of statements gives the same: what is kept, and what is counted.</summary>
    private void AssertCounted()
    {
        foreach ((string kept, string counted) in (ReadOnlySpan<(string, string)>)
        [
            ("SELECT reports, events, quotes FROM totals", "SELECT (SELECT count(*) FROM documents WHERE current = 1), (SELECT count(*) FROM events), (SELECT count(*) FROM quotes)"),
            ("SELECT one, other, events FROM pair_counts ORDER BY 1, 2", "SELECT min(source, target), max(source, target), count(DISTINCT event) FROM pairs WHERE source <> target GROUP BY 1, 2 ORDER BY 1, 2"),
            ("SELECT name, kind, country, uses FROM names ORDER BY 1, 2, 3", "SELECT name, kind, coalesce(country, ''), count(*) FROM entities GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"),
            ("SELECT name, rank FROM names ORDER BY 1, 2", "SELECT name, uses FROM names ORDER BY 1, 2"),
            ("SELECT event_count, quote_count, remark_count FROM documents ORDER BY key", """
                SELECT (SELECT count(*) FROM events WHERE document = d.key), (SELECT count(*) FROM quotes WHERE document = d.key), (SELECT count(*) FROM diagnostics WHERE document = d.key)
                FROM documents d ORDER BY key
                """),
            ("SELECT source, target, event, day, last, month, type, cameo, factuality, historical, agreement, score, goldstein FROM pairs ORDER BY 1, 2, 3", """
                SELECT p.source, p.target, e.key, e.day, e.date_end, CASE WHEN substr(e.date_start, 1, 7) = substr(e.date_end, 1, 7) THEN substr(e.date_start, 1, 7) ELSE '' END,
                  e.type, e.cameo, e.factuality, e.historical, e.agreement_status, e.score, e.goldstein
                FROM pairs p JOIN events e ON e.key = p.event ORDER BY 1, 2, 3
                """),
            ("SELECT key, day FROM quotes ORDER BY 1", "SELECT q.key, coalesce(d.published_start, '') FROM quotes q JOIN documents d ON d.key = q.document ORDER BY 1"),
        ])
        {
            Assert.Equal(Rows(counted), Rows(kept));
        }
    }

    private List<string> Rows(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={StorePath};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        using SqliteDataReader row = command.ExecuteReader();
        var rows = new List<string>();
        while (row.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, row.FieldCount).Select(row.GetValue)));
        return rows;
    }
}
