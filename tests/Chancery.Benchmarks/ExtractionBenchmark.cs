using System.Diagnostics;
using System.Globalization;
using AngleSharp.Html.Parser;
using Chancery.Extraction;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Benchmarks;

/// <summary>What reading a page costs beside the bare parsing of its markup, over a folder of pages.</summary>
internal static class ExtractionBenchmark
{
    private const int Rounds = 15;

    /// <summary>The aim: a page costs at most this many times its parsing.</summary>
    private const double Aim = 1.5;

    public static int Run(string root, string folder)
    {
        KnowledgeBase knowledge = KnowledgeBase.Load(KnowledgeSource.FromFolder(Path.Combine(root, "data")));
        List<(string Name, byte[] Bytes)> pages = [.. Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal).Select(file => (file, File.ReadAllBytes(file)))];
        if (pages.Count == 0)
        {
            Console.Error.WriteLine($"{folder}: no .html files");
            return 2;
        }

        // Each page by turns, and its best time of each: what else the machine does falls on both.
        TimeSpan[] parsed = [.. pages.Select(_ => TimeSpan.MaxValue)];
        TimeSpan[] read = [.. parsed];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < pages.Count; i++)
            {
                (string name, byte[] bytes) = pages[i];
                parsed[i] = Min(parsed[i], Time(() => new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(bytes)).Dispose()));
                read[i] = Min(read[i], Time(() => DocumentReader.Read(new RawDocument { Uri = name, Bytes = bytes }, knowledge, [])));
            }
        }

        var parsing = TimeSpan.FromTicks(parsed.Sum(time => time.Ticks));
        var reading = TimeSpan.FromTicks(read.Sum(time => time.Ticks));
        double ratio = reading / parsing;
        double megabytes = pages.Sum(page => (double)page.Bytes.Length) / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Count} pages, {megabytes:0.0} MB: parsing {parsing.TotalMilliseconds:0} ms, reading {reading.TotalMilliseconds:0} ms, {ratio:0.00} times, {megabytes / reading.TotalSeconds:0.0} MB/s"));
        return ratio <= Aim ? 0 : 1;
    }

    private static TimeSpan Time(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed;
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
