using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>Reads the files below <c>entities/</c> of the folder and its layers, and writes what <see cref="KnownEntities"/> is read from.</summary>
internal sealed class EntityLoader
{
    /// <summary>About as many as the data give; more only cost a copy.</summary>
    private const int NamesExpected = 1 << 15;

    private readonly Action<KnowledgeException> report;
    private readonly Folding folding;
    private readonly Naming naming;
    private readonly NameRules rules;
    private readonly NameTrieBuilder trie;
    private readonly List<KnownEntity> entities = [];
    private readonly List<NamedAs[]> listed = [];
    private readonly List<(int Name, NameCandidate Candidate)> named = [];

    /// <summary>All names that are no letters, in whatever case.</summary>
    private readonly HashSet<string> spelled = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> byKey = new(StringComparer.Ordinal);
    private readonly List<EntityExample> examples = [];

    private EntityLoader(KnowledgeSource source, Folding folding, Action<KnowledgeException> report)
    {
        this.report = report;
        this.folding = folding;
        naming = new Naming(source);
        rules = new NameRules(naming, folding);
        trie = new NameTrieBuilder(folding, naming, NamesExpected);
    }

    /// <param name="source">The folder <c>data</c>.</param>
    /// <param name="layers">User layers; an entity of a later one replaces that of the same key.</param>
    /// <param name="folding">The table of letters.</param>
    /// <param name="report">Takes what breaks the format; throws, or goes on with the rest.</param>
    public static (KnownEntities Entities, ImmutableArray<EntityExample> Examples) Load(
        KnowledgeSource source, IReadOnlyList<KnowledgeSource> layers, Folding folding, Action<KnowledgeException> report)
    {
        var texts = new TextPoolBuilder();
        var image = new ImageWriter(texts);
        Compile(source, layers, folding, report, image);
        var reader = new ImageReader(image.Written, texts.ToPool());
        return Read(ref reader, [source, .. layers], folding);
    }

    /// <summary>Writes all entities with their names and examples for <see cref="Read"/>.</summary>
    public static void Compile(
        KnowledgeSource source, IReadOnlyList<KnowledgeSource> layers, Folding folding, Action<KnowledgeException> report, ImageWriter image)
    {
        var loader = new EntityLoader(source, folding, report);
        IEnumerable<KnowledgeSource> all = layers.Prepend(source);
        var titles = new Titles(loader.ReadTitles(all));
        ImmutableArray<Agent> agents = loader.ReadAgents(all);
        foreach (KnowledgeSource part in all)
        {
            loader.ReadFiles(part, titles);
            loader.ReadPlaces(part);
        }

        ImmutableArray<RegionWord> regions = loader.NameEverything(titles, agents);
        var writing = new EntityWriting(image, folding);
        writing.WriteWords(titles, agents, regions);
        writing.WriteNames(loader.trie, loader.named);
        writing.WriteEntities(loader.entities);
        writing.WriteExamples(loader.examples);
    }

    /// <param name="image">Where <see cref="Compile"/> wrote.</param>
    /// <param name="sources">The folder <c>data</c> and its layers.</param>
    /// <param name="folding">The table of letters.</param>
    public static (KnownEntities Entities, ImmutableArray<EntityExample> Examples) Read(
        ref ImageReader image, IReadOnlyList<KnowledgeSource> sources, Folding folding)
    {
        var known = new KnownEntities(ref image, folding, new Naming(sources[0]), new PhraseWords(sources));
        var examples = new EntityExample[image.ReadNumber()];
        for (int i = 0; i < examples.Length; i++)
            examples[i] = EntityRecord.ReadExample(ref image);
        return (known, ImmutableCollectionsMarshal.AsImmutableArray(examples));
    }

    private static Func<string, Title?> TitleCache(Titles titles)
    {
        var cache = new Dictionary<string, Title?>(StringComparer.Ordinal);
        return title =>
        {
            if (!cache.TryGetValue(title, out Title? found))
                cache.Add(title, found = titles.Find(title));
            return found;
        };
    }

    /// <summary>Reads the files side by side, and keeps their entities in the order of the files.</summary>
    private void ReadFiles(KnowledgeSource part, Titles titles)
    {
        (string File, string Text)[] files = [.. part.Below("entities/", ".entities")];
        var read = new FileContent[files.Length];
        Parallel.For(0, files.Length, i => read[i] = ReadFile(files[i].File, files[i].Text, titles));
        foreach (FileContent content in read)
        {
            foreach (KnowledgeException problem in content.Problems)
                report(problem);
            for (int i = 0; i < content.Entities.Count; i++)
            {
                Keep(content.Entities[i].Entity, content.Names[i]);
                examples.AddRange(content.Entities[i].Examples);
            }
        }
    }

    /// <summary>What one file holds: its entities, each with all its names, and what breaks the format.</summary>
    private sealed record FileContent(List<ReadEntity> Entities, List<NamedAs[]> Names, List<KnowledgeException> Problems);

