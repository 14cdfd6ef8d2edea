using Chancery.Knowledge;

namespace Chancery.Coding;

/// <summary>The word lists of one language as the coding stages ask for them. Made once and kept.</summary>
/// <param name="language">The data of the language.</param>
/// <param name="names">What tells kinds of unknown names apart; null for a language without such a model.</param>
public sealed class CodingLanguage(Language language, NameModel? names = null)
{
    public Language Language { get; } = language;

    public ClauseGrammar Grammar { get; } = new(language);

    public SpeechWords Speech { get; } = new(language);

    public MentionWords Mentions { get; } = new(language);

    public NameModel? Names { get; } = names;
}
