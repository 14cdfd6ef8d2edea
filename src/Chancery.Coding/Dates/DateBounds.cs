using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>How the word before a date bounds what happens: "since July", "until 2030", "between 1999 and 2013".</summary>
internal static class DateBounds
{
    private const int WordsBetween = 3;

    /// <param name="text">The sentence.</param>
    /// <param name="start">The first piece of the date.</param>
    /// <param name="grammar">Whose words bound.</param>
    /// <param name="last">How the date before it in the sentence was bounded: "and" ends what "between" began.</param>
    public static DateBound Before(DateText text, int start, DateGrammar grammar, DateBound last)
    {
        if (last == DateBound.From && start > 0 && grammar.WordsFrom(text.Pieces[start - 1].Word).Any(word => word.Class == "joint"))
            return DateBound.To;
        for (int at = start - 1; at >= 0 && at >= start - WordsBetween; at--)
        {
            bool filler = false;
            foreach (DateWord word in grammar.WordsFrom(text.Pieces[at].Word))
            {
                if (word.Class == "bound" && word.Parts.Length == 1 && Enum.TryParse(word.Value, ignoreCase: true, out DateBound bound))
                    return bound;
                filler |= word.Class is "filler" or "approximate";
            }

            if (!filler)
                return DateBound.None;
        }

        return DateBound.None;
    }
}
