using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Pronouns and "the latter", precision first: an unclear one stays open.</summary>
internal sealed class Pronouns(Phrases phrases, SpeechWords speech, NounsAgain again)
{
    /// <summary>How many sentences may speak of one person alone before a pronoun, and how often they must.</summary>
    private const int SoleWindow = 3;

    private const int SoleCount = 3;

    private readonly ClauseSubjects clauses = new(phrases.Tree);
    private readonly EarlierSubjects earlier = new(phrases, new ClauseSubjects(phrases.Tree));
    private readonly Protagonist protagonist = new(phrases, speech);
    private readonly Latter latter = new(phrases);
    private readonly ParallelObjects parallels = new(phrases);
    private readonly Tellers tellers = new(phrases, speech, again);

    private int quote;

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    public void Read(int token)
    {
        string form = phrases.Form(token);
        if (phrases.Words.IsStyle(phrases.Form(token + 1)))
            return;
        List<int> meant = [];
        string rule = "mention.pronoun";
        bool possessive = Tree[token].Relation == Relation.NmodPoss;
        if (Tree[token].Pos is PartOfSpeech.Pron or PartOfSpeech.Det || possessive)
        {
            if (phrases.Words.IsHe(form) || phrases.Words.IsShe(form))
                Add(meant, Person(token, phrases.Words.IsHe(form), possessive));
            else if (phrases.Words.IsIt(form) && (possessive || phrases.IsSubject(token)))
                Add(meant, State(token, possessive));
            else if (phrases.Words.IsIt(form) && Tree.Head(token) is >= 0 and var verb && phrases.Words.IsUrging(Tree[verb].Lemma.ToLowerInvariant()))
                Add(meant, parallels.Of(token, entity => Table[entity] is { Kind: EntityKind.State or EntityKind.Organization or EntityKind.Group, IsPlural: false }));
            else if (possessive && phrases.Words.IsWhose(form))
                Add(meant, Antecedent(token));
            else if (phrases.Words.IsThey(form))
                meant = Several(token);
        }
        else if (phrases.Words.IsLatter(form) || phrases.Words.IsFormer(form) && Tree[token].Relation is Relation.Nsubj or Relation.Obj or Relation.NsubjPass or Relation.Obl or Relation.OblAgent && !HasNoun(token))
        {
            Add(meant, latter.Of(token, phrases.Words.IsLatter(form)));
            rule = "mention.latter";
        }

        if (phrases.Words.Count(form) == 2 && meant.Count == 0 && phrases.IsSubject(token) && Tree[token].Relation != Relation.Conj && phrases.Form(token + 1) != "of" && earlier.SubjectsBefore(_ => false) is { Count: 2 } both)
        {
            meant = both;
            rule = "mention.the-two";
        }

        foreach (int entity in meant)
            phrases.Mention(Tree[token].Range, token, entity, MentionKind.Pronoun, rule);

        // Whom the report calls "she" once is no "he" later.
        if (meant is [var one] && Table[one] is { Kind: EntityKind.Person } draft && phrases.GenderOf(draft) == Gender.Unknown)
            (draft.IsMale, draft.IsFemale) = (phrases.Words.IsHe(form), phrases.Words.IsShe(form));
        if (possessive && meant.Count == 1)
            phrases.Own(token, meant[0]);
    }

    /// <summary>"France, whose president …": whom the relative clause describes; -1 for none or several.</summary>
    private int Antecedent(int token)
    {
        int above = Tree.Head(token);
        for (int hops = 0; hops < 8 && above >= 0 && Tree[above].Relation != Relation.AclRelcl; hops++)
            above = Tree.Head(above);
        if (above < 0 || Tree.Head(above) is not (>= 0 and var noun) || noun > token)
            return -1;

        // "Chad, whose …, asked Togo, whose …": a name right before the comma that is no part of what the tree points at leaves it open.
        return Tree.IsUnder(phrases.Form(token - 1) == "," ? token - 2 : token - 1, noun) ? MeantBy(noun) : -1;
    }

