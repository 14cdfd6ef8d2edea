using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>What is known of pages as such: the phrases of their furniture, the names of their parts, how dates are written.</summary>
public sealed class PageKnowledge
{
    private PageKnowledge(LinePhrases phrases, MarkupHints hints)
    {
        Phrases = phrases;
        Hints = hints;
    }

    public LinePhrases Phrases { get; }

    public MarkupHints Hints { get; }

    /// <param name="sources">The folder <c>data</c> and the user layers, in order.</param>
    /// <exception cref="KnowledgeException">A file breaks its format.</exception>
    public static PageKnowledge Load(IReadOnlyList<KnowledgeSource> sources) => new(
        LinePhrases.Load(Files(sources, "extraction/line-phrases.tsv")),
        MarkupHints.Load(Files(sources, "extraction/markup-hints.tsv")));

    private static ImmutableArray<(string File, string Text)> Files(IReadOnlyList<KnowledgeSource> sources, string path)
    {
        var files = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (KnowledgeSource source in sources)
        {
            if (source[path] is { } text)
                files.Add(($"{source.Name}/{path}", text));
        }

        return files.ToImmutable();
    }
}
