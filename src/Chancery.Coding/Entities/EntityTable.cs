using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What the report says of one entity so far.</summary>
internal sealed class EntityDraft
{
    public required string Name { get; set; }

    public required EntityKind Kind { get; init; }

    public CountryCode Country { get; set; }

    public ImmutableArray<Sector> Sectors { get; set; } = [];

    /// <summary>The office as the data or the report name it.</summary>
    public string? Office { get; set; }

    /// <summary>The word of the report for an office under which the data gather many callings: "biologist"; and that office.</summary>
    public (string Word, string Office)? Calling { get; set; }

    public TitleLevel? Level { get; set; }

    /// <summary>The place of a local office: "odal" of the governor of Odal.</summary>
    public string? Seat { get; set; }

    /// <summary>An office that somebody is told to have held once: by courtesy they may be called so later.</summary>
    public string? Former { get; set; }

    /// <summary>The report tells how they came into the office that they hold: what they were before is over.</summary>
    public bool IsInstalled { get; private set; }

    /// <summary>A rank of the police.</summary>
    public string? Rank { get; set; }

    public ImmutableArray<string> Candidates { get; set; } = [];

    public KnownEntity? Known { get; init; }

    /// <summary>Several people or states; "they" fits.</summary>
    public bool IsPlural { get; init; }

    /// <summary>Told of with "a": one of several who may be meant.</summary>
    public bool IsSomebody { get; init; }

    /// <summary>Has its country from the place of the report alone, until a name tells another.</summary>
    public bool IsPlaced { get; set; }

    /// <summary>The state whose envoy it received: it is of another.</summary>
    public CountryCode Facing { get; set; }

    /// <summary>A part of the world with several states.</summary>
    public bool IsRegion { get; init; }

    /// <summary>A counterpart, of whatever office of that rank.</summary>
    public bool IsPeer { get; init; }

    /// <summary>Its name is a name, no noun or office.</summary>
    public bool IsNamed { get; init; }

    public bool IsMale { get; set; }

    public bool IsFemale { get; set; }

    /// <summary>Notes the office into which one was just put; data that know of a higher one held that day know better.</summary>
    public void Install(Title title, ImmutableArray<Sector> sectors, CountryCode country)
    {
        if (Known is not null && Level < title.Level)
            return;
        (Office, Level, Sectors, IsInstalled) = (title.Name, title.Level, sectors, true);
        Calling = null;
        if (Country.IsNone)
            Country = country;
    }

    /// <summary>Notes an office held once. A title under which the report names them later, that very one or a calling, is no office held now.</summary>
    public EntityDraft Leave(Title title)
    {
        bool courtesy = Office == title.Name || Level == TitleLevel.Official && (title.Level <= TitleLevel.Legislator || title.Sector == Sector.Gov) && Sectors is [Sector.Jud];
        if (Known is not null || Office is not null && !courtesy)
            return this;
        Former = title.Name;
        if (Office is not null)
            (Office, Level, Sectors) = (null, null, []);
        return this;
    }
}

/// <summary>The entities of one document as they come up, each once, with their mentions.</summary>
internal sealed class EntityTable(Offices offices)
{
    private readonly Dictionary<string, int> byKey = new(StringComparer.Ordinal);
    private readonly List<EntityDraft> drafts = [];
    private readonly List<EntityMention> mentions = [];
    private readonly Dictionary<int, int> counts = [];

    private readonly Dictionary<int, int> merged = [];

    /// <summary>All that a key has meant, for keys that moved.</summary>
    private readonly Dictionary<string, List<int>> moved = new(StringComparer.Ordinal);

    public EntityDraft this[int index] => drafts[index];

    /// <summary>How often an entity was mentioned so far.</summary>
    public int Count(int entity) => counts.GetValueOrDefault(entity);

    public IReadOnlyList<EntityMention> Mentions => mentions;

