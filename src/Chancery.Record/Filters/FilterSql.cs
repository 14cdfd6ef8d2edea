using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Chancery.Model;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>Turns filters into conditions on events (<c>e</c>), quotes (<c>q</c>) and documents (<c>d</c>).</summary>
/// <remarks>The SQL is made of constants of this program; whatever a user wrote is a parameter.</remarks>
/// <param name="connection">Where names are looked up.</param>
/// <param name="document">The column that names the report of a row.</param>
internal sealed class FilterSql(SqliteConnection connection, string document)
{
    /// <summary>A word of so many reports, or of one in so many, is asked of each report rather than gathered; a phrase costs too much for that.</summary>
    private const int CommonReports = 5000;
    private const int CommonShare = 12;

    private readonly List<object> values = [];

    public ImmutableArray<object> Values => [.. values];

    /// <summary>The condition on <c>q</c> and <c>d</c>.</summary>
    public string OfQuotes(Filter filter) => Compile(filter, Quote);

    /// <summary>The condition on <c>d</c> alone.</summary>
    public string OfReports(Filter filter) => Compile(filter, Report);

    /// <summary>Whether a page is read, and not all rows: then a common word is looked for in each report that is passed.</summary>
    public bool IsPaged { get; init; }

    /// <summary>The condition on <c>e</c> alone; more parameters may be bound after it.</summary>
    public string OfEvents(Filter filter) => Compile(filter, Event);

    /// <summary>Gives a statement all that was bound so far.</summary>
    public void Give(SqliteCommand command)
    {
        for (int i = 0; i < values.Count; i++)
            command.Parameters.Add(new SqliteParameter($"@p{i + 1}", values[i]));
    }

    public string Bind(object value)
    {
        values.Add(value);
        return $"@p{values.Count}";
    }

    /// <summary>The reports in which a value of <c>text:</c> stands: each word in quotation marks, so that nothing in them is read as the search engine's own syntax.</summary>
    public string Matching(string value) => Matching("texts", value);

    /// <summary>The quotations in whose words a value of <c>text:</c> stands.</summary>
    public string Quoting(string value) => Matching("quote_words", value);

