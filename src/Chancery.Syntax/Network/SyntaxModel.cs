using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Syntax;

/// <summary>A trained model as it stands in its file: labels, vocabulary, lemma tables, weights.</summary>
/// <remarks>
/// The file: "CHANSYN1"; the SHA-256 of all that follows; then counted strings and numbers, little-endian, weights as half floats.
/// </remarks>
internal sealed record SyntaxModel
{
    private const int HashLength = 32;
    private static ReadOnlySpan<byte> Magic => "CHANSYN1"u8;

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    public required NetworkShape Shape { get; init; }

    public required TagSets Sets { get; init; }

    public required ImmutableArray<string> Vocabulary { get; init; }

    public required int HashedRows { get; init; }

    public required LemmaTable Lemmas { get; init; }

    public required WeightStore Weights { get; init; }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        stream.Write(Magic);
        stream.Write(new byte[HashLength]);
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Language);
            foreach (int size in new[] { Shape.Embedding, Shape.Hidden, Shape.Recurrent, Shape.Layers, Shape.Near, Shape.Arc, Shape.Label, HashedRows })
                writer.Write(size);
            foreach (ImmutableArray<string> names in new[] { Sets.Pos, Sets.Tags, Sets.Features, Sets.Relations, Vocabulary })
                WriteStrings(writer, names);
            Lemmas.Write(writer);
            writer.Write(Weights.All.Count());
            foreach ((string name, Weights weights) in Weights.All)
            {
                writer.Write(name);
                writer.Write(weights.Rows);
                writer.Write(weights.Columns);
                foreach (float value in weights.Values)
                    writer.Write((Half)value);
            }
        }

        byte[] bytes = stream.ToArray();
        SHA256.HashData(bytes.AsSpan(Magic.Length + HashLength), bytes.AsSpan(Magic.Length, HashLength));
        return bytes;
    }

    /// <exception cref="InvalidDataException">The bytes are no model, or were damaged.</exception>
    public static SyntaxModel Read(byte[] bytes)
    {
        int start = Magic.Length + HashLength;
        if (bytes.Length < start || !bytes.AsSpan().StartsWith(Magic))
            throw new InvalidDataException("this is no model of the language engine, or one of another version");
        if (!SHA256.HashData(bytes.AsSpan(start)).AsSpan().SequenceEqual(bytes.AsSpan(Magic.Length, HashLength)))
            throw new InvalidDataException("the model is damaged: its content does not fit its checksum");
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, start, bytes.Length - start), Encoding.UTF8);
            return Read(reader, bytes.AsSpan(start));
        }
        catch (Exception error) when (error is EndOfStreamException or ArgumentException or OverflowException or FormatException)
        {
            throw new InvalidDataException($"the model is damaged: {error.Message}", error);
        }
    }

    private static SyntaxModel Read(BinaryReader reader, ReadOnlySpan<byte> content)
    {
        string language = reader.ReadString();
        var shape = new NetworkShape(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        int hashedRows = reader.ReadInt32();
        var sets = new TagSets
        {
            Pos = ReadStrings(reader),
            Tags = ReadStrings(reader),
            Features = ReadStrings(reader),
            Relations = ReadStrings(reader),
        };
        ImmutableArray<string> vocabulary = ReadStrings(reader);
        LemmaTable lemmas = LemmaTable.Read(reader);
        var weights = new WeightStore();
        int count = reader.ReadInt32();
        for (int i = 0; i < count; i++)
        {
            string name = reader.ReadString();
            int rows = reader.ReadInt32();
            int columns = reader.ReadInt32();
            int position = checked((int)reader.BaseStream.Position);
            int length = checked(rows * columns);
            var values = new float[length];
            ReadOnlySpan<byte> packed = content.Slice(position, length * 2);
            if (BitConverter.IsLittleEndian)
            {
                TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(packed), values);
            }
            else
            {
                for (int j = 0; j < length; j++)
                    values[j] = (float)BinaryPrimitives.ReadHalfLittleEndian(packed[(2 * j)..]);
            }

            reader.BaseStream.Position = position + (length * 2);
            weights.Add(name, new Weights(rows, columns, values));
        }

        return new SyntaxModel
        {
            Language = language,
            Shape = shape,
            Sets = sets,
            Vocabulary = vocabulary,
            HashedRows = hashedRows,
            Lemmas = lemmas,
            Weights = weights,
        };
    }

    private static void WriteStrings(BinaryWriter writer, ImmutableArray<string> strings)
    {
        writer.Write(strings.Length);
        foreach (string item in strings)
            writer.Write(item);
    }

    private static ImmutableArray<string> ReadStrings(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        var strings = new string[count];
        for (int i = 0; i < count; i++)
            strings[i] = reader.ReadString();
        return ImmutableCollectionsMarshal.AsImmutableArray(strings);
    }
}
