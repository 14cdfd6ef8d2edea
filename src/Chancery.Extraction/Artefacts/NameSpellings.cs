using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>Long names of one text that differ by a letter within: two transliterations of one name.</summary>
internal static class NameSpellings
{
    private const int Shortest = 7;
    private const int MostNames = 300;

    public static void Find(string text, IReadOnlyList<ArtefactScan> scans, List<Diagnostic> problems)
    {
        var names = new Dictionary<string, TextRange>(StringComparer.Ordinal);
        foreach (ArtefactScan scan in scans)
            Collect(text, scan, names);
        string[] all = [.. names.Keys.Order(StringComparer.Ordinal).Take(MostNames)];
        for (int i = 0; i < all.Length; i++)
        {
            for (int k = i + 1; k < all.Length && all[k].AsSpan(0, 2).SequenceEqual(all[i].AsSpan(0, 2)); k++)
            {
                if (!Differ(all[i], all[k]))
                    continue;
                string later = names[all[i]].Start > names[all[k]].Start ? all[i] : all[k];
                problems.Add(new Diagnostic(DiagnosticId.InconsistentSpelling, Severity.Note, names[later], $"'{all[i]}' and '{all[k]}' may be one name."));
            }
        }
    }

    /// <summary>Long words with a capital behind a small letter or another name, which does not begin a sentence.</summary>
    private static void Collect(string text, ArtefactScan scan, Dictionary<string, TextRange> names)
    {
        ReadOnlySpan<char> block = scan.Range.In(text);
        for (int i = 1; i < scan.Words.Count; i++)
        {
            LineWord word = scan.Words[i];
            bool insideSentence = word.Start >= 2 && block[word.Start - 1] == ' ' && char.IsLetter(block[word.Start - 2]);
            if (word.Text.Length >= Shortest && char.IsUpper(block[word.Start]) && char.IsLower(block[word.Start + 1]) && insideSentence)
                names.TryAdd(block[word.Start..word.End].ToString(), new TextRange(scan.Range.Start + word.Start, word.End - word.Start));
        }
    }

    /// <summary>One vowel for another, y for i, or a letter doubled; never at the end, where grammar works.</summary>
    private static bool Differ(string left, string right)
    {
        if (left.Length > right.Length)
            (left, right) = (right, left);
        int start = left.AsSpan().CommonPrefixLength(right);
        if (start < 2 || right.Length - left.Length > 1)
            return false;
        int tail = 0;
        while (tail < left.Length - start && left[^(tail + 1)] == right[^(tail + 1)])
            tail++;
        if (tail < 3)
            return false;
        if (left.Length == right.Length)
            return start + tail == left.Length - 1 && IsVowel(left[start]) && IsVowel(right[start]);
        return start + tail >= left.Length && right[start] == right[start - 1] && !IsVowel(right[start]);
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
