using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Reads modifiers, owners and "of" phrases around a noun, by the words beside it rather than by the tree, which errs on names.</summary>
internal sealed class PhraseSigns(DocumentTree tree, KnownEntities known, EntityTable table, MentionWords words)
{
    private const int Reach = 14;

    private readonly GuestWords guests = new(known, words);
    private readonly OwnerWords owners = new(tree, known, words);
    private Sighting?[] at = [];
    private Dictionary<int, int> pronouns = [];
    private Sentence sentence;

    /// <param name="where">The sentence.</param>
    /// <param name="sightings">Its sightings by token.</param>
    /// <param name="resolved">What possessive pronouns of the sentence mean, by token.</param>
    public void Enter(Sentence where, Sighting?[] sightings, Dictionary<int, int> resolved)
    {
        sentence = where;
        at = sightings;
        pronouns = resolved;
    }

    public Sighting? At(int token) =>
        token < sentence.FirstToken || token >= sentence.EndToken ? null : at[token - sentence.FirstToken];

    private string Form(int token) =>
        token < sentence.FirstToken || token >= sentence.EndToken ? "" : tree[token].Range.Of(tree.Text).ToLowerInvariant();

    public Signs Read(Sighting head)
    {
        var signs = new Signs { Start = head.First, End = head.Last, IsLower = char.IsLower(tree.Text[head.Range.Start]) };
        if (head.Inner >= 0 && !words.IsEthnic(Form(head.First)) && !owners.IsSentTo(head))
            AddEntity(table.OfKnown(head.Inner), signs);
        if (head.Role == NameRole.TitlePlural || head.Role == NameRole.AgentPlural || head.NameAgent < 0 && head.Kind is SightingKind.Title or SightingKind.Agent || head.Kind == SightingKind.Name)
            ReadLeft(head, signs);
        if (signs.Countries.Count == 0 && signs.Body < 0 && signs.Owner < 0)
            ReadRight(head, signs);
        return signs;
    }

