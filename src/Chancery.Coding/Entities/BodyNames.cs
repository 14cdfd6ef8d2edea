using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// Makes one name of the parts of an official one: "St. Luke's Hospital", "the National Search and Rescue Agency", "Centre for Marine Biology at Odal".
/// Tags say little of words in capitals, so a name goes on by its capitals and by the noun of a body that it has in it.
/// </summary>
internal sealed class BodyNames(DocumentTree tree, KnownEntities known, MentionWords words, NameLetters letters, Func<int, int, float[]> weigh)
{
    private const int LongestRun = 8;
    private readonly BodyBounds bounds = new(tree, known, words, letters);
    private Sentence sentence;
    private List<Sighting> found = [];
    private Sighting?[] taken = [];

    /// <param name="where">The sentence.</param>
    /// <param name="sightings">What was found so far; changed.</param>
    /// <param name="byToken">The same by token, from the first of the sentence.</param>
    /// <param name="gone">Receives what became part of a longer name.</param>
    public void Join(Sentence where, List<Sighting> sightings, Sighting?[] byToken, HashSet<Sighting> gone)
    {
        (sentence, found, taken) = (where, sightings, byToken);
        bounds.Open(where, byToken);
        FreeOffices(gone);
        JoinNicknames(gone);
        JoinSaints(gone);
        JoinNamesakes(gone);
        JoinAirports(gone);
        JoinStations(gone);
        JoinSchools(gone);
        JoinAnd(gone);
        JoinOf(gone);
        if (IsHeadline())
            return;
        JoinRegional(gone);
        JoinBranches(gone);
        Widen(gone);
        JoinPlaces(gone);
        JoinThings(gone);
    }

    private Sighting? At(int token) => bounds.At(token);

    /// <summary>"the National Search and Rescue Agency": one article and one noun of a body for both parts.</summary>
    private void JoinAnd(HashSet<Sighting> gone)
    {
        for (int link = sentence.FirstToken + 2; link + 1 < sentence.EndToken; link++)
        {
            if (At(link) is not null || tree[link].Pos != PartOfSpeech.Cconj || StartOfField(link - 1) is not (> 0 and var first))
                continue;
            int at = link + 1;
            while (at + 1 < sentence.EndToken && at - link < 4 && At(at) is null && IsField(at))
                at++;
            if (At(at) is { } part && part.First == at && part.Last + 1 < sentence.EndToken && letters.IsCapital(at) && tree[part.Last].Relation == Relation.Compound && At(part.Last + 1) is { } noun && letters.IsBody(noun))
                at = noun.First;
            if (At(at) is not { } right || right.First != at || !(right.Kind == SightingKind.Name && (right.NameAgent >= 0 || words.NameWord(letters.Lower(right.Last)) == "body") || letters.IsBody(right) && (right.Last > right.First || at > link + 1)))
                continue;
            if (right.Last + 1 < sentence.EndToken && tree[right.Last].Relation == Relation.Compound && At(right.Last + 1) is { } head && letters.IsBody(head))
                right = head;
            var whole = new Sighting
            {
                First = first,
                Last = right.Last,
                Range = TextRange.FromBounds(tree[first].Range.Start, right.Range.End),
                Kind = SightingKind.Name,
                NameAgent = right.Kind == SightingKind.Name ? right.NameAgent : right.Index,
            };
            Replace(whole, gone);
        }
    }

