using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Chancery.Syntax;

namespace Chancery.Training;

internal sealed partial class Learner
{
    private readonly PackedMatrix packed = new();
    private float[] turned = [];

    /// <summary>Scores heads, leaves the gradient of the scores in their place.</summary>
    private float ArcLoss(Batch batch)
    {
        int units = shape.Arc;
        int size = batch.WordCount * 2 * units;
        Rectify(space.Arcs.AsSpan(0, size));
        FillMasks(space.ArcMasks, batch.SentenceCount * 2 * units, dropout.Scorer);
        Mask(batch, space.Arcs, 2 * units, space.ArcMasks, space.Arcs);
        for (int s = 0; s < batch.SentenceCount; s++)
        {
            int first = batch.Starts[s];
            arcRoot.Value.CopyTo(space.HeadRows.AsSpan((first + s) * units));
            for (int i = first; i < batch.Starts[s + 1]; i++)
            {
                ReadOnlySpan<float> row = space.Arcs.AsSpan(i * 2 * units, 2 * units);
                row[..units].CopyTo(space.DependentRows.AsSpan(i * units));
                row[units..].CopyTo(space.HeadRows.AsSpan((i + s + 1) * units));
            }
        }

        arcPair.Forward(space.HeadRows, batch.WordCount + batch.SentenceCount, space.Pairs);
        float loss = 0;
        for (int s = 0; s < batch.SentenceCount; s++)
        {
            int first = batch.Starts[s];
            int length = batch.LengthOf(s);
            Span<float> scores = space.ArcScores.AsSpan(space.ScoreStarts[s], length * (length + 1));
            packed.PackTransposed(space.Pairs.AsSpan((first + s) * units, (length + 1) * units), units, length + 1);
            Product.Multiply(space.DependentRows.AsSpan(first * units), length, packed, scores, length + 1);
            for (int j = 0; j <= length; j++)
                space.HeadBias[j] = TensorPrimitives.Dot(space.HeadRows.AsSpan((first + s + j) * units, units), arcBias.Value);
            for (int i = 0; i < length; i++)
            {
                Span<float> row = scores.Slice(i * (length + 1), length + 1);
                TensorPrimitives.Add(row, space.HeadBias.AsSpan(0, length + 1), row);
                row[i + 1] = -1e9f;
                loss += Gradients.OfSoftmax(row, batch.Heads[first + i] + 1, 1);
            }
        }

        return loss;
    }

    private void Backward(Batch batch)
    {
        int count = batch.WordCount;
        float scale = 1f / count;
        float[] top = space.Inputs[shape.Layers];
        float[] gradient = space.OutputGradient;
        Scale(space.TagScores, count * sets.TagCount, scale);
        tags.Backward(top, space.TagScores, count, gradient, add: false);
        Scale(space.RelationScores, count * sets.Relations.Length, scale);
        RelationsBackward(batch);
        labels.Backward(top, space.LabelGradient, count, gradient, add: true);
        ArcsBackward(batch, scale);
        arcs.Backward(top, space.ArcGradient, count, gradient, add: true);
        for (int i = shape.Layers - 1; i >= 0; i--)
        {
            Mask(batch, gradient, shape.Width, space.LayerMasks[i], gradient);
            if (i < shape.Layers - 1)
                TensorPrimitives.Add(gradient.AsSpan(0, count * shape.Width), space.SkipGradient.AsSpan(0, count * shape.Width), gradient.AsSpan(0, count * shape.Width));
            LayerBackward(batch, i, gradient);
            recurrent[i].Backward(space.Inputs[i], space.ProjectedGradient, count, i == 0 ? space.WindowGradient : gradient, add: false);
        }

        Neighbors.Scatter(space.WindowGradient, CollectionsMarshal.AsSpan(batch.Starts), shape, space.EmbeddedGradient);
        Mask(batch, space.EmbeddedGradient, shape.Embedding, space.EmbeddingMask, space.EmbeddedGradient);
        EmbedBackward(batch);
    }

    private unsafe void LayerBackward(Batch batch, int layer, float[] gradient)
    {
        int units = shape.Recurrent;
        int projections = shape.Projections(layer);
        int stride = 2 * projections;
        space.ProjectedGradient.AsSpan(0, batch.WordCount * stride).Clear();
        space.SkipGradient.AsSpan(0, batch.WordCount * shape.Width).Clear();
        fixed (float* u = space.Projected[layer], x = layer == 0 ? space.Embedded : space.Outputs[layer - 1], kept = space.Kept[layer])
        fixed (float* dy = gradient, du = space.ProjectedGradient, dx = space.SkipGradient)
        {
            for (int s = 0; s < batch.SentenceCount; s++)
            {
                int first = batch.Starts[s];
                for (int direction = 0; direction < 2; direction++)
                {
                    int projected = (first * stride) + (direction * projections);
                    int output = (first * shape.Width) + (direction * units);
                    fixed (float* gate = gates[(2 * layer) + direction].Value, dGate = gates[(2 * layer) + direction].Gradient)
                    {
                        RecurrenceBackward.Run(
                            u + projected,
                            stride,
                            layer == 0 ? u + projected + (3 * units) : x + output,
                            layer == 0 ? stride : shape.Width,
                            gate,
                            batch.LengthOf(s),
                            units,
                            direction == 1,
                            kept + (((direction * batch.WordCount) + first) * 3 * units),
                            dy + output,
                            shape.Width,
                            du + projected,
                            layer == 0 ? du + projected + (3 * units) : dx + output,
                            dGate);
                    }
                }
            }
        }
    }

