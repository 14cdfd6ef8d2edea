using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Names: decides who they mean before the phrases around them are read, and writes those that stand alone.</summary>
internal sealed class NameMentions(Phrases phrases, NameKinds kinds, SpeechWords speech)
{
    /// <summary>A body named within so many words from the beginning of a sentence is what it tells of.</summary>
    private const int TopicWords = 5;

    private readonly PeopleMentions people = new(phrases);
    private readonly Namesakes namesakes = new(phrases);
    private readonly StatesAndCities cities = new(phrases);
    private readonly OutletMentions outlets = new(phrases, speech);
    private readonly BodyMembers members = new(phrases);
    private readonly NamedBodies bodies = new(phrases);
    private readonly BracketedNames bracket = new(phrases);
    private readonly LocalNames local = new(phrases);

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>A name that only its signs can tell, or a surname of the data that may be anybody's.</summary>
    public static bool IsUnknown(Sighting sighting) =>
        sighting is { Kind: SightingKind.Name, NameAgent: < 0 } || sighting is { Kind: SightingKind.Person, IsWeak: true } && sighting.First == sighting.Last;

    /// <summary>Gathers what the report says of the kinds of its unknown names.</summary>
    public void Weigh(List<Sighting> sightings)
    {
        foreach (Sighting sighting in sightings)
        {
            if (IsUnknown(sighting))
                kinds.Learn(sighting);
        }
    }

    /// <summary>Learns the states of the report.</summary>
    public void Note(List<Sighting> sightings)
    {
        foreach (CountryCode country in sightings.Where(sighting => sighting.Kind is SightingKind.State or SightingKind.Place && sighting.Elsewhere < 0).Select(sighting => phrases.Known[sighting.Index].Country).Distinct())
        {
            if (!country.IsNone)
                phrases.People.Note(country);
        }

        phrases.Home.Note(sightings);
        foreach (Sighting sighting in sightings)
            local.Note(sighting);
        foreach (Sighting sighting in sightings.Where(sighting => sighting.Kind == SightingKind.State))
            phrases.People.NoteForm(phrases.Known[sighting.Index].Country, sighting.Range.Of(Tree.Text));
        foreach (Sighting sighting in sightings.Where(sighting => sighting.Kind == SightingKind.State && sighting.Role != NameRole.Capital && sighting.States.Length < 2))
            phrases.People.NoteName(phrases.Known[sighting.Index].Country);
    }

    /// <summary>Learns full names of known persons before anything is written.</summary>
    public void Foresee(List<Sighting> sightings)
    {
        foreach (Sighting sighting in sightings)
        {
            if (sighting.Kind is SightingKind.State or SightingKind.Place)
                sighting.Meant.Add(Table.OfKnown(sighting.Index));
            else if (sighting.Kind == SightingKind.Body && (sighting.Role != NameRole.Acronym || sighting.First < sighting.Last))
                sighting.Meant.Add(Body(sighting));
        }

        foreach (Sighting sighting in sightings)
        {
            if (sighting.First < sighting.Last && (sighting.Kind == SightingKind.Person || sighting is { Kind: SightingKind.Name, NameAgent: < 0 }))
                Person(sighting);
        }

        foreach (Sighting sighting in sightings)
        {
            Abbreviate(sighting);
            if (sighting.Last > sighting.First + 1 && sighting.Kind is SightingKind.Body or SightingKind.Name && Initials(sighting) is { Length: > 2 } initials && (sighting.Meant is [var whole] || Table.Find("name:" + sighting.Range.Of(Tree.Text)) is { } named && (whole = named) >= 0))
                Table.Alias(initials, whole);
            Shorten(sighting);
        }

        foreach (Sighting sighting in sightings)
        {
            // "Ford Motor Company … Ford": a firm is called by the first word of its name.
            if (sighting is { Kind: SightingKind.Body, Meant.Count: 1 } && sighting.First + 1 == sighting.Last && phrases.Words.IsPartyWord(phrases.Form(sighting.Last)) && Tree[sighting.First].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn)
                Table.Alias(Tree[sighting.First].Range.Of(Tree.Text), sighting.Meant[0]);
            if (sighting is { Kind: SightingKind.Body, Meant.Count: 1 } && sighting.First < sighting.Last && Table[sighting.Meant[0]].Sectors is [Sector.Bus or Sector.Med, ..])
                Table.Alias(Tree[sighting.First].Range.Of(Tree.Text), sighting.Meant[0]);
            // "Odalys Holdings … Odalys".
            if (sighting is { Kind: SightingKind.Name } && sighting.First < sighting.Last && phrases.Words.IsFirmWord(phrases.Form(sighting.Last)) | phrases.Words.IsFirmName(phrases.Form(sighting.Last)) && !phrases.Words.IsOrdinary(phrases.Form(sighting.First)) && !phrases.IsGivenName(sighting.First) && Table.Find("name:" + sighting.Range.Of(Tree.Text)) is { } firm && Table[firm].Sectors is [Sector.Bus])
                Table.Alias(Tree[sighting.First].Range.Of(Tree.Text), firm);
            sighting.Meant.Clear();
            bracket.Read(sighting);
        }
    }

