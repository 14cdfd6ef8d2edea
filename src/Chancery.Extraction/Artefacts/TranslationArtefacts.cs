using Chancery.Knowledge;
using Chancery.Model;
using Block = Chancery.Model.Block;

namespace Chancery.Extraction;

/// <summary>What a translation or a conversion left in the text. It is told, never mended.</summary>
internal static class TranslationArtefacts
{
    /// <summary>Adds a diagnostic for each artefact of the body and the title.</summary>
    public static void Find(Document document, KnowledgeBase knowledge, List<Diagnostic> problems)
    {
        bool isEnglish = document.Language == "en";
        ArtefactScan[] scans = [.. document.Body.Where(block => block.Language is null).Select(block => new ArtefactScan(document.Text, block, knowledge.Pages, problems))];
        foreach (Block block in document.Body.Where(block => block.Language is not null))
            problems.Add(new Diagnostic(DiagnosticId.UntranslatedWords, Severity.Note, block.Range, $"A paragraph is in '{block.Language}', the report in '{document.Language}'; it was kept and not coded."));
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
        HalfNames.Find(document, scans, knowledge.Entities, knowledge.Pages.Artefacts, problems);
        Headlines.Find(document, scans, problems);
    }
}
