namespace Chancery.Knowledge;

/// <summary>A system of writing, as far as reports are told apart by it.</summary>
public enum ScriptKind : byte
{
    None,
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Hebrew,
    Devanagari,
    Bengali,
    Thai,
    Armenian,
    Georgian,
    Hangul,
    Kana,
    Han,
    Other,
}

/// <summary>What the script of a text says of it.</summary>
public static class Script
{
    private const int Kinds = (int)ScriptKind.Other + 1;

    /// <summary>The length of a text where an ideograph counts as three letters, so that lines of all scripts compare.</summary>
    public static int WideLength(ReadOnlySpan<char> text)
    {
        int length = text.Length;
        if (!text.ContainsAnyInRange('\u3040', '\uFAFF'))
            return length;
        foreach (char c in text)
        {
            if (LineWord.IsIdeograph(c) || c is >= '\uAC00' and <= '\uD7A3')
                length += 2;
        }

        return length;
    }

    /// <summary>False for a text whose letters are all Latin; quick, as most texts are.</summary>
    public static bool HasOtherThanLatin(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\u0250', '\u1DFF') || text.ContainsAnyInRange('\u2070', '\u209F') || text.ContainsAnyInRange('\u20D0', '\uFFFF');

    /// <summary>The script of a letter; none for any other sign.</summary>
    public static ScriptKind Of(char c) => c switch
    {
        < '\u0041' => ScriptKind.None,
        <= '\u024F' => char.IsLetter(c) ? ScriptKind.Latin : ScriptKind.None,
        >= '\u02B0' and <= '\u036F' => ScriptKind.None,
        >= '\u1E00' and <= '\u1EFF' => ScriptKind.Latin,
        >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF' => ScriptKind.Greek,
        >= '\u0400' and <= '\u052F' => ScriptKind.Cyrillic,
        >= '\u0531' and <= '\u058F' => ScriptKind.Armenian,
        >= '\u0590' and <= '\u05FF' => ScriptKind.Hebrew,
        >= '\u0600' and <= '\u077F' or >= '\uFB50' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFE' => ScriptKind.Arabic,
        >= '\u0900' and <= '\u097F' => ScriptKind.Devanagari,
        >= '\u0980' and <= '\u09FF' => ScriptKind.Bengali,
        >= '\u0E00' and <= '\u0E7F' => ScriptKind.Thai,
        >= '\u10A0' and <= '\u10FF' => ScriptKind.Georgian,
        >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF' => ScriptKind.Hangul,
        >= '\u3040' and <= '\u30FF' => ScriptKind.Kana,
        >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' => ScriptKind.Han,
        _ => char.IsLetter(c) ? ScriptKind.Other : ScriptKind.None,
    };

    /// <summary>The script of most letters, and its share of them; kana and Han count as one where kana stand at all.</summary>
    public static (ScriptKind Kind, double Share) Main(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Kinds];
        counts.Clear();
        Count(text, counts);
        return Main(counts);
    }

    /// <summary>Lines in another script than that of nearly all the text.</summary>
    public static bool[] Foreign(IReadOnlyList<string> lines)
    {
        bool[] foreign = new bool[lines.Count];
        Span<int> all = stackalloc int[Kinds];
        all.Clear();
        foreach (string line in lines)
            Count(line, all);
        (ScriptKind main, double share) = Main(all);
        if (share < 0.6 || main == ScriptKind.None)
            return foreign;
        for (int i = 0; i < lines.Count; i++)
        {
            (ScriptKind kind, double own) = Main(lines[i]);
            bool isNear = kind is ScriptKind.Han or ScriptKind.Kana && main is ScriptKind.Han or ScriptKind.Kana or ScriptKind.Hangul;
            foreign[i] = kind != ScriptKind.None && kind != main && own >= 0.6 && !isNear && !(kind == ScriptKind.Latin && Script.WideLength(lines[i]) < 40);
        }

        return foreign;
    }

    private static void Count(ReadOnlySpan<char> text, Span<int> counts)
    {
        foreach (char c in text)
            counts[(int)Of(c)]++;
    }

    private static (ScriptKind Kind, double Share) Main(Span<int> counts)
    {
        counts[0] = 0;
        if (counts[(int)ScriptKind.Kana] * 12 > counts[(int)ScriptKind.Han])
        {
            counts[(int)ScriptKind.Kana] += counts[(int)ScriptKind.Han];
            counts[(int)ScriptKind.Han] = 0;
        }

        int best = 0;
        int sum = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            sum += counts[i];
            if (counts[i] > counts[best])
                best = i;
        }

        return (sum == 0 ? ScriptKind.None : (ScriptKind)best, sum == 0 ? 0 : (double)counts[best] / sum);
    }
}
