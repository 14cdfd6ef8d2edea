using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>How well the words of a name fit a person's names, spelled as reports spell them.</summary>
public sealed class NameLikeness(Folding folding, Naming naming)
{
    private const string Vowels = "aeiouy";
    private const string Gutturals = "ckqgx";

    /// <summary>Words of a name folded, spellings of one word made one, particles and suffixes left out.</summary>
    public ImmutableArray<string> Words(string name)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (string part in folding.Fold(name.Replace('-', ' ')).Split([' ', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
        {
            string word = part.Replace("'", "", StringComparison.Ordinal).Trim('.', '"');
            if (word.Contains('.', StringComparison.Ordinal))
            {
                // Initials, as in "A.N.R.", are words of one letter.
                foreach (string initial in word.Split('.', StringSplitOptions.RemoveEmptyEntries))
                    words.Add(initial);
                continue;
            }

            if (word.Length > 0 && !naming.IsParticle(word) && !naming.IsSuffix(word.ToUpperInvariant()))
                words.Add(naming.Spellings.GetValueOrDefault(word, word));
        }

        return words.ToImmutable();
    }

    /// <summary>From 0, nothing in common, to 1, all words alike. Without the family name nothing is alike, unless the person is called by none.</summary>
    public double Of(ImmutableArray<string> words, KnownEntity person)
    {
        if (words.Length == 0)
            return 0;
        double best = 0;
        ImmutableArray<string> family = [.. person.Families.SelectMany(name => Words(name))];
        bool mother = person.Offices.Any(office => naming.HasMothersName(office.Country));
        foreach (string name in person.Names)
            best = Math.Max(best, Of(words, Words(name), family, mother));
        return best;
    }

    private static double Of(ImmutableArray<string> words, ImmutableArray<string> name, ImmutableArray<string> family, bool mother)
    {
        if (name.Length == 0)
            return 0;
        double sum = 0;
        bool familyMet = family.Length == 0;
        bool firstMet = false;
        bool lastMet = false;
        int used = 0;
        int latest = -1;
        bool turned = false;
        for (int i = 0; i < words.Length; i++)
        {
            double word = 0;
            int at = -1;
            for (int j = 0; j < name.Length; j++)
            {
                double alike = (used & 1 << j) != 0 ? 0 : Alike(words[i], name[j]);
                if (alike > word)
                {
                    word = alike;
                    at = j;
                }
            }

            if (at < 0)
                continue;
            used |= 1 << at;
            turned |= at < latest;
            latest = at;
            sum += word;
            firstMet |= i == 0 && at == 0 && word >= 0.8;
            lastMet |= i == words.Length - 1;
            familyMet |= words[i].Length > 1 && family.Any(part => part == name[at] || Alike(part, words[i]) >= 0.6);
        }

        if (!familyMet)
            familyMet = Alike(string.Concat(words), string.Concat(name)) >= 0.92;
        if (!familyMet)
            return 0;

        // "Majid Hussain" is not Hussein Abd al-Majid: who leaves words out does not turn the others too, unless the family name stands first.
        if (turned && words.Length < name.Length && !family.Contains(words[0]))
            return 0;

        // A last word that nothing answers is a mother's family name where people bear one, else another family.
        if (!lastMet && !(firstMet && mother) && words.Length > 1 && family.Length > 0)
            return 0;

        // Names given in part are as good as whole ones; words that contradict are not.
        int common = Math.Max(Math.Min(words.Length, name.Length), Math.Min(2, words.Length));
        return sum / common * (0.8 + 0.2 * common / Math.Max(words.Length, name.Length));
    }

    private static bool AreOneSound(char a, char b) => Vowels.Contains(a) && Vowels.Contains(b) || Gutturals.Contains(a) && Gutturals.Contains(b);

    private static double Alike(string a, string b)
    {
        if (a == b)
            return 1;
        if (a.Length == 1 || b.Length == 1)
            return a[0] == b[0] ? 0.5 : 0;
        int longest = Math.Max(a.Length, b.Length);
        if (Math.Min(a.Length, b.Length) < 3)
            return 0;
        if (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal))
            return Math.Max(0.6, 1 - (double)Math.Abs(a.Length - b.Length) / longest);

        // "Song" is no "Yong": short names that begin otherwise are others, unless the letters stand for one sound.
        if (longest < 5 && a[0] != b[0] && !AreOneSound(a[0], b[0]))
            return 0;
        int distance = Spelling.Distance(a, b);
        return distance <= (longest < 6 ? 1 : longest < 9 ? 2 : 3) ? 1 - (double)distance / longest : 0;
    }
}