    /// <summary>The first of the capitals between an article, or a state's adjective, and "and"; -1 where they name somebody.</summary>
    private int StartOfField(int last)
    {
        int first = last + 1;
        while (first > sentence.FirstToken && last - first < LongestRun && letters.IsCapital(first - 1) && tree[first - 1].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj
            && (At(first - 1) is null or { Kind: SightingKind.Name, NameAgent: < 0 } || first - 1 < last && At(first - 1) is { Kind: SightingKind.Region or SightingKind.Place }))
        {
            first--;

            // "the Atmospheric, Geophysical and Space Administration".
            if (first - 3 >= sentence.FirstToken && tree.Form(first - 1) is "," && letters.IsCapital(first - 2) && At(first - 2) is null or { Kind: SightingKind.Name, NameAgent: < 0 } && tree[first - 2].Pos is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn && (words.IsOrdinary(letters.Lower(first - 2)) || tree[first - 2].Pos == PartOfSpeech.Adj || At(first - 2) is null && !letters.IsGivenName(first - 2))
                && (words.IsDefinite(letters.Lower(first - 3)) || At(first - 3) is { Kind: SightingKind.State, Role: NameRole.Adjective } || letters.IsCapital(first - 3)))
                first--;
        }

        if (first > last || letters.IsGivenName(first) || words.NameWord(letters.Lower(last)) == "body")
            return -1;

        // "utility Pacific Gas and Electric Company": without an article only what its own words show to be no person and no place.
        bool field = first < last && words.IsOrdinary(letters.Lower(last)) && At(last) is null or { Kind: SightingKind.Name } && tree[last].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn;
        return field || first > sentence.FirstToken && (words.IsDefinite(letters.Lower(first - 1)) || At(first - 1) is { Kind: SightingKind.State, Role: NameRole.Adjective }) ? first : -1;
    }

    /// <summary>Karl "Kalle" Blom: one name, and what he is called within it.</summary>
    private void JoinNicknames(HashSet<Sighting> gone)
    {
        for (int i = sentence.FirstToken; i + 4 < sentence.EndToken; i++)
        {
            if (!IsMark(i) || At(i - 1) is not { Kind: SightingKind.Name or SightingKind.Person, NameAgent: < 0 } given || given.Last != i - 1 || given.Kind == SightingKind.Person && !given.IsWeak)
                continue;
            int end = i + 1;
            while (end < i + 4 && end < sentence.EndToken && letters.IsCapital(end) && !IsMark(end))
                end++;
            if (end == i + 1 || end + 1 >= sentence.EndToken || !IsMark(end) || At(end + 1) is not { Kind: SightingKind.Name or SightingKind.Person, NameAgent: < 0 } surname || surname.First != end + 1)
                continue;
            Replace(new Sighting { First = given.First, Last = surname.Last, Range = TextRange.FromBounds(given.Range.Start, surname.Range.End), Kind = SightingKind.Name, People = surname.People, SoundsLike = NameKind.Person, Weights = weigh(surname.First, surname.Last) }, gone);
        }
    }

    private bool IsMark(int token) => tree.Form(token) is "\"" or "“" or "”" or "'" or "‘" or "’" or "``" or "''";

    /// <summary>"Queen Alia Airport": a place or a body that is called after somebody with an office.</summary>
    private void JoinNamesakes(HashSet<Sighting> gone)
    {
        for (int i = sentence.FirstToken + 1; i < sentence.EndToken; i++)
        {
            if (At(i) is not { Kind: SightingKind.Name } place || place.First != i || place.First == place.Last || words.NameWord(letters.Lower(place.Last)) != "place" || place.NameAgent >= 0 && known.Agents[place.NameAgent].Kind == EntityKind.Person)
                continue;
            if (At(i - 1) is not { Kind: SightingKind.Title, IsPlural: false } title || title.First != i - 1 || !letters.IsCapital(i - 1) || i - 1 == sentence.FirstToken)
                continue;
            var whole = new Sighting { First = title.First, Last = place.Last, Range = TextRange.FromBounds(title.Range.Start, place.Range.End), Kind = SightingKind.Name, NameAgent = place.NameAgent, Weights = place.Weights };
            Replace(whole, gone);
        }
    }

