using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Where a pronoun stands: whether it opens a sentence or says something, and who else is told of beside it.</summary>
internal sealed class PronounPlaces(Phrases phrases, SpeechWords speech)
{
    private readonly ClauseSubjects clauses = new(phrases.Tree);

    private DocumentTree Tree => phrases.Tree;

    /// <summary>The pronoun that opens a sentence as the subject of its main verb, outside of quotations.</summary>
    public bool IsOpening(int token)
    {
        if (phrases.Quotes.At(token) > 0 || Tree.Head(token) is not (>= 0 and var verb))
            return false;

        // "'…', he said" and "'…', said he": nothing else stands outside of the quotation.
        if (Tree[verb].Relation != Relation.Root && !((speech.IsSpeech(Tree[verb].Lemma.ToLowerInvariant()) || IsQuotedAs(verb)) && phrases.Quotes.At(phrases.Sentence.FirstToken + 1) > 0))
            return false;
        for (int i = phrases.Sentence.FirstToken; i < token; i++)
        {
            if (phrases.Quotes.At(i) == 0 && i != verb && Tree[i].Pos is not (PartOfSpeech.Cconj or PartOfSpeech.Adv or PartOfSpeech.Punct) && !IsFrame(i, verb))
                return false;
        }

        return true;
    }

    /// <summary>The subject of a predicate; of "the new coordinator, Ana Roux, who presented her letters" the name.</summary>
    public int SubjectOf(int clause, int token)
    {
        int nominal = clauses.SubjectOf(clause);
        return nominal >= 0 && clauses.IsRelative(clause) && phrases.MeantBy(nominal).Count == 0 && Tree.Child(nominal, Relation.Appos) is >= 0 and var bearer && bearer < token ? bearer : nominal;
    }

    /// <summary>"At the same time it thanked …", "On Monday they said": a phrase before the subject that names nobody.</summary>
    private bool IsFrame(int token, int verb)
    {
        int top = token;
        for (int steps = 0; steps < 4 && Tree.Head(top) is >= 0 and var above && above != verb; steps++)
            top = above;
        return Tree.Head(top) == verb && Tree[top].Relation is Relation.Obl or Relation.OblUnmarked && Tree[top].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn && phrases.MeantBy(top).Count == 0 && phrases.Signs.At(token) is null;
    }

    /// <summary>"was quoted as saying".</summary>
    private bool IsQuotedAs(int verb)
    {
        foreach (int child in Tree.Children(verb))
        {
            if (child > verb && Tree[child].Morphology.HasFlag(Morphology.Gerund) && speech.IsSpeech(Tree[child].Lemma.ToLowerInvariant()) && phrases.Form(child - 1) == "as")
                return true;
        }

        return false;
    }

    /// <summary>"It also urged …", "They said …": opens the sentence and says something.</summary>
    public bool IsSaying(int token, int clause) =>
        IsOpening(token) && Tree[token].Relation == Relation.Nsubj && clause == Tree.Head(token) && Tree[clause].Pos == PartOfSpeech.Verb && (speech.IsSpeech(Tree[clause].Lemma.ToLowerInvariant()) || phrases.Words.IsUrging(Tree[clause].Lemma.ToLowerInvariant()));

    /// <summary>"The 14, he said, had left": says so between two commas.</summary>
    public bool IsInserted(int token, int clause) =>
        clause >= 0 && token > phrases.Sentence.FirstToken && phrases.Form(token - 1) == "," && phrases.Form(clause + 1) == "," && speech.IsSpeech(Tree[clause].Lemma.ToLowerInvariant())
            && (Tree[clause].Relation == Relation.Parataxis || Tree.Child(clause, Relation.Ccomp) is >= 0 and var told && told > clause && clauses.SubjectOf(told) is >= 0 and var subject && subject < token);