    /// <summary>Decides states, places and bodies, then persons with the offices beside them.</summary>
    public void Resolve(List<Sighting> sightings)
    {
        foreach (Sighting sighting in sightings)
        {
            switch (sighting.Kind)
            {
                case SightingKind.State when IsShip(sighting) || IsTongue(sighting) || IsOfThing(sighting):
                    break;
                case SightingKind.State:
                    sighting.Meant.Add(namesakes.OfState(sighting) is >= 0 and var bearer ? bearer : local.OfSmall(sighting) is >= 0 and var town ? town : cities.StateOrCity(sighting));
                    break;
                case SightingKind.Place when IsThingHere(sighting):
                    break;
                case SightingKind.Place when IsAnywhere(sighting):
                    string quarter = sighting.Range.Of(Tree.Text);
                    sighting.Meant.Add(Table.OfReport("place:" + quarter, new EntityDraft { Name = quarter, Kind = EntityKind.Place, Country = phrases.Place.Home }));
                    break;
                case SightingKind.Place:
                    sighting.Meant.Add(namesakes.OfPlace(sighting) is >= 0 and var namesake ? namesake : local.OfSmall(sighting) is >= 0 and var village ? village : Table.OfKnown(sighting.Index));
                    break;
                case SightingKind.Region when char.IsUpper(Tree.Text[sighting.Range.Start]) && Tree[sighting.Last].Pos == PartOfSpeech.Propn:
                    string region = sighting.Range.Of(Tree.Text);
                    sighting.Meant.Add(Table.OfReport("place:" + region, new EntityDraft { Name = region, Kind = EntityKind.Place, IsRegion = true }));
                    break;
                case SightingKind.Body when !IsWord(sighting):
                    sighting.Meant.Add(Bearer(sighting) is >= 0 and var named ? named : local.OfRegion(sighting) is >= 0 and var wide ? wide : OfRegion(sighting) is >= 0 and var part ? part : Body(sighting));
                    break;
            }
        }

        foreach (Sighting sighting in sightings)
        {
            if (sighting.Kind is SightingKind.Person or SightingKind.Name && sighting.Meant.Count == 0 && Person(sighting) is >= 0 and var person)
                sighting.Meant.Add(person);
        }
    }

    /// <summary>"Plan Chad": a thing that bears the name of a state.</summary>
    private bool IsOfThing(Sighting sighting) =>
        sighting.Role == NameRole.Name && sighting.First > phrases.Sentence.FirstToken && !phrases.IsHonorific(sighting.First - 1) && char.IsUpper(Tree.Text[Tree[sighting.First - 1].Range.Start]) && phrases.Words.NameWord(phrases.Form(sighting.First - 1)) == "thing" && phrases.Signs.At(sighting.First - 1) is null or { Kind: SightingKind.Name } && Tree[sighting.First - 1].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn
        && (Tree[sighting.Last].Head == sighting.First - 1 || Tree[sighting.First - 1].Head == sighting.Last) && char.IsLower(Tree.Text[Tree[Math.Min(sighting.Last + 1, Tree.Count - 1)].Range.Start]);

