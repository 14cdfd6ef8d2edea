using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>A layer made from dictionaries.</summary>
/// <param name="Files">Path inside the layer, and text.</param>
/// <param name="Counts">What was read, left out and refused.</param>
/// <param name="Refused">Each refused entry with its file, line and why.</param>
public sealed record ImportResult(
    ImmutableArray<(string Path, string Text)> Files, ImmutableArray<(string What, int Count)> Counts, ImmutableArray<KnowledgeException> Refused);

/// <summary>Turns actor and agent dictionaries of the older coders into a layer of entities and common nouns.</summary>
public sealed class DictionaryImport
{
    private readonly KnownEntities entities;
    private readonly ActorCodes codes;
    private readonly List<KnowledgeException> refused = [];
    private readonly SortedDictionary<string, string> blocks = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> agents = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    public DictionaryImport(KnowledgeSource source, KnowledgeBase knowledge)
    {
        entities = knowledge.Entities;
        codes = new ActorCodes(source, entities);
    }

    /// <summary>Takes one dictionary; its kind is seen from its text.</summary>
    public void Add(string file, string text)
    {
        if (ActorDictionary.IsAgents(text))
            AddAgents(file, text);
        else if (ActorDictionary.IsActors(text))
            AddActors(file, text);
        else
            refused.Add(new KnowledgeException(file, 1, 1, "no dictionary of actors or agents: verb patterns, issues and discards have no place in a layer of entities"));
    }

    public ImportResult Finish()
    {
        var files = ImmutableArray.CreateBuilder<(string, string)>();
        if (blocks.Count > 0)
            files.Add(("entities/imported.entities", string.Join('\n', blocks.Values)));
        if (agents.Count > 0)
            files.Add(("entities/agents.tsv", "noun\tplural\tsector\tkind\n" + string.Concat(agents.Values)));
        return new ImportResult(
            files.ToImmutable(),
            [.. counts.Select(pair => (pair.Key, pair.Value)), ("refused", refused.Count)],
            [.. refused]);
    }

    private void Count(string what) => counts[what] = counts.GetValueOrDefault(what) + 1;

    private void Refuse(FilePlace place, string why)
    {
        refused.Add(new KnowledgeException(place, why));
        Count("refused: " + (why.IndexOf(':', StringComparison.Ordinal) is var cut and > 0 ? why[..cut] : why));
    }

    private void AddAgents(string file, string text)
    {
        foreach (AgentEntry entry in ActorDictionary.Agents(file, text, refused.Add))
        {
            Count("agents read");
            ActorCode? code = codes.Read(entry.Code, isAgent: true, out _);
            if (code is not { } known || known.Sectors.IsEmpty)
            {
                Refuse(entry.Place, $"no sector here for the code: {entry.Code}");
                continue;
            }

            string noun = Lower(entry.Noun);
            string plural = entry.Plural switch
            {
                null => NameRules.Plural(noun) ?? "",
                "" => "",
                string given => Lower(given),
            };
            if (!agents.TryAdd(noun, $"{noun}\t{plural}\t{known.Sectors[0].Code()}\tperson\n"))
                Count("agents given twice");
        }
    }

    private void AddActors(string file, string text)
    {
        foreach (ActorEntry entry in ActorDictionary.Actors(file, text, refused.Add))
        {
            Count("actors read");
            var read = new List<(ActorCode Code, DatedCode Dated)>();
            foreach (DatedCode dated in entry.Codes)
            {
                if (codes.Read(dated.Code, isAgent: false, out string? unknown) is { } code)
                    read.Add((code, dated));
                else
                    Refuse(entry.Place, $"nothing known in the code: {unknown ?? dated.Code}");
            }

            if (entry.Codes.IsEmpty)
                Refuse(entry.Place, $"no code: {entry.Names[0]}");
            if (read.Count == 0)
                continue;
            bool person = IsPerson(entry, read);
            ImmutableArray<string> names = [.. entry.Names.Select(name => ImportedName.Of(name, person, entities)).Where(name => name.Length > 1).Distinct()];
            if (names.IsEmpty)
                Refuse(entry.Place, $"no name is left: {entry.Names[0]}");
            else if (IsKnown(names, read))
                Count("actors known already with the same code");
            else if (person)
                WritePerson(names, read);
            else
                WriteBodies(names, read);
        }
    }

