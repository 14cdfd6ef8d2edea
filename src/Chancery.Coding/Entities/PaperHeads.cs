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
    public CountryCode Find(Document document)
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
