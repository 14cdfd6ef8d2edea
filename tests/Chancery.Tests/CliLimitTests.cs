using Xunit;

namespace Chancery.Tests;

public sealed class CliLimitTests
{
    [Theory]
    [InlineData("depth=8", "elements deeper than 8")]
    [InlineData("tags=20", "what follows 20 tags")]
    [InlineData("document=1k", "larger than 1024 bytes")]
    [InlineData("lines=2", "more than 2 lines")]
    public void A_bound_of_the_command_line_cuts_and_is_told(string limit, string told)
    {
        using var folder = new TemporaryFolder();
        string page = folder.File("a.html");
        string levels = string.Concat(Enumerable.Repeat("<div>", 40));
        File.WriteAllText(page, $"<!DOCTYPE html><html><body>{levels}{string.Concat(Enumerable.Repeat("<p>Gabon thanked Fiji for its help in the talks on Monday.</p>", 40))}</body></html>");
        Assert.DoesNotContain("a.html", CliRun.Of("read", page, "--format", "jsonl").Complaints, StringComparison.Ordinal);
        CliRun run = CliRun.Of("read", page, "--format", "jsonl", "--limit", limit, "--limit", "seconds=500");
        Assert.Equal(0, run.Code);
        Assert.Contains(told, run.Complaints, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("speed=3", "there is no bound 'speed'")]
    [InlineData("depth", "takes a whole number")]
    [InlineData("depth=0", "takes a whole number")]
    [InlineData("depth=-4", "takes a whole number")]
    [InlineData("depth=9999999999999999999G", "takes a whole number")]
    [InlineData("seconds=1.5", "takes a whole number")]
    public void A_bound_that_is_none_is_refused_in_one_line(string limit, string told)
    {
        CliRun run = CliRun.Of("read", "-", "--format", "jsonl", "--limit", limit);
        Assert.Equal(2, run.Code);
        Assert.Contains(told, Assert.Single(run.ComplaintLines), StringComparison.Ordinal);
    }
}
