using Chancery.Knowledge;

namespace Chancery.Coding;

/// <summary>The word lists of one language as the coding stages ask for them. Made once and kept.</summary>
public sealed class CodingLanguage(Language language)
{
    public Language Language { get; } = language;

    public ClauseGrammar Grammar { get; } = new(language);

    public SpeechWords Speech { get; } = new(language);

    public MentionWords Mentions { get; } = new(language);
}
