using System.Globalization;
using Chancery.Benchmarks;

return args switch
{
    ["parser"] => ParserBenchmark.Run(),
    ["start"] => StartBenchmark.Run(Workplace.Root()),
    ["extraction", var folder] => ExtractionBenchmark.Run(Directory.GetCurrentDirectory(), folder),
    ["speech", var path] => SpeechBenchmark.Run(path),
    ["record", var path] => RecordBenchmark.Run(1_000_000, path),
    ["record", var path, var events] => RecordBenchmark.Run(int.Parse(events, CultureInfo.InvariantCulture), path),
    ["archive", var file] => ArchiveBenchmark.Run(Directory.GetCurrentDirectory(), file),
    ["desk", var path] => DeskBenchmark.Run(Workplace.Root(), path, 100, ""),
    ["desk", var path, var each] => DeskBenchmark.Run(Workplace.Root(), path, int.Parse(each, CultureInfo.InvariantCulture), ""),
    ["desk", var path, var each, var page] => DeskBenchmark.Run(Workplace.Root(), path, int.Parse(each, CultureInfo.InvariantCulture), page),
    ["mentions", var reports] => MentionsBenchmark.Run(Workplace.Root(), reports),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run --project tests/Chancery.Benchmarks -c Release -- parser | start | extraction FOLDER | speech FILE | archive FILE.warc.gz | mentions REPORTS.jsonl | record STORE [EVENTS] | desk STORE [REQUESTS [PAGE]]");
    return 2;
}