    /// <summary>"the Spanish-language press", "the inter-American court", "Native American": a tongue or a part of the world, no state.</summary>
    private bool IsTongue(Sighting sighting) =>
        sighting.Role is NameRole.Adjective or NameRole.People
        && (phrases.Form(sighting.Last + 1) == "-" && phrases.Words.IsStateless(phrases.Form(sighting.Last + 2)) || sighting.First > phrases.Sentence.FirstToken && phrases.Words.IsJoining(phrases.Form(sighting.First - 1)) || phrases.Form(sighting.First) is var form && form.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && phrases.Words.IsJoining(form[..hyphen]));

    /// <summary>"the ferry MV Kampala", "HMS Norfolk": letters before a name that only ships bear.</summary>
    private bool IsShip(Sighting sighting) =>
        sighting.First > phrases.Sentence.FirstToken && phrases.Words.IsShipLetters(phrases.Form(sighting.First - 1)) && char.IsUpper(Tree.Text[Tree[sighting.First - 1].Range.End - 1]);

    /// <summary>"a Falcon 9 rocket": a word of the language, not the place of a state that the report never names.</summary>
    private bool IsThingHere(Sighting sighting) =>
        IsShip(sighting) || sighting.First == sighting.Last && phrases.Words.IsOrdinary(phrases.Form(sighting.First)) && phrases.Known[sighting.Index].Country is { IsNone: false } country && !phrases.People.IsNamed(country)
        && !phrases.Words.IsPlaceCase(Tree.Case(sighting.First)) && phrases.Form(sighting.Last + 1) != "," && phrases.Known[sighting.Index].PlaceKind != "capital";

    /// <summary>"Eastern Province": every other state has one, and the report names none of those that the data know.</summary>
    private bool IsAnywhere(Sighting sighting) =>
        sighting.First < sighting.Last && phrases.Known[sighting.Index] is { PlaceKind: "region", Country: { IsNone: false } country } && !phrases.People.IsNamed(country) && Enumerable.Range(sighting.First, sighting.Last - sighting.First + 1).All(word => phrases.Words.NameWord(phrases.Form(word)) == "place");

    /// <summary>"the Grain Board (GB)": the letters in brackets mean the body before them from here on.</summary>
    private void Abbreviate(Sighting sighting)
    {
        // "the Dockers Union of Chad (DUC)".
        int last = phrases.Form(sighting.Last + 1) == "of" && phrases.Signs.At(sighting.Last + 2) is { Kind: SightingKind.State or SightingKind.Place } seat && seat.First == sighting.Last + 2 ? seat.Last : sighting.Last;
        if (sighting.First < sighting.Last && bodies.Bracketed(last) is { Length: > 1 } acronym && Table.Find("name:" + sighting.Range.Of(Tree.Text)) is { } body)
            Table.Alias(acronym, body);
    }

    /// <summary>"the House Committee on Trade", "the Odal Highway Police": further on the first word or words may be left off.</summary>
    private void Shorten(Sighting sighting)
    {
        if (sighting.Kind is not (SightingKind.Body or SightingKind.Name) || sighting.Last < sighting.First + 2 || sighting.NameAgent < 0 && phrases.Words.NameWord(phrases.Form(sighting.Last)) != "body")
            return;
        if (sighting.Meant is not [var whole])
        {
            if (Table.Find("name:" + sighting.Range.Of(Tree.Text)) is not { } named)
                return;
            whole = named;
        }

        for (int i = sighting.First + 1; i < sighting.Last && Tree[i - 1].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj; i++)
        {
            if (char.IsUpper(Tree.Text[Tree[i].Range.Start]))
                Table.Alias("name:" + phrases.Range(i, sighting.Last).Of(Tree.Text), whole);
        }
    }

    /// <summary>"University of Southern Norway": USN, as the report may call it further on.</summary>
    private string Initials(Sighting sighting) =>
        string.Concat(Enumerable.Range(sighting.First, sighting.Last - sighting.First + 1).Select(i => Tree.Text[Tree[i].Range.Start]).Where(char.IsUpper));

