using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Common nouns of actors: police, opposition, "the country", "both sides", "his Russian counterpart".</summary>
internal sealed class NounMentions(Phrases phrases, Descriptions descriptions, Introductions introductions, PersonPairs pairs, StateNouns states, NounsAgain again, NounUses uses)
{
    private const int Window = 3;

    /// <summary>Sentences of no more words may be headlines, which leave out articles.</summary>
    private const int HeadlineWords = 10;

    private readonly NounActors actors = new(phrases);
    private readonly BodiesBeside bodies = new(phrases, descriptions, uses);
    private readonly Counterparts counterparts = new(phrases, pairs);
    private readonly UnionBodies unions = new(phrases);
    private readonly TreatyParties treaties = new(phrases);

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    public void Write(Sighting sighting)
    {
        Agent agent = phrases.Known.Agents[sighting.Index];
        int head = Tree.HeadOf(sighting.First, sighting.Last);
        Signs signs = phrases.Signs.Read(sighting);
        if (!sighting.IsPlural && agent.Kind == EntityKind.Person && phrases.NameAfter(sighting.Last) is { Meant.Count: > 0 } name && Table[name.Meant[0]].Kind != EntityKind.Place)
        {
            descriptions.Identify("noun:" + agent.Noun, name.Meant[0], signs);
            phrases.Mark(name.Meant[0], sighting);
            again.Call(name.Meant[0], agent.Noun);
            if (counterparts.IsOne(agent, signs))
                counterparts.Match(name.Meant[0], signs, sighting.First);
            else if (!signs.IsFormer)
                phrases.People.Complete(name.Meant[0], null, actors.SectorsOf(signs, agent), signs.Country);
            if (signs.Owner >= 0 && phrases.Words.IsKin(agent.Noun))
                uses.Relate(agent.Noun, signs.Owner, name.Meant[0]);
            name.IsWritten = true;
            phrases.People.Speak(name, name.Meant[0]);
            phrases.Mention(phrases.Range(signs.Start, name.Last), Tree.HeadOf(signs.Start, name.Last), name.Meant[0], MentionKind.Name, "mention.noun-name");
            Table.Move("noun:" + agent.Noun, name.Meant[0]);
            return;
        }

        // "co-author and chemist Karl Beck".
        if (!sighting.IsPlural && agent.Kind == EntityKind.Person && descriptions.Shared(sighting, signs) is >= 0 and var shared)
        {
            phrases.People.Complete(shared, null, actors.SectorsOf(signs, agent), signs.Country);
            sighting.Meant.Add(shared);
            phrases.Mention(phrases.Range(signs.Start, Math.Max(signs.End, sighting.Last)), Tree.HeadOf(signs.Start, sighting.Last), shared, MentionKind.Nominal, "mention.apposition");
            return;
        }

        // "the charity Sea Rescue", "lift maker Norvia Group": the noun says what the body is.
        if (!sighting.IsPlural && phrases.Signs.At(sighting.Last + 1) is { Kind: SightingKind.Name, Meant: [var body1] } named1 && named1.First == sighting.Last + 1 && Table[body1] is { Kind: EntityKind.Organization, Known: null } && (agent.Kind != EntityKind.Person || phrases.Words.IsMaker(agent.Noun)))
        {
            Describe(body1, agent, signs);
            return;
        }

        // "its rival Norvia", "the agency “Odal Press”": the firm itself.
        if (uses.IsQuoted(sighting, agent) || !sighting.IsPlural && phrases.Words.IsAssociate(agent.Noun) && phrases.Signs.At(sighting.Last + 1) is { Kind: SightingKind.Body or SightingKind.Name, Meant: [var peer] } named3 && named3.First == sighting.Last + 1 && IsBody(Table[peer]))
            return;

        // "the aid group Oxfam": the noun only says what the body is.
        if (!sighting.IsPlural && agent.Kind != EntityKind.Person && phrases.Signs.At(sighting.Last + 1) is { Kind: SightingKind.Body, Meant: [var known1] } named2 && named2.First == sighting.Last + 1 && Table[known1].Kind != EntityKind.Place && bodies.IsTied(head, Tree.HeadOf(named2.First, named2.Last)))
            return;

        // "the Group of Six": a name that nothing knows.
        if (!sighting.IsPlural && agent.Kind != EntityKind.Person && char.IsUpper(Tree.Text[sighting.Range.Start]) && sighting.First > phrases.Sentence.FirstToken && phrases.Form(sighting.Last + 1) == "of" && phrases.Signs.At(sighting.Last + 2) is null && sighting.Last + 2 < phrases.Sentence.EndToken && char.IsUpper(Tree.Text[Tree[sighting.Last + 2].Range.Start]))
            return;

        // "the news agency ITAR".
        if (!sighting.IsPlural && agent is { Kind: EntityKind.Organization, Sector: Sector.Med } && phrases.Signs.At(sighting.Last + 1) is { Kind: SightingKind.Outlet })
            return;

        // "of the opposition Harvest Party": an adjective of the party behind it.
        bool ofParty = agent is { Sector: Sector.Opp, Kind: EntityKind.Group } && phrases.Signs.At(sighting.Last + 1) is { Kind: SightingKind.Body or SightingKind.Name, Meant: [var party] } && Table[party].Kind is EntityKind.Organization or EntityKind.Group;
        if (ofParty || phrases.IsModifier(head) && !uses.IsOfPaper(head) || phrases.Words.IsThing(agent.Noun) || uses.IsOfPeople(sighting, head))
            return;
        if (sighting.First == sighting.Last && char.IsUpper(Tree.Text[sighting.Range.Start]) && sighting.First > phrases.Sentence.FirstToken && Table.Find(sighting.Range.Of(Tree.Text)) is { } shortened && IsBody(Table[shortened]))
        {
            // "the Labour Party … Labour".
            sighting.Meant.Add(shortened);
            phrases.Mention(sighting.Range, head, shortened, MentionKind.Name, "mention.name");
            return;
        }

        if (uses.IsNobody(sighting, agent, signs, head) || uses.IsOfThing(head))
            return;

        // "a helicopter" nobody's, "his powers", "they remained friends", "both are dentists": nobody acts there.
        if (phrases.Words.IsVehicle(agent.Noun) && signs is { Countries.Count: 0, Body: < 0, Owner: < 0 } && !sighting.IsPlural)
            return;
        if (phrases.Words.IsLoose(phrases.Form(sighting.Last)) && signs is { Body: < 0, Region: < 0 } && (!signs.IsDescribed || !sighting.IsPlural) && (signs.Countries.Count == 0 || signs.Owner >= 0 && Table[signs.Owner].Kind == EntityKind.Person))
            return;
        if (signs.IsIndefinite && agent.Kind == EntityKind.Person && Tree[head].Relation == Relation.Conj && Tree.Head(head) is >= 0 and var predicate && Tree.Has(predicate, Relation.Cop) && Tree[predicate].Pos == PartOfSpeech.Noun)
            return;
        if (Tree.Has(head, Relation.Cop) && agent.Kind != EntityKind.Person && !sighting.IsPlural && (signs.IsDefinite || signs.IsIndefinite) && Tree.Child(head, Relation.Nsubj) is >= 0 and var called && phrases.MeantBy(called) is [var subject] && IsBody(Table[subject]))
        {
            Describe(subject, agent, signs);
            return;
        }

        if (Tree.Has(head, Relation.Cop) && agent.Kind == EntityKind.Person)
        {
            descriptions.Tell(head, null, actors.SectorsOf(signs, agent), signs.Country);
            if (sighting.IsPlural && !signs.IsDefinite)
                return;
            if (!sighting.IsPlural && phrases.SubjectOf(head) is >= 0 and var subject1)
            {
                phrases.Mark(subject1, sighting);
                if (!signs.IsFormer)
                    again.Call(subject1, agent.Noun);
                Table.Move("noun:" + agent.Noun, subject1);
            }

            if (!sighting.IsPlural && (signs.IsDefinite || signs.IsPossessed) && phrases.SubjectOf(head) is >= 0 and var same)
            {
                sighting.Meant.Add(same);
                if (signs.Owner >= 0 && phrases.Words.IsKin(agent.Noun))
                    uses.Relate(agent.Noun, signs.Owner, same);
                phrases.Mention(phrases.Range(signs.Start, Math.Max(signs.End, sighting.Last)), head, same, MentionKind.Nominal, "mention.predicate");
                return;
            }
        }

        if (agent.Kind == EntityKind.Person && !signs.IsDefinite && (sighting.IsPlural || signs.IsIndefinite) && phrases.IsGained(head))
            return;

        // "became the first woman to lead the party": the subject itself.
        if (!sighting.IsPlural && agent.Kind == EntityKind.Person && signs is { IsOrdinal: true, IsDefinite: true } && phrases.IsGained(head) && phrases.Doer(Tree.Head(head)) is >= 0 and var first1)
        {
            phrases.Mark(first1, sighting);
            sighting.Meant.Add(first1);
            phrases.Mention(phrases.Range(signs.Start, Math.Max(signs.End, sighting.Last)), head, first1, MentionKind.Nominal, "mention.predicate");
            return;
        }

        // "opposition to the plan", "this man is a terrorist": nobody is meant.
        if (agent.Sector is Sector.Opp or Sector.Reb && agent.Kind == EntityKind.Group && phrases.Form(sighting.Last + 1) is "to" or "against" && !(sighting.Last + 2 < Tree.Count && Tree[sighting.Last + 2].Pos == PartOfSpeech.Verb) || signs.IsIndefinite && Tree.Has(head, Relation.Cop))
            return;
        if (!sighting.IsPlural && agent.Kind == EntityKind.Person && descriptions.IsFronted(sighting, signs))
            return;
        TextRange range = phrases.Range(signs.Start, Math.Max(signs.End, sighting.Last));
        int top = Tree.HeadOf(signs.Start, sighting.Last);
        if (counterparts.IsOne(agent, signs))
        {
            counterparts.Write(sighting, signs, range, top);
            return;
        }

        if (sighting.IsPlural && signs is { Count: 0, IsDefinite: true, IsDescribed: false } && (phrases.Words.IsPair(agent.Noun) || states.AreParties(agent, signs)))
            signs.Count = 2;
        if (pairs.Meant(sighting, agent, signs) is { Count: > 0 } men)
        {
            foreach (int one in men)
                phrases.Mention(range, top, one, MentionKind.Nominal, men.Count > 1 ? "mention.the-two" : "mention.rival");
            return;
        }

        if (!sighting.IsPlural && phrases.Words.IsSideNoun(agent.Noun) && phrases.Words.IsEach(phrases.Form(sighting.First - 1)) && signs is { Count: 0, Countries.Count: 0, Body: < 0 } && states.Both(top, true) is { Count: 2 } each)
        {
            foreach (int one in each)
                phrases.Mention(range, top, one, MentionKind.Nominal, "mention.the-two");
            return;
        }

        if (signs.Count > 1 && signs.Countries.Count == 0 && signs.Body < 0 && (phrases.Words.IsSideNoun(agent.Noun) || signs is { Count: 2, IsDefinite: true } && (phrases.Words.IsBeside(agent.Noun) || phrases.Words.IsStateNoun(agent.Noun))))
        {
            states.WriteTheTwo(agent, signs, sighting, range, top);
            return;
        }

        if (unions.Of(sighting, signs) is >= 0 and var union)
        {
            sighting.Meant.Add(union);
            phrases.Mention(range, top, union, MentionKind.Nominal, "mention.body-again");
            return;
        }

        bool isHost = phrases.Words.IsHost(agent.Noun);
        if ((isHost && signs.IsPossessed || phrases.Words.IsNextDoor(agent.Noun) || sighting.IsPlural && phrases.Words.IsStateNoun(agent.Noun)) && states.Alone(sighting, signs, top) is { Count: > 0 } lands)
        {
            foreach (int one in lands)
                phrases.Mention(range, top, one, MentionKind.Nominal, lands.Count > 1 ? "mention.the-two" : "mention.the-country");
            return;
        }

        // "The hosts won", "his host": nobody whom the report has told of.
        if (isHost || treaties.IsOther(agent, sighting, signs))
            return;
        if (phrases.Words.IsStateNoun(agent.Noun) || phrases.Words.IsStateSide(agent.Noun) && StateNouns.IsSide(sighting, signs) || treaties.IsOne(agent, sighting, signs))
        {
            states.Write(sighting, signs, head, range, top);
            return;
        }

        if (!sighting.IsPlural && !signs.IsIndefinite && (phrases.Words.IsAssociate(agent.Noun) || signs is { IsDefinite: true, Owner: < 0, Body: < 0 } && phrases.Words.IsFirm(agent.Noun)) && phrases.NameAfter(sighting.Last) is null && again.AssociateOf(signs, sighting.First) is >= 0 and var firm)
        {
            sighting.Meant.Add(firm);
            phrases.Mention(range, top, firm, MentionKind.Nominal, "mention.body-again");
            return;
        }

        if (agent.Kind == EntityKind.Person && !sighting.IsPlural && descriptions.Apposed(sighting, signs, head) is >= 0 and var described)
        {
            descriptions.Identify("noun:" + agent.Noun, described, signs);
            phrases.Mark(described, sighting);
            if (!signs.IsFormer)
                again.Call(described, agent.Noun);
            if (signs is { IsDefinite: true, IsDescribed: false, IsPossessed: false })
                introductions.IdentifyOnly(sighting, agent.Noun, described);
            if (actors.SectorsOf(signs, agent) is var sectors && (!signs.IsFormer || sectors is [Sector.Cvl]))
                phrases.People.Complete(described, null, sectors, signs.Country);
            sighting.Meant.Add(described);
            phrases.Mention(range, top, described, MentionKind.Nominal, "mention.apposition");
            if (!signs.IsFormer)
                uses.Call(agent.Noun, described);
            if (phrases.Words.IsKin(agent.Noun) && uses.OwnerOf(sighting, signs) is >= 0 and var elder && elder != described)
                uses.Relate(agent.Noun, elder, described);
            return;
        }

        if (agent.Kind == EntityKind.Person && !sighting.IsPlural && descriptions.Holder(head) is >= 0 and var holding)
        {
            phrases.People.Complete(holding, null, actors.SectorsOf(signs, agent), signs.Country);
            Table.Move("noun:" + agent.Noun, holding);
            return;
        }

        if (!sighting.IsPlural && signs is { Countries.Count: 0, Body: < 0 } && phrases.Words.IsRelational(agent.Noun) && !(signs.IsPossessed && uses.IsActing(top)) || signs.IsIndefinite && !sighting.IsPlural && Tree.Case(head) == "as")
            return;

        if (agent.Kind is EntityKind.Organization or EntityKind.Group && !sighting.IsPlural && (signs.IsLower || signs.End == sighting.Last) && bodies.Of(sighting, signs) is >= 0 and var named)
        {
            sighting.Meant.Add(named);
            Describe(named, agent, signs);
            phrases.Mention(range, top, named, MentionKind.Nominal, "mention.apposition");
            Table.Move("noun:" + agent.Noun, named);
            return;
        }

        // "the Harmony party", of which nothing else says what it is.
        if (uses.IsNamedSo(sighting, agent, signs))
            Describe(signs.Body, agent, signs);

        // "the Boeing company".
        if (!sighting.IsPlural && signs is { Body: >= 0, IsPossessed: false } && signs.End == sighting.Last && (NounUses.IsCalled(agent) && Table[signs.Body].Sectors is [var first, ..] && first == agent.Sector || uses.IsCircleOf(sighting, agent)))
        {
            sighting.Meant.Add(signs.Body);
            phrases.Mention(range, top, signs.Body, MentionKind.Nominal, "mention.apposition");
            Describe(signs.Body, agent, signs);
            Table.Move("noun:" + agent.Noun, signs.Body);
            return;
        }

        if (agent.Kind == EntityKind.Person && actors.StateOfOfficers(agent, signs) is { IsNone: false } officers && (sighting.IsPlural ? phrases.PersonAt(sighting.Last + 1) is not null : signs.IsIndefinite))
            signs.Countries.Add(officers);
        if (sighting.IsPlural && agent.Kind == EntityKind.Person && descriptions.Share(sighting, signs, null, actors.SectorsOf(signs, agent)))
            return;
        WriteActors(sighting, agent, signs, range, top);
    }