    private void ReadLeft(Sighting head, Signs signs)
    {
        int first = head.First;
        bool possessive = false;
        bool foreign = false;
        bool coordinated = false;
        bool verb = false;
        for (int i = first - 1; i >= sentence.FirstToken && first - i <= Reach; i--)
        {
            if (At(i) is { } sighting && sighting.Last == i && !(words.IsMany(Form(i)) && Form(i + 1) == "of"))
            {
                // "Britain mobilized reservists": what stands before a verb that was taken for a participle is its subject.
                if (verb && !possessive && sighting.Role is not (NameRole.Adjective or NameRole.People))
                    return;
                // "gunman shot shoppers": one person before a word that was taken for a noun is its subject.
                if (!possessive && i + 1 < signs.Start && sighting is { Kind: SightingKind.Agent, IsPlural: false } && head.IsPlural && known.Agents[sighting.Index].Kind == EntityKind.Person)
                    return;

                // "an Iraq War veteran": of a war that is called after the state.
                if (sighting.Kind is SightingKind.State or SightingKind.Place && i + 1 < head.Last && char.IsUpper(tree.Text[tree[i + 1].Range.Start]) && words.NameWord(Form(i + 1)) == "thing")
                {
                    i = sighting.First;
                    signs.IsDescribed = true;
                    continue;
                }

                // "pro-Russian", "the ethnic Norwegian mayor": not of that state.
                if (sighting.Kind == SightingKind.State && guests.StartOfOther(sighting, possessive, Form) is >= 0 and var other)
                {
                    i = signs.Start = other;
                    signs.IsDescribed = true;
                    continue;
                }

                if (!TakeLeft(head, sighting, possessive, foreign, coordinated, signs))
                    return;
                i = sighting.First;
                (possessive, foreign, coordinated) = (false, false, false);
                continue;
            }

            ref readonly Token token = ref tree[i];
            string form = Form(i);

            // "Oslo summons envoy": a headline's verb that was taken for a noun.
            if (words.IsHeadlineVerb(form))
                return;
            if (form is "'s" or "’s" or "'" or "’" || token.Pos == PartOfSpeech.Part && token.Relation != Relation.Mark && form.Length < 3)
            {
                possessive = true;
                continue;
            }

            PhraseWordKind small = known.PhraseWords.Of(known.Folding.Fold(form).TrimEnd('.'));
            if (small == PhraseWordKind.Former)
            {
                signs.IsFormer = true;
                continue;
            }

            signs.IsOrdinal |= words.IsOrdinal(form);
            if (form == "-")
            {
                // "U.S.-backed", "the Oslo-based company": the hyphen ties the state to the word after it.
                bool firm = head.Kind == SightingKind.Agent && words.IsFirm(known.Agents[head.Index].Noun);
                if (words.IsLed(Form(i + 1)) || firm && words.IsSeated(Form(i + 1)))
                {
                    signs.IsLed |= words.IsLed(Form(i + 1));
                    continue;
                }

                foreign = i + 1 < first && known.PhraseWords.Of(known.Folding.Fold(Form(i + 1)).TrimEnd('.')) == PhraseWordKind.Other || foreign;
                coordinated = !foreign && At(i + 1) is { Kind: SightingKind.State };
                if (!foreign && !coordinated && !(i > 0 && tree[i - 1].Pos == PartOfSpeech.Num) && At(i + 1) is null && tree[i + 1].Pos is PartOfSpeech.Verb or PartOfSpeech.Adj)
                    foreign = true;
                continue;
            }

            if (pronouns.TryGetValue(i, out int owner))
            {
                signs.Owner = owner;
                signs.IsPossessed = true;
                // "Norwegians and their government": people of a state are no body.
                bool ruled = table[owner] is { Kind: EntityKind.Group, IsPlural: true, Known: null } && head.Kind == SightingKind.Agent && known.Agents[head.Index] is { Kind: not EntityKind.Person, Sector: Sector.Gov or Sector.Leg };
                if (ruled && table[owner].Country.IsNone)
                {
                    (signs.IsPossessed, signs.IsDefinite, signs.Owner) = (false, true, -1);
                    return;
                }

                if (!ruled && table[owner] is { Kind: EntityKind.Organization } or { Kind: EntityKind.Group, Known: null } and not { IsPlural: true, Sectors: [] or [Sector.Cvl], Country.IsNone: false })
                    signs.Body = owner;
                CountryCode country = table[owner].Country;
                if (table[owner].Kind == EntityKind.Person && !Servants.IsServing(known, head, table[owner]))
                    return;
                if (signs.Countries.Count == 0 && signs.Body < 0 && !country.IsNone)
                    signs.Countries.Add(country);
                return;
            }

            if (token.Pos is PartOfSpeech.Pron or PartOfSpeech.Det)
            {
                signs.IsDefinite |= words.IsDefinite(form);
                signs.IsMany |= words.IsMany(form);
                signs.IsFormer |= words.IsDefinite(form) && owners.IsOnce(i - 1);
                signs.IsIndefinite |= token.Pos == PartOfSpeech.Det && form is "a" or "an" or "another" or "any" or "no" or "every" or "each";
                signs.IsPossessed |= token.Relation == Relation.NmodPoss;
                if (words.Count(form) is > 0 and var both)
                {
                    signs.Count = both;
                    signs.IsDefinite = true;
                }

                if (Form(i - 1) == "of" && words.IsMany(Form(i - 2)) && !words.IsThey(form) || !signs.IsMany && words.IsMany(form))
                    continue;
                return;
            }

            if (words.Count(form) is > 0 and var number)
            {
                signs.Count = number;
                continue;
            }

            if (form == "of" && words.IsMany(Form(i - 1)))
            {
                // "members of the council" are no councils, "the coalition of Prime Minister Beck" is not he.
                if (!head.IsPlural && (head.Kind == SightingKind.Title || head.Kind == SightingKind.Agent && known.Agents[head.Index].Kind == EntityKind.Organization))
                    return;
                continue;
            }

            if (words.IsMany(form))
            {
                // "the number of fighters": a figure; they are who is meant.
                if (words.IsFigure(form) && Form(i + 1) == "of" && words.IsDefinite(Form(i - 1)))
                    return;
                signs.IsMany = true;
                if (Form(i + 1) == "of")
                    signs.Start = i;
                continue;
            }

            if (words.IsCoordinator(form) && form != "," && signs is { Count: 0, IsMany: false } && owners.IsFormerBefore(i, sentence.FirstToken, At))
            {
                signs.IsFormer = true;
                return;
            }

            if (words.IsCoordinator(form) && At(i + 1) is { Kind: SightingKind.State or SightingKind.Body } && signs.Start == i + 1)
            {
                coordinated = true;
                continue;
            }

            // "the 52-year-old woman": an age tells nobody apart.
            if (form == "old" && Form(i - 1) == "-" && Form(i - 3) == "-" && words.IsDefinite(Form(i - 5)))
            {
                i -= 4;
                continue;
            }

            if (token.Pos is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num || token.Pos == PartOfSpeech.Verb && token.Relation is Relation.Amod or Relation.Compound)
            {
                if (possessive || coordinated)
                    return;
                signs.IsDefinite |= words.IsDefinite(form);
                bool one = words.IsOne(form) && token.Pos == PartOfSpeech.Num;
                signs.IsIndefinite |= one;
                signs.IsDescribed |= !words.IsDefinite(form) && !one && !words.IsSole(form) && !words.IsAforesaid(form);
                signs.IsGuest |= guests.IsGuest(head, form);
                if (signs.Body < 0 && token.Pos is PartOfSpeech.Noun or PartOfSpeech.Propn && char.IsUpper(tree.Text[token.Range.Start]) && table.Find("noun:" + form) is { } body && table[body].Kind == EntityKind.Organization)
                    signs.Body = body;
                verb |= token.Pos == PartOfSpeech.Verb && !words.IsSeated(form);
                foreign |= small == PhraseWordKind.Other && !words.IsLed(form) && !words.IsSeated(form);
                continue;
            }

            return;
        }
    }

