using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>One table <c>events</c> in a new SQLite file, a column for each of CSV's.</summary>
public static class FlatExport
{
    /// <param name="path">Must not be there yet.</param>
    /// <param name="columns">Names that the program itself gives.</param>
    /// <param name="rows">As many values as columns; "" becomes null.</param>
    /// <exception cref="StoreException">The file is there, or cannot be written.</exception>
    public static void Write(string path, ImmutableArray<string> columns, IEnumerable<ImmutableArray<string>> rows)
    {
        if (File.Exists(path))
            throw new StoreException($"{path}: the file is there already; an export makes a new one");
        try
        {
            using SqliteConnection connection = Connections.Open(path, StoreAccess.Create);
            connection.Run("PRAGMA journal_mode = DELETE");
            connection.Run("BEGIN");
            connection.Run($"CREATE TABLE events ({string.Join(", ", columns.Select(name => $"\"{name}\" TEXT"))})");
            using var row = new Statement(connection, $"INSERT INTO events VALUES ({string.Join(", ", columns.Select((_, i) => $"?{i + 1}"))})", columns.Length);
            foreach (ImmutableArray<string> values in rows)
                row.Run([.. values.Select(value => value.Length == 0 ? null : value.Storable())]);
            connection.Run("COMMIT");
        }
        catch (SqliteException error)
        {
            throw StoreException.Of(path, error);
        }
    }
}
