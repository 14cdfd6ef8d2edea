using System.Numerics.Tensors;

namespace Chancery.Syntax;

/// <summary>Runs a trained network over a batch of sentences.</summary>
/// <remarks>
/// A word's embedding is the normalised sum of its features' rows, mixed by one hidden layer. Recurrent layers read it, beside its neighbours', in both directions.
/// From the last come the tags (one linear layer), the scores of heads (biaffine) and of relations (one hidden layer over word and head).
/// </remarks>
internal sealed unsafe class Network
{
    private readonly NetworkShape shape;
    private readonly TagSets sets;
    private readonly FirstLayer first;
    private readonly Layer?[] recurrent;
    private readonly float[][] gates;
    private readonly Layer tags;
    private readonly Layer arcs;
    private readonly PackedMatrix arcPair;
    private readonly float[] arcBias;
    private readonly float[] arcRoot;
    private readonly Layer labels;
    private readonly float[] labelRoot;
    private readonly Layer labelOut;

    /// <param name="model">The weights.</param>
    /// <param name="frequent">Feature rows of the frequent words, in their order.</param>
    public Network(SyntaxModel model, ReadOnlySpan<int> frequent)
    {
        first = new FirstLayer(model, frequent);
        shape = model.Shape;
        sets = model.Sets;
        WeightStore store = model.Weights;
        recurrent = new Layer?[shape.Layers];
        gates = new float[2 * shape.Layers][];
        for (int i = 0; i < shape.Layers; i++)
        {
            recurrent[i] = i == 0 ? null : new Layer(store[$"recurrent.{i}"], null);
            gates[2 * i] = store[$"gates.{i}.forward"].Values;
            gates[(2 * i) + 1] = store[$"gates.{i}.backward"].Values;
        }

        tags = new Layer(store["tags"], store["tags.bias"]);
        arcs = new Layer(store["arcs"], store["arcs.bias"]);
        arcPair = PackedMatrix.Of(store["arc.pair"].Values, shape.Arc, shape.Arc);
        arcBias = store["arc.bias"].Values;
        arcRoot = store["arc.root"].Values;
        labels = new Layer(store["labels"], store["labels.bias"]);
        labelRoot = store["label.root"].Values;
        labelOut = new Layer(store["label.out"], store["label.out.bias"]);
    }

    /// <summary>Analyses a batch; the results stand in the workspace.</summary>
    public void Run(Workspace space)
    {
        int count = space.WordCount;
        space.Fit(shape, sets);
        first.Run(space);
        float[] input = space.Right;
        float[] output = space.Left;
        for (int i = 0; i < shape.Layers; i++)
        {
            recurrent[i]?.Apply(input, count, space.Projected);
            RunLayer(space, i, input, output);
            input = output;
            output = ReferenceEquals(output, space.Left) ? space.Right : space.Left;
        }

        tags.Apply(input, count, space.TagScores);
        ChooseTags(space, count);
        arcs.Apply(input, count, space.Arcs);
        Rectify(space.Arcs.AsSpan(0, count * 2 * shape.Arc));
        ChooseHeads(space);
        labels.Apply(input, count, space.Labels);
        ChooseRelations(space, count);
    }

    private void RunLayer(Workspace space, int layer, float[] input, float[] output)
    {
        int units = shape.Recurrent;
        int projections = shape.Projections(layer);
        int stride = 2 * projections;
        fixed (float* u = space.Projected, x = input, y = output, ahead = gates[2 * layer], back = gates[(2 * layer) + 1])
        {
            for (int s = 0; s < space.SentenceCount; s++)
            {
                int first = space.Starts[s];
                int length = space.Starts[s + 1] - first;
                for (int direction = 0; direction < 2; direction++)
                {
                    float* from = u + (first * stride) + (direction * projections);
                    float* skip = layer == 0 ? from + (3 * units) : x + (first * shape.Width) + (direction * units);
                    float* into = y + (first * shape.Width) + (direction * units);
                    Recurrence.Run(from, stride, skip, layer == 0 ? stride : shape.Width, direction == 0 ? ahead : back, length, units, direction == 1, into, shape.Width, null);
                }
            }
        }
    }

    private void ChooseTags(Workspace space, int count)
    {
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<float> scores = space.TagScores.AsSpan(i * sets.TagCount, sets.TagCount);
            space.Pos[i] = TensorPrimitives.IndexOfMax(scores[..sets.Pos.Length]);
            space.Tag[i] = TensorPrimitives.IndexOfMax(scores.Slice(sets.Pos.Length, sets.Tags.Length));
            space.FeatureSet[i] = TensorPrimitives.IndexOfMax(scores[(sets.Pos.Length + sets.Tags.Length)..]);
        }
    }

    private void ChooseHeads(Workspace space)
    {
        int units = shape.Arc;
        for (int s = 0; s < space.SentenceCount; s++)
        {
            int first = space.Starts[s];
            int length = space.Starts[s + 1] - first;
            for (int i = 0; i < length; i++)
            {
                ReadOnlySpan<float> row = space.Arcs.AsSpan((first + i) * 2 * units, 2 * units);
                row[..units].CopyTo(space.Dependents.AsSpan(i * units));
                row[units..].CopyTo(space.Heads.AsSpan((i + 1) * units));
            }

            arcRoot.CopyTo(space.Heads.AsSpan());
            Product.Multiply(space.Heads, length + 1, arcPair, space.Pairs, units);
            space.PairPanels.PackTransposed(space.Pairs, units, length + 1);
            Product.Multiply(space.Dependents, length, space.PairPanels, space.ArcScores, length + 1);
            for (int j = 0; j <= length; j++)
                space.HeadBias[j] = TensorPrimitives.Dot(space.Heads.AsSpan(j * units, units), arcBias);
            for (int i = 0; i < length; i++)
            {
                Span<float> row = space.ArcScores.AsSpan(i * (length + 1), length + 1);
                TensorPrimitives.Add(row, space.HeadBias.AsSpan(0, length + 1), row);
            }

            TreeDecoder.Decode(space.ArcScores, length, length + 1, space.Head.AsSpan(first, length));
        }
    }

    private void ChooseRelations(Workspace space, int count)
    {
        int units = shape.Label;
        for (int s = 0; s < space.SentenceCount; s++)
        {
            for (int i = space.Starts[s]; i < space.Starts[s + 1]; i++)
            {
                ReadOnlySpan<float> head = space.Head[i] < 0
                    ? labelRoot
                    : space.Labels.AsSpan(((space.Starts[s] + space.Head[i]) * 2 * units) + units, units);
                TensorPrimitives.Add(space.Labels.AsSpan(i * 2 * units, units), head, space.Hidden.AsSpan(i * units, units));
            }
        }

        Rectify(space.Hidden.AsSpan(0, count * units));
        labelOut.Apply(space.Hidden, count, space.RelationScores);
        int labelCount = sets.Relations.Length;
        for (int i = 0; i < count; i++)
            space.Relation[i] = TensorPrimitives.IndexOfMax<float>(space.RelationScores.AsSpan(i * labelCount, labelCount));
    }

    private static void Rectify(Span<float> values) => TensorPrimitives.Max(values, 0f, values);
}
