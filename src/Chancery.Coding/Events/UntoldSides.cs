using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The other side of an act that its sentence leaves to what the report has just told: "Chad offered talks. Togo refused them", "Peru broke relations" behind a sentence about Chile.</summary>
/// <remarks>Only what stands before an act, or beside it in its paragraph, says who its sides are, and only where nobody else can be meant.</remarks>
internal sealed class UntoldSides(EventSources sources, EventRuleSet rules, ClauseGrammar grammar)
{
    /// <summary>How many sentences back a thing may have been told that an act comes back to.</summary>
    private const int Window = 2;

    private readonly HashSet<RuleId> facing = [.. rules.Rules.Where(static rule => rule.IsFacing).Select(static rule => rule.Id)];
    private readonly OtherState states = new(sources);

    private DocumentTree Tree => sources.Tree;

    private ImmutableArray<Entity> Entities => sources.Mentions.Entities;

    /// <param name="events">In text order.</param>
    /// <param name="clauseOf">The clause that tells each.</param>
    public List<EventMention> Fill(List<EventMention> events, Dictionary<string, int> clauseOf)
    {
        for (int i = 0; i < events.Count; i++)
        {
            EventMention item = events[i];
            Clause clause = sources.Clauses[clauseOf[item.Id]];
            if (item.Type is null || item.Factuality == Factuality.Hypothetical)
                continue;
            if (item.Actors.Length == 0)
            {
                if (AccusedOf(item, clause, events) is { } accused)
                    events[i] = item with { Actors = [accused] };
                continue;
            }

            if (!AreOneSide(item.Actors))
                continue;

            // "demanded his release": whoever is to be freed is not the one asked.
            bool free = item.Type == EventType.Request && (item.Recipients.Length > 0 ? item.Recipients.All(IsToBeFreed) : AsksFreedom(clause));
            if (free)
                events[i] = item = item with { Recipients = [] };
            if (item.Recipients.Length > 0)
                continue;
            if (Answered(events, i, clause) is >= 0 and var told)
            {
                EventMention proposal = events[told];
                events[i] = item with { Recipients = proposal.Actors };
                // Whoever answers an offer is the one to whom it was made.
                if (proposal.Type is EventType.Agree or EventType.Request && item.Type is EventType.Agree or EventType.Reject && proposal.Recipients.Length == 0 && BlockOf(proposal) == BlockOf(item) && AreOfTwoStates(proposal, item))
                    events[told] = proposal with { Recipients = item.Actors };
            }
            else if ((free || facing.Contains(item.Evidence.Rule)) && states.Of(item, clause) is { } other)
            {
                events[i] = item with { Recipients = [other] };
            }
        }

        return events;
    }

    /// <summary>"protested to Chad over the arrest of two Togolese": what somebody is blamed for has been done by him, if those who suffered it are the accuser's.</summary>
    private Side? AccusedOf(EventMention item, Clause clause, List<EventMention> events)
    {
        if (clause.Kind != PredicateKind.Noun || item.Type is not (EventType.Coerce or EventType.Sanction) || item.Recipients is not [var victim, ..] || Entities[victim.Entity].Country is not { IsNone: false } own)
            return null;
        foreach (EventMention blame in events)
        {
            if (blame.Type == EventType.Accuse && blame.Evidence.Range == item.Evidence.Range && blame.About is { } about && about.Range.Contains(item.Trigger) && blame.Actors is [var accuser, ..] && blame.Recipients is [var accused]
                && Entities[accuser.Entity].Country == own && Entities[accused.Entity].Country is { IsNone: false } theirs && theirs != own)
            {
                return states.Named(theirs, accused);
            }
        }

        return null;
    }

    /// <summary>The act told before to which this one answers; -1 for none or several.</summary>
    private int Answered(List<EventMention> events, int index, Clause clause)
    {
        EventMention item = events[index];
        if (item.Type is not (EventType.Reject or EventType.Agree or EventType.Accuse or EventType.Support or EventType.Concede) || clause.Kind == PredicateKind.Noun && clause.Find(Roles.Subject) < 0 || Thing(item, clause) is not { } thing)
            return -1;
        int sentence = SentenceOf(item);
        int found = -1;
        for (int j = index - 1; j >= 0; j--)
        {
            EventMention told = events[j];
            int distance = sentence - SentenceOf(told);
            if (distance > thing.Window || distance == Window && BlockOf(told) != BlockOf(item) || found >= 0 && SentenceOf(told) != SentenceOf(events[found]) && thing.Kind is not (ToldThing.Request or ToldThing.Offer or ToldThing.Charge))
                break;
            // Nobody agrees to what was done to others.
            if (thing.Kind == ToldThing.Any && item.Type == EventType.Agree && told.Type is not (EventType.Request or EventType.Agree or EventType.Threaten or EventType.Reject))
                continue;
            if (!thing.Fits(told, Tree, rules) || told.Factuality == Factuality.Negated || told.Actors.Length == 0 || !AreOneSide(told.Actors) || AreSame(told.Actors[0], item.Actors[0]) || !MayAnswer(told, item, thing))
                continue;
            if (found >= 0 && Entities[events[found].Actors[0].Entity] is var first && Entities[told.Actors[0].Entity] is var second && (first.Country != second.Country || first.Country.IsNone && first != second || first != second && first.Country == Entities[item.Actors[0].Entity].Country))
                return -1;
            found = found < 0 ? j : found;
        }

        return found < 0 && item.Type == EventType.Accuse && thing.Kind == ToldThing.Deed && rules.IsNoun(thing.Noun) ? OnlyDeed(events, index, thing) : found;
    }

