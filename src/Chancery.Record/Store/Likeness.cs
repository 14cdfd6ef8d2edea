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
        Span<int> balance = stackalloc int[64];
        Span<ulong> run = stackalloc ulong[RunLength];
        int words = 0;
        foreach (Block block in document.Body)
        {
            ReadOnlySpan<char> text = block.Range.In(document.Text);
            while (NextWord(ref text) is { Length: > 0 } word)
            {
                run[words++ % RunLength] = Hash(word);
                if (words >= RunLength)
                    Weigh(balance, Mix(run, words));
            }
        }

        long likeness = 0;
        for (int bit = 0; bit < 64; bit++)
        {
            if (balance[bit] > 0)
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

    private static void Weigh(Span<int> balance, ulong hash)
    {
        for (int bit = 0; bit < 64; bit++)
            balance[bit] += (hash >> bit & 1) != 0 ? 1 : -1;
    }
}
