using System.Buffers;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Cli;

/// <summary><c>chancery resolve FILE.jsonl</c></summary>
internal static class ResolveCommand
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Screen screen)
    {
        var file = new Argument<string>("FILE") { Description = "Lines such as {\"id\":\"1\",\"text\":\"the Danish premier\",\"date\":\"2012-05-01\"}, or - for standard input" };
        var format = new Option<string>("--format") { Description = "text or jsonl", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var knowledge = new Option<string[]>("--knowledge") { Description = "A folder of your own entities, laid over the program's" };
        var command = new Command("resolve", """
            Say of each actor phrase which country, sectors, entity and office it means at its date.

            Examples:
              chancery resolve actors.jsonl
              chancery resolve actors.jsonl --format jsonl > answers.jsonl
            """)
        { file, format, knowledge };
        command.SetAction(parsed => Run(screen, parsed.GetRequiredValue(file), parsed.GetRequiredValue(format) == "jsonl", parsed.GetValue(knowledge) ?? []));
        return command;
    }

    private static int Run(Screen screen, string file, bool machine, string[] layers)
    {
        if (SyntaxInput.Read(screen, file) is not { } text)
            return ExitCodes.SomeNotRead;
        var resolver = new ActorResolver(Installation.LoadKnowledge(layers));
        bool failed = false;
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (ReadLine(line, out string id, out string phrase, out DateOnly? day) is { } problem)
            {
                screen.Complain($"{file}:{number}: {problem}");
                failed = true;
                continue;
            }

            ActorResolution found = resolver.Resolve(phrase, day);
            if (machine)
                screen.WriteLine(Json(id, found));
            else
                screen.Text.WriteLine($"{phrase}\t{Code(found.Country)} {string.Join(' ', found.Sectors.Select(sector => sector.Code()))}\t{found.Entity?.Name}\t{found.Office}");
        }

        return failed ? ExitCodes.SomeNotRead : ExitCodes.Done;
    }

    /// <summary>Reads one line; gives what is wrong with it.</summary>
    private static string? ReadLine(string line, out string id, out string phrase, out DateOnly? day)
    {
        id = "";
        phrase = "";
        day = null;
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return "not a JSON object";
            id = TextOf(json.RootElement, "id") ?? "";
            phrase = TextOf(json.RootElement, "text") ?? "";
            if (phrase.Length == 0)
                return "no 'text'";
            string date = TextOf(json.RootElement, "date") ?? "";
            return DateSpan.TryParseDay(date, out day) ? null : $"'{date}' is no date";
        }
        catch (JsonException error)
        {
            return error.Message;
        }
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Code(CountryCode country) => country.IsNone ? "---" : country.ToString();

    private static ReadOnlySpan<byte> Json(string id, ActorResolution found)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("country", found.Country.IsNone ? null : found.Country.ToString());
            json.WriteStartArray("sectors");
            foreach (Sector sector in found.Sectors)
                json.WriteStringValue(sector.Code());
            json.WriteEndArray();
            json.WriteString("entity", found.Entity?.Name);
            json.WriteString("office", found.Office);
            json.WriteStartArray("candidates");
            foreach (KnownEntity other in found.Candidates)
                json.WriteStringValue(other.Name);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }
}
