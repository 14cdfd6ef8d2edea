using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Who did and who suffered what a report tells of, for the nouns that call them so later: "the killer", "the victim"; and nameless ones who get their names.</summary>
internal sealed class StoryRoles(Phrases phrases)
{
    /// <summary>How many words may stand between "identified" and the "as" before the name.</summary>
    private const int LongestNaming = 14;

    /// <summary>How many words may describe the one named: "as 34-year-old local teacher".</summary>
    private const int LongestAge = 9;

    /// <summary>Sentences of no more words may be headlines.</summary>
    private const int HeadlineWords = 10;

    private readonly List<int> doers = [];
    private readonly List<int> accused = [];
    private readonly List<int> held = [];
    private readonly List<int> convicts = [];
    private readonly List<int> performers = [];
    private readonly List<int> sufferers = [];
    private readonly List<int> crowds = [];
    private readonly List<int> visitors = [];
    private readonly List<int> parties = [];
    private readonly List<int> victims = [];

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>The only named one of whom the report tells that they did it, else the only one who is accused of it; -1 for none or several.</summary>
    public int Culprit() => Only(doers) is >= 0 and var doer ? doer : doers.Count == 0 ? Only(accused) : -1;

    /// <summary>The only one who was arrested or charged, with a name or without; -1 for none or several.</summary>
    public int Held()
    {
        int[] all = [.. accused.Concat(held).Select(Table.Now).Distinct()];
        return all is [var only] ? only : phrases.Recall.Nearest(spoken => all.Contains(spoken.Entity), 1, int.MaxValue);
    }

    /// <summary>Whoever stands before the court is not its judge, nor the officer who came.</summary>
    public bool IsAccused(int person) => accused.Exists(one => Table.Now(one) == person);

    /// <summary>The only person, or the only group, to whom harm was done so far; -1 for none or several.</summary>
    public int Sufferer(bool plural) => Only(plural ? crowds : sufferers);

    /// <summary>The only named person whom somebody received; -1 for none or several.</summary>
    public int Guest() => Only(visitors);

    /// <summary>The only group that somebody received; -1 for none or several.</summary>
    public int Guests() => Only(parties);

    private int Only(List<int> found) => found.Select(Table.Now).Distinct().ToArray() is [var only] ? only : -1;

    /// <summary>Learns from a sentence whose mentions are written.</summary>
    public void Read()
    {
        for (int token = phrases.Sentence.FirstToken; token < phrases.Sentence.EndToken; token++)
        {
            if (Tree.Has(token, Relation.Cop))
                Equate(token);
            Rename(token);
            string lemma = Tree[token].Lemma.ToLowerInvariant();
            if (Tree[token].Pos == PartOfSpeech.Noun && phrases.Words.IsCrime(lemma))
                HarmBy(token);
            if (Tree[token].Pos == PartOfSpeech.Noun && phrases.Words.IsIdentifying(lemma))
                CallBy(token);
            if (Tree[token].Pos != PartOfSpeech.Verb)
                continue;
            if (phrases.Words.IsIdentifying(lemma))
                Name(token);
            if (phrases.Words.IsCrime(lemma))
                Harm(token);
            if (phrases.Words.IsAccusing(lemma) || phrases.Words.IsFinding(lemma) && IsFoundGuilty(token))
                Accuse(Charged(token) is >= 0 and var standing ? standing : Target(token));
            if ((phrases.Words.IsSentencing(lemma) || phrases.Words.IsFinding(lemma) && IsFoundGuilty(token)) && !phrases.IsNegated(token))
                Convict(TargetToken(token, IsPassive(token)));
            if (phrases.Words.IsPresenting(lemma))
                Present(token);
            if (phrases.Words.IsInstalling(lemma) && IsPassive(token))
                Install(token);
            if (phrases.Words.IsEmployed(lemma) && !Tree[token].Morphology.HasFlag(Morphology.Past))
                Employ(token);
            if (phrases.Words.IsPerforming(lemma) && Tree.Child(token, Relation.Obj) is >= 0 and var work && phrases.Words.IsContest(Tree[work].Lemma.ToLowerInvariant()) && !phrases.IsNegated(token))
                Add(performers, phrases.Doer(token), true);
            if (phrases.Words.IsWedding(lemma))
                Wed(token);
            if (phrases.Words.IsTravel(lemma) && !Tree.Has(token, Relation.Obj) && phrases.Doer(token) is >= 0 and var traveller && Table[traveller].Level <= TitleLevel.Minister)
                Add(visitors, traveller, true);
            if (phrases.Words.IsHosting(lemma))
            {
                Add(visitors, Target(token), true);
                if (TargetToken(token, IsPassive(token)) is >= 0 and var received && phrases.OnlyMeantBy(received) is >= 0 and var party && Table[party].Kind == EntityKind.Group)
                    Add(parties, party, false);
            }

            // "is serving a life sentence".
            if (phrases.Words.IsEnduring(lemma) && Tree.Child(token, Relation.Obj) is >= 0 and var term && phrases.Words.IsPenalty(Tree[term].Lemma.ToLowerInvariant()) && !phrases.IsNegated(token))
                Add(convicts, phrases.Doer(token), true);
            if (phrases.Words.IsPleading(lemma) && IsFoundGuilty(token))
                Add(convicts, phrases.Doer(token), true);
            if (phrases.Words.IsConfessing(lemma))
                Add(doers, phrases.Doer(token), true);
        }
    }

