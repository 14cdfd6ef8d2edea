using Chancery.Coding;

namespace Chancery.Training;

/// <summary>Learns the tagger of names as an averaged structured perceptron (Collins 2002).</summary>
internal sealed class NameLearner
{
    private const int Rows = 1 << 18;
    private const int Labels = NameModel.Labels;

    /// <summary>The share of weights that keep their size; the few beyond are cut to the largest that a byte tells.</summary>
    private const double Kept = 0.9998;

    private readonly float[] weights = new float[Rows * Labels];
    private readonly double[] sums = new double[Rows * Labels];
    private readonly float[] steps = new float[Labels * Labels];
    private readonly double[] stepSums = new double[Labels * Labels];
    private readonly NameDecoder decoder = new();
    private float[] scores = [];
    private double seen = 1;

    /// <summary>Learns from one sentence; true when it was labelled right already.</summary>
    public bool Learn(NameExample example)
    {
        ReadOnlySpan<byte> guess = Guess(example);
        if (guess.SequenceEqual(example.Labels))
        {
            seen++;
            return true;
        }

        for (int i = 0; i < guess.Length; i++)
        {
            int right = example.Labels[i];
            int wrong = guess[i];
            int rightBefore = i == 0 ? 0 : example.Labels[i - 1];
            int wrongBefore = i == 0 ? 0 : guess[i - 1];
            if (right != wrong && example.Features[i] is { } features)
            {
                foreach (uint feature in features)
                {
                    int row = (int)(feature & (Rows - 1)) * Labels;
                    Change(weights, sums, row + right, 1);
                    Change(weights, sums, row + wrong, -1);
                }
            }

            if (right != wrong || rightBefore != wrongBefore)
            {
                Change(steps, stepSums, (rightBefore * Labels) + right, 1);
                Change(steps, stepSums, (wrongBefore * Labels) + wrong, -1);
            }
        }

        seen++;
        return false;
    }

    /// <summary>The averaged weights, rounded to a signed byte each.</summary>
    public NameModel Average()
    {
        var average = new float[weights.Length];
        for (int i = 0; i < average.Length; i++)
            average[i] = (float)(weights[i] - (sums[i] / seen));
        float[] sizes = [.. average.Where(weight => weight != 0).Select(Math.Abs).Order()];
        float unit = sizes.Length == 0 ? 1 : sizes[(int)(sizes.Length * Kept)] / sbyte.MaxValue;
        return new NameModel(
            Array.ConvertAll(average, weight => (sbyte)Math.Clamp(Math.Round(weight / unit), -sbyte.MaxValue, sbyte.MaxValue)),
            [.. steps.Select((step, i) => (float)(step - (stepSums[i] / seen)))],
            unit);
    }

    private ReadOnlySpan<byte> Guess(NameExample example)
    {
        int size = example.Labels.Length * Labels;
        if (scores.Length < size)
            scores = new float[size * 2];
        for (int i = 0; i < example.Labels.Length; i++)
        {
            Span<float> row = scores.AsSpan(i * Labels, Labels);
            row.Fill(example.Features[i] is null ? float.NegativeInfinity : 0);
            row[0] = 0;
            foreach (uint feature in example.Features[i] ?? [])
            {
                ReadOnlySpan<float> learned = weights.AsSpan((int)(feature & (Rows - 1)) * Labels, Labels);
                for (int label = 0; label < Labels; label++)
                    row[label] += learned[label];
            }
        }

        return decoder.Decode(scores.AsSpan(0, size), steps);
    }

    private void Change(float[] values, double[] history, int index, float by)
    {
        values[index] += by;
        history[index] += seen * by;
    }
}
