using System.Numerics.Tensors;
using Chancery.Syntax;

namespace Chancery.Training;

/// <summary>A linear layer with its way back.</summary>
internal sealed class LearnedLayer(Parameter weights, Parameter? bias)
{
    private readonly PackedMatrix packed = new();
    private float[] turned = [];

    public int Inputs => weights.Rows;

    public int Outputs => weights.Columns;

    public void Forward(float[] input, int rows, float[] output, bool add = false)
    {
        packed.Pack(weights.Value, Inputs, Outputs);
        Product.Multiply(input, rows, packed, output, Outputs, add);
        if (bias is null)
            return;
        for (int i = 0; i < rows; i++)
        {
            Span<float> row = output.AsSpan(i * Outputs, Outputs);
            TensorPrimitives.Add(row, bias.Value, row);
        }
    }

    /// <summary>Adds to the gradients of weights and bias; writes that of the input, or adds to it.</summary>
    public void Backward(float[] input, float[] outputGradient, int rows, float[]? inputGradient, bool add)
    {
        Gradients.AddOuter(input, Inputs, outputGradient, Outputs, rows, weights.Gradient, packed, ref turned);
        if (bias is not null)
        {
            for (int i = 0; i < rows; i++)
                TensorPrimitives.Add(bias.Gradient, outputGradient.AsSpan(i * Outputs, Outputs), bias.Gradient);
        }

        if (inputGradient is null)
            return;
        packed.PackTransposed(weights.Value, Outputs, Inputs);
        Product.Multiply(outputGradient, rows, packed, inputGradient, Inputs, add);
    }
}

internal static class Gradients
{
    /// <summary>Adds <c>leftᵀ · right</c>, the sum over rows of their outer products.</summary>
    public static void AddOuter(ReadOnlySpan<float> left, int leftWidth, ReadOnlySpan<float> right, int rightWidth, int rows, Span<float> result, PackedMatrix packed, ref float[] turned)
    {
        if (turned.Length < rows * leftWidth)
            turned = new float[rows * leftWidth * 5 / 4];
        Turn(left, rows, leftWidth, turned);

        packed.Pack(right, rows, rightWidth);
        Product.Multiply(turned, leftWidth, packed, result, rightWidth, add: true);
    }

    /// <summary>Transposes in squares that stay in the cache.</summary>
    private static void Turn(ReadOnlySpan<float> matrix, int rows, int columns, Span<float> turned)
    {
        const int Square = 16;
        for (int i = 0; i < rows; i += Square)
        {
            int rowEnd = Math.Min(rows, i + Square);
            for (int j = 0; j < columns; j += Square)
            {
                int columnEnd = Math.Min(columns, j + Square);
                for (int column = j; column < columnEnd; column++)
                {
                    Span<float> into = turned.Slice((column * rows) + i, rowEnd - i);
                    for (int row = 0; row < into.Length; row++)
                        into[row] = matrix[((i + row) * columns) + column];
                }
            }
        }
    }

    /// <summary>Turns scores into the gradient of the cross-entropy of their softmax; returns the loss.</summary>
    public static float OfSoftmax(Span<float> scores, int gold, float weight)
    {
        float top = TensorPrimitives.Max<float>(scores);
        TensorPrimitives.Subtract(scores, top, scores);
        float goldScore = scores[gold];
        TensorPrimitives.Exp<float>(scores, scores);
        float sum = TensorPrimitives.Sum<float>(scores);
        TensorPrimitives.Multiply(scores, weight / sum, scores);
        scores[gold] -= weight;
        return weight * (MathF.Log(sum) - goldScore);
    }
}
