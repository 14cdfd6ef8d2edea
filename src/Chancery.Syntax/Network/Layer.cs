using System.Numerics.Tensors;

namespace Chancery.Syntax;

/// <summary>A linear layer with its weights laid out for the product.</summary>
internal sealed class Layer(Weights weights, Weights? bias)
{
    private readonly PackedMatrix matrix = PackedMatrix.Of(weights.Values, weights.Rows, weights.Columns);

    /// <summary>Writes <c>input · weights + bias</c>.</summary>
    public void Apply(float[] input, int rows, float[] output)
    {
        Product.Multiply(input, rows, matrix, output, weights.Columns);
        AddBias(rows, output);
    }

    /// <summary>Adds <c>input · weights + bias</c> to the output.</summary>
    public void Add(float[] input, int rows, float[] output)
    {
        Product.Multiply(input, rows, matrix, output, weights.Columns, add: true);
        AddBias(rows, output);
    }

    private void AddBias(int rows, float[] output)
    {
        if (bias is null)
            return;
        for (int i = 0; i < rows; i++)
        {
            Span<float> row = output.AsSpan(i * weights.Columns, weights.Columns);
            TensorPrimitives.Add(row, bias.Values, row);
        }
    }
}
