using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>A reading as the rows of its tables, so that they can be made on all cores while one writes.</summary>
/// <remarks>The keys of rows are those of the reading until they are written: its first event is 0.</remarks>
internal sealed class ReadingRows
{
    private readonly List<Cell> cells = new(400);
    private readonly List<(StoreTable Table, int End)> rows = new(40);

    public ReadingRows(Reading reading, string bytesHash, bool keepsTexts)
    {
        Reading = reading;
        AddDocument(reading, bytesHash, keepsTexts);
        ILookup<int, EntityMention> mentions = reading.Mentions.ToLookup(mention => mention.Entity);
        for (int i = 0; i < reading.Entities.Length; i++)
            AddEntity(i, reading.Entities[i], mentions[i]);
        EventRows.Add(this, reading);
        QuoteRows.Add(this, reading);
        for (int i = 0; i < reading.Dates.Length; i++)
            AddDate(i, reading.Dates[i]);
        for (int i = 0; i < reading.Diagnostics.Length; i++)
        {
            Diagnostic item = reading.Diagnostics[i];
            Add(StoreTable.Diagnostics, Cell.Document, i, item.Id.Name(), Names.Of(item.Severity), item.Message.Storable(), item.Range.Start, item.Range.End);
        }
    }

    public Reading Reading { get; }

    /// <summary>Who is meant, as the list of names has them.</summary>
    public List<NamedEntity> Named { get; } = new(16);

    /// <summary>Two countries of an event, for each event once.</summary>
    public List<(string Left, string Right)> Dealings { get; } = new(8);

    public void Add(StoreTable table, params ReadOnlySpan<Cell> values)
    {
        cells.AddRange(values);
        rows.Add((table, cells.Count));
    }

    /// <summary>Writes them with the statement of each table.</summary>
    public void Write(ReadOnlySpan<Statement> statements, in RowKeys keys)
    {
        ReadOnlySpan<Cell> all = CollectionsMarshal.AsSpan(cells);
        int start = 0;
        foreach ((StoreTable table, int end) in rows)
        {
            statements[(int)table].Run(keys, all[start..end]);
            start = end;
        }
    }

    private void AddDocument(Reading reading, string bytesHash, bool keepsTexts)
    {
        Document item = reading.Document;
        string text = item.Text.Storable();
        Add(
            StoreTable.Documents, Cell.Document, item.Id.Storable(), bytesHash, Fingerprint.OfText(item.Text), keepsTexts, item.Text.Length,
            item.Language, item.Title?.Storable(), item.TitleRange?.Start, item.TitleRange?.End, item.Outlet?.Storable(), Packed.Strings(item.Via),
            DateColumns.Iso(item.Published?.Date.Start), DateColumns.Iso(item.Published?.Date.End),
            item.Published is { } published ? Names.Of(published.Date.Precision) : null, item.Published?.Basis,
            Packed.Dateline(item.Dateline), Likeness.Of(item), reading.Knowledge,
            reading.Events.Length, reading.Quotes.Length, reading.Diagnostics.Length, item.Dropped.Length);
        Add(StoreTable.Contents, Cell.Document, keepsTexts ? text : null, Packed.Blocks(item.Body), Packed.Dropped(item.Dropped));
        if (keepsTexts)
            Add(StoreTable.Texts, Cell.Document, item.Title?.Storable(), IndexedText.Of(text, item.Body));
    }

    private void AddEntity(int position, Entity item, IEnumerable<EntityMention> mentions)
    {
        (string name, string kind) = (item.Name.Storable(), Names.Of(item.Kind));
        string? country = item.Country.IsNone ? null : item.Country.ToString();
        Add(
            StoreTable.Entities, Cell.Document, position, item.Id, name, kind, country,
            Packed.Sectors(item.Sectors), item.Office?.Storable(), Packed.Strings(item.Candidates), item.Known, Packed.Mentions(mentions));
        Named.Add(new NamedEntity(name, kind, country ?? "", item.Known));
    }

    private void AddDate(int position, DateMention item) =>
        Add(
            StoreTable.Dates, Cell.Document, position, item.Range.Start, item.Range.End, DateColumns.Iso(item.Value.Start), DateColumns.Iso(item.Value.End),
            Names.Of(item.Value.Precision), item.Timex, Names.Of(item.Kind), item.Basis, Names.Of(item.Bound), item.Rule.ToString());
}

/// <summary>The tables that a reading goes into, with the indexes of words; the number of each is its place among the writer's statements.</summary>
internal enum StoreTable : byte
{
    Documents,
    Contents,
    Texts,
    Entities,
    Events,
    Sides,
    Pairs,
    Chains,
    Quotes,
    QuoteWords,
    Dates,
    Diagnostics,
}

/// <summary>One whom a report means.</summary>
/// <param name="Name">As the record has it.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Country">A code, or "".</param>
/// <param name="Known">The key in the knowledge, or null.</param>
internal readonly record struct NamedEntity(string Name, string Kind, string Country, string? Known);

/// <summary>The keys that the rows of a reading get: that of its document, and those of its first event and quotation.</summary>
internal readonly record struct RowKeys(long Document, long Event, long Quote);

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
