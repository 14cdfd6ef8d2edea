using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Nouns and offices that only describe somebody whom the sentence names elsewhere: lists behind a name, "a man named Karl", "both are professors".</summary>
internal sealed class Descriptions(Phrases phrases)
{
    /// <summary>How many words a description behind a name may have.</summary>
    private const int LongestList = 40;

    /// <summary>How many words may stand aside between two names of a list.</summary>
    private const int LongestAside = 7;

    /// <summary>How many words may tell the field of an office: "foreign affairs".</summary>
    private const int LongestField = 3;

    /// <summary>How many words may stand before a noun that opens a sentence.</summary>
    private const int LongestFront = 4;

    /// <summary>How many words a relative clause between a noun and a name may have.</summary>
    private const int LongestClause = 16;

    private readonly DescribedBeside beside = new(phrases);

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>The person whom a singular noun or office describes though no apposition of the tree says so; -1 for none.</summary>
    public int Of(Sighting sighting, Signs signs)
    {
        int last = Math.Max(signs.End, sighting.Last);
        if ((signs.IsIndefinite || Tree[Math.Min(last + 1, Tree.Count - 1)].Relation is Relation.Acl or Relation.Amod) && Named(last) is >= 0 and var named)
            return named;
        if (AfterClause(sighting, last) is >= 0 and var after)
            return after;
        if (Enclosed(signs.Start, last) is >= 0 and var enclosed)
            return enclosed;
        if (beside.Of(sighting, signs) is >= 0 and var described)
            return described;
        return signs.IsDefinite || signs.IsPossessed ? -1 : Listed(signs.Start);
    }

    /// <summary>"Karl Beck, a driver,", "the driver, Karl Beck": the person named or told of beside a noun that describes one; -1 for none.</summary>
    public int Apposed(Sighting sighting, Signs signs, int head)
    {
        int before = phrases.BeforeAge(signs.Start);

        // "Karl Beck, her uncle".
        if (before > phrases.Sentence.FirstToken && Tree[before].Relation == Relation.NmodPoss && Tree[before].Pos == PartOfSpeech.Pron)
            before = phrases.BeforeAge(before);
        if (phrases.IsBreak(before) && !phrases.Words.IsWhose(phrases.Form(before + 1)) && (Tree[head].Relation == Relation.Appos || signs.IsPossessed && phrases.Words.IsKin(phrases.Form(sighting.Last))) && phrases.NameBefore(before) is { } name)
        {
            return name.Meant[0];
        }

        if (Beside(signs, head) is >= 0 and var beside)
            return beside;
        if (phrases.IsOfPerson(signs.Start))
            return -1;
        return phrases.Behind.AfterComma(signs.Start, Math.Max(signs.End, sighting.Last), signs.IsDefinite || signs.IsPossessed) is >= 0 and var after && phrases.Suits(sighting, after) ? after : Of(sighting, signs);
    }

    /// <summary>"Her brother, a priest, said": the nameless one before the comma; -1 for none.</summary>
    public int Beside(Signs signs, int head)
    {
        int comma = phrases.BeforeAge(signs.Start);
        return signs.IsIndefinite && phrases.IsBreak(comma) && Tree[head].Relation == Relation.Appos && phrases.Signs.At(comma - 1) is { Kind: SightingKind.Agent or SightingKind.Title, IsPlural: false, Meant: [var before] } noun
            && Tree.Head(head) >= noun.First && Tree.Head(head) <= noun.Last && Table[before] is { Kind: EntityKind.Person, IsPlural: false } ? before : -1;
    }

    /// <summary>"a man named Karl".</summary>
    private int Named(int last) =>
        phrases.Words.IsNamingVerb(phrases.Form(last + 1)) && phrases.PersonAt(last + 2) is { } name ? name.Meant[0] : -1;

