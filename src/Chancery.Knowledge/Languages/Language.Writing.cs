using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Chancery.Knowledge;

public sealed partial class Language
{
    private WritingRules? writing;

    /// <summary>Abbreviations, contractions, prefixes and words that open sentences; empty for a language without such files.</summary>
    public WritingRules Writing => writing ??= new WritingRules(
        Rows("abbreviations.tsv", "form", "kind"),
        Rows("contractions.tsv", "form", "kind", "parts"),
        Rows("prefixes.tsv", "prefix"),
        Rows("sentence-starters.tsv", "word", "kind"),
        Rows("irregular-forms.tsv", "form", "pos", "lemma"),
        new Lazy<FrozenSet<string>>(ReadCommonWords));

    private ImmutableArray<TableRow> Rows(string name, params ReadOnlySpan<string> columns) =>
        FileOf(name) is { } found ? TableFile.Parse(found.File, found.Text, columns) : [];
}
