using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Which state a report is plainly about: by the states, places, bodies and persons of its sentences, and by where it was written.</summary>
internal sealed class HomeState(DocumentTree tree, KnownEntities known)
{
    /// <summary>Of all namings of states, how many must be of the one that a report is plainly about.</summary>
    private const double Plain = 0.75;

    /// <summary>How many of them are enough for the state where the report was written, when no other has half as many.</summary>
    private const double PlainAtHome = 0.5;

    /// <summary>How long the name of a parish or a province may be that stands behind that of a town.</summary>
    private const int LongestRegion = 30;

    private readonly Dictionary<CountryCode, int> named = [];
    private readonly Dictionary<CountryCode, int> sentences = [];
    private CountryCode written;

    /// <summary>Whether the first place at the head of a paragraph, "BIRGUNJ:", has told <see cref="Local"/>.</summary>
    private bool isLocal;

    /// <summary>How many sentences name a state that may be a place elsewhere.</summary>
    private int open;

    /// <summary>The state in whose name the report speaks; none for a report of nobody's.</summary>
    public CountryCode Issuer { get; init; }

    /// <summary>The state of the dateline; none for a report without one.</summary>
    public CountryCode Written => written;

    /// <summary>The state of a paper by the lines above its headline, or one that writes "BIRGUNJ:" at the head of its report: home to the paper, if not the only one told of.</summary>
    public CountryCode Local { get; set; }

    /// <summary>Counts the states of a sentence, each once.</summary>
    public void Note(List<Sighting> sightings)
    {
        Count(sightings.Where(sighting => sighting.Kind is SightingKind.State or SightingKind.Place && sighting.Elsewhere < 0 && !IsSeat(sighting)).Select(sighting => known[sighting.Index].Country), named);
        Count(sightings.Select(CountryOf), sentences);

        if (sightings.Exists(static sighting => sighting is { Kind: SightingKind.State, Elsewhere: >= 0 }))
            open++;
        if (written.IsNone && tree.Parsed.Document.Dateline is { Range: var dateline })
            written = sightings.Where(sighting => sighting.Kind is SightingKind.State or SightingKind.Place && dateline.Contains(sighting.Range)).Select(CountryOf).FirstOrDefault();
        else if (!isLocal && sightings is [var first, ..] && IsLocalDateline(tree.Parsed, tree.Parsed.Sentences[tree.SentenceOf(first.First)].Block, first))
            (Local, isLocal) = CountryOf(first) is { IsNone: false } country ? (country, true) : (Local, false);
    }

    /// <summary>"BIRGUNJ:": capitals and a colon at the head of a paragraph that goes on, as papers write of home.</summary>
    public static bool IsLocalDateline(ParsedDocument parsed, int block, Sighting sighting)
    {
        if (block < 0 || sighting.Kind is not (SightingKind.State or SightingKind.Place) || parsed.Document.Body[block] is not { Kind: BlockKind.Paragraph, Range: var paragraph } || paragraph.Start != sighting.Range.Start || paragraph.Length < 4 * sighting.Range.Length)
            return false;
        ReadOnlySpan<char> text = parsed.Text.AsSpan();
        int end = AfterRegion(text[..paragraph.End], sighting.Range.End);
        return sighting.Range.Length > 2 && end + 1 < paragraph.End && text[end] == ':' && char.IsWhiteSpace(text[end + 1]) && text.Slice(sighting.Range.Start, sighting.Range.Length).IndexOfAnyInRange('a', 'z') < 0;
    }

    /// <summary>"MANDEVILLE, St Ann:": behind the name of a town that of its parish or province may stand, in words with capitals.</summary>
    private static int AfterRegion(ReadOnlySpan<char> text, int end)
    {
        if (!text[end..].StartsWith(", "))
            return end;
        int region = end + 2;
        while (region < text.Length && region - end < LongestRegion && (char.IsLetter(text[region]) || text[region] is ' ' or '.' or '-' or '\''))
        {
            if (text[region - 1] == ' ' && !char.IsUpper(text[region]))
                return end;
            region++;
        }

        return region < text.Length && text[region] == ':' ? region : end;
    }

    private static void Count(IEnumerable<CountryCode> countries, Dictionary<CountryCode, int> counts)
    {
        foreach (CountryCode country in countries.Distinct())
        {
            if (!country.IsNone)
                counts[country] = counts.GetValueOrDefault(country) + 1;
        }
    }

    /// <summary>"Brussels deplored it": the seat of a body of several states, where nothing makes it a place.</summary>
    private bool IsSeat(Sighting sighting) => sighting is { Kind: SightingKind.State, Role: NameRole.Capital, Bodies: [var only] } && known[only].Country.IsNone && tree.Case(sighting.Last).Length == 0;

    /// <summary>A body or person whose name belongs to one state only names that state too.</summary>
    private CountryCode CountryOf(Sighting sighting) => sighting switch
    {
        { Kind: SightingKind.State, Role: NameRole.Capital } when IsSeat(sighting) => default,
        { Kind: SightingKind.State or SightingKind.Place, Elsewhere: < 0, States.Length: < 2 } => known[sighting.Index].Country,
        { Kind: SightingKind.Body, Role: not NameRole.Acronym, Bodies.Length: < 2, Index: >= 0 } => known[sighting.Index].Country,
        { Kind: SightingKind.Person, IsWeak: false, People: [var only] } when sighting.First < sighting.Last => known[only].Country,
        _ => default,
    };

    /// <summary>Named in several sentences.</summary>
    public bool IsOften(CountryCode country) => country == Issuer && !Issuer.IsNone || sentences.GetValueOrDefault(country) > 2;

    /// <summary>Of several states the one that the report is plainly about, or in which it was written; none else.</summary>
    public CountryCode Of(IEnumerable<CountryCode> states) =>
        Find() is { IsNone: false } home && states.Contains(home) ? home : !written.IsNone && states.Contains(written) ? written : default;

    /// <summary>It alone, or nearly so, by its name and places or with its bodies and persons; none else.</summary>
    public CountryCode Find() => !Issuer.IsNone ? Issuer : Find(named) is { IsNone: false } plain ? plain : Find(sentences);

    private CountryCode Find(Dictionary<CountryCode, int> counts)
    {
        int all = counts.Values.Sum();
        foreach ((CountryCode country, int count) in counts)
        {
            // "Georgia's parliament" beside one "Russian" tells of no home.
            if (count >= Plain * all && !(count <= open && count < 3))
                return country;
            if (country == written && count >= PlainAtHome * all && counts.All(other => other.Key == country || other.Value * 2 <= count))
                return country;
        }

        return default;
    }
}
