using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What somebody gave his leave for, and what lies ahead therefore: "gave the go-ahead for talks", "gave the green light for a visit".</summary>
internal sealed class Allowances(DocumentTree tree, ClauseGrammar grammar)
{
    /// <summary>What the phrase behind an object is "for" is as real as the object leaves it.</summary>
    public bool Hold(Clause clause, Clause governor)
    {
        if (governor.Kind != PredicateKind.Verb || tree.Head(clause.Predicate) != governor.Predicate || !tree.Is(tree.Case(clause.Predicate), WordFunction.Goal) || governor.Find(Roles.Object) is not (>= 0 and var given) || given > clause.Predicate || given < governor.Predicate)
            return false;
        int before = given - 1;
        string word = tree[given].Lemma.ToLowerInvariant();
        if (tree.Form(before) is "-")
            word = $"{tree[before - 1].Lemma}-{word}";
        else if (tree[before].Relation is Relation.Amod or Relation.Compound && tree.Head(before) == given)
            word = $"{tree[before].Lemma} {word}";
        return grammar.ForceOf(word) == ModalForce.Future;
    }
}
