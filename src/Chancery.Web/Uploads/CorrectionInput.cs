using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>Makes a correction of what a form or a program sent.</summary>
internal static class CorrectionInput
{
    /// <param name="store">Open for writing.</param>
    /// <param name="ontology">What modes, contexts and codes there are.</param>
    /// <param name="now">When it is made.</param>
    /// <param name="field">Gives what was sent under a name, or null.</param>
    /// <exception cref="DeskException">It cannot be made as it was sent.</exception>
    public static Correction Make(RecordStore store, Ontology ontology, string now, Func<string, string?> field)
    {
        string target = field("target") ?? "";
        if (!Enum.TryParse(field("kind"), true, out CorrectionKind kind) || !Enum.IsDefined(kind))
            throw DeskException.Bad("A correction has no kind that is known.", "kind is confirm, reject, edit, merge or split.");
        bool isOfRecord = kind is CorrectionKind.Confirm or CorrectionKind.Reject or CorrectionKind.Edit;
        if (isOfRecord && !store.FindRecords(target).Any(record => record.Kind != RecordKind.Report && record.Id == target))
            throw DeskException.Unknown($"There is no event or quotation '{Words.Short(target, 120)}' to correct.", "target is the whole id of a record; its report may have been forgotten meanwhile.");
        try
        {
            store.Correct(new Correction(
                0, kind, target,
                kind is CorrectionKind.Edit or CorrectionKind.Split ? field("field") : null,
                kind is CorrectionKind.Confirm or CorrectionKind.Reject ? null : field("value"),
                field("note"), now) { By = field("by") }, new SchemeWords(ontology.ModesOf, ontology.Contexts, ontology.IsCameo));
        }
        catch (CorrectionException error)
        {
            throw DeskException.Bad($"This correction cannot be made: {error.Message}.", "The page says beside each field what it takes; programs find the fields at /api.");
        }

        return store.CorrectionsOf(target)[^1];
    }
}
