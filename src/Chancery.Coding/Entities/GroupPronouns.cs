using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"They", "them", "their": a group, several persons or states, or a body that speaks of itself.</summary>
internal sealed class GroupPronouns(Phrases phrases, SpeechWords speech)
{
    /// <summary>How many sentences back those may stand of whom only the number is told again.</summary>
    private const int CountedWindow = 2;

    private readonly ClauseSubjects clauses = new(phrases.Tree);
    private readonly EarlierSubjects earlier = new(phrases, new ClauseSubjects(phrases.Tree));
    private readonly OpenThings things = new(phrases);
    private readonly PronounPlaces places = new(phrases, speech);

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>Whom "they", "them" or "their" means; none for an unclear one.</summary>
    public List<int> Of(int token)
    {
        bool Fits(int entity) => Table[entity].IsPlural;
        int clause = clauses.ClauseOf(token);
        bool possessive = Tree[token].Relation == Relation.NmodPoss;
        bool reflexive = phrases.Form(token).EndsWith("selves", StringComparison.Ordinal);

        // "Doctors said two of them had died": hardly two of the doctors.
        bool isPart = Tree[token].Relation == Relation.Nmod && Tree.Case(token) == "of" && Tree[Tree.Head(token)].Pos is PartOfSpeech.Num or PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Pron;
        if (isPart && places.Only(token, 0, Fits) is >= 0 and var telling && phrases.Recall.Back(0, token).All(spoken => spoken.Entity != telling || phrases.IsTelling(spoken.Token)))
            return phrases.Recall.Nearest(spoken => !spoken.IsModifier && spoken.Sentence < phrases.Recall.Sentence && Fits(spoken.Entity), 1, token) is >= 0 and var before1 ? [before1] : [];

        // "The returnees marched. Some 300 of them threw stones": of the only people of the sentence before.
        if (isPart && phrases.Quotes.At(token) == 0 && phrases.IsSubject(Tree.Head(token)) && places.Only(token, 0, Fits) == -1 && Tree.Head(Tree.Head(token)) is >= 0 and var deed && Tree[deed].Relation == Relation.Root)
            return HasOpenBefore() ? [] : phrases.Recall.Back(1, phrases.Sentence.FirstToken).Where(spoken => !spoken.IsModifier && Fits(spoken.Entity)).Select(static spoken => spoken.Entity).Distinct().ToArray() is [var whole] ? [whole] : [];
        if (places.Receiver(token, clause) is >= 0 and var receiver && Fits(receiver))
            return [receiver];
        int doing = clause;
        for (int at = clause, steps = 0; at >= 0 && steps < 6; at = clauses.ClauseAbove(at), steps++)
        {
            if (!possessive && !reflexive && places.IsSameDoer(clause, at, token))
            {
                doing = at;
                break;
            }

            if (!possessive && !reflexive && (at == clause || places.IsShared(clause, at, token) || places.IsOfDoer(clause, at, token)))
                continue;
            if (clauses.SubjectOf(at) is not (>= 0 and var nominal) || nominal >= token)
                continue;

            // "The women held with them were freed".
            if (!possessive && !reflexive && Tree.IsUnder(token, nominal))
                return [];
            if (phrases.Quotes.At(nominal) != phrases.Quotes.At(token))
                return [];

            // "Police held ten marchers when they tried to leave", "seized the men by their arms": those who suffer it.
            if (Suffering(token, clause, at) is var held && held != -1)
                return held >= 0 && Fits(held) ? [held] : [];

            // "urged that they be freed": whoever urges speaks of others.
            if (phrases.IsSubject(token) && Tree[clause].Relation == Relation.Ccomp && Tree.Head(clause) == at && !Tree.Has(clause, Relation.Aux) && phrases.Words.IsUrging(Tree[at].Lemma.ToLowerInvariant()))
                break;
            if (phrases.MeantBy(nominal) is var all && !(all.Count == 1 && !possessive && !reflexive && !phrases.IsSubject(token) && IsDoer(all[0], clause)) && (all.Count > 1 || all.Count == 1 && (Fits(all[0]) || !isPart && !phrases.Words.IsIt(phrases.Form(nominal)) && IsSpeaking(all[0], at) && !HasOtherGroup(all[0], token))))
                return things.HasPlural(nominal, token) || IsBehindOther(nominal, token, clause) ? [] : all.TrueForAll(one => Table[one].Kind == EntityKind.Place) ? all : all.FindAll(one => Table[one].Kind != EntityKind.Place);
            break;
        }

        // "The minister met the protesters and told them …": the only ones before who are not the subject.
        if (!possessive && !phrases.IsSubject(token))
        {
            if (clause < 0 || reflexive || things.HasPlurals(token) || Tree[clause].Morphology.HasFlag(Morphology.Infinitive))
                return [];
            int acting = doing;
            for (int steps = 0; steps < 3 && acting >= 0 && clauses.SubjectOf(acting) < 0; steps++)
                acting = clauses.ClauseAbove(acting);
            bool IsOther(int entity) => !IsDoer(entity, clause) && !IsDoer(entity, doing) && !IsDoer(entity, acting);
            int others = places.Only(token, 0, entity => Fits(entity) && IsOther(entity));
            if (others == -1)
                others = Crew(token, clause, entity => Table[entity] is { Kind: EntityKind.Group, Known: null } group && !(group is { IsPlural: false, Sectors: [Sector.Gov, ..] }) && IsOther(entity));
            if (others == -1 && IsAddressed(token, clause))
                others = AddressedBefore(entity => Fits(entity) && IsOther(entity));
            return others >= 0 ? [others] : doing != clause ? PairBefore(token, IsOther) : [];
        }

        // "The government sent troops, and they opened fire": the only ones here, to whom the clause before does something.
        if (!possessive && phrases.Quotes.At(token) == 0 && clause >= 0 && Tree[clause].Relation == Relation.Conj && Tree.Head(token) == clause && Tree.Head(clause) is >= 0 and var first && Tree.Child(first, Relation.Obj) is >= 0 and var sent && sent < token
            && phrases.OnlyMeantBy(sent) is >= 0 and var troops && places.Only(token, 0, Fits) == troops && !things.HasPlurals(token))
            return [troops];

        // "Chad accused the militiamen of looting. They denied it."
        if (!possessive && places.IsOpening(token) && earlier.Answering(Tree[clause].Lemma.ToLowerInvariant()) is >= 0 and var asked && Fits(asked))
            return [asked];

        if (places.IsSaying(token, clause) && earlier.MainSubjects() is { Count: > 0 } going && going.All(one => Table[one].Kind != EntityKind.Place) && (going.Count > 1 || Table[going[0]].Kind is EntityKind.Group or EntityKind.Organization))
            return going;
        if (possessive && token == phrases.Sentence.FirstToken && phrases.Quotes.At(token) == 0)
            return earlier.SubjectsBefore(Fits) is { Count: > 0 } owners ? owners : OnlyBefore(Fits) is >= 0 and var owner ? [owner] : [];

        // "Togo protested over the beating of ten fishermen. It said they had drifted": what is said by one is of the only ones told of.
        if (phrases.Quotes.At(token) == 0 && phrases.IsSubject(token) && Tree[clause].Relation == Relation.Ccomp && clauses.ClauseAbove(clause) is >= 0 and var telling1 && Tree[telling1].Relation == Relation.Root && (speech.IsSpeech(Tree[telling1].Lemma.ToLowerInvariant()) || phrases.Words.IsUrging(Tree[telling1].Lemma.ToLowerInvariant())))
            return OnlyTold(token, Fits) is >= 0 and var spokenOf ? [spokenOf] : [];

        // "The coast guard stopped some migrants. They were taken to the port": no guards.
        if (phrases.Quotes.At(token) == 0 && Tree[token].Relation == Relation.NsubjPass && places.IsOpening(token) && earlier.MainSubjects() is [var guards] && (!Table[guards].IsPlural || Table[guards].Sectors is [Sector.Mil or Sector.Cop, ..]))
            return OnlyTold(token, entity => Fits(entity) && entity != guards) is >= 0 and var stopped ? [stopped] : [];
        return phrases.Quotes.At(token) == 0 && phrases.IsSubject(token) && clauses.ClauseAbove(clause) < 0 ? earlier.SubjectsBefore(Fits) is { Count: > 0 } before ? before : places.IsOpening(token) ? earlier.Counterparts() : [] : [];
    }

