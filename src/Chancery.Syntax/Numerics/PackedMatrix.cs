using System.Runtime.InteropServices;

namespace Chancery.Syntax;

/// <summary>The right factor of a product, laid out in panels of 16 columns, the order in which the product reads it.</summary>
internal sealed unsafe class PackedMatrix
{
    public const int PanelWidth = 16;
    private float[] panels = [];

    /// <summary>Rows of the factor: the length of the sums.</summary>
    public int Inner { get; private set; }

    /// <summary>Columns of the factor and of the product.</summary>
    public int Columns { get; private set; }

    public int PanelCount => (Columns + PanelWidth - 1) / PanelWidth;

    public static PackedMatrix Of(ReadOnlySpan<float> matrix, int inner, int columns)
    {
        var packed = new PackedMatrix();
        packed.Pack(matrix, inner, columns);
        return packed;
    }

    /// <summary>Takes a matrix of <paramref name="inner"/> rows and <paramref name="columns"/> columns.</summary>
    public void Pack(ReadOnlySpan<float> matrix, int inner, int columns)
    {
        Resize(inner, columns);
        fixed (float* source = matrix, target = panels)
        {
            unchecked
            {
                float* into = target;
                for (int panel = 0; panel < columns; panel += PanelWidth)
                {
                    int width = Math.Min(PanelWidth, columns - panel);
                    for (int k = 0; k < inner; k++, into += PanelWidth)
                    {
                        float* row = source + ((nint)k * columns) + panel;
                        for (int j = 0; j < width; j++)
                            into[j] = row[j];
                        for (int j = width; j < PanelWidth; j++)
                            into[j] = 0;
                    }
                }
            }
        }
    }

    /// <summary>Takes the transpose of a matrix of <paramref name="columns"/> rows and <paramref name="inner"/> columns.</summary>
    public void PackTransposed(ReadOnlySpan<float> matrix, int inner, int columns)
    {
        Resize(inner, columns);
        fixed (float* source = matrix, target = panels)
        {
            unchecked
            {
                float* into = target;
                for (int panel = 0; panel < columns; panel += PanelWidth, into += PanelWidth * inner)
                {
                    int width = Math.Min(PanelWidth, columns - panel);
                    for (int j = 0; j < width; j++)
                    {
                        float* row = source + ((nint)(panel + j) * inner);
                        for (int k = 0; k < inner; k++)
                            into[(k * PanelWidth) + j] = row[k];
                    }

                    for (int j = width; j < PanelWidth; j++)
                    {
                        for (int k = 0; k < inner; k++)
                            into[(k * PanelWidth) + j] = 0;
                    }
                }
            }
        }
    }

    public ref float Panel(int panel) =>
        ref MemoryMarshal.GetReference(panels.AsSpan(panel * PanelWidth * Inner));

    private void Resize(int inner, int columns)
    {
        Inner = inner;
        Columns = columns;
        int size = PanelCount * PanelWidth * inner;
        if (panels.Length < size)
            panels = new float[size];
    }
}
