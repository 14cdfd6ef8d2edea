using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Offices: with a name, as an apposition, alone, in the plural, and as pointers to those spoken of before.</summary>
internal sealed class OfficeMentions(Phrases phrases, Descriptions descriptions, Introductions introductions, TwoHolders twos, NounsAgain again, NounUses nounUses)
{
    private const int Window = 4;

    /// <summary>Sentences of no more words may be headlines, which leave out articles.</summary>
    private const int HeadlineWords = 10;

    private readonly HashSet<Sighting> described = [];
    private readonly OfficeUses uses = new(phrases);

    /// <summary>Whom an office in the plural meant last, where it meant persons.</summary>
    private readonly Dictionary<string, List<int>> several = new(StringComparer.Ordinal);

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    public void Write(Sighting sighting)
    {
        Title title = phrases.Known.Titles.All[sighting.Index];
        Signs signs = phrases.Signs.Read(sighting);
        int head = Tree.HeadOf(sighting.First, sighting.Last);
        uses.Lead(signs, head);
        if (sighting.IsPlural)
        {
            WriteSeveral(sighting, title, signs, head);
            return;
        }

        // "MP for Tema Central" is nobody called so.
        if (phrases.NameAfter(sighting.Last) is { Meant.Count: > 0 } name && Table[name.Meant[0]].Kind != EntityKind.Place || signs.End > sighting.Last && (name = phrases.NameAfter(signs.End)) is { Meant.Count: > 0 } && Table[name.Meant[0]].Kind != EntityKind.Place
            || title.Level == TitleLevel.Diplomat && (name = NameAfterHost(signs.End)) is { Meant.Count: > 0 } && Table[name.Meant[0]].Kind != EntityKind.Place
            || (name = uses.NameAfterRank(sighting)) is { Meant.Count: > 0 }
            || (name = NameAfterSeat(sighting.Last)) is { Meant.Count: > 0 } && Table[name.Meant[0]].Kind == EntityKind.Person)
        {
            WriteWithName(sighting, name, title, signs);
            return;
        }

        if (descriptions.Shared(sighting, signs) is >= 0 and var shared)
        {
            if (!signs.IsFormer)
                Complete(shared, title, signs);
            sighting.Meant.Add(shared);
            phrases.Mention(phrases.Range(signs.Start, Math.Max(signs.End, sighting.Last)), Tree.HeadOf(signs.Start, sighting.Last), shared, MentionKind.Nominal, "mention.apposition");
            return;
        }

        signs.End = Math.Max(signs.End, phrases.EndOfField(sighting.Last));
        if (phrases.IsModifier(head) && phrases.Signs.At(Tree[head].Head) is { Kind: SightingKind.Title or SightingKind.Agent } || uses.IsPartOfWord(sighting) || nounUses.IsOfThing(head))
            return;
        if (Tree.Has(head, Relation.Cop) && signs.IsDefinite && !signs.IsPossessed && signs.Country.IsNone && phrases.IsNegated(head))
            return;
        if (Tree.Has(head, Relation.Cop) && !signs.IsFormer && !signs.IsOrdinal)
        {
            descriptions.Tell(head, phrases.OfficeOf(signs, title), phrases.SectorsOf(signs, title), signs.Country);
            if (phrases.SubjectOf(head) is >= 0 and var told)
                again.Call(told, sighting, title);
        }

        if (Tree.Has(head, Relation.Cop) && (signs.IsDefinite || signs.IsPossessed || IsBare(signs) && signs.End > sighting.Last) && phrases.SubjectOf(head) is >= 0 and var same)
        {
            phrases.Mark(same, sighting);
            sighting.Meant.Add(same);
            phrases.Mention(phrases.Range(signs.Start, Math.Max(signs.End, sighting.Last)), head, same, MentionKind.Nominal, "mention.predicate");
            return;
        }

        if (!signs.IsFormer && descriptions.Holder(head) is >= 0 and var holding)
        {
            Complete(holding, title, signs);
            if (!signs.IsDefinite && !signs.IsPossessed)
                return;
            sighting.Meant.Add(holding);
            phrases.Mention(phrases.Range(signs.Start, Math.Max(signs.End, sighting.Last)), Tree.HeadOf(signs.Start, sighting.Last), holding, MentionKind.Nominal, "mention.predicate");
            return;
        }

        if (descriptions.IsFronted(sighting, signs))
            return;

        if (uses.IsAsSuch(sighting, title, signs, head))
            return;
        int entity = Tree.Case(head) == "as" || signs.IsIndefinite && Tree.Has(head, Relation.Cop) || phrases.IsGained(head) ? -1 : Apposed(sighting, signs, head);
        if (entity < 0 && (Tree.Case(head) == "as" || signs.IsIndefinite && Tree.Has(head, Relation.Cop) || phrases.IsGained(head) || uses.IsSought(sighting, signs, head) || signs.IsIndefinite && phrases.IsWanted(head)))
            return;
        string rule = "mention.apposition";
        if (entity >= 0)
        {
            phrases.Mark(entity, sighting);
            described.Add(sighting);
            bool posted = uses.IsPostedElsewhere(Table.Find("title:" + KeyOf(sighting, title)), sighting, title, signs);
            if (!posted)
                descriptions.Identify("title:" + KeyOf(sighting, title), entity, signs);
            if (!posted && signs is { IsDefinite: true, IsPossessed: false, IsFormer: false })
                introductions.IdentifyHolder(phrases.Form(sighting.Last), title, entity, signs);
            if (!posted && signs is { IsDefinite: true, IsDescribed: false, IsPossessed: false, IsFormer: false })
                introductions.IdentifyOnly(sighting, phrases.Form(sighting.Last), entity);
            if (!signs.IsFormer)
            {
                Complete(entity, title, signs);
                again.Call(entity, sighting, title);
                uses.House(entity, title, signs, head);
                if (signs.Body >= 0 && signs.Countries.Count == 0)
                    phrases.People.Serve(entity, signs.Body, title);
            }
            else
            {
                // "Ana Beck, a former senator": of the elite, whatever else the report will tell; "Capt. Beck, a former Norwegian attaché": of that state.
                phrases.People.Complete(entity, null, Table[entity].Leave(title) is { Sectors.IsEmpty: true, Office: null } ? phrases.SectorsOf(signs, title) : [], signs.Country);
            }
        }
        else
        {
            (entity, rule) = Alone(sighting, title, signs, head);
        }

        if (entity < 0)
            return;
        sighting.Meant.Add(entity);
        uses.Post(entity, sighting, title, signs);
        uses.Address(entity, signs.Start);
        phrases.Mention(phrases.Range(signs.Start, Math.Max(signs.End, sighting.Last)), Tree.HeadOf(signs.Start, sighting.Last), entity, MentionKind.Nominal, rule);
        Move(sighting, title, entity);
    }

