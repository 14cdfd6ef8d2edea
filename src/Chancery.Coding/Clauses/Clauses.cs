using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>All clauses of a document, found from their predicates.</summary>
public sealed class ClauseSet
{
    private readonly int[] clauseOf;

    internal ClauseSet(ImmutableArray<Clause> clauses, int[] clauseOf)
    {
        All = clauses;
        this.clauseOf = clauseOf;
    }

    /// <summary>In the order of their predicates.</summary>
    public ImmutableArray<Clause> All { get; }

    public Clause this[int index] => All[index];

    /// <summary>The index of the clause with this predicate, or -1.</summary>
    public int At(int token) => token < 0 ? -1 : clauseOf[token];
}

/// <summary>The stage between trees and rules: evens out the parser's habits and mends its commonest errors.</summary>
public static class Clauses
{
    /// <param name="tree">The trees.</param>
    /// <param name="rules">Tell which words may name an act.</param>
    /// <param name="grammar">Control verbs and other word lists of the language.</param>
    public static ClauseSet Find(DocumentTree tree, EventRuleSet rules, ClauseGrammar grammar)
    {
        int[] clauseOf = new int[tree.Count];
        Array.Fill(clauseOf, -1);
        var predicates = new List<(int Token, PredicateKind Kind)>();
        for (int i = 0; i < tree.Count; i++)
        {
            if (KindOf(tree, i, rules) is not { } kind)
                continue;
            clauseOf[i] = predicates.Count;
            predicates.Add((i, kind));
        }

        var clauses = new Clause[predicates.Count];
        for (int c = 0; c < clauses.Length; c++)
        {
            (int token, PredicateKind kind) = predicates[c];
            (ClauseLink link, int governor) = Hang(tree, token, kind, clauseOf);
            clauses[c] = ClauseBuilder.Build(tree, token, kind, link, governor, grammar);
            if (kind == PredicateKind.Verb)
                clauses[c] = clauses[c] with { Lemma = grammar.KnownLemma(tree.Form(token), clauses[c].Lemma, rules) };
        }

        for (int c = 0; c < clauses.Length; c++)
            ContactClauses.Mend(tree, clauses, c);
        for (int c = 0; c < clauses.Length; c++)
            clauses[c] = ParticleClauses.Mend(tree, clauses[c], rules);
        ListItems.Share(tree, clauses);
        ArgumentSharing.Share(tree, clauses, clauseOf, grammar, rules);
        return new ClauseSet([.. clauses], clauseOf);
    }

    private static PredicateKind? KindOf(DocumentTree tree, int token, EventRuleSet rules)
    {
        ref readonly Token word = ref tree[token];
        switch (word.Pos)
        {
            case PartOfSpeech.Verb:
                // "said the accused had fled": a participle with an article is somebody.
                if (word.Tag == "VBN" && tree.Child(token, Relation.Det) is >= 0 and var article && article == token - 1)
                    return null;
                return word.Relation is Relation.Amod or Relation.Compound or Relation.Case or Relation.Fixed ? null : PredicateKind.Verb;
            // "ought to go": what an act hangs on is no auxiliary of another verb.
            case PartOfSpeech.Aux:
                return word.Relation is not (Relation.Aux or Relation.AuxPass or Relation.Cop) && tree.Has(token, Relation.Xcomp) ? PredicateKind.Verb : null;
            case PartOfSpeech.Adj:
                return tree.Has(token, Relation.Cop) || word.Relation is Relation.Xcomp or Relation.Acl ? PredicateKind.Adjective : null;
            case PartOfSpeech.Noun or PartOfSpeech.Propn:
                if (word.Relation is not (Relation.Compound or Relation.Flat) && rules.IsNoun(word.Lemma.ToLowerInvariant()))
                    return PredicateKind.Noun;
                return tree.Has(token, Relation.Cop) ? PredicateKind.Adjective : null;
            default:
                return null;
        }
    }

    /// <summary>Finds the clause above and how this one hangs in it.</summary>
    private static (ClauseLink Link, int Governor) Hang(DocumentTree tree, int token, PredicateKind kind, int[] clauseOf)
    {
        ClauseLink link = tree[token].Relation switch
        {
            Relation.Ccomp or Relation.Xcomp or Relation.Csubj or Relation.CsubjPass => ClauseLink.Complement,
            Relation.Advcl or Relation.AdvclRelcl => ClauseLink.Adverbial,
            Relation.Acl or Relation.AclRelcl => ClauseLink.Relative,
            Relation.Conj => ClauseLink.Conjunct,
            Relation.Parataxis or Relation.List => ClauseLink.Parataxis,
            Relation.Root => ClauseLink.Main,
            _ => kind == PredicateKind.Noun ? ClauseLink.Nominal : ClauseLink.Complement,
        };
        for (int above = tree.Head(token); above >= 0; above = tree.Head(above))
        {
            if (clauseOf[above] >= 0)
                return (link, clauseOf[above]);
        }

        return (link, -1);
    }
}
