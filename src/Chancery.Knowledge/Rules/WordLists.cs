using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>Words that many rules ask for, under a name: a rule that writes <c>@blame</c> means all of that list. Comes from <c>data/events/words.tsv</c>.</summary>
internal sealed class WordLists
{
    private const string Path = "events/words.tsv";
    private const char Mark = '@';
    private readonly Dictionary<string, ImmutableArray<string>> lists = new(StringComparer.Ordinal);

    /// <summary>The lists of all layers; rows of one name, also of several layers, add up.</summary>
    /// <exception cref="KnowledgeException">A table breaks its format.</exception>
    public static WordLists Load(IEnumerable<KnowledgeSource> sources)
    {
        var all = new WordLists();
        foreach (KnowledgeSource source in sources)
        {
            if (source[Path] is not { } text)
                continue;
            foreach (TableRow row in TableFile.Parse($"{source.Name}/{Path}", text, "list", "words"))
            {
                if (row.Values(1) is not { Length: > 0 } words)
                    throw row.Error(1, $"the list '{row[0]}' has no words");
                all.lists[row[0]] = [.. all.lists.GetValueOrDefault(row[0], []).Union(words)];
            }
        }

        return all;
    }

    /// <summary>The values with each list that they name put in its place.</summary>
    /// <exception cref="KnowledgeException">No list has this name.</exception>
    public ImmutableArray<string> Unfold(ImmutableArray<string> values, FilePlace place)
    {
        if (!values.Any(value => value[0] == Mark))
            return values;
        var unfolded = ImmutableArray.CreateBuilder<string>();
        foreach (string value in values)
        {
            if (value[0] != Mark)
                unfolded.Add(value);
            else if (lists.TryGetValue(value[1..], out ImmutableArray<string> words))
                unfolded.AddRange(words);
            else
                throw new KnowledgeException(place, $"'{value}' is no list of {Path}");
        }

        return [.. unfolded.Distinct()];
    }
}
