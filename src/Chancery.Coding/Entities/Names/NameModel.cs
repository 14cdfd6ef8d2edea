using System.Buffers.Binary;

namespace Chancery.Coding;

/// <summary>What a proper name that no data know is the name of.</summary>
public enum NameKind : byte
{
    /// <summary>No name.</summary>
    None,
    Person,
    Organization,
    Place,

    /// <summary>A storm, a film, a law, a feast, a prize: named, and no actor.</summary>
    Other,
}

/// <summary>The weights of the tagger of names: one row of signed bytes a hashed feature, one byte a label.</summary>
/// <remarks>
/// Labels are those of the IOB2 scheme (Ramshaw and Marcus 1995): 0 outside, then begin and inside of each <see cref="NameKind"/>.
/// Learned as an averaged structured perceptron (Collins 2002); <c>NOTICE</c> names the treebanks.
/// </remarks>
public sealed class NameModel
{
    public const int Labels = 9;
    private const uint Magic = 0x4E414D45;
    private const int HeaderBytes = 12;

    private readonly sbyte[] weights;

    /// <param name="weights">Rows of <see cref="Labels"/>, a power of two of them.</param>
    /// <param name="steps">From label to label, row by row.</param>
    /// <param name="unit">What one step of a weight is worth.</param>
    public NameModel(sbyte[] weights, float[] steps, float unit)
    {
        this.weights = weights;
        Steps = steps;
        Unit = unit;
        Mask = (uint)(weights.Length / Labels) - 1;
    }

    /// <summary>Scores of going from one label to the next, of the same unit as the weights.</summary>
    public float[] Steps { get; }

    /// <summary>What one step of a weight is worth.</summary>
    public float Unit { get; }

    internal uint Mask { get; }

    /// <summary>Adds the weights of a feature to the scores of a word, in steps.</summary>
    internal void Add(uint feature, Span<int> scores)
    {
        ReadOnlySpan<sbyte> row = weights.AsSpan((int)(feature & Mask) * Labels, Labels);
        for (int label = 0; label < Labels; label++)
            scores[label] += row[label];
    }

    /// <exception cref="InvalidDataException">The bytes are no model of names.</exception>
    public static NameModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
            throw new InvalidDataException("this is no model of names");
        int rows = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        float unit = BinaryPrimitives.ReadSingleLittleEndian(bytes[8..]);
        if (rows <= 0 || (rows & (rows - 1)) != 0 || bytes.Length != HeaderBytes + ((long)rows * Labels) + (Labels * Labels * sizeof(float)))
            throw new InvalidDataException("the model of names is cut off or damaged");
        var weights = new sbyte[rows * Labels];
        bytes.Slice(HeaderBytes, weights.Length).CopyTo(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        var steps = new float[Labels * Labels];
        for (int i = 0; i < steps.Length; i++)
            steps[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(HeaderBytes + weights.Length + (i * sizeof(float)))..]);
        return new NameModel(weights, steps, unit);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderBytes + weights.Length + (Steps.Length * sizeof(float))];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), weights.Length / Labels);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8), Unit);
        System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()).CopyTo(bytes.AsSpan(HeaderBytes));
        for (int i = 0; i < Steps.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(HeaderBytes + weights.Length + (i * sizeof(float))), Steps[i]);
        return bytes;
    }

    internal static NameKind KindOf(int label) => (NameKind)((label + 1) / 2);

    internal static bool IsInside(int label) => label > 0 && label % 2 == 0;
}
