using System.Collections.Immutable;
using System.Globalization;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>What people have said of records, newest first, each with what undoes it.</summary>
internal static class CorrectionsPage
{
    private const int MostShown = 300;

    private static readonly ImmutableArray<Field<Correction>> Fields =
    [
        new("number", row => row.Number.ToString(CultureInfo.InvariantCulture)),
        new("made", row => row.Made),
        new("kind", row => Words.Lower(row.Kind)),
        new("target", row => row.Target),
        new("field", row => row.Field ?? ""),
        new("value", row => row.Value ?? ""),
        new("note", row => row.Note ?? ""),
        new("by", row => row.By ?? ""),
    ];

    public static View Show(Visit visit)
    {
        ImmutableArray<Correction> all = [.. visit.Store.CorrectionsOf(null).OrderByDescending(row => row.Number)];
        return new View
        {
            Title = "Corrections",
            Section = "corrections",
            IsWide = true,
            Body = page => Write(page, visit, all),
            Sheet = new Sheet<Correction>(all, all, Fields, row => JsonText.Of(row, Fields)),
        };
    }

    private static void Write(Markup page, Visit visit, ImmutableArray<Correction> all)
    {
        page.Write($"<h1>Corrections</h1>\n<p>What people have said of records. The reading itself stays as it was made; each correction can be undone.</p>\n");
        if (all.IsEmpty)
        {
            page.Write($"<p class=\"note\">Nobody has corrected anything. Every record has a page on which it can be confirmed, rejected or edited.</p>\n");
            return;
        }

        page.Write($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Corrections\">\n<table class=\"stack\"><caption class=\"unseen\">Corrections, the newest first</caption><thead><tr><th scope=\"col\" class=\"n\">No.</th><th scope=\"col\">Made</th><th scope=\"col\">What</th><th scope=\"col\">Of</th><th scope=\"col\">Why</th><th scope=\"col\">Who</th><th scope=\"col\">Undo</th></tr></thead>\n<tbody>\n");
        foreach (Correction row in all.Take(MostShown))
        {
            page.Write($"<tr><td class=\"n\">{row.Number}</td><td class=\"when\">{row.Made}</td><td>{CorrectionForms.Past(row.Kind)} <bdi>{Words.Short(CorrectionForms.What(row), 160)}</bdi></td><td><a href=\"{CorrectionForms.AddressOf(row)}\"><bdi>{Words.Short(row.Target, 60)}</bdi></a></td><td><bdi>{Words.Short(row.Note ?? "", 200)}</bdi></td><td><bdi>{row.By ?? "not said"}</bdi></td><td>");
            CorrectionForms.WriteUndo(page, visit, row.Number);
            page.Write($"</td></tr>\n");
        }

        page.Write($"</tbody></table></div>\n");
        if (all.Length > MostShown)
            page.Write($"<p>{Words.Count(all.Length - MostShown, "older correction")} in the <a href=\"/corrections.csv\">CSV</a>.</p>\n");
    }
}
