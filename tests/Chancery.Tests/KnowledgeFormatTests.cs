using Chancery.Knowledge;
using Xunit;

namespace Chancery.Tests;

public sealed class KnowledgeFormatTests
{
    private static readonly CanonicalForm Form = new(new Composition(TestKnowledge.Source));

    [Fact]
    public void Blocks_are_sorted_and_fields_ordered_and_padded() =>
        Assert.Equal(
            "# about the file\n\n# about Anna\nperson Anna\n  names   Ann | Anne\n  office  RRT GOV queen  1990 .. 1995\n  office  RRT GOV king  1996 ..  # sic\n\nperson Boris\n",
            Form.Of("x.entities", "x.entities", "# about the file\n\nperson Boris\n\n\n# about Anna\nperson Anna\n office RRT GOV king    1996 ..   # sic\n    office   RRT GOV queen  1990 .. 1995\n  names Ann|Anne\n"));

    [Fact]
    public void Rows_are_sorted_and_lists_evened_out() =>
        Assert.Equal("word\tspellings\na\tb | c\nz\t\n", Form.Of("x.tsv", "x.tsv", "word\tspellings\r\nz\t\r\na\tb|c\r\n"));

    [Fact]
    public void Accents_are_composed() => Assert.Equal("person Jos\u00e9\n", Form.Of("x.entities", "x.entities", "person Jose\u0301\n"));

    [Fact]
    public void The_canonical_form_of_every_file_is_its_own()
    {
        foreach (string path in TestKnowledge.Source.Paths)
        {
            string once = Form.Of(path, path, TestKnowledge.Source[path]!);
            Assert.Equal(once, Form.Of(path, path, once));
        }
    }

    [Fact]
    public void A_check_names_the_line_that_is_out_of_form_and_the_namesakes_that_clash()
    {
        var layer = new KnowledgeSource("mine",
        [
            new("entities/a.entities", "person Zoe Quill\n  office  DNK GOV minister of defence  1990 .. 1995\n\nperson Zed Quill\n  names   Zoe Quill\n  office  DNK GOV minister of finance  1992 .. 1993\n  office  QQQ GOV king  1980 .. 1981\n"),
        ]);
        string[] problems = [.. DataCheck.Run(TestKnowledge.Source, layer).Problems.Select(problem => problem.Message)];
        Assert.Contains(problems, problem => problem.StartsWith("mine/entities/a.entities:1:", StringComparison.Ordinal) && problem.Contains("canonical", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("share the name 'Zoe Quill'", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("no state has the code QQQ", StringComparison.Ordinal));
    }
}
