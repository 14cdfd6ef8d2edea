using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>A report that gives a person an office.</summary>
/// <param name="Name">As the report names them.</param>
/// <param name="Office">As the report names it.</param>
/// <param name="Country">None when the report does not say.</param>
/// <param name="Day">Of the report; null when nothing says.</param>
/// <param name="Report">Address or id.</param>
public readonly record struct Sighting(string Name, string Office, CountryCode Country, DateOnly? Day, string Report);

/// <summary>What a pile of reports teaches, as a layer that a person looks over before any reading uses it.</summary>
/// <param name="Text">The block file; each office has the reports that it rests on in a comment.</param>
/// <param name="Counts">What was taken and what was left out.</param>
public sealed record LearnedLayer(string Text, ImmutableArray<(string What, int Count)> Counts)
{
    private const int ReportsShown = 3;

    /// <summary>
    /// Gathers offices that the knowledge does not have. One is taken when its title is known, its person is named in full, its country is
    /// known to the knowledge and its reports are dated; it holds from the first report on, as no report says since when.
    /// </summary>
    public static LearnedLayer From(IEnumerable<Sighting> sightings, KnownEntities entities)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        void Count(string what) => counts[what] = counts.GetValueOrDefault(what) + 1;
        var learned = new SortedDictionary<(string Name, string Country, string Title), List<Sighting>>();
        foreach (Sighting sighting in sightings)
        {
            Count("sightings");
            string form = sighting.Office.ToLowerInvariant();
            if (sighting.Day is null)
                Count("left out: the report has no day");
            else if (!sighting.Name.Contains(' ', StringComparison.Ordinal))
                Count("left out: not a full name");
            else if (sighting.Country.IsNone || entities.State(sighting.Country) is null)
                Count("left out: no country");
            else if (entities.Titles.Find(form) is not { } title)
                Count("left out: no title that is known");
            else if (IsKnown(sighting, title, entities))
                Count("known already");
            else
                Add(learned, (sighting.Name, sighting.Country.ToString(), title.Name), sighting);
        }

        counts["offices learned"] = learned.Count;
        return new LearnedLayer(Write(learned, entities), [.. counts.Select(pair => (pair.Key, pair.Value))]);
    }

    private static void Add(SortedDictionary<(string, string, string), List<Sighting>> learned, (string, string, string) key, Sighting sighting)
    {
        if (!learned.TryGetValue(key, out List<Sighting>? list))
            learned.Add(key, list = []);
        list.Add(sighting);
    }

    /// <summary>True when somebody of that name holds an office of that title or rank in the country on the day.</summary>
    private static bool IsKnown(Sighting sighting, Title title, KnownEntities entities) =>
        Bearers(sighting.Name, entities).Any(person => person.Offices.Any(office => office.Country == sighting.Country
            && office.Span.Holds(sighting.Day)
            && (office.Title == title.Name || entities.Titles.Find(office.Title) == title || office.Level == title.Level)));

    private static IEnumerable<KnownEntity> Bearers(string name, KnownEntities entities)
    {
        var matches = new List<NameMatch>();
        entities.Match(name, matches);
        return matches.Where(match => match.Length == name.Length)
            .SelectMany(match => entities.Candidates(match.Name).ToArray())
            .Where(candidate => candidate.IsEntity && candidate.Role != NameRole.Surname && entities[candidate.Index].Kind == EntityKind.Person)
            .Select(candidate => entities[candidate.Index])
            .Distinct();
    }

    private static string Write(SortedDictionary<(string Name, string Country, string Title), List<Sighting>> learned, KnownEntities entities)
    {
        var text = new StringBuilder("# Learned from reports; look it over, mend the spans, and keep what is right.\n");
        foreach (var person in learned.GroupBy(pair => pair.Key.Name).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            KnownEntity? known = Bearers(person.Key, entities).FirstOrDefault(other => other.Offices.Any(office => person.Any(pair => pair.Key.Country == office.Country.ToString())));
            text.Append("\nperson ").Append(known?.Name ?? person.Key).Append('\n');
            if (known is not null)
                AppendKnown(text, known, person.Key);
            foreach (((_, string country, string title), List<Sighting> list) in person)
            {
                DateOnly first = list.Min(sighting => sighting.Day!.Value);
                Sector sector = entities.Titles.Find(title)!.Sector;
                string reports = string.Join("; ", list.OrderBy(sighting => sighting.Day).Take(ReportsShown).Select(sighting =>
                    $"{sighting.Day!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {sighting.Report}"));
                text.Append(CultureInfo.InvariantCulture, $"  office  {country} {sector.Code()} {title}  {new DateSpan(first, null)}  # {list.Count} reports: {reports}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The layer's person takes the place of the known one, so all that is known goes along.</summary>
    private static void AppendKnown(StringBuilder text, KnownEntity known, string name)
    {
        string[] names = [.. known.Names.Skip(1).Append(name).Where(other => other != known.Name).Distinct()];
        if (names.Length > 0)
            text.Append("  names   ").Append(string.Join(" | ", names)).Append('\n');
        text.Append("  family  ").Append(known.Families.IsEmpty ? "-" : string.Join(" | ", known.Families)).Append('\n');
        foreach (Office office in known.Offices)
            text.Append(CultureInfo.InvariantCulture, $"  office  {(office.Country.IsNone ? "-" : office.Country.ToString())} {office.Sector.Code()} {office.Title}  {office.Span}\n");
    }
}
