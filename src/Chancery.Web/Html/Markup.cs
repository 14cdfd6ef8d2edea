using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Chancery.Web;

/// <summary>Writes a page. What stands literally in an interpolated string is markup of this program; whatever fills its holes is text and is encoded.</summary>
internal sealed class Markup
{
    private readonly StringBuilder page = new(32 * 1024);

    public int Length => page.Length;

    /// <summary>Appends markup; the holes of the string are encoded as they are written.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The compiler hands the page to the piece.")]
    public void Write([InterpolatedStringHandlerArgument("")] ref Piece piece) => _ = piece;

    /// <summary>Text of a report: encoded, and isolated from the direction of what stands around it.</summary>
    public void Name(string? text) => Write($"<bdi>{text}</bdi>");

    public override string ToString() => page.ToString();

    /// <summary>Writes the page in UTF-8 as it lies, without putting it together first: a page of a hundred kilobytes would be copied twice.</summary>
    public void CopyTo(IBufferWriter<byte> target)
    {
        Encoder encoder = Encoding.UTF8.GetEncoder();
        foreach (ReadOnlyMemory<char> piece in page.GetChunks())
            encoder.Convert(piece.Span, target, flush: false, out _, out _);
        encoder.Convert([], target, flush: true, out _, out _);
    }

    /// <summary>An attribute without a value that stands or does not.</summary>
    /// <param name="Name">A constant of this program.</param>
    /// <param name="IsSet">Whether it stands.</param>
    internal readonly record struct Flag(string Name, bool IsSet);

    /// <summary>Markup that is chosen among constants of this program.</summary>
    internal readonly record struct Tag(string Text);

    /// <summary>The parts of one interpolated string on their way into the page.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Piece
    {
        private readonly StringBuilder page;

        /// <summary>The compiler tells what is to come; parts are written as they come.</summary>
        public Piece(int literalLength, int holes, Markup writer)
        {
            _ = literalLength + holes;
            page = writer.page;
        }

        public void AppendLiteral(string markup) => page.Append(markup);

        public void AppendFormatted(string? text) => Encode(page, text);

        public void AppendFormatted(ReadOnlySpan<char> text) => Encode(page, text);

        public void AppendFormatted(int number) => page.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(long number) => page.Append(CultureInfo.InvariantCulture, $"{number}");

        /// <summary>A length or place in a picture: two decimals are finer than any screen.</summary>
        public void AppendFormatted(double number) => page.Append(CultureInfo.InvariantCulture, $"{Math.Round(number, 2)}");

        public void AppendFormatted(Tag tag) => page.Append(tag.Text);

        public void AppendFormatted(Flag flag)
        {
            if (flag.IsSet)
                page.Append(' ').Append(flag.Name);
        }
    }

    /// <summary>Encodes for text and for attributes in double quotes. What would turn the direction of the page or is no character of it becomes visible.</summary>
    private static void Encode(StringBuilder page, ReadOnlySpan<char> text)
    {
        int written = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (Replacement(text, i) is not { } replacement)
                continue;
            page.Append(text[written..i]).Append(replacement);
            written = i + 1;
        }

        page.Append(text[written..]);
    }

    private static string? Replacement(ReadOnlySpan<char> text, int index)
    {
        char c = text[index];
        return c switch
        {
            '<' => "&lt;",
            '>' => "&gt;",
            '&' => "&amp;",
            '"' => "&quot;",
            '\'' => "&#39;",
            '\t' or '\n' => null,
            < ' ' or (>= '\u007F' and <= '\u009F') => c == '\r' ? "" : "\uFFFD",
            (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => $"[U+{(int)c:X4}]",
            _ when char.IsSurrogate(c) => IsPaired(text, index) ? null : "\uFFFD",
            _ => null,
        };
    }

    private static bool IsPaired(ReadOnlySpan<char> text, int index) =>
        char.IsHighSurrogate(text[index])
            ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            : index > 0 && char.IsHighSurrogate(text[index - 1]);
}
