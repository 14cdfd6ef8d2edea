namespace Chancery.Coding;

/// <summary>One name is of one kind in a report: all places where it stands decide together, and a longer name that ends in it votes with it.</summary>
internal static class NameVote
{
    public const int Kinds = 5;

    /// <summary>By how much one kind must be likelier than the next, in units of the model; below it a name has no kind.</summary>
    private const float SureMargin = 8;

    public static void Decide(DocumentTree tree, List<Sighting>[] sentences)
    {
        var sums = new Dictionary<string, float[]>(StringComparer.Ordinal);
        var alternate = sums.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (List<Sighting> sightings in sentences)
        {
            foreach (Sighting sighting in sightings)
            {
                if (sighting.Weights.Length == 0)
                    continue;
                ReadOnlySpan<char> name = sighting.Range.In(tree.Text);
                if (!alternate.TryGetValue(name, out float[]? sum))
                    alternate[name] = sum = new float[Kinds];
                for (int kind = 0; kind < Kinds; kind++)
                    sum[kind] += sighting.Weights[kind];
            }
        }

        if (sums.Count == 0)
            return;
        // The parts of a name that stand alone elsewhere vote with it: "Tarrant" for "Brenton Tarrant".
        var persons = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, float[] sum) in sums)
        {
            int first = name.IndexOf(' ');
            int last = name.LastIndexOf(' ');
            if (first < 0)
                continue;
            AddTo(sum, alternate, name.AsSpan(0, first));
            AddTo(sum, alternate, name.AsSpan(last + 1));
            if (Best(sum) == NameKind.Person)
                persons.Add(name[(last + 1)..]);
        }

        var surnames = persons.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (List<Sighting> sightings in sentences)
        {
            foreach (Sighting sighting in sightings)
            {
                if (sighting.Weights.Length == 0)
                    continue;
                ReadOnlySpan<char> name = sighting.Range.In(tree.Text);
                sighting.SoundsLike = surnames.Contains(name) ? NameKind.Person : Best(alternate[name]);
                sighting.Leans = Top(alternate[name]);
            }
        }
    }

    private static void AddTo(float[] sum, Dictionary<string, float[]>.AlternateLookup<ReadOnlySpan<char>> sums, ReadOnlySpan<char> part)
    {
        if (!sums.TryGetValue(part, out float[]? votes))
            return;
        for (int kind = 0; kind < Kinds; kind++)
            sum[kind] += votes[kind];
    }

    /// <summary>That it is a name at all is known from its capitals and its tag, so only the kinds compete.</summary>
    private static NameKind Best(float[] sum)
    {
        int top = (int)Top(sum);
        for (int kind = 1; kind < Kinds; kind++)
        {
            if (kind != top && sum[top] - sum[kind] < SureMargin)
                return NameKind.None;
        }

        return (NameKind)top;
    }

    private static NameKind Top(float[] sum)
    {
        int top = 1;
        for (int kind = 2; kind < Kinds; kind++)
            top = sum[kind] > sum[top] ? kind : top;
        return (NameKind)top;
    }
}