    /// <summary>"It is not known whether …", "it was clear that …", "wants it scrapped": stands for what follows, or for no subject above.</summary>
    public bool IsEmpty(int token, int clause)
    {
        bool stated = Tree.Has(clause, Relation.AuxPass) && !phrases.Words.IsAddressing(Tree[clause].Lemma.ToLowerInvariant()) || Tree.Has(clause, Relation.Cop) && Tree[clause].Pos == PartOfSpeech.Adj;
        if (stated && token < clause && (Tree.Child(clause, Relation.Ccomp) > clause || Tree.Child(clause, Relation.Csubj) > clause || Tree.Child(clause, Relation.CsubjPass) > clause))
            return true;

        // "The minister, it was said, had left".
        if (token < clause && Tree.Has(clause, Relation.AuxPass) && Tree[clause].Relation == Relation.Parataxis && speech.IsSpeech(Tree[clause].Lemma.ToLowerInvariant()) && !Tree.Has(clause, Relation.Obl) && !Tree.Has(clause, Relation.Xcomp) && !Tree.Has(clause, Relation.Obj) && !Tree.Has(clause, Relation.OblAgent))
            return true;

        // "it was smugglers who were stopped", "closed, if it is not".
        if (Tree.Has(clause, Relation.Cop) && Tree.Child(clause, Relation.AclRelcl) > clause && token < clause || Tree[clause] is { Pos: PartOfSpeech.Aux, Relation: Relation.Advcl })
            return true;
        bool bare = Tree[clause].Relation is Relation.Xcomp or Relation.Ccomp && !Tree[clause].Morphology.HasFlag(Morphology.Finite) && !Tree.Has(clause, Relation.Aux) && !Tree.Has(clause, Relation.AuxPass) && !Tree.Has(clause, Relation.Cop);
        return bare && Tree.Head(clause) == token - 1;
    }

    /// <summary>"It expelled the envoy": opens the sentence and does what only somebody does.</summary>
    public bool IsDealing(int token, int clause) =>
        IsOpening(token) && Tree[token].Relation == Relation.Nsubj && clause == Tree.Head(token) && Tree[clause].Pos == PartOfSpeech.Verb && Tree.Has(clause, Relation.Obj) && Tree[clause].Lemma.ToLowerInvariant() is var lemma && (phrases.Words.IsDealing(lemma) || phrases.Words.IsSending(lemma));

    /// <summary>"It intends to send", "It hopes": opens the sentence and means to do something.</summary>
    public bool IsIntending(int token, int clause) =>
        IsOpening(token) && Tree[token].Relation == Relation.Nsubj && clause == Tree.Head(token) && Tree.Has(clause, Relation.Xcomp) && phrases.Words.IsIntending(Tree[clause].Lemma.ToLowerInvariant());

    /// <summary>"asked that he receive": a verb without a tense in what somebody is asked to do.</summary>
    public bool IsAskedThere(int clause, int above) =>
        above != clause && Tree[clause].Relation == Relation.Ccomp && Tree.Head(clause) == above && phrases.Words.IsClaiming(Tree[above].Lemma.ToLowerInvariant()) && !Tree.Has(clause, Relation.Aux) && phrases.Form(clause).Equals(Tree[clause].Lemma, StringComparison.OrdinalIgnoreCase);

    /// <summary>"The premier's spokesman", "a spokesman for the premier": in whose name the subject of a clause speaks.</summary>
    public bool IsMaster(int entity, int clause)
    {
        if (clause < 0 || clauses.SubjectOf(clause) is not (>= 0 and var servant) || !phrases.Words.IsServant(phrases.Form(servant)))
            return false;
        foreach (int child in Tree.Children(servant))
        {
            if (Tree[child].Relation is Relation.NmodPoss or Relation.Nmod && phrases.OnlyMeantBy(child) == entity)
                return true;
        }

        return false;
    }

    /// <summary>"The commissioner wrote to the premier that the court might fine him": of those who speak and those to whom they do, either.</summary>
    public bool IsWarned(int clause, int above, int entity, Func<int, bool> fits)
    {
        bool told = false;
        for (int at = clause, steps = 0; at >= 0 && at != above && steps < 6; at = Tree.Head(at), steps++)
            told |= Tree[at].Relation == Relation.Ccomp;
        if (!told)
            return false;
        foreach (int child in Tree.Children(above))
        {
            bool target = Tree[child].Relation is Relation.Obj or Relation.Iobj || Tree[child].Relation == Relation.Obl && Tree.Is(Tree.Case(child), WordFunction.Target);
            if (target && child < clause && phrases.OnlyMeantBy(child) is >= 0 and var other && other != entity && fits(other))
                return true;
        }

        return false;
    }

