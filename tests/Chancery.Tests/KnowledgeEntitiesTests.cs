using Chancery.Knowledge;
using Chancery.Model;
using Xunit;

namespace Chancery.Tests;

public sealed class KnowledgeEntitiesTests
{
    private const string World =
        """
        state Ruritania
          codes   RRT RR 990
          names   Kingdom of Ruritania
          acronyms UR | U.R.
          adjective Ruritanian
          people  Ruritanian | Ruritanians
          capital Strelsau
          seats   Old Castle
          region  Central European | Mitteleuropa

        """;

    private const string People =
        """
        person Bashir al-Tarik
          office  RRT GOV president  2001 .. 2005-03-01
          office  RRT GOV minister of defence  1999 .. 2001

        person Juan Pérez de la Vega
          family  de la Vega
          names   Juan Perez
          short   Juanito
          office  RRT GOV prime minister  2004 .. 2010

        person Yuri Borin
          office  RRT GOV minister of foreign affairs  2004-05 ..

        person Charles J. Stone Jr.
          office  - IGO secretary-general of the League  1990 .. 1995
        """;

    private static readonly KnowledgeBase Known = Load(People);

    private static KnowledgeBase Load(string people, params IReadOnlyList<KnowledgeSource> layers) => TestKnowledge.With(
        new Dictionary<string, string>
        {
            ["entities/states/europe.entities"] = World,
            ["entities/people/RRT.entities"] = people,
            ["entities/titles.tsv"] = "title\tsector\tlevel\tforms\npresident\tGOV\thead-of-state\tpresident | leader\nminister of foreign affairs\tGOV\tforeign-minister\tforeign minister | minister of foreign affairs\n",
            ["entities/agents.tsv"] = "noun\tplural\tsector\tkind\npolice officer\tpolice officers\tCOP\tperson\n",
        },
        layers);

    private static string[] Found(string text)
    {
        var matches = new List<NameMatch>();
        Known.Entities.Match(text, matches);
        return [.. matches.SelectMany(match => Known.Entities.Candidates(match.Name).ToArray().Select(candidate =>
            $"{text.Substring(match.Start, match.Length)}={candidate.Role}:{NameOf(candidate)}")).Order(StringComparer.Ordinal)];
    }

    private static string NameOf(NameCandidate candidate) => candidate.Role switch
    {
        NameRole.Title or NameRole.TitlePlural => Known.Entities.Titles.All[candidate.Index].Name,
        NameRole.Agent or NameRole.AgentPlural => Known.Entities.Agents[candidate.Index].Noun,
        NameRole.Region => Known.Entities.Regions[candidate.Index].Word,
        _ => Known.Entities[candidate.Index].Name,
    };

    [Fact]
    public void Names_are_found_with_adjectives_capitals_and_seats() =>
        Assert.Equal(
            ["Old Castle=Seat:Ruritania", "Ruritanian=Adjective:Ruritania", "Ruritanian=People:Ruritania", "Strelsau=Capital:Ruritania"],
            Found("The Ruritanian envoy left Strelsau for the Old Castle."));

    [Theory]
    [InlineData("a ruritanian Dance", 0)]
    [InlineData("a ruritanian dance", 2)]
    [InlineData("RURITANIAN DANCE", 2)]
    [InlineData("Ruritanianism", 0)]
    public void A_name_needs_its_capital_unless_the_text_has_none(string text, int count) => Assert.Equal(count, Found(text).Length);

    [Theory]
    [InlineData("UR", "UR")]
    [InlineData("the U.R. said", "U.R.")]
    [InlineData("the U.R said", "U.R")]
    public void An_acronym_is_found_with_and_without_periods(string text, string expected) => Assert.Contains(expected + "=Acronym:Ruritania", Found(text));

    [Fact]
    public void An_acronym_is_no_word_of_small_letters() => Assert.Empty(Found("Ur is ur"));

