using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Whom a common noun of actors means where it tells of nobody again: their sector, their state, and what makes two such phrases one.</summary>
internal sealed class NounActors(Phrases phrases)
{
    /// <summary>In which city a crowd was told of.</summary>
    private readonly Dictionary<int, int> sites = [];

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>The only state whose opposition, police or courts the report has spoken of so far; of a report about several states only right behind them, for another's may not have come up yet.</summary>
    public CountryCode StateOf(Sector sector)
    {
        if (sector is not (Sector.Opp or Sector.Cop or Sector.Jud or Sector.Leg or Sector.Mil))
            return default;
        CountryCode only = default;
        bool near = false;
        foreach (Spoken spoken in phrases.Recall.Back(phrases.Recall.Sentence))
        {
            if (spoken.IsModifier || Table[spoken.Entity] is not { Kind: not EntityKind.Place, Country: { IsNone: false } country } draft || !draft.Sectors.Contains(sector))
                continue;
            if (!only.IsNone && only != country)
                return default;
            only = country;
            // An opposition leader stands for the opposition; a police chief is one of many.
            near |= spoken.Sentence >= phrases.Recall.Sentence - 1 && (draft.Kind != EntityKind.Person || sector == Sector.Opp);
        }

        return near || only == phrases.Place.Home || only == phrases.Home.Written || phrases.Place.Home.IsNone && phrases.Place.Story.Count < 2 ? only : default;
    }

    /// <summary>Whether a crowd is of another city than that of the sentence.</summary>
    public bool IsElsewhere(int crowd, int head) =>
        sites.TryGetValue(crowd, out int first) && phrases.Place.SiteOf(head) is >= 0 and var here && here != first;

    /// <summary>Of the noun; a member or supporter of a body is of its sector.</summary>
    public ImmutableArray<Sector> SectorsOf(Signs signs, Agent agent)
    {
        if (signs.Body >= 0 && Table[signs.Body].Sectors is { IsEmpty: false } body && (phrases.Words.IsPrivateOffice(agent.Noun) || phrases.Words.IsPart(agent.Noun[(agent.Noun.LastIndexOf(' ') + 1)..])))
            return body;
        // "employees of the Danish embassy", "a convoy of the Red Cross": those of a body that does not trade are of what it is.
        if (phrases.Words.IsOwnStaff(agent.Noun) && ToldBody(signs) is [Sector.Gov or Sector.Igo or Sector.Ngo or Sector.Leg or Sector.Cop or Sector.Mil, ..] service)
            return service;

        // "the brother of a media magnate": no more than a relative.
        if (phrases.Words.IsKin(agent.Noun))
            return [agent.Sector == Sector.Unk ? Sector.Cvl : agent.Sector];

        // "the Latvian side": in the words of diplomats the government.
        if (agent is { Sector: Sector.Unk, Kind: EntityKind.Group } && phrases.Words.IsSideNoun(agent.Noun) && signs is { Country.IsNone: false, IsLocal: false, Body: < 0, Sectors.Count: 0, IsFormer: false })
            return [Sector.Gov];

        // "the striker's agent": no spy.
        if (agent.Sector == Sector.Spy && signs is { IsPossessed: true, Body: < 0, Owner: >= 0 } && Table[signs.Owner].Kind == EntityKind.Person)
            return [];

        // "her officers", "his staffers": those of a commander, a sheriff, a governor.
        if (phrases.Words.IsSubordinate(agent.Noun) && signs is { Body: < 0, Owner: >= 0, IsLower: true } && Table[signs.Owner] is { Kind: EntityKind.Person, Sectors: [Sector.Mil or Sector.Cop or Sector.Reb or Sector.Gov or Sector.Leg, ..] } commander && (commander.Sectors[0] is not (Sector.Gov or Sector.Leg) || !phrases.Words.IsCivil(agent.Noun)))
            return [commander.Sectors[0]];
        if (phrases.Words.IsServing(agent.Noun) && signs is { Body: < 0, Owner: >= 0 } && Table[signs.Owner].Sectors.FirstOrDefault(sector => sector is Sector.Cop or Sector.Mil) is var force && force != default)
            return [force];
        ImmutableArray<Sector> sectors = PhraseSectors.Of(signs, phrases.Words.IsAuthorship(agent.Noun) && IsOfStudy(signs) ? Sector.Edu : agent.Sector);
        // "The police were called. Officers Karl Beck and Ana Roux came".
        if (sectors.IsEmpty && signs is { Body: < 0, Owner: < 0 } && phrases.Words.IsServing(agent.Noun) && ForceBefore() is { Sectors: [var kind, ..] } told && (signs.Countries.Count == 0 || told.Country.IsNone || signs.Country == told.Country))
            return [kind];
        if (sectors.IsEmpty && signs is { Body: < 0, IsFormer: false } && phrases.Words.IsProprietor(agent.Noun) && IsOfTrade(signs))
            return [Sector.Bus];
        if (sectors.IsEmpty && signs.Body < 0 && (phrases.Words.IsCivil(agent.Noun) || phrases.Words.IsCivilAlone(agent.Noun) && signs.Countries.Count == 0 && !IsReceived(signs, agent)))
            return [Sector.Cvl];
        if (sectors is [Sector.Cvl] && signs is { Body: < 0, Countries.Count: 0, IsDefinite: true, IsDescribed: false } && phrases.Words.IsCrew(agent.Noun) && IsOfScholars(phrases.IsTelling(signs.End)))
            return [Sector.Edu];
        return signs.Body >= 0 && agent.Sector == Sector.Unk ? [.. sectors.Concat(Table[signs.Body].Sectors).Distinct()] : sectors;
    }