    /// <summary>"sentenced Karl Beck and Ana Roux": all of them.</summary>
    private void Convict(int target)
    {
        if (target < 0)
            return;
        foreach (int one in phrases.MeantBy(target))
        {
            if (Table[one] is { Kind: EntityKind.Person, IsPlural: false })
                Add(convicts, one, true);
        }
    }

    /// <summary>"Minister Karl Beck was sworn in as governor … Governor Beck": he holds that office from now on.</summary>
    private void Install(int verb)
    {
        if (phrases.IsNegated(verb) || Target(verb) is not (>= 0 and var person) || Table[person] is not { IsNamed: true } and not { Known: not null } || !IsOfNow(verb))
            return;
        foreach (int child in Tree.Children(verb))
        {
            if (Tree[child].Relation != Relation.Obl || Tree.Case(child) != "as" || phrases.Signs.At(child) is not { Kind: SightingKind.Title, IsPlural: false } office)
                continue;
            Title title = phrases.Known.Titles.All[office.Index];
            Signs signs = phrases.Signs.Read(office);
            if (phrases.SectorsOf(signs, title) is [Sector.Gov or Sector.Leg or Sector.Jud or Sector.Mil, ..] sectors && signs is { IsFormer: false, Body: < 0 } && phrases.OfficeOf(signs, title) == title)
            {
                Table[person].Install(title, sectors, signs.Country);
                phrases.People.Bear(person, title.Name);
                Table.Move("title:" + title.Name, person);
            }

            return;
        }
    }

    /// <summary>"the radio show, hosted by Karl Beck and Ana Roux", "Karl Beck presents the programme": of the press.</summary>
    private void Present(int verb)
    {
        bool passive = IsPassive(verb);
        int show = passive ? TargetToken(verb, true) : Tree.Child(verb, Relation.Obj);
        for (int i = verb - 1; passive && i > verb - LongestNaming && i >= phrases.Sentence.FirstToken && !IsBroadcast(show); i--)
            show = i;
        int host = passive ? Tree.Child(verb, Relation.OblAgent) : Tree.Child(verb, Relation.Nsubj);
        if (show < 0 || host < 0 || phrases.IsNegated(verb) || !IsBroadcast(show))
            return;
        for (int at = host; at < phrases.Sentence.EndToken; at++)
        {
            if (at != host && (Tree[at].Relation != Relation.Conj || Tree.Head(at) != host))
                continue;
            foreach (int person in phrases.MeantBy(at))
            {
                if (Table[person] is { Kind: EntityKind.Person, Known: null, Sectors.IsEmpty: true })
                    phrases.People.Complete(person, null, [Sector.Med], default);
            }
        }
    }

