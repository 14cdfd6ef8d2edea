using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Passives that tell no doer: "forty traders were deported in March", "the leader, jailed in May".</summary>
/// <remarks>
/// What a rule demands of its doer by class cannot be asked where none is told.
/// It is waived for deeds that something else bears out: words that the rule demands besides, or a noun.
/// A rule that reads no such passive demands that a doer is told: <c>if subject</c>.
/// </remarks>
internal static class UntoldDoers
{
    /// <summary>What a reading that waives a demand weighs less: a rule whose demands all hold knows better.</summary>
    public const int Discount = 400;

    /// <summary>Whether a clause tells a deed that was done, and nobody who did it.</summary>
    public static bool AreIn(DocumentTree tree, Clause clause)
    {
        if (clause is not { Kind: PredicateKind.Verb, IsPassive: true, IsNegated: false, Modal: null } || clause.Tense is Tense.Future)
            return false;
        bool isDone = clause.Tense == Tense.Past || clause.IsPerfect || clause is { Tense: Tense.None, Link: ClauseLink.Relative or ClauseLink.Adverbial, Marker: null };
        // "Women who have been raped need help", "rebels killed in raids are buried here": of whoever it may be.
        if (clause.Link == ClauseLink.Relative && (clause is { IsPerfect: true, Tense: not Tense.Past } || IsOfCustom(tree, clause)))
            return false;
        // "if forty were deported" tells of none.
        return isDone && !(clause.Marker is { } marker && tree.Is(marker, WordFunction.Condition)) && clause.Find(Roles.Subject) < 0 && clause.Find("by") < 0;
    }

    /// <summary>Whether the noun that a clause describes is the subject of something that is told in the present.</summary>
    private static bool IsOfCustom(DocumentTree tree, Clause clause) =>
        tree.Head(clause.Predicate) is >= 0 and var noun && tree[noun].Relation is Relation.Nsubj or Relation.NsubjPass && tree.Head(noun) is >= 0 and var verb
        && (tree[verb].Tag is "VBP" or "VBZ" || tree.Child(verb, Relation.Cop) is >= 0 and var copula && tree[copula].Tag is "VBP" or "VBZ");

    /// <summary>Whether people suffer the deed: of bridges, villages and money floods and falls do the same.</summary>
    public static bool ArePeopleIn(Clause clause, MentionIndex mentions)
    {
        foreach (int mention in mentions.At(clause.Find(Roles.Object)))
        {
            if (mentions.Entities[mentions.Mentions[mention].Entity].Kind is EntityKind.Person or EntityKind.Group)
                return true;
        }

        return false;
    }

    /// <summary>Whether a rule demands a doer, so that it would not read the passive.</summary>
    public static bool AreMissed(EventRule rule) => rule.Needs is "actor" or "both" || rule.Conditions.Any(IsOfDoer);

    /// <summary>Whether a rule reads such a passive: it tells a deed, and more than the class of the doer bears it out.</summary>
    public static bool AreAllowed(EventRule rule, RuleTrigger trigger)
    {
        if (rule.IsUntold)
            return true;
        if (rule.Type is not { } type || rule.IsSaid || rule.IsVoiced || rule.IsRefusal || rule.Reciprocal || rule.LiesAhead)
            return false;
        if (type is EventType.Protest || type.Quad() is not QuadClass.MaterialConflict)
            return false;
        if (trigger.Kind == TriggerKind.Light)
            return true;
        foreach (RuleCondition condition in rule.Conditions)
        {
            if (condition.Words.Length > 0 && condition.Path.Roles[0] is not (Roles.Subject or "manner" or "told"))
                return true;
        }

        return false;
    }

    /// <summary>Whether a demand is one on the class of the doer; a doer demanded without a class must be told.</summary>
    public static bool IsOfDoer(RuleCondition condition) => condition.Path.Roles is [Roles.Subject] && condition.Classes.Length > 0;
}
