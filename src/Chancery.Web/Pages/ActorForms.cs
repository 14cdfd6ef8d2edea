using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>What people have said of who is meant by a name, and the forms to say more.</summary>
internal static class ActorForms
{
    /// <summary>Merges and splits that speak of a name, whichever side of them it is.</summary>
    public static ImmutableArray<Correction> Of(Visit visit, string name) =>
        [.. visit.Store.CorrectionsOf(null).Where(correction => correction.Kind is CorrectionKind.Merge or CorrectionKind.Split && (correction.Target == name || correction.Value == name))];

    public static void WriteStanding(Markup page, Visit visit, string name)
    {
        foreach (Correction correction in Of(visit, name))
            CorrectionForms.WriteOne(page, visit, correction);
    }

    public static void Write(Markup page, Visit visit, NameRow actor)
    {
        page.Write($"<section class=\"correct\"><h2>Who is meant?</h2>\n<details class=\"edit\"><summary>The same as another name of the record</summary>\n<form action=\"/corrections\" method=\"post\">\n");
        CorrectionForms.WriteHidden(page, visit, actor.Name);
        page.Write($"<p class=\"field grow\"><label for=\"merge-value\">The name that is to stay</label><input id=\"merge-value\" name=\"value\" maxlength=\"200\" required></p>\n");
        CorrectionForms.WriteWhy(page, "merge");
        page.Write($"<p class=\"field\"><button name=\"kind\" value=\"merge\">Merge</button></p>\n</form></details>\n<details class=\"edit\"><summary>Another one in a certain report</summary>\n<form action=\"/corrections\" method=\"post\">\n");
        CorrectionForms.WriteHidden(page, visit, actor.Name);
        page.Write($"<p class=\"field grow\"><label for=\"split-field\">Id of the report</label><input id=\"split-field\" name=\"field\" maxlength=\"200\" required></p>\n<p class=\"field grow\"><label for=\"split-value\">What that one is to be called</label><input id=\"split-value\" name=\"value\" maxlength=\"200\" required></p>\n");
        CorrectionForms.WriteWhy(page, "split");
        page.Write($"<p class=\"field\"><button name=\"kind\" value=\"split\">Split</button></p>\n</form></details>\n</section>\n");
    }
}