    /// <summary>Of bodies with one name that of a state of the report; an acronym alone means no party or band of a state that the report never names.</summary>
    private int Body(Sighting sighting)
    {
        string name = sighting.Range.Of(Tree.Text);
        if (sighting.Role == NameRole.Acronym && Table.Find(name) is { } spelled)
            return spelled;
        int[] near = [.. sighting.Bodies.Where(body => phrases.People.IsNoted(phrases.Known[body].Country))];
        if (near.Length > 1 && near.Where(body => phrases.People.IsNamed(phrases.Known[body].Country)).ToArray() is { Length: 1 } named)
            near = named;
        if (near.Length > 1 && phrases.Home.Of(near.Select(body => phrases.Known[body].Country)) is { IsNone: false } home1)
            near = [.. near.Where(body => phrases.Known[body].Country == home1)];

        // "NASA": of bodies of one name that which is no party and no band.
        if (near.Length == 0 && sighting.Bodies.Length > 1 && sighting.Bodies.Where(body => !IsOfFaction(phrases.Known[body])).ToArray() is [var plain])
            near = [plain];
        KnownEntity only = phrases.Known[near.Length == 1 ? near[0] : sighting.Index];
        // "National Crime Agency" of a report about another state: every state has courts and police.
        bool common = (only.Sectors is [Sector.Cop or Sector.Jud, ..] || only.Sectors is [Sector.Gov, ..] && phrases.Words.IsPublicBody(phrases.Form(sighting.Last))) && sighting.Role != NameRole.Acronym && !only.Country.IsNone && !phrases.People.IsNoted(only.Country) && !phrases.Place.Home.IsNone && kinds.IsOrdinary(sighting) && !IsLettered(sighting) && !local.IsOfNeighbour(only);
        // "Norway's Securities and Exchange Commission": whatever state the data know one of.
        if (!only.Country.IsNone && sighting.Role != NameRole.Acronym && sighting.First < sighting.Last && phrases.Form(sighting.First - 1) is "'s" or "’s" && phrases.Signs.At(sighting.First - 2) is { Kind: SightingKind.State, Role: NameRole.Name } owner && phrases.Known[owner.Index].Country is { IsNone: false } home && home != only.Country && (only.Sectors is [Sector.Gov or Sector.Jud or Sector.Cop or Sector.Leg or Sector.Mil, ..] || kinds.IsOrdinary(sighting)))
            return Table.OfReport($"name:{name} of {home}", new EntityDraft { Name = name, Kind = EntityKind.Organization, Sectors = only.Sectors, Country = home });
        if (common)
            return Table.OfReport("name:" + name, new EntityDraft { Name = name, Kind = EntityKind.Organization, Sectors = only.Sectors, Country = phrases.Place.Home });
        bool far = (sighting.Role == NameRole.Acronym || only.Sectors is [Sector.Pty]) && !only.Country.IsNone && !phrases.People.IsNoted(only.Country) && only.Sectors.Any(sector => sector is Sector.Pty or Sector.Opp or Sector.Reb || sighting.Role == NameRole.Acronym && sector is Sector.Rel or Sector.Lab);
        if (near.Length == 1 || sighting.Bodies.IsEmpty && !far || Table.IsKnown(only))
            return Table.OfKnown(only.Index);
        return Table.OfReport("name:" + name, new EntityDraft
        {
            Name = name,
            Kind = EntityKind.Organization,
            Sectors = far && sighting.Role == NameRole.Acronym ? [] : only.Sectors,
            Candidates = far ? [] : [.. sighting.Bodies.Select(body => phrases.Known[body].Key[(phrases.Known[body].Key.IndexOf(':', StringComparison.Ordinal) + 1)..])],
        });
    }

    private static bool IsOfFaction(KnownEntity body) => body.Sectors.Any(static sector => sector is Sector.Pty or Sector.Opp or Sector.Reb);

