using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"On Friday in Lima, the envoy said, 'We will pay'": what stands before the one who speaks is when and where it was said, not a part of the quotation behind.</summary>
internal sealed class FramesOfSaying : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int word) =>
        tokens[word] is { Pos: PartOfSpeech.Verb, Relation: Relation.Parataxis } && tokens[word].Head > word;

    protected override void Mend(SentenceEdit tree, int word, int head, ClauseGrammar grammar)
    {
        if (grammar.ForceOf(tree[word].Lemma) != ModalForce.Asserted || tree.Child(word, Relation.Nsubj) is not (>= 0 and var sayer) || !OpensQuotation(tree, word))
            return;
        for (int i = tree.First; i < Math.Min(sayer, word); i++)
        {
            if (tree[i].Head == head && tree[i].Relation is Relation.Obl or Relation.OblUnmarked or Relation.Advmod)
                tree.Hang(i, word, tree[i].Relation);
        }
    }

    /// <summary>Right behind the verb, a comma or a colon between them or not.</summary>
    private static bool OpensQuotation(SentenceEdit tree, int verb)
    {
        int next = verb + 1;
        if (tree.IsComma(next) || tree.IsColon(next))
            next++;
        return tree[next].Pos == PartOfSpeech.Punct && !tree.IsComma(next) && tree.FollowsMark(next + 1);
    }
}
