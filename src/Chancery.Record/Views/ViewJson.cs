namespace Chancery.Record;

/// <summary>Rows of views as JSON objects.</summary>
public static class ViewJson
{
    public static ReadOnlyMemory<byte> Of(SeriesRow row) => RowJson.Write(json =>
    {
        json.WriteString("period", row.Period);
        for (int quad = 0; quad < row.Quads.Length; quad++)
            json.WriteNumber($"quad{quad + 1}", row.Quads[quad]);
        json.WriteNumber("scoreSum", Math.Round(row.ScoreSum, 3));
        WriteNumber(json, "scoreMean", row.ScoreMean);
        json.WriteNumber("goldsteinSum", Math.Round(row.GoldsteinSum, 3));
        WriteNumber(json, "goldsteinMean", row.GoldsteinMean);
        json.WriteNumber("planned", row.Planned);
        json.WriteNumber("denied", row.Denied);
        json.WriteNumber("reports", row.Reports);
    });

    public static ReadOnlyMemory<byte> Of(StanceRow row) => RowJson.Write(json =>
    {
        json.WriteString("holder", row.Holder);
        json.WriteString("camp", Names.Of(row.Camp));
        json.WriteString("attitude", row.Attitude);
        json.WriteString("toward", row.Toward);
        json.WritePartialDate("first", row.First);
        json.WritePartialDate("last", row.Last);
        json.WriteStartArray("tellings");
        foreach (string id in row.Tellings)
            json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteNumber("reports", row.Reports);
    });

    public static ReadOnlyMemory<byte> Of(ActorRow row) => RowJson.Write(json =>
    {
        json.WriteString("name", row.Name.WithoutLoneSurrogates());
        json.WriteString("kind", Names.Of(row.Kind));
        json.WriteCountry("country", row.Country);
        WriteAll(json, "sectors", row.Sectors);
        json.WriteString("office", row.Office?.WithoutLoneSurrogates());
        json.WriteString("first", DateColumns.Iso(row.First));
        json.WriteString("last", DateColumns.Iso(row.Last));
        json.WriteNumber("reports", row.Reports);
        json.WriteString("report", row.Report);
        json.WriteString("known", row.Known);
        WriteAll(json, "aliases", row.Aliases.Select(alias => alias.WithoutLoneSurrogates()));
    });

    public static ReadOnlyMemory<byte> Of(Happening whole) => RowJson.Write(json =>
    {
        json.WriteString("id", whole.Id);
        json.WriteNumber("independent", whole.Independent);
        json.WriteStartArray("tellings");
        foreach (EventRow row in whole.Tellings)
            json.WriteRawValue(RowJson.Of(row).Span, skipInputValidation: true);
        json.WriteEndArray();
    });

    public static ReadOnlyMemory<byte> Of(OutcomeRow row) => RowJson.Write(json =>
    {
        json.WriteString("outcome", row.Kind switch
        {
            OutcomeKind.TookPlace => "took place",
            OutcomeKind.NothingSeen => "nothing seen",
            _ => Names.Of(row.Kind),
        });
        json.WriteString("by", row.Evidence?.Event.Id);
        json.WritePropertyName("planned");
        json.WriteRawValue(RowJson.Of(row.Planned).Span, skipInputValidation: true);
    });

    public static ReadOnlyMemory<byte> Of(ClaimRow row) => RowJson.Write(json =>
    {
        json.WriteNumber("group", row.Group);
        json.WriteString("says", row.Says);
        json.WritePropertyName("telling");
        json.WriteRawValue(RowJson.Of(row.Row).Span, skipInputValidation: true);
    });

    private static void WriteAll(System.Text.Json.Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteNumber(System.Text.Json.Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, Math.Round(number, 3));
        else
            json.WriteNull(name);
    }
}
