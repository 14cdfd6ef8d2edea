using System.Collections.Concurrent;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>The record for many visitors: a store is for one thread, so each visit borrows one; changes go through one writer after the other.</summary>
internal sealed class Stores : IDisposable
{
    /// <summary>A page rather says that the store is being written than keeps a visitor waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentBag<RecordStore> idle = [];
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly Lock watching = new();
    private readonly RecordStore watch;

    /// <exception cref="StoreException">It cannot be opened or made.</exception>
    public Stores(string path)
    {
        Path = path;
        using (RecordStore made = RecordStore.Open(path, StoreAccess.Create))
        {
        }

        watch = Open(StoreAccess.Read);
    }

    public string Path { get; }

    /// <summary>Another number after every change, whoever made it.</summary>
    public long Generation
    {
        get
        {
            lock (watching)
                return Sharing.GenerationOf(watch);
        }
    }

    /// <summary>A store to read from until the loan is disposed.</summary>
    public Loan Borrow() => new(this, idle.TryTake(out RecordStore? store) ? store : Open(StoreAccess.Read));

    /// <summary>Runs a change; one at a time.</summary>
    /// <exception cref="StoreException">Another program writes to the store, or it cannot be written to.</exception>
    public T Change<T>(Func<RecordStore, T> change)
    {
        if (!writing.Wait(Patience))
            throw new StoreException($"{Path}: the store is being written; try again in a moment");
        try
        {
            using RecordStore store = Open(StoreAccess.Write);
            return change(store);
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out RecordStore? store))
            store.Dispose();
        watch.Dispose();
        writing.Dispose();
    }

    private RecordStore Open(StoreAccess access)
    {
        RecordStore store = RecordStore.Open(Path, access);
        Sharing.WaitAtMost(store, Patience);
        return store;
    }

    /// <summary>A borrowed store.</summary>
    internal readonly struct Loan(Stores owner, RecordStore store) : IDisposable
    {
        public RecordStore Store => store;

        public void Dispose() => owner.idle.Add(store);
    }
}
