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
        return rest.Length > 0 && (LineSigns.IsAddress(rest) || rest.Split(Bars)[0].Trim().Length <= LongestName && LineWord.Of(rest, 30).Count <= 24 && !IsSentence(rest));
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
                string before = part[..dates[0].Range.Start].Trim(' ', ',', '-', '(', '\u2013', '\u2014');
                if (before.Length > 1 && name is null && LineWord.Of(before) is { Count: > 0 } words && pages.Calendars.All.Weekday(words[^1].Text) == 0)
                    name = before;
                continue;
            }

            name ??= part.TrimEnd('.', ' ');
        }

        return new SourceLine(name, address, date);
    }

    private static bool IsSentence(string text) => Sentences.EndsOne(text) && LineWord.Of(text, 12).Count > 8;
}
