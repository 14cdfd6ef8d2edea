using System.Collections.Frozen;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>Countries by the names that ICEWS spells: <c>Russian Federation</c>, <c>Cote d'Ivoire</c>; what it has no name for has ours.</summary>
public sealed class CountryNames
{
    /// <summary>Where they stand below the data folder.</summary>
    public const string File = "ontology/icews-countries.tsv";

    private readonly FrozenDictionary<CountryCode, string> names;

    private CountryNames(FrozenDictionary<CountryCode, string> names) => this.names = names;

    /// <exception cref="KnowledgeException">The file is missing or breaks its format.</exception>
    public static CountryNames Load(KnowledgeSource source)
    {
        string text = source[File] ?? throw new KnowledgeException($"{source.Name}/{File}: the file is missing");
        var found = new Dictionary<CountryCode, string>();
        foreach (TableRow row in TableFile.Parse($"{source.Name}/{File}", text, "country", "name"))
        {
            if (!CountryCode.TryParse(row[0], out CountryCode code) || !found.TryAdd(code, row[1]))
                throw row.Error(0, $"'{row[0]}' is no country's code, or stands here twice");
        }

        return new CountryNames(found.ToFrozenDictionary());
    }

    /// <summary>The code itself where there is no name; "" for none.</summary>
    public string Of(CountryCode code) => code.IsNone ? "" : names.GetValueOrDefault(code, code.ToString());
}
