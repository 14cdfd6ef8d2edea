using Chancery.Coding;

namespace Chancery.Training;

/// <summary>Learns the tagger of names as an averaged structured perceptron (Collins 2002).</summary>
internal sealed class NameLearner
{
    private const int Rows = 1 << 18;
    private const int Labels = NameModel.Labels;

    private readonly float[] weights = new float[Rows * Labels];
    private readonly float[] sums = new float[Rows * Labels];
    private readonly float[] steps = new float[Labels * Labels];
    private readonly float[] stepSums = new float[Labels * Labels];
    private readonly NameDecoder decoder = new();
    private float[] scores = [];
    private float seen = 1;

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
            average[i] = weights[i] - (sums[i] / seen);
        float most = 0;
        foreach (float weight in average)
            most = Math.Max(most, Math.Abs(weight));
        float unit = Math.Max(most / sbyte.MaxValue, 1e-6f);
        return new NameModel(
            Array.ConvertAll(average, weight => (sbyte)Math.Round(weight / unit)),
            [.. steps.Select((step, i) => step - (stepSums[i] / seen))],
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

    private void Change(float[] values, float[] history, int index, float by)
    {
        values[index] += by;
        history[index] += seen * by;
    }
}
