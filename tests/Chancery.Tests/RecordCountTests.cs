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

    [Fact]
    public void Counts_hold_when_readings_come_in_under_corrections_that_stand()
    {
        using RecordStore store = Filled();
        store.Correct(new Correction(0, CorrectionKind.Merge, "Iceland", null, "Portugal minister", null, "2026-01-01T00:00:00Z"));
        store.Correct(new Correction(0, CorrectionKind.Edit, store.Events(Filter.All).First().Event.Id, "actor", "none", null, "2026-01-01T00:00:00Z"));
        AssertCounted();
        store.Add([RecordSamples.Arrival("reports/c.txt", RecordSamples.Text + " Once more."), RecordSamples.Arrival("reports/d.txt", RecordSamples.Text + " And again.", source: "Kenya")]);
        AssertCounted();
        Assert.DoesNotContain(store.Events(Filter.All).SelectMany(row => row.Entities), entity => entity.Name == "Iceland");
        store.Replace([(1, RecordSamples.Arrival(knowledge: "2027.1+new").Reading)]);
        AssertCounted();
    }

    [Fact]
    public void A_report_that_comes_twice_in_one_batch_is_counted_once()
    {
        using RecordStore store = RecordStore.Open(StorePath, StoreAccess.Create);
        store.Add([RecordSamples.Arrival(), RecordSamples.Arrival("reports/b.txt"), RecordSamples.Arrival(knowledge: "2027.1+new")]);
        Assert.Equal(1, Totals.Of(store).Reports);
        AssertCounted();
    }

    [Fact]
    public void A_batch_that_fails_counts_for_nothing_later()
    {
        using RecordStore store = Filled();
        store.Connection.Run("CREATE TEMP TRIGGER refusal BEFORE INSERT ON diagnostics BEGIN SELECT raise(ABORT, 'no'); END");
        Assert.Throws<StoreException>(() => store.Add([RecordSamples.Arrival("reports/c.txt", RecordSamples.Text + " Once more.")]));
        store.Connection.Run("DROP TRIGGER refusal");
        store.Add([RecordSamples.Arrival("reports/d.txt", RecordSamples.Text + " And again.")]);
        Assert.Equal(3, Totals.Of(store).Reports);
        AssertCounted();
    }

    [Fact]
    public void A_name_that_comes_often_is_found_by_its_words_and_keeps_its_place_by_quarters()
    {
        using RecordStore store = RecordStore.Open(StorePath, StoreAccess.Create);
        for (int i = 0; i < 40; i++)
            store.Add([RecordSamples.Arrival($"reports/{i}.txt", RecordSamples.Text + $" Number {i}.", source: i == 7 ? "Kenya" : "Portugal")]);
        Assert.Equal(["Kenya minister"], NameList.Page(store, "Kenya", "", NameMark.Start, 5).Select(name => name.Name));
        Assert.Equal(["Iceland", "Portugal minister", "Kenya minister"], NameList.Page(store, "", "", NameMark.Start, 5).Select(name => name.Name));
        Assert.Equal(["40", "1", "39"], Rows("SELECT uses FROM names ORDER BY name"));
        Assert.All(Rows("SELECT uses < rank OR uses >= rank + max(1, rank / 4) FROM names"), isOutOfPlace => Assert.Equal("0", isOutOfPlace));
    }

    [Fact]
    public void A_store_of_version_6_goes_on_counting()
    {
        using (var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False"))
        {
            connection.Open();
            for (int version = 1; version <= 6; version++)
                connection.Run(Schema.Script(version));
            connection.Run("""
                INSERT INTO documents (key, id, bytes_hash, text_hash, has_text, length, language, outlet, via, published_start, published_end, published_precision, published_basis, likeness, current, knowledge, event_count, quote_count)
                  VALUES (1, 'r1', 'b', 't', 1, 21, 'en', 'NTB', '[]', '2010-03-01', '2010-03-01', 'day', 'given', 0, 1, 'k', 1, 1);
                INSERT INTO contents VALUES (1, 'Kenya thanked Norway.', '[[0,21,"paragraph"]]', '[]');
                INSERT INTO texts (rowid, title, body) VALUES (1, NULL, 'Kenya thanked Norway.');
                INSERT INTO addresses VALUES ('r1.txt', 1, 1, 'g');
                INSERT INTO entities (document, position, id, name, kind, country, sectors, candidates, mentions) VALUES (1, 0, 'e1', 'Kenya minister', 'person', 'KEN', '[]', '[]', '[]'), (1, 1, 'e2', 'Norway', 'state', 'NOR', '[]', '[]', '[]');
                INSERT INTO events (key, document, position, id, type, modes, contexts, cameo, quad, quantities, date_start, date_end, date_precision, date_basis, day, factuality, historical, confidence,
                    evidence_start, evidence_end, also_evidence, trigger_start, trigger_end, rule)
                  VALUES (1, 1, 0, 'ev1', 'SUPPORT', '[]', '[]', '050', 1, '[]', '2010-02-28', '2010-02-28', 'day', 'given', '2010-02-28', 'happened', 0, 0.9, 0, 21, '[]', 6, 13, 'support.thank');
                INSERT INTO sides VALUES (1, 'actor', 0, 0, 0, 5, 'KEN', 'Kenya minister', '2010-02-28'), (1, 'recipient', 0, 1, 14, 20, 'NOR', 'Norway', '2010-02-28');
                INSERT INTO pairs VALUES ('KEN', 'NOR', '2010-02-28', 1, '2010-02-28', '2010-02', 'SUPPORT', '050', 'happened', 0, 0, NULL, NULL, NULL);
                INSERT INTO quotes (key, document, position, id, local_id, local_group, words, content_start, content_end, form, attribution, rule, day) VALUES (1, 1, 0, 'q-1', 'q1', 'q1', 'thanked Norway', 6, 20, 'direct', '[]', 'quotes.direct', '2010-03-01');
                PRAGMA user_version = 6;
                """);
            connection.Run($"PRAGMA application_id = {Schema.ApplicationId}");
        }

        using RecordStore store = RecordStore.Open(StorePath, StoreAccess.Write);
        AssertCounted();
        store.Add([RecordSamples.Arrival(source: "Kenya")]);
        AssertCounted();
        Assert.Equal(2, store.CountReports(Filter.All));
        Assert.Equal(2, store.CountQuotes(Filter.Parse("text:thanked")) + store.CountQuotes(Filter.Parse("text:treaties")));
        store.Forget([1, 2]);
        AssertCounted();
        Assert.Empty(NameList.Page(store, "Kenya", "", NameMark.Start, 5));
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
