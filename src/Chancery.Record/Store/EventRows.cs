using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>The rows of events with their sides, country pairs and chains.</summary>
internal static class EventRows
{
    public static void Add(ReadingRows rows, Reading reading)
    {
        var dealing = new HashSet<(CountryCode, CountryCode)>();
        for (int i = 0; i < reading.Events.Length; i++)
            Add(rows, i, reading.Events[i], reading.Entities, dealing);
    }

    private static void Add(ReadingRows rows, int position, EventMention item, ImmutableArray<Entity> entities, HashSet<(CountryCode, CountryCode)> dealing)
    {
        PartialDate date = item.Date.Date;
        string day = DateColumns.Iso(date.Start ?? date.End) ?? "";
        rows.Add(
            StoreTable.Events, Cell.Event(position), Cell.Document, position, item.Id, item.Type?.Name(), Packed.Strings(item.Modes), Packed.Strings(item.Contexts), item.Cameo,
            item.Type is { } type ? (long?)type.Quad() : null, item.Score, item.Goldstein,
            item.About?.Text.Storable(), item.About?.Entity, item.About?.Range.Start, item.About?.Range.End, Packed.Quantities(item.Quantities),
            item.Agreement is { } agreement ? Names.Of(agreement.Status) : null, item.Agreement is { } fields ? Packed.Strings(fields.Fields) : null,
            DateColumns.Iso(item.Agreement?.Horizon?.Start), DateColumns.Iso(item.Agreement?.Horizon?.End),
            item.Agreement?.Horizon is { } horizon ? Names.Of(horizon.Precision) : null,
            DateColumns.Iso(date.Start), DateColumns.Iso(date.End), Names.Of(date.Precision), item.Date.Expression?.Storable(), item.Date.Basis, day,
            item.Place?.Name.Storable(), item.Place is { Country.IsNone: false } place ? place.Country.ToString() : null, item.Place?.Range.Start, item.Place?.Range.End,
            Names.Of(item.Factuality), item.Historical, item.Confidence,
            item.Evidence.Range.Start, item.Evidence.Range.End, Packed.Ranges(item.AlsoEvidence), item.Trigger.Start, item.Trigger.End,
            item.Quote, item.Evidence.Rule.ToString());
        AddSides(rows, position, "actor", item.Actors, entities, day);
        AddSides(rows, position, "recipient", item.Recipients, entities, day);
        AddSides(rows, position, "except", item.Except, entities, day);
        AddPairs(rows, position, item, entities, day, dealing);
        for (int i = 0; i < item.Attribution.Length; i++)
        {
            Attribution source = item.Attribution[i];
            rows.Add(StoreTable.Chains, Cell.Event(position), i, source.Text.Storable(), source.Entity, source.Stance is { } stance ? Names.Of(stance) : null);
        }
    }

    private static void AddSides(ReadingRows rows, int position, string role, ImmutableArray<Side> sides, ImmutableArray<Entity> entities, string day)
    {
        for (int i = 0; i < sides.Length; i++)
        {
            Entity entity = entities[sides[i].Entity];
            rows.Add(
                StoreTable.Sides, Cell.Event(position), role, i, sides[i].Entity, sides[i].Range.Start, sides[i].Range.End,
                entity.Country.IsNone ? null : entity.Country.ToString(), entity.Name.Storable(), day);
        }
    }

    private static void AddPairs(ReadingRows rows, int position, EventMention item, ImmutableArray<Entity> entities, string day, HashSet<(CountryCode, CountryCode)> dealing)
    {
        dealing.Clear();
        foreach (Side actor in item.Actors)
        {
            CountryCode source = entities[actor.Entity].Country;
            if (source.IsNone)
                continue;
            foreach (Side recipient in item.Recipients)
                AddPair(rows, source, entities[recipient.Entity].Country, position, item, day, dealing);
            foreach (Side other in item.Actors)
            {
                // An act within one country is a pair only when somebody does it to another.
                if (entities[other.Entity].Country != source)
                    AddPair(rows, source, entities[other.Entity].Country, position, item, day, dealing);
            }
        }
    }

    private static void AddPair(ReadingRows rows, CountryCode source, CountryCode target, int position, EventMention item, string day, HashSet<(CountryCode, CountryCode)> dealing)
    {
        if (target.IsNone || !dealing.Add((source, target)))
            return;
        if (source != target && !dealing.Contains((target, source)))
            rows.Dealings.Add((source.ToString(), target.ToString()));
        rows.Add(
            StoreTable.Pairs, source.ToString(), target.ToString(), day, Cell.Event(position), DateColumns.Iso(item.Date.Date.End), MonthOf(item.Date.Date), item.Type?.Name(), item.Cameo, Names.Of(item.Factuality), item.Historical,
            item.Factuality == Factuality.Negated || item.Attribution.Any(link => link.Stance == Stance.Denies),
            item.Agreement is { } agreement ? Names.Of(agreement.Status) : null, item.Score, item.Goldstein);
    }

    /// <summary>The month that a date lies in as a whole; "" when it does not.</summary>
    private static string MonthOf(PartialDate date) =>
        date is { Start: { } start, End: { } end } && start.Year == end.Year && start.Month == end.Month ? DateColumns.Iso(start)![..7] : "";
}
