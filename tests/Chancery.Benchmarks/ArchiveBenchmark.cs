using System.Diagnostics;
using System.Globalization;
using AngleSharp.Html.Parser;
using Chancery.Extraction;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Benchmarks;

/// <summary>What reading a web archive costs beside unpacking it and parsing its pages, and how the memory grows with it.</summary>
internal static class ArchiveBenchmark
{
    private const int Steps = 4;

    public static int Run(string root, string file)
    {
        KnowledgeBase knowledge = KnowledgeBase.Load(KnowledgeSource.FromFolder(Path.Combine(root, "data")));
        Pass(file, raw => DocumentReader.Read(raw, knowledge, []), 500);

        // Unpacking and parsing alone, then reading: the first pages warm up both.
        (TimeSpan unpacking, int pages, _) = Pass(file, _ => { }, int.MaxValue);
        (TimeSpan parsing, _, _) = Pass(file, raw => new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(raw.Bytes.Span)).Dispose(), int.MaxValue);
        (TimeSpan reading, _, List<long> memory) = Pass(file, raw => DocumentReader.Read(raw, knowledge, []), int.MaxValue);
        double megabytes = new FileInfo(file).Length / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages} pages, {megabytes:0} MB packed: unpacking {unpacking.TotalSeconds:0.0} s, with parsing {parsing.TotalSeconds:0.0} s, reading {reading.TotalSeconds:0.0} s of the processor, {reading / parsing:0.00} times"));
        Console.WriteLine($"memory after each quarter: {string.Join(", ", memory.Select(bytes => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0} MB")))}");
        return 0;
    }

    private static (TimeSpan Used, int Pages, List<long> Memory) Pass(string file, Action<RawDocument> act, int most)
    {
        using FileStream stream = File.OpenRead(file);
        var memory = new List<long>();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        int pages = 0;
        foreach (InputRecord record in Inputs.Read(stream, file))
        {
            if (record.Document is { } raw)
                act(raw);
            if (++pages >= most)
                break;
            if (stream.Position * Steps >= stream.Length * (memory.Count + 1))
                memory.Add(Process.GetCurrentProcess().WorkingSet64);
        }

        return (Environment.CpuUsage.TotalTime - start, pages, memory);
    }
}
