using System.Collections.Frozen;
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

/// <summary>The coding schemes: PLOVER's types, modes, contexts and scores, CAMEO's codes with Goldstein's scores.</summary>
public sealed class Ontology
{
    private readonly FrozenDictionary<(EventType, string), double?> scores;
    private readonly FrozenSet<string> contexts;
    private readonly FrozenDictionary<string, CameoCode> cameo;

    private Ontology(FrozenDictionary<(EventType, string), double?> scores, FrozenSet<string> contexts, FrozenDictionary<string, CameoCode> cameo)
    {
        this.scores = scores;
        this.contexts = contexts;
        this.cameo = cameo;
    }

    public bool IsMode(EventType type, string mode) => mode.Length > 0 && scores.ContainsKey((type, mode));

    public bool IsContext(string name) => contexts.Contains(name);

    public bool IsCameo(string code) => cameo.ContainsKey(code);

    public CameoCode? Cameo(string code) => cameo.GetValueOrDefault(code);

    /// <summary>PLOVER's score of a type with its first mode: -10 to 10.</summary>
    public double? Score(EventType type, ImmutableArray<string> modes) =>
        modes.Length > 0 && scores.TryGetValue((type, modes[0]), out double? score) && score is not null
            ? score
            : scores.GetValueOrDefault((type, ""));

    /// <exception cref="KnowledgeException">A table of <c>data/ontology</c> breaks its format.</exception>
    public static Ontology Load(KnowledgeSource source)
    {
        var scores = new Dictionary<(EventType, string), double?>();
        foreach (TableRow row in Rows(source, "ontology/types.tsv", "type", "mode", "score"))
        {
            if (!EventTypes.TryParse(row[0], out EventType type))
                throw row.Error(0, $"'{row[0]}' is no PLOVER type");
            scores[(type, row[1])] = Score(row, 2);
        }

        var cameo = new Dictionary<string, CameoCode>(StringComparer.Ordinal);
        foreach (TableRow row in Rows(source, "ontology/cameo.tsv", "code", "name", "type", "mode", "context", "goldstein"))
        {
            EventType? type = null;
            if (row[2].Length > 0)
                type = EventTypes.TryParse(row[2], out EventType found) ? found : throw row.Error(2, $"'{row[2]}' is no PLOVER type");
            cameo[row[0]] = new CameoCode(row[0], row[1], type, row[3], row[4], Score(row, 5));
        }

        return new Ontology(
            scores.ToFrozenDictionary(),
            Rows(source, "ontology/contexts.tsv", "context", "meaning").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal),
            cameo.ToFrozenDictionary(StringComparer.Ordinal));
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
