using System.Collections.Immutable;
using Chancery.Model;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>The record: readings of many reports in one SQLite file. For one thread; several programs may share the file.</summary>
/// <remarks>
/// A reading is there whole or not at all: readings go in by the batch, each batch in one transaction of a write-ahead log.
/// No member speaks of SQLite, so that another database can follow behind the same members.
/// </remarks>
public sealed class RecordStore : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly ReadingLoader loader;
    private readonly DocumentRows documents;
    private readonly EventQuery events;
    private ReadingWriter? writer;

    private RecordStore(string path, SqliteConnection connection)
    {
        Path = path;
        this.connection = connection;
        loader = new ReadingLoader(connection);
        documents = new DocumentRows(connection);
        events = new EventQuery(connection);
    }

    public string Path { get; }

    /// <summary>Whether the texts of what is added are kept; without them a report keeps its ranges and the words of its quotes.</summary>
    public bool KeepsTexts { get; init; } = true;

    internal SqliteConnection Connection => connection;

    /// <exception cref="StoreException">It cannot be opened, is of a newer version, or is no store.</exception>
    public static RecordStore Open(string path, StoreAccess access, bool keepsTexts = true)
    {
        SqliteConnection connection = Connections.Open(path, access);
        try
        {
            if (access == StoreAccess.Read)
                Schema.Demand(connection, path);
            else
                Schema.Update(connection, path);
            return new RecordStore(path, connection) { KeepsTexts = keepsTexts };
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw StoreException.Of(path, error);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The document that came from this address with exactly these bytes and was read with this knowledge; null when there is none.</summary>
    public long? Find(string uri, Fingerprint fingerprint, string knowledge) =>
        Guard(() => documents.Find(uri, fingerprint.Given, knowledge, KeepsTexts));

    /// <returns>Null when there is no such document.</returns>
    public StoredReading? Load(long document) => Guard(() => loader.Load(document));

    /// <summary>Adds readings in one transaction. What is there under the same knowledge stays as it is; under another it is replaced.</summary>
    /// <exception cref="StoreException">Nothing of the batch was written.</exception>
    public void Add(IReadOnlyCollection<Arrival> arrivals)
    {
        if (arrivals.Count == 0)
            return;

        Transact(() => AddAll(arrivals));
    }

    /// <summary>The documents that a reading with other knowledge would change and whose text is kept.</summary>
    public ImmutableArray<long> ReadOtherwiseThan(string knowledge) => Guard(() => documents.ReadOtherwiseThan(knowledge));

    /// <summary>Puts a new reading of a stored text in the place of the old one.</summary>
    public void Replace(IReadOnlyCollection<(long Document, Reading Reading)> readings) =>
        Transact(() =>
        {
            writer ??= new ReadingWriter(connection);
            var corrections = CorrectionTargets.Of(connection);
            foreach ((long key, Reading reading) in readings)
            {
                // Another program may have forgotten it meanwhile.
                if (documents.BytesHashOf(key) is not { } bytes)
                    continue;
                writer.Settle();
                documents.Clear(key);
                writer.Write(key, new ReadingRows(reading, bytes, keepsTexts: true));
                documents.Refresh(key);
                if (corrections.Touch(reading))
                    Correct(key);
            }

            writer.Settle();
        });

    /// <summary>Documents whose id, the start of it, or whose address is this.</summary>
    public ImmutableArray<DocumentName> FindReports(string name) => Guard(() => documents.Named(name));

    /// <summary>Removes a document and all that it gave: texts, records, addresses, and corrections of its records.</summary>
    public void Forget(IReadOnlyCollection<long> keys)
    {
        // What is forgotten is overwritten in the file, not merely unlinked.
        Guard(() => connection.Run("PRAGMA secure_delete = ON"));
        Transact(() =>
        {
            foreach (long key in keys)
                documents.Forget(key);
        });
        Guard(() => connection.Run("PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    /// <summary>The events that a filter asks for; what a person has rejected is left out unless the filter asks for it.</summary>
    /// <exception cref="FilterException">A name in it means nothing here, or a key does not apply to events.</exception>
    /// <param name="filter">What is asked for.</param>
    /// <param name="order">In which order.</param>
    /// <param name="limit">At most so many; null for all.</param>
    /// <param name="after">The row before the first one, or null.</param>
    /// <param name="withWords">Whether the words of the evidence are wanted, for which the texts must be read.</param>
    public IEnumerable<EventRow> Events(Filter filter, EventOrder order = EventOrder.Day, int? limit = null, PageMark? after = null, bool withWords = true) =>
        Stream(() => events.Run(Guard(() => new EventPlan(filter.WithoutRejected(), connection, IsPage(limit))), order, limit, after, withWords));

    /// <summary>The events of these rows in their order, whatever was said of them.</summary>
    internal ImmutableArray<EventRow> EventsOf(IEnumerable<long> keys) => Guard(() => events.Of(keys).ToImmutableArray());

    /// <summary>How many events a filter asks for.</summary>
    /// <exception cref="FilterException">A name in it means nothing here, or a key does not apply to events.</exception>
    public long CountEvents(Filter filter) => Guard(() => new EventPlan(filter.WithoutRejected(), connection, isPaged: false).Count());

    /// <summary>The quotations that a filter asks for, by the day of their report.</summary>
    /// <exception cref="FilterException">A key does not apply to quotations.</exception>
    public IEnumerable<QuoteRow> Quotes(Filter filter, int? limit = null, PageMark? after = null) =>
        Stream(() => ReportQuery.Quotes(connection, Guard(() => QuotePlan(filter)), limit, after));

    public long CountQuotes(Filter filter) => Guard(() => QuotePlan(filter).Count());

    /// <summary>The reports that a filter asks for, by day.</summary>
    public IEnumerable<ReportSummary> Reports(Filter filter, int? limit = null, PageMark? after = null) =>
        Stream(() => ReportQuery.Reports(connection, Guard(() => ReportPlan.OfReports(filter, connection, IsPage(limit))), limit, after));

    public long CountReports(Filter filter) => Guard(() => ReportPlan.OfReports(filter, connection, isPaged: false).Count());

    /// <summary>What a name or code means in this record.</summary>
    public NameMeaning MeaningOf(string name) => Guard(() => NameSearch.Find(connection, name));

    /// <summary>The records whose id is this or begins with it: events, quotations, reports.</summary>
    public ImmutableArray<FoundRecord> FindRecords(string id) => Guard(() => RecordSearch.Find(connection, id));

    /// <summary>The event with all tellings of it, whatever reports they stand in; null when it is rejected or of an old version.</summary>
    public Happening? HappeningOf(string eventId)
    {
        ImmutableArray<EventRow> candidates = Guard(() => new Candidates(connection, events).Of(eventId));
        return Happenings.Join(candidates).FirstOrDefault(whole => whole.Tellings.Any(telling => telling.Event.Id == eventId));
    }

    /// <summary>Who takes part in the record: those that a name means, or the ones that most reports name.</summary>
    /// <param name="meaning">Null for all.</param>
    /// <param name="limit">At most so many names; the offices of one are a row each.</param>
    public IEnumerable<ActorRow> Actors(NameMeaning? meaning, int? limit = null) => Stream(() => ActorQuery.Run(connection, meaning, limit));

    /// <summary>All addresses of a document, those where it is the newest version first.</summary>
    public ImmutableArray<string> AddressesOf(long document) => Guard(() => documents.AddressesOf(document));

    /// <summary>What people have said of a record and not undone; of all records when the id is null.</summary>
    public ImmutableArray<Correction> CorrectionsOf(string? id) => Guard(() => CorrectionTable.Of(connection, id));

    /// <summary>What the reading says of an event where a person has set it otherwise: the column and its value.</summary>
    public ImmutableArray<(string Name, string Value)> OriginalsOf(string id) => Guard(() => StandingCorrections.OriginalsOf(connection, id));

    /// <param name="correction">What a person says.</param>
    /// <param name="scheme">The words that a field may be set to; without it fields of the schemes take any word.</param>
    /// <exception cref="CorrectionException">It cannot be made: no such record, field or value.</exception>
    public void Correct(Correction correction, SchemeWords? scheme = null) => Transact(() =>
    {
        Demand(correction, scheme);
        CorrectionTable.Add(connection, correction);
        new StandingCorrections(connection).Follow(correction);
    });

    /// <returns>False when there is no such correction, or it is undone already.</returns>
    public bool UndoCorrection(long number)
    {
        bool undone = false;
        Transact(() =>
        {
            if (CorrectionTable.Numbered(connection, number) is not { } correction)
                return;
            undone = CorrectionTable.Undo(connection, number);
            new StandingCorrections(connection).Follow(correction);
        });
        return undone;
    }

    public void Dispose()
    {
        events.Dispose();
        writer?.Dispose();
        documents.Dispose();
        loader.Dispose();
        connection.Dispose();
    }

    /// <summary>Runs a reading access and turns the database's errors into the store's.</summary>
    internal T Guard<T>(Func<T> access)
    {
        try
        {
            return access();
        }
        catch (SqliteException error)
        {
            throw StoreException.Of(Path, error);
        }
    }

    /// <summary>Up to so many rows are a page; more are gathered.</summary>
    private static bool IsPage(int? limit) => limit is <= 1000;

    private ReportPlan QuotePlan(Filter filter) => ReportPlan.OfQuotes(filter.WithoutRejected(), connection);

    /// <summary>The same for rows that come one by one.</summary>
    private IEnumerable<T> Stream<T>(Func<IEnumerable<T>> access)
    {
        using IEnumerator<T> rows = access().GetEnumerator();
        while (Guard(rows.MoveNext))
            yield return rows.Current;
    }

    internal void Transact(Action work)
    {
        Guard(() =>
        {
            connection.Run("BEGIN IMMEDIATE");
            try
            {
                work();
                connection.Run("COMMIT");
            }
            catch
            {
                connection.RollBack();

                // It may have gathered sums of what has come to nothing.
                writer?.Dispose();
                writer = null;
                throw;
            }
        });
    }

    private void Guard(Action access) =>
        Guard(() =>
        {
            access();
            return true;
        });

    private void AddAll(IReadOnlyCollection<Arrival> arrivals)
    {
        writer ??= new ReadingWriter(connection);
        var corrections = CorrectionTargets.Of(connection);


        // Rows are made on all cores while this thread writes.
        bool keepsTexts = KeepsTexts;
        ParallelQuery<(Arrival, ReadingRows)> rows = arrivals.AsParallel().AsOrdered().Select(arrival => (arrival, new ReadingRows(arrival.Reading, arrival.Fingerprint.Bytes, keepsTexts)));
        foreach (((Reading reading, Fingerprint fingerprint), ReadingRows ofReading) in rows)
        {
            (long Key, bool IsSame)? found = documents.FindCopy(reading.Document.Id.Storable(), fingerprint.Bytes, reading.Knowledge, KeepsTexts);
            long key = found?.Key ?? documents.NextKey();
            bool isSame = found is { IsSame: true };
            if (!isSame)
            {
                if (found is not null)
                {
                    writer.Settle();
                    documents.Clear(key);
                }

                writer.Write(key, ofReading);
                if (corrections.Touch(reading))
                    Correct(key);
            }

            documents.PlaceAt(reading.Document.Uri.Storable(), key, fingerprint.Given, !isSame);
        }

        writer.Settle();
    }

    /// <summary>Lays the standing corrections over a reading that was written just now.</summary>
    private void Correct(long document)
    {
        writer!.Settle();
        new StandingCorrections(connection).Apply(document);
    }

    private void Demand(Correction correction, SchemeWords? scheme)
    {
        switch (correction.Kind)
        {
            case CorrectionKind.Edit:
                DemandEdit(correction, scheme);
                break;
            case CorrectionKind.Merge or CorrectionKind.Split:
                string value = correction.Value?.Trim() ?? "";
                if (value.Length == 0 || string.Equals(value, correction.Target, StringComparison.Ordinal))
                    throw new CorrectionException("a merge or split needs another name");
                using (var names = new Statement(connection, "SELECT 1 FROM names WHERE name = ?1", 1))
                {
                    if (names.Ask(correction.Target) is null)
                        throw new CorrectionException($"nobody in the record is called '{correction.Target}', letter for letter");
                }

                if (correction.Kind == CorrectionKind.Split && (correction.Field is null || documents.Named(correction.Field).All(found => found.Id != correction.Field)))
                    throw new CorrectionException($"there is no report '{correction.Field}'");
                break;
        }
    }

    private void DemandEdit(Correction correction, SchemeWords? scheme)
    {
        string field = correction.Field ?? "";
        string value = correction.Value ?? throw new CorrectionException("an edit needs a value");
        EventFields.ColumnsOf(field, value);
        FoundRecord[] found = [.. RecordSearch.Find(connection, correction.Target).Where(record => record.Kind == RecordKind.Event && record.Id == correction.Target)];
        if (found.Length == 0)
            throw new CorrectionException($"there is no event '{correction.Target}'");
        scheme?.Demand(field, value, TypeOf(correction.Target));
        if (EventFields.IsSide(field) && found.All(record => new StandingCorrections(connection).SidesNamed(record.Document, value) is null))
            throw new CorrectionException($"'{value}': the report names nobody so; 'chancery show' of the report or '{field} = none' may help");
    }

    private EventType? TypeOf(string eventId)
    {
        using var type = new Statement(connection, "SELECT type FROM events WHERE id = ?1", 1);
        return type.Ask(eventId) is string name ? Names.Parse<EventType>(name) : null;
    }
}
