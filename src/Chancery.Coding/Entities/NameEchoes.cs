using Chancery.Knowledge;
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
                bool taken = next < sightings.Count && sightings[next].First <= token && !IsEcho(tree, sightings[next], alternate);
                if (taken || !char.IsUpper(tree.Text[tree[token].Range.Start]) || !alternate.Contains(tree.Form(token)))
                    continue;
                if (next < sightings.Count && sightings[next].First == token)
                    sightings.RemoveAt(next);
                sightings.Insert(next, new Sighting { First = token, Last = token, Range = tree[token].Range, Kind = SightingKind.Name, SoundsLike = NameKind.Person });
            }
        }
    }

    /// <summary>"KB: I was born there": the letters of whoever answers in an interview are somebody's.</summary>
    public static void Hear(DocumentTree tree, List<Sighting>[] sentences, PersonNames people)
    {
        foreach (Sighting sighting in sentences.SelectMany(static sightings => sightings))
        {
            if (sighting.Kind == SightingKind.Name && sighting.First == sighting.Last && sighting.Last + 1 < tree.Count && tree.Form(sighting.Last + 1) is ":" && people.IsLabel(sighting.Range.Of(tree.Text)))
                sighting.SoundsLike = NameKind.Person;
        }
    }

    /// <summary>"Q (Le Courrier du Lac): …": whoever asks for a paper is told by its name.</summary>
    public static void Ask(DocumentTree tree, List<Sighting>[] sentences, SpeechCues cues)
    {
        foreach (Sighting sighting in sentences.SelectMany(static sightings => sightings))
        {
            int first = sighting.First;
            if (sighting.Kind == SightingKind.Name && first > 1 && sighting.Last + 2 < tree.Count && tree.Form(first - 1) is "(" && tree.Form(sighting.Last + 1) is ")" && tree.Form(sighting.Last + 2) is ":" && cues.Is(tree.Form(first - 2).ToString().ToLowerInvariant(), CueKind.Asked))
                (sighting.SoundsLike, sighting.IsAsking) = (NameKind.Organization, true);
        }
    }

    /// <summary>"Robin Archer … Archer said": a noun of people that stands in capitals, without an article and before no name, like a surname of the report.</summary>
    private static bool IsEcho(DocumentTree tree, Sighting noun, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> surnames) =>
        noun is { Kind: SightingKind.Agent or SightingKind.Title, IsPlural: false } && noun.First == noun.Last && tree[noun.Last].Pos == PartOfSpeech.Propn && surnames.Contains(noun.Range.In(tree.Text))
        && !tree.Has(noun.Last, Relation.Det) && !tree.Has(noun.Last, Relation.Flat) && tree[noun.Last].Relation is not (Relation.Compound or Relation.NmodDesc or Relation.Flat);
}
