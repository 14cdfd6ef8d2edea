namespace Chancery.Coding;

/// <summary>The best row of labels for a sentence, by Viterbi's algorithm (Forney 1973). Holds scratch memory.</summary>
internal sealed class NameDecoder
{
    private float[] best = [];
    private byte[] back = [];
    private byte[] labels = [];

    /// <param name="scores">A row of <see cref="NameModel.Labels"/> for each word.</param>
    /// <param name="steps">Scores of going from label to label.</param>
    public ReadOnlySpan<byte> Decode(ReadOnlySpan<float> scores, ReadOnlySpan<float> steps)
    {
        const int Labels = NameModel.Labels;
        int count = scores.Length / Labels;
        if (count == 0)
            return [];
        if (labels.Length < count)
        {
            best = new float[scores.Length * 2];
            back = new byte[scores.Length * 2];
            labels = new byte[count * 2];
        }

        for (int label = 0; label < Labels; label++)
            best[label] = NameModel.IsInside(label) ? float.NegativeInfinity : scores[label] + steps[label];
        for (int i = 1; i < count; i++)
        {
            int here = i * Labels;
            int before = here - Labels;
            for (int label = 0; label < Labels; label++)
            {
                float top = float.NegativeInfinity;
                int from = 0;
                for (int other = 0; other < Labels; other++)
                {
                    if (!Follows(other, label))
                        continue;
                    float value = best[before + other] + steps[(other * Labels) + label];
                    if (value > top)
                        (top, from) = (value, other);
                }

                best[here + label] = top + scores[here + label];
                back[here + label] = (byte)from;
            }
        }

        int state = 0;
        int end = (count - 1) * Labels;
        for (int label = 1; label < Labels; label++)
            state = best[end + label] > best[end + state] ? label : state;
        for (int i = count - 1; i >= 0; i--)
        {
            labels[i] = (byte)state;
            state = back[(i * Labels) + state];
        }

        return labels.AsSpan(0, count);
    }

    private static bool Follows(int from, int label) => !NameModel.IsInside(label) || from == label || from == label - 1;
}
