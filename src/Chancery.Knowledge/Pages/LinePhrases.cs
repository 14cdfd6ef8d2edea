using System.Buffers;
using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>Where in a line a phrase must stand.</summary>
public enum PhrasePlace : byte
{
    /// <summary>The line says nothing else.</summary>
    Whole,

    /// <summary>The line begins with it.</summary>
    Start,

    /// <summary>The line ends with it.</summary>
    End,

    /// <summary>Anywhere.</summary>
    Any,

    /// <summary>The line is a row of such phrases, or of those that may be whole lines, and of hardly anything else.</summary>
    Bar,
}

/// <summary>Words by which a line shows that it is no part of the report.</summary>
/// <param name="Words">Lower case; <c>#</c> is any number, <c>*</c> any word.</param>
/// <param name="Place">Where they must stand.</param>
/// <param name="Reason">What the line then is: <c>navigation</c>, <c>related link</c> …</param>
/// <param name="Limit">The line may have this many words at most.</param>
public sealed record LinePhrase(ImmutableArray<string> Words, PhrasePlace Place, string Reason, int Limit);

/// <summary>The table <c>extraction/line-phrases.tsv</c>.</summary>
public sealed class LinePhrases
{
    private const int NoLimit = 400;
    private const int ShortLine = 512;
    private const int Starts = 4096;
    private const int FewestInBar = 3;
    private const int LongestBar = 40;
    private readonly Dictionary<string, ImmutableArray<LinePhrase>> byFirstWord;
    private readonly Dictionary<string, ImmutableArray<LinePhrase>>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly ImmutableArray<LinePhrase> open;

    // Of phrases that may begin within a line: what few words can begin one, and how long a line may be.
    private readonly bool[] innerStarts = new bool[Starts];
    private readonly int longestInner;

    private LinePhrases(IEnumerable<LinePhrase> phrases)
    {
        var all = phrases.ToList();
        byFirstWord = WordIndex.Of(all.OrderBy(phrase => (int)phrase.Place), phrase => IsSign(phrase.Words[0]) ? null : phrase.Words[0]);
        lookup = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        open = [.. all.Where(phrase => IsSign(phrase.Words[0]))];
        foreach (LinePhrase phrase in all.Where(phrase => phrase.Place is PhrasePlace.End or PhrasePlace.Any))
        {
            longestInner = Math.Max(longestInner, phrase.Limit);
            if (IsSign(phrase.Words[0]))
                Array.Fill(innerStarts, true);
            else
                innerStarts[StartOf(phrase.Words[0])] = true;
        }
    }

    /// <summary>The phrase that marks this line, or null. A whole line goes before a beginning, that before an end.</summary>
    /// <param name="line">As written.</param>
    /// <param name="words">Words beyond this number are not read.</param>
    public LinePhrase? Find(ReadOnlySpan<char> line, int words = NoLimit)
    {
        char[]? rented = line.Length > ShortLine ? ArrayPool<char>.Shared.Rent(line.Length) : null;
        try
        {
            return Find(new FoldedLine(line, rented ?? stackalloc char[ShortLine], stackalloc int[Math.Min(words, NoLimit)]));
        }
        finally
        {
            if (rented is not null)
                ArrayPool<char>.Shared.Return(rented);
        }
    }

    private LinePhrase? Find(FoldedLine line)
    {
        LinePhrase? best = null;
        int reach = line.Count > longestInner ? 1 : line.Count;
        for (int i = 0; i < reach && (best is null || best.Place > PhrasePlace.Start); i++)
        {
            if (i > 0 && !innerStarts[StartOf(line[i])])
                continue;
            if (lookup.TryGetValue(line[i], out ImmutableArray<LinePhrase> phrases))
                best = Better(best, phrases, line, i);
            best = Better(best, open, line, i);
        }

        return best;
    }

