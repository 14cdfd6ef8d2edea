using System.CommandLine;
using System.Globalization;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary><c>chancery correct confirm|reject|undo|list</c></summary>
internal static class CorrectCommand
{
    public static Command Create(Screen screen)
    {
        var command = new Command("correct", """
            Say of a record that it is right or wrong. A correction stands beside the record, survives a new reading, and can be undone by its number.

            Examples:
              chancery correct reject ev9c1f04 --note "the report quotes a film"
              chancery correct confirm ev9c1f04
              chancery correct list
              chancery correct undo 3
            """);
        command.Subcommands.Add(Judge(screen, "reject", CorrectionKind.Reject, "Reject a record: no list or export shows it any more, unless it asks for rejected:yes."));
        command.Subcommands.Add(Judge(screen, "confirm", CorrectionKind.Confirm, "Confirm a record."));
        command.Subcommands.Add(List(screen));
        command.Subcommands.Add(Undo(screen));
        return command;
    }

    private static Command Judge(Screen screen, string name, CorrectionKind kind, string description)
    {
        var id = new Argument<string>("ID") { Description = "The id of an event or a quote, or the start of one" };
        var note = new Option<string?>("--note") { Description = "Why", HelpName = "TEXT" };
        Option<string> path = StoreOption.Create();
        var command = new Command(name, $"""
            {description}

            Examples:
              chancery correct {name} ev9c1f04
              chancery correct {name} ev9c1f04 --note "as the second paragraph says"
            """)
        { id, note, path };
        command.SetAction(parsed =>
        {
            using RecordStore store = StoreOption.Open(parsed.GetRequiredValue(path), StoreAccess.Write);
            string given = parsed.GetRequiredValue(id);
            string[] found = [.. store.FindRecords(given).Where(record => record.Kind != RecordKind.Report).Select(record => record.Id).Distinct()];
            if (found.Length != 1)
                throw new UsageException(found.Length == 0 ? $"there is no event or quote '{given}' in {store.Path}" : $"'{given}' fits several records: {string.Join(", ", found)}");
            string now = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            store.Correct(new Correction(0, kind, found[0], null, null, parsed.GetValue(note), now));
            screen.Text.WriteLine(store.CorrectionsOf(found[0])[^1].ToString());
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command List(Screen screen)
    {
        Option<string> path = StoreOption.Create();
        var command = new Command("list", """
            List the corrections that are not undone.

            Examples:
              chancery correct list
            """)
        { path };
        command.SetAction(parsed =>
        {
            using RecordStore store = StoreOption.Open(parsed.GetRequiredValue(path), StoreAccess.Read);
            foreach (Correction correction in store.CorrectionsOf(null))
                screen.Text.WriteLine($"{correction.Target}  {Lines.Clean(correction.ToString())}");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Undo(Screen screen)
    {
        var number = new Argument<long>("NUMBER") { Description = "As 'chancery correct list' gives it" };
        Option<string> path = StoreOption.Create();
        var command = new Command("undo", """
            Undo one correction by its number.

            Examples:
              chancery correct undo 3
            """)
        { number, path };
        command.SetAction(parsed =>
        {
            using RecordStore store = StoreOption.Open(parsed.GetRequiredValue(path), StoreAccess.Write);
            if (!store.UndoCorrection(parsed.GetRequiredValue(number)))
                throw new UsageException($"there is no correction {parsed.GetRequiredValue(number)} to undo; 'chancery correct list' lists them");
            screen.Text.WriteLine("undone");
            return ExitCodes.Done;
        });
        return command;
    }
}
