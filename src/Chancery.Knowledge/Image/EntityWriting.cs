using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>Writes the parts of an image from which <see cref="KnownEntities"/> is read, in the order in which it reads them.</summary>
internal sealed class EntityWriting(ImageWriter image, Folding folding)
{
    public void WriteWords(Titles titles, ImmutableArray<Agent> agents, ImmutableArray<RegionWord> regions)
    {
        image.Write(titles.All.Length);
        foreach (Title title in titles.All)
            EntityRecord.Write(image, title);
        image.Write(agents.Length);
        foreach (Agent agent in agents)
            EntityRecord.Write(image, agent);
        image.Write(regions.Length);
        foreach (RegionWord region in regions)
        {
            image.Write(region.Word);
            image.WriteAll<int>(region.States.AsSpan());
        }
    }

    /// <param name="trie">All names.</param>
    /// <param name="named">What each may mean, in the order in which readers get them.</param>
    public void WriteNames(NameTrieBuilder trie, List<(int Name, NameCandidate Candidate)> named)
    {
        trie.WriteTo(image);
        int[] first = new int[trie.Count + 1];
        foreach ((int name, _) in named)
            first[name + 1]++;
        for (int i = 0; i < trie.Count; i++)
            first[i + 1] += first[i];
        var roles = new NameRole[named.Count];
        int[] indices = new int[named.Count];
        int[] next = [.. first];
        foreach ((int name, NameCandidate candidate) in named)
        {
            int at = next[name]++;
            roles[at] = candidate.Role;
            indices[at] = candidate.Index;
        }

        image.WriteAll<int>(first);
        image.WriteAll<NameRole>(roles);
        image.WriteAll<int>(indices);
    }

    public void WriteEntities(List<KnownEntity> entities)
    {
        var records = new ImageWriter(image.Texts);
        int[] starts = new int[entities.Count];
        var keys = new WordTable(entities.Count);
        var givenNames = new WordTable(entities.Count / 2);
        var states = new SortedDictionary<int, int>();
        var holders = new SortedDictionary<int, List<(int Entity, int Office)>>();
        foreach (KnownEntity entity in entities)
        {
            starts[entity.Index] = records.Length;
            EntityRecord.Write(records, entity);
            if (keys.Add(entity.Key) != entity.Index)
                throw new InvalidOperationException($"two entities have the key '{entity.Key}'");
            if (GivenName(entity) is { } given)
                givenNames.Add(folding.Fold(given));
            if (entity.HasOwnCode)
                states.TryAdd(EntityRecord.NumberOf(entity.Country), entity.Index);
            for (int i = 0; i < entity.Offices.Length; i++)
            {
                int country = EntityRecord.NumberOf(entity.Offices[i].Country);
                if (!holders.TryGetValue(country, out List<(int, int)>? list))
                    holders.Add(country, list = []);
                list.Add((entity.Index, i));
            }
        }

        image.WriteAll(records.Written);
        image.WriteAll<int>(starts);
        keys.WriteTo(image);
        givenNames.WriteTo(image);
        image.WriteAll<int>([.. states.Keys]);
        image.WriteAll<int>([.. states.Values]);
        WriteHolders(holders);
    }

    public void WriteExamples(List<EntityExample> examples)
    {
        image.Write(examples.Count);
        foreach (EntityExample example in examples)
            EntityRecord.Write(image, example);
    }

    private void WriteHolders(SortedDictionary<int, List<(int Entity, int Office)>> holders)
    {
        image.WriteAll<int>([.. holders.Keys]);
        int[] first = new int[holders.Count + 1];
        int at = 0;
        foreach (List<(int, int)> list in holders.Values)
        {
            first[at + 1] = first[at] + list.Count;
            at++;
        }

        image.WriteAll<int>(first);
        image.WriteAll<int>([.. holders.Values.SelectMany(list => list.Select(pair => pair.Entity))]);
        image.WriteAll<int>([.. holders.Values.SelectMany(list => list.Select(pair => pair.Office))]);
    }

    /// <summary>The first name of a person called by a family name; null for others.</summary>
    private static string? GivenName(KnownEntity entity)
    {
        int space = entity.Name.IndexOf(' ', StringComparison.Ordinal);
        return entity.Kind == EntityKind.Person && !entity.Families.IsEmpty && space > 2 ? entity.Name[..space] : null;
    }
}
