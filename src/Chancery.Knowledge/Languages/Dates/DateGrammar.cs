using System.Collections.Immutable;
using System.Globalization;

namespace Chancery.Knowledge;

/// <summary>What a word must show before it is read as a word of time: "may" and "march" are months only when written or tagged as names.</summary>
public enum DateWordNeed : byte
{
    None,

    /// <summary>A capital, or a tag of a noun.</summary>
    Name,

    /// <summary>A capital with no verb's tag, or a tag of a noun; "second" and "fall".</summary>
    Noun,

    /// <summary>Small letters within a sentence: "the Morning" is a title.</summary>
    Small,

    /// <summary>No adjective of a name: "future talks", but not "the future president Ann Lee".</summary>
    Unnamed,

    /// <summary>Small letters but for the first word of a sentence and in headings: "Norway Today" is a name.</summary>
    Lower,

    /// <summary>The same, and no noun nor part of a name: "closed daily", but not "a Lisbon daily".</summary>
    Manner,
}

/// <summary>A word or phrase of time with its class and value: "tuesday" is weekday 2.</summary>
/// <param name="Parts">Its micro tokens in lower case: letters, digits and marks stand apart.</param>
/// <param name="Class">What the rules call it: <c>month</c>, <c>unit</c>, <c>season</c>.</param>
/// <param name="Value">A number or a symbol.</param>
/// <param name="Need">What the text must show.</param>
public sealed record DateWord(ImmutableArray<string> Parts, string Class, string Value, DateWordNeed Need)
{
    /// <summary>The value as a whole number; null when it is none.</summary>
    public long? Number { get; } =
        long.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
}

/// <summary>A class of words of time or a result of rules, as patterns name it.</summary>
/// <param name="Text">As the files write it.</param>
/// <param name="Number">Its place among the names of the language, from 0.</param>
public sealed record DateName(string Text, int Number);

/// <summary>Gives every name in the rules of one language a number.</summary>
internal sealed class DateNames
{
    private readonly Dictionary<string, DateName> known = new(StringComparer.Ordinal);

    public IReadOnlyCollection<DateName> All => known.Values;

    public DateName Of(string text)
    {
        if (!known.TryGetValue(text, out DateName? name))
            known.Add(text, name = new DateName(text, known.Count));
        return name;
    }
}

/// <summary>
/// How time is told in one language: its words and the rules that read them. Micro tokens that may begin a part of a rule have numbers,
/// so that for most words of a text one look-up says that no time begins there.
/// </summary>
public sealed class DateGrammar
{
    /// <summary>The number of a micro token that begins no part of any rule.</summary>
    public const int NoWord = 0;

    /// <summary>The number of all micro tokens of digits.</summary>
    public const int Digits = 1;

    private readonly Dictionary<string, int> vocabulary;
    private readonly Dictionary<string, ImmutableArray<DateWord>> words;
    private readonly DateFormIndex telling;
    private readonly DateFormIndex?[] giving;
    private readonly bool[][] begins;

