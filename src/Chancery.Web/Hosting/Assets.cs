using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Chancery.Web;

/// <summary>The style sheet, the script and the picture of the tab, each under an address that changes with its bytes.</summary>
internal sealed class Assets
{
    private static readonly (string Name, string Type)[] Files =
    [
        ("desk.css", "text/css; charset=utf-8"),
        ("desk.js", "text/javascript; charset=utf-8"),
        ("desk.svg", "image/svg+xml"),
    ];

    private readonly FrozenDictionary<string, (byte[] Bytes, string Type, string Version)> files =
        Files.ToFrozenDictionary(file => file.Name, file => Load(file.Name, file.Type), StringComparer.Ordinal);

    public (byte[] Bytes, string Type, string Version)? Find(string name) => files.TryGetValue(name, out var file) ? file : null;

    public string Address(string name) => $"/assets/{name}?v={files[name].Version}";

    private static (byte[] Bytes, string Type, string Version) Load(string name, string type)
    {
        using Stream stream = typeof(Assets).Assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return (bytes, type, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
    }
}
