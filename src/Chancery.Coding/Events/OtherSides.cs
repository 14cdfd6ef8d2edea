using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Tells who, though named where the other side of an act stands, is not that side: victims, own forces, whoever a judged thing is of.</summary>
internal sealed class OtherSides(DocumentTree tree, ClauseSet clauses, MentionIndex mentions, EventRuleSet rules)
{
    /// <summary>Takes those out of the other side of an act who are named there for another reason.</summary>
    public void Leave(EventRule rule, Clause clause, List<Side> sides)
    {
        switch (rule.Type)
        {
            case EventType.Accuse:
                sides.RemoveAll(side => IsVictim(side) || IsVictimOfPlan(side) || (rule.About is [{ Roles: [Roles.Object] }, ..] && IsOfJudgedThing(clause, side)));
                break;
            case EventType.Support or EventType.Reject:
                sides.RemoveAll(IsVictimOfPlan);
                break;
            case EventType.Request:
                sides.RemoveAll(side => IsSubjectOfDemand(side) || IsToSuffer(clause, side));
                break;
            case EventType.Agree:
                sides.RemoveAll(IsOffered);
                break;
        }
    }

    /// <summary>"praised the decision to expel X", "rejected a plan to free X": whoever a plan is to befall is not the one judged for it.</summary>
    private bool IsVictimOfPlan(Side side)
    {
        int token = TokenPlaces.FirstFrom(tree.Parsed, side.Range.Start);
        while (token < tree.Count && side.Range.Contains(tree[token].Range.Start) && tree.Head(token) is >= 0 and var above && side.Range.Contains(tree[above].Range.Start))
            token = above;
        if (token >= tree.Count || tree[token].Relation != Relation.Obj || tree.Head(token) is not (>= 0 and var deed) || tree[deed].Relation != Relation.Acl || clauses.At(deed) is not (>= 0 and var index) || !tree.Is(clauses[index].Marker, WordFunction.Infinitive))
            return false;
        foreach (RuleMatch match in rules.OfVerb(clauses[index].Lemma))
        {
            if ((match.Rule.Type?.Quad() == QuadClass.MaterialConflict || match.Rule.Modes.Contains("release")) && match.Rule.Recipient is [{ Roles: [Roles.Object] }, ..])
                return true;
        }

        return false;
    }

    /// <summary>"condemned the arrest of X", "concern over his arrest": whoever suffers what is condemned is not the one condemned.</summary>
    public bool IsVictim(Side side) => IsVictim(side, false);

    /// <summary>"demanded the release of X", "demanded X's release": whoever is to suffer or gain what is demanded is not the one asked.</summary>
    public bool IsSubjectOfDemand(Side side) => IsVictim(side, true);

    /// <summary>"pledged two million and an engineer", "offered 500 troops": whoever is counted or brought in as the object of an offer is what is offered.</summary>
    public bool IsOffered(Side side)
    {
        int token = TokenPlaces.FirstFrom(tree.Parsed, side.Range.Start);
        while (token < tree.Count && side.Range.Contains(tree[token].Range.Start) && tree.Head(token) is >= 0 and var above && side.Range.Contains(tree[above].Range.Start))
            token = above;
        if (token >= tree.Count || tree[token].Pos != PartOfSpeech.Noun || !mentions.Entities[side.Entity].Country.IsNone || mentions.Entities[side.Entity].Kind is not (EntityKind.Person or EntityKind.Group))
            return false;
        int first = tree[token].Relation == Relation.Conj ? tree.Head(token) : token;
        if (first < 0 || tree[first].Relation != Relation.Obj || tree.Head(first) is not (>= 0 and var verb) || clauses.At(verb) < 0 || tree.Child(verb, Relation.Xcomp) >= 0)
            return false;
        // "agreed to set up joint patrols": things in the plural that no word points to.
        bool isBare = tree[token].Tag == "NNS" && !tree.IsDefinite(token) && !tree.Has(token, Relation.Det) && !tree.Has(verb, Relation.Iobj) && !tree.Has(verb, Relation.Ccomp) && clauses[clauses.At(verb)].Link == ClauseLink.Complement;
        return isBare || tree.Has(token, Relation.Nummod) || (tree.Child(token, Relation.Det) is >= 0 and var article && tree[article].Morphology.HasFlag(Morphology.Indefinite));
    }

