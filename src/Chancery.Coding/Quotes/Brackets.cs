using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Tells of brackets within quotations that are not the speaker's words.</summary>
internal static class Brackets
{
    private const int LettersOfWord = 2;

    /// <summary>A bracket in a quotation is the editor's; one with letters that English does not write was left untranslated.</summary>
    public static void Tell(ParsedDocument parsed, List<Speech> all, List<Diagnostic> problems)
    {
        int told = 0;
        foreach (Speech speech in all)
        {
            for (int i = Math.Max(told, speech.Content.Start); i < speech.Content.End; i++)
            {
                if (parsed.Text[i] != '[')
                    continue;
                int close = parsed.Text.IndexOf(']', i, speech.Content.End - i);
                if (close < 0)
                    break;
                if (IsForeign(parsed, i + 1, close))
                    problems.Add(new(DiagnosticId.UntranslatedBracket, Severity.Note, TextRange.FromBounds(i, close + 1), "words in brackets that seem to be of another language and are not the speaker's"));
                i = close;
            }

            told = Math.Max(told, speech.Content.End);
        }
    }

    // Letters beyond ASCII in at least one longer word, as in the Portuguese name of an alliance.
    private static bool IsForeign(ParsedDocument parsed, int start, int end)
    {
        int letters = 0;
        bool other = false;
        for (int i = start; i < end; i++)
        {
            char c = parsed.Text[i];
            letters += char.IsLetter(c) ? 1 : 0;
            other |= char.IsLetter(c) && !char.IsAscii(c);
        }

        return other && letters > LettersOfWord;
    }
}