    /// <summary>"the National Crime Agency (NCA)": its own letters right behind say which it is.</summary>
    private bool IsLettered(Sighting sighting) =>
        phrases.Form(sighting.Last + 1) == "(" && phrases.Signs.At(sighting.Last + 2) is { Kind: SightingKind.Body, Role: NameRole.Acronym } letters && (letters.Index == sighting.Index || letters.Bodies.Contains(sighting.Index));

    /// <summary>"the Ohio Department of Transportation": of a part of a state, and not the state's own; -1 for none.</summary>
    private int OfRegion(Sighting sighting)
    {
        if (sighting.Role == NameRole.Acronym || sighting.First == sighting.Last || phrases.Signs.At(sighting.First - 1) is not { Kind: SightingKind.Place } place || phrases.Known[place.Index].PlaceKind != "region" || !phrases.IsModifier(place.Last))
            return -1;
        KnownEntity known = phrases.Known[sighting.Index];
        if (known.Country.IsNone && !known.Sectors.Contains(Sector.Igo) || !known.Country.IsNone && known.Country != phrases.Known[place.Index].Country)
            return -1;
        string name = phrases.Range(place.First, sighting.Last).Of(Tree.Text);
        return Table.OfReport("name:" + name, new EntityDraft
        {
            Name = name,
            Kind = EntityKind.Organization,
            Country = phrases.Known[place.Index].Country,
            Sectors = known.Country.IsNone ? [] : known.Sectors,
        });
    }

    /// <summary>"DNA": letters that are a word of the language name no body of a state that the report never names.</summary>
    private bool IsWord(Sighting sighting) =>
        sighting.Role == NameRole.Acronym && phrases.Words.IsOrdinary(phrases.Form(sighting.First)) && phrases.Known[sighting.Index].Country is { IsNone: false } country && !phrases.People.IsNoted(country);

