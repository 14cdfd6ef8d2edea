using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>One part of an actor phrase: a name, office or noun, or a small word.</summary>
/// <param name="Match">Where it stands; its name is -1 for a word that only <see cref="PhraseWords"/> knows, or nobody.</param>
/// <param name="Word">What the word does when it is no name.</param>
/// <param name="Text">As written.</param>
/// <param name="Inner">States and bodies named within an office or a noun: "Kremlin aide".</param>
internal readonly record struct PhrasePart(NameMatch Match, PhraseWordKind Word, string Text, ImmutableArray<KnownEntity> Inner)
{
    public bool IsName => Match.Name >= 0;
}

/// <summary>Cuts an actor phrase into names, offices, nouns and the words between, the longest names first.</summary>
internal static class PhraseParts
{
    public static ImmutableArray<PhrasePart> Of(string text, KnownEntities entities)
    {
        var matches = new List<NameMatch>();
        entities.Match(text, matches);
        var chosen = new List<NameMatch>();
        foreach (NameMatch match in matches.OrderByDescending(match => Weight(match, entities)).ThenBy(match => match.Start))
        {
            if (chosen.TrueForAll(other => match.End <= other.Start || match.Start >= other.End))
                chosen.Add(match);
        }

        chosen.Sort((a, b) => a.Start.CompareTo(b.Start));
        var parts = ImmutableArray.CreateBuilder<PhrasePart>();
        int at = 0;
        foreach (NameMatch match in chosen)
        {
            AddWords(parts, text, at, match.Start, entities);
            string written = text.Substring(match.Start, match.Length);
            PhraseWordKind word = entities.PhraseWords.Of(entities.Folding.Fold(written).TrimEnd('.'));
            parts.Add(new PhrasePart(match, word, written, Inner(match, matches, entities)));
            at = match.End;
        }

        AddWords(parts, text, at, text.Length, entities);
        return parts.ToImmutable();
    }

    private static ImmutableArray<KnownEntity> Inner(NameMatch outer, List<NameMatch> matches, KnownEntities entities)
    {
        if (!entities.Candidates(outer.Name).ToArray().Any(candidate => candidate.Role >= NameRole.Title))
            return [];
        var inner = ImmutableArray.CreateBuilder<KnownEntity>();
        foreach (NameMatch match in matches)
        {
            if (match == outer || match.Start < outer.Start || match.End > outer.End)
                continue;
            foreach (NameCandidate candidate in entities.Candidates(match.Name))
            {
                if (candidate.IsEntity && candidate.Role != NameRole.Surname && entities[candidate.Index].Kind != EntityKind.Person)
                    inner.Add(entities[candidate.Index]);
            }
        }

        return inner.ToImmutable();
    }

    /// <summary>Long names first; of equal ones, that with the surer meaning.</summary>
    private static int Weight(NameMatch match, KnownEntities entities)
    {
        int role = 99;
        foreach (NameCandidate candidate in entities.Candidates(match.Name))
            role = Math.Min(role, RoleRank(candidate.Role));
        return match.Length * 100 - role;
    }

    public static int RoleRank(NameRole role) => role switch
    {
        NameRole.Name => 0,
        NameRole.Acronym => 1,
        NameRole.Adjective => 2,
        NameRole.People => 3,
        NameRole.Short => 4,
        NameRole.Seat => 5,
        NameRole.Capital => 6,
        NameRole.Title or NameRole.TitlePlural => 7,
        NameRole.Agent or NameRole.AgentPlural => 8,
        NameRole.Region => 9,
        _ => 10,
    };

    private static void AddWords(ImmutableArray<PhrasePart>.Builder parts, string text, int from, int to, KnownEntities entities)
    {
        int at = from;
        while (at < to)
        {
            while (at < to && !char.IsLetterOrDigit(text[at]))
            {
                if (text[at] is ',' or ';' or '(')
                    parts.Add(new PhrasePart(new NameMatch(at, 1, -1, 0), PhraseWordKind.Link, text.Substring(at, 1), []));
                at++;
            }

            int start = at;
            while (at < to && (char.IsLetterOrDigit(text[at]) || text[at] is '\'' or '\u2019' or '.' && at + 1 < to && char.IsLetterOrDigit(text[at + 1])))
                at++;
            if (at == start)
                continue;
            string word = text[start..at];
            if (word is "s" or "S")
                continue;
            parts.Add(new PhrasePart(new NameMatch(start, at - start, -1, 1), entities.PhraseWords.Of(entities.Folding.Fold(word).TrimEnd('.')), word, []));
        }
    }
}