    /// <summary>"A spokesman for the premier said the premier was sad that the talks, which he had asked for, had failed": the one named between, of whom somebody nameless speaks; -1 for none.</summary>
    public int MasterOf(int teller, int nominal, int token, Func<int, bool> fits)
    {
        if (phrases.Table[teller] is not { IsNamed: false, Known: null } || Tree.Head(nominal) is not (>= 0 and var saying) || !speech.IsSpeech(Tree[saying].Lemma.ToLowerInvariant()))
            return -1;
        foreach (Spoken spoken in phrases.Recall.Back(0, token))
        {
            if (spoken.Token > saying && !spoken.IsModifier && spoken.IsSubject && spoken.Entity != teller && fits(spoken.Entity))
                return spoken.Entity;
        }

        return -1;
    }

    /// <summary>"agreed to take them in": the subject of the verb above does both, so that it is not the object.</summary>
    public bool IsShared(int clause, int above, int token) =>
        above != clause && Tree[clause].Relation == Relation.Xcomp && Tree[clause].Head == above && !phrases.IsSubject(token) && !IsAsked(Tree.Child(above, Relation.Obj)) && Tree.Child(above, Relation.Iobj) < 0;

    /// <summary>"fired gas to disperse them", "left after arresting them": whoever does the one does the other, and is not the object.</summary>
    public bool IsSameDoer(int clause, int above, int token) =>
        above != clause && Tree[clause].Relation is Relation.Advcl && Tree[clause].Head == above && clauses.SubjectOf(clause) < 0 && !phrases.IsSubject(token) && ((Tree[clause].Morphology & (Morphology.Gerund | Morphology.Participle)) != 0 || !IsAsked(Tree.Child(above, Relation.Obj)));

    /// <summary>"expelled the envoy, accusing him", "ordered the envoy to leave, accusing him": whoever expels or orders accuses another.</summary>
    public bool IsBeside(int clause, int above, int token)
    {
        if (above == clause || Tree[clause].Relation is not Relation.Advcl || (Tree[clause].Morphology & (Morphology.Gerund | Morphology.Participle)) == 0 || clauses.SubjectOf(clause) >= 0 || phrases.IsSubject(token) || phrases.Form(clause - 1) != "," || Tree[above].Relation is Relation.Advcl or Relation.Acl or Relation.AclRelcl)
            return false;

        // "won the seat, making him the first": the deed makes him so.
        string lemma = Tree[clause].Lemma.ToLowerInvariant();
        if (!speech.IsSpeech(lemma) && !phrases.Words.IsUrging(lemma) && !phrases.Words.IsAddressing(lemma) && !phrases.Words.IsJudging(lemma) && !phrases.Words.IsAccusing(lemma))
            return false;
        int governor = Tree[clause].Head;
        return governor == above || governor >= 0 && Tree[governor].Relation == Relation.Xcomp && Tree[governor].Head == above;
    }

    /// <summary>"ordered him to hand over his papers": whom a pronoun means that is asked to do what an infinitive tells; -1 for none.</summary>
    public int Ordered(int clause) =>
        Tree[clause].Relation == Relation.Xcomp && Tree[clause].Morphology.HasFlag(Morphology.Infinitive) && Tree.Head(clause) is >= 0 and var verb && phrases.Words.IsUrging(Tree[verb].Lemma.ToLowerInvariant())
            && Tree.Child(verb, Relation.Obj) is >= 0 and var asked && asked < clause && Tree[asked].Pos == PartOfSpeech.Pron ? phrases.OnlyMeantBy(asked) : -1;

