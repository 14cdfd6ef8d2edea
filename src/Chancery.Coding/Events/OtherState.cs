using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The state that an act between two states faces where its words leave it out: the only other one of its sentence, else of the three before, else of the two that the report is about.</summary>
internal sealed class OtherState(EventSources sources)
{
    /// <summary>How many sentences back another state keeps open which of them is meant.</summary>
    private const int Window = 3;

    private readonly TwoStates pair = new(sources.Mentions);

    private DocumentTree Tree => sources.Tree;

    /// <returns>Null where several may be meant, or where no state acts.</returns>
    public Side? Of(EventMention item, Clause clause)
    {
        Entity actor = sources.Mentions.Entities[item.Actors[0].Entity];
        if (actor.Country is not { IsNone: false } own || !IsOfState(actor))
            return null;
        int sentence = Tree.SentenceOf(clause.Predicate);
        var found = new List<Side>();
        if (clause.Link == ClauseLink.Relative)
            Collect(Tree.SubtreeRange(clause.Predicate), own, found);
        bool isOwn = found.Count > 0;
        if (!isOwn)
            Collect(Tree.Parsed.Sentences[sentence].Range, own, found);
        // "Haiti, which broke relations, complained to the League": the body stands in another clause.
        if (!isOwn && clause.Link == ClauseLink.Relative)
            found.RemoveAll(side => sources.Mentions.Entities[side.Entity].Country.IsNone);
        // A state that comes up for the first time acts towards whoever the report is about, be that one or several.
        if (found.Count == 0 && sentence > 0 && IsToldBefore(own, Tree.Parsed.Sentences[sentence].Range.Start))
        {
            Collect(Tree.Parsed.Sentences[sentence - 1].Range, own, found);

            // "Chad accused Togo. Mali, a neighbour, spoke of it. Chad broke off the talks": of two told of lately neither stands nearer.
            for (int at = sentence - 2; at >= 0 && at >= sentence - Window; at--)
                Collect(Tree.Parsed.Sentences[at].Range, own, found);
            if (found.Count > 1)
                found.Clear();
        }

        if (found.Count == 0)
        {
            int end = Tree.Parsed.Sentences[sentence].Range.End;
            if ((pair.Other(end, own) ?? pair.Main(end, own)) is { } other)
                found.Add(Named(sources.Mentions.Entities[other.Entity].Country, new Side(other.Entity, other.Range)));
        }

        return found is [var only] ? only : null;
    }

    /// <summary>The state itself, where the report has named it before one who acts for it; else that one.</summary>
    public Side Named(CountryCode country, Side instead)
    {
        Side named = instead;
        foreach (EntityMention mention in sources.Mentions.Mentions)
        {
            if (mention.Range.Start > instead.Range.End)
                break;
            if (sources.Mentions.Entities[mention.Entity] is { Kind: EntityKind.State } state && state.Country == country)
                named = new Side(mention.Entity, mention.Range);
        }

        return named;
    }

    /// <summary>One side for each other state whose government, forces or name a sentence tells of; whoever it is told by is none.</summary>
    private void Collect(TextRange sentence, CountryCode own, List<Side> into)
    {
        foreach (EntityMention mention in sources.Mentions.Mentions)
        {
            if (mention.Range.Start < sentence.Start)
                continue;
            if (mention.Range.Start >= sentence.End)
                break;
            Entity entity = sources.Mentions.Entities[mention.Entity];
            bool isBody = entity.Country.IsNone && entity.Kind == EntityKind.Organization && entity.Sectors.Contains(Sector.Igo);
            // "Unlike Togo, Chad refused", "Chad together with Togo": whoever is only likened, left out or added is not faced.
            if (Tree.Case(mention.HeadToken) is { Length: > 0 } preposition && (Tree.Is(preposition, WordFunction.Leaving) || Tree.Is(preposition, WordFunction.Adding) || Tree.Is(preposition, WordFunction.Likeness) || ClauseBuilder.IsStandingBy(Tree, mention.HeadToken, preposition)))
                continue;
            if (!isBody && (entity.Country.IsNone || entity.Country == own || mention.Kind == MentionKind.Adjective || !IsOfState(entity)))
                continue;
            if (!into.Exists(side => sources.Mentions.Entities[side.Entity].Country == entity.Country))
                into.Add(isBody ? new Side(mention.Entity, mention.Range) : Named(entity.Country, new Side(mention.Entity, mention.Range)));
        }

        // Where a body of states stands in its place, it may be that which is meant.
        if (into is [var lone] && sources.Mentions.Entities[lone.Entity].Country.IsNone)
            into.Add(lone);
    }

    private static bool IsOfState(Entity entity) => entity.Kind == EntityKind.State || entity.Sectors is [Sector.Gov or Sector.Mil or Sector.Cop, ..];

    /// <summary>Told of before, or the report has told of but one other state.</summary>
    private bool IsToldBefore(CountryCode country, int before)
    {
        CountryCode other = default;
        bool several = false;
        foreach (EntityMention mention in sources.Mentions.Mentions)
        {
            if (mention.Range.Start >= before)
                break;
            Entity entity = sources.Mentions.Entities[mention.Entity];
            if (entity.Country == country)
                return true;
            several |= !other.IsNone && !entity.Country.IsNone && other != entity.Country || entity.Sectors.Contains(Sector.Igo);
            other = entity.Country.IsNone ? other : entity.Country;
        }

        return !several && !other.IsNone;
    }
}
