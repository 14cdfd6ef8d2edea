using System.Globalization;

namespace Chancery.Knowledge;

/// <summary>How a rule came to its reading, as far as its trust depends on it.</summary>
/// <param name="Form"><c>light</c>, <c>noun</c>, or <c>word</c> for verbs and adjectives.</param>
/// <param name="BothSides">Whether both sides are known.</param>
/// <param name="Demands">How many demands the rule makes; more than two count as two.</param>
public readonly record struct ReadingKind(string Form, bool BothSides, int Demands);

/// <summary>
/// How often readings of a kind name the right type of act, counted on sentences coded by others. Comes from <c>data/events/confidence.tsv</c>.
/// </summary>
/// <remarks>Few sentences stand behind a kind, so each is drawn towards the rate of all kinds, as if a handful more had been seen at that rate.</remarks>
public sealed class ConfidenceTable
{
    /// <summary>How many readings at the common rate each kind is mixed with.</summary>
    public const double Prior = 8;

    // By kind, as "light both 1".
    private readonly Dictionary<string, double> rates;
    private readonly double common;

    private ConfidenceTable(Dictionary<string, double> rates, double common)
    {
        this.rates = rates;
        this.common = common;
    }

    /// <summary>0 to 1; a kind never counted has the rate of one with fewer demands, else of all.</summary>
    public double Of(ReadingKind kind)
    {
        for (int demands = Math.Min(kind.Demands, 2); demands >= 0; demands--)
        {
            if (rates.TryGetValue(Key(kind.Form, kind.BothSides ? "both" : "one", demands), out double rate))
                return rate;
        }

        return common;
    }

    /// <summary>Of knowledge that brings no counts.</summary>
    public static ConfidenceTable Empty { get; } = new([], 0.5);

    /// <returns>Null when the folder has no table.</returns>
    /// <exception cref="KnowledgeException">The table breaks its format.</exception>
    internal static ConfidenceTable? Load(KnowledgeSource source)
    {
        const string path = "events/confidence.tsv";
        if (source[path] is not { } text)
            return null;
        var rows = TableFile.Parse($"{source.Name}/{path}", text, "form", "sides", "demands", "right", "of");
        double right = 0;
        double all = 0;
        foreach (TableRow row in rows)
        {
            if (row[1] is not ("both" or "one"))
                throw row.Error(1, $"'{row[1]}' is neither 'both' nor 'one'");
            if (Number(row, 3) > Number(row, 4))
                throw row.Error(3, "more right than there are");
            right += Number(row, 3);
            all += Number(row, 4);
        }

        double common = all > 0 ? right / all : 0.5;
        var rates = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (TableRow row in rows)
            rates[Key(row[0], row[1], Number(row, 2))] = (Number(row, 3) + (Prior * common)) / (Number(row, 4) + Prior);
        return new ConfidenceTable(rates, common);
    }

    private static string Key(string form, string sides, int demands) => string.Create(CultureInfo.InvariantCulture, $"{form} {sides} {demands}");

    private static int Number(TableRow row, int column) =>
        int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw row.Error(column, $"'{row[column]}' is no number");
}
