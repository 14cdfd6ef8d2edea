using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What a bill, an amendment or a law provides for is done to nobody yet: "a bill that jails squatters", "amendments to the code for jailing squatters".</summary>
internal sealed class Provisions(DocumentTree tree)
{
    /// <summary>Whether the act is told as what a measure does, and nobody else does it.</summary>
    public bool Holds(RuleReading reading)
    {
        Clause clause = reading.Clause;
        if (clause is not { Kind: PredicateKind.Verb, IsPassive: false, Tense: Tense.Present or Tense.None or Tense.Future } || reading.Rule.Actor.Any(path => path.Roles[0] == "governor"))
            return false;
        return (reading.Actors.Count == 0 && clause.Tense != Tense.None && IsMeasure(clause.Find(Roles.Subject))) || IsForWhichOneIs(clause);
    }

    /// <summary>"amendments to the code for jailing squatters": the gerund stands behind the phrase of the measure.</summary>
    private bool IsForWhichOneIs(Clause clause)
    {
        if (clause.Tense != Tense.None || !tree.Is(clause.Marker, WordFunction.Goal))
            return false;
        int marker = clause.Predicate - 1;
        while (marker > 0 && !tree.Is(tree[marker].Lemma.ToLowerInvariant(), WordFunction.Goal))
            marker--;
        for (int noun = marker - 1, hops = 0; noun >= 0 && hops < 8 && tree[noun].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn; noun = tree.Head(noun), hops++)
        {
            if (IsMeasure(noun))
                return true;
        }

        return false;
    }

    private bool IsMeasure(int noun) => noun >= 0 && tree[noun].Pos == PartOfSpeech.Noun && tree.Is(tree[noun].Lemma.ToLowerInvariant(), WordFunction.Measure);
}