    /// <summary>An office with its days makes a person, unless the name is one of a body or of something else that is known.</summary>
    private bool IsPerson(ActorEntry entry, List<(ActorCode Code, DatedCode Dated)> read)
    {
        if (!read.Exists(part => part.Dated.IsDated) || read.TrueForAll(part => part.Code.Sectors.IsEmpty))
            return false;
        string name = ImportedName.Of(entry.Names[0], person: false, entities);
        return !ImportedName.IsBody(name, entities) && !Named(name).Any(known => known.Kind != EntityKind.Person);
    }

    /// <summary>Those whom the whole text names, surnames alone left out.</summary>
    private List<KnownEntity> Named(string name)
    {
        var matches = new List<NameMatch>();
        entities.Match(name, matches);
        var named = new List<KnownEntity>();
        foreach (NameMatch match in matches.Where(match => match.Length == name.Length))
        {
            foreach (NameCandidate candidate in entities.Candidates(match.Name))
            {
                if (candidate.IsEntity && candidate.Role != NameRole.Surname)
                    named.Add(entities[candidate.Index]);
            }
        }

        return named;
    }

    /// <summary>True when the knowledge has one of the names with the country and the sector of every code.</summary>
    private bool IsKnown(ImmutableArray<string> names, List<(ActorCode Code, DatedCode Dated)> read)
    {
        foreach (string name in names)
        {
            if (Named(name).Exists(known => read.All(part => Agrees(known, part.Code, part.Dated))))
                return true;
        }

        return false;
    }

    private static bool Agrees(KnownEntity entity, ActorCode code, DatedCode dated)
    {
        if (entity.Kind == EntityKind.Person)
        {
            return entity.Offices.Any(office => (code.Country.IsNone || office.Country == code.Country)
                && (code.Sectors.IsEmpty || code.Sectors.Contains(office.Sector) || code.Sectors.Contains(Sector.Eli))
                && (!dated.IsDated || office.Span.Overlaps(dated.Span)));
        }

        return entity.Country == code.Country && (code.Sectors.IsEmpty || entity.Kind is EntityKind.State or EntityKind.Place || code.Sectors.Any(entity.Sectors.Contains));
    }

    /// <summary>One who is known keeps all that is known and gains the offices of days without any.</summary>
    private void WritePerson(ImmutableArray<string> names, List<(ActorCode Code, DatedCode Dated)> read)
    {
        KnownEntity? known = names.SelectMany(Named).FirstOrDefault(other => other.Kind == EntityKind.Person
            && other.Offices.Any(office => read.Exists(part => part.Code.Country == office.Country)));
        var offices = new List<Office>();
        foreach ((ActorCode code, DatedCode when) in read.Where(part => part.Dated.IsDated).OrderBy(part => part.Dated.Span.From ?? DateOnly.MinValue))
            AddOffice(offices, code, when.Span);

        // A code without days holds on all days that no other takes.
        List<DateSpan> spans = [.. offices.Select(office => office.Span)];
        foreach ((ActorCode code, _) in read.Where(part => !part.Dated.IsDated).Take(1))
        {
            foreach (DateSpan gap in Gaps(spans))
                AddOffice(offices, code, gap);
        }

        string header = known?.Name ?? names[0];
        if (known is not null)
        {
            names = [.. known.Names, .. names.Where(name => !known.Names.Contains(name))];
            offices.RemoveAll(office => known.Offices.Any(own => own.Span.Overlaps(office.Span)));
            offices.InsertRange(0, known.Offices);
        }

        var block = new StringBuilder();
        block.Append("person ").Append(header).Append('\n');
        AppendNames(block, names);
        if (known is not null)
            block.Append("  family  ").Append(known.Families.IsEmpty ? "-" : string.Join(" | ", known.Families)).Append('\n');
        foreach (Office office in offices.OrderBy(office => office.Span.From ?? DateOnly.MinValue))
        {
            string country = office.Country.IsNone ? "-" : office.Country.ToString();
            block.Append(CultureInfo.InvariantCulture, $"  office  {country} {office.Sector.Code()} {office.Title}  {office.Span}\n");
        }

        Put(known is null ? "person" : "known person", header, block.ToString());
    }

