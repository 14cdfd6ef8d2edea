using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Chancery.Extraction;

/// <summary>
/// The characters of a feed as an XML reader can take them: names of signs that HTML has and XML lacks become the signs, an
/// ampersand that begins no name is written as one, and control characters become spaces.
/// </summary>
internal sealed partial class FeedText(System.IO.TextReader inner) : System.IO.TextReader
{
    private const int LongestName = 32;
    private const string DataStart = "<![CDATA[";
    private const string DataEnd = "]]>";
    private readonly Queue<char> pending = [];
    private bool inData;
    private int matched;

    /// <summary>The first thing that was mended, as written; null where nothing was.</summary>
    public string? Mended { get; private set; }

    /// <summary>Decodes by byte-order mark, else by the XML declaration, else as UTF-8.</summary>
    public static FeedText Of(PeekStream stream)
    {
        string head = Encoding.Latin1.GetString(stream.Start[..Math.Min(200, stream.Start.Length)]);
        Match declared = DeclaredEncoding().Match(head);
        Encoding encoding = declared.Success && EncodingGuess.Find(declared.Groups[1].Value) is { } named ? named : Encoding.UTF8;
        return new FeedText(new StreamReader(stream, encoding, true, -1, true));
    }

    public override int Read(char[] buffer, int index, int count)
    {
        int filled = 0;
        int c;
        while (filled < count && (c = Read()) >= 0)
            buffer[index + filled++] = (char)c;
        return filled;
    }

    public override int Read()
    {
        if (pending.TryDequeue(out char next))
            return next;
        int c = inner.Read();
        if (c < 0)
            return c;
        Follow((char)c);
        if (c == '&' && !inData)
            return Reference();
        if (c >= ' ' || c is '\t' or '\n' or '\r')
            return c;
        Mended ??= $"U+{c:X4}";
        return ' ';
    }

    /// <summary>Inside character data an ampersand is itself.</summary>
    private void Follow(char c)
    {
        string sought = inData ? DataEnd : DataStart;
        // Of the two signs only "]]]>" begins again within itself.
        matched = c == sought[matched] ? matched + 1 : c == sought[0] ? inData && matched == 2 ? 2 : 1 : 0;
        if (matched < sought.Length)
            return;
        inData = !inData;
        matched = 0;
    }

    private char Reference()
    {
        var name = new StringBuilder();
        while (name.Length < LongestName && inner.Peek() is >= 0 and int c && (char.IsAsciiLetterOrDigit((char)c) || c == '#' && name.Length == 0))
            name.Append((char)inner.Read());
        bool isClosed = name.Length > 0 && inner.Peek() == ';';
        if (isClosed)
            inner.Read();
        string written = name.ToString();
        if (isClosed && (written is "lt" or "gt" or "amp" or "quot" or "apos" || IsNumber(written)))
            return Put($"&{written};");
        string whole = $"&{written}{(isClosed ? ";" : "")}";
        Mended ??= whole;
        string sign = isClosed ? WebUtility.HtmlDecode(whole) : whole;
        return Put(sign == whole || sign.AsSpan().ContainsAny('<', '&') ? "&amp;" + whole[1..] : sign);
    }

    private char Put(string text)
    {
        foreach (char c in text.AsSpan(1))
            pending.Enqueue(c);
        return text[0];
    }

    /// <summary>True for the number of a character that XML may hold.</summary>
    private static bool IsNumber(string name)
    {
        if (name.Length < 2 || name[0] != '#')
            return false;
        bool isHex = name[1] is 'x' or 'X';
        return int.TryParse(name.AsSpan(isHex ? 2 : 1), isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int code)
            && name[1] != 'X' && code is '\t' or '\n' or '\r' or >= ' ' and < 0xD800 or >= 0xE000 and < 0xFFFE or >= 0x10000 and <= 0x10FFFF;
    }

    // <?xml version="1.0" encoding="windows-1251"?>
    [GeneratedRegex("""^[^<]{0,4}<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})["']""", RegexOptions.CultureInvariant)]
    private static partial Regex DeclaredEncoding();
}
