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
    private const int Rounds = 5;

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

        var parsing = TimeSpan.MaxValue;
        var reading = TimeSpan.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            parsing = Min(parsing, Time(() => pages.ForEach(page => new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(page.Bytes)).Dispose())));
            reading = Min(reading, Time(() => pages.ForEach(page => DocumentReader.Read(new RawDocument { Uri = page.Name, Bytes = page.Bytes }, knowledge, []))));
        }

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
