using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The last words of persons' names where they stand alone and were taken for common words: "Waddoups wrote" after "Clark Waddoups".</summary>
internal static class NameEchoes
{
    public static void Add(DocumentTree tree, List<Sighting>[] sentences)
    {
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        foreach (Sighting sighting in sentences.SelectMany(static sightings => sightings))
        {
            if (sighting.First < sighting.Last && (sighting.SoundsLike == NameKind.Person || sighting.Kind == SightingKind.Person))
                surnames.Add(tree[sighting.Last].Range.Of(tree.Text));
        }

        if (surnames.Count == 0)
            return;
        var alternate = surnames.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int s = 0; s < sentences.Length; s++)
        {
            Sentence sentence = tree.Parsed.Sentences[s];
            int next = 0;
            List<Sighting> sightings = sentences[s];
            for (int token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                while (next < sightings.Count && sightings[next].Last < token)
                    next++;
                bool taken = next < sightings.Count && sightings[next].First <= token;
                if (taken || !char.IsUpper(tree.Text[tree[token].Range.Start]) || !alternate.Contains(tree.Form(token)))
                    continue;
                sightings.Insert(next, new Sighting { First = token, Last = token, Range = tree[token].Range, Kind = SightingKind.Name, SoundsLike = NameKind.Person });
            }
        }
    }
}
