using System.Globalization;
using System.Text.RegularExpressions;
using Chancery.Knowledge;
using Xunit;

namespace Chancery.Tests;

/// <summary>A file that breaks its format stops the start and names its place; a check names it too; a user layer's error names the layer.</summary>
public sealed partial class KnowledgeDamageTests
{
    private static readonly KeyValuePair<string, string>[] Small =
    [
        .. TestKnowledge.Source.Paths.Where(IsNeeded).Select(path => KeyValuePair.Create(path, TestKnowledge.Source[path]!)),
        new("entities/places.tsv", "name\tcountry\tkind\tlatitude\tlongitude\tnames\nStrelsau\tRRT\tcapital\t48.00\t12.00\t\n"),
        new("entities/states/x.entities", "state Ruritania\n  codes   RRT RR 990\n"),
        new("outlets/x.outlets", "outlet Strelsau Echo\n  kind    newspaper\n"),
    ];

    /// <summary>One file of each format that the program has, all of English and of the ontology.</summary>
    public static TheoryData<string> Files => [.. Small.Select(file => file.Key).Where(path => path is not "unicode/composition.tsv")];

    private static bool IsNeeded(string path) => path.Split('/') switch
    {
        ["entities", "places.tsv"] => false,
        ["entities", _] or ["ontology", _] or ["unicode", _] or ["extraction", _] or ["languages", "en", _] => true,
        ["events", var file] => file == "aid.rules",
        _ => false,
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_line_that_breaks_the_format_is_named_by_file_line_and_column(string path)
    {
        string text = Small.Single(file => file.Key == path).Value;
        string damaged = text.TrimEnd('\n') + "\n" + (path.EndsWith(".tsv", StringComparison.Ordinal) ? "a\tb\tc\td\te\tf\tg\th\ti\tj\tk\n" : "\nbogus Thing\n  bogus   x\n");
        int line = damaged.TrimEnd('\n').Split('\n').Length;
        var source = new KnowledgeSource("data", Small.Select(file => file.Key == path ? KeyValuePair.Create(path, damaged) : file));
        string[] problems = IsReadWhenNeeded(path)
            ? [.. DataCheck.Run(source).Problems.Select(problem => problem.Message)]
            : [Assert.Throws<KnowledgeException>(() => KnowledgeBase.Load(source)).Message];
        Assert.Contains(problems, problem => Named().Match(problem) is { Success: true } match
            && match.Groups["file"].Value == "data/" + path && int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture) >= line - 1);
    }

    /// <summary>Tables of a language that its reading asks for, and that of imports.</summary>
    private static bool IsReadWhenNeeded(string path) =>
        path is "ontology/cameo-actors.tsv" or "ontology/icews-countries.tsv" || path.StartsWith("languages/en/", StringComparison.Ordinal)
        && Path.GetFileName(path) is not ("months.tsv" or "date-words.tsv" or "dates.rules" or "speech-cues.tsv" or "quotation-marks.tsv" or "calendar.tsv" or "profile.tsv");

