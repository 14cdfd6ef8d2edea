using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"Police put the rebel leader under house arrest" told as what police do: a verb whose past is like its present tells, in a whole sentence with a plural noun before it, what was done.</summary>
internal sealed class SamePasts : Repair
{
    public override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (IsPresent(tokens[i]))
                return true;
        }

        return false;
    }

    public override void Mend(SentenceEdit tree, ClauseGrammar grammar)
    {
        if (!tree.IsClosed)
            return;
        for (int verb = tree.First; verb < tree.End; verb++)
        {
            if (IsPresent(tree[verb]) && grammar.IsSameInPast(tree[verb].Lemma) && !tree.Has(verb, Relation.Aux) && tree.Child(verb, Relation.Nsubj) is >= 0 and var subject && tree[subject].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn)
                tree.MakePast(verb);
        }
    }

    private static bool IsPresent(in Token token) => token is { Pos: PartOfSpeech.Verb, Tag: "VBP" };
}
