using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>What the line with the copyright says of a page that declares nothing: who publishes it, and of what year a day without one may be.</summary>
internal static class Imprint
{
    private const int LongestLine = 300;
    private const int LongestSite = 80;
    private const int FewestWords = 2;
    private const int FewWords = 6;

    /// <summary>The name that the head title bears beside the headline ("… | The Suva Sentinel Online"), as far as the line with the copyright has it too; else null.</summary>
    public static string? NameOf(PageTree tree)
    {
        if (tree.HeadTitle is not { } title)
            return null;
        string[] parts = title.Split(['|', '\u00BB', '\u2022', '\u2014', '\u2013'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (PageLine line in tree.Lines)
        {
            if (!IsImprint(line.Text))
                continue;
            foreach (string part in parts)
            {
                foreach (string name in part.Split([" - ", " : ", ": "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    if (SharedName(name, line.Text) is { } shared)
                        return shared;
                }
            }
        }

        return null;
    }

    /// <summary>The last part of a head title of several that names a body of a state ("Talks in Oslo :: News :: Ministry of Trade of Chad"), or the first or last that is the name of a ministry alone; null for others, which may be any part of a site.</summary>
    public static string? SiteOf(PageTree tree, KnownEntities known)
    {
        string[] parts = tree.HeadTitle?.Split(["::", " | ", " \u00BB ", " \u2022 "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (parts is not [var first, .., { Length: > 0 and <= LongestSite } site])
            return null;
        if (NamesBodyOfState(site, known) || IsMinistry(site, known))
            return site;

        // "Ministry of Trade | Release 12/16", "Ministry of Trade | Talks in Oslo": beside the headline, not beside the name of a paper.
        bool isBesideHeadline = parts.Length == 2 && (site.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || tree.Lines.Exists(line => line.Kind == LineKind.Heading && line.Text.Equals(site, StringComparison.OrdinalIgnoreCase)));
        return isBesideHeadline && IsMinistry(first, known) && !tree.Lines.Exists(line => line.Kind == LineKind.Heading && line.Text.StartsWith(first, StringComparison.OrdinalIgnoreCase)) ? first : null;
    }

    /// <summary>"Ministry of Trade", "Ministry of Foreign Affairs and Worship": a body of government and its field, in words with capitals and nothing else.</summary>
    private static bool IsMinistry(string part, KnownEntities known)
    {
        List<LineWord> words = LineWord.Of(part, FewWords + 1);
        if (words.Count is < FewestWords or > FewWords || !words.TrueForAll(word => char.IsUpper(part[word.Start]) || word.End - word.Start <= 3))
            return false;
        int body = words[0].End;
        return part.AsSpan(body).TrimStart().StartsWith("of ", StringComparison.Ordinal) && NamesBody(part[..body], known);
    }

    /// <summary>Whether words name a kind of body of government: "ministry".</summary>
    public static bool NamesBody(string noun, KnownEntities known)
    {
        var matches = new List<NameMatch>();
        known.Match(noun, matches);
        foreach (NameMatch match in matches)
        {
            foreach (NameCandidate candidate in known.Candidates(match.Name))
            {
                if (candidate.Role == NameRole.Agent && known.Agents[candidate.Index] is { Kind: EntityKind.Organization, Sector: Sector.Gov })
                    return true;
            }
        }

        return false;
    }

    private static bool NamesBodyOfState(string site, KnownEntities known)
    {
        var matches = new List<NameMatch>();
        known.Match(site, matches);
        bool body = false;
        bool state = false;
        foreach (NameMatch match in matches)
        {
            foreach (NameCandidate candidate in known.Candidates(match.Name))
            {
                body |= candidate.Role == NameRole.Agent && known.Agents[candidate.Index] is { Kind: EntityKind.Organization, Sector: Sector.Gov };
                state |= candidate.IsEntity && known[candidate.Index].Kind == EntityKind.State;
            }
        }

        return body && state;
    }

    /// <summary>The last year of a line with the copyright; 0 for none or several.</summary>
    public static int YearOf(PageTree tree)
    {
        int only = 0;
        foreach (PageLine line in tree.Lines)
        {
            if (!Join(line.Text, ref only))
                return 0;
        }

        return only;
    }

    /// <summary>The last year of a line with the copyright of a text; 0 for none or several.</summary>
    public static int YearOf(string text)
    {
        int only = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (line.Length <= LongestLine && !Join(line.Trim().ToString(), ref only))
                return 0;
        }

        return only;
    }

    private static bool Join(string line, ref int only)
    {
        if (!IsImprint(line))
            return true;
        int last = 0;
        foreach (DateToken token in DateToken.Of(line))
        {
            if (token is { IsNumber: true, Length: 4, Number: >= FoundDate.EarliestPage and <= FoundDate.LatestYear })
                last = token.Number;
        }

        if (only != 0 && last != 0 && only != last)
            return false;
        only = Math.Max(only, last);
        return true;
    }

    private static bool IsImprint(string line) =>
        line.Length <= LongestLine && (line.Contains('\u00A9', StringComparison.Ordinal) || line.StartsWith("(c)", StringComparison.OrdinalIgnoreCase) || line.StartsWith("copyright", StringComparison.OrdinalIgnoreCase));

    // Whole words; a name of one word only where nothing but the year and marks stands behind it.
    private static bool HoldsName(string line, string name, bool alone)
    {
        for (int at = line.IndexOf(name, StringComparison.Ordinal); at >= 0; at = line.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            int end = at + name.Length;
            if (at > 0 && char.IsLetterOrDigit(line[at - 1]) || end < line.Length && char.IsLetterOrDigit(line[end]))
                continue;
            ReadOnlySpan<char> rest = line.AsSpan(end).TrimStart();
            if (!alone || rest.IsEmpty || !char.IsLetter(rest[0]))
                return true;
        }

        return false;
    }

    // Of "The Suva Sentinel Online" the words that stand in the line: at least two, or all.
    private static string? SharedName(string name, string line)
    {
        List<LineWord> words = LineWord.Of(name, FewWords + 1);
        if (words.Count is 0 or > FewWords || !char.IsUpper(name[0]))
            return null;
        for (int count = words.Count; count >= Math.Min(words.Count, FewestWords); count--)
        {
            string start = name[..words[count - 1].End];
            if (HoldsName(line, start, words.Count == 1))
                return start;
        }

        return null;
    }
}
