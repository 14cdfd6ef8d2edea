namespace Chancery.Syntax;

/// <summary>The commonest forms of a language as they are mostly written, whose way through the first layer is known before any text is read.</summary>
internal sealed class FrequentWords
{
    private const int LowerForms = 1200;
    private const int CapitalizedForms = 250;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <param name="vocabulary">Forms in lower case, the commonest first.</param>
    public FrequentWords(IReadOnlyList<string> vocabulary)
    {
        for (int i = 0; i < vocabulary.Count && i < LowerForms; i++)
        {
            string form = vocabulary[i];
            if (form.Contains('0'))
                continue; // stands for every number of so many digits
            places.TryAdd(form, places.Count);
            if (i < CapitalizedForms && char.IsLower(form[0]))
                places.TryAdd(char.ToUpperInvariant(form[0]) + form[1..], places.Count);
        }

        lookup = places.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IEnumerable<string> Forms => places.OrderBy(place => place.Value).Select(place => place.Key);

    /// <summary>The number of a form; -1 for one that is not among them, or not as it is written in running text.</summary>
    public int PlaceOf(ReadOnlySpan<char> form, CaseMode mode) =>
        mode == CaseMode.Running && lookup.TryGetValue(form, out int place) ? place : -1;
}
