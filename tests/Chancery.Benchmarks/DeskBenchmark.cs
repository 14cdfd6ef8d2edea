using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Chancery.Knowledge;
using Chancery.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Chancery.Benchmarks;

/// <summary>Every page of the desk over a large store, asked for by many readers at once over real connections.</summary>
/// <remarks>Each address is asked for once, so that no answer was counted or kept before; times are those that a reader on the same machine sees.</remarks>
internal static class DeskBenchmark
{
    private const int Readers = 16;
    private const int WarmUps = 100;
    private const double AimMedian = 100;
    private const double AimSlow = 300;
    private const int AimBytes = 150_000;

    /// <param name="root">The repository.</param>
    /// <param name="path">A store, as the record's benchmark makes one.</param>
    /// <param name="each">Requests of each kind of page.</param>
    /// <param name="only">The beginning of the names of the pages that are timed; "" for all.</param>
    public static int Run(string root, string path, int each, string only)
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
        (string Name, string[] Addresses)[] pages = [.. new DeskPages(client).All(each + WarmUps).Where(page => page.Name.StartsWith(only, StringComparison.Ordinal))];
        Say($"{Readers} readers, {each} first views a page after {WarmUps} of other addresses, {Environment.ProcessorCount} cores");
        bool good = true;
        foreach ((string name, string[] addresses) in pages)
        {
            Ask(client, addresses.Take(WarmUps));
            good &= Time(client, name, [.. addresses.Skip(WarmUps)]);
        }