    private FileContent ReadFile(string file, string text, Titles titles)
    {
        var content = new FileContent([], [], []);
        try
        {
            var reader = new EntityReader(naming, TitleCache(titles), content.Problems.Add);
            foreach (Block block in BlockFile.Parse(file, text))
            {
                if (reader.Read(block) is not { } read)
                    continue;
                content.Entities.Add(read);
                content.Names.Add(read.Entity.Kind == EntityKind.Person ? [.. read.Names, .. rules.OfPerson(read.Entity, read.Names)] : [.. read.Names]);
            }
        }
        catch (KnowledgeException error)
        {
            content.Problems.Add(error);
        }

        return content;
    }

    /// <summary>
    /// One of a later layer takes the place of the one with its key. Within one folder namesakes of different countries are told
    /// apart by the country in their keys, those of one country by number; the check of the data reports the latter.
    /// </summary>
    private void Keep(KnownEntity entity, NamedAs[] names)
    {
        string apart = $"{entity.Key} ({(entity.Country.IsNone ? "-" : entity.Country.ToString())})";
        if (byKey.TryGetValue(entity.Key, out int index))
        {
            if (entities[index].Country != entity.Country && byKey.TryGetValue(apart, out int namesake))
            {
                index = namesake;
            }

            KnownEntity other = entities[index];
            if (SourceOf(other.Place.File) != SourceOf(entity.Place.File))
            {
                entities[index] = entity with { Index = index, Key = other.Key };
                listed[index] = names;
                return;
            }

            for (int number = 2; byKey.ContainsKey(apart); number++)
                apart = $"{entity.Key} ({(entity.Country.IsNone ? "-" : entity.Country.ToString())} {number})";
            entity = entity with { Key = apart };
        }

        byKey.Add(entity.Key, entities.Count);
        entities.Add(entity with { Index = entities.Count });
        listed.Add(names);
    }

    private static string SourceOf(string file)
    {
        int cut = file.LastIndexOf("/entities/", StringComparison.Ordinal);
        return cut < 0 ? file : file[..cut];
    }

    private ImmutableArray<TableRow> Rows(KnowledgeSource source, string path, params string[] columns)
    {
        if (source[path] is not { } text)
            return [];
        try
        {
            return TableFile.Parse($"{source.Name}/{path}", text, columns);
        }
        catch (KnowledgeException error)
        {
            report(error);
            return [];
        }
    }

    private ImmutableArray<Title> ReadTitles(IEnumerable<KnowledgeSource> sources)
    {
        var titles = ImmutableArray.CreateBuilder<Title>();
        foreach (TableRow row in sources.SelectMany(source => Rows(source, "entities/titles.tsv", "title", "sector", "level", "forms")))
        {
            if (!SectorCodes.TryParse(row[1], out Sector sector))
                report(row.Error(1, $"'{row[1]}' is no sector code"));
            else if (!Titles.TryParseLevel(row[2], out TitleLevel level))
                report(row.Error(2, $"'{row[2]}' is no level of a title"));
            else
                titles.Add(new Title(row[0], sector, level, row.Values(3)));
        }

        return titles.ToImmutable();
    }

    private ImmutableArray<Agent> ReadAgents(IEnumerable<KnowledgeSource> sources)
    {
        var agents = ImmutableArray.CreateBuilder<Agent>();
        foreach (TableRow row in sources.SelectMany(source => Rows(source, "entities/agents.tsv", "noun", "plural", "sector", "kind")))
        {
            if (!SectorCodes.TryParse(row[2], out Sector sector))
                report(row.Error(2, $"'{row[2]}' is no sector code"));
            else if (row[3] is not ("person" or "group" or "organization"))
                report(row.Error(3, $"'{row[3]}' is no kind of agent: person, group or organization"));
            else
                agents.Add(new Agent(row[0], row[1].Length == 0 ? null : row[1], sector, row[3] == "person" ? EntityKind.Person : row[3] == "group" ? EntityKind.Group : EntityKind.Organization));
        }

        return agents.ToImmutable();
    }

    private void ReadPlaces(KnowledgeSource source)
    {
        foreach (TableRow row in Rows(source, "entities/places.tsv", "name", "country", "kind", "latitude", "longitude", "names"))
        {
            CountryCode country = default;
            if (row[1].Length > 0 && !CountryCode.TryParse(row[1], out country))
            {
                report(row.Error(1, $"'{row[1]}' is no country code of three capital letters"));
                continue;
            }

            if (row[2] is not ("capital" or "city" or "region" or "site" or "sea"))
            {
                report(row.Error(2, $"'{row[2]}' is no kind of place: capital, city, region, site or sea"));
                continue;
            }

            (double, double)? position = null;
            if (row[3].Length > 0 || row[4].Length > 0)
            {
                if (!TryParseDegrees(row[3], 90, out double latitude) || !TryParseDegrees(row[4], 180, out double longitude))
                {
                    report(row.Error(3, $"'{row[3]}' and '{row[4]}' are no latitude and longitude in degrees"));
                    continue;
                }

                position = (latitude, longitude);
            }

            ImmutableArray<string> names = [row[0], .. row.Values(5)];
            Keep(
                new KnownEntity
                {
                    Key = row[1].Length == 0 ? $"place:{row[0]}" : $"place:{row[0]} ({row[1]})",
                    Name = row[0],
                    Kind = EntityKind.Place,
                    Country = country,
                    Names = names,
                    Position = position,
                    PlaceKind = row[2],
                    Place = new FilePlace(row.File, row.Line, 1),
                },
                [.. names.Select(name => new NamedAs(NameRole.Name, name))]);
        }
    }

