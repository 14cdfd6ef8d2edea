using System.CommandLine;
using System.Security.Cryptography;
using Chancery.Knowledge;
using Chancery.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Chancery.Cli;

/// <summary><c>chancery serve</c></summary>
internal static class ServeCommand
{
    private const string StandardUrl = "http://127.0.0.1:5080";

    public static Command Create(Screen screen)
    {
        var store = new Option<string>("--store") { Description = $"The file of the record (default: {StoreOption.DefaultPath} here; made when it is not there)", DefaultValueFactory = _ => StoreOption.DefaultPath, HelpName = "FILE" };
        var urls = new Option<string>("--urls") { Description = "Where to listen", DefaultValueFactory = _ => StandardUrl, HelpName = "URL" };
        var token = new Option<string?>("--token") { Description = "What visitors from other machines must know (default: one is made and printed)", HelpName = "TOKEN" };
        var knowledge = new Option<string[]>("--knowledge") { Description = "A folder of your own entities, outlets and rules, laid over the program's", HelpName = "DIR" };
        var command = new Command("serve", """
            Open the desk: pages to read, compare, correct and cite the record in a browser, and an API.
            Only this machine can reach it, unless --urls names another address; then it asks every visitor for a token.

            Examples:
              chancery serve
              chancery serve --store gulf.db --urls http://127.0.0.1:8080
              chancery serve --urls http://0.0.0.0:5080 --token long-and-secret
            """)
        { store, urls, token, knowledge };
        command.SetAction((parsed, stop) => Run(
            screen, parsed.GetRequiredValue(store), parsed.GetRequiredValue(urls), parsed.GetValue(token), parsed.GetValue(knowledge) ?? [], stop));
        return command;
    }

    private static async Task<int> Run(Screen screen, string store, string url, string? token, string[] layers, CancellationToken stop)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme != Uri.UriSchemeHttp)
            throw new UsageException($"--urls takes one address such as {StandardUrl}, not '{url}'");
        bool isLocal = Desk.IsLocal(url);
        KnowledgeBase knowledge = Installation.LoadKnowledge(layers);
        var options = new DeskOptions
        {
            StorePath = store,
            Url = url,
            Token = isLocal ? token : token ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            SamplesFolder = Path.Combine(Installation.Folder(), "samples"),
            Knowledge = knowledge,
            Reader = Installation.OpenReader(knowledge),
        };
        await using WebApplication desk = Desk.Create(options);
        try
        {
            await desk.StartAsync(stop);
        }
        catch (IOException error)
        {
            throw new UsageException($"{url} cannot be listened on: {error.Message.TrimEnd('.')}; another address can be given with --urls");
        }

        screen.Text.WriteLine($"The desk of {store} is open at {desk.Urls.First()}; Ctrl-C closes it.");
        if (options.Token is { } secret)
            screen.Text.WriteLine($"{(isLocal ? "It asks" : "Other machines can reach it, so it asks")} for this token: {secret}");
        screen.Text.Flush();
        await Task.WhenAny(desk.WaitForShutdownAsync(CancellationToken.None), Task.Delay(Timeout.Infinite, stop));
        await desk.StopAsync(CancellationToken.None);
        return ExitCodes.Done;
    }
}