    private bool HasNoun(int token) => Tree[token].Head == token + 1;

    private static void Add(List<int> meant, int entity)
    {
        if (entity >= 0)
            meant.Add(entity);
    }

    /// <summary>The subject of the clause or of the one above; else the only person about; else the subject of the sentence before.</summary>
    private int Person(int token, bool male, bool possessive)
    {
        quote = phrases.Quotes.At(token);
        int near = Person(token, male, possessive, out Func<int, bool> fits);
        if (near >= 0 && quote == 0 && !IsSaying(token, clauses.ClauseOf(token)) && earlier.IsNewParagraph() && !earlier.HasSubjectBehind(token) && protagonist.Instead(near, fits) is >= 0 and var instead)
            return instead;
        return near >= 0 || quote > 0 ? near : Sole(token, fits);
    }

    /// <summary>The one person of whom the last sentences speak, named and told of often, where neither they nor this one have another who could be meant; -1 for none.</summary>
    private int Sole(int token, Func<int, bool> fits)
    {
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(SoleWindow))
        {
            if (spoken.Entity == only || !fits(spoken.Entity))
                continue;
            if (only >= 0)
                return -1;
            only = spoken.Entity;
        }

        if (only < 0 || Table[only] is { IsNamed: false, Known: null } || Table.Count(only) < SoleCount || earlier.HasSubjectBehind(token))
            return -1;

        // Of whom else the report tells more may be meant though the last sentences did not name them.
        if (phrases.Recall.Back(phrases.Recall.Sentence).Any(spoken => spoken.Entity != only && fits(spoken.Entity) && Table.Count(spoken.Entity) >= Table.Count(only)))
            return -1;
        for (int i = phrases.Sentence.FirstToken; i < phrases.Sentence.EndToken; i++)
        {
            // A name that nothing knows, or some relative, who does or suffers something here.
            bool unseen = Tree[i].Pos == PartOfSpeech.Propn ? phrases.Signs.At(i) is null or { Meant.Count: 0, Kind: SightingKind.Name } : Tree[i].Pos == PartOfSpeech.Noun && phrases.Words.IsKin(phrases.Form(i)) && phrases.MeantBy(i).Count == 0 && i < token;
            if (unseen && Tree[i].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj or Relation.NmodPoss or Relation.OblAgent)
                return -1;
        }

