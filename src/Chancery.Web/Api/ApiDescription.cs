using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>The OpenAPI document, made of the list of routes and of the schemas beside it.</summary>
internal static class ApiDescription
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(ImmutableArray<ApiRoute> routes)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("openapi", "3.1.0");
            json.WriteStartObject("info");
            json.WriteString("title", "Chancery");
            json.WriteString("version", "1");
            json.WriteString("description", Introduction());
            json.WriteEndObject();
            json.WriteStartObject("paths");
            foreach (IGrouping<string, ApiRoute> path in routes.GroupBy(route => route.Path))
            {
                json.WriteStartObject(path.Key);
                foreach (ApiRoute route in path)
                    WriteRoute(json, route);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteStartObject("components");
            json.WritePropertyName("schemas");
            Schemas().WriteTo(json);
            json.WriteStartObject("securitySchemes");
            json.WriteStartObject("token");
            json.WriteString("type", "http");
            json.WriteString("scheme", "bearer");
            json.WriteString("description", "Asked for only where other machines can reach the desk.");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>What each thing that the API speaks of holds.</summary>
    public static JsonObject Schemas()
    {
        using Stream stream = typeof(ApiDescription).Assembly.GetManifestResourceStream("schemas.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static string Introduction() =>
        "The record of who did or said what to whom, when, on whose word, and whether it happened. "
        + "A filter is terms with blanks between them; all must hold, values with commas between them are alternatives, a minus before a term leaves out. Its keys:\n"
        + string.Join('\n', FilterKeys.All.Select(key => $"- `{key.Name}:` {key.Meaning}"));

    private static void WriteRoute(Utf8JsonWriter json, ApiRoute route)
    {
        json.WriteStartObject(route.Method.ToLowerInvariant());
        json.WriteString("summary", route.Summary);
        json.WriteStartArray("parameters");
        foreach (ApiParameter parameter in route.Parameters)
        {
            json.WriteStartObject();
            json.WriteString("name", parameter.Name);
            json.WriteString("in", parameter.Place);
            json.WriteString("description", parameter.Meaning);
            json.WriteBoolean("required", parameter.Place == "path");
            json.WriteStartObject("schema");
            json.WriteString("type", parameter.Type);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (!route.Bodies.IsEmpty)
        {
            json.WriteStartObject("requestBody");
            json.WriteBoolean("required", true);
            WriteContent(json, route.Bodies);
            json.WriteEndObject();
        }

        json.WriteStartObject("responses");
        json.WriteStartObject(route.Method == "POST" && route.Path == "/api/corrections" ? "201" : "200");
        json.WriteString("description", "What was asked for.");
        WriteContent(json, route.Answers);
        json.WriteEndObject();
        json.WriteStartObject("default");
        json.WriteString("description", "What went wrong and what to do.");
        WriteContent(json, [("application/problem+json", "Problem")]);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, ImmutableArray<(string Type, string Schema)> contents)
    {
        json.WriteStartObject("content");
        foreach ((string type, string schema) in contents)
        {
            json.WriteStartObject(type);
            json.WriteStartObject("schema");
            json.WriteString("$ref", "#/components/schemas/" + schema);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
