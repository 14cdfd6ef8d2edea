namespace Chancery.Syntax;

/// <summary>How a lemma is made from a form: characters cut from the end, characters added, and the case.</summary>
/// <param name="Cut">Characters taken from the end; <see cref="TakeOut"/> when those of <paramref name="Added"/> are taken out wherever they stand, as the commas of 12,500.</param>
/// <param name="Added">Characters set there.</param>
/// <param name="KeepsCase">Whether the form's capitals stay; else it is lowered first.</param>
/// <param name="Whole">Whether <paramref name="Added"/> is the lemma itself, whatever the form.</param>
internal readonly record struct LemmaRule(int Cut, string Added, bool KeepsCase, bool Whole)
{
    public const int TakeOut = -1;

    /// <summary>The shortest rule that makes the lemma of the form.</summary>
    public static LemmaRule Of(string form, string lemma)
    {
        if (form.Contains(',') && char.IsDigit(form[0]) && form.Replace(",", "", StringComparison.Ordinal) == lemma)
            return new LemmaRule(TakeOut, ",", true, false);
        string lower = form.ToLowerInvariant();
        bool keepsCase = form != lower && CommonPrefix(form, lemma) >= CommonPrefix(lower, lemma);
        string source = keepsCase ? form : lower;
        int common = CommonPrefix(source, lemma);
        if (common == 0)
            return new LemmaRule(0, lemma, false, true);
        return new LemmaRule(source.Length - common, lemma[common..], keepsCase, false);
    }

    /// <summary>The lemma of a form, from the pool.</summary>
    public string Apply(ReadOnlySpan<char> form, StringPool pool)
    {
        if (Whole)
            return Added;
        int room = form.Length + Added.Length;
        Span<char> lemma = room <= 512 ? stackalloc char[room] : new char[room];
        return pool[lemma[..Apply(form, lemma)]];
    }

    /// <summary>Writes the lemma of a form; returns its length, 0 when there is no room for it.</summary>
    public int Apply(ReadOnlySpan<char> form, Span<char> lemma)
    {
        if (Cut == TakeOut)
            return Without(form, Added, lemma);
        int kept = Whole ? 0 : Cut > form.Length ? form.Length : form.Length - Cut;
        string added = Cut > form.Length ? "" : Added;
        if (kept + added.Length > lemma.Length)
            return 0;
        for (int i = 0; i < kept; i++)
            lemma[i] = KeepsCase ? form[i] : char.ToLowerInvariant(form[i]);
        added.CopyTo(lemma[kept..]);
        return kept + added.Length;
    }

    private static int Without(ReadOnlySpan<char> form, string dropped, Span<char> lemma)
    {
        int length = 0;
        foreach (char c in form)
        {
            if (dropped.Contains(c))
                continue;
            if (length == lemma.Length)
                return 0;
            lemma[length++] = c;
        }

        return length;
    }

    private static int CommonPrefix(string left, string right) => left.AsSpan().CommonPrefixLength(right);
}