    /// <summary>The entity of the knowledge base; a person with the office of the day, or that which the report gives.</summary>
    /// <param name="index">In the knowledge base.</param>
    /// <param name="title">The office that the report gives here, or null.</param>
    public int OfKnown(int index, Title? title = null)
    {
        KnownEntity entity = offices.Known[index];
        if (!byKey.TryGetValue(entity.Key, out int at))
        {
            at = drafts.Count;
            byKey.Add(entity.Key, at);
            drafts.Add(new EntityDraft
            {
                Name = entity.Name,
                Kind = entity.Kind,
                Country = entity.Country,
                Sectors = entity.Kind != EntityKind.State ? entity.Sectors : entity.HasOwnCode ? [Sector.Gov] : [Sector.Reb],
                Known = entity,
            });
            if (entity.Kind == EntityKind.Person)
                offices.Describe(drafts[at], entity, title);
        }
        else if (entity.Kind == EntityKind.Person && title is not null && drafts[at].Office is null)
        {
            offices.Describe(drafts[at], entity, title);
        }

        return at;
    }

    /// <summary>An entity that only the report knows.</summary>
    /// <param name="key">What makes two of its mentions one: a name, or a phrase with its country.</param>
    /// <param name="draft">What is known of it, used when it is new.</param>
    public int OfReport(string key, EntityDraft draft)
    {
        string own = "report:" + key;
        if (byKey.TryGetValue(own, out int old))
            return old;
        drafts.Add(draft);
        return byKey[own] = drafts.Count - 1;
    }

    /// <summary>The only body of a state and sector that came up and whose name ends in a noun, or begins with it and "of"; -1 for none or several.</summary>
    public int Body(CountryCode country, Sector sector, string noun)
    {
        int only = -1;
        for (int i = 0; i < drafts.Count; i++)
        {
            // A body that no data know has the noun in its name: "Senate Budget Committee".
            if (drafts[i] is not { Kind: EntityKind.Organization } draft || draft.Known is null && (!noun.Contains(' ', StringComparison.Ordinal) || !char.IsUpper(draft.Name[0])) || draft.Country != country || !draft.Sectors.Contains(sector)
                || !(draft.Known?.Names ?? []).Append(draft.Name).Any(name => name.EndsWith(" " + noun, StringComparison.OrdinalIgnoreCase) || name.StartsWith(noun + " of ", StringComparison.OrdinalIgnoreCase)))
                continue;
            if (only >= 0)
                return -1;
            only = i;
        }

        return only;
    }

    /// <summary>The only body that came up whose full name goes on with "of" after these words; -1 for none or several.</summary>
    public int Longer(string name)
    {
        int only = -1;
        for (int i = 0; i < drafts.Count; i++)
        {
            if (drafts[i] is not { Kind: EntityKind.Organization, Known: not null } draft || !draft.Name.StartsWith(name + " of ", StringComparison.Ordinal))
                continue;
            if (only >= 0)
                return -1;
            only = i;
        }

        return only;
    }

    /// <summary>The only body of the report whose name ends in these words, behind a word of its own: "the House Trade Committee … the Trade Committee"; -1 for none or several.</summary>
    public int Ending(string name)
    {
        int only = -1;
        for (int i = 0; i < drafts.Count; i++)
        {
            if (drafts[i] is not { Kind: EntityKind.Organization } draft || Count(i) == 0 || draft.Name.Length <= name.Length || !char.IsUpper(draft.Name[0])
                || !(draft.Name.EndsWith(" " + name, StringComparison.Ordinal) || draft.Known is { } known && known.Names.Any(other => other.EndsWith(" " + name, StringComparison.Ordinal))))
                continue;
            if (only >= 0)
                return -1;
            only = i;
        }

        return only;
    }

    /// <summary>Whether an entity of the knowledge base came up before.</summary>
    public bool IsKnown(KnownEntity entity) => byKey.ContainsKey(entity.Key);

    public int? Find(string key) => byKey.TryGetValue("report:" + key, out int index) ? index : null;

    /// <summary>Lets another key mean an entity: a surname after the full name. The first bearer keeps it.</summary>
    public void Alias(string key, int entity) => byKey.TryAdd("report:" + key, entity);

    /// <summary>Lets a key mean nobody.</summary>
    public void Forget(string key) => byKey.Remove("report:" + key);

