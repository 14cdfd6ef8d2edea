namespace Chancery.Syntax;

/// <summary>The tree of greatest total score with one root: the best head of each word, and Chu, Liu and Edmonds' contraction where these form a cycle.</summary>
internal static class TreeDecoder
{
    /// <param name="scores">For each word a row of <paramref name="stride"/>: the score of the root, then of each word as its head.</param>
    /// <param name="count">Words of the sentence.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    /// <param name="heads">Receives the head of each word, -1 for the root.</param>
    public static void Decode(ReadOnlySpan<float> scores, int count, int stride, Span<int> heads)
    {
        int roots = 0;
        for (int i = 0; i < count; i++)
        {
            int best = -1;
            float bestScore = scores[i * stride];
            for (int j = 0; j < count; j++)
            {
                float score = scores[(i * stride) + j + 1];
                if (j != i && score > bestScore)
                    (best, bestScore) = (j, score);
            }

            heads[i] = best;
            roots += best < 0 ? 1 : 0;
        }

        if (roots == 1 && IsTree(heads[..count]))
            return;
        DecodeWithOneRoot(scores, count, stride, heads[..count]);
    }

    public static bool IsTree(ReadOnlySpan<int> heads)
    {
        Span<int> seen = heads.Length <= 512 ? stackalloc int[heads.Length] : new int[heads.Length];
        seen.Clear();
        for (int i = 0; i < heads.Length; i++)
        {
            int j = i;
            while (j >= 0 && seen[j] == 0)
            {
                seen[j] = i + 1;
                j = heads[j];
            }

            if (j >= 0 && seen[j] == i + 1)
                return false;
        }

        return true;
    }

    /// <summary>A charge on the root that no second arc from it can pay makes the best tree one with a single root.</summary>
    private static void DecodeWithOneRoot(ReadOnlySpan<float> scores, int count, int stride, Span<int> heads)
    {
        int size = count + 1;
        var weights = new double[size * size];
        double span = 1;
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < size; j++)
                span = Math.Max(span, Math.Abs(scores[(i * stride) + j]));
        }

        double charge = 4 * span * size;
        for (int i = 0; i < count; i++)
        {
            weights[i + 1] = scores[i * stride] - charge;
            for (int j = 0; j < count; j++)
                weights[((j + 1) * size) + i + 1] = scores[(i * stride) + j + 1];
        }

        int[] parents = new MaximumArborescence(weights, size).Find();
        for (int i = 0; i < count; i++)
            heads[i] = parents[i + 1] - 1;
    }
}
