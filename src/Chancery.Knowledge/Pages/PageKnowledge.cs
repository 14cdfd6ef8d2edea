using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>What is known of pages as such: the phrases of their furniture, the names of their parts, how dates are written.</summary>
public sealed class PageKnowledge
{
    private PageKnowledge()
    {
    }

    public required LinePhrases Phrases { get; init; }

    public required MarkupHints Hints { get; init; }

    public required LineLabels Labels { get; init; }

    public required CaptionMarks CaptionMarks { get; init; }

    public required EndMarks EndMarks { get; init; }

    public required Calendars Calendars { get; init; }

    public required DateMetas DateMetas { get; init; }

    public required LanguageProfiles Profiles { get; init; }

    public required ArtefactWords Artefacts { get; init; }

    /// <param name="sources">The folder <c>data</c> and the user layers, in order.</param>
    /// <param name="profiles">The languages that texts are told apart by.</param>
    /// <exception cref="KnowledgeException">A file breaks its format.</exception>
    public static PageKnowledge Load(IReadOnlyList<KnowledgeSource> sources, LanguageProfiles profiles) => new()
    {
        Phrases = LinePhrases.Load(Files(sources, "extraction/line-phrases.tsv")),
        Hints = MarkupHints.Load(Files(sources, "extraction/markup-hints.tsv")),
        Labels = LineLabels.Load(Files(sources, "extraction/line-labels.tsv")),
        CaptionMarks = CaptionMarks.Load(Files(sources, "extraction/caption-marks.tsv")),
        EndMarks = EndMarks.Load(Files(sources, "extraction/end-marks.tsv")),
        Calendars = Calendars.Load(sources),
        DateMetas = DateMetas.Load(Files(sources, "extraction/date-metas.tsv")),
        Profiles = profiles,
        Artefacts = ArtefactWords.Load(Files(sources, "extraction/artefacts.tsv")),
    };

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
