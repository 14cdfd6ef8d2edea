using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"At the invitation of the government of Chad, a party and government delegation paid a visit" with the delegation among those who invite: behind the comma of a phrase that opens the sentence begins the subject, where the verb has none else.</summary>
internal sealed class FrontedLists : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Obl, Pos: PartOfSpeech.Noun or PartOfSpeech.Propn } && tokens[i].Head > i + 3 && i < sentence.FirstToken + 6;

    protected override void Mend(SentenceEdit tree, int phrase, int verb, ClauseGrammar grammar)
    {
        (int start, int end) = tree.Edges(phrase, -1);
        if (start != tree.First || !tree.Is(verb, Relation.Root) || tree.HasSubject(verb) || !tree.IsFinite(verb) || tree.Has(verb, Relation.Expl))
            return;
        for (int i = phrase + 1; i <= end; i++)
        {
            if (!tree.Is(i, Relation.Conj) || !tree.IsNominal(i) || !tree.IsUnder(i, phrase))
                continue;
            (int first, _) = tree.Edges(i, -1);
            int list = tree[i].Head;
            int last = Last(tree, list);
            // "of Chad, Mali and Niger": names have no article, and each part of a list of things has its own.
            if (first <= list || !tree.IsComma(first) && !tree.IsComma(first - 1) || tree.Has(i, Relation.Cc) || !HasArticle(tree, i) || Bare(tree, list, i) < 0 || HasVerbBehind(tree, last, verb))
                return;
            tree.Hang(i, verb, Relation.Nsubj);
            for (int k = i + 1; k <= end; k++)
            {
                if (tree[k].Head == list && tree.Is(k, Relation.Conj))
                    tree.Hang(k, i, Relation.Conj);
            }

            return;
        }
    }

    private static bool HasArticle(SentenceEdit tree, int noun) => tree.Child(noun, Relation.Det) is >= 0 and var article && article < noun;

    /// <summary>The next part of the list, which shares the article of this one; -1 for none.</summary>
    private static int Bare(SentenceEdit tree, int list, int part)
    {
        for (int k = part + 1; k < tree.End; k++)
        {
            if (tree[k].Head == list && tree.Is(k, Relation.Conj))
                return tree.Has(k, Relation.Cc) && !HasArticle(tree, k) && tree[k].Pos == PartOfSpeech.Noun ? k : -1;
        }

        return -1;
    }

    private static int Last(SentenceEdit tree, int list)
    {
        int last = list;
        for (int k = list; k < tree.End; k++)
        {
            if (tree[k].Head == list && tree.Is(k, Relation.Conj))
                last = k;
        }

        return last;
    }

    /// <summary>A verb with a tense between the list and the main verb: then the list may be its subject.</summary>
    private static bool HasVerbBehind(SentenceEdit tree, int last, int verb)
    {
        for (int i = last + 1; i < verb; i++)
        {
            if (tree[i].Pos == PartOfSpeech.Verb && tree.IsFinite(i) && !tree.IsUnder(i, last))
                return true;
        }

        return false;
    }
}