    /// <summary>"Karl Beck International Airport", "Lima Stadium": with the person or the town that it is called after.</summary>
    private void JoinAirports(HashSet<Sighting> gone)
    {
        for (int last = sentence.FirstToken + 1; last < sentence.EndToken; last++)
        {
            if (!letters.IsCapital(last) || !words.IsNamedPlace(letters.Lower(last)) || At(last) is { Kind: SightingKind.Body } or { IsWork: true })
                continue;
            int first = At(last)?.First ?? last;
            while (first > sentence.FirstToken && last - first < LongestRun && letters.IsCapital(first - 1) && tree[first - 1].Pos is PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Noun
                && At(first - 1) is null or { Kind: SightingKind.Name or SightingKind.Person or SightingKind.Place, IsWork: false } or { Kind: SightingKind.State, Role: NameRole.Capital })
                first = At(first - 1)?.First ?? first - 1;
            if (first == last || At(last) is { } old && old.First == first && old.Kind == SightingKind.Name)
                continue;
            Replace(new Sighting { First = first, Last = last, Range = TextRange.FromBounds(tree[first].Range.Start, tree[last].Range.End), Kind = SightingKind.Name, Weights = weigh(first, last) }, gone);
        }
    }

    /// <summary>"the rock band Queen": a body that is called by an office.</summary>
    private void FreeOffices(HashSet<Sighting> gone)
    {
        for (int i = sentence.FirstToken + 1; i < sentence.EndToken; i++)
        {
            if (At(i) is { Kind: SightingKind.Title, IsPlural: false } office && office.First == i && office.Last == i && letters.IsCapital(i) && tree[i].Pos == PartOfSpeech.Propn && !letters.IsCapital(i + 1)
                && At(i - 1) is { Kind: SightingKind.Agent, IsPlural: false } body && !letters.IsCapital(body.First) && known.Agents[body.Index].Kind != EntityKind.Person)
                Replace(new Sighting { First = i, Last = i, Range = tree[i].Range, Kind = SightingKind.Name, Weights = weigh(i, i) }, gone);
        }
    }

    /// <summary>"St. Luke's Hospital": a name, an s and a body or a building in capitals.</summary>
    private void JoinSaints(HashSet<Sighting> gone)
    {
        for (int i = sentence.FirstToken + 1; i + 1 < sentence.EndToken; i++)
        {
            if (tree.Form(i) is not ("'s" or "’s" or "'" or "’") || !letters.IsCapital(i + 1) || At(i - 1) is not { } saint)
                continue;
            int next = i + 1;
            if (saint is { IsPlural: true })
            {
                while (next - i < 4 && next + 1 < sentence.EndToken && At(next) is null && letters.IsQualifier(next))
                    next++;
            }

            Sighting? house = At(next);

            // "the Odal Pilots' Association": a body of those.
            bool members = saint is { Kind: SightingKind.Agent or SightingKind.Title, IsPlural: true } && saint.First > sentence.FirstToken && letters.IsCapital(saint.First) && house is not null && house.First == next && (letters.IsBody(house) || house is { Kind: SightingKind.Name, NameAgent: >= 0 });
            // "Queen's University".
            bool royal = saint is { Kind: SightingKind.Title, IsPlural: false } && saint.First == saint.Last && letters.IsCapital(saint.First) && tree.Form(i).Length > 1 && house is { Kind: SightingKind.Agent } && house.First == i + 1 && letters.IsBody(house) && known.Agents[house.Index].Sector is Sector.Edu or Sector.Hlh;
            if (!members && !royal && (saint.Kind is not (SightingKind.Name or SightingKind.Person) || saint.Kind == SightingKind.Person && !saint.IsWeak || tree.Form(i).Length < 2))
                continue;
            bool body = members || house is { Kind: SightingKind.Agent } && house.First == i + 1 && letters.IsBody(house) && known.Agents[house.Index].Sector is Sector.Hlh or Sector.Edu or Sector.Rel;
            if (!body && !(house is null && words.NameWord(letters.Lower(i + 1)) == "place"))
                continue;
            int last = body ? house!.Last : i + 1;
            var whole = new Sighting { First = saint.First, Last = last, Range = TextRange.FromBounds(saint.Range.Start, tree[last].Range.End), Kind = SightingKind.Name, NameAgent = !body ? -1 : house!.Kind == SightingKind.Name ? house.NameAgent : house.Index, Weights = weigh(saint.First, last) };
            Replace(whole, gone);
        }
    }

