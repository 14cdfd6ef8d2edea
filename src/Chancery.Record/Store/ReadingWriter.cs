using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>Writes readings into the tables. The caller holds the transaction: all of a reading goes in, or nothing.</summary>
internal sealed class ReadingWriter : IDisposable
{
    private readonly Statement[] tables;
    private readonly Statement lastEvent;
    private readonly Statement lastQuote;
    private readonly Tallies tallies;

    public ReadingWriter(SqliteConnection connection)
    {
        tables =
        [
            new Statement(connection, """
                INSERT INTO documents (key, id, bytes_hash, text_hash, has_text, length, language, title, title_start, title_end, outlet, via,
                  published_start, published_end, published_precision, published_basis, dateline, likeness, current, knowledge,
                  event_count, quote_count, remark_count, dropped_count)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, 1, ?19, ?20, ?21, ?22, ?23)
                """, 23),
            new Statement(connection, "INSERT INTO contents (document, text, body, dropped) VALUES (?1, ?2, ?3, ?4)", 4),
            new Statement(connection, "INSERT INTO texts (rowid, title, body) VALUES (?1, ?2, ?3)", 3),
            new Statement(connection, """
                INSERT INTO entities (document, position, id, name, kind, country, sectors, office, candidates, known, mentions)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
                """, 11),
            new Statement(connection, """
                INSERT INTO events (key, document, position, id, type, modes, contexts, cameo, quad, score, goldstein,
                  about_text, about_entity, about_start, about_end, quantities,
                  agreement_status, agreement_fields, horizon_start, horizon_end, horizon_precision,
                  date_start, date_end, date_precision, date_expression, date_basis, day,
                  place_name, place_country, place_start, place_end, factuality, historical, confidence,
                  evidence_start, evidence_end, also_evidence, trigger_start, trigger_end, quote, rule)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25,
                  ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41)
                """, 41),
            new Statement(connection, """
                INSERT INTO sides (event, role, position, entity, start, "end", country, name, day) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                """, 9),
            new Statement(connection, """
                INSERT INTO pairs (source, target, day, event, last, month, type, cameo, factuality, historical, denied, agreement, score, goldstein)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
                """, 14),
            new Statement(connection, "INSERT INTO chains (event, position, text, entity, stance) VALUES (?1, ?2, ?3, ?4, ?5)", 5),
            new Statement(connection, """
                INSERT INTO quotes (key, document, position, id, local_id, local_group, words, content_start, content_end, form,
                  speaker_start, speaker_end, speaker_entity, speaker_name, speaker_country,
                  addressee_entity, addressee_start, addressee_end, cue_start, cue_end, attribution, rule, day)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)
                """, 23),
            new Statement(connection, "INSERT INTO quote_words (rowid, words) VALUES (?1, ?2)", 2),
            new Statement(connection, """
                INSERT INTO dates (document, position, start, "end", value_start, value_end, value_precision, timex, kind, basis, bound, rule)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
                """, 12),
            new Statement(connection, """
                INSERT INTO diagnostics (document, position, id, severity, message, start, "end") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                """, 7),
        ];
        lastEvent = new Statement(connection, "SELECT max(key) FROM events", 0);
        lastQuote = new Statement(connection, "SELECT max(key) FROM quotes", 0);
        tallies = new Tallies(connection);
    }

    public void Write(long document, ReadingRows rows)
    {
        rows.Write(tables, new RowKeys(document, Next(lastEvent), Next(lastQuote)));
        tallies.Add(rows);
    }

    /// <summary>Brings the store's sums up to date with what was written.</summary>
    public void Settle() => tallies.Settle();

    public void Dispose()
    {
        foreach (Statement statement in (Statement[])[.. tables, lastEvent, lastQuote])
            statement.Dispose();
        tallies.Dispose();
    }

    private static long Next(Statement lastKey) => (lastKey.Ask() is long last ? last : 0) + 1;
}
