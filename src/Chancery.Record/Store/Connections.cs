using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Chancery.Record;

/// <summary>How a store is to be opened.</summary>
public enum StoreAccess
{
    /// <summary>It must be there; nothing is changed.</summary>
    Read,

    /// <summary>It must be there.</summary>
    Write,

    /// <summary>It is made when it is not there.</summary>
    Create,
}

/// <summary>Opens the file of a store, with the settings that make a killed writer harmless and two writers wait for each other.</summary>
internal static class Connections
{
    private const int WaitSeconds = 120;

    /// <summary>SQLITE_CONFIG_MEMSTATUS</summary>
    private const int MemoryStatus = 9;

    /// <summary>SQLite would count every byte that it allocates, under a lock; nobody asks for the sum.</summary>
    static Connections()
    {
        Batteries_V2.Init();

        // Where something has opened a database before, it stays as it is.
        _ = raw.sqlite3_config(MemoryStatus, 0);
    }

    /// <exception cref="StoreException">There is no such store, or it cannot be opened.</exception>
    public static SqliteConnection Open(string path, StoreAccess access)
    {
        if (Directory.Exists(path))
            throw new StoreException($"{path}: this is a folder, not a store");
        if (access != StoreAccess.Create && !File.Exists(path))
            throw new StoreException($"{path}: there is no store; 'chancery read INPUT --store {path}' makes one");
        try
        {
            return Opened(path, access);
        }
        catch (SqliteException error) when (access == StoreAccess.Read && IsForbidden(error))
        {
            return OpenedUnchanging(path);
        }
        catch (SqliteException error)
        {
            throw StoreException.Of(path, error);
        }
    }

    private static bool IsForbidden(SqliteException error) =>
        error.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY;

    private static SqliteConnection Opened(string path, StoreAccess access)
    {
        SqliteOpenMode mode = access switch
        {
            StoreAccess.Create => SqliteOpenMode.ReadWriteCreate,
            StoreAccess.Write => SqliteOpenMode.ReadWrite,
            _ => SqliteOpenMode.ReadOnly,
        };
        SqliteConnection connection = Connect(path, mode);
        try
        {
            if (access != StoreAccess.Read)
                connection.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 16384;");
            connection.Run("PRAGMA temp_store = MEMORY;");

            // A writer touches its indexes all over. Readers share the pages that the system keeps of the file, rather than hold copies each.
            connection.Run(access == StoreAccess.Read ? "PRAGMA mmap_size = 8589934592; PRAGMA cache_size = -16384;" : "PRAGMA cache_size = -131072;");
            connection.Ask("SELECT count(*) FROM sqlite_schema");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>On a disk that may not be written to, the write-ahead log cannot be shared; the file is taken as one that nobody changes.</summary>
    private static SqliteConnection OpenedUnchanging(string path)
    {
        try
        {
            return Connect(new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1", SqliteOpenMode.ReadOnly);
        }
        catch (SqliteException error)
        {
            throw StoreException.Of(path, error);
        }
    }

    private static SqliteConnection Connect(string source, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            Pooling = false,
            ForeignKeys = false,
            DefaultTimeout = WaitSeconds,
        }.ConnectionString);
        try
        {
            connection.Open();
            connection.Run($"PRAGMA busy_timeout = {WaitSeconds * 1000}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs statements of the program's own; never text from outside.</summary>
    public static void Run(this SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The callers give constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row.</summary>
    public static long Ask(this SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The callers give constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() is long value ? value : 0;
    }
}
