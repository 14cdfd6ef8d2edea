using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Lists that the parser tore: by a title before all their names ("Senators Ana Diaz, Jan Blom and Eva Lund"), or by words put in between their two ends ("between Chad, seeking a loan, and Togo").</summary>
internal static class ListRepairs
{
    // Words that may be put in between the two ends.
    private const int WidestGap = 24;

    public static bool MayErr(ImmutableArray<Token> tokens, Sentence sentence)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (IsNameUnderTitle(tokens, i) || (tokens[i].Relation == Relation.Case && tokens[i].Lemma == "between"))
                return true;
        }

        return false;
    }

    public static void Mend(SentenceEdit tree)
    {
        if (tree.IsTooLong)
            return;
        for (int i = tree.First; i < tree.End; i++)
        {
            if (!tree.Holds(tree[i].Head))
                continue;
            if (IsNameUnderTitle(tree.Tokens, i) && tree[i].Head >= tree.First)
                MendTitle(tree, i, tree[i].Head);
            else if (tree.Is(i, Relation.Case) && tree[i].Lemma == "between" && tree[i].Head > i)
                MendBetween(tree, tree[i].Head);
        }
    }

    /// <summary>A name has no name of its own within: where "Ana" hangs on "Senators" and "Diaz" on "Ana", the first word is a title.</summary>
    private static bool IsNameUnderTitle(IReadOnlyList<Token> tokens, int name) =>
        name > 0 && name + 1 < tokens.Count && tokens[name] is { Relation: Relation.Flat, Pos: PartOfSpeech.Propn } && tokens[name].Head == name - 1
        && tokens[name + 1].Relation == Relation.Flat && tokens[name + 1].Head == name;

    private static void MendTitle(SentenceEdit tree, int name, int title)
    {
        tree.Raise(name, title, tree[title].Relation);
        tree.Move(title, name, tree.First, tree.End);
        tree.Hang(title, name, Relation.NmodDesc);
    }

    /// <summary>"between" asks for two: where one has no other beside it, the next ", and" behind what is put in brings the other.</summary>
    private static void MendBetween(SentenceEdit tree, int first)
    {
        if (tree[first].Pos != PartOfSpeech.Propn || tree.Has(first, Relation.Conj))
            return;
        int last = tree.Edges(first, -1).Last;
        if (last + 1 >= tree.End || !tree.IsComma(last + 1))
            return;
        for (int i = last + 2; i < tree.End && i < last + WidestGap; i++)
        {
            if (tree[i].Relation != Relation.Conj || tree[i].Pos != PartOfSpeech.Propn || tree[i].Head <= first || tree.Child(i, Relation.Cc) is not (>= 0 and var and) || and > i || !tree.IsComma(and - 1))
                continue;
            tree.Hang(i, first, Relation.Conj);
            return;
        }
    }
}
