using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>The rank of an office, the highest first.</summary>
public enum TitleLevel : byte
{
    HeadOfState,
    HeadOfGovernment,
    ForeignMinister,
    Minister,
    Deputy,
    Military,
    Security,
    Party,
    Opposition,
    Legislator,
    Judge,
    Diplomat,
    Spokesperson,
    Religious,
    Official,
}

/// <summary>An office as news names it.</summary>
/// <param name="Name">Lower case, the title that persons' offices use.</param>
/// <param name="Sector">Where the data of the person or body say nothing else.</param>
/// <param name="Level">Its rank.</param>
/// <param name="Forms">All forms, singular, lower case.</param>
public sealed record Title(string Name, Sector Sector, TitleLevel Level, ImmutableArray<string> Forms);

/// <summary>A common noun of actors.</summary>
/// <param name="Noun">Singular, lower case.</param>
/// <param name="Plural">Or null.</param>
/// <param name="Sector">Its sector.</param>
/// <param name="Kind">What one of them is.</param>
public sealed record Agent(string Noun, string? Plural, Sector Sector, EntityKind Kind);

/// <summary>The offices of <c>titles.tsv</c>.</summary>
public sealed class Titles
{
    private readonly Dictionary<string, int> byForm;

    internal Titles(ImmutableArray<Title> all)
    {
        All = all;
        var forms = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < all.Length; i++)
        {
            forms.TryAdd(all[i].Name, i);
            foreach (string form in all[i].Forms)
                forms.TryAdd(form, i);
        }

        byForm = forms;
    }

    public ImmutableArray<Title> All { get; }

    /// <summary>The title of a form in lower case, or null. Parts after "of", "for" and "to" are left off one by one where the whole is unknown.</summary>
    public Title? Find(string form)
    {
        while (true)
        {
            if (byForm.TryGetValue(form, out int index))
                return All[index];
            int cut = Math.Max(form.LastIndexOf(" of ", StringComparison.Ordinal), Math.Max(form.LastIndexOf(" for ", StringComparison.Ordinal), form.LastIndexOf(" to ", StringComparison.Ordinal)));
            if (cut <= 0)
                return null;
            form = form[..cut];
        }
    }

    public static bool TryParseLevel(string name, out TitleLevel level)
    {
        for (int i = 0; i < LevelNames.Length; i++)
        {
            if (LevelNames[i] == name)
            {
                level = (TitleLevel)i;
                return true;
            }
        }

        level = default;
        return false;
    }

    private static readonly ImmutableArray<string> LevelNames =
    [
        "head-of-state", "head-of-government", "foreign-minister", "minister", "deputy", "military", "security", "party",
        "opposition", "legislator", "judge", "diplomat", "spokesperson", "religious", "official",
    ];
}