    /// <summary>From here on "the sergeant" is the police sergeant spoken of last.</summary>
    private void Move(Sighting sighting, Title title, int entity)
    {
        Table.Move("title:" + KeyOf(sighting, title), entity);
        phrases.People.Bear(entity, KeyOf(sighting, title));
        if (ShorterKey(sighting, title) is not { } shorter)
            return;
        Table.Move(shorter, entity);
        phrases.People.Bear(entity, shorter[(shorter.IndexOf(':', StringComparison.Ordinal) + 1)..]);
    }

    /// <summary>What the holder is called from then on: "the minister" after "foreign minister", "the secretary" after "secretary of state"; null for nothing else.</summary>
    private string? ShorterKey(Sighting sighting, Title title)
    {
        if (sighting.First == sighting.Last || uses.IsUnder(sighting))
            return null;
        foreach (int word in (ReadOnlySpan<int>)[sighting.Last, Tree.HeadOf(sighting.First, sighting.Last), sighting.First])
        {
            if (phrases.Known.Titles.Find(phrases.Form(word)) is { } shorter && !phrases.Words.IsVague(phrases.Form(word)))
                return shorter == title || !IsOfRank(title, shorter) ? null : "title:" + KeyOf(word, shorter);
        }

        return null;
    }

    /// <summary>A prime minister or a deputy minister is not "the minister", a vice president not "the president".</summary>
    private static bool IsOfRank(Title title, Title shorter) =>
        shorter.Level == title.Level || title.Name.StartsWith(shorter.Name + " ", StringComparison.Ordinal) || title.Level == TitleLevel.ForeignMinister && shorter.Level == TitleLevel.Minister || title.Level > TitleLevel.Deputy && shorter.Level > TitleLevel.Deputy;

    /// <summary>What makes two mentions of an office one: the office, whatever its form, where it is one of rule; the very word where the data gather many callings under one name.</summary>
    private string KeyOf(Sighting sighting, Title title) => (uses.IsUnder(sighting) ? "under " : "") + KeyOf(sighting.Last, title);

