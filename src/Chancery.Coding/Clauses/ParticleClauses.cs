using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"handed over the banker", with the banker behind a preposition: a particle right behind a verb that rules know with it, and with no object, has the noun for its object.</summary>
internal static class ParticleClauses
{
    public static Clause Mend(DocumentTree tree, Clause clause, EventRuleSet rules)
    {
        if (clause is not { Kind: PredicateKind.Verb, IsPassive: false, Particle: null } || clause.Find(Roles.Object) >= 0 || clause.Predicate + 2 >= tree.Count || tree[clause.Predicate + 1].Relation != Relation.Case || tree[clause.Predicate + 2].Pos == PartOfSpeech.Adp)
            return clause;
        int noun = tree.Head(clause.Predicate + 1);
        for (int i = 0; i < clause.Arguments.Length; i++)
        {
            Argument argument = clause.Arguments[i];
            if (argument.Token != noun || tree[noun].Relation != Relation.Obl || tree[noun].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || !tree.Form(clause.Predicate + 1).Equals(argument.Role, StringComparison.OrdinalIgnoreCase) || !tree.Is(argument.Role, WordFunction.Particle) || !IsParticle(clause.Lemma, argument.Role, rules))
                continue;
            // "the crews its navy hauled off the lake": who was hauled off stands before the clause.
            if (tree[clause.Predicate].Relation == Relation.AclRelcl && clause.Find(Roles.Subject) is >= 0 and var doer && tree[doer].Tag is not ("WDT" or "WP") && !tree.Has(clause.Predicate, Relation.Mark))
                return clause with { Particle = argument.Role };
            return clause with { Particle = argument.Role, Arguments = clause.Arguments.SetItem(i, argument with { Role = Roles.Object }) };
        }

        return clause;
    }

    /// <summary>Whether rules know the verb with the particle, and read an object behind it.</summary>
    private static bool IsParticle(string verb, string particle, EventRuleSet rules)
    {
        bool known = false;
        foreach (RuleMatch match in rules.OfVerb(verb))
        {
            if (match.Trigger.Particle == particle)
                known |= Reads(match.Rule.Recipient, Roles.Object) || Reads(match.Rule.About, Roles.Object);
        }

        return known;
    }

    private static bool Reads(ImmutableArray<RolePath> paths, string role)
    {
        foreach (RolePath path in paths)
        {
            if (path.Roles[0] == role)
                return true;
        }

        return false;
    }
}
