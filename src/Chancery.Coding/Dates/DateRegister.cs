using Chancery.Knowledge;

namespace Chancery.Coding;

/// <summary>Whether a text speaks from its day of publication, as news does, or tells a history.</summary>
internal static class DateRegister
{
    // A text that names other years than its own more than three times as often as it leans on its own day tells a history.
    private const int FarNeeded = 6;
    private const int FarForEachNear = 3;

    public static bool IsNarrative(List<(DateText Text, DateMatch Match)> found, DateOnly speech)
    {
        int far = 0, near = 0;
        foreach ((_, DateMatch match) in found)
        {
            foreach ((string function, long year) in Calls(match.Form.Meaning, match))
            {
                if (function == "date" && year > 0)
                {
                    if (year != speech.Year)
                        far++;
                    else
                        near++;
                }
                else if (function is "speech" or "unit" or "weekday")
                {
                    near++;
                }
            }
        }

        return far >= FarNeeded && far > near * FarForEachNear;
    }

    /// <summary>"yesterday", "last week", "the end of this year": such a text speaks from a day of its own, be it told or not.</summary>
    public static bool IsNews(List<(DateText Text, DateMatch Match)> found)
    {
        foreach ((_, DateMatch match) in found)
        {
            foreach ((string function, _) in Calls(match.Form.Meaning, match))
            {
                if (function is "speech" or "unit" or "present")
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the words themselves name the year.</summary>
    public static bool NamesYear(DateMatch match) => Calls(match.Form.Meaning, match).Any(call => call is { Function: "date", Year: > 0 });

    private static IEnumerable<(string Function, long Year)> Calls(DateFormula formula, DateMatch match)
    {
        if (formula.Kind == DateFormulaKind.Slot)
            return match.Slot(formula.Name)?.Match is { } inner ? Calls(inner.Form.Meaning, inner) : [];
        if (formula.Kind != DateFormulaKind.Call)
            return [];
        long year = formula.Name == "date" && formula.Arguments[0] is { Kind: DateFormulaKind.Slot } slot ? YearIn(match.Slot(slot.Name)) : 0;
        return formula.Arguments.SelectMany(argument => Calls(argument, match)).Prepend((formula.Name, year));
    }

    // A year's digits may stand some parts deep.
    private static long YearIn(DateSlot? slot) =>
        slot?.Number ?? (slot?.Match is { Form.Meaning: { Kind: DateFormulaKind.Slot } formula } match ? YearIn(match.Slot(formula.Name)) : 0);
}
