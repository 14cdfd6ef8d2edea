using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>
/// A dateline with neither agency nor day nor capitals: <c>Harare, Zimbabwe - The opposition …</c>, <c>Washington – The president …</c>.
/// Its place must be known, since "Hamlet - The film" opens the same way.
/// </summary>
internal static class PlaceOpenings
{
    private const int Longest = 60;
    private const int ShortestReport = 40;

    /// <returns>Null where the paragraph does not open so.</returns>
    public static WrittenDateline? Find(string text, TextRange paragraph, KnownEntities known)
    {
        ReadOnlySpan<char> opening = text.AsSpan(paragraph.Start, Math.Min(paragraph.Length, Longest));
        int dash = opening.IndexOfAny('-', '\u2013', '\u2014');
        if (dash < 3 || opening[dash - 1] != ' ')
            return null;
        int end = dash + 1;
        if (end < opening.Length && opening[end] == opening[dash])
            end++;
        if (end + 1 >= opening.Length || opening[end] != ' ' || !OpensReport(opening[(end + 1)..]) || paragraph.Length - end < ShortestReport)
            return null;
        string place = opening[..dash].Trim().ToString();
        return IsPlace(place, known) ? new WrittenDateline(new TextRange(paragraph.Start, end), place, null, null) : null;
    }

    /// <summary>A capital or a mark before one.</summary>
    private static bool OpensReport(ReadOnlySpan<char> rest)
    {
        ReadOnlySpan<char> words = rest.TrimStart(" \"'\u201C\u2018\u00AB");
        return words.Length > 0 && char.IsUpper(words[0]);
    }

    /// <summary>A known town or capital, perhaps with its state or region behind a comma.</summary>
    private static bool IsPlace(string written, KnownEntities known)
    {
        int comma = written.IndexOf(',');
        string town = comma < 0 ? written : written[..comma];
        return IsKnown(town, known, isTown: true) && (comma < 0 || IsKnown(written[(comma + 1)..].Trim(), known, isTown: false));
    }

    private static bool IsKnown(string name, KnownEntities known, bool isTown)
    {
        var matches = new List<NameMatch>();
        known.Match(name, matches);
        foreach (NameMatch match in matches)
        {
            if (match.Length != name.Length)
                continue;
            foreach (NameCandidate candidate in known.Candidates(match.Name))
            {
                if (candidate.Role == NameRole.Capital || (candidate.IsEntity && known[candidate.Index].Kind is EntityKind.Place)
                    || (!isTown && candidate is { IsEntity: true, Role: NameRole.Name or NameRole.Short or NameRole.Acronym } && known[candidate.Index].Kind is EntityKind.State))
                    return true;
            }
        }

        return false;
    }
}
