using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Joins tellings of one act within a report: headline, deck, lead and later mention become one record with several evidences.</summary>
internal static class EventMerging
{
    private const string Signing = "057";

    public static ImmutableArray<EventMention> Merge(List<EventMention> events, EventSources sources)
    {
        var kept = new List<EventMention>(events.Count);
        foreach (EventMention item in events)
        {
            int same = kept.FindIndex(other => IsSame(other, item, sources));
            if (same < 0)
                kept.Add(item);
            else
                kept[same] = Join(kept[same], item, sources);
        }

        for (int i = 0; i < kept.Count; i++)
        {
            if (!kept[i].Historical && kept.Find(other => IsKilledOnce(other, kept[i], sources.Mentions.Entities)) is { } told)
                kept[i] = kept[i] with { Historical = true, Date = told.Date };
        }

        return [.. kept];
    }

    private static bool IsSame(EventMention a, EventMention b, EventSources sources)
    {
        if (IsPromisedAgain(a, b, sources))
            return true;
        if (a.Type != b.Type || !IsOneKind(a, b) || a.Factuality != b.Factuality || a.Historical != b.Historical)
            return false;
        if (IsHeadingOf(a, b, sources))
            return true;
        ImmutableArray<Entity> entities = sources.Mentions.Entities;
        if (!SameSides(a.Actors, b.Actors, entities) || !SameSides(a.Recipients, b.Recipients, entities) || !Covers(b.Actors, a.Actors, entities))
            return false;
        if (a.Evidence.Range == b.Evidence.Range)
            return (a.Cameo == b.Cameo || IsBroad(a) || IsBroad(b)) && AreSame(a.Actors, b.Actors) && AreSame(a.Recipients, b.Recipients) && (IsSayingOf(b, a, sources) || IsSayingOf(a, b, sources));
        bool aOutside = IsHeadlineOrDeck(a, sources);
        bool bOutside = IsHeadlineOrDeck(b, sources);
        if (IsSignedAgain(a, b) || IsInOfficeAgain(a, b, sources) || IsResignedAgain(a, b))
            return true;
        return a.Date.Date.MayOverlap(b.Date.Date) && (aOutside || bOutside || IsToldAgain(a, b, entities));
    }

    /// <summary>"was shot in 2011 … whoever shot him": a person is killed once, and what was background stays so.</summary>
    private static bool IsKilledOnce(EventMention a, EventMention b, ImmutableArray<Entity> entities) =>
        a is { Historical: true, Type: EventType.Assault, Recipients: [var victim] } && b is { Type: EventType.Assault, Date.Expression: null, Recipients: [var again] } && victim.Entity == again.Entity && entities[victim.Entity].Kind == EntityKind.Person;

    /// <summary>"Chad accuses the neighbours" over "Chad accused Niger and Sudan": a section heading sums up what its section tells of the same doer, in other words.</summary>
    private static bool IsHeadingOf(EventMention heading, EventMention told, EventSources sources)
    {
        if (heading.Actors.Length == 0 || heading.Recipients.Length == 0 || told.Recipients.Length == 0 || !AreSame(heading.Actors, told.Actors) || !heading.Modes.SequenceEqual(told.Modes))
            return false;
        foreach (Block block in sources.Tree.Parsed.Document.Body)
        {
            if (block.Range.Contains(told.Trigger) && block.Kind == BlockKind.Paragraph)
                return false;
            if (block.Kind == BlockKind.Heading && block.Range.Contains(heading.Trigger))
                return IsNext(block, told, sources);
        }

        return false;
    }

    /// <summary>Whether an act is told in the first paragraph behind a block.</summary>
    private static bool IsNext(Block block, EventMention told, EventSources sources)
    {
        foreach (Block next in sources.Tree.Parsed.Document.Body)
        {
            if (next.Range.Start > block.Range.Start)
                return next.Kind == BlockKind.Paragraph && next.Range.Contains(told.Trigger);
        }

        return false;
    }

