using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>A line that credits where the report comes from: <c>Source: Anadolu | 2021-03-14 | Editor: A. Kaya</c>.</summary>
/// <param name="Name">The outlet as written, or null.</param>
/// <param name="Address">A web address, or null.</param>
/// <param name="Date">A day on the line, or null.</param>
internal sealed record SourceLine(string? Name, string? Address, PartialDate? Date)
{
    private const int LongestName = 80;
    private static readonly char[] Bars = ['|', '\uFF5C', '\u00A6'];

    /// <summary>True for a line that begins with a label of a source and says hardly more than a name or an address.</summary>
    public static bool Is(string line, LineLabels labels)
    {
        if (line.Length > 400 || labels.Find(line, out int value) != LineLabel.Source)
            return false;
        string rest = line[value..].Trim();
        // "Font: A- A+" is a button.
        return rest.Length > 0 && rest is not ([_, '-' or '+'] or [_, '-' or '+', ' ', ..]) && (LineSigns.IsAddress(rest) || rest.Split(Bars)[0].Trim().Length <= LongestName && LineWord.Of(rest, 30).Count <= 24 && !IsSentence(rest));
    }

    public static SourceLine Read(string line, PageKnowledge pages, string? language)
    {
        pages.Labels.Find(line, out int value);
        string? name = null;
        string? address = null;
        PartialDate? date = null;
        foreach (string part in line[value..].Split(Bars, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (LineSigns.IsAddress(part))
            {
                address ??= part.Trim('(', ')', '<', '>', ' ');
                continue;
            }

            if (pages.Labels.Find(part, out _) is LineLabel.Editor or LineLabel.Byline or LineLabel.Photo)
                continue;
            List<FoundDate> dates = DateScan.Find(part, pages.Calendars, language);
            if (dates.Count > 0)
            {
                if (dates[0].IsDay)
                    date ??= dates[0].Value;
                name ??= NameBefore(part[..dates[0].Range.Start], pages.Calendars);
                continue;
            }

            if (part.Any(char.IsLetter))
                name ??= part.TrimEnd('.', ' ');
        }

        return new SourceLine(name, address, date);
    }

    /// <summary>The words before a date, the day of the week left out; null where hardly anything is left.</summary>
    private static string? NameBefore(string words, Calendars calendars)
    {
        List<LineWord> all = LineWord.Of(words);
        if (all.Count > 0 && calendars.All.Weekday(all[^1].Text) > 0)
            words = words[..all[^1].Start];
        string name = words.Trim(' ', ',', '-', '(', '\u2013', '\u2014');
        return name.Length > 1 ? name : null;
    }

    private static bool IsSentence(string text) => Sentences.EndsOne(text) && LineWord.Of(text, 12).Count > 8;
}