    /// <summary>Takes a sighting on the left into the phrase; false when the phrase begins after it.</summary>
    private bool TakeLeft(Sighting head, Sighting sighting, bool possessive, bool foreign, bool coordinated, Signs signs)
    {
        if (foreign)
        {
            signs.Start = sighting.First;
            return true;
        }

        switch (sighting.Kind)
        {
            case SightingKind.State or SightingKind.Place or SightingKind.Body:
                if (sighting.Meant.Count == 0)
                    return sighting.Kind == SightingKind.Body;
                if (!possessive && owners.IsBeforeNumber(sighting, head))
                    return false;
                if (signs.Body >= 0 && signs.Countries.Count == 0 && sighting.Kind == SightingKind.State && !coordinated)
                {
                    // "Ukraine's UN ambassador" is Ukraine's.
                    signs.Body = -1;
                }

                // "the Reef Trust's Norway director": of the trust, wherever it sent them.
                if (possessive && sighting.Kind == SightingKind.Body && signs.Body < 0 && head.Kind == SightingKind.Title)
                {
                    AddEntity(sighting.Meant[0], signs);
                    (signs.Start, signs.IsDefinite, signs.IsPossessed) = (sighting.First, true, true);
                    return false;
                }

                // "a Danish foreign ministry official": the ministry of that state, which the data know too.
                if (head.Inner >= 0 && !possessive && !coordinated && signs.Countries is [var own] && table[sighting.Meant[0]] is { Kind: EntityKind.State } && table[sighting.Meant[0]].Country == own)
                {
                    signs.Start = sighting.First;
                    return true;
                }

                if (signs.Countries.Count > 0 || signs.Body >= 0)
                {
                    // A second owner only in a list: "US and South Korean troops", "Russian-Cuban".
                    bool alike = coordinated && sighting.Kind == SightingKind.State && signs.Countries.Count > 0
                        && (sighting.Role is NameRole.Adjective or NameRole.People or NameRole.Acronym || sighting.Range.Length < 5 && char.IsUpper(tree.Text[sighting.Range.End - 2]));
                    if (!alike)
                        return false;
                    signs.Countries.Insert(0, table[sighting.Meant[0]].Country);
                    signs.Start = sighting.First;
                    return true;
                }

                if (coordinated)
                    return false;
                AddEntity(sighting.Meant[0], signs);
                signs.Start = sighting.First;
                signs.IsDefinite |= possessive;
                signs.IsPossessed |= possessive;
                return sighting.Role is NameRole.Adjective or NameRole.People or NameRole.Acronym || !possessive;
            case SightingKind.Region:
                signs.Region = sighting.Index;
                signs.IsGuest |= guests.IsForce(head);
                signs.Start = sighting.First;
                return true;
            case SightingKind.Title or SightingKind.Agent:
                if (possessive)
                {
                    owners.AddSector(sighting, signs);
                    if (sighting.Meant.Count == 1)
                    {
                        AddEntity(sighting.Meant[0], signs);
                        signs.Owner = sighting.Meant[0];
                        signs.Start = Math.Min(signs.Start, sighting.First);
                    }

                    signs.IsPossessed = true;
                    return false;
                }

                // "a five-member commission": the noun is but half of a word.
                if (signs.Countries.Count > 0 || coordinated || Form(sighting.First - 1) == "-" && Form(head.First - 1) != "-")
                    return false;

                // "deputy police commissioner": the rank is no office of its own.
                if (sighting.First == sighting.Last && words.IsRank(Form(sighting.First)))
                {
                    signs.Start = sighting.First;
                    return true;
                }

                // "Board member": of the board that was named before.
                if (sighting.Kind == SightingKind.Agent && signs.Body < 0 && (char.IsUpper(tree.Text[sighting.Range.Start]) || words.IsOwnBody(known.Agents[sighting.Index].Noun)) && table.Find("noun:" + known.Agents[sighting.Index].Noun) is { } named && table[named].Kind == EntityKind.Organization)
                {
                    signs.Body = named;
                    if (char.IsLower(tree.Text[sighting.Range.Start]) && !table[named].Country.IsNone)
                        signs.Countries.Add(table[named].Country);
                }

                signs.IsGuest |= guests.IsGuest(head, Form(sighting.First));
                if (sighting.Kind == SightingKind.Title || owners.TellsSector(known.Agents[sighting.Index], head))
                    signs.Sectors.Insert(0, sighting.Kind == SightingKind.Title ? known.Titles.All[sighting.Index].Sector : known.Agents[sighting.Index].Sector);
                if (sighting.Inner >= 0)
                    AddEntity(table.OfKnown(sighting.Inner), signs);
                signs.Start = sighting.First;
                return true;
            case SightingKind.Person or SightingKind.Name when (possessive || sighting.Kind == SightingKind.Person && head.Kind == SightingKind.Agent && known.Agents[head.Index] is { Kind: not EntityKind.Person, Sector: Sector.Gov }) && sighting.Meant.Count > 0:
                if (table[sighting.Meant[0]].Kind != EntityKind.Person || Servants.IsServing(known, head, table[sighting.Meant[0]]))
                    AddEntity(sighting.Meant[0], signs);
                signs.Owner = sighting.Meant[0];
                signs.IsPossessed = true;
                signs.Start = sighting.First;
                return false;
            case SightingKind.Person when !possessive && sighting.Meant.Count == 0 && head.Kind == SightingKind.Agent && words.IsHeaded(known.Agents[head.Index].Noun):
                signs.IsOfUnknown = true;
                signs.Start = sighting.First;
                return true;
            case SightingKind.Name when !possessive && signs.Countries.Count == 0 && !coordinated:
                signs.IsDescribed = true;
                signs.IsOfUnknown |= sighting.Meant.Count != 1 || table[sighting.Meant[0]].Kind != EntityKind.Place;
                if (sighting.Meant.Count == 1 && table[sighting.Meant[0]] is { Kind: EntityKind.Organization } owned)
                {
                    signs.Body = sighting.Meant[0];
                    if (sighting.Last + 1 == signs.Start)
                        signs.Start = sighting.First;
                    if (!owned.Country.IsNone && owned.Sectors is [Sector.Gov or Sector.Cop or Sector.Leg or Sector.Jud, ..])
                        signs.Countries.Add(owned.Country);
                }

                if (head.Kind == SightingKind.Agent && known.Agents[head.Index].Kind == EntityKind.Organization && sighting.Last + 1 == signs.Start)
                    signs.Start = sighting.First;
                return true;
            default:
                return false;
        }
    }

