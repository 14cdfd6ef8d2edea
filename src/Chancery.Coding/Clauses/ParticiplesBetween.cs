using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"held two men, wanted as smugglers by Chad, and expelled them" with those who hold them wanting: a participle between commas with its doer behind it and no object tells of the noun before it.</summary>
internal sealed class ParticiplesBetween : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Conj, Pos: PartOfSpeech.Verb, Tag: "VBN" or "VBD" } && tokens[i].Head < i - 2 && tokens[i].Head >= sentence.FirstToken && tokens[i - 1].Pos == PartOfSpeech.Punct;

    protected override void Mend(SentenceEdit tree, int participle, int verb, ClauseGrammar grammar)
    {
        if (!tree.IsComma(participle - 1) || tree.HasSubject(participle) || tree.Has(participle, Relation.Obj) || tree.Has(participle, Relation.Cc) || tree.Has(participle, Relation.Aux) || tree.Has(participle, Relation.AuxPass))
            return;
        if (tree.Child(verb, Relation.Obj) is not (>= 0 and var thing) || tree.Edges(thing, participle).Last is var last && last != participle - 2 && last != participle - 1 || !HasDoer(tree, participle, grammar) || Next(tree, participle, verb) < 0)
            return;
        tree.MakeParticiple(participle);
        tree.Hang(participle, thing, Relation.Acl);
    }

    private static bool HasDoer(SentenceEdit tree, int participle, ClauseGrammar grammar)
    {
        for (int i = participle + 1; i <= tree.Edges(participle, -1).Last; i++)
        {
            if (tree[i].Relation == Relation.Case && grammar.Functions.Is(tree[i].Lemma.ToLowerInvariant(), WordFunction.Agent) && tree.IsUnder(i, participle) && tree[tree[i].Head].Pos is PartOfSpeech.Propn or PartOfSpeech.Noun)
                return true;
        }

        return false;
    }

    /// <summary>The verb behind ", and" that goes on from the main one; -1 for none.</summary>
    private static int Next(SentenceEdit tree, int participle, int verb)
    {
        for (int i = participle + 1; i < tree.End; i++)
        {
            if (tree.Is(i, Relation.Conj) && tree[i].Head == verb && tree[i].Pos == PartOfSpeech.Verb && tree.Child(i, Relation.Cc) is >= 0 and var and)
                return tree.IsComma(and - 1) ? i : -1;
        }

        return -1;
    }
}
