using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Whether the words that call a rule stand in a clause: the noun of a light form, the particle of a verb.</summary>
internal sealed class TriggerWords(EventSources sources, EventRuleSet rules)
{
    private readonly DocumentTree tree = sources.Tree;

    /// <summary>The noun of a light form in the places where it carries the meaning, or -1.</summary>
    public int NounOf(Clause clause, string lemma)
    {
        foreach (Argument argument in clause.Arguments)
        {
            // "joined the firm in March" is no march, "led the country during the war" no war led, "put it off at their request" none that was put.
            if (argument.Role is Roles.Complement or Roles.Subject or "at" or "during" or "after" or "before" or "since" or "until" || IsTime(argument.Token))
                continue;
            if (tree[argument.Token].Lemma.Equals(lemma, StringComparison.OrdinalIgnoreCase) || tree.EndsWith(argument.Token, lemma) || tree.Form(argument.Token).Equals(lemma, StringComparison.OrdinalIgnoreCase))
                return argument.Token;
            foreach (int child in tree.Children(argument.Token))
            {
                if (tree[child] is { Relation: Relation.Conj, Pos: PartOfSpeech.Noun or PartOfSpeech.Propn } && tree[child].Lemma.Equals(lemma, StringComparison.OrdinalIgnoreCase))
                    return child;
            }
        }

        return -1;
    }

    /// <summary>A verb with a particle does not mean what the verb alone does ("call off", "call for"), unless the rule names no particle and the clause has none.</summary>
    public bool HasParticle(Clause clause, RuleTrigger trigger)
    {
        if (trigger.Particle is not { } particle)
            return (clause.Particle is null && !HasOwnParticle(clause)) || trigger.Kind != TriggerKind.Verb;
        if (clause.Particle == particle)
            return true;
        if (clause.Particle is { } other && !particle.StartsWith(other, StringComparison.Ordinal))
            return false;
        foreach (Argument argument in clause.Arguments)
        {
            if (argument.Role == particle && !IsTime(argument.Token))
                return true;
        }

        // "called on X to stop" may be parsed with "on" as an adverb or as the case of a clause's subject.
        return FollowsVerb(clause.Predicate, particle) || HasBoth(clause, particle) || HasAdverb(clause.Predicate, particle);
    }

    /// <summary>"never back down" is no backing: the adverb right behind makes the verb another one that rules know.</summary>
    private bool HasOwnParticle(Clause clause)
    {
        int next = clause.Predicate + 1;
        if (next >= tree.Count || tree.Head(next) != clause.Predicate || tree[next] is not { Pos: PartOfSpeech.Adv, Relation: Relation.Advmod })
            return false;
        foreach (RuleMatch match in rules.OfVerb(clause.Lemma))
        {
            if (match.Trigger.Particle is { } known && tree.Form(next).Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>"led two men away", "called its envoy home": the adverb stands behind the object.</summary>
    private bool HasAdverb(int predicate, string particle)
    {
        foreach (int child in tree.Children(predicate))
        {
            if (child > predicate && tree[child] is { Pos: PartOfSpeech.Adv, Relation: Relation.Advmod or Relation.Xcomp } && tree.Form(child).Equals(particle, StringComparison.OrdinalIgnoreCase))
                return EndsObject(predicate, child - 1);
        }

        return false;
    }

    /// <summary>Whether a word is of the object; in "called her colleague early on" that before "on" is not.</summary>
    private bool EndsObject(int predicate, int token)
    {
        int top = token;
        while (top > predicate && tree[top].Head > predicate)
            top = tree[top].Head;
        return top > predicate && tree[top] is { Relation: Relation.Obj or Relation.Iobj } && tree[top].Head == predicate;
    }

    /// <summary>"walk away from": the particle and the preposition stand apart in the tree.</summary>
    private static bool HasBoth(Clause clause, string particle)
    {
        if (clause.Particle is not { } first || !particle.StartsWith(first, StringComparison.Ordinal) || particle.Length <= first.Length + 1)
            return false;
        foreach (Argument argument in clause.Arguments)
        {
            if (particle.AsSpan(first.Length + 1).SequenceEqual(argument.Role))
                return true;
        }

        return false;
    }

    private bool FollowsVerb(int predicate, string words)
    {
        int next = predicate + 1;
        foreach (Range word in words.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> expected = words.AsSpan()[word];
            if (next >= tree.Count || tree.SentenceOf(next) != tree.SentenceOf(predicate)
                || !(expected.Equals(tree[next].Lemma, StringComparison.OrdinalIgnoreCase) || expected.Equals(tree.Form(next), StringComparison.OrdinalIgnoreCase)))
            {
                return false;
            }

            next++;
        }

        return tree.Head(next - 1) is not (>= 0 and var governed) || governed <= predicate || !IsTime(governed);
    }

    /// <summary>"called his envoy on Tuesday" is no "call on".</summary>
    private bool IsTime(int token) => sources.IsTime(token);
}