    /// <summary>The sectors of the body whose people a phrase means: one that it names, or one by a noun.</summary>
    private ImmutableArray<Sector> ToldBody(Signs signs) =>
        signs.IsFormer ? [] : signs.Body >= 0 ? Table[signs.Body].Sectors : Tree.HeadOf(signs.Start, signs.End) < signs.End ? [.. signs.Sectors] : [];

    /// <summary>"owner of the bakery", "the shop's owner", "hotel owner".</summary>
    private bool IsOfTrade(Signs signs)
    {
        int head = Tree.HeadOf(signs.Start, signs.End);
        foreach (int child in Tree.Children(head))
        {
            if (phrases.Words.IsTrade(Tree[child].Lemma.ToLowerInvariant()) && (Tree[child].Relation is Relation.Compound or Relation.NmodPoss || Tree[child].Relation == Relation.Nmod && Tree.Case(child) == "of"))
                return true;
        }

        return false;
    }

    /// <summary>"The minister thanked her guest": no private person, as far as anybody tells.</summary>
    private bool IsReceived(Signs signs, Agent agent) =>
        phrases.Words.IsHosted(agent.Noun) && (signs.Owner >= 0 && Table[signs.Owner].Sectors is [Sector.Gov or Sector.Leg or Sector.Mil or Sector.Igo, ..] || (signs.IsDefinite || signs.IsPossessed) && !Enumerable.Range(signs.Start, signs.End - signs.Start + 1).Any(i => Tree[i].Morphology.HasFlag(Morphology.Plural) && Tree[i].Lemma == agent.Noun));

    /// <summary>"Researchers of the university of Odal … The team wrote": whether scholars are most of those of whom the report told so far.</summary>
    /// <param name="isTelling">What private people say is no finding: then they do not count.</param>
    private bool IsOfScholars(bool isTelling)
    {
        int[] told = [.. phrases.Recall.Back(phrases.Recall.Sentence).Where(spoken => !spoken.IsModifier && Table[spoken.Entity] is { Kind: EntityKind.Person or EntityKind.Group, Sectors.IsEmpty: false } draft && !(isTelling && draft.Sectors is [Sector.Cvl])).Select(static spoken => spoken.Entity).Distinct()];
        return told.Count(one => Table[one].Sectors.Contains(Sector.Edu)) * 2 > told.Length;
    }

    /// <summary>The police or soldiers whom the report told of last, of whatever number; null for none.</summary>
    private EntityDraft? ForceBefore()
    {
        foreach (Spoken spoken in phrases.Recall.Back(phrases.Recall.Sentence))
        {
            if (!spoken.IsModifier && Table[spoken.Entity] is { Kind: not EntityKind.Place, Sectors: [Sector.Cop or Sector.Mil, ..] } force)
                return force;
        }

        return null;
    }

    /// <summary>The state of such officers, where all police or soldiers so far are of one.</summary>
    public CountryCode StateOfOfficers(Agent agent, Signs signs)
    {
        CountryCode state = default;
        if (signs is not { Body: < 0, Owner: < 0, Countries.Count: 0 } || !phrases.Words.IsServing(agent.Noun) || ForceBefore() is not { Sectors: [var kind, ..] })
            return default;
        foreach (Spoken spoken in phrases.Recall.Back(phrases.Recall.Sentence))
        {
            if (Table[spoken.Entity] is not { Country: { IsNone: false } other } force || !force.Sectors.Contains(kind))
                continue;
            if (!state.IsNone && other != state)
                return default;
            state = other;
        }

        return state;
    }

