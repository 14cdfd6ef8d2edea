using Chancery.Knowledge;
using Chancery.Model;
using Block = Chancery.Model.Block;

namespace Chancery.Extraction;

/// <summary>The year of a dateline that names day and month alone.</summary>
internal static class DatelineYear
{
    private const int LongestDelay = 31;

    /// <summary>
    /// From the day of publication where that is known: the nearest year in which the dateline lies shortly before it. Else from
    /// the text; null where nothing in it fixes the year.
    /// </summary>
    /// <param name="date">The day and month, and the year where it is told.</param>
    /// <param name="published">The day of publication; null where it is not known.</param>
    /// <param name="text">The report.</param>
    /// <param name="body">Its paragraphs.</param>
    /// <param name="knowledge">Who held which office when.</param>
    /// <param name="language">The language of the text.</param>
    /// <param name="isDocument">True for a document that place and day close, as a communiqué; false for news.</param>
    public static PartialDate? Resolve(FoundDate date, DatedBasis? published, string text, IReadOnlyList<Block> body, KnowledgeBase knowledge, string? language, bool isDocument = false)
    {
        if (date.HasYear)
            return date.Value;
        if (published?.Date.Start is { } day)
        {
            foreach (int year in (ReadOnlySpan<int>)[day.Year, day.Year - 1, day.Year + 1])
            {
                if (Day(year, date) is { } candidate && candidate.DayNumber <= day.DayNumber + 2 && candidate.DayNumber >= day.DayNumber - LongestDelay)
                    return PartialDate.Day(candidate);
            }

            return null;
        }

        return YearOfText.Find(date, text, body, knowledge, language, 0, isDocument) is { } found && Day(found, date) is { } resolved ? PartialDate.Day(resolved) : null;
    }

    private static DateOnly? Day(int year, FoundDate date) =>
        date.Day <= DateTime.DaysInMonth(year, date.Month) ? new DateOnly(year, date.Month, date.Day) : null;
}
