using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// Persons whom a report tells of first without a name and then by it: "a diver died … Karl Beck, 52, had". A full name that comes up with nothing to say
/// whose it is belongs to somebody told of before.
/// </summary>
internal sealed class Introductions(Phrases phrases)
{
    /// <summary>How many sentences of a report may stand before the name of whoever its first ones tell of.</summary>
    private const int LastIntroduction = 6;

    /// <summary>How many sentences tell the news of a report.</summary>
    private const int News = 1;

    /// <summary>How many sentences back somebody nameless may stand.</summary>
    private const int Window = 2;

    /// <summary>How many sentences back whoever is described again may stand.</summary>
    private const int Reach = 3;

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>Gives the first name of a report that nothing explains to the nameless one that it must mean.</summary>
    public void Introduce(Sighting name)
    {
        if (name.Meant is not [var person] || name.First == name.Last || Table.Count(person) != 1 || Table[person].Kind != EntityKind.Person || phrases.Quotes.At(name.First) > 0)
            return;
        bool aged = phrases.Form(name.Last + 1) == "," && Tree[Math.Min(name.Last + 2, Tree.Count - 1)].Pos == PartOfSpeech.Num && phrases.Form(name.Last + 3) == ",";
        bool early = phrases.Recall.Sentence <= LastIntroduction;
        if (early && aged && name.First == phrases.Sentence.FirstToken && OfNews(person) is >= 0 and var diver)
        {
            Become(diver, person);
            return;
        }

        int head = Tree.HeadOf(name.First, name.Last);
        if (!aged && IsExplained(name) || Tree.Head(head) is not (>= 0 and var verb) || Tree[verb].Pos != PartOfSpeech.Verb)
            return;
        // "elected Karl Beck president": who he is stands behind his name.
        if (Tree[head].Relation == Relation.Obj && Tree.Child(verb, Relation.Xcomp) is var office && office > name.Last && office <= name.Last + 2)
            return;
        int nameless = phrases.IsTelling(head) ? Teller(person)
            : early && Tree[head].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj or Relation.OblAgent ? Topic(person)
            : -1;

        // "Chad's top diplomat said so. Karl Beck spoke at a news conference": whom the data know as one of that state.
        if (nameless < 0 && !phrases.IsTelling(head) && Table[person] is { Known: not null, Country.IsNone: false } known && Teller(person) is >= 0 and var holder && Table[holder].Country == known.Country && Table[holder].Level <= TitleLevel.Minister)
            nameless = holder;
        if (nameless >= 0)
            Become(nameless, person);
    }

    /// <summary>Whether the words beside a name say who its bearer is: "a farmer", "of the Red Cross", one of several.</summary>
    private bool IsExplained(Sighting name)
    {
        if (phrases.Words.NameWord(phrases.Form(name.Last)) is not null || phrases.Words.IsBirth(phrases.Form(name.First - 1)) || phrases.Form(name.First - 1) is "," or "'s" or "’s" or "-" or "(" or "&" || phrases.Words.IsCoordinator(phrases.Form(name.First - 1)) || phrases.Words.IsCoordinator(phrases.Form(name.Last + 1)) && phrases.Form(name.Last + 1) != ",")
            return true;
        if (name.First > phrases.Sentence.FirstToken && (phrases.Signs.At(name.First - 1) is not null || Tree[name.First - 1].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj))
            return true;
        string after = phrases.Form(name.Last + 1);
        if (after is "(" or "–" or "—" or "-" or "'s" or "’s" || phrases.Words.IsOwnerCase(after) && Tree[name.Last + 1].Relation == Relation.Case && Tree.Head(name.Last + 1) is var noun && noun >= 0 && Tree.Head(noun) is var over && over >= name.First && over <= name.Last)
            return true;

        // "Karl Beck, who fled in May,"; whoever lives next door is described.
        if (after == "," && phrases.Form(name.Last + 2) == "who")
            return !(name.Last + 3 < phrases.Sentence.EndToken && Tree[name.Last + 3].Morphology.HasFlag(Morphology.Past));
        return after == "," && (!phrases.IsFinite(name.Last + 2) || name.Last + 2 < Tree.Count && Tree[name.Last + 2].Relation == Relation.Acl);
    }