    /// <summary>Adds an office, or lengthens the one of the same kind that it touches.</summary>
    private static void AddOffice(List<Office> offices, ActorCode code, DateSpan span)
    {
        Sector sector = code.Sectors.IsEmpty ? Sector.Unk : code.Sectors[0];
        string title = sector == Sector.Eli ? "former official" : "official";
        for (int i = 0; i < offices.Count; i++)
        {
            Office other = offices[i];
            if (other.Country != code.Country || other.Sector != sector || !other.Span.Overlaps(span))
                continue;
            DateOnly? from = other.Span.From is { } a && span.From is { } b ? a < b ? a : b : null;
            DateOnly? to = other.Span.To is { } c && span.To is { } d ? c > d ? c : d : null;
            offices.RemoveAt(i);
            AddOffice(offices, code, new DateSpan(from, to));
            return;
        }

        offices.Add(new Office(code.Country, sector, title, TitleLevel.Official, span));
    }

    private static IEnumerable<DateSpan> Gaps(List<DateSpan> spans)
    {
        DateOnly? free = null;
        foreach (DateSpan span in spans.OrderBy(span => span.From ?? DateOnly.MinValue))
        {
            if (span.From is { } from && (free is not { } start || start < from))
                yield return new DateSpan(free, from);
            if (span.To is not { } to)
                yield break;
            free = free is { } before && before > to ? before : to;
        }

        yield return new DateSpan(free, null);
    }

    private void WriteBodies(ImmutableArray<string> names, List<(ActorCode Code, DatedCode Dated)> read)
    {
        var spans = read.Where(part => part.Dated.IsDated).Select(part => part.Dated.Span).ToList();
        foreach ((ActorCode code, DatedCode when) in read)
        {
            foreach (DateSpan span in when.IsDated || spans.Count == 0 ? [when.Span] : Gaps(spans))
            {
                bool armed = code.Sectors.Any(sector => sector is Sector.Reb or Sector.Uaf or Sector.Opp or Sector.Crm);
                var block = new StringBuilder();
                block.Append(armed ? "group " : "organization ").Append(names[0]).Append('\n');
                AppendNames(block, names);
                if (!code.Country.IsNone)
                    block.Append("  country ").Append(code.Country.ToString()).Append('\n');
                if (!code.Sectors.IsEmpty)
                    block.Append("  sector  ").Append(string.Join(" | ", code.Sectors.Take(2).Select(sector => sector.Code()))).Append('\n');
                if (span != default)
                    block.Append(CultureInfo.InvariantCulture, $"  valid   {span}\n");
                Put(armed ? "group" : "organization", $"{names[0]}\0{code.Country} {span}", block.ToString());
            }
        }
    }

    private void Put(string kind, string key, string block)
    {
        // Blocks stand sorted by the name after the keyword.
        if (blocks.TryAdd($"{key}\0{kind}", block))
            Count($"{kind}s written");
        else
            Count("actors given twice");
    }

    private static void AppendNames(StringBuilder block, ImmutableArray<string> names)
    {
        string[] acronyms = [.. names.Skip(1).Where(ImportedName.IsAcronym)];
        string[] others = [.. names.Skip(1).Where(name => !ImportedName.IsAcronym(name))];
        if (others.Length > 0)
            block.Append("  names   ").Append(string.Join(" | ", others)).Append('\n');
        if (acronyms.Length > 0 && !block.ToString().StartsWith("person", StringComparison.Ordinal))
            block.Append("  acronyms ").Append(string.Join(" | ", acronyms)).Append('\n');
    }

    private static string Lower(string text) => text.Replace('_', ' ').Trim().ToLowerInvariant();
}
