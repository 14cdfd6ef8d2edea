using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>A person's given name standing behind a title for the whole name: "President John telephoned".</summary>
internal static class HalfNames
{
    public static void Find(Document document, IReadOnlyList<ArtefactScan> scans, KnownEntities entities, ArtefactWords artefacts, List<Diagnostic> problems)
    {
        Dictionary<string, string>? given = null;
        foreach (ArtefactScan scan in scans)
        {
            ReadOnlySpan<char> text = scan.Range.In(document.Text);
            List<LineWord> words = scan.Words;
            for (int i = 0; i + 1 < words.Count; i++)
            {
                LineWord title = words[i];
                LineWord name = words[i + 1];
                if (!artefacts.IsTitle(title.Text) || !char.IsUpper(text[title.Start]) || !char.IsUpper(text[name.Start]))
                    continue;
                bool alone = i + 2 >= words.Count || char.IsLower(text[words[i + 2].Start]) || text[name.End] != ' ';
                // A particle goes on with the name: "bin", "al-", "de".
                bool goesOn = alone && i + 3 < words.Count && text[name.End] == ' ' && words[i + 2].Text.Length <= 3 && char.IsUpper(text[words[i + 3].Start]);
                if (alone && !goesOn && Near(given ??= GivenNames(document, entities), name.Text) is { } whole)
                    problems.Add(new Diagnostic(DiagnosticId.HalfTranslatedName, Severity.Warning, new TextRange(scan.Range.Start + title.Start, name.End - title.Start), $"A given name stands alone behind a title; '{whole}' may be meant."));
            }
        }
    }

    /// <summary>Given names of the persons that the text names in full, where they are nobody's family name in it.</summary>
    private static Dictionary<string, string> GivenNames(Document document, KnownEntities entities)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var families = new HashSet<string>(StringComparer.Ordinal);
        var matches = new List<NameMatch>();
        entities.Match(document.Text, matches);
        foreach (NameMatch match in matches)
        {
            ReadOnlySpan<NameCandidate> candidates = entities.Candidates(match.Name);
            if (match.Words < 2 || candidates.Length == 0 || !candidates[0].IsEntity || entities[candidates[0].Index].Kind != EntityKind.Person)
                continue;
            List<LineWord> words = LineWord.Of(document.Text.AsSpan(match.Start, match.Length));
            if (words.Count < 2)
                continue;
            given.TryAdd(words[0].Text, entities[candidates[0].Index].Name);
            families.Add(words[^1].Text);
        }

        foreach (string family in families)
            given.Remove(family);
        return given;
    }

    private static string? Near(Dictionary<string, string> given, string name)
    {
        if (given.TryGetValue(name, out string? whole))
            return whole;
        foreach ((string known, string person) in given)
        {
            bool isLonger = Math.Abs(known.Length - name.Length) == 1 && known.Length >= 5;
            int start = known.AsSpan().CommonPrefixLength(name);
            (string shorter, string longer) = known.Length < name.Length ? (known, name) : (name, known);
            if (isLonger && start >= 3 && longer.EndsWith(shorter[start..], StringComparison.Ordinal))
                return person;
        }

        return null;
    }
}
