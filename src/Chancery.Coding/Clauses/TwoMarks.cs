using Chancery.Model;

namespace Chancery.Coding;

/// <summary>""If Chad votes, I will stay. If Chad does not vote, I will go"" with both "if" at the second vote: of two words that open a clause, the first opens the one that begins behind it.</summary>
internal sealed class TwoMarks : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Mark, Pos: PartOfSpeech.Sconj } && tokens[i].Head > i + 4;

    protected override void Mend(SentenceEdit tree, int mark, int verb, ClauseGrammar grammar)
    {
        for (int i = mark + 1; i < verb; i++)
        {
            if (tree[i].Pos != PartOfSpeech.Verb || tree[i].Relation != Relation.Advcl)
                continue;
            if (!tree.Has(i, Relation.Mark) && BeginsBehind(tree, i, mark) && HasMarkBetween(tree, verb, i))
                tree.Hang(mark, i, Relation.Mark);
            return;
        }
    }

    private static bool BeginsBehind(SentenceEdit tree, int clause, int mark)
    {
        for (int i = mark + 1; i < clause; i++)
        {
            if (tree[i].Head == clause && SentenceEdit.IsSubject(tree[i].Relation))
                return tree.Edges(i, -1).First == mark + 1;
        }

        return false;
    }

    private static bool HasMarkBetween(SentenceEdit tree, int verb, int after)
    {
        for (int i = after + 1; i < verb; i++)
        {
            if (tree[i].Head == verb && tree[i].Relation == Relation.Mark)
                return true;
        }

        return false;
    }
}
