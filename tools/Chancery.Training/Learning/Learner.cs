using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Chancery.Syntax;

namespace Chancery.Training;

/// <summary>How strongly the network is kept from learning by heart.</summary>
/// <param name="Embedding">Share of a sentence's embedding units that are dropped.</param>
/// <param name="Layer">Share of the units between recurrent layers.</param>
/// <param name="Scorer">Share of the units that score arcs and relations.</param>
internal readonly record struct Dropout(float Embedding, float Layer, float Scorer);

/// <summary>The network of <see cref="Network"/> with its way back: one call learns from one batch.</summary>
internal sealed partial class Learner
{
    private readonly NetworkShape shape;
    private readonly TagSets sets;
    private readonly Dropout dropout;
    private readonly Chance chance;
    private readonly List<Parameter> dense = [];
    private readonly Parameter embeddings;
    private readonly Parameter normGain;
    private readonly Parameter normBias;
    private readonly LearnedLayer mixIn;
    private readonly LearnedLayer mixOut;
    private readonly LearnedLayer[] recurrent;
    private readonly Parameter[] gates;
    private readonly LearnedLayer tags;
    private readonly LearnedLayer arcs;
    private readonly LearnedLayer arcPair;
    private readonly Parameter arcBias;
    private readonly Parameter arcRoot;
    private readonly LearnedLayer labels;
    private readonly Parameter labelRoot;
    private readonly LearnedLayer labelOut;
    private readonly Buffers space = new();
    private readonly bool[] touched;
    private readonly List<int> touchedRows = [];
    private int steps;

    public Learner(NetworkShape shape, TagSets sets, int embeddingRows, Dropout dropout, Chance chance)
    {
        this.shape = shape;
        this.sets = sets;
        this.dropout = dropout;
        this.chance = chance;
        embeddings = new Parameter("embeddings", embeddingRows, shape.Embedding).Scatter(chance, 0.1f);
        touched = new bool[embeddingRows];
        normGain = Dense("norm.gain", 1, shape.Embedding, 0).Fill(1);
        normBias = Dense("norm.bias", 1, shape.Embedding, 0);
        mixIn = MakeLayer("mix.in", shape.Embedding, shape.Hidden, Spread(shape.Embedding));
        mixOut = MakeLayer("mix.out", shape.Hidden, shape.Embedding, Spread(shape.Hidden) * 0.3f);
        recurrent = new LearnedLayer[shape.Layers];
        gates = new Parameter[2 * shape.Layers];
        for (int i = 0; i < shape.Layers; i++)
        {
            recurrent[i] = new LearnedLayer(Dense($"recurrent.{i}", shape.InputOf(i), 2 * shape.Projections(i), Spread(shape.InputOf(i))), null);
            gates[2 * i] = Dense($"gates.{i}.forward", 4, shape.Recurrent, 0);
            gates[(2 * i) + 1] = Dense($"gates.{i}.backward", 4, shape.Recurrent, 0);
            foreach (Parameter gate in gates.AsSpan(2 * i, 2))
            {
                for (int j = 0; j < 2 * shape.Recurrent; j++)
                    gate.Value[j] = (chance.NextSingle() - 0.5f) * 0.6f;
            }
        }

        tags = MakeLayer("tags", shape.Width, sets.TagCount, Spread(shape.Width));
        arcs = MakeLayer("arcs", shape.Width, 2 * shape.Arc, Spread(shape.Width));
        arcPair = new LearnedLayer(Dense("arc.pair", shape.Arc, shape.Arc, Spread(shape.Arc) * 0.3f), null);
        arcBias = Dense("arc.bias", 1, shape.Arc, 0);
        arcRoot = Dense("arc.root", 1, shape.Arc, 0.3f);
        labels = MakeLayer("labels", shape.Width, 2 * shape.Label, Spread(shape.Width));
        labelRoot = Dense("label.root", 1, shape.Label, 0.3f);
        labelOut = MakeLayer("label.out", shape.Label, sets.Relations.Length, Spread(shape.Label));
    }

    /// <summary>The weights, to be written into a model: as they stand, or their running mean once there is one.</summary>
    public WeightStore Weights(bool averaged)
    {
        var store = new WeightStore();
        foreach (Parameter parameter in dense.Append(embeddings))
            store.Add(parameter.Name, new Weights(parameter.Rows, parameter.Columns, [.. averaged ? parameter.Mean : parameter.Value]));
        return store;
    }

