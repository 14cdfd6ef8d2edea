namespace Chancery.Model;

/// <summary>An ISO 3166-1 alpha-3 code (XKX for Kosovo, SUN, YUG … for former states). Its default belongs to no country.</summary>
public readonly record struct CountryCode
{
    private readonly int packed;

    private CountryCode(int packed) => this.packed = packed;

    public bool IsNone => packed == 0;

    /// <summary>Reads three upper-case ASCII letters.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CountryCode code)
    {
        code = default;
        if (text.Length != 3 || !char.IsAsciiLetterUpper(text[0]) || !char.IsAsciiLetterUpper(text[1]) || !char.IsAsciiLetterUpper(text[2]))
            return false;
        code = new(text[0] << 16 | text[1] << 8 | text[2]);
        return true;
    }

    /// <exception cref="FormatException">Not three upper-case ASCII letters.</exception>
    public static CountryCode Parse(string text) =>
        TryParse(text, out CountryCode code) ? code : throw new FormatException($"'{text}' is no ISO 3166 alpha-3 code");

    /// <summary>The three letters, or "" for none.</summary>
    public override string ToString() =>
        packed == 0 ? "" : string.Create(3, packed, static (span, p) =>
        {
            span[0] = (char)(p >> 16);
            span[1] = (char)(p >> 8 & 255);
            span[2] = (char)(p & 255);
        });
}
