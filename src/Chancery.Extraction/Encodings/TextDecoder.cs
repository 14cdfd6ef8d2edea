using System.Text;
using System.Text.RegularExpressions;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>
/// Bytes into text: by byte-order mark, by the charset that a header or the page names, else UTF-8 where the bytes are valid,
/// else by what the bytes themselves look like.
/// </summary>
internal static partial class TextDecoder
{
    private const int MetaProbe = 4096;

    /// <param name="bytes">Of the document.</param>
    /// <param name="charset">What a transport header named, or null.</param>
    /// <param name="isPage">True where a meta element may name the charset.</param>
    /// <param name="guess">Judges which encoding gives the most likely text.</param>
    /// <param name="problems">Gets a warning for bytes that are not valid.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset, bool isPage, EncodingGuess guess, List<Diagnostic> problems)
    {
        if (ByMark(bytes, out int mark) is { } marked)
            return Read(bytes[mark..], marked, problems);
        if (WideEncoding(bytes) is { } wide)
            return Read(bytes, wide, problems);
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);
        Encoding? named = Named(charset) ?? (isPage ? Named(MetaCharset(bytes)) : null);
        if (named is not null && named.CodePage != Encoding.UTF8.CodePage)
            return Read(bytes, named, problems);
        if (IsNearlyUtf8(bytes))
            return Read(bytes, Encoding.UTF8, problems);
        return Read(bytes, guess.Of(bytes), problems);
    }

    private static string Read(ReadOnlySpan<byte> bytes, Encoding encoding, List<Diagnostic> problems)
    {
        string text = encoding.GetString(bytes);
        int bad = text.AsSpan().Count('\uFFFD');
        if (bad > 0)
            problems.Add(new Diagnostic(DiagnosticId.InvalidEncoding, Severity.Warning, default, $"{bad} places are not valid {encoding.WebName} and were read as U+FFFD."));
        return text;
    }

    private static Encoding? ByMark(ReadOnlySpan<byte> bytes, out int length)
    {
        (Encoding? encoding, length) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0x00, 0x00, ..] => (Encoding.UTF32, 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => ((Encoding?)null, 0),
        };
        return encoding;
    }

    /// <summary>UTF-16 without a mark: every other byte of Latin text is nought.</summary>
    private static Encoding? WideEncoding(ReadOnlySpan<byte> bytes)
    {
        int even = 0;
        int odd = 0;
        int length = Math.Min(bytes.Length, 2000) & ~1;
        for (int i = 0; i < length; i += 2)
        {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }

        if (length < 8)
            return null;
        return odd * 2 > length * 0.6 && even * 20 < length ? Encoding.Unicode : even * 2 > length * 0.6 && odd * 20 < length ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>True when all but a few of the bytes above ASCII stand in valid sequences.</summary>
    private static bool IsNearlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0;
        int bad = 0;
        while (!bytes.IsEmpty)
        {
            if (bytes[0] < 0x80)
            {
                bytes = bytes[1..];
                continue;
            }

            bool valid = Rune.DecodeFromUtf8(bytes, out _, out int consumed) == System.Buffers.OperationStatus.Done;
            good += valid ? 1 : 0;
            bad += valid ? 0 : 1;
            bytes = bytes[Math.Max(1, consumed)..];
        }

        return good > bad * 10;
    }

    private static string? MetaCharset(ReadOnlySpan<byte> bytes)
    {
        string start = Encoding.Latin1.GetString(bytes[..Math.Min(MetaProbe, bytes.Length)]);
        return Charset().Match(start) is { Success: true } match ? match.Groups[1].Value : null;
    }

    /// <summary>Null for a name that no encoding has. ISO-8859-1 is read as Windows-1252, as the web does.</summary>
    private static Encoding? Named(string? charset)
    {
        if (string.IsNullOrWhiteSpace(charset))
            return null;
        string name = charset.Trim().Trim('"', '\'').ToLowerInvariant();
        name = name switch
        {
            "iso-8859-1" or "latin1" or "iso8859-1" or "ascii" or "us-ascii" => "windows-1252",
            "iso-8859-9" => "windows-1254",
            "gb2312" or "gbk" or "x-gbk" => "gb18030",
            "shift-jis" or "x-sjis" or "sjis" or "ms_kanji" => "shift_jis",
            "ks_c_5601-1987" or "euckr" or "x-windows-949" => "euc-kr",
            "tis-620" or "iso-8859-11" => "windows-874",
            "utf8" => "utf-8",
            _ => name,
        };
        return EncodingGuess.Find(name);
    }

    // <meta charset="windows-1251">, content="text/html; charset=gb2312", <?xml encoding="koi8-r"?>
    [GeneratedRegex("""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
