using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Syntax;
using Xunit;

namespace Chancery.Tests;

/// <summary>Runs <c>tests/cases/syntax</c>: a text over the line, its sentences or words below it.</summary>
public sealed class SyntaxCaseTests
{
    private static readonly WritingRules Rules = new Language("en", TestKnowledge.Source).Writing;

    public static TheoryData<string, string, string> SentenceCases() => Cases("sentences.case");

    public static TheoryData<string, string, string> WordCases() => Cases("words.case");

    [Theory]
    [MemberData(nameof(SentenceCases))]
    public void Sentences_end_where_the_case_says(string name, string text, string expected)
    {
        Assert.NotEmpty(name);
        IEnumerable<string> found = new SentenceSplitter(Rules).Split(text, new TextRange(0, text.Length)).Select(range => range.Of(text).Replace('\n', '⏎'));
        Assert.Equal(expected, string.Join('\n', found));
    }

    [Theory]
    [MemberData(nameof(WordCases))]
    public void Words_are_divided_as_the_case_says(string name, string text, string expected)
    {
        Assert.NotEmpty(name);
        var words = new List<Word>();
        new Tokenizer(Rules).Tokenize(text, new TextRange(0, text.Length), words);
        Assert.Equal(expected, string.Join(' ', words.Select(word => word.FormIn(text).ToString())));
    }

    private static TheoryData<string, string, string> Cases(string file)
    {
        var data = new TheoryData<string, string, string>();
        string all = File.ReadAllText(Path.Combine(TestKnowledge.Root(), "tests", "cases", "syntax", file));
        foreach (string section in all.Split("\n== ").Skip(1))
        {
            string[] halves = section.Split("\n--\n");
            int line = halves[0].IndexOf('\n', StringComparison.Ordinal);
            data.Add(halves[0][..line], halves[0][(line + 1)..], halves[1].TrimEnd('\n'));
        }

        return data;
    }
}
