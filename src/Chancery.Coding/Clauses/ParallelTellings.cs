using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// Deeds of one who is told of, joined to the telling: "said its fighters had withdrawn, had taken the town" with the teller taking it. The older past and the later future
/// of what is told are seen from the telling; the teller has neither.
/// </summary>
internal sealed class ParallelTellings : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Conj or Relation.Ccomp, Pos: PartOfSpeech.Verb, Head: var teller } && teller >= sentence.FirstToken && teller < i - 3 && tokens[teller] is { Pos: PartOfSpeech.Verb, Tag: "VBD" }
        && (tokens[i - 1].Pos == PartOfSpeech.Aux || tokens[i - 2].Pos == PartOfSpeech.Aux);

    protected override void Mend(SentenceEdit tree, int deed, int teller, ClauseGrammar grammar)
    {
        if (tree.HasSubject(deed) || tree.Has(deed, Relation.Mark) || tree.Has(teller, Relation.Aux) || grammar.ForceOf(tree[teller].Lemma) != ModalForce.Asserted || Backshift(tree, deed, grammar) is not (>= 0 and var aux))
            return;
        for (int told = deed - 1; told > teller; told--)
        {
            if (tree[told].Head != teller || !tree.Is(told, Relation.Ccomp) || tree[told].Pos != PartOfSpeech.Verb || !tree.HasSubject(told) || Backshift(tree, told, grammar) is not (>= 0 and var other) || tree[other].Tag != tree[aux].Tag)
                continue;
            tree.Hang(deed, told, Relation.Conj);
            return;
        }
    }

    /// <summary>"had gone", "would go": the word that tells the older past or the later future; -1 where none does.</summary>
    private static int Backshift(SentenceEdit tree, int verb, ClauseGrammar grammar)
    {
        int aux = tree.Child(verb, Relation.Aux);
        bool shifts = aux >= 0 && aux < verb && (tree[aux].Tag == "VBD" || (tree[aux].Tag == "MD" && grammar.Functions.Is(tree[aux].Lemma, WordFunction.Prospect)));
        return shifts ? aux : -1;
    }
}
