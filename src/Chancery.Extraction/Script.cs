using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>What the script of a text says about its size.</summary>
internal static class Script
{
    /// <summary>The length of a text where an ideograph counts as three letters, so that lines of all scripts compare.</summary>
    public static int WideLength(ReadOnlySpan<char> text)
    {
        int length = text.Length;
        foreach (char c in text)
        {
            if (LineWord.IsIdeograph(c) || c is >= '\uAC00' and <= '\uD7A3')
                length += 2;
        }

        return length;
    }
}
