using System.Text;
using Chancery.Cli;
using Xunit;

namespace Chancery.Tests;

/// <summary>A command line run as the program runs it, with what it wrote.</summary>
internal sealed record CliRun(int Code, string Output, string Complaints)
{
    public static CliRun Of(params string[] args)
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream();
        using var complaints = new StringWriter();
        using var screen = new Screen(output, complaints, input, isTerminal: false, width: 120);
        int code = Cli.Program.Run(args, screen);
        screen.Text.Flush();
        return new CliRun(code, Encoding.UTF8.GetString(output.ToArray()), complaints.ToString());
    }

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ComplaintLines => Complaints.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A store with a few reports, read once by the program for all tests here.</summary>
public sealed class ReadStore : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ReadStore()
    {
        Reports = Directory.CreateDirectory(folder.File("reports")).FullName;
        File.WriteAllText(Path.Combine(Reports, "a.txt"), "TOKYO, 4 June 2018 (Kyodo) -- Japan accused Kenya of fishing in its waters.\n\nKenya rejected the charge.\n");
        File.WriteAllText(Path.Combine(Reports, "b.txt"), "OSLO, 5 June 2018 (NTB) -- Norwegian Foreign Minister Ine Eriksen Soreide met Kenyan officials in Oslo on Tuesday.\n");
        StorePath = folder.File("record.db");
        First = CliRun.Of("read", Reports, "--store", StorePath);
        Second = CliRun.Of("read", Reports, "--store", StorePath);
    }

    public string Reports { get; }

    public string StorePath { get; }

    internal CliRun First { get; }

    internal CliRun Second { get; }

    public void Dispose() => folder.Dispose();
}

public sealed class CliRecordTests(ReadStore store) : IClassFixture<ReadStore>
{
    [Fact]
    public void Reading_prints_a_block_for_each_report_and_says_when_nothing_failed()
    {
        Assert.Equal(0, store.First.Code);
        Assert.Equal("", store.First.Complaints);
        Assert.Matches("Japan JPN.* → Kenya KEN.* ACCUSE", store.First.Output);
        Assert.DoesNotContain('\e', store.First.Output);
        Assert.All(store.First.Lines, line => Assert.True(line.Length <= 120, line));
    }

    [Fact]
    public void Reading_the_same_again_prints_the_same_and_changes_nothing()
    {
        Assert.Equal(store.First.Output, store.Second.Output);
        Assert.Equal(2, CliRun.Of("reports", "--store", store.StorePath, "--format", "jsonl").Lines.Length);
    }

    [Fact]
    public void Every_event_listed_can_be_shown_with_its_evidence_in_its_paragraph()
    {
        string[] rows = CliRun.Of("events", "--store", store.StorePath, "--format", "csv").Lines[1..];
        Assert.NotEmpty(rows);
        foreach (string row in rows)
        {
            CliRun shown = CliRun.Of("show", row.Split(',')[0], "--store", store.StorePath);
            Assert.Equal(0, shown.Code);
            Assert.Contains("rule", shown.Output, StringComparison.Ordinal);
            Assert.Contains("2018", shown.Output, StringComparison.Ordinal);
            Assert.Contains("[", shown.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_timeline_takes_codes_names_and_filters()
    {
        string byCode = CliRun.Of("timeline", "JPN", "KEN", "--store", store.StorePath).Output;
        Assert.Contains("ACCUSE", byCode, StringComparison.Ordinal);
        Assert.Equal(byCode, CliRun.Of("timeline", "Japan", "Kenya", "--store", store.StorePath).Output);
        Assert.DoesNotContain("ACCUSE", CliRun.Of("timeline", "JPN", "KEN", "-type:ACCUSE", "--store", store.StorePath).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("events", "typo:x")]
    [InlineData("timeline", "Nemo Nobody")]
    [InlineData("timeline")]
    [InlineData("show", "evffffffffff")]
    [InlineData("forget", "no-such-report")]
    [InlineData("events", "--format", "xml")]
    public void Wrong_use_gives_one_clear_line_and_code_2(params string[] args)
    {
        CliRun run = CliRun.Of([.. args, "--store", store.StorePath]);
        Assert.Equal(2, run.Code);
        Assert.Equal("", run.Output);
        Assert.StartsWith("chancery: ", run.ComplaintLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_is_not_there_gives_one_line_and_code_1()
    {
        CliRun run = CliRun.Of("events", "--store", store.StorePath + ".none");
        Assert.Equal(1, run.Code);
        Assert.Single(run.ComplaintLines);
    }

    [Fact]
    public void Markdown_and_JSON_lines_hold_the_same_rows_as_CSV()
    {
        int csv = CliRun.Of("events", "--store", store.StorePath, "--format", "csv").Lines.Length - 1;
        Assert.Equal(csv, CliRun.Of("events", "--store", store.StorePath, "--format", "md").Lines.Length - 2);
        Assert.Equal(csv, CliRun.Of("events", "--store", store.StorePath, "--format", "jsonl").Lines.Length);
    }

    [Fact]
    public void A_forgotten_report_gives_nothing_any_more_and_can_be_read_again()
    {
        using var folder = new TemporaryFolder();
        string copy = folder.File("copy.db");
        File.Copy(store.StorePath, copy);
        string report = Path.Combine(store.Reports, "a.txt");
        Assert.Equal(0, CliRun.Of("forget", report, "--store", copy).Code);
        Assert.DoesNotContain("ACCUSE", CliRun.Of("events", "--store", copy).Output, StringComparison.Ordinal);
        Assert.Single(CliRun.Of("reports", "--store", copy, "--format", "jsonl").Lines);
    }

    [Fact]
    public void Bad_inputs_are_named_with_their_place_and_the_others_are_read()
    {
        using var folder = new TemporaryFolder();
        string lines = folder.Write("c.jsonl", "{\"text\":\"Kenya thanked Japan.\",\"language\":\"en\"}\n\nnot json\n{\"text\":\"Japan thanked Kenya.\",\"language\":\"en\"}\n");
        CliRun run = CliRun.Of("read", folder.File("missing.txt"), lines, "--format", "jsonl");
        Assert.Equal(1, run.Code);
        Assert.Equal(2, run.Lines.Length);
        Assert.Contains(run.ComplaintLines, line => line.Contains("missing.txt", StringComparison.Ordinal));
        Assert.Contains(run.ComplaintLines, line => line.Contains("c.jsonl:3", StringComparison.Ordinal));
        Assert.Equal(["c.jsonl", "missing.txt"], run.ComplaintLines.Select(line => line.Contains("c.jsonl", StringComparison.Ordinal) ? "c.jsonl" : "missing.txt").Order());
    }
}
