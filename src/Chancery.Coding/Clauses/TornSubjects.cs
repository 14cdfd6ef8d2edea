using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Subjects that hang on another word, though the "and", the commas or the "with" before them show whose they are; objects in "-ing" that are read as circumstances.</summary>
internal sealed class TornSubjects : Repair
{
    public override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence)
    {
        for (int i = sentence.FirstToken + 1; i < sentence.EndToken; i++)
        {
            Token word = tokens[i];
            if ((word.Relation == Relation.Cc && word.Head > i + 2) || IsGerundBehind(tokens, i))
                return true;
            if (word.Pos == PartOfSpeech.Verb && tokens[i - 1].Pos == PartOfSpeech.Punct && (word is { Relation: Relation.Ccomp, Tag: "VBD" or "VBN" } || word is { Relation: Relation.Advcl, Tag: "VBG" } || word is { Relation: Relation.Root or Relation.Parataxis, Tag: "VBD" or "VBZ" or "VBP" }))
                return true;
        }

        return false;
    }

    public override void Mend(SentenceEdit tree, ClauseGrammar grammar)
    {
        for (int i = tree.First + 1; i < tree.End; i++)
        {
            if (tree.Is(i, Relation.Cc) && tree.Holds(tree[i].Head) && tree[i].Head > i + 2)
                MendSecond(tree, i, tree[i].Head);
            else if (IsGerundBehind(tree.Tokens, i))
                MendGerund(tree, i, tree[i].Head, grammar);
            else if (tree[i].Pos != PartOfSpeech.Verb || !tree.IsComma(i - 1))
                continue;
            else if (tree[i] is { Relation: Relation.Root or Relation.Parataxis, Tag: "VBD" or "VBZ" or "VBP" })
                MendFirst(tree, i, grammar);
            else if (!tree.Holds(tree[i].Head))
                continue;
            else if (tree.Is(i, Relation.Ccomp) && tree[i].Tag is "VBD" or "VBN")
                MendAside(tree, i, tree[i].Head);
            else if (tree.Is(i, Relation.Advcl) && tree[i].Tag is "VBG")
                MendWith(tree, i, tree[i].Head);
        }
    }

    /// <summary>"The premier, who was ill, dissolved parliament, sacked two ministers and left" with the premier at the second verb: the subject before a list of verbs is that of the first.</summary>
    private static void MendFirst(SentenceEdit tree, int verb, ClauseGrammar grammar)
    {
        if (grammar.ForceOf(tree[verb].Lemma) == ModalForce.Asserted || tree.HasSubject(verb) || tree.Has(verb, Relation.Aux) || tree.Has(verb, Relation.AuxPass))
            return;
        bool isAside = tree.Is(verb, Relation.Parataxis);
        int second = isAside ? tree[verb].Head : -1;
        for (int i = verb + 1; !isAside && second < 0 && i < tree.End; i++)
            second = tree[i].Head == verb && tree.Is(i, Relation.Conj) && tree.HasSubject(i) ? i : -1;
        if (second <= verb || !tree.Holds(second) || tree[second].Tag != tree[verb].Tag || !tree.IsComma(second - 1) || tree.Child(second, Relation.Nsubj) is not (>= 0 and var subject) || subject > verb || tree.Edges(subject, -1).Last is var last && last != verb - 1 && last != verb - 2)
            return;
        if (isAside)
        {
            tree.Raise(verb, second, tree[second].Relation);
            tree.Hang(second, verb, Relation.Conj);
        }

        tree.Hang(subject, verb, Relation.Nsubj);
    }

    /// <summary>"offered its help and its envoy, Eva Lund, is likely to come" with the envoy among what was offered: who stands between the "and" of a verb and that verb is its subject.</summary>
    private static void MendSecond(SentenceEdit tree, int and, int predicate)
    {
        if (!tree.Is(predicate, Relation.Conj) || tree.HasSubject(predicate) || !IsFiniteGroup(tree, predicate))
            return;
        for (int noun = and + 1; noun < predicate; noun++)
        {
            if (!tree.IsNominal(noun) || tree.Has(noun, Relation.Case) || tree[noun].Head > and || tree[noun].Relation is not (Relation.Conj or Relation.Obj or Relation.Obl or Relation.Nmod or Relation.Dep or Relation.Appos))
                continue;
            (int first, int last) = tree.Edges(noun, -1);
            int next = tree.IsComma(last + 1) ? last + 2 : last + 1;
            if (first == and + 1 && (next == predicate || (next < predicate && tree[next].Head == predicate && tree[next].Relation is Relation.Aux or Relation.AuxPass or Relation.Cop or Relation.Advmod)))
                tree.Hang(noun, predicate, tree.Has(predicate, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
            return;
        }
    }

    private static bool IsFiniteGroup(SentenceEdit tree, int predicate)
    {
        if (tree.IsFinite(predicate))
            return true;
        for (int i = tree.First; i < predicate; i++)
        {
            if (tree[i].Head == predicate && tree[i].Relation is Relation.Aux or Relation.AuxPass or Relation.Cop && (tree[i].Tag is "MD" || tree[i].Morphology.HasFlag(Morphology.Finite)))
                return true;
        }

        return false;
    }

    /// <summary>A form in "-ing" right behind a verb or its particle, read as a circumstance.</summary>
    private static bool IsGerundBehind(ReadOnlySpan<Token> tokens, int gerund) =>
        tokens[gerund] is { Relation: Relation.Advcl, Tag: "VBG", Head: >= 0 } word && word.Head < gerund && tokens[word.Head].Pos == PartOfSpeech.Verb
        && (word.Head == gerund - 1 || (word.Head == gerund - 2 && tokens[gerund - 1] is { Relation: Relation.CompoundPrt } particle && particle.Head == word.Head));

    /// <summary>"ruled out leaving", "held off expelling them": what a verb without an object is done to.</summary>
    private static void MendGerund(SentenceEdit tree, int gerund, int verb, ClauseGrammar grammar)
    {
        string lemma = verb == gerund - 1 ? tree[verb].Lemma : $"{tree[verb].Lemma} {tree[gerund - 1].Lemma}";
        if (!tree.Has(verb, Relation.Obj) && !tree.Has(verb, Relation.AuxPass) && grammar.ForceOf(lemma) is not ModalForce.None)
            tree.Hang(gerund, verb, Relation.Xcomp);
    }

    /// <summary>"The minister, asked whether Chad had left, said …" with the minister as the one who asked: what stands between commas only describes the subject of the verb behind them.</summary>
    private static void MendAside(SentenceEdit tree, int aside, int verb)
    {
        if (verb < aside || !tree.IsFinite(verb) || !tree.IsComma(verb - 1) || tree.HasSubject(verb) || tree.Has(aside, Relation.Aux) || tree.Has(aside, Relation.Obj))
            return;
        int subject = tree.Child(aside, Relation.Nsubj);
        if (subject < 0 || subject > aside || tree.Edges(subject, -1).Last != aside - 2)
            return;
        tree.Hang(subject, verb, Relation.Nsubj);
        tree.MakeParticiple(aside);
        tree.Hang(aside, subject, Relation.Acl);
    }

    /// <summary>"collapsed, with the envoy, Eva Lund, laying the blame on Chad": who stands behind "with" does what the participle tells.</summary>
    private static void MendWith(SentenceEdit tree, int participle, int above)
    {
        if (tree.HasSubject(participle))
            return;
        for (int noun = above + 1; noun < participle; noun++)
        {
            if (tree[noun].Head != above || !tree.Is(noun, Relation.Obl) || tree.Child(noun, Relation.Case) is not (>= 0 and var with) || tree[with].Lemma != "with")
                continue;
            (int first, int last) = tree.Edges(noun, -1);
            if (first != with || last != participle - 2 || !tree.IsComma(with - 1))
                continue;
            tree.Hang(noun, participle, Relation.Nsubj);
            tree.Hang(with, participle, Relation.Mark);
            return;
        }
    }
}
