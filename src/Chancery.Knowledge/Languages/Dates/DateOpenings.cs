using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>With what a rule may begin, so that most places of a text need no matching at all.</summary>
internal sealed class DateOpenings(ImmutableArray<DateWord> words, FrozenDictionary<string, ImmutableArray<DateRule>> rulesByResult)
{
    private readonly ILookup<string, string> wordsOfClass = words.ToLookup(word => word.Class, word => word.Parts[0], StringComparer.Ordinal);
    private readonly Dictionary<string, Opening> known = new(StringComparer.Ordinal);

    public Opening Of(DateRule rule)
    {
        var result = new Opening();
        foreach (DateForm form in rule.Forms)
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
                    foreach (string name in element.Names)
                        into.Add(OfNamed(name));
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

    private Opening OfNamed(string name)
    {
        if (known.TryGetValue(name, out Opening? opening))
            return opening;
        opening = new Opening();
        opening.Words.UnionWith(wordsOfClass[name]);
        foreach (DateRule rule in rulesByResult.GetValueOrDefault(name, []))
            opening.Add(Of(rule));
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
