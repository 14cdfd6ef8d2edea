using System.Globalization;

namespace Chancery.Syntax;

/// <summary>Classes of characters that splitting and tokenising tell apart.</summary>
internal static class Chars
{
    /// <summary>White space of every kind, with the invisible characters and controls that pages carry.</summary>
    public static bool IsSpace(char c) =>
        c <= ' ' || (c >= '\u007f' && (char.IsWhiteSpace(c) || c is '\u200b' or '\u2060' or '\ufeff' or '\u200e' or '\u200f' or '\u00ad' || char.IsControl(c)));

    public static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…' || IsWideTerminator(c) || c is '؟' or '۔' or '।' or '։';

    /// <summary>Full stops of scripts that set no space after a sentence.</summary>
    public static bool IsWideTerminator(char c) => c is '。' or '！' or '？' or '．';

    public static bool IsOpening(char c) => c is '(' or '[' or '{' or '“' or '‘' or '«' or '„' or '‚' or '"' or '\'' or '¿' or '¡' or '《' or '「' or '（';

    public static bool IsClosing(char c) => c is ')' or ']' or '}' or '”' or '’' or '»' or '"' or '\'' or '》' or '」' or '）';

    public static bool IsBullet(char c) => c is '•' or '⁃' or '▪' or '●' or '◦' or '‣' or '■';

    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '‘';

    public static bool IsHyphen(char c) => c is '-' or '‐' or '‑';

    /// <summary>Letters and what belongs to them: marks, modifier letters, surrogates of letters outside the first plane excepted.</summary>
    public static bool IsWordPart(char c) =>
        c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || IsMark(c);

    public static bool IsMark(char c) =>
        c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