    private static bool IsBody(EntityDraft draft) => draft.Kind is EntityKind.Organization or EntityKind.Group;

    /// <summary>What a noun says of a body that no data know.</summary>
    private void Describe(int body, Agent agent, Signs signs)
    {
        EntityDraft draft = Table[body];
        if (draft.Known is not null)
            return;
        // "the main opposition party, the Union for Change": no trade union.
        if (draft.Sectors.IsEmpty && agent.Sector != Sector.Unk || agent.Sector == Sector.Pty && draft.Sectors is [Sector.Lab or Sector.Leg or Sector.Cvl])
            draft.Sectors = [agent.Sector];
        if (draft.Country.IsNone)
            draft.Country = signs.Country;
        Table.Move("noun:" + agent.Noun, body);
    }

    private void WriteActors(Sighting sighting, Agent agent, Signs signs, TextRange range, int top)
    {
        // "a gunman … the suspect … the attacker": one, as long as the report has but one.
        bool culprit = (!sighting.IsPlural || phrases.Form(sighting.Last) == agent.Noun) && phrases.Words.IsCulprit(agent.Noun);
        if (!uses.IsLastOfName(sighting) && !uses.IsOfOthers(sighting, agent, top) && again.ByRole(sighting, agent, signs, culprit) is >= 0 and var known)
        {
            sighting.Meant.Add(known);
            phrases.Mention(range, top, known, MentionKind.Nominal, "mention.noun-again");
            return;
        }

        // "Each army blamed the other", "each side": both of the two told of.
        if (!sighting.IsPlural && signs.Countries.Count == 0 && signs.Body < 0 && phrases.Words.IsEach(phrases.Form(signs.Start - 1)) && agent is { Kind: not EntityKind.Person, Sector: Sector.Gov or Sector.Mil } && states.Both(top, true) is [var left, var right] && Table[left].Kind == EntityKind.State)
            signs.Countries.AddRange([Table[left].Country, Table[right].Country]);

        // "Kenya has soldiers in Somalia": Kenya's.
        if (agent.Sector is Sector.Mil or Sector.Cop && sighting.IsPlural && (signs.Start == sighting.First || signs.IsMany) && uses.Keeper(top) is >= 0 and var keeper)
        {
            signs.Countries.Clear();
            signs.IsGuest = true;
            if (!Table[keeper].Country.IsNone)
                signs.Countries.Add(Table[keeper].Country);
        }

        // "a Facebook user": of wherever he is.
        if (signs.Body >= 0 && agent.Kind == EntityKind.Person && phrases.Words.IsPatron(agent.Noun) && Table[signs.Body].Sectors is [Sector.Bus or Sector.Med, ..])
        {
            signs.Countries.Remove(Table[signs.Body].Country);
            signs.Body = -1;
        }

        bool vague = agent.Sector == Sector.Unk || phrases.Words.IsVague(agent.Noun);
        if (signs.Countries.Count > 1 && !NounUses.IsJoint(sighting, agent, range.In(Tree.Text)))
        {
            foreach (CountryCode one in signs.Countries)
                phrases.Mention(range, top, actors.Of(sighting, agent, signs, range, one), MentionKind.Nominal, "mention.agents");
            return;
        }

        if (agent.Kind != EntityKind.Person && again.BodySubject(sighting, agent.Noun, signs, top) is >= 0 and var acting)
        {
            sighting.Meant.Add(acting);
            phrases.Mention(range, top, acting, MentionKind.Nominal, "mention.body-again");
            return;
        }

        // "its neighbour", "Chad's ally", "the minister's guest": another state's.
        CountryCode country = phrases.Words.IsHosted(agent.Noun) && signs.IsPossessed || (phrases.Words.IsBeside(agent.Noun) || phrases.Words.IsNextDoor(agent.Noun)) && signs.IsPossessed && (signs.Owner < 0 ? phrases.Form(sighting.First - 1) is "'s" or "’s" : Table[signs.Owner].Kind != EntityKind.Person && Table[signs.Owner].Country == signs.Country) ? default : signs.Country;
        CountryCode governed = default;

        // "The ministry summoned the Chadian envoy": not Chad's.
        CountryCode sender = agent is { Kind: EntityKind.Organization, Sector: Sector.Gov } && signs.Countries.Count == 0 ? uses.Sender(top) : uses.Intruded(agent, signs, top);
        CountryCode quoting = agent is { Kind: EntityKind.Organization, Sector: Sector.Gov } && signs.Countries.Count == 0 ? uses.Quoting(top) : default;
        string rule = "mention.agent";
        if (sighting.IsPlural && signs is { IsPossessed: true, Owner: >= 0, IsDescribed: false, Count: 0 } && Table[signs.Owner].Kind == EntityKind.Person && Table.Find("nouns:" + agent.Noun) is { } opponents && agent.Sector == Sector.Opp)
        {
            sighting.Meant.Add(opponents);
            phrases.Mention(range, top, opponents, MentionKind.Nominal, "mention.noun-again");
            return;
        }

        // "her aunt, Ana Roux … her aunt won".
        string? kin = signs.Owner >= 0 && agent.Kind == EntityKind.Person && !sighting.IsPlural && phrases.Words.IsKin(agent.Noun) ? NounUses.KinOf(agent.Noun, signs.Owner) : null;
        if (kin is not null && Table.Find(kin) is { } relative)
        {
            sighting.Meant.Add(relative);
            phrases.Mention(range, top, relative, MentionKind.Nominal, "mention.noun-again");
            return;
        }

        // "the Beck government": of whom nothing is known.
        if (country.IsNone && signs.Body < 0 && signs.Owner < 0 && !(signs.IsOfUnknown && phrases.Words.IsHeaded(agent.Noun)))
        {
            if (signs.IsPossessed && phrases.Words.IsVague(agent.Noun) && !(agent.Kind == EntityKind.Person && uses.IsActing(top)))
                return;
            if (signs is { IsIndefinite: false, IsPossessed: false, IsOfUnknown: false } && !(signs.IsOrdinal && agent.Kind == EntityKind.Person) && !uses.IsLastOfName(sighting) && !uses.IsOfOthers(sighting, agent, top) && !(signs.IsOfThing && agent.Kind != EntityKind.Person && (agent.Sector is Sector.Leg or Sector.Gov or Sector.Igo or Sector.Jud || phrases.Words.IsLocalBody(agent.Noun))) && again.BearerOf(agent) is >= 0 and var before && (sender.IsNone || Table[before].Country != sender) && (quoting.IsNone || Table[before].Country == quoting) && (governed = uses.Governed(agent, before, sighting.First)).IsNone && (sighting.IsPlural == Table[before].IsPlural || agent.Kind == EntityKind.Group && !sighting.IsPlural) && !again.IsMoreThan(sighting, agent, before) && again.IsFresh(before, agent) && (agent.Kind != EntityKind.Person || !Table[before].IsNamed || !again.HasStranger(sighting)) && phrases.Suits(sighting, before) && (signs.IsDefinite || agent.Kind != EntityKind.Person && !sighting.IsPlural))
            {
                sighting.Meant.Add(before);
                phrases.Mention(range, top, before, MentionKind.Nominal, "mention.noun-again");
                return;
            }

            // "Protesters gathered … protesters said": a crowd that nothing sets apart.
            if (sighting.IsPlural && signs is { IsDefinite: false, IsIndefinite: false, IsPossessed: false, IsDescribed: false, IsMany: false, Count: 0 } && signs.End == sighting.Last && phrases.Words.IsCrowd(agent.Noun)
                && Table.Find("nouns:" + agent.Noun) is { } same && !actors.IsElsewhere(same, top) && Table[same].Name.Equals(range.Of(Tree.Text), StringComparison.OrdinalIgnoreCase))
            {
                sighting.Meant.Add(same);
                phrases.Mention(range, top, same, MentionKind.Nominal, "mention.noun-again");
                return;
            }

            // "62 migrants … the migrants", "critics of Beck … Beck's critics".
            if (sighting.IsPlural && signs is { IsDefinite: true, IsDescribed: false, IsMany: false, Count: 0 } && Table.Find("nouns:" + agent.Noun) is { } crowd && (Table[crowd].IsPlural || phrases.Form(Math.Max(signs.End, sighting.Last) + 1) != "of") && !actors.IsElsewhere(crowd, top) && !again.IsMoreThan(sighting, agent, crowd))
            {
                sighting.Meant.Add(crowd);
                phrases.Mention(range, top, crowd, MentionKind.Nominal, "mention.noun-again");
                return;
            }

            // "seized two herders … the men".
            if (sighting.IsPlural && agent.Noun == "man" && signs is { IsDefinite: true, IsDescribed: false, IsMany: false, Count: 0 } && signs.End == sighting.Last && again.Counted(sighting.First) is >= 0 and var men1)
            {
                sighting.Meant.Add(men1);
                Table.Move("nouns:" + agent.Noun, men1);
                phrases.Mention(range, top, men1, MentionKind.Nominal, "mention.noun-again");
                return;
            }

            bool many = sighting.IsPlural && agent.Sector == Sector.Gov && !signs.IsDefinite && phrases.Words.IsWide(agent.Noun) || uses.IsAbroad(agent, signs);
            if (signs.IsDefinite && agent.Kind != EntityKind.Person && !signs.IsDescribed && (!many || agent.Kind == EntityKind.Organization))
            {
                if (!sighting.IsPlural && signs is { IsOfThing: false, Sectors.Count: 0 } && signs.End <= sighting.Last && !(agent.Sector == Sector.Unk && phrases.Words.IsBodyAgain(agent.Noun) && !(Tree[top].Relation == Relation.Nsubj && uses.IsDealing(top))) && again.BodyBefore(agent, sighting.First) is >= 0 and var body)
                {
                    sighting.Meant.Add(body);
                    phrases.Mention(range, top, body, MentionKind.Nominal, "mention.body-again");
                    return;
                }

                country = !governed.IsNone ? governed : many || phrases.Words.IsHere(phrases.Form(sighting.Last + 1)) ? default : actors.StateOf(agent.Sector);
            }

            if (country.IsNone && !many && agent.Sector == Sector.Gov && signs.IsDefinite)
                country = uses.Opposed();
            if (country.IsNone)
                country = many || sighting.IsPlural && signs is { IsPossessed: true, Owner: < 0 } && (phrases.Words.IsThey(phrases.Form(sighting.First - 1)) || phrases.Words.IsIt(phrases.Form(sighting.First - 1))) || agent.Sector is Sector.Gov && Tree[top].Relation == Relation.Nsubj && Tree.Head(top) is >= 0 and var leaving && phrases.Words.IsTravel(Tree[leaving].Lemma.ToLowerInvariant()) || signs.IsOfUnknown && phrases.Words.IsPlaceCase(phrases.Form(sighting.Last + 1)) && !uses.IsPlacedBehind(sighting.Last + 2) || phrases.Words.IsVague(agent.Noun) || phrases.Words.IsMission(agent.Noun) || phrases.Words.IsNextDoor(agent.Noun) ? default : phrases.Place.Of(agent.Sector, top);
            country = !quoting.IsNone ? quoting : country == sender ? default : country;
            rule = "mention.agent-place";
        }

        if (vague && country.IsNone && signs.Body < 0 && agent.Kind != EntityKind.Person && !(sighting.IsPlural && agent.Sector == Sector.Gov && phrases.IsSubject(top)) && !(uses.IsDealing(top) && !(signs.IsPossessed && phrases.Words.IsAbstract(agent.Noun))))
            return;

        // "taken hostage", "took control of power": a lone noun in the singular means nobody.
        bool lone = !sighting.IsPlural && signs is { IsDefinite: false, IsIndefinite: false, IsPossessed: false, IsMany: false, Count: 0 } && signs.Countries.Count == 0 && signs.Body < 0 && signs.Sectors.Count == 0
            && (sighting.First == phrases.Sentence.FirstToken || Tree[sighting.First - 1].Pos != PartOfSpeech.Num);
        if (lone && char.IsLower(Tree.Text[sighting.Range.Start]) && (phrases.Words.IsVague(agent.Noun) || agent.Kind == EntityKind.Person && phrases.Sentence.TokenCount > HeadlineWords))
            return;
        if (vague && agent.Kind == EntityKind.Person && signs.Countries.Count == 0 && signs.Body < 0 && signs.Sectors.Count == 0 && agent.Noun is not ("man" or "woman" or "person"))
        {
            if (!uses.IsActing(top))
                return;
        }

        if (phrases.Words.IsServing(agent.Noun) && sighting.IsPlural && country.IsNone && signs is { Body: < 0, Sectors.Count: 0 } && again.Force() is >= 0 and var force)
        {
            sighting.Meant.Add(force);
            phrases.Mention(range, top, force, MentionKind.Nominal, "mention.noun-again");
            return;
        }

        if ((agent.Sector == Sector.Eli && !sighting.IsPlural && signs is { IsDefinite: true, IsPossessed: false, Countries.Count: 0, Body: < 0 } && again.PastHolder(sighting) is >= 0 and var told || (told = again.Only(sighting, agent.Noun, signs)) >= 0 || (told = again.ByKind(sighting, agent.Noun, agent.Sector, signs)) >= 0 || agent.Kind == EntityKind.Person && (told = again.OfSubject(sighting, agent.Noun, agent.Sector, signs, top)) >= 0))
        {
            sighting.Meant.Add(told);
            phrases.Mark(told, sighting);
            Table.Move("noun:" + agent.Noun, told);
            phrases.Mention(range, top, told, MentionKind.Nominal, "mention.noun-again");
            return;
        }

        int entity = !sighting.IsPlural && descriptions.FromHeadline("noun:" + agent.Noun, signs, sighting) is >= 0 and var announced ? announced
            : again.NamedBody(sighting, agent, signs, country) is >= 0 and var official ? official : actors.Of(sighting, agent, signs, range, country);
        if (!sender.IsNone)
            Table[entity].Facing = sender;
        sighting.Meant.Add(entity);
        phrases.Mention(range, top, entity, MentionKind.Nominal, rule);
        uses.Abbreviate(sighting, agent, Math.Max(signs.End, sighting.Last), entity);
        if (kin is not null)
            uses.Relate(agent.Noun, signs.Owner, entity);
        string last = agent.Noun[(agent.Noun.LastIndexOf(' ') + 1)..];
        if (sighting.IsPlural)
        {
            Table.Move("nouns:" + agent.Noun, entity);
            Table.Move("nouns:" + last, entity);
        }
        else if (agent.Kind == EntityKind.Person && !signs.IsDescribed)
        {
            Table.Move("noun:" + last, entity);
        }

        // "a 39-year-old teacher … the teacher": the first of the report who is called so.
        if (agent.Kind == EntityKind.Person && !sighting.IsPlural && signs is { IsIndefinite: true, IsDescribed: true } && Table.Find("noun:" + agent.Noun) is null && phrases.Quotes.At(sighting.First) == 0)
            Table.Alias("noun:" + agent.Noun, entity);
        phrases.Tell(agent.Noun, entity);
        if (agent.Kind == EntityKind.Organization && signs.IsIndefinite && !sighting.IsPlural)
            phrases.Open(agent.Noun, entity);
        if (agent.Kind == EntityKind.Person && !sighting.IsPlural)
            again.Count(agent);
        if (agent.Kind == EntityKind.Person && signs.Count == 2)
            pairs.Tell(entity);
        if (culprit)
            Table.Alias("culprit", entity);

        // "a court in Odal … the same court".
        if (agent.Kind == EntityKind.Organization && signs.IsIndefinite && !sighting.IsPlural && phrases.Quotes.At(sighting.First) == 0)
            Table.Alias("noun:" + agent.Noun, entity);

        // "a delegation from Chad … the delegation".
        if (agent.Kind == EntityKind.Group && signs.IsIndefinite && !sighting.IsPlural && !vague && phrases.Quotes.At(sighting.First) == 0)
            Table.Move("noun:" + agent.Noun, entity);

        // "the House of Lords … the House".
        int of = agent.Noun.IndexOf(" of ", StringComparison.Ordinal);
        if (agent.Kind == EntityKind.Organization && !sighting.IsPlural && !signs.IsIndefinite && of > 0)
            again.Shorten(agent.Noun[..of], entity);

        // "the supreme court … the court", "the ministry of trade … the ministry".
        if ((agent.Kind == EntityKind.Organization || agent.Kind == EntityKind.Group && agent.Sector == Sector.Gov) && !sighting.IsPlural && !signs.IsIndefinite && agent.Noun.Contains(' ', StringComparison.Ordinal) && (Table.Find("noun:" + last) is not { } told1 || phrases.IsSubject(top) || Table.Count(told1) <= Table.Count(entity)))
            Table.Move("noun:" + NounUses.LastOf(agent.Noun), entity);

        // "the council of the town of Odal … the council".
        if (signs.IsOfThing && agent.Kind != EntityKind.Person && !sighting.IsPlural && !signs.IsIndefinite)
            Table.Move("noun:" + agent.Noun, entity);
        if ((!signs.IsDescribed || agent.Kind == EntityKind.Organization && !sighting.IsPlural && agent.Sector == Sector.Gov && !country.IsNone) && ((!country.IsNone || signs.IsLocal || agent.Sector is Sector.Leg or Sector.Jud && !sighting.IsPlural) && !signs.IsIndefinite || agent.Kind == EntityKind.Person && !sighting.IsPlural))
            Table.Move("noun:" + agent.Noun, entity);
    }
}