    /// <summary>Lets a key mean the entity spoken of last.</summary>
    public void Move(string key, int entity)
    {
        byKey["report:" + key] = entity;
        (moved.TryGetValue(key, out List<int>? all) ? all : moved[key] = []).Add(entity);
    }

    /// <summary>Of all that a key has meant so far that which the report speaks of most; -1 for none.</summary>
    public int Most(string key) => moved.TryGetValue(key, out List<int>? all) ? all.MaxBy(Count) : -1;

    /// <summary>Of all that a key has meant so far the last of a state; -1 for none.</summary>
    public int LastOf(string key, CountryCode country) => moved.TryGetValue(key, out List<int>? all) ? all.FindLastIndex(one => drafts[one].Country == country) is >= 0 and var at ? all[at] : -1 : -1;

    /// <summary>Lets all that was said of one entity be said of another: a nameless one whom the report names later.</summary>
    public void Merge(int from, int into)
    {
        for (int i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Entity == from)
                mentions[i] = mentions[i] with { Entity = into };
        }

        counts[into] = Count(into) + Count(from);
        counts[from] = 0;
        merged[from] = into;
        if (drafts[into] is { Known: null, Kind: EntityKind.Person } kept && drafts[from] is { Kind: EntityKind.Person } told)
        {
            // "The Chadian envoy … Karl Beck": of Chad, as was told before.
            if (kept.Country.IsNone)
                (kept.Country, kept.IsPlaced) = (told.Country, told.IsPlaced);
            // "a gunman … Karl Beck": with a name he is no unknown armed man.
            if ((kept.Sectors.IsEmpty || kept.Sectors is [Sector.Cvl] && kept.Office is null && told.Sectors is [Sector.Crm or Sector.Uaf]) && told.Sectors is not [Sector.Unk, ..])
                kept.Sectors = told.Sectors is [Sector.Uaf, ..] ? [Sector.Crm] : told.Sectors;
            if (kept.Office is null && kept.Level is null)
                (kept.Office, kept.Level) = (told.Office, told.Level);
        }

        foreach (string key in byKey.Where(pair => pair.Value == from).Select(pair => pair.Key).ToArray())
            byKey[key] = into;

