using System.Diagnostics;
using Chancery.Record;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Chancery.Tests;

/// <summary>Full disks, files that may not be written, locks that are never given back, two programs at once: one clear line, nothing lost, nothing half.</summary>
public sealed class RecordFaultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string StorePath => folder.File("record.db");

    [Fact]
    public void A_full_disk_leaves_out_the_batch_and_keeps_the_rest()
    {
        using RecordStore store = RecordStore.Open(StorePath, StoreAccess.Create);
        store.Add([RecordSamples.Arrival()]);

        // The file may not grow any more: to SQLite that is a full disk.
        store.Connection.Run("PRAGMA max_page_count = 1");
        Arrival[] batch = [.. Enumerable.Range(0, 500).Select(i => RecordSamples.Arrival($"r{i}.txt", RecordSamples.Text.Replace("two", $"{i}", StringComparison.Ordinal)))];
        StoreException error = Assert.Throws<StoreException>(() => store.Add(batch));
        Assert.Contains("the disk is full", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(1, store.CountReports(Filter.All));
        store.Connection.Run("PRAGMA max_page_count = 1000000");
        store.Add(batch);
        Assert.Equal(501, store.CountReports(Filter.All));
        Assert.Equal(0, store.Connection.Ask("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"));
    }

    [Fact]
    public void An_export_to_a_full_disk_says_so_in_one_line()
    {
        Fill();
        CliRun run = CliRun.Of("export", "--as", "jsonl", "-o", "/dev/full", "--store", StorePath);
        Assert.Equal(1, run.Code);
        Assert.Contains("cannot be written", Assert.Single(run.ComplaintLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_may_not_be_written_is_read_and_refuses_what_would_change_it()
    {
        Fill();
        using RecordStore store = RecordStore.Open(StorePath, StoreAccess.Write);

        // A superuser may write to any file; what SQLite answers on a file that is read only is had by this switch too.
        store.Connection.Run("PRAGMA query_only = 1");
        Assert.Equal(2, store.CountEvents(Filter.All));
        StoreException error = Assert.Throws<StoreException>(() => store.Add([RecordSamples.Arrival("b.txt", RecordSamples.Text + "more")]));
        Assert.Contains("may not be written to", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_on_a_disk_that_may_not_be_written_can_be_listed()
    {
        Fill();
        File.SetAttributes(StorePath, FileAttributes.ReadOnly);
        CliRun run = CliRun.Of("events", "--store", StorePath, "--format", "csv");
        Assert.Equal((0, "", 3), (run.Code, run.Complaints, run.Lines.Length));
        File.SetAttributes(StorePath, FileAttributes.Normal);
    }

    [Fact]
    public void A_store_of_version_1_is_brought_up_to_date_with_all_that_it_holds()
    {
        MakeFirstVersion();
        Assert.Contains("may not update it here", Assert.Throws<StoreException>(() => RecordStore.Open(StorePath, StoreAccess.Read)).Message, StringComparison.Ordinal);
        using RecordStore store = RecordStore.Open(StorePath, StoreAccess.Write);
        EventRow row = Assert.Single(store.Events(Filter.Parse("between:NOR,CHL text:thanked since:2010-02-28")));
        Assert.Equal(("Norway thanked Chile.", "thanked"), (row.Evidence, row.Trigger));
        Assert.Equal("Norway", Assert.Single(store.Actors(store.MeaningOf("norway"))).Name);
        Assert.Equal("Norway thanked Chile.", store.Load(1)!.Reading.Document.Text);
    }

    [Fact]
    public void Two_programs_that_read_into_one_store_at_once_lose_nothing()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Chancery.Cli.dll");
        Process[] running = [.. Enumerable.Range(0, 2).Select(writer =>
        {
            string input = folder.Write($"{writer}.jsonl", string.Concat(Enumerable.Range(0, 60).Select(i =>
                $$"""{"id":"w{{writer}}-{{i}}","published":"2017-04-05","language":"en","text":"Japan accused Kenya of breaking treaty {{writer * 1000 + i}}."}""" + "\n")));
            return Process.Start(new ProcessStartInfo("dotnet", [program, "read", input, "--store", StorePath]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        })];
        foreach (Process process in running)
        {
            string complaints = process.StandardError.ReadToEnd();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal((0, ""), (process.ExitCode, complaints));
            process.Dispose();
        }

        using RecordStore store = RecordStore.Open(StorePath, StoreAccess.Read);
        Assert.Equal(120, store.CountReports(Filter.All));
        Assert.Equal(120, store.CountEvents(Filter.Parse("type:ACCUSE")));
    }

    public void Dispose() => folder.Dispose();

    private void Fill()
    {
        using RecordStore store = RecordStore.Open(StorePath, StoreAccess.Create);
        store.Add([RecordSamples.Arrival()]);
    }

    /// <summary>A store as the first version of the program made it, with one report in it.</summary>
    private void MakeFirstVersion()
    {
        using Stream script = typeof(RecordStore).Assembly.GetManifestResourceStream("1.sql")!;
        using var reader = new StreamReader(script);
        using var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        connection.Open();
        connection.Run(reader.ReadToEnd());
        connection.Run("""
            INSERT INTO documents (key, id, bytes_hash, text_hash, text, length, language, outlet, via, published_start, published_end, published_precision, published_basis, body, dropped, likeness, current, knowledge)
              VALUES (1, 'r1', 'b', 't', 'Norway thanked Chile.', 21, 'en', 'NTB', '[]', '2010-03-01', '2010-03-01', 'day', 'given', '[[0,21,"paragraph"]]', '[]', 0, 1, 'k');
            INSERT INTO texts (rowid, title, body) VALUES (1, NULL, 'Norway thanked Chile.');
            INSERT INTO addresses VALUES ('r1.txt', 1, 1, 'g');
            INSERT INTO entities VALUES (1, 0, 'e1', 'Norway', 'state', 'NOR', '["GOV"]', NULL, '[]', 'NOR', '[[0,6,0,"name","names.state"]]');
            INSERT INTO entities VALUES (1, 1, 'e2', 'Chile', 'state', 'CHL', '["GOV"]', NULL, '[]', 'CHL', '[[15,20,2,"name","names.state"]]');
            INSERT INTO events (key, document, position, id, type, modes, contexts, cameo, quad, quantities, date_start, date_end, date_precision, date_basis, day, factuality, historical, confidence,
                evidence_start, evidence_end, also_evidence, trigger_start, trigger_end, rule)
              VALUES (1, 1, 0, 'ev1', 'SUPPORT', '[]', '[]', '050', 1, '[]', '2010-02-28', '2010-02-28', 'day', 'given', '2010-02-28', 'happened', 0, 0.9, 0, 21, '[]', 7, 14, 'support.thank');
            INSERT INTO sides VALUES (1, 'actor', 0, 0, 0, 6, 'NOR', 'Norway', '2010-02-28');
            INSERT INTO sides VALUES (1, 'recipient', 0, 1, 15, 20, 'CHL', 'Chile', '2010-02-28');
            INSERT INTO pairs VALUES ('NOR', 'CHL', '2010-02-28', 1);
            PRAGMA user_version = 1;
            """);
        connection.Run($"PRAGMA application_id = {Schema.ApplicationId}");
    }
}
