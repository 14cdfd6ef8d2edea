using Chancery.Record;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web;

/// <summary>Turns what went wrong into a page, or for programs into <c>application/problem+json</c>. Nobody is shown the inside of the program.</summary>
internal sealed class Trouble(DeskState desk, Front front)
{
    public async Task Guard(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (DeskException error) when (!http.Response.HasStarted)
        {
            await Tell(http, error.Status, error.Message, error.Advice);
        }
        catch (FilterException error) when (!http.Response.HasStarted)
        {
            await Tell(http, 400, $"The filter cannot be understood at character {error.Position + 1}: {error.Message}{(error.Message.EndsWith('?') ? "" : ".")}", "Terms are key:value, as in actor:NOR type:CONSULT since:2019-01; values with blanks stand in quotation marks.");
        }
        catch (StoreException error) when (!http.Response.HasStarted)
        {
            await Tell(http, 503, Path.GetFileName(desk.Options.StorePath) + error.Message.Replace(desk.Options.StorePath, "", StringComparison.Ordinal), "Nothing is lost. Load this page again in a moment.");
        }
        catch (BadHttpRequestException error) when (!http.Response.HasStarted)
        {
            bool isLarge = error.StatusCode == StatusCodes.Status413PayloadTooLarge;
            await Tell(http, error.StatusCode, isLarge ? $"What was sent is larger than {desk.Options.Limits.UploadBytes >> 20} MB." : "What was sent is no request that this desk understands.", isLarge ? "Send it in smaller parts, or read it with 'chancery read'." : "See the description of the API at /api.");
        }
        catch (InvalidDataException) when (!http.Response.HasStarted)
        {
            await Tell(http, 413, "The form holds more than may be sent at once.", "Send it in smaller parts, or read it with 'chancery read'.");
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The visitor has gone.
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            await Console.Error.WriteLineAsync($"chancery serve: {http.Request.Method} {http.Request.Path}: {error}");
            await Tell(http, 500, "The desk failed at this page. That is an error of the program; the terminal in which it runs says more.", "The record is not harmed. Other pages can be used.");
        }
    }

    private async Task Tell(HttpContext http, int status, string message, string? advice)
    {
        http.Response.Clear();
        Gate.Protect(http.Response);
        http.Response.Headers.CacheControl = "no-store";
        if (IsForPrograms(http.Request))
        {
            ReadOnlyMemory<byte> problem = JsonText.Write(json =>
            {
                json.WriteString("type", "about:blank");
                json.WriteString("title", Layout.Heading(status));
                json.WriteNumber("status", status);
                json.WriteString("detail", message);
                json.WriteString("advice", advice);
            });
            http.Response.StatusCode = status;
            http.Response.ContentType = "application/problem+json; charset=utf-8";
            await http.Response.Body.WriteAsync(problem, http.RequestAborted);
            return;
        }

        View view = Layout.Trouble(status, message, advice);
        if (status == StatusCodes.Status401Unauthorized)
            view = view with { Body = page => Changes.WriteEnter(page, message) };
        await front.Write(http, view, "", null);
    }

    private static bool IsForPrograms(HttpRequest request)
    {
        string path = request.Path.Value ?? "";
        return (path.StartsWith("/api/", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".csv", StringComparison.Ordinal))
            && !request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
    }
}
