using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web;

/// <summary>Holds that a change comes from a form of this desk: a cookie that only this site gets back, and its signature in the form.</summary>
internal static class FormTokens
{
    public const string Field = "desk-form";
    private const string Cookie = "desk";

    /// <summary>The signature for this visitor, who gets a cookie when there is none.</summary>
    public static string For(HttpContext http, byte[] secret)
    {
        if (http.Request.Cookies[Cookie] is not { Length: 32 } visitor || !visitor.All(char.IsAsciiHexDigitLower))
        {
            visitor = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            http.Response.Cookies.Append(Cookie, visitor, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/" });
        }

        return Sign(visitor, secret);
    }

    /// <exception cref="DeskException">The form is not of this desk, or from before it was started anew.</exception>
    public static void Demand(HttpContext http, IFormCollection form, byte[] secret)
    {
        byte[] given = Encoding.ASCII.GetBytes(form[Field].ToString());
        byte[] expected = Encoding.ASCII.GetBytes(Sign(http.Request.Cookies[Cookie] ?? "", secret));
        if (!CryptographicOperations.FixedTimeEquals(given, expected))
            throw new DeskException(403, "This change did not come from a page of this desk, or the desk was started anew since.", "Go back, load the page again and repeat the change.");
    }

    private static string Sign(string visitor, byte[] secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes("form " + visitor)));
}
