using System.Runtime.InteropServices;
using SQLitePCL;

namespace Chancery.Record;

/// <summary>The rows that a search gives, one after the other; a column is read once at most.</summary>
internal readonly struct RowCursor(Statement statement, nint handle) : IDisposable
{
    /// <summary>Goes to the next row.</summary>
    /// <returns>False when there is none.</returns>
    public bool Read() => statement.Next();

    public bool IsDBNull(int column) => Native.KindOf(handle, column) == raw.SQLITE_NULL;

    public long GetInt64(int column) => Native.NumberOf(handle, column);

    public int GetInt32(int column) => checked((int)Native.NumberOf(handle, column));

    public bool GetBoolean(int column) => Native.NumberOf(handle, column) != 0;

    public double GetDouble(int column) => Native.RealOf(handle, column);

    /// <exception cref="StoreException">There is nothing in the column.</exception>
    public string GetString(int column) => Text(column) ?? throw new StoreException("the store holds nothing where a text should stand");

    /// <summary>Null when there is nothing in the column.</summary>
    public string? Text(int column)
    {
        nint bytes = Native.TextOf(handle, column);
        return bytes == 0 ? null : Marshal.PtrToStringUTF8(bytes, Native.LengthOf(handle, column));
    }

    /// <summary>The bytes of a text in UTF-8, good until the next row; empty when there is nothing.</summary>
    public unsafe ReadOnlySpan<byte> Bytes(int column)
    {
        nint bytes = Native.TextOf(handle, column);
        return bytes == 0 ? [] : new ReadOnlySpan<byte>((void*)bytes, Native.LengthOf(handle, column));
    }

    /// <summary>A text, a number or null.</summary>
    public object? GetValue(int column) => Native.KindOf(handle, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => GetInt64(column),
        raw.SQLITE_FLOAT => GetDouble(column),
        _ => GetString(column),
    };

    /// <summary>Ends the search; the statement can be asked again.</summary>
    public void Dispose() => statement.Reset();
}
