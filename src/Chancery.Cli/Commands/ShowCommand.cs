using System.Collections.Immutable;
using System.CommandLine;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary><c>chancery show ID</c></summary>
internal static class ShowCommand
{
    public static Command Create(Screen screen)
    {
        var id = new Argument<string>("ID") { Description = "The id of an event, a quote or a report, the start of one, or the address of a report" };
        var dropped = new Option<bool>("--dropped") { Description = "Of a report: also the lines that are no part of it, and why" };
        Option<string> path = StoreOption.Create();
        var command = new Command("show", """
            Show one record with all that it rests on: the words in their paragraph, the chain, the codes in words, the rule, the date and how it was reached.

            Examples:
              chancery show 9c1f04
              chancery show samples/embargo.txt --dropped
            """)
        { id, dropped, path };
        command.SetAction(parsed => Run(screen, parsed.GetRequiredValue(id), parsed.GetValue(dropped), parsed.GetRequiredValue(path)));
        return command;
    }

    private static int Run(Screen screen, string id, bool dropped, string path)
    {
        using RecordStore store = StoreOption.Open(path, StoreAccess.Read);
        ImmutableArray<FoundRecord> found = store.FindRecords(id);
        if (found.IsEmpty)
            throw new UsageException($"there is no event, quote or report '{id}' in {path}");
        FoundRecord[] several = [.. found.DistinctBy(record => record.Id)];
        if (several.Length > 1)
        {
            string names = string.Join(", ", several.Take(5).Select(record => $"{record.Kind.ToString().ToLowerInvariant()} {record.Id}"));
            throw new UsageException($"'{id}' fits several records: {names}{(several.Length > 5 ? " …" : "")}");
        }

        var page = new RecordPage(screen, LoadOntology());
        foreach (FoundRecord record in found)
        {
            if (store.Load(record.Document) is not { } stored)
                continue;
            switch (record.Kind)
            {
                case RecordKind.Event:
                    page.WriteEvent(stored, stored.Reading.Events[record.Position]);
                    break;
                case RecordKind.Quote:
                    page.WriteQuote(stored, stored.Reading.Quotes[record.Position], record.Id);
                    break;
                default:
                    page.WriteReport(stored, store.AddressesOf(record.Document), dropped);
                    break;
            }

            foreach (Correction correction in store.CorrectionsOf(record.Id))
                screen.Text.WriteLine($"  corrected     {Lines.Clean(correction.ToString())}");
            foreach ((string name, string value) in store.OriginalsOf(record.Id))
                screen.Text.WriteLine($"  read as       {name} = {Lines.Clean(value)}");
        }

        return ExitCodes.Done;
    }

    /// <summary>The tables of the schemes alone: the rest of the knowledge is not needed to spell out a code.</summary>
    private static Ontology LoadOntology()
    {
        string folder = Path.Combine(Installation.Folder(), "data");
        try
        {
            return Ontology.Load(new KnowledgeSource(
                "data",
                Directory.EnumerateFiles(Path.Combine(folder, "ontology"), "*.tsv").Select(file => KeyValuePair.Create("ontology/" + Path.GetFileName(file), File.ReadAllText(file)))));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KnowledgeException($"{folder}: {error.Message}", error);
        }
    }
}
