using System.Collections.Immutable;
using System.Diagnostics;
using Chancery.Coding;
using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Syntax;
using Xunit;
using Block = Chancery.Model.Block;

namespace Chancery.Tests;

/// <summary>What the cases under <c>tests/cases/quotes</c> cannot hold.</summary>
public sealed class QuotesTests
{
    private static readonly Language English = new("en", TestKnowledge.Source);

    private static readonly Lazy<Parser> EnglishParser =
        new(() => Parser.Load(File.ReadAllBytes(Path.Combine(TestKnowledge.Root(), "models", "en", "syntax.model")), English.Writing));

    [Fact]
    public void A_mark_that_is_never_closed_is_told_and_ends_with_its_paragraph()
    {
        const string text = "The mayor said: “The bridge is safe.\n\nTraffic went on.";
        (ImmutableArray<Quote> quotes, List<Diagnostic> problems) = Read(text);
        Assert.Equal("The bridge is safe.", quotes.Single(quote => quote.Form == QuoteForm.Direct).Content.Of(text));
        Assert.Contains(problems, problem => problem.Id == DiagnosticId.UnbalancedQuote);
    }

    [Fact]
    public void A_bracket_left_in_another_language_is_told()
    {
        (_, List<Diagnostic> problems) = Read("“We left the union [União dos Pescadores] last year,” said Mendoza.");
        Assert.Contains(problems, problem => problem.Id == DiagnosticId.UntranslatedBracket);
    }

    [Fact]
    public void Denials_and_allegations_keep_their_stance()
    {
        (ImmutableArray<Quote> quotes, _) = Read("The army denied that it had shelled the village. The union alleged that wages were stolen.");
        Assert.Equal([Stance.Denies, Stance.Alleges], quotes.Select(quote => quote.Stance));
    }

    [Theory]
    [InlineData("“We are here,” he said. ")]
    [InlineData("“")]
    [InlineData("he said that ")]
    [InlineData("\"a\" 'b' “c „d «e ")]
    public void Piled_up_marks_and_cues_are_read_in_bounded_time(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 1000));
        ParsedDocument parsed = ParsedOf(text);
        var watch = Stopwatch.StartNew();
        var tree = new DocumentTree(parsed);
        ImmutableArray<Quote> quotes = Quotes.Find(tree, new MentionIndex(tree, [], []), English, TestKnowledge.All.Outlets, []);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed} for {text.Length} characters");
        Assert.All(quotes, quote => Assert.True(quote.Content.End <= text.Length && !quote.Content.IsEmpty));
    }

    [Fact]
    public void Every_cue_is_known_by_its_lemma()
    {
        Assert.True(English.SpeechCues.From("say").Single(cue => cue.Kind == CueKind.Verb).Has(CueFrames.Quote | CueFrames.Clause));
        Assert.Equal("object", English.SpeechCues.From("tell").Single(cue => cue.Words.Length == 1).Hearer);
        Assert.Equal(Stance.Denies, English.SpeechCues.From("deny").Single(cue => cue.Kind == CueKind.Verb).Stance);
    }

    private static (ImmutableArray<Quote> Quotes, List<Diagnostic> Problems) Read(string text)
    {
        var problems = new List<Diagnostic>();
        var tree = new DocumentTree(ParsedOf(text));
        return (Quotes.Find(tree, new MentionIndex(tree, [], []), English, TestKnowledge.All.Outlets, problems), problems);
    }

    private static ParsedDocument ParsedOf(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            if (end > start)
                blocks.Add(new Block(TextRange.FromBounds(start, end), BlockKind.Paragraph));
            start = end + 1;
        }

        var document = new Document { Id = "test", Uri = "test", Text = text, Language = "en", Body = blocks.ToImmutable() };
        return EnglishParser.Value.Parse(document, []);
    }
}
