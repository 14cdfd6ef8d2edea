using System.Runtime.InteropServices;

namespace Chancery.Record;

/// <summary>What is called for every column and row, without the wrappers that cost as much as the calls.</summary>
internal static partial class Native
{
    private const string Library = "e_sqlite3";

    /// <summary>SQLite copies the bytes before it returns.</summary>
    private const nint Transient = -1;

    public static int BindText(nint statement, int place, ReadOnlySpan<byte> bytes, int length) => BindText(statement, place, in MemoryMarshal.GetReference(bytes), length, Transient);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition]
    public static partial int BindNumber(nint statement, int place, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_double"), SuppressGCTransition]
    public static partial int BindReal(nint statement, int place, double value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null"), SuppressGCTransition]
    public static partial int BindNothing(nint statement, int place);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    public static partial int Reset(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type"), SuppressGCTransition]
    public static partial int KindOf(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition]
    public static partial long NumberOf(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_double"), SuppressGCTransition]
    public static partial double RealOf(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_text"), SuppressGCTransition]
    public static partial nint TextOf(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes"), SuppressGCTransition]
    public static partial int LengthOf(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text")]
    private static partial int BindText(nint statement, int place, in byte bytes, int length, nint whenDone);
}