    /// <summary>Of one root; but an arrest is no curfew, though both are coercion.</summary>
    private static bool IsOneKind(EventMention a, EventMention b)
    {
        if (a.Cameo[..2] != b.Cameo[..2])
            return false;
        return a.Type != EventType.Coerce || a.Cameo[2] == b.Cameo[2] || IsBroad(a) || IsBroad(b);
    }

    /// <summary>A code that tells the root alone: 130 of 138.</summary>
    private static bool IsBroad(EventMention item) => item.Cameo[2] == '0';

    /// <summary>""We will back Togo," said the president": what he says that his state will do and his saying so are one promise, or one threat, and what he says that Togo did and his saying so one charge.</summary>
    private static bool IsPromisedAgain(EventMention a, EventMention b, EventSources sources) =>
        a.Type == b.Type && (a.Type is EventType.Agree or EventType.Threaten || (a.Type == EventType.Accuse && a.Recipients.Length > 0 && AreSame(a.Actors, b.Actors) && AreSame(a.Recipients, b.Recipients))) && a.Evidence.Range == b.Evidence.Range && a.Trigger != b.Trigger
        && SameSides(a.Actors, b.Actors, sources.Mentions.Entities) && SameSides(a.Recipients, b.Recipients, sources.Mentions.Entities) && (IsSayingOf(b, a, sources) || IsSayingOf(a, b, sources));

    /// <summary>"Oslo and Riga signed a pact … "what we have signed today," she said": one of them tells of the same signing.</summary>
    private static bool IsSignedAgain(EventMention a, EventMention b) =>
        a.Cameo == Signing && b.Cameo == Signing && a.Actors.Length > 1 && b is { Quote: not null, Actors.Length: 1 } && a.Actors.Any(side => side.Entity == b.Actors[0].Entity)
        && a.Date.Date.MayOverlap(b.Date.Date);

