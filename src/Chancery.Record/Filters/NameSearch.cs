using System.Collections.Immutable;
using Chancery.Model;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>What a name in a filter or on the command line means in this store.</summary>
/// <param name="Countries">Codes of countries; all who belong to them are meant.</param>
/// <param name="Sectors">Sectors; all who belong to them are meant.</param>
/// <param name="Entities">Names as the record writes them.</param>
public sealed record NameMeaning(ImmutableArray<string> Countries, ImmutableArray<string> Sectors, ImmutableArray<string> Entities)
{
    public bool IsNothing => Countries.IsEmpty && Sectors.IsEmpty && Entities.IsEmpty;
}

internal static class NameSearch
{
    private const int MostNames = 200;

    public static NameMeaning Find(SqliteConnection connection, string value)
    {
        string upper = value.ToUpperInvariant();
        if (SectorCodes.TryParse(upper, out _))
            return new NameMeaning([], [upper], []);
        if (CountryCode.TryParse(value, out _))
            return new NameMeaning([value], [], []);
        using var exact = new Statement(connection, """
            SELECT name, kind, nullif(country, '') FROM names WHERE name = ?1 COLLATE NOCASE
            """, 1);
        if (Meaning(exact, value) is { IsNothing: false } found)
            return found;
        if (CountryCode.TryParse(upper, out _) && KnowsCountry(connection, upper))
            return new NameMeaning([upper], [], []);

        // Part of a name, as a surname: whole words of it. The index of words finds the names, whose blanks then say whether words are whole.
        using var part = new Statement(connection, """
            SELECT name, kind, nullif(country, '') FROM names
            WHERE key IN (SELECT rowid FROM name_words WHERE name_words MATCH ?2) AND ' ' || name || ' ' LIKE '% ' || ?1 || ' %' ESCAPE '\' LIMIT 200
            """, 2);
        string pattern = value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
        return Meaning(part, pattern, Phrase(value)) ?? new NameMeaning([], [], []);
    }

    /// <summary>Words beside each other as the search engine reads them: in quotation marks, so that nothing in them is its own syntax.</summary>
    public static string Phrase(string words) => "\"" + words.Storable().Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static NameMeaning? Meaning(Statement statement, params ReadOnlySpan<Cell> values)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        using RowCursor row = statement.Query(values);
        while (row.Read() && names.Count < MostNames)
        {
            // The state stands for all who belong to it.
            if (row.GetString(1) == "state" && row.Text(2) is { } country)
                return new NameMeaning([country], [], []);
            names.Add(row.GetString(0));
        }

        return names.Count > 0 ? new NameMeaning([], [], [.. names]) : null;
    }

    private static bool KnowsCountry(SqliteConnection connection, string code)
    {
        using var statement = new Statement(connection, "SELECT 1 FROM sides WHERE country = ?1 LIMIT 1", 1);
        return statement.Ask(code) is not null;
    }
}
