namespace Chancery.Extraction;

/// <summary>Signs at which sentences end, in all scripts that are read.</summary>
internal static class Sentences
{
    private const string Ends = ".!?\u2026\u3002\uFF01\uFF1F\u061F\u06D4\u0964\u0589";
    private const string Closers = "\"'\u201D\u2019\u00BB\u00AB\u201C)]\u300D\u300F\u203A";

    /// <summary>True when the last sign, closing quotation marks and brackets aside, ends a sentence.</summary>
    public static bool EndsOne(ReadOnlySpan<char> text)
    {
        int i = text.Length - 1;
        while (i >= 0 && (char.IsWhiteSpace(text[i]) || Closers.Contains(text[i])))
            i--;
        return i >= 0 && Ends.Contains(text[i]);
    }
}