    /// <summary>Begins with the weights of a model instead of chance.</summary>
    /// <exception cref="InvalidDataException">The model has other matrices.</exception>
    public void Begin(WeightStore store)
    {
        foreach (Parameter parameter in dense.Append(embeddings))
        {
            Weights weights = store[parameter.Name];
            if (weights.Rows != parameter.Rows || weights.Columns != parameter.Columns)
                throw new InvalidDataException($"the model's '{parameter.Name}' is {weights.Rows} by {weights.Columns}, the settings make it {parameter.Rows} by {parameter.Columns}");
            weights.Values.CopyTo(parameter.Value, 0);
        }
    }

    /// <summary>Takes the weights as they stand into their running mean, where the past keeps a share.</summary>
    public void Average(float kept)
    {
        foreach (Parameter parameter in dense.Append(embeddings))
            parameter.Average(kept);
    }

    /// <summary>Learns from a batch at a rate; returns the loss a word.</summary>
    public float Learn(Batch batch, float rate)
    {
        space.Fit(batch, shape, sets);
        float loss = Forward(batch);
        Backward(batch);
        double square = dense.Sum(parameter => (double)parameter.SquareOfGradient());
        foreach (int row in touchedRows)
            square += TensorPrimitives.SumOfSquares<float>(embeddings.Gradient.AsSpan(row * shape.Embedding, shape.Embedding));
        double norm = Math.Sqrt(square);
        Adam adam = Adam.For(++steps, rate, norm > 5 ? (float)(5 / norm) : 1);
        foreach (Parameter parameter in dense)
            parameter.Step(0, parameter.Value.Length, adam);
        foreach (int row in touchedRows)
        {
            embeddings.Step(row * shape.Embedding, shape.Embedding, adam);
            touched[row] = false;
        }

        touchedRows.Clear();
        return loss / batch.WordCount;
    }

    private float Forward(Batch batch)
    {
        int count = batch.WordCount;
        Embed(batch);
        FillMasks(space.EmbeddingMask, batch.SentenceCount * shape.Embedding, dropout.Embedding);
        Mask(batch, space.Embedded, shape.Embedding, space.EmbeddingMask, space.Embedded);
        Neighbors.Gather(space.Embedded, CollectionsMarshal.AsSpan(batch.Starts), shape, space.Inputs[0]);
        for (int i = 0; i < shape.Layers; i++)
        {
            recurrent[i].Forward(space.Inputs[i], count, space.Projected[i]);
            RunLayer(batch, i);
            FillMasks(space.LayerMasks[i], batch.SentenceCount * shape.Width, dropout.Layer);
            Mask(batch, space.Outputs[i], shape.Width, space.LayerMasks[i], space.Inputs[i + 1]);
        }

        float[] top = space.Inputs[shape.Layers];
        tags.Forward(top, count, space.TagScores);
        float loss = TagLoss(batch);
        arcs.Forward(top, count, space.Arcs);
        loss += ArcLoss(batch);
        labels.Forward(top, count, space.Labels);
        return loss + RelationLoss(batch);
    }

    private void Embed(Batch batch)
    {
        int width = shape.Embedding;
        for (int i = 0; i < batch.WordCount; i++)
        {
            Span<float> sum = space.Normal.AsSpan(i * width, width);
            sum.Clear();
            for (int f = 0; f < WordFeatures.Count; f++)
                TensorPrimitives.Add(sum, embeddings.Value.AsSpan(batch.Features[(i * WordFeatures.Count) + f] * width, width), sum);
            float mean = TensorPrimitives.Sum<float>(sum) / width;
            float square = (TensorPrimitives.SumOfSquares<float>(sum) / width) - (mean * mean);
            float scale = 1 / MathF.Sqrt(Math.Max(square, 0) + 1e-5f);
            space.NormScale[i] = scale;
            TensorPrimitives.Subtract(sum, mean, sum);
            TensorPrimitives.Multiply(sum, scale, sum);
            Span<float> mixed = space.Mixed.AsSpan(i * width, width);
            TensorPrimitives.MultiplyAdd(sum, normGain.Value, normBias.Value, mixed);
            mixed.CopyTo(space.Embedded.AsSpan(i * width));
        }

        mixIn.Forward(space.Mixed, batch.WordCount, space.MixHidden);
        Rectify(space.MixHidden.AsSpan(0, batch.WordCount * shape.Hidden));
        mixOut.Forward(space.MixHidden, batch.WordCount, space.Embedded, add: true);
    }