    /// <summary>"Beck, whom he is said to have jailed": the one whom the relative clause is about, who is not he; -1 for none.</summary>
    public int Crossed(int token)
    {
        int relative = Tree.Head(token);
        while (relative >= 0 && Tree[relative].Relation is not (Relation.AclRelcl or Relation.Root))
            relative = Tree.Head(relative);
        if (relative < 0 || phrases.Form(token - 1) is not "whom")
            return -1;
        return phrases.Form(token - 2) == "," && phrases.Signs.At(token - 3) is { Kind: SightingKind.Person or SightingKind.Name, Meant: [var named] } ? named : Tree.Head(relative) is >= 0 and var described ? phrases.OnlyMeantBy(described) : -1;
    }

    /// <summary>"The premier met the pope, and the mayor gave a dinner for him": of two, the one who does something and the one to whom it is done.</summary>
    public bool IsMetThere(int clause, int above, int entity, Func<int, bool> fits) =>
        Tree[clause].Relation == Relation.Conj && Tree[clause].Head == above && clauses.SubjectOf(clause) != clauses.SubjectOf(above) && Tree.Child(above, Relation.Obj) is >= 0 and var target && phrases.OnlyMeantBy(target) is >= 0 and var met && met != entity && fits(met);

    /// <summary>"fired at the crowd and arrested them": one does both, and is not the object.</summary>
    public bool IsOfDoer(int clause, int above, int token) =>
        !phrases.IsSubject(token) && clauses.SubjectOf(clause) is >= 0 and var doer && clauses.SubjectOf(above) == doer;

    /// <summary>Somebody, who may be the one that an infinitive tells of: "asked her to", but not "joined the race to".</summary>
    private bool IsAsked(int noun) => noun >= 0 && (Tree[noun].Pos is PartOfSpeech.Pron or PartOfSpeech.Propn || phrases.MeantBy(noun).Count > 0);

    /// <summary>"The president said so, while the minister wrote …": another subject of the sentence before that may go on; not one of what is only said or of a relative clause.</summary>
    public bool HasRival(int main, Func<int, bool> fits)
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

    /// <summary>The only entity of this sentence that fits; -1 for none, -2 for several.</summary>
    public int Only(int token, int sentences, Func<int, bool> fits)
    {
        int only = -1;
        int quote = phrases.Quotes.At(token);
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

        // "According to the paper, which quoted a guest, he …".
        if (clause >= 0 && inner >= 0 && phrases.IsSubject(token) && Tree[inner].Relation == Relation.AclRelcl && inner < token)
        {
            int source = Tree.Head(inner);
            while (source >= 0 && Tree[source].Relation is Relation.Appos or Relation.Flat or Relation.NmodDesc or Relation.Compound)
                source = Tree.Head(source);
            if (source >= 0 && Tree[source].Relation == Relation.Obl && Tree.Head(source) == clause)
                return true;
        }

        return clause >= 0 && inner >= 0 && phrases.IsSubject(token) && Tree[inner].Relation == Relation.Advcl && Tree[inner].Head == clause && clauses.SubjectOf(inner) < 0;
    }

    /// <summary>"a deputy close to him": whom a phrase means that the pronoun stands in; -1 for none.</summary>
    public int Enclosing(int token)
    {
        for (int at = Tree.Head(token), hops = 0; at >= 0 && hops < 4 && Tree[at].Pos is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn; at = Tree.Head(at), hops++)
        {
            if (phrases.OnlyMeantBy(at) is >= 0 and var meant)
                return meant;
        }

        return -1;
    }

    /// <summary>"waived her right" with two objects: the first owns the second.</summary>
    public bool IsOwner(int token) =>
        Tree[token].Relation == Relation.Obj && phrases.Words.IsShe(phrases.Form(token)) && token + 1 < phrases.Sentence.EndToken && Tree[token + 1] is { Pos: PartOfSpeech.Noun, Relation: Relation.Obj } && Tree.Head(token + 1) == Tree.Head(token);

    /// <summary>"Ana Roux, his wife and heir": the one whom the owned noun describes, who is not the owner; -1 for none.</summary>
    public int Described(int noun)
    {
        while (noun >= 0 && Tree[noun].Relation == Relation.Conj)
            noun = Tree.Head(noun);
        return noun >= 0 && Tree[noun].Relation == Relation.Appos && Tree.Head(noun) is >= 0 and var name ? phrases.OnlyMeantBy(name) : -1;
    }

