using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Tells states from cities and regions that bear their names, and capitals that act for a government from those that are places.</summary>
internal sealed class StatesAndCities(Phrases phrases)
{
    private readonly List<NameMatch> matches = [];

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>Whom the name of a state or of its capital means where it stands.</summary>
    public int StateOrCity(Sighting sighting)
    {
        // "Georgia" of a report that names the United States, and neither Georgians nor Tbilisi.
        bool town = phrases.Form(sighting.First - 1) == "," && phrases.Signs.At(sighting.First - 2) is { Kind: SightingKind.Place or SightingKind.Name };
        if (sighting.Elsewhere >= 0 && (town || Tree.Case(Tree.HeadOf(sighting.First, sighting.Last)) is var where && (phrases.Words.IsPlaceCase(where) || phrases.Words.IsOwnerCase(where) && phrases.Signs.At(sighting.First - 2) is { Kind: SightingKind.Title or SightingKind.Person or SightingKind.Name })) && phrases.People.IsNoted(phrases.Known[sighting.Elsewhere].Country) && !phrases.People.IsNoted(phrases.Known[sighting.Index].Country))
            return Table.OfKnown(sighting.Elsewhere);
        // "the Argentine city of Formosa".
        if (sighting.Role == NameRole.Name && phrases.Form(sighting.First - 1) == "of" && phrases.Words.NameWord(phrases.Form(sighting.First - 2)) == "place" && phrases.Signs.At(sighting.First - 3) is { Kind: SightingKind.State, Role: NameRole.Adjective } around && phrases.Known[around.Index].Country != phrases.Known[sighting.Index].Country)
            return Table.OfReport("place:" + sighting.Range.Of(Tree.Text), new EntityDraft { Name = sighting.Range.Of(Tree.Text), Kind = EntityKind.Place, Country = phrases.Known[around.Index].Country });
        int head = Tree.HeadOf(sighting.First, sighting.Last);
        if (sighting.Role == NameRole.Name && sighting.States.Length > 1)
            return Table.OfKnown(Near(sighting));
        if (sighting.Role != NameRole.Capital)
            return Table.OfKnown(sighting.Index);
        if (sighting.Region >= 0 && IsAmongRegions(sighting))
            return Table.OfKnown(sighting.Region);
        if (!IsDateline(sighting) && !IsPlaceHere(head) && !IsPartOfCity(head))
            return Table.OfKnown(sighting.Bodies is [var seated] && !phrases.People.IsNamed(phrases.Known[sighting.Index].Country) ? seated : OfName(sighting, sighting.Index, EntityKind.State));
        if (sighting.City >= 0)
            return Table.OfKnown(OfName(sighting, sighting.City, EntityKind.Place));
        string name = sighting.Range.Of(Tree.Text);
        return Table.OfReport("place:" + name, new EntityDraft { Name = name, Kind = EntityKind.Place, Country = phrases.Known[sighting.Index].Country });
    }

    /// <summary>"LIMA, Nov 17 (AFN) -", "LIMA:": where a report was written, be its dateline known as one or only a name and a day.</summary>
    private bool IsDateline(Sighting sighting)
    {
        Document document = Tree.Parsed.Document;
        if (IsOfRoundup(sighting))
            return true;
        if (document.Dateline is { } dateline)
            return dateline.Range.Contains(sighting.Range);
        return HomeState.IsLocalDateline(Tree.Parsed, phrases.Sentence.Block, sighting) || phrases.Sentence.Block >= 0 && document.Body[phrases.Sentence.Block].Range.Start == sighting.Range.Start && phrases.Form(sighting.Last + 1) == ","
            && (phrases.Words.IsCalendar(phrases.Form(sighting.Last + 2).TrimEnd('.')) && char.IsUpper(Tree.Text[Tree[sighting.Last + 2].Range.Start])
                || phrases.Signs.At(sighting.Last + 2) is { Kind: SightingKind.State } state && phrases.Form(state.Last + 1) == "(");
    }

