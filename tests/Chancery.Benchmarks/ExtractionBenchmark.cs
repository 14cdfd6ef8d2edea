using System.Globalization;
using AngleSharp.Html.Parser;
using Chancery.Extraction;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Benchmarks;

/// <summary>What reading a page costs beside the bare parsing of its markup, over a folder of pages.</summary>
internal static class ExtractionBenchmark
{
    private const int Rounds = 30;

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

        // Time of the processor, page by page in turns: what else the machine does hardly matters, and what it does falls on both.
        var parsing = TimeSpan.MaxValue;
        var reading = TimeSpan.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            var parsed = TimeSpan.Zero;
            var read = TimeSpan.Zero;
            foreach ((string name, byte[] bytes) in pages)
            {
                parsed += Used(() => new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(bytes)).Dispose());
                read += Used(() => DocumentReader.Read(new RawDocument { Uri = name, Bytes = bytes }, knowledge, []));
            }

            parsing = Min(parsing, parsed);
            reading = Min(reading, read);
        }

        double ratio = reading / parsing;
        double megabytes = pages.Sum(page => (double)page.Bytes.Length) / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Count} pages, {megabytes:0.0} MB: parsing {parsing.TotalMilliseconds:0} ms, reading {reading.TotalMilliseconds:0} ms, {ratio:0.00} times, {megabytes / reading.TotalSeconds:0.0} MB/s"));
        return ratio <= Aim ? 0 : 1;
    }

    private static TimeSpan Used(Action action)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        action();
        return Environment.CpuUsage.TotalTime - start;
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