    /// <summary>"Radio Mar Azul", "Radio Chad": the station, whatever it is called after.</summary>
    private void JoinStations(HashSet<Sighting> gone)
    {
        for (int i = sentence.FirstToken; i + 1 < sentence.EndToken; i++)
        {
            if (!letters.IsCapital(i) || !words.IsStation(letters.Lower(i)) || i > sentence.FirstToken && At(i - 1) is { Kind: SightingKind.State or SightingKind.Place } || At(i) is not (null or { Kind: SightingKind.Agent or SightingKind.Name }) || At(i) is { } opening && (opening.First != i || opening.Last > i && opening.Kind == SightingKind.Agent))
                continue;
            int last = i;
            while (last + 1 < sentence.EndToken && last - i < 4 && letters.IsCapital(last + 1) && !(tree[last + 1].Range.Length > 3 && words.IsCalendar(letters.Lower(last + 1))) && At(last + 1) is null or { Kind: SightingKind.Name, NameAgent: < 0 } or { Kind: SightingKind.State, Role: NameRole.Name or NameRole.Capital } or { Kind: SightingKind.Place } or { Kind: SightingKind.Person, IsWeak: true })
                last = At(last + 1)?.Last ?? last + 1;
            if (last > i)
                Replace(new Sighting { First = i, Last = last, Range = TextRange.FromBounds(tree[i].Range.Start, tree[last].Range.End), Kind = SightingKind.Name, NameAgent = letters.AgentOf(letters.Lower(i)), Weights = weigh(i, last) }, gone);
        }
    }

    /// <summary>"American University": the name of a school, not a state and its school.</summary>
    private void JoinSchools(HashSet<Sighting> gone)
    {
        for (int i = sentence.FirstToken + 1; i < sentence.EndToken; i++)
        {
            // "Chad Airlines": a firm, not its state.
            if (letters.IsCapital(i) && words.IsFirmName(letters.Lower(i)) && At(i) is null or { Kind: SightingKind.Agent or SightingKind.Name } && (At(i) is not { } airline || airline.First == i && airline.Last == i) && At(i - 1) is { Kind: SightingKind.State, Role: NameRole.Adjective or NameRole.Name } flag && letters.IsCapital(i - 1) && tree[flag.Last].Relation is Relation.Compound or Relation.Amod or Relation.Flat)
            {
                Replace(new Sighting { First = flag.First, Last = i, Range = TextRange.FromBounds(flag.Range.Start, tree[i].Range.End), Kind = SightingKind.Name, NameAgent = At(i) is { Kind: SightingKind.Agent } noun ? noun.Index : -1, Weights = weigh(flag.First, i) }, gone);
                continue;
            }

            if (At(i) is not { } school || school.First != i || !letters.IsBody(school) || known.Agents[school.Index].Sector != Sector.Edu || At(i - 1) is not { Kind: SightingKind.State, Role: NameRole.Adjective or NameRole.Name } state || letters.IsCapital(i - 1) && state.Role == NameRole.Name && tree[state.Last].Relation is not (Relation.Compound or Relation.Amod or Relation.Flat))
                continue;
            var whole = new Sighting { First = state.First, Last = school.Last, Range = TextRange.FromBounds(state.Range.Start, school.Range.End), Kind = SightingKind.Name, NameAgent = school.Index };
            Replace(whole, gone);
        }
    }