    /// <summary>"OSLO - The public is alarmed": capitals and a dash at the head of one paragraph of many, whence each of them was written.</summary>
    private bool IsOfRoundup(Sighting sighting) =>
        phrases.Sentence.Block >= 0 && Tree.Parsed.Document.Body[phrases.Sentence.Block] is { Kind: BlockKind.Paragraph } block && block.Range.Start == sighting.Range.Start && sighting.Range.Length > 2
        && Tree.Text.AsSpan(sighting.Range.Start, sighting.Range.Length).IndexOfAnyInRange('a', 'z') < 0 && phrases.Form(sighting.Last + 1) is "-" or "–" or "—" && sighting.Range.End < Tree.Text.Length && Tree.Text[sighting.Range.End] == ' ' && sighting.Last + 2 < phrases.Sentence.EndToken && char.IsUpper(Tree.Text[Tree[sighting.Last + 2].Range.Start]);

    /// <summary>"Moscow" of a report that names the Soviet Union and not Russia, "Tripoli" of one that names Lebanon and not Libya: the only other of the name whose state is named.</summary>
    /// <param name="sighting">The name.</param>
    /// <param name="index">Whom it mostly means.</param>
    /// <param name="kind">A state with that capital, or a place.</param>
    public int OfName(Sighting sighting, int index, EntityKind kind)
    {
        if (phrases.People.IsNamed(phrases.Known[index].Country))
            return index;
        matches.Clear();
        phrases.Known.Match(sighting.Range.Of(Tree.Text), matches);
        int other = index;
        foreach (NameMatch match in matches)
        {
            foreach (NameCandidate candidate in match.Length == sighting.Range.Length ? phrases.Known.Candidates(match.Name) : [])
            {
                if (!candidate.IsEntity || candidate.Index == index || candidate.Index == other || phrases.Known[candidate.Index] is not { } known || known.Kind != kind || kind == EntityKind.State && candidate.Role != NameRole.Capital || kind == EntityKind.Place && known.PlaceKind == "region" || !phrases.People.IsNamed(known.Country))
                    continue;
                if (other != index)
                    return index;
                other = candidate.Index;
            }
        }

        return other;
    }

    /// <summary>Of states with one name that which the report names otherwise too.</summary>
    private int Near(Sighting sighting)
    {
        int[] near = [.. sighting.States.Where(state => phrases.People.IsNamed(phrases.Known[state].Country))];
        return near.Length == 1 ? near[0] : sighting.Index;
    }

    /// <summary>"Utah, Virginia, Washington and Ohio": a part of the state among others of its parts.</summary>
    private bool IsAmongRegions(Sighting sighting) => IsRegionBeside(sighting.First - 1, -1) || IsRegionBeside(sighting.Last + 1, 1);

    private bool IsRegionBeside(int link, int step) =>
        phrases.Words.IsCoordinator(phrases.Form(link)) && phrases.Signs.At(phrases.Form(link) == "," && phrases.Form(link + step) == "and" ? link + 2 * step : link + step) is { Kind: SightingKind.Place } beside && phrases.Known[beside.Index].PlaceKind == "region";

    /// <summary>"The Paris métro", "a Lima newspaper" are in the city; "Moscow officials" and "Paris police" may be the state's.</summary>
    private bool IsPartOfCity(int head) => phrases.IsModifier(head) && !(phrases.Form(head + 1) == "-" && (phrases.Words.IsLed(phrases.Form(head + 2)) || phrases.Words.IsSponsored(phrases.Form(head + 2))))
        && (phrases.Signs.At(Tree[head].Head) is not { Kind: SightingKind.Title or SightingKind.Agent } || Tree[head].Relation != Relation.NmodPoss && phrases.Signs.At(Tree[head].Head) is { Kind: SightingKind.Agent } local && phrases.Known.Agents[local.Index].Sector is Sector.Med or Sector.Jud or Sector.Edu or Sector.Hlh or Sector.Bus or Sector.Rel or Sector.Cvl or Sector.Lab or Sector.Agr || phrases.Signs.At(Tree[head].Head) is { Kind: SightingKind.Agent } body && char.IsUpper(Tree.Text[body.Range.Start]) && phrases.Known.Agents[body.Index].Kind == EntityKind.Organization);

