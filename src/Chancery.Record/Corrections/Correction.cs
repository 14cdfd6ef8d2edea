using System.Collections.Immutable;
using System.Globalization;
using Chancery.Model;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

public enum CorrectionKind : byte
{
    Confirm,
    Reject,

    /// <summary>A field of an event ought to be otherwise.</summary>
    Edit,

    /// <summary>Two names are of one person or body.</summary>
    Merge,

    /// <summary>The one that a report means is another than the record's other reports mean by the name.</summary>
    Split,
}

/// <summary>What a person said of a record. It is kept beside the record, outlives a new reading, and can be undone by its number.</summary>
/// <param name="Number">Names it.</param>
/// <param name="Kind">What is said.</param>
/// <param name="Target">The id of the record; for a merge or split the name as the record has it.</param>
/// <param name="Field">For an edit what is edited, for a split the id of the report; else null.</param>
/// <param name="Value">For an edit what it ought to be, for a merge or split the name that it ought to have; else null.</param>
/// <param name="Note">Why, or null.</param>
/// <param name="Made">When, ISO 8601.</param>
public sealed record Correction(long Number, CorrectionKind Kind, string Target, string? Field, string? Value, string? Note, string Made)
{
    /// <summary>Who made it, as they call themselves; null when they did not say.</summary>
    public string? By { get; init; }

    public override string ToString()
    {
        string what = Kind switch
        {
            CorrectionKind.Edit => $"edit {Field} = {Value}",
            CorrectionKind.Merge => $"merge into {Value}",
            CorrectionKind.Split => $"split off as {Value} in {Field}",
            _ => Names.Of(Kind),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Number}: {what}{(Note is null ? "" : $" ({Note})")}, {Made}{(By is null ? "" : $" by {By}")}");
    }
}

/// <summary>A correction that cannot be made; the message says why.</summary>
public sealed class CorrectionException : Exception
{
    public CorrectionException(string message)
        : base(message)
    {
    }

    public CorrectionException()
    {
    }

    public CorrectionException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

internal static class CorrectionTable
{
    private const string Columns = "SELECT number, kind, target, field, value, note, made, made_by FROM corrections WHERE undone = 0";

    public static ImmutableArray<Correction> Of(SqliteConnection connection, string? target)
    {
        using var rows = new Statement(connection, $"{Columns} AND (?1 IS NULL OR target = ?1) ORDER BY number", 1);
        return Read(rows.Query(target));
    }

    /// <summary>Merges and splits, in the order in which they were made.</summary>
    public static ImmutableArray<Correction> OfEntities(SqliteConnection connection)
    {
        using var rows = new Statement(connection, $"{Columns} AND kind IN ('merge', 'split') ORDER BY number", 0);
        return Read(rows.Query());
    }

    /// <summary>Edits of the events of a document, in the order in which they were made.</summary>
    public static ImmutableArray<Correction> EditsOf(SqliteConnection connection, long document)
    {
        using var rows = new Statement(connection, $"{Columns} AND kind = 'edit' AND target IN (SELECT id FROM events WHERE document = ?1) ORDER BY number", 1);
        return Read(rows.Query(document));
    }

    public static Correction? Numbered(SqliteConnection connection, long number)
    {
        using var rows = new Statement(connection, $"{Columns} AND number = ?1", 1);
        return Read(rows.Query(number)).FirstOrDefault();
    }

    public static void Add(SqliteConnection connection, Correction correction)
    {
        using var row = new Statement(connection, "INSERT INTO corrections (kind, target, field, value, note, made, made_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", 7);
        row.Run(Names.Of(correction.Kind), correction.Target.Storable(), correction.Field?.Storable(), correction.Value?.Storable(), correction.Note?.Storable(), correction.Made, correction.By?.Storable());
    }

    public static bool Undo(SqliteConnection connection, long number)
    {
        using var row = new Statement(connection, "UPDATE corrections SET undone = 1 WHERE number = ?1 AND undone = 0", 1);
        return row.Run(number) > 0;
    }

    private static ImmutableArray<Correction> Read(RowCursor row)
    {
        using (row)
        {
            var found = ImmutableArray.CreateBuilder<Correction>();
            while (row.Read())
            {
                found.Add(new Correction(
                    row.GetInt64(0), Names.Parse<CorrectionKind>(row.GetString(1)), row.GetString(2), row.Text(3), row.Text(4), row.Text(5), row.GetString(6)) { By = row.Text(7) });
            }

            return found.ToImmutable();
        }
    }
}

/// <summary>Which events and names the corrections speak of that change what readings say; most readings have none of them.</summary>
internal sealed class CorrectionTargets
{
    private readonly HashSet<string> events = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public static CorrectionTargets Of(SqliteConnection connection)
    {
        var targets = new CorrectionTargets();
        using var rows = new Statement(connection, "SELECT kind = 'edit', target FROM corrections WHERE undone = 0 AND kind IN ('edit', 'merge', 'split')", 0);
        using RowCursor row = rows.Query();
        while (row.Read())
            (row.GetBoolean(0) ? targets.events : targets.names).Add(row.GetString(1));
        return targets;
    }

    /// <summary>Whether one of them may change this reading.</summary>
    public bool Touch(Reading reading) =>
        (events.Count > 0 && reading.Events.Any(item => events.Contains(item.Id)))
        || (names.Count > 0 && reading.Entities.Any(entity => names.Contains(entity.Name.Storable())));
}
