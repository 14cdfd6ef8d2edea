using Chancery.Record;

namespace Chancery.Web;

/// <summary>What people have said of a record, and the forms to say more.</summary>
internal static class CorrectionForms
{
    /// <summary>Corrections that stand, with what undoes each.</summary>
    public static void WriteStanding(Markup page, Visit visit, string target)
    {
        foreach (Correction correction in visit.Store.CorrectionsOf(target))
        {
            page.Write($"<div class=\"standing c-{Words.Lower(correction.Kind)}\"><p><strong>{Past(correction.Kind)}</strong>");
            if (correction.Field is { } field)
                page.Write($": {field} is <bdi>{correction.Value}</bdi>");
            page.Write($" on {correction.Made}");
            if (correction.Note is { } note)
                page.Write($": <bdi>{note}</bdi>");
            page.Write($"</p>");
            WriteUndo(page, visit, correction.Number);
            page.Write($"</div>\n");
        }
    }

    public static void Write(Markup page, Visit visit, string target)
    {
        page.Write($"""
            <section class="correct"><h2>Is this right?</h2>
            <form action="/corrections" method="post">
            <input type="hidden" name="{FormTokens.Field}" value="{visit.FormToken}"><input type="hidden" name="target" value="{target}">
            <p class="field grow"><label for="note">Why</label><input id="note" name="note" maxlength="500"></p>
            <p class="field"><label for="by">Your name</label><input id="by" name="by" maxlength="80" autocomplete="name"></p>
            <p class="field"><button name="kind" value="confirm">Confirm</button> <button name="kind" value="reject">Reject</button></p>
            </form></section>

            """);
    }

    public static void WriteUndo(Markup page, Visit visit, long number) =>
        page.Write($"<form action=\"/corrections/undo\" method=\"post\"><input type=\"hidden\" name=\"{FormTokens.Field}\" value=\"{visit.FormToken}\"><input type=\"hidden\" name=\"number\" value=\"{number}\"><button>Undo<span class=\"unseen\"> correction {number}</span></button></form>");

    /// <summary>The page of what is corrected.</summary>
    public static string AddressOf(Correction correction) => Links.Record(correction.Target);

    public static string Past(CorrectionKind kind) => kind switch
    {
        CorrectionKind.Confirm => "Confirmed",
        CorrectionKind.Reject => "Rejected",
        _ => "Edited",
    };
}
