using System.Runtime.Intrinsics;

namespace Chancery.Training;

/// <summary>The way back through <see cref="Chancery.Syntax.Recurrence"/>.</summary>
internal static unsafe class RecurrenceBackward
{
    /// <param name="u">Projections of the first word.</param>
    /// <param name="uStride">Floats between words, also of <paramref name="du"/>.</param>
    /// <param name="skip">Highway input of the first word.</param>
    /// <param name="skipStride">Floats between words, also of <paramref name="dSkip"/>.</param>
    /// <param name="gates">vf, vr, bf, br.</param>
    /// <param name="length">Words.</param>
    /// <param name="width">Units.</param>
    /// <param name="reverse">The direction of the forward pass.</param>
    /// <param name="kept">f, r, c of each word.</param>
    /// <param name="dy">Gradient of the output.</param>
    /// <param name="yStride">Floats between words of <paramref name="dy"/>.</param>
    /// <param name="du">Receives the gradient of the projections.</param>
    /// <param name="dSkip">The gradient of the highway input is added here.</param>
    /// <param name="dGates">The gradient of the gates is added here.</param>
    public static void Run(float* u, int uStride, float* skip, int skipStride, float* gates, int length, int width, bool reverse, float* kept, float* dy, int yStride, float* du, float* dSkip, float* dGates)
    {
        unchecked
        {
            float* carry = stackalloc float[width];
            new Span<float>(carry, width).Clear();
            float* nothing = stackalloc float[width];
            new Span<float>(nothing, width).Clear();
            for (int step = length - 1; step >= 0; step--)
            {
                nint t = reverse ? length - 1 - step : step;
                nint before = reverse ? t + 1 : t - 1;
                float* ut = u + (t * uStride);
                float* dut = du + (t * uStride);
                float* kt = kept + (t * 3 * width);
                float* previous = step == 0 ? nothing : kept + (before * 3 * width) + (2 * width);
                float* st = skip + (t * skipStride);
                float* dst = dSkip + (t * skipStride);
                float* dyt = dy + (t * yStride);
                for (int j = 0; j < width; j += 8)
                {
                    Vector256<float> f = Vector256.Load(kt + j);
                    Vector256<float> r = Vector256.Load(kt + width + j);
                    Vector256<float> c = Vector256.Load(kt + (2 * width) + j);
                    Vector256<float> p = Vector256.Load(previous + j);
                    Vector256<float> x = Vector256.Load(ut + j);
                    Vector256<float> s = Vector256.Load(st + j);
                    Vector256<float> dh = Vector256.Load(dyt + j);
                    Vector256<float> dc = Vector256.Load(carry + j) + (dh * r);
                    Vector256<float> dzr = dh * (c - s) * r * (Vector256<float>.One - r);
                    Vector256<float> dzf = dc * (p - x) * f * (Vector256<float>.One - f);
                    (Vector256.Load(dst + j) + (dh * (Vector256<float>.One - r))).Store(dst + j);
                    (dc * (Vector256<float>.One - f)).Store(dut + j);
                    dzf.Store(dut + width + j);
                    dzr.Store(dut + (2 * width) + j);
                    Add(dGates + j, dzf * p);
                    Add(dGates + width + j, dzr * p);
                    Add(dGates + (2 * width) + j, dzf);
                    Add(dGates + (3 * width) + j, dzr);
                    ((dc * f) + (dzf * Vector256.Load(gates + j)) + (dzr * Vector256.Load(gates + width + j))).Store(carry + j);
                }
            }
        }
    }

    private static void Add(float* to, Vector256<float> value) => (Vector256.Load(to) + value).Store(to);
}