    [Theory]
    [InlineData("Bashir al-Tarik", "Bashir al-Tarik=Name:Bashir al-Tarik")]
    [InlineData("Bashir Al Tarik", "Bashir Al Tarik=Name:Bashir al-Tarik")]
    [InlineData("Bashir Tarik", "Bashir Tarik=Name:Bashir al-Tarik")]
    [InlineData("Mr Tarik's visit", "Tarik=Surname:Bashir al-Tarik")]
    [InlineData("JUAN PEREZ", "JUAN PEREZ=Name:Juan Pérez de la Vega")]
    [InlineData("Juan Pérez de la Vega", "de la Vega=Surname:Juan Pérez de la Vega")]
    [InlineData("Juan de la Vega", "Juan de la Vega=Name:Juan Pérez de la Vega")]
    [InlineData("Yuri Ivanovich Borin", "Yuri Ivanovich Borin=Name:Yuri Borin")]
    [InlineData("Yury Borin", "Yury Borin=Name:Yuri Borin")]
    [InlineData("Yuri B. Borin’s", "Yuri B. Borin=Name:Yuri Borin")]
    [InlineData("Charles Stone", "Charles Stone=Name:Charles J. Stone Jr.")]
    public void A_person_is_found_under_the_forms_that_follow_from_the_name(string text, string expected) => Assert.Contains(expected, Found(text));

    [Fact]
    public void No_name_goes_over_a_comma_or_the_end_of_a_sentence()
    {
        Assert.DoesNotContain("=Name:Yuri Borin", string.Join(' ', Found("Yuri, Borin and others")), StringComparison.Ordinal);
        Assert.DoesNotContain("=Name:Yuri Borin", string.Join(' ', Found("He met Yuri. Borin left.")), StringComparison.Ordinal);
    }

    [Fact]
    public void Offices_and_common_nouns_are_found_in_any_case_and_number() =>
        Assert.Equal(
            ["Foreign ministers=TitlePlural:minister of foreign affairs", "police officers=AgentPlural:police officer"],
            Found("Foreign ministers met police officers"));

    [Fact]
    public void An_office_ends_on_the_first_day_on_which_it_no_longer_holds()
    {
        CountryCode country = CountryCode.Parse("RRT");
        Assert.Equal("Bashir al-Tarik", Assert.Single(Known.Entities.HoldersOf(country, "leader", new DateOnly(2005, 2, 28))).Person.Name);
        Assert.Empty(Known.Entities.HoldersOf(country, "president", new DateOnly(2005, 3, 1)));
        Assert.Equal("Yuri Borin", Assert.Single(Known.Entities.HoldersOf(country, TitleLevel.ForeignMinister, null)).Person.Name);
        Assert.Single(Known.Entities.HoldersOf(default, "secretary-general of the League", new DateOnly(1990, 1, 1)));
    }

    [Fact]
    public void A_later_layer_takes_the_place_of_an_entity_with_the_same_key()
    {
        var layer = new KnowledgeSource("mine", [new("entities/x.entities", "person Yuri Borin\n  office  RRT GOV king  2004-05 ..\n")]);
        KnowledgeBase known = Load(People, layer);
        Assert.Equal("king", Assert.Single(known.Entities.Find("person:Yuri Borin")!.OfficesOn(null)).Title);
    }

    [Theory]
    [InlineData("person A\n  offices RRT GOV king  2004 ..", "people/RRT.entities:2:3: 'offices' is no field of a person")]
    [InlineData("person A\n  office  RRT GOV king  2004-13 ..", "people/RRT.entities:2:11: ")]
    [InlineData("person A\n  office  RRT GOV king  2005 .. 2004", "ends before it begins")]
    public void What_breaks_the_format_stops_the_start(string people, string expected) =>
        Assert.Contains(expected, Assert.Throws<KnowledgeException>(() => Load(people)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_error_of_a_layer_names_the_layer()
    {
        var layer = new KnowledgeSource("my-layer", [new("entities/x.entities", "person Yuri Borin\n  wife    Anna\n")]);
        Assert.StartsWith("my-layer/entities/x.entities:2:3:", Assert.Throws<KnowledgeException>(() => Load(People, layer)).Message, StringComparison.Ordinal);
    }
}
