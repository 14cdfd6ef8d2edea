using System.Collections.Immutable;
using System.Globalization;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The numbers that belong to an act: how many agreements, prisoners, tonnes.</summary>
internal static class EventQuantities
{
    public static ImmutableArray<Quantity> Of(DocumentTree tree, RuleReading reading, ClauseGrammar grammar)
    {
        var result = ImmutableArray.CreateBuilder<Quantity>();
        foreach (Argument argument in reading.Clause.Arguments)
        {
            if (argument.Role is Roles.Object or Roles.Subject or "of" or "with" && !argument.IsShared)
                Add(tree, argument.Token, grammar, result);
        }

        if (reading.Noun >= 0 && !result.Any(quantity => quantity.Range.Contains(tree[reading.Noun].Range)))
            Add(tree, reading.Noun, grammar, result);
        return result.ToImmutable();
    }

    private static void Add(DocumentTree tree, int noun, ClauseGrammar grammar, ImmutableArray<Quantity>.Builder result)
    {
        foreach (int child in tree.Children(noun))
        {
            if (tree[child].Relation != Relation.Nummod || Value(tree, child, grammar) is not { } value)
                continue;
            string unit = tree[noun].Lemma.ToLowerInvariant();
            result.Add(new Quantity(value, unit, IsApproximate(tree, child), tree[child].Range.Union(tree[noun].Range)));
            return;
        }
    }

    /// <summary>The number with the powers of ten that stand with it: "3 million".</summary>
    private static decimal? Value(DocumentTree tree, int number, ClauseGrammar grammar)
    {
        if (Parse(tree.Form(number), grammar) is not { } value)
            return null;

        // "thirty-two", which the tokens part.
        if (value is >= 20 and < 100 && Beside(tree, number, 1, grammar) is > 0 and < 10 and var ones)
            return value + ones;
        if (value is > 0 and < 10 && Beside(tree, number, -1, grammar) is >= 20 and < 100 and var tens)
            return value + tens;
        foreach (int child in tree.Children(number))
        {
            if (tree[child].Relation is Relation.Compound or Relation.Nummod && Parse(tree.Form(child), grammar) is { } factor && factor != 0)
                value = value < 1_000_000_000_000m && factor <= 1_000_000_000_000m && (factor >= 100 || value >= 100) ? value * factor : value;
        }

        return value;
    }

    /// <summary>The number that a hyphen ties to another, before it (-1) or behind it (1).</summary>
    private static decimal? Beside(DocumentTree tree, int number, int step, ClauseGrammar grammar)
    {
        int other = number + (2 * step);
        if (other < 0 || other >= tree.Count || tree.Form(number + step) is not "-" || Math.Abs(tree[other].Range.Start - tree[number].Range.Start) > tree[Math.Min(other, number)].Range.Length + 1)
            return null;
        return Parse(tree.Form(other), grammar);
    }

    private static decimal? Parse(ReadOnlySpan<char> text, ClauseGrammar grammar)
    {
        if (decimal.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
            return number < 1_000_000_000_000_000m ? number : null;
        return grammar.NumberOf(text);
    }

    private static bool IsApproximate(DocumentTree tree, int number)
    {
        foreach (int child in tree.Children(number))
        {
            if (tree[child].Relation == Relation.Advmod)
                return true;
        }

        return false;
    }
}