    private int Person(Sighting sighting)
    {
        if (sighting.IsWork)
            return -1;
        if (sighting is { Kind: SightingKind.Name, Inner: >= 0, NameAgent: < 0 } && phrases.Known[sighting.Inner].Kind == EntityKind.Place)
        {
            int around = bodies.OfReport(sighting, NameKind.Place);
            Table[around].Country = phrases.Known[sighting.Inner].Country;
            return around;
        }

        Sighting? beside = TitleBefore(sighting);
        Title? title = null;
        ImmutableArray<Sector> sectors = [];
        CountryCode country = default;
        int body = -1;
        if (beside is not null)
        {
            Signs signs = phrases.Signs.Read(beside);
            country = signs.Country;
            body = signs.IsFormer ? -1 : signs.Body;
            if (beside.Kind == SightingKind.Title)
            {
                title = phrases.Known.Titles.All[beside.Index];
                sectors = phrases.SectorsOf(signs, title);
                title = phrases.OfficeOf(signs, title);
            }
            else
            {
                sectors = PhraseSectors.Of(signs, phrases.Known.Agents[beside.Index].Sector);
            }

            if (signs.IsFormer)
                title = null;
        }

        // "Norway's Karl Beck".
        if (beside is null && country.IsNone && sighting.First < sighting.Last && phrases.Form(sighting.First - 1) is "'s" or "’s" && phrases.Signs.At(sighting.First - 2) is { Kind: SightingKind.State, Role: NameRole.Name } home)
            country = phrases.Known[home.Index].Country;
        bool single = sighting.First == sighting.Last;
        bool honored = sighting.First > phrases.Sentence.FirstToken && phrases.IsHonorific(sighting.First - 1);
        if (sighting.NameAgent >= 0)
            return bodies.Organization(sighting);
        NameKind kind = IsNamedAfter(sighting) ? NameKind.Organization : IsUnknown(sighting) ? kinds.Of(sighting) : NameKind.Person;
        bool weak = sighting.Kind == SightingKind.Person && kind == NameKind.None;

        // "Youth Risk Report": no person of the name "Risk Report".
        if (beside is { Kind: SightingKind.Agent } opening && !single && sighting.People.IsEmpty && opening.First > phrases.Sentence.FirstToken && char.IsUpper(Tree.Text[opening.Range.Start]) && kinds.IsOrdinary(sighting) && !phrases.IsGivenName(sighting.First))
            return -1;
        bool told = beside is not null || honored;
        if (beside is { Kind: SightingKind.Agent } maker && kind == NameKind.Organization && kinds.IsMakerOf(maker, sighting))
            return bodies.OfReport(sighting, kind);

        // "Jazz pianist Karl Beck": of what kind, at the head of the sentence.
        if (!told && kind == NameKind.Person && IsOpening(sighting) && phrases.Signs.At(sighting.Last + 1) is { Kind: SightingKind.Agent or SightingKind.Title } calling && calling.First == sighting.Last + 1 && phrases.IsModifier(sighting.First))
            return -1;
        if (single && !told && IsPeople(sighting))
            return Table.OfReport("people:" + sighting.Range.Of(Tree.Text), new EntityDraft { Name = sighting.Range.Of(Tree.Text), Kind = EntityKind.Group, Sectors = [Sector.Cvl], IsPlural = true });
        if (single && !told && IsUnknown(sighting) && kinds.IsTown(sighting))
            return bodies.OfReport(sighting, NameKind.Place);
        if (!told && single && kind != NameKind.Person && sighting.Kind == SightingKind.Name && phrases.People.OfPart(sighting) is >= 0 and var part)
            return part;
        if (!told && kind is NameKind.Place or NameKind.Organization && IsOpening(sighting) && !kinds.IsCompounded(sighting))
            return -1;
        if (!told && single && phrases.Words.IsCalendar(phrases.Form(sighting.First)) && Table.Find(sighting.Range.Of(Tree.Text)) is null && !phrases.People.MayGovern(sighting))
            return -1;
        if (!told && !weak && kind is not NameKind.Person && !phrases.People.IsVariant(sighting) && Table.Find(sighting.Range.Of(Tree.Text)) is null)
            return kind is NameKind.Place or NameKind.Organization ? bodies.OfReport(sighting, kind) : -1;
        // "Hall", "Lake", "Bill" alone are hardly those of the data who are called so.
        if (weak && single && !told && phrases.Words.NameWord(phrases.Form(sighting.First)) is not null && Table.Find(sighting.Range.Of(Tree.Text)) is null)
            return -1;

        // "a student named Grant": somebody whom nothing else names, whoever else is called so.
        if (single && beside is null && (phrases.Words.IsNamingVerb(phrases.Form(sighting.First - 1)) && phrases.Signs.At(sighting.First - 2) is { Kind: SightingKind.Agent or SightingKind.Title } || IsIdentified(sighting.First)) && Table.Find(sighting.Range.Of(Tree.Text)) is null)
        {
            string given = sighting.Range.Of(Tree.Text);
            return Table.OfReport(given, new EntityDraft { Name = given, Kind = EntityKind.Person, IsNamed = true });
        }

        int person = phrases.People.Resolve(sighting, title, sectors, country, told || kind == NameKind.Person);
        if (person < 0)
            return -1;
        if (honored)
        {
            person = namesakes.Addressed(sighting, person);
            if (local.IsOfMedicine && Table[person] is { Known: null, Sectors: [] } && phrases.Words.IsDoctor(phrases.Form(phrases.Form(sighting.First - 1) == "." ? sighting.First - 2 : sighting.First - 1).TrimEnd('.')))
                Table[person].Sectors = [Sector.Hlh];
        }

        if (body >= 0 && country.IsNone && sighting.Kind == SightingKind.Person)
            phrases.People.Serve(person, body, title);
        return person;
    }

    /// <summary>"identified only as Karl".</summary>
    private bool IsIdentified(int name) =>
        name > phrases.Sentence.FirstToken + 2 && Tree.Is(phrases.Form(name - 1), WordFunction.Likeness) && (phrases.Words.IsIdentifying(Tree[name - 2].Lemma.ToLowerInvariant()) || phrases.Words.IsSole(phrases.Form(name - 2)) && phrases.Words.IsIdentifying(Tree[name - 3].Lemma.ToLowerInvariant()));

