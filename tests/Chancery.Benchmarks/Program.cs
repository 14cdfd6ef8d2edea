using System.Globalization;
using Chancery.Benchmarks;

return args switch
{
    ["parser"] => ParserBenchmark.Run(),
    ["extraction", var folder] => ExtractionBenchmark.Run(Directory.GetCurrentDirectory(), folder),
    ["record", var path] => RecordBenchmark.Run(1_000_000, path),
    ["record", var path, var events] => RecordBenchmark.Run(int.Parse(events, CultureInfo.InvariantCulture), path),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run --project tests/Chancery.Benchmarks -c Release -- parser | extraction FOLDER | record STORE [EVENTS]");
    return 2;
}
