using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Model;

namespace Chancery.Record;

internal static class EventJson
{
    public static void Write(Utf8JsonWriter json, EventMention item, ImmutableArray<Entity> entities)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        if (item.Type is { } type)
        {
            json.WriteStartObject("plover");
            json.WriteString("type", type.Name());
            WriteStrings(json, "modes", item.Modes);
            WriteStrings(json, "contexts", item.Contexts);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("plover");
        }

        json.WriteString("cameo", item.Cameo);
        WriteNumber(json, "score", item.Score);
        WriteNumber(json, "goldstein", item.Goldstein);
        WriteSides(json, "actors", item.Actors, entities);
        WriteSides(json, "recipients", item.Recipients, entities);
        WriteSides(json, "except", item.Except, entities);
        if (item.About is { } about)
        {
            json.WriteStartObject("about");
            json.WriteString("text", about.Text.WithoutLoneSurrogates());
            json.WriteString("entity", about.Entity is { } index ? entities[index].Id : null);
            json.WriteRange(about.Range);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("about");
        }

        json.WriteStartArray("quantities");
        foreach (Quantity quantity in item.Quantities)
        {
            json.WriteStartObject();
            json.WriteNumber("value", quantity.Value);
            json.WriteString("unit", quantity.Unit.WithoutLoneSurrogates());
            json.WriteBoolean("approximate", quantity.Approximate);
            json.WriteRange(quantity.Range);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (item.Agreement is { } agreement)
        {
            json.WriteStartObject("agreement");
            json.WriteString("status", StatusName(agreement.Status));
            WriteStrings(json, "fields", agreement.Fields);
            if (agreement.Horizon is { } horizon)
                json.WritePartialDate("horizon", horizon);
            else
                json.WriteNull("horizon");
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("agreement");
        }

        json.WriteStartObject("date");
        json.WriteDateParts(item.Date.Date);
        json.WriteString("expression", item.Date.Expression?.WithoutLoneSurrogates());
        json.WriteString("basis", item.Date.Basis);
        json.WriteEndObject();
        if (item.Place is { } place)
        {
            json.WriteStartObject("place");
            json.WriteString("name", place.Name.WithoutLoneSurrogates());
            json.WriteCountry("country", place.Country);
            json.WriteRange(place.Range);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("place");
        }

        json.WriteString("factuality", item.Factuality.ToString().ToLowerInvariant());
        json.WriteBoolean("historical", item.Historical);
        json.WriteAttribution(item.Attribution, entities);
        json.WriteNumber("confidence", Math.Round(item.Confidence, 2));
        json.WritePropertyName("evidence");
        json.WriteRangeObject(item.Evidence.Range);
        json.WriteStartArray("alsoEvidence");
        foreach (TextRange range in item.AlsoEvidence)
            json.WriteRangeObject(range);
        json.WriteEndArray();
        json.WritePropertyName("trigger");
        json.WriteRangeObject(item.Trigger);
        json.WriteString("quote", item.Quote);
        json.WriteString("rule", item.Evidence.Rule.ToString());
        json.WriteEndObject();
    }

    private static string StatusName(AgreementStatus status) =>
        status == AgreementStatus.InForce ? "in force" : status.ToString().ToLowerInvariant();

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteSides(Utf8JsonWriter json, string name, ImmutableArray<Side> sides, ImmutableArray<Entity> entities)
    {
        json.WriteStartArray(name);
        foreach (Side side in sides)
            json.WriteSide(side, entities);
        json.WriteEndArray();
    }
}
