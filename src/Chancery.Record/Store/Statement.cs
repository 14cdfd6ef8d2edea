using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Chancery.Record;

/// <summary>A prepared statement whose parameters are given by place: <c>?1</c>, <c>?2</c> …</summary>
/// <remarks>It runs on the handle itself: a reading is some forty of them, a page some hundreds of rows, and commands with their readers cost more than the database.</remarks>
internal sealed class Statement : IDisposable
{
    private const int MostOnStack = 600;
    private readonly SqliteConnection connection;
    private readonly string sql;
    private readonly int parameters;
    private sqlite3_stmt? prepared;
    private nint handle;
    private Cell[] bound = [];

    public Statement(SqliteConnection connection, string sql, int parameters)
    {
        this.connection = connection;
        this.sql = sql;
        this.parameters = parameters;
    }

    /// <returns>How many rows it changed.</returns>
    public int Run(params ReadOnlySpan<Cell> values) => Run(default, values);

    /// <param name="keys">What the keys of a reading's own rows are counted from.</param>
    /// <param name="values">The values.</param>
    public int Run(in RowKeys keys, ReadOnlySpan<Cell> values)
    {
        Step(keys, values);
        Reset();
        return raw.sqlite3_changes(connection.Handle);
    }

    /// <summary>The first column of the first row; null when there is none.</summary>
    public object? Ask(params ReadOnlySpan<Cell> values)
    {
        object? value = Step(default, values) ? Column(prepared!) : null;
        Reset();
        return value;
    }

    /// <summary>The first row, of numbers alone.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryAsk(Span<long> row, params ReadOnlySpan<Cell> values)
    {
        bool found = Step(default, values);
        for (int i = 0; found && i < row.Length; i++)
            row[i] = raw.sqlite3_column_int64(prepared, i);
        Reset();
        return found;
    }

    /// <summary>The rows, from before the first; one search at a time.</summary>
    public RowCursor Query(params ReadOnlySpan<Cell> values)
    {
        Give(default, values);
        return new RowCursor(this, handle);
    }

    /// <summary>Goes to the next row of the search.</summary>
    /// <returns>False when there is none.</returns>
    public bool Next()
    {
        int code = Native.Step(handle);
        if (code is raw.SQLITE_DONE or raw.SQLITE_ROW)
            return code == raw.SQLITE_ROW;
        int reset = Native.Reset(handle);
        Check(reset == raw.SQLITE_OK ? code : reset);
        return false;
    }

    /// <summary>Ends a search.</summary>
    public void Reset() => Check(Native.Reset(handle));

    public void Dispose() => prepared?.Dispose();

    /// <returns>Whether there is a row.</returns>
    private bool Step(in RowKeys keys, ReadOnlySpan<Cell> values)
    {
        Give(keys, values);
        return Next();
    }

    private void Give(in RowKeys keys, ReadOnlySpan<Cell> values)
    {
        prepared ??= Prepare();

        // A statement that is put together may leave out what it does not ask for.
        for (int i = 0; i < Math.Min(values.Length, bound.Length); i++)
        {
            // What stands in a parameter stays there from one row to the next.
            Cell value = values[i].In(keys);
            if (value.IsSameAs(in bound[i]))
                continue;
            Check(Bind(i + 1, in value));
            bound[i] = value;
        }
    }

    private int Bind(int place, in Cell value) => value.Kind switch
    {
        CellKind.Text => BindText(place, value.Text!),
        CellKind.Number => Native.BindNumber(handle, place, value.Number),
        CellKind.Real => Native.BindReal(handle, place, value.Real),
        _ => Native.BindNothing(handle, place),
    };

    [SkipLocalsInit]
    private int BindText(int place, string text)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[]? rented = most > MostOnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        Span<byte> bytes = rented ?? stackalloc byte[MostOnStack];
        int code = Native.BindText(handle, place, bytes, Encoding.UTF8.GetBytes(text, bytes));
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return code;
    }

    private static object? Column(sqlite3_stmt statement) => raw.sqlite3_column_type(statement, 0) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, 0),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, 0),
        raw.SQLITE_TEXT => raw.sqlite3_column_text(statement, 0).utf8_to_string(),
        _ => null,
    };

    private sqlite3_stmt Prepare()
    {
        Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out sqlite3_stmt statement));
        bound = new Cell[Math.Min(parameters, raw.sqlite3_bind_parameter_count(statement))];
        handle = statement.DangerousGetHandle();
        return statement;
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, connection.Handle);
    }
}
