using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary><c>chancery export</c></summary>
internal static class ExportCommand
{
    public static Command Create(Screen screen)
    {
        var words = new Argument<string[]>("FILTER") { Description = "Terms as in 'chancery events'", Arity = ArgumentArity.ZeroOrMore };
        var style = new Option<string>("--as") { Description = "jsonl, csv, plover, icews, graphml, ics, bibtex or sqlite", Required = true };
        style.AcceptOnlyFromAmong("jsonl", "csv", "plover", "icews", "graphml", "ics", "bibtex", "sqlite");
        var output = new Option<string?>("--output", "-o") { Description = "The file to write (default: standard output)", HelpName = "FILE" };
        var methods = new Option<string?>("--methods") { Description = "A file for a paragraph on how the data were made: versions, filter, what is undated, planned, left out", HelpName = "FILE" };
        Option<string> path = StoreOption.Create();
        var command = new Command("export", """
            Write events in a form that other programs read. How exact a date is and how it was reached always goes along.
            ics holds planned events alone, bibtex the reports, sqlite one flat table.

            Examples:
              chancery export --as csv since:2019 -o events.csv --methods methods.txt
              chancery export --as icews actor:RUS | head
              chancery export --as graphml type:SUPPORT -o support.graphml
              chancery export --as ics -o planned.ics
            """)
        { words, style, output, methods, path };
        command.SetAction(parsed =>
        {
            Filter filter = FilterWords.Parse(parsed.GetValue(words) ?? []);
            using RecordStore store = StoreOption.Open(parsed.GetRequiredValue(path), StoreAccess.Read);
            var account = new Methods();
            try
            {
                string named = parsed.GetRequiredValue(style);
                Write(screen, named, account.Watch(store.Events(filter), row => HasPlace(named, row)), parsed.GetValue(output));
            }
            catch (FilterException error)
            {
                throw FilterWords.Complaint(filter.ToString(), error);
            }

            if (parsed.GetValue(methods) is { } file)
                WriteMethods(file, account, store, filter);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(Screen screen, string style, IEnumerable<EventRow> rows, string? file)
    {
        if (style == "sqlite")
        {
            ImmutableArray<Column<EventRow>> columns = Listings.Events.Columns;
            FlatExport.Write(
                file ?? throw new UsageException("--as sqlite needs -o FILE"),
                [.. columns.Select(column => column.Name)],
                rows.Select(row => columns.Select(column => column.Value(row)).ToImmutableArray()));
            return;
        }

        if (file is null)
        {
            Write(screen, style, rows);
            return;
        }

        try
        {
            using var stream = new FileStream(file, FileMode.Create, FileAccess.Write);
            using var target = new Screen(stream, TextWriter.Null, Stream.Null, isTerminal: false, screen.Width);
            Write(target, style, rows);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or BrokenPipeException)
        {
            throw new StoreException($"{file}: cannot be written: {(error.InnerException ?? error).Message}", error);
        }
    }

    private static void Write(Screen screen, string style, IEnumerable<EventRow> rows)
    {
        switch (style)
        {
            case "plover":
                foreach (ReadOnlyMemory<byte> line in PloverExport.Lines(rows))
                    screen.WriteLine(line.Span);
                break;
            case "icews":
                CountryNames names = LoadCountryNames();
                IcewsExport.Write(screen.Text, rows, names.Of);
                break;
            case "graphml":
                using (var whole = new MemoryStream())
                {
                    GraphExport.Write(whole, rows);
                    screen.WriteLine(whole.GetBuffer().AsSpan(0, (int)whole.Length));
                }

                break;
            case "ics":
                CalendarExport.Write(screen.Text, rows);
                break;
            case "bibtex":
                foreach (ReportRow report in rows.Select(row => row.Report).DistinctBy(report => report.Key))
                    screen.Text.Write(Citations.Cite(report, CitationStyle.Bibtex) + "\n");
                break;
            default:
                Listings.Events.Write(screen, rows, style);
                break;
        }

        screen.Text.Flush();
    }

    /// <summary>PLOVER codes no statements, a calendar holds what is planned for known days.</summary>
    private static bool HasPlace(string style, EventRow row) => style switch
    {
        "plover" => row.Event.Type is not null,
        "ics" => CalendarExport.Holds(row),
        "graphml" => row.Event.Actors.Length > 1 || (row.Event.Actors.Length > 0 && row.Event.Recipients.Length > 0),
        _ => true,
    };

    private static CountryNames LoadCountryNames()
    {
        string folder = Path.Combine(Installation.Folder(), "data");
        try
        {
            return CountryNames.Load(new KnowledgeSource("data", [KeyValuePair.Create(CountryNames.File, File.ReadAllText(Path.Combine(folder, CountryNames.File)))]));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KnowledgeException($"{folder}: {error.Message}", error);
        }
    }

    private static void WriteMethods(string file, Methods account, RecordStore store, Filter filter)
    {
        ImmutableArray<Correction> standing = store.CorrectionsOf(null);
        int rejected = standing.Where(correction => correction.Kind == CorrectionKind.Reject).Select(correction => correction.Target).Distinct().Count();
        int corrected = standing.Count(correction => correction.Kind is CorrectionKind.Edit or CorrectionKind.Merge or CorrectionKind.Split);
        string version = typeof(Program).Assembly.GetName().Version?.ToString(3) ?? "";
        try
        {
            File.WriteAllText(file, account.Describe(filter, store.CountReports(Filter.All), rejected, corrected, version) + "\n", new UTF8Encoding(false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{file}: cannot be written: {error.Message}", error);
        }
    }
}
