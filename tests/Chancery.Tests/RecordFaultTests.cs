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
        Fill();
        string before;
        using (RecordStore store = RecordStore.Open(StorePath, StoreAccess.Read))
            before = RecordSamples.Json(store.Load(1)!.Reading);
        Downgrade();
        Assert.Contains("may not update it here", Assert.Throws<StoreException>(() => RecordStore.Open(StorePath, StoreAccess.Read)).Message, StringComparison.Ordinal);
        using RecordStore updated = RecordStore.Open(StorePath, StoreAccess.Write);
        Assert.Equal(before, RecordSamples.Json(updated.Load(1)!.Reading));
        Assert.Equal(2, updated.CountEvents(Filter.Parse("text:treaties since:2011,2000 -outlet:nobody")) + updated.CountEvents(Filter.Parse("dated:no")));
        Assert.False(updated.MeaningOf("Portugal minister").IsNothing);
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

    /// <summary>Takes back what the second migration did, as a store of the first version has it.</summary>
    private void Downgrade()
    {
        using var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = """
            DROP TRIGGER entities_added; DROP TRIGGER entities_removed; DROP TRIGGER entities_renamed;
            DROP TABLE names; DROP TABLE originals; DROP INDEX entities_altered; ALTER TABLE entities DROP COLUMN read_as;
            DROP INDEX documents_superseded; DROP INDEX documents_by_day; DROP INDEX events_by_day; DROP INDEX events_wide; DROP INDEX quotes_by_country;
            ALTER TABLE documents ADD COLUMN text TEXT; ALTER TABLE documents ADD COLUMN body TEXT NOT NULL DEFAULT '[]'; ALTER TABLE documents ADD COLUMN dropped TEXT NOT NULL DEFAULT '[]';
            UPDATE documents SET (text, body, dropped) = (SELECT c.text, c.body, c.dropped FROM contents c WHERE c.document = documents.key);
            ALTER TABLE documents DROP COLUMN has_text; DROP TABLE contents;
            CREATE INDEX documents_by_day ON documents (published_start);
            CREATE INDEX events_by_day ON events (day, key);
            PRAGMA user_version = 1;
            """;
        command.ExecuteNonQuery();
    }
}
