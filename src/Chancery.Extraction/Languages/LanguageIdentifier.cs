using System.Collections.Immutable;
using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>Tells the language of a text by its script first, then by its words and their spelling.</summary>
public static class LanguageIdentifier
{
    /// <summary>The tag of a language that could not be told (BCP 47).</summary>
    public const string Undetermined = "und";

    private const int MostWords = 150;
    private const int MostParagraphWords = 60;
    private const int FewestParagraphWords = 10;

    /// <summary>One word of so many among the frequent ones of a language makes a paragraph one of it.</summary>
    private const int SureShare = 3;
    private const int EnoughWords = MostParagraphWords / SureShare + 1;

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

    /// <summary>
    /// The language of a paragraph where it surely is another than that of its text, else null: many of its words are among the
    /// frequent ones of another language, and few among those of that language.
    /// </summary>
    public static string? OfParagraph(ReadOnlySpan<char> paragraph, string language, LanguageProfiles profiles)
    {
        int own = profiles.Tags.BinarySearch(language, StringComparer.Ordinal);
        if (own < 0)
            return null;
        (int known, int words) = profiles.CountKnown(paragraph, own, MostParagraphWords, EnoughWords);
        if (known == EnoughWords || words < FewestParagraphWords || known * SureShare >= words)
            return null;
        string told = Identify(paragraph, profiles);
        if (told == language || told == Undetermined)
            return null;
        bool isOtherScript = !profiles.In(Script.Main(paragraph).Kind).Contains(own);
        (int knownThere, _) = profiles.CountKnown(paragraph, profiles.Tags.BinarySearch(told, StringComparer.Ordinal), MostParagraphWords, MostParagraphWords);
        return isOtherScript || knownThere * SureShare > words && knownThere > 2 * known ? told : null;
    }

    private static string Judge(ReadOnlySpan<char> text, ScriptKind script, ImmutableArray<int> candidates, LanguageProfiles profiles)
    {
        Span<float> scores = stackalloc float[profiles.Width];
        Span<int> known = stackalloc int[profiles.Width];
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
