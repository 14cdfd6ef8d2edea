using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>A headline whose names the body does not have.</summary>
internal static class Headlines
{
    private const int FewestBodyWords = 60;
    private const int FewestNames = 2;

    public static void Find(Document document, IReadOnlyList<ArtefactScan> scans, List<Diagnostic> problems)
    {
        if (document.Title is not { } title || document.TitleRange is not { } range)
            return;
        List<LineWord> words = LineWord.Of(title, 40);
        bool isTitleCase = words.Count(word => char.IsUpper(title[word.Start])) > words.Count * 0.7;
        HashSet<string> names = [.. words.Where((word, i) => word.Text.Length > 3 && (isTitleCase || i > 0 && char.IsUpper(title[word.Start]))).Select(word => Stem(word.Text).ToString())];
        if (names.Count < FewestNames)
            return;
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        int count = 0;
        foreach (ArtefactScan scan in scans.Where(scan => scan.Kind == BlockKind.Paragraph))
        {
            count += scan.Words.Count;
            foreach (LineWord word in scan.Words)
            {
                if (lookup.Contains(Stem(word.Text)))
                    return;
            }
        }

        if (count >= FewestBodyWords)
            problems.Add(new Diagnostic(DiagnosticId.HeadlineAtOdds, Severity.Warning, range, "Nothing that the headline names stands in the body."));
    }

    private static ReadOnlySpan<char> Stem(string word) => word.AsSpan(0, Math.Min(word.Length, 5));
}
