using System.Collections.Immutable;
using System.Diagnostics;
using Chancery.Coding;
using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Syntax;
using Xunit;
using Block = Chancery.Model.Block;

namespace Chancery.Tests;

public sealed class DatesTests
{
    private static readonly Language English = new("en", TestKnowledge.Source);

    public static TheoryData<string, int> Examples()
    {
        var data = new TheoryData<string, int>();
        foreach (DateRule rule in English.Dates.Rules)
        {
            for (int i = 0; i < rule.Examples.Length; i++)
                data.Add(rule.Name, i);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_rule_reads_its_own_examples(string rule, int number)
    {
        DateExample example = English.Dates.Rules.Single(known => known.Name == rule).Examples[number];
        int open = example.Sentence.IndexOf('[', StringComparison.Ordinal), close = example.Sentence.IndexOf(']', StringComparison.Ordinal) - 1;
        string text = example.Sentence.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        (ImmutableArray<DateMention> dates, _) = Read(text, example.Published == "-" ? null : example.Published);
        ImmutableArray<DateMention> mine = [.. dates.Where(date => date.Rule.Name == "date." + rule)];
        if (example.Timex is null)
        {
            Assert.Empty(mine);
            return;
        }

        DateMention found = Assert.Single(mine, date => date.Range.Overlaps(TextRange.FromBounds(open, close)));
        Assert.Equal(example.Timex, found.Timex);
    }

    [Theory]
    [InlineData("The decree of 31 February 2011 was void.")]
    [InlineData("The decree of February 30 was void.")]
    [InlineData("It was signed on 2011-13-45 or so it says.")]
    public void A_day_on_no_calendar_is_no_date(string text)
    {
        (ImmutableArray<DateMention> dates, _) = Read(text, "2019-05-06");
        Assert.DoesNotContain(dates, date => date.Value.Precision == DatePrecision.Day);
    }

    [Fact]
    public void A_day_on_no_calendar_is_told()
    {
        (_, List<Diagnostic> problems) = Read("The decree of 31 February 2011 was void.", "2019-05-06");
        Assert.Contains(problems, problem => problem.Id == DiagnosticId.ImpossibleDate);
    }

    [Fact]
    public void A_weekday_that_does_not_fit_its_date_is_told_and_the_date_taken()
    {
        (ImmutableArray<DateMention> dates, List<Diagnostic> problems) = Read("They met on Monday, 7 May 2019, in Quito.", "2019-05-09");
        Assert.Equal("2019-05-07", Assert.Single(dates).Timex);
        Assert.Contains(problems, problem => problem.Id == DiagnosticId.ContradictoryDates);
    }

    [Fact]
    public void Without_a_date_of_publication_nothing_is_dated_by_it()
    {
        (ImmutableArray<DateMention> dates, _) = Read("He resigned in July. She fled on Tuesday. They met last year and yesterday.", null);
        Assert.All(dates, date => Assert.False(date.Value.IsKnown));
        Assert.Equal(["XXXX-07", "XXXX-WXX-2", "XXXX", "XXXX-XX-XX"], dates.Select(date => date.Timex));
    }

    [Fact]
    public void A_span_is_told_by_its_two_ends()
    {
        (ImmutableArray<DateMention> dates, _) = Read("He ruled between 1999 and 2013, and the ban has stood since July 2014.", "2019-05-06");
        Assert.Equal([DateBound.From, DateBound.To, DateBound.Since], dates.Select(date => date.Bound));
    }

    [Fact]
    public void The_dateline_wins_over_the_stamp_of_the_page()
    {
        ParsedDocument parsed = TextOf("The envoy arrived on Sunday.", "2019-05-08");
        Document document = parsed.Document with { Dateline = new Dateline(default, "QUITO", PartialDate.Day(new DateOnly(2019, 5, 5)), null) };
        DateMention date = Assert.Single(Dates.Find(parsed with { Document = document }, [], English, []));
        Assert.Equal("2019-05-05", date.Timex);
    }

    [Theory]
    [InlineData("May 0025 1 99 31 February ")]
    [InlineData("two weeks after two months before ")]
    [InlineData("the end of the beginning of the end of ")]
    [InlineData("1999-2000-2001-2002-")]
    public void Piled_up_words_of_time_are_read_in_bounded_time(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 1000));
        var watch = Stopwatch.StartNew();
        (ImmutableArray<DateMention> dates, _) = Read(text, "2019-05-06");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed} for {text.Length} characters");
        Assert.All(dates, date => Assert.True(date.Range.End <= text.Length));
    }

    private static (ImmutableArray<DateMention> Dates, List<Diagnostic> Problems) Read(string text, string? published)
    {
        var problems = new List<Diagnostic>();
        return (Dates.Find(TextOf(text, published), [], English, problems), problems);
    }

    private static ParsedDocument TextOf(string text, string? published)
    {
        var whole = new TextRange(0, text.Length);
        return new ParsedDocument
        {
            Document = new Document
            {
                Id = "test",
                Uri = "test",
                Text = text,
                Language = "en",
                Body = [new Block(whole, BlockKind.Paragraph)],
                Published = published is null ? null : new DatedBasis(PartialDate.Day(DateOnly.ParseExact(published, "yyyy-MM-dd")), "given"),
            },
            Sentences = [.. new SentenceSplitter(English.Writing).Split(text, whole).Select(range => new Sentence(range, 0, 0, 0))],
            Tokens = [],
        };
    }
}
