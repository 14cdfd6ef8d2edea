using Chancery.Model;
using Chancery.Record;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Chancery.Tests;

public sealed class RecordStoreTests : IDisposable
{
    private static readonly string[] ReadingTables = ["documents", "addresses", "entities", "events", "sides", "pairs", "chains", "quotes", "dates", "diagnostics"];
    private readonly TemporaryFolder folder = new();

    private string StorePath => folder.File("record.db");

    [Fact]
    public void A_reading_comes_back_as_it_went_in()
    {
        Arrival arrival = RecordSamples.Arrival();
        using RecordStore store = Open();
        store.Add([arrival]);
        StoredReading back = store.Load(store.FindReports("reports/a.txt")[0].Key)!;
        Assert.Equal(RecordSamples.Json(arrival.Reading), RecordSamples.Json(back.Reading));
        Assert.Equal(arrival.Reading.Mentions.AsEnumerable(), back.Reading.Mentions);
        Assert.Equal(arrival.Reading.Dates[0], back.Reading.Dates[0]);
        Assert.True(back.HasText);
    }

    [Fact]
    public void Without_texts_the_words_of_quotes_stay_in_their_places()
    {
        Arrival arrival = RecordSamples.Arrival();
        using RecordStore store = RecordStore.Open(StorePath, StoreAccess.Create, keepsTexts: false);
        store.Add([arrival]);
        StoredReading back = store.Load(1)!;
        Assert.False(back.HasText);
        Assert.Equal(arrival.Reading.Document.Text.Length, back.Reading.Document.Text.Length);
        Assert.Equal("We will sign two treaties", back.Reading.Document.Text.Trim());
        Assert.Equal("We will sign two treaties", back.Reading.Quotes[0].Content.Of(back.Reading.Document.Text));
        Assert.Empty(store.Events(Filter.Parse("text:treaties")));
    }

    [Fact]
    public void The_same_report_twice_is_there_once()
    {
        using RecordStore store = Open();
        store.Add([RecordSamples.Arrival(), RecordSamples.Arrival()]);
        store.Add([RecordSamples.Arrival()]);
        Assert.Equal(1, Count("documents"));
        Assert.Equal(1, Count("addresses"));
        Assert.Equal(2, Count("events"));
    }

    [Fact]
    public void One_text_under_two_addresses_is_one_document_with_both()
    {
        using RecordStore store = Open();
        store.Add([RecordSamples.Arrival("a.txt"), RecordSamples.Arrival("b.txt")]);
        Assert.Equal(1, Count("documents"));
        Assert.Equal(["a.txt", "b.txt"], store.AddressesOf(1).AsEnumerable());
    }

    [Fact]
    public void A_changed_report_at_one_address_is_its_newer_version_and_the_views_show_that_one()
    {
        using RecordStore store = Open();
        store.Add([RecordSamples.Arrival(text: RecordSamples.Text)]);
        store.Add([RecordSamples.Arrival(text: RecordSamples.Text.Replace("Monday", "Sunday", StringComparison.Ordinal))]);
        Assert.Equal(2, Count("documents"));
        ReportSummary report = Assert.Single(store.Reports(Filter.All));
        Assert.Equal(2, report.Report.Key);
        Assert.Equal(2, store.Events(Filter.All).Count());

        // And back again: the old text is the newest version once more.
        store.Add([RecordSamples.Arrival(text: RecordSamples.Text)]);
        Assert.Equal(1, Assert.Single(store.Reports(Filter.All)).Report.Key);
    }

    [Fact]
    public void What_came_by_standard_input_is_no_newer_version_of_what_came_before()
    {
        using RecordStore store = Open();
        store.Add([RecordSamples.Arrival("-"), RecordSamples.Arrival("-", RecordSamples.Text.Replace("Monday", "Sunday", StringComparison.Ordinal))]);
        Assert.Equal(2, store.Reports(Filter.All).Count());
    }

    [Fact]
    public void Newer_knowledge_replaces_the_reading_and_keeps_corrections()
    {
        using RecordStore store = Open();
        Arrival arrival = RecordSamples.Arrival();
        store.Add([arrival]);
        string id = arrival.Reading.Events[0].Id;
        store.Correct(new Correction(0, CorrectionKind.Reject, id, null, null, "a misprint", "2026-01-01T00:00:00Z"));
        store.Add([RecordSamples.Arrival(knowledge: "2026.2+bbbb")]);
        Assert.Equal(1, Count("documents"));
        Assert.Equal(2, Count("events"));
        Assert.Equal("2026.2+bbbb", store.Load(1)!.Reading.Knowledge);
        Assert.DoesNotContain(store.Events(Filter.All), row => row.Event.Id == id);
        Assert.Contains(store.Events(Filter.Parse("rejected:yes")), row => row.Event.Id == id);
        Assert.True(store.UndoCorrection(1));
        Assert.False(store.UndoCorrection(1));
        Assert.Contains(store.Events(Filter.All), row => row.Event.Id == id);
    }

