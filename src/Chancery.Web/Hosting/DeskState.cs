using System.Collections.Concurrent;
using System.Security.Cryptography;
using Chancery.Model;

namespace Chancery.Web;

/// <summary>What all visits share.</summary>
internal sealed class DeskState : IDisposable
{
    private const int MostKept = 4096;
    private readonly ConcurrentDictionary<string, (long Generation, Lazy<object> Value)> counted = new(StringComparer.Ordinal);

    public DeskState(DeskOptions options, TimeProvider clock)
    {
        Options = options;
        Clock = clock;
        Stores = new Stores(options.StorePath);
        Readings = new Readings(this);
    }

    public DeskOptions Options { get; }

    public Stores Stores { get; }

    public Readings Readings { get; }

    /// <summary>Whose turn it is to have texts read while they wait.</summary>
    public SemaphoreSlim Reading { get; } = new(2, 2);

    public TimeProvider Clock { get; }

    public Assets Assets { get; } = new();

    /// <summary>Signs what forms send back; gone when the program ends.</summary>
    public byte[] Secret { get; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>Tells this run of the program from others, for what visitors keep.</summary>
    public string Start { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

    /// <summary>Now, to the second, as corrections carry it.</summary>
    public string Now => Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The name of a country; its code where it is not known.</summary>
    public string Country(string code) =>
        CountryCode.TryParse(code, out CountryCode country) && Options.Knowledge.Entities.State(country) is { } state ? state.Name : code;

    public string Country(CountryCode code) => Country(code.ToString());

    /// <summary>What was counted since the last change of the record, or what is counted now.</summary>
    /// <param name="name">Names what is counted.</param>
    public T Recall<T>(string name, Func<T> count)
        where T : notnull
    {
        long generation = Stores.Generation;
        if (counted.Count >= MostKept)
            counted.Clear();

        // Many who ask at once wait for the one that counts, rather than count each for themselves.
        (long Generation, Lazy<object> Value) kept = counted.AddOrUpdate(
            name,
            _ => (generation, new Lazy<object>(() => count())),
            (_, old) => old.Generation == generation ? old : (generation, new Lazy<object>(() => count())));
        try
        {
            return (T)kept.Value.Value;
        }
        catch
        {
            // A failure is told, not kept.
            counted.TryRemove(name, out _);
            throw;
        }
    }

    public void Dispose()
    {
        Readings.Dispose();
        Stores.Dispose();
        Reading.Dispose();
    }
}
