using System.Collections.Immutable;
using System.Globalization;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>A code of CAMEO with PLOVER's counterpart.</summary>
/// <param name="Code">As text: <c>0311</c>.</param>
/// <param name="Name">What it means.</param>
/// <param name="Type">PLOVER's type; null for statements (01).</param>
/// <param name="Mode">PLOVER's mode, or "".</param>
/// <param name="Context">PLOVER's context, or "".</param>
/// <param name="Goldstein">The Goldstein score as GDELT publishes it, -10 to 10; null where it has none.</param>
public sealed record CameoCode(string Code, string Name, EventType? Type, string Mode, string Context, double? Goldstein);

/// <summary>When an actor of a sector is a side of political acts.</summary>
/// <param name="Always">By itself: governments, parties, armed groups.</param>
/// <param name="OfCountry">When the text says of which country: "Chilean farmers".</param>
/// <param name="Types">The types in which it is one even so: people who protest, teachers who are arrested.</param>
public sealed record SectorStanding(bool Always, bool OfCountry, ImmutableArray<EventType> Types);

/// <summary>What must bear out a context that a rule gives to all its acts.</summary>
/// <param name="IsFree">Nothing: the rule's own words name it.</param>
/// <param name="NeedsStates">Sides of two countries, or an international body.</param>
/// <param name="Sectors">A side of one of these.</param>
public sealed record ContextGround(bool IsFree, bool NeedsStates, ImmutableArray<Sector> Sectors);

/// <summary>The coding schemes: PLOVER's types, modes, contexts and scores, CAMEO's codes with Goldstein's scores.</summary>
public sealed class Ontology
{
    // By type, the score of each mode; "" is the type alone.
    private readonly Dictionary<string, double?>?[] scores;
    private readonly Dictionary<string, ContextGround> contexts;
    private readonly Dictionary<string, CameoCode> cameo;
    private readonly SectorStanding?[] standings;
    private readonly Dictionary<string, string> fields;
    private readonly HashSet<EventType> ofPlaces;

    private Ontology(
        Dictionary<string, double?>?[] scores, Dictionary<string, ContextGround> contexts, Dictionary<string, CameoCode> cameo, SectorStanding?[] standings,
        Dictionary<string, string> fields, HashSet<EventType> ofPlaces)
    {
        this.ofPlaces = ofPlaces;
        this.fields = fields;
        this.standings = standings;
        this.scores = scores;
        this.contexts = contexts;
        this.cameo = cameo;
    }

    public bool IsMode(EventType type, string mode) => mode.Length > 0 && scores[(int)type]?.ContainsKey(mode) == true;

    /// <summary>All modes of a type, by the alphabet.</summary>
    public ImmutableArray<string> ModesOf(EventType type) =>
        scores[(int)type] is { } ofType ? [.. ofType.Keys.Where(mode => mode.Length > 0).Order(StringComparer.Ordinal)] : [];

    /// <summary>All contexts, by the alphabet.</summary>
    public ImmutableArray<string> Contexts => [.. contexts.Keys.Order(StringComparer.Ordinal)];

    public bool IsContext(string name) => contexts.ContainsKey(name);

    /// <summary>What bears out a context where no word of the act names it.</summary>
    public ContextGround GroundOf(string context) => contexts[context];

    public bool IsCameo(string code) => cameo.ContainsKey(code);

    public CameoCode? Cameo(string code) => cameo.GetValueOrDefault(code);

    /// <summary>PLOVER's context that a word names as the field of an agreement: <c>natural_resource</c> for "energy"; null for none.</summary>
    public string? FieldOf(string word) => fields.GetValueOrDefault(word);

    /// <summary>Whether acts of a type are done to places: towns are visited, besieged and fed, not asked or accused.</summary>
    public bool TakesPlaces(EventType type) => ofPlaces.Contains(type);

