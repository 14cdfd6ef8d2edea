using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>Long names of one text that differ by a letter within: two transliterations of one name.</summary>
internal sealed class NameSpellings
{
    private const int Shortest = 7;
    private readonly Dictionary<string, TextRange> names = new(StringComparer.Ordinal);

    public void Add(string text, TextRange range, IReadOnlyList<LineWord> words)
    {
        ReadOnlySpan<char> block = range.In(text);
        for (int i = 1; i < words.Count; i++)
        {
            LineWord word = words[i];
            // A capital behind a small letter or another name, not one that begins a sentence.
            bool insideSentence = block[(word.Start - 1)..word.Start].SequenceEqual(" ") && char.IsLetter(block[word.Start - 2 < 0 ? 0 : word.Start - 2]);
            if (word.Text.Length >= Shortest && char.IsUpper(block[word.Start]) && char.IsLower(block[word.Start + 1]) && insideSentence)
                names.TryAdd(block[word.Start..word.End].ToString(), new TextRange(range.Start + word.Start, word.End - word.Start));
        }
    }

    public void Report(List<Diagnostic> problems)
    {
        string[] all = [.. names.Keys.Order(StringComparer.Ordinal).Take(300)];
        for (int i = 0; i < all.Length; i++)
        {
            for (int k = i + 1; k < all.Length; k++)
            {
                if (!Differ(all[i], all[k]))
                    continue;
                string later = names[all[i]].Start > names[all[k]].Start ? all[i] : all[k];
                problems.Add(new Diagnostic(DiagnosticId.InconsistentSpelling, Severity.Note, names[later], $"'{all[i]}' and '{all[k]}' may be one name."));
            }
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
