using System.Collections.Immutable;
using System.Globalization;

namespace Chancery.Knowledge;

/// <summary>A code of an entry with the days on which it holds; without days it holds where no other does.</summary>
internal readonly record struct DatedCode(string Code, DateSpan Span, bool IsDated);

/// <summary>An entry of an actor dictionary: names and codes.</summary>
internal sealed record ActorEntry(ImmutableArray<string> Names, ImmutableArray<DatedCode> Codes, FilePlace Place);

/// <summary>An entry of an agent dictionary: <c>CHAMBER_OF_COMMERCE {CHAMBERS_OF_COMMERCE} [~BUS]</c>.</summary>
internal sealed record AgentEntry(string Noun, string? Plural, string Code, FilePlace Place);

/// <summary>Reads the dictionary format of TABARI and PETRARCH: <c>NAME_ [CODE]</c>, <c>+SYNONYM_</c>, <c>[CODE 970101-061231]</c>.</summary>
internal static class ActorDictionary
{
    /// <summary>True for an agent dictionary, whose codes begin with a tilde.</summary>
    public static bool IsAgents(string text) => text.Contains("[~", StringComparison.Ordinal);

    /// <summary>True for an actor dictionary: codes in brackets after names.</summary>
    public static bool IsActors(string text)
    {
        int seen = 0;
        if (text.Contains("<ISSUE ", StringComparison.Ordinal))
            return false;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (line.Length > 5 && line[0] != '#' && line[0] != '<' && line.IndexOf('[') is var open and >= 0 && line.Length > open + 3 && char.IsAsciiLetterUpper(line[open + 1]) && char.IsAsciiLetterUpper(line[open + 3]) && !line.Contains(':') && ++seen > 2)
                return true;
        }

        return false;
    }

    public static IEnumerable<ActorEntry> Actors(string file, string text, Action<KnowledgeException> refuse)
    {
        var names = new List<string>();
        var codes = new List<DatedCode>();
        FilePlace place = default;
        int number = 0;
        foreach (string raw in text.Split('\n'))
        {
            number++;
            string line = WithoutComment(raw.TrimEnd('\r')).TrimEnd();
            if (line.Length == 0)
                continue;
            bool indented = line[0] is ' ' or '\t';
            string body = line.Trim();
            if (!indented && body[0] != '+' && body[0] != '[')
            {
                if (names.Count > 0)
                    yield return new ActorEntry([.. names], [.. codes], place);
                names.Clear();
                codes.Clear();
                place = new FilePlace(file, number, 1);
            }

            int open = body.IndexOf('[', StringComparison.Ordinal);
            string name = (open < 0 ? body : body[..open]).Trim();
            if (name.Length > 0)
                names.Add(name);
            while (open >= 0)
            {
                int close = body.IndexOf(']', open);
                if (close < 0)
                {
                    refuse(new KnowledgeException(file, number, raw.IndexOf('[', StringComparison.Ordinal) + 1, "a code without its closing bracket"));
                    break;
                }

                if (ReadCode(body[(open + 1)..close]) is { } code)
                    codes.Add(code);
                else
                    refuse(new KnowledgeException(file, number, raw.IndexOf('[', StringComparison.Ordinal) + 1, $"'{body[(open + 1)..close]}' is no code with a date range"));
                open = body.IndexOf('[', close);
            }
        }

        if (names.Count > 0)
            yield return new ActorEntry([.. names], [.. codes], place);
    }

    public static IEnumerable<AgentEntry> Agents(string file, string text, Action<KnowledgeException> refuse)
    {
        var sets = new Dictionary<string, string[]>(StringComparer.Ordinal);
        int number = 0;
        foreach (string raw in text.Split('\n'))
        {
            number++;
            string line = WithoutComment(raw.TrimEnd('\r')).Trim();
            if (line.Length == 0)
                continue;
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            if (line[0] == '!' && equals > 0)
            {
                sets[line[..equals].Trim()] = line[(equals + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                continue;
            }

            int open = line.IndexOf('[', StringComparison.Ordinal);
            int close = line.IndexOf(']', StringComparison.Ordinal);
            if (open <= 0 || close < open)
            {
                refuse(new KnowledgeException(file, number, 1, "no noun with a code in brackets"));
                continue;
            }

            string noun = line[..open].Trim();
            string? plural = null;
            int brace = noun.IndexOf('{', StringComparison.Ordinal);
            if (brace >= 0)
            {
                plural = noun[(brace + 1)..].TrimEnd('}', ' ');
                noun = noun[..brace].Trim();
            }

            foreach (string expanded in Expand(noun, sets))
                yield return new AgentEntry(expanded, plural, line[(open + 1)..close].Trim('~', ' '), new FilePlace(file, number, 1));
        }
    }

    private static IEnumerable<string> Expand(string noun, Dictionary<string, string[]> sets)
    {
        foreach ((string set, string[] words) in sets)
        {
            if (noun.Contains(set, StringComparison.Ordinal))
                return words.Select(word => noun.Replace(set, word, StringComparison.Ordinal));
        }

        return [noun];
    }

    private static string WithoutComment(string line)
    {
        int hash = line.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? line : line[..hash];
    }

    private static DatedCode? ReadCode(string text)
    {
        string[] parts = text.Trim().Split([' ', '\t'], 2, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || !parts[0].All(c => char.IsAsciiLetterUpper(c) || c == '-'))
            return null;
        if (parts.Length == 1)
            return new DatedCode(parts[0], default, false);
        string range = parts[1].Replace(" ", "", StringComparison.Ordinal);
        DateOnly? from = null;
        DateOnly? to = null;
        if (range[0] == '>')
        {
            if (!TryDay(range[1..], out from))
                return null;
        }
        else if (range[0] == '<')
        {
            if (!TryDay(range[1..], out to))
                return null;
        }
        else
        {
            string[] ends = range.Split('-');
            if (ends.Length != 2 || !TryDay(ends[0], out from) || !TryDay(ends[1], out DateOnly? last))
                return null;
            to = last?.AddDays(1);
            if (from > to)
                return null;
        }

        return new DatedCode(parts[0], new DateSpan(from, to), true);
    }

    /// <summary>YYMMDD, of the twentieth century from 30 on, or YYYYMMDD; a day that its month lacks is the month's last.</summary>
    private static bool TryDay(string text, out DateOnly? day)
    {
        day = null;
        if (text.Length is not (6 or 8) || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return false;
        int year = number / 10000;
        if (text.Length == 6)
            year += year < 30 ? 2000 : 1900;
        int month = number / 100 % 100;
        int dayOfMonth = number % 100;
        if (year < 1 || month is < 1 or > 12 || dayOfMonth is < 1 or > 31)
            return false;
        day = new DateOnly(year, month, Math.Min(dayOfMonth, DateTime.DaysInMonth(year, month)));
        return true;
    }
}
