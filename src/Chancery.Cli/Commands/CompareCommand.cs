using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary><c>chancery compare EVENT</c></summary>
internal static class CompareCommand
{
    public static Command Create(Screen screen)
    {
        var id = new Argument<string>("EVENT") { Description = "The id of an event, or the start of one" };
        Option<string> path = StoreOption.Create();
        var command = new Command("compare", """
            Lay side by side how several reports tell one event, and mark where they differ: date, place, number, label, chain, factuality. No winner is declared.

            Examples:
              chancery compare ev9c1f04
            """)
        { id, path };
        command.SetAction(parsed => Run(screen, parsed.GetRequiredValue(id), parsed.GetRequiredValue(path)));
        return command;
    }

    private static int Run(Screen screen, string id, string path)
    {
        using RecordStore store = StoreOption.Open(path, StoreAccess.Read);
        string[] found = [.. store.FindRecords(id).Where(record => record.Kind == RecordKind.Event).Select(record => record.Id).Distinct()];
        if (found.Length != 1)
            throw new UsageException(found.Length == 0 ? $"there is no event '{id}' in {path}" : $"'{id}' fits several events: {string.Join(", ", found)}");
        Happening whole = store.HappeningOf(found[0]) ?? throw new UsageException($"'{id}' has been rejected or is no part of a current report");
        new Listing<Telling>(Columns, telling => RowJson.Of(telling.Row)).Write(screen, Tellings(whole), "table");
        screen.Text.WriteLine();
        screen.Text.WriteLine($"{Wording.Count(whole.Tellings.Length, "telling")} in {Wording.Count(whole.Tellings.Select(row => row.Report.Key).Distinct().Count(), "report")}, {whole.Independent} of them no near copies of each other");
        string[] differing = [.. Compared.Where(aspect => whole.Tellings.Select(aspect.Value).Where(value => value.Length > 0).Distinct().Count() > 1).Select(aspect => aspect.Name)];
        screen.Text.WriteLine(differing.Length == 0 ? "no difference in date, place, number, label, chain or factuality" : $"they differ in {string.Join(", ", differing)}");
        return ExitCodes.Done;
    }

    /// <summary>A telling beside the first one of its event.</summary>
    private readonly record struct Telling(EventRow Row, EventRow First);

    private static readonly (string Name, Func<EventRow, string> Value)[] Compared =
    [
        ("date", row => row.Event.Date.Date.IsKnown ? row.Event.Date.Date.ToString() : ""),
        ("place", row => row.Event.Place?.Name ?? ""),
        ("number", row => string.Join(", ", row.Event.Quantities.Select(quantity => $"{quantity.Value.ToString(CultureInfo.InvariantCulture)} {quantity.Unit}"))),
        ("who", row => Wording.Sides(row.Event, row.Entities)),
        ("label", row => string.Join(' ', [row.Event.Type?.Name() ?? row.Event.Cameo, .. row.Event.Modes])),
        ("factuality", row => Wording.Factuality(row.Event)),
        ("chain", row => string.Join(" < ", row.Event.Attribution.Select(link => link.Text))),
    ];

    private static ImmutableArray<Column<Telling>> Columns { get; } =
    [
        new("id", telling => telling.Row.Event.Id, 24),
        new("outlet", telling => telling.Row.Report.Outlet ?? "", 18),
        .. Compared.Select(aspect => new Column<Telling>(aspect.Name, telling => Marked(aspect.Value(telling.Row), aspect.Value(telling.First)), 40)),
        new("words", telling => telling.Row.Evidence ?? "", 60),
    ];

    private static IEnumerable<Telling> Tellings(Happening whole) => whole.Tellings.Select(row => new Telling(row, whole.Tellings[0]));

    /// <summary>What differs from the first telling stands after a mark.</summary>
    private static string Marked(string value, string first) => value == first || value.Length == 0 || first.Length == 0 ? value : "≠ " + value;
}
