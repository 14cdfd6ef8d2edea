using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Leaves out what the headline tells in copy whose translation is marred: who does what to whom is just what such headlines turn round, so the body decides.</summary>
internal static class TranslatedHeadlines
{
    public static List<EventMention> Sift(List<EventMention> events, Document document, List<Diagnostic> problems)
    {
        if (document.TitleRange is not { } title || !problems.Exists(IsMarred))
            return events;
        int dropped = events.RemoveAll(item => title.Overlaps(item.Trigger));
        if (dropped > 0)
            problems.Add(new Diagnostic(DiagnosticId.HeadlineAtOdds, Severity.Note, title, "The translation of this copy is marred: its headline gives no record, the body decides."));
        return events;
    }

    private static bool IsMarred(Diagnostic problem) => problem.Id is
        DiagnosticId.HalfTranslatedName or DiagnosticId.HalfTranslatedCue or DiagnosticId.UntranslatedBracket or DiagnosticId.UntranslatedAcronym
        or DiagnosticId.WrongSense or DiagnosticId.MachineTranslated;
}