    /// <summary>Whether an entity can be a side of a political act of a type: a private person without office is none.</summary>
    /// <param name="entity">The side.</param>
    /// <param name="type">Null for a statement.</param>
    public bool IsSide(Entity entity, EventType? type)
    {
        // A medium that is known stands no higher than one that is not: whoever is interviewed has met nobody.
        bool isKnown = entity.Known is not null && entity.Kind != EntityKind.Place && !entity.Sectors.Contains(Sector.Med);
        if (entity.Kind == EntityKind.State || isKnown || entity.Candidates.Length > 0)
            return true;
        // What sort of body an unknown name is cannot be told; a person without office is told by that.
        if (entity.Sectors.Length == 0 && (entity.Kind == EntityKind.Organization || (entity.Kind != EntityKind.Person && !entity.Country.IsNone)))
            return true;

        // "A spokeswoman for the zoo said": whoever speaks by an office, for whomever.
        if (entity.Sectors.Length == 0 && entity.Office is not null && type is null)
            return true;
        ImmutableArray<Sector> sectors = entity.Sectors.Length == 0 ? [Sector.Unk] : entity.Sectors;
        foreach (Sector sector in sectors)
        {
            if (standings[(int)sector] is { } standing
                && (standing.Always || (standing.OfCountry && !entity.Country.IsNone) || (type is { } act && standing.Types.Contains(act))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an entity is one person or one firm without office: what they do among their own is business or private life, unless they protest or blood flows.</summary>
    /// <param name="entity">The side.</param>
    /// <param name="type">Null for a statement.</param>
    public bool IsPrivate(Entity entity, EventType? type)
    {
        if (entity.Kind is not (EntityKind.Person or EntityKind.Organization) || entity.Sectors.IsEmpty || (entity.Office is not null && !(entity.Sectors is [Sector.Cvl] && type is EventType.Consult or EventType.Cooperate or EventType.Agree)) || type is EventType.Protest or EventType.Assault || (entity.Kind == EntityKind.Person && type is EventType.Request or EventType.Accuse))
            return false;
        foreach (Sector sector in entity.Sectors)
        {
            if (standings[(int)sector] is null or { Always: true })
                return false;
        }

        return true;
    }

    /// <summary>PLOVER's score of a type with its first mode: -10 to 10.</summary>
    public double? Score(EventType type, ImmutableArray<string> modes) =>
        scores[(int)type] is not { } ofType ? null
        : modes.Length > 0 && ofType.TryGetValue(modes[0], out double? score) && score is not null ? score
        : ofType.GetValueOrDefault("");

    /// <exception cref="KnowledgeException">A table of <c>data/ontology</c> breaks its format.</exception>
    public static Ontology Load(KnowledgeSource source)
    {
        var ofPlaces = new HashSet<EventType>();
        var scores = new Dictionary<string, double?>?[Enum.GetValues<EventType>().Length];
        foreach (TableRow row in Rows(source, "ontology/types.tsv", "type", "mode", "score", "places"))
        {
            if (!EventTypes.TryParse(row[0], out EventType type))
                throw row.Error(0, $"'{row[0]}' is no PLOVER type");
            (scores[(int)type] ??= new Dictionary<string, double?>(StringComparer.Ordinal))[row[1]] = Score(row, 2);
            if (row[3].Length > 0)
                ofPlaces.Add(row[3] == "yes" ? type : throw row.Error(3, $"'{row[3]}' is neither empty nor 'yes'"));
        }

        var cameo = new Dictionary<string, CameoCode>(StringComparer.Ordinal);
        foreach (TableRow row in Rows(source, "ontology/cameo.tsv", "code", "name", "type", "mode", "context", "goldstein"))
        {
            EventType? type = null;
            if (row[2].Length > 0)
                type = EventTypes.TryParse(row[2], out EventType found) ? found : throw row.Error(2, $"'{row[2]}' is no PLOVER type");
            cameo[row[0]] = new CameoCode(row[0], row[1], type, row[3], row[4], Score(row, 5));
        }

        var contexts = Rows(source, "ontology/contexts.tsv", "context", "meaning", "ground").ToDictionary(row => row[0], Ground, StringComparer.Ordinal);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (TableRow row in Rows(source, "ontology/fields.tsv", "word", "field"))
            fields[row[0]] = contexts.ContainsKey(row[1]) ? row[1] : throw row.Error(1, $"'{row[1]}' is no context of PLOVER");
        return new Ontology(
            scores,
            contexts,
            cameo,
            Standings(source),
            fields,
            ofPlaces);
    }

    /// <summary>Reads <c>MIL | REB</c>, <c>states</c>, or <c>words</c> for a context that only words of the act bear out; nothing where the rule's word is enough.</summary>
    private static ContextGround Ground(TableRow row)
    {
        var sectors = ImmutableArray.CreateBuilder<Sector>();
        bool states = false;
        foreach (string part in row[2].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            states |= part == "states";
            if (SectorCodes.TryParse(part, out Sector sector))
                sectors.Add(sector);
            else if (part is not ("states" or "words"))
                throw row.Error(2, $"'{part}' is neither a sector nor 'states' nor 'words'");
        }

        return new ContextGround(row[2].Length == 0, states, sectors.ToImmutable());
    }

    private static SectorStanding?[] Standings(KnowledgeSource source)
    {
        var standings = new SectorStanding?[Enum.GetValues<Sector>().Length];
        foreach (TableRow row in Rows(source, "ontology/sectors.tsv", "sector", "meaning", "standing", "without"))
        {
            if (!SectorCodes.TryParse(row[0], out Sector sector))
                throw row.Error(0, $"'{row[0]}' is no sector");
            if (row[2] is not ("always" or "country" or ""))
                throw row.Error(2, $"'{row[2]}' is neither 'always' nor 'country'");
            var types = new HashSet<EventType>();
            foreach (string name in row[3].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                types.Add(EventTypes.TryParse(name, out EventType type) ? type : throw row.Error(3, $"'{name}' is no PLOVER type"));
            standings[(int)sector] = new SectorStanding(row[2] == "always", row[2] == "country", [.. types]);
        }

        return standings;
    }

    private static ImmutableArray<TableRow> Rows(KnowledgeSource source, string path, params string[] columns) =>
        source[path] is { } text ? TableFile.Parse($"{source.Name}/{path}", text, columns) : throw new KnowledgeException($"{source.Name}/{path}: the file is missing");

    private static double? Score(TableRow row, int column)
    {
        if (row[column].Length == 0)
            return null;
        return double.TryParse(row[column], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double score)
            ? score
            : throw row.Error(column, $"'{row[column]}' is no number");
    }
}
