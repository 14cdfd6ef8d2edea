using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// "has met the mayor and has requested the president declare an emergency" with the president requesting: behind a verb that shares its subject, a name before a bare verb is who is to do
/// what that verb tells.
/// </summary>
internal sealed class AskedSubjects : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Nsubj, Head: >= 0 } && tokens[i].Head < i && tokens[tokens[i].Head] is { Pos: PartOfSpeech.Verb, Relation: Relation.Conj, Tag: "VBD" or "VBN" or "VBZ" or "VBP" or "VBG" };

    protected override void Mend(SentenceEdit tree, int asked, int verb, ClauseGrammar grammar)
    {
        (int first, int last) = tree.Edges(asked, -1);
        int bare = last + 1;
        if (first != verb + 1 || !tree.Holds(bare) || tree[bare].Head != verb || tree[bare].Relation is not (Relation.Ccomp or Relation.Xcomp) || tree[bare].Tag is not ("VB" or "VBP"))
            return;
        if (tree.HasSubject(bare) || tree.Has(bare, Relation.Mark))
            return;
        tree.Hang(asked, bare, Relation.Nsubj);
        tree.Hang(bare, verb, Relation.Ccomp);
    }
}
