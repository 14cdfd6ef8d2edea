using Chancery.Syntax;

namespace Chancery.Training;

/// <summary>Sentences as numbers, one after the other.</summary>
internal sealed class Batch
{
    public List<int> Starts { get; } = [0];

    public List<int> Features { get; } = [];

    public List<int> Pos { get; } = [];

    public List<int> Tags { get; } = [];

    public List<int> FeatureSets { get; } = [];

    /// <summary>Counted from the first word of the sentence; -1 for the root.</summary>
    public List<int> Heads { get; } = [];

    public List<int> Relations { get; } = [];

    public int WordCount => Pos.Count;

    public int SentenceCount => Starts.Count - 1;

    public int LengthOf(int sentence) => Starts[sentence + 1] - Starts[sentence];

    public void EndSentence() => Starts.Add(WordCount);

    public void AddFeatures(ReadOnlySpan<int> rows)
    {
        for (int i = 0; i < WordFeatures.Count; i++)
            Features.Add(rows[i]);
    }
}