    private string KeyOf(int word, Title title) => NounsAgain.IsGathered(title) ? $"{title.Name}, {phrases.Form(word)}" : title.Name;

    /// <summary>"the ambassador of Norway to the Republic of Chad Jan Blom": the name behind the state that an envoy is sent to; null for none.</summary>
    private Sighting? NameAfterHost(int last)
    {
        int host = phrases.Words.IsDefinite(phrases.Form(last + 2)) ? last + 3 : last + 2;
        return last + 1 < Tree.Count && Tree[last + 1].Pos == PartOfSpeech.Adp && phrases.Signs.At(host) is { Kind: SightingKind.State } state && state.First == host ? phrases.NameAfter(state.Last) : null;
    }

    /// <summary>"Mayor of Odal Karl Beck": the name behind where the office is held; null for none.</summary>
    private Sighting? NameAfterSeat(int last) =>
        phrases.Form(last + 1) == "of" && phrases.Signs.At(last + 2) is { Kind: SightingKind.Place or SightingKind.Name } seat && seat.First == last + 2 ? phrases.NameAfter(seat.Last) : null;

    /// <summary>What an office says of one who is known or not.</summary>
    private void Complete(int entity, Title title, Signs signs)
    {
        // "Senator Karl Beck … Beck, a minister and former colonel": of a church.
        if (!(signs is { IsIndefinite: true, Countries.Count: 0, Body: < 0 } && title.Level == TitleLevel.Minister && Table[entity].Level == TitleLevel.Legislator))
            phrases.People.Complete(entity, phrases.OfficeOf(signs, title), phrases.SectorsOf(signs, title), signs.Country);
        if (signs.Body >= 0)
            phrases.Staff.Note(entity, signs.Body);
    }

    private void WriteWithName(Sighting sighting, Sighting name, Title title, Signs signs)
    {
        int bearer = name.Meant[0];
        phrases.Mark(bearer, sighting);
        if (!uses.IsPostedElsewhere(Table.Find("title:" + KeyOf(sighting, title)), sighting, title, signs))
            descriptions.Identify("title:" + KeyOf(sighting, title), bearer, signs);
        uses.Sit(bearer, sighting, title);
        if (ShorterKey(sighting, title) is { } shorter && Table.Find(shorter) is { } nameless && (Table[nameless].Office is not { } rank || rank == title.Name || shorter.EndsWith(":" + rank, StringComparison.Ordinal)))
            descriptions.Identify(shorter, bearer, signs);
        if (!signs.IsFormer)
        {
            Complete(bearer, title, signs);
            again.Call(bearer, sighting, title);
            uses.House(bearer, title, signs, Tree.HeadOf(signs.Start, name.Last));
        }
        else if (Table[bearer] is { Office: null } once)
        {
            // "former senator Karl Beck, the first senator of the party": over, however it is told again.
            once.Former = title.Name;
        }

        for (int i = sighting.Last + 1; i < name.First; i++)
        {
            // "the secretary of the Nurses' Union, Karl Beck": the union is told of too.
            if (phrases.Signs.At(i) is { } inner && !(inner.Kind == SightingKind.Agent && (phrases.IsHonorific(name.First - 1) || phrases.Form(name.First - 1) == ",")))
                inner.IsWritten = true;
        }

        name.IsWritten = true;
        phrases.People.Speak(name, bearer);
        phrases.Mention(phrases.Range(signs.Start, name.Last), Tree.HeadOf(signs.Start, name.Last), bearer, MentionKind.Name, "mention.title-name");
        if (!signs.IsFormer || NounsAgain.IsGathered(title))
            Move(sighting, title, bearer);
    }

