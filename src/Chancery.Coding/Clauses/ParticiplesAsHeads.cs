using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>A participle that tells something of a noun, taken for the verb of its sentence: "the mayor, asked whether he would go, said …", "said the ship had sailed from a port leased in May".</summary>
internal sealed class ParticiplesAsHeads : Repair
{
    private const int LongestInsertion = 25;

    public override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence)
    {
        for (int i = sentence.FirstToken + 2; i + 1 < sentence.EndToken; i++)
        {
            if (SentenceEdit.IsSubject(tokens[i].Relation) && tokens[i].Head == sentence.FirstToken || tokens[i].Relation == Relation.Acl && tokens[i].Head >= sentence.FirstToken && tokens[tokens[i].Head].Relation == Relation.Root)
                return true;
            if (tokens[i] is { Relation: Relation.Conj, Tag: "VBZ" or "VBD" or "VBP" } && tokens[i - 1].Pos is not (PartOfSpeech.Cconj or PartOfSpeech.Punct))
                return true;
            if (tokens[i] is { Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBN" } && (tokens[i - 1].Pos == PartOfSpeech.Punct || tokens[i].Relation == Relation.Root && tokens[i - 1].Pos == PartOfSpeech.Noun))
                return true;
        }

        return false;
    }

    public override void Mend(SentenceEdit tree, ClauseGrammar grammar)
    {
        MendOpening(tree);
        for (int verb = tree.First + 2; verb + 1 < tree.End; verb++)
        {
            if (tree.Is(verb, Relation.Conj) && tree.IsFinite(verb))
                MendReduced(tree, verb);
            if (tree[verb] is not { Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBN" } || tree.Has(verb, Relation.Aux) || tree.Has(verb, Relation.AuxPass))
                continue;
            if (tree.IsComma(verb - 1))
                MendInserted(tree, verb, grammar);
            else if (tree.Is(verb, Relation.Acl) && tree.Is(tree[verb].Head, Relation.Root) && grammar.ForceOf(tree[verb].Lemma) == ModalForce.Asserted)
                MendSaying(tree, verb);
            else if (tree.Is(verb, Relation.Root) && !tree.HasSubject(verb))
                MendLast(tree, verb);
            else if (tree[verb].Tag == "VBN" && tree[verb - 1].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn)
                MendApposed(tree, verb);
        }
    }

    /// <summary>"Told of the theft, the mayor, who was at sea, said …": whoever stands behind the comma does what follows.</summary>
    private static void MendOpening(SentenceEdit tree)
    {
        int opening = tree.First, verb = tree[opening].Head;
        if (tree[opening] is not { Relation: Relation.Advcl, Tag: "VBN" or "VBD" } || !tree.IsFinite(verb) || tree.HasSubject(verb))
            return;
        for (int i = opening + 2; i < verb; i++)
        {
            if (tree[i].Head == opening && SentenceEdit.IsSubject(tree[i].Relation) && tree.IsNominal(i) && tree.Edges(i, -1).First is var first && (tree.IsComma(first) || tree.IsComma(first - 1)))
            {
                tree.Hang(i, verb, Relation.Nsubj);
                return;
            }
        }
    }

    /// <summary>"The two ministers indicated by letter that …" with the ministers as the head of the sentence: a sentence has a verb.</summary>
    private static void MendSaying(SentenceEdit tree, int verb)
    {
        int noun = tree[verb].Head;
        if (!tree.IsClosed || !tree.MayBePast(verb) || noun > verb || tree[noun].Tag != "NNS" || tree.Has(noun, Relation.Cop) || tree.Has(noun, Relation.Parataxis) || tree.Has(verb, Relation.Mark) || tree.Edges(noun, verb) is var (first, last) && (first != tree.First || last >= verb && tree[last].Pos != PartOfSpeech.Punct))
            return;
        tree.MakeRoot(verb);
        tree.Hang(noun, verb, Relation.Nsubj);
        if (tree.Child(verb, Relation.OblAgent) is >= 0 and var way)
            tree.Hang(way, verb, Relation.Obl);
        for (int i = verb + 1; i < tree.End; i++)
        {
            if (tree[i].Head == noun)
                tree.Hand(i, verb);
        }
    }

    /// <summary>"A poll taken in May shows …" with the poll as what took: a verb joined by nothing has the subject.</summary>
    private static void MendReduced(SentenceEdit tree, int verb)
    {
        int participle = tree[verb].Head;
        if (participle >= verb || tree[participle] is not { Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBN" } || (tree[participle].Tag == "VBD" && tree[verb].Tag == "VBD") || tree.HasSubject(verb) || tree.Has(verb, Relation.Cc) || tree.Has(participle, Relation.Aux) || tree.Has(participle, Relation.AuxPass)
            || tree.Child(participle, Relation.Nsubj) is not (>= 0 and var subject) || subject > participle || tree[participle - 1].Pos is PartOfSpeech.Punct or PartOfSpeech.Pron || tree.Has(participle, Relation.Obj) || tree.Has(participle, Relation.Ccomp))
        {
            return;
        }

        for (int i = participle + 1; i < verb; i++)
        {
            if (tree[i].Pos is PartOfSpeech.Punct or PartOfSpeech.Cconj or PartOfSpeech.Sconj)
                return;
        }

        tree.Raise(verb, participle, tree[participle].Relation);
        tree.MakeParticiple(participle);
        tree.Hang(subject, verb, Relation.Nsubj);
        tree.Hang(participle, subject, Relation.Acl);
        for (int i = verb + 1; i < tree.End; i++)
        {
            if (tree[i].Head == participle)
                tree.Hand(i, verb);
        }
    }

    /// <summary>A subject is not parted from its verb by one comma: the verb behind the next comma has it.</summary>
    private static void MendInserted(SentenceEdit tree, int participle, ClauseGrammar grammar)
    {
        int subject = tree.Child(participle, Relation.Nsubj);
        if (subject < 0 || subject >= participle - 1 || tree.Edges(subject, -1).Last is var last && last != participle - 2 && last != participle - 1 || tree.Has(participle, Relation.Cc))
            return;
        int verb = -1;
        for (int i = participle + 2; verb < 0 && tree.Holds(i) && i <= participle + LongestInsertion; i++)
            verb = tree.IsComma(i - 1) && (tree.IsFinite(i) || IsSaying(tree, i, grammar)) && !tree.HasSubject(i) ? i : -1;

        // "The premier, who was ill, dissolved parliament, sacked two ministers and left": a list of verbs has its first.
        bool isList = tree.Has(participle, Relation.Obj) || verb >= 0 && tree.Is(verb, Relation.Conj) && tree[verb].Head == participle && !tree.Has(participle, Relation.Ccomp) && !tree.Has(participle, Relation.Advcl);
        if (verb < 0 || tree.Has(verb, Relation.Cc) || isList)
            return;
        if (!tree.IsFinite(verb))
            tree.MakeFinite(verb);
        if (tree.IsUnder(verb, participle))
            tree.Raise(verb, participle, tree[participle].Relation);
        tree.MakeParticiple(participle);
        tree.Hang(subject, verb, Relation.Nsubj);
        tree.Hang(participle, subject, Relation.Acl);
    }

    /// <summary>"A lawyer for Blom, the leader given a life term in May, wonders …": a participle behind an apposition tells of that, and the verb behind the comma that closes it is the main one.</summary>
    private static void MendApposed(SentenceEdit tree, int participle)
    {
        if (tree.Child(participle, Relation.Nsubj) is not (>= 0 and var subject) || subject > participle || tree.Has(participle, Relation.Cc))
            return;
        int apposed = participle - 1;
        while (tree.Holds(apposed) && !tree.Is(apposed, Relation.Appos) && tree.IsUnder(apposed, subject))
            apposed = tree[apposed].Head;
        if (!tree.Is(apposed, Relation.Appos) || !tree.IsUnder(apposed, subject) || !tree.OpensPhrase(tree.Edges(apposed, -1).First) && !tree.IsComma(tree.Edges(apposed, -1).First))
            return;
        for (int i = participle + 2; i < tree.End; i++)
        {
            if (!tree.Is(i, Relation.Conj) || tree[i].Head != participle || !tree.IsComma(i - 1) || !tree.IsFinite(i) || tree.HasSubject(i) || tree.Has(i, Relation.Cc))
                continue;
            tree.Raise(i, participle, tree[participle].Relation);
            tree.Hang(subject, i, Relation.Nsubj);
            tree.Hang(participle, apposed, Relation.Acl);
            return;
        }
    }

    /// <summary>A word of saying with a clause, taken for a participle.</summary>
    private static bool IsSaying(SentenceEdit tree, int verb, ClauseGrammar grammar) =>
        tree[verb] is { Pos: PartOfSpeech.Verb, Tag: "VBN" } && tree.Has(verb, Relation.Ccomp) && grammar.ForceOf(tree[verb].Lemma) == ModalForce.Asserted;

    /// <summary>A participle right behind a noun of the clause before it, to which nobody is the subject.</summary>
    private static void MendLast(SentenceEdit tree, int participle)
    {
        int clause = tree.Child(participle, Relation.Ccomp);
        if (clause < 0 || clause > participle || !tree.HasSubject(clause) || tree[participle - 1].Pos != PartOfSpeech.Noun || !tree.IsUnder(participle - 1, clause) || tree.Has(participle, Relation.Obj))
            return;
        tree.Raise(clause, participle, Relation.Root);
        for (int i = tree.First; i < tree.End; i++)
        {
            if (tree[i].Head == participle && tree[i].Pos == PartOfSpeech.Punct)
                tree.Hand(i, clause);
        }

        tree.MakeParticiple(participle);
        tree.Hang(participle, participle - 1, Relation.Acl);
    }
}