        return only;
    }

    private int Person(int token, bool male, bool possessive, out Func<int, bool> fits)
    {
        int own = -1;
        // "The judge read the verdict. He was sentenced …": no judge.
        bool punished = Tree[token].Relation == Relation.NsubjPass && Tree.Head(token) is >= 0 and var punishing && phrases.Words.IsAccusing(Tree[punishing].Lemma.ToLowerInvariant());
        punished |= Tree[token].Relation == Relation.NsubjPass && earlier.IsAccusing();
        bool Fits(int entity) => entity != own && !(punished && Table[entity].Sectors is [Sector.Jud, ..]) && Table[entity] is { Kind: EntityKind.Person, IsPlural: false } draft && phrases.GenderOf(draft) is var gender && (gender == Gender.Unknown || gender == (male ? Gender.Male : Gender.Female));
        fits = Fits;
        bool reflexive = Tree[token].Relation is Relation.Obj && phrases.Form(token).EndsWith("self", StringComparison.Ordinal);
        int clause = clauses.ClauseOf(token);
        bool subject = phrases.IsSubject(token);

        // "The diver trusted him": another than the subject of the same verb.
        bool beside = Tree[token].Relation == Relation.Obl && clause >= 0 && !Tree.Has(clause, Relation.Obj) && !phrases.Words.IsPlaceCase(Tree.Case(token));
        if (clause >= 0 && !subject && !possessive && !reflexive && (beside || Tree[token].Relation is Relation.Obj or Relation.Iobj))
            own = DoerOf(clause);
        else if (possessive)
            own = Described(Tree.Head(token));
        if (possessive && clause >= 0 && Reason(token, clause) is >= 0 and var thanked && thanked != own && Fits(thanked))
            return thanked;
        for (int at = clause, steps = 0; at >= 0 && steps < 6; at = clauses.ClauseAbove(at), steps++)
        {
            // An object pronoun is not the subject of its own clause, nor of the one whose subject does that too.
            if (!possessive && !reflexive && (at == clause || IsShared(clause, at, token) || IsOfDoer(clause, at, token)))
                continue;
            if (clauses.SubjectOf(at) is not (>= 0 and var nominal) || nominal >= token)
                continue;

            // Who is quoted says "I", not "he".
            if (phrases.Quotes.At(nominal) != quote)
                return -1;
            if (MeantBy(nominal) is >= 0 and var entity)
            {
                if (entity == own)
                    continue;
                bool nameless = possessive && at != clause && Table[entity] is { IsNamed: false, Known: null };
                if ((subject || nameless) && tellers.IsOfAnother(entity, nominal, at, Fits))
                    return -1;
                return Fits(entity) && !IsOpenBetween(entity, token, male) ? entity : -1;
            }

            // "His coach, Karl Beck, said he was the best".
            if (subject && Tree.Has(nominal, Relation.NmodPoss) && tellers.HasElder(int.MaxValue, entity => Fits(entity) && !IsUnder(entity, nominal)))
                return -1;

            // "Another said that she …", "Waddoups said": somebody whom nothing names, or who stayed open.
            if (IsSomebody(nominal) || phrases.Words.IsHe(phrases.Form(nominal)) || phrases.Words.IsShe(phrases.Form(nominal)))
                return -1;
        }

        if (parallels.Of(token, Fits) is >= 0 and var parallel)
            return parallel;
        int here = Only(token, 0, Fits);
        if (here >= 0)
            return here;
        if (subject && IsOpening(token) && earlier.MainSubjects().Where(one => Table[one].Kind == EntityKind.Person).ToArray() is [var going] && Fits(going))
            return HasRival(going, Fits) || !IsSaying(token, clause) && tellers.IsOfAnother(going, Fits) ? -1 : phrases.GenderOf(Table[going]) == Gender.Unknown && Surer(male) is >= 0 and var surer ? surer : going;
        if (quote > 0)
            return -1;
        if (here == -2 && !subject || phrases.Recall.Sentence > 0 && IsAboutSomebody(Tree.Parsed.Sentences[phrases.Recall.Sentence - 1], token))
            return -1;
        int nearest = phrases.Recall.Nearest(spoken => !spoken.IsModifier && spoken.Sentence < phrases.Recall.Sentence && phrases.Quotes.At(spoken.Token) == 0 && Fits(spoken.Entity), 2, token);
        return here == -1 && nearest >= 0 && !IsOtherQuoted(nearest, Fits) && !(subject && tellers.IsOfAnother(nearest, Fits)) ? nearest : -1;
    }

    /// <summary>Whether somebody is named within a noun phrase of this sentence.</summary>
    private bool IsUnder(int entity, int nominal) => phrases.Recall.Back(0).Any(spoken => spoken.Entity == entity && (spoken.Token == nominal || Tree.IsUnder(spoken.Token, nominal)));

    /// <summary>"thanked the envoy for her work": the one person who is the object of the verb before "for"; -1 for none.</summary>
    private int Reason(int token, int clause)
    {
        int noun = Tree.Head(token);
        return noun >= 0 && Tree[noun].Relation == Relation.Obl && Tree.Head(noun) == clause && Tree.Case(noun) == "for" && Tree.Child(clause, Relation.Obj) is >= 0 and var target && target < token ? MeantBy(target) : -1;
    }

    /// <summary>Who does what a verb tells, though an infinitive has no subject of its own: "joined the race to beat him"; -1 for none.</summary>
    private int DoerOf(int verb)
    {
        int at = verb;
        for (int steps = 0; steps < 4; steps++)
        {
            if (clauses.SubjectOf(at) is >= 0 and var subject)
            {
                // "the clerk, who worked with him".
                if (Tree[at].Relation == Relation.AclRelcl && Tree[subject].Pos == PartOfSpeech.Pron && phrases.MeantBy(subject).Count == 0)
                    return MeantBy(Tree.Head(at));
                return MeantBy(subject) is >= 0 and var meant ? meant : Tree.Child(subject, Relation.Appos) is >= 0 and var name ? MeantBy(name) : -1;
            }

            // "asked her to meet him": whoever is asked does it.
            if (at == verb && Tree[at].Relation is not (Relation.Acl or Relation.Advcl) || !Tree[verb].Morphology.HasFlag(Morphology.Infinitive) || clauses.ClauseAbove(at) is not (>= 0 and var above))
                return -1;
            at = above;
        }

        return -1;
    }

    /// <summary>"Ana Roux, his wife and heir": the one whom the owned noun describes, who is not the owner; -1 for none.</summary>
    private int Described(int noun)
    {
        while (noun >= 0 && Tree[noun].Relation == Relation.Conj)
            noun = Tree.Head(noun);
        return noun >= 0 && Tree[noun].Relation == Relation.Appos && Tree.Head(noun) is >= 0 and var name ? MeantBy(name) : -1;
    }

    /// <summary>"Ana Roux died, her son Robin Roux said. She …": the only one of the sentence before who is known to be a woman; -1 for none or several.</summary>
    private int Surer(bool male)
    {
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(1))
        {
            if (spoken.Sentence == phrases.Recall.Sentence || spoken.IsModifier || phrases.Quotes.At(spoken.Token) > 0 || Table[spoken.Entity] is not { Kind: EntityKind.Person, IsPlural: false } draft || phrases.GenderOf(draft) != (male ? Gender.Male : Gender.Female) || spoken.Entity == only)
                continue;
            if (only >= 0)
                return -1;
            only = spoken.Entity;
        }

        return only;
    }

    /// <summary>"Her lawyer Sandy Roe said that she …": of the two persons of the sentence only the other is known to be a woman.</summary>
    private bool IsOpenBetween(int entity, int token, bool male)
    {
        if (phrases.GenderOf(Table[entity]) != Gender.Unknown || !phrases.IsSubject(token))
            return false;
        foreach (Spoken spoken in phrases.Recall.Back(0, token))
        {
            if (spoken.Entity != entity && !spoken.IsModifier && Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false } other && phrases.GenderOf(other) == (male ? Gender.Male : Gender.Female))
                return true;
        }

        return false;
    }

    /// <summary>The sentence before tells of others in quotation marks alone: words from further back may mean any of them.</summary>
    private bool IsOtherQuoted(int entity, Func<int, bool> fits)
    {
        bool isNear = false, isOther = false;
        foreach (Spoken spoken in phrases.Recall.Back(1))
        {
            if (spoken.Sentence == phrases.Recall.Sentence || spoken.IsModifier)
                continue;
            bool marked = phrases.Quotes.At(spoken.Token) != 0;
            isNear |= spoken.Entity == entity && !marked;
            isOther |= spoken.Entity != entity && marked && fits(spoken.Entity);
        }

        return isOther && !isNear;
    }

    /// <summary>"agreed to take them in": the subject of the verb above does both, so that it is not the object.</summary>
    private bool IsShared(int clause, int above, int token) =>
        above != clause && Tree[clause].Relation == Relation.Xcomp && Tree[clause].Head == above && !phrases.IsSubject(token) && !IsAsked(Tree.Child(above, Relation.Obj)) && Tree.Child(above, Relation.Iobj) < 0;

    /// <summary>"fired at the crowd and arrested them": one does both, and is not the object.</summary>
    private bool IsOfDoer(int clause, int above, int token) =>
        !phrases.IsSubject(token) && clauses.SubjectOf(clause) is >= 0 and var doer && clauses.SubjectOf(above) == doer;

    /// <summary>Somebody, who may be the one that an infinitive tells of: "asked her to", but not "joined the race to".</summary>
    private bool IsAsked(int noun) => noun >= 0 && (Tree[noun].Pos is PartOfSpeech.Pron or PartOfSpeech.Propn || phrases.MeantBy(noun).Count > 0);

    /// <summary>Somebody whom nothing names: "another", "one of the victims", a name that is no mention.</summary>
    private bool IsSomebody(int nominal) =>
        Tree[nominal].Pos is PartOfSpeech.Propn or PartOfSpeech.Num || Tree.Form(nominal).Equals("one", StringComparison.OrdinalIgnoreCase) || Tree.Form(nominal).Equals("another", StringComparison.OrdinalIgnoreCase);

    /// <summary>The subject of a whole sentence is somebody whom nothing names, and the pronoun after it may go on with them.</summary>
    private bool IsAboutSomebody(Sentence sentence, int token)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (Tree[i].Relation == Relation.Root)
                return clauses.SubjectOf(i) is >= 0 and var subject && Tree[subject].Pos != PartOfSpeech.Propn && (IsSomebody(subject) || IsTeller(subject, i) && IsSaying(token, clauses.ClauseOf(token)));
        }

        return false;
    }

    /// <summary>"The digger said …": one who is no mention and speaks.</summary>
    private bool IsTeller(int subject, int verb) =>
        Tree[subject].Pos == PartOfSpeech.Noun && speech.IsSpeech(Tree[verb].Lemma.ToLowerInvariant()) && !phrases.Words.IsKin(phrases.Form(subject)) && !Tree.Has(subject, Relation.Appos) && !Tree.Has(subject, Relation.NmodPoss)
        && !phrases.Recall.Back(1).Any(spoken => spoken.Token == subject);

    /// <summary>The only entity of this sentence that fits; -1 for none, -2 for several.</summary>
    private int Only(int token, int sentences, Func<int, bool> fits)
    {
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(sentences, token))
        {
            if (spoken.IsModifier || !fits(spoken.Entity) || phrases.Quotes.At(spoken.Token) is var part && part != quote && (quote > 0 || phrases.IsSubject(token)) || IsInOpening(spoken.Token, token))
                continue;
            if (only >= 0 && only != spoken.Entity)
                return -2;
            only = spoken.Entity;
        }

        return only;
    }

    /// <summary>"Speaking to the envoy, he …": whoever stands in an adverbial clause without a subject before the pronoun that it hangs on is another.</summary>
    private bool IsInOpening(int other, int token)
    {
        int clause = clauses.ClauseOf(token);
        int inner = clauses.ClauseOf(other);
        return clause >= 0 && inner >= 0 && phrases.IsSubject(token) && Tree[inner].Relation == Relation.Advcl && Tree[inner].Head == clause && clauses.SubjectOf(inner) < 0;
    }

    /// <summary>A state or body that is the subject of the clause above or of this one; "it" alone stays open else.</summary>
    private int State(int token, bool possessive)
    {
        bool Fits(int entity) => Table[entity] is { Kind: EntityKind.State or EntityKind.Organization or EntityKind.Group, IsPlural: false };
        int clause = clauses.ClauseOf(token);
        quote = phrases.Quotes.At(token);
        for (int at = clause, steps = 0; at >= 0 && steps < 6; at = clauses.ClauseAbove(at), steps++)
        {
            if (at == clause && !possessive)
                continue;
            if (clauses.SubjectOf(at) is not (>= 0 and var nominal) || nominal >= token)
                continue;
            if (phrases.Quotes.At(nominal) != quote)
                return -1;
            if (MeantBy(nominal) is not (>= 0 and var entity) || !Fits(entity))
                return -1;

            // "accused Washington of … by supporting its opposition": without a subject of its own the clause leaves open whose.
            bool same = Tree[clause].Relation == Relation.Xcomp && Tree[clause].Head == at && !phrases.Recall.Back(0, token).Any(spoken => spoken.Token > nominal && !spoken.IsModifier && Fits(spoken.Entity) && spoken.Entity != entity && !Tree.IsUnder(spoken.Token, nominal));
            return at == clause || !possessive || same || Only(token, 0, Fits) == entity ? entity : -1;
        }

        // "The ministry warned drivers. It also urged …": who says so goes on.
        if (!possessive)
            return IsSaying(token, clause) && earlier.MainSubjects() is [var body] && Fits(body) && Table[body].Kind != EntityKind.State ? body : -1;
        int only = Only(token, 0, Fits);
        if (only >= 0)
            return HasOtherThing(token) ? -1 : only;
        return only == -1 && token == phrases.Sentence.FirstToken && quote == 0 ? earlier.SubjectBefore(Fits) : -1;
    }

    /// <summary>The pronoun that opens a sentence as the subject of its main verb, outside of quotations.</summary>
    private bool IsOpening(int token)
    {
        if (phrases.Quotes.At(token) > 0 || Tree.Head(token) is not (>= 0 and var verb))
            return false;

        // "'…', he said" and "'…', said he": nothing else stands outside of the quotation.
        if (Tree[verb].Relation != Relation.Root && !(speech.IsSpeech(Tree[verb].Lemma.ToLowerInvariant()) && phrases.Quotes.At(phrases.Sentence.FirstToken + 1) > 0))
            return false;
        for (int i = phrases.Sentence.FirstToken; i < token; i++)
        {
            if (phrases.Quotes.At(i) == 0 && i != verb && Tree[i].Pos is not (PartOfSpeech.Cconj or PartOfSpeech.Adv or PartOfSpeech.Punct))
                return false;
        }

        return true;
    }

    /// <summary>"The president said so, while the minister wrote …": another subject of the sentence before that may go on; not one of what is only said or of a relative clause.</summary>
    private bool HasRival(int main, Func<int, bool> fits)
    {
        foreach (Spoken spoken in phrases.Recall.Back(1))
        {
            if (!spoken.IsSubject || spoken.IsModifier || spoken.Entity == main || spoken.Sentence == phrases.Recall.Sentence || phrases.Quotes.At(spoken.Token) > 0 || !fits(spoken.Entity))
                continue;
            int clause = clauses.ClauseOf(spoken.Token);
            bool inner = false;
            for (int at = clause, steps = 0; at >= 0 && steps < 8; at = Tree.Head(at), steps++)
                inner |= Tree[at].Relation is Relation.Ccomp or Relation.Acl or Relation.AclRelcl or Relation.Xcomp;
            if (!inner || speech.IsSpeech(Tree[clause].Lemma.ToLowerInvariant()))
                return true;
        }

        return false;
    }

    /// <summary>"It also urged …", "They said …": opens the sentence and says something.</summary>
    private bool IsSaying(int token, int clause) =>
        IsOpening(token) && clause == Tree.Head(token) && Tree[clause].Pos == PartOfSpeech.Verb && (speech.IsSpeech(Tree[clause].Lemma.ToLowerInvariant()) || phrases.Words.IsUrging(Tree[clause].Lemma.ToLowerInvariant()));

    /// <summary>A singular thing without a mention stands between the start of the sentence and the pronoun: it may be meant.</summary>
    private bool HasOtherThing(int token)
    {
        for (int i = phrases.Sentence.FirstToken; i < token; i++)
        {
            if (Tree[i].Pos == PartOfSpeech.Noun && phrases.Signs.At(i) is null && Tree[i].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj)
                return true;
        }

        return false;
    }

    private List<int> Several(int token)
    {
        bool Fits(int entity) => Table[entity].IsPlural;
        quote = phrases.Quotes.At(token);
        int clause = clauses.ClauseOf(token);
        bool possessive = Tree[token].Relation == Relation.NmodPoss;
        bool reflexive = phrases.Form(token).EndsWith("selves", StringComparison.Ordinal);
        for (int at = clause, steps = 0; at >= 0 && steps < 6; at = clauses.ClauseAbove(at), steps++)
        {
            if (!possessive && !reflexive && (at == clause || IsShared(clause, at, token) || IsOfDoer(clause, at, token)))
                continue;
            if (clauses.SubjectOf(at) is not (>= 0 and var nominal) || nominal >= token)
                continue;
            if (phrases.Quotes.At(nominal) != phrases.Quotes.At(token))
                return [];
            if (phrases.MeantBy(nominal) is var all && (all.Count > 1 || all.Count == 1 && (Fits(all[0]) || IsSpeaking(all[0], at) && !HasOtherGroup(all[0], token))))
                return HasOtherPlural(nominal, token) ? [] : all;
            break;
        }

        // "The minister met the protesters and told them …": the only ones before who are not the subject.
        if (!possessive && !phrases.IsSubject(token))
            return clause < 0 || reflexive || HasOtherPlurals(token) || Tree[clause].Morphology.HasFlag(Morphology.Infinitive) ? [] : Only(token, 0, entity => Fits(entity) && !IsDoer(entity, clause)) is >= 0 and var others ? [others] : [];

        if (IsSaying(token, clause) && earlier.MainSubjects() is { Count: > 0 } going && going.All(one => Table[one].Kind != EntityKind.Place) && (going.Count > 1 || Table[going[0]].Kind is EntityKind.Group or EntityKind.Organization))
            return going;
        return phrases.Quotes.At(token) == 0 && phrases.IsSubject(token) && clauses.ClauseAbove(clause) < 0 ? earlier.SubjectsBefore(Fits) is { Count: > 0 } before ? before : IsOpening(token) ? earlier.Counterparts() : [] : [];
    }

    /// <summary>Whether an entity is the subject of a clause.</summary>
    private bool IsDoer(int entity, int clause) => clause >= 0 && clauses.SubjectOf(clause) is >= 0 and var doer && phrases.MeantBy(doer).Contains(entity);

    /// <summary>"The ministry said they had closed the road": a body speaks of itself.</summary>
    private bool IsSpeaking(int entity, int verb) =>
        Table[entity] is { Kind: EntityKind.Organization or EntityKind.Group } && speech.IsSpeech(Tree[verb].Lemma.ToLowerInvariant());

    private bool HasOtherGroup(int entity, int token)
    {
        foreach (Spoken spoken in phrases.Recall.Back(0, token))
        {
            if (spoken.Entity != entity && !spoken.IsModifier && Table[spoken.Entity].IsPlural)
                return true;
        }

        return false;
    }

    /// <summary>Things in the plural, or some who stayed open, before a pronoun in its sentence, which they may be: "interviewed her about the killings before he was linked to them".</summary>
    private bool HasOtherPlurals(int token)
    {
        for (int i = phrases.Sentence.FirstToken; i < token; i++)
        {
            bool plural = Tree[i].Pos == PartOfSpeech.Noun && Tree[i].Morphology.HasFlag(Morphology.Plural) && phrases.Signs.At(i) is null;
            if (plural || phrases.Words.IsThey(phrases.Form(i)) && phrases.MeantBy(i).Count == 0)
                return true;
        }

        return false;
    }

    /// <summary>Things in the plural between the subject and the pronoun, which they may be: "farmers raised the birds to sell them".</summary>
    private bool HasOtherPlural(int subject, int token)
    {
        for (int i = subject + 1; i < token; i++)
        {
            if (Tree[i].Pos == PartOfSpeech.Noun && Tree[i].Morphology.HasFlag(Morphology.Plural) && phrases.Signs.At(i) is null && Tree[i].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj)
                return true;
        }

        return false;
    }

    private int MeantBy(int token)
    {
        List<int> all = phrases.MeantBy(token);
        return all.Count == 1 ? all[0] : -1;
    }
}
