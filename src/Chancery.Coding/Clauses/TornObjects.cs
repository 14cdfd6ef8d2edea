using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Objects that hang on another word: "dismissed as forged a report", "sent soldiers" behind another object, "signed a treaty offering refuge", "named Eva Lund premier".</summary>
internal sealed class TornObjects : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Advcl, Tag: "VBN" or "VBD" } && i > sentence.FirstToken && tokens[i - 1].Relation == Relation.Mark
        || tokens[i] is { Relation: Relation.Conj, Pos: PartOfSpeech.Noun } && i > sentence.FirstToken && tokens[i - 1] is { Relation: Relation.Conj, Pos: PartOfSpeech.Verb }
        || tokens[i] is { Relation: Relation.Compound, Pos: PartOfSpeech.Noun } && i + 1 < sentence.EndToken && tokens[i + 1].Relation is Relation.Xcomp or Relation.Compound
        || tokens[i] is { Relation: Relation.Obj, Pos: PartOfSpeech.Noun } && tokens[i].Head < i - 1;

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (tree.Is(i, Relation.Advcl))
            MendJudged(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Conj))
            MendSecond(tree, i, head);
        else if (tree.Is(i, Relation.Compound))
            MendTreaty(tree, i);
        else if (tree.Is(i, Relation.Obj))
            MendNamed(tree, i, head, grammar);
    }

    /// <summary>"dismissed as forged a report that …": what is dismissed stands behind how it is judged.</summary>
    private static void MendJudged(SentenceEdit tree, int judged, int verb, ClauseGrammar grammar)
    {
        if (judged != verb + 2 || !tree.Is(judged - 1, Relation.Mark) || !grammar.Functions.Is(tree[judged - 1].Lemma, WordFunction.Likeness) || tree.Has(verb, Relation.Obj) || tree.HasSubject(judged))
            return;
        if (tree.Child(judged, Relation.Obj) is >= 0 and var noun && noun > judged && tree.Edges(noun, -1).First == judged + 1)
            tree.Hang(noun, verb, Relation.Obj);
    }

    /// <summary>"declared an emergency and sent soldiers": the noun right behind the second verb is its object.</summary>
    private static void MendSecond(SentenceEdit tree, int noun, int first)
    {
        int verb = noun - 1;
        bool isPair = verb > tree.First && tree.Is(verb, Relation.Conj) && tree[verb].Pos == PartOfSpeech.Verb && tree[verb - 1].Pos == PartOfSpeech.Cconj && first < verb && !tree.Has(verb, Relation.Obj) && !tree.Has(verb, Relation.AuxPass);
        if (isPair && tree.Holds(tree[verb].Head) && tree.IsUnder(first, tree[verb].Head))
            tree.Hang(noun, verb, Relation.Obj);
    }

    /// <summary>"signed a treaty offering refuge", "signed a law banning imports" with the refuge and the imports as what was signed.</summary>
    private static void MendTreaty(SentenceEdit tree, int noun)
    {
        int article = noun - 1;
        int gerund = noun + 1;
        if (article < tree.First || gerund >= tree.End || !tree.Is(article, Relation.Det) || !tree.EndsInIng(gerund) || !tree.Holds(tree[article].Head))
            return;
        int told = tree[article].Head;
        int verb = tree.Is(gerund, Relation.Xcomp) ? tree[gerund].Head : tree[told].Head;
        if (told <= gerund || !tree.Is(told, Relation.Obj) || !tree.Holds(verb) || verb >= article || tree[verb].Pos != PartOfSpeech.Verb || tree[told].Head != verb && tree[told].Head != gerund)
            return;
        bool isVerbal = tree.Is(gerund, Relation.Xcomp) && tree[noun].Head == gerund;
        bool isTorn = tree.Is(gerund, Relation.Compound) && tree[gerund].Head == told && tree[told].Tag == "NNS" && tree[article].Morphology.HasFlag(Morphology.Indefinite);
        if (!isVerbal && !isTorn)
            return;
        tree.Hand(article, noun);
        tree.Hang(told, verb, Relation.Obj);
        tree.Raise(noun, told, Relation.Obj);
        tree.Hang(gerund, noun, Relation.Acl);
        tree.Hang(told, gerund, Relation.Obj);
    }

    /// <summary>"named Eva Lund prime minister": the name is who is named, the office what they are named.</summary>
    private static void MendNamed(SentenceEdit tree, int office, int verb, ClauseGrammar grammar)
    {
        if (!grammar.IsElecting(tree[verb].Lemma) || tree[verb + 1] is not { Relation: Relation.Compound, Pos: PartOfSpeech.Propn } name || name.Head != office || tree.Has(office, Relation.Case))
            return;
        for (int i = verb + 2; i < office; i++)
        {
            if (tree[i].Pos == PartOfSpeech.Propn && tree[i].Head == office)
                tree.Hang(i, verb + 1, Relation.Flat);
        }

        tree.Hang(verb + 1, verb, Relation.Obj);
        tree.Hang(office, verb, Relation.Xcomp);
    }
}
