using System.Numerics;
using System.Runtime.InteropServices;

namespace Chancery.Knowledge;

/// <summary>Tells whether bytes are those that were written; against accidents, not against anybody.</summary>
internal static class Checksum
{
    private const ulong First = 0x9E3779B185EBCA87;
    private const ulong Second = 0xC2B2AE3D27D4EB4F;

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            // Four sums side by side keep the multiplier busy.
            ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
            ulong a = First, b = Second, c = ~First, d = ~Second;
            int i = 0;
            for (; i + 4 <= words.Length; i += 4)
            {
                a = Mix(a, words[i]);
                b = Mix(b, words[i + 1]);
                c = Mix(c, words[i + 2]);
                d = Mix(d, words[i + 3]);
            }

            ulong sum = Mix(Mix(Mix(a, b), Mix(c, d)), (ulong)bytes.Length);
            for (int at = i * sizeof(ulong); at < bytes.Length; at++)
                sum = Mix(sum, bytes[at]);
            return sum;
        }
    }

    private static ulong Mix(ulong sum, ulong value) => unchecked(BitOperations.RotateLeft(sum + value * Second, 31) * First);
}
