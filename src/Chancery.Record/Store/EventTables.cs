using System.Collections.Immutable;
using Chancery.Model;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>Writes events with their sides, country pairs and chains.</summary>
internal sealed class EventTables : IDisposable
{
    private readonly Statement lastKey;
    private readonly Statement row;
    private readonly Statement side;
    private readonly Statement pair;
    private readonly Statement link;

    public EventTables(SqliteConnection connection)
    {
        lastKey = new Statement(connection, "SELECT max(key) FROM events", 0);
        row = new Statement(connection, """
            INSERT INTO events (key, document, position, id, type, modes, contexts, cameo, quad, score, goldstein,
              about_text, about_entity, about_start, about_end, quantities,
              agreement_status, agreement_fields, horizon_start, horizon_end, horizon_precision,
              date_start, date_end, date_precision, date_expression, date_basis, day,
              place_name, place_country, place_start, place_end, factuality, historical, confidence,
              evidence_start, evidence_end, also_evidence, trigger_start, trigger_end, quote, rule)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25,
              ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41)
            """, 41);
        side = new Statement(connection, """
            INSERT INTO sides (event, role, position, entity, start, "end", country, name, day) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """, 9);
        pair = new Statement(connection, """
            INSERT OR IGNORE INTO pairs (source, target, day, event, last, month, type, cameo, factuality, historical, denied, agreement, score, goldstein)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            """, 14);
        link = new Statement(connection, "INSERT INTO chains (event, position, text, entity, stance) VALUES (?1, ?2, ?3, ?4, ?5)", 5);
    }

    public void Write(long document, Reading reading)
    {
        if (reading.Events.IsEmpty)
            return;
        long key = lastKey.Ask() is long last ? last : 0;
        for (int i = 0; i < reading.Events.Length; i++)
            Write(++key, document, i, reading.Events[i], reading.Entities);
    }

    public void Dispose()
    {
        lastKey.Dispose();
        row.Dispose();
        side.Dispose();
        pair.Dispose();
        link.Dispose();
    }

    private void Write(long key, long document, int position, EventMention item, ImmutableArray<Entity> entities)
    {
        PartialDate date = item.Date.Date;
        string day = DateColumns.Iso(date.Start ?? date.End) ?? "";
        row.Run(
            key, document, position, item.Id, item.Type?.Name(), Packed.Strings(item.Modes), Packed.Strings(item.Contexts), item.Cameo,
            item.Type is { } type ? (int)type.Quad() : null, item.Score, item.Goldstein,
            item.About?.Text.Storable(), item.About?.Entity, item.About?.Range.Start, item.About?.Range.End, Packed.Quantities(item.Quantities),
            item.Agreement is { } agreement ? Names.Of(agreement.Status) : null, item.Agreement is { } fields ? Packed.Strings(fields.Fields) : null,
            DateColumns.Iso(item.Agreement?.Horizon?.Start), DateColumns.Iso(item.Agreement?.Horizon?.End),
            item.Agreement?.Horizon is { } horizon ? Names.Of(horizon.Precision) : null,
            DateColumns.Iso(date.Start), DateColumns.Iso(date.End), Names.Of(date.Precision), item.Date.Expression?.Storable(), item.Date.Basis, day,
            item.Place?.Name.Storable(), item.Place is { Country.IsNone: false } place ? place.Country.ToString() : null, item.Place?.Range.Start, item.Place?.Range.End,
            Names.Of(item.Factuality), item.Historical ? 1 : 0, item.Confidence,
            item.Evidence.Range.Start, item.Evidence.Range.End, Packed.Ranges(item.AlsoEvidence), item.Trigger.Start, item.Trigger.End,
            item.Quote, item.Evidence.Rule.ToString());
        WriteSides(key, "actor", item.Actors, entities, day);
        WriteSides(key, "recipient", item.Recipients, entities, day);
        WriteSides(key, "except", item.Except, entities, day);
        WritePairs(key, item, entities, day);
        for (int i = 0; i < item.Attribution.Length; i++)
        {
            Attribution source = item.Attribution[i];
            link.Run(key, i, source.Text.Storable(), source.Entity, source.Stance is { } stance ? Names.Of(stance) : null);
        }
    }

    private void WriteSides(long key, string role, ImmutableArray<Side> sides, ImmutableArray<Entity> entities, string day)
    {
        for (int i = 0; i < sides.Length; i++)
        {
            Entity entity = entities[sides[i].Entity];
            side.Run(
                key, role, i, sides[i].Entity, sides[i].Range.Start, sides[i].Range.End,
                entity.Country.IsNone ? null : entity.Country.ToString(), entity.Name.Storable(), day);
        }
    }

    private void WritePairs(long key, EventMention item, ImmutableArray<Entity> entities, string day)
    {
        foreach (Side actor in item.Actors)
        {
            CountryCode source = entities[actor.Entity].Country;
            if (source.IsNone)
                continue;
            foreach (Side recipient in item.Recipients)
                WritePair(source, entities[recipient.Entity].Country, key, item, day);
            foreach (Side other in item.Actors)
            {
                // An act within one country is a pair only when somebody does it to another.
                if (entities[other.Entity].Country != source)
                    WritePair(source, entities[other.Entity].Country, key, item, day);
            }
        }
    }

    private void WritePair(CountryCode source, CountryCode target, long key, EventMention item, string day)
    {
        if (target.IsNone)
            return;
        pair.Run(
            source.ToString(), target.ToString(), day, key, DateColumns.Iso(item.Date.Date.End), MonthOf(item.Date.Date), item.Type?.Name(), item.Cameo, Names.Of(item.Factuality), item.Historical ? 1 : 0,
            item.Factuality == Factuality.Negated || item.Attribution.Any(link => link.Stance == Stance.Denies) ? 1 : 0,
            item.Agreement is { } agreement ? Names.Of(agreement.Status) : null, item.Score, item.Goldstein);
    }

    /// <summary>The month that a date lies in as a whole; "" when it does not.</summary>
    private static string MonthOf(PartialDate date) =>
        date is { Start: { } start, End: { } end } && start.Year == end.Year && start.Month == end.Month ? DateColumns.Iso(start)![..7] : "";
}
