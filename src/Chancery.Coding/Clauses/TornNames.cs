using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>A name right behind its noun that the parser hangs beside it instead of on it: "told the daily Vijesti", ", the agency Kuna reported"; and a last name that is also a common noun; a "that" taken for a pronoun where the clause has its own subject.</summary>
internal sealed class TornNames : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i)
    {
        int head = tokens[i].Head;
        if (i <= sentence.FirstToken || head < sentence.FirstToken)
            return false;
        if (IsLastName(tokens, i))
            return true;
        if (tokens[i].Pos == PartOfSpeech.Propn)
            return IsNoun(tokens[i - 1]) && (tokens[i - 1].Head == head && tokens[i - 1].Relation == tokens[i].Relation && IsSide(tokens[i].Relation) || tokens[i].Relation == Relation.Nsubj && tokens[head] is { Relation: Relation.AclRelcl } && tokens[head].Head == i - 1);
        return tokens[i] is { Relation: Relation.Nsubj, Tag: "WDT" or "IN" } && head > i + 1;
    }

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (IsLastName(tree.Tokens, i))
        {
            if (tree.OpensWithCapital(i))
            {
                tree.MakeName(i);
                tree.Hang(i, tree[i - 1].Head, Relation.Flat);
            }

            return;
        }

        if (tree[i].Pos != PartOfSpeech.Propn)
        {
            MendThat(tree, i, head);
            return;
        }

        int noun = i - 1;
        if (tree[noun].Head == head)
        {
            if (!tree.Has(i, Relation.Case) && !tree.Has(i, Relation.Cc))
                tree.Hang(i, noun, Relation.Appos);
            return;
        }

        // ", the agency Kuna reported.": the noun is no thing that the name reported.
        int first = tree.Edges(noun, head).First;
        if (!tree.Is(noun, Relation.Parataxis) || !tree.IsComma(first - 1) && !tree.IsComma(first) || grammar.ForceOf(tree[head].Lemma) != ModalForce.Asserted || tree.Has(head, Relation.Obj) || tree.Has(head, Relation.Ccomp))
            return;
        tree.Raise(head, noun, Relation.Parataxis);
        tree.Hang(noun, head, Relation.Nsubj);
        tree.Hang(i, noun, Relation.Appos);
    }

    /// <summary>"a driver Karl Alan Woods", where the last name is a word of another kind: it stands right behind the others, beside them.</summary>
    private static bool IsLastName(ReadOnlySpan<Token> tokens, int i) =>
        tokens[i] is { Relation: Relation.Appos, Pos: PartOfSpeech.Noun or PartOfSpeech.Propn } && tokens[i - 1] is { Relation: Relation.Flat, Pos: PartOfSpeech.Propn, Head: >= 0 and var name } && name < i && (tokens[i].Head == name || tokens[i].Head == tokens[name].Head);

    /// <summary>"said at a rally that "a bomb" had gone off" with two subjects of the going.</summary>
    private static void MendThat(SentenceEdit tree, int that, int verb)
    {
        for (int i = that + 1; i < verb; i++)
        {
            if (tree[i].Head == verb && tree[i].Relation is Relation.Nsubj or Relation.NsubjPass)
            {
                tree.MakeConjunction(that);
                tree.Hang(that, verb, Relation.Mark);
                return;
            }
        }
    }

    private static bool IsNoun(Token word) => word.Pos is PartOfSpeech.Noun or PartOfSpeech.Adj;

    private static bool IsSide(Relation relation) => relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj or Relation.Obl or Relation.OblAgent or Relation.Nmod;
}