    /// <summary>"Court of Session", "Centre for Marine Biology": a body's noun in capitals, and what it is named after.</summary>
    private void JoinOf(HashSet<Sighting> gone)
    {
        for (int link = sentence.FirstToken + 1; link + 1 < sentence.EndToken; link++)
        {
            // "Department of Fisheries and Public Works": a body known by the first of its fields.
            if (At(link) is { Kind: SightingKind.Agent } known && known.Last == link && known.First + 1 < link && letters.IsBody(known) && words.IsNaming(letters.Lower(known.First + 1)) && EndOfField(link) is var last && last > link)
            {
                JoinField(known, last, known.Index, gone);
                continue;
            }

            if (At(link) is not null || !words.IsNaming(letters.Lower(link)) || (At(link - 1) ?? UnseenBody(link - 1)) is not { } body)
                continue;
            int next = words.IsDefinite(letters.Lower(link + 1)) && link + 2 < sentence.EndToken ? link + 2 : link + 1;
            while (next + 1 < sentence.EndToken && next - link < 4 && letters.IsCapital(next) && (At(next) is null && tree[next].Pos is PartOfSpeech.Adj or PartOfSpeech.Noun || At(next) is { Kind: SightingKind.Agent } noun && noun.First == noun.Last))
                next++;
            int end = -1;
            if (At(next) is { Kind: SightingKind.Name } after && after.First == next)
                end = after.Last;
            else if ((body is { Kind: SightingKind.Agent } && letters.IsBody(body) || body.Kind == SightingKind.Name && words.NameWord(letters.Lower(body.Last)) == "body") && EndOfField(link + 1) is > 0 and var field)
                end = field;
            if (end < 0)
                continue;
            if (body is { Kind: SightingKind.Agent } && letters.IsBody(body) && EndOfField(link + 1) is > 0 and var longer && longer > end)
                end = longer;
            int agent = body.Kind == SightingKind.Name && (body.NameAgent >= 0 || words.NameWord(letters.Lower(body.Last)) == "body") ? body.NameAgent : letters.IsBody(body) ? body.Index : -2;
            if (agent >= -1)
                JoinField(body, end, agent, gone);
        }
    }

    /// <summary>A body and what it is named after as one name, with the place before it that it is of.</summary>
    private void JoinField(Sighting body, int end, int agent, HashSet<Sighting> gone)
    {
        int first = body.First;
        if (first > sentence.FirstToken && At(first - 1) is { Kind: SightingKind.Place } owner && owner.Last == first - 1 && tree[owner.Last].Relation == Relation.Compound)
            first = owner.First;
        Replace(new Sighting { First = first, Last = end, Range = TextRange.FromBounds(tree[first].Range.Start, tree[end].Range.End), Kind = SightingKind.Name, NameAgent = agent, Weights = weigh(first, end) }, gone);
    }

    /// <summary>"National Directorate" before "for Security": a noun of bodies in capitals that was no name by itself; null for none.</summary>
    private Sighting? UnseenBody(int last)
    {
        if (!letters.IsCapital(last) || words.NameWord(letters.Lower(last)) != "body" || last == sentence.FirstToken)
            return null;
        int first = last;
        while (first - 1 > sentence.FirstToken && last - first < 3 && letters.IsCapital(first - 1) && At(first - 1) is null && tree[first - 1].Pos is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn)
            first--;
        return new Sighting { First = first, Last = last, Range = TextRange.FromBounds(tree[first].Range.Start, tree[last].Range.End), Kind = SightingKind.Name };
    }

    /// <summary>"of Fisheries and Rural Works": the last of the capitals that say what an office is for; -1 where they name somebody.</summary>
    private int EndOfField(int start)
    {
        int end = -1;
        bool linked = true;
        for (int i = start; i < sentence.EndToken && i - start < LongestRun + 2; i++)
        {
            if (!linked && (letters.IsCoordinator(i) || tree.Form(i) is ",") && i + 1 < sentence.EndToken && IsField(i + 1) && !(At(i + 1) is { } other && letters.IsBody(other)))
            {
                linked = true;
                continue;
            }

            if (!IsField(i))
                break;
            linked = false;
            end = i;
        }

        return end;
    }

    private bool IsField(int token) =>
        letters.IsCapital(token) && (words.IsOrdinary(letters.Lower(token)) || tree[token].Pos is PartOfSpeech.Noun or PartOfSpeech.Adj || At(token) is { Kind: SightingKind.Title or SightingKind.Agent }) && !words.IsCalendar(letters.Lower(token)) && tree[token].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj
        && (At(token) is { Kind: SightingKind.Title, IsPlural: false } title && title.First == title.Last && !(token + 1 < sentence.EndToken && letters.IsCapital(token + 1))
        || At(token) is null or { Kind: SightingKind.Name } or { Kind: SightingKind.Agent } or { Kind: SightingKind.Person, IsWeak: true });