    /// <summary>"podcast", "radio show", "the Karl Show", and no trade show.</summary>
    private bool IsBroadcast(int noun)
    {
        if (noun <= phrases.Sentence.FirstToken)
            return false;
        string lemma = Tree[noun].Lemma.ToLowerInvariant();
        return phrases.Words.IsBroadcast(lemma) || phrases.Words.IsBroadcast($"{phrases.Form(noun - 1, true)} {lemma}".ToLowerInvariant()) || phrases.Words.IsBroadcast("radio " + lemma) && char.IsUpper(Tree.Text[Tree[noun].Range.Start]) && phrases.Words.IsGivenName(phrases.Form(noun - 1, true).ToLowerInvariant());
    }

    /// <summary>Told as done, and not of another year.</summary>
    private bool IsOfNow(int verb)
    {
        foreach (int child in Tree.Children(verb))
        {
            if (Tree[child].Relation == Relation.Aux && phrases.Form(child) is not ("has" or "have") || Tree[child].Relation == Relation.Mark)
                return false;
        }

        // "Former governor Karl Beck was sworn in as governor in May": over already.
        int subject = TargetToken(verb, true);
        for (int i = phrases.Sentence.FirstToken; i < phrases.Sentence.EndToken; i++)
        {
            if (i < verb && phrases.Known.PhraseWords.Of(phrases.Form(i)) == PhraseWordKind.Former && Tree.IsUnder(i, subject))
                return false;
            if (Tree[i].Range.Length == 4 && int.TryParse(Tree.Form(i), out int year) && !(year >= phrases.Offices.Day?.Year))
                return false;
        }

        return Tree.Has(verb, Relation.AuxPass) && phrases.Quotes.At(verb) == 0;
    }

    /// <summary>"teaches at the University of Oslo": one of that body.</summary>
    private void Employ(int verb)
    {
        if (phrases.IsNegated(verb) || phrases.Doer(verb) is not (>= 0 and var person) || Table[person] is not { Known: null, Sectors: [] or [Sector.Cvl] })
            return;
        foreach (int child in Tree.Children(verb))
        {
            if (Tree[child].Relation != Relation.Obl || Tree.Case(child) is not ("at" or "for" or "with") || phrases.MeantBy(child) is not [var body] || Table[body].Kind is not (EntityKind.Organization or EntityKind.Group))
                continue;
            phrases.People.Complete(person, null, Table[body].Sectors, default);
            return;
        }
    }

    /// <summary>Whoever was killed or hurt, and of whom nothing else is told, is of the people, unless they are the ones who did it; whoever was charged or sentenced is of those.</summary>
    public void Settle()
    {
        foreach (int culprit in convicts.Select(Table.Now).Distinct())
        {
            if (Table[culprit] is { Known: null, IsPlural: false, Office: null, Sectors: [] or [Sector.Cvl] } draft)
                draft.Sectors = [Sector.Crm];
        }

        // "Karl Beck won the marathon".
        foreach (int victim in victims.Concat(performers).Select(Table.Now).Distinct())
        {
            if (Table[victim] is { Kind: EntityKind.Person, Known: null, Office: null, Sectors.IsEmpty: true } draft && !doers.Select(Table.Now).Contains(victim) && !accused.Select(Table.Now).Contains(victim))
                draft.Sectors = [Sector.Cvl];
        }

        foreach (int charged in accused.Select(Table.Now).Distinct())
        {
            if (Table[charged] is { Kind: EntityKind.Person, Known: null, Office: null, IsPlural: false, Sectors.IsEmpty: true } draft)
                draft.Sectors = [Sector.Cvl];
        }

        SettlePrivate();
    }

