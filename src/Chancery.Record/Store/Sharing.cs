using System.Collections.Immutable;
using System.Globalization;

namespace Chancery.Record;

/// <summary>What a program asks of a store that it keeps open while others write to it.</summary>
public static class Sharing
{
    /// <summary>A number that is another one after every change that another opening of the store has made.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static long GenerationOf(RecordStore store) => store.Guard(() => store.Connection.Ask("PRAGMA data_version"));

    /// <summary>How long to wait while another program writes, before saying so.</summary>
    public static void WaitAtMost(RecordStore store, TimeSpan patience)
    {
        store.Connection.DefaultTimeout = (int)Math.Ceiling(patience.TotalSeconds);
        store.Connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(int)patience.TotalMilliseconds}"));
    }

    /// <summary>The reports that came in last, the newest first.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static ImmutableArray<ReportSummary> NewestReports(RecordStore store, int most) => store.Guard(() =>
    {
        using var statement = new Statement(store.Connection, "SELECT key FROM documents WHERE current = 1 ORDER BY key DESC LIMIT ?1", 1);
        var keys = new List<long>();
        using (RowCursor row = statement.Query(most))
        {
            while (row.Read())
                keys.Add(row.GetInt64(0));
        }

        return ReportQuery.Of(store.Connection, keys).ToImmutableArray();
    });

    /// <summary>What is wrong with a report's copy, without mere notes: so many different messages at most.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static ImmutableArray<string> WarningsOf(RecordStore store, long report, int most) => store.Guard(() =>
    {
        using var statement = new Statement(store.Connection, "SELECT DISTINCT message FROM diagnostics WHERE document = ?1 AND severity <> 'note' ORDER BY position LIMIT ?2", 2);
        using RowCursor row = statement.Query(report, most);
        var messages = ImmutableArray.CreateBuilder<string>();
        while (row.Read())
            messages.Add(row.GetString(0));
        return messages.ToImmutable();
    });
}
