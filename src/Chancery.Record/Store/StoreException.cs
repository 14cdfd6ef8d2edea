using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>The store cannot be opened, read or written; the message says which, why, and what to do, in one line.</summary>
public sealed class StoreException : Exception
{
    public StoreException(string message)
        : base(message)
    {
    }

    public StoreException()
    {
    }

    public StoreException(string message, Exception inner)
        : base(message, inner)
    {
    }

    internal static StoreException Of(string path, SqliteException error) => new($"{path}: {Reason(error)}", error);

    private static string Reason(SqliteException error) => error.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => "another program has been writing to the store for too long; try again when it has finished",
        SQLitePCL.raw.SQLITE_READONLY => "the store or its folder may not be written to",
        SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_AUTH => "the store may not be opened by this user",
        SQLitePCL.raw.SQLITE_FULL => "the disk is full; what was being written is left out, the rest of the store is whole",
        SQLitePCL.raw.SQLITE_IOERR => $"the disk failed or is full ({error.SqliteExtendedErrorCode}); what was being written is left out",
        SQLitePCL.raw.SQLITE_CORRUPT => "the store is damaged; read the reports again into a new one",
        SQLitePCL.raw.SQLITE_NOTADB => "this is no store: not an SQLite file, or a damaged one",
        SQLitePCL.raw.SQLITE_CANTOPEN => "the store cannot be opened: no such file or folder, or no right to it",
        SQLitePCL.raw.SQLITE_TOOBIG => "a text is too large for the store",
        _ => error.Message,
    };
}
