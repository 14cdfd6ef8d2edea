using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The person of whose death a report tells: what that person did is told as background, whatever the tense.</summary>
/// <param name="sources">The document.</param>
/// <param name="grammar">The words of dying.</param>
internal sealed class Deceased(EventSources sources, ClauseGrammar grammar)
{
    /// <summary>Sentences in which a report tells its news, its title among them.</summary>
    private const int Lead = 4;

    private readonly int person = Find(sources, grammar);

    /// <summary>An act of the dead, or one done to them while they lived. Who dies in an attack acted or was attacked in the news, and those who mourn praise the dead.</summary>
    public bool IsOfLife(RuleReading reading) =>
        person >= 0 && reading.Rule.Type is not EventType.Assault && (reading.Actors.Exists(actor => actor.Entity == person)
            || (reading.Rule is { IsVoiced: false, Type: not (null or EventType.Support or EventType.Retreat) } && reading.Recipients.Exists(side => side.Entity == person)));

    private static int Find(EventSources sources, ClauseGrammar grammar)
    {
        foreach (Clause clause in sources.Clauses.All)
        {
            if (sources.Tree.SentenceOf(clause.Predicate) >= Lead)
                break;
            bool dies = clause is { Kind: PredicateKind.Verb, IsNegated: false, Modal: null, Tense: Tense.Past or Tense.Present, IsProgressive: false } && grammar.IsDying(clause.Particle is null ? clause.Lemma : $"{clause.Lemma} {clause.Particle}");
            if (!dies || clause.Link is not (ClauseLink.Main or ClauseLink.Complement or ClauseLink.Conjunct) || clause.Marker is not (null or "that"))
                continue;
            foreach (int mention in sources.Mentions.At(clause.Find(Roles.Subject)))
            {
                EntityMention found = sources.Mentions.Mentions[mention];
                if (found.Kind == MentionKind.Name && sources.Mentions.Entities[found.Entity].Kind == EntityKind.Person)
                    return found.Entity;
            }
        }

        return -1;
    }
}