    internal DateGrammar(ImmutableArray<DateWord> words, ImmutableArray<DateRule> rules, DateNames names)
    {
        this.words = WordIndex.Of(words.OrderByDescending(word => word.Parts.Length), word => word.Parts[0]);
        Rules = rules;
        var openings = new DateOpenings(words, rules);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string word in rules.SelectMany(rule => rule.Forms).SelectMany(form => openings.Of(form).Words)
            .Concat(names.All.SelectMany(name => openings.OfNamed(name.Text).Words)))
            numbers.TryAdd(word, char.IsAsciiDigit(word[0]) ? Digits : numbers.Count + Digits + 1);
        vocabulary = numbers;
        int size = numbers.Count + Digits + 1;
        telling = new DateFormIndex(rules.Where(rule => rule.Tells), openings, numbers, size);
        begins = new bool[names.All.Count][];
        giving = new DateFormIndex?[names.All.Count];
        foreach (DateName name in names.All)
        {
            Opening opening = openings.OfNamed(name.Text);
            begins[name.Number] = new bool[size];
            begins[name.Number][Digits] = opening.Digits;
            foreach (string word in opening.Words)
                begins[name.Number][numbers[word]] = true;
            if (rules.Any(rule => rule.Gives == name.Text))
                giving[name.Number] = new DateFormIndex(rules.Where(rule => rule.Gives == name.Text), openings, numbers, size);
        }
    }

    public ImmutableArray<DateRule> Rules { get; }

    /// <summary>The number of a micro token in lower case.</summary>
    public int NumberOf(string part) =>
        char.IsAsciiDigit(part[0]) ? Digits : vocabulary.GetValueOrDefault(part, NoWord);

    /// <summary>Whether a class or result may begin with the micro token of this number.</summary>
    public bool MayBegin(DateName name, int word) => begins[name.Number][word];

    /// <summary>Words of time that begin with this micro token, the longest first.</summary>
    public ImmutableArray<DateWord> WordsFrom(string part) => words.GetValueOrDefault(part, []);

    /// <summary>Whether a single word is of a class.</summary>
    public bool Is(string word, string wordClass)
    {
        foreach (DateWord known in WordsFrom(word))
        {
            if (known.Class == wordClass && known.Parts.Length == 1)
                return true;
        }

        return false;
    }

    /// <summary>Forms that tell a date and may begin with the micro token of this number.</summary>
    public ImmutableArray<DateRuleForm> FormsFrom(int word) => telling.From(word);

    /// <summary>Forms whose result other rules name, and which may begin with the micro token of this number.</summary>
    public ImmutableArray<DateRuleForm> FormsGiving(DateName result, int word) => giving[result.Number]?.From(word) ?? [];

    /// <exception cref="KnowledgeException">A file breaks its format.</exception>
    internal static DateGrammar Load((string File, string Text)? months, (string File, string Text)? words, (string File, string Text)? rules)
    {
        var list = ImmutableArray.CreateBuilder<DateWord>();
        if (months is { } monthFile)
        {
            foreach (TableRow row in TableFile.Parse(monthFile.File, monthFile.Text, "form", "month", "needs"))
                list.Add(new DateWord(PartsOf(row, 0), "month", row[1], NeedOf(row, 2)));
        }

        if (words is { } wordFile)
        {
            foreach (TableRow row in TableFile.Parse(wordFile.File, wordFile.Text, "form", "class", "value", "needs"))
                list.Add(new DateWord(PartsOf(row, 0), row[1], row[2], NeedOf(row, 3)));
        }

        ImmutableArray<DateWord> known = list.ToImmutable();
        var classes = known.Select(word => word.Class).ToHashSet(StringComparer.Ordinal);
        var names = new DateNames();
        ImmutableArray<DateRule> read = rules is { } ruleFile ? DateRule.Parse(ruleFile.File, ruleFile.Text, classes, names) : [];
        return new DateGrammar(known, read, names);
    }

    private static ImmutableArray<string> PartsOf(TableRow row, int column)
    {
        ImmutableArray<string> parts = DateParts.Of(row[column]);
        return parts.IsEmpty ? throw row.Error(column, "a word of time is empty") : parts;
    }

    private static DateWordNeed NeedOf(TableRow row, int column) => row[column] switch
    {
        "" => DateWordNeed.None,
        "name" => DateWordNeed.Name,
        "small" => DateWordNeed.Small,
        "lower" => DateWordNeed.Lower,
        "manner" => DateWordNeed.Manner,
        "noun" => DateWordNeed.Noun,
        "unnamed" => DateWordNeed.Unnamed,
        _ => throw row.Error(column, "'needs' is empty, 'name', 'noun', 'small', 'lower', 'manner' or 'unnamed'"),
    };
}

/// <summary>How words of time are cut: letters stay together, digits stay together, every mark stands alone.</summary>
public static class DateParts
{
    /// <summary>The end of the micro token that begins at a place that is no white space.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        int end = start + 1;
        if (char.IsAsciiDigit(text[start]))
        {
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
        }
        else if (IsLetter(text[start]))
        {
            while (end < text.Length && IsLetter(text[end]))
                end++;
        }

        return end;
    }

    /// <summary>The micro tokens of a phrase, in lower case.</summary>
    public static ImmutableArray<string> Of(string phrase)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        for (int i = 0; i < phrase.Length;)
        {
            if (char.IsWhiteSpace(phrase[i]))
            {
                i++;
                continue;
            }

            int end = EndOf(phrase, i);
            parts.Add(phrase[i..end].ToLowerInvariant());
            i = end;
        }

        return parts.ToImmutable();
    }

    // Marks that combine with the letter before them belong to the word.
    private static bool IsLetter(char c) =>
        char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
