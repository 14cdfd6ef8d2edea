namespace Chancery.Syntax;

/// <summary>How a lemma is made from a form: characters cut from the end, characters added, and the case.</summary>
/// <param name="Cut">Characters taken from the end.</param>
/// <param name="Added">Characters set there.</param>
/// <param name="KeepsCase">Whether the form's capitals stay; else it is lowered first.</param>
/// <param name="Whole">Whether <paramref name="Added"/> is the lemma itself, whatever the form.</param>
internal readonly record struct LemmaRule(int Cut, string Added, bool KeepsCase, bool Whole)
{
    /// <summary>The shortest rule that makes the lemma of the form.</summary>
    public static LemmaRule Of(string form, string lemma)
    {
        string lower = form.ToLowerInvariant();
        bool keepsCase = form != lower && CommonPrefix(form, lemma) >= CommonPrefix(lower, lemma);
        string source = keepsCase ? form : lower;
        int common = CommonPrefix(source, lemma);
        if (common == 0)
            return new LemmaRule(0, lemma, false, true);
        return new LemmaRule(source.Length - common, lemma[common..], keepsCase, false);
    }

    public string Apply(ReadOnlySpan<char> form)
    {
        if (Whole)
            return Added;
        if (Cut > form.Length)
            return form.ToString().ToLowerInvariant();
        ReadOnlySpan<char> stem = form[..^Cut];
        if (KeepsCase)
            return string.Concat(stem, Added);
        Span<char> lower = stem.Length <= 128 ? stackalloc char[stem.Length] : new char[stem.Length];
        for (int i = 0; i < stem.Length; i++)
            lower[i] = char.ToLowerInvariant(stem[i]);
        return string.Concat(lower, Added);
    }

    private static int CommonPrefix(string left, string right) => left.AsSpan().CommonPrefixLength(right);
}
