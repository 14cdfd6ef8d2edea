using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Chancery.Knowledge;

public enum DateFormulaKind : byte
{
    Number,

    /// <summary>A word in capitals that functions take: <c>D</c>, <c>SU</c>.</summary>
    Symbol,

    /// <summary>What a slot of the pattern holds; nothing when its step was left out.</summary>
    Slot,
    Call,
}

/// <summary>What a pattern means: <c>shift(speech, 0 - n, u)</c>.</summary>
public sealed record DateFormula(DateFormulaKind Kind, string Name, decimal Number, ImmutableArray<DateFormula> Arguments)
{
    /// <summary>The functions that formulas may call, with how many arguments each takes.</summary>
    public static FrozenDictionary<string, int> Functions { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["add"] = 2,
        ["subtract"] = 2,
        ["multiply"] = 2,
        ["date"] = 3,
        ["solar"] = 3,
        ["check"] = 2,
        ["monthday"] = 2,
        ["season"] = 2,
        ["quarter"] = 2,
        ["half"] = 2,
        ["decade"] = 1,
        ["century"] = 1,
        ["shortyear"] = 2,
        ["era"] = 1,
        ["weekday"] = 2,
        ["feast"] = 2,
        ["speech"] = 0,
        ["story"] = 0,
        ["same"] = 1,
        ["unit"] = 2,
        ["shift"] = 3,
        ["move"] = 3,
        ["nth"] = 3,
        ["within"] = 2,
        ["part"] = 2,
        ["clock"] = 4,
        ["clock24"] = 2,
        ["at"] = 2,
        ["duration"] = 2,
        ["set"] = 1,
        ["setday"] = 1,
        ["lean"] = 2,
        ["present"] = 1,
        ["ref"] = 1,
        ["pair"] = 3,
        ["nothing"] = 0,
        ["none"] = 0,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The slots that it reads.</summary>
    internal IEnumerable<string> Slots() =>
        Kind == DateFormulaKind.Slot ? [Name] : Arguments.SelectMany(argument => argument.Slots());

    internal static DateFormula Parse(string text, FilePlace place)
    {
        int at = 0;
        DateFormula result = Sum(text, ref at, place);
        Skip(text, ref at);
        return at == text.Length ? result : throw Error(place, at, $"'{text[at..]}' is left over");
    }

    private static DateFormula Sum(string text, ref int at, FilePlace place)
    {
        DateFormula left = Value(text, ref at, place);
        for (; ; )
        {
            Skip(text, ref at);
            string? function = at < text.Length ? text[at] switch { '+' => "add", '-' => "subtract", '*' => "multiply", _ => null } : null;
            if (function is null)
                return left;
            at++;
            left = new DateFormula(DateFormulaKind.Call, function, 0, [left, Value(text, ref at, place)]);
        }
    }

    private static DateFormula Value(string text, ref int at, FilePlace place)
    {
        Skip(text, ref at);
        int start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '.'))
            at++;
        string word = text[start..at];
        if (word.Length == 0)
            throw Error(place, start, "a value is missing");
        if (decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
            return new DateFormula(DateFormulaKind.Number, "", number, []);
        if (char.IsAsciiLetterUpper(word[0]))
            return new DateFormula(DateFormulaKind.Symbol, word, 0, []);
        Skip(text, ref at);
        bool called = at < text.Length && text[at] == '(';
        if (!called && !(Functions.TryGetValue(word, out int none) && none == 0))
            return new DateFormula(DateFormulaKind.Slot, word, 0, []);
        if (!Functions.TryGetValue(word, out int count))
            throw Error(place, start, $"there is no function '{word}'");
        ImmutableArray<DateFormula> arguments = called ? List(text, ref at, place) : [];
        if (arguments.Length != count)
            throw Error(place, start, $"'{word}' takes {count} arguments");
        return new DateFormula(DateFormulaKind.Call, word, 0, arguments);
    }

    private static ImmutableArray<DateFormula> List(string text, ref int at, FilePlace place)
    {
        var arguments = ImmutableArray.CreateBuilder<DateFormula>();
        do
        {
            at++;
            Skip(text, ref at);
            if (arguments.Count == 0 && at < text.Length && text[at] == ')')
                break;
            arguments.Add(Sum(text, ref at, place));
            Skip(text, ref at);
        }
        while (at < text.Length && text[at] == ',');
        if (at >= text.Length || text[at] != ')')
            throw Error(place, at, "a ')' is missing");
        at++;
        return arguments.ToImmutable();
    }

    private static void Skip(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
    }

    private static KnowledgeException Error(FilePlace place, int at, string rule) => new(place.File, place.Line, place.Column + at, rule);
}
