using System.Numerics.Tensors;

namespace Chancery.Syntax;

/// <summary>From features to the projections that the first recurrent layer runs on.</summary>
/// <remarks>
/// These are a sum of three parts that depend on one word each: the word itself, the one before it and the one after it.
/// So all three parts of a word are one product over its embedding, and those of frequent words are computed once.
/// </remarks>
internal sealed class FirstLayer
{
    private readonly NetworkShape shape;
    private readonly float[] embeddings;
    private readonly float[] normGain;
    private readonly float[] normBias;
    private readonly Layer mixIn;
    private readonly Layer mixOut;
    private readonly PackedMatrix parts;
    private readonly int width;
    private readonly float[] frequent;

    /// <param name="model">The weights.</param>
    /// <param name="features">Feature rows of the frequent words, in their order.</param>
    public FirstLayer(SyntaxModel model, ReadOnlySpan<int> features)
    {
        shape = model.Shape;
        WeightStore store = model.Weights;
        embeddings = store["embeddings"].Values;
        normGain = store["norm.gain"].Values;
        normBias = store["norm.bias"].Values;
        mixIn = new Layer(store["mix.in"], store["mix.in.bias"]);
        mixOut = new Layer(store["mix.out"], store["mix.out.bias"]);
        width = 2 * shape.Projections(0);
        parts = SideBySide(store["recurrent.0"].Values);
        int count = features.Length / WordFeatures.Count;
        frequent = new float[count * 3 * width];
        var embedded = new float[count * shape.Embedding];
        Compute(features, count, embedded, new float[count * shape.Hidden], frequent);
    }

    /// <summary>Writes the projections of all words of the batch.</summary>
    public void Run(Workspace space)
    {
        Compute(space.Features.AsSpan(0, space.RareCount * WordFeatures.Count), space.RareCount, space.Embedded, space.Mixed, space.RareParts);
        for (int s = 0; s < space.SentenceCount; s++)
        {
            int first = space.Starts[s], end = space.Starts[s + 1];
            for (int i = first; i < end; i++)
            {
                Span<float> row = space.Projected.AsSpan(i * width, width);
                ReadOnlySpan<float> own = PartsOf(space, i)[..width];
                if (i > first && i + 1 < end)
                {
                    TensorPrimitives.Add(own, PartsOf(space, i - 1).Slice(width, width), row);
                    TensorPrimitives.Add(row, PartsOf(space, i + 1).Slice(2 * width, width), row);
                }
                else if (i > first)
                {
                    TensorPrimitives.Add(own, PartsOf(space, i - 1).Slice(width, width), row);
                }
                else if (i + 1 < end)
                {
                    TensorPrimitives.Add(own, PartsOf(space, i + 1).Slice(2 * width, width), row);
                }
                else
                {
                    own.CopyTo(row);
                }
            }
        }
    }

    private ReadOnlySpan<float> PartsOf(Workspace space, int word)
    {
        int place = space.Places[word];
        return place >= 0 ? frequent.AsSpan(place * 3 * width, 3 * width) : space.RareParts.AsSpan(~place * 3 * width, 3 * width);
    }

    /// <summary>Embeds words and writes their three parts.</summary>
    private void Compute(ReadOnlySpan<int> features, int count, float[] embedded, float[] hidden, float[] result)
    {
        for (int i = 0; i < count; i++)
        {
            Span<float> sum = embedded.AsSpan(i * shape.Embedding, shape.Embedding);
            sum.Clear();
            foreach (int row in features.Slice(i * WordFeatures.Count, WordFeatures.Count))
                TensorPrimitives.Add(sum, embeddings.AsSpan(row * shape.Embedding, shape.Embedding), sum);
            Normalize(sum);
        }

        mixIn.Apply(embedded, count, hidden);
        Span<float> active = hidden.AsSpan(0, count * shape.Hidden);
        TensorPrimitives.Max(active, 0f, active);
        mixOut.Add(hidden, count, embedded);
        Product.Multiply(embedded, count, parts, result, 3 * width);
    }

    private void Normalize(Span<float> values)
    {
        float mean = TensorPrimitives.Sum<float>(values) / values.Length;
        float square = (TensorPrimitives.SumOfSquares<float>(values) / values.Length) - (mean * mean);
        float scale = 1 / MathF.Sqrt(Math.Max(square, 0) + 1e-5f);
        TensorPrimitives.Subtract(values, mean, values);
        TensorPrimitives.Multiply(values, scale, values);
        TensorPrimitives.MultiplyAdd(values, normGain, normBias, values);
    }

    /// <summary>The weights for the word, the one before it and the one after it, which stand one below the other, side by side.</summary>
    private PackedMatrix SideBySide(float[] stacked)
    {
        var matrix = new float[shape.Embedding * 3 * width];
        for (int row = 0; row < shape.InputOf(0); row++)
        {
            (int part, int inner) = row < shape.Embedding ? (0, row)
                : row < shape.Embedding + shape.Near ? (1, row - shape.Embedding)
                : (2, row - shape.Embedding - shape.Near);
            // What a word gives to the one after it is what that one takes from the word before it.
            stacked.AsSpan(row * width, width).CopyTo(matrix.AsSpan((inner * 3 * width) + (part * width)));
        }

        return PackedMatrix.Of(matrix, shape.Embedding, 3 * width);
    }
}
