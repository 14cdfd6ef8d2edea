namespace Chancery.Syntax;

/// <summary>Strings that were made before, so that a lemma met again costs no memory. Not shared between threads.</summary>
internal sealed class StringPool
{
    private const int Capacity = 1 << 15;
    private readonly HashSet<string> strings = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public StringPool() => lookup = strings.GetAlternateLookup<ReadOnlySpan<char>>();

    public string this[ReadOnlySpan<char> characters]
    {
        get
        {
            if (lookup.TryGetValue(characters, out string? known))
                return known;
            if (strings.Count >= Capacity)
                strings.Clear();
            string made = characters.ToString();
            strings.Add(made);
            return made;
        }
    }
}
