using Chancery.Knowledge;
using Xunit;

namespace Chancery.Tests;

public sealed class KnowledgeImportTests
{
    private static readonly KnowledgeBase World = TestKnowledge.With(new Dictionary<string, string>
    {
        ["entities/states/x.entities"] = "state Ruritania\n  codes   RRT RR 990\n\nstate Syldavia\n  codes   SYL SY 991\n",
        ["entities/people/RRT.entities"] = "person Rudolf Rassendyll\n  office  RRT GOV king  1990-01-01 .. 1995-01-01\n",
        ["entities/agents.tsv"] = "noun\tplural\tsector\tkind\nministry\tministries\tGOV\torganization\n",
        ["entities/titles.tsv"] = "title\tsector\tlevel\tforms\nking\tGOV\thead-of-state\tking\n",
    });

    private static ImportResult Import(string text)
    {
        var import = new DictionaryImport(TestKnowledge.Source, World);
        import.Add("a.txt", text);
        return import.Finish();
    }

    private static string Entities(string text) => Assert.Single(Import(text).Files).Text;

    [Fact]
    public void Dated_codes_become_offices_and_the_undated_one_fills_the_days_between() =>
        Assert.Equal(
            """
            person Black Michael
              names   Duke Michael
              office  RRT ELI former official  .. 1997-01-01
              office  RRT GOV official  1997-01-01 .. 1999-07-01
              office  RRT ELI former official  1999-07-01 ..

            """.ReplaceLineEndings("\n"),
            Block("BLACK_MICHAEL_\n+DUKE_MICHAEL_\n\t[RRTGOV 970101-990630]\n\t[RRTELI]\nZ_BANK_ [MNCRRT]\nZ_FUND_ [NGORRT]\n", "person Black Michael"));

    private static string Block(string text, string header) =>
        Entities(text).Split("\n\n").Single(block => block.StartsWith(header, StringComparison.Ordinal)).TrimEnd('\n') + "\n";

    [Fact]
    public void One_who_is_known_keeps_what_is_known() =>
        Assert.Equal(
            "person Rudolf Rassendyll\n  family  Rassendyll\n  office  RRT GOV king  1990-01-01 .. 1995-01-01\n  office  RRT MIL official  1996-01-01 .. 1997-01-01\n",
            Block("RUDOLF_RASSENDYLL_ [RRTMIL 960101-961231]\nZ_BANK_ [MNCRRT]\nZ_FUND_ [NGORRT]\n", "person Rudolf Rassendyll"));

    [Fact]
    public void Companies_movements_and_bodies_get_their_sectors()
    {
        string text = Entities("ZENDA_STEEL_ [MNCRRT]\nBLUE_HUSSARS_ [RRTREB]\nLEAGUE_OF_DUCHIES_ [IGO]\n");
        Assert.Contains("organization Zenda Steel\n  country RRT\n  sector  BUS\n", text, StringComparison.Ordinal);
        Assert.Contains("group Blue Hussars\n  country RRT\n  sector  REB\n", text, StringComparison.Ordinal);
        Assert.Contains("organization League of Duchies\n  sector  IGO\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_layer_loads_and_is_in_canonical_form()
    {
        ImportResult result = Import("ZENDA_STEEL_ [MNCRRT]\nBLUE_HUSSARS_ [RRTREB]\nBLACK_MICHAEL_ [RRTGOV 970101-990630][RRTELI]\nMUD_PARTY_MINISTRY_ [SYLGOV 19970101-19990630]\n");
        var form = new CanonicalForm(new Composition(TestKnowledge.Source));
        foreach ((string path, string text) in result.Files)
            Assert.Equal(text, form.Of(path, path, text));
        var layer = new KnowledgeSource("layer", result.Files.Select(file => KeyValuePair.Create(file.Path, file.Text)));
        Assert.NotNull(KnowledgeBase.Load(TestKnowledge.Source, layer).Entities.Find("group:Blue Hussars"));
    }

    [Fact]
    public void Nouns_of_agents_are_expanded_and_coded()
    {
        string text = Entities("!PERSON! = MAN, WOMAN\nHERDS!PERSON! [~AGR]\nFAMILY_OF_TROLLS {FAMILIES_OF_TROLLS} [~CRM]\nCURLER_ [~XYZ]\n");
        Assert.Equal("noun\tplural\tsector\tkind\nfamily of trolls\tfamilies of trolls\tCRM\tperson\nherdsman\therdsmen\tAGR\tperson\nherdswoman\therdswomen\tAGR\tperson\n", text);
    }

    [Theory]
    [InlineData("A_B_ [RRTGOV 2004017-20061201]\nC_D_ [MNCRRT]\nE_F_ [MNCRRT]\nG_H_ [MNCRRT]", "a.txt:1:6: 'RRTGOV 2004017-20061201' is no code with a date range")]
    [InlineData("A_B_ [QQQ]\nC_D_ [MNCRRT]\nE_F_ [MNCRRT]\nG_H_ [MNCRRT]", "a.txt:1:1: nothing known in the code: QQQ")]
    [InlineData("A_B_\nC_D_ [MNCRRT]\nE_F_ [MNCRRT]\nG_H_ [MNCRRT]", "a.txt:1:1: no code: A_B_")]
    [InlineData("just some words", "a.txt:1:1: no dictionary of actors or agents")]
    public void What_cannot_be_read_is_refused_with_its_line_and_why(string text, string expected) =>
        Assert.Contains(Import(text).Refused, refused => refused.Message.StartsWith(expected, StringComparison.Ordinal));
}
