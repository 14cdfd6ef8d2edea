using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// A second act of words hung into what was said first: "said Togo had left the pact and urged Mali to return" with Togo read as urging.
/// What stands in the plain past behind "had left" goes on where "said" began.
/// </summary>
internal sealed class VoicingRepairs : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Conj, Tag: "VBD" or "VBN", Pos: PartOfSpeech.Verb } && tokens[i].Head < i && tokens[i].Head >= sentence.FirstToken && tokens[tokens[i].Head].Relation is Relation.Ccomp or Relation.Conj;

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        while (tree.Is(head, Relation.Conj) && tree.Holds(tree[head].Head) && tree[head].Head < head)
            head = tree[head].Head;
        int saying = tree[head].Head;
        if (!tree.Is(head, Relation.Ccomp) || !MayErr(tree.Tokens, tree.Sentence, i) || !tree.Holds(saying) || saying > head || !grammar.IsVoicing(tree[i].Lemma))
            return;
        bool isSaid = tree[saying] is { Pos: PartOfSpeech.Verb, Tag: "VBD" } && grammar.ForceOf(tree[saying].Lemma) == ModalForce.Asserted && tree.Child(saying, Relation.Nsubj) is var sayer && sayer >= 0 && sayer < saying;
        bool isBare = tree.Has(i, Relation.Cc) && !tree.HasSubject(i) && !tree.Has(i, Relation.Aux) && !tree.Has(i, Relation.AuxPass) && !tree.Has(i, Relation.Mark);
        if (!isSaid || !isBare || !IsOtherTime(tree, head))
            return;
        tree.MakeFinite(i);
        tree.Hang(i, saying, Relation.Conj);
    }

    /// <summary>"had left", "would leave", "is leaving": told in another time than what goes on in the plain past.</summary>
    private static bool IsOtherTime(SentenceEdit tree, int predicate) =>
        tree.Has(predicate, Relation.Aux) || tree[predicate].Tag is "VBZ" or "VBP" || (tree.Child(predicate, Relation.Cop) is >= 0 and var copula && tree[copula].Tag is "VBZ" or "VBP");
}