    /// <summary>In a report whose named persons are mostly private, of artists or athletes, those are private of whom it tells no role.</summary>
    private void SettlePrivate()
    {
        int[] named = [.. Table.Mentions.Select(mention => Table.Now(mention.Entity)).Distinct().Where(entity => Table[entity] is { Kind: EntityKind.Person, IsPlural: false } draft && (draft.IsNamed || draft.Known is not null))];
        int civil = named.Count(entity => Table[entity].Sectors is [Sector.Cvl]);
        int told = named.Count(entity => !Table[entity].Sectors.IsEmpty);
        if (civil * 2 <= told || civil < 2 && performers.Count == 0)
            return;
        foreach (int entity in named)
        {
            if (Table[entity] is { Known: null, Sectors.IsEmpty: true } draft && (draft.Office is null || draft.Level == TitleLevel.Official) && !doers.Select(Table.Now).Contains(entity))
                draft.Sectors = [Sector.Cvl];
        }
    }

    private bool IsFoundGuilty(int verb)
    {
        for (int i = verb + 1; i < verb + 4; i++)
        {
            if (phrases.Form(i) is "not")
                return false;
            if (phrases.Words.IsGuilt(phrases.Form(i)))
                return !phrases.IsNegated(verb);
        }

        return false;
    }

    private void Harm(int verb)
    {
        if (phrases.IsNegated(verb))
            return;
        // "Teacher shot dead": a headline leaves out the auxiliary.
        bool passive = IsPassive(verb) || !Tree.Has(verb, Relation.Obj) && phrases.Sentence.TokenCount <= HeadlineWords;
        int doer = passive ? One(Tree.Child(verb, Relation.OblAgent)) : phrases.Doer(verb);
        Add(doers, doer, true);
        if (doer >= 0 && Table[doer] is { Known: null, IsNamed: false, Sectors: not [Sector.Cop or Sector.Mil, ..] })
            Table.Alias("culprit", doer);
        Suffer(TargetToken(verb, passive), doer >= 0 && Table[doer].Sectors is [Sector.Mil or Sector.Cop or Sector.Spy, ..]);
    }

    /// <summary>"the murder of Karl Beck", "Karl Beck's killing".</summary>
    private void HarmBy(int noun)
    {
        foreach (int child in Tree.Children(noun))
        {
            bool told = Tree[child].Relation == Relation.NmodPoss && Tree[child].Pos != PartOfSpeech.Pron || Tree[child].Relation == Relation.Nmod && Tree.Case(child) == "of";

            // What a report tells first is its news; a killing named later may be of long ago.
            if (told && sufferers.Count == 0 && crowds.Count == 0)
                Suffer(child);
        }
    }

    /// <param name="target">The head of the words.</param>
    /// <param name="byForce">Done by soldiers or police, who fight others than civilians too.</param>
    private void Suffer(int target, bool byForce = false)
    {
        if (target < 0)
            return;
        foreach (int entity in phrases.MeantBy(target))
        {
            if (Table[entity] is not { Kind: EntityKind.Person or EntityKind.Group } draft)
                continue;
            if (!byForce && draft is { Kind: EntityKind.Person, Known: null, IsNamed: true } && !victims.Contains(entity))
                victims.Add(entity);
            if (draft.IsPlural)
                Add(crowds, entity, false);
            else if (draft.Kind == EntityKind.Person)
                Add(sufferers, entity, false);
        }
    }

