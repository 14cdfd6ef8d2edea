using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The state of a paper by the lines above its headline: "MALTA HERALD ONLINE", "The Sentinel — Port of Spain — 18 December", "Friday | Vilnius -2°C".</summary>
internal sealed class PaperHeads(KnownEntities known, MentionWords words)
{
    private const int Longest = 110;
    private const int Most = 8;

    /// <summary>How many bars may stand between the parts of a line that is no menu.</summary>
    private const int MostParts = 3;

    private readonly List<NameMatch> matches = [];

    /// <summary>The only state that they name; none where they name several or stand in the text itself.</summary>
    public CountryCode Find(Document document) => Above(document) is { IsNone: false } above ? above : Dated(document);

    /// <summary>"The Suva Weekly, Suva, 3 May 2009", "By our court reporter, Suva. 3 May 2002": the only state of the first line that tells paper, town and day; none without one.</summary>
    private CountryCode Dated(Document document)
    {
        int start = 0;
        for (int count = 0; count < Most && start < document.Text.Length;)
        {
            int stop = document.Text.IndexOf('\n', start) is >= 0 and var found ? found : document.Text.Length;
            ReadOnlySpan<char> line = document.Text.AsSpan(start, stop - start);
            if (line.Length > Longest + Longest)
                break;
            if (line.IndexOfAnyInRange('0', '9') >= 0 && line.Contains(',') && IsOwnPaper(line) && Only(line) is { IsNone: false } state && NamesTown(line))
                return state;
            count += line.IsEmpty ? 0 : 1;
            start = stop + 1;
        }

        return default;
    }

    /// <summary>Whether the words before the first comma are the name of a paper or a reporter of its own; "our correspondent" may stand abroad.</summary>
    private bool IsOwnPaper(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> paper = line[..line.IndexOf(',')];
        bool isOurs = paper.StartsWith("by our ", StringComparison.OrdinalIgnoreCase);
        foreach (Range part in paper.Split(' '))
        {
            string word = paper[part].ToString().ToLowerInvariant();
            if (words.IsPressName(word) || isOurs && words.IsHomeReporter(word))
                return true;
        }

        return false;
    }

    /// <summary>", Suva, 3 May": a town between a comma and a comma or stop; "West Africa Weekly, No. 3" names none.</summary>
    private bool NamesTown(ReadOnlySpan<char> line)
    {
        foreach (NameMatch match in matches)
        {
            if (!line[..match.Start].EndsWith(", ") || match.End < line.Length && line[match.End] is not (',' or '.' or ';'))
                continue;
            foreach (NameCandidate candidate in known.Candidates(match.Name))
            {
                if (candidate.IsEntity && (candidate.Role == NameRole.Capital || known[candidate.Index].Kind == EntityKind.Place))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The only state of the lines above the headline.</summary>
    private CountryCode Above(Document document)
    {
        int end = document.TitleRange is { IsEmpty: false } title ? title.Start : 0;
        if (end == 0)
            return default;
        CountryCode only = default;
        int start = 0;
        for (int count = 0; count < Most && start < end; count++)
        {
            int stop = document.Text.IndexOf('\n', start) is >= 0 and var found && found < end ? found : end;
            ReadOnlySpan<char> line = document.Text.AsSpan(start, stop - start);
            if (line.Length is > 0 and < Longest && IsHead(line, document.Outlet) && Only(line) is { IsNone: false } state)
            {
                if (!only.IsNone && only != state)
                    return default;
                only = state;
            }

            start = stop + 1;
        }

        return only;
    }

    /// <summary>The name of a paper, or parts with marks between them; many parts are a menu.</summary>
    private bool IsHead(ReadOnlySpan<char> line, string? outlet)
    {
        if (line.Count('|') > MostParts)
            return false;
        if (line.IndexOfAny("|—·°•") >= 0 || outlet is not null && line.Contains(outlet, StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (Range part in line.Split(' '))
        {
            if (words.IsPressName(line[part].Trim(".,").ToString().ToLowerInvariant()))
                return true;
        }

        return false;
    }

    /// <summary>The only state whose names or places a line holds.</summary>
    private CountryCode Only(ReadOnlySpan<char> line)
    {
        matches.Clear();
        known.Match(line, matches);
        CountryCode only = default;
        foreach (NameMatch match in matches)
        {
            CountryCode meant = default;
            foreach (NameCandidate candidate in known.Candidates(match.Name))
            {
                if (!candidate.IsEntity || known[candidate.Index] is not { Kind: EntityKind.State or EntityKind.Place, Country: { IsNone: false } state })
                    continue;
                if (!meant.IsNone && meant != state)
                    return default;
                meant = state;
            }

            if (!only.IsNone && !meant.IsNone && only != meant)
                return default;
            only = meant.IsNone ? only : meant;
        }

        return only;
    }
}
