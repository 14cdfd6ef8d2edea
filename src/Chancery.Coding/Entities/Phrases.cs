using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What the writers of mentions share: the sentence at hand, its sightings, who was spoken of, and the making of a mention.</summary>
internal sealed class Phrases(
    DocumentTree tree, Offices offices, EntityTable table, MentionWords words, SpeechWords speech, PersonNames people, Recall recall)
{
    /// <summary>How many words may stand between an office and the comma before the name of its holder.</summary>
    private const int LongestTail = 12;

    /// <summary>How many words may stand between a comma and the noun behind it that they describe.</summary>
    private const int LongestAge = 8;

    /// <summary>How many words a bracket between an office and a name may have, its marks counted.</summary>
    private const int LongestBracket = 6;

    /// <summary>How many sentences open a report, which may tell of a body before its name.</summary>
    private const int Opening = 5;

    /// <summary>How many sentences a quotation may have before the one that says whose it is.</summary>
    private const int LongestQuote = 6;

    private readonly Dictionary<int, int> pronouns = [];
    private readonly Dictionary<string, int> opened = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<int>> alike = new(StringComparer.Ordinal);

    public DocumentTree Tree { get; } = tree;

    public Offices Offices { get; } = offices;

    public KnownEntities Known => Offices.Known;

    public EntityTable Table { get; } = table;

    public MentionWords Words { get; } = words;

    public PersonNames People { get; } = people;

    public Recall Recall { get; } = recall;

    public PhraseSigns Signs { get; } = new(tree, offices.Known, table, words);

    public SentencePlace Place { get; } = new(tree, offices.Known, table, words);

    public BodyPeople Staff => field ??= new BodyPeople(this);

    /// <summary>The state that speaks as "we"; null in a report of nobody's.</summary>
    public Issuer? Issuer { get; init; }

    public NamesBehind Behind => field ??= new NamesBehind(this);

    public HomeState Home => field ??= new HomeState(Tree, Known) { Issuer = Issuer is { IsRelease: true } ? Issuer.Country : default, Local = new PaperHeads(Known, Words).Find(Tree.Parsed.Document) };

    public QuotedParts Quotes { get; } = new(tree);

    public Sentence Sentence { get; private set; }

    /// <summary>How many sentences back the last one stands that is not quoted from its first word to its last.</summary>
    public int Told
    {
        get
        {
            int back = 1;
            while (back < LongestQuote && back < Recall.Sentence && IsQuoted(Tree.Parsed.Sentences[Recall.Sentence - back]))
                back++;
            return back;
        }
    }

    /// <summary>A sentence that is quoted from its first word to its last.</summary>
    public bool IsQuoted(Sentence sentence)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (Quotes.At(i) == 0 && Tree[i].Pos != PartOfSpeech.Punct)
                return false;
        }

        return true;
    }

    public void Enter(Sentence sentence, List<Sighting> sightings)
    {
        Sentence = sentence;
        pronouns.Clear();
        var at = new Sighting?[sentence.TokenCount];
        foreach (Sighting sighting in sightings)
        {
            for (int i = sighting.First; i <= sighting.Last; i++)
                at[i - sentence.FirstToken] ??= sighting;
        }

        Signs.Enter(sentence, at, pronouns);
    }

    /// <summary>Notes a body that the first sentences tell of without its name.</summary>
    public void Open(string noun, int body)
    {
        if (Recall.Sentence < Opening && !opened.TryAdd(noun, body))
            opened[noun] = -1;
    }

    /// <summary>"A Danish bank … Bank of Funen said": the nameless body of the first sentences has this name.</summary>
    public void Name(Sighting name, int body)
    {
        if (Recall.Sentence > Opening || Table.Count(body) > 0 || opened.Count == 0)
            return;
        for (int i = name.First; i <= name.Last; i++)
        {
            if (!opened.Remove(Form(i), out int nameless) || nameless < 0 || nameless == body)
                continue;
            if (!Table[nameless].Country.IsNone && !Table[body].Country.IsNone && Table[nameless].Country != Table[body].Country)
                continue;
            if (Table[body] is { Known: null, Country.IsNone: true } draft)
                draft.Country = Table[nameless].Country;
            Table.Merge(nameless, body);
            Recall.Replace(nameless, body);
            return;
        }
    }

    /// <summary>Notes the group that a noun means which others may tell again.</summary>
    public void Tell(string noun, int group)
    {
        if (KindOf(noun) is { } kind)
            (alike.TryGetValue(kind, out HashSet<int>? groups) ? groups : alike[kind] = []).Add(group);
    }

    /// <summary>"scholars … the academics": the only group of that kind so far; -1 for none or several.</summary>
    public int ToldBy(string noun) =>
        KindOf(noun) is { } kind && alike.TryGetValue(kind, out HashSet<int>? groups) && groups.Select(Table.Now).Distinct().ToArray() is [var only] ? only : -1;

    /// <summary>Whether the report has told of a group by a noun of that kind.</summary>
    public bool IsTold(string noun) => KindOf(noun) is { } kind && alike.ContainsKey(kind);

    /// <summary>"gunmen … the attackers" are of one kind too.</summary>
    private string? KindOf(string noun) => Words.AgainOf(noun) ?? (Words.IsCulprit(noun) ? "culprit" : null);

    /// <summary>Lets a possessive pronoun give its entity's state to the noun that it owns.</summary>
    public void Own(int token, int entity) => pronouns[token] = entity;

    /// <summary>The word at a token in lower case, or "" outside the sentence.</summary>
    public string Form(int token) => Form(token, false);

    /// <param name="token">The token.</param>
    /// <param name="anywhere">In another sentence too.</param>
    public string Form(int token, bool anywhere) =>
        !anywhere && (token < Sentence.FirstToken || token >= Sentence.EndToken) ? "" : (Tree[token].Form ?? Tree[token].Range.Of(Tree.Text)).ToLowerInvariant();

    /// <summary>A state called by its capital, "Paris said": a government, not the country.</summary>
    public bool IsCapital(int token)
    {
        var matches = new List<NameMatch>();
        Known.Match(Tree[token].Range.In(Tree.Text), matches);
        foreach (NameMatch match in matches)
        {
            foreach (NameCandidate candidate in Known.Candidates(match.Name))
            {
                if (candidate.Role == NameRole.Capital)
                    return true;
            }
        }

        return false;
    }

    /// <summary>A name that people are given, by the persons of the data or the list of the language.</summary>
    public bool IsGivenName(int token) => Words.IsGivenName(Form(token)) || Known.IsGivenName(Form(token));

    /// <summary>"Mr", "Sheikh"; the article that forms of address may begin with is none itself.</summary>
    public bool IsHonorific(int token) =>
        !Words.IsDefinite(Form(token)) && Known.PhraseWords.Of(Known.Folding.Fold(Form(token)).TrimEnd('.')) == PhraseWordKind.Honorific;

    /// <summary>As the words beside the name say, else by the given name, else by the noun: "the spokeswoman".</summary>
    public Gender GenderOf(EntityDraft draft)
    {
        if (draft.IsMale != draft.IsFemale)
            return draft.IsMale ? Gender.Male : Gender.Female;
        string[] parts = draft.Name.ToLowerInvariant().Split(' ');
        if (parts.Length > 1 && Words.GenderOf(Known.Folding.Fold(parts[0])) is not Gender.Unknown and var given)
            return given;
        return GenderOf(parts[^1]);
    }

    private Gender GenderOf(string word) => Words.IsMale(word) ? Gender.Male : Words.IsFemale(word) ? Gender.Female : Gender.Unknown;

    /// <summary>Whether a noun can mean somebody: "princess" means no man.</summary>
    public bool Suits(Sighting noun, int person) =>
        !Words.IsOtherRank(Table[person].Rank, Form(noun.Last)) && GenderOf(Form(noun.Last)) is var said && (said == Gender.Unknown || GenderOf(Table[person]) is var gender && (gender == Gender.Unknown || gender == said));

    /// <summary>What a noun that describes a person tells of their gender.</summary>
    public void Mark(int person, Sighting noun)
    {
        Gender said = GenderOf(Form(noun.Last));
        Table[person].IsMale |= said == Gender.Male;
        Table[person].IsFemale |= said == Gender.Female;
    }

    /// <summary>The token before a phrase and the words that only describe it: "a 34-year-old" farmer.</summary>
    public int BeforeAge(int start)
    {
        int before = start - 1;
        while (before > Sentence.FirstToken && start - before < LongestAge && (Tree[before].Pos is PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Adv or PartOfSpeech.Num || Tree[before].Pos is PartOfSpeech.Verb && Tree[before].Relation == Relation.Amod || Tree[before] is { Pos: PartOfSpeech.Noun, Relation: Relation.Compound } && Signs.At(before) is null || IsAge(before)))
            before--;
        return before;
    }

    /// <summary>"the group's" leader: where the owner that nothing knows begins; where the phrase begins for none.</summary>
    public int OwnerOf(int start)
    {
        if (Form(start - 1) is not ("'s" or "’s" or "'" or "’") || Signs.At(start - 2) is not (null or { Kind: SightingKind.Agent }))
            return start;
        int first = start - 2;
        while (first > Sentence.FirstToken && start - first < LongestAge && Tree[first - 1].Pos is PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun)
            first--;
        return first;
    }

    /// <summary>"A colleague of the driver, Karl Beck": a name behind may be that of whoever stands before the "of".</summary>
    public bool IsOfPerson(int start)
    {
        int of = start - 1;
        while (of > Sentence.FirstToken && start - of < 5 && Tree[of].Pos is PartOfSpeech.Det or PartOfSpeech.Adj || of > Sentence.FirstToken && Tree[of].Relation == Relation.Amod)
            of--;
        return Form(of) == "of" && Signs.At(of - 1) is { Kind: SightingKind.Agent or SightingKind.Title, IsPlural: false } before && (before.Kind == SightingKind.Title || Known.Agents[before.Index].Kind == EntityKind.Person);
    }

    /// <summary>"Superintendent of Police Karl Beck", "a spokesman of the Ministry Karl Beck": behind an office of a service whoever holds it.</summary>
    public bool IsBehindService(Sighting name)
    {
        if (name.First == name.Last || Signs.At(name.First - 1) is not { Kind: SightingKind.Agent, IsPlural: false } service || Known.Agents[service.Index] is not { Kind: not EntityKind.Person, Sector: Sector.Gov or Sector.Cop or Sector.Mil or Sector.Jud } || !char.IsUpper(Tree.Text[service.Range.Start]))
            return false;
        int of = service.First - 1;
        if (Words.IsDefinite(Form(of)))
            of--;
        return Words.IsOwnerCase(Form(of)) && Signs.At(of - 1) is { Kind: SightingKind.Title, IsPlural: false };
    }

    public bool IsAge(int token) => Form(token) is "-" or "year" or "old";

    public TextRange Range(int first, int last) => TextRange.FromBounds(Tree[first].Range.Start, Tree[last].Range.End);

    public void Mention(TextRange range, int head, int entity, MentionKind kind, string rule)
    {
        Table.Mention(range, head, entity, kind, rule);
        Recall.Add(entity, head, IsSubject(head), kind == MentionKind.Adjective);
    }

    /// <summary>The sectors of an office; one that private bodies have too is theirs where the phrase names such a body.</summary>
    public ImmutableArray<Sector> SectorsOf(Signs signs, Title title) =>
        Words.IsPrivateOffice(title.Name) ? PhraseSectors.OfPrivate(signs, title, Table, IsOfCircle(signs))
        : title.Level == TitleLevel.Diplomat && signs is { Countries.Count: 0, IsFormer: false, Body: >= 0 } && Table[signs.Body].Sectors is [Sector.Igo, ..] && Signs.At(signs.Start) is { Kind: SightingKind.Body } ? [Sector.Igo]
        : title is { Level: TitleLevel.Diplomat, Sector: Sector.Igo } && signs is { IsPossessed: true, Countries.Count: 1, IsFormer: false } ? [Sector.Gov]
        : PhraseSectors.Of(signs, Words.IsCivilRank(title.Name) && signs.IsLower ? Sector.Unk : title.Sector == Sector.Mil && signs.Body >= 0 && Table[signs.Body].Sectors is [Sector.Cop, ..] ? Sector.Cop : title.Sector);

    /// <summary>"president of the anglers' association": of a body of which nothing tells that it governs.</summary>
    private bool IsOfCircle(Signs signs)
    {
        foreach (int child in Tree.Children(Tree.HeadOf(signs.Start, signs.End)))
        {
            if (Tree[child].Relation == Relation.Nmod && Tree.Case(child) == "of" && Signs.At(child) is { Kind: SightingKind.Agent, IsPlural: false } circle && circle.Last == child && Known.Agents[circle.Index] is { Sector: Sector.Unk, Kind: not EntityKind.Person } agent && !Words.IsSideNoun(agent.Noun) && !Words.IsPart(agent.Noun) && !Words.IsNextDoor(agent.Noun))
                return true;
        }

        return false;
    }

    /// <summary>The office as it is held: whoever leads a party leads no state.</summary>
    public Title? OfficeOf(Signs signs, Title title) =>
        Words.IsPrivateOffice(title.Name) && title.Level <= TitleLevel.Deputy && SectorsOf(signs, title) is { IsEmpty: false } sectors && !sectors.Contains(Sector.Gov)
            ? sectors.Contains(Sector.Pty) ? Known.Titles.Find("party leader") : null
            : title;

    /// <summary>The rank of an office; whoever presides over a club heads no state.</summary>
    public TitleLevel LevelOf(Signs signs, Title title) =>
        Words.IsPrivateOffice(title.Name) && title.Level <= TitleLevel.Deputy && !SectorsOf(signs, title).Contains(Sector.Gov) ? TitleLevel.Official : title.Level;

    /// <summary>The subject of a verb of speech: "a doctor said".</summary>
    public bool IsTelling(int head) =>
        Tree[head].Relation == Relation.Nsubj && Tree.Head(head) is >= 0 and var verb && speech.IsSpeech(Tree[verb].Lemma.ToLowerInvariant());

    public bool IsSubject(int head)
    {
        int at = head;
        while (Tree[at].Relation == Relation.Conj && Tree[at].Head >= 0)
            at = Tree[at].Head;
        return Tree[at].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter;
    }

    /// <summary>A modifier of another noun, which acts in its stead.</summary>
    public bool IsModifier(int head) => Tree[head].Relation is Relation.Compound or Relation.Amod && Tree[head].Head > head;

    /// <summary>The one person that a sentence calls by a noun or an office behind "is the"; -1 for none.</summary>
    public int SubjectOf(int predicate) =>
        Tree.Has(predicate, Relation.Cop) ? Doer(predicate) : -1;

    /// <summary>Whether what a predicate tells is denied.</summary>
    public bool IsNegated(int predicate)
    {
        foreach (int child in Tree.Children(predicate))
        {
            if (Tree[child].Morphology.HasFlag(Morphology.Negative) || Words.IsNegation(Form(child)))
                return true;
        }

        return false;
    }

    /// <summary>The one person who is the subject of a predicate, of the noun that it stands behind, or of the verb before it; -1 for none.</summary>
    public int Doer(int predicate)
    {
        int at = predicate;
        for (int steps = 0; steps < 4; steps++)
        {
            int subject = Tree.Child(at, Relation.Nsubj);
            if (subject < 0)
                subject = Tree.Child(at, Relation.NsubjPass);
            if (subject >= 0 ? Tree[at].Relation == Relation.AclRelcl && Form(subject) is "who" or "that" : Tree[at].Relation is Relation.Acl or Relation.AclRelcl)
                subject = Tree.Head(at);
            if (subject >= 0)
                return MeantBy(subject) is [var only] && Table[only] is { Kind: EntityKind.Person, IsPlural: false } ? only : -1;
            if (Tree[at].Relation != Relation.Conj || Tree.Head(at) < 0)
                return -1;
            at = Tree.Head(at);
        }

        return -1;
    }

    /// <summary>Whom a token means as the head of a phrase, with those coordinated with it.</summary>
    public List<int> MeantBy(int token)
    {
        var all = new List<int>();
        foreach (Spoken spoken in Recall.Back(0))
        {
            if (spoken.IsModifier)
                continue;
            bool conjoined = Tree[spoken.Token].Relation == Relation.Conj && Tree[spoken.Token].Head == token;
            if ((spoken.Token == token || conjoined) && !all.Contains(spoken.Entity))
                all.Add(spoken.Entity);
        }

        return all;
    }

    /// <summary>The only one meant by a token; -1 for none or several.</summary>
    public int OnlyMeantBy(int token) => MeantBy(token) is [var only] ? only : -1;

    /// <summary>The name of one person that covers a token; null for none.</summary>
    public Sighting? PersonAt(int token) =>
        Signs.At(token) is { Kind: SightingKind.Person or SightingKind.Name, Meant.Count: 1 } name && Table[name.Meant[0]].Kind == EntityKind.Person ? name : null;

    /// <summary>"became president": the office, not who holds it.</summary>
    public bool IsGained(int head) =>
        Tree[head].Head is >= 0 and var verb && Tree[head].Relation is Relation.Obj or Relation.Xcomp && Words.IsGaining(Tree[verb].Lemma.ToLowerInvariant());

    /// <summary>"has lost a teacher and a friend", "became a member": what somebody was or should be, nobody else.</summary>
    public bool IsWanted(int head)
    {
        int at = head;
        while (Tree[at].Relation == Relation.Conj && Tree[at].Head >= 0 && Tree[Tree[at].Head].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn)
            at = Tree[at].Head;
        if (at != head && Tree[at].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn && PersonAt(at) is null && Tree.Has(at, Relation.Cop))
            return true;
        return Tree[at].Relation is Relation.Obj or Relation.Xcomp && Tree[at].Head is >= 0 and var verb
            && (Words.IsWanting(Tree[verb].Lemma.ToLowerInvariant()) || Words.IsGaining(Tree[verb].Lemma.ToLowerInvariant()));
    }

    /// <summary>The name before a break, an age between aside: "Karl Beck, 52, a farmer"; null for none.</summary>
    public Sighting? NameBefore(int at) =>
        PersonAt(at - 1) ?? (at > Sentence.FirstToken + 2 && Tree[at - 1].Pos == PartOfSpeech.Num && Form(at - 2) == "," ? PersonAt(at - 3) : null);

    /// <summary>A comma, a dash or a bracket: what an apposition stands behind.</summary>
    public bool IsBreak(int token) => Form(token) is "," or "—" or "–" or "(";

    /// <summary>A verb that may be the predicate of a clause, or its auxiliary.</summary>
    public bool IsFinite(int token) =>
        token < Sentence.EndToken && Tree[token].Pos is PartOfSpeech.Verb or PartOfSpeech.Aux && Tree[token].Relation is not (Relation.Amod or Relation.Compound) && !Tree[token].Morphology.HasFlag(Morphology.Gerund);

    /// <summary>The person's name right after a title or noun, honorifics between aside; null for none.</summary>
    /// <param name="last">The last token of the title.</param>
    public Sighting? NameAfter(int last)
    {
        int next = last + 1;

        // "Member of Parliament (MP) Karl Beck".
        if (Form(next) == "(" && EndOfBracket(next) is > 0 and var close)
            next = close + 1;
        else if (EndOfOffice(last) is > 0 and var end)
            next = end;
        int begin = next;
        while (next < Sentence.EndToken && (Form(next) == "." && Tree[next].Range.Length == 1 || Known.PhraseWords.Of(Known.Folding.Fold(Form(next)).TrimEnd('.')) == PhraseWordKind.Honorific) && next - begin < 3)
            next++;
        return Signs.At(next) is { Kind: SightingKind.Person or SightingKind.Name } name && name.First == next && name.NameAgent < 0 ? name : null;
    }

    /// <summary>Where a short bracket without a name ends; 0 for none.</summary>
    private int EndOfBracket(int open)
    {
        for (int i = open + 1; i < open + LongestBracket; i++)
        {
            if (Form(i) == ")")
                return i;
            if (Form(i).Length == 0 || Signs.At(i) is { Kind: SightingKind.Person or SightingKind.State })
                return 0;
        }

        return 0;
    }

    /// <summary>"Director General of Health and Works": where the capitals that say what an office is for end; -1 for none.</summary>
    public int EndOfField(int last)
    {
        if (!char.IsUpper(Tree.Text[Tree[last].Range.Start]) || !Words.IsNaming(Form(last + 1)))
            return -1;
        int end = -1;
        for (int i = last + 2; i < Sentence.EndToken && i - last < LongestTail; i++)
        {
            bool word = char.IsUpper(Tree.Text[Tree[i].Range.Start]) && Words.IsOrdinary(Form(i)) && (Signs.At(i) is null || Signs.At(i) is { Kind: SightingKind.Name, Meant.Count: 0, NameAgent: < 0 });
            if (word)
                end = i;
            else if (end != i - 1 || end < 0 || !Words.IsCoordinator(Form(i)))
                break;
        }

        return end;
    }

    /// <summary>"Minister for Trade, Labour and Public Works Karl Beck": where the capitals of a long office end, right before a name; 0 for none.</summary>
    private int EndOfOffice(int last)
    {
        if (!char.IsUpper(Tree.Text[Tree[last].Range.Start]))
            return 0;
        int at = last + 1;
        bool linked = false;
        while (at < Sentence.EndToken && at - last < LongestTail)
        {
            if (linked && Signs.At(at) is { Kind: SightingKind.Person or SightingKind.Name } name && name.First == at && name.First < name.Last && Form(at - 1) != "," && !Words.IsCoordinator(Form(at - 1)))
                return at;
            bool link = Form(at) == "," || Words.IsCoordinator(Form(at)) || at == last + 1 && Words.IsNaming(Form(at));
            bool field = char.IsUpper(Tree.Text[Tree[at].Range.Start]) && (Signs.At(at) is null or { Kind: SightingKind.Agent } || Signs.At(at) is { Kind: SightingKind.Name } && Words.IsOrdinary(Form(at)) || Signs.At(at) is { Kind: SightingKind.Name } alone && alone.First == alone.Last && linked && !IsGivenName(at));
            if (!link && !field)
                return 0;
            linked |= link;
            at++;
        }

        return 0;
    }
}
