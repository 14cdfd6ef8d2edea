using Chancery.Model;

namespace Chancery.Coding;

/// <summary>A participle between commas behind a verb of saying, taken for what is said: "said Persaud, wanted for theft, would be tried" with Persaud saying that he was wanted.</summary>
internal sealed class InsertedParticiples : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Ccomp, Pos: PartOfSpeech.Verb, Tag: "VBN" or "VBD" } && tokens[i].Head >= sentence.FirstToken && tokens[i].Head < i - 2 && tokens[i - 1].Pos == PartOfSpeech.Punct;

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        bool isBare = tree.Is(i, Relation.Ccomp) && tree[i].Tag is "VBN" or "VBD" && head < i - 2 && tree.IsComma(i - 1) && tree.IsFinite(head)
            && !tree.HasSubject(i) && !tree.Has(i, Relation.Aux) && !tree.Has(i, Relation.AuxPass) && !tree.Has(i, Relation.Mark) && !tree.Has(i, Relation.Obj);
        if (!isBare || Told(tree, i, head) is not (>= 0 and var told) || Subject(tree, i, head, told) is not (>= 0 and var subject))
            return;
        if (tree[head].Head == told)
        {
            tree.Raise(head, told, tree[told].Relation);
            for (int k = tree.First; k < tree.End; k++)
            {
                if (tree[k].Head == told && tree[k].Pos == PartOfSpeech.Punct && k > told)
                    tree.Hand(k, head);
            }
        }

        tree.Hang(told, head, Relation.Ccomp);
        tree.Hang(subject, told, tree.Has(told, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
        tree.MakeParticiple(i);
        tree.Hang(i, subject, Relation.Acl);
    }

    /// <summary>The verb behind the comma that closes the insertion, whether the parser hung it beside the saying or the saying on it; -1 for none.</summary>
    private static int Told(SentenceEdit tree, int participle, int saying)
    {
        for (int i = participle + 1; i < tree.End; i++)
        {
            bool isBeside = tree[i].Pos == PartOfSpeech.Verb && ((tree[saying].Head == i && tree.Is(saying, Relation.Parataxis)) || (tree[i].Head == tree[saying].Head && tree.Is(i, Relation.Conj) && tree.Is(saying, Relation.Conj)) || (tree[i].Head == saying && tree[i].Relation is Relation.Conj or Relation.Ccomp));
            if (isBeside && !tree.Has(i, Relation.Cc))
                return tree.IsComma(FirstOfGroup(tree, i) - 1) ? i : -1;
        }

        return -1;
    }

    /// <summary>The first auxiliary of a verb, or itself.</summary>
    private static int FirstOfGroup(SentenceEdit tree, int verb)
    {
        for (int i = tree.First; i < verb; i++)
        {
            if (tree[i].Head == verb && tree[i].Relation is Relation.Aux or Relation.AuxPass && tree[i].Pos == PartOfSpeech.Aux)
                return i;
        }

        return verb;
    }

    /// <summary>The noun phrase between the saying and the insertion; -1 for none.</summary>
    private static int Subject(SentenceEdit tree, int participle, int saying, int told)
    {
        for (int i = saying + 1; i < participle; i++)
        {
            if (SentenceEdit.IsSubject(tree[i].Relation) && (tree[i].Head == saying || tree[i].Head == told || tree[i].Head == participle))
                return tree.IsNominal(i) && tree.Edges(i, participle) is var (first, last) && first == saying + 1 && last == participle - 2 ? i : -1;
        }

        return -1;
    }
}
