using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What a verb acts on and what it asks for, put back under it: "thanked Togo and Mali" with the name read as a predicate, "was asked by Mali to leave" with the asking read into the name.</summary>
internal static class ObjectRepairs
{
    public static bool MayErr(ImmutableArray<Token> tokens, Sentence sentence)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (IsNamedPredicate(tokens[i]) || IsInfinitiveAtNoun(tokens[i]) || IsNounAside(tokens[i]))
                return true;
        }

        return false;
    }

    public static void Mend(SentenceEdit tree, ClauseGrammar grammar)
    {
        if (tree.IsTooLong)
            return;
        for (int i = tree.First; i < tree.End; i++)
        {
            int head = tree[i].Head;
            if (!tree.Holds(head))
                continue;
            if (IsNamedPredicate(tree[i]))
                MendNamedObject(tree, i, head, grammar);
            else if (IsInfinitiveAtNoun(tree[i]))
                MendInfinitive(tree, i, head);
            else if (IsNounAside(tree[i]))
                MendName(tree, i, head, grammar);
        }
    }

    private static bool IsNamedPredicate(in Token token) => token.Relation == Relation.Xcomp && token.Pos == PartOfSpeech.Propn;

    private static bool IsInfinitiveAtNoun(in Token token) => token.Relation is Relation.Acl or Relation.Advcl && token.Pos == PartOfSpeech.Verb && token.Tag == "VB";

    private static bool IsNounAside(in Token token) => token.Relation == Relation.Appos && token.Pos == PartOfSpeech.Noun;

    /// <summary>"called the plan "a disgrace"": what stands beside the object of such a verb without a comma is what the object is called.</summary>
    private static void MendName(SentenceEdit tree, int name, int called, ClauseGrammar grammar)
    {
        int verb = tree[called].Head;
        if (called > name || !tree.Is(called, Relation.Obj) || !tree.Holds(verb) || verb > called || !grammar.IsPredicative(tree[verb].Lemma) || tree.Has(verb, Relation.Xcomp))
            return;
        for (int i = tree.Edges(called, name).Last + 1; i < name; i++)
        {
            if (tree.IsComma(i))
                return;
        }

        tree.Hang(name, verb, Relation.Xcomp);
    }

    /// <summary>"thanked Togo": right behind an active verb without an object a bare name is its object; "became President" takes a title.</summary>
    private static void MendNamedObject(SentenceEdit tree, int name, int verb, ClauseGrammar grammar)
    {
        bool isVerb = tree[verb].Pos == PartOfSpeech.Verb && verb < name && !tree.Has(verb, Relation.Obj) && !tree.Has(verb, Relation.AuxPass);
        if (isVerb && tree.Edges(name, -1).First == verb + 1 && !tree.Has(name, Relation.Case) && !tree.Has(name, Relation.Cop) && !tree.Has(name, Relation.Mark)
            && !grammar.IsPredicative(tree[verb].Lemma))
        {
            tree.Hang(name, verb, Relation.Obj);
        }
    }

    /// <summary>"was asked by Mali to leave", "were ordered by the court to pay": the infinitive behind the agent is what was asked.</summary>
    private static void MendInfinitive(SentenceEdit tree, int infinitive, int agent)
    {
        int verb = tree[agent].Head;
        if (!tree.Is(agent, Relation.OblAgent) || !tree.Holds(verb) || infinitive < agent || tree.Has(verb, Relation.Xcomp) || !tree.Has(verb, Relation.AuxPass))
            return;
        if (tree.Child(infinitive, Relation.Mark) is >= 0 and var mark && mark > agent && !tree.HasVerbBetween(agent, infinitive))
            tree.Hang(infinitive, verb, Relation.Xcomp);
    }
}
