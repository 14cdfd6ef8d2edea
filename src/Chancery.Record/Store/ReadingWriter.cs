using System.Collections.Immutable;
using Chancery.Model;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>Writes readings into the tables. The caller holds the transaction: all of a reading goes in, or nothing.</summary>
internal sealed class ReadingWriter : IDisposable
{
    private readonly Statement document;
    private readonly Statement contents;
    private readonly Statement entity;
    private readonly Statement date;
    private readonly Statement diagnostic;
    private readonly Statement text;
    private readonly EventTables events;
    private readonly QuoteTable quotes;
    private readonly bool keepsTexts;

    public ReadingWriter(SqliteConnection connection, bool keepsTexts)
    {
        this.keepsTexts = keepsTexts;
        document = new Statement(connection, """
            INSERT INTO documents (key, id, bytes_hash, text_hash, has_text, length, language, title, title_start, title_end, outlet, via,
              published_start, published_end, published_precision, published_basis, dateline, likeness, current, knowledge,
              event_count, quote_count, remark_count, dropped_count)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, 1, ?19, ?20, ?21, ?22, ?23)
            """, 23);
        contents = new Statement(connection, "INSERT INTO contents (document, text, body, dropped) VALUES (?1, ?2, ?3, ?4)", 4);
        entity = new Statement(connection, """
            INSERT INTO entities (document, position, id, name, kind, country, sectors, office, candidates, known, mentions)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """, 11);
        date = new Statement(connection, """
            INSERT INTO dates (document, position, start, "end", value_start, value_end, value_precision, timex, kind, basis, bound, rule)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """, 12);
        diagnostic = new Statement(connection, """
            INSERT INTO diagnostics (document, position, id, severity, message, start, "end") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """, 7);
        text = new Statement(connection, "INSERT INTO texts (rowid, title, body) VALUES (?1, ?2, ?3)", 3);
        events = new EventTables(connection);
        quotes = new QuoteTable(connection);
    }

    public void Write(long key, Reading reading, string bytesHash) => Write(key, reading, bytesHash, TextMarks.Of(reading.Document));

    public void Write(long key, Reading reading, string bytesHash, TextMarks marks)
    {
        WriteDocument(key, reading, bytesHash, marks);
        ILookup<int, EntityMention> mentions = reading.Mentions.ToLookup(mention => mention.Entity);
        for (int i = 0; i < reading.Entities.Length; i++)
            WriteEntity(key, i, reading.Entities[i], mentions[i]);
        events.Write(key, reading);
        quotes.Write(key, reading);
        for (int i = 0; i < reading.Dates.Length; i++)
            WriteDate(key, i, reading.Dates[i]);
        for (int i = 0; i < reading.Diagnostics.Length; i++)
        {
            Diagnostic item = reading.Diagnostics[i];
            diagnostic.Run(key, i, item.Id.Name(), Names.Of(item.Severity), item.Message.Storable(), item.Range.Start, item.Range.End);
        }
    }

    public void Dispose()
    {
        document.Dispose();
        contents.Dispose();
        entity.Dispose();
        date.Dispose();
        diagnostic.Dispose();
        text.Dispose();
        events.Dispose();
        quotes.Dispose();
    }

    private void WriteDocument(long key, Reading reading, string bytesHash, TextMarks marks)
    {
        Document item = reading.Document;
        document.Run(
            key, item.Id.Storable(), bytesHash, marks.Hash, keepsTexts ? 1 : 0, item.Text.Length,
            item.Language, item.Title?.Storable(), item.TitleRange?.Start, item.TitleRange?.End, item.Outlet?.Storable(), Packed.Strings(item.Via),
            DateColumns.Iso(item.Published?.Date.Start), DateColumns.Iso(item.Published?.Date.End),
            item.Published is { } published ? Names.Of(published.Date.Precision) : null, item.Published?.Basis,
            Packed.Dateline(item.Dateline), marks.Likeness, reading.Knowledge,
            reading.Events.Length, reading.Quotes.Length, reading.Diagnostics.Length, item.Dropped.Length);
        contents.Run(key, keepsTexts ? item.Text.Storable() : null, Packed.Blocks(item.Body), Packed.Dropped(item.Dropped));
        if (keepsTexts)
            text.Run(key, item.Title?.Storable(), IndexedText.Of(item.Text.Storable(), item.Body));
    }

    private void WriteEntity(long key, int position, Entity item, IEnumerable<EntityMention> mentions) =>
        entity.Run(
            key, position, item.Id, item.Name.Storable(), Names.Of(item.Kind), item.Country.IsNone ? null : item.Country.ToString(),
            Packed.Sectors(item.Sectors), item.Office?.Storable(), Packed.Strings(item.Candidates), item.Known, Packed.Mentions(mentions));

    private void WriteDate(long key, int position, DateMention item) =>
        date.Run(
            key, position, item.Range.Start, item.Range.End, DateColumns.Iso(item.Value.Start), DateColumns.Iso(item.Value.End),
            Names.Of(item.Value.Precision), item.Timex, Names.Of(item.Kind), item.Basis, Names.Of(item.Bound), item.Rule.ToString());
}

/// <summary>What is reckoned from a whole text.</summary>
/// <param name="Hash">SHA-256 of it in UTF-8.</param>
/// <param name="Likeness">SimHash of its body.</param>
internal readonly record struct TextMarks(string Hash, long Likeness)
{
    public static TextMarks Of(Document document) => new(Fingerprint.OfText(document.Text), Record.Likeness.Of(document));
}

/// <summary>What of a report full text search finds: its body, without menus and captions.</summary>
internal static class IndexedText
{
    public static string Of(string text, ImmutableArray<Block> body) => string.Join('\n', body.Select(block => block.Range.Of(text)));
}

internal static class StorableText
{
    /// <summary>The same length without what a TEXT column cannot hold: U+0000 and lone surrogates become U+FFFD.</summary>
    public static string Storable(this string text)
    {
        string whole = text.WithoutLoneSurrogates();
        return whole.Contains('\0', StringComparison.Ordinal) ? whole.Replace('\0', '\uFFFD') : whole;
    }
}