    /// <summary>"sent the police a plan, which they rejected": to whom that was given to which a relative clause tells the answer; -1 for none.</summary>
    public int Receiver(int token, int clause)
    {
        if (clause >= 0 && Tree[clause].Relation == Relation.Conj && Tree.Head(token) == clause && phrases.Words.IsAnswering(Tree[clause].Lemma.ToLowerInvariant()) && Tree.Head(clause) is >= 0 and var asking && phrases.Words.IsUrging(Tree[asking].Lemma.ToLowerInvariant()))
        {
            // "asked Moscow for help, but it did not answer".
            int asked = Tree.Child(asking, Relation.Iobj) is >= 0 and var addressed ? addressed : Tree.Child(asking, Relation.Obj);
            return asked >= 0 && asked < clause ? phrases.OnlyMeantBy(asked) : -1;
        }

        if (clause < 0 || Tree[clause].Relation != Relation.AclRelcl || Tree.Head(token) != clause || Tree.Child(clause, Relation.Obj) is not (>= 0 and var which) || which > token || !Tree.Is(phrases.Form(which), WordFunction.Relative)
            || Tree[clause].Lemma.ToLowerInvariant() is var lemma && !phrases.Words.IsAnswering(lemma) && !phrases.Words.IsRefuting(lemma) || Tree.Head(clause) is not (>= 0 and var thing) || Tree[thing].Relation != Relation.Obj || Tree.Head(thing) is not (>= 0 and var giving))
            return -1;
        foreach (int child in Tree.Children(giving))
        {
            if (child != thing && child < clause && (Tree[child].Relation is Relation.Iobj or Relation.Obj || Tree[child].Relation == Relation.Obl && Tree.Case(child) == "to"))
                return phrases.OnlyMeantBy(child);
        }

        return -1;
    }

    /// <summary>"One man sprayed Beck, others struck him and took his knife": who acts beside those others, and is not the one whom they strike; -1 for none.</summary>
    public int Contrasted(int clause)
    {
        if (clause < 0 || clauses.SubjectOf(clause) is not (>= 0 and var others) || phrases.Form(others) != "others")
            return -1;
        int at = Tree.Head(others);
        return at >= 0 && Tree[at].Relation is Relation.Parataxis or Relation.Conj && clauses.ClauseAbove(at) is >= 0 and var above && clauses.SubjectOf(above) is var doer && doer < others ? doer : -1;
    }

    /// <summary>"The president's office said he would": the holder told of lately; -1 where no such office speaks, -2 where nobody told of holds it.</summary>
    public int MasterOfOffice(int speaker, int token)
    {
        if (Tree.Child(speaker, Relation.NmodPoss) is not (>= 0 and var owner) || owner > speaker || phrases.OnlyMeantBy(speaker) is not (>= 0 and var body) || phrases.Table[body].Kind != EntityKind.Organization || phrases.Known.Titles.Find(phrases.Form(owner)) is not { Level: <= TitleLevel.Minister } title)
            return -1;
        return phrases.Recall.Nearest(spoken => !spoken.IsModifier && phrases.Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false } draft && (draft.Office == title.Name || phrases.People.Bears(spoken.Entity, title.Name)), 3, token) is >= 0 and var holder ? holder : -2;
    }

    /// <summary>"both", "the two"; but "two were held", of several, or "the two left open".</summary>
    public bool IsOfAll(int token, string form) => (phrases.Tree.Is(form, WordFunction.Whole) || IsDefinite(token)) && !phrases.Tree.Has(token, Relation.Acl) && !phrases.Tree.Has(token, Relation.Amod);

    /// <summary>"the two"; not "said that two had fled".</summary>
    public bool IsDefinite(int token) => phrases.Words.IsDefinite(phrases.Form(token - 1)) && phrases.Tree[token - 1].Pos != PartOfSpeech.Sconj;
}
