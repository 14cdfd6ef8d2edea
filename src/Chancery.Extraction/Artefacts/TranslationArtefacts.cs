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
        var names = new NameSpellings();
        foreach (Block block in document.Body)
        {
            var scan = new ArtefactScan(document.Text, block.Range, knowledge.Pages, problems);
            scan.FindBrackets(document.Language);
            scan.FindForeignLetters();
            scan.FindConversions();
            if (!isEnglish)
                continue;
            scan.FindPhrases();
            scan.FindDoubled();
            scan.FindQuotationMarks();
            scan.FindNumbers();
            names.Add(document.Text, block.Range, scan.Words);
        }

        if (!isEnglish)
            return;
        names.Report(problems);
        HalfNames.Find(document, knowledge.Entities, problems);
        Headlines.Find(document, problems);
    }
}
