using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>What a name is to the one that it may mean.</summary>
public enum NameRole : byte
{
    /// <summary>A full name, or one that leaves out what reports leave out.</summary>
    Name,

    /// <summary>Another name used alone: <c>Lula</c>.</summary>
    Short,

    /// <summary>A family name: the weakest of a person's names.</summary>
    Surname,

    /// <summary>Matched with its case.</summary>
    Acronym,

    /// <summary>The adjective of a state.</summary>
    Adjective,

    /// <summary>A noun for the people of a state.</summary>
    People,

    /// <summary>The capital, which can stand for the state's government.</summary>
    Capital,

    /// <summary>A building or street that stands for the state's government.</summary>
    Seat,

    /// <summary>A word of a region, in <see cref="KnownEntities.Regions"/>.</summary>
    Region,

    /// <summary>An office, in <see cref="KnownEntities.Titles"/>.</summary>
    Title,

    /// <summary>Several holders of an office.</summary>
    TitlePlural,

    /// <summary>A common noun of actors, in <see cref="KnownEntities.Agents"/>.</summary>
    Agent,

    /// <summary>Several of them.</summary>
    AgentPlural,
}

/// <summary>One meaning of a name.</summary>
/// <param name="Role">What the name is.</param>
/// <param name="Index">An entity; for regions, titles and agents an index into their own list.</param>
public readonly record struct NameCandidate(NameRole Role, int Index)
{
    /// <summary>True when the index is one of an entity.</summary>
    public bool IsEntity => Role < NameRole.Region;
}

/// <summary>A region by one of its words, with the states that lie in it.</summary>
public sealed record RegionWord(string Word, ImmutableArray<int> States);

/// <summary>Who held an office.</summary>
public sealed record OfficeHolder(KnownEntity Person, Office Office);

/// <summary>
/// All known entities with one tree over all their names, titles and common nouns of actors.
/// A name keeps all that it may mean; nothing here chooses.
/// </summary>
public sealed class KnownEntities
{
    private readonly NameTrie trie;
    private readonly int[] firstCandidate;
    private readonly NameCandidate[] candidates;
    // Plain dictionaries, never changed: frozen ones take longer to build than all their look-ups.
    private readonly Dictionary<string, int> byKey;
    private readonly Dictionary<CountryCode, int> states;
    private readonly Dictionary<CountryCode, List<OfficeHolder>> holders;
    private readonly HashSet<string> givenNames;

    internal KnownEntities(
        ImmutableArray<KnownEntity> all, Titles titles, ImmutableArray<Agent> agents, ImmutableArray<RegionWord> regions,
        Folding folding, Naming naming, PhraseWords phraseWords, NameTrie trie, List<(int Name, NameCandidate Candidate)> named)
    {
        All = all;
        Titles = titles;
        Agents = agents;
        Regions = regions;
        Folding = folding;
        Naming = naming;
        PhraseWords = phraseWords;
        this.trie = trie;
        firstCandidate = new int[trie.Count + 1];
        foreach ((int name, _) in named)
            firstCandidate[name + 1]++;
        for (int i = 0; i < trie.Count; i++)
            firstCandidate[i + 1] += firstCandidate[i];
        candidates = new NameCandidate[named.Count];
        int[] next = [.. firstCandidate];
        foreach ((int name, NameCandidate candidate) in named)
            candidates[next[name]++] = candidate;

        givenNames = all.Where(entity => entity.Kind == EntityKind.Person && !entity.Families.IsEmpty).Select(entity => entity.Name.Split(' '))
            .Where(words => words.Length > 1 && words[0].Length > 2).Select(words => folding.Fold(words[0])).ToHashSet(StringComparer.Ordinal);
        var keys = new Dictionary<string, int>(all.Length, StringComparer.Ordinal);
        var codes = new Dictionary<CountryCode, int>();
        var held = new Dictionary<CountryCode, List<OfficeHolder>>();
        foreach (KnownEntity entity in all)
        {
            keys.TryAdd(entity.Key, entity.Index);
            if (entity.HasOwnCode)
                codes.TryAdd(entity.Country, entity.Index);
            foreach (Office office in entity.Offices)
            {
                if (!held.TryGetValue(office.Country, out List<OfficeHolder>? list))
                    held.Add(office.Country, list = []);
                list.Add(new OfficeHolder(entity, office));
            }
        }

        byKey = keys;
        states = codes;
        holders = held;
    }

    /// <summary>By index.</summary>
    public ImmutableArray<KnownEntity> All { get; }

    public Titles Titles { get; }

    public ImmutableArray<Agent> Agents { get; }

    public ImmutableArray<RegionWord> Regions { get; }

    public Folding Folding { get; }

    public Naming Naming { get; }

    /// <summary>The small words around names and offices.</summary>
    public PhraseWords PhraseWords { get; }

    /// <summary>Whether a known person has this first name, so that an unknown name that begins with it is a person's.</summary>
    public bool IsGivenName(string word) => givenNames.Contains(Folding.Fold(word));

    /// <summary>Everybody with every office.</summary>
    public IEnumerable<OfficeHolder> AllHolders => holders.Values.SelectMany(list => list);

    public KnownEntity this[int index] => All[index];

    /// <summary>How many different names there are.</summary>
    public int NameCount => trie.Count;

    /// <summary>The entity of a key such as <c>person:Emmanuel Macron</c>, or null.</summary>
    public KnownEntity? Find(string key) => byKey.TryGetValue(key, out int index) ? All[index] : null;

    /// <summary>The state of a code, or null.</summary>
    public KnownEntity? State(CountryCode code) => states.TryGetValue(code, out int index) ? All[index] : null;

    /// <summary>
    /// Adds every name, title and common noun of actors that stands in the text at word boundaries, nested ones too, ordered by
    /// their ends. A text without any capital letter is read as if its names had them. Allocates nothing beyond the list.
    /// </summary>
    public void Match(ReadOnlySpan<char> text, List<NameMatch> matches) => trie.Match(text, matches);

    /// <summary>All that a name may mean.</summary>
    public ReadOnlySpan<NameCandidate> Candidates(int name) =>
        candidates.AsSpan(firstCandidate[name]..firstCandidate[name + 1]);

    /// <summary>The name as the data write it.</summary>
    public string Written(int name) => trie.Written(name);

    /// <summary>All who ever held an office of a country; of international bodies for the default.</summary>
    public IReadOnlyList<OfficeHolder> HoldersOf(CountryCode country) =>
        holders.TryGetValue(country, out List<OfficeHolder>? all) ? all : [];

    /// <summary>Who held the title in the country on a day, null for the present. Titles are compared by their canonical form.</summary>
    public IEnumerable<OfficeHolder> HoldersOf(CountryCode country, string title, DateOnly? day)
    {
        string canonical = Titles.Find(title)?.Name ?? title;
        return HoldersOf(country).Where(holder => holder.Office.Span.Holds(day)
            && (holder.Office.Title == title || holder.Office.Title == canonical || Titles.Find(holder.Office.Title)?.Name == canonical));
    }

    /// <summary>Who held an office of that rank in the country on a day, null for the present.</summary>
    public IEnumerable<OfficeHolder> HoldersOf(CountryCode country, TitleLevel level, DateOnly? day) =>
        HoldersOf(country).Where(holder => holder.Office.Level == level && holder.Office.Span.Holds(day));
}
