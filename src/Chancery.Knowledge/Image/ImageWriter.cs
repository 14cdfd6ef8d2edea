using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Chancery.Knowledge;

/// <summary>Writes what <see cref="ImageReader"/> reads: numbers, arrays and texts, one after the other and without names.</summary>
/// <param name="texts">The texts that records share; several writers may fill one.</param>
internal sealed class ImageWriter(TextPoolBuilder texts)
{
    private readonly ArrayBufferWriter<byte> bytes = new(1 << 12);

    public TextPoolBuilder Texts { get; } = texts;

    public int Length => bytes.WrittenCount;

    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    /// <param name="value">Not negative; small ones take one byte.</param>
    public void Write(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        for (; value >= 0x80; value >>= 7)
            bytes.Write([(byte)(value & 0x7F | 0x80)]);
        bytes.Write([(byte)value]);
    }

    public void Write(bool value) => bytes.Write([value ? (byte)1 : (byte)0]);

    public void Write(double value) => WriteRaw<double>([value]);

    /// <summary>A text that records share, or null.</summary>
    public void Write(string? text) => Write(text is null ? 0 : Texts.Add(text) + 1);

    public void Write(IReadOnlyCollection<string> values)
    {
        Write(values.Count);
        foreach (string value in values)
            Write(value);
    }

    /// <summary>An array of plain values, as it lies in memory.</summary>
    public void WriteAll<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Write(values.Length);
        WriteRaw(values);
    }

    private void WriteRaw<T>(ReadOnlySpan<T> values)
        where T : unmanaged =>
        bytes.Write(MemoryMarshal.AsBytes(values));
}

/// <summary>Collects texts, each once.</summary>
internal sealed class TextPoolBuilder
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];

    /// <summary>The number of the text.</summary>
    public int Add(string text)
    {
        if (numbers.TryAdd(text, texts.Count))
            texts.Add(text);
        return numbers[text];
    }

    public void WriteTo(ImageWriter image)
    {
        byte[][] letters = [.. texts.Select(Encoding.UTF8.GetBytes)];
        int[] starts = new int[texts.Count + 1];
        for (int i = 0; i < texts.Count; i++)
            starts[i + 1] = starts[i] + letters[i].Length;
        image.WriteAll<byte>(letters.SelectMany(text => text).ToArray());
        image.WriteAll<int>(starts);
    }

    public TextPool ToPool()
    {
        var image = new ImageWriter(this);
        WriteTo(image);
        var reader = new ImageReader(image.Written, null);
        return TextPool.Read(ref reader);
    }
}
