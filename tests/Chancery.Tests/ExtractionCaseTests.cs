using System.Text;
using Chancery.Extraction;
using Chancery.Model;
using Xunit;

namespace Chancery.Tests;

/// <summary>Runs <c>tests/cases/extraction</c>: a page or a text over the line, below it what was read. <c>UPDATE_CASES=1</c> rewrites the lower halves.</summary>
public sealed class ExtractionCaseTests
{
    private const int Shown = 48;

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (string file in Directory.EnumerateFiles(Folder, "*.case").Order(StringComparer.Ordinal))
        {
            foreach (string section in File.ReadAllText(file).Split("\n== ").Skip(1))
                data.Add(Path.GetFileName(file), section[..section.IndexOf('\n', StringComparison.Ordinal)]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_document_is_read_as_the_case_says(string file, string name)
    {
        string path = Path.Combine(Folder, file);
        string all = File.ReadAllText(path);
        string section = all.Split("\n== ").Skip(1).Single(part => part.StartsWith(name + "\n", StringComparison.Ordinal));
        string[] halves = section.Split("\n--\n");
        string input = halves[0][(name.Length + 1)..];
        string uri = file.StartsWith("pages", StringComparison.Ordinal) ? "page.html" : "report.txt";
        if (input.StartsWith("@ ", StringComparison.Ordinal))
        {
            int end = input.IndexOf('\n', StringComparison.Ordinal);
            uri = input[2..end];
            input = input[(end + 1)..];
        }

        string found = Render(uri, input);
        if (Environment.GetEnvironmentVariable("UPDATE_CASES") == "1")
        {
            File.WriteAllText(path, all.Replace("\n== " + section, $"\n== {halves[0]}\n--\n{found}\n", StringComparison.Ordinal).TrimEnd('\n') + "\n");
            return;
        }

        Assert.Equal(halves[1].TrimEnd('\n'), found);
    }

    private static string Folder => Path.Combine(TestKnowledge.Root(), "tests", "cases", "extraction");

    private static string Render(string uri, string input)
    {
        var problems = new List<Diagnostic>();
        Document document = DocumentReader.Read(new RawDocument { Uri = uri, Bytes = Encoding.UTF8.GetBytes(input) }, TestKnowledge.All, problems);
        var lines = new List<string> { $"language   {document.Language}" };
        Add(lines, "title", document.Title);
        Add(lines, "outlet", document.Outlet);
        Add(lines, "via", document.Via.IsEmpty ? null : string.Join(" | ", document.Via));
        Add(lines, "published", document.Published is { } day ? $"{day.Date}  {day.Basis}" : null);
        Add(lines, "dateline", document.Dateline is { } place ? $"{place.Place}  {place.Date?.ToString() ?? "undated"}  {place.Agency}".TrimEnd() : null);
        IEnumerable<(TextRange Range, string What)> parts = document.Body.Select(block => (block.Range, block.Kind.ToString().ToLowerInvariant()))
            .Concat(document.Dropped.Select(dropped => (dropped.Range, "- " + dropped.Reason)))
            .OrderBy(part => part.Item1.Start);
        foreach ((TextRange range, string what) in parts)
        {
            string text = range.Of(document.Text).Replace('\n', ' ');
            lines.Add($"{what,-18} {(text.Length > Shown ? text[..Shown] + "…" : text)}");
        }

        lines.AddRange(problems.Where(problem => problem.Id != DiagnosticId.UndatedDocument).Select(problem => $"! {problem.Id.Name()}  {problem.Range.Of(document.Text)}".TrimEnd()));
        return string.Join('\n', lines);
    }

    private static void Add(List<string> lines, string field, string? value)
    {
        if (value is not null)
            lines.Add($"{field,-10} {value}");
    }
}