    /// <summary>"condemned the arrests": wherever the report told of arrests, if nobody but one side arrested anybody. -1 for none or several.</summary>
    private int OnlyDeed(List<EventMention> events, int index, AnsweredThing thing)
    {
        int found = -1;
        for (int j = 0; j < index; j++)
        {
            EventMention told = events[j];
            if (!thing.Fits(told, Tree, rules) || told.Historical || told.Factuality is not (Factuality.Happened or Factuality.Ongoing))
                continue;
            if (told.Actors.Length == 0 || !AreOneSide(told.Actors) || AreSame(told.Actors[0], events[index].Actors[0]) || (found >= 0 && told.Actors[0].Entity != events[found].Actors[0].Entity))
                return -1;
            found = j;
        }

        return found;
    }

    /// <summary>Whoever is asked or accused answers, nobody else; what is judged may have been done to anybody.</summary>
    private bool MayAnswer(EventMention told, EventMention item, AnsweredThing thing)
    {
        if (thing.Kind is ToldThing.Deed or ToldThing.Words || told.Recipients.Length == 0)
            return true;
        Entity self = Entities[item.Actors[0].Entity];
        foreach (Side side in told.Recipients)
        {
            Entity other = Entities[side.Entity];
            if (side.Entity == item.Actors[0].Entity || other.Country == self.Country || other.Country.IsNone || self.Country.IsNone)
                return true;
        }

        return false;
    }

    /// <summary>What the act comes back to: "the offer", "it", what its relative clause is about, or nothing for "Togo refused"; null where it tells of something else.</summary>
    private AnsweredThing? Thing(EventMention item, Clause clause)
    {
        int object_ = -1;
        bool shared = false;
        foreach (Argument argument in clause.Arguments)
        {
            if (argument.Role is Roles.Complement && sources.Clauses.At(argument.Token) >= 0)
                return null;
            // "said the move was a threat": what is judged is the subject.
            bool judged = clause.Kind != PredicateKind.Verb ? argument.Role == Roles.Subject : argument.Role is Roles.Object or "to";
            if (judged && object_ < 0)
                (object_, shared) = (argument.Token, argument.IsShared);
        }

        if (object_ < 0 && clause.Kind != PredicateKind.Verb)
            return null;
        if (object_ < 0)
            return item.Type is EventType.Agree or EventType.Reject && grammar.IsAnswering(clause.Lemma) ? new AnsweredThing(ToldThing.Offer, -1, 1) : null;
        ref readonly Token word = ref Tree[object_];
        if (shared && clause.Link == ClauseLink.Relative && word.Pos == PartOfSpeech.Noun && object_ < clause.Predicate)
        {
            // "a step that Chad called hostile": set beside what the sentence tells, it is that.
            ToldThing named = grammar.ToldBy(word.Lemma);
            return word.Relation == Relation.Appos && named != ToldThing.None ? new AnsweredThing(named, -1, 0) : new AnsweredThing(named, object_, 0);
        }

        if (word.Pos == PartOfSpeech.Pron)
            return grammar.ToldBy(word.Lemma) == ToldThing.Any && !sources.Mentions.Knows(object_) ? new AnsweredThing(ToldThing.Any, -1, 1) : null;
        ToldThing kind = grammar.ToldBy(word.Lemma);
        if (word.Pos != PartOfSpeech.Noun || kind is ToldThing.None or ToldThing.Any || !Tree.IsDefinite(object_) || IsOwned(object_))
            return null;
        return new AnsweredThing(kind, -1, Window, word.Lemma.ToLowerInvariant());
    }

    /// <summary>"its offer", "the Danish offer", "the offer of peace": told by its own words, not by what came before.</summary>
    private bool IsOwned(int thing)
    {
        foreach (int child in Tree.Children(thing))
        {
            if (Tree[child].Relation is Relation.NmodPoss or Relation.AclRelcl or Relation.Acl || Tree[child].Relation is Relation.Amod or Relation.Nmod or Relation.Compound && sources.Mentions.Knows(child))
                return true;
        }

        return false;
    }