    /// <summary>"wanted all foreign workers replaced", "wants the ambassador recalled": whoever something is to be done to is not asked to do it.</summary>
    private bool IsToSuffer(Clause clause, Side side)
    {
        int object_ = clause.Find(Roles.Object);
        if (object_ < 0 || !side.Range.Contains(tree[object_].Range.Start))
            return false;
        foreach (Argument argument in clause.Arguments)
        {
            if (argument.Role == Roles.Complement && argument.Token > object_ && tree[argument.Token].Relation == Relation.Xcomp && clauses.At(argument.Token) is >= 0 and var index && clauses[index] is { IsPassive: true, Marker: null } done && done.Find(Roles.Object) == object_)
                return true;
        }

        return false;
    }

    private bool IsVictim(Side side, bool owners)
    {
        int token = TokenPlaces.FirstFrom(tree.Parsed, side.Range.Start);
        while (token < tree.Count && side.Range.Contains(tree[token].Range.Start))
        {
            int deed = tree.Head(token);
            // "the shelling of the village of Aru"
            int inner = token;
            for (int hops = 0; hops < 2 && deed >= 0 && !side.Range.Contains(tree[deed].Range.Start) && tree[deed] is { Pos: PartOfSpeech.Noun, Relation: Relation.Nmod } && clauses.At(deed) < 0 && tree.Case(deed) == "of"; hops++)
                (inner, deed) = (deed, tree.Head(deed));
            if (deed >= 0 && !side.Range.Contains(tree[deed].Range.Start))
                return (tree.Case(inner) == "of" || ((owners || mentions.Entities[side.Entity].Kind == EntityKind.Person) && tree[inner].Relation == Relation.NmodPoss)) && clauses.At(deed) is >= 0 and var index && clauses[index].Kind == PredicateKind.Noun && rules.OfNoun(clauses[index].Lemma).Any(SuffersOf);
            token++;
        }

        return false;
    }

    /// <summary>Takes those out who are no other side: one's own state and forces, and all where the one who speaks is among them ("insisted that the two of them settle it").</summary>
    public void LeaveOwn(int token, List<Side> sides, List<Side> speakers)
    {
        if (sides.Count > 1 && sides.Exists(side => speakers.Exists(speaker => speaker.Entity == side.Entity)))
            sides.Clear();
        sides.RemoveAll(side => speakers.Exists(speaker => mentions.IsOwnState(speaker.Entity, side.Entity)) || IsOwnedBy(token, side, speakers));
    }

    /// <summary>"drills with Korea, which he called provocative": "which" may be the drills as well as the state, and nobody is accused who may not be.</summary>
    private bool IsOfJudgedThing(Clause clause, Side side) =>
        clause.Link == ClauseLink.Relative && clause.Arguments.Any(argument => argument is { Role: Roles.Object, IsShared: true } && side.Range.Contains(tree[argument.Token].Range.Start)
            && tree[argument.Token].Relation == Relation.Nmod && tree.Head(argument.Token) is >= 0 and var thing && tree[thing].Pos == PartOfSpeech.Noun);

    private static bool SuffersOf(RuleMatch match) =>
        (match.Rule.Type?.Quad() == QuadClass.MaterialConflict || match.Rule.Modes.Contains("release")) && match.Rule.Recipient.Any(path => path.Roles is ["of"]);

    /// <summary>"agreed to withdraw their troops": one's own forces are nobody else.</summary>
    private bool IsOwnedBy(int token, Side side, List<Side> others)
    {
        if (tree.Child(token, Relation.NmodPoss) is not (>= 0 and var owner) || mentions.Entities[side.Entity].Kind == EntityKind.Person || !side.Range.Contains(tree[token].Range.Start))
            return false;
        // "agreed that their police would chase suspects".
        if (tree[owner].Tag == "PRP$" && (others.Count > 1 || !mentions.Knows(owner)) && mentions.Entities[side.Entity].Country.IsNone)
            return true;
        foreach (int m in mentions.At(owner))
        {
            if (others.Exists(other => other.Entity == mentions.Mentions[m].Entity))
                return true;
        }

        return false;
    }
}
