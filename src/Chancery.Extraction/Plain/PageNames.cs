using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>The name of a paper whose page tells it by itself: in the line with the day above the report, or in its head and again in its foot.</summary>
internal static class PageNames
{
    private const int MostWords = 6;
    private const int FewestWords = 2;
    private const int ShortWord = 3;
    private static readonly string[] Joints = [" - ", " \u2013 ", " \u2014 ", "|", "\u2022", "\u00B7"];

    /// <summary>"The Herald — Suva — Thursday, 18 December 2014"; "Fiji al Alba - English edition" above and "Fiji al Alba Ltd - Suva" below; null for none.</summary>
    public static string? Find(JudgedText judged, PageKnowledge pages, Outlets outlets, string language)
    {
        int first = judged.Reasons.AsSpan().IndexOf((string?)null);
        int last = judged.Lines.Count - 1;
        while (last >= 0 && judged.Reasons[last] is not null)
            last--;
        for (int i = 0; i < first; i++)
        {
            string line = judged.Lines[i].Text;

            // The first line of all, right above a menu.
            if (i == 0 && judged.Reasons[0] == "navigation" && judged.Reasons[1] == "navigation" && IsName(line) && LineParts.IsMenu(judged.Lines[1].Text, true))
                return Publishers.Known(line, outlets);
            if (judged.Reasons[i] is not ("navigation" or "page furniture" or "date line") || NameAt(line, judged.Reasons[i] == "date line") is not { } name || outlets.Find(line) is not null)
                continue;
            if (HoldsDay(line[name.Length..], pages, language) || IsRepeated(judged, last + 1, name))
                return Publishers.Known(name, outlets);
        }

        return null;
    }

    // What stands before the first joint, in words that begin with capitals; in a line with the day before its comma.
    private static string? NameAt(string line, bool isDated)
    {
        int end = -1;
        foreach (string joint in Joints)
        {
            int at = line.IndexOf(joint, StringComparison.Ordinal);
            if (at > 0 && (end < 0 || at < end))
                end = at;
        }

        if (end < 0 && isDated)
            end = line.IndexOf(',', StringComparison.Ordinal);
        if (end < 0)
            return null;
        string name = line[..end].Trim();
        return IsName(name) ? name : null;
    }

    private static bool IsName(string name)
    {
        List<LineWord> words = LineWord.Of(name, MostWords + 1);
        // "Date: Tue, 17 Aug": a field of a letter.
        if (words.Count is < FewestWords or > MostWords || !char.IsUpper(name[0]) || name.Contains(':', StringComparison.Ordinal))
            return false;
        foreach (LineWord word in words)
        {
            if (word.IsNumber || (word.Text.Length > ShortWord && !char.IsUpper(name[word.Start])))
                return false;
        }

        return true;
    }

    private static bool HoldsDay(string rest, PageKnowledge pages, string language) =>
        DateScan.Find(rest, pages.Calendars, language).Exists(date => date is { IsDay: true, HasYear: true });

    // A line below that begins with the name, alone or with what follows the name of a firm.
    private static bool IsRepeated(JudgedText judged, int from, string name)
    {
        for (int i = Math.Max(from, 0); i < judged.Lines.Count; i++)
        {
            string line = judged.Lines[i].Text.TrimStart('\u00A9', ' ', '(', 'c', 'C', ')');
            if (judged.Lines[i].Text.Length > name.Length && (line.StartsWith(name, StringComparison.Ordinal) || judged.Lines[i].Text.StartsWith(name, StringComparison.Ordinal)))
                return true;
        }

        return false;
    }
}
