using System.Security.Cryptography;
using System.Text;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>What tells whether a document came in before.</summary>
/// <param name="Bytes">SHA-256 of the bytes alone.</param>
/// <param name="Given">SHA-256 of the bytes with all that a container said about them.</param>
public readonly record struct Fingerprint(string Bytes, string Given)
{
    public static Fingerprint Of(RawDocument raw)
    {
        byte[] bytes = SHA256.HashData(raw.Bytes.Span);
        string given = string.Join('\u001f', Convert.ToHexStringLower(bytes), raw.Format, raw.Charset, raw.Id, raw.Title, raw.Outlet, raw.Published, raw.Language);
        return new(Convert.ToHexStringLower(bytes), OfText(given));
    }

    internal static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>A reading on its way into the store.</summary>
public readonly record struct Arrival(Reading Reading, Fingerprint Fingerprint);
