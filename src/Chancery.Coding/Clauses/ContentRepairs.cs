using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"allegations that it armed the rebels" with the allegations as what was armed: a "that" before a clause whose verb has its object opens what the noun tells; "was told that" with what is told as its subject.</summary>
internal sealed class ContentRepairs : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i].Relation == Relation.CsubjPass && tokens[i].Head < i - 1
        || tokens[i] is { Relation: Relation.Obj, Pos: PartOfSpeech.Pron or PartOfSpeech.Det or PartOfSpeech.Sconj } && tokens[i].Head > i + 1 && tokens[i].Head < sentence.EndToken && tokens[tokens[i].Head].Relation == Relation.AclRelcl;

    protected override void Mend(SentenceEdit tree, int that, int verb, ClauseGrammar grammar)
    {
        // "was told by Chad that the road is shut": whoever has a subject has no second one.
        if (tree.Is(that, Relation.CsubjPass) && verb < that && tree.Child(verb, Relation.NsubjPass) is >= 0 and var told && tree[told].Lemma != "it" && tree.Has(that, Relation.Mark))
        {
            tree.Hang(that, verb, Relation.Ccomp);
            return;
        }

        if (!tree.Is(that, Relation.Obj) || !tree.Is(verb, Relation.AclRelcl) || verb < that + 2 || tree[verb].Head != that - 1 || !grammar.Functions.Is(tree[that].Lemma, WordFunction.Content) || !tree.HasSubject(verb))
            return;
        for (int i = verb + 1; i < tree.End; i++)
        {
            bool isTaken = tree[i].Head == verb && tree.Is(i, Relation.Obj) || tree[i].Head == verb && tree.Is(i, Relation.Xcomp) && tree.Has(i, Relation.Obj);
            if (isTaken)
            {
                tree.Hang(that, verb, Relation.Mark);
                tree.MakeConjunction(that);
                return;
            }
        }
    }
}
