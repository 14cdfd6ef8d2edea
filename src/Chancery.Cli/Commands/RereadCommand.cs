using System.Collections.Immutable;
using System.CommandLine;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary><c>chancery reread</c></summary>
internal static class RereadCommand
{
    private const int BatchSize = 32;

    public static Command Create(Screen screen)
    {
        Option<string> path = StoreOption.Create();
        var knowledge = new Option<string[]>("--knowledge") { Description = "A folder of your own entities, outlets and rules, laid over the program's", HelpName = "DIR" };
        var command = new Command("reread", """
            Read the stored texts again with the knowledge of today. Corrections stay; reports read with the same knowledge are left as they are.

            Examples:
              chancery reread
              chancery reread --store gulf.db --knowledge my-actors
            """)
        { path, knowledge };
        command.SetAction(parsed => Run(screen, parsed.GetRequiredValue(path), parsed.GetValue(knowledge) ?? []));
        return command;
    }

    private static int Run(Screen screen, string path, string[] layers)
    {
        using RecordStore store = StoreOption.Open(path, StoreAccess.Write);
        Reader reader = Installation.OpenReader(layers);
        ImmutableArray<long> keys = store.ReadOtherwiseThan(reader.Version);
        using var stop = new CancellationTokenSource();
        using var signals = new StopSignals(stop);
        var progress = new ProgressBar(screen, "reading again");
        var batch = new List<(long, Reading)>();
        int done = 0;
        try
        {
            IEnumerable<StoredReading> stored = keys.Select(store.Load).OfType<StoredReading>();
            foreach ((long key, Reading reading) in OrderedWork.Run(
                stored, old => (old.Key, reader.Read(old.Reading.Document)), Environment.ProcessorCount, stop.Token))
            {
                batch.Add((key, reading));
                done++;
                if (batch.Count < BatchSize)
                    continue;
                store.Replace(batch);
                batch.Clear();
                progress.Show((double)done / keys.Length, done);
            }
        }
        finally
        {
            store.Replace(batch);
            progress.Clear();
        }

        screen.Text.WriteLine($"{Wording.Count(done, "report")} read again with {reader.Version}; {Wording.Count(keys.Length - done, "report")} left");
        return stop.IsCancellationRequested ? ExitCodes.Interrupted : ExitCodes.Done;
    }
}
