using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"The Commission" of a report that has named the European Union: the body of the union, not one of a state.</summary>
internal sealed class UnionBodies(Phrases phrases)
{
    private readonly List<NameMatch> matches = [];

    /// <summary>The body, -1 for none.</summary>
    public int Of(Sighting sighting, Signs signs)
    {
        if (sighting.First < sighting.Last || sighting.IsPlural || signs.Countries.Count > 0 || signs.Body >= 0 || signs.Owner >= 0 || signs.End > sighting.Last || signs.IsDescribed
            || !char.IsUpper(phrases.Tree.Text[sighting.Range.Start]) || !phrases.Words.IsUnionBody(phrases.Form(sighting.First)))
            return -1;
        string word = sighting.Range.Of(phrases.Tree.Text);
        foreach (Spoken spoken in phrases.Recall.Back(phrases.Recall.Sentence))
        {
            if (phrases.Table[spoken.Entity] is not { Kind: EntityKind.Organization, Known: { } union, Sectors: [Sector.Igo, ..] })
                continue;
            if (union.Name.EndsWith(word, StringComparison.Ordinal))
                return spoken.Entity;
            int space = union.Name.IndexOf(' ', StringComparison.Ordinal);
            if (Named($"{union.Name} {word}") is >= 0 and var whole)
                return whole;
            if (space > 0 && Named($"{union.Name[..space]} {word}") is >= 0 and var part)
                return part;
        }

        return -1;
    }

    private int Named(string name)
    {
        matches.Clear();
        phrases.Known.Match(name, matches);
        foreach (NameMatch match in matches)
        {
            if (match.Length < name.Length)
                continue;
            foreach (NameCandidate candidate in phrases.Known.Candidates(match.Name))
            {
                if (candidate.IsEntity && phrases.Known[candidate.Index] is { Kind: EntityKind.Organization, Country.IsNone: true } body && body.Sectors.Contains(Sector.Igo))
                    return phrases.Table.OfKnown(candidate.Index);
            }
        }

        return -1;
    }
}