        if (only.Length == 0)
            good &= Time(client, "all again, mixed", [.. pages.SelectMany(page => page.Addresses.Skip(WarmUps)).OrderBy(Mix)]);
        desk.StopAsync().GetAwaiter().GetResult();
        return good ? 0 : 1;
    }

    private static bool Time(HttpClient client, string name, string[] addresses)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        List<Answer> answers = Ask(client, addresses);
        double work = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / answers.Count;
        double[] sorted = [.. answers.Select(answer => answer.Milliseconds).Order()];
        double median = sorted[sorted.Length / 2];
        double slow = sorted[(int)((sorted.Length - 1) * .99)];
        int largest = answers.Max(answer => answer.Bytes);
        int refused = answers.Count(answer => !answer.IsGood);
        bool isPage = !name.StartsWith("api", StringComparison.Ordinal) && !name.StartsWith("all", StringComparison.Ordinal);
        bool good = median <= AimMedian && slow <= AimSlow && (largest <= AimBytes || !isPage) && refused == 0;
        Say($"{name,-20} median {median,7:0.0} ms, p99 {slow,7:0.0} ms, processor {work,6:0.0} ms, largest {largest / 1000.0,6:0.0} KB, {sorted.Length} requests{(refused > 0 ? $", {refused} refused" : "")}{(good ? "" : ", MISSED")}");
        if (!good)
            Say($"{"",-20} slowest: {answers.MaxBy(answer => answer.Milliseconds).Address}{(refused > 0 ? $", refused: {answers.First(answer => !answer.IsGood).Address}" : "")}");
        return good;
    }

    private readonly record struct Answer(string Address, double Milliseconds, int Bytes, bool IsGood);

    private static List<Answer> Ask(HttpClient client, IEnumerable<string> addresses)
    {
        var answers = new ConcurrentBag<Answer>();
        var queue = new ConcurrentQueue<string>(addresses);
        Task[] readers = [.. Enumerable.Range(0, Readers).Select(_ => Task.Run(async () =>
        {
            byte[] buffer = new byte[16 * 1024];
            while (queue.TryDequeue(out string? address))
            {
                long start = Stopwatch.GetTimestamp();
                using HttpResponseMessage answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
                using Stream body = await answer.Content.ReadAsStreamAsync();
                int length = 0;
                for (int read = -1; read != 0; length += read)
                    read = await body.ReadAsync(buffer);
                answers.Add(new Answer(address, Stopwatch.GetElapsedTime(start).TotalMilliseconds, length, answer.IsSuccessStatusCode));
            }
        }))];
        Task.WaitAll(readers);
        return [.. answers];
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

/// <summary>Addresses of every kind of page over a store of made-up reports, as different from each other as can be.</summary>
internal sealed class DeskPages(HttpClient client)
{
    private readonly Random random = new(1);

    public IEnumerable<(string Name, string[] Addresses)> All(int count)
    {
        JsonElement[] events = [.. Enumerable.Range(0, 10).SelectMany(i => Items($"/api/events?limit=40&filter=since:{1995 + (3 * i)}"))];
        string[] ids = [.. events.Select(row => row.GetProperty("event").GetProperty("id").GetString()!)];
        string[] reports = [.. events.Select(row => row.GetProperty("report").GetProperty("id").GetString()!).Distinct()];
        string[] people = [.. events.SelectMany(row => row.GetProperty("entities").EnumerateArray()).Where(entity => entity.GetProperty("kind").GetString() == "person").Select(entity => entity.GetProperty("name").GetString()!).Distinct()];
        var words = new GeneratedReports();
        string Pick(string[] from) => Uri.EscapeDataString(from[random.Next(from.Length)]);
        string Surname() => Pick([.. people.Select(name => name.Split(' ')[^1])]);
        (string, Func<string>)[] kinds =
        [
            ("start", () => "/"),
            ("reports", () => "/reports"),
            ("reports since", () => $"/reports?filter=since:{Day()}"),
            ("reports of an outlet", () => $"/reports?filter=outlet:{words.OutletOf(random.Next(40))}+since:{Day()}"),
            ("reader", () => "/reports/" + Pick(reports)),
            ("timeline", () => "/timeline"),
            ("timeline since", () => $"/timeline?filter=since:{Day()}"),
            ("timeline of one", () => $"/timeline?who={Country()}&filter=since:{Day()}"),
            ("timeline of a name", () => $"/timeline?who={Surname()}"),
            ("timeline of two", () => $"/timeline?who={Country()}&with={Country()}&lanes=actor"),
            ("dyads", () => "/dyad"),
            ("dyad", () => $"/dyad/{Country()}/{Country()}"),
            ("dyad, busy", () => $"/dyad/{Country(6)}/{Country(12)}"),
            ("stances", () => $"/stances?toward={Country()}&on={Day()}"),
            ("compare", () => "/compare/" + Pick(ids)),
            ("record", () => "/records/" + Pick(ids)),
            ("quotes", () => $"/quotes?filter=since:{Day()}"),
            ("quotes of a country", () => $"/quotes?speaker={Country()}&filter=since:{Day()}"),
            ("quotes of a person", () => $"/quotes?speaker={Pick(people)}"),
            ("agreements", () => $"/agreements?who={Country()}&filter=since:{Day()}"),
            ("actors", () => $"/actors?country={Country()}"),
            ("actors by a name", () => $"/actors?q={words.WordOf(random.Next(5000))[..3]}"),
            ("actor", () => "/actors/" + Pick(people)),
            ("search", () => $"/search?q={words.WordOf(random.Next(3000))}"),
            ("search, two words", () => $"/search?q={words.WordOf(random.Next(300))}+{words.WordOf(random.Next(300))}"),
            ("corrections", () => "/corrections"),
            ("api events", () => $"/api/events?filter=actor:{Country()}+since:{Day()}"),
        ];
        foreach ((string name, Func<string> make) in kinds)
            yield return (name, Different(make, count));
    }

    private string Country(int most = int.MaxValue) => GeneratedReports.CountryAt(random.Next(Math.Min(most, GeneratedReports.CountryCount)));

    private string Day() => new DateOnly(1995, 1, 1).AddDays(random.Next(28 * 365)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Different addresses while there are any; a page that has but one address is asked for again and again.</summary>
    private static string[] Different(Func<string> make, int count)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; found.Count < count && i < 20 * count; i++)
            found.Add(make());
        string[] all = [.. found];
        return all.Length == count ? all : [.. Enumerable.Range(0, count).Select(i => all[i % all.Length])];
    }

    private JsonElement[] Items(string address) =>
        [.. JsonDocument.Parse(client.GetStringAsync(address).GetAwaiter().GetResult()).RootElement.GetProperty("items").EnumerateArray()];
}
