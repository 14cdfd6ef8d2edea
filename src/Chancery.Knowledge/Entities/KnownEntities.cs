using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
/// All known entities with one tree over all their names, titles and common nouns of actors, read from what
/// <see cref="EntityLoader"/> writes into an image. A name keeps all that it may mean; nothing here chooses.
/// </summary>
public sealed class KnownEntities
{
    private readonly NameTrie trie;
    private readonly int[] firstCandidate;
    private readonly NameCandidate[] candidates;
    private readonly TextPool texts;
    private readonly byte[] records;
    private readonly int[] recordStarts;

    // Entities are made when first asked for, each once; most runs ask for few.
    private readonly KnownEntity?[] made;
    private readonly WordTable keys;
    private readonly WordTable givenNames;

    // By state with a code of its own, in the order of the codes.
    private readonly int[] stateCodes;
    private readonly int[] states;

    // By country with offices, in the order of the codes.
    private readonly int[] holderCodes;
    private readonly int[] firstHolder;
    private readonly int[] holderEntities;
    private readonly int[] holderOffices;
    private readonly OfficeHolder[]?[] holders;

    internal KnownEntities(ref ImageReader image, Folding folding, Naming naming, PhraseWords phraseWords)
    {
        Folding = folding;
        Naming = naming;
        PhraseWords = phraseWords;
        texts = image.Texts!;
        Titles = new Titles(ReadTitles(ref image));
        Agents = ReadAgents(ref image);
        Regions = ReadRegions(ref image);
        trie = NameTrie.Read(ref image, folding, naming);
        firstCandidate = image.ReadAll<int>();
        NameRole[] roles = image.ReadAll<NameRole>();
        int[] indices = image.ReadAll<int>();
        candidates = new NameCandidate[roles.Length];
        for (int i = 0; i < candidates.Length; i++)
            candidates[i] = new NameCandidate(roles[i], indices[i]);
        records = image.ReadAll<byte>();
        recordStarts = image.ReadAll<int>();
        made = new KnownEntity?[recordStarts.Length];
        keys = WordTable.Read(ref image);
        givenNames = WordTable.Read(ref image);
        stateCodes = image.ReadAll<int>();
        states = image.ReadAll<int>();
        holderCodes = image.ReadAll<int>();
        firstHolder = image.ReadAll<int>();
        holderEntities = image.ReadAll<int>();
        holderOffices = image.ReadAll<int>();
        holders = new OfficeHolder[]?[holderCodes.Length];
    }

    /// <summary>By index. Makes those that nobody has asked for yet.</summary>
    public ImmutableArray<KnownEntity> All
    {
        get
        {
            for (int i = 0; i < made.Length; i++)
                _ = this[i];
            return ImmutableCollectionsMarshal.AsImmutableArray<KnownEntity>(made!);
        }
    }

    public int Count => made.Length;

    public Titles Titles { get; }

    public ImmutableArray<Agent> Agents { get; }

    public ImmutableArray<RegionWord> Regions { get; }

    public Folding Folding { get; }

    public Naming Naming { get; }

    /// <summary>The small words around names and offices.</summary>
    public PhraseWords PhraseWords { get; }

    /// <summary>Whether a known person has this first name, so that an unknown name that begins with it is a person's.</summary>
    public bool IsGivenName(string word) => givenNames.Find(Folding.Fold(word)) >= 0;

    /// <summary>Everybody with every office.</summary>
    public IEnumerable<OfficeHolder> AllHolders => Enumerable.Range(0, holders.Length).SelectMany(HoldersAt);

    public KnownEntity this[int index] => Volatile.Read(ref made[index]) ?? Make(index);

    /// <summary>How many different names there are.</summary>
    public int NameCount => trie.Count;

    /// <summary>The entity of a key such as <c>person:Emmanuel Macron</c>, or null.</summary>
    public KnownEntity? Find(string key) => keys.Find(key) is var index and >= 0 ? this[index] : null;

    /// <summary>The state of a code, or null.</summary>
    public KnownEntity? State(CountryCode code) => Array.BinarySearch(stateCodes, EntityRecord.NumberOf(code)) is var at and >= 0 ? this[states[at]] : null;

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
        Array.BinarySearch(holderCodes, EntityRecord.NumberOf(country)) is var at and >= 0 ? HoldersAt(at) : [];

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

    private OfficeHolder[] HoldersAt(int country)
    {
        if (Volatile.Read(ref holders[country]) is { } known)
            return known;
        var found = new OfficeHolder[firstHolder[country + 1] - firstHolder[country]];
        for (int i = 0; i < found.Length; i++)
        {
            KnownEntity person = this[holderEntities[firstHolder[country] + i]];
            found[i] = new OfficeHolder(person, person.Offices[holderOffices[firstHolder[country] + i]]);
        }

        return Interlocked.CompareExchange(ref holders[country], found, null) ?? found;
    }

    private KnownEntity Make(int index)
    {
        var record = new ImageReader(records.AsSpan(recordStarts[index]), texts);
        KnownEntity entity = EntityRecord.Read(ref record, index, keys.At(index).ToString());
        return Interlocked.CompareExchange(ref made[index], entity, null) ?? entity;
    }

    private static ImmutableArray<Title> ReadTitles(ref ImageReader image)
    {
        var titles = new Title[image.ReadNumber()];
        for (int i = 0; i < titles.Length; i++)
            titles[i] = EntityRecord.ReadTitle(ref image);
        return ImmutableCollectionsMarshal.AsImmutableArray(titles);
    }

    private static ImmutableArray<Agent> ReadAgents(ref ImageReader image)
    {
        var agents = new Agent[image.ReadNumber()];
        for (int i = 0; i < agents.Length; i++)
            agents[i] = EntityRecord.ReadAgent(ref image);
        return ImmutableCollectionsMarshal.AsImmutableArray(agents);
    }

    private static ImmutableArray<RegionWord> ReadRegions(ref ImageReader image)
    {
        var regions = new RegionWord[image.ReadNumber()];
        for (int i = 0; i < regions.Length; i++)
            regions[i] = new RegionWord(image.ReadText(), ImmutableCollectionsMarshal.AsImmutableArray(image.ReadAll<int>()));
        return ImmutableCollectionsMarshal.AsImmutableArray(regions);
    }
}
