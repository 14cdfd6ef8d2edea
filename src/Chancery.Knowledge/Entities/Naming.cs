using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>Customs of names: what may stand within a name or be left out, and words spelled in several ways. <c>data/entities/naming.tsv</c> and <c>spellings.tsv</c>.</summary>
public sealed class Naming
{
    private readonly HashSet<string> particles;
    private readonly HashSet<string> suffixes;
    private readonly HashSet<string> articles;
    private readonly HashSet<CountryCode> familyFirst;
    private readonly HashSet<CountryCode> mothersNames;
    private readonly HashSet<CountryCode> givenCalled;
    private readonly HashSet<string> families;
    private readonly ImmutableArray<string> patronymics;

    /// <exception cref="KnowledgeException">A table is damaged.</exception>
    internal Naming(KnowledgeSource source)
    {
        var parts = new HashSet<string>(StringComparer.Ordinal);
        var ends = new HashSet<string>(StringComparer.Ordinal);
        var definite = new HashSet<string>(StringComparer.Ordinal);
        var reversed = new HashSet<CountryCode>();
        var mothers = new HashSet<CountryCode>();
        var given = new HashSet<CountryCode>();
        var leading = new HashSet<string>(StringComparer.Ordinal);
        var fathers = ImmutableArray.CreateBuilder<string>();
        if (source["entities/naming.tsv"] is { } customs)
        {
            foreach (TableRow row in TableFile.Parse($"{source.Name}/entities/naming.tsv", customs, "form", "kind"))
            {
                switch (row[1])
                {
                    case "particle":
                        parts.Add(row[0]);
                        break;
                    case "suffix":
                        ends.Add(row[0]);
                        break;
                    case "patronymic":
                        fathers.Add(row[0]);
                        break;
                    case "article":
                        parts.Add(row[0]);
                        definite.Add(row[0]);
                        break;
                    case "reversed":
                        if (!CountryCode.TryParse(row[0], out CountryCode country))
                            throw row.Error(0, $"'{row[0]}' is no country code");
                        reversed.Add(country);
                        break;
                    case "mother":
                        if (!CountryCode.TryParse(row[0], out CountryCode place))
                            throw row.Error(0, $"'{row[0]}' is no country code");
                        mothers.Add(place);
                        break;
                    case "given":
                        if (!CountryCode.TryParse(row[0], out CountryCode called))
                            throw row.Error(0, $"'{row[0]}' is no country code");
                        given.Add(called);
                        break;
                    case "family":
                        leading.Add(row[0]);
                        break;
                    default:
                        throw row.Error(1, $"'{row[1]}' is no kind of form: particle, article, suffix, patronymic, reversed, mother, given or family");
                }
            }
        }

        particles = parts;
        suffixes = ends;
        articles = definite;
        familyFirst = reversed;
        mothersNames = mothers;
        givenCalled = given;
        families = leading;
        patronymics = fathers.ToImmutable();
        var common = new Dictionary<string, string>(StringComparer.Ordinal);
        if (source["entities/spellings.tsv"] is { } spellings)
        {
            var heads = new HashSet<string>(StringComparer.Ordinal);
            foreach (TableRow row in TableFile.Parse($"{source.Name}/entities/spellings.tsv", spellings, "word", "spellings"))
            {
                heads.Add(row[0]);
                foreach (string spelling in row.Values(1))
                {
                    if (!common.TryAdd(spelling, row[0]))
                        throw row.Error(1, $"'{spelling}' stands under '{common[spelling]}' too");
                    if (common.ContainsKey(row[0]) || heads.Contains(spelling))
                        throw row.Error(1, $"'{row[0]}' and '{spelling}' stand on both sides of the table");
                }
            }
        }

        Spellings = common;
    }

    /// <summary>From a folded word to the spelling that stands for all of its kind.</summary>
    internal Dictionary<string, string> Spellings { get; }

    /// <summary>True for a father's name by its ending, which reports give or leave out at will.</summary>
    public bool IsPatronymic(ReadOnlySpan<char> folded)
    {
        if (folded.Length < 6)
            return false;
        foreach (string ending in patronymics)
        {
            if (folded.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>A word that begins a surname and may be left out: <c>al</c>, <c>van</c>.</summary>
    public bool IsParticle(string word) => particles.Contains(word.ToLowerInvariant());

    /// <summary>A word after the surname: <c>Jr.</c>, <c>III</c>.</summary>
    public bool IsSuffix(string word) => suffixes.Contains(word);

    /// <summary>True for a country whose people are called by their first name: "Bekele" for Bekele Gerba.</summary>
    public bool IsCalledByGivenName(CountryCode country) => givenCalled.Contains(country);

    /// <summary>A family name that stands first, so that a small syllable behind a hyphen belongs to the given name: <c>park</c> of Park Ji-soon.</summary>
    public bool IsLeadingFamily(string word) => families.Contains(word);

    /// <summary>True for a country whose people may bear their mother's family name after their father's.</summary>
    public bool HasMothersName(CountryCode country) => mothersNames.Contains(country);

    /// <summary>The name without a word after the surname.</summary>
    public string WithoutSuffix(string name)
    {
        int space = name.LastIndexOf(' ');
        return space > 0 && IsSuffix(name[(space + 1)..]) ? name[..space].TrimEnd(',') : name;
    }

    /// <summary>True for a country whose people's names stand family name first at home and last abroad.</summary>
    public bool IsReversed(CountryCode country) => familyFirst.Contains(country);

    /// <summary>The name without its Arabic articles (<c>Bashar al-Assad</c>: <c>Bashar Assad</c>), or null when it has none.</summary>
    public string? WithoutArticle(string name)
    {
        string[] words = name.Split(' ');
        bool changed = false;
        for (int i = 0; i < words.Length; i++)
        {
            int hyphen = words[i].IndexOf('-', StringComparison.Ordinal);
            if (hyphen > 0 && hyphen + 1 < words[i].Length && articles.Contains(words[i][..hyphen].ToLowerInvariant()))
            {
                words[i] = words[i][(hyphen + 1)..];
                changed = true;
            }
        }

        return changed ? string.Join(' ', words) : null;
    }
}
