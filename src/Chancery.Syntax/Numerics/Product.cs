using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Syntax;

/// <summary>Dense matrix products in single precision: tiles of 6 rows by 16 columns kept in registers.</summary>
internal static unsafe class Product
{
    private const int TileRows = 6;
    private const int BlockRows = 96;
    private const int LongestPadded = 1536;

    /// <summary>Writes <c>left · right</c> (added to what is there when <paramref name="add"/>) as rows of <paramref name="stride"/> floats.</summary>
    public static void Multiply(ReadOnlySpan<float> left, int rows, PackedMatrix right, Span<float> result, int stride, bool add = false)
    {
        int inner = right.Inner;
        if (rows == 0 || right.Columns == 0)
            return;
        if (left.Length < rows * inner || result.Length < ((rows - 1) * stride) + right.Columns)
            throw new ArgumentException("a factor or the result is too short for the product");
        fixed (float* a = left, c = result)
        {
            for (int block = 0; block < rows; block += BlockRows)
            {
                int blockEnd = Math.Min(rows, block + BlockRows);
                for (int panel = 0; panel < right.PanelCount; panel++)
                {
                    int column = panel * PackedMatrix.PanelWidth;
                    fixed (float* b = &right.Panel(panel))
                        MultiplyPanel(a, b, c + column, block, blockEnd, inner, stride, Math.Min(PackedMatrix.PanelWidth, right.Columns - column), add);
                }
            }
        }
    }

    private static void MultiplyPanel(float* a, float* b, float* c, int from, int to, int inner, int stride, int width, bool add)
    {
        unchecked
        {
            float* tile = stackalloc float[TileRows * PackedMatrix.PanelWidth];
            int row = from;
            for (; row + TileRows <= to; row += TileRows)
            {
                float* into = c + ((nint)row * stride);
                if (width == PackedMatrix.PanelWidth)
                {
                    SixRows(a + ((nint)row * inner), b, into, inner, stride, add);
                }
                else
                {
                    SixRows(a + ((nint)row * inner), b, tile, inner, PackedMatrix.PanelWidth, false);
                    CopyTile(tile, into, TileRows, width, stride, add);
                }
            }

            if (row < to)
                LastRows(a + ((nint)row * inner), b, c + ((nint)row * stride), to - row, inner, stride, width, add);
        }
    }

    /// <summary>Fewer rows than a tile has: they are set in a tile of their own, whose other rows are not used.</summary>
    private static void LastRows(float* a, float* b, float* c, int rows, int inner, int stride, int width, bool add)
    {
        unchecked
        {
            float* tile = stackalloc float[TileRows * PackedMatrix.PanelWidth];
            if (rows == 1 || inner > LongestPadded)
            {
                for (int i = 0; i < rows; i++)
                    OneRow(a + ((nint)i * inner), b, tile + (i * PackedMatrix.PanelWidth), inner);
            }
            else
            {
                float* padded = stackalloc float[TileRows * inner];
                new Span<float>(a, rows * inner).CopyTo(new Span<float>(padded, rows * inner));
                new Span<float>(padded + (rows * inner), (TileRows - rows) * inner).Clear();
                SixRows(padded, b, tile, inner, PackedMatrix.PanelWidth, false);
            }

            CopyTile(tile, c, rows, width, stride, add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SixRows(float* a, float* b, float* c, nint inner, nint stride, bool add)
    {
        unchecked
        {
            Vector256<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
            Vector256<float> c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
            float* a3 = a + (3 * inner);
            nint two = 2 * inner;
            for (nint k = 0; k < inner; k++)
            {
                Vector256<float> b0 = Vector256.Load(b);
                Vector256<float> b1 = Vector256.Load(b + 8);
                Vector256<float> x = Vector256.Create(a[0]);
                c00 = Vector256.MultiplyAddEstimate(x, b0, c00);
                c01 = Vector256.MultiplyAddEstimate(x, b1, c01);
                x = Vector256.Create(a[inner]);
                c10 = Vector256.MultiplyAddEstimate(x, b0, c10);
                c11 = Vector256.MultiplyAddEstimate(x, b1, c11);
                x = Vector256.Create(a[two]);
                c20 = Vector256.MultiplyAddEstimate(x, b0, c20);
                c21 = Vector256.MultiplyAddEstimate(x, b1, c21);
                x = Vector256.Create(a3[0]);
                c30 = Vector256.MultiplyAddEstimate(x, b0, c30);
                c31 = Vector256.MultiplyAddEstimate(x, b1, c31);
                x = Vector256.Create(a3[inner]);
                c40 = Vector256.MultiplyAddEstimate(x, b0, c40);
                c41 = Vector256.MultiplyAddEstimate(x, b1, c41);
                x = Vector256.Create(a3[two]);
                c50 = Vector256.MultiplyAddEstimate(x, b0, c50);
                c51 = Vector256.MultiplyAddEstimate(x, b1, c51);
                a++;
                a3++;
                b += 16;
            }

            Store(c, c00, c01, add);
            Store(c + stride, c10, c11, add);
            Store(c + (2 * stride), c20, c21, add);
            Store(c + (3 * stride), c30, c31, add);
            Store(c + (4 * stride), c40, c41, add);
            Store(c + (5 * stride), c50, c51, add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* c, Vector256<float> low, Vector256<float> high, bool add)
    {
        if (add)
        {
            low += Vector256.Load(c);
            high += Vector256.Load(c + 8);
        }

        low.Store(c);
        high.Store(c + 8);
    }

    private static void OneRow(float* a, float* b, float* c, nint inner)
    {
        unchecked
        {
            Vector256<float> low = default, high = default;
            for (nint k = 0; k < inner; k++, b += 16)
            {
                Vector256<float> x = Vector256.Create(a[k]);
                low = Vector256.MultiplyAddEstimate(x, Vector256.Load(b), low);
                high = Vector256.MultiplyAddEstimate(x, Vector256.Load(b + 8), high);
            }

            low.Store(c);
            high.Store(c + 8);
        }
    }

    private static void CopyTile(float* tile, float* c, int rows, int width, nint stride, bool add)
    {
        unchecked
        {
            for (int i = 0; i < rows; i++, c += stride, tile += PackedMatrix.PanelWidth)
            {
                for (int j = 0; j < width; j++)
                    c[j] = add ? c[j] + tile[j] : tile[j];
            }
        }
    }
}
