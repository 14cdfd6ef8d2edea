using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Participles read as clauses of their own: "officers based in Oran left" with the officers based and nobody leaving, "interrupted by protesting students" with students protested, "announced coordinated sanctions" with sanctions coordinated.</summary>
internal sealed class ParticipleRepairs : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i].Relation is Relation.Advcl or Relation.Ccomp or Relation.Parataxis or Relation.Conj or Relation.Csubj && tokens[i].Pos == PartOfSpeech.Verb && tokens[i].Tag is "VBN" or "VBD" or "VBG";

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (tree[i].Pos != PartOfSpeech.Verb || !tree.Holds(head))
            return;
        if (tree.Is(i, Relation.Csubj) || tree[i].Tag == "VBG" && tree.Is(i, Relation.Advcl) && head > i && !tree.HasSubject(head) && tree.Has(i, Relation.NmodPoss))
            MendOwned(tree, i, head);
        else if (tree.Is(i, Relation.Conj) && tree[i].Tag is "VBN" or "VBD" && tree[head].Tag == "VBG" && IsLastOfList(tree, i, head))
            MendListed(tree, i, head);
        else if (tree.Is(i, Relation.Conj) && tree[i].Tag == "VBG" && head < i - 2)
            MendSecondGerund(tree, i, head);
        else if (tree.Is(i, Relation.Conj))
            MendDescribed(tree, i, head);
        else if (tree.Is(i, Relation.Advcl) && Opening(tree, i) is >= 0 and var which)
            MendRelative(tree, i, which);
        else if (tree.Is(i, Relation.Ccomp) && JoinsBehind(tree, i, head))
            tree.Hang(i, head, Relation.Conj);
        else if (tree[i].Tag is "VBN" or "VBD" && tree.Is(i, Relation.Advcl) && Described(tree, i, grammar) is >= 0 and var described)
            MendBehindCase(tree, i, head, described);
        else if (tree[i].Tag == "VBG" && tree.Is(i, Relation.Advcl) && Company(tree, i, head) is >= 0 and var doer)
            MendCompany(tree, i, doer);
        else if (tree[i].Tag == "VBG")
            MendDoer(tree, i, head, grammar);
        else if (tree[i].Relation is Relation.Ccomp or Relation.Xcomp && head < i && tree.Child(i, Relation.Obj) is >= 0 and var noun && noun > i)
            MendModifier(tree, i, head, noun);
        else if (tree[i].Relation is Relation.Advcl or Relation.Ccomp or Relation.Parataxis)
            MendReduced(tree, i, head);
    }

    /// <summary>"Chad's ruling party won": what stands between an owner and a noun before the verb describes the noun.</summary>
    private static void MendOwned(SentenceEdit tree, int participle, int verb)
    {
        int owner = tree.Child(participle, Relation.NmodPoss);
        int noun = tree.Child(participle, Relation.Obj);
        if (tree[participle].Tag != "VBG" || owner < 0 || owner > participle || noun < participle || noun > verb || !tree.IsNominal(noun) || tree.Has(noun, Relation.Det) || tree.Edges(noun, -1).First != participle + 1)
            return;
        tree.Hang(noun, verb, tree.Has(verb, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
        tree.Hand(owner, noun);
        tree.Hang(participle, noun, Relation.Amod);
    }

    /// <summary>"accused Chad of training and arming them" with the training as a thing, and the accuser arming: the two forms beside the "and" are told of one.</summary>
    private static void MendSecondGerund(SentenceEdit tree, int second, int verb)
    {
        int first = second - 2;
        bool isPair = tree[second - 1].Pos == PartOfSpeech.Cconj && tree[second - 1].Head == second && tree[first] is { Pos: PartOfSpeech.Noun or PartOfSpeech.Verb, Relation: Relation.Nmod or Relation.Obl or Relation.Advcl } && tree.EndsInIng(first) && tree.IsUnder(first, verb);
        if (!isPair || tree.HasSubject(second) || !tree.Has(verb, Relation.Obj) || (tree.Child(first, Relation.Case) is >= 0 and var one ? one : tree.Child(first, Relation.Mark)) is var preposition && preposition != first - 1)
            return;
        tree.MakeGerund(first);
        tree.Hang(first, verb, Relation.Advcl);
        tree.Hang(preposition, first, Relation.Mark);
        tree.Hang(second, first, Relation.Conj);
    }

    /// <summary>A participle right behind a noun that an "and" joins to an object before.</summary>
    private static bool IsLastOfList(SentenceEdit tree, int participle, int verb) =>
        participle > verb + 3 && tree.Is(participle - 1, Relation.Conj) && tree[participle - 1].Pos is PartOfSpeech.Noun or PartOfSpeech.Num && tree[participle - 2].Pos == PartOfSpeech.Cconj
        && tree.Child(verb, Relation.Obj) is >= 0 and var noun && noun < participle - 1 && !tree.HasSubject(participle) && !tree.Has(participle, Relation.Obj) && !tree.Has(participle, Relation.Aux) && !tree.Has(participle, Relation.AuxPass);

    /// <summary>"leaving two people dead and dozens injured": the dozens are left so, and injure nobody.</summary>
    private static void MendListed(SentenceEdit tree, int participle, int verb)
    {
        tree.Hang(participle - 1, tree.Child(verb, Relation.Obj), Relation.Conj);
        tree.MakeParticiple(participle);
        tree.Hang(participle, participle - 1, Relation.Acl);
    }

    /// <summary>"announced coordinated sanctions": a participle without a subject or auxiliary between a verb and a noun describes the noun.</summary>
    private static void MendModifier(SentenceEdit tree, int participle, int verb, int noun)
    {
        if (tree.HasSubject(participle) || tree.Has(participle, Relation.Mark) || tree.Has(participle, Relation.Aux) || tree.Has(participle, Relation.AuxPass) || tree.Has(verb, Relation.Obj) || tree.Has(verb, Relation.AuxPass))
            return;
        if (tree[verb].Pos != PartOfSpeech.Verb || participle != verb + 1 || tree.Edges(noun, -1).First != participle + 1 || tree.Has(noun, Relation.Det))
            return;
        tree.Hang(noun, verb, Relation.Obj);
        tree.Move(participle, noun, participle + 1, tree.End);
        tree.Hang(participle, noun, Relation.Amod);
    }

    /// <summary>The noun right behind a participle that has a preposition and no subject before it; -1 for none.</summary>
    private static int Described(SentenceEdit tree, int participle, ClauseGrammar grammar)
    {
        if (participle <= tree.First || tree[participle - 1] is not { Relation: Relation.Mark } before || before.Head != participle || !IsBeforeNoun(before, grammar.Functions) || tree.HasSubject(participle) || tree.Has(participle, Relation.Aux) || tree.Has(participle, Relation.AuxPass))
            return -1;
        int noun = tree.Child(participle, Relation.Obj);
        return noun > participle && tree.IsNominal(noun) && !tree.Has(noun, Relation.Det) && tree.Edges(noun, -1).First == participle + 1 ? noun : -1;
    }

    private static bool IsBeforeNoun(in Token word, FunctionWords functions) =>
        word.Pos == PartOfSpeech.Adp || functions.Is(word.Lemma, WordFunction.Belonging) || functions.Is(word.Lemma, WordFunction.Topic) || functions.Is(word.Lemma, WordFunction.Company) || functions.Is(word.Lemma, WordFunction.Target);

    /// <summary>"the family of ousted leader Karl Beck": no clause stands between a preposition and its noun.</summary>
    private static void MendBehindCase(SentenceEdit tree, int participle, int above, int noun)
    {
        int before = participle - 2;
        while (before >= tree.First && tree.Is(before, Relation.Flat) && tree.Holds(tree[before].Head))
            before = tree[before].Head;
        bool ofNoun = before >= tree.First && tree.IsNominal(before);
        tree.Hang(noun, ofNoun ? before : above, ofNoun ? Relation.Nmod : Relation.Obl);
        tree.Hang(participle - 1, noun, Relation.Case);
        tree.Move(participle, noun, participle + 1, tree.End);
        tree.MakeParticiple(participle);
        tree.Hang(participle, noun, Relation.Amod);
    }

    /// <summary>"Officers based in Oran left": of two verbs in a row with one subject between them, the one that ends the sentence's first phrase only describes it.</summary>
    private static void MendReduced(SentenceEdit tree, int participle, int verb)
    {
        int subject = tree.Child(participle, Relation.Nsubj) is >= 0 and var active ? active : tree.Child(participle, Relation.NsubjPass);
        if (subject < 0 || subject > participle || verb < participle || !tree.IsFinite(verb) || tree.HasSubject(verb) || !tree.IsNominal(subject))
            return;
        if (tree.Has(participle, Relation.Aux) || tree.Has(participle, Relation.AuxPass) || tree.Has(participle, Relation.Mark) || tree.Has(participle, Relation.Obj) || tree.Has(participle, Relation.Ccomp) || tree.Has(participle, Relation.Xcomp))
            return;
        (int first, int last) = tree.Edges(participle, -1);
        if (last != verb - 1 || !tree.OpensPhrase(first) || tree.Edges(subject, -1).Last != participle - 1 || !(tree[participle].Tag == "VBN" || tree.MayBePast(participle)))
            return;
        tree.Hang(subject, verb, Relation.Nsubj);
        tree.Hang(participle, subject, Relation.Acl);
    }

    /// <summary>The relative pronoun that opens a clause behind a noun and a comma, or -1.</summary>
    private static int Opening(SentenceEdit tree, int verb)
    {
        if (tree.Has(verb, Relation.Mark))
            return -1;
        int first = tree.Edges(verb, -1).First;
        bool isOpening = first < verb && tree[first] is { Tag: "WDT" or "WP", Relation: Relation.Obj or Relation.Nsubj or Relation.NsubjPass } && tree[first].Head == verb;
        return isOpening && first > tree.First + 2 && tree.IsComma(first - 1) && tree.IsNominal(first - 2) ? first : -1;
    }

    /// <summary>"returned to Chad, which declared independence": what "which" opens tells more of the noun before it; with an object of its own it has "which" for its subject.</summary>
    private static void MendRelative(SentenceEdit tree, int verb, int which)
    {
        int noun = which - 2;
        while (tree.Is(noun, Relation.Flat) && tree.Holds(tree[noun].Head))
            noun = tree[noun].Head;
        tree.Hang(verb, noun, Relation.AclRelcl);
        if (!tree.Is(which, Relation.Obj) || tree.HasSubject(verb))
            return;
        for (int i = verb + 1; i < tree.End; i++)
        {
            if (tree[i].Head == verb && tree.Is(i, Relation.Obj))
            {
                tree.Hang(which, verb, Relation.Nsubj);
                return;
            }
        }
    }

    /// <summary>"opposed both bills, and a third party voted for them": what an "and" opens behind the object is no part of what is opposed.</summary>
    private static bool JoinsBehind(SentenceEdit tree, int verb, int above)
    {
        if (above > verb || !tree.IsFinite(verb) || !tree.HasSubject(verb) || tree.Child(above, Relation.Obj) is not (>= 0 and var told) || told > verb)
            return false;
        int first = tree.Edges(verb, -1).First;
        return first > told && tree[first].Pos == PartOfSpeech.Cconj && tree.IsComma(first - 1);
    }

    /// <summary>The noun behind a "with" that stands right before a participle, or -1.</summary>
    private static int Company(SentenceEdit tree, int participle, int verb)
    {
        for (int i = participle - 1; i > tree.First; i--)
        {
            if (tree[i].Head != verb || tree[i].Relation != Relation.Obl)
                continue;
            bool isWith = tree.IsNominal(i) && tree.Child(i, Relation.Case) is >= 0 and var with && tree[with].Lemma == "with" && with > tree.First && tree.IsComma(with - 1);
            return isWith && tree.Edges(i, -1).Last == participle - 1 && !tree.HasSubject(participle) && !tree.Has(participle, Relation.Mark) ? i : -1;
        }

        return -1;
    }

    /// <summary>"…, with Jan Blom calling it a farce": he calls it so.</summary>
    private static void MendCompany(SentenceEdit tree, int participle, int doer)
    {
        int with = tree.Child(doer, Relation.Case);
        tree.Hang(doer, participle, Relation.Nsubj);
        tree.Hang(with, participle, Relation.Mark);
    }

    /// <summary>"was used by the man, described by aides as jailed": a participle with a doer of its own, set behind a noun and a comma, describes that noun.</summary>
    private static void MendDescribed(SentenceEdit tree, int participle, int verb)
    {
        int noun = participle - 2;
        bool isDescribed = participle > verb + 2 && tree[participle].Tag is "VBN" or "VBD" && tree.IsComma(participle - 1) && tree.IsNominal(noun) && noun > verb
            && tree[noun].Relation is Relation.OblAgent or Relation.Obj && tree.Has(participle, Relation.OblAgent);
        if (!isDescribed || tree.HasSubject(participle) || tree.Has(verb, Relation.AuxPass) || tree.Has(participle, Relation.Cc) || tree.Has(participle, Relation.Aux) || tree.Has(participle, Relation.AuxPass) || tree.Has(participle, Relation.Obj))
            return;
        tree.MakeParticiple(participle);
        tree.Hang(participle, noun, Relation.Acl);
    }

    /// <summary>"was interrupted by protesting students": a verb that takes no object describes the doers behind it.</summary>
    private static void MendDoer(SentenceEdit tree, int participle, int verb, ClauseGrammar grammar)
    {
        int by = tree.Child(participle, Relation.Mark) is >= 0 and var mark ? mark : tree.Child(participle, Relation.Case);
        if (by < tree.First || by != participle - 1 || tree[by].Lemma is not "by" || !tree.Has(verb, Relation.AuxPass) || tree.Has(verb, Relation.OblAgent) || !grammar.IsIntransitive(tree[participle].Lemma))
            return;
        int doer = tree.Child(participle, Relation.Obj);
        if (doer < participle || tree.Edges(doer, -1).First != participle + 1)
            return;
        tree.Hang(doer, verb, Relation.OblAgent);
        tree.Hang(by, doer, Relation.Case);
        tree.Hang(participle, doer, Relation.Amod);
    }
}
