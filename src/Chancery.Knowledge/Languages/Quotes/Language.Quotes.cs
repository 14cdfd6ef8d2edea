using System.Collections.Immutable;

namespace Chancery.Knowledge;

public sealed partial class Language
{
    /// <summary>Words that give words as somebody's, from <c>speech-cues.tsv</c>.</summary>
    public SpeechCues SpeechCues { get; }

    /// <summary>From <c>quotation-marks.tsv</c>.</summary>
    public ImmutableArray<QuotationMarks> QuotationMarks { get; }
}