    /// <summary>"demanded his release", "asked for their return".</summary>
    private bool AsksFreedom(Clause clause)
    {
        foreach (Argument argument in clause.Arguments)
        {
            if (argument.Role is Roles.Object or "for" && grammar.IsFreeing(Tree[argument.Token].Lemma))
                return true;
        }

        return false;
    }

    /// <summary>"the release of two sailors", "their return".</summary>
    private bool IsToBeFreed(Side side)
    {
        if (Entities[side.Entity].Kind is EntityKind.State or EntityKind.Organization)
            return false;
        int token = TokenPlaces.At(Tree.Parsed, side.Range.End - 1);
        for (int hops = 0; hops < 4 && token >= 0; hops++, token = Tree.Head(token))
        {
            if (Tree[token].Pos == PartOfSpeech.Noun && !side.Range.Contains(Tree[token].Range.Start) && grammar.IsFreeing(Tree[token].Lemma))
                return true;
            if (Tree[token].Pos == PartOfSpeech.Verb)
                return false;
        }

        return false;
    }

    /// <summary>One alone, or several of one state.</summary>
    private bool AreOneSide(ImmutableArray<Side> sides)
    {
        for (int i = 1; i < sides.Length; i++)
        {
            if (Entities[sides[i].Entity].Country is not { IsNone: false } country || country != Entities[sides[0].Entity].Country)
                return false;
        }

        return true;
    }

    /// <summary>Nobody is the other side of what his own government does.</summary>
    private bool AreSame(Side one, Side two)
    {
        if (one.Entity == two.Entity || sources.Mentions.IsOwnState(one.Entity, two.Entity) || sources.Mentions.IsOwnState(two.Entity, one.Entity))
            return true;
        (Entity a, Entity b) = (Entities[one.Entity], Entities[two.Entity]);
        return a.Country == b.Country && (a.Country.IsNone ? a.Kind == EntityKind.Person && b.Kind == EntityKind.Person : Governs(a) == Governs(b) && (Governs(a) || a.Sectors.IsEmpty || b.Sectors.IsEmpty || a.Sectors[0] == b.Sectors[0]));
    }

    private static bool Governs(Entity entity) => entity.Sectors is [Sector.Gov or Sector.Mil, ..];

    private bool AreOfTwoStates(EventMention a, EventMention b) =>
        Entities[a.Actors[0].Entity].Country is { IsNone: false } one && Entities[b.Actors[0].Entity].Country is { IsNone: false } two && one != two;

    private int SentenceOf(EventMention item) => Tree.SentenceOf(TokenPlaces.FirstFrom(Tree.Parsed, item.Trigger.Start));

    private int BlockOf(EventMention item) => Tree.Parsed.Sentences[SentenceOf(item)].Block;
}

/// <summary>What an answer comes back to.</summary>
/// <param name="Kind">What kind of act its word names.</param>
/// <param name="Token">The noun that both acts have for their object; -1 for none.</param>
/// <param name="Window">How many sentences back it may have been told.</param>
/// <param name="Noun">Its word.</param>
internal readonly record struct AnsweredThing(ToldThing Kind, int Token, int Window, string Noun = "")
{
    public bool Fits(EventMention told, DocumentTree tree, EventRuleSet rules)
    {
        if (Token >= 0)
            return told.About is { } about && about.Range.Start <= tree[Token].Range.Start && tree[Token].Range.Start < about.Range.End;
        return Kind switch
        {
            ToldThing.Request => told.Type is EventType.Request or EventType.Threaten,
            ToldThing.Offer => told.Type is EventType.Agree or EventType.Request or EventType.Aid,
            ToldThing.Charge => told.Type is EventType.Accuse,
            ToldThing.Deed => told.Type is not (null or EventType.Accuse or EventType.Request or EventType.Support) && (!rules.IsNoun(Noun) || IsNamed(told, rules)),
            ToldThing.Words => told.Type is null or EventType.Accuse or EventType.Threaten,
            // "backed the closure, although a deputy derided it": what is judged, not the judgement.
            ToldThing.Any => told.Type is not (null or EventType.Support or EventType.Reject) && (told.Type != EventType.Accuse || told.Modes.Contains("allege")),
            _ => false,
        };
    }

    /// <summary>"the incursion": what has a name of its own is no other kind of act.</summary>
    private bool IsNamed(EventMention told, EventRuleSet rules)
    {
        foreach (RuleMatch match in rules.OfNoun(Noun))
        {
            if (match.Rule.Type == told.Type)
                return true;
        }

        return false;
    }
}