    [Fact]
    public void Known_bytes_need_not_be_read_again_until_knowledge_changes()
    {
        using RecordStore store = Open();
        Arrival arrival = RecordSamples.Arrival();
        store.Add([arrival]);
        Assert.Equal(1, store.Find("reports/a.txt", arrival.Fingerprint, "2026.1+aaaa"));
        Assert.Null(store.Find("reports/a.txt", arrival.Fingerprint, "2026.2+bbbb"));
        Assert.Null(store.Find("reports/b.txt", arrival.Fingerprint, "2026.1+aaaa"));
        Assert.Equal([1L], store.ReadOtherwiseThan("2026.2+bbbb").AsEnumerable());
    }

    [Fact]
    public void Forgetting_leaves_nothing_of_a_report_and_all_of_the_others()
    {
        using RecordStore store = Open();
        store.Add([RecordSamples.Arrival("a.txt"), RecordSamples.Arrival("b.txt", RecordSamples.Text.Replace("Monday", "Sunday", StringComparison.Ordinal))]);
        Dictionary<string, long> both = ReadingTables.ToDictionary(table => table, Count);
        store.Forget([1]);
        Assert.All(ReadingTables, table => Assert.Equal(both[table] / 2, Count(table)));
        Assert.Single(store.Events(Filter.Parse("type:CONSULT text:Sunday")));
        store.Forget([2]);
        Assert.All(ReadingTables, table => Assert.Equal(0, Count(table)));
        Assert.Empty(store.Events(Filter.Parse("text:treaties")));
    }

    [Fact]
    public void Two_writers_wait_for_each_other()
    {
        using RecordStore first = Open();
        Parallel.For(0, 4, writer =>
        {
            using RecordStore store = Open();
            for (int i = 0; i < 10; i++)
                store.Add([RecordSamples.Arrival($"{writer}-{i}.txt", RecordSamples.Text.Replace("two", $"{writer}{i}", StringComparison.Ordinal))]);
        });
        Assert.Equal(40, first.Reports(Filter.All).Count());
    }

    [Fact]
    public void A_store_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        Open().Dispose();
        Run("PRAGMA user_version = 99");
        StoreException error = Assert.Throws<StoreException>(Open);
        Assert.Contains("version 99", error.Message, StringComparison.Ordinal);
        Assert.Throws<StoreException>(() => RecordStore.Open(StorePath, StoreAccess.Read));
    }

    [Fact]
    public void Another_programs_database_is_refused()
    {
        Run("CREATE TABLE cats (name TEXT)");
        Assert.Contains("no store of Chancery", Assert.Throws<StoreException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_or_is_cut_off_is_named_in_one_line()
    {
        folder.Write("record.db", "Dear diary, nothing happened today, and it went on like that for quite a while, long enough for a header of a hundred bytes.");
        Assert.DoesNotContain('\n', Assert.Throws<StoreException>(Open).Message);
        Assert.StartsWith(StorePath, Assert.Throws<StoreException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_is_not_there_is_not_made_by_looking()
    {
        Assert.Throws<StoreException>(() => RecordStore.Open(StorePath, StoreAccess.Read));
        Assert.False(File.Exists(StorePath));
    }

    [Fact]
    public void Characters_that_a_column_cannot_hold_keep_their_places()
    {
        string odd = RecordSamples.Text.Replace("Monday", "M\0nd\ud800y", StringComparison.Ordinal);
        using RecordStore store = Open();
        store.Add([RecordSamples.Arrival(text: odd)]);
        Document back = store.Load(1)!.Reading.Document;
        Assert.Equal(odd.Replace('\0', '\uFFFD').Replace('\ud800', '\uFFFD'), back.Text);
    }

    [Fact]
    public void Near_copies_are_alike_and_other_texts_are_not()
    {
        string filler = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"word{i * 7919 % 1000}"));
        string other = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"term{i * 104729 % 1000}"));
        Assert.True(Likeness.AreNearCopies(Likeness.Of(Body(filler)), Likeness.Of(Body(filler + " and one more"))));
        Assert.False(Likeness.AreNearCopies(Likeness.Of(Body(filler)), Likeness.Of(Body(other))));
    }

    public void Dispose() => folder.Dispose();

    private static Document Body(string text) => new() { Id = "x", Uri = "x", Text = text, Language = "en", Body = [new Block(new TextRange(0, text.Length), BlockKind.Paragraph)] };

    private RecordStore Open() => RecordStore.Open(StorePath, StoreAccess.Create);

    private long Count(string table)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }

    private void Run(string sql)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        connection.Open();
        return connection;
    }
}
