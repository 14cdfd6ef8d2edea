using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Chancery.Knowledge;
using Chancery.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Chancery.Benchmarks;

/// <summary>Every page of the desk over a large store, asked for by many readers at once over real connections; no page is kept from one request to the next.</summary>
internal static class DeskBenchmark
{
    private const int Readers = 16;
    private const double AimMedian = 100;
    private const double AimSlow = 300;
    private const int AimBytes = 150_000;

    private static readonly string[] Countries = ["USA", "RUS", "CHN", "IND", "GBR", "TUR", "EGY", "VEN", "NOR", "HUN", "GRC", "CHL", "KEN", "VNM", "JPN", "FRA"];

    /// <param name="root">The repository.</param>
    /// <param name="path">A store, as the record's benchmark makes one.</param>
    /// <param name="each">Requests of each kind of page.</param>
    public static int Run(string root, string path, int each)
    {
        KnowledgeBase knowledge = KnowledgeBase.Load(KnowledgeSource.FromFolder(Path.Combine(root, "data")));
        using WebApplication desk = Desk.Create(new DeskOptions
        {
            StorePath = path,
            Url = "http://127.0.0.1:0",
            Knowledge = knowledge,
            Reader = new Reader(knowledge, ModelFiles.Load(Path.Combine(root, "models"), knowledge)),
        });
        desk.Start();
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Readers }) { BaseAddress = new Uri(desk.Urls.First()), Timeout = TimeSpan.FromMinutes(5) };
        (string Name, string[] Addresses)[] pages = [.. Pages(client, each)];
        Say($"{Readers} readers, {each} requests a page, {Environment.ProcessorCount} cores");
        bool good = true;
        foreach ((string name, string[] addresses) in pages)
            good &= Time(client, name, addresses);
        good &= Time(client, "all together", [.. pages.SelectMany(page => page.Addresses).OrderBy(Mix)]);
        desk.StopAsync().GetAwaiter().GetResult();
        return good ? 0 : 1;
    }

    /// <summary>Different addresses of each kind, so that nothing that was counted before answers all of them.</summary>
    private static IEnumerable<(string, string[])> Pages(HttpClient client, int each)
    {
        var random = new Random(1);
        string Country() => Countries[random.Next(Countries.Length)];
        JsonElement[] events = [.. Enumerable.Range(0, 10).SelectMany(i => Items(client, $"/api/events?limit=20&filter=since:{1995 + (3 * i)}"))];
        string[] ids = [.. events.Select(row => row.GetProperty("event").GetProperty("id").GetString()!)];
        string[] reports = [.. events.Select(row => row.GetProperty("report").GetProperty("id").GetString()!).Distinct()];
        string[] people = [.. events.SelectMany(row => row.GetProperty("entities").EnumerateArray()).Select(entity => entity.GetProperty("name").GetString()!).Distinct()];
        var words = new GeneratedReports();
        string[] Make(Func<string> address) => [.. Enumerable.Range(0, each).Select(_ => address())];
        string Pick(string[] from) => Uri.EscapeDataString(from[random.Next(from.Length)]);
        yield return ("start", Make(() => "/"));
        yield return ("reports", Make(() => $"/reports?filter=since:{random.Next(1995, 2024)}"));
        yield return ("reader", Make(() => "/reports/" + Pick(reports)));
        yield return ("timeline", Make(() => $"/timeline?filter=since:{random.Next(1995, 2024)}"));
        yield return ("timeline of one", Make(() => $"/timeline?who={Country()}&filter=since:{random.Next(1995, 2024)}"));
        yield return ("timeline of two", Make(() => $"/timeline?who={Country()}&with={Country()}&lanes=actor"));
        yield return ("dyad", Make(() => $"/dyad/{Country()}/{Country()}"));
        yield return ("stances", Make(() => $"/stances?toward={Country()}&on={random.Next(1996, 2024)}-0{random.Next(1, 9)}-15"));
        yield return ("compare", Make(() => "/compare/" + Pick(ids)));
        yield return ("record", Make(() => "/records/" + Pick(ids)));
        yield return ("quotes", Make(() => $"/quotes?filter=since:{random.Next(1995, 2024)}"));
        yield return ("agreements", Make(() => $"/agreements?who={Country()}"));
        yield return ("actors", Make(() => $"/actors?country={Country()}"));
        yield return ("actor", Make(() => "/actors/" + Pick(people)));
        yield return ("search", Make(() => $"/search?q={words.WordOf(random.Next(3000))}"));
        yield return ("corrections", Make(() => "/corrections"));
        yield return ("api events", Make(() => $"/api/events?filter=actor:{Country()}+since:{random.Next(1995, 2024)}"));
    }

    private static JsonElement[] Items(HttpClient client, string address) =>
        [.. JsonDocument.Parse(client.GetStringAsync(address).GetAwaiter().GetResult()).RootElement.GetProperty("items").EnumerateArray()];

    private static bool Time(HttpClient client, string name, string[] addresses)
    {
        var times = new ConcurrentBag<double>();
        int largest = 0;
        int bad = 0;
        var queue = new ConcurrentQueue<string>(addresses);
        Task[] readers = [.. Enumerable.Range(0, Readers).Select(_ => Task.Run(async () =>
        {
            while (queue.TryDequeue(out string? address))
            {
                long start = Stopwatch.GetTimestamp();
                using HttpResponseMessage answer = await client.GetAsync(address);
                byte[] body = await answer.Content.ReadAsByteArrayAsync();
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                InterlockedMax(ref largest, body.Length);
                if (!answer.IsSuccessStatusCode)
                    Interlocked.Increment(ref bad);
            }
        }))];
        Task.WaitAll(readers);
        double[] sorted = [.. times.Order()];
        double median = sorted[sorted.Length / 2];
        double slow = sorted[(int)((sorted.Length - 1) * .99)];
        bool good = median <= AimMedian && slow <= AimSlow && (largest <= AimBytes || name.StartsWith("api", StringComparison.Ordinal) || name.StartsWith("all", StringComparison.Ordinal));
        Say($"{name,-18} median {median,7:0.0} ms, p99 {slow,7:0.0} ms, largest {largest / 1000.0,6:0.0} KB, {sorted.Length} requests{(bad > 0 ? $", {bad} refused" : "")}{(good ? "" : ", MISSED")}");
        return good && bad == 0;
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (value > seen && Interlocked.CompareExchange(ref target, value, seen) != seen)
            seen = Volatile.Read(ref target);
    }

    /// <summary>An order that is the same every time and mixes the kinds.</summary>
    private static int Mix(string address)
    {
        unchecked
        {
            int hash = 17;
            foreach (char c in address)
                hash = (hash * 31) + c;
            return hash;
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
