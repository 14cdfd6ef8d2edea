using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Xunit;

namespace Chancery.Web.Tests;

/// <summary>The commands of <c>docs/guides/desk.md</c>, run as they stand but for the port.</summary>
public sealed partial class WalkThroughTests(SampleDesk sample) : IClassFixture<SampleDesk>
{
    private const string Address = "http://127.0.0.1:5080";

    [Fact]
    public async Task Every_command_of_the_guide_answers_what_the_guide_shows()
    {
        (string Command, string Answer)[] steps = [.. Steps(File.ReadAllText(Path.Combine(Installed.Root, "docs", "guides", "desk.md")).ReplaceLineEndings("\n"))];
        Assert.True(steps.Length >= 8);
        foreach ((string command, string answer) in steps)
        {
            string body = await Run(command);
            string pattern = "^" + string.Join(".*?", answer.TrimEnd().Split('…').Select(Regex.Escape)) + (answer.TrimEnd().EndsWith('…') ? "" : "$");
            Assert.True(Regex.IsMatch(body.TrimEnd(), pattern, RegexOptions.Singleline), $"{command}\nanswers\n{body[..Math.Min(body.Length, 600)]}\nnot\n{answer}");
        }
    }

    [Fact]
    public async Task Every_address_of_the_guide_is_a_page()
    {
        string guide = await File.ReadAllTextAsync(Path.Combine(Installed.Root, "docs", "guides", "desk.md"));
        string[] addresses = [.. guide.Split('\n').Where(line => line.StartsWith("| `/", StringComparison.Ordinal)).SelectMany(line => Quoted().Matches(line.Split(" | ")[0])).Select(match => match.Groups[1].Value)];
        Assert.True(addresses.Length > 12);
        string id = await sample.Desk.EventOf("signed a declaration");
        foreach (string address in addresses)
        {
            string real = address.Replace("/reports/ID", "/reports/oslo-1993", StringComparison.Ordinal).Replace("ID", id, StringComparison.Ordinal).Replace("NAME", "Theresa%20May", StringComparison.Ordinal)
                .Replace("NOR", "RUS", StringComparison.Ordinal).Replace("CHL", "GBR", StringComparison.Ordinal);
            PageCheck.Holds(await sample.Desk.Page(real));
        }
    }

    private static IEnumerable<(string, string)> Steps(string guide)
    {
        foreach (Match block in Blocks().Matches(guide))
        {
            string[] lines = block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            for (int i = 0; i < lines.Length; i++)
            {
                if (lines[i].StartsWith("$ ", StringComparison.Ordinal))
                    yield return (lines[i][2..], string.Join('\n', lines.Skip(i + 1).TakeWhile(line => !line.StartsWith("$ ", StringComparison.Ordinal))));
            }
        }
    }

    /// <summary>As much of curl as the guide uses.</summary>
    private async Task<string> Run(string command)
    {
        string[] words = [.. Words().Matches(command).Select(word => word.Groups[1].Success ? word.Groups[1].Value : word.Value)];
        Assert.Equal("curl", words[0]);
        using var request = new HttpRequestMessage(HttpMethod.Get, sample.Desk.Url + words[^1].Replace(Address, "", StringComparison.Ordinal));
        for (int i = 1; i < words.Length - 1; i++)
        {
            switch (words[i])
            {
                case "-X":
                    request.Method = new HttpMethod(words[++i]);
                    break;
                case "--data-binary":
                    request.Method = HttpMethod.Post;
                    request.Content = new StringContent(words[++i]);
                    break;
                case "-H":
                case "-s":
                    break;
            }
        }

        int header = Array.IndexOf(words, "-H");
        if (header > 0 && words[header + 1].StartsWith("Content-Type: ", StringComparison.Ordinal))
            request.Content!.Headers.ContentType = new MediaTypeHeaderValue(words[header + 1]["Content-Type: ".Length..]);
        return await (await sample.Desk.Client.SendAsync(request)).Content.ReadAsStringAsync();
    }

    [GeneratedRegex("```console\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("'([^']*)'|\\S+")]
    private static partial Regex Words();

    [GeneratedRegex("`(/[^`]*)`")]
    private static partial Regex Quoted();
}
