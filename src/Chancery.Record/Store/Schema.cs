using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>The versions of the store's tables and the way from one to the next.</summary>
internal static class Schema
{
    /// <summary>"Chnc" in ASCII: how a store is told from any other SQLite file.</summary>
    public const long ApplicationId = 0x43686e63;

    /// <summary>The version that this program writes: one for each file in <c>Store/Migrations</c>.</summary>
    public static int Newest { get; } = CountScripts();

    /// <summary>Brings a store to the newest version, all steps or none.</summary>
    /// <exception cref="StoreException">It is of a newer version, or no store.</exception>
    public static void Update(SqliteConnection connection, string path)
    {
        if (VersionOf(connection, path) == Newest)
            return;
        connection.Run("BEGIN IMMEDIATE");
        try
        {
            // Another program may have done it while this one waited.
            for (int version = VersionOf(connection, path); version < Newest; version++)
            {
                connection.Run(Script(version + 1));
                connection.Run($"PRAGMA user_version = {version + 1}");
            }

            connection.Run($"PRAGMA application_id = {ApplicationId}");
            connection.Run("COMMIT");
        }
        catch
        {
            connection.RollBack();
            throw;
        }
    }

    /// <summary>Whether a store that may not be changed can be read as it is.</summary>
    /// <exception cref="StoreException">It cannot.</exception>
    public static void Demand(SqliteConnection connection, string path)
    {
        int version = VersionOf(connection, path);
        if (version < Newest)
            throw new StoreException($"{path}: the store is of version {version}, this program reads version {Newest} and may not update it here; any command that writes, such as 'chancery reread', does it");
    }

    private static int VersionOf(SqliteConnection connection, string path)
    {
        long application = connection.Ask("PRAGMA application_id");
        int version = (int)connection.Ask("PRAGMA user_version");
        if (application != ApplicationId && (application != 0 || version != 0 || connection.Ask("SELECT count(*) FROM sqlite_schema") > 0))
            throw new StoreException($"{path}: this is an SQLite file, but no store of Chancery; it is left as it is");
        if (version > Newest)
            throw new StoreException($"{path}: the store is of version {version}, this program knows versions up to {Newest}; use a newer Chancery");
        return version;
    }

    private static int CountScripts()
    {
        int count = 0;
        while (typeof(Schema).Assembly.GetManifestResourceInfo($"{count + 1}.sql") is not null)
            count++;
        return count;
    }

    /// <summary>The statements that make a version of the one before.</summary>
    internal static string Script(int version)
    {
        using Stream stream = typeof(Schema).Assembly.GetManifestResourceStream($"{version}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static void RollBack(this SqliteConnection connection)
    {
        try
        {
            connection.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }
    }
}
