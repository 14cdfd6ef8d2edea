using Chancery.Benchmarks;

return args switch
{
    ["parser"] => ParserBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run --project tests/Chancery.Benchmarks -c Release -- parser");
    return 2;
}
