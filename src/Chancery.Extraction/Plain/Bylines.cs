using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>Lines that name who wrote the report.</summary>
internal static class Bylines
{
    private const int MostWords = 10;

    /// <summary>"By" or its like before names alone: <c>By Ana Pérez and John Roe</c>, <c>Autor: Jan Novák</c>.</summary>
    public static bool Is(TextLine line, LineLabels labels)
    {
        if (line.Words.Count is < 2 or > MostWords || line.EndsSentence)
            return false;
        if (labels.Find(line.Text, out _) is LineLabel.Byline or LineLabel.Editor)
            return true;
        LineWord first = line.Words[0];
        if (labels.Lookup(line.Text.AsSpan(first.Start, first.End - first.Start)) != LineLabel.Byline)
            return false;
        int names = 0;
        for (int i = 1; i < line.Words.Count; i++)
        {
            char c = line.Text[line.Words[i].Start];
            if (char.IsUpper(c))
                names++;
            else if (line.Words[i].Text.Length > 3)
                return false;
        }

        return names >= 2;
    }
}
