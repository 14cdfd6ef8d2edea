using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Chancery.Record;
using Xunit;

namespace Chancery.Tests;

/// <summary>Kills <c>chancery read</c> at random moments: the store must open, hold every report that was printed, whole and once, and be completed by reading again.</summary>
public sealed class RecordKillTests
{
    /// <summary>Set by <c>tests/kill-test</c> for a long run.</summary>
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("CHANCERY_KILLS"), CultureInfo.InvariantCulture, out int kills) ? kills : 3;

    [Fact]
    public void A_killed_run_leaves_a_store_that_opens_with_every_finished_report_in_it_once()
    {
        using var folder = new TemporaryFolder();
        string input = folder.Write("reports.jsonl", string.Concat(Enumerable.Range(0, 200).Select(Report)));
        Dictionary<string, string> whole = CliRun.Of("read", input, "--format", "jsonl").Lines.ToDictionary(IdOf, line => line);
        Assert.Equal(200, whole.Count);
        var random = new Random(20261121);
        string path = folder.File("record.db");
        for (int kill = 0; kill < Kills; kill++)
        {
            HashSet<string> printed = RunAndKill(input, path, random.Next(0, 600));
            Verify(path, printed, whole);
            if (printed.Count == whole.Count)
                Forget(path);
        }

        CliRun completed = CliRun.Of("read", input, "--store", path, "--format", "jsonl");
        Assert.True(completed.Code == 0, completed.Complaints);
        Verify(path, [.. whole.Keys], whole);
    }

    private static string Report(int number) =>
        $$"""{"id":"r{{number}}","published":"2017-04-05","language":"en","text":"Japan accused Kenya of breaking treaty {{number}}. Kenya thanked Japan for {{number}} ships."}""" + "\n";

    private static string IdOf(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("document").GetProperty("id").GetString()!;
    }

    /// <returns>The ids of the reports that were printed, and so must be stored.</returns>
    private static HashSet<string> RunAndKill(string input, string store, int milliseconds)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Chancery.Cli.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "read", input, "--store", store, "--format", "jsonl"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var printed = new HashSet<string>();

        // Starting takes most of the time; the clock runs from the first report on, so that kills fall into the writing.
        if (process.StandardOutput.ReadLine() is { } first)
            printed.Add(IdOf(first));
        var clock = Stopwatch.StartNew();
        Task<HashSet<string>> rest = Task.Run(() => Drain(process.StandardOutput));
        while (clock.ElapsedMilliseconds < milliseconds && !process.HasExited)
            Thread.Sleep(1);
        process.Kill();
        process.WaitForExit();
        printed.UnionWith(rest.GetAwaiter().GetResult());
        return printed;
    }

    private static HashSet<string> Drain(StreamReader output)
    {
        var ids = new HashSet<string>();
        while (output.ReadLine() is { } line)
        {
            // The last line of a killed program may be half a line.
            if (line.EndsWith('}') && IsWhole(line))
                ids.Add(IdOf(line));
        }

        return ids;
    }

    private static bool IsWhole(string line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Verify(string path, HashSet<string> printed, Dictionary<string, string> whole)
    {
        using RecordStore store = RecordStore.Open(path, StoreAccess.Write);
        List<ReportSummary> reports = [.. store.Reports(Filter.All)];
        Assert.Equal(reports.Count, reports.Select(report => report.Report.Id).Distinct().Count());
        Assert.Superset(printed, reports.Select(report => report.Report.Id).ToHashSet());
        foreach (ReportSummary report in reports)
            Assert.Equal(whole[report.Report.Id], RecordSamples.Json(store.Load(report.Report.Key)!.Reading));
    }

    private static void Forget(string path)
    {
        foreach (string file in (string[])[path, path + "-wal", path + "-shm"])
            File.Delete(file);
    }
}
