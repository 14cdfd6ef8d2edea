using Chancery.Record;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web;

/// <summary>What visitors send: reports to be read, corrections, the token. Each answers with another page.</summary>
internal static class Changes
{
    private const int MostCharacters = 500;

    public static void Map(IEndpointRouteBuilder routes, DeskState desk, Gate gate)
    {
        routes.MapPost("/read", http => Read(http, desk));
        routes.MapPost("/read/samples", http => ReadSamples(http, desk));
        routes.MapPost("/corrections", http => Correct(http, desk));
        routes.MapPost("/corrections/undo", http => Undo(http, desk));
        routes.MapGet(Gate.EnterPath, _ => throw new DeskException(401, "This desk asks for its token."));
        routes.MapPost(Gate.EnterPath, http => Enter(http, gate));
    }

    /// <summary>The form of a desk that asks for its token.</summary>
    public static void WriteEnter(Markup page, string message) => page.Write($"""
        <h1>The token, please</h1>
        <p>{message}</p>
        <form action="{Gate.EnterPath}" method="post"><p class="field"><label for="token">Token</label><input id="token" name="token" type="password" autocomplete="current-password" required></p>
        <p class="field"><button class="primary">Enter</button></p></form>
        <p>The program printed it in its terminal when it was started. Programs send it as <code>Authorization: Bearer TOKEN</code>.</p>

        """);

    private static async Task Read(HttpContext http, DeskState desk)
    {
        IFormCollection form = await Form(http, desk);
        var uploads = new List<Upload>();
        foreach (IFormFile file in form.Files.Where(file => file.Length > 0))
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, http.RequestAborted);
            uploads.Add(Upload.File(file.FileName, bytes.ToArray()));
        }

        string text = form["text"].ToString();
        if (!string.IsNullOrWhiteSpace(text))
            uploads.Add(Upload.Pasted(text.ReplaceLineEndings("\n")));
        if (uploads.Count == 0)
            throw DeskException.Bad("Nothing was sent: no file was chosen and no text pasted.", "Go back, drop a file or paste a report, then press Read.");
        SeeOther(http, "/readings/" + desk.Readings.Start(uploads).Id);
    }

    private static async Task ReadSamples(HttpContext http, DeskState desk)
    {
        await Form(http, desk);
        if (desk.Options.SamplesFolder is not { } folder || !Directory.Exists(folder))
            throw DeskException.Unknown("This desk has no sample pile.", "Drop reports of your own on the start page.");
        SeeOther(http, "/readings/" + desk.Readings.Start(Samples(folder)).Id);
    }

    /// <summary>The files of the sample pile in their order.</summary>
    public static Upload[] Samples(string folder) =>
        [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(path => Upload.File("samples-" + Path.GetFileName(path), File.ReadAllBytes(path)))];

    private static async Task Correct(HttpContext http, DeskState desk)
    {
        IFormCollection form = await Form(http, desk);
        Correction made = desk.Stores.Change(store => CorrectionInput.Make(store, desk.Options.Knowledge.Ontology, desk.Now, name => Text(form, name)));
        SeeOther(http, CorrectionForms.AddressOf(made));
    }

    private static async Task Undo(HttpContext http, DeskState desk)
    {
        IFormCollection form = await Form(http, desk);
        if (!long.TryParse(form["number"].ToString(), out long number))
            throw DeskException.Bad("A correction is undone by its number.", "Use the button in the list of corrections.");
        if (!desk.Stores.Change(store => store.UndoCorrection(number)))
            throw new DeskException(409, $"Correction {number} is undone already, or there is none.", "The list of corrections shows those that stand.");
        SeeOther(http, "/corrections");
    }

    private static async Task Enter(HttpContext http, Gate gate)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!gate.Enter(http, form["token"].ToString().Trim()))
            throw new DeskException(401, "This is not the token.");
        SeeOther(http, "/");
    }

    private static async Task<IFormCollection> Form(HttpContext http, DeskState desk)
    {
        if (!http.Request.HasFormContentType)
            throw DeskException.Bad("A change is sent as a form.", "Use the page; programs use POST /api/read.");
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        FormTokens.Demand(http, form, desk.Secret);
        return form;
    }

    private static string? Text(IFormCollection form, string name)
    {
        string text = form[name].ToString().Trim();
        return text.Length == 0 ? null : text[..Math.Min(text.Length, MostCharacters)];
    }

    private static void SeeOther(HttpContext http, string address)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = address;
    }
}