    /// <summary>"A Danish diver died … Karl Beck, 52, …": the only nameless person of the report so far, or of several the only one who did something, or to whom it was done; -1 for none.</summary>
    private int OfNews(int person)
    {
        var all = new HashSet<int>();
        var sides = new HashSet<int>();
        foreach (Spoken spoken in phrases.Recall.Back(phrases.Recall.Sentence))
        {
            if (spoken.IsModifier || spoken.Entity == person || Table[spoken.Entity] is not { Kind: EntityKind.Person, IsPlural: false } draft || spoken.Sentence > 0 && IsPullQuote(Tree.Parsed.Sentences[spoken.Sentence]))
                continue;
            if (draft.IsNamed || draft.Known is not null)
                return -1;
            all.Add(spoken.Entity);
            if (IsSide(spoken.Token))
                sides.Add(spoken.Entity);
        }

        return all.Count == 1 ? all.Single() : sides.Count == 1 ? sides.Single() : -1;
    }

    /// <summary>What stands large between two paragraphs.</summary>
    private bool IsPullQuote(Sentence sentence) => sentence.Block >= 0 && Tree.Parsed.Document.Body[sentence.Block].Kind != BlockKind.Paragraph;

    private bool IsSide(int token) =>
        Tree[token].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj && Tree.Head(token) is >= 0 and var verb && Tree[verb].Relation == Relation.Root;

    /// <summary>"A spokesman said so. '…,' Karl Beck said": the nameless one who spoke last, where nobody with a name did since; -1 for none.</summary>
    private int Teller(int person)
    {
        foreach (Spoken spoken in phrases.Recall.Back(Window))
        {
            if (spoken.Sentence == phrases.Recall.Sentence || spoken.IsModifier || !phrases.IsTelling(spoken.Token) || Table[spoken.Entity] is not { Kind: EntityKind.Person, IsPlural: false })
                continue;
            return CanBe(spoken.Entity, person) ? spoken.Entity : -1;
        }

        return -1;
    }

    /// <summary>The only nameless one of the sentence before, else of the news, who did something or to whom it was done; -1 for none or several.</summary>
    private int Topic(int person)
    {
        var all = new List<Spoken>();
        foreach (Spoken spoken in phrases.Recall.Back(phrases.Recall.Sentence))
        {
            if (spoken.Sentence == phrases.Recall.Sentence || spoken.Sentence > News && spoken.Sentence < phrases.Recall.Sentence - Window || spoken.IsModifier)
                continue;

            // "the secretary of state" of long before is whoever holds the office.
            bool lately = spoken.Sentence >= phrases.Recall.Sentence - Window;
            if (Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false, IsNamed: false, Known: null } draft && (lately || draft.Office is null || draft.IsSomebody) && IsOne(spoken.Token) && Tree[spoken.Token].Relation != Relation.NmodPoss && !phrases.IsTelling(spoken.Token) && phrases.Quotes.At(spoken.Token) == 0)
                all.Add(spoken);
        }

