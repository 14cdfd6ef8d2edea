using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

public enum CorrectionKind : byte
{
    Confirm,
    Reject,
    Edit,
}

/// <summary>What a person said of a record. It is kept beside the record, never in its place, and can be undone by its number.</summary>
/// <param name="Number">Names it.</param>
/// <param name="Kind">What is said.</param>
/// <param name="Target">The id of the record.</param>
/// <param name="Field">What is edited, or null.</param>
/// <param name="Value">What it ought to be, or null.</param>
/// <param name="Note">Why, or null.</param>
/// <param name="Made">When, ISO 8601.</param>
public sealed record Correction(long Number, CorrectionKind Kind, string Target, string? Field, string? Value, string? Note, string Made)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Number}: {Names.Of(Kind)}{(Field is null ? "" : $" {Field} = {Value}")}{(Note is null ? "" : $" ({Note})")}, {Made}");
}

internal static class CorrectionTable
{
    public static ImmutableArray<Correction> Of(SqliteConnection connection, string? target)
    {
        using var rows = new Statement(connection, """
            SELECT number, kind, target, field, value, note, made FROM corrections
            WHERE undone = 0 AND kind IN ('confirm', 'reject', 'edit') AND (?1 IS NULL OR target = ?1) ORDER BY number
            """, 1);
        var found = ImmutableArray.CreateBuilder<Correction>();
        using SqliteDataReader row = rows.Query(target);
        while (row.Read())
        {
            found.Add(new Correction(
                row.GetInt64(0), Names.Parse<CorrectionKind>(row.GetString(1)), row.GetString(2), row.Text(3), row.Text(4), row.Text(5), row.GetString(6)));
        }

        return found.ToImmutable();
    }

    public static void Add(SqliteConnection connection, Correction correction)
    {
        using var row = new Statement(connection, "INSERT INTO corrections (kind, target, field, value, note, made) VALUES (?1, ?2, ?3, ?4, ?5, ?6)", 6);
        row.Run(Names.Of(correction.Kind), correction.Target, correction.Field, correction.Value, correction.Note, correction.Made);
    }

    public static bool Undo(SqliteConnection connection, long number)
    {
        using var row = new Statement(connection, "UPDATE corrections SET undone = 1 WHERE number = ?1 AND undone = 0", 1);
        return row.Run(number) > 0;
    }
}
