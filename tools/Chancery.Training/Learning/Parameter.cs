using System.Numerics.Tensors;

namespace Chancery.Training;

/// <summary>A matrix that is learned, with its gradient and the running moments of Adam.</summary>
internal sealed class Parameter(string name, int rows, int columns)
{
    private readonly float[] first = new float[rows * columns];
    private readonly float[] second = new float[rows * columns];

    private float[]? mean;

    public string Name { get; } = name;

    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public float[] Value { get; } = new float[rows * columns];

    /// <summary>The running mean of the values; the values themselves as long as none was taken.</summary>
    public float[] Mean => mean ?? Value;

    public float[] Gradient { get; } = new float[rows * columns];

    /// <summary>Fills with even noise in ±range.</summary>
    public Parameter Scatter(Chance chance, float range)
    {
        for (int i = 0; i < Value.Length; i++)
            Value[i] = ((2 * chance.NextSingle()) - 1) * range;
        return this;
    }

    public Parameter Fill(float value)
    {
        Value.AsSpan().Fill(value);
        return this;
    }

    /// <summary>Moves the running mean towards the values, keeping a share of it.</summary>
    public void Average(float kept)
    {
        if (mean is null)
            mean = [.. Value];
        else
            TensorPrimitives.Lerp(Value, mean, kept, mean);
    }

    public float SquareOfGradient() => TensorPrimitives.SumOfSquares<float>(Gradient);

    /// <summary>One step of Adam for a part of the matrix, whose gradient is then cleared.</summary>
    public void Step(int start, int length, Adam adam)
    {
        Adam.Step(
            Value.AsSpan(start, length),
            Gradient.AsSpan(start, length),
            first.AsSpan(start, length),
            second.AsSpan(start, length),
            adam);
    }
}

/// <summary>The rates of one step.</summary>
/// <param name="Rate">Learning rate with the corrections of the step's number.</param>
/// <param name="Scale">What gradients are multiplied by, to clip them.</param>
internal readonly record struct Adam(float Rate, float Scale)
{
    private const float First = 0.9f;
    private const float Second = 0.99f;

    public static Adam For(int step, float rate, float scale) =>
        new((float)(rate * Math.Sqrt(1 - Math.Pow(Second, step)) / (1 - Math.Pow(First, step))), scale);

    public static void Step(Span<float> value, Span<float> gradient, Span<float> first, Span<float> second, Adam adam)
    {
        int lanes = System.Numerics.Vector<float>.Count;
        int i = 0;
        var rate = new System.Numerics.Vector<float>(adam.Rate);
        var scale = new System.Numerics.Vector<float>(adam.Scale);
        var epsilon = new System.Numerics.Vector<float>(1e-8f);
        for (; i + lanes <= value.Length; i += lanes)
        {
            var g = new System.Numerics.Vector<float>(gradient[i..]) * scale;
            System.Numerics.Vector<float> m = (new System.Numerics.Vector<float>(first[i..]) * First) + (g * (1 - First));
            System.Numerics.Vector<float> v = (new System.Numerics.Vector<float>(second[i..]) * Second) + (g * g * (1 - Second));
            m.CopyTo(first[i..]);
            v.CopyTo(second[i..]);
            (new System.Numerics.Vector<float>(value[i..]) - (rate * m / (System.Numerics.Vector.SquareRoot(v) + epsilon))).CopyTo(value[i..]);
        }

        for (; i < value.Length; i++)
        {
            float g = gradient[i] * adam.Scale;
            first[i] = (first[i] * First) + (g * (1 - First));
            second[i] = (second[i] * Second) + (g * g * (1 - Second));
            value[i] -= adam.Rate * first[i] / (MathF.Sqrt(second[i]) + 1e-8f);
        }

        gradient.Clear();
    }
}