    /// <summary>The person whom the office only describes: "Sergei Lavrov, Russia's top diplomat", "the foreign minister, Sergei Lavrov"; -1 for none.</summary>
    private int Apposed(Sighting sighting, Signs signs, int head)
    {
        int before = phrases.BeforeAge(descriptions.BeforeOwner(phrases.OwnerOf(signs.Start)));
        if (phrases.IsBreak(before) && phrases.NameBefore(before) is { } name && Tree[head].Relation is Relation.Appos or Relation.Conj or Relation.Parataxis or Relation.NmodUnmarked
            && (Tree[head].Relation != Relation.Conj || !IsList(sighting) || IsBare(signs)))
        {
            return name.Meant[0];
        }

        // "leader of the party and speaker of parliament": the second office of one who was just described.
        if (phrases.Words.IsCoordinator(phrases.Form(signs.Start - 1)) && IsBare(signs)
            && phrases.Signs.At(signs.Start - 2) is { Kind: SightingKind.Title, IsPlural: false, Meant.Count: 1 } office && described.Contains(office))
        {
            return office.Meant[0];
        }

        if (descriptions.Beside(signs, head) is >= 0 and var beside)
            return beside;
        if (phrases.IsOfPerson(signs.Start))
            return -1;
        return phrases.Behind.AfterComma(signs.Start, Math.Max(signs.End, sighting.Last), signs.IsDefinite || signs.IsPossessed) is >= 0 and var after ? after : descriptions.Of(sighting, signs);
    }

    /// <summary>A singular office without article is no member of a list of persons.</summary>
    private static bool IsBare(Signs signs) => signs is { IsDefinite: false, IsIndefinite: false, IsPossessed: false };

    private bool IsList(Sighting sighting)
    {
        int after = sighting.Last + 1;
        return phrases.Words.IsCoordinator(phrases.Form(after)) && phrases.Form(after) != ",";
    }

    private (int Entity, string Rule) Alone(Sighting sighting, Title title, Signs signs, int head)
    {
        uses.Serve(sighting, title, signs, head);
        CountryCode country = signs.Country;
        if (signs.IsOrdinal && !signs.IsIndefinite || uses.IsAnyHolder(head))
            return (-1, "");
        if (title.Level > TitleLevel.Deputy && Table.Find("title:" + KeyOf(sighting, title)) is null && again.ByKind(sighting, phrases.Form(sighting.Last), title.Sector, signs) is >= 0 and var called)
            return (called, "mention.title-again");
        if (!country.IsNone && !signs.IsFormer)
        {
            if (signs.Breakaway is not null)
                return (Described(sighting, title, signs, country), "mention.office");

            // "the leader of the Farmers' Party" leads no state.
            bool ofBody = signs.Body >= 0 && title.Level <= TitleLevel.Deputy && Table[signs.Body].Sectors is [Sector.Pty or Sector.Opp or Sector.Reb or Sector.Uaf or Sector.Ngo or Sector.Bus or Sector.Lab, ..];
            if (!signs.IsIndefinite && !uses.IsToBody(sighting, title) && Recent(sighting, title, country) is >= 0 and var recent && !(signs.IsPossessed && Table[recent].Country.IsNone) && (!ofBody || Table[recent].Sectors.Intersect(Table[signs.Body].Sectors).Any()))
                return (recent, "mention.office-again");
            if (!signs.IsIndefinite && !ofBody && !uses.IsUnder(sighting) && phrases.Offices.Holder(country, title) is { } holder)
                return (Table.OfKnown(holder.Index, title), "mention.office");
            if (title.Level == TitleLevel.Official && again.OfSubject(sighting, phrases.Form(sighting.Last), title.Sector, signs, head) is >= 0 and var same)
                return (same, "mention.title-again");
            return (Described(sighting, title, signs, country), "mention.office");
        }

        if (signs.Countries.Count > 1)
            return (-1, "");

        // "the president of the enclave" is not the president of whom the report speaks.
        bool other = signs.IsOfThing && title.Level <= TitleLevel.Minister || NounsAgain.IsGathered(title) && again.HasStranger(sighting) || uses.IsOfOther(sighting, title);
        if (!signs.IsFormer && !signs.IsIndefinite && signs.Body < 0 && !other)
        {
            int teller = uses.TellerAbove(head);
            if (signs.IsDefinite && phrases.Recall.Nearest(spoken => !spoken.IsModifier && spoken.Entity != teller && uses.IsHolder(spoken.Entity, KeyOf(sighting, title)) && phrases.Suits(sighting, spoken.Entity), Window, sighting.First) is >= 0 and var bearer)
                return (uses.OfParagraph(bearer, KeyOf(sighting, title), title, sighting), "mention.title-again");
            if (title.Level <= TitleLevel.Minister && signs.IsDefinite && uses.IsOpen(KeyOf(sighting, title), sighting))
                return (-1, "");
            if (Table.Find("title:" + KeyOf(sighting, title)) is { } before && before != teller && phrases.Suits(sighting, before) && (signs.IsDefinite || phrases.IsSubject(head) && !signs.IsPossessed))
                return (uses.Foremost(KeyOf(sighting, title), before, sighting), "mention.title-again");
            if (signs.IsDefinite && Recent(sighting, title, default) is >= 0 and var recent)
                return (recent, "mention.title-again");
        }

        // "won the election … The president-elect": who was spoken of as the subject last and does not rule yet.
        if (signs.IsDefinite && title.Level > TitleLevel.Deputy && uses.IsElect(sighting)
            && phrases.Recall.Nearest(spoken => spoken.IsSubject && !spoken.IsModifier && spoken.Sentence < phrases.Recall.Sentence && phrases.Suits(sighting, spoken.Entity) && Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false } winner && (winner.IsNamed || winner.Known is not null), 2, sighting.First) is >= 0 and var elect)
            return (elect, "mention.title-again");
        bool over = signs.IsFormer || title.Sector == Sector.Eli;
        int told = over && signs.IsDefinite ? again.PastHolder(sighting) : -1;