    /// <summary>"barred fruit from the two countries, accusing them of fraud": both of the only two that one phrase of the sentence before means; none for others.</summary>
    private List<int> PairBefore(int token, Func<int, bool> fits)
    {
        Spoken[] two = [.. phrases.Recall.Back(0, token).Where(spoken => !spoken.IsModifier && fits(spoken.Entity)).GroupBy(static spoken => spoken.Token).Where(static group => group.Count() == 2).SelectMany(static group => group)];
        return two is [var second, var first] ? [first.Entity, second.Entity] : [];
    }

    /// <summary>"seized the crew and freed them", "Some students gathered. Police dispersed them": the only people here, else the only ones who did something in the sentence before; -1 for none or several.</summary>
    private int Crew(int token, int clause, Func<int, bool> fits)
    {
        bool target = Tree[token].Relation == Relation.Obj || Tree[token].Relation == Relation.Obl && Tree.Case(token) is "on" or "at";
        // "opened fire on them".
        bool handled = phrases.Words.IsHandling(Tree[clause].Lemma.ToLowerInvariant()) || Tree[token].Relation == Relation.Obl && Tree.Child(clause, Relation.Obj) is >= 0 and var means && phrases.Words.IsHandling(Tree[means].Lemma.ToLowerInvariant());
        if (!target || !handled)
            return -1;
        int here = places.Only(token, 0, fits);
        if (here != -1 || Tree[clause].Relation != Relation.Root && !(Tree[clause].Relation == Relation.Conj && Tree.Head(clause) is >= 0 and var above && Tree[above].Relation == Relation.Root) || phrases.Quotes.At(token) > 0)
            return Math.Max(here, -1);
        int only = -1;
        bool acts = false;
        foreach (Spoken spoken in phrases.Recall.Back(1, phrases.Sentence.FirstToken))
        {
            if (spoken.IsModifier || !fits(spoken.Entity))
                continue;
            if (only >= 0 && only != spoken.Entity)
                return -1;
            only = spoken.Entity;
            acts |= Tree[spoken.Token].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj && Table[only].IsPlural;
        }

        return acts ? only : -1;
    }

