using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>One way of telling a time, or a part of one that other rules name.</summary>
/// <param name="Name">What dates read by it carry: <c>weekday.past</c>.</param>
/// <param name="Gives">The result that other rules may name in angle brackets, or null.</param>
/// <param name="Tells">Whether a match is a time expression by itself.</param>
/// <param name="Alone">Whether a noun that follows refuses it: "the 18th" of "the 18th Brigade".</param>
/// <param name="Whole">Whether a clause that completes it refuses it: "the night" of "the night the bridge fell".</param>
/// <param name="Basis">How its value is reached, in words for the reader of a record.</param>
/// <param name="Forms">Its patterns with what each means, in the order of the file.</param>
/// <param name="Examples">Sentences with the answer, run as tests.</param>
/// <param name="Place">Where it stands.</param>
public sealed record DateRule(
    string Name,
    string? Gives,
    bool Tells,
    bool Alone,
    bool Whole,
    string Basis,
    ImmutableArray<DateForm> Forms,
    ImmutableArray<DateExample> Examples,
    FilePlace Place)
{
    /// <summary>Reads all rules of a file.</summary>
    /// <param name="file">The name that errors carry.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="classes">Classes of the language's words of time, which patterns name as they name the results of rules.</param>
    /// <param name="names">Takes up every name met.</param>
    /// <exception cref="KnowledgeException">An unknown field, class or slot, or rules that name each other in a circle.</exception>
    internal static ImmutableArray<DateRule> Parse(string file, string text, HashSet<string> classes, DateNames names)
    {
        ImmutableArray<DateRule> rules = [.. BlockFile.Parse(file, text).Select(block => Read(block, names))];
        var results = rules.Where(rule => rule.Gives is not null).Select(rule => rule.Gives!).ToHashSet(StringComparer.Ordinal);
        foreach (DateRule rule in rules)
        {
            foreach (string named in rule.Named())
            {
                if (!classes.Contains(named) && !results.Contains(named))
                    throw new KnowledgeException(rule.Place, $"'{rule.Name}' names <{named}>, which is neither a class of words nor the result of a rule");
            }
        }

        RefuseCircles(rules);
        return rules;
    }

    /// <summary>The classes and results that its patterns name.</summary>
    internal IEnumerable<string> Named() => Forms.SelectMany(form => DateElement.NamedIn(form.Pattern)).Select(name => name.Text);

    private static DateRule Read(Block block, DateNames names)
    {
        bool tells = block.Keyword == "rule";
        if (!tells && block.Keyword != "part")
            throw new KnowledgeException(block.Place, "a block of date rules is a 'rule' or a 'part'");
        string? gives = null;
        string basis = "";
        bool alone = false, whole = false;
        var forms = ImmutableArray.CreateBuilder<DateForm>();
        var examples = ImmutableArray.CreateBuilder<DateExample>();
        foreach (BlockField field in block.Fields)
        {
            switch (field.Key)
            {
                case "gives":
                    gives = field.Value;
                    break;
                case "alone":
                    alone = IsYes(field);
                    break;
                case "whole":
                    whole = IsYes(field);
                    break;
                case "basis":
                    basis = field.Value;
                    break;
                case "match":
                    forms.Add(DateForm.Parse(field, names));
                    break;
                case "yes" or "no":
                    examples.Add(DateExample.Parse(field));
                    break;
                default:
                    throw new KnowledgeException(field.Place, $"date rules have no field '{field.Key}'");
            }
        }

        if (forms.Count == 0)
            throw new KnowledgeException(block.Place, $"'{block.Name}' has no 'match'");
        if (!tells && gives is null)
            throw new KnowledgeException(block.Place, $"the part '{block.Name}' gives nothing");
        return new DateRule(block.Name, gives, tells, alone, whole, basis, forms.ToImmutable(), examples.ToImmutable(), block.Place);
    }

    private static bool IsYes(BlockField field) =>
        field.Value == "yes" ? true : throw new KnowledgeException(field.ValuePlace, $"'{field.Key}' is 'yes' or left out");

    // Matching goes from rule to rule by name; without circles its depth is bounded by the file.
    private static void RefuseCircles(ImmutableArray<DateRule> rules)
    {
        ILookup<string, DateRule> giving = rules.Where(rule => rule.Gives is not null).ToLookup(rule => rule.Gives!, StringComparer.Ordinal);
        var open = new HashSet<string>(StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (DateRule rule in rules)
            Visit(rule);

        void Visit(DateRule rule)
        {
            if (rule.Gives is null || done.Contains(rule.Gives))
                return;
            if (!open.Add(rule.Gives))
                throw new KnowledgeException(rule.Place, $"<{rule.Gives}> is made from itself");
            foreach (string named in giving[rule.Gives].SelectMany(other => other.Named()))
            {
                foreach (DateRule next in giving[named])
                    Visit(next);
            }

            open.Remove(rule.Gives);
            done.Add(rule.Gives);
        }
    }
}

/// <summary>A pattern with what it means: <c>match  &lt;month:m&gt; &lt;1..31:d&gt;  => date(none, m, d)</c>.</summary>
public sealed record DateForm(ImmutableArray<DateElement> Pattern, DateFormula Meaning)
{
    internal static DateForm Parse(BlockField field, DateNames names)
    {
        int arrow = field.Value.IndexOf("=>", StringComparison.Ordinal);
        if (arrow < 0)
            throw new KnowledgeException(field.ValuePlace, "a match is 'PATTERN => MEANING'");
        ImmutableArray<DateElement> pattern = DateElement.Parse(field.Value[..arrow], names, field.ValuePlace);
        var place = new FilePlace(field.ValuePlace.File, field.ValuePlace.Line, field.ValuePlace.Column + arrow + 2);
        DateFormula meaning = DateFormula.Parse(field.Value[(arrow + 2)..], place);
        var slots = DateElement.SlotsOf(pattern).ToHashSet(StringComparer.Ordinal);
        foreach (string slot in meaning.Slots())
        {
            if (!slots.Contains(slot))
                throw new KnowledgeException(place, $"the pattern has no slot '{slot}'");
        }

        return new DateForm(pattern, meaning);
    }
}

/// <summary>A sentence with the date of its report, and the time that must be read in its brackets; null for "nothing".</summary>
/// <param name="Published">ISO 8601, or <c>-</c> for none.</param>
/// <param name="Sentence">With brackets around the expression; without any for a sentence that tells no time.</param>
/// <param name="Timex">The value expected, or null for a sentence of which this rule must make nothing.</param>
/// <param name="Place">Where it stands.</param>
public sealed record DateExample(string Published, string Sentence, string? Timex, FilePlace Place)
{
    internal static DateExample Parse(BlockField field)
    {
        ImmutableArray<string> parts = field.Parts();
        bool yes = field.Key == "yes";
        if (parts.Length != (yes ? 3 : 2) || (yes && !parts[2].StartsWith("=> ", StringComparison.Ordinal)))
            throw new KnowledgeException(field.ValuePlace, "an example is 'DATE  SENTENCE' and, after yes, '  => TIMEX'");
        return new DateExample(parts[0], parts[1], yes ? parts[2][3..].Trim() : null, field.ValuePlace);
    }
}
