using System.CommandLine;
using System.Globalization;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary><c>chancery correct confirm|reject|edit|merge|split|list|undo</c></summary>
internal static class CorrectCommand
{
    public static Command Create(Screen screen)
    {
        var command = new Command("correct", """
            Say of a record that it is right or wrong, set a field right, or say who is meant. A correction stands beside the record, survives a new reading, and can be undone by its number.

            Examples:
              chancery correct reject ev9c1f04 --note "the report quotes a film"
              chancery correct edit ev9c1f04 date 2019-05-06
              chancery correct merge "J. Berg" "Johanna Berg"
              chancery correct list
              chancery correct undo 3
            """);
        command.Subcommands.Add(Judge(screen, "reject", CorrectionKind.Reject, "Reject a record: no list or export shows it any more, unless it asks for rejected:yes."));
        command.Subcommands.Add(Judge(screen, "confirm", CorrectionKind.Confirm, "Confirm a record."));
        command.Subcommands.Add(Edit(screen));
        command.Subcommands.Add(Merge(screen));
        command.Subcommands.Add(Split(screen));
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
            string target = IdOf(store, parsed.GetRequiredValue(id), "event or quote", record => record.Kind != RecordKind.Report);
            return Make(screen, store, new Correction(0, kind, target, null, null, parsed.GetValue(note), Now()));
        });
        return command;
    }

    private static Command Edit(Screen screen)
    {
        var id = new Argument<string>("ID") { Description = "The id of an event, or the start of one" };
        var field = new Argument<string>("FIELD") { Description = "What is wrong: see below" };
        var value = new Argument<string>("VALUE") { Description = "What it ought to be" };
        var note = new Option<string?>("--note") { Description = "Why", HelpName = "TEXT" };
        Option<string> path = StoreOption.Create();
        string fields = string.Join('\n', EventFields.All.Select(row => $"  {row.Name,-12} {row.Meaning}"));
        var command = new Command("edit", $"""
            Set one field of an event right. Lists, filters and exports use the new value; 'chancery show' has what was read beside it.

            Examples:
              chancery correct edit ev9c1f04 date 2019-05-06
              chancery correct edit ev9c1f04 recipient "Norway; Chile" --note "as the second paragraph says"

            Fields:
            {fields}
            """)
        { id, field, value, note, path };
        command.SetAction(parsed =>
        {
            using RecordStore store = StoreOption.Open(parsed.GetRequiredValue(path), StoreAccess.Write);
            string target = IdOf(store, parsed.GetRequiredValue(id), "event", record => record.Kind == RecordKind.Event);
            return Make(screen, store, new Correction(0, CorrectionKind.Edit, target, parsed.GetRequiredValue(field), parsed.GetRequiredValue(value), parsed.GetValue(note), Now()));
        });
        return command;
    }

    private static Command Merge(Screen screen)
    {
        var name = new Argument<string>("NAME") { Description = "A name as 'chancery actors' has it, letter for letter" };
        var into = new Argument<string>("INTO") { Description = "The name of the same person or body that is to stay" };
        var note = new Option<string?>("--note") { Description = "Why", HelpName = "TEXT" };
        Option<string> path = StoreOption.Create();
        var command = new Command("merge", """
            Say that two names are of one person or body. It holds for all reports, those still to come as well, until it is undone.

            Examples:
              chancery correct merge "J. Berg" "Johanna Berg"
            """)
        { name, into, note, path };
        command.SetAction(parsed =>
        {
            using RecordStore store = StoreOption.Open(parsed.GetRequiredValue(path), StoreAccess.Write);
            return Make(screen, store, new Correction(0, CorrectionKind.Merge, parsed.GetRequiredValue(name), null, parsed.GetRequiredValue(into), parsed.GetValue(note), Now()));
        });
        return command;
    }

    private static Command Split(Screen screen)
    {
        var name = new Argument<string>("NAME") { Description = "A name as 'chancery actors' has it, letter for letter" };
        var report = new Argument<string>("REPORT") { Description = "The report that means another one: its id, the start of it, or its address" };
        var other = new Argument<string>("AS") { Description = "What that one is to be called" };
        var note = new Option<string?>("--note") { Description = "Why", HelpName = "TEXT" };
        Option<string> path = StoreOption.Create();
        var command = new Command("split", """
            Say that one report means another person or body by a name than the others do. It holds until it is undone.

            Examples:
              chancery correct split "Johanna Berg" reports/chess.txt "Johanna Berg (chess player)"
            """)
        { name, report, other, note, path };
        command.SetAction(parsed =>
        {
            using RecordStore store = StoreOption.Open(parsed.GetRequiredValue(path), StoreAccess.Write);
            string id = IdOf(store, parsed.GetRequiredValue(report), "report", record => record.Kind == RecordKind.Report);
            return Make(screen, store, new Correction(0, CorrectionKind.Split, parsed.GetRequiredValue(name), id, parsed.GetRequiredValue(other), parsed.GetValue(note), Now()));
        });
        return command;
    }

    /// <exception cref="UsageException">No record has that id, or several begin with it.</exception>
    private static string IdOf(RecordStore store, string given, string kind, Func<FoundRecord, bool> fits)
    {
        string[] found = [.. store.FindRecords(given).Where(fits).Select(record => record.Id).Distinct()];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new UsageException($"there is no {kind} '{given}' in {store.Path}"),
            _ => throw new UsageException($"'{given}' fits several records: {string.Join(", ", found)}"),
        };
    }

    private static int Make(Screen screen, RecordStore store, Correction correction)
    {
        try
        {
            store.Correct(correction, correction.Kind == CorrectionKind.Edit ? Scheme() : null);
        }
        catch (CorrectionException error)
        {
            throw new UsageException(error.Message, error);
        }

        screen.Text.WriteLine(Lines.Clean(store.CorrectionsOf(correction.Target)[^1].ToString()));
        return ExitCodes.Done;
    }

    /// <summary>The schemes' own tables alone: nothing else of the knowledge is read.</summary>
    private static SchemeWords Scheme()
    {
        Ontology ontology = Ontology.Load(KnowledgeSource.FromFolder(Path.Combine(Installation.Folder(), "data")));
        return new SchemeWords(ontology.ModesOf, ontology.Contexts, ontology.IsCameo);
    }

    private static string Now() => DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

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
                screen.Text.WriteLine($"{Lines.Clean(correction.Target)}  {Lines.Clean(correction.ToString())}");
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
