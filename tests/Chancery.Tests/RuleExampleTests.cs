using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;
using Xunit;

namespace Chancery.Tests;

/// <summary>Runs the <c>yes</c> and <c>no</c> lines of <c>data/events</c> through the whole pipeline.</summary>
public sealed class RuleExampleTests
{
    /// <summary>Lines that are known to be read wrongly; each must go on failing, so that the list can only shrink.</summary>
    private static readonly FrozenSet<string> KnownWrong = File.ReadLines(Path.Combine(CaseFile.Folder, "rules-known-wrong.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (EventRule Rule, RuleExample Example, bool Yes)> Examples = TestKnowledge.All.EventRules.Rules
        .SelectMany(rule => rule.Yes.Select(example => (rule, example, Yes: true)).Concat(rule.No.Select(example => (rule, example, Yes: false))))
        .ToFrozenDictionary(item => $"{item.rule.Id}  {(item.Yes ? "yes" : "no")}  {item.example.Text}", item => item, StringComparer.Ordinal);

    public static TheoryData<string> Names() => [.. Examples.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_reads_its_yes_lines_and_not_its_no_lines(string example)
    {
        string? problem = Problem(Examples[example]);
        if (KnownWrong.Contains(example))
            Assert.True(problem is not null, $"mended: take the line out of rules-known-wrong.txt: {example}");
        else
            Assert.True(problem is null, $"{Examples[example].Example.Place}: {problem}\nwrong: {example}");
    }

    [Fact]
    public void Known_wrong_lines_are_lines_of_rules() =>
        Assert.All(KnownWrong, line => Assert.Contains(line, Examples.Keys));

    [Fact]
    public void Every_rule_has_a_yes_and_a_no() =>
        Assert.All(TestKnowledge.All.EventRules.Rules, rule => Assert.True(rule.Yes.Length > 0 && rule.No.Length > 0, $"{rule.Place}: rule '{rule.Id}' lacks a yes or a no"));

    /// <summary>What is wrong with the reading of an example, or null. Another rule may read a <c>yes</c>, with the same type and sides; the rule itself must not read a <c>no</c>.</summary>
    private static string? Problem((EventRule Rule, RuleExample Example, bool Yes) item)
    {
        Reading reading = TestReader.Read(item.Example.Text);
        string found = Rendering.Events(reading);
        if (!item.Yes)
            return reading.Events.Any(read => read.Evidence.Rule == item.Rule.Id) ? $"a 'no' line is read: {found}" : null;
        bool read = reading.Events.Any(read =>
            (read.Evidence.Rule == item.Rule.Id || (read.Type is not null && read.Type == item.Rule.Type))
            && item.Example.Marks.All(mark => SidesOf(read, mark.Role).Any(side => side.Range.Overlaps(mark.Range))));
        return read ? null : $"a 'yes' line is not read as marked: {found}";
    }

    private static ImmutableArray<Side> SidesOf(EventMention read, string role) => role switch
    {
        "actor" => read.Actors,
        "recipient" => read.Recipients,
        "except" => read.Except,
        _ => throw new ArgumentException($"'{role}' is no role of an example", nameof(role)),
    };
}
