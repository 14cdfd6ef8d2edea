using System.CommandLine;
using Chancery.Cli;
using Chancery.Model;
using Xunit;

namespace Chancery.Tests;

/// <summary>The documents cannot fall behind the program.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void Every_command_and_every_option_is_described()
    {
        string guide = Document("docs", "guides", "commands.md");
        using Screen screen = Quiet(new MemoryStream(), TextWriter.Null);
        var missing = new List<string>();
        foreach ((string name, Command command) in Commands("chancery", CommandLine.Create(screen)))
        {
            int start = guide.IndexOf($"\n## `{name}`\n", StringComparison.Ordinal);
            if (start < 0)
            {
                missing.Add(name);
                continue;
            }

            int end = guide.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
            string section = end < 0 ? guide[start..] : guide[start..end];
            missing.AddRange(command.Options.Where(option => !section.Contains($"`{option.Name}", StringComparison.Ordinal)).Select(option => $"{name} {option.Name}"));
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_diagnostic_has_a_heading() =>
        Assert.Equal(
            Enum.GetValues<DiagnosticId>().Select(id => $"## `{id.Name()}`").Order(StringComparer.Ordinal),
            Document("docs", "guides", "diagnostics.md").Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_field_of_a_rule_is_described()
    {
        string guide = Document("docs", "guides", "event-rules.md");
        IEnumerable<string> used = TestKnowledge.Source.Below("events/", ".rules")
            .SelectMany(file => file.Text.Split('\n'))
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line.Length > 2 && char.IsAsciiLetterLower(line[2]))
            .Select(line => line.Trim().Split(' ')[0])
            .Distinct();
        Assert.All(used, field => Assert.Contains($"\n### `{field}`\n", guide, StringComparison.Ordinal));
    }

    [Fact]
    public void Architecture_is_shorter_than_300_lines_and_names_every_project()
    {
        string text = Document("ARCHITECTURE.md");
        Assert.True(text.Split('\n').Length < 300);
        Assert.All(Directory.GetDirectories(Path.Combine(TestKnowledge.Root(), "src")), folder => Assert.Contains($"`{Path.GetFileName(folder)}`", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("ARCHITECTURE.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Links_inside_the_repository_lead_somewhere(string document)
    {
        string text = Document(document);
        for (int at = text.IndexOf("](", StringComparison.Ordinal); at >= 0; at = text.IndexOf("](", at + 1, StringComparison.Ordinal))
        {
            string target = text[(at + 2)..text.IndexOf(')', at)];
            if (!target.Contains(':', StringComparison.Ordinal) && target[0] != '#')
                Assert.True(Path.Exists(Path.Combine(TestKnowledge.Root(), target.Split('#')[0])), $"{document}: {target}");
        }
    }

    /// <summary>The main command of README.md, run as given, but for the launcher and the folder that it is run from.</summary>
    [Fact]
    public void The_main_command_of_the_readme_runs()
    {
        string readme = Document("README.md");
        Assert.Contains("\n$ ./chancery read samples\n", readme, StringComparison.Ordinal);
        string store = Path.Combine(Path.GetTempPath(), $"chancery-test-{Guid.NewGuid():n}");
        Directory.CreateDirectory(store);
        try
        {
            var output = new MemoryStream();
            var complaints = new StringWriter();
            int code;
            using (Screen screen = Quiet(output, complaints))
                code = Cli.Program.Run(["read", Path.Combine(TestKnowledge.Root(), "samples"), "--format", "jsonl"], screen);
            Assert.Equal("", complaints.ToString());
            Assert.Equal(0, code);
            Assert.True(System.Text.Encoding.UTF8.GetString(output.ToArray()).Split('\n').Count(line => line.Length > 0) >= 12);
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }

    private static IEnumerable<(string Name, Command Command)> Commands(string path, Command command)
    {
        foreach (Command inner in command.Subcommands)
        {
            string name = $"{path} {inner.Name}";
            if (inner.Subcommands.Count == 0)
                yield return (name, inner);
            foreach ((string Name, Command Command) found in Commands(name, inner))
                yield return found;
        }
    }

    private static Screen Quiet(MemoryStream output, TextWriter complaints) => new(output, complaints, Stream.Null, isTerminal: false, width: 100);

    private static string Document(params string[] path) => File.ReadAllText(Path.Combine([TestKnowledge.Root(), .. path])).ReplaceLineEndings("\n");
}