    /// <summary>"of Chad", "in Kampala", "of the government of Chad" right after the head.</summary>
    private void ReadRight(Sighting head, Signs signs)
    {
        int i = head.Last + 1;
        bool to = Form(i) == "to" && head is { Kind: SightingKind.Title, IsPlural: false } && words.IsServant(known.Titles.All[head.Index].Name) && At(Form(i + 1) == "the" ? i + 2 : i + 1) is { Kind: SightingKind.Body };
        if (i >= sentence.EndToken || !to && !words.IsOwnerCase(Form(i)))
            return;

        // "an official from the Ministry of Trade", "spokesperson for the Labour Party".
        bool of = Form(i) == "of", serving = to || Form(i) is "for" or "from" or "at" && head is { Kind: SightingKind.Title, IsPlural: false } && words.IsPrivateOffice(known.Titles.All[head.Index].Name);
        for (int k = i + 1; k < sentence.EndToken && k - i < 5; k++)
        {
            if (At(k) is not { } sighting || sighting.First != k)
            {
                if (tree[k].Pos is PartOfSpeech.Det or PartOfSpeech.Adj || tree[k].Relation == Relation.Amod || of && tree[k].Relation == Relation.Compound && At(k + 1) is { Kind: SightingKind.Body })
                    continue;
                signs.IsOfThing = of && tree[k].Pos == PartOfSpeech.Noun && !owners.IsOfVerb(k);
                return;
            }

            signs.IsOfThing |= of && owners.IsOfRegion(sighting, At);
            if (signs.IsOfThing)
                return;

            // "president of the Tunisian League": the adjective belongs to the body after it.
            if (sighting.Kind == SightingKind.State && sighting.Meant.Count == 1 && owners.BodyBehind(sighting, At) is { } next1
                && (sighting.Role is NameRole.Adjective || head.Kind == SightingKind.Title && next1 is { Kind: SightingKind.Agent, IsPlural: false } && tree[sighting.Last].Relation == Relation.Compound && known.Agents[next1.Index].Kind == EntityKind.Organization))
            {
                if (signs.Countries.Count == 0)
                    AddEntity(sighting.Meant[0], signs);
                signs.End = next1.Last;
                signs.IsOfUnknown |= next1.Kind == SightingKind.Name;
                owners.AddSector(next1, signs);
                return;
            }

            if (owners.IsOfTwo(head, sighting, At))
            {
                signs.IsGuest = true;
                return;
            }

            bool owner = sighting.Kind switch
            {
                SightingKind.State => sighting.Role is not (NameRole.Adjective or NameRole.People) || At(sighting.Last + 1) is null,
                SightingKind.Place => true,
                SightingKind.Body => of || serving,
                SightingKind.Person or SightingKind.Name => of || serving && sighting.Meant is [var served] && table[served].Kind == EntityKind.Organization,
                _ => false,
            };
            owners.AddSector(sighting, signs);

            // "a spokesman for President Beck".
            if ((of || serving) && head.Kind == SightingKind.Title && sighting is { Kind: SightingKind.Title, IsPlural: false } && words.IsPrivateOffice(known.Titles.All[head.Index].Name))
                signs.Sectors.Add(known.Titles.All[sighting.Index].Sector);
            signs.IsOfUnknown |= sighting.Kind == SightingKind.Name;
            int top = tree.HeadOf(sighting.First, sighting.Last);
            // "the minister of Norway Jan Blom": a name right behind the state takes it for a part of itself in the tree.
            bool isNamed = of && sighting.Kind == SightingKind.State && IsBeforeName(sighting);
            if (serving && tree[top].Relation is Relation.Compound or Relation.NmodPoss && At(tree[top].Head) is { Kind: SightingKind.Agent, IsPlural: false } force && force.First > sighting.Last)
                owners.AddSector(force, signs);
            if (!owner || sighting.Meant.Count == 0 || !isNamed && !owners.IsOfTown(head, sighting, top) && tree[top].Relation is Relation.Compound or Relation.Amod && tree[top].Head > top && Form(sighting.Last + 1) != "(")
            {
                // "head of the OSCE mission".
                signs.IsOfThing |= of && sighting.Kind == SightingKind.Body && At(tree[top].Head) is null;
                return;
            }

            if (!of && !serving && sighting.Kind is SightingKind.State or SightingKind.Place && guests.IsAbroad(head, signs))
            {
                (signs.IsLocal, signs.End) = (true, sighting.Last);
                return;
            }

            AddEntity(sighting.Meant[0], signs);
            signs.IsOfUnknown = false;

            // "the children of Chad's president": the state is named, but the phrase goes on.
            if (Form(sighting.Last + 1) is not ("'s" or "’s") || head.Kind != SightingKind.Agent || !words.IsKin(known.Agents[head.Index].Noun))
                signs.End = owners.IsOfTown(head, sighting, top) ? tree[top].Head : sighting.Last;
            if (head.Kind != SightingKind.Agent || signs.IsLower || known.Agents[head.Index].Kind == EntityKind.Person)
                ReadOwned(sighting, signs);

            // "the chairman of the Diet of Norway Jan Blom".
            if (sighting.Kind == SightingKind.Body && words.IsOwnerCase(Form(sighting.Last + 1)) && At(sighting.Last + 2) is { Kind: SightingKind.State } seat && IsBeforeName(seat))
                signs.End = seat.Last;

            // "the presidents of Chad and Niger".
            int next = sighting.Last + 1;
            while (head.IsPlural && sighting.Kind == SightingKind.State && next < sentence.EndToken && words.IsCoordinator(Form(next)))
            {
                if (At(next + 1) is not { Kind: SightingKind.State } other || other.First != next + 1 || other.Meant.Count == 0)
                    break;
                AddEntity(other.Meant[0], signs);
                signs.End = other.Last;
                next = other.Last + 1;
            }

            return;
        }
    }