    /// <summary>"Karl Beck appeared in court, charged with theft": whose clause it hangs on; -1 elsewhere.</summary>
    private int Charged(int verb) =>
        Tree[verb].Relation is Relation.Conj or Relation.Advcl && phrases.Form(verb - 1) == "," && phrases.Form(verb + 1) == "with" && !Tree.Has(verb, Relation.Obj) && !Tree.Has(verb, Relation.Nsubj) && Tree.Child(verb, Relation.Obl) is >= 0 and var charge && phrases.Words.IsCrime(Tree[charge].Lemma.ToLowerInvariant()) && Tree.Head(verb) is >= 0 and var standing && standing < verb ? phrases.Doer(standing) : -1;

    private void Accuse(int person)
    {
        Add(accused, person, true);
        Add(held, person, false);
    }

    private void Add(List<int> found, int entity, bool named)
    {
        if (entity >= 0 && !found.Contains(entity) && (!named || Table[entity].IsNamed || Table[entity].Known is not null))
            found.Add(entity);
    }

    /// <summary>"Police named the suspect as Karl Beck", "the driver, identified as Karl Beck": from here on the nameless one has the name.</summary>
    private void Name(int verb)
    {
        if (phrases.IsNegated(verb) || Target(verb) is not (>= 0 and var nameless))
            return;
        int at = verb + 1;
        while (at - verb < LongestNaming && phrases.Form(at) is not ("as" or "," or ";" or ""))
            at++;
        if (phrases.Form(at) != "as" && phrases.Form(verb + 1) != "as")
            return;
        for (int i = at + 1; i - at < LongestAge; i++)
        {
            if (phrases.PersonAt(i) is { } name)
            {
                if (name.First == i)
                {
                    Identify(nameless, name.Meant[0]);
                    Add(accused, name.Meant[0], true);
                }

                return;
            }

            if (phrases.Form(i) is not ("-" or ",") && (i >= Tree.Count || Tree[i].Pos is not (PartOfSpeech.Num or PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Det)))
                return;
        }
    }

    /// <summary>"gave his name only as Karl Beck".</summary>
    private void CallBy(int noun)
    {
        int at = phrases.Form(noun + 1) == "as" ? noun + 1 : noun + 2;
        if (phrases.Form(at) == "as" && phrases.PersonAt(at + 1) is { } name && name.First == at + 1)
            Identify(One(Tree.Child(noun, Relation.NmodPoss)), name.Meant[0]);
    }

    /// <summary>"The winner was Karl Beck".</summary>
    private void Equate(int predicate)
    {
        if (phrases.PersonAt(predicate) is not { } name || phrases.IsNegated(predicate) || Tree.Child(predicate, Relation.Nsubj) is not (>= 0 and var subject) || subject > predicate)
            return;
        Identify(One(subject), name.Meant[0]);
    }

    /// <summary>"Karl Beck, born Karl Holm", "Ana Roux, better known as Anouk Lys": two names of one.</summary>
    private void Rename(int token)
    {
        string form = phrases.Form(token);
        int at = phrases.Words.IsBirth(form) ? token + 1 : phrases.Words.IsRenaming(form) && phrases.Form(token + 1) == "as" ? token + 2 : -1;
        if (at < 0 || phrases.PersonAt(at) is not { } name || name.First != at || Table[name.Meant[0]] is not { Known: null })
            return;
        int bearer = Tree[token].Pos == PartOfSpeech.Verb ? phrases.Doer(token) : -1;
        if (bearer < 0 && Target(token) is >= 0 and var target)
            bearer = target;
        if (bearer < 0 && phrases.Words.IsBirth(form) && phrases.PersonAt(phrases.IsBreak(token - 1) ? token - 2 : token - 1) is { } owner)
            bearer = owner.Meant[0];
        int other = name.Meant[0];
        if (bearer < 0 || bearer == other || Table[bearer].Kind != EntityKind.Person || !Table[bearer].IsNamed && Table[bearer].Known is null || Table.Count(other) > 1)
            return;
        Table.Merge(other, bearer);
        phrases.Recall.Replace(other, bearer);

        // "Ana Roux, born Ana Holm": her sister may be a Holm.
        string surname = Tree[name.Last].Range.Of(Tree.Text);
        if (phrases.Words.IsBirth(form) && !Table[bearer].Name.EndsWith(surname, StringComparison.Ordinal))
            Table.Forget(surname);
    }

