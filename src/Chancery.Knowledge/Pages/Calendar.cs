namespace Chancery.Knowledge;

/// <summary>Which of day, month and year a language writes first in numbers alone.</summary>
public enum DateOrder : byte
{
    DayMonthYear,
    MonthDayYear,
    YearMonthDay,
}

/// <summary>A row of a calendar table.</summary>
internal sealed record CalendarWord(string Name, string Kind, int Number);

/// <summary>Names of months and days of the week in one language, or in all.</summary>
public sealed class CalendarWords
{
    private readonly Dictionary<string, int> months;
    private readonly Dictionary<string, int> weekdays;
    private readonly Dictionary<string, int> solarMonths;
    private readonly HashSet<string> joiners;
    private readonly HashSet<string> ordinals;
    private readonly HashSet<string> numbered;

    internal CalendarWords(IReadOnlyCollection<CalendarWord> words)
    {
        months = Named("month");
        weekdays = Named("weekday");
        solarMonths = Named("solar month");
        joiners = Set("joiner");
        ordinals = Set("ordinal");
        numbered = Set("numbered month");

        // A name that means two months in two languages means none where the language is unknown.
        Dictionary<string, int> Named(string kind)
        {
            var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (CalendarWord word in words)
            {
                if (word.Kind == kind && !numbers.TryAdd(word.Name, word.Number) && numbers[word.Name] != word.Number)
                    numbers[word.Name] = 0;
            }

            return numbers;
        }

        HashSet<string> Set(string kind)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (CalendarWord word in words)
            {
                if (word.Kind == kind)
                    names.Add(word.Name);
            }

            return names;
        }
    }

    /// <summary>1 to 12, or 0 for a word that names no month.</summary>
    public int Month(string word) => months.GetValueOrDefault(word);

    /// <summary>1 for Monday to 7 for Sunday, or 0.</summary>
    public int Weekday(string word) => weekdays.GetValueOrDefault(word);

    /// <summary>1 to 12 for a month of the solar calendar of Iran and Afghanistan, or 0.</summary>
    public int SolarMonth(string word) => solarMonths.GetValueOrDefault(word);

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
    private readonly Dictionary<string, CalendarWords> languages;
    private readonly Dictionary<string, DateOrder> orders;

    private Calendars(Dictionary<string, CalendarWords> languages, CalendarWords all, Dictionary<string, DateOrder> orders)
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
        var words = new Dictionary<string, List<CalendarWord>>(StringComparer.Ordinal);
        var orders = new Dictionary<string, DateOrder>(StringComparer.Ordinal);
        foreach (KnowledgeSource source in sources)
        {
            foreach ((string file, string text) in source.Below("languages/", "/calendar.tsv"))
            {
                string tag = file.Split('/')[^2];
                if (!words.TryGetValue(tag, out List<CalendarWord>? list))
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

        var languages = new Dictionary<string, CalendarWords>(StringComparer.Ordinal);
        var all = new List<CalendarWord>();
        foreach ((string tag, List<CalendarWord> list) in words)
        {
            languages.Add(tag, new CalendarWords(list));
            all.AddRange(list);
        }

        return new Calendars(languages, new CalendarWords(all), orders);
    }

    private static CalendarWord Word(TableRow row)
    {
        int number = 0;
        int most = row[1] switch
        {
            "month" or "solar month" => 12,
            "weekday" => 7,
            "joiner" or "ordinal" or "numbered month" => 0,
            _ => throw row.Error(1, "a kind is month, solar month, weekday, joiner, ordinal or numbered month"),
        };
        if (most > 0 && (!int.TryParse(row[2], out number) || number < 1 || number > most))
            throw row.Error(2, $"a number from 1 to {most}");
        return new CalendarWord(row[0], row[1], number);
    }
}
