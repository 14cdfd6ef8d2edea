using System.CommandLine;
using System.Text;
using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary><c>chancery learn</c></summary>
internal static class LearnCommand
{
    public static Command Create(Screen screen)
    {
        Option<string> store = StoreOption.Create();
        var output = new Option<string>("-o", "--output") { Description = "The folder of the new layer", Required = true, HelpName = "DIR" };
        var command = new Command("learn", """
            Write what the reports of a store teach about offices as a layer to look over; no reading uses it until you name it.

            Examples:
              chancery learn --store gulf.db -o learned
              chancery read reports --knowledge learned
            """)
        { store, output };
        command.SetAction(parsed => Run(screen, parsed.GetRequiredValue(store), parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Run(Screen screen, string path, string folder)
    {
        using RecordStore record = StoreOption.Open(path, StoreAccess.Read);
        LearnedLayer layer = LearnedLayer.From(OfficeSightings.Of(record).Select(Sighting), Installation.LoadKnowledge([]).Entities);
        foreach ((string what, int count) in layer.Counts)
            screen.Text.WriteLine($"{count,8}  {what}");
        string file = Path.Combine(folder, "entities", "learned.entities");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, layer.Text, new UTF8Encoding(false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            screen.Complain($"{file}: cannot be written: {error.Message}");
            return ExitCodes.SomeNotRead;
        }

        screen.Text.WriteLine($"wrote {file}");
        return ExitCodes.Done;
    }

    private static Sighting Sighting(OfficeSighting row) => new(
        row.Name,
        row.Office,
        CountryCode.TryParse(row.Country, out CountryCode country) ? country : default,
        DateSpan.TryParseDay(row.Published, out DateOnly? day) ? day : null,
        row.Report);
}
