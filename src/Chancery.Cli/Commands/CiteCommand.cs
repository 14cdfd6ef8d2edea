using System.CommandLine;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary><c>chancery cite ID</c></summary>
internal static class CiteCommand
{
    public static Command Create(Screen screen)
    {
        var id = new Argument<string>("ID") { Description = "The id of an event, a quote or a report, the start of one, or the address of a report" };
        var style = new Option<string>("--style") { Description = "chicago, apa or bibtex", DefaultValueFactory = _ => "chicago" };
        style.AcceptOnlyFromAmong("chicago", "apa", "bibtex");
        Option<string> path = StoreOption.Create();
        var command = new Command("cite", """
            Cite a record: its report with outlet, title, date and how the date was reached, the words it rests on, and the hash of the text.

            Examples:
              chancery cite 9c1f04
              chancery cite samples/embargo.txt --style bibtex
            """)
        { id, style, path };
        command.SetAction(parsed =>
        {
            CitationStyle named = Enum.Parse<CitationStyle>(parsed.GetRequiredValue(style), ignoreCase: true);
            return Run(screen, parsed.GetRequiredValue(id), named, parsed.GetRequiredValue(path));
        });
        return command;
    }

    private static int Run(Screen screen, string id, CitationStyle style, string path)
    {
        using RecordStore store = StoreOption.Open(path, StoreAccess.Read);
        FoundRecord[] found = [.. store.FindRecords(id).DistinctBy(record => record.Id)];
        if (found.Length != 1)
            throw new UsageException(found.Length == 0 ? $"there is no event, quote or report '{id}' in {path}" : $"'{id}' fits several records: {string.Join(", ", found.Select(record => record.Id))}");
        FoundRecord record = found[0];
        if (store.Load(record.Document) is not { } stored)
            return ExitCodes.SomeNotRead;
        Model.Document document = stored.Reading.Document;
        var report = new ReportRow(
            record.Document, document.Id, document.Uri, document.Outlet, document.Title, document.Published, document.Language, stored.TextHash, stored.Reading.Knowledge, Likeness.Of(document));
        string? evidence = record.Kind switch
        {
            RecordKind.Event when stored.HasText => stored.Reading.Events[record.Position].Evidence.Range.Of(document.Text),
            RecordKind.Quote => stored.Reading.Quotes[record.Position].Content.Of(document.Text),
            _ => null,
        };
        screen.Text.WriteLine(Lines.Printable(Citations.Cite(report, style, evidence)));
        return ExitCodes.Done;
    }
}
