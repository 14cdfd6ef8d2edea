using Chancery.Knowledge;
using Chancery.Model;
using Xunit;

namespace Chancery.Tests;

/// <summary>The tables beside the rules: how sure a reading is, and who is a side of political acts.</summary>
public sealed class RuleTablesTests
{
    private static readonly Ontology Ontology = Ontology.Load(TestKnowledge.Source);
    private static readonly ConfidenceTable Confidence = EventRuleSet.Load([TestKnowledge.Source], Ontology).Confidence;

    [Theory]
    [InlineData("light", 1)]
    [InlineData("word", 0)]
    [InlineData("word", 1)]
    public void A_reading_that_knows_both_sides_is_surer(string form, int demands) =>
        Assert.True(Confidence.Of(new(form, true, demands)) > Confidence.Of(new(form, false, demands)));

    [Fact]
    public void A_confidence_is_the_counted_rate_drawn_to_the_common_one()
    {
        (int Right, int Of)[] rows =
        [
            .. TestKnowledge.Source["events/confidence.tsv"]!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
                .Select(line => line.Split('\t')).Select(cells => (int.Parse(cells[3]), int.Parse(cells[4]))),
        ];
        double common = (double)rows.Sum(row => row.Right) / rows.Sum(row => row.Of);
        Assert.Equal((48 + (ConfidenceTable.Prior * common)) / (56 + ConfidenceTable.Prior), Confidence.Of(new("word", true, 5)), 6);
        Assert.Equal(common, Confidence.Of(new("gesture", true, 0)), 6);
    }

    [Fact]
    public void More_right_than_counted_stops_the_start_with_the_place()
    {
        var source = new KnowledgeSource("mine", [new("events/confidence.tsv", "form\tsides\tdemands\tright\tof\nword\tboth\t0\t3\t2\n")]);
        var problem = Assert.Throws<KnowledgeException>(() => EventRuleSet.Load([source], Ontology));
        Assert.Contains("mine/events/confidence.tsv:2:", problem.Message, StringComparison.Ordinal);
    }

    private const string Rule = """
        rule mine.blame
          type      ACCUSE
          cameo     111
          adjective @blame | mine
          if        subject @deed
          yes       [Chad|actor] blames.
          no        Chad sleeps.

        """;

    [Fact]
    public void A_list_stands_for_its_words_and_grows_with_each_layer()
    {
        KnowledgeSource[] sources =
        [
            new("ours", [new("events/words.tsv", "list\twords\nblame\tunfair | unjust\ndeed\tmove | step\n")]),
            new("mine", [new("events/words.tsv", "list\twords\nblame\tunjust | shabby\n"), new("events/mine.rules", Rule)]),
        ];
        EventRule rule = Assert.Single(EventRuleSet.Load(sources, Ontology).Rules);
        Assert.Equal(["unfair", "unjust", "shabby", "mine"], rule.Triggers.Select(trigger => trigger.Lemma));
        Assert.True(Assert.Single(rule.Conditions).Words is ["move", "step"]);
    }

    [Fact]
    public void A_list_that_nobody_wrote_stops_the_start_with_the_place()
    {
        var source = new KnowledgeSource("mine", [new("events/mine.rules", Rule)]);
        var problem = Assert.Throws<KnowledgeException>(() => EventRuleSet.Load([source], Ontology));
        Assert.Contains("mine/events/mine.rules:4:", problem.Message, StringComparison.Ordinal);
        Assert.Contains("@blame", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_is_none_stops_the_start_with_the_place()
    {
        var source = new KnowledgeSource("mine", [new("events/mine.rules", Rule.Replace("if        subject @deed", "if        subject is thing").Replace("@blame |", ""))]);
        var problem = Assert.Throws<KnowledgeException>(() => EventRuleSet.Load([source], Ontology));
        Assert.Contains("mine/events/mine.rules:5:", problem.Message, StringComparison.Ordinal);
        Assert.Contains("'thing'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_list_of_words_is_named_by_a_rule()
    {
        string rules = string.Concat(TestKnowledge.Source.Below("events/", ".rules").Select(file => file.Text));
        foreach (string list in TestKnowledge.Source["events/words.tsv"]!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t')[0]))
            Assert.Matches($"@{list}( |$|\n)", rules);
    }

    [Fact]
    public void A_private_person_is_no_side_but_protests()
    {
        Entity nobody = new() { Id = "e1", Name = "Ana Prado", Kind = EntityKind.Person };
        Assert.False(Ontology.IsSide(nobody, EventType.Support));
        Assert.False(Ontology.IsSide(nobody, null));
        Assert.True(Ontology.IsSide(nobody, EventType.Protest));
        Assert.True(Ontology.IsSide(nobody with { Sectors = [Sector.Gov] }, EventType.Support));
    }

    [Fact]
    public void A_farmer_is_a_side_when_his_country_is_told()
    {
        Entity farmer = new() { Id = "e1", Name = "farmers", Kind = EntityKind.Group, Sectors = [Sector.Agr] };
        Assert.False(Ontology.IsSide(farmer, EventType.Reject));
        Assert.True(Ontology.IsSide(farmer with { Country = CountryCode.Parse("CHL") }, EventType.Reject));
    }

    [Fact]
    public void Words_of_an_agreement_name_its_fields()
    {
        Assert.Equal("military", Ontology.FieldOf("defence"));
        Assert.Null(Ontology.FieldOf("poetry"));
    }
}
