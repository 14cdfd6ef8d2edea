using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Whom an act of words is about when nobody is addressed: the one at whom the act inside it aims ("threatened to cut off gas to X", "is willing to help defend X").</summary>
internal sealed class InnerSides(DocumentTree tree, ClauseSet clauses, MentionIndex mentions, EventRuleSet rules)
{
    private const int Deepest = 3;
    private static readonly ImmutableArray<string> Aims = [Roles.Subject, Roles.Object, Roles.Indirect, "to", "against", "with", "on", "from", "for", "in"];
    private readonly SideFinder sides = new(tree, mentions);
    private readonly List<Side> found = [];

    /// <summary>"urged residents to leave Gori": somebody is addressed, though nobody knows whom; the place is not addressed in their stead.</summary>
    public bool HasUnknownAddressee(Clause clause)
    {
        int addressed = clause.Find(Roles.Object) is >= 0 and var direct ? direct : clause.Find(Roles.Indirect);
        if (addressed < 0)
            addressed = Called(clause);
        if (addressed < 0 || tree[addressed].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn))
            return false;
        foreach (Argument complement in clause.Arguments)
        {
            if (complement.Role != Roles.Complement || clauses.At(complement.Token) is not (>= 0 and var index))
                continue;
            foreach (Argument argument in clauses[index].Arguments)
            {
                if (argument.IsShared && argument.Token == addressed && argument.Role is Roles.Subject or Roles.Object)
                    return true;
            }

            // Of two nouns in one phrase the tree shares neither: "called on Mukasa to back Peru".
            if (addressed < complement.Token && tree[addressed].Pos == PartOfSpeech.Propn && !clauses[index].Arguments.Any(argument => argument.Role == Roles.Subject && !argument.IsShared))
                return true;
        }

        return false;
    }

    /// <summary>Who is called upon, -1 for nobody.</summary>
    private static int Called(Clause clause)
    {
        foreach (Argument argument in clause.Arguments)
        {
            if (argument.Role is "on" or "upon")
                return argument.Token;
        }

        return -1;
    }

    /// <param name="clause">The clause of saying.</param>
    /// <param name="actors">Who says it; never its own aim.</param>
    /// <param name="into">Receives the first aim found, from the outer act inwards.</param>
    /// <param name="places">Whether a town may be the aim.</param>
    /// <param name="rule">
    /// Reads the outer act: of a deed only its purpose has an aim, not what is done beside it ("gathered, waving flags of X"); of a threat or a statement the one
    /// who is to act is none ("warned that police would fire").
    /// </param>
    public void Fill(Clause clause, List<Side> actors, List<Side> into, bool places, EventRule rule)
    {
        Fill(clause, actors, into, rule, 0);
        if (!places)
            into.RemoveAll(side => mentions.Entities[side.Entity].Kind == EntityKind.Place);
    }

    private void Fill(Clause clause, List<Side> actors, List<Side> into, EventRule rule, int depth)
    {
        if (depth == Deepest)
            return;
        foreach (Argument complement in clause.Arguments)
        {
            if (complement.Role != Roles.Complement || clauses.At(complement.Token) is not (>= 0 and var index))
                continue;
            Clause inside = clauses[index];
            if (!rule.IsSaid && depth == 0 && inside is { Marker: null, Tense: Tense.None })
                continue;
            if (rule.Type == EventType.Request && HasUnknownDoer(inside))
                return;
            foreach (string role in Aims)
            {
                foreach (Argument argument in inside.Arguments)
                {
                    if (argument.Role != role || argument.IsShared || (role == Roles.Subject && rule.Type is null or EventType.Threaten))
                        continue;
                    if (role != Roles.Object || !(IsHandedOver(inside) || (inside.IsPassive && IsDoneTo(inside, rule))))
                        Collect(argument.Token, actors, into);
                    // A town in which something is to be done is where, not whom it is done to.
                    if (role == "in")
                        into.RemoveAll(side => mentions.Entities[side.Entity].Kind == EntityKind.Place);
                    if (into.Count == 0 && role == Roles.Object)
                        CollectBelow(argument.Token, actors, into);
                    if (into.Count > 0)
                        return;
                }
            }

            Fill(inside, actors, into, rule, depth + 1);
            if (into.Count > 0)
                return;
        }
    }

    /// <summary>"ruled that the bank must pay Togo": the one who shall act is asked, though nobody knows him, and nobody else in his stead.</summary>
    private bool HasUnknownDoer(Clause inside)
    {
        foreach (Argument argument in inside.Arguments)
        {
            if (argument.Role == Roles.Subject && !argument.IsShared && tree[argument.Token].Pos is PartOfSpeech.Propn)
            {
                found.Clear();
                sides.Find(argument.Token, false, found, null);
                return found.Count == 0;
            }
        }

        return false;
    }

    /// <summary>"urged that the envoy be expelled", "promised that the rebels would be hunted": whoever is to suffer an act is neither asked for it nor promised it.</summary>
    private bool IsDoneTo(Clause inside, EventRule outer)
    {
        if (outer.Type is not (EventType.Request or EventType.Agree))
            return false;
        foreach (RuleMatch match in rules.OfVerb(inside.Lemma))
        {
            if (match.Trigger is { Kind: TriggerKind.Verb, Particle: null } && match.Rule.Recipient is [{ Roles: [Roles.Object] }, ..] && (match.Rule.Type?.Quad() is QuadClass.MaterialConflict || match.Rule.Modes.Contains("release")))
                return true;
        }

        return false;
    }

    /// <summary>"offered to send experts": of a verb that gives something to somebody the object is what is given.</summary>
    public bool IsHandedOver(Clause inside)
    {
        foreach (RuleMatch match in rules.OfVerb(inside.Lemma))
        {
            if (match.Trigger is { Kind: TriggerKind.Verb, Particle: null } && match.Rule.Recipient is [{ Roles: ["to" or Roles.Indirect] }, ..])
                return true;
        }

        return false;
    }

    /// <summary>"restrictions on X", "blows to X".</summary>
    private void CollectBelow(int token, List<Side> actors, List<Side> into)
    {
        foreach (int child in tree.Children(token))
        {
            if (tree[child].Relation == Relation.Nmod && Aims.Contains(tree.Case(child)))
                Collect(child, actors, into);
            if (into.Count > 0)
                return;
        }
    }

    private void Collect(int token, List<Side> actors, List<Side> into)
    {
        found.Clear();
        sides.Find(token, false, found, null);
        // "insisted that the two of them settle it": nobody asks himself.
        if (found.Count > 1 && found.Exists(side => actors.Exists(actor => actor.Entity == side.Entity)))
            return;
        // "agreed that their police would chase suspects": one's own are nobody else.
        bool isOwn = actors.Count > 1 && tree.Child(token, Relation.NmodPoss) is >= 0 and var owner && tree[owner].Tag == "PRP$";
        foreach (Side side in found)
        {
            if (isOwn && mentions.Entities[side.Entity].Country.IsNone)
                continue;
            if (!actors.Any(actor => actor.Entity == side.Entity || mentions.IsOwnState(actor.Entity, side.Entity)))
                into.Add(side);
        }
    }
}
