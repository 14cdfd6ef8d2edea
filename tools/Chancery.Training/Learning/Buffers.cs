using Chancery.Syntax;

namespace Chancery.Training;

/// <summary>What the forward pass leaves for the way back, and the gradients on it.</summary>
internal sealed class Buffers
{
    public float[] WindowGradient { get; private set; } = [];

    public float[] Normal { get; private set; } = [];

    public float[] NormScale { get; private set; } = [];

    public float[] Mixed { get; private set; } = [];

    public float[] MixHidden { get; private set; } = [];

    public float[] MixGradient { get; private set; } = [];

    public float[] Embedded { get; private set; } = [];

    public float[] EmbeddedGradient { get; private set; } = [];

    public float[] EmbeddingMask { get; private set; } = [];

    public float[] TagScores { get; private set; } = [];

    public float[] Arcs { get; private set; } = [];

    public float[] ArcGradient { get; private set; } = [];

    public float[] ArcMasks { get; private set; } = [];

    public float[] HeadRows { get; private set; } = [];

    public float[] HeadGradient { get; private set; } = [];

    public float[] DependentRows { get; private set; } = [];

    public float[] DependentGradient { get; private set; } = [];

    public float[] Pairs { get; private set; } = [];

    public float[] PairGradient { get; private set; } = [];

    public float[] HeadBias { get; private set; } = [];

    public float[] ArcScores { get; private set; } = [];

    public float[] Labels { get; private set; } = [];

    public float[] LabelGradient { get; private set; } = [];

    public float[] LabelHidden { get; private set; } = [];

    public float[] LabelMask { get; private set; } = [];

    public float[] HiddenGradient { get; private set; } = [];

    public float[] RelationScores { get; private set; } = [];

    public float[] OutputGradient { get; private set; } = [];

    public float[] SkipGradient { get; private set; } = [];

    public float[] ProjectedGradient { get; private set; } = [];

    /// <summary>What each recurrent layer reads, and last what the scorers read, after dropout.</summary>
    public float[][] Inputs { get; private set; } = [];

    /// <summary>What each recurrent layer puts out, before dropout.</summary>
    public float[][] Outputs { get; private set; } = [];

    public float[][] Projected { get; private set; } = [];

    /// <summary>Gates and states of each layer, both directions.</summary>
    public float[][] Kept { get; private set; } = [];

    public float[][] LayerMasks { get; private set; } = [];

    /// <summary>Where each sentence's arc scores begin.</summary>
    public int[] ScoreStarts { get; private set; } = [];

    public void Fit(Batch batch, NetworkShape shape, TagSets sets)
    {
        int words = batch.WordCount;
        int sentences = batch.SentenceCount;
        int scores = 0;
        int longest = 0;
        ScoreStarts = new int[sentences];
        for (int s = 0; s < sentences; s++)
        {
            int length = batch.LengthOf(s);
            ScoreStarts[s] = scores;
            scores += length * (length + 1);
            longest = Math.Max(longest, length);
        }

        int projections = 2 * Math.Max(shape.Projections(0), shape.Projections(1));
        Inputs = Inputs.Length > 0 ? Inputs : NewArrays(shape.Layers + 1);
        Outputs = Outputs.Length > 0 ? Outputs : NewArrays(shape.Layers);
        Projected = Projected.Length > 0 ? Projected : NewArrays(shape.Layers);
        Kept = Kept.Length > 0 ? Kept : NewArrays(shape.Layers);
        LayerMasks = LayerMasks.Length > 0 ? LayerMasks : NewArrays(shape.Layers);
        Inputs[0] = Grown(Inputs[0], words * shape.InputOf(0));
        WindowGradient = Grown(WindowGradient, words * shape.InputOf(0));
        for (int i = 0; i < shape.Layers; i++)
        {
            Inputs[i + 1] = Grown(Inputs[i + 1], words * shape.Width);
            Outputs[i] = Grown(Outputs[i], words * shape.Width);
            Projected[i] = Grown(Projected[i], words * projections);
            Kept[i] = Grown(Kept[i], words * 6 * shape.Recurrent);
            LayerMasks[i] = Grown(LayerMasks[i], sentences * shape.Width);
        }

        Normal = Grown(Normal, words * shape.Embedding);
        NormScale = Grown(NormScale, words);
        Mixed = Grown(Mixed, words * shape.Embedding);
        MixHidden = Grown(MixHidden, words * shape.Hidden);
        MixGradient = Grown(MixGradient, words * shape.Hidden);
        Embedded = Grown(Embedded, words * shape.Embedding);
        EmbeddedGradient = Grown(EmbeddedGradient, words * shape.Embedding);
        EmbeddingMask = Grown(EmbeddingMask, sentences * shape.Embedding);
        TagScores = Grown(TagScores, words * sets.TagCount);
        Arcs = Grown(Arcs, words * 2 * shape.Arc);
        ArcGradient = Grown(ArcGradient, words * 2 * shape.Arc);
        ArcMasks = Grown(ArcMasks, sentences * 2 * shape.Arc);
        HeadRows = Grown(HeadRows, (words + sentences) * shape.Arc);
        HeadGradient = Grown(HeadGradient, (words + sentences) * shape.Arc);
        DependentRows = Grown(DependentRows, words * shape.Arc);
        DependentGradient = Grown(DependentGradient, words * shape.Arc);
        Pairs = Grown(Pairs, (words + sentences) * shape.Arc);
        PairGradient = Grown(PairGradient, (words + sentences) * shape.Arc);
        HeadBias = Grown(HeadBias, longest + 1);
        ArcScores = Grown(ArcScores, scores);
        Labels = Grown(Labels, words * 2 * shape.Label);
        LabelGradient = Grown(LabelGradient, words * 2 * shape.Label);
        LabelHidden = Grown(LabelHidden, words * shape.Label);
        LabelMask = Grown(LabelMask, words * shape.Label);
        HiddenGradient = Grown(HiddenGradient, words * shape.Label);
        RelationScores = Grown(RelationScores, words * sets.Relations.Length);
        OutputGradient = Grown(OutputGradient, words * shape.Width);
        SkipGradient = Grown(SkipGradient, words * shape.Width);
        ProjectedGradient = Grown(ProjectedGradient, words * projections);
    }

    private static float[][] NewArrays(int count) => [.. Enumerable.Range(0, count).Select(_ => Array.Empty<float>())];

    private static float[] Grown(float[] array, int length) => array.Length >= length ? array : new float[length + (length / 4)];
}
