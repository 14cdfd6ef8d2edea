using Xunit;

namespace Chancery.Tests;

public sealed class CliExplainTests
{
    private const string Report = "Norway thanked Chile for its help.\n\nPeru expelled three diplomats of Fiji. Nothing else happened that day.\n";

    [Fact]
    public void A_record_is_explained_by_the_sentence_that_it_rests_on()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("a.txt");
        File.WriteAllText(file, Report);
        CliRun run = CliRun.Of("explain", file + ":2");
        Assert.Equal(0, run.Code);
        Assert.Contains("Peru expelled three diplomats", run.Output, StringComparison.Ordinal);
        Assert.Contains("sanction.expel-diplomat", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Norway", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing else", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Chad demanded that Niger expel the diplomats of Peru.", "gives  record 1", "gives  no record: an act told above it speaks for it")]
    [InlineData("Chad wants to attack Niger.", "gives  no record: only aimed at or wished for", null)]
    [InlineData("Norway thanked Chile for its help.", "gives  record 1", null)]
    public void A_reading_is_followed_by_the_record_that_it_gives_or_by_why_it_gives_none(string report, string first, string? second)
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("a.txt");
        File.WriteAllText(file, report);
        CliRun run = CliRun.Of("explain", file);
        Assert.Equal(0, run.Code);
        Assert.Contains(first, run.Output, StringComparison.Ordinal);
        if (second is not null)
            Assert.Contains(second, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":7", "no record '7'; it has events 1 to 2 and quotes none")]
    [InlineData(":zebra", "no record 'zebra'")]
    public void A_record_that_is_none_is_refused_in_one_line(string record, string told)
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("a.txt");
        File.WriteAllText(file, Report);
        CliRun run = CliRun.Of("explain", file + record);
        Assert.Equal(2, run.Code);
        Assert.Contains(told, Assert.Single(run.ComplaintLines), StringComparison.Ordinal);
    }
}
