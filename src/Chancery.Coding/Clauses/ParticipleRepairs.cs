using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Participles read as clauses of their own: "officers based in Oran left" with the officers based and nobody leaving, "interrupted by protesting students" with students protested.</summary>
internal sealed class ParticipleRepairs : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i].Relation is Relation.Advcl or Relation.Ccomp or Relation.Parataxis && tokens[i].Pos == PartOfSpeech.Verb && tokens[i].Tag is "VBN" or "VBD" or "VBG";

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (tree[i].Pos != PartOfSpeech.Verb || !tree.Holds(head))
            return;
        if (tree[i].Tag == "VBG")
            MendDoer(tree, i, head, grammar);
        else if (tree[i].Relation is Relation.Advcl or Relation.Ccomp or Relation.Parataxis)
            MendReduced(tree, i, head);
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
