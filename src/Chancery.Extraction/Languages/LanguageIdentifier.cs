using System.Collections.Immutable;
using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>Tells the language of a text by its script first, then by its words and their spelling.</summary>
public static class LanguageIdentifier
{
    /// <summary>The tag of a language that could not be told (BCP 47).</summary>
    public const string Undetermined = "und";

    private const int MostWords = 150;

    /// <summary>BCP 47; <c>und</c> for a text without words or in a language that none of the profiles fits.</summary>
    public static string Identify(ReadOnlySpan<char> text, LanguageProfiles profiles)
    {
        (ScriptKind script, _) = Script.Main(text);
        ImmutableArray<int> candidates = profiles.In(script);
        if (script == ScriptKind.None || candidates.IsEmpty)
            return Undetermined;
        if (candidates.Length == 1)
            return profiles.Tags[candidates[0]];
        if (script is ScriptKind.Han or ScriptKind.Kana)
            return script == ScriptKind.Kana ? "ja" : "zh";
        return Judge(text, script, candidates, profiles);
    }

    private static string Judge(ReadOnlySpan<char> text, ScriptKind script, ImmutableArray<int> candidates, LanguageProfiles profiles)
    {
        Span<float> scores = stackalloc float[profiles.Tags.Length];
        Span<int> known = stackalloc int[profiles.Tags.Length];
        scores.Clear();
        known.Clear();
        Span<char> word = stackalloc char[40];
        int words = 0;
        bool startsSentence = true;
        int i = 0;
        while (i < text.Length && words < MostWords)
        {
            char c = text[i];
            if (Script.Of(c) != script)
            {
                startsSentence |= c is '.' or '!' or '?' or ':' or '\n' or '"' or '\u201C';
                i++;
                continue;
            }

            int length = 0;
            bool isName = !startsSentence && char.IsUpper(c);
            while (i < text.Length && (Script.Of(text[i]) == script || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark))
            {
                if (length < word.Length)
                    word[length++] = char.ToLowerInvariant(text[i]);
                i++;
            }

            startsSentence = false;
            words++;
            profiles.Add(word[..length], isName ? 0.25f : 1f, scores, known);
        }

        int best = candidates[0];
        foreach (int candidate in candidates)
        {
            if (scores[candidate] > scores[best])
                best = candidate;
        }

        return words >= 20 && known[best] * 20 < words ? Undetermined : profiles.Tags[best];
    }
}
