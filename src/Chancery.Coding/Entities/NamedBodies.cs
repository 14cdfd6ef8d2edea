using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Bodies and places that only the report knows: what the words of their names tell of state and sector.</summary>
internal sealed class NamedBodies(Phrases phrases)
{
    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>The letters in brackets behind a name; null for none.</summary>
    public string? Bracketed(int last)
    {
        if (phrases.Form(last + 1) != "(" || phrases.Form(last + 3) != ")")
            return null;
        string acronym = Tree[last + 2].Range.Of(Tree.Text);
        return acronym.Any(char.IsLower) ? null : acronym;
    }

    /// <summary>A place or body that only the report knows; a place has the state or province after its comma.</summary>
    public int OfReport(Sighting sighting, NameKind kind)
    {
        string name = sighting.Range.Of(Tree.Text);
        CountryCode country = default;
        if (kind == NameKind.Organization && sighting.First < sighting.Last && phrases.Words.NameWord(phrases.Form(sighting.Last)) == "body" && phrases.Form(sighting.First - 1) is not ("'s" or "’s") && phrases.Signs.At(sighting.First - 1) is not { Role: NameRole.Adjective } && Table.Find("name:" + name) is null && Table.Ending(name) is >= 0 and var longer)
            return longer;
        if (kind == NameKind.Place && phrases.Form(sighting.Last + 1) == "," && phrases.Signs.At(sighting.Last + 2) is { Kind: SightingKind.State or SightingKind.Place } around && around.Role != NameRole.Adjective)
            country = phrases.Known[around.Index].Country;
        if (kind == NameKind.Organization && phrases.Form(sighting.Last - 1) == "of")
            country = WordCountry(sighting.Last);

        // "Chad's National Centre for River Studies".
        if (kind == NameKind.Organization && country.IsNone && phrases.Form(sighting.First - 1) is "'s" or "’s" && phrases.Signs.At(sighting.First - 2) is { Kind: SightingKind.State, Role: NameRole.Name, Meant: [var owner] })
            country = Table[owner].Country;
        // "the Norwegian Harvest Office".
        if (kind == NameKind.Organization && country.IsNone && sighting.First + 1 < sighting.Last && phrases.Words.NameWord(phrases.Form(sighting.First + 1)) != "place")
            country = AdjectiveCountry(sighting.First);

        // "Chad River Services", "Natural Resources Chad".
        if (kind == NameKind.Organization && country.IsNone && sighting.First < sighting.Last)
            country = StateCountry(sighting.First) is { IsNone: false } state ? state : StateCountry(sighting.Last);
        // "Toronto Congress Centre".
        if (country.IsNone && sighting.First < sighting.Last && !phrases.IsGivenName(sighting.First) && char.IsUpper(Tree.Text[Tree[sighting.First].Range.Start]) && phrases.Words.NameWord(phrases.Form(HeadOf(sighting))) is "body" or "place")
            country = CityCountry(sighting.First);
        int entity = Table.OfReport("name:" + name, new EntityDraft { Name = name, Kind = kind == NameKind.Place ? EntityKind.Place : EntityKind.Organization, Sectors = kind == NameKind.Organization ? SectorsOf(sighting) : [] });
        if (Table[entity].Country.IsNone)
            Table[entity].Country = country;
        if (Table[entity] is { Country.IsNone: true, Sectors: [Sector.Gov] } && phrases.Home.IsOften(phrases.Place.Home))
            Table[entity].Country = phrases.Place.Home;
        return entity;
    }

