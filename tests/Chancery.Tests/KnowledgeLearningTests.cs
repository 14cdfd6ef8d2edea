using Chancery.Knowledge;
using Chancery.Model;
using Xunit;

namespace Chancery.Tests;

public sealed class KnowledgeLearningTests
{
    private static readonly KnowledgeBase World = TestKnowledge.With(new Dictionary<string, string>
    {
        ["entities/states/x.entities"] = "state Ruritania\n  codes   RRT RR 990\n",
        ["entities/people/RRT.entities"] = "person Rudolf Rassendyll\n  office  RRT GOV king  1990-01-01 .. 1995-01-01\n",
        ["entities/titles.tsv"] = "title\tsector\tlevel\tforms\nking\tGOV\thead-of-state\tking\nminister of mines\tGOV\tminister\tminister of mines | mines minister\n",
    });

    private static LearnedLayer Learn(params (string Name, string Office, string Country, string Day, string Report)[] rows) => LearnedLayer.From(
        rows.Select(row => new Sighting(
            row.Name, row.Office, row.Country.Length == 0 ? default : CountryCode.Parse(row.Country), row.Day.Length == 0 ? null : DateOnly.Parse(row.Day), row.Report)),
        World.Entities);

    [Fact]
    public void An_office_holds_from_its_first_report_on_and_names_its_reports() =>
        Assert.Contains(
            "\nperson Antoinette Mauban\n  office  RRT GOV minister of mines  1998-02-03 ..  # 2 reports: 1998-02-03 a.txt; 1998-05-01 b.txt\n",
            Learn(("Antoinette Mauban", "Mines Minister", "RRT", "1998-05-01", "b.txt"), ("Antoinette Mauban", "minister of mines", "RRT", "1998-02-03", "a.txt")).Text,
            StringComparison.Ordinal);

    [Fact]
    public void One_who_is_known_keeps_what_is_known() =>
        Assert.Contains(
            "\nperson Rudolf Rassendyll\n  family  Rassendyll\n  office  RRT GOV king  1990-01-01 .. 1995-01-01\n  office  RRT GOV minister of mines  1998-02-03 ..  # 1 reports: 1998-02-03 a.txt\n",
            Learn(("Rudolf Rassendyll", "minister of mines", "RRT", "1998-02-03", "a.txt")).Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Rudolf Rassendyll", "king", "RRT", "1992-01-01", "known already")]
    [InlineData("Rudolf", "minister of mines", "RRT", "1992-01-01", "left out: not a full name")]
    [InlineData("Fritz von Tarlenheim", "minister of mines", "", "1992-01-01", "left out: no country")]
    [InlineData("Fritz von Tarlenheim", "minister of mines", "RRT", "", "left out: the report has no day")]
    [InlineData("Fritz von Tarlenheim", "grand falconer", "RRT", "1992-01-01", "left out: no title that is known")]
    public void What_teaches_nothing_is_counted_and_left_out(string name, string office, string country, string day, string why)
    {
        LearnedLayer layer = Learn((name, office, country, day, "a.txt"));
        Assert.Contains((why, 1), layer.Counts);
        Assert.DoesNotContain("office", layer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_layer_loads()
    {
        LearnedLayer layer = Learn(("Antoinette Mauban", "Mines Minister", "RRT", "1998-05-01", "b.txt"));
        var source = new KnowledgeSource("learned", [new("entities/learned.entities", layer.Text)]);
        Assert.NotNull(KnowledgeBase.Load(TestKnowledge.Source, source).Entities.Find("person:Antoinette Mauban"));
    }
}