    /// <summary>Why a line is furniture that is a row of phrases, as <c>Share on Facebook Print Email</c>; null for any other line.</summary>
    public string? FindBar(ReadOnlySpan<char> line)
    {
        if (line.Length > ShortLine)
            return null;
        var words = new FoldedLine(line, stackalloc char[ShortLine], stackalloc int[LongestBar + 1]);
        if (words.Count is < FewestInBar or > LongestBar)
            return null;
        int covered = 0;
        int rows = 0;
        string? reason = null;
        for (int i = 0; i < words.Count;)
        {
            LinePhrase? longest = null;
            if (lookup.TryGetValue(words[i], out ImmutableArray<LinePhrase> phrases))
            {
                foreach (LinePhrase phrase in phrases)
                {
                    bool isPart = phrase.Place is PhrasePlace.Whole or PhrasePlace.Bar && i + phrase.Words.Length <= words.Count && phrase.Words.Length > (longest?.Words.Length ?? 0);
                    if (isPart && Matches(phrase, words, i))
                        longest = phrase;
                }
            }

            if (longest is not null)
            {
                rows++;
                covered += longest.Words.Length;
                reason ??= longest.Reason;
            }

            i += longest?.Words.Length ?? 1;
        }

        return rows >= FewestInBar && covered >= words.Count * 0.7 ? reason : null;
    }

    /// <exception cref="KnowledgeException">A row breaks the format.</exception>
    public static LinePhrases Load(IEnumerable<(string File, string Text)> files)
    {
        var phrases = new List<LinePhrase>();
        foreach ((string file, string text) in files)
        {
            foreach (TableRow row in TableFile.Parse(file, text, "phrase", "place", "words", "reason"))
            {
                PhrasePlace place = row[1] switch
                {
                    "whole" => PhrasePlace.Whole,
                    "start" => PhrasePlace.Start,
                    "end" => PhrasePlace.End,
                    "any" => PhrasePlace.Any,
                    "bar" => PhrasePlace.Bar,
                    _ => throw row.Error(1, "a place is whole, start, end, any or bar"),
                };
                int limit = NoLimit;
                if (row[2].Length > 0 && !int.TryParse(row[2], out limit))
                    throw row.Error(2, "the greatest number of words of the line, or nothing");
                if (row[3].Length == 0)
                    throw row.Error(3, "a reason is missing");
                ImmutableArray<string> words = WordsOf(row[0]);
                if (words.Length == 0)
                    throw row.Error(0, "a phrase is missing");
                phrases.Add(new LinePhrase(words, place, row[3], limit));
            }
        }

        return new LinePhrases(phrases);
    }

    private static ImmutableArray<string> WordsOf(string phrase)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (string part in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (IsSign(part))
                words.Add(part);
            else
                words.AddRange(LineWord.TextsOf(part));
        }

        return words.ToImmutable();
    }

    private static int StartOf(ReadOnlySpan<char> word) => (word[0] * 32 + word.Length) % Starts;

    private static bool IsSign(string word) => word is "#" or "*";

    private static LinePhrase? Better(LinePhrase? best, ImmutableArray<LinePhrase> phrases, FoldedLine line, int at)
    {
        foreach (LinePhrase phrase in phrases)
        {
            if (phrase.Place == PhrasePlace.Bar || best is not null && best.Place <= phrase.Place || line.Count > phrase.Limit)
                continue;
            int end = at + phrase.Words.Length;
            bool placed = phrase.Place switch
            {
                PhrasePlace.Whole => at == 0 && end == line.Count,
                PhrasePlace.Start => at == 0,
                PhrasePlace.End => end == line.Count,
                _ => true,
            };
            if (placed && end <= line.Count && Matches(phrase, line, at))
                best = phrase;
        }

        return best;
    }

    private static bool Matches(LinePhrase phrase, FoldedLine line, int at)
    {
        for (int i = 0; i < phrase.Words.Length; i++)
        {
            string word = phrase.Words[i];
            bool same = word switch
            {
                "*" => true,
                "#" => line.IsNumber(at + i),
                _ => line[at + i].SequenceEqual(word),
            };
            if (!same)
                return false;
        }

        return true;
    }
}
