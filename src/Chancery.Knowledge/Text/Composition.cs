using System.Globalization;
using System.Text;

namespace Chancery.Knowledge;

/// <summary>Unicode's canonical composition for the letters that have one, by <c>data/unicode/composition.tsv</c>: the framework's own needs a culture library.</summary>
public sealed class Composition
{
    private readonly Dictionary<int, char> composed = [];

    /// <exception cref="KnowledgeException">The table is missing or damaged.</exception>
    public Composition(KnowledgeSource source)
    {
        const string path = "unicode/composition.tsv";
        string file = $"{source.Name}/{path}";
        string text = source[path] ?? throw new KnowledgeException(file, 1, 1, "the table is missing");
        foreach (TableRow row in TableFile.Parse(file, text, "first", "second", "composed"))
            composed[Code(row, 0) << 16 | Code(row, 1)] = (char)Code(row, 2);
    }

    /// <summary>Joins every letter with the marks after it where one character says the same.</summary>
    public string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0300', '\u036F'))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is >= '\u0300' and <= '\u036F' && result.Length > 0 && composed.TryGetValue(result[^1] << 16 | c, out char joined))
                result[^1] = joined;
            else
                result.Append(c);
        }

        return result.ToString();
    }

    private static int Code(TableRow row, int column) =>
        ushort.TryParse(row[column], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ushort value)
            ? value
            : throw row.Error(column, $"'{row[column]}' is no code point");
}
