using System.Numerics;

namespace Chancery.Knowledge;

/// <summary>Words by number, found from a span without making a string.</summary>
internal sealed class WordTable
{
    private char[] letters;
    private int[] starts;
    private int[] slots;
    private int count;

    public WordTable(int size)
    {
        letters = new char[Math.Max(64, size * 6)];
        starts = new int[Math.Max(16, size)];
        slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, size * 2))];
    }

    private WordTable(char[] letters, int[] starts, int[] slots)
    {
        this.letters = letters;
        this.starts = starts;
        this.slots = slots;
        count = starts.Length - 1;
    }

    public int Count => count;

    public void WriteTo(ImageWriter image)
    {
        image.WriteAll<char>(letters.AsSpan(0, starts[count]));
        image.WriteAll<int>(starts.AsSpan(0, count + 1));
        image.WriteAll<int>(slots);
    }

    public static WordTable Read(ref ImageReader image) =>
        new(image.ReadAll<char>(), image.ReadAll<int>(), image.ReadAll<int>());

    public int Find(ReadOnlySpan<char> word)
    {
        uint hash = Hash(word);
        int mask = slots.Length - 1;
        for (int slot = (int)(hash & (uint)mask); slots[slot] != 0; slot = slot + 1 & mask)
        {
            int number = slots[slot] - 1;
            if (At(number).SequenceEqual(word))
                return number;
        }

        return -1;
    }

    public int Add(ReadOnlySpan<char> word)
    {
        int found = Find(word);
        if (found >= 0)
            return found;
        if ((count + 1) * 2 > slots.Length)
            Grow();
        if (count + 2 > starts.Length)
            Array.Resize(ref starts, starts.Length * 2);
        int start = starts[count];
        while (start + word.Length > letters.Length)
            Array.Resize(ref letters, letters.Length * 2);
        word.CopyTo(letters.AsSpan(start));
        starts[count + 1] = start + word.Length;
        Place(Hash(word), count);
        return count++;
    }

    /// <summary>The word of a number.</summary>
    public ReadOnlySpan<char> At(int number) => letters.AsSpan(starts[number], starts[number + 1] - starts[number]);

    private void Place(uint hash, int number)
    {
        int mask = slots.Length - 1;
        int slot = (int)(hash & (uint)mask);
        while (slots[slot] != 0)
            slot = slot + 1 & mask;
        slots[slot] = number + 1;
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (int i = 0; i < count; i++)
            Place(Hash(At(i)), i);
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        uint hash = 2166136261;
        foreach (char c in word)
            hash = unchecked((hash ^ c) * 16777619);
        return hash ^ hash >> 15;
    }
}

/// <summary>Edges of a tree: from a node and a word to a node.</summary>
internal sealed class EdgeTable
{
    private ulong[] keys;
    private int[] targets;
    private int count;

    public EdgeTable(int size)
    {
        keys = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, size * 2))];
        targets = new int[keys.Length];
    }

    private EdgeTable(ulong[] keys, int[] targets, int count)
    {
        this.keys = keys;
        this.targets = targets;
        this.count = count;
    }

    public void WriteTo(ImageWriter image)
    {
        image.WriteAll<ulong>(keys);
        image.WriteAll<int>(targets);
        image.Write(count);
    }

    public static EdgeTable Read(ref ImageReader image) => new(image.ReadAll<ulong>(), image.ReadAll<int>(), image.ReadNumber());

    /// <summary>The node at the end, or -1.</summary>
    public int Find(int node, int word)
    {
        ulong key = Key(node, word);
        int mask = keys.Length - 1;
        for (int slot = Slot(key, mask); keys[slot] != 0; slot = slot + 1 & mask)
        {
            if (keys[slot] == key)
                return targets[slot];
        }

        return -1;
    }

    public int GetOrAdd(int node, int word, int target)
    {
        ulong key = Key(node, word);
        int mask = keys.Length - 1;
        int slot = Slot(key, mask);
        for (; keys[slot] != 0; slot = slot + 1 & mask)
        {
            if (keys[slot] == key)
                return targets[slot];
        }

        keys[slot] = key;
        targets[slot] = target;
        if (++count * 2 > keys.Length)
            Grow();
        return target;
    }

    private void Grow()
    {
        ulong[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new ulong[oldKeys.Length * 2];
        targets = new int[keys.Length];
        int mask = keys.Length - 1;
        for (int i = 0; i < oldKeys.Length; i++)
        {
            if (oldKeys[i] == 0)
                continue;
            int slot = Slot(oldKeys[i], mask);
            while (keys[slot] != 0)
                slot = slot + 1 & mask;
            keys[slot] = oldKeys[i];
            targets[slot] = oldTargets[i];
        }
    }

    // The word counts from 1, so that no key is 0.
    private static ulong Key(int node, int word) => unchecked((ulong)(uint)node << 32 | (uint)word + 1);

    private static int Slot(ulong key, int mask) => (int)(unchecked(key * 0x9E3779B97F4A7C15UL) >> 40) & mask;
}
