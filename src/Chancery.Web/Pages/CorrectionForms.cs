using Chancery.Record;

namespace Chancery.Web;

/// <summary>What people have said of a record, and the forms to say more.</summary>
internal static class CorrectionForms
{
    /// <summary>Corrections that stand, with what undoes each.</summary>
    public static void WriteStanding(Markup page, Visit visit, string target)
    {
        foreach (Correction correction in visit.Store.CorrectionsOf(target))
            WriteOne(page, visit, correction);
        foreach ((string name, string value) in Originals(visit, target))
            page.Write($"<p class=\"faint\">The reading has {name}: <bdi>{(value.Length == 0 ? "nothing" : Words.Short(value, 120))}</bdi></p>\n");
    }

    /// <summary>What the reading says where a person has said otherwise, a line for each thing that can be set; the columns that follow from it are left out.</summary>
    private static IEnumerable<(string Name, string Value)> Originals(Visit visit, string target)
    {
        Dictionary<string, string> said = visit.Store.OriginalsOf(target).DistinctBy(original => original.Name).ToDictionary(original => original.Name, original => original.Value, StringComparer.Ordinal);
        if (said.TryGetValue("date_precision", out string? precision))
        {
            (string first, string last) = (said.GetValueOrDefault("date_start", ""), said.GetValueOrDefault("date_end", ""));
            string words = said.GetValueOrDefault("date_expression", "");
            yield return ("date", precision == "unknown" ? "" : $"{(first == last ? first : $"{first} .. {last}")}{(words.Length > 0 ? $" (“{words}”)" : "")}");
        }

        foreach ((string name, string value) in said)
        {
            if (!name.StartsWith("date_", StringComparison.Ordinal) && name is not ("day" or "quad" or "place_start" or "place_end"))
                yield return (name == "place_country" ? "country of the place" : name == "place_name" ? "place" : name, value);
        }
    }

    public static void WriteOne(Markup page, Visit visit, Correction correction)
    {
        page.Write($"<div class=\"standing c-{Words.Lower(correction.Kind)}\"><p><strong>{Past(correction.Kind)}</strong> <bdi>{What(correction)}</bdi> on {correction.Made}");
        if (correction.By is { } by)
            page.Write($" by <bdi>{by}</bdi>");
        if (correction.Note is { } note)
            page.Write($": <bdi>{note}</bdi>");
        page.Write($"</p>");
        WriteUndo(page, visit, correction.Number);
        page.Write($"</div>\n");
    }

    /// <param name="page">Where to write.</param>
    /// <param name="visit">Who looks.</param>
    /// <param name="target">The id of the record.</param>
    /// <param name="canEdit">Whether it has fields that can be set right.</param>
    public static void Write(Markup page, Visit visit, string target, bool canEdit)
    {
        page.Write($"<section class=\"correct\"><h2>Is this right?</h2>\n<form action=\"/corrections\" method=\"post\">\n");
        WriteHidden(page, visit, target);
        WriteWhy(page, "judge");
        page.Write($"<p class=\"field\"><span class=\"buttons\"><button name=\"kind\" value=\"confirm\">Confirm</button> <button name=\"kind\" value=\"reject\">Reject</button></span></p>\n</form>\n");
        if (canEdit)
            WriteEdit(page, visit, target);
        page.Write($"</section>\n");
    }

    /// <summary>What every form of a correction sends.</summary>
    public static void WriteHidden(Markup page, Visit visit, string target) =>
        page.Write($"<input type=\"hidden\" name=\"{FormTokens.Field}\" value=\"{visit.FormToken}\"><input type=\"hidden\" name=\"target\" value=\"{target}\">\n");

    public static void WriteWhy(Markup page, string form) =>
        page.Write($"<p class=\"field grow\"><label for=\"{form}-note\">Why</label><input id=\"{form}-note\" name=\"note\" maxlength=\"500\"></p>\n<p class=\"field\"><label for=\"{form}-by\">Your name</label><input id=\"{form}-by\" name=\"by\" maxlength=\"80\" autocomplete=\"name\"></p>\n");

    private static void WriteEdit(Markup page, Visit visit, string target)
    {
        page.Write($"<details class=\"edit\"><summary>Set a field right</summary>\n<form action=\"/corrections\" method=\"post\">\n");
        WriteHidden(page, visit, target);
        page.Write($"<p class=\"field\"><label for=\"edit-field\">Field</label><select id=\"edit-field\" name=\"field\">");
        foreach ((string name, _) in EventFields.All)
            page.Write($"<option>{name}</option>");
        page.Write($"</select></p>\n<p class=\"field grow\"><label for=\"edit-value\">What it ought to be</label><input id=\"edit-value\" name=\"value\" maxlength=\"300\" required></p>\n");
        WriteWhy(page, "edit");
        page.Write($"<p class=\"field\"><button name=\"kind\" value=\"edit\">Set</button></p>\n</form>\n<dl class=\"keys\">\n");
        foreach ((string name, string meaning) in EventFields.All)
            page.Write($"<div><dt>{name}</dt><dd>{meaning}</dd></div>\n");
        page.Write($"</dl></details>\n");
    }

    public static void WriteUndo(Markup page, Visit visit, long number) =>
        page.Write($"<form action=\"/corrections/undo\" method=\"post\"><input type=\"hidden\" name=\"{FormTokens.Field}\" value=\"{visit.FormToken}\"><input type=\"hidden\" name=\"number\" value=\"{number}\"><button>Undo<span class=\"unseen\"> correction {number}</span></button></form>");

    /// <summary>The page of what is corrected.</summary>
    public static string AddressOf(Correction correction) => correction.Kind switch
    {
        CorrectionKind.Merge => Links.Actor(correction.Value ?? correction.Target),
        CorrectionKind.Split => Links.Actor(correction.Target),
        _ => Links.Record(correction.Target),
    };

    /// <summary>What is said beside the kind of the correction.</summary>
    public static string What(Correction correction) => correction.Kind switch
    {
        CorrectionKind.Edit => $"{correction.Field} is {correction.Value}",
        CorrectionKind.Merge => $"{correction.Target} is {correction.Value}",
        CorrectionKind.Split => $"{correction.Target} is {correction.Value} in report {correction.Field}",
        _ => "",
    };

    public static string Past(CorrectionKind kind) => kind switch
    {
        CorrectionKind.Confirm => "Confirmed",
        CorrectionKind.Reject => "Rejected",
        CorrectionKind.Edit => "Edited",
        CorrectionKind.Merge => "Merged",
        _ => "Split",
    };
}
