using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"called the move unjust", "called the ruling a theft": the phrase right behind such a verb is its object, and what follows is what it is called.</summary>
internal sealed class CalledThings : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Xcomp, Pos: PartOfSpeech.Noun or PartOfSpeech.Verb } && tokens[i].Head >= sentence.FirstToken && tokens[i].Head < i - 1 && tokens[tokens[i].Head + 1].Head == i;

    protected override void Mend(SentenceEdit tree, int thing, int verb, ClauseGrammar grammar)
    {
        bool isBehind = tree.Is(thing, Relation.Xcomp) && verb < thing - 1 && tree[verb + 1].Head == thing && tree[verb + 1].Relation is Relation.Det or Relation.NmodPoss;
        if (!isBehind || !grammar.IsPredicative(tree[verb].Lemma) || tree.Has(verb, Relation.Obj) || tree.Has(verb, Relation.AuxPass) || NameBehind(tree, thing, verb) is not (>= 0 and var name))
            return;
        if (tree[thing].Pos == PartOfSpeech.Verb)
            tree.MakeGerundNoun(thing);
        tree.Hang(thing, verb, Relation.Obj);
        tree.Hang(name, verb, Relation.Xcomp);
    }

    /// <summary>"a theft" taken for the object of the ruling; "unjust" taken for an adverb; -1 for neither.</summary>
    private static int NameBehind(SentenceEdit tree, int thing, int verb)
    {
        if (tree.Child(thing, Relation.Obj) is var name && name > thing)
            return name;
        int next = thing + 1;
        bool isAdjective = tree.Holds(next) && tree[next] is { Pos: PartOfSpeech.Adv, Relation: Relation.Advmod } && tree[next].Head == verb && !tree[next].Lemma.EndsWith("ly", StringComparison.Ordinal);
        return isAdjective && (next + 1 == tree.End || tree[next + 1].Pos is PartOfSpeech.Punct or PartOfSpeech.Adp or PartOfSpeech.Cconj) ? next : -1;
    }
}