    /// <summary>"was sworn in last week … was sworn in on 2 August": in one word, without a day of its own or on a day of those told, one person comes into one office.</summary>
    private static bool IsInOfficeAgain(EventMention a, EventMention b, EventSources sources) =>
        a is { Type: EventType.Support, Cameo: "050", Actors: [], Recipients: [var one], Factuality: Factuality.Happened } && b is { Cameo: "050", Actors: [], Recipients: [var again] } && one.Entity == again.Entity
        && sources.Mentions.Entities[one.Entity].Kind == EntityKind.Person && (a.Date.Expression is null || b.Date.Expression is null || a.Date.Date.IsKnown && b.Date.Date.IsKnown) && a.Date.Date.MayOverlap(b.Date.Date) && Words(a, sources).Equals(Words(b, sources), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Words(EventMention item, EventSources sources) => sources.Tree.Parsed.Text.AsSpan(item.Trigger.Start, item.Trigger.Length);

    /// <summary>"the 2 August resignation of the governor … before resigning, he named an heir": without a day of its own, a person's resignation is the one told.</summary>
    private static bool IsResignedAgain(EventMention a, EventMention b) =>
        a is { Type: EventType.Retreat, Modes: ["resign"], Actors: [var one], Recipients: [], Factuality: Factuality.Happened, Historical: false } && b is { Modes: ["resign"], Actors: [var again], Recipients: [], Date.Expression: null }
        && one.Entity == again.Entity && a.Date.Date.MayOverlap(b.Date.Date);

    /// <summary>
    /// The body tells an act again: the same kind of deed between the same parties, whose day no words of its own set apart, nor place, nor number.
    /// Words are another matter: who says a thing twice has said two things.
    /// </summary>
    private static bool IsToldAgain(EventMention a, EventMention b, ImmutableArray<Entity> entities) =>
        (a.Type is EventType.Consult or EventType.Retreat or EventType.Sanction or EventType.Coerce or EventType.Assault or EventType.Aid or EventType.Mobilize || IsPlannedMeeting(a))
        && (a.Cameo == b.Cameo || (a.Date == b.Date && AreOfOneKind(a.Cameo, b.Cameo)) || IsGeneral(a) || IsGeneral(b))
        && (HasSameParties(a, b) || IsSameAct(a, b, entities))
        && a.Date.Date.IsKnown && b.Date.Date.IsKnown && (a.Date.Date == b.Date.Date || b.Date.Expression is null)
        && (a.Place is null || b.Place is null || a.Place.Name == b.Place.Name)
        && (a.Quantities.Length == 0 || b.Quantities.Length == 0 || a.Quantities[0].Value == b.Quantities[0].Value);

    /// <summary>"190" tells less than "194"; "194" and "195" tell of two things.</summary>
    private static bool AreOfOneKind(string one, string two)
    {
        ReadOnlySpan<char> a = one.AsSpan().TrimEnd('0');
        ReadOnlySpan<char> b = two.AsSpan().TrimEnd('0');
        return a.StartsWith(b) || b.StartsWith(a);
    }

    /// <summary>"was expected to visit Rome … preparations for his visit to Rome": a deed that is to come, not words.</summary>
    private static bool IsPlannedMeeting(EventMention item) => item is { Type: EventType.Agree, Factuality: Factuality.Future, Cameo: "036" };

    private static bool HasSameParties(EventMention a, EventMention b) =>
        a.Actors.Length > 0 && a.Recipients.Length + a.Actors.Length > 1 && AreSame(a.Actors, b.Actors) && AreSame(a.Recipients, b.Recipients);

    /// <summary>"were killed": an attack that says nothing of its means.</summary>
    private static bool IsGeneral(EventMention item) => item.Type == EventType.Assault && item.Modes.Length == 0;

    /// <summary>"Chad declared an emergency on Friday … declared one the same day", "was shot by police … before he was shot": one rule reads both, on one day told, and one side may be left out in one of them.</summary>
    private static bool IsSameAct(EventMention a, EventMention b, ImmutableArray<Entity> entities)
    {
        bool isTold = a.Evidence.Rule == b.Evidence.Rule || IsGeneral(a) || IsGeneral(b);
        if (!isTold || a.Factuality != Factuality.Happened)
            return false;
        bool sameActors = AreSame(a.Actors, b.Actors);
        bool sameRecipients = AreSame(a.Recipients, b.Recipients);
        bool isOneDay = a.Date.Date == b.Date.Date && a.Date.Date.Precision == DatePrecision.Day;
        if (sameActors && sameRecipients)
            return isOneDay;
        return (sameActors && a.Actors.Length > 0 && (isOneDay || (a.Type == EventType.Assault && b.Recipients.Length == 0 && b.Date.Expression is null)) && (a.Recipients.Length == 0 || b.Recipients.Length == 0))
            || (sameRecipients && a.Recipients.Length > 0 && (a.Actors.Length == 0 || b.Actors.Length == 0 || AreColleagues(a, b, entities)))
            || IsOneOf(a, b, entities);
    }

    /// <summary>"police detained the mayor and two aides … the mayor was arrested at his home": one of those named, on the same day, by nobody else.</summary>
    private static bool IsOneOf(EventMention many, EventMention one, ImmutableArray<Entity> entities) =>
        one is { Actors.Length: 0, Recipients: [var side] } && many.Recipients.Length > 1 && entities[side.Entity].Kind == EntityKind.Person && many.Recipients.Any(other => other.Entity == side.Entity)
        && (many.Date.Date == one.Date.Date || one.Date.Expression is null);

    /// <summary>"was shot by police … by an officer": to one person, by one body and one of its people.</summary>
    private static bool AreColleagues(EventMention a, EventMention b, ImmutableArray<Entity> entities) =>
        a.Actors is [var one] && b.Actors is [var two] && a.Recipients is [var victim] && entities[victim.Entity].Kind == EntityKind.Person
        && entities[one.Entity] is { Sectors.Length: > 0 } first && entities[two.Entity] is var second && first.Kind != second.Kind && first.Sectors.SequenceEqual(second.Sectors)
        && (first.Country == second.Country || first.Country.IsNone || second.Country.IsNone);

    /// <summary>""Togo must withdraw," she wrote", ""We will destroy Togo," she said": the demand or threat and the verb that tells it are one act.</summary>
    private static bool IsSayingOf(EventMention saying, EventMention said, EventSources sources) =>
        sources.Quotes.Any(quote => quote.Cue is { } cue && cue.Overlaps(saying.Trigger) && quote.Content.Contains(said.Trigger));

    private static bool AreSame(ImmutableArray<Side> a, ImmutableArray<Side> b) =>
        a.Length == b.Length && a.All(side => b.Any(other => other.Entity == side.Entity));

    /// <summary>A headline says "Norway" where the body names the minister: sides of one country are one side here. An unknown side fits any.</summary>
    private static bool SameSides(ImmutableArray<Side> a, ImmutableArray<Side> b, ImmutableArray<Entity> entities)
    {
        if (a.Length == 0 || b.Length == 0)
            return true;
        foreach (Side side in a)
        {
            CountryCode country = entities[side.Entity].Country;
            if (b.Any(other => other.Entity == side.Entity || (!country.IsNone && entities[other.Entity].Country == country) || AreAlike(entities[side.Entity], entities[other.Entity])))
                return true;
        }

        return false;
    }

    /// <summary>"three officers" of a headline and "three police officers" of the lead.</summary>
    private static bool AreAlike(Entity a, Entity b) => a.Kind == EntityKind.Group && b.Kind == EntityKind.Group && a.Name.Equals(b.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>"Oslo, Riga impose sanctions" is told by no record that knows of Oslo alone.</summary>
    private static bool Covers(ImmutableArray<Side> told, ImmutableArray<Side> before, ImmutableArray<Entity> entities)
    {
        foreach (Side side in told.Length == 0 ? [] : before)
        {
            CountryCode country = entities[side.Entity].Country;
            if (!country.IsNone && entities[side.Entity].Kind == EntityKind.State && !told.Any(other => entities[other.Entity].Country == country))
                return false;
        }

        return true;
    }

    private static bool IsHeadlineOrDeck(EventMention item, EventSources sources)
    {
        Document document = sources.Tree.Parsed.Document;
        if (document.TitleRange is { } title && title.Overlaps(item.Trigger))
            return true;
        foreach (Block block in document.Body)
        {
            if (block.Kind != BlockKind.Paragraph && block.Range.Overlaps(item.Trigger))
                return true;
        }

        return false;
    }

    private static int SidesOf(EventMention item) => Math.Sign(item.Actors.Length) + Math.Sign(item.Recipients.Length);

    /// <summary>The telling in the body stands for both: it has the date and the chain; of two in the body the one that tells both sides, or what the act was about, on the day that either tells.</summary>
    private static EventMention Join(EventMention a, EventMention b, EventSources sources)
    {
        bool inBody = !IsHeadlineOrDeck(b, sources);
        bool isFuller = inBody && (IsHeadlineOrDeck(a, sources) || SidesOf(b) > SidesOf(a) || (SidesOf(b) == SidesOf(a) && a.About is null && b.About is not null));
        isFuller |= a.Evidence.Range == b.Evidence.Range && ((IsBroad(a) && !IsBroad(b)) || (a.Modes.Length == 0 && b.Modes.Length > 0));
        (EventMention main, EventMention other) = isFuller ? (b, a) : (a, b);
        bool isTold = main.Date.Expression is null && other.Date is { Expression: not null, Date.IsKnown: true } && other.Date.Date.MayOverlap(main.Date.Date);
        if (isTold || (inBody && main.Date.Date.Start is null && other.Date.Date.Start is not null))
            main = main with { Date = other.Date };
        ImmutableArray<TextRange> again = other.Evidence.Range == main.Evidence.Range ? [] : [other.Evidence.Range];
        return main with { AlsoEvidence = [.. main.AlsoEvidence, .. other.AlsoEvidence, .. again] };
    }
}
