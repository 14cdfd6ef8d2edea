using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>With what a rule may begin, so that most places of a text need no matching at all.</summary>
internal sealed class DateOpenings(ImmutableArray<DateWord> words, ImmutableArray<DateRule> rules)
{
    private readonly ILookup<string, string> wordsOfClass = words.ToLookup(word => word.Class, word => word.Parts[0], StringComparer.Ordinal);
    private readonly Dictionary<string, Opening> known = new(StringComparer.Ordinal);

    private readonly ILookup<string, DateForm> formsOfResult = rules.Where(rule => rule.Gives is not null)
        .SelectMany(rule => rule.Forms.Select(form => new DateRuleForm(rule, form))).ToLookup(pair => pair.Rule.Gives!, pair => pair.Form, StringComparer.Ordinal);

    public Opening Of(DateForm form)
    {
        var result = new Opening();
        Collect(form.Pattern, result);
        return result;
    }

    // True when all steps may be left out, so that what follows can begin too.
    private bool Collect(ImmutableArray<DateElement> pattern, Opening into)
    {
        foreach (DateElement element in pattern)
        {
            bool empty = element.Optional;
            switch (element.Kind)
            {
                case DateElementKind.Literal:
                    into.Words.UnionWith(element.Words);
                    break;
                case DateElementKind.Digits:
                    into.Digits = true;
                    break;
                case DateElementKind.Named:
                    foreach (DateName name in element.Names)
                        into.Add(OfNamed(name.Text));
                    break;
                default:
                    foreach (ImmutableArray<DateElement> choice in element.Choices)
                        empty |= Collect(choice, into);
                    break;
            }

            if (!empty)
                return false;
        }

        return true;
    }

    public Opening OfNamed(string name)
    {
        if (known.TryGetValue(name, out Opening? opening))
            return opening;
        opening = new Opening();
        opening.Words.UnionWith(wordsOfClass[name]);
        foreach (DateForm form in formsOfResult[name])
            opening.Add(Of(form));
        opening.Digits |= opening.Words.Any(word => char.IsAsciiDigit(word[0]));
        known[name] = opening;
        return opening;
    }
}

internal sealed class Opening
{
    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    public bool Digits { get; set; }

    public void Add(Opening other)
    {
        Words.UnionWith(other.Words);
        Digits |= other.Digits;
    }
}

/// <summary>A form with the rule that it belongs to.</summary>
public sealed record DateRuleForm(DateRule Rule, DateForm Form);

/// <summary>Forms by the number of the micro token that they may begin with, each list in the order of the file.</summary>
internal sealed class DateFormIndex
{
    private readonly ImmutableArray<DateRuleForm>[] byWord;

    public DateFormIndex(IEnumerable<DateRule> rules, DateOpenings openings, Dictionary<string, int> vocabulary, int size)
    {
        var lists = new List<DateRuleForm>?[size];
        foreach (DateRule rule in rules)
        {
            foreach (DateForm form in rule.Forms)
            {
                Opening opening = openings.Of(form);
                if (opening.Digits)
                    (lists[DateGrammar.Digits] ??= []).Add(new DateRuleForm(rule, form));
                foreach (string word in opening.Words)
                {
                    if (vocabulary[word] != DateGrammar.Digits)
                        (lists[vocabulary[word]] ??= []).Add(new DateRuleForm(rule, form));
                }
            }
        }

        byWord = Array.ConvertAll(lists, list => list is null ? ImmutableArray<DateRuleForm>.Empty : [.. list]);
    }

    public ImmutableArray<DateRuleForm> From(int word) => byWord[word];
}