    /// <summary>A capital acts for its government unless the grammar makes it a place: "in Moscow", "a visit to Moscow", "the capital, Moscow".</summary>
    private bool IsPlaceHere(int head)
    {
        int at = head;
        for (int steps = 0; steps < 8 && Tree[at].Relation is Relation.Conj or Relation.Appos && Tree[at].Head >= 0; steps++)
            at = Tree[at].Head;
        if (at != head && phrases.Known.Titles.Find(Tree[at].Lemma.ToLowerInvariant()) is null && Tree[head].Relation == Relation.Appos)
            return true;
        string preposition = Tree.Case(at);

        // "Lima's streets" are in the city; "over Lima's protests": a government protests.
        int owned = Tree[head].Relation == Relation.NmodPoss ? Tree.Head(head) : -1;
        if (owned >= 0 && phrases.Words.IsStreet(Tree[owned].Lemma.ToLowerInvariant()))
            return true;
        if (preposition.Length == 0 && phrases.Words.IsPlaceCase(phrases.Form(head - 1)) && !(owned >= 0 && phrases.Words.IsMessage(Tree[owned].Lemma.ToLowerInvariant())))
            return true;
        if (Tree[at].Relation == Relation.Obj && Tree[at].Head >= 0 && phrases.Words.IsTravel(Tree[Tree[at].Head].Lemma.ToLowerInvariant()))
            return true;
        if (phrases.Words.IsPlaceCase(preposition))
            return preposition != "from" || !IsOfEnvoy(Tree[at].Head) && !IsOfMessage(Tree[at].Head, at);
        if (preposition is not ("to" or "of" or "for" or "via"))
            return false;
        int governor = Tree[at].Head;

        // "sent an envoy to Bamako": to its government, wherever the tree hangs it.
        if (preposition == "to" && IsOfEnvoy(governor))
            return false;

        // "at the request of Bamako": a government asks.
        if (preposition == "of" && governor >= 0 && phrases.Words.IsMessage(Tree[governor].Lemma))
            return false;
        return governor >= 0 && (preposition == "of" ? Tree[governor].Pos == PartOfSpeech.Propn && phrases.PersonAt(governor) is not null || phrases.Words.IsLocal(Tree[governor].Lemma.ToLowerInvariant()) || Tree[governor].Pos == PartOfSpeech.Noun && phrases.Known.Titles.Find(Tree[governor].Lemma.ToLowerInvariant()) is null : phrases.Words.IsTravel(Tree[governor].Lemma.ToLowerInvariant()));
    }

    /// <summary>"recalled its ambassador from Tbilisi": an envoy leaves a government.</summary>
    private bool IsOfEnvoy(int governor)
    {
        if (governor >= 0 && Tree[governor].Pos == PartOfSpeech.Verb)
            governor = Tree.Child(governor, Relation.Obj);
        return governor >= 0 && phrases.Known.Titles.Find(Tree[governor].Lemma.ToLowerInvariant()) is { Level: TitleLevel.Diplomat };
    }

    /// <summary>"drew condemnation from Tbilisi", "a letter from Tbilisi": words come from a government.</summary>
    private bool IsOfMessage(int governor, int capital)
    {
        if (governor >= 0 && Tree[governor].Pos == PartOfSpeech.Verb)
            governor = Tree.Child(governor, Relation.Obj);
        return governor >= 0 && governor < capital && phrases.Words.IsMessage(Tree[governor].Lemma);
    }
}
