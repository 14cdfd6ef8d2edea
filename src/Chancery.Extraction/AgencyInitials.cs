using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>Whom the initials of a dateline mean: "NNA" is an agency of Lebanon only in a report that has to do with Lebanon.</summary>
internal static class AgencyInitials
{
    /// <summary>The known agency where the report tells of its country or spells its name out; else the initials as written.</summary>
    public static string? NameOf(string? written, string text, KnowledgeBase knowledge)
    {
        if (written is null || knowledge.Outlets.Find(written) is not { } known)
            return written?.Trim();
        bool isOpen = known.Kind == "agency" && !known.IsOfWorld && !known.Country.IsNone && known.Acronyms.Contains(written.Trim());
        return !isOpen || SpellsOut(known, text, knowledge.Outlets) || TellsOf(known.Country, text, knowledge.Entities) ? known.Name : written.Trim();
    }

    private static bool SpellsOut(Outlet known, string text, Outlets outlets)
    {
        var matches = new List<NameMatch>();
        outlets.Match(text, matches);
        return matches.Exists(match => outlets.Of(match) == known && !known.Acronyms.Contains(text.Substring(match.Start, match.Length)));
    }

    private static bool TellsOf(CountryCode country, string text, KnownEntities entities)
    {
        var matches = new List<NameMatch>();
        entities.Match(text, matches);
        foreach (NameMatch match in matches)
        {
            foreach (NameCandidate candidate in entities.Candidates(match.Name))
            {
                if (candidate.IsEntity && entities[candidate.Index].Country == country && entities[candidate.Index].Kind is EntityKind.State or EntityKind.Place)
                    return true;
            }
        }

        return false;
    }
}