        // "The senate removed the premier … The ousted premier".
        if (told < 0 && signs is { IsFormer: true, IsDefinite: true, Countries.Count: 0, Body: < 0 } && phrases.Words.IsDeposed(phrases.Form(sighting.First - 1)))
            told = phrases.Recall.Nearest(spoken => !spoken.IsModifier && uses.IsHolder(spoken.Entity, KeyOf(sighting, title)) && phrases.Suits(sighting, spoken.Entity), Window, sighting.First);
        if (told < 0 && !uses.IsOfOther(sighting, title) && (!over || title.Level > TitleLevel.Deputy))
            told = again.OfSubject(sighting, phrases.Form(sighting.Last), title.Sector, signs, head);
        if (told >= 0)
            return (told, "mention.title-again");

        // "the president" of a report that is plainly about one state.
        bool alone = signs is { IsDefinite: true, IsFormer: false, IsDescribed: false, IsPossessed: false, IsOfUnknown: false, Body: < 0, Sectors.Count: 0 } && !phrases.Words.IsOwnerCase(phrases.Form(sighting.Last + 1));
        if (alone && title.Level <= TitleLevel.Minister && title.Sector == Sector.Gov && phrases.Offices.Holder(phrases.Place.Home, title) is { } ruling)
            return (Table.OfKnown(ruling.Index, title), "mention.office");

        // "shot in the head": whose head or chief it is must be said.
        if (!(sighting.First < sighting.Last && (title.Sector is Sector.Cop or Sector.Mil or Sector.Spy || signs.IsDefinite && title.Sector is Sector.Gov or Sector.Hlh or Sector.Jud)) && phrases.Words.IsVague(phrases.Form(title.Level == TitleLevel.Spokesperson ? head : sighting.Last)) && signs.Body < 0 && signs.Sectors.Count == 0)
            return (-1, "");
        bool lower = char.IsLower(Tree.Text[sighting.Range.Start]) && phrases.Sentence.TokenCount > HeadlineWords;
        if (IsBare(signs) && signs.Body < 0 && (lower || !phrases.IsSubject(head) && Tree[head].Relation is not Relation.OblAgent))
            return (-1, "");
        if (title.Level > TitleLevel.Minister && title.Level is not (TitleLevel.Diplomat or TitleLevel.Spokesperson) && !signs.IsGuest)
        {
            int nameless = Described(sighting, title, signs, phrases.Place.Of(phrases.SectorsOf(signs, title) is [var first, ..] ? first : Sector.Unk, head));
            Table[nameless].IsPlaced |= country.IsNone;
            return (nameless, "mention.office");
        }

