using System.Collections.Immutable;
using Chancery.Syntax;

namespace Chancery.Training;

/// <summary>Makes the lemma table of a treebank: the shortest ends that decide a rule, then the forms that break it.</summary>
internal static class LemmaLearner
{
    private const int RarestRule = 2;
    private const int RarestEnd = 2;
    private const int CommonRule = 8;

    /// <param name="words">Forms with the number of their tag and their lemma.</param>
    public static LemmaTable Learn(IReadOnlyList<(string Form, int Tag, string Lemma)> words)
    {
        var counts = new Dictionary<LemmaRule, int>();
        var seen = words.Select(word => (word.Form, word.Tag, Rule: LemmaRule.Of(word.Form, word.Lemma))).ToArray();
        foreach (var word in seen)
            counts[word.Rule] = counts.GetValueOrDefault(word.Rule) + 1;
        ImmutableArray<LemmaRule> rules =
        [
            .. counts.Where(rule => rule.Value >= RarestRule || rule.Key.Whole)
                .OrderByDescending(rule => rule.Value).ThenBy(rule => rule.Key.ToString(), StringComparer.Ordinal)
                .Select(rule => rule.Key).Take(short.MaxValue),
        ];
        Dictionary<LemmaRule, short> numbers = rules.Select((rule, i) => (rule, i)).ToDictionary(item => item.rule, item => (short)item.i);
        var choices = new Dictionary<string, short>(StringComparer.Ordinal);
        var types = seen.Where(word => numbers.ContainsKey(word.Rule))
            .GroupBy(word => (word.Form, word.Tag))
            .Select(group => (group.Key.Form, group.Key.Tag, Rule: Best(group.Select(word => numbers[word.Rule])), Count: group.Count()))
            .OrderBy(type => type.Form, StringComparer.Ordinal).ThenBy(type => type.Tag)
            .ToArray();
        for (int end = 0; end <= LemmaTable.LongestEnd; end++)
            AddEnds(types, rules, end, choices);
        AddAlternatives(types, choices);
        HashSet<string> lemmas = words.Select(word => word.Lemma).Where(lemma => lemma.Length <= 32).ToHashSet(StringComparer.Ordinal);
        var table = new LemmaTable(rules, choices, lemmas);
        var exceptions = types.Where(type => table.Choose(type.Form, type.Tag) != rules[type.Rule]).ToArray();
        Span<char> key = stackalloc char[64];
        foreach (var type in exceptions)
        {
            int length = LemmaTable.FormKey(type.Form, type.Tag, key);
            if (length > 0)
                choices[key[..length].ToString()] = type.Rule;
        }

        return new LemmaTable(rules, choices, lemmas);
    }

    /// <summary>Adds the commonest rules of each tag.</summary>
    private static void AddAlternatives((string Form, int Tag, short Rule, int Count)[] types, Dictionary<string, short> choices)
    {
        Span<char> key = stackalloc char[8];
        foreach (var group in types.GroupBy(type => type.Tag).OrderBy(group => group.Key))
        {
            short[] common = [.. group.GroupBy(type => type.Rule).Where(rule => rule.Count() >= CommonRule)
                .OrderByDescending(rule => rule.Count()).ThenBy(rule => rule.Key).Select(rule => rule.Key).Take(LemmaTable.Alternatives)];
            for (int i = 0; i < common.Length; i++)
                choices[key[..LemmaTable.AlternativeKey(i, group.Key, key)].ToString()] = common[i];
        }
    }

    /// <summary>Adds ends of a length where most words that share one have another rule than the shorter end tells.</summary>
    private static void AddEnds((string Form, int Tag, short Rule, int Count)[] types, ImmutableArray<LemmaRule> rules, int end, Dictionary<string, short> choices)
    {
        var table = new LemmaTable(rules, choices, []);
        var found = new List<(string Key, short Rule)>();
        var groups = types.Where(type => type.Form.Length >= end && !rules[type.Rule].Whole && type.Form.Length <= 32)
            .GroupBy(type => EndKey(type.Form, end, type.Tag), StringComparer.Ordinal);
        foreach (var group in groups)
        {
            short best = Best(group.Select(type => type.Rule));
            int support = group.Count(type => type.Rule == best);
            bool told = table.Choose(group.First().Form, group.First().Tag) == rules[best];
            if (end == 0 || (!told && support >= RarestEnd && support * 2 > group.Count()))
                found.Add((group.Key, best));
        }

        foreach ((string key, short rule) in found)
            choices[key] = rule;
    }

    private static string EndKey(string form, int end, int tag)
    {
        Span<char> key = stackalloc char[16];
        return key[..LemmaTable.EndKey(form, end, tag, key)].ToString();
    }

    private static short Best(IEnumerable<short> rules) =>
        rules.GroupBy(rule => rule).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
}