    private static bool TryParseDegrees(string text, double limit, out double degrees) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees)
        && Math.Abs(degrees) <= limit;

    private ImmutableArray<RegionWord> NameEverything(Titles titles, ImmutableArray<Agent> agents)
    {
        var regions = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (KnownEntity entity in entities)
        {
            foreach (NamedAs name in listed[entity.Index])
                Name(name, entity.Index);
            foreach (string region in entity.Regions)
            {
                if (!regions.TryGetValue(region, out List<int>? states))
                    regions.Add(region, states = []);
                states.Add(entity.Index);
            }
        }

        ImmutableArray<RegionWord> words = [.. regions.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new RegionWord(pair.Key, [.. pair.Value]))];
        for (int i = 0; i < words.Length; i++)
            Name(new NamedAs(NameRole.Region, words[i].Word), i);
        for (int i = 0; i < titles.All.Length; i++)
        {
            foreach (string form in titles.All[i].Forms)
            {
                Name(new NamedAs(NameRole.Title, form), i);
                if (NameRules.Plural(form) is { } plural)
                    Name(new NamedAs(NameRole.TitlePlural, plural), i);
            }
        }

        for (int i = 0; i < agents.Length; i++)
        {
            Name(new NamedAs(NameRole.Agent, agents[i].Noun), i);
            if (agents[i].Plural is { } plural)
                Name(new NamedAs(NameRole.AgentPlural, plural), i);
        }

        foreach (KnownEntity entity in entities)
        {
            foreach (NamedAs name in IsSpoken(entity) ? listed[entity.Index] : [])
            {
                if (name.Role == NameRole.Acronym && name.Name.Length > 3 && IsLetters(name.Name) && !spelled.Contains(name.Name))
                    NameAsSpoken(name.Name, entity.Index);
            }
        }

        return words;
    }

    private void Name(NamedAs name, int index)
    {
        if (name.Role != NameRole.Acronym)
            spelled.Add(name.Name);
        NameCase letters = name.Role switch
        {
            NameRole.Acronym => NameCase.Exact,
            >= NameRole.Title => NameCase.Any,
            _ => IsAcronym(name.Name) ? NameCase.Exact : NameCase.Capital,
        };
        int id = trie.Add(name.Name, letters);
        var candidate = new NameCandidate(name.Role, index);
        if (id >= 0 && !IsNamed(id, candidate))
            named.Add((id, candidate));
    }

    /// <summary>"Unicef", "Swapo": some papers write letters that are spoken as a word with one capital.</summary>
    private void NameAsSpoken(string letters, int index)
    {
        int id = trie.Add(letters[0] + letters[1..].ToLowerInvariant(), NameCase.Exact);
        var candidate = new NameCandidate(NameRole.Acronym, index);
        if (id >= 0 && !IsNamed(id, candidate))
            named.Add((id, candidate));
    }

    private static bool IsSpoken(KnownEntity entity) =>
        entity.Kind is EntityKind.Organization or EntityKind.Group && entity.Sectors.Any(static sector => sector is Sector.Igo or Sector.Pty or Sector.Lab or Sector.Reb or Sector.Opp);

    private static bool IsLetters(string name)
    {
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterUpper(c))
                return false;
        }

        return true;
    }

    /// <summary>A name given twice to one entity is one; both stand close together, so only the last few are looked at.</summary>
    private bool IsNamed(int id, NameCandidate candidate)
    {
        for (int i = named.Count - 1; i >= 0 && i >= named.Count - 64; i--)
        {
            if (named[i].Candidate.Index != candidate.Index)
                return false;
            if (named[i].Name == id && (named[i].Candidate.Role == candidate.Role || candidate.Role == NameRole.Surname && named[i].Candidate.Role <= NameRole.Short))
                return true;
        }

        return false;
    }

    /// <summary>A name of capitals only, up to six letters.</summary>
    private static bool IsAcronym(string name)
    {
        if (name.Length > 6)
            return false;
        foreach (char c in name)
        {
            if (!char.IsUpper(c) && !char.IsAsciiDigit(c) && c != '.')
                return false;
        }

        return true;
    }
}
