namespace Chancery.Coding;

/// <summary>"emperor penguins": where a report has an office in the name of an animal, the bare office means the animal too; in a report about animals "juveniles" are such.</summary>
internal static class AnimalNames
{
    /// <summary>How many words for animals make a report one about them.</summary>
    private const int Many = 4;

    /// <param name="tree">The trees.</param>
    /// <param name="sentences">What was found by sentence; changed.</param>
    /// <param name="words">The words for animals.</param>
    public static void Remove(DocumentTree tree, List<Sighting>[] sentences, MentionWords words)
    {
        var animals = new HashSet<(SightingKind, int)>();
        int told = 0;
        for (int i = 0; i < tree.Count; i++)
            told += words.IsAnimal(tree[i].Range.Of(tree.Text).ToLowerInvariant()) ? 1 : 0;
        if (told >= Many)
        {
            foreach (List<Sighting> sightings in sentences)
                sightings.RemoveAll(sighting => sighting.Kind == SightingKind.Agent && sighting.First == sighting.Last && char.IsLower(tree.Text[sighting.Range.Start]) && words.IsCreature(tree[sighting.First].Range.Of(tree.Text).ToLowerInvariant()));
        }

        for (int s = 0; s < sentences.Length; s++)
        {
            int end = tree.Parsed.Sentences[s].EndToken;
            foreach (Sighting sighting in sentences[s])
            {
                if (IsOffice(sighting) && sighting.Last + 1 < end && words.IsAnimal(tree[sighting.Last + 1].Range.Of(tree.Text).ToLowerInvariant()))
                    animals.Add((sighting.Kind, sighting.Index));
            }
        }

        if (animals.Count == 0)
            return;
        foreach (List<Sighting> sightings in sentences)
            sightings.RemoveAll(sighting => IsOffice(sighting) && char.IsLower(tree.Text[sighting.Range.Start]) && animals.Contains((sighting.Kind, sighting.Index)));
    }

    private static bool IsOffice(Sighting sighting) => sighting.Kind is SightingKind.Title or SightingKind.Agent && sighting.First == sighting.Last;
}
