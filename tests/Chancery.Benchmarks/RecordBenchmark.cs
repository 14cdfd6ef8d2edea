using System.Diagnostics;
using System.Globalization;
using Chancery.Record;

namespace Chancery.Benchmarks;

/// <summary>A store of as many events as asked for: how fast readings go in, how fast lists come out, and what memory it takes.</summary>
internal static class RecordBenchmark
{
    private const int Batch = 256;
    private const int Page = 100;
    private const int Rounds = 7;

    /// <param name="events">How many events the store is to hold.</param>
    /// <param name="path">Where; used as it is when it is there.</param>
    public static int Run(int events, string path)
    {
        var reports = new GeneratedReports();
        if (!File.Exists(path))
            Fill(reports, events / GeneratedReports.EventsEach, path);
        using RecordStore store = RecordStore.Open(path, StoreAccess.Read);
        Say($"store: {new FileInfo(path).Length / 1e6:0} MB, {store.CountEvents(Filter.All)} events");
        bool good = true;
        good &= Time(store, "dyad, common, first page", "between:USA,RUS", 50);
        good &= Time(store, "dyad, middling, whole", "between:TUR,EGY", 50, Whole);
        good &= Time(store, "dyad, rare, whole", "between:HUN,GRC", 50, Whole);
        good &= Time(store, "dyad in a year, whole", "between:USA,CHN since:2010 until:2010-06", 50, Whole);
        good &= Time(store, "events, first page", "", 50);
        good &= Time(store, "events of a type since a year", "type:ASSAULT since:2019", 50);
        good &= Time(store, "events of a country", "actor:NOR", 50);
        good &= Time(store, "events of a person", $"actor:\"{PersonOf(store)}\"", 50);
        foreach (int rank in (int[])[0, 30, 300, 3000, 15000])
        {
            good &= Time(store, $"text, word of rank {rank}, events", $"text:{reports.WordOf(rank)}", 100);
            TimeReports(store, $"text, word of rank {rank}, reports", $"text:{reports.WordOf(rank)}");
        }

        good &= Time(store, "text, two words beside each other", $"text:\"{reports.WordOf(3)} {reports.WordOf(4)}\"", 100);
        TimeCount(store, "count, all", "");
        TimeCount(store, "count, dyad", "between:USA,RUS");
        TimeCount(store, "count, country", "actor:NOR");
        TimeJoining(store);
        return good ? 0 : 1;
    }

    private static int Whole => int.MaxValue;

    private static void Fill(GeneratedReports reports, int count, string path)
    {
        using RecordStore store = RecordStore.Open(path, StoreAccess.Create);
        TimeSpan writing = TimeSpan.Zero;
        TimeSpan working = TimeSpan.Zero;
        int done = 0;
        foreach (Arrival[] batch in reports.Make(count).Chunk(Batch))
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            store.Add(batch);
            writing += clock.Elapsed;
            working += Environment.CpuUsage.TotalTime - before;
            int tenth = Math.Max(Batch, count / 10);
            if ((done + batch.Length) / tenth != done / tenth)
                Say($"{done + batch.Length} readings, {(done + batch.Length) / writing.TotalSeconds:0} a second, {(done + batch.Length) / working.TotalSeconds:0} a second of processor time, {Environment.WorkingSet / 1e6:0} MB of memory");
            done += batch.Length;
        }
    }

    private static string PersonOf(RecordStore store) => store.Events(Filter.Parse("-type:AID"), limit: 1).First().Entities[0].Name;

    private static bool Time(RecordStore store, string name, string filter, double aim, int rows = Page)
    {
        int count = 0;
        (double best, double work) = Best(() => count = store.Events(Filter.Parse(filter), EventOrder.Day, rows == Whole ? null : rows).Count());
        (double newest, double newestWork) = Best(() => count = store.Events(Filter.Parse(filter), EventOrder.Newest, rows == Whole ? null : rows).Count());
        bool good = Math.Max(best, newest) <= aim;
        Say($"{name,-36} {best,7:0.0} ms (processor {work,5:0.0}), newest first {newest,7:0.0} ms (processor {newestWork,5:0.0}), {count} rows (aim {aim} ms{(good ? "" : ", MISSED")})");
        return good;
    }

    private static void TimeReports(RecordStore store, string name, string filter)
    {
        int count = 0;
        (double best, double work) = Best(() => count = store.Reports(Filter.Parse(filter), Page).Count());
        Say($"{name,-36} {best,7:0.0} ms (processor {work,5:0.0}), {count} rows");
    }

    private static void TimeCount(RecordStore store, string name, string filter)
    {
        long count = 0;
        (double best, double work) = Best(() => count = store.CountEvents(Filter.Parse(filter)));
        Say($"{name,-36} {best,7:0.0} ms (processor {work,5:0.0}): {count}");
    }

    /// <summary>Twice the events ought to take twice the time, and no more memory.</summary>
    private static void TimeJoining(RecordStore store)
    {
        foreach (int rows in (int[])[25_000, 50_000, 100_000])
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            int events = 0;
            foreach (Happening _ in Happenings.JoinOrdered(store.Events(Filter.All, EventOrder.Day, rows)))
                events++;
            Say($"joining {rows} tellings: {clock.Elapsed.TotalSeconds:0.0} s (processor {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.0}), {events} events, {GC.GetTotalMemory(forceFullCollection: false) / 1e6:0} MB of objects");
        }
    }

    /// <summary>The shortest of several rounds by the clock, and by the processor, which a busy machine lengthens less.</summary>
    private static (double Clock, double Processor) Best(Action action)
    {
        (double best, double work) = (double.MaxValue, double.MaxValue);
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            action();
            best = Math.Min(best, clock.Elapsed.TotalMilliseconds);
            work = Math.Min(work, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        return (best, work);
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
