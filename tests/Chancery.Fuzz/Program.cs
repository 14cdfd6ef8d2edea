using System.Globalization;
using Chancery.Fuzz;

if (args is ["syntax", .. var numbers])
{
    int count = numbers.Length > 0 ? int.Parse(numbers[0], CultureInfo.InvariantCulture) : 1_000_000;
    int seed = numbers.Length > 1 ? int.Parse(numbers[1], CultureInfo.InvariantCulture) : 1;
    return SyntaxFuzz.Run(Directory.GetCurrentDirectory(), count, seed) == 0 ? 0 : 1;
}

if (args is ["extraction", .. var rest])
{
    int count = rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 20_000;
    int seed = rest.Length > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : 1;
    return ExtractionFuzz.Run(Directory.GetCurrentDirectory(), count, seed, rest.Length > 2 ? rest[2] : null) == 0 ? 0 : 1;
}

Console.Error.WriteLine("usage, from the repository's root: dotnet run --project tests/Chancery.Fuzz -c Release -- syntax|extraction [COUNT [SEED [FOLDER]]]");
return 2;