    /// <summary>Copy with capitals on nearly every word tells no names by them; small words have none there either.</summary>
    private bool IsHeadline()
    {
        int lower = 0;
        int upper = 0;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            char first = tree.Text[tree[i].Range.Start];
            upper += tree[i].Range.Length > 3 && char.IsUpper(first) ? 1 : 0;
            lower += char.IsLower(first) && (tree[i].Range.Length > 3 || tree[i].Pos is PartOfSpeech.Verb or PartOfSpeech.Noun) ? 1 : 0;
        }

        return lower * 4 < upper;
    }

    /// <summary>Lets each name of a body reach to where its capitals end: "Royal", "and Technology", "of the Western Cape".</summary>
    private void Widen(HashSet<Sighting> gone)
    {
        for (int token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            if (Headed(token) is not { } body)
                continue;
            bool longer = At(body.Last + 1) is { } next && letters.IsBody(next) && body.Kind != SightingKind.Body && bounds.IsTied(body.Last, next) && !(body.Kind == SightingKind.Agent && At(body.First - 1) is { Kind: SightingKind.State or SightingKind.Place });
            if (longer && At(body.Last + 1) is { } noun)
                body = new Sighting { First = body.First, Last = noun.Last, Range = TextRange.FromBounds(body.Range.Start, noun.Range.End), Kind = SightingKind.Name, NameAgent = noun.Index };
            int first = bounds.StartOf(body);
            bool owned = (longer || At(token) is { Kind: SightingKind.Agent }) && first > sentence.FirstToken && tree.Form(first - 1) is "'s" or "’s";
            if (owned && (longer || first < body.First))
                continue;
            int last = bounds.EndOf(body, first);
            if (first == body.First && last == body.Last && (At(token) is not { } same || same.Last == last))
                continue;
            bool official = body is { Kind: SightingKind.Body, Role: not NameRole.Acronym } && !bounds.Has(body.Last + 1, last, word => words.IsNaming(word) || word == ",");
            if (owned)
            {
                // "Norway's Ministry of Trade and Works": a noun with its owner, only longer.
                if (bounds.Has(body.Last + 1, last, words.IsCoordinator))
                    Replace(new Sighting { First = first, Last = last, Range = TextRange.FromBounds(tree[first].Range.Start, tree[last].Range.End), Kind = SightingKind.Agent, Role = body.Role, Index = body.Index }, gone);
                continue;
            }

            var whole = new Sighting
            {
                First = first,
                Last = last,
                Range = TextRange.FromBounds(tree[first].Range.Start, tree[last].Range.End),
                Kind = official ? SightingKind.Body : SightingKind.Name,
                Role = official ? body.Role : default,
                Index = official ? body.Index : -1,
                Bodies = official ? body.Bodies : [],
                NameAgent = body.Kind switch
                {
                    SightingKind.Agent => body.Index,
                    SightingKind.Name => body.NameAgent,
                    SightingKind.Body when !official => letters.AgentOf(letters.Lower(HeadOf(body))),
                    _ => -1,
                },
                Weights = official ? [] : weigh(first, last),
            };
            Replace(whole, gone);
            token = last;
        }
    }

    private void Replace(Sighting whole, HashSet<Sighting> gone)
    {
        for (int i = whole.First; i <= whole.Last; i++)
        {
            if (At(i) is { } part)
                gone.Add(part);
            taken[i - sentence.FirstToken] = whole;
        }

        found.Add(whole);
    }

    /// <summary>What a token begins, when a noun of bodies heads it; null for anything else.</summary>
    private Sighting? Headed(int token)
    {
        Sighting? sighting = At(token);
        if (sighting is null)
            return token > sentence.FirstToken && letters.IsCapital(token) && words.NameWord(letters.Lower(token)) == "body" && tree[token].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn
                ? new Sighting { First = token, Last = token, Range = tree[token].Range, Kind = SightingKind.Name }
                : null;
        if (sighting.First != token)
            return null;
        return sighting.Kind switch
        {
            SightingKind.Agent => letters.IsBody(sighting) || IsFirm(sighting) ? sighting : null,
            SightingKind.Name => sighting.NameAgent >= 0 ? known.Agents[sighting.NameAgent].Kind != EntityKind.Person ? sighting : null : words.NameWord(letters.Lower(HeadOf(sighting))) == "body" || words.IsFirmName(letters.Lower(sighting.Last)) ? sighting : null,
            SightingKind.Body => sighting.First < sighting.Last && (sighting.Role != NameRole.Acronym || tree[sighting.Last].Range.Start > tree[sighting.First].Range.End) && words.NameWord(letters.Lower(HeadOf(sighting))) == "body" || bounds.IsWithNoun(sighting) ? sighting : null,
            _ => null,
        };
    }

    /// <summary>"Odal Airlines": a plural that stands in one name.</summary>
    private bool IsFirm(Sighting noun) =>
        noun.IsPlural && noun.First == noun.Last && letters.IsCapital(noun.First) && noun.First - 1 > sentence.FirstToken && known.Agents[noun.Index].Kind != EntityKind.Person && words.NameWord(letters.Lower(noun.First)) == "body"
        && letters.IsCapital(noun.First - 1) && At(noun.First - 1) is null or { Kind: SightingKind.Name, NameAgent: < 0 };

    /// <summary>"Tour of Odal", "Treaty of Rome": no state in it acts.</summary>
    private void JoinThings(HashSet<Sighting> gone)
    {
        for (int i = sentence.FirstToken; i + 2 < sentence.EndToken; i++)
        {
            if (At(i) is null && letters.IsCapital(i) && words.NameWord(letters.Lower(i)) == "thing" && At(i + 1) is { Kind: SightingKind.State, Role: NameRole.Name } within && within.First == i + 1 && letters.IsCapital(i + 1) && !(within.Last + 1 < sentence.EndToken && tree.Form(within.Last + 1) is "'s" or "’s") && (tree[i].Relation is Relation.Compound or Relation.Flat or Relation.NmodDesc && tree[i].Head <= within.Last || tree[within.First].Relation == Relation.Flat))
            {
                Replace(new Sighting { First = i, Last = within.Last, Range = TextRange.FromBounds(tree[i].Range.Start, within.Range.End), Kind = SightingKind.Name, IsWork = true }, gone);
                continue;
            }

            if (!letters.IsCapital(i) || At(i) is { } taker && (taker.Kind != SightingKind.Name || taker.First != taker.Last) || words.NameWord(letters.Lower(i)) != "thing" || !words.IsNaming(letters.Lower(i + 1)) && !known.Naming.IsParticle(tree.Form(i + 1).ToString()))
                continue;
            if (At(i + 2) is { Kind: SightingKind.State, Role: not (NameRole.Adjective or NameRole.People) } state && state.First == i + 2 && !(state.Last + 1 < sentence.EndToken && tree.Form(state.Last + 1) is "'s" or "’s"))
                Replace(new Sighting { First = i, Last = state.Last, Range = TextRange.FromBounds(tree[i].Range.Start, state.Range.End), Kind = SightingKind.Name, IsWork = true }, gone);
        }
    }

    /// <summary>"North Odal", "County Odal": not the place that is called so without it.</summary>
    private void JoinPlaces(HashSet<Sighting> gone)
    {
        for (int i = sentence.FirstToken; i + 1 < sentence.EndToken; i++)
        {
            if (!letters.IsCapital(i) || words.NameWord(letters.Lower(i)) != "place" || At(i) is { Kind: not (SightingKind.Name or SightingKind.Region or SightingKind.Person) } || At(i) is { } alone && (alone.First != i || alone.Last != i)
                || At(i + 1) is not { Kind: SightingKind.Place } place || place.First != i + 1 || !letters.IsCapital(place.First) || !bounds.IsTied(i, place))
                continue;
            Replace(new Sighting { First = i, Last = place.Last, Range = TextRange.FromBounds(tree[i].Range.Start, place.Range.End), Kind = SightingKind.Name, Inner = place.Index, Weights = weigh(i, place.Last) }, gone);
        }
    }

    /// <summary>"Caritas Norway": the branch in a state of a body that is of no state, or of a firm.</summary>
    private void JoinBranches(HashSet<Sighting> gone)
    {
        for (int i = sentence.FirstToken; i + 1 < sentence.EndToken; i++)
        {
            if (At(i) is { Kind: SightingKind.Outlet, Publisher: not null } channel && channel.First == i && At(channel.Last + 1) is { Kind: SightingKind.State, Role: NameRole.Name } home && home.First == channel.Last + 1 && letters.IsCapital(home.First) && bounds.IsBranch(channel, home))
                Replace(new Sighting { First = i, Last = home.Last, Range = TextRange.FromBounds(channel.Range.Start, home.Range.End), Kind = SightingKind.Outlet, Publisher = channel.Publisher, Index = home.Index }, gone);
            if (At(i) is not { Kind: SightingKind.Body, Role: NameRole.Name } body || body.First != i || !known[body.Index].Country.IsNone && known[body.Index].Sectors is not [Sector.Bus or Sector.Ngo, ..])
                continue;
            if (At(body.Last + 1) is { Kind: SightingKind.State, Role: NameRole.Name } state && state.First == body.Last + 1 && letters.IsCapital(state.First) && bounds.IsBranch(body, state))
                Replace(new Sighting { First = i, Last = state.Last, Range = TextRange.FromBounds(body.Range.Start, state.Range.End), Kind = SightingKind.Body, Role = body.Role, Index = body.Index, Bodies = body.Bodies }, gone);
        }
    }

    /// <summary>"Odal General Assembly", "the Odal Democratic Party": that of a region, whatever body is called so without it.</summary>
    private void JoinRegional(HashSet<Sighting> gone)
    {
        for (int i = sentence.FirstToken + 1; i < sentence.EndToken; i++)
        {
            if (At(i) is not { Kind: SightingKind.Body, Role: NameRole.Name } body || body.First != i || body.First == body.Last || At(i - 1) is not { } region || region.Last != i - 1)
                continue;
            KnownEntity known1 = known[body.Index];
            bool society = bounds.IsWithNoun(body);
            int last = society ? body.Last + 1 : body.Last;
            bool foreign = region.Kind == SightingKind.State && known1.Country != known[region.Index].Country && (region.Role == NameRole.Name || region.Role == NameRole.Adjective && (!known1.Country.IsNone || known1.Sectors is [Sector.Ngo, ..]) && IsOrdinary(body));
            if (!(region.Kind == SightingKind.Place || foreign) || !letters.IsCapital(i - 1) || !bounds.IsTied(region.Last, body) && !(society && tree[region.Last].Head == last) || !known1.Sectors.Any(sector => sector is Sector.Gov or Sector.Leg or Sector.Cop or Sector.Jud or Sector.Pty or Sector.Igo || foreign && sector is Sector.Lab or Sector.Ngo or Sector.Edu or Sector.Hlh or Sector.Rel))
                continue;
            Replace(new Sighting
            {
                First = region.First,
                Last = last,
                Range = TextRange.FromBounds(region.Range.Start, tree[last].Range.End),
                Kind = SightingKind.Name,
                NameAgent = letters.AgentOf(letters.Lower(HeadOf(body))),
                Alike = foreign ? body.Index : -1,
                Weights = weigh(region.First, last),
            }, gone);
        }
    }

    private bool IsOrdinary(Sighting body)
    {
        for (int i = body.First; i <= body.Last; i++)
        {
            if (!words.IsOrdinary(letters.Lower(i)))
                return false;
        }

        return true;
    }

    /// <summary>The last word, or the one before "of" and "for".</summary>
    private int HeadOf(Sighting name)
    {
        for (int i = name.First + 1; i < name.Last; i++)
        {
            if (words.IsNaming(letters.Lower(i)))
                return i - 1;
        }

        return name.Last;
    }
}