    private void RelationsBackward(Batch batch)
    {
        int units = shape.Label;
        int size = batch.WordCount * units;
        labelOut.Backward(space.LabelHidden, space.RelationScores, batch.WordCount, space.HiddenGradient, add: false);
        TensorPrimitives.Multiply(space.HiddenGradient.AsSpan(0, size), space.LabelMask.AsSpan(0, size), space.HiddenGradient.AsSpan(0, size));
        space.LabelGradient.AsSpan(0, 2 * size).Clear();
        for (int s = 0; s < batch.SentenceCount; s++)
        {
            int first = batch.Starts[s];
            for (int i = first; i < batch.Starts[s + 1]; i++)
            {
                Span<float> row = space.HiddenGradient.AsSpan(i * units, units);
                for (int j = 0; j < units; j++)
                {
                    if (space.LabelHidden[(i * units) + j] <= 0)
                        row[j] = 0;
                }

                row.CopyTo(space.LabelGradient.AsSpan(i * 2 * units));
                Span<float> head = batch.Heads[i] < 0
                    ? labelRoot.Gradient
                    : space.LabelGradient.AsSpan(((first + batch.Heads[i]) * 2 * units) + units, units);
                TensorPrimitives.Add(head, row, head);
            }
        }
    }

    private void ArcsBackward(Batch batch, float scale)
    {
        int units = shape.Arc;
        for (int s = 0; s < batch.SentenceCount; s++)
        {
            int first = batch.Starts[s];
            int length = batch.LengthOf(s);
            Span<float> scores = space.ArcScores.AsSpan(space.ScoreStarts[s], length * (length + 1));
            TensorPrimitives.Multiply(scores, scale, scores);
            packed.Pack(space.Pairs.AsSpan((first + s) * units), length + 1, units);
            Product.Multiply(scores, length, packed, space.DependentGradient.AsSpan(first * units), units);
            Span<float> pairs = space.PairGradient.AsSpan((first + s) * units, (length + 1) * units);
            pairs.Clear();
            Gradients.AddOuter(scores, length + 1, space.DependentRows.AsSpan(first * units), units, length, pairs, packed, ref turned);
        }

        arcPair.Backward(space.HeadRows, space.PairGradient, batch.WordCount + batch.SentenceCount, space.HeadGradient, add: false);
        for (int s = 0; s < batch.SentenceCount; s++)
        {
            int first = batch.Starts[s];
            int length = batch.LengthOf(s);
            Span<float> scores = space.ArcScores.AsSpan(space.ScoreStarts[s], length * (length + 1));
            for (int j = 0; j <= length; j++)
            {
                float bias = 0;
                for (int i = 0; i < length; i++)
                    bias += scores[(i * (length + 1)) + j];
                Span<float> head = space.HeadGradient.AsSpan((first + s + j) * units, units);
                TensorPrimitives.MultiplyAdd(space.HeadRows.AsSpan((first + s + j) * units, units), bias, arcBias.Gradient, arcBias.Gradient);
                TensorPrimitives.MultiplyAdd(arcBias.Value, bias, head, head);
            }

            TensorPrimitives.Add(arcRoot.Gradient, space.HeadGradient.AsSpan((first + s) * units, units), arcRoot.Gradient);
            for (int i = first; i < first + length; i++)
            {
                Span<float> row = space.ArcGradient.AsSpan(i * 2 * units, 2 * units);
                space.DependentGradient.AsSpan(i * units, units).CopyTo(row);
                space.HeadGradient.AsSpan((i + s + 1) * units, units).CopyTo(row[units..]);
                TensorPrimitives.Multiply(row, space.ArcMasks.AsSpan(s * 2 * units, 2 * units), row);
                for (int j = 0; j < row.Length; j++)
                {
                    if (space.Arcs[(i * 2 * units) + j] <= 0)
                        row[j] = 0;
                }
            }
        }
    }

    private void EmbedBackward(Batch batch)
    {
        int count = batch.WordCount;
        int width = shape.Embedding;
        mixOut.Backward(space.MixHidden, space.EmbeddedGradient, count, space.MixGradient, add: false);
        for (int i = 0; i < count * shape.Hidden; i++)
        {
            if (space.MixHidden[i] <= 0)
                space.MixGradient[i] = 0;
        }

        mixIn.Backward(space.Mixed, space.MixGradient, count, space.EmbeddedGradient, add: true);
        Span<float> row = new float[width];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<float> gradient = space.EmbeddedGradient.AsSpan(i * width, width);
            ReadOnlySpan<float> normal = space.Normal.AsSpan(i * width, width);
            TensorPrimitives.MultiplyAdd(gradient, normal, normGain.Gradient, normGain.Gradient);
            TensorPrimitives.Add(normBias.Gradient, gradient, normBias.Gradient);
            TensorPrimitives.Multiply(gradient, normGain.Value, row);
            float mean = TensorPrimitives.Sum<float>(row) / width;
            float slope = TensorPrimitives.Dot<float>(row, normal) / width;
            for (int j = 0; j < width; j++)
                row[j] = (row[j] - mean - (normal[j] * slope)) * space.NormScale[i];
            for (int f = 0; f < WordFeatures.Count; f++)
                AddToEmbedding(batch.Features[(i * WordFeatures.Count) + f], row);
        }
    }

    private void AddToEmbedding(int row, ReadOnlySpan<float> gradient)
    {
        if (!touched[row])
        {
            touched[row] = true;
            touchedRows.Add(row);
        }

        Span<float> sum = embeddings.Gradient.AsSpan(row * shape.Embedding, shape.Embedding);
        TensorPrimitives.Add(sum, gradient, sum);
    }

    private static void Scale(float[] values, int length, float factor) =>
        TensorPrimitives.Multiply(values.AsSpan(0, length), factor, values.AsSpan(0, length));
}
