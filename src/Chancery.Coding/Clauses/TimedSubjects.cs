using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// "closed schools after a quake struck Lima" with the schools closed "after a quake" and whoever closed them striking Lima: "after" and "before" open a clause where the noun behind them
/// stands right before a verb that has a tense and no subject.
/// </summary>
internal sealed class TimedSubjects : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Advcl, Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBZ" or "VBP", Head: >= 0 } && tokens[i].Head < i - 2;

    protected override void Mend(SentenceEdit tree, int verb, int governor, ClauseGrammar grammar)
    {
        if (tree.HasSubject(verb) || tree.Has(verb, Relation.Mark) || tree.Has(verb, Relation.Expl))
            return;
        for (int i = verb - 1; i > governor; i--)
        {
            if (tree[i].Relation != Relation.Obl || !tree.IsNominal(i) || (tree[i].Head != verb && tree[i].Head != governor))
                continue;
            (int first, int last) = tree.Edges(i, -1);
            if (last != verb - 1 || tree.Child(i, Relation.Case) != first || !grammar.Functions.Is(tree[first].Lemma, WordFunction.Awaited))
                return;
            tree.Hang(i, verb, tree.Has(verb, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
            tree.Hang(first, verb, Relation.Mark);
            tree.MakeConjunction(first);
            return;
        }
    }
}
