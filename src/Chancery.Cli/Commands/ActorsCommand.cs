using System.CommandLine;
using System.Globalization;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary><c>chancery actors [NAME]</c></summary>
internal static class ActorsCommand
{
    private const int Most = 100;

    private static readonly Listing<ActorRow> Rows = new(
        [
            new("report", row => row.Report, 24) { Short = row => Listings.ShortId(row.Report) },
            new("name", row => row.Name, 40),
            new("kind", row => row.Kind.ToString().ToLowerInvariant(), 12),
            new("country", row => row.Country.ToString(), 7),
            new("sectors", row => string.Join(' ', row.Sectors), 12),
            new("office", row => row.Office ?? "", 36),
            new("from", row => Day(row.First), 10),
            new("to", row => Day(row.Last), 10),
            new("reports", row => row.Reports.ToString(CultureInfo.InvariantCulture), 7),
            new("aliases", row => string.Join("; ", row.Aliases), 40),
            new("known", row => row.Known ?? ""),
        ],
        ViewJson.Of);

    public static Command Create(Screen screen)
    {
        var name = new Argument<string[]>("NAME") { Description = "A country by ISO code or name, a person or a body; none for those whom most reports name", Arity = ArgumentArity.ZeroOrMore };
        return ListCommands.Build(
            screen, "actors", $"""
            List who takes part, with their offices over time: a row for each office, from the first report that gives it to the last, and the names
            by which the reports call them. The first column is the latest report that says so. Without --limit at most {Most} names are listed.

            Examples:
              chancery actors NOR
              chancery actors 'Kofi Annan' --format csv
              chancery actors --limit 20
            """, name, (store, given, format, limit) =>
            {
                if (given.Length > 1)
                    throw new UsageException("actors takes one name; put a name of several words in quotation marks");
                NameMeaning? meaning = given.Length == 0 ? null : NameUse.Of(given[0], store).Meaning;
                if (meaning is { Sectors.Length: > 0 })
                    throw new UsageException($"'{given[0]}' is a sector; actors takes a country, a person or a body");
                return Rows.Write(screen, store.Actors(meaning, limit ?? Most), format);
            });
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
