using System.CommandLine;
using System.Runtime.InteropServices;
using Chancery.Extraction;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary><c>chancery read INPUT...</c></summary>
internal static class ReadCommand
{
    public static Command Create(Screen screen)
    {
        var inputs = new Argument<string[]>("INPUT")
        {
            Description = "Files, folders, globs, or - for standard input: .txt, .html, .jsonl",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format") { Description = "text (a digest for people) or jsonl (one reading a line)", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var knowledge = new Option<string[]>("--knowledge") { Description = "A folder of your own entities, outlets and rules, laid over the program's" };
        var threads = new Option<int>("--threads") { Description = "How many documents at once (default: one a core)", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("read", """
            Read reports and record their events, quotes and dates.

            Examples:
              chancery read samples
              chancery read 'reports/*.html' --format jsonl > readings.jsonl
              cat report.txt | chancery read -
            """)
        { inputs, format, knowledge, threads };
        command.SetAction(parsed => Run(
            screen,
            parsed.GetRequiredValue(inputs),
            parsed.GetRequiredValue(format) == "jsonl",
            parsed.GetValue(knowledge) ?? [],
            Math.Clamp(parsed.GetRequiredValue(threads), 1, 64)));
        return command;
    }

    private static int Run(Screen screen, string[] inputs, bool machine, string[] layers, int threads)
    {
        Reader reader = Installation.OpenReader(layers);
        using var stop = new CancellationTokenSource();
        using PosixSignalRegistration interrupt = StopOn(PosixSignal.SIGINT, stop);
        using PosixSignalRegistration terminate = StopOn(PosixSignal.SIGTERM, stop);
        bool failed = false;
        foreach (Result result in OrderedWork.Run(Records(inputs, screen), record => Read(reader, record, machine), threads, stop.Token))
        {
            if (result.Problem is { } problem)
            {
                screen.Complain(problem);
                failed = true;
            }

            if (result.Json is { } json)
                screen.WriteLine(json.Span);
            else if (result.Reading is { } reading)
                Digest.Write(screen, reading);
        }

        return stop.IsCancellationRequested ? ExitCodes.Interrupted : failed ? ExitCodes.SomeNotRead : ExitCodes.Done;
    }

    private static PosixSignalRegistration StopOn(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });

    private readonly record struct Result(Reading? Reading, ReadOnlyMemory<byte>? Json, string? Problem);

    /// <summary>A document of an input, or what is wrong with it.</summary>
    private readonly record struct Item(RawDocument? Document, string? Problem);

    private static IEnumerable<Item> Records(string[] inputs, Screen screen)
    {
        foreach (InputFile file in InputFiles.Find(inputs, () => screen.Input))
        {
            if (file.Open is null)
            {
                yield return new Item(null, $"{file.Name}: {file.Problem}");
                continue;
            }

            foreach (Item item in RecordsOf(file))
                yield return item;
        }
    }

    private static IEnumerable<Item> RecordsOf(InputFile file)
    {
        Stream stream;
        string? problem = null;
        try
        {
            stream = file.Open!();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            stream = Stream.Null;
            problem = $"{file.Name}: cannot be opened: {error.Message}";
        }

        if (problem is not null)
        {
            yield return new Item(null, problem);
            yield break;
        }

        using (stream)
        {
            using IEnumerator<InputRecord> records = Inputs.Read(stream, file.Name).GetEnumerator();
            while (true)
            {
                Item item;
                try
                {
                    if (!records.MoveNext())
                        yield break;
                    InputRecord record = records.Current;
                    item = new Item(record.Document, record.Problem is { } bad ? $"{record.Place}: {bad.Message}" : null);
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                {
                    item = new Item(null, $"{file.Name}: cannot be read: {error.Message}");
                }

                yield return item;
                if (item.Document is null && item.Problem is not null && item.Problem.Contains("cannot be read", StringComparison.Ordinal))
                    yield break;
            }
        }
    }

    private static Result Read(Reader reader, Item item, bool machine)
    {
        if (item.Document is null)
            return new Result(null, null, item.Problem);
        Reading reading = reader.Read(item.Document);
        string? problem = item.Problem;
        foreach (Diagnostic found in reading.Diagnostics)
        {
            if (found.Severity == Severity.Error)
                problem ??= $"{item.Document.Uri}: {found.Message}";
        }

        return new Result(reading, machine ? ReadingJson.Write(reading) : (ReadOnlyMemory<byte>?)null, problem);
    }
}
