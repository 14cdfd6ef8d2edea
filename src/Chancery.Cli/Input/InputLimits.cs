using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Chancery.Extraction;

namespace Chancery.Cli;

/// <summary>Bounds of what one run reads, as the command line gives them: <c>--limit depth=1000 --limit seconds=60</c>.</summary>
/// <param name="Extraction">Of size and depth.</param>
/// <param name="Time">Of one document, by the clock.</param>
internal sealed record InputLimits(ExtractionLimits Extraction, TimeSpan Time)
{
    private const int MostSeconds = 86_400;

    private sealed record Bound(string Name, string Meaning, long Standard, long Most, Func<InputLimits, long, InputLimits> Set);

    private static InputLimits Standard { get; } = new(ExtractionLimits.Standard, TimeSpan.FromMinutes(10));

    private static readonly ImmutableArray<Bound> Bounds =
    [
        OfInt("document", "bytes of one document", limits => limits.DocumentBytes, (limits, value) => limits with { DocumentBytes = value }),
        OfInt("depth", "open elements of a page", limits => limits.Depth, (limits, value) => limits with { Depth = value }),
        OfInt("tags", "tags of a page", limits => limits.Tags, (limits, value) => limits with { Tags = value }),
        OfInt("attributes", "attributes of a tag", limits => limits.Attributes, (limits, value) => limits with { Attributes = value }),
        OfInt("lines", "lines of a document", limits => limits.Lines, (limits, value) => limits with { Lines = value }),
        new("archive", "bytes that an archive unpacks to", ExtractionLimits.Standard.ArchiveBytes, long.MaxValue, (limits, value) => limits with { Extraction = limits.Extraction with { ArchiveBytes = value } }),
        OfInt("expansion", "times that a record may grow when unpacked", limits => limits.Expansion, (limits, value) => limits with { Expansion = value }),
        OfInt("entries", "entries of an archive", limits => limits.ArchiveEntries, (limits, value) => limits with { ArchiveEntries = value }),
        OfInt("nesting", "archives inside archives", limits => limits.ArchiveDepth, (limits, value) => limits with { ArchiveDepth = value }),
        new("seconds", "time for one document", (long)Standard.Time.TotalSeconds, MostSeconds, (limits, value) => limits with { Time = TimeSpan.FromSeconds(value) }),
    ];

    public static Option<string[]> Option() => new("--limit")
    {
        Description = "A bound of what is read, more than one if need be: " + string.Join(", ", Bounds.Select(bound => $"{bound.Name} ({bound.Meaning}, {Short(bound.Standard)})")),
        HelpName = "NAME=NUMBER",
    };

    /// <summary>Numbers may end in k, M or G, which are powers of 1024.</summary>
    /// <exception cref="UsageException">There is no such bound, or it cannot be so large.</exception>
    public static InputLimits Read(IEnumerable<string> given)
    {
        InputLimits limits = Standard;
        foreach (string words in given)
        {
            int sign = words.IndexOf('=', StringComparison.Ordinal);
            string name = sign < 0 ? words : words[..sign];
            Bound bound = Bounds.FirstOrDefault(bound => bound.Name == name)
                ?? throw new UsageException($"--limit {words}: there is no bound '{name}'; there are {string.Join(", ", Bounds.Select(known => known.Name))}");
            if (sign < 0 || Number(words.AsSpan(sign + 1)) is not { } number || number < 1 || number > bound.Most)
                throw new UsageException($"--limit {words}: '{name}' takes a whole number from 1 to {Short(bound.Most)}, as {bound.Name}={Short(bound.Standard)}");
            limits = bound.Set(limits, number);
        }

        return limits;
    }

    private static Bound OfInt(string name, string meaning, Func<ExtractionLimits, int> get, Func<ExtractionLimits, int, ExtractionLimits> set) =>
        new(name, meaning, get(ExtractionLimits.Standard), 1 << 30, (limits, value) => limits with { Extraction = set(limits.Extraction, (int)value) });

    private static long? Number(ReadOnlySpan<char> words)
    {
        int shift = words is [.., var unit] ? unit switch { 'k' => 10, 'M' => 20, 'G' => 30, _ => 0 } : 0;
        if (!long.TryParse(shift > 0 ? words[..^1] : words, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
            return null;
        return number <= long.MaxValue >> shift ? number << shift : null;
    }

    private static string Short(long number)
    {
        foreach ((int shift, string unit) in (ReadOnlySpan<(int, string)>)[(30, "G"), (20, "M")])
        {
            if (number >> shift > 0 && number % (1L << shift) == 0)
                return (number >> shift).ToString(CultureInfo.InvariantCulture) + unit;
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }
}
