using Chancery.Coding;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Training;

/// <summary>
/// Copies of sentences with other names in them, those of our own data, so that the learner hears in a name's surroundings and its build
/// what it names, not in the few names that a treebank has.
/// </summary>
internal sealed class NameSwap
{
    /// <summary>Of persons, how many get a first name that no list knows: a surname of somebody else.</summary>
    private const double Strange = 0.4;

    /// <summary>Of bodies, whose own words say much of what they are, how many are swapped.</summary>
    private const double Bodies = 0.5;

    private readonly KnownEntities known;
    private readonly Chance chance;
    private readonly List<string[]> people = [];
    private readonly List<string[]> places = [];
    private readonly List<string[]> bodies = [];

    public NameSwap(KnownEntities known, Chance chance)
    {
        this.known = known;
        this.chance = chance;
        foreach (KnownEntity entity in known.All)
        {
            string name = entity.Kind == EntityKind.Person || !entity.Name.Contains('(') ? entity.Name : entity.Name[..entity.Name.IndexOf('(')].Trim();
            string[] words = [.. WordsOf(name)];
            List<string[]>? list = entity.Kind switch
            {
                EntityKind.Person when words.Length is > 1 and < 5 => people,
                EntityKind.Place or EntityKind.State when words.Length < 4 => places,
                EntityKind.Organization or EntityKind.Group when words.Length < 6 => bodies,
                _ => null,
            };
            if (words.Length > 0 && char.IsUpper(words[0][0]))
                list?.Add(words);
        }
    }

    public NamedSentence Of(NamedSentence sentence)
    {
        var copy = new NamedSentence();
        int at = 0;
        foreach (GoldName name in sentence.Names.OrderBy(name => name.First))
        {
            while (at < name.First)
                copy.Forms.Add(sentence.Forms[at++]);
            int first = copy.Forms.Count;
            while (name.Kind == NameKind.Person && at < name.Last && IsTitle(sentence.Forms[at]))
                copy.Forms.Add(sentence.Forms[at++]);
            copy.Forms.AddRange(Other(sentence.Forms[at..(name.Last + 1)], name.Kind));
            copy.Names.Add(new GoldName(first, copy.Forms.Count - 1, name.Kind));
            at = name.Last + 1;
        }

        copy.Forms.AddRange(sentence.Forms[at..]);
        return copy;
    }

    private IEnumerable<string> Other(List<string> words, NameKind kind)
    {
        switch (kind)
        {
            case NameKind.Person:
                string[] person = people[chance.NextBelow(people.Count)];
                if (words.Count == 1)
                    return [person[^1]];
                return chance.NextSingle() < Strange ? [people[chance.NextBelow(people.Count)][^1], .. person[1..]] : person;
            case NameKind.Place:
                return places[chance.NextBelow(places.Count)];
            case NameKind.Organization when chance.NextSingle() < Bodies:
                return bodies[chance.NextBelow(bodies.Count)];
            default:
                return words;
        }
    }

    private bool IsTitle(string word)
    {
        string form = word.ToLowerInvariant();
        return known.Titles.Find(form) is not null || known.PhraseWords.Of(known.Folding.Fold(form).TrimEnd('.')) == PhraseWordKind.Honorific;
    }

    /// <summary>Cut as treebanks cut: a hyphen is a word.</summary>
    private static IEnumerable<string> WordsOf(string name)
    {
        foreach (string word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = word.Split('-');
            for (int i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                    yield return "-";
                if (parts[i].Length > 0)
                    yield return parts[i];
            }
        }
    }
}