        // Whose sister the nameless one was the named one's sister is.
        string owned = $" of {from}";
        foreach ((string key, int relative) in byKey.Where(pair => pair.Key.EndsWith(owned, StringComparison.Ordinal)).ToArray())
            byKey.TryAdd($"{key[..^owned.Length]} of {into}", relative);
    }

    /// <summary>Who an entity has turned out to be.</summary>
    public int Now(int entity)
    {
        while (merged.TryGetValue(entity, out int into))
            entity = into;
        return entity;
    }

    public void Mention(TextRange range, int head, int entity, MentionKind kind, string rule)
    {
        counts[entity] = Count(entity) + 1;
        mentions.Add(new EntityMention(range, head, entity, kind, new RuleId(rule)));
    }

    /// <summary>"police … the Chilean police": those of no state are those of the only state whose like the report has.</summary>
    private void Settle()
    {
        foreach ((string key, int from) in byKey.ToArray())
        {
            if (!key.EndsWith(" of ", StringComparison.Ordinal) || drafts[from] is not { Kind: EntityKind.Group or EntityKind.Organization, Known: null, IsNamed: false } draft
                || draft.Sectors is not [Sector.Cop or Sector.Leg])
                continue;
            int[] like = [.. byKey.Where(other => other.Key.Length == key.Length + 3 && other.Key.StartsWith(key, StringComparison.Ordinal)).Select(other => other.Value).Distinct()];
            if (like is [var only] && only != from)
                Merge(from, only);
        }
    }

    /// <summary>"the Ministry of Trade … the trade ministry": one body under two names.</summary>
    /// <param name="words">Which nouns may stand before or behind what they are for.</param>
    public void Turn(MentionWords words)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < drafts.Count; i++)
        {
            if (drafts[i] is not { Kind: EntityKind.Organization, IsPlural: false, Sectors: [Sector.Gov, ..] } draft || Count(i) == 0 || Field(draft.Name, words) is not { } field)
                continue;
            string key = $"{field} of {draft.Country}";
            if (!first.TryGetValue(key, out int other) && (!first.TryGetValue(field + " of ", out other) || drafts[other].Facing == draft.Country && !draft.Country.IsNone))
                first.Add(key, i);
            else if (draft.Known is null)
                Merge(i, other);
            else if (drafts[other].Known is null)
                Merge(other, i);
        }
    }

    /// <summary>"Andina Cobre … Andina", "Southern Sky Air … Southern Sky": the only body of the report whose name begins so, or ends in that one word.</summary>
    /// <param name="tree">Where the short names stand: a town is no firm that is called after it.</param>
    /// <param name="words">Which words firms leave off, and which are words of the language.</param>
    public void Shorten(DocumentTree tree, MentionWords words)
    {
        for (int i = 0; i < drafts.Count; i++)
        {
            if (drafts[i] is not { Kind: EntityKind.Organization or EntityKind.Place, Known: null, IsPlural: false } few || Count(i) == 0 || !few.Name.Any(char.IsLower) || !char.IsUpper(few.Name[0]))
                continue;
            bool single = !few.Name.Contains(' ', StringComparison.Ordinal);
            if (single && (few.Kind == EntityKind.Place || words.IsOrdinary(few.Name.ToLowerInvariant())) || few.Kind == EntityKind.Place && IsPlaced(i, tree, words))
                continue;
            int only = -1;
            for (int k = 0; k < drafts.Count && only != -2; k++)
            {
                if (k == i || Count(k) == 0 || !(Opens(drafts[k].Name, few.Name) || single && Ends(drafts[k].Name, few.Name)))
                    continue;
                only = only < 0 && IsLonger(drafts[k], few, single, words) ? k : -2;
            }

            if (only >= 0)
                Merge(i, only);
        }
    }

    private bool IsPlaced(int entity, DocumentTree tree, MentionWords words)
    {
        foreach (EntityMention mention in mentions)
        {
            if (mention.Entity == entity && tree[mention.HeadToken].Relation == Relation.Obl && words.IsPlaceCase(tree.Case(mention.HeadToken)))
                return true;
        }

        return false;
    }

    private static bool Opens(string all, string few) => all.Length > few.Length && all[few.Length] == ' ' && all.StartsWith(few, StringComparison.Ordinal);

    private static bool Ends(string all, string few) => all.Length > few.Length && all[^(few.Length + 1)] == ' ' && all.EndsWith(few, StringComparison.Ordinal);

    private static bool IsLonger(EntityDraft all, EntityDraft few, bool single, MentionWords words)
    {
        if (all is not { Kind: EntityKind.Organization, Known: null, IsPlural: false } || !all.Country.IsNone && !few.Country.IsNone && all.Country != few.Country
            || !all.Sectors.IsEmpty && !few.Sectors.IsEmpty && all.Sectors[0] != few.Sectors[0])
            return false;
        string last = all.Name[(all.Name.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        bool next = all.Name.LastIndexOf(' ') == few.Name.Length || single && all.Name.Length - few.Name.Length - 1 == all.Name.IndexOf(' ', StringComparison.Ordinal);
        return next && (words.IsFirmWord(last) || words.IsFirmName(last) || single && words.NameWord(last) is null && all.Sectors is [] or [Sector.Bus]);
    }

    /// <summary>"trade ministry" for "Ministry of Trade and Industry" and "Norway's trade ministry"; null for another name.</summary>
    private static string? Field(string name, MentionWords words)
    {
        string[] parts = name.ToLowerInvariant().Split(' ');
        if (parts.Length < 2)
            return null;
        if (words.IsTurned(parts[^1]))
            return $"{parts[^2]} {parts[^1]}";
        int field = parts.Length > 3 && words.IsDefinite(parts[2]) ? 3 : 2;
        return words.IsTurned(parts[0]) && parts.Length > field && parts[1] is "of" or "for" ? $"{parts[field]} {parts[0]}" : null;
    }

    /// <summary>"The Chadian leader arrived … President Karl Beck": a nameless one told of by an office that says only the rank is the only named one who leads that state.</summary>
    /// <param name="words">Which offices say no more than the rank.</param>
    public void Identify(MentionWords words)
    {
        for (int i = 0; i < drafts.Count; i++)
        {
            if (drafts[i] is not { Kind: EntityKind.Person, Known: null, IsNamed: false, IsPlural: false, IsSomebody: false, Level: <= TitleLevel.HeadOfGovernment, Office: { } office, Country.IsNone: false } nameless || !words.IsWide(office) || Count(i) == 0)
                continue;
            int[] able = [.. Enumerable.Range(0, drafts.Count).Where(other => other != i && Count(other) > 0 && drafts[other] is { Kind: EntityKind.Person, IsPlural: false, Level: <= TitleLevel.HeadOfGovernment, Office: not null } named
                && (named.IsNamed || named.Known is not null) && named.Country == nameless.Country)];
            if (able is [var only])
                Merge(i, only);
        }
    }

    /// <summary>"The foreign ministers of Chad and Togo met … Karl Beck, the Chadian foreign minister": a nameless holder of an office of a state is the only named one of the report who holds it.</summary>
    public void Unite()
    {
        for (int i = 0; i < drafts.Count; i++)
        {
            if (drafts[i] is not { Kind: EntityKind.Person, Known: null, IsNamed: false, IsPlural: false, IsSomebody: false, IsPlaced: false, Level: <= TitleLevel.HeadOfGovernment or TitleLevel.ForeignMinister or TitleLevel.Minister, Office: { } office, Country.IsNone: false } nameless || Count(i) == 0)
                continue;
            int[] able = [.. Enumerable.Range(0, drafts.Count).Where(other => other != i && Count(other) > 0 && drafts[other] is { Kind: EntityKind.Person, IsPlural: false } named && (named.IsNamed || named.Known is not null)
                && (named.Seat is null || nameless.Seat is null || OfficeUses.IsOneSeat(named.Seat, nameless.Seat)) && (named.Office == office || nameless.Level <= TitleLevel.HeadOfGovernment && named.Level <= TitleLevel.HeadOfGovernment && (nameless.IsPeer || named.Level == nameless.Level)) && named.Country == nameless.Country)];
            if (able is [var only] && !(drafts[i].IsMale && drafts[only].IsFemale) && !(drafts[i].IsFemale && drafts[only].IsMale))
                Merge(i, only);
        }
    }

    /// <summary>The entities that are mentioned, in the order of their first mentions, with all mentions in the order of the text.</summary>
    public (ImmutableArray<Entity> Entities, ImmutableArray<EntityMention> Mentions) Build()
    {
        Settle();
        mentions.Sort(static (a, b) => a.Range != b.Range ? a.Range.CompareTo(b.Range) : a.Entity.CompareTo(b.Entity));
        int[] numbers = new int[drafts.Count];
        var entities = ImmutableArray.CreateBuilder<Entity>();
        var numbered = ImmutableArray.CreateBuilder<EntityMention>(mentions.Count);
        for (int m = 0; m < mentions.Count; m++)
        {
            EntityMention mention = mentions[m];
            if (m > 0 && mention.Range == mentions[m - 1].Range && mention.Entity == mentions[m - 1].Entity)
                continue;
            if (numbers[mention.Entity] == 0)
            {
                EntityDraft draft = drafts[mention.Entity];
                entities.Add(new Entity
                {
                    Id = $"e{entities.Count + 1}",
                    Name = draft.Name,
                    Kind = draft.Kind,
                    Country = draft.Country,
                    Sectors = draft.Sectors,
                    Office = draft.Calling is { } calling && calling.Office == draft.Office ? calling.Word : draft.Office,
                    Candidates = draft.Candidates,
                    Known = draft.Known?.Key,
                });
                numbers[mention.Entity] = entities.Count;
            }

            numbered.Add(mention with { Entity = numbers[mention.Entity] - 1 });
        }

        return (entities.ToImmutable(), numbered.ToImmutable());
    }
}