        int[] near = [.. all.Where(spoken => spoken.Sentence == phrases.Recall.Sentence - 1 && Tree[spoken.Token].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj).Select(static spoken => spoken.Entity).Distinct()];
        if (near.Length != 1)
            near = [.. all.Select(static spoken => spoken.Entity).Distinct()];
        return near is [var only] && CanBe(only, person) ? only : -1;
    }

    /// <summary>Not "every candidate" or "no driver", nobody in particular, nor "his brother", who is somebody beside another.</summary>
    private bool IsOne(int token) =>
        !(phrases.Words.IsKin(phrases.Form(token, true)) && Tree.Has(token, Relation.NmodPoss)) && (Tree.Child(token, Relation.Det) is not (>= 0 and var article) || phrases.Words.IsDefinite(phrases.Form(article, true)) || phrases.Form(article, true) is "a" or "an");

    /// <summary>Whether nothing told of a nameless one speaks against the bearer of a name.</summary>
    private bool CanBe(int nameless, int person, bool introduced = true)
    {
        EntityDraft draft = Table[nameless];
        EntityDraft named = Table[person];
        if (draft is not { Kind: EntityKind.Person, Known: null, IsNamed: false, IsPlural: false } || nameless == person)
            return false;
        if (!draft.IsPlaced && !draft.Country.IsNone && !named.Country.IsNone && draft.Country != named.Country)
            return false;
        if (phrases.GenderOf(draft) is var one && one != Gender.Unknown && phrases.GenderOf(named) is var other && other != Gender.Unknown && one != other)
            return false;

        // Whom the data know needs no introduction, unless by the very office.
        return !introduced || named.Known is null || draft.Office is not null && draft.Country == named.Country && (named.Office is null || named.Office == draft.Office);
    }

    /// <summary>"A Danish diver died … The man, Karl Beck, …": the only nameless person spoken of before gets the name, in the headline too.</summary>
    public void IdentifyOnly(Sighting sighting, string said, int person)
    {
        string? kind = phrases.Words.AgainOf(said);
        if (kind is null && !phrases.Words.IsGeneric(said))
            return;
        var all = new List<Spoken>();
        foreach (Spoken spoken in phrases.Recall.Back(Reach, sighting.First))
        {
            if (spoken.Entity == person || Table[spoken.Entity] is not { Kind: EntityKind.Person, IsPlural: false, IsNamed: false, Known: null } draft)
                continue;

            // "A policeman was hurt … The officer, Karl Beck, …".
            if (kind is not null && phrases.Words.AgainOf(draft.Office ?? LastWord(draft.Name)) != kind)
                continue;
            if (kind is null && draft.Office is not null)
                return;
            all.Add(spoken);
        }

        if (all.Count == 0)
            return;
        int nameless = all[0].Entity;
        if (all.Exists(spoken => spoken.Entity != nameless && (spoken.Sentence > 0 || spoken.Sentence == all[0].Sentence)))
        {
            // "A court jailed a father for the death of his son. The man, Karl Beck, …".
            int[] sides = [.. all.Where(spoken => spoken.Sentence == all[0].Sentence && IsSide(spoken.Token) && phrases.Suits(sighting, spoken.Entity)).Select(static spoken => spoken.Entity).Distinct()];
            if (sides is not [var only])
                return;
            nameless = only;
        }

        if (!phrases.Suits(sighting, nameless))
            return;
        string noun = LastWord(Table[nameless].Name);
        foreach (Spoken spoken in phrases.Recall.Back(Reach, sighting.First).ToArray())
        {
            if (spoken.Entity == nameless || kind is null && Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false, IsNamed: false, Known: null } other && LastWord(other.Name) == noun)
                Become(spoken.Entity, person);
        }
    }

    /// <summary>"The defence minister was sacked … The outgoing minister, Karl Beck, …": the only nameless holder of such an office gets the name.</summary>
    public void IdentifyHolder(string said, Title title, int person, Signs signs)
    {
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(Reach))
        {
            if (spoken.IsModifier || spoken.Entity == person || spoken.Entity == only || Table[spoken.Entity] is not { Kind: EntityKind.Person, IsPlural: false, IsNamed: false, Known: null, Office: { } office } draft)
                continue;
            if (office != title.Name && !(phrases.Words.IsMission(office) && phrases.Words.IsMission(title.Name)) && !(title.Name == said && LastWord(draft.Name) == said) && !(office.StartsWith(title.Name + " of ", StringComparison.Ordinal) && Tree[spoken.Token].Relation != Relation.Nmod))
                continue;
            if (only >= 0)
                return;
            only = spoken.Entity;
        }

        if (only >= 0 && !OfficeUses.IsOfAnother(phrases, Table[only].Name, signs.Start) && (signs.Country.IsNone || Table[only].Country.IsNone || Table[only].IsPlaced || signs.Country == Table[only].Country) && (Table[person].Known is null || Table[only].Country == Table[person].Country) && CanBe(only, person, false))
            Become(only, person);
    }

    /// <summary>"Norwegian minister quits … Karl Beck, the trade minister, …": whoever a headline calls by an office is the only named one of the report who holds such a one of that state.</summary>
    public void IdentifyHeadline()
    {
        if (Tree.Parsed.Sentences.Length < 2 || Tree.Parsed.Sentences[0].Block == Tree.Parsed.Sentences[1].Block)
            return;
        IdentifyBody();
        HashSet<int> later = [];
        HashSet<int> nameless = [];
        foreach (EntityMention mention in Table.Mentions)
        {
            int entity = Table.Now(mention.Entity);
            if (Tree.SentenceOf(mention.HeadToken) > 0)
                later.Add(entity);
            else if (Table[entity] is { Kind: EntityKind.Person, Known: null, IsNamed: false, IsPlural: false, Office: not null, Level: not null, Country.IsNone: false })
                nameless.Add(entity);
        }

        foreach (int one in nameless)
        {
            EntityDraft draft = Table[one];
            int[] able = [.. later.Where(other => other != one && Table[other] is { Kind: EntityKind.Person, IsPlural: false, Office: not null } named && (named.IsNamed || named.Known is not null)
                && named.Country == draft.Country && (named.Level == draft.Level || named.Level <= TitleLevel.HeadOfGovernment && draft.Level <= TitleLevel.HeadOfGovernment && phrases.Words.IsWide(draft.Office!)) && named.Sectors.FirstOrDefault() == draft.Sectors.FirstOrDefault())];
            if (able is [var only] && CanBe(one, only, false))
                Become(one, only);
        }
    }

    /// <summary>"Danish party sacks leader … The Farmers' League sacked …": the body that a headline calls by its kind is the only one of that kind and state in the news.</summary>
    private void IdentifyBody()
    {
        HashSet<int> nameless = [];
        HashSet<int> named = [];
        foreach (EntityMention mention in Table.Mentions)
        {
            int entity = Table.Now(mention.Entity);
            int sentence = Tree.SentenceOf(mention.HeadToken);
            if (sentence > News || Table[entity] is not { Kind: EntityKind.Organization, IsPlural: false, Country.IsNone: false, Sectors: [Sector.Pty or Sector.Bus or Sector.Reb or Sector.Ngo or Sector.Lab, ..] } draft)
                continue;
            if (draft.Known is not null || draft.IsNamed || draft.Name.Skip(1).Any(char.IsUpper))
                named.Add(entity);
            else if (sentence == 0)
                nameless.Add(entity);
        }

        foreach (int one in nameless)
        {
            int[] able = [.. named.Where(other => Table[other].Country == Table[one].Country && Table[other].Sectors[0] == Table[one].Sectors[0])];
            if (able is [var only])
                Table.Merge(one, only);
        }
    }

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant();

    private void Become(int nameless, int person)
    {
        if (nameless == person)
            return;
        EntityDraft draft = Table[nameless];
        phrases.People.Complete(person, draft.Office is { } held ? phrases.Known.Titles.Find(held) : null, draft.Sectors, draft.Country);
        Table[person].IsMale |= phrases.GenderOf(draft) == Gender.Male;
        Table[person].IsFemale |= phrases.GenderOf(draft) == Gender.Female;
        Table.Merge(nameless, person);
        phrases.Recall.Replace(nameless, person);
    }
}
