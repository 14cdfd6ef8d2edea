using System.Diagnostics;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary>One run of <c>chancery read</c>: documents are coded on all cores, stored by the batch and shown in their order.</summary>
/// <remarks>What is shown is stored: a batch is printed after it has been written.</remarks>
internal sealed class ReadRun(Screen screen, Reader reader, RecordStore? store, InputLimits limits, bool machine)
{
    private const int BatchSize = 32;
    private const int BatchMilliseconds = 300;
    private readonly Digest digest = new(screen);
    private readonly ProgressBar progress = new(screen, "reading");
    private readonly List<Outcome> batch = [];
    private readonly Stopwatch batchAge = new();
    private bool failed;
    private int done;

    /// <summary>How many of the batch are written.</summary>
    private int stored;

    /// <returns>The exit code.</returns>
    public int Run(string[] inputs, int threads)
    {
        using var stop = new CancellationTokenSource();
        using var signals = new StopSignals(stop);
        var items = new InputItems(inputs, limits.Extraction, screen);
        try
        {
            foreach (Outcome outcome in OrderedWork.Run(items.Read().Select(Recognise), Read, threads, stop.Token))
            {
                Take(outcome);
                progress.Show(items.Share, done);
            }
        }
        finally
        {
            // Also when nobody reads the output any more: what was coded is kept.
            Store();
            progress.Clear();
        }

        Print();
        return stop.IsCancellationRequested ? ExitCodes.Interrupted : failed ? ExitCodes.SomeNotRead : ExitCodes.Done;
    }

    /// <summary>A document to be read, or one that the store holds as it is.</summary>
    private readonly record struct Work(InputItem Item, Fingerprint Fingerprint, long? Known);

    /// <summary>What came of an input: a new reading, one that is stored already, or a problem.</summary>
    private readonly record struct Outcome(Reading? Reading, ReadOnlyMemory<byte>? Json, Fingerprint Fingerprint, long? Known, string? Problem)
    {
        /// <summary>What the user should know of a document that was read all the same; null for nothing.</summary>
        public string? Notice { get; init; }
    }

    /// <summary>Looks for the document in the store; runs on the thread that owns it.</summary>
    private Work Recognise(InputItem item)
    {
        if (item.Document is not { } raw || store is null)
            return new Work(item, default, null);
        var fingerprint = Fingerprint.Of(raw);

        // Machines get the reading itself, and it is made anew: the store keeps one reading for all addresses of a text.
        return new Work(item, fingerprint, machine ? null : store.Find(raw.Uri, fingerprint, reader.Version));
    }

    /// <summary>Codes a document; runs on any thread.</summary>
    private Outcome Read(Work work)
    {
        if (work.Item.Document is not { } raw || work.Known is not null)
            return new Outcome(null, null, work.Fingerprint, work.Known, work.Item.Problem);
        using var time = new CancellationTokenSource(limits.Time);
        Reading reading = reader.Read(raw, limits.Extraction, time.Token);
        string? problem = work.Item.Problem;
        string? notice = null;
        foreach (Diagnostic found in reading.Diagnostics)
        {
            if (found.Severity == Severity.Error)
                problem ??= $"{raw.Uri}: {found.Message}";
            else if (found.Severity == Severity.Warning && found.Id is DiagnosticId.EmptyDocument or DiagnosticId.UnreadLanguage or DiagnosticId.InvalidEncoding or DiagnosticId.OversizedInput or DiagnosticId.MalformedRecord)
                notice ??= $"{raw.Uri}: {found.Message}";
        }

        return new Outcome(reading, machine ? ReadingJson.Write(reading) : (ReadOnlyMemory<byte>?)null, work.Fingerprint, null, problem) { Notice = notice };
    }

    private void Take(Outcome outcome)
    {
        if (outcome.Problem is { } problem)
        {
            progress.Clear();
            screen.Complain(problem);
            failed = true;
        }
        else if (outcome.Notice is { } notice)
        {
            progress.Clear();
            screen.Complain(notice);
        }

        if (outcome.Reading is null && outcome.Known is null)
            return;
        if (batch.Count == 0)
            batchAge.Restart();
        batch.Add(outcome);
        done++;
        if (store is null || batch.Count >= BatchSize || batchAge.ElapsedMilliseconds >= BatchMilliseconds)
        {
            Store();
            Print();
        }
    }

    /// <summary>Writes what of the batch is not written yet.</summary>
    private void Store()
    {
        if (store is null || stored == batch.Count)
            return;
        Arrival[] arrivals = [.. batch.Skip(stored).Where(outcome => outcome.Reading is not null).Select(outcome => new Arrival(outcome.Reading!, outcome.Fingerprint))];
        stored = batch.Count;
        store.Add(arrivals);
    }

    private void Print()
    {
        progress.Clear();
        foreach (Outcome outcome in batch)
        {
            if (outcome.Json is { } json)
                screen.WriteLine(json.Span);
            else if (outcome.Reading is { } reading)
                digest.Write(reading);
            else if (outcome.Known is { } key && store!.Load(key) is { } known)
                digest.Write(known.Reading, known.HasText);
        }

        batch.Clear();
        stored = 0;
    }
}
