using System.CommandLine;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary><c>chancery read INPUT...</c></summary>
internal static class ReadCommand
{
    public static Command Create(Screen screen)
    {
        var inputs = new Argument<string[]>("INPUT")
        {
            Description = "Files, folders, globs, or - for standard input: .txt, .html, .mhtml, .jsonl, feeds, .warc, also packed in .gz or .zip",
            Arity = ArgumentArity.OneOrMore,
        };
        var store = new Option<string?>("--store") { Description = $"The file of the record (default: {StoreOption.DefaultPath} here; none with --format jsonl)", HelpName = "FILE" };
        var format = new Option<string>("--format") { Description = "text (a digest for people) or jsonl (one reading a line)", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var knowledge = new Option<string[]>("--knowledge") { Description = "A folder of your own entities, outlets and rules, laid over the program's", HelpName = "DIR" };
        var noText = new Option<bool>("--no-text") { Description = "Keep no texts in the store, only places in them and the words of quotes" };
        var threads = new Option<int>("--threads") { Description = "How many documents at once (default: one a core)", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<string[]> limit = InputLimits.Option();
        var command = new Command("read", """
            Read reports and record their events, quotes and dates.

            Examples:
              chancery read samples
              chancery read 'reports/*.html' --store gulf.db
              chancery read 'reports/*.html' --format jsonl > readings.jsonl
              cat report.txt | chancery read -
              chancery read crawl.warc.gz --limit seconds=30 --limit document=4M
            """)
        { inputs, store, format, knowledge, noText, threads, limit };
        command.SetAction(parsed =>
        {
            bool machine = parsed.GetRequiredValue(format) == "jsonl";
            InputLimits limits = InputLimits.Read(parsed.GetValue(limit) ?? []);
            Reader reader = Installation.OpenReader(parsed.GetValue(knowledge) ?? []);
            string? path = parsed.GetValue(store) ?? (machine ? null : StoreOption.DefaultPath);
            using RecordStore? record = path is null ? null : RecordStore.Open(path, StoreAccess.Create, !parsed.GetValue(noText));
            return new ReadRun(screen, reader, record, limits, machine).Run(
                parsed.GetRequiredValue(inputs), Math.Clamp(parsed.GetRequiredValue(threads), 1, 64));
        });
        return command;
    }
}
