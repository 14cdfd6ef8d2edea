using System.Collections.Frozen;

namespace Chancery.Knowledge;

/// <summary>What a small word does in a clause.</summary>
public enum WordFunction
{
    /// <summary>"to" before a verb.</summary>
    Infinitive,

    /// <summary>"bill", "amendment": what provides for acts that nobody has done.</summary>
    Measure,

    /// <summary>"that" before what is said.</summary>
    Content,

    /// <summary>"by": who did it.</summary>
    Agent,

    /// <summary>"of": whose it is.</summary>
    Owner,

    /// <summary>"of", "among": of which it is one.</summary>
    OneOf,

    /// <summary>"on", "to": to whom asking turns.</summary>
    Asked,

    /// <summary>"as": what somebody is told to be.</summary>
    Likeness,

    /// <summary>"between": two who do it to each other.</summary>
    Mutual,

    /// <summary>"by", "with": who takes part, behind another phrase.</summary>
    Company,

    /// <summary>"against", "on": at whom a list of things is aimed.</summary>
    Aim,

    /// <summary>"on", "to": upon whom a verb acts through a preposition.</summary>
    Target,

    /// <summary>"of", "into": before a clause that belongs to what is told.</summary>
    Belonging,

    /// <summary>"for", "of": before a noun that is an argument of another.</summary>
    Topic,

    /// <summary>"for": what a verb or a noun is after.</summary>
    Goal,

    /// <summary>"on", "in": what a verb is about, where its own reality decides.</summary>
    Matter,

    /// <summary>"including", "such as".</summary>
    Adding,

    /// <summary>"except", "other than".</summary>
    Leaving,

    /// <summary>"without", inside brackets.</summary>
    Missing,

    /// <summary>"all", "both": opens what describes a list as a whole.</summary>
    Whole,

    /// <summary>"so that": what something is done for.</summary>
    Purpose,

    /// <summary>"from", behind "refrain": leads to what somebody did not do.</summary>
    Avoidance,

    /// <summary>"would": what lay ahead when it was said.</summary>
    Prospect,

    /// <summary>"should" before its subject: on what condition something else is.</summary>
    Condition,

    /// <summary>"who", "which": stands in a relative clause for what the clause describes.</summary>
    Relative,

    /// <summary>"which": stands for no person.</summary>
    Impersonal,

    /// <summary>"after", "following": before what came first.</summary>
    Succession,

    /// <summary>"while", "whereas": before what another does who is set against the first.</summary>
    Contrast,

    /// <summary>"once", "when": before that on which something waits.</summary>
    Awaited,

    /// <summary>"first", "only": one of few who did what follows.</summary>
    Few,

    /// <summary>"not", "hardly": what stands beside it is not so.</summary>
    Negation,

    /// <summary>"longer" behind "no": what was so is so no more.</summary>
    Lasting,

    /// <summary>"nobody", "none": whoever stands so does not do it.</summary>
    Nobody,

    /// <summary>"off", "aside": beside a verb more than before a noun.</summary>
    Particle,
}

/// <summary>The small words of a language by what they do, from <c>data/languages/TAG/function-words.tsv</c>.</summary>
public sealed class FunctionWords
{
    private readonly FrozenSet<string>[] words;

    internal FunctionWords(IEnumerable<(string Word, WordFunction Function)> rows)
    {
        ILookup<WordFunction, string> told = rows.ToLookup(row => row.Function, row => row.Word);
        words = [.. Enum.GetValues<WordFunction>().Select(function => told[function].ToFrozenSet(StringComparer.Ordinal))];
    }

    /// <summary>Of a language that names none.</summary>
    public static FunctionWords None { get; } = new([]);

    public bool Is(string? word, WordFunction function) => word is not null && words[(int)function].Contains(word);
}

public sealed partial class Language
{
    /// <summary>The small words of the language, read from their table at each call.</summary>
    /// <exception cref="KnowledgeException">The table breaks its format.</exception>
    public FunctionWords ReadFunctionWords()
    {
        if (FileOf("function-words.tsv") is not { } file)
            return FunctionWords.None;
        var rows = new List<(string, WordFunction)>();
        foreach (TableRow row in TableFile.Parse(file.File, file.Text, "word", "function"))
        {
            rows.Add(Enum.TryParse(row[1].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out WordFunction function)
                ? (row[0], function)
                : throw row.Error(1, $"'{row[1]}' is no function of a word: {string.Join(", ", Enum.GetNames<WordFunction>()).ToLowerInvariant()}"));
        }

        return new FunctionWords(rows);
    }
}
