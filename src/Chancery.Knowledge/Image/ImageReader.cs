using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Chancery.Knowledge;

/// <summary>Reads what <see cref="ImageWriter"/> wrote, in the same order.</summary>
internal ref struct ImageReader(ReadOnlySpan<byte> bytes, TextPool? texts)
{
    private ReadOnlySpan<byte> rest = bytes;

    /// <summary>The texts that records share.</summary>
    public TextPool? Texts { get; private set; } = texts;

    /// <summary>Reads the texts that the records after it share.</summary>
    public void ReadPool() => Texts = TextPool.Read(ref this);

    public int ReadNumber()
    {
        int value = 0;
        int at = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = rest[at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
                break;
        }

        rest = rest[at..];
        return value;
    }

    public bool ReadFlag() => Take(1)[0] != 0;

    public double ReadDouble() => MemoryMarshal.Read<double>(Take(sizeof(double)));

    /// <summary>A text that records share, or null.</summary>
    public string? ReadOptional()
    {
        int number = ReadNumber();
        return number == 0 ? null : Texts![number - 1];
    }

    public string ReadText() => Texts![ReadNumber() - 1];

    public ImmutableArray<string> ReadTexts()
    {
        int count = ReadNumber();
        if (count == 0)
            return [];
        string[] values = new string[count];
        for (int i = 0; i < count; i++)
            values[i] = ReadText();
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    public T[] ReadAll<T>()
        where T : unmanaged
    {
        T[] values = GC.AllocateUninitializedArray<T>(ReadNumber());
        Span<byte> target = MemoryMarshal.AsBytes(values.AsSpan());
        Take(target.Length).CopyTo(target);
        return values;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        ReadOnlySpan<byte> taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}

/// <summary>Texts by number, made when first asked for.</summary>
internal sealed class TextPool
{
    private readonly byte[] letters;
    private readonly int[] starts;
    private readonly string?[] made;

    private TextPool(byte[] letters, int[] starts)
    {
        this.letters = letters;
        this.starts = starts;
        made = new string?[starts.Length - 1];
    }

    public string this[int number] => made[number] ??= Encoding.UTF8.GetString(letters, starts[number], starts[number + 1] - starts[number]);

    public static TextPool Read(ref ImageReader image) => new(image.ReadAll<byte>(), image.ReadAll<int>());
}
