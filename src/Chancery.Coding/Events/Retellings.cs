using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Joins what one sentence tells twice of one act: "opened fire on the crowd, wounding six people", "was shot and wounded", "said … and added …".</summary>
internal static class Retellings
{
    private const string Restriction = "172";

    /// <param name="events">In text order.</param>
    /// <param name="clauseOf">The clause that tells each.</param>
    public static List<EventMention> Join(List<EventMention> events, Dictionary<string, int> clauseOf, EventSources sources)
    {
        var kept = new List<EventMention>(events.Count);
        foreach (EventMention item in events)
        {
            int same = kept.FindLastIndex(other => IsSame(other, item, clauseOf, sources));
            int ended = kept.FindLastIndex(other => IsEnded(other, item, clauseOf, sources));
            if (ended >= 0)
                kept[ended] = item;
            else if (same < 0)
                kept.Add(item);
            else
                kept[same] = Fuller(kept[same], item);
        }

        return kept;
    }

    private static bool IsSame(EventMention a, EventMention b, Dictionary<string, int> clauseOf, EventSources sources)
    {
        if (IsNounOf(a, b, clauseOf, sources) || IsNounOf(b, a, clauseOf, sources))
            return true;
        if (IsDecreed(a, b, clauseOf, sources))
            return true;
        if (a.Type is not (EventType.Assault or EventType.Protest or EventType.Sanction) || (a.Type == EventType.Sanction && (!a.Modes.SequenceEqual(b.Modes) || a.Cameo != b.Cameo)) || a.Type != b.Type || a.Factuality != b.Factuality || a.Evidence.Range != b.Evidence.Range)
            return false;
        if (IsAnswered(a, b) || IsAnswered(b, a) || !IsSame(a.Actors, b.Actors) || !(IsSame(a.Recipients, b.Recipients) || AreAlike(a.Recipients, b.Recipients, sources.Mentions.Entities)))
            return false;
        // "killed twelve people and seized four": who is carried off was not killed.
        if (a.Modes.Contains("abduct") != b.Modes.Contains("abduct"))
            return false;
        (int first, int second) = (clauseOf[a.Id], clauseOf[b.Id]);
        Clause later = sources.Clauses[second];
        return (later.Governor == first && later.Link is ClauseLink.Conjunct or ClauseLink.Adverbial or ClauseLink.Nominal)
            || (sources.Clauses[first].Governor == second && sources.Clauses[first].Link == ClauseLink.Nominal)
            || (sources.Tree[later.Predicate].Relation == Relation.Conj && sources.Tree.Head(later.Predicate) == sources.Clauses[first].Predicate);
    }

    /// <summary>"signed a decree banning veils": what is signed and what it bans are one measure.</summary>
    private static bool IsDecreed(EventMention a, EventMention b, Dictionary<string, int> clauseOf, EventSources sources) =>
        a is { Type: EventType.Coerce, Cameo: Restriction } && b.Cameo == Restriction && a.Factuality == b.Factuality && a.Evidence.Range == b.Evidence.Range && a.Actors.Length > 0 && IsSame(a.Actors, b.Actors)
        && (a.Recipients.Length == 0 || IsSame(a.Recipients, b.Recipients)) && sources.Clauses[clauseOf[b.Id]] is { Link: ClauseLink.Relative, Tense: Tense.None, IsPassive: false } ban && ban.Governor == clauseOf[a.Id];

    /// <summary>"Talks between Oslo and Riga collapsed": the talks that broke down are told by the breaking down.</summary>
    private static bool IsEnded(EventMention talks, EventMention end, Dictionary<string, int> clauseOf, EventSources sources) =>
        talks.Type == EventType.Consult && end.Type == EventType.Reject && sources.Clauses[clauseOf[talks.Id]] is { Kind: PredicateKind.Noun } noun
        && sources.Clauses[clauseOf[end.Id]].Arguments.Any(argument => argument.Token == noun.Predicate && argument.Role is Roles.Subject or Roles.Object) && IsSame(talks.Actors, end.Actors);

    /// <summary>"Talks between Oslo and Riga were held", "fighting between the army and rebels has killed hundreds": the subject or object of a verb and what the verb does with it are one act.</summary>
    private static bool IsNounOf(EventMention noun, EventMention told, Dictionary<string, int> clauseOf, EventSources sources)
    {
        Clause verb = sources.Clauses[clauseOf[told.Id]];
        int predicate = sources.Clauses[clauseOf[noun.Id]].Predicate;
        return noun.Type is not null && noun.Type == told.Type && noun.Factuality == told.Factuality && noun.Cameo[..2] == told.Cameo[..2] && !verb.IsNegated
            && (IsHosted(noun, told) || (IsSame(noun.Actors, told.Actors) && IsSame(noun.Recipients, told.Recipients)))
            && verb.Arguments.Any(argument => argument.Token == predicate && argument.Role is Roles.Subject or Roles.Object);
    }

    /// <summary>"The next summit of Chad, Niger and Mali will be hosted by Niger": those who will meet are the host and his guests.</summary>
    private static bool IsHosted(EventMention noun, EventMention told) =>
        noun.Factuality == Factuality.Future && noun.Cameo == told.Cameo && told.Actors.Length > 0 && noun.Actors.Length > 0 && told.Actors.All(side => noun.Actors.Any(other => other.Entity == side.Entity));

    /// <summary>"were shelled and returned fire": whoever suffers the one act does the other.</summary>
    private static bool IsAnswered(EventMention suffered, EventMention done)
    {
        foreach (Side victim in suffered.Recipients)
        {
            foreach (Side doer in done.Actors)
            {
                if (victim.Entity == doer.Entity)
                    return true;
            }
        }

        return false;
    }

    /// <summary>An unknown side fits any.</summary>
    private static bool IsSame(ImmutableArray<Side> a, ImmutableArray<Side> b) =>
        a.Length == 0 || b.Length == 0 || (a.Length == b.Length && a.All(side => b.Any(other => other.Entity == side.Entity)));

    /// <summary>"two people were killed and six people were hurt": victims of one kind, nobody by name.</summary>
    private static bool AreAlike(ImmutableArray<Side> a, ImmutableArray<Side> b, ImmutableArray<Entity> entities) =>
        a is [var one] && b is [var two] && entities[one.Entity] is { Kind: EntityKind.Group } first && entities[two.Entity] is { Kind: EntityKind.Group } second
        && first.Sectors.SequenceEqual(second.Sectors) && (first.Country == second.Country || first.Country.IsNone || second.Country.IsNone);

    private static EventMention Fuller(EventMention a, EventMention b)
    {
        bool isWorse = a.Type == EventType.Protest && a.Recipients.Length == 0 && b.Recipients.Length > 0 && !a.Modes.SequenceEqual(b.Modes);
        (EventMention main, EventMention other) = (a.Modes.Length == 0 && b.Modes.Length > 0) || isWorse ? (b, a) : (a, b);
        return main with
        {
            Date = main.Date.Expression is null && other.Date.Expression is not null ? other.Date : main.Date,
            Actors = main.Actors.Length > 0 ? main.Actors : other.Actors,
            Recipients = main.Recipients.Length > 0 || other.Recipients.Any(side => main.Actors.Any(own => own.Entity == side.Entity)) ? main.Recipients : other.Recipients,
            Quantities = [.. main.Quantities, .. other.Quantities],
        };
    }
}
