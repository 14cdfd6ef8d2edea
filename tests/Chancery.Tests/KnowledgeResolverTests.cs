using Chancery.Knowledge;
using Chancery.Model;
using Xunit;

namespace Chancery.Tests;

/// <summary>Actor phrases against the repository's own knowledge.</summary>
public sealed class KnowledgeResolverTests
{
    private static readonly ActorResolver Resolver = new(TestKnowledge.All);

    private static string Resolve(string text, string date)
    {
        Assert.True(DateSpan.TryParseDay(date, out DateOnly? day), date);
        ActorResolution found = Resolver.Resolve(text, day);
        string country = found.Country.IsNone ? "-" : found.Country.ToString();
        return $"{country} {string.Join(' ', found.Sectors.Take(1).Select(sector => sector.Code()))} {found.Entity?.Name}".Trim();
    }

    [Theory]
    [InlineData("Chancellor Angela Merkel", "2010-06-01", "DEU GOV Angela Merkel")]
    [InlineData("Merkel", "2010-06-01", "DEU GOV Angela Merkel")]
    [InlineData("the German chancellor", "2010-06-01", "DEU GOV Angela Merkel")]
    [InlineData("Germany's chancellor", "2003-06-01", "DEU GOV Gerhard Schröder")]
    [InlineData("Chancellor Gerhardt Schroeder", "2003-06-01", "DEU GOV Gerhard Schröder")]
    [InlineData("PRIME MINISTER TONY BLAIR", "1999-03-01", "GBR GOV Tony Blair")]
    [InlineData("Japanese Prime Minister Abe", "2014-01-01", "JPN GOV Shinzo Abe")]
    public void A_leader_is_found_by_name_office_and_day(string text, string date, string expected) => Assert.Equal(expected, Resolve(text, date));

    [Theory]
    [InlineData("Danish fishermen", "DNK AGR")]
    [InlineData("riot police in Nairobi", "KEN COP")]
    [InlineData("a group of Peruvian miners", "PER LAB")]
    [InlineData("the Kremlin", "RUS GOV")]
    [InlineData("Lusaka", "ZMB GOV")]
    [InlineData("members of the Bundestag", "DEU LEG")]
    [InlineData("Kenyan lawmakers", "KEN LEG")]
    [InlineData("somebody", "- UNK")]
    [InlineData("Ghanaian-backed Togolese rebels", "TGO REB")]
    [InlineData("anti-Russian Georgian protesters", "GEO CVL")]
    [InlineData("Merkel's spokesman", "DEU GOV")]
    public void A_description_gives_country_and_sector(string text, string expected) =>
        Assert.StartsWith(expected, Resolve(text, "2015-01-01"), StringComparison.Ordinal);

    [Theory]
    [InlineData("former Chancellor Helmut Kohl", "2005-01-01", "DEU ELI Helmut Kohl")]
    [InlineData("Helmut Kohl", "2005-01-01", "DEU ELI Helmut Kohl")]
    [InlineData("Helmut Kohl", "1990-01-01", "DEU GOV Helmut Kohl")]
    public void The_office_is_that_of_the_day(string text, string date, string expected) => Assert.Equal(expected, Resolve(text, date));

    [Theory]
    [InlineData("Prime Minister Zebulon Quastenbrook")]
    [InlineData("President Wim Merkelson")]
    public void A_name_that_nobody_bears_is_nobody(string text) => Assert.Equal("- GOV", Resolve(text, "2010-01-01"));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(",")]
    [InlineData("of of of")]
    [InlineData("\ud83d")]
    public void Any_text_is_taken(string text) => Assert.Null(Resolver.Resolve(text, null).Entity);
}
