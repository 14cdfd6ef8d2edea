using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>What a translation or a conversion left in the text. It is told, never mended.</summary>
internal static class TranslationArtefacts
{
    /// <summary>Adds a diagnostic for each artefact of the body and the title.</summary>
    public static void Find(Document document, KnowledgeBase knowledge, List<Diagnostic> problems)
    {
        bool isEnglish = document.Language == "en";
        ArtefactScan[] scans = [.. document.Body.Select(block => new ArtefactScan(document.Text, block.Range, knowledge.Pages, problems))];
        foreach (ArtefactScan scan in scans)
        {
            scan.FindBrackets(document.Language);
            scan.FindForeignLetters();
            scan.FindConversions();
            if (!isEnglish)
                continue;
            scan.FindPhrases();
            scan.FindDoubled();
            scan.FindQuotationMarks();
            scan.FindNumbers();
        }

        if (!isEnglish)
            return;
        NameSpellings.Find(document.Text, scans, problems);
        HalfNames.Find(document, scans, knowledge.Entities, problems);
        Headlines.Find(document, scans, problems);
    }
}