    /// <summary>A body by a name that ends in a noun of bodies.</summary>
    public int Organization(Sighting sighting)
    {
        // "Höfði House": a building is a place, whatever its noun may stand for alone.
        if (phrases.Words.NameWord(phrases.Form(HeadOf(sighting))) == "place")
            return OfReport(sighting, NameKind.Place);
        Agent agent = phrases.Known.Agents[AgentOf(sighting)];
        Signs signs = phrases.Signs.Read(sighting);
        CountryCode country = signs.Country;
        for (int i = sighting.First; country.IsNone && agent.Sector != Sector.Edu && i <= sighting.Last; i++)
        {
            if (WordCountry(i) is { IsNone: false } named || i == sighting.First && (named = OpeningCountry(sighting)) is { IsNone: false })
                country = named;
        }

        if (country.IsNone && agent.Sector is Sector.Gov or Sector.Mil or Sector.Cop or Sector.Jud or Sector.Leg)
            country = phrases.Home.IsOften(phrases.Place.Home) ? phrases.Place.Home : default;
        string name = sighting.Range.Of(Tree.Text);

        // "the Court of Justice" of a report that names that of the European Union.
        if (Table.Find("name:" + name) is null && Table.Longer(name) is >= 0 and var whole)
            return whole;
        if (signs.Countries.Count == 0 && sighting.First < sighting.Last && Table.Find("name:" + name) is null && Table.Ending(name) is >= 0 and var longer)
            return longer;
        int body = Table.OfReport("name:" + name, new EntityDraft
        {
            Name = name,
            Kind = EntityKind.Organization,
            Country = country,
            Sectors = sighting.Alike >= 0 ? phrases.Known[sighting.Alike].Sectors : IsOfSchool(sighting) ? [Sector.Edu] : phrases.Words.IsByField(phrases.Form(HeadOf(sighting))) && (agent.Sector != Sector.Edu || HeadOf(sighting) < sighting.Last) && SectorOfWords(sighting, HeadOf(sighting)) is { } field ? [field] : agent.Sector == Sector.Leg && SectorOfWords(sighting) is Sector.Lab ? [Sector.Lab] : agent.Sector != Sector.Unk ? [agent.Sector] : SectorsOf(sighting),
        });

        if (Bracketed(sighting.Last) is { Length: > 1 } letters)
            Table.Alias(letters, body);

        // "the Law Association of Zambia … the Law Association".
        int of = name.LastIndexOf(" of ", StringComparison.Ordinal);
        if (of > 0 && name[..of].Contains(' ', StringComparison.Ordinal) && WordCountry(sighting.Last) is { IsNone: false })
            Table.Alias("name:" + name[..of], body);
        if (name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var first && name.IndexOf(' ', first + 1) > 0 && WordCountry(sighting.First) is { IsNone: false })
            Table.Alias("name:" + name[(first + 1)..], body);
        return body;
    }

    /// <summary>"the Department of Physics at the University of Odal".</summary>
    private bool IsOfSchool(Sighting sighting)
    {
        if (!phrases.Words.IsPart(phrases.Form(HeadOf(sighting))) || !phrases.Words.IsOwnerCase(phrases.Form(sighting.Last + 1)) && phrases.Form(sighting.Last + 1) is not ",")
            return false;
        int next = phrases.Words.IsDefinite(phrases.Form(sighting.Last + 2)) ? sighting.Last + 3 : sighting.Last + 2;
        return phrases.Signs.At(next) switch
        {
            { Kind: SightingKind.Name, NameAgent: >= 0 } school => phrases.Known.Agents[school.NameAgent].Sector == Sector.Edu,
            { Kind: SightingKind.Agent, IsPlural: false } school => phrases.Known.Agents[school.Index] is { Sector: Sector.Edu, Kind: EntityKind.Organization },
            { Kind: SightingKind.Body } school => phrases.Known[school.Index].Sectors.Contains(Sector.Edu),
            _ => false,
        };
    }

    /// <summary>What the words of a body's name tell of its sector.</summary>
    private ImmutableArray<Sector> SectorsOf(Sighting sighting) =>
        sighting.IsAsking ? [Sector.Med] : IsPublic(sighting) ? [Sector.Gov] : phrases.Words.IsPressName(phrases.Form(HeadOf(sighting))) ? [Sector.Med] : phrases.Words.IsFirmWord(phrases.Form(sighting.Last)) || HeadOf(sighting) == sighting.Last && phrases.Words.IsFirmName(phrases.Form(sighting.Last)) ? [Sector.Bus] : SectorOfWords(sighting) is { } told ? [told] : [];

    /// <summary>"Federation of Norwegian Workers", "Chamber of Commerce": by the first word of the name that tells its kind; "society" tells least.</summary>
    private Sector? SectorOfWords(Sighting sighting, int but = -1)
    {
        Sector? civil = null;
        for (int i = sighting.First; i <= sighting.Last; i++)
        {
            if (i == but || phrases.Words.BodyKind(phrases.Form(i)) is not { } kind || !Enum.TryParse(kind, ignoreCase: true, out Sector sector))
                continue;
            if (sector != Sector.Cvl)
                return sector;
            civil = sector;
        }

        return civil;
    }

    /// <summary>"Department of Forest Management": the noun that the name ends in, unless another heads it.</summary>
    private int AgentOf(Sighting sighting)
    {
        int head = HeadOf(sighting);
        string noun = phrases.Form(head);
        if (head == sighting.Last || phrases.Known.Agents[sighting.NameAgent].Noun.EndsWith(noun, StringComparison.Ordinal))
            return sighting.NameAgent;
        for (int i = 0; i < phrases.Known.Agents.Length; i++)
        {
            if (phrases.Known.Agents[i].Kind != EntityKind.Person && phrases.Known.Agents[i].Noun == noun)
                return i;
        }

        return sighting.NameAgent;
    }

    /// <summary>The last word, or the one before "of" and "for".</summary>
    private int HeadOf(Sighting sighting)
    {
        for (int i = sighting.First + 1; i < sighting.Last; i++)
        {
            if (phrases.Words.IsNaming(phrases.Form(i)))
                return i - 1;
        }

        return sighting.Last;
    }

