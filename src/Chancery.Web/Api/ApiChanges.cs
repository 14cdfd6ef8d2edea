using System.Text.Json;
using Chancery.Extraction;
using Chancery.Record;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web;

/// <summary>What programs send: texts to be read, corrections.</summary>
internal static class ApiChanges
{
    /// <summary>One reading at a time; those who wait longer are asked to come again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task Read(ApiCall call)
    {
        List<Upload> uploads = await Uploads(call);
        if (uploads.Sum(upload => upload.Bytes.Length) == 0)
            throw DeskException.Bad("There is nothing to read in the body.", "Send a text as text/plain, a page as text/html, an object with \"text\" as application/json, lines of such objects as application/x-ndjson, or files as multipart/form-data.");
        if (!await call.Desk.Reading.WaitAsync(Patience, call.Http.RequestAborted))
            throw new DeskException(429, "Other texts are being read.", "Send this again in a moment.");
        try
        {
            bool keeps = call.Query("keep") is "yes" or "1" or "true";
            (List<Arrival> arrivals, List<(string Place, string Message)> problems) = ReadAll(call, uploads);
            if (keeps && arrivals.Count > 0)
            {
                call.Desk.Stores.Change(store =>
                {
                    store.Add(arrivals);
                    return true;
                });
            }

            await call.Write(Answer(arrivals, problems, keeps));
        }
        finally
        {
            call.Desk.Reading.Release();
        }
    }

    public static async Task Correct(ApiCall call)
    {
        using JsonDocument body = await Parse(call);
        JsonElement root = body.RootElement;
        Correction made = call.Desk.Stores.Change(store => CorrectionInput.Make(store, call.Desk.Options.Knowledge.Ontology, call.Desk.Now, name => Text(root, name)));
        await call.Write(JsonText.Write(json => ApiAnswers.Write(json, made)), StatusCodes.Status201Created);
    }

    public static Task Undo(ApiCall call)
    {
        if (!long.TryParse(call.Id, out long number) || !call.Desk.Stores.Change(store => store.UndoCorrection(number)))
            throw DeskException.Unknown($"There is no correction '{Words.Short(call.Id, 40)}' that stands.", "GET /api/corrections lists them.");
        return call.Write(JsonText.Write(json => json.WriteNumber("undone", number)));
    }

    private static (List<Arrival> Arrivals, List<(string Place, string Message)> Problems) ReadAll(ApiCall call, List<Upload> uploads)
    {
        DeskLimits limits = call.Desk.Options.Limits;
        var arrivals = new List<Arrival>();
        var problems = new List<(string, string)>();
        long started = call.Desk.Clock.GetTimestamp();
        foreach (Upload upload in uploads)
        {
            using var stream = new MemoryStream(upload.Bytes.ToArray(), writable: false);
            foreach (InputRecord record in Inputs.Read(stream, upload.Name))
            {
                call.Http.RequestAborted.ThrowIfCancellationRequested();
                if (arrivals.Count >= limits.CallReports || call.Desk.Clock.GetElapsedTime(started) > limits.CallTime)
                    throw new DeskException(413, $"One call reads at most {limits.CallReports} reports, for at most {limits.CallTime.TotalSeconds:0} seconds; nothing of this one was kept.", "Send fewer at once, or read large piles with 'chancery read'.");
                if (record.Document is { } raw)
                    arrivals.Add(new Arrival(call.Desk.Options.Reader.Read(raw), Fingerprint.Of(raw)));
                else
                    problems.Add((record.Place, record.Problem?.Message ?? "It could not be read."));
            }
        }

        return (arrivals, problems);
    }

    private static ReadOnlyMemory<byte> Answer(List<Arrival> arrivals, List<(string Place, string Message)> problems, bool keeps) => JsonText.Write(json =>
    {
        json.WriteBoolean("kept", keeps);
        json.WriteStartArray("readings");
        foreach (Arrival arrival in arrivals)
            json.WriteRawValue(ReadingJson.Write(arrival.Reading).Span, skipInputValidation: true);
        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach ((string place, string message) in problems)
        {
            json.WriteStartObject();
            json.WriteString("place", place);
            json.WriteString("message", message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static async Task<List<Upload>> Uploads(ApiCall call)
    {
        HttpRequest request = call.Http.Request;
        string type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        string name = call.Query("name");
        if (type == "multipart/form-data")
        {
            IFormCollection form = await request.ReadFormAsync(call.Http.RequestAborted);
            var files = new List<Upload>();
            foreach (IFormFile file in form.Files)
            {
                using var bytes = new MemoryStream();
                await file.CopyToAsync(bytes, call.Http.RequestAborted);
                files.Add(Upload.File(file.FileName, bytes.ToArray()));
            }

            return files;
        }

        string? ending = type switch
        {
            "text/plain" or "" => ".txt",
            "text/html" => ".html",
            "application/json" or "application/x-ndjson" => ".jsonl",
            _ => throw new DeskException(415, $"The body is of type '{Words.Short(type, 60)}'.", "Send text/plain, text/html, application/json, application/x-ndjson or multipart/form-data."),
        };
        byte[] body = type == "application/json" ? await OneLine(call) : await call.Body();
        Upload upload = Upload.File(name, body);
        return [upload with { Name = Path.HasExtension(upload.Name) ? upload.Name : upload.Name + ending }];
    }

    /// <summary>An object over many lines as the one line that JSONL wants.</summary>
    private static async Task<byte[]> OneLine(ApiCall call)
    {
        using JsonDocument body = await Parse(call);
        return body.RootElement.ValueKind == JsonValueKind.Array
            ? [.. body.RootElement.EnumerateArray().SelectMany(item => JsonSerializer.SerializeToUtf8Bytes(item).Append((byte)'\n'))]
            : JsonSerializer.SerializeToUtf8Bytes(body.RootElement);
    }

    private static async Task<JsonDocument> Parse(ApiCall call)
    {
        try
        {
            return JsonDocument.Parse(await call.Body(), new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException error)
        {
            throw DeskException.Bad($"The body is no JSON: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.", "Send one object, as the description at /api/openapi.json says.");
        }
    }

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? Words.Short(text, 500) : null;
}
