using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// Second verbs joined past the clause right before them, to one whose subject does something else: "Chad left, but Togo stayed and paid" with Chad paying, "called the minister, who came and signed" with
/// the caller signing, "told Chad to leave and Togo to pay" with Chad paying.
/// </summary>
internal sealed class SecondVerbs : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Conj, Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBN" or "VBP" or "VBZ" or "VB", Head: var first } && first >= sentence.FirstToken && first < i;

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (tree.HasSubject(i) || tree[head].Pos != PartOfSpeech.Verb)
            return;
        if (tree.Child(i, Relation.Mark) is >= 0 and var mark)
        {
            MendParallel(tree, i, head, mark);
            return;
        }

        MendBeside(tree, i, head);
        if (tree[i].Head == head && tree.Child(i, Relation.Cc) is >= 0 and var and && !tree.IsComma(and - 1))
            MendRelative(tree, i, head, and);
    }

    /// <summary>"Chad left, but Togo stayed and paid", with Chad paying: of the verbs joined to one the last that has a subject hands it on.</summary>
    private static void MendBeside(SentenceEdit tree, int second, int first)
    {
        for (int i = second - 1; i > first; i--)
        {
            if (tree[i].Head != first || !tree.Is(i, Relation.Conj) || tree[i].Pos != PartOfSpeech.Verb || !tree.HasSubject(i) || tree.Has(i, Relation.Mark))
                continue;
            tree.Hang(second, i, Relation.Conj);
            return;
        }
    }

    /// <summary>"called the minister, who came and signed", with the caller signing: what no comma parts from a clause that a comma opened goes on with it.</summary>
    private static void MendRelative(SentenceEdit tree, int second, int main, int and)
    {
        if (tree.Has(second, Relation.Aux) || tree.Has(second, Relation.AuxPass) || tree[second].Tag is "VB")
            return;
        for (int i = and - 1; i > main; i--)
        {
            if (!tree.Is(i, Relation.AclRelcl) || tree[i].Pos != PartOfSpeech.Verb || !tree.IsUnder(i, main) || tree.Has(i, Relation.Aux) || tree.Has(i, Relation.AuxPass))
                continue;
            bool isAlike = tree[i].Tag == tree[second].Tag || tree[i].Tag is "VBD" or "VBN" && tree.MayBePast(second);
            (int opening, int last) = tree.Edges(i, -1);
            if (isAlike && last == and - 1 && tree[opening].Tag is "WP" or "WDT" && SentenceEdit.IsSubject(tree[opening].Relation) && tree[opening].Head == i && tree.IsComma(opening - 1))
                tree.Hang(second, i, Relation.Conj);
            return;
        }
    }

    /// <summary>"told Chad to leave the isle and Togo to pay", with the isle and Togo left and Chad paying: who stands behind the "and" and before the second "to" is to do what follows.</summary>
    private static void MendParallel(SentenceEdit tree, int second, int first, int to)
    {
        if (tree[second].Tag != "VB" || tree.Has(second, Relation.Cc) || tree.Child(first, Relation.Mark) is not (>= 0 and var before) || tree[before].Tag != "TO" || tree[to].Tag != "TO")
            return;
        for (int i = to - 1; i > first; i--)
        {
            if (!tree.Is(i, Relation.Conj) || !tree.IsNominal(i) || tree.Child(i, Relation.Cc) is not (>= 0 and var and) || tree.Edges(i, -1) is var (from, last) && (from != and || last != to - 1))
                continue;
            tree.Hang(and, second, Relation.Cc);
            tree.Hang(i, second, Relation.Nsubj);
            return;
        }
    }
}
