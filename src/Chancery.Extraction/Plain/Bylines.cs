using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>Lines that name who wrote the report.</summary>
internal static class Bylines
{
    private const int MostWords = 10;
    private const string Parting = "\u2014\u2013-|\u00B7\u2022";

    /// <summary>"By" or its like before names alone: <c>By Ana Pérez and John Roe</c>, <c>Autor: Jan Novák</c>, also beside a day or the time that reading takes.</summary>
    public static bool Is(TextLine line, PageKnowledge pages)
    {
        if (line.Words.Count is < 2 or > MostWords + MostWords || line.EndsSentence)
            return false;
        for (int i = 1; i + 1 < line.Text.Length; i++)
        {
            if (!Parting.Contains(line.Text[i]) || line.Text[i - 1] != ' ' || line.Text[i + 1] != ' ')
                continue;
            string beside = line.Text[(i + 2)..].Trim();
            return (pages.Phrases.Find(beside)?.Reason == "date line" || LineSigns.IsDate(beside, pages.Calendars))
                && IsNames(new TextLine(line.Range, line.Text[..i].TrimEnd(), line.AfterBlank), pages.Labels);
        }

        return IsNames(line, pages.Labels);
    }

    private static bool IsNames(TextLine line, LineLabels labels)
    {
        if (line.Words.Count is < 2 or > MostWords)
            return false;
        if (labels.Find(line.Text, out _) is LineLabel.Byline or LineLabel.Editor)
            return true;
        LineWord first = line.Words[0];
        if (labels.Lookup(line.Text.AsSpan(first.Start, first.End - first.Start)) != LineLabel.Byline)
            return false;
        int names = 0;
        for (int i = 1; i < line.Words.Count; i++)
        {
            int start = line.Words[i].Start;
            if (char.IsUpper(line.Text[start]))
                names++;
            else if (line.Text[start - 1] is not ('-' or '\'' or '\u2019') && line.Words[i].Text.Length > 3)
                return false;
        }

        return names >= 2;
    }
}
