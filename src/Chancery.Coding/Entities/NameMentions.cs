using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Names: decides who they mean before the phrases around them are read, and writes those that stand alone.</summary>
internal sealed class NameMentions(Phrases phrases, SpeechWords speech)
{
    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>Learns full names of known persons and the states of the report before anything is written.</summary>
    public void Foresee(Sentence sentence, List<Sighting> sightings)
    {
        foreach (Sighting sighting in sightings)
        {
            if (sighting.Kind is SightingKind.State or SightingKind.Place)
                phrases.People.Note(phrases.Known[sighting.Index].Country);
        }

        phrases.Enter(sentence, sightings);
        foreach (Sighting sighting in sightings)
        {
            if (sighting.Kind is SightingKind.State or SightingKind.Place || sighting is { Kind: SightingKind.Body, Role: not NameRole.Acronym, Bodies.IsEmpty: true })
                sighting.Meant.Add(Table.OfKnown(sighting.Index));
        }

        foreach (Sighting sighting in sightings)
        {
            if (sighting.First < sighting.Last && (sighting.Kind == SightingKind.Person || sighting is { Kind: SightingKind.Name, NameAgent: < 0 }))
                Person(sighting);
        }

        foreach (Sighting sighting in sightings)
            sighting.Meant.Clear();
    }

    /// <summary>Decides states, places and bodies, then persons with the offices beside them.</summary>
    public void Resolve(List<Sighting> sightings)
    {
        foreach (Sighting sighting in sightings)
        {
            switch (sighting.Kind)
            {
                case SightingKind.State:
                    sighting.Meant.Add(StateOrCity(sighting));
                    break;
                case SightingKind.Place:
                    sighting.Meant.Add(Table.OfKnown(sighting.Index));
                    break;
                case SightingKind.Body:
                    sighting.Meant.Add(Body(sighting));
                    break;
            }
        }

        foreach (Sighting sighting in sightings)
        {
            if (sighting.Kind is SightingKind.Person or SightingKind.Name && sighting.Meant.Count == 0 && Person(sighting) is >= 0 and var person)
                sighting.Meant.Add(person);
        }
    }

    /// <summary>Of bodies with one name that of a state of the report; an acronym alone means no party or band of a state that the report never names.</summary>
    private int Body(Sighting sighting)
    {
        string name = sighting.Range.Of(Tree.Text);
        int[] near = [.. sighting.Bodies.Where(body => phrases.People.IsNoted(phrases.Known[body].Country))];
        KnownEntity only = phrases.Known[near.Length == 1 ? near[0] : sighting.Index];
        bool far = sighting.Role == NameRole.Acronym && !only.Country.IsNone && !phrases.People.IsNoted(only.Country) && only.Sectors.Any(sector => sector is Sector.Pty or Sector.Opp or Sector.Reb);
        if (near.Length == 1 || sighting.Bodies.IsEmpty && !far || Table.IsKnown(only))
            return Table.OfKnown(only.Index);
        return Table.OfReport("name:" + name, new EntityDraft
        {
            Name = name,
            Kind = EntityKind.Organization,
            Sectors = far ? [] : only.Sectors,
            Candidates = far ? [] : [.. sighting.Bodies.Select(body => phrases.Known[body].Key[(phrases.Known[body].Key.IndexOf(':', StringComparison.Ordinal) + 1)..])],
        });
    }

    private int StateOrCity(Sighting sighting)
    {
        if (sighting.Role != NameRole.Capital || !IsPlaceHere(Tree.HeadOf(sighting.First, sighting.Last)))
            return Table.OfKnown(sighting.Index);
        if (sighting.City >= 0)
            return Table.OfKnown(sighting.City);
        string name = sighting.Range.Of(Tree.Text);
        return Table.OfReport("place:" + name, new EntityDraft { Name = name, Kind = EntityKind.Place, Country = phrases.Known[sighting.Index].Country });
    }

    /// <summary>A capital acts for its government unless the grammar makes it a place: "in Moscow", "a visit to Moscow", "the capital, Moscow".</summary>
    private bool IsPlaceHere(int head)
    {
        int at = head;
        for (int steps = 0; steps < 8 && Tree[at].Relation is Relation.Conj or Relation.Appos && Tree[at].Head >= 0; steps++)
            at = Tree[at].Head;
        if (at != head && phrases.Known.Titles.Find(Tree[at].Lemma.ToLowerInvariant()) is null && Tree[head].Relation == Relation.Appos)
            return true;
        string preposition = Tree.Case(at);
        if (phrases.Words.IsPlaceCase(preposition))
            return true;
        if (preposition is not ("to" or "of" or "for" or "via"))
            return false;
        int governor = Tree[at].Head;
        return governor >= 0 && (preposition == "of" ? Tree[governor].Pos == PartOfSpeech.Noun && phrases.Known.Titles.Find(Tree[governor].Lemma.ToLowerInvariant()) is null : phrases.Words.IsTravel(Tree[governor].Lemma.ToLowerInvariant()));
    }