    private string Matching(string table, string value)
    {
        string[] words = [.. value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace("\"", "\"\"", StringComparison.Ordinal))];
        return $"SELECT rowid FROM {table} WHERE {table} MATCH {Bind("\"" + string.Join(' ', words) + "\"")}";
    }

    /// <summary>The reports that a value of <c>report:</c> names: id, the start of one with or without its scheme, or address.</summary>
    public string Named(string value)
    {
        string name = Bind(value);
        return $"""
            SELECT key FROM documents WHERE id >= {name} AND id < {name} || char(1114111)
            UNION SELECT key FROM documents WHERE id >= 'sha256:' || {name} AND id < 'sha256:' || {name} || char(1114111)
            UNION SELECT document FROM addresses WHERE uri = {name}
            """;
    }

    /// <exception cref="FilterException">There is no such country in the record.</exception>
    public ImmutableArray<string> EndsOf(FilterTerm term) =>
        [.. term.Values.Select(value => NameSearch.Find(connection, value).Countries.FirstOrDefault() ?? throw new FilterException($"'{value}' is no country of this record", term.Position))];

    private string Compile(Filter filter, Func<FilterSql, FilterTerm, string, string?> write)
    {
        var sql = new StringBuilder(Current());
        foreach (FilterTerm term in filter.Terms)
        {
            string[] any = [.. term.Values.Length > 0 && term.Key == FilterKey.Between ? [Between(term)] : term.Values.Select(value => Write(term, value, write))];
            string condition = string.Join(" OR ", any);
            sql.Append(term.IsNot ? " AND NOT coalesce((" : " AND (").Append(condition).Append(term.IsNot ? "), 0)" : ")");
        }

        return sql.ToString();
    }

    private string Write(FilterTerm term, string value, Func<FilterSql, FilterTerm, string, string?> write) =>
        write(this, term, value)
            ?? Shared(term, value)
            ?? throw new FilterException($"{FilterKeys.NameOf(term.Key)}: does not apply here", term.Position);

    private static string? Event(FilterSql sql, FilterTerm term, string value) => term.Key switch
    {
        FilterKey.Actor => sql.Sides(value, "s.role = 'actor'"),
        FilterKey.Recipient => sql.Sides(value, "s.role = 'recipient'"),
        FilterKey.Side => sql.Sides(value, "s.role <> 'except'"),
        FilterKey.Sector => sql.Sides(value, "s.role <> 'except'"),
        FilterKey.Type => value == "none" ? "e.type IS NULL" : $"e.type = {sql.Bind(value.ToUpperInvariant())}",
        FilterKey.Mode => $"EXISTS (SELECT 1 FROM json_each(e.modes) m WHERE m.value = {sql.Bind(value)})",
        FilterKey.Context => $"EXISTS (SELECT 1 FROM json_each(e.contexts) m WHERE m.value = {sql.Bind(value)})",
        FilterKey.Field => $"EXISTS (SELECT 1 FROM json_each(e.agreement_fields) m WHERE m.value = {sql.Bind(value)})",
        FilterKey.Cameo => $"e.cameo LIKE {sql.Bind(value)} || '%'",
        FilterKey.Quad => $"e.quad = {sql.Bind(long.Parse(value, CultureInfo.InvariantCulture))}",
        FilterKey.Rule => $"substr(e.rule, 1, length({sql.Bind(value)})) = @p{sql.values.Count}",
        FilterKey.Since => $"(e.date_end >= {sql.Bind(Iso(Days(value).First))} OR (e.date_end IS NULL AND e.date_start IS NOT NULL))",
        FilterKey.Until => $"(e.day <> '' AND e.day <= {sql.Bind(Iso(Days(value).Last))})",
        FilterKey.Dated => value == "yes" ? "e.date_precision <> 'unknown'" : "e.date_precision = 'unknown'",
        FilterKey.Factuality => $"e.factuality = {sql.Bind(value.ToLowerInvariant())}",
        FilterKey.Historical => $"e.historical = {(value == "yes" ? 1 : 0)}",
        FilterKey.Source => $"EXISTS (SELECT 1 FROM chains c WHERE c.event = e.key AND instr(lower(c.text), {sql.Bind(value.ToLowerInvariant())}) > 0)",
        FilterKey.Place => $"(e.place_name = {sql.Bind(value)} COLLATE NOCASE OR e.place_country = @p{sql.values.Count})",
        FilterKey.Agreement => value == "any" ? "e.agreement_status IS NOT NULL" : $"e.agreement_status = {sql.Bind(Names.Of(Names.Parse<AgreementStatus>(value)))}",
        FilterKey.Confidence => sql.Number("e.confidence", term, value),
        FilterKey.Score => sql.Number("e.score", term, value),
        FilterKey.Goldstein => sql.Number("e.goldstein", term, value),
        FilterKey.Rejected => sql.Rejected(value, "e.id"),
        FilterKey.About => $"({sql.Meant(value, "n.document = e.document AND n.position = e.about_entity")} OR instr(lower(e.about_text), {sql.Bind(value.ToLowerInvariant())}) > 0)",
        _ => null,
    };

    private static string? Quote(FilterSql sql, FilterTerm term, string value) => term.Key switch
    {
        FilterKey.Speaker or FilterKey.Actor => sql.Speaking(value, "q.speaker_country", "q.speaker_name", "q.document", "q.speaker_entity"),
        FilterKey.Recipient => sql.Speaking(
            value, "(SELECT country FROM entities n WHERE n.document = q.document AND n.position = q.addressee_entity)",
            "(SELECT name FROM entities n WHERE n.document = q.document AND n.position = q.addressee_entity)", "q.document", "q.addressee_entity"),
        FilterKey.About => sql.Meant(value, """
            n.document = q.document AND EXISTS (
              SELECT 1 FROM json_each(n.mentions) m WHERE m.value ->> 0 >= q.content_start AND m.value ->> 1 <= q.content_end)
            """),
        FilterKey.Form => $"q.form = {sql.Bind(value.ToLowerInvariant())}",
        FilterKey.Source => $"instr(lower(q.attribution), {sql.Bind(value.ToLowerInvariant())}) > 0",
        FilterKey.Since => $"d.published_end >= {sql.Bind(Iso(Days(value).First))}",
        FilterKey.Until => $"d.published_start <= {sql.Bind(Iso(Days(value).Last))}",
        FilterKey.Text => sql.IsPaged ? $"EXISTS ({sql.Quoting(value)} AND rowid = q.key)" : $"q.key IN ({sql.Quoting(value)})",
        FilterKey.Rejected => sql.Rejected(value, "q.id"),
        _ => null,
    };

    private static string? Report(FilterSql sql, FilterTerm term, string value) => term.Key switch
    {
        FilterKey.Since => $"d.published_end >= {sql.Bind(Iso(Days(value).First))}",
        FilterKey.Until => $"d.published_start <= {sql.Bind(Iso(Days(value).Last))}",
        FilterKey.Dated => value == "yes" ? "d.published_precision IS NOT NULL" : "d.published_precision IS NULL",
        FilterKey.Rejected => "1",
        FilterKey.Outlet or FilterKey.Published or FilterKey.Language or FilterKey.Report or FilterKey.Text => null,
        _ => $"EXISTS (SELECT 1 FROM events e WHERE e.document = d.key AND ({sql.Write(term, value, Event)}))",
    };

    private string? Shared(FilterTerm term, string value) => term.Key switch
    {
        FilterKey.Outlet => OfDocument($"d.outlet = {Bind(value)} COLLATE NOCASE"),
        FilterKey.Language => OfDocument($"d.language = {Bind(value)} COLLATE NOCASE"),
        FilterKey.Published => OfDocument(Published(term.Compare, value)),
        FilterKey.Report => $"{document} IN ({Named(value)})",
        FilterKey.Text => IsPaged && !value.Contains(' ', StringComparison.Ordinal) && IsCommon(value) ? $"EXISTS ({Matching(value)} AND rowid = {document})" : $"{document} IN ({Matching(value)})",
        _ => null,
    };

    /// <summary>Few reports are superseded, in most records none; then no row is asked.</summary>
    private string Current() =>
        connection.Ask("SELECT EXISTS (SELECT 1 FROM documents WHERE current = 0)") == 0 ? "1" : document + " NOT IN (SELECT key FROM documents WHERE current = 0)";

    private bool IsCommon(string value)
    {
        long least = Math.Max(CommonReports, connection.Ask("SELECT max(key) FROM documents") / CommonShare);
        var sql = new FilterSql(connection, document);
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of constants.
        command.CommandText = $"SELECT count(*) FROM ({sql.Matching(value)} LIMIT {least})";
#pragma warning restore CA2100
        command.Parameters.Add(new SqliteParameter("@p1", sql.Values[0]));
        return (long)command.ExecuteScalar()! >= least;
    }

    private string OfDocument(string condition) =>
        document == "d.key" ? condition : $"EXISTS (SELECT 1 FROM documents d WHERE d.key = {document} AND {condition})";

    private string Published(Comparison compare, string value)
    {
        (DateOnly first, DateOnly last) = Days(value);
        return compare switch
        {
            Comparison.Less => $"d.published_end < {Bind(Iso(first))}",
            Comparison.AtMost => $"d.published_end <= {Bind(Iso(last))}",
            Comparison.More => $"d.published_start > {Bind(Iso(last))}",
            Comparison.AtLeast => $"d.published_start >= {Bind(Iso(first))}",
            _ => $"d.published_start >= {Bind(Iso(first))} AND d.published_end <= {Bind(Iso(last))}",
        };
    }

    private string Between(FilterTerm term)
    {
        string[] ends = [.. EndsOf(term).Select(Bind)];
        return $"""
            EXISTS (SELECT 1 FROM pairs p WHERE p.source = {ends[0]} AND p.target = {ends[1]} AND p.day = e.day AND p.event = e.key
              UNION ALL SELECT 1 FROM pairs p WHERE p.source = {ends[1]} AND p.target = {ends[0]} AND p.day = e.day AND p.event = e.key)
            """;
    }

    /// <remarks>The plus keeps the database from going through all sides of a country where it is to look at those of one event.</remarks>
    private string Sides(string value, string role)
    {
        NameMeaning meaning = NameSearch.Find(connection, value);
        var any = new List<string>();
        foreach (string country in meaning.Countries)
            any.Add($"EXISTS (SELECT 1 FROM sides s WHERE s.event = e.key AND +s.country = {Bind(country)} AND {role})");
        if (!meaning.Entities.IsEmpty)
            any.Add($"EXISTS (SELECT 1 FROM sides s WHERE s.event = e.key AND +s.name COLLATE NOCASE IN ({string.Join(", ", meaning.Entities.Select(Bind))}) AND {role})");
        foreach (string sector in meaning.Sectors)
        {
            any.Add($"""
                EXISTS (SELECT 1 FROM sides s JOIN entities n ON n.document = e.document AND n.position = s.entity, json_each(n.sectors) x
                  WHERE s.event = e.key AND {role} AND x.value = {Bind(sector)})
                """);
        }

        return any.Count == 0 ? "0" : string.Join(" OR ", any);
    }

    private string Speaking(string value, string country, string name, string document, string position)
    {
        NameMeaning meaning = NameSearch.Find(connection, value);
        var any = new List<string>();
        foreach (string code in meaning.Countries)
            any.Add($"{country} = {Bind(code)}");
        if (!meaning.Entities.IsEmpty)
            any.Add($"{name} COLLATE NOCASE IN ({string.Join(", ", meaning.Entities.Select(Bind))})");
        foreach (string sector in meaning.Sectors)
            any.Add($"EXISTS (SELECT 1 FROM entities o, json_each(o.sectors) x WHERE o.document = {document} AND o.position = {position} AND x.value = {Bind(sector)})");
        return any.Count == 0 ? "0" : string.Join(" OR ", any);
    }

    /// <summary>Whether an entity of the report, told apart by a condition on <c>n</c>, is one that a name means.</summary>
    private string Meant(string value, string which)
    {
        string named = Speaking(value, "n.country", "n.name", "n.document", "n.position");
        return $"EXISTS (SELECT 1 FROM entities n WHERE {which} AND ({named}))";
    }

    private string Number(string column, FilterTerm term, string value)
    {
        string sign = term.Compare switch
        {
            Comparison.Less => "<",
            Comparison.AtMost => "<=",
            Comparison.More => ">",
            Comparison.AtLeast => ">=",
            _ => "=",
        };
        return $"{column} {sign} {Bind(double.Parse(value, CultureInfo.InvariantCulture))}";
    }

    /// <summary>In most records nothing is rejected; then no row is asked.</summary>
    private string Rejected(string value, string id)
    {
        bool any = connection.Ask("SELECT EXISTS (SELECT 1 FROM corrections WHERE kind = 'reject' AND undone = 0)") != 0;
        if (!any)
            return value == "yes" ? "0" : "1";
        return $"{id} {(value == "yes" ? "" : "NOT ")}IN (SELECT target FROM corrections WHERE kind = 'reject' AND undone = 0)";
    }

    private static (DateOnly First, DateOnly Last) Days(string value) => FilterKeys.Days(value)!.Value;

    private static string Iso(DateOnly day) => DateColumns.Iso(day)!;
}
