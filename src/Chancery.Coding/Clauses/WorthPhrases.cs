using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"sold Chad arms worth over 4 million dollars", with the worth sold: the noun before is what is sold, and the sum tells its worth.</summary>
internal sealed class WorthPhrases : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        i > sentence.FirstToken && tokens[i] is { Pos: PartOfSpeech.Noun or PartOfSpeech.Adj, Relation: Relation.Obj } && tokens[i - 1] is { Pos: PartOfSpeech.Noun, Relation: Relation.Compound, Head: var head } && head == i
        && i + 1 < sentence.EndToken && tokens[i + 1].Pos is PartOfSpeech.Adv or PartOfSpeech.Num or PartOfSpeech.Sym or PartOfSpeech.Adp;

    protected override void Mend(SentenceEdit tree, int worth, int head, ClauseGrammar grammar)
    {
        if (!grammar.IsMeasure(tree[worth].Lemma))
            return;
        int thing = worth - 1;
        for (int i = worth + 1; i < tree.End; i++)
        {
            if (tree[i].Head == head && tree[i] is { Relation: Relation.Obj, Pos: PartOfSpeech.Noun or PartOfSpeech.Sym } && tree.Has(i, Relation.Nummod))
            {
                tree.Hang(thing, head, Relation.Obj);
                tree.Hang(worth, thing, Relation.Amod);
                tree.Hang(i, worth, Relation.Obj);
                return;
            }
        }
    }
}
