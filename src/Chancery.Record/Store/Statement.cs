using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Chancery.Record;

/// <summary>A prepared statement whose parameters are given by place: <c>?1</c>, <c>?2</c> …</summary>
/// <remarks>What gives no rows runs on the handle itself: a reading is some forty of them, and a command with its reader costs more than the insertion.</remarks>
internal sealed class Statement : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly string sql;
    private readonly int parameters;
    private SqliteCommand? command;
    private sqlite3_stmt? prepared;

    public Statement(SqliteConnection connection, string sql, int parameters)
    {
        this.connection = connection;
        this.sql = sql;
        this.parameters = parameters;
    }

    /// <returns>How many rows it changed.</returns>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Step(values);
        Reset();
        return raw.sqlite3_changes(connection.Handle);
    }

    /// <summary>The first column of the first row; null when there is none.</summary>
    public object? Ask(params ReadOnlySpan<object?> values)
    {
        object? value = Step(values) ? Column(prepared!) : null;
        Reset();
        return value;
    }

    public SqliteDataReader Query(params ReadOnlySpan<object?> values) => Asking(values).ExecuteReader();

    public void Dispose()
    {
        command?.Dispose();
        prepared?.Dispose();
    }

    /// <returns>Whether there is a row.</returns>
    private bool Step(ReadOnlySpan<object?> values)
    {
        sqlite3_stmt statement = prepared ??= Prepare();
        for (int i = 0; i < values.Length; i++)
            Check(Bind(statement, i + 1, values[i]));
        int code = raw.sqlite3_step(statement);
        if (code is raw.SQLITE_DONE or raw.SQLITE_ROW)
            return code == raw.SQLITE_ROW;
        int reset = raw.sqlite3_reset(statement);
        Check(reset == raw.SQLITE_OK ? code : reset);
        return false;
    }

    private void Reset() => Check(raw.sqlite3_reset(prepared!));

    private static object? Column(sqlite3_stmt statement) => raw.sqlite3_column_type(statement, 0) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, 0),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, 0),
        raw.SQLITE_TEXT => raw.sqlite3_column_text(statement, 0).utf8_to_string(),
        _ => null,
    };

    private static int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => raw.sqlite3_bind_text(statement, place, text),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        double number => raw.sqlite3_bind_double(statement, place, number),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => throw new ArgumentException($"a {value.GetType().Name} has no column", nameof(value)),
    };

    private sqlite3_stmt Prepare()
    {
        Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out sqlite3_stmt statement));
        return statement;
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, connection.Handle);
    }

    private SqliteCommand Asking(ReadOnlySpan<object?> values)
    {
        if (command is null)
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // The callers give constants.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (int i = 1; i <= parameters; i++)
                command.Parameters.Add(new SqliteParameter($"?{i}", null));
        }

        for (int i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