    /// <summary>"She married Karl Beck": he is her husband from here on.</summary>
    private void Wed(int verb)
    {
        int one = phrases.Doer(verb);
        int other = One(Tree.Child(verb, Relation.Obj));
        if (one < 0 || other < 0 || one == other || phrases.IsNegated(verb))
            return;
        foreach (string noun in phrases.Words.Spouses)
        {
            Table.Move(NounUses.KinOf(noun, one), other);
            Table.Move(NounUses.KinOf(noun, other), one);
        }
    }

    private void Identify(int nameless, int person)
    {
        if (nameless < 0 || nameless == person || Table[nameless] is not { Kind: EntityKind.Person, Known: null, IsPlural: false, IsNamed: false } draft)
            return;
        if (!draft.Country.IsNone && !Table[person].Country.IsNone && draft.Country != Table[person].Country)
            return;
        if (draft.Sectors is not ([] or [Sector.Cvl or Sector.Crm or Sector.Uaf or Sector.Unk, ..]))
            phrases.People.Complete(person, draft.Office is { } held ? phrases.Known.Titles.Find(held) : null, draft.Sectors, draft.Country);
        Table[person].IsMale |= draft.IsMale;
        Table[person].IsFemale |= draft.IsFemale;
        Table.Merge(nameless, person);
        phrases.Recall.Replace(nameless, person);
        Replace(sufferers, nameless, person);
        Replace(doers, nameless, person);
    }

    private static void Replace(List<int> found, int from, int into)
    {
        if (found.Remove(from) && !found.Contains(into))
            found.Add(into);
    }

    private int Target(int verb) => One(TargetToken(verb, IsPassive(verb)));

    private int TargetToken(int verb, bool passive)
    {
        if (!passive)
            return Tree.Child(verb, Relation.Obj) is >= 0 and var target ? target : Tree.Child(verb, Relation.Xcomp);
        int subject = Tree.Child(verb, Relation.NsubjPass);
        if (subject < 0)
            subject = Tree.Child(verb, Relation.Nsubj);

        // "Karl Beck appeared in court, charged with murder".
        if (subject < 0 && IsAside(verb))
            return Tree.Child(Tree.Head(verb), Relation.Nsubj) is >= 0 and var main ? main : Tree.Child(Tree.Head(verb), Relation.NsubjPass);
        return subject >= 0 && !(Tree[verb].Relation == Relation.AclRelcl && phrases.Form(subject) is "who" or "that") ? subject
            : Tree[verb].Relation is Relation.Acl or Relation.AclRelcl ? Tree.Head(verb) : subject;
    }

    /// <summary>A participle of what was done to the subject of the clause before it.</summary>
    private bool IsAside(int verb) =>
        Tree[verb].Relation is Relation.Advcl or Relation.Conj && Tree.Head(verb) is >= 0 and var main && main < verb && Tree[verb].Tag == "VBN" && phrases.IsBreak(verb - 1) && !Tree.Has(verb, Relation.Obj) && !Tree.Has(verb, Relation.Mark) && !Tree.Has(verb, Relation.Aux);

    private bool IsPassive(int verb) =>
        IsAside(verb) || Tree.Has(verb, Relation.NsubjPass) || Tree.Has(verb, Relation.AuxPass) || Tree[verb].Relation == Relation.Acl && !Tree[verb].Morphology.HasFlag(Morphology.Gerund) && !Tree.Has(verb, Relation.Obj);

    /// <summary>The one person whom a token means; -1 for none or several.</summary>
    private int One(int token) =>
        token >= 0 && phrases.MeantBy(token) is [var only] && Table[only] is { Kind: EntityKind.Person, IsPlural: false } ? only : -1;
}