    private unsafe void RunLayer(Batch batch, int layer)
    {
        int units = shape.Recurrent;
        int projections = shape.Projections(layer);
        int stride = 2 * projections;
        fixed (float* u = space.Projected[layer], x = layer == 0 ? space.Embedded : space.Outputs[layer - 1], y = space.Outputs[layer], kept = space.Kept[layer])
        {
            for (int s = 0; s < batch.SentenceCount; s++)
            {
                int first = batch.Starts[s];
                int length = batch.LengthOf(s);
                for (int direction = 0; direction < 2; direction++)
                {
                    float* from = u + (first * stride) + (direction * projections);
                    float* skip = layer == 0 ? from + (3 * units) : x + (first * shape.Width) + (direction * units);
                    fixed (float* gate = gates[(2 * layer) + direction].Value)
                    {
                        Recurrence.Run(
                            from,
                            stride,
                            skip,
                            layer == 0 ? stride : shape.Width,
                            gate,
                            length,
                            units,
                            direction == 1,
                            y + (first * shape.Width) + (direction * units),
                            shape.Width,
                            kept + (((direction * batch.WordCount) + first) * 3 * units));
                    }
                }
            }
        }
    }

    private float TagLoss(Batch batch)
    {
        const float Weight = 0.5f;
        float loss = 0;
        for (int i = 0; i < batch.WordCount; i++)
        {
            Span<float> scores = space.TagScores.AsSpan(i * sets.TagCount, sets.TagCount);
            loss += Gradients.OfSoftmax(scores[..sets.Pos.Length], batch.Pos[i], Weight);
            loss += Gradients.OfSoftmax(scores.Slice(sets.Pos.Length, sets.Tags.Length), batch.Tags[i], Weight);
            loss += Gradients.OfSoftmax(scores[(sets.Pos.Length + sets.Tags.Length)..], batch.FeatureSets[i], Weight);
        }

        return loss;
    }

    private float RelationLoss(Batch batch)
    {
        int units = shape.Label;
        for (int s = 0; s < batch.SentenceCount; s++)
        {
            int first = batch.Starts[s];
            for (int i = first; i < batch.Starts[s + 1]; i++)
            {
                ReadOnlySpan<float> head = batch.Heads[i] < 0
                    ? labelRoot.Value
                    : space.Labels.AsSpan(((first + batch.Heads[i]) * 2 * units) + units, units);
                TensorPrimitives.Add(space.Labels.AsSpan(i * 2 * units, units), head, space.LabelHidden.AsSpan(i * units, units));
            }
        }

        int size = batch.WordCount * units;
        Rectify(space.LabelHidden.AsSpan(0, size));
        FillMasks(space.LabelMask, size, dropout.Scorer);
        TensorPrimitives.Multiply(space.LabelHidden.AsSpan(0, size), space.LabelMask.AsSpan(0, size), space.LabelHidden.AsSpan(0, size));
        labelOut.Forward(space.LabelHidden, batch.WordCount, space.RelationScores);
        float loss = 0;
        int count = sets.Relations.Length;
        for (int i = 0; i < batch.WordCount; i++)
            loss += Gradients.OfSoftmax(space.RelationScores.AsSpan(i * count, count), batch.Relations[i], 1);
        return loss;
    }

    private void FillMasks(float[] mask, int length, float share)
    {
        float kept = 1 / (1 - share);
        for (int i = 0; i < length; i++)
            mask[i] = chance.NextSingle() < share ? 0 : kept;
    }

    /// <summary>Drops the same units of every word of a sentence.</summary>
    private static void Mask(Batch batch, float[] values, int width, float[] masks, float[] result)
    {
        for (int s = 0; s < batch.SentenceCount; s++)
        {
            for (int i = batch.Starts[s]; i < batch.Starts[s + 1]; i++)
                TensorPrimitives.Multiply(values.AsSpan(i * width, width), masks.AsSpan(s * width, width), result.AsSpan(i * width, width));
        }
    }

    private static void Rectify(Span<float> values) => TensorPrimitives.Max(values, 0f, values);

    private static float Spread(int inputs) => MathF.Sqrt(3f / inputs);

    private Parameter Dense(string name, int rows, int columns, float range)
    {
        Parameter parameter = new Parameter(name, rows, columns).Scatter(chance, range);
        dense.Add(parameter);
        return parameter;
    }

    private LearnedLayer MakeLayer(string name, int inputs, int outputs, float range) =>
        new(Dense(name, inputs, outputs, range), Dense(name + ".bias", 1, outputs, 0));
}
