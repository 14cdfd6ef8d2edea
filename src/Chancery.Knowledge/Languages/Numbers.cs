using System.Collections.Frozen;
using System.Globalization;

namespace Chancery.Knowledge;

public sealed partial class Language
{
    /// <summary>Number words with their values, <c>data/languages/TAG/numbers.tsv</c>, read at each call.</summary>
    /// <exception cref="KnowledgeException">The table breaks its format.</exception>
    public FrozenDictionary<string, decimal> ReadNumbers()
    {
        var numbers = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase);
        if (FileOf("numbers.tsv") is { } file)
        {
            foreach (TableRow row in TableFile.Parse(file.File, file.Text, "word", "value"))
            {
                numbers[row[0]] = decimal.TryParse(row[1], NumberStyles.None, CultureInfo.InvariantCulture, out decimal value)
                    ? value
                    : throw row.Error(1, $"'{row[1]}' is no number");
            }
        }

        return numbers.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
