namespace Chancery.Training;

/// <summary>Regular forms of English words, for lists that give a verb's base alone.</summary>
internal static class EnglishForms
{
    public static string WithS(string stem) =>
        EndsInConsonantY(stem) ? stem[..^1] + "ies"
        : stem.EndsWith('s') || stem.EndsWith('x') || stem.EndsWith('z') || stem.EndsWith("sh", StringComparison.Ordinal) || stem.EndsWith("ch", StringComparison.Ordinal) || stem.EndsWith('o') ? stem + "es"
        : stem + "s";

    public static string Past(string stem) =>
        stem.EndsWith('e') ? stem + "d" : EndsInConsonantY(stem) ? stem[..^1] + "ied" : stem + "ed";

    /// <summary>The form in <c>-ing</c>; a doubled consonant is seen in the past: expelled, expelling.</summary>
    public static string Ing(string stem, string past)
    {
        if (stem.EndsWith("ie", StringComparison.Ordinal))
            return stem[..^2] + "ying";
        if (stem.EndsWith('e') && !stem.EndsWith("ee", StringComparison.Ordinal))
            return stem[..^1] + "ing";
        bool doubled = past.Length == stem.Length + 3 && past.StartsWith(stem, StringComparison.Ordinal) && past[stem.Length] == stem[^1] && past.EndsWith("ed", StringComparison.Ordinal);
        bool irregular = !past.EndsWith("ed", StringComparison.Ordinal) && stem.Length > 2 && IsShort(stem);
        return doubled || irregular ? stem + stem[^1] + "ing" : stem + "ing";
    }

    /// <summary>One vowel between consonants at the end, as in <c>win</c> and <c>begin</c>, not in <c>meet</c> or <c>hold</c>.</summary>
    private static bool IsShort(string stem) =>
        !IsVowel(stem[^1]) && stem[^1] is not ('w' or 'x' or 'y') && IsVowel(stem[^2]) && !IsVowel(stem[^3]);

    private static bool EndsInConsonantY(string stem) => stem.Length > 1 && stem[^1] == 'y' && !IsVowel(stem[^2]);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
