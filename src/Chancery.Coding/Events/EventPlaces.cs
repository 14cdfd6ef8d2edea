using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Where an act happened, when its own words say so; a dateline says nothing of the act.</summary>
internal sealed class EventPlaces(EventSources sources, ClauseGrammar grammar)
{
    private static readonly ImmutableArray<string> Within = ["in", "at", "near", "outside", "inside"];
    private readonly DocumentTree tree = sources.Tree;

    public EventPlace? Of(RuleReading reading, ImmutableArray<string> modes)
    {
        Clause clause = reading.Clause;
        if (InArguments(clause, Within) is { } beside && !(IsAboutMatter(reading) && IsBehindObject(clause, beside)))
            return beside;
        if (reading.Noun >= 0 && BelowNoun(reading.Noun, Within) is { } ofNoun)
            return ofNoun;
        if (modes.Contains("visit") && Destination(reading) is { } destination)
            return destination;
        if (clause.Kind != PredicateKind.Noun)
            return !IsAboutMatter(reading) && clause.Find(Roles.Object) is >= 0 and var direct && direct != reading.Noun ? BelowNoun(direct, Within) : null;
        // "talks were held in Oslo": the place of the verb that the noun of the act belongs to.
        bool isActOfVerb = clause.Governor >= 0 && tree[clause.Predicate].Relation is Relation.Obj or Relation.NsubjPass && tree.Head(clause.Predicate) == sources.Clauses[clause.Governor].Predicate;
        return isActOfVerb ? InArguments(sources.Clauses[clause.Governor], Within) : null;
    }

    /// <summary>"discussed the war", "raised the arrests": where the matter of a talk is says nothing of where they talked; "attended a summit" tells of no matter.</summary>
    private bool IsAboutMatter(RuleReading reading) =>
        reading.Rule.Type == EventType.Consult && reading.Clause.Find(Roles.Object) is >= 0 and var matter && matter == reading.About && grammar.OccasionOf(tree[matter].Lemma.ToLowerInvariant()) is null;

    /// <summary>"discussed the situation in Chad": right behind the object a place is that of the matter, whatever the tree hangs it on.</summary>
    private bool IsBehindObject(Clause clause, EventPlace place)
    {
        int first = TokenPlaces.FirstFrom(tree.Parsed, place.Range.Start);
        while (first > 0 && tree[first - 1].Relation is Relation.Case or Relation.Det or Relation.Amod)
            first--;
        return clause.Find(Roles.Object) is >= 0 and var thing && first - 1 == thing;
    }

    /// <summary>"arrived in Oslo", "a visit to Oslo", "visited Oslo".</summary>
    private EventPlace? Destination(RuleReading reading)
    {
        if (InArguments(reading.Clause, ["to"]) is { } aimed)
            return aimed;
        if (reading.Noun >= 0 && BelowNoun(reading.Noun, ["to"]) is { } ofNoun)
            return ofNoun;
        return reading.Clause.Kind == PredicateKind.Verb && reading.Clause.Find(Roles.Object) is >= 0 and var visited && visited != reading.Noun ? At(visited) : null;
    }

    private EventPlace? InArguments(Clause clause, ImmutableArray<string> roles)
    {
        foreach (Argument argument in clause.Arguments)
        {
            if (roles.Contains(argument.Role) && At(argument.Token) is { } place)
                return place;
        }

        return null;
    }

    private EventPlace? BelowNoun(int noun, ImmutableArray<string> prepositions)
    {
        foreach (int child in tree.Children(noun))
        {
            if (tree[child].Relation is Relation.Nmod or Relation.Obl && prepositions.Contains(tree.Case(child)) && At(child) is { } place)
                return place;
        }

        return null;
    }

    private EventPlace? At(int token)
    {
        foreach (int index in sources.Mentions.At(token))
        {
            EntityMention mention = sources.Mentions.Mentions[index];
            Entity entity = sources.Mentions.Entities[mention.Entity];
            if (entity.Kind is EntityKind.Place or EntityKind.State && mention.Kind == MentionKind.Name)
                return new EventPlace(entity.Name, entity.Country, mention.Range);
        }

        return null;
    }
}