    private int Person(Sighting sighting)
    {
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
                sectors = SectorsOf(signs, title.Sector);
            }
            else
            {
                sectors = SectorsOf(signs, phrases.Known.Agents[beside.Index].Sector);
            }

            if (signs.IsFormer)
                (title, sectors) = (null, [Sector.Eli]);
        }

        bool honored = sighting.First > phrases.Sentence.FirstToken && IsHonorific(sighting.First - 1);
        if (sighting.Kind == SightingKind.Person)
        {
            int known = phrases.People.Resolve(sighting, title, sectors, country, beside is not null || honored || !sighting.IsWeak);
            if (known >= 0 && body >= 0 && country.IsNone)
                phrases.People.Serve(known, body, title);
            return known;
        }

        if (sighting.NameAgent >= 0)
            return Organization(sighting);
        bool otherwise = sighting.SoundsLike is NameKind.Organization or NameKind.Place or NameKind.Other;
        bool sure = beside is not null || honored || !sighting.People.IsEmpty && sighting.First < sighting.Last && !otherwise || Table.Find(sighting.Range.Of(Tree.Text)) is not null || IsNamedLikeAPerson(sighting);
        if (sure)
        {
            int person = phrases.People.Resolve(sighting, title, sectors, country, true);
            if (honored && person >= 0)
            {
                string word = phrases.Form(sighting.First - 1).TrimEnd('.');
                Table[person].IsMale |= phrases.Words.IsMale(word);
                Table[person].IsFemale |= phrases.Words.IsFemale(word);
            }

            return person;
        }

        if (sighting.Range.Length < 2)
            return -1;
        string name = sighting.Range.Of(Tree.Text);
        int top = Tree.HeadOf(sighting.First, sighting.Last);
        if (sighting.First == sighting.Last && !phrases.IsSubject(top) && Tree[top].Relation is not (Relation.Obj or Relation.OblAgent or Relation.NmodPoss or Relation.Obl or Relation.Conj))
            return -1;
        return sighting.SoundsLike switch
        {
            NameKind.Organization => Table.OfReport("name:" + name, new EntityDraft { Name = name, Kind = EntityKind.Organization }),
            NameKind.Place => Table.OfReport("name:" + name, new EntityDraft { Name = name, Kind = EntityKind.Place }),
            _ => -1,
        };
    }

    private bool IsHonorific(int token) =>
        phrases.Known.PhraseWords.Of(phrases.Known.Folding.Fold(phrases.Form(token)).TrimEnd('.')) == PhraseWordKind.Honorific;

    /// <summary>Two or three words tied as parts of a personal name, or a name with an office set after it by a comma.</summary>
    private bool IsNamedLikeAPerson(Sighting sighting)
    {
        if (sighting.Last == sighting.First || sighting.Last - sighting.First > 3 || sighting.SoundsLike == NameKind.Other)
            return false;
        if (sighting.SoundsLike == NameKind.Person || phrases.Known.IsGivenName(Tree[sighting.First].Range.Of(Tree.Text)) && Tree[Tree.HeadOf(sighting.First, sighting.Last)].Relation is not (Relation.Compound or Relation.Amod))
            return true;
        bool flat = true;
        for (int i = sighting.First + 1; i <= sighting.Last; i++)
            flat &= Tree[i].Relation == Relation.Flat;
        if (flat && sighting.SoundsLike == NameKind.None)
            return true;
        return phrases.Form(sighting.Last + 1) == "," && phrases.Form(sighting.Last + 2) is "who" or "a" or "the" or "an"
            && Tree[Tree.HeadOf(sighting.First, sighting.Last)].Relation is Relation.Nsubj or Relation.Obj
            && phrases.Signs.At(sighting.Last + 3) is { Kind: SightingKind.Title };
    }

    private Sighting? TitleBefore(Sighting sighting)
    {
        int at = sighting.First - 1;
        while (at > phrases.Sentence.FirstToken && (phrases.Form(at) == "." || IsHonorific(at)))
            at--;
        if (phrases.Signs.At(at) is not { Kind: SightingKind.Title or SightingKind.Agent, IsPlural: false } before || before.Last != at)
            return null;
        return before.Kind == SightingKind.Title || phrases.Known.Agents[before.Index].Kind == EntityKind.Person ? before : null;
    }

    public static ImmutableArray<Sector> SectorsOf(Signs signs, Sector own)
    {
        var sectors = ImmutableArray.CreateBuilder<Sector>();
        if (signs.IsFormer)
            sectors.Add(Sector.Eli);
        foreach (Sector sector in signs.Sectors)
        {
            if (sector is Sector.Opp or Sector.Reb && !sectors.Contains(sector))
                sectors.Add(sector);
        }

        if (own != Sector.Unk && !sectors.Contains(own))
            sectors.Add(own);
        foreach (Sector sector in signs.Sectors)
        {
            if (sector != Sector.Unk && !sectors.Contains(sector))
                sectors.Add(sector);
        }

        return sectors.ToImmutable();
    }

    private int Organization(Sighting sighting)
    {
        Agent agent = phrases.Known.Agents[sighting.NameAgent];
        Signs signs = phrases.Signs.Read(sighting);
        CountryCode country = signs.Country;
        for (int i = sighting.First; country.IsNone && i <= sighting.Last; i++)
        {
            if (WordCountry(i) is { IsNone: false } named)
                country = named;
        }

        string name = sighting.Range.Of(Tree.Text);
        return Table.OfReport("name:" + name, new EntityDraft
        {
            Name = name,
            Kind = EntityKind.Organization,
            Country = country,
            Sectors = agent.Sector == Sector.Unk ? [] : [agent.Sector],
        });
    }

    private CountryCode WordCountry(int token)
    {
        var matches = new List<NameMatch>();
        phrases.Known.Match(Tree[token].Range.In(Tree.Text), matches);
        foreach (NameMatch match in matches)
        {
            foreach (NameCandidate candidate in phrases.Known.Candidates(match.Name))
            {
                if (candidate.IsEntity && phrases.Known[candidate.Index].Kind is EntityKind.State or EntityKind.Place)
                    return phrases.Known[candidate.Index].Country;
            }
        }

        return default;
    }

    /// <summary>Writes a name that no phrase has taken.</summary>
    public void Write(Sighting sighting)
    {
        if (sighting.Meant.Count == 0)
            return;
        int head = Tree.HeadOf(sighting.First, sighting.Last);
        int entity = sighting.Meant[0];
        TextRange range = sighting.Range;
        EntityDraft draft = Table[entity];
        bool modifier = phrases.IsModifier(head);
        switch (sighting.Kind)
        {
            case SightingKind.Outlet:
                return;
            case SightingKind.State when sighting.Role == NameRole.Adjective || sighting.Role == NameRole.People && modifier:
                phrases.Mention(range, head, entity, MentionKind.Adjective, "mention.adjective");
                return;
            case SightingKind.State when sighting.Role == NameRole.People:
                WritePeople(sighting, head, draft);
                return;
            case SightingKind.State or SightingKind.Body or SightingKind.Place when modifier:
                phrases.Mention(range, head, entity, MentionKind.Adjective, "mention.modifier");
                return;
            case SightingKind.Name when draft.Kind == EntityKind.Organization && IsSource(head) && draft.Sectors.Contains(Sector.Med):
                return;
        }

        if (draft.Kind == EntityKind.Person)
            phrases.People.Speak(sighting, entity);
        else if (draft.Kind is EntityKind.Organization or EntityKind.Group)
            Table.Move("noun:" + phrases.Form(sighting.Last), entity);
        string rule = draft.Kind == EntityKind.Place ? "mention.place" : "mention.name";
        phrases.Mention(range, head, entity, modifier && draft.Kind != EntityKind.Person ? MentionKind.Adjective : MentionKind.Name, rule);
    }

    private bool IsSource(int head) => Tree[head].Head >= 0 && speech.IsSpeech(Tree[Tree[head].Head].Lemma);

    private void WritePeople(Sighting sighting, int head, EntityDraft state)
    {
        string name = sighting.Range.Of(Tree.Text);
        if (phrases.Words.IsEthnic(phrases.Form(sighting.First - 1)))
        {
            int minority = Table.OfReport("ethnic:" + name, new EntityDraft
            {
                Name = $"{phrases.Form(sighting.First - 1)} {name}",
                Kind = EntityKind.Group,
                Country = phrases.Place.Of(Sector.Cvl),
                Sectors = [Sector.Cvl],
                IsPlural = true,
            });
            phrases.Mention(phrases.Range(sighting.First - 1, sighting.Last), head, minority, MentionKind.Name, "mention.ethnic");
            return;
        }

        int start = sighting.First;
        if (phrases.Form(start - 1) == "of" && phrases.Words.IsMany(phrases.Form(start - 2)))
            start -= 2;
        bool plural = Tree[head].Morphology.HasFlag(Morphology.Plural) || name.EndsWith('s');
        int people = Table.OfReport($"people of {state.Country}", new EntityDraft
        {
            Name = name,
            Kind = EntityKind.Group,
            Country = state.Country,
            Sectors = [Sector.Cvl],
            IsPlural = plural,
        });
        phrases.Mention(phrases.Range(start, sighting.Last), Tree.HeadOf(start, sighting.Last), people, MentionKind.Name, "mention.people");
    }
}
