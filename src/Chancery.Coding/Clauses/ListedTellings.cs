using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// Deeds of a list that somebody tells, joined to the telling: "said rebels had crossed the river, burned two huts and killed a guard" with the teller burning.
/// </summary>
internal sealed class ListedTellings : WordRepair
{
    private const int Deepest = 4;

    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Conj, Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBN", Head: var told } && told >= sentence.FirstToken && told < i - 3 && tokens[told].Pos == PartOfSpeech.Verb && tokens[i - 1].Pos == PartOfSpeech.Punct;

    protected override void Mend(SentenceEdit tree, int listed, int head, ClauseGrammar grammar)
    {
        if (!tree.IsComma(listed - 1) || !IsBare(tree, listed) || tree.Has(listed, Relation.Cc))
            return;
        for (int told = head + 1; told < listed - 1; told++)
        {
            if (!tree.Is(told, Relation.Ccomp) || tree[told].Pos != PartOfSpeech.Verb || !tree.HasSubject(told) || !IsTold(tree, told, head))
                continue;
            int last = Last(tree, listed, told);
            if (last < 0 && IsRelay(tree, head) && tree.Has(told, Relation.Aux) && Last(tree, listed, head) is >= 0 and var high && IsBare(tree, high))
            {
                tree.Hang(high, told, Relation.Conj);
                last = high;
            }

            if (last < 0)
                continue;
            tree.Hang(listed, told, Relation.Conj);
            return;
        }
    }

    /// <summary>The last of the list, with the word that joins it, where that hangs on the first.</summary>
    private static int Last(SentenceEdit tree, int listed, int first)
    {
        for (int i = listed + 1; i < tree.End; i++)
        {
            if (tree[i].Head == first && tree[i] is { Relation: Relation.Conj, Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBN" } && tree.Child(i, Relation.Cc) > listed)
                return i;
        }

        return -1;
    }

    private static bool IsBare(SentenceEdit tree, int verb) => !tree.HasSubject(verb) && !tree.Has(verb, Relation.Aux) && !tree.Has(verb, Relation.AuxPass) && !tree.Has(verb, Relation.Mark);

    /// <summary>"was quoted as saying".</summary>
    private static bool IsRelay(SentenceEdit tree, int verb) => tree.Has(verb, Relation.AuxPass) && tree.Has(verb, Relation.NsubjPass);

    private static bool IsTold(SentenceEdit tree, int told, int head)
    {
        int at = tree[told].Head;
        for (int hops = 0; hops < Deepest && tree.Holds(at) && at != head && tree[at].Relation is Relation.Ccomp or Relation.Advcl or Relation.Xcomp; hops++)
            at = tree[at].Head;
        return at == head;
    }
}
