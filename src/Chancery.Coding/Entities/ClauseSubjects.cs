using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The predicates above a word and their subjects, for pronouns.</summary>
internal sealed class ClauseSubjects(DocumentTree tree)
{
    /// <summary>The predicate that a word stands under; -1 for none.</summary>
    public int ClauseOf(int token)
    {
        for (int at = tree[token].Head; at >= 0; at = tree[at].Head)
        {
            if (IsPredicate(at))
                return at;
        }

        return -1;
    }

    /// <summary>The predicate that a predicate stands under; -1 for none.</summary>
    public int ClauseAbove(int clause)
    {
        if (clause < 0)
            return -1;
        for (int at = tree[clause].Head; at >= 0; at = tree[at].Head)
        {
            if (IsPredicate(at))
                return at;
        }

        return -1;
    }

    private bool IsPredicate(int token) =>
        tree[token].Pos == PartOfSpeech.Verb || tree.Has(token, Relation.Cop) || tree.Has(token, Relation.Nsubj) || tree[token].Relation == Relation.Root;

    /// <summary>The subject of a predicate, or of the first of those joined with it; for "who" whom the clause describes; -1 for none.</summary>
    public int SubjectOf(int predicate)
    {
        if (Relative(predicate) < 0 || tree.Head(predicate) is not (>= 0 and var described))
            return Grammatical(predicate);
        while (tree[described].Relation == Relation.Flat && tree.Head(described) >= 0)
            described = tree.Head(described);
        return described;
    }

    /// <summary>"who won": whether a clause describes its own subject.</summary>
    public bool IsRelative(int predicate) => Relative(predicate) >= 0;

    /// <summary>Whether a relative clause begins with a word that stands for no person: "which".</summary>
    public bool IsImpersonal(int predicate) =>
        Relative(predicate) is >= 0 and var word && tree.Is(tree[word].Lemma.ToLowerInvariant(), WordFunction.Impersonal);

    /// <summary>The relative word that is the subject of a clause: "who"; -1 for none.</summary>
    private int Relative(int predicate) =>
        tree[predicate].Relation == Relation.AclRelcl && Grammatical(predicate) is >= 0 and var word && tree.Is(tree[word].Lemma.ToLowerInvariant(), WordFunction.Relative) ? word : -1;

    private int Grammatical(int predicate)
    {
        int outer = -1;
        foreach (int child in tree.Children(predicate))
        {
            if (tree[child].Relation is Relation.Nsubj or Relation.NsubjPass)
                return child;
            if (tree[child].Relation == Relation.NsubjOuter)
                outer = child;
        }

        // "The envoy was to see him".
        if (outer >= 0)
            return outer;

        // "said … and added": the first of coordinated verbs has it.
        return tree[predicate].Relation == Relation.Conj && tree[predicate].Head is >= 0 and var first && first < predicate && tree[first].Relation != Relation.Conj ? SubjectOf(first) : -1;
    }
}