    /// <summary>"Odalians": those of a place, by a plural that is no word of the language.</summary>
    private bool IsPeople(Sighting sighting) =>
        sighting.Kind == SightingKind.Name && phrases.Words.HasDemonymEnding(phrases.Form(sighting.First)) && Tree[sighting.First].Morphology.HasFlag(Morphology.Plural)
        && !phrases.Words.IsOrdinary(phrases.Form(sighting.First)) && Table.Find(sighting.Range.Of(Tree.Text)) is null;

    /// <summary>"Centre for Marine Biology": a noun of bodies, a preposition and what it is named after.</summary>
    private bool IsNamedAfter(Sighting sighting)
    {
        for (int i = sighting.First + 1; i < sighting.Last; i++)
        {
            if (phrases.Words.IsNaming(phrases.Form(i)))
                return phrases.Words.NameWord(phrases.Form(i - 1)) == "body";
        }

        return false;
    }

    /// <summary>"President Juan Bosch … Bosch said": the person of the report, not the firm that is called so; -1 for none.</summary>
    private int Bearer(Sighting sighting)
    {
        if (sighting.First != sighting.Last || phrases.Known[sighting.Index].Sectors is not [Sector.Bus or Sector.Med or Sector.Pty, ..])
            return -1;
        foreach (int person in sighting.People)
        {
            if (Table.IsKnown(phrases.Known[person]))
                return Table.OfKnown(person);
        }

        return Table.Find(sighting.Range.Of(Tree.Text)) is { } named && Table[named] is { Kind: EntityKind.Person, IsNamed: true } ? named : -1;
    }

    /// <summary>A lone word at the beginning of a sentence, with a capital for that alone, and nowhere else.</summary>
    private bool IsOpening(Sighting sighting) =>
        sighting.First == phrases.Sentence.FirstToken && sighting.First == sighting.Last && sighting.Kind == SightingKind.Name && kinds.Places(sighting) < 2;

    private Sighting? TitleBefore(Sighting sighting)
    {
        int at = sighting.First - 1;
        while (at > phrases.Sentence.FirstToken && (phrases.Form(at) == "." || phrases.IsHonorific(at)))
            at--;
        if (phrases.Signs.At(at) is not { Kind: SightingKind.Title or SightingKind.Agent, IsPlural: false } before || before.Last != at)
            return null;
        return before.Kind == SightingKind.Title || phrases.Known.Agents[before.Index].Kind == EntityKind.Person ? before : null;
    }

