namespace Chancery.Knowledge;

public sealed partial class Language
{
    /// <summary>How the language tells time, from <c>months.tsv</c>, <c>date-words.tsv</c> and <c>dates.rules</c>; empty when it has none of them.</summary>
    public DateGrammar Dates { get; }
}
