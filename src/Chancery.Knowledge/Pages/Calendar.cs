using System.Collections.Frozen;

namespace Chancery.Knowledge;

/// <summary>Which of day, month and year a language writes first in numbers alone.</summary>
public enum DateOrder : byte
{
    DayMonthYear,
    MonthDayYear,
    YearMonthDay,
}

/// <summary>Names of months and days of the week in one language, or in all.</summary>
public sealed class CalendarWords
{
    private readonly FrozenDictionary<string, int> months;
    private readonly FrozenDictionary<string, int> weekdays;
    private readonly FrozenSet<string> joiners;
    private readonly FrozenSet<string> ordinals;
    private readonly FrozenSet<string> numbered;

    internal CalendarWords(IReadOnlyCollection<(string Name, string Kind, int Number)> words)
    {
        months = Named("month");
        weekdays = Named("weekday");
        joiners = Set("joiner");
        ordinals = Set("ordinal");
        numbered = Set("numbered month");

        // A name that means two months in two languages means none where the language is unknown.
        FrozenDictionary<string, int> Named(string kind) => words.Where(word => word.Kind == kind)
            .GroupBy(word => word.Name)
            .Where(group => group.Select(word => word.Number).Distinct().Count() == 1)
            .ToFrozenDictionary(group => group.Key, group => group.First().Number, StringComparer.Ordinal);

        FrozenSet<string> Set(string kind) => words.Where(word => word.Kind == kind).Select(word => word.Name).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>1 to 12, or 0 for a word that names no month.</summary>
    public int Month(string word) => months.GetValueOrDefault(word);

    /// <summary>1 for Monday to 7 for Sunday, or 0.</summary>
    public int Weekday(string word) => weekdays.GetValueOrDefault(word);

    /// <summary>A word that may stand between day, month and year: "de", "of".</summary>
    public bool IsJoiner(string word) => joiners.Contains(word);

    /// <summary>Letters behind the number of a day: "th", "er".</summary>
    public bool IsOrdinal(string word) => ordinals.Contains(word);

    /// <summary>A word behind which a number is a month: Vietnamese "tháng 5".</summary>
    public bool IsNumberedMonth(string word) => numbered.Contains(word);
}

/// <summary>The tables <c>languages/TAG/calendar.tsv</c> and <c>extraction/date-orders.tsv</c>.</summary>
public sealed class Calendars
{
    private readonly FrozenDictionary<string, CalendarWords> languages;
    private readonly FrozenDictionary<string, DateOrder> orders;

    private Calendars(FrozenDictionary<string, CalendarWords> languages, CalendarWords all, FrozenDictionary<string, DateOrder> orders)
    {
        this.languages = languages;
        this.orders = orders;
        All = all;
    }

    /// <summary>The words of all languages together.</summary>
    public CalendarWords All { get; }

    public int LanguageCount => languages.Count;

    /// <summary>The words of a language; null when there is no table for it.</summary>
    public CalendarWords? Of(string? language) => language is null ? null : languages.GetValueOrDefault(language) ?? languages.GetValueOrDefault(language.Split('-')[0]);

    /// <summary>The order of a language tag, of the language alone, or day first.</summary>
    public DateOrder OrderOf(string? language) =>
        language is null ? DateOrder.DayMonthYear : orders.TryGetValue(language, out DateOrder order) ? order : orders.GetValueOrDefault(language.Split('-')[0]);

    /// <exception cref="KnowledgeException">A row breaks the format.</exception>
    public static Calendars Load(IReadOnlyList<KnowledgeSource> sources)
    {
        var words = new Dictionary<string, List<(string, string, int)>>(StringComparer.Ordinal);
        var orders = new Dictionary<string, DateOrder>(StringComparer.Ordinal);
        foreach (KnowledgeSource source in sources)
        {
            foreach ((string file, string text) in source.Below("languages/", "/calendar.tsv"))
            {
                string tag = file.Split('/')[^2];
                if (!words.TryGetValue(tag, out List<(string, string, int)>? list))
                    words[tag] = list = [];
                list.AddRange(TableFile.Parse(file, text, "name", "kind", "number").Select(Word));
            }

            if (source["extraction/date-orders.tsv"] is not { } table)
                continue;
            foreach (TableRow row in TableFile.Parse($"{source.Name}/extraction/date-orders.tsv", table, "language", "order"))
            {
                orders[row[0]] = row[1] switch
                {
                    "dmy" => DateOrder.DayMonthYear,
                    "mdy" => DateOrder.MonthDayYear,
                    "ymd" => DateOrder.YearMonthDay,
                    _ => throw row.Error(1, "an order is dmy, mdy or ymd"),
                };
            }
        }

        return new Calendars(
            words.ToFrozenDictionary(pair => pair.Key, pair => new CalendarWords(pair.Value), StringComparer.Ordinal),
            new CalendarWords([.. words.Values.SelectMany(list => list)]),
            orders.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static (string Name, string Kind, int Number) Word(TableRow row)
    {
        int number = 0;
        int most = row[1] switch
        {
            "month" => 12,
            "weekday" => 7,
            "joiner" or "ordinal" or "numbered month" => 0,
            _ => throw row.Error(1, "a kind is month, weekday, joiner, ordinal or numbered month"),
        };
        if (most > 0 && (!int.TryParse(row[2], out number) || number < 1 || number > most))
            throw row.Error(2, $"a number from 1 to {most}");
        return (row[0], row[1], number);
    }
}
