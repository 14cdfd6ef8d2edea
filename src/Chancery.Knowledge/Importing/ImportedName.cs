using System.Buffers;
using System.Text;

namespace Chancery.Knowledge;

/// <summary>Names of dictionaries, which are written in capitals with underscores, as text writes them.</summary>
internal static class ImportedName
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("AEIOUY");

    /// <summary>The name with small letters, a person's without the title before it; "" when only a title was there.</summary>
    public static string Of(string raw, bool person, KnownEntities entities)
    {
        string text = Clean(raw);
        if (text.Length == 0)
            return "";
        if (!text.Contains(' ', StringComparison.Ordinal) && text.Length <= 6 && IsKnownAcronym(text, entities))
            return text;
        string lower = text.ToLowerInvariant();
        int start = person ? EndOfTitle(lower, entities) : 0;
        if (start > 0 && start + 1 < lower.Length && lower[start] == ' ')
            lower = lower[start..].TrimStart(' ', '-');
        return Capitalized(lower, entities);
    }

    public static bool IsAcronym(string name) => name.Length <= 6 && name.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '.');

    /// <summary>True when a common noun of bodies stands in the name: "ministry", "party", "army".</summary>
    public static bool IsBody(string name, KnownEntities entities)
    {
        var matches = new List<NameMatch>();
        entities.Match(name.ToLowerInvariant(), matches);
        foreach (NameMatch match in matches)
        {
            foreach (NameCandidate candidate in entities.Candidates(match.Name))
            {
                if (candidate.Role is NameRole.Agent or NameRole.AgentPlural && entities.Agents[candidate.Index].Kind != Model.EntityKind.Person)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Underscores to spaces; a bracketed acronym, quotation marks and odd signs left out.</summary>
    private static string Clean(string raw)
    {
        string name = raw.TrimStart('+').Replace('_', ' ');
        int bracket = name.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0)
            name = name[..bracket];
        var result = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (c is '|' or '"' or ')' or '+' or '*' or '\t')
                continue;
            if (c == ' ' && (result.Length == 0 || result[^1] == ' '))
                continue;
            result.Append(c);
        }

        return result.ToString().Trim(' ', '-', ',', '\'', '.');
    }

    private static bool IsKnownAcronym(string text, KnownEntities entities)
    {
        if (text.Length <= 3)
            return true;
        var matches = new List<NameMatch>();
        entities.Match(text, matches);
        foreach (NameMatch match in matches)
        {
            foreach (NameCandidate candidate in entities.Candidates(match.Name))
            {
                if (candidate.Role != NameRole.Acronym && candidate.IsEntity)
                    return false;
            }
        }

        return matches.Count > 0 || !text.AsSpan().ContainsAny(Vowels);
    }

    private static int EndOfTitle(string lower, KnownEntities entities)
    {
        var matches = new List<NameMatch>();
        entities.Match(lower, matches);
        int end = 0;
        foreach (NameMatch match in matches)
        {
            if (match.Start == 0 && entities.Candidates(match.Name).ToArray().Any(candidate => candidate.Role == NameRole.Title))
                end = Math.Max(end, match.End);
        }

        return end;
    }

    private static string Capitalized(string lower, KnownEntities entities)
    {
        string[] words = lower.Split(' ');
        for (int i = 0; i < words.Length; i++)
        {
            bool small = i > 0 && (words[i] == "and" || entities.Naming.IsParticle(words[i]) || entities.PhraseWords.Of(words[i]) == PhraseWordKind.Link);
            if (!small)
                words[i] = string.Join('-', words[i].Split('-').Select(part => part.Length == 0 || entities.Naming.IsParticle(part) && i > 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
        }

        return string.Join(' ', words);
    }
}
