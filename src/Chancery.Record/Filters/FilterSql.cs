using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Chancery.Model;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>A condition in SQL with its parameters. The SQL is made of constants of this program; whatever a user wrote is a parameter.</summary>
internal sealed record Condition(string Sql, ImmutableArray<object> Values);

/// <summary>Turns filters into conditions on events (<c>e</c>), quotes (<c>q</c>) and documents (<c>d</c>).</summary>
internal sealed class FilterSql(SqliteConnection connection)
{
    private readonly List<object> values = [];

    public static Condition OfEvents(Filter filter, SqliteConnection connection) => new FilterSql(connection).Compile(filter, Event);

    public static Condition OfQuotes(Filter filter, SqliteConnection connection) => new FilterSql(connection).Compile(filter, Quote);

    public static Condition OfReports(Filter filter, SqliteConnection connection) => new FilterSql(connection).Compile(filter, Report);

    private Condition Compile(Filter filter, Func<FilterSql, FilterTerm, string, string?> write)
    {
        var sql = new StringBuilder("d.current = 1");
        foreach (FilterTerm term in filter.Terms)
        {
            string[] any = [.. term.Values.Length > 0 && term.Key == FilterKey.Between ? [Between(term)] : term.Values.Select(value => Write(term, value, write))];
            string condition = string.Join(" OR ", any);
            sql.Append(term.IsNot ? " AND NOT coalesce((" : " AND (").Append(condition).Append(term.IsNot ? "), 0)" : ")");
        }

        return new Condition(sql.ToString(), [.. values]);
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
        FilterKey.Rule => $"substr(e.rule, 1, length({sql.Bind(value)})) = ?{sql.values.Count}",
        FilterKey.Since => $"(e.date_end >= {sql.Bind(Iso(Days(value).First))} OR (e.date_end IS NULL AND e.date_start IS NOT NULL))",
        FilterKey.Until => $"(e.day <> '' AND e.day <= {sql.Bind(Iso(Days(value).Last))})",
        FilterKey.Dated => value == "yes" ? "e.date_precision <> 'unknown'" : "e.date_precision = 'unknown'",
        FilterKey.Factuality => $"e.factuality = {sql.Bind(value.ToLowerInvariant())}",
        FilterKey.Historical => $"e.historical = {(value == "yes" ? 1 : 0)}",
        FilterKey.Source => $"EXISTS (SELECT 1 FROM chains c WHERE c.event = e.key AND instr(lower(c.text), {sql.Bind(value.ToLowerInvariant())}) > 0)",
        FilterKey.Place => $"(e.place_name = {sql.Bind(value)} COLLATE NOCASE OR e.place_country = ?{sql.values.Count})",
        FilterKey.Agreement => value == "any" ? "e.agreement_status IS NOT NULL" : $"e.agreement_status = {sql.Bind(Names.Of(Names.Parse<AgreementStatus>(value)))}",
        FilterKey.Confidence => sql.Number("e.confidence", term, value),
        FilterKey.Score => sql.Number("e.score", term, value),
        FilterKey.Goldstein => sql.Number("e.goldstein", term, value),
        FilterKey.Rejected => $"({(value == "yes" ? "" : "NOT ")}EXISTS (SELECT 1 FROM corrections r WHERE r.target = e.id AND r.kind = 'reject' AND r.undone = 0))",
        _ => null,
    };

