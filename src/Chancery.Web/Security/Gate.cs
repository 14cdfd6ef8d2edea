using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web;

/// <summary>Stands before everything: headers that keep reports from becoming pages, the token, and whose changes are taken.</summary>
internal sealed class Gate(DeskState desk)
{
    public const string EnterPath = "/enter";
    private const string Cookie = "desk-token";

    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private readonly string? tokenHash = desk.Options.Token is { } token ? Hash(token) : null;

    /// <summary>Whether only this machine can reach an address.</summary>
    public static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address)
        && (address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out IPAddress? number) && IPAddress.IsLoopback(number)));

    public static void Protect(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "DENY";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), interest-cohort=()";
    }

    /// <exception cref="DeskException">The visitor may not do this.</exception>
    public void Check(HttpContext http)
    {
        // A page of another site that has given itself this machine's address would bear its own name here.
        if (desk.Options.Token is null && !IsLoopback($"http://{http.Request.Host.Value}"))
            throw new DeskException(421, $"This desk answers to this machine alone, not to the name {http.Request.Host.Host}.", $"Open {desk.Options.Url} instead.");
        if (!IsEntered(http) && http.Request.Path.Value is not (EnterPath or "/assets/desk.css" or "/assets/desk.js" or "/assets/desk.svg"))
            throw new DeskException(401, "This desk can be reached from other machines, so it asks for its token.", "Enter the token that the program printed when it was started, or send it as 'Authorization: Bearer TOKEN'.");
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !IsOwnOrigin(http.Request))
            throw new DeskException(403, "A page of another site asked for a change; it was refused.", "Make the change on a page of this desk.");
    }

    /// <summary>Lets a visitor in who knows the token.</summary>
    public bool Enter(HttpContext http, string token)
    {
        if (tokenHash is null || !FixedEquals(Hash(token), tokenHash))
            return false;
        http.Response.Cookies.Append(Cookie, tokenHash, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/" });
        return true;
    }

    private bool IsEntered(HttpContext http)
    {
        if (tokenHash is null)
            return true;
        const string scheme = "Bearer ";
        string authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return FixedEquals(Hash(authorization[scheme.Length..].Trim()), tokenHash);
        return http.Request.Cookies[Cookie] is { } cookie && FixedEquals(cookie, tokenHash);
    }

    /// <summary>Browsers say from which site a change comes; programs say nothing.</summary>
    private static bool IsOwnOrigin(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
            return false;
        string origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("chancery " + token)));

    private static bool FixedEquals(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
