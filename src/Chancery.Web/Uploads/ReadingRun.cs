using System.Collections.Immutable;
using System.Globalization;
using Chancery.Extraction;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>What came of one report of an upload.</summary>
/// <param name="Place">Where it stood: <c>pile.jsonl:17</c>.</param>
/// <param name="Reading">Null where <paramref name="Problem"/> stands.</param>
/// <param name="Problem">Why it could not be read.</param>
/// <param name="WasKnown">Whether the record held it already as it is.</param>
internal sealed record ReadReport(string Place, Reading? Reading, string? Problem, bool WasKnown)
{
    public IEnumerable<Diagnostic> Warnings => Reading is null ? [] : Reading.Diagnostics.Where(item => item.Severity != Severity.Note);
}

/// <summary>One upload being read into the record.</summary>
internal sealed class ReadingRun(string id, DeskState desk)
{
    private const int BatchSize = 8;
    private readonly Lock gate = new();
    private readonly List<(Arrival Arrival, ReadReport Report)> batch = [];
    private ImmutableArray<ReadReport> reports = [];
    private double share;
    private string? problem;
    private bool isDone;

    public string Id => id;

    public int Number => int.Parse(id, CultureInfo.InvariantCulture);

    /// <summary>Those that are in the record, or that could not be read, in their order.</summary>
    public ImmutableArray<ReadReport> Reports
    {
        get
        {
            lock (gate)
                return reports;
        }
    }

    /// <summary>How much of the upload is done, 0 to 1.</summary>
    public double Share
    {
        get
        {
            lock (gate)
                return share;
        }
    }

    public bool IsDone
    {
        get
        {
            lock (gate)
                return isDone;
        }
    }

    /// <summary>Why it ended before all was read; null when it did not.</summary>
    public string? Problem
    {
        get
        {
            lock (gate)
                return problem;
        }
    }

    /// <summary>Reads all; whatever happens, it ends, and what was stored stays.</summary>
    public void Read(IReadOnlyList<Upload> uploads, CancellationToken closing)
    {
        try
        {
            End(ReadAll(uploads, closing));
        }
        catch (StoreException error)
        {
            End(error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            End("A file could not be read to its end; what stood before is in the record.");
        }
    }

    public void End(string? why)
    {
        lock (gate)
        {
            problem = why;
            share = 1;
            isDone = true;
        }
    }

    private string? ReadAll(IReadOnlyList<Upload> uploads, CancellationToken closing)
    {
        DeskLimits limits = desk.Options.Limits;
        long started = desk.Clock.GetTimestamp();
        int count = 0;
        for (int i = 0; i < uploads.Count; i++)
        {
            using var stream = new MemoryStream(uploads[i].Bytes.ToArray(), writable: false);
            foreach (InputRecord record in Inputs.Read(stream, uploads[i].Name))
            {
                if (closing.IsCancellationRequested || desk.Clock.GetElapsedTime(started) > limits.ReadingTime)
                {
                    Store();
                    return closing.IsCancellationRequested ? "The desk was closed; what was read until then is in the record." : $"Reading stopped after {limits.ReadingTime.TotalMinutes:0} minutes; what was read until then is in the record. Send the rest in smaller parts.";
                }

                if (++count > limits.UploadReports)
                {
                    Store();
                    return $"One upload may hold {limits.UploadReports} reports; the first of them are in the record. Send the rest in another upload, or use 'chancery read'.";
                }

                Take(record);
                Progress((i + (stream.Length == 0 ? 1 : Math.Min(1, (double)stream.Position / stream.Length))) / uploads.Count);
            }
        }

        Store();
        return null;
    }

    private void Take(InputRecord record)
    {
        if (record.Document is not { } raw)
        {
            Store();
            Show([new ReadReport(record.Place, null, record.Problem?.Message ?? "It could not be read.", false)]);
            return;
        }

        var fingerprint = Fingerprint.Of(raw);
        if (Known(raw, fingerprint) is { } known)
        {
            Store();
            Show([new ReadReport(raw.Uri, known, null, true)]);
            return;
        }

        Reading reading = desk.Options.Reader.Read(raw);
        batch.Add((new Arrival(reading, fingerprint), new ReadReport(raw.Uri, reading, null, false)));
        if (batch.Count >= BatchSize)
            Store();
    }

    private Reading? Known(RawDocument raw, Fingerprint fingerprint)
    {
        using Stores.Loan loan = desk.Stores.Borrow();
        return loan.Store.Find(raw.Uri, fingerprint, desk.Options.Reader.Version) is { } key ? loan.Store.Load(key)?.Reading : null;
    }

    /// <summary>What is shown is stored.</summary>
    private void Store()
    {
        if (batch.Count == 0)
            return;
        desk.Stores.Change(store =>
        {
            store.Add([.. batch.Select(item => item.Arrival)]);
            return true;
        });
        Show([.. batch.Select(item => item.Report)]);
        batch.Clear();
    }

    private void Show(ReadOnlySpan<ReadReport> more)
    {
        lock (gate)
            reports = reports.AddRange(more);
    }

    private void Progress(double done)
    {
        lock (gate)
            share = done;
    }
}
