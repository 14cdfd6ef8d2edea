using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace Chancery.Web;

/// <summary>Something to be read: a file by its name, or a text.</summary>
/// <param name="Name">A label; nothing is ever opened by it.</param>
/// <param name="Bytes">What came in.</param>
internal readonly record struct Upload(string Name, ReadOnlyMemory<byte> Bytes)
{
    private const int MostCharacters = 200;

    /// <summary>A file under the last part of its name, as every system writes paths.</summary>
    public static Upload File(string name, byte[] bytes)
    {
        string last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        string plain = string.Concat(last.Where(c => !char.IsControl(c))).Trim();
        return new Upload(plain.Length is 0 or > MostCharacters || plain[0] is '-' or '.' ? "file-" + HashOf(bytes) : plain, bytes);
    }

    /// <summary>A text under a name made of its bytes, so that the same text is the same report.</summary>
    public static Upload Pasted(string text)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return new Upload($"pasted-{HashOf(bytes)}.txt", bytes);
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
}

/// <summary>Uploads on their way into the record: one is read after the other, and each can be watched.</summary>
internal sealed class Readings(DeskState desk) : IDisposable
{
    /// <summary>Uploads that are done stay to be looked at until this many newer ones have come.</summary>
    private const int Kept = 50;

    private readonly ConcurrentDictionary<string, ReadingRun> runs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CancellationTokenSource closing = new();
    private long count;

    /// <exception cref="DeskException">Too much is waiting already.</exception>
    public ReadingRun Start(IReadOnlyList<Upload> uploads)
    {
        if (runs.Values.Count(run => !run.IsDone) >= desk.Options.Limits.UploadsAtOnce)
            throw new DeskException(429, "Several uploads are being read already.", "Wait until one of them is done, then send this one again.");
        var run = new ReadingRun(string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref count)}"), desk);
        runs[run.Id] = run;
        foreach (ReadingRun old in runs.Values.Where(other => other.IsDone).OrderBy(other => other.Number).SkipLast(Kept))
            runs.TryRemove(old.Id, out _);
        _ = Task.Run(() => Work(run, uploads));
        return run;
    }

    public ReadingRun? Find(string id) => runs.GetValueOrDefault(id);

    /// <summary>Those not done, and those done last.</summary>
    public IEnumerable<ReadingRun> Newest => runs.Values.OrderByDescending(run => run.Number);

    public void Dispose()
    {
        closing.Cancel();
        turn.Wait(TimeSpan.FromSeconds(10));
        turn.Dispose();
        closing.Dispose();
    }

    private async Task Work(ReadingRun run, IReadOnlyList<Upload> uploads)
    {
        try
        {
            await turn.WaitAsync(closing.Token);
        }
        catch (OperationCanceledException)
        {
            run.End("The desk was closed before this was read.");
            return;
        }

        try
        {
            run.Read(uploads, closing.Token);
        }
        finally
        {
            turn.Release();
        }
    }
}
