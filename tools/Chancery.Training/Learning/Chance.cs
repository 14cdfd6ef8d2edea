namespace Chancery.Training;

/// <summary>Random numbers that are the same for the same seed on every machine (SplitMix64).</summary>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            ulong z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public float NextSingle() => (Next() >> 40) * (1f / (1 << 24));

    public int NextBelow(int limit) => (int)(Next() % (ulong)limit);

    public void Shuffle<T>(IList<T> items)
    {
        for (int i = items.Count - 1; i > 0; i--)
        {
            int j = NextBelow(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