        int own = Described(sighting, title, signs, country);
        if (title.Level == TitleLevel.Spokesperson && country.IsNone && Table[own] is { Sectors.IsEmpty: true, Country.IsNone: true } && phrases.Staff.Employer(sighting) is >= 0 and var employer)
            phrases.Staff.Note(own, employer);
        return (own, "mention.office");
    }

    /// <summary>One who holds such an office of the country and was spoken of lately: "the Venezuelan leader"; -1 for none or several.</summary>
    private int Recent(Sighting sighting, Title title, CountryCode country) =>
        phrases.Recall.Nearest(
            spoken => !spoken.IsModifier && phrases.Suits(sighting, spoken.Entity) && uses.IsAlike(sighting, KeyOf(sighting, title), title, spoken.Entity) && Table[spoken.Entity] is { Kind: EntityKind.Person, Level: { } level, IsPlural: false } draft && !uses.IsUnderHolder(spoken.Entity, KeyOf(sighting, title))
                && (country.IsNone || draft.Country == country || draft.Country.IsNone && level == TitleLevel.Diplomat && draft.Sectors.Contains(Sector.Igo) && !uses.IsOfWhose(sighting))
                && (KeyOf(sighting, title) == title.Name && draft.Office == title.Name || phrases.People.Bears(spoken.Entity, KeyOf(sighting, title)) || title.Level == TitleLevel.Diplomat && level == TitleLevel.Diplomat && (phrases.Words.IsWide(title.Name) || draft is { IsNamed: false, Known: null, IsSomebody: false } && !country.IsNone || country.IsNone && draft is { IsNamed: false, Known: null, Office: { } wide } && phrases.Words.IsWide(wide) && spoken.Sentence >= phrases.Recall.Sentence - Window) || draft.Office is { } held && held.StartsWith(title.Name + " of ", StringComparison.Ordinal) && title.Level > TitleLevel.HeadOfGovernment || draft.Known is { } person && person.Offices.Any(office => (office.Title == draft.Office || phrases.Offices.Day is null && title.Sector == Sector.Rel || office.Span.Holds(phrases.Offices.Day)) && phrases.Offices.Names(title, office))
                    || title.Level <= TitleLevel.HeadOfGovernment && level <= TitleLevel.HeadOfGovernment && (title.Level == TitleLevel.HeadOfState && phrases.Words.IsWide(title.Name) || draft.Known is null && draft.Office is null && level == title.Level)),
            30, sighting.First);

    private int Described(Sighting sighting, Title title, Signs signs, CountryCode country)
    {
        if (descriptions.FromHeadline("title:" + KeyOf(sighting, title), signs, sighting) is >= 0 and var announced)
            return announced;
        ImmutableArray<Sector> sectors = WithBody(phrases.SectorsOf(signs, title), signs, country);
        string of = signs.Breakaway is { } breakaway ? breakaway : country.IsNone ? signs.Body >= 0 ? Table[signs.Body].Name : "" : country.ToString();
        of += uses.IsToBody(sighting, title) ? " abroad" : uses.SeatOf(sighting, title) is { } seat ? " in " + seat : phrases.Words.IsPoliceRank(phrases.Form(sighting.Last)) ? " as " + phrases.Form(sighting.Last) : "";
        string word = sighting.Range.Of(Tree.Text).ToLowerInvariant();
        string key = signs.IsIndefinite ? $"{title.Name} at {sighting.First}" : $"{(signs.IsFormer ? "former " : "")}{KeyOf(sighting, title)} of {of}";
        return Table.OfReport(key, new EntityDraft
        {
            Name = phrases.Range(signs.Start, Math.Max(signs.End, sighting.Last)).Of(Tree.Text),
            Kind = EntityKind.Person,
            Country = country,
            Sectors = sectors,
            Office = signs.IsFormer ? null : title.Name,
            Calling = NounsAgain.IsGathered(title) && word != title.Name ? (word, title.Name) : null,
            Level = phrases.LevelOf(signs, title),
            IsSomebody = signs.IsIndefinite,
        });
    }

    /// <summary>Those of an international body belong to it, not to a state.</summary>
    private ImmutableArray<Sector> WithBody(ImmutableArray<Sector> sectors, Signs signs, CountryCode country) =>
        signs.Body >= 0 && country.IsNone && Table[signs.Body].Sectors.Contains(Sector.Igo) && !sectors.Contains(Sector.Igo) ? [.. sectors, Sector.Igo] : sectors;

    private void WriteSeveral(Sighting sighting, Title title, Signs signs, int head)
    {
        if (phrases.IsModifier(head))
            return;
        int mentions = Table.Mentions.Count;
        if (descriptions.Share(sighting, signs, title, phrases.SectorsOf(signs, title)))
        {
            Gather(sighting, mentions);
            return;
        }

        TextRange range = phrases.Range(signs.Start, Math.Max(signs.End, sighting.Last));
        int top = Tree.HeadOf(signs.Start, sighting.Last);
        if (signs.Countries.Count > 1)
        {
            foreach (CountryCode country in signs.Countries)
            {
                int one = twos.Of(country, title);
                phrases.Mention(range, top, one, MentionKind.Nominal, "mention.offices");
            }

            Gather(sighting, mentions);
            return;
        }

        if (signs.Count > 1 && signs.Countries.Count == 0)
        {
            int count = Table.Mentions.Count;
            foreach (int one in twos.Told(sighting, title, signs, top))
                phrases.Mention(range, top, one, MentionKind.Nominal, "mention.the-two");
            // "killed four rebels" is told by its verb.
            bool suffering = Tree.Head(head) is >= 0 and var verb && Tree[verb].Lemma.ToLowerInvariant() is var lemma && (phrases.Words.IsPersonVerb(lemma) || phrases.Words.IsCountVerb(lemma));
            if (signs.IsDefinite || suffering || Table.Mentions.Count > count)
                return;
        }

        // "speakers", "heads": of what must be said.
        if (phrases.Words.IsLoose(phrases.Form(sighting.Last)) && signs is { Countries.Count: 0, Body: < 0, Sectors.Count: 0 })
            return;

        // "researchers in Chad … the researchers".
        string many = "titles:" + phrases.Form(sighting.Last);
        bool bare = signs is { IsDefinite: true, IsDescribed: false, IsPossessed: false, IsMany: false, Count: 0, Countries.Count: 0, Body: < 0, Sectors.Count: 0 } && signs.End == sighting.Last;
        if (bare && several.TryGetValue(many, out List<int>? named))
        {
            foreach (int one in named)
                phrases.Mention(range, top, one, MentionKind.Nominal, "mention.offices");
            return;
        }

        // "The Danish minister met his Finnish colleague. The ministers …".
        if (bare && title.Level <= TitleLevel.Minister && phrases.IsSubject(top) && phrases.Recall.Exactly(2, spoken => twos.IsSuch(spoken, title, phrases.Words.IsWide(title.Name)) ? spoken.Entity : -1, 1, sighting.First) is [var host, var guest] && Table[host].Country != Table[guest].Country && !Table[host].Country.IsNone && !Table[guest].Country.IsNone)
        {
            phrases.Mention(range, top, host, MentionKind.Nominal, "mention.the-two");
            phrases.Mention(range, top, guest, MentionKind.Nominal, "mention.the-two");
            Gather(sighting, mentions);
            return;
        }

        if (signs is { IsDefinite: true, IsDescribed: false, IsPossessed: false, IsMany: false, Countries.Count: 0, Body: < 0, Sectors.Count: 0 } && signs.End == sighting.Last && Table.Find(many) is { } before)
        {
            phrases.Mention(range, top, before, MentionKind.Nominal, "mention.noun-again");
            return;
        }

        string noun = Tree[sighting.Last].Lemma.ToLowerInvariant();
        if (signs is { IsDefinite: true, IsDescribed: false, IsPossessed: false, IsMany: false, Countries.Count: 0, Body: < 0 } && phrases.ToldBy(noun) is >= 0 and var told)
        {
            phrases.Mention(range, top, told, MentionKind.Nominal, "mention.noun-again");
            return;
        }

        CountryCode country1 = signs.Country;
        if (country1.IsNone && signs.Body < 0 && !signs.IsMany && !signs.IsGuest && title.Level != TitleLevel.Diplomat && (title.Level > TitleLevel.Deputy || signs.IsDefinite && !signs.IsDescribed))
            country1 = phrases.Place.Of(title.Sector, head);
        ImmutableArray<Sector> sectors = WithBody(phrases.SectorsOf(signs, title), signs, country1);
        string of = !country1.IsNone ? country1.ToString() : signs.Body >= 0 ? Table[signs.Body].Name : $"nobody at {sighting.First}";
        int group = Table.OfReport($"{title.Name}s of {of}", new EntityDraft
        {
            Name = range.Of(Tree.Text),
            Kind = EntityKind.Group,
            Country = country1,
            Sectors = sectors,
            IsPlural = true,
        });
        Table.Move(many, group);
        phrases.Tell(noun, group);
        phrases.Mention(range, top, group, MentionKind.Nominal, "mention.office-plural");
    }

    /// <summary>Notes those whom an office in the plural was just found to mean: "the foreign ministers, … the ministers".</summary>
    private void Gather(Sighting sighting, int before)
    {
        if (Table.Mentions.Count > before + 1)
            several["titles:" + phrases.Form(sighting.Last)] = [.. Table.Mentions.Skip(before).Select(mention => mention.Entity).Distinct()];
    }
}
