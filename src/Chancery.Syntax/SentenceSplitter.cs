using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Syntax;

/// <summary>Divides text into sentences. A blank line always ends one; a line break after final punctuation does; any other is judged.</summary>
/// <remarks>A quotation or bracket that is closed within <see cref="LongestWhole"/> characters is kept whole, as editors count sentences.</remarks>
public sealed class SentenceSplitter(WritingRules rules)
{
    private const int LongestWhole = 240;

    /// <summary>The sentences of a range, in order, without the white space around them.</summary>
    public List<TextRange> Split(string text, TextRange range)
    {
        var sentences = new List<TextRange>();
        foreach (TextRange paragraph in Lines.Paragraphs(text, range))
            new SentenceScan(rules, text, paragraph, sentences, LongestWhole).Run();
        return sentences;
    }
}
