using System.Net;
using System.Threading.RateLimiting;
using Chancery.Record;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chancery.Web;

/// <summary>The desk: pages and API over one record.</summary>
public static class Desk
{
    /// <summary>Whether only this machine can reach an address.</summary>
    public static bool IsLocal(string url) => Gate.IsLoopback(url);

    /// <summary>The program that <c>chancery serve</c> runs; it does not listen yet.</summary>
    /// <param name="options">What to serve and to whom.</param>
    /// <param name="configure">Changes the host, as tests do; null for none.</param>
    /// <exception cref="StoreException">The store cannot be opened.</exception>
    public static WebApplication Create(DeskOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.Url);
        builder.Services.Configure<KestrelServerOptions>(kestrel => Bound(kestrel, options.Limits));
        builder.Services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = options.Limits.UploadBytes;
            form.ValueLengthLimit = (int)Math.Min(int.MaxValue, options.Limits.UploadBytes);
        });
        var desk = new DeskState(options, TimeProvider.System);
        builder.Services.AddSingleton(_ => desk);
        builder.Services.AddRateLimiter(limiter => Limit(limiter, options.Limits));
        configure?.Invoke(builder);
        WebApplication app = builder.Build();
        app.Lifetime.ApplicationStopped.Register(desk.Dispose);
        Route(app, desk);
        return app;
    }

    private static void Bound(KestrelServerOptions kestrel, DeskLimits limits)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = limits.UploadBytes;
        kestrel.Limits.MaxRequestLineSize = 16 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }

    /// <summary>Changes are counted for each address; looking is free.</summary>
    private static void Limit(RateLimiterOptions limiter, DeskLimits limits)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(http =>
            !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    http.Connection.RemoteIpAddress ?? IPAddress.None,
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = limits.ChangesPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(IPAddress.None));
        limiter.OnRejected = (_, _) => throw new DeskException(429, "Too many changes in one minute.", "Wait a minute, then go on.");
    }

    private static void Route(WebApplication app, DeskState desk)
    {
        var front = new Front(desk);
        var gate = new Gate(desk);
        var trouble = new Trouble(desk, front);
        app.Use(trouble.Guard);
        app.Use((http, next) =>
        {
            Gate.Protect(http.Response);
            gate.Check(http);
            return next(http);
        });
        app.UseRateLimiter();
        front.Map(app, "/", StartPage.Show);
        front.Map(app, "/reports", ReportsPage.Show);
        front.MapBelow(app, "/reports", ReaderPage.Show);
        front.Map(app, "/timeline", TimelinePage.Show);
        front.Map(app, "/dyad", DyadPage.ShowAll);
        front.MapBelow(app, "/dyad", DyadPage.Show);
        front.Map(app, "/stances", StancesPage.Show);
        front.MapBelow(app, "/compare", ComparePage.Show);
        front.Map(app, "/quotes", QuotesPage.Show);
        front.Map(app, "/agreements", AgreementsPage.Show);
        front.Map(app, "/actors", ActorsPage.Show);
        front.MapBelow(app, "/actors", ActorsPage.ShowOne);
        front.Map(app, "/search", SearchPage.Show);
        front.Map(app, "/corrections", CorrectionsPage.Show);
        front.MapBelow(app, "/records", RecordPage.Show);
        front.MapBelow(app, "/readings", ReadingPage.Show);
        front.Map(app, "/api", ApiPage.Show);
        ApiRoutes.Map(app, desk);
        Changes.Map(app, desk, gate);
        app.MapGet("/assets/{name}", (HttpContext http, string name) => Asset(http, desk.Assets, name));
        app.MapGet("/healthz", () => "ok");
        app.MapFallback(_ => throw DeskException.Unknown("There is no page at this address.", "The parts of the desk are named at the top."));
    }

    private static IResult Asset(HttpContext http, Assets assets, string name)
    {
        if (assets.Find(name) is not { } file)
            throw DeskException.Unknown("There is no such file.", "The desk has one style sheet, one script and one picture.");
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(file.Bytes, file.Type);
    }
}