    /// <summary>Whether the sentence before has a "they" that stayed open.</summary>
    private bool HasOpenBefore()
    {
        int before = phrases.Recall.Sentence - 1;
        if (before < 0)
            return true;
        Sentence sentence = Tree.Parsed.Sentences[before];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (phrases.Words.IsThey(phrases.Form(i, true)) && !phrases.Recall.Back(1).Any(spoken => spoken.Token == i))
                return true;
        }

        return false;
    }

    /// <summary>"He also promised them wages", "told them": people, no things, in the main clause of a sentence.</summary>
    private bool IsAddressed(int token, int clause) =>
        Tree[clause].Relation == Relation.Root && phrases.Quotes.At(token) == 0 && (Tree[token].Relation is Relation.Obj or Relation.Iobj || Tree[token].Relation == Relation.Obl && Tree.Case(token) == "to")
        && Tree[clause].Lemma.ToLowerInvariant() is var lemma && (phrases.Words.IsAddressing(lemma) || phrases.Words.IsUrging(lemma) && (Tree[token].Relation != Relation.Obj || Tree.Has(clause, Relation.Xcomp) || Tree.Has(clause, Relation.Ccomp)));

    /// <summary>"told teachers in Odal that …", "met the miners": the only ones in the plural to whom the main clause of the sentence before does something; -1 for none or several.</summary>
    private int AddressedBefore(Func<int, bool> fits)
    {
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(1, phrases.Sentence.FirstToken))
        {
            if (spoken.IsModifier || spoken.Entity == only || !fits(spoken.Entity) || Tree.Head(spoken.Token) is not (>= 0 and var verb) || Tree[verb].Relation != Relation.Root)
                continue;
            bool isTarget = Tree[spoken.Token].Relation is Relation.Obj or Relation.Iobj || Tree[spoken.Token].Relation == Relation.Obl && Tree.Case(spoken.Token) is "to" or "with";
            if (only >= 0 || !isTarget || Tree.Has(spoken.Token, Relation.Conj))
                return -1;
            only = spoken.Entity;
        }

        return only;
    }

    /// <summary>Whom the verb above is done to, where a clause of time or reason or what it is done by goes on with them: -1 where it does not, -2 where it is open.</summary>
    private int Suffering(int token, int clause, int above)
    {
        if (!phrases.Words.IsHandling(Tree[above].Lemma.ToLowerInvariant()) || Tree.Child(above, Relation.Obj) is not (>= 0 and var target) || target > token || phrases.OnlyMeantBy(target) is not (>= 0 and var held) || !Table[held].IsPlural)
            return -1;
        if (above == clause)
            return Tree[token].Relation == Relation.NmodPoss && Tree.Head(token) is >= 0 and var part && part != target && Tree.Head(part) == clause && Tree.Case(part) == "by" ? held : -1;
        if (!phrases.IsSubject(token) || Tree[clause].Relation != Relation.Advcl || Tree.Head(clause) != above)
            return -1;
        string mark = Tree.Child(clause, Relation.Mark) is >= 0 and var word ? phrases.Form(word) : Tree.Child(clause, Relation.Advmod) is >= 0 and var when && when < token ? phrases.Form(when) : "";
        return mark is "when" or "as" or "because" or "while" ? held : mark is "after" or "before" ? -2 : -1;
    }

    /// <summary>"held nine dockers near the gate; all were freed", "six students marched and all were held": before a passive, those in the plural to whom the clause before did something, else who did it.</summary>
    public List<int> AllOf(int token, string form)
    {
        int verb = Tree.Head(token);
        if (!Tree.Is(form, WordFunction.Whole) || phrases.Words.Count(form) != 0 || Tree[token].Relation != Relation.NsubjPass || Tree[verb].Relation is not (Relation.Conj or Relation.Parataxis) || Tree.Head(verb) is not (>= 0 and var before))
            return [];
        foreach (int _ in Tree.Children(token))
            return [];
        int told = Tree.Child(before, Relation.Obj) is >= 0 and var suffering ? suffering : Tree.Child(before, Relation.NsubjPass) is >= 0 and var passive ? passive : Tree.Child(before, Relation.Nsubj);
        foreach (Spoken spoken in phrases.Recall.Back(0, token))
        {
            if (spoken.Token == told && !spoken.IsModifier && Table[spoken.Entity].IsPlural)
                return [spoken.Entity];
        }

        return [];
    }

    /// <summary>"The three", "the twelve": the only group of so many of whom the last sentences tell; -1 for none or several.</summary>
    /// <param name="token">The number.</param>
    /// <param name="number">How many; 0 for as many as the same word told.</param>
    public int Counted(int token, int number)
    {
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(CountedWindow, token))
        {
            if (spoken.IsModifier || spoken.Entity == only || !Table[spoken.Entity].IsPlural || Tree.Child(spoken.Token, Relation.Nummod) is not (>= 0 and var count) || (number > 0 ? phrases.Words.Count(phrases.Form(count, true)) != number : phrases.Form(count, true) != phrases.Form(token)))
                continue;
            if (only >= 0)
                return -1;
            only = spoken.Entity;
        }

        return only;
    }

    /// <summary>The only ones in the plural of whom the sentence before tells, where neither it nor this one up to a word tells of other things or people in the plural; -1 for none or several.</summary>
    private int OnlyTold(int token, Func<int, bool> fits)
    {
        int before = phrases.Recall.Sentence - 1;
        if (before < 0 || things.HasPlurals(token) || places.Only(token, 0, entity => Table[entity].IsPlural) != -1)
            return -1;
        int only = -1;
        HashSet<int> told = [];
        foreach (Spoken spoken in phrases.Recall.Back(1, phrases.Sentence.FirstToken))
        {
            told.Add(spoken.Token);
            if (spoken.Sentence != before || spoken.IsModifier || spoken.Entity == only || !fits(spoken.Entity))
                continue;
            if (only >= 0 || Tree.Has(spoken.Token, Relation.Conj))
                return -1;
            only = spoken.Entity;
        }

        Sentence sentence = Tree.Parsed.Sentences[before];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (Tree[i].Pos == PartOfSpeech.Noun && Tree[i].Morphology.HasFlag(Morphology.Plural) && !told.Contains(i) && Tree[i].Relation is not (Relation.Compound or Relation.OblUnmarked))
                return -1;
        }

        return only;
    }

    /// <summary>"The navy detained two fishermen. Their boats …": the only ones in the plural of the sentence before, where it tells of no things in the plural; -1 for none or several.</summary>
    private int OnlyBefore(Func<int, bool> fits)
    {
        int before = phrases.Recall.Sentence - 1;
        if (before < 0)
            return -1;
        int only = -1;
        HashSet<int> told = [.. phrases.Recall.Back(1).Where(spoken => spoken.Sentence == before).Select(static spoken => spoken.Token)];
        Sentence sentence = Tree.Parsed.Sentences[before];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            bool isSide = Tree[i].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj;
            if (isSide && Tree[i].Pos == PartOfSpeech.Noun && Tree[i].Morphology.HasFlag(Morphology.Plural) && !told.Contains(i) || isSide && Tree.Has(i, Relation.Conj))
                return -1;
        }

        foreach (Spoken spoken in phrases.Recall.Back(1, phrases.Sentence.FirstToken))
        {
            if (spoken.IsModifier || !fits(spoken.Entity) || only == spoken.Entity)
                continue;
            if (only >= 0 || Tree[spoken.Token].Relation is not (Relation.Nsubj or Relation.NsubjPass or Relation.Obj))
                return -1;
            only = spoken.Entity;
        }

        return only;
    }

    /// <summary>"Everybody knows that bishops serve. They …" in one quotation: of those told of between, as well.</summary>
    private bool IsBehindOther(int nominal, int token, int clause) =>
        Tree[clause].Relation == Relation.Parataxis && phrases.Recall.Back(0, token).Any(spoken => spoken is { IsSubject: true, IsModifier: false } && spoken.Token > nominal && spoken.Token < clause && Table[spoken.Entity].IsPlural && !phrases.MeantBy(nominal).Contains(spoken.Entity));

    /// <summary>Whether an entity is the subject of a clause.</summary>
    private bool IsDoer(int entity, int clause) => clause >= 0 && clauses.SubjectOf(clause) is >= 0 and var doer && phrases.MeantBy(doer).Contains(entity);

    /// <summary>"The ministry said they had closed the road": a body speaks of itself.</summary>
    private bool IsSpeaking(int entity, int verb) =>
        Table[entity] is { Kind: EntityKind.Organization or EntityKind.Group } && speech.IsSpeech(Tree[verb].Lemma.ToLowerInvariant());

    private bool HasOtherGroup(int entity, int token)
    {
        foreach (Spoken spoken in phrases.Recall.Back(1, token))
        {
            if (spoken.Entity != entity && !spoken.IsModifier && Table[spoken.Entity].IsPlural && (spoken.IsSubject || spoken.Sentence == phrases.Recall.Sentence))
                return true;
        }

        return false;
    }
}
