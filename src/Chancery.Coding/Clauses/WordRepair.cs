using Chancery.Model;

namespace Chancery.Coding;

/// <summary>A repair that looks at one word after the other, and at the word that it hangs on.</summary>
internal abstract class WordRepair : Repair
{
    public sealed override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (MayErr(tokens, sentence, i))
                return true;
        }

        return false;
    }

    public sealed override void Mend(SentenceEdit tree, ClauseGrammar grammar)
    {
        for (int i = tree.First; i < tree.End; i++)
        {
            int head = tree[i].Head;
            if (tree.Holds(head) && MayErr(tree.Tokens, tree.Sentence, i))
                Mend(tree, i, head, grammar);
        }
    }

    /// <summary>True when a word may be in the wrong place.</summary>
    protected abstract bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int word);

    /// <summary>Mends the place of a word that hangs on another.</summary>
    protected abstract void Mend(SentenceEdit tree, int word, int head, ClauseGrammar grammar);
}
