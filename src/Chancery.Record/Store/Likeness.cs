using System.Numerics;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>SimHash over runs of three words: texts that differ in few words differ in few bits.</summary>
public static class Likeness
{
    private const int RunLength = 3;

    /// <summary>Two bodies are near copies when no more bits than this differ.</summary>
    public const int NearCopyBits = 6;

    /// <summary>0 for a document with fewer words than one run.</summary>
    public static long Of(Document document)
    {
        Span<int> ones = stackalloc int[64];
        Span<ulong> counts = stackalloc ulong[8];
        counts.Clear();
        Span<ulong> run = stackalloc ulong[RunLength];
        int words = 0;
        foreach (Block block in document.Body)
        {
            ReadOnlySpan<char> text = block.Range.In(document.Text);
            while (NextWord(ref text) is { Length: > 0 } word)
            {
                run[words++ % RunLength] = Hash(word);
                if (words < RunLength)
                    continue;
                Count(counts, Mix(run, words));
                if ((words - RunLength + 1) % byte.MaxValue == 0)
                    Gather(counts, ones);
            }
        }

        Gather(counts, ones);
        int runs = words - RunLength + 1;

        long likeness = 0;
        for (int bit = 0; bit < 64; bit++)
        {
            if (2 * ones[bit] > runs)
                likeness |= 1L << bit;
        }

        return likeness;
    }

    public static bool AreNearCopies(long left, long right) =>
        left != 0 && right != 0 && BitOperations.PopCount(unchecked((ulong)(left ^ right))) <= NearCopyBits;

    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> text)
    {
        int start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
            start++;
        int end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        ReadOnlySpan<char> word = text[start..end];
        text = text[end..];
        return word;
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        unchecked
        {
            ulong hash = 14695981039346656037;
            foreach (char c in word)
                hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211;
            return hash;
        }
    }

    /// <summary>One hash for the last words in their order.</summary>
    private static ulong Mix(ReadOnlySpan<ulong> run, int words)
    {
        unchecked
        {
            ulong hash = 0;
            for (int i = 0; i < RunLength; i++)
                hash = (BitOperations.RotateLeft(hash, 23) ^ run[(words + i) % RunLength]) * 0x9E3779B97F4A7C15;
            return hash ^ hash >> 29;
        }
    }

    /// <summary>Counts the bits that are set: each of the eight numbers has the counts of one byte's bits in its own eight bytes.</summary>
    private static void Count(Span<ulong> counts, ulong hash)
    {
        for (int place = 0; place < 8; place++)
        {
            // The byte in all eight bytes, of each the bit of its place, then 1 where that is set.
            ulong spread = ((hash >> (8 * place) & 255) * 0x0101010101010101) & 0x8040201008040201;
            counts[place] += ((spread + 0x7F7F7F7F7F7F7F7F | spread) >> 7) & 0x0101010101010101;
        }
    }

    /// <summary>Brings the counts over before a byte is full.</summary>
    private static void Gather(Span<ulong> counts, Span<int> ones)
    {
        for (int bit = 0; bit < 64; bit++)
            ones[bit] += (int)(counts[bit / 8] >> (8 * (bit % 8)) & 255);
        counts.Clear();
    }
}
