using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"a raid by guerrillas in which four men were killed", "a battle between Chad and Togo in which …" with the men killed in the guerrillas: "in which" behind those who do it tells of what they do.</summary>
internal sealed class WhichOfActs : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.AclRelcl, Pos: PartOfSpeech.Verb } && tokens[i].Head < i - 2;

    protected override void Mend(SentenceEdit tree, int verb, int doer, ClauseGrammar grammar)
    {
        int which = tree.Child(verb, Relation.Obl);
        if (which < 0 || which > verb || !tree[which].Lemma.Equals("which", StringComparison.OrdinalIgnoreCase) || tree.Child(which, Relation.Case) != which - 1)
            return;
        int first = tree.Is(doer, Relation.Conj) ? tree[doer].Head : doer;
        if (!tree.Is(first, Relation.Nmod) || tree.Child(first, Relation.Case) is not (>= 0 and var preposition) || tree[first].Head is not (>= 0 and var act) || !tree.Holds(act) || tree[act].Pos != PartOfSpeech.Noun || act > preposition)
            return;
        string form = tree[preposition].Lemma.ToLowerInvariant();
        if (grammar.Functions.Is(form, WordFunction.Agent) || grammar.Functions.Is(form, WordFunction.Mutual))
            tree.Hang(verb, act, Relation.AclRelcl);
    }
}
