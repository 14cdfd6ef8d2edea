using System.Numerics.Tensors;

namespace Chancery.Syntax;

/// <summary>Sets beside each word's embedding the first part of the one before it and of the one after it.</summary>
internal static class Neighbors
{
    /// <param name="embeddings">One row a word.</param>
    /// <param name="starts">The first word of each sentence, and the end of the last.</param>
    /// <param name="shape">Sizes of the rows.</param>
    /// <param name="windows">Receives the wider rows; zeros stand beyond the ends of a sentence.</param>
    public static void Gather(ReadOnlySpan<float> embeddings, ReadOnlySpan<int> starts, NetworkShape shape, Span<float> windows)
    {
        int width = shape.Embedding, near = shape.Near, wide = shape.InputOf(0);
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            for (int i = starts[s]; i < starts[s + 1]; i++)
            {
                Span<float> row = windows.Slice(i * wide, wide);
                embeddings.Slice(i * width, width).CopyTo(row);
                Fill(i > starts[s] ? embeddings.Slice((i - 1) * width, near) : default, row.Slice(width, near));
                Fill(i + 1 < starts[s + 1] ? embeddings.Slice((i + 1) * width, near) : default, row.Slice(width + near, near));
            }
        }
    }

    /// <summary>The way back: adds up what each embedding gave to its own row and to its neighbours'.</summary>
    public static void Scatter(ReadOnlySpan<float> windows, ReadOnlySpan<int> starts, NetworkShape shape, Span<float> embeddings)
    {
        int width = shape.Embedding, near = shape.Near, wide = shape.InputOf(0);
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            for (int i = starts[s]; i < starts[s + 1]; i++)
            {
                Span<float> row = embeddings.Slice(i * width, width);
                windows.Slice(i * wide, width).CopyTo(row);
                Span<float> part = row[..near];
                if (i > starts[s])
                    TensorPrimitives.Add(part, windows.Slice(((i - 1) * wide) + width + near, near), part);
                if (i + 1 < starts[s + 1])
                    TensorPrimitives.Add(part, windows.Slice(((i + 1) * wide) + width, near), part);
            }
        }
    }

    private static void Fill(ReadOnlySpan<float> part, Span<float> into)
    {
        if (part.IsEmpty)
            into.Clear();
        else
            part.CopyTo(into);
    }
}
