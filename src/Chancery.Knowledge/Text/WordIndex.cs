using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>Lists of things by a word of theirs. Plain dictionaries, never changed: frozen ones take longer to build than all their look-ups save.</summary>
internal static class WordIndex
{
    /// <param name="items">The things; in each list they keep this order.</param>
    /// <param name="wordOf">Null for a thing that goes into no list.</param>
    public static Dictionary<string, ImmutableArray<T>> Of<T>(IEnumerable<T> items, Func<T, string?> wordOf)
        where T : class
    {
        var lists = new Dictionary<string, List<T>>(StringComparer.Ordinal);
        foreach (T item in items)
        {
            if (wordOf(item) is not { } word)
                continue;
            if (!lists.TryGetValue(word, out List<T>? list))
                lists.Add(word, list = []);
            list.Add(item);
        }

        var index = new Dictionary<string, ImmutableArray<T>>(lists.Count, StringComparer.Ordinal);
        foreach ((string word, List<T> list) in lists)
            index.Add(word, ImmutableArray.Create(list.ToArray()));
        return index;
    }
}