    private static string? Quote(FilterSql sql, FilterTerm term, string value) => term.Key switch
    {
        FilterKey.Speaker or FilterKey.Actor => sql.Named(value, "q.speaker_country", "q.speaker_name", "q.document", "q.speaker_entity"),
        FilterKey.Recipient => sql.Named(
            value, "(SELECT country FROM entities n WHERE n.document = q.document AND n.position = q.addressee_entity)",
            "(SELECT name FROM entities n WHERE n.document = q.document AND n.position = q.addressee_entity)", "q.document", "q.addressee_entity"),
        FilterKey.Form => $"q.form = {sql.Bind(value.ToLowerInvariant())}",
        FilterKey.Source => $"instr(lower(q.attribution), {sql.Bind(value.ToLowerInvariant())}) > 0",
        FilterKey.Since => $"d.published_end >= {sql.Bind(Iso(Days(value).First))}",
        FilterKey.Until => $"d.published_start <= {sql.Bind(Iso(Days(value).Last))}",
        FilterKey.Text => $"instr(lower(q.words), {sql.Bind(value.ToLowerInvariant())}) > 0",
        FilterKey.Rejected => $"({(value == "yes" ? "" : "NOT ")}EXISTS (SELECT 1 FROM corrections r WHERE r.target = q.id AND r.kind = 'reject' AND r.undone = 0))",
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
        FilterKey.Outlet => $"d.outlet = {Bind(value)} COLLATE NOCASE",
        FilterKey.Language => $"d.language = {Bind(value)} COLLATE NOCASE",
        FilterKey.Published => Published(term.Compare, value),
        FilterKey.Report => ReportNamed(value),
        FilterKey.Text => Search(value),
        _ => null,
    };

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

    private string ReportNamed(string value)
    {
        string name = Bind(value);
        return $"d.id = {name} OR substr(d.id, 1, length({name})) = {name} OR substr(d.id, 8, length({name})) = {name} OR d.key IN (SELECT document FROM addresses WHERE uri = {name})";
    }

    /// <summary>Each word in quotation marks, so that nothing in them is read as the search engine's own syntax.</summary>
    private string Search(string value)
    {
        string[] words = [.. value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace("\"", "\"\"", StringComparison.Ordinal))];
        return $"d.key IN (SELECT rowid FROM texts WHERE texts MATCH {Bind("\"" + string.Join(' ', words) + "\"")})";
    }

    private string Between(FilterTerm term)
    {
        string[] ends = [.. term.Values.Select(value => CountryOf(value) ?? throw new FilterException($"'{value}' is no country of this record", term.Position))];
        string left = Bind(ends[0]);
        string right = Bind(ends[1]);
        return $"e.key IN (SELECT event FROM pairs WHERE source = {left} AND target = {right} UNION SELECT event FROM pairs WHERE source = {right} AND target = {left})";
    }

    private string? CountryOf(string value) => NameSearch.Find(connection, value).Countries.FirstOrDefault();

    private string Sides(string value, string role)
    {
        NameMeaning meaning = NameSearch.Find(connection, value);
        var any = new List<string>();
        foreach (string country in meaning.Countries)
            any.Add($"e.key IN (SELECT s.event FROM sides s WHERE s.country = {Bind(country)} AND {role})");
        if (!meaning.Entities.IsEmpty)
            any.Add($"e.key IN (SELECT s.event FROM sides s WHERE s.name COLLATE NOCASE IN ({string.Join(", ", meaning.Entities.Select(Bind))}) AND {role})");
        foreach (string sector in meaning.Sectors)
        {
            any.Add($"""
                EXISTS (SELECT 1 FROM sides s JOIN entities n ON n.document = e.document AND n.position = s.entity, json_each(n.sectors) x
                  WHERE s.event = e.key AND {role} AND x.value = {Bind(sector)})
                """);
        }

        return any.Count == 0 ? "0" : string.Join(" OR ", any);
    }

    private string Named(string value, string country, string name, string document, string position)
    {
        NameMeaning meaning = NameSearch.Find(connection, value);
        var any = new List<string>();
        foreach (string code in meaning.Countries)
            any.Add($"{country} = {Bind(code)}");
        if (!meaning.Entities.IsEmpty)
            any.Add($"{name} COLLATE NOCASE IN ({string.Join(", ", meaning.Entities.Select(Bind))})");
        foreach (string sector in meaning.Sectors)
            any.Add($"EXISTS (SELECT 1 FROM entities n, json_each(n.sectors) x WHERE n.document = {document} AND n.position = {position} AND x.value = {Bind(sector)})");
        return any.Count == 0 ? "0" : string.Join(" OR ", any);
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

    private string Bind(object value)
    {
        values.Add(value);
        return $"?{values.Count}";
    }

    private static (DateOnly First, DateOnly Last) Days(string value) => FilterKeys.Days(value)!.Value;

    private static string Iso(DateOnly day) => DateColumns.Iso(day)!;
}