    /// <summary>Writes a name that no phrase has taken.</summary>
    public void Write(Sighting sighting)
    {
        if (sighting.Publisher is { } publisher)
            outlets.Write(sighting, publisher);
        int head = Tree.HeadOf(sighting.First, sighting.Last);

        // "the two Koreas".
        if (sighting.Kind == SightingKind.Region && phrases.Known.Regions[sighting.Index].States is [var north, var south] && phrases.Words.Count(phrases.Form(sighting.First)) == 2 && !phrases.IsModifier(head))
        {
            phrases.Mention(sighting.Range, head, Table.OfKnown(north), MentionKind.Nominal, "mention.the-two");
            phrases.Mention(sighting.Range, head, Table.OfKnown(south), MentionKind.Nominal, "mention.the-two");
            return;
        }

        if (sighting.Meant.Count == 0)
            return;
        int entity = sighting.Meant[0];
        TextRange range = sighting.Range;
        EntityDraft draft = Table[entity];
        bool modifier = phrases.IsModifier(head);
        switch (sighting.Kind)
        {
            case SightingKind.Region when modifier || Tree[head].Pos != PartOfSpeech.Propn:
                return;
            case SightingKind.State when sighting.Role is NameRole.Adjective or NameRole.People && !modifier && people.IsSomebody(sighting, head):
                people.WriteOne(sighting, head, draft);
                return;
            case SightingKind.State when sighting.Role == NameRole.Adjective && !modifier && people.IsNation(sighting, head):
                people.WriteNation(sighting, head, draft);
                return;
            case SightingKind.State when sighting.Role == NameRole.Adjective && !IsAdjective(head) || phrases.Words.IsStateless(phrases.Form(sighting.Last + 1)) || phrases.Form(sighting.Last + 1) == "-" && phrases.Words.IsStateless(phrases.Form(sighting.Last + 2)):
                return;
            case SightingKind.State when sighting.Role == NameRole.Adjective || sighting.Role == NameRole.People && modifier:
                phrases.Mention(range, head, entity, MentionKind.Adjective, "mention.adjective");
                return;
            case SightingKind.State when sighting.Role == NameRole.People:
                people.Write(sighting, head, draft);
                return;
            case SightingKind.State or SightingKind.Body or SightingKind.Place when modifier:
                phrases.Mention(range, head, entity, MentionKind.Adjective, "mention.modifier");
                return;
        }

        // "the United Nations High Commissioner for Refugees, Karl Beck": an office and its holder.
        if (sighting.Kind == SightingKind.Body && sighting.First < sighting.Last && phrases.Known.Titles.Find(sighting.Range.Of(Tree.Text).ToLowerInvariant()) is not null && phrases.Behind.AfterComma(sighting.First, sighting.Last, true) is >= 0 and var holder)
        {
            phrases.Mention(range, head, holder, MentionKind.Nominal, "mention.apposition");
            return;
        }

        // "the Beck family": all of that name.
        if (draft.Kind == EntityKind.Person && modifier && sighting.First == sighting.Last && phrases.Words.IsFamily(phrases.Form(sighting.Last + 1)))
            return;
        if (draft.Kind == EntityKind.Person)
            phrases.People.Speak(sighting, entity);
        else if (draft.Kind is EntityKind.Organization or EntityKind.Group)
            TellOf(head, entity);
        if (draft.Kind == EntityKind.Organization && sighting.Kind is SightingKind.Body or SightingKind.Name)
            phrases.Name(sighting, entity);
        if (draft is { Kind: EntityKind.Person, Known: null, Sectors: [] or [Sector.Cvl or Sector.Mil] })
            members.Belong(sighting, entity);
        string rule = draft.Kind == EntityKind.Place ? "mention.place" : "mention.name";
        phrases.Mention(range, head, entity, modifier && draft.Kind != EntityKind.Person ? MentionKind.Adjective : MentionKind.Name, rule);
    }

    /// <summary>"the court" is that which was named last, but not one that stands aside, "appealed to the High Court", where the report is about another.</summary>
    private void TellOf(int head, int body)
    {
        string key = "noun:" + phrases.Form(head);
        if (Table.Find(key) is not { } before || before == body || phrases.IsSubject(head) || head - phrases.Sentence.FirstToken < TopicWords || Table[before].Kind == EntityKind.Person || Table.Count(body) >= Table.Count(before))
            Table.Move(key, body);
    }

    /// <summary>"in French and Arabic": nothing that they go with, so a language.</summary>
    private bool IsLanguage(int head)
    {
        int first = Tree[head].Relation == Relation.Conj && Tree.Head(head) is >= 0 and var joined ? joined : head;
        return Tree.Case(first) is "in" or "into" && !phrases.IsModifier(head) && Tree.Child(head, Relation.Det) < 0 && Tree.Child(first, Relation.Det) < 0 && Tree[first].Relation is Relation.Obl or Relation.Nmod && (head == first || Tree[first].Pos is PartOfSpeech.Adj or PartOfSpeech.Propn or PartOfSpeech.Noun && !(phrases.Signs.At(first) is { Kind: SightingKind.State, Role: NameRole.Name } or { Kind: SightingKind.Place }));
    }

    /// <summary>An adjective that stands for itself is a language: "spoke English".</summary>
    private bool IsAdjective(int head) => !IsLanguage(head) && IsBeside(head);

    private bool IsBeside(int head) => Tree[head].Pos == PartOfSpeech.Adj || phrases.IsModifier(head)
        || Tree[head].Relation is Relation.Compound or Relation.Amod or Relation.Flat or Relation.Conj || phrases.Form(head + 1) == "-"
        || phrases.Form(head - 1) == "the" && phrases.IsSubject(head);
}
