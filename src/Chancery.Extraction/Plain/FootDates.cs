using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>
/// The day with which a text closes: a stamp below the report ("161942 GMT DEC 92"), or the last line of a document ("Given in Suva on the 3rd of
/// May 2006.", "Suva, 3 May 2006"). What stands behind links and comments is dated by them.
/// </summary>
internal static class FootDates
{
    private const int LongestClosing = 25;
    private const int LongestPlace = 5;
    private const int SmallWord = 3;

    public static DatedBasis? Find(JudgedText judged, int last, PageKnowledge pages, string language)
    {
        if (last < 0)
            return null;
        for (int i = last + 1; i < judged.Lines.Count && judged.Reasons[i] is not ("related link" or "navigation" or "comment"); i++)
        {
            if (judged.Reasons[i] == "date line" && DayOf(judged.Lines[i].Text, pages, language) is { } day)
                return new DatedBasis(day.Value, "visible date");
        }

        string line = judged.Lines[last].Text;
        return judged.Lines[last].Words.Count <= LongestClosing && DayOf(line, pages, language) is { } closing && line.AsSpan(closing.Range.End).Trim(" .)") is []
            && (IsClosing(judged.Lines[last], pages.Labels) || IsPlace(line[..closing.Range.Start]))
            ? new DatedBasis(closing.Value, "visible date")
            : null;
    }

    private static FoundDate? DayOf(string line, PageKnowledge pages, string language)
    {
        foreach (FoundDate date in DateScan.Find(line, pages.Calendars, language))
        {
            if (date.IsDay)
                return date;
        }

        return null;
    }

    private static bool IsClosing(TextLine line, LineLabels labels) =>
        line.Words.Count > 2 && labels.Lookup(line.Text.AsSpan(0, line.Words[1].End)) == LineLabel.Closing;

    // "Suva, " and "Port Moresby, the " before the day.
    private static bool IsPlace(string before)
    {
        List<LineWord> words = LineWord.Of(before, LongestPlace + 1);
        if (words.Count is 0 or > LongestPlace || !before.Contains(',', StringComparison.Ordinal))
            return false;
        foreach (LineWord word in words)
        {
            if (word.IsNumber || word.Text.Length > SmallWord && !char.IsUpper(before[word.Start]))
                return false;
        }

        return true;
    }
}
