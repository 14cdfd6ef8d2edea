using Chancery.Benchmarks;

return args switch
{
    ["parser"] => ParserBenchmark.Run(),
    ["extraction", var folder] => ExtractionBenchmark.Run(Directory.GetCurrentDirectory(), folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run --project tests/Chancery.Benchmarks -c Release -- parser | extraction FOLDER");
    return 2;
}
