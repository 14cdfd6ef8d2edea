using System.Globalization;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Training;

/// <summary>Names and numbers for the sentences of a grammar: those of our own data, their parts mixed anew, and names of nobody with their sound.</summary>
internal sealed class NameStock
{
    /// <summary>What symbols of names begin with.</summary>
    public const char Mark = '@';

    /// <summary>Of the parts of names of persons and places, how many are invented.</summary>
    private const float Invented = 0.25f;

    private const string Proper = "Number=Sing";
    private static readonly string[] Symbols = ["@person", "@surname", "@state", "@city", "@demonym", "@acronym", "@number", "@large", "@age", "@day", "@year"];
    private readonly Chance chance;
    private readonly List<string> given = [];
    private readonly List<string> families = [];
    private readonly List<string> states = [];
    private readonly List<string> demonyms = [];
    private readonly List<string> cities = [];

    public NameStock(KnownEntities known, Chance chance)
    {
        this.chance = chance;
        foreach (KnownEntity entity in known.All)
        {
            string[] parts = entity.Name.Split(' ');
            if (!parts.All(IsPlain))
                continue;
            if (entity.Kind == EntityKind.Person && parts.Length is 2 or 3)
            {
                given.AddRange(parts[..^1]);
                families.Add(parts[^1]);
            }
            else if (entity.Kind == EntityKind.State && parts.Length == 1)
            {
                states.Add(parts[0]);
            }
            else if (entity.Kind == EntityKind.Place && parts.Length == 1)
            {
                cities.Add(parts[0]);
            }
        }

        for (int name = 0; name < known.NameCount; name++)
        {
            bool adjective = false;
            foreach (NameCandidate candidate in known.Candidates(name))
                adjective |= candidate.Role == NameRole.Adjective;
            if (adjective && IsPlain(known.Written(name)))
                demonyms.Add(known.Written(name));
        }
    }

    public static bool Has(string symbol) => Symbols.Contains(symbol);

    /// <summary>The words of one name; all but the first are its flat parts.</summary>
    public IEnumerable<GrammarWord> Draw(string symbol)
    {
        switch (symbol)
        {
            case "@person":
                int count = chance.NextSingle() switch { < 0.82f => 1, < 0.97f => 2, _ => 3 };
                for (int i = 0; i < count; i++)
                    yield return i > 0 && chance.NextSingle() < 0.2f ? Name($"{(char)('A' + chance.NextBelow(25))}.") : Name(Part(given));
                yield return Name(Part(families));
                break;
            case "@surname":
                yield return Name(Part(families));
                break;
            case "@state":
                yield return Name(Pick(states));
                break;
            case "@city":
                yield return Name(Part(cities));
                break;
            case "@demonym":
                yield return new GrammarWord(Pick(demonyms), "ADJ", "JJ", "Degree=Pos");
                break;
            case "@acronym":
                yield return Name(string.Concat(Enumerable.Range(0, 3 + chance.NextBelow(3)).Select(_ => (char)('A' + chance.NextBelow(26)))));
                break;
            case "@number":
                yield return Digits(2 + chance.NextBelow(chance.NextSingle() < 0.6f ? 60 : 900));
                break;
            case "@large":
                yield return Digits((1 + chance.NextBelow(99)) * (chance.NextSingle() < 0.5f ? 100 : 1000));
                break;
            case "@age":
                yield return Digits(16 + chance.NextBelow(75));
                break;
            case "@day":
                yield return Digits(1 + chance.NextBelow(31));
                break;
            default:
                yield return new GrammarWord((1960 + chance.NextBelow(70)).ToString(CultureInfo.InvariantCulture), "NUM", "CD", "NumForm=Digit|NumType=Card");
                break;
        }
    }

    private static GrammarWord Digits(int number) => new(number.ToString("N0", CultureInfo.InvariantCulture), "NUM", "CD", "NumForm=Digit|NumType=Card");

    private static GrammarWord Name(string form) => new(form, "PROPN", "NNP", Proper);

    /// <summary>A name, or the head of one with the tail of another.</summary>
    private string Part(List<string> names)
    {
        string name = Pick(names);
        if (chance.NextSingle() >= Invented)
            return name;
        string other = Pick(names);
        return name.Length < 4 || other.Length < 4 ? name : name[..(2 + chance.NextBelow(name.Length - 2))] + other[(other.Length / 2)..];
    }

    private string Pick(List<string> names) => names[chance.NextBelow(names.Count)];

    private static bool IsPlain(string part) => part.Length > 1 && char.IsUpper(part[0]) && part.All(char.IsLetter);
}
