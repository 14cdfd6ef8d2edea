using System.Text.RegularExpressions;
using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>Lines that were rows of boxes on their page: menus, and a day beside an outlet and a writer.</summary>
internal static partial class LineParts
{
    private const int FewestItems = 3;
    private const int LongestItem = 4;
    private const int MostItems = 40;
    private const string Bars = "|\uFF5C\u00A6\u00B7\u2022\u00BB\u203A>";

    /// <summary>Three or more items of a few words between bars, as <c>Home | World | Sport</c> and <c>News > Asia > Fiji</c>.</summary>
    /// <param name="line">As written.</param>
    /// <param name="bySpace">True where wide spaces part items too, as they also do in tables.</param>
    public static bool IsMenu(string line, bool bySpace) => IsRow(line, bySpace, false);

    /// <summary>A menu, or such a row with numbers in it: <c>Friday | Suva 31 C | EUR 2.41</c>.</summary>
    /// <param name="line">As written.</param>
    /// <param name="bySpace">True where wide spaces part items too.</param>
    /// <param name="numbers">Whether most items may hold numbers, as they do in tables.</param>
    public static bool IsRow(string line, bool bySpace, bool numbers)
    {
        if (line.Length > 400 || Sentences.EndsOne(line))
            return false;
        List<string> items = Of(line, bySpace);
        if (items.Count is < FewestItems or > MostItems)
            return false;
        int counted = 0;
        foreach (string item in items)
        {
            List<LineWord> words = LineWord.Of(item, LongestItem + 1);
            if (words.Count > LongestItem)
                return false;
            counted += words.Exists(word => word.IsNumber) ? 1 : 0;
        }

        return numbers || counted * 2 < items.Count;
    }

    /// <summary>A row of boxes one of which is a day: <c>2014-08-19 09:13   Example Agency   Editor: Bat</c>.</summary>
    public static bool IsDate(string line, Calendars calendars)
    {
        if (line.Length > 200 || Sentences.EndsOne(line))
            return false;
        List<string> items = Of(line, true);
        return items.Count >= 2 && items.TrueForAll(item => LineWord.Of(item, 8).Count <= 7) && items.Exists(item => LineSigns.IsDate(item, calendars));
    }

    /// <summary>The name of a film or a sound with its length: <c>Minister leaves the talks 01:35</c>.</summary>
    public static bool EndsWithLength(TextLine line) => line.Words.Count is >= 3 and <= 14 && Length().IsMatch(line.Text);

    // Minister leaves the talks 01:35
    [GeneratedRegex(@"^\p{L}.*\p{L}[^0-9:]* [0-9]{1,2}:[0-5][0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex Length();

    private static List<string> Of(string line, bool bySpace)
    {
        var items = new List<string>();
        int start = 0;
        for (int i = 0; i <= line.Length; i++)
        {
            bool wide = bySpace && i + 1 < line.Length && (line[i] == '\t' || line[i] == ' ' && line[i + 1] == ' ');
            if (i < line.Length && !wide && !Bars.Contains(line[i]))
                continue;
            string item = line[start..i].Trim();
            if (item.Length > 0)
                items.Add(item);
            start = i + 1;
        }

        return items;
    }
}
