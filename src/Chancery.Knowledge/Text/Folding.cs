using System.Globalization;

namespace Chancery.Knowledge;

/// <summary>Folds letters so that spellings of one name meet: no accents, no case, one kind of apostrophe, of hyphen and of space. The table is <c>data/unicode/folding.tsv</c>.</summary>
public sealed class Folding
{
    /// <summary>What a character that vanishes folds to.</summary>
    public const char Nothing = '\0';

    private const int Direct = 0x2200;
    private const char Several = '\uFFFF';
    private readonly char[] table = new char[Direct];
    private readonly Dictionary<int, string> several;

    /// <exception cref="KnowledgeException">The table is missing or damaged.</exception>
    public Folding(KnowledgeSource source)
    {
        const string path = "unicode/folding.tsv";
        string file = $"{source.Name}/{path}";
        for (int c = 0; c < Direct; c++)
            table[c] = char.ToLowerInvariant((char)c);
        var longer = new Dictionary<int, string>();
        foreach (TableRow row in TableFile.Parse(file, source[path] ?? throw new KnowledgeException(file, 1, 1, "the table is missing"), "character", "folds", "name"))
        {
            char c = ReadCodePoint(row, 0, row[0]);
            string folds = row[1].StartsWith("U+", StringComparison.Ordinal) ? ReadCodePoint(row, 1, row[1]).ToString() : row[1];
            if (c < Direct)
                table[c] = folds.Length == 0 ? Nothing : folds.Length == 1 ? folds[0] : Several;
            if (c >= Direct || folds.Length > 1)
                longer[c] = folds;
        }

        several = longer;
    }

    /// <summary>The one character that a character folds to, <see cref="Nothing"/>, or the first of several, whose others are in <paramref name="rest"/>.</summary>
    public char Fold(char c, out string? rest)
    {
        rest = null;
        if (c < Direct)
        {
            char folded = table[c];
            if (folded != Several)
                return folded;
        }
        else if (!several.ContainsKey(c))
        {
            return char.ToLowerInvariant(c);
        }

        string all = several[c];
        if (all.Length == 0)
            return Nothing;
        if (all.Length > 1)
            rest = all;
        return all[0];
    }

    /// <summary>The whole text folded.</summary>
    public string Fold(ReadOnlySpan<char> text)
    {
        var result = new System.Text.StringBuilder(text.Length);
        foreach (char c in text)
        {
            char folded = Fold(c, out string? rest);
            if (rest is not null)
                result.Append(rest);
            else if (folded != Nothing)
                result.Append(folded);
        }

        return result.ToString();
    }

    private static char ReadCodePoint(TableRow row, int column, string cell) =>
        cell.Length == 6 && cell.StartsWith("U+", StringComparison.Ordinal)
        && ushort.TryParse(cell.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ushort value)
            ? (char)value
            : throw row.Error(column, $"'{cell}' is no code point such as U+00E9");
}
