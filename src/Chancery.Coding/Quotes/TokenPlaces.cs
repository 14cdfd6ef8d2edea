using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Finds tokens by characters.</summary>
internal static class TokenPlaces
{
    /// <summary>The token at a character, else -1.</summary>
    public static int At(ParsedDocument parsed, int character)
    {
        int token = FirstFrom(parsed, character);
        if (token < parsed.Tokens.Length && parsed.Tokens[token].Range.Start == character)
            return token;
        return token > 0 && parsed.Tokens[token - 1].Range.Contains(character) ? token - 1 : -1;
    }

    /// <summary>The first token that begins at a character or after it; the number of tokens when there is none.</summary>
    public static int FirstFrom(ParsedDocument parsed, int character)
    {
        int low = 0, high = parsed.Tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (parsed.Tokens[middle].Range.Start < character)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The sentence of a token.</summary>
    public static Sentence SentenceOf(ParsedDocument parsed, int token)
    {
        int low = 0, high = parsed.Sentences.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (parsed.Sentences[middle].FirstToken <= token)
                low = middle;
            else
                high = middle - 1;
        }

        return parsed.Sentences[low];
    }
}
