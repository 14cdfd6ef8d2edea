using System.Collections.Immutable;
using System.Text;
using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>Judges in which old encoding bytes make the most likely text, by the words of all language profiles.</summary>
internal sealed class EncodingGuess(LanguageProfiles profiles)
{
    private const int Probe = 6000;

    private static readonly ImmutableArray<string> Candidates =
    [
        "windows-1252", "windows-1251", "windows-1250", "koi8-r", "gb18030", "shift_jis", "euc-jp", "big5", "euc-kr",
        "windows-1256", "windows-1253", "windows-1254", "windows-1255", "windows-1257", "windows-1258", "windows-874", "iso-8859-2", "iso-8859-5", "koi8-u",
    ];

    /// <summary>The encoding of a name, or null; those that .NET keeps apart are looked up too.</summary>
    public static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    public Encoding Of(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> sample = Sample(bytes);
        Encoding best = Encoding.Latin1;
        double most = double.NegativeInfinity;
        foreach (string name in Candidates)
        {
            if (Find(name) is not { } encoding)
                continue;
            double score = Score(encoding.GetString(sample));
            if (score > most)
            {
                most = score;
                best = encoding;
            }
        }

        return best;
    }

    /// <summary>From the first byte above ASCII on.</summary>
    private static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> bytes)
    {
        int first = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
        int start = Math.Max(0, first - 200);
        return bytes.Slice(start, Math.Min(Probe, bytes.Length - start));
    }

    /// <summary>How likely the signs above ASCII are: letters of one script in words that its languages know, no controls, no misfits.</summary>
    private double Score(string text)
    {
        double score = 0;
        ScriptKind before = ScriptKind.None;
        foreach (char c in text)
        {
            if (c < '\u0080')
            {
                before = Script.Of(c);
                continue;
            }

            ScriptKind kind = Script.Of(c);
            score += c == '\uFFFD' || c is >= '\u0080' and < '\u00A0' || c is >= '\uE000' and <= '\uF8FF' ? -6
                : c == '\u30FB' ? -3
                : kind == ScriptKind.Han ? before == ScriptKind.Hangul ? -1.5 : profiles.Knows(c) ? 1.6 : -0.6
                : kind is ScriptKind.Kana or ScriptKind.Hangul ? before == ScriptKind.Han && kind == ScriptKind.Hangul ? -1.5 : c is >= '\uFF61' and <= '\uFF9F' ? -2 : 1.2
                : kind == ScriptKind.Other ? -1
                : kind == ScriptKind.None ? c is '\u00A0' or '\u2013' or '\u2014' or '\u201C' or '\u201D' or '\u2018' or '\u2019' or '\u00AB' or '\u00BB' or '\u2026' or '\u3001' or '\u3002' or '\uFF0C' ? 0.2 : -0.8
                : before != ScriptKind.None && before != kind && kind != ScriptKind.Latin ? -1.5
                : char.IsUpper(c) && before == kind ? -1
                : 0.3;
            before = kind;
        }

        return score + Words(text);
    }

    private double Words(string text)
    {
        (ScriptKind script, _) = Script.Main(text);
        ImmutableArray<int> languages = profiles.In(script);
        if (languages.IsEmpty || script is ScriptKind.Han or ScriptKind.Kana)
            return 0;
        double best = 0;
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var known = new int[profiles.Width];
        var scores = new float[profiles.Width];
        foreach (string word in words.Take(400))
        {
            string lower = word.Trim('.', ',', '"', ':', ';', '(', ')').ToLowerInvariant();
            if (lower.Length > 1 && lower.AsSpan().ContainsAnyExceptInRange('\0', '\u007F'))
                profiles.Add(lower, 1, scores, known);
        }

        foreach (int language in languages)
            best = Math.Max(best, known[language]);
        return best * 3;
    }
}
