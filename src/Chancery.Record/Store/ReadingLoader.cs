using System.Collections.Immutable;
using Chancery.Model;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>A reading as the store gives it back.</summary>
/// <param name="Key">The row of its document.</param>
/// <param name="Reading">Equal to what was stored. Where no text is kept, blanks stand in its place, with the words of the quotes among them.</param>
/// <param name="HasText">Whether the text is kept.</param>
/// <param name="TextHash">SHA-256 of the text in UTF-8.</param>
public sealed record StoredReading(long Key, Reading Reading, bool HasText, string TextHash);

/// <summary>Builds readings from the tables.</summary>
internal sealed class ReadingLoader(SqliteConnection connection) : IDisposable
{
    private readonly Statement document = new(connection, """
        SELECT id, text_hash, c.text, length, language, title, title_start, title_end, outlet, via, published_start, published_end,
          published_precision, published_basis, dateline, c.body, c.dropped, knowledge,
          (SELECT uri FROM addresses WHERE document = ?1 ORDER BY version DESC, uri LIMIT 1)
        FROM documents d JOIN contents c ON c.document = d.key WHERE d.key = ?1
        """, 1);

    private readonly Statement entities = new(connection, """
        SELECT position, id, name, kind, country, sectors, office, candidates, known, mentions FROM entities WHERE document = ?1 ORDER BY position
        """, 1);

    private readonly Statement dates = new(connection, """
        SELECT start, "end", value_start, value_end, value_precision, timex, kind, basis, bound, rule FROM dates WHERE document = ?1 ORDER BY position
        """, 1);

    private readonly Statement diagnostics = new(connection, """
        SELECT id, severity, message, start, "end" FROM diagnostics WHERE document = ?1 ORDER BY position
        """, 1);

    private readonly Statement quotes = new(connection, """
        SELECT local_id, local_group, words, content_start, content_end, form, speaker_start, speaker_end, speaker_entity,
          addressee_entity, addressee_start, addressee_end, cue_start, cue_end, attribution, rule
        FROM quotes WHERE document = ?1 ORDER BY position
        """, 1);

    private readonly EventLoader events = new(connection);

    /// <returns>Null when there is no such document.</returns>
    public StoredReading? Load(long key)
    {
        (ImmutableArray<Quote> quoted, ImmutableArray<string> words) = Quotes(key);
        using RowCursor row = document.Query(key);
        if (!row.Read())
            return null;
        bool hasText = !row.IsDBNull(2);
        string text = hasText ? row.GetString(2) : Blank(row.GetInt32(3), quoted, words);
        (ImmutableArray<Entity> who, ImmutableArray<EntityMention> mentions) = Entities(key);
        var reading = new Reading
        {
            Knowledge = row.GetString(17),
            Document = new Document
            {
                Id = row.GetString(0),
                Uri = row.Text(18) ?? "",
                Text = text,
                Language = row.GetString(4),
                Title = row.Text(5),
                TitleRange = row.Range(6),
                Outlet = row.Text(8),
                Via = Packed.ReadStrings(row.GetString(9)),
                Published = row.Text(12) is { } precision
                    ? new DatedBasis(DateColumns.Read(row.Text(10), row.Text(11), precision), row.Text(13) ?? "")
                    : null,
                Dateline = Packed.ReadDateline(row.Text(14)),
                Body = Packed.ReadBlocks(row.GetString(15)),
                Dropped = Packed.ReadDropped(row.GetString(16)),
            },
            Entities = who,
            Mentions = mentions,
            Events = events.Load(key),
            Quotes = quoted,
            Dates = Dates(key),
            Diagnostics = Diagnostics(key),
        };
        return new StoredReading(key, reading, hasText, row.GetString(1));
    }

    public void Dispose()
    {
        document.Dispose();
        entities.Dispose();
        dates.Dispose();
        diagnostics.Dispose();
        quotes.Dispose();
        events.Dispose();
    }

    private static string Blank(int length, ImmutableArray<Quote> quotes, ImmutableArray<string> words)
    {
        char[] text = new char[length];
        Array.Fill(text, ' ');
        for (int i = 0; i < quotes.Length; i++)
            words[i].CopyTo(text.AsSpan(quotes[i].Content.Start));
        return new string(text);
    }

    private (ImmutableArray<Entity>, ImmutableArray<EntityMention>) Entities(long key)
    {
        var who = ImmutableArray.CreateBuilder<Entity>();
        var mentions = new List<EntityMention>();
        using RowCursor row = entities.Query(key);
        while (row.Read())
        {
            who.Add(new Entity
            {
                Id = row.GetString(1),
                Name = row.GetString(2),
                Kind = Names.Parse<EntityKind>(row.GetString(3)),
                Country = row.Country(4),
                Sectors = Packed.ReadSectors(row.GetString(5)),
                Office = row.Text(6),
                Candidates = Packed.ReadStrings(row.GetString(7)),
                Known = row.Text(8),
            });
            mentions.AddRange(Packed.ReadMentions(row.GetString(9), row.GetInt32(0)));
        }

        return (who.ToImmutable(), [.. mentions.OrderBy(mention => mention.Range)]);
    }

    private ImmutableArray<DateMention> Dates(long key)
    {
        var found = ImmutableArray.CreateBuilder<DateMention>();
        using RowCursor row = dates.Query(key);
        while (row.Read())
        {
            PartialDate value = DateColumns.Read(row.Text(2), row.Text(3), row.GetString(4));
            found.Add(new DateMention(row.Range(0)!.Value, value, row.Text(5), Names.Parse<TimeKind>(row.GetString(6)), row.GetString(7))
            {
                Bound = Names.Parse<DateBound>(row.GetString(8)),
                Rule = new RuleId(row.GetString(9)),
            });
        }

        return found.ToImmutable();
    }

    private ImmutableArray<Diagnostic> Diagnostics(long key)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        using RowCursor row = diagnostics.Query(key);
        while (row.Read())
        {
            DiagnosticId id = Names.Parse<DiagnosticId>(row.GetString(0).Replace("-", "", StringComparison.Ordinal));
            found.Add(new Diagnostic(id, Names.Parse<Severity>(row.GetString(1)), row.Range(3)!.Value, row.GetString(2)));
        }

        return found.ToImmutable();
    }

    private (ImmutableArray<Quote>, ImmutableArray<string>) Quotes(long key)
    {
        var found = ImmutableArray.CreateBuilder<Quote>();
        var words = ImmutableArray.CreateBuilder<string>();
        using RowCursor row = quotes.Query(key);
        while (row.Read())
        {
            words.Add(row.GetString(2));
            found.Add(new Quote
            {
                Id = row.GetString(0),
                Group = row.GetString(1),
                Content = row.Range(3)!.Value,
                Form = Names.Parse<QuoteForm>(row.GetString(5)),
                Speaker = row.Range(6),
                SpeakerEntity = row.Number(8),
                Addressee = row.Number(9) is { } addressee ? new Side(addressee, row.Range(10)!.Value) : null,
                Cue = row.Range(12),
                Attribution = Packed.ReadChain(row.GetString(14)),
                Rule = new RuleId(row.GetString(15)),
            });
        }

        return (found.ToImmutable(), words.ToImmutable());
    }
}
