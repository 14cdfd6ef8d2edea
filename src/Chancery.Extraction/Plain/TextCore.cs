namespace Chancery.Extraction;

/// <summary>
/// The stretch of lines that is the report: where running text stands closest, and from there on what goes on in the same words.
/// Lists of links, and the first sentences of other reports below them, lie outside.
/// </summary>
internal static class TextCore
{
    private const int LongestCounted = 60;
    private const double ScrapInside = 8;
    private const double ScrapBeside = 2;
    private const double JunkInside = 4;
    private const double JunkBeside = 1;
    private const double EnoughOfMost = 0.5;
    private const double Strangeness = 0.3;

    /// <summary>Running text of which this share of words is known goes on with the report, where the report is long enough to know many.</summary>
    private const double Related = 0.34;

    private const int FewWords = 80;
    private const int ManyWords = 230;

    /// <summary>The first line of the report and the one behind its last.</summary>
    /// <param name="lines">The text.</param>
    /// <param name="reasons">Why a line by itself is no part of it.</param>
    public static (int First, int End) Find(List<TextLine> lines, string?[] reasons)
    {
        (int first, int end) = Densest(lines, reasons);
        if (first >= end)
            return (0, lines.Count);
        var words = new WordStems();
        for (int i = first; i < end; i++)
        {
            if (reasons[i] is null)
                words.Add(lines[i]);
        }

        return (Grow(lines, reasons, words, first, -1), Grow(lines, reasons, words, end - 1, 1) + 1);
    }

    /// <summary>The lines whose values have the greatest sum, or the first that have half of it: what readers write below a report may be longer than it.</summary>
    private static (int First, int End) Densest(List<TextLine> lines, string?[] reasons)
    {
        var stretches = new List<(int First, int End, double Sum)>();
        (int First, int End, double Sum) best = default;
        double sum = 0;
        int start = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            sum += Value(lines[i], reasons[i], JunkInside, ScrapInside);
            if (sum > best.Sum)
                best = (start, i + 1, sum);
            if (sum > 0)
                continue;
            stretches.Add(best);
            best = default;
            sum = 0;
            start = i + 1;
        }

        stretches.Add(best);
        double most = stretches.Max(stretch => stretch.Sum);
        (int first, int end, _) = stretches.Find(stretch => stretch.Sum >= most * EnoughOfMost);
        return (first, end);
    }

    /// <summary>The line furthest from the core up to which more is gained than lost.</summary>
    private static int Grow(List<TextLine> lines, string?[] reasons, WordStems words, int from, int step)
    {
        double related = Related * Math.Clamp((double)(words.Count - FewWords) / (ManyWords - FewWords), 0, 1);
        int best = from;
        double most = 0;
        double sum = 0;
        for (int i = from + step; i >= 0 && i < lines.Count; i += step)
        {
            double value = Value(lines[i], reasons[i], JunkBeside, ScrapBeside);
            bool isStrange = value > 0 && words.ShareOf(lines[i]) < related;
            sum += isStrange ? -value * Strangeness : value;
            if (sum <= most)
                continue;
            most = sum;
            best = i;
        }

        return best;
    }

    private static double Value(TextLine line, string? reason, double junk, double scrap)
    {
        if (reason is not null)
            return reason is "caption" or "credit" or "advertisement" or "ornament" or "date line" or "byline" or "source line" or "other script" ? -1 : -junk;
        if (line.IsProse)
            return Math.Min(line.Words.Count, LongestCounted);
        if (line.EndsSentence && line.Words.Count >= 4)
            return line.Words.Count * 0.5;
        return line.Text.StartsWith('-') || line.Text.StartsWith('\u2022') || line.Words.Count > 20 ? 0 : -scrap;
    }
}