    /// <summary>"a member of Norway's parliament", "the head of Chad's National Bank": the body behind the state.</summary>
    private void ReadOwned(Sighting state, Signs signs)
    {
        if (Form(state.Last + 1) is not ("'s" or "’s") || state.Kind is not (SightingKind.State or SightingKind.Place or SightingKind.Body))
            return;
        int i = state.Last + 2;
        while (i - state.Last < 5 && At(i) is null && i < sentence.EndToken && tree[i].Pos is PartOfSpeech.Adj or PartOfSpeech.Noun)
            i++;
        if (At(i) is not { IsPlural: false } owned || owned.First != i)
            return;
        owned = owners.LastOf(owned, At);
        if (owned.Kind == SightingKind.Agent && known.Agents[owned.Index].Kind != EntityKind.Person)
            owners.AddSector(owned, signs);
        else if (owned is { Kind: SightingKind.Body or SightingKind.Name, Meant.Count: 1 } && table[owned.Meant[0]].Kind is EntityKind.Organization or EntityKind.Group)
            signs.Body = owned.Meant[0];
        else
            return;
        signs.End = owned.Last;
    }

    private bool IsBeforeName(Sighting sighting) => At(sighting.Last + 1) is { Kind: SightingKind.Person or SightingKind.Name } name && name.First == sighting.Last + 1;

    private void AddEntity(int entity, Signs signs)
    {
        EntityDraft draft = table[entity];
        signs.IsLocal |= draft.Kind == EntityKind.Place;
        if (draft is { Kind: EntityKind.State, Known.HasOwnCode: false })
            signs.Breakaway = draft.Name;
        if (!draft.Country.IsNone)
        {
            if (!signs.Countries.Contains(draft.Country))
                signs.Countries.Add(draft.Country);
        }

        if (draft.Kind is EntityKind.Organization or EntityKind.Group)
            signs.Body = entity;
    }
}