    /// <summary>"National Reef Safety Board", "Odal Council": a body that its name makes one of the state or of a place.</summary>
    private bool IsPublic(Sighting sighting)
    {
        if (!phrases.Words.IsPublicBody(phrases.Form(HeadOf(sighting))) && !phrases.Words.IsLocalBody(phrases.Form(sighting.Last)))
            return false;
        for (int i = sighting.First; i < sighting.Last; i++)
        {
            if (phrases.Words.IsPublic(phrases.Form(i)) || IsPlaceWord(i, "region"))
                return true;
        }

        // "Odal Council".
        return phrases.Words.IsLocalBody(phrases.Form(sighting.Last)) && sighting.First + 1 == sighting.Last && (IsPlaceWord(sighting.First, null) || Table.Find("name:" + Tree[sighting.First].Range.Of(Tree.Text)) is { } place && Table[place].Kind == EntityKind.Place);
    }

    /// <summary>A place of the data by one word, of a kind or of any.</summary>
    private bool IsPlaceWord(int token, string? kind)
    {
        foreach (NameCandidate candidate in Known(token, true))
        {
            if (candidate.Role == NameRole.Name && phrases.Known[candidate.Index] is { Kind: EntityKind.Place } place && (kind is null || place.PlaceKind == kind))
                return true;
        }

        return false;
    }

    /// <summary>The state of the only city that a word is the name of.</summary>
    private CountryCode CityCountry(int token)
    {
        CountryCode only = default;
        foreach (NameCandidate candidate in Known(token, true))
        {
            if (candidate.Role is not (NameRole.Name or NameRole.Capital) || phrases.Known[candidate.Index] is not { Kind: EntityKind.Place or EntityKind.State, Country: { IsNone: false } state } || !only.IsNone && only != state)
                return default;
            only = state;
        }

        return only;
    }

    private CountryCode AdjectiveCountry(int token)
    {
        foreach (NameCandidate candidate in Known(token, true))
        {
            if (candidate.Role == NameRole.Adjective)
                return phrases.Known[candidate.Index].Country;
        }

        return default;
    }

    /// <summary>The state that a word in capitals is the name of; none for one that people are given too.</summary>
    private CountryCode StateCountry(int token)
    {
        if (phrases.IsGivenName(token) || !char.IsUpper(Tree.Text[Tree[token].Range.Start]))
            return default;
        var matches = new List<NameMatch>();
        phrases.Known.Match(Tree[token].Range.In(Tree.Text), matches);
        foreach (NameMatch match in matches)
        {
            foreach (NameCandidate candidate in phrases.Known.Candidates(match.Name))
            {
                if (candidate is { IsEntity: true, Role: NameRole.Name } && match.Length == Tree[token].Range.Length && phrases.Known[candidate.Index] is { Kind: EntityKind.State, HasOwnCode: true } state)
                    return state.Country;
            }
        }

        return default;
    }

    /// <summary>"South Sudan Trade Commission": the state of two words that a name begins with.</summary>
    private CountryCode OpeningCountry(Sighting sighting)
    {
        if (sighting.Last <= sighting.First + 1)
            return default;
        TextRange opening = phrases.Range(sighting.First, sighting.First + 1);
        var matches = new List<NameMatch>();
        phrases.Known.Match(opening.In(Tree.Text), matches);
        foreach (NameMatch match in matches)
        {
            foreach (NameCandidate candidate in phrases.Known.Candidates(match.Name))
            {
                if (candidate is { IsEntity: true, Role: NameRole.Name } && match.Length == opening.Length && phrases.Known[candidate.Index].Kind == EntityKind.State)
                    return phrases.Known[candidate.Index].Country;
            }
        }

        return default;
    }

    private CountryCode WordCountry(int token)
    {
        foreach (NameCandidate candidate in Known(token, false))
        {
            if (phrases.Known[candidate.Index].Kind is EntityKind.State or EntityKind.Place)
                return phrases.Known[candidate.Index].Country;
        }

        return default;
    }

    /// <summary>The entities of the data that a word, or when not <paramref name="whole"/> a part of it, may name.</summary>
    private IEnumerable<NameCandidate> Known(int token, bool whole)
    {
        var matches = new List<NameMatch>();
        phrases.Known.Match(Tree[token].Range.In(Tree.Text), matches);
        foreach (NameMatch match in matches)
        {
            if (whole && match.Length != Tree[token].Range.Length)
                continue;
            foreach (NameCandidate candidate in phrases.Known.Candidates(match.Name).ToArray())
            {
                if (candidate.IsEntity)
                    yield return candidate;
            }
        }
    }
}