    /// <summary>"study co-author", "the paper's authors", "author of the study".</summary>
    private bool IsOfStudy(Signs signs)
    {
        for (int i = signs.Start - 3; i < signs.End + 5; i++)
        {
            if (phrases.Words.IsStudy(phrases.Form(i)))
                return true;
        }

        return false;
    }

    /// <summary>The group, body or person that a noun opens, or the one that the same words of the same state opened before.</summary>
    public int Of(Sighting sighting, Agent agent, Signs signs, TextRange range, CountryCode country)
    {
        ImmutableArray<Sector> sectors = SectorsOf(signs, agent);
        if (signs.Body >= 0 && (agent.Sector == Sector.Unk || country.IsNone))
            sectors = [.. sectors.Concat(Table[signs.Body].Sectors).Distinct()];

        // "An attacker stabbed two": one alone is no armed force.
        bool crime = phrases.Form(sighting.Last + 1) == "of" && Tree.Child(sighting.Last, Relation.Nmod) is >= 0 and var deed && phrases.Words.IsCrime(Tree[deed].Lemma.ToLowerInvariant());
        if ((crime || !sighting.IsPlural) && sectors is [Sector.Uaf] && phrases.Words.IsCulprit(agent.Noun))
            sectors = [Sector.Crm];
        string of = signs.Breakaway is { } breakaway ? breakaway : country.IsNone && signs.Body >= 0 ? Table[signs.Body].Name : country.ToString();

        // "Police said … police had": the only force that the report has, of whatever state.
        bool force = agent.Kind == EntityKind.Group && agent.Sector == Sector.Cop && !sighting.IsPlural && signs is { IsDescribed: false, IsIndefinite: false, IsPossessed: false };
        bool single = (signs.IsIndefinite || phrases.Words.IsOne(phrases.Form(sighting.First - 1))) && !sighting.IsPlural || !force && of.Length == 0 && (!signs.IsDefinite || signs.IsDescribed || agent.Kind == EntityKind.Person);
        bool apart = agent.Kind == EntityKind.Organization || agent.Sector == Sector.Gov && phrases.Signs.At(signs.End) is { Kind: SightingKind.Place, Meant: [var seat] } && Table[seat].Known is { PlaceKind: not "capital" };
        if (apart && signs.End > sighting.Last && signs.IsLocal)
            of = range.Of(Tree.Text);

        // "dockers in Odal", "dockers in Lom".
        if (agent.Kind == EntityKind.Person && sighting.IsPlural && signs.End > sighting.Last && signs.IsLocal)
            of = phrases.Range(sighting.First, signs.End).Of(Tree.Text).ToLowerInvariant();
        // "her party" is another than "his party".
        if (agent is { Sector: Sector.Pty, Kind: EntityKind.Organization } && signs.Owner >= 0 && Table[signs.Owner].Kind == EntityKind.Person)
            of = $"{of} {signs.Owner}";

        // "the federal government" is the government of the state.
        string noun = agent.Noun;
        if (agent.Sector == Sector.Gov && noun.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && phrases.Words.IsNational(noun[..space]) && phrases.Known.Agents.Any(other => other.Noun.Length == noun.Length - space - 1 && noun.EndsWith(other.Noun, StringComparison.Ordinal)))
            noun = noun[(space + 1)..];
        noun = noun.Replace(" ", "", StringComparison.Ordinal);
        string key = $"{(signs.IsFormer ? "former " : "")}{(sectors.Length > 0 ? sectors[0].Code() : "")} {noun}{(sighting.IsPlural && agent.Kind != EntityKind.Group ? " many" : "")} of {of}{(single ? $" at {sighting.First}" : "")}";

        // "In Odal, protesters burned tyres. In Lom, protesters marched": two crowds.
        int site = sighting.IsPlural && agent.Kind == EntityKind.Person ? phrases.Place.SiteOf(sighting.Last) : -1;
        if (site >= 0 && Table.Find(key) is { } crowd && sites.TryGetValue(crowd, out int first) && first != site)
            key += $" in {site}";
        int entity = Table.OfReport(key, new EntityDraft
        {
            Name = signs.Countries.Count > 1 && agent.Kind != EntityKind.Person && phrases.Known.State(country) is { } state ? $"{agent.Noun} of {state.Name}" : range.Of(Tree.Text),
            Kind = sighting.IsPlural ? EntityKind.Group : agent.Kind,
            Country = country,
            Sectors = sectors,
            IsPlural = sighting.IsPlural || agent.Kind == EntityKind.Group && agent.Sector is Sector.Cop or Sector.Mil or Sector.Cvl,
        });
        if (site >= 0)
            sites.TryAdd(entity, site);
        return entity;
    }
}
