using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>A CAMEO actor code read: whose, and what.</summary>
internal readonly record struct ActorCode(CountryCode Country, ImmutableArray<Sector> Sectors);

/// <summary>Reads CAMEO actor codes such as <c>AFGGOVMIL</c> by threes; <c>data/ontology/cameo-actors.tsv</c> says what differs from the codes used here.</summary>
internal sealed class ActorCodes
{
    /// <summary>Where they stand below the data folder.</summary>
    public const string File = "ontology/cameo-actors.tsv";

    private readonly Dictionary<string, (string Kind, string Value)> table = new(StringComparer.Ordinal);
    private readonly KnownEntities entities;

    public ActorCodes(KnowledgeSource source, KnownEntities entities)
    {
        this.entities = entities;
        string file = $"{source.Name}/{File}";
        foreach (TableRow row in TableFile.Parse(file, source[File] ?? throw new KnowledgeException(file, 1, 1, "the table is missing"), "code", "kind", "value"))
        {
            if (row[1] is not ("country" or "sector" or "sole" or "region"))
                throw row.Error(1, $"'{row[1]}' is no kind of code: country, sector, sole or region");
            table[row[0]] = (row[1], row[2]);
        }
    }

    /// <summary>Reads a code, that of an agent without a country; what is unknown in it goes to <paramref name="unknown"/>. Null when nothing in it is known.</summary>
    public ActorCode? Read(string code, bool isAgent, out string? unknown)
    {
        unknown = null;
        if (code.Length == 0 || code.Length % 3 != 0)
        {
            unknown = code;
            return null;
        }

        CountryCode country = default;
        var sectors = new List<Sector>();
        Sector? sole = null;
        bool any = false;
        for (int i = 0; i < code.Length; i += 3)
        {
            string three = code.Substring(i, 3);
            (string kind, string value) = table.GetValueOrDefault(three, ("", three));

            // A code that is both a religion and a state, such as MUS for Mauritius, is a state only in the first place.
            if ((kind is "" or "country" || kind == "sole" && i == 0 && !isAgent) && country.IsNone
                && CountryCode.TryParse(value.Length == 3 && kind != "sole" ? value : three, out CountryCode state) && entities.State(state) is not null)
                country = state;
            else if (kind is "" or "sector" && SectorCodes.TryParse(value, out Sector sector))
                sectors.Add(sector);
            else if (kind == "sole" && SectorCodes.TryParse(value, out Sector only))
                sole ??= only;
            else if (kind == "region")
                any = true;
            else
                unknown ??= three;
        }

        if (sectors.Count == 0 && sole is { } role)
            sectors.Add(role);
        return country.IsNone && sectors.Count == 0 && !any ? null : new ActorCode(country, [.. sectors.Distinct()]);
    }
}