    /// <summary>"the driver who was hurt, Karl Beck, said", "a driver waiting at the border, Dr Karl Beck, said", "a pilot hurt in May, the Dane Karl Beck, said".</summary>
    private int AfterClause(Sighting sighting, int last)
    {
        int head = Tree.HeadOf(sighting.First, sighting.Last);
        bool reduced = last + 1 < phrases.Sentence.EndToken && Tree[last + 1] is { Pos: PartOfSpeech.Verb, Relation: Relation.Acl } && Tree.Head(last + 1) == head;
        if (!reduced && phrases.Form(last + 1) is not ("who" or "that") || !phrases.IsSubject(head))
            return -1;
        int comma = EndOfClause(last + 1);
        return phrases.Form(comma) == "," && NameIn(comma + 1) is { } name && name.First < name.Last && phrases.Form(name.Last + 1) == "," && phrases.IsFinite(name.Last + 2) && phrases.Suits(sighting, name.Meant[0]) ? name.Meant[0] : -1;
    }

    /// <summary>"the Dane Karl Beck", "Dr Karl Beck", "Turkish citizen Karl Beck": the name that a phrase ends in; null for none.</summary>
    private Sighting? NameIn(int start)
    {
        for (int i = start; i < start + LongestFront + 2 && i < phrases.Sentence.EndToken; i++)
        {
            if (phrases.PersonAt(i) is { } name)
                return name.First == i ? name : null;
            switch (phrases.Signs.At(i))
            {
                case { Kind: SightingKind.Title or SightingKind.Agent or SightingKind.State, IsPlural: false } described:
                    i = described.Last;
                    break;
                case null when phrases.IsHonorific(i) || phrases.Form(i) is "." or "the" || Tree[i].Pos is PartOfSpeech.Adj or PartOfSpeech.Noun:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>"Karl Beck, Anna's brother, said": between the commas behind a subject.</summary>
    private int Enclosed(int start, int last)
    {
        int before = phrases.BeforeAge(start);
        int end = phrases.Form(last + 1) == "who" ? EndOfClause(last + 1) : last + 1;
        return phrases.IsBreak(before) && phrases.Form(end) is "," or "—" or "–" or ")" && phrases.IsFinite(end + 1) && phrases.NameBefore(before) is { } name && name.First < name.Last
            && (phrases.Form(name.First - 1) is not ("," or "and") && (phrases.IsSubject(Tree.HeadOf(name.First, name.Last)) || name.First == phrases.Sentence.FirstToken)
                || phrases.Form(name.First - 1) == "," && phrases.Signs.At(name.First - 2) is { Meant: [var described] } && described == name.Meant[0]) ? name.Meant[0] : -1;
    }

    /// <summary>"The firm which built it, Norvia,": where a relative clause behind a noun ends; the noun for none.</summary>
    public int EndOfRelative(int last) =>
        Tree.Is(phrases.Form(last + 1), WordFunction.Relative) && EndOfClause(last + 1) is var comma && comma > last + 1 ? comma - 1 : last;

    /// <summary>"Ana Roux, our consul", "Ana Roux, its foreign affairs spokeswoman": where a phrase begins that belongs to a pronoun.</summary>
    public int BeforeOwner(int start)
    {
        int owner = start - 1;
        while (owner > phrases.Sentence.FirstToken && start - owner <= LongestField && phrases.Signs.At(owner) is null && Tree[owner] is { Relation: Relation.Compound or Relation.Amod, Pos: PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Propn })
            owner--;
        return owner > phrases.Sentence.FirstToken && Tree[owner] is { Relation: Relation.NmodPoss, Pos: PartOfSpeech.Pron or PartOfSpeech.Det } && phrases.IsBreak(owner - 1) ? owner : start;
    }

    /// <summary>"Ghana, Togo's former ruler,": a noun or office that describes a state; false for one that means somebody else.</summary>
    public bool IsOfState(Sighting sighting)
    {
        int head = Tree.HeadOf(sighting.First, sighting.Last);
        if (sighting.IsPlural || Tree[head].Relation != Relation.Appos || Tree.Head(head) is not (>= 0 and var state) || state > sighting.First || Tree.Case(state) is not ("" or "by" or "to" or "with" or "of" or "from" or "against")
            || phrases.Recall.Back(0).Where(spoken => spoken.Token == state && !spoken.IsModifier).Select(static spoken => spoken.Entity).ToArray() is not [var only] || Table[only].Kind != EntityKind.State || phrases.NameAfter(sighting.Last) is not null)
            return false;
        Signs signs = phrases.Signs.Read(sighting);
        int end = Math.Max(signs.End, sighting.Last);
        int before = phrases.BeforeAge(BeforeOwner(phrases.OwnerOf(signs.Start)));
        if (!(signs.IsIndefinite || signs.IsDefinite || signs.IsPossessed) || signs.Countries.Contains(Table[only].Country) || before != state + 1 || !phrases.IsBreak(before) || phrases.PersonAt(end + 2) is not null)
            return false;
        sighting.Meant.Add(only);
        phrases.Mention(phrases.Range(signs.Start, end), Tree.HeadOf(signs.Start, sighting.Last), only, MentionKind.Nominal, "mention.apposition");
        return true;
    }

    /// <summary>The comma that ends a relative clause; its first word where that is too long.</summary>
    private int EndOfClause(int start)
    {
        int comma = start + 1;
        while (phrases.Form(comma) is not ("," or "") && comma - start < LongestClause)
            comma++;
        return phrases.Form(comma) == "," ? comma : start;
    }

    /// <summary>"Karl Beck, a veteran, farmer and candidate, said": all that stands between the name and its verb, where a comma ends the list.</summary>
    private int Listed(int start)
    {
        int end = start;
        while (end < phrases.Sentence.EndToken && !(phrases.IsFinite(end) && phrases.Form(end - 1) is "," or "—" or "–") && end - start < LongestList)
            end++;
        if (end - start == LongestList || !phrases.IsFinite(end))
            return -1;
        for (int i = start - 1; i > phrases.Sentence.FirstToken && start - i < LongestList; i--)
        {
            if (phrases.IsBreak(i) && phrases.PersonAt(i - 1) is { } name)
            {
                int head = Tree.HeadOf(name.First, name.Last);
                return (phrases.Form(i + 1) is "a" or "an" || phrases.Known.PhraseWords.Of(phrases.Form(i + 1)) == PhraseWordKind.Former) && (phrases.IsSubject(head) || name.First == phrases.Sentence.FirstToken) && (name.First == phrases.Sentence.FirstToken || phrases.Form(name.First - 1) is not ("," or "and")) ? name.Meant[0] : -1;
            }

            bool inner = Tree[i].Pos is PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Det or PartOfSpeech.Adv or PartOfSpeech.Num or PartOfSpeech.Cconj or PartOfSpeech.Punct or PartOfSpeech.Adp
                || Tree[i].Pos == PartOfSpeech.Verb && Tree[i - 1].Pos == PartOfSpeech.Noun && Tree[i + 1].Pos == PartOfSpeech.Noun
                || Tree[i].Pos == PartOfSpeech.Propn && phrases.Signs.At(i) is null || phrases.Signs.At(i) is { Kind: not (SightingKind.Person or SightingKind.Name) };
            if (!inner || phrases.Signs.At(i) is { IsPlural: true })
                return -1;
        }

        return -1;
    }

    /// <summary>"The judges, Karl Beck and Ana Roux,", "Senators Karl Beck and Ana Roux": each of those who are named behind is one.</summary>
    /// <returns>Whether the names stand right behind, so that the noun means nobody else.</returns>
    public bool Share(Sighting sighting, Signs signs, Title? title, ImmutableArray<Sector> sectors)
    {
        OneOf(signs, title, sectors);
        int at = Math.Max(signs.End, sighting.Last) + 1;
        bool direct = !phrases.IsBreak(at) && signs is { IsDefinite: false, Count: 0 };
        int start = direct ? at : at + 1;
        if (!direct && !phrases.IsBreak(at) || phrases.PersonAt(start) is not { } first || first.First != start || first.First == first.Last && sectors is not [Sector.Cvl])
            return false;
        var named = new List<int>();
        int end;
        for (at = first.First; phrases.PersonAt(at) is { } one && one.First == at; at = end + 2)
        {
            named.Add(one.Meant[0]);

            // "Senators Karl Beck of Odal and Ana Roux of Lom".
            end = phrases.Words.IsOwnerCase(phrases.Form(one.Last + 1)) && phrases.Signs.At(one.Last + 2) is { Kind: SightingKind.Place or SightingKind.State or SightingKind.Name } seat ? seat.Last : one.Last;
            end = AfterAside(end);
            if (phrases.Form(end + 1) != "," && !phrases.Words.IsCoordinator(phrases.Form(end + 1)))
                break;
            if (phrases.Form(end + 1) == "," && phrases.Words.IsCoordinator(phrases.Form(end + 2)))
                end++;
        }

        if (named.Count < 2)
            return false;
        foreach (int person in named)
        {
            if (phrases.Table[person].Known is null)
                phrases.People.Complete(person, title, sectors, signs.Country);
        }

        if (!direct && !(signs.Count == named.Count || signs.Count == 0 && (signs.IsDefinite || signs.IsPossessed)))
            return false;
        TextRange range = phrases.Range(signs.Start, Math.Max(signs.End, sighting.Last));
        foreach (int person in direct ? [] : named)
            phrases.Mention(range, Tree.HeadOf(signs.Start, sighting.Last), person, MentionKind.Nominal, "mention.apposition");
        return true;
    }

    /// <summary>"Karl Beck, one of two Danish engineers who were held": the one named before the comma is one of those.</summary>
    private void OneOf(Signs signs, Title? title, ImmutableArray<Sector> sectors)
    {
        int of = signs.Start - 1;
        while (of > phrases.Sentence.FirstToken + 2 && signs.Start - of < LongestFront && phrases.Form(of) != "of")
            of--;
        if (phrases.Form(of) == "of" && phrases.Words.IsOne(phrases.Form(of - 1)) && phrases.IsBreak(of - 2) && phrases.NameBefore(of - 2) is { Meant: [var person] } && Table[person].Known is null)
            phrases.People.Complete(person, title, sectors, signs.Country);
    }

    /// <summary>"Karl Beck, in 1972, and Ana Roux": where what stands aside behind a name ends, before its comma; the end of the name for none.</summary>
    private int AfterAside(int end)
    {
        if (phrases.Form(end + 1) != "," || Tree[Math.Min(end + 2, Tree.Count - 1)].Pos is not (PartOfSpeech.Adp or PartOfSpeech.Num))
            return end;
        for (int i = end + 3; i < end + LongestAside; i++)
        {
            if (phrases.Form(i) == "," || phrases.Words.IsCoordinator(phrases.Form(i)))
                return i - 1;
        }

        return end;
    }

    /// <summary>"Both are professors", "she is a candidate": what a sentence says of its subject, for persons of whom nothing is known yet.</summary>
    public void Tell(int head, Title? title, ImmutableArray<Sector> sectors, CountryCode country)
    {
        int copula = Tree.Child(head, Relation.Cop);
        if (copula < 0 || Tree[copula].Morphology.HasFlag(Morphology.Past) || Tree.Has(head, Relation.Aux))
            return;
        if (phrases.IsNegated(head) || Tree.Child(head, Relation.Nsubj) is not (>= 0 and var subject))
            return;
        if (phrases.Form(subject) == "who" && Tree[head].Relation == Relation.AclRelcl)
            subject = Tree.Head(head);
        foreach (int entity in phrases.MeantBy(subject))
        {
            if (phrases.Table[entity] is { Kind: EntityKind.Person, Known: null, IsPlural: false })
                phrases.People.Complete(entity, title, sectors, country);
        }
    }

    /// <summary>"is serving as the mayor": the one person who does so now; -1 for none.</summary>
    public int Holder(int head)
    {
        if (Tree.Case(head) != "as" || Tree.Head(head) is not (>= 0 and var verb) || !phrases.Words.IsHolding(Tree[verb].Lemma.ToLowerInvariant()) || Tree[verb].Morphology.HasFlag(Morphology.Past) && !Tree.Has(verb, Relation.Aux))
            return -1;
        foreach (int child in Tree.Children(verb))
        {
            // "has served as mayor and governor": once, unless it tells since when.
            if (Tree[child].Relation is Relation.Aux && (Tree[child].Morphology.HasFlag(Morphology.Past) || Tree[verb].Morphology.HasFlag(Morphology.Past) && !Tree[verb].Morphology.HasFlag(Morphology.Gerund) && !IsSince(verb)) || phrases.Form(child) is "not" or "never" or "will" or "would" or "once" or "previously" or "formerly")
                return -1;
        }

        return phrases.Doer(verb);
    }

    private bool IsSince(int verb)
    {
        for (int i = verb + 1; i < phrases.Sentence.EndToken; i++)
        {
            if (phrases.Form(i) is "since" or "for")
                return true;
        }

        return false;
    }

    /// <summary>"A teacher was held … the teacher, Karl Beck": whoever was spoken of by the noun alone, in a headline too, gets the name.</summary>
    /// <param name="key">Under which the table has the nameless one.</param>
    /// <param name="person">The one who is named now.</param>
    /// <param name="signs">What stands beside the noun.</param>
    public void Identify(string key, int person, Signs signs)
    {
        if (phrases.Table.Find(key) is not { } nameless || nameless == person)
            return;
        EntityDraft draft = phrases.Table[nameless];
        bool headline = phrases.Recall.Sentence > 0 && phrases.Recall.Sentence < 3 && phrases.Recall.Back(phrases.Recall.Sentence).LastOrDefault(spoken => spoken.Entity == nameless) is { Sentence: 0 } first && first.Entity == nameless;

        // "quarrelled with the finance minister … Finance Minister Karl Beck".
        bool bare = signs is { IsDefinite: false, IsIndefinite: false, IsPossessed: false, IsFormer: false } && !draft.IsSomebody && draft.Office is { } rank && phrases.Known.Titles.Find(rank) is var office && (office is null || !NounsAgain.IsGathered(office));
        if (draft is not { Kind: EntityKind.Person, Known: null, IsPlural: false, IsNamed: false } || !(signs.IsDefinite && !signs.IsPossessed || headline || bare))
            return;
        // "the president of the Security Council … President Karl Beck": of a body, not of a state.
        if (draft.Sectors.Contains(Sector.Igo) != phrases.Table[person].Sectors.Contains(Sector.Igo) && !draft.Sectors.IsEmpty && !phrases.Table[person].Sectors.IsEmpty)
            return;
        if (!draft.IsPlaced && !draft.Country.IsNone && !phrases.Table[person].Country.IsNone && draft.Country != phrases.Table[person].Country)
            return;
        // "the Chinese ambassador … the Danish ambassador, Karl Beck".
        if (!draft.IsPlaced && !draft.Country.IsNone && !signs.Country.IsNone && draft.Country != signs.Country)
            return;
        if (OfficeUses.IsOfAnother(phrases, draft.Name, signs.Start))
            return;
        phrases.Table.Merge(nameless, person);
        phrases.Recall.Replace(nameless, person);
    }

    /// <summary>"A former soldier who served abroad, he has …": the noun only describes whom the pronoun means.</summary>
    public bool IsFronted(Sighting sighting, Signs signs)
    {
        if (signs.IsDefinite || signs.IsPossessed || sighting.First > phrases.Sentence.FirstToken + LongestFront)
            return false;
        for (int i = sighting.Last + 1; i < phrases.Sentence.EndToken && i - sighting.Last < LongestList; i++)
        {
            if (phrases.Form(i) == "," && (phrases.Words.IsHe(phrases.Form(i + 1)) || phrases.Words.IsShe(phrases.Form(i + 1))))
                return phrases.IsSubject(i + 1) && Tree.Head(i + 1) is >= 0 and var verb && Tree[verb].Relation == Relation.Root && Tree.Head(Tree.HeadOf(sighting.First, sighting.Last)) is var over && (over < 0 || !phrases.IsSubject(Tree.HeadOf(sighting.First, sighting.Last)) || over == verb);
        }

        return false;
    }

    /// <summary>"Diver dies … A Danish diver died": whom a headline spoke of by the same noun; -1 for nobody.</summary>
    public int FromHeadline(string key, Signs signs, Sighting sighting)
    {
        if (!signs.IsIndefinite || phrases.Recall.Sentence is 0 or > 2)
            return -1;

        // "A teacher was shot. A teacher was hurt": in one paragraph none is the headline of the other.
        if (phrases.Tree.Parsed.Sentences[0].Block == phrases.Sentence.Block)
            return -1;
        if (phrases.Table.Find(key) is not { } nameless)
            return OfHeadline(sighting);
        EntityDraft draft = phrases.Table[nameless];
        bool body = draft.Kind == EntityKind.Organization && char.IsLower(draft.Name[draft.Name.LastIndexOf(' ') + 1]);
        if (draft is not { Known: null, IsNamed: false, IsPlural: false } || draft.Kind != EntityKind.Person && !body || phrases.Recall.Back(phrases.Recall.Sentence - 1).Any(spoken => spoken.Entity == nameless))
            return -1;
        if (!draft.Country.IsNone && !signs.Country.IsNone && draft.Country != signs.Country)
            return -1;
        if (draft.Country.IsNone)
            draft.Country = signs.Country;
        return nameless;
    }

    /// <summary>"Woman held over theft … A teacher was held": of whom a headline says no more than that, where the lead begins with one alone; -1 for none.</summary>
    private int OfHeadline(Sighting sighting)
    {
        int head = Tree.HeadOf(sighting.First, sighting.Last);
        if (phrases.Recall.Sentence != 1 || sighting.IsPlural || !phrases.IsSubject(head) || Tree.Head(head) is not (>= 0 and var verb) || Tree[verb].Relation != Relation.Root)
            return -1;
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(1))
        {
            if (Table[spoken.Entity] is not { Kind: EntityKind.Person, IsPlural: false } draft || spoken.Entity == only)
                continue;
            if (only >= 0 || spoken.Sentence > 0 || draft is not { IsNamed: false, Known: null, Office: null } || !phrases.Words.IsGeneric(draft.Name.ToLowerInvariant()) || !phrases.Suits(sighting, spoken.Entity))
                return -1;
            only = spoken.Entity;
        }

        return only;
    }

    /// <summary>"party leader and prime minister Karl Beck": two offices of one person; -1 for none.</summary>
    public int Shared(Sighting sighting, Signs signs)
    {
        int link = Math.Max(signs.End, sighting.Last) + 1;
        if (signs.IsIndefinite || signs.IsDefinite && !signs.IsPossessed || !phrases.Words.IsCoordinator(phrases.Form(link)))
            return -1;
        if (phrases.Form(link) == "," && LinkOfList(link) is var closing && (link = closing) < 0)
            return -1;
        for (int i = link + 1; i < phrases.Sentence.EndToken && i - link < 9; i++)
        {
            switch (phrases.Signs.At(i))
            {
                case { Kind: SightingKind.Title, IsPlural: false } office when phrases.NameAfter(office.Last) is { Meant.Count: > 0 } name:
                    CountryCode other = phrases.Signs.Read(office).Country;
                    return phrases.Table[name.Meant[0]].Kind == EntityKind.Person && (other.IsNone || signs.Country.IsNone || other == signs.Country) ? name.Meant[0] : -1;
                case { Kind: SightingKind.Agent, IsPlural: false } noun when phrases.Known.Agents[noun.Index].Kind == EntityKind.Person && phrases.NameAfter(noun.Last) is { Meant.Count: > 0 } name:
                    return phrases.Table[name.Meant[0]].Kind == EntityKind.Person ? name.Meant[0] : -1;
                case { Kind: SightingKind.Title or SightingKind.Agent or SightingKind.State or SightingKind.Body or SightingKind.Place } part:
                    i = part.Last;
                    continue;
                case null when Tree[i].Pos is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn && phrases.Form(i) is not ("a" or "an" or "the") || phrases.Form(i) == "of":
                    continue;
                default:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>"actor, singer and clown Karl Beck": the link before the last of several nouns for one person; -1 where others may be meant.</summary>
    private int LinkOfList(int comma)
    {
        int at = comma + 1;
        while (at < phrases.Sentence.EndToken && at - comma < LongestList)
        {
            if (phrases.Words.IsCoordinator(phrases.Form(at)) && phrases.Form(at) != ",")
                return at;
            if (phrases.Signs.At(at) is { } noun)
            {
                bool person = noun is { Kind: SightingKind.Agent, IsPlural: false } && phrases.Known.Agents[noun.Index].Kind == EntityKind.Person || noun is { Kind: SightingKind.Title, IsPlural: false };
                if (!person || phrases.NameAfter(noun.Last) is not null)
                    return -1;
                at = noun.Last + 1;
            }
            else if (phrases.Form(at) == "," || Tree[at].Pos is PartOfSpeech.Adj or PartOfSpeech.Noun)
            {
                at++;
            }
            else
            {
                return -1;
            }
        }

        return -1;
    }
}
