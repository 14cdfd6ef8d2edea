using Chancery.Knowledge;
using Chancery.Model;
using Block = Chancery.Model.Block;

namespace Chancery.Extraction;

/// <summary>A headline whose names the body does not have.</summary>
internal static class Headlines
{
    private const int FewestBodyWords = 60;

    public static void Find(Document document, List<Diagnostic> problems)
    {
        if (document.Title is not { } title || document.TitleRange is not { } range)
            return;
        var body = new HashSet<string>(StringComparer.Ordinal);
        int count = 0;
        foreach (Block block in document.Body.Where(block => block.Kind == BlockKind.Paragraph))
        {
            foreach (LineWord word in LineWord.Of(block.Range.In(document.Text), 3000))
            {
                count++;
                body.Add(Stem(word.Text));
            }
        }

        List<LineWord> words = LineWord.Of(title, 40);
        bool isTitleCase = words.Count(word => char.IsUpper(title[word.Start])) > words.Count * 0.7;
        if (count < FewestBodyWords)
            return;
        List<LineWord> names = [.. words.Where((word, i) => word.Text.Length > 3 && (isTitleCase || i > 0 && char.IsUpper(title[word.Start])))];
        if (names.Count >= 2 && names.All(word => !body.Contains(Stem(word.Text))))
            problems.Add(new Diagnostic(DiagnosticId.HeadlineAtOdds, Severity.Warning, range, "Nothing that the headline names stands in the body."));
    }

    private static string Stem(string word) => word.Length > 5 ? word[..5] : word;
}
