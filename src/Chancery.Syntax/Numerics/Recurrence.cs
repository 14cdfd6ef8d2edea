using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Syntax;

/// <summary>A simple recurrent unit: gated running averages over a sentence whose matrix products were all done before.</summary>
/// <remarks>
/// For each word t, with x, zf and zr its three projections and s the highway input:
/// f = σ(zf + vf·c + bf), r = σ(zr + vr·c + br), c = f·c + (1-f)·x, y = r·c + (1-r)·s.
/// </remarks>
internal static unsafe class Recurrence
{
    /// <param name="u">Projections of the first word: x, zf, zr, each of <paramref name="width"/> floats.</param>
    /// <param name="uStride">Floats from one word's projections to the next's.</param>
    /// <param name="skip">Highway input of the first word.</param>
    /// <param name="skipStride">Floats from one word's highway input to the next's.</param>
    /// <param name="gates">vf, vr, bf, br.</param>
    /// <param name="length">Words of the sentence.</param>
    /// <param name="width">Units; a multiple of 8.</param>
    /// <param name="reverse">From the last word to the first.</param>
    /// <param name="y">Output of the first word.</param>
    /// <param name="yStride">Floats from one word's output to the next's.</param>
    /// <param name="kept">Where f, r and c of each word are kept for training, 3 · width floats a word; null not to.</param>
    public static void Run(float* u, int uStride, float* skip, int skipStride, float* gates, int length, int width, bool reverse, float* y, int yStride, float* kept)
    {
        unchecked
        {
            float* state = stackalloc float[width];
            new Span<float>(state, width).Clear();
            for (int step = 0; step < length; step++)
            {
                nint t = reverse ? length - 1 - step : step;
                float* ut = u + (t * uStride);
                float* st = skip + (t * skipStride);
                float* yt = y + (t * yStride);
                float* kt = kept == null ? null : kept + (t * 3 * width);
                for (int j = 0; j < width; j += 8)
                {
                    Vector256<float> c = Vector256.Load(state + j);
                    Vector256<float> x = Vector256.Load(ut + j);
                    Vector256<float> f = Sigmoid(Vector256.MultiplyAddEstimate(Vector256.Load(gates + j), c, Vector256.Load(ut + width + j) + Vector256.Load(gates + (2 * width) + j)));
                    Vector256<float> r = Sigmoid(Vector256.MultiplyAddEstimate(Vector256.Load(gates + width + j), c, Vector256.Load(ut + (2 * width) + j) + Vector256.Load(gates + (3 * width) + j)));
                    c = Vector256.MultiplyAddEstimate(f, c - x, x);
                    Vector256<float> s = Vector256.Load(st + j);
                    Vector256.MultiplyAddEstimate(r, c - s, s).Store(yt + j);
                    c.Store(state + j);
                    if (kt != null)
                    {
                        f.Store(kt + j);
                        r.Store(kt + width + j);
                        c.Store(kt + (2 * width) + j);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x)
    {
        Vector256<float> e = Exp(Vector256.Max(Vector256.Min(-x, Vector256.Create(30f)), Vector256.Create(-30f)));
        return Vector256<float>.One / (Vector256<float>.One + e);
    }

    /// <summary>e to the x for |x| up to 80, to a relative error of about 1e-6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        Vector256<float> n = Vector256.Round(x * Vector256.Create(1.44269504f));
        Vector256<float> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-0.693359375f), x);
        r = Vector256.MultiplyAddEstimate(n, Vector256.Create(2.12194440e-4f), r);
        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(1.9875691500e-4f), r, Vector256.Create(1.3981999507e-3f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(8.3334519073e-3f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(4.1665795894e-2f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(1.6666665459e-1f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(5.0000001201e-1f));
        p = Vector256.MultiplyAddEstimate(p, r * r, r + Vector256<float>.One);
        Vector256<int> exponent = (Vector256.ConvertToInt32(n) + Vector256.Create(127)) << 23;
        return p * exponent.AsSingle();
    }
}
