using System.Runtime.CompilerServices;
using Chancery.Knowledge;

namespace Chancery.Tests;

/// <summary>The knowledge of the repository, loaded once for all tests, and small worlds of a test's own.</summary>
internal static class TestKnowledge
{
    private static readonly Lazy<KnowledgeSource> LazySource = new(() => KnowledgeSource.FromFolder(Path.Combine(Root(), "data")));
    private static readonly Lazy<KnowledgeBase> LazyAll = new(() => KnowledgeBase.Load(Source));

    public static KnowledgeSource Source => LazySource.Value;

    public static KnowledgeBase All => LazyAll.Value;

    /// <summary>The root of the repository.</summary>
    public static string Root() => Above();

    /// <summary>The compiler puts this file's own path in, so the root is found from wherever the tests are run.</summary>
    private static string Above([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    /// <summary>The repository's knowledge with other entities, titles, agents, outlets and event rules: those of <paramref name="files"/> and no more.</summary>
    public static KnowledgeBase With(IReadOnlyDictionary<string, string> files, params IReadOnlyList<KnowledgeSource> layers)
    {
        IEnumerable<KeyValuePair<string, string>> kept = Source.Paths
            .Where(path => !path.StartsWith("entities/", StringComparison.Ordinal) && !path.StartsWith("outlets/", StringComparison.Ordinal) && !path.StartsWith("events/", StringComparison.Ordinal)
                || path is "entities/naming.tsv" or "entities/spellings.tsv" or "entities/phrase-words.tsv")
            .Select(path => KeyValuePair.Create(path, Source[path]!));
        return KnowledgeBase.Load(new KnowledgeSource("data", kept.Concat(files)), layers);
    }
}
