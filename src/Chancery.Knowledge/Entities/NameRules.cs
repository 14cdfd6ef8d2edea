using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>The names that follow from those listed: surnames, names without what reports leave out, plurals.</summary>
internal sealed class NameRules(Naming naming, Folding folding)
{
    /// <summary>All forms of a person's names beyond those of the block.</summary>
    public IEnumerable<NamedAs> OfPerson(KnownEntity person, ImmutableArray<NamedAs> listed)
    {
        if (person.Families.IsEmpty)
            yield break;
        string header = naming.WithoutSuffix(person.Name);
        foreach (string family in person.Families)
        {
            foreach (string surname in Surnames(family, header))
                yield return new NamedAs(NameRole.Surname, surname);
        }

        string first = person.Families[0];
        string folded = folding.Fold(first);
        bool reversed = person.Offices.Any(office => naming.IsReversed(office.Country));
        foreach (NamedAs named in listed)
        {
            if (named.Role != NameRole.Name)
                continue;
            string name = naming.WithoutSuffix(named.Name);
            if (name.Length != named.Name.Length)
                yield return new NamedAs(NameRole.Name, name);
            string[] words = name.Split(' ');
            if (words.Length < 2)
                continue;
            if (naming.WithoutArticle(name) is { } bare)
                yield return new NamedAs(NameRole.Name, bare);
            int at = PlaceOf(words, folded);
            if (at > 1)
                yield return new NamedAs(NameRole.Name, words[0] + " " + first);
            else if (at < 0 && IsSpellingOf(LastName(name), first))
                yield return new NamedAs(NameRole.Surname, LastName(name));
            if (reversed && words.Length == 2)
                yield return new NamedAs(NameRole.Name, words[1] + " " + words[0]);
        }
    }

    private IEnumerable<string> Surnames(string family, string header)
    {
        yield return family;
        if (naming.WithoutArticle(family) is { } bare)
            yield return bare;

        // The particles before it belong to it: "de Gaulle".
        string[] words = header.Split(' ');
        int first = words.Length - family.Split(' ').Length;
        int start = first;
        while (start > 1 && naming.IsParticle(words[start - 1]))
            start--;
        if (start < first && header.EndsWith(family, StringComparison.Ordinal))
            yield return string.Join(' ', words[start..]);
    }

    public static string LastName(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private int PlaceOf(string[] words, string foldedFamily)
    {
        int length = foldedFamily.Count(c => c == ' ') + 1;
        for (int i = 0; i + length <= words.Length; i++)
        {
            if (folding.Fold(string.Join(' ', words[i..(i + length)])) == foldedFamily)
                return i;
        }

        return -1;
    }

    /// <summary>True when two surnames can be two spellings of one: the same first letter and most letters alike.</summary>
    private bool IsSpellingOf(string one, string other)
    {
        string a = folding.Fold(one);
        string b = folding.Fold(other);
        return a.Length > 2 && b.Length > 2 && Spelling.Distance(a, b) <= Math.Max(1, Math.Min(a.Length, b.Length) / 3);
    }

    /// <summary>The plural of a title: of its head, the word before "of", "for", "to" or "in", else of its last word.</summary>
    public static string? Plural(string title)
    {
        int cut = title.Length;
        foreach (string preposition in Prepositions)
        {
            int at = title.IndexOf(preposition, StringComparison.Ordinal);
            if (at > 0)
                cut = Math.Min(cut, at);
        }

        string head = title[..cut];
        if (head.EndsWith('.') || head.EndsWith('s'))
            return null;
        string plural = head switch
        {
            _ when head.EndsWith("man", StringComparison.Ordinal) => head[..^3] + "men",
            _ when head.EndsWith('y') && head.Length > 1 && !"aeiou".Contains(head[^2], StringComparison.Ordinal) => head[..^1] + "ies",
            _ when head.EndsWith("ch", StringComparison.Ordinal) || head.EndsWith("sh", StringComparison.Ordinal) || head.EndsWith('x') => head + "es",
            _ => head + "s",
        };
        return plural + title[cut..];
    }

    private static readonly ImmutableArray<string> Prepositions = [" of ", " for ", " to ", " in ", " at ", "-general", "-elect", "-designate"];
}