    [Theory]
    [InlineData("entities/x.entities", "person Yuri Borin\n  wife    Anna\n", ":2:3: ")]
    [InlineData("entities/titles.tsv", "title\tsector\tlevel\tforms\nking\tQQQ\thead-of-state\tking\n", ":2:6: ")]
    [InlineData("entities/agents.tsv", "noun\tplural\tsector\tkind\nking\n", ":2:1: ")]
    [InlineData("outlets/x.outlets", "outlet Strelsau Echo\n  kind    pigeon\n", ":2:11: ")]
    [InlineData("events/x.rules", "rule a.b\n  type    DANCE\n", ":2:11: ")]
    [InlineData("events/x.rules", "rule a.b\n  type    AID\n  cameo   070\n  verb    feed\n  actor   subject\n  recipient object is\n", ":6:13: ")]
    public void An_error_in_a_layer_names_the_layer(string path, string text, string place)
    {
        var source = new KnowledgeSource("data", Small);
        var layer = new KnowledgeSource("my-layer", [new(path, text)]);
        Assert.StartsWith($"my-layer/{path}{place}", Assert.Throws<KnowledgeException>(() => KnowledgeBase.Load(source, layer)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_adds_and_overrides_entities_outlets_and_rules()
    {
        var layer = new KnowledgeSource("mine",
        [
            new("entities/x.entities", "organization Zenda Steel\n  country RRT\n  sector  BUS\n\nstate Ruritania\n  codes   RRT RR 990\n  people  Ruritanian\n"),
            new("outlets/x.outlets", "outlet Strelsau Echo\n  kind    broadcaster\n\noutlet Zenda Times\n  kind    newspaper\n"),
            new("events/x.rules", "rule aid.xylophone\n  type    AID\n  cameo   070\n  verb    xylophone\n  actor   subject\n"),
        ]);
        KnowledgeBase known = KnowledgeBase.Load(new KnowledgeSource("data", Small), layer);
        Assert.NotNull(known.Entities.Find("organization:Zenda Steel"));
        Assert.Single(known.Entities.All, entity => entity.Name == "Ruritania");
        Assert.Equal("broadcaster", known.Outlets.Find("Strelsau Echo")!.Kind);
        Assert.NotNull(known.Outlets.Find("Zenda Times"));
        Assert.True(known.EventRules.IsVerb("xylophone"));
        Assert.False(KnowledgeBase.Load(new KnowledgeSource("data", Small)).EventRules.IsVerb("xylophone"));
    }

    [Fact]
    public void Two_states_with_one_number_are_a_problem()
    {
        var layer = new KnowledgeSource("mine", [new("entities/y.entities", "state Syldavia\n  codes   SYL SY 990\n  cow     900\n")]);
        Assert.Contains(
            "mine/entities/y.entities:1:1: 'Syldavia' and 'Ruritania' in data/entities/states/x.entities:1:1 share the ISO 3166 number 990",
            DataCheck.Run(new KnowledgeSource("data", Small), layer).Problems.Select(problem => problem.Message));
    }

    /// <summary>The blocks that the guide shows are loaded with the program's own knowledge, and their tests are run.</summary>
    [Fact]
    public void What_the_guide_adds_loads_in_canonical_form_and_holds()
    {
        string guide = File.ReadAllText(Path.Combine(TestKnowledge.Root(), "docs", "guides", "knowledge.md")).ReplaceLineEndings("\n");
        string[] blocks =
        [
            .. Fence().Matches(guide).Select(match => Indent().Replace(match.Groups["text"].Value, "")).Order(StringComparer.Ordinal),
        ];
        Assert.Equal(2, blocks.Length);
        string text = string.Join('\n', blocks);
        Assert.Equal(text, new CanonicalForm(new Composition(TestKnowledge.Source)).Of("x.entities", "x.entities", text));
        KnowledgeBase known = KnowledgeBase.Load(TestKnowledge.Source, new KnowledgeSource("guide", [new("entities/x.entities", text)]));
        EntityExample[] examples = [.. known.Examples.Where(example => example.Place.File.StartsWith("guide/", StringComparison.Ordinal))];
        Assert.Equal(2, examples.Length);
        foreach (EntityExample example in examples)
        {
            var matches = new List<NameMatch>();
            known.Entities.Match(example.Text, matches);
            Assert.Contains(matches, match => known.Entities.Candidates(match.Name).ToArray().Any(candidate => candidate.IsEntity && known.Entities[candidate.Index].Name == example.Entity));
            ActorResolution found = new ActorResolver(known).Resolve(example.Entity, example.Date);
            Assert.Equal(example.Country, found.Country);
            Assert.Contains(example.Sector!.Value, found.Sectors);
        }
    }

    /// <summary>Example: <c>data/entities/x.entities:12:3: 'wife' is no field of a person</c>.</summary>
    [GeneratedRegex(@"^(?<file>[^:]+):(?<line>\d+):(?<column>\d+): .")]
    private static partial Regex Named();

    /// <summary>A fenced block that begins with an entity, indented or not.</summary>
    [GeneratedRegex(@"^ *```\n(?<text> *(person|organization) .*?)^ *```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    /// <summary>The indent of a list around a block: that of fields is two spaces, so only three and more are taken off.</summary>
    [GeneratedRegex(@"^   ", RegexOptions.Multiline)]
    private static partial Regex Indent();
}
