using Chancery.Knowledge;
using Chancery.Syntax;
using Chancery.Training;
using Xunit;

namespace Chancery.Tests;

/// <summary>The grammar whose sentences the parser learns from: its format, and the trees that come of it.</summary>
public sealed class SentenceGrammarTests
{
    private const string Apposed = """
        phrase Sentence
          1 Leader:nsubj v.sign.VBDs Pact:obj .:punct
        phrase Leader
          1 name Apposed:appos ,:punct
        phrase Apposed
          1 ,:punct a:det n
        phrase Pact
          1 a:det n name-after:appos
        phrase name-after
          1 ,:punct name ,:punct
        words n NOUN NN Number=Sing
          envoy
        words name PROPN NNP Number=Sing
          Ghana
        words a DET DT Definite=Ind|PronType=Art
          a
        words , PUNCT , _
          ,
        words . PUNCT . _
          .
        verbs v.sign
          sign
        """;

    private static string AgencyPath => Path.Combine(TestKnowledge.Root(), "models", "en", "agency.grammar");

    [Fact]
    public void Parts_hang_on_the_head_of_their_phrase_and_a_comma_before_a_stop_falls_away()
    {
        GoldSentence sentence = Maker(SentenceGrammar.Parse("small", Apposed), 1).Next();
        Assert.Equal("Ghana , an envoy , signed an envoy , Ghana .", sentence.Text);
        Assert.Equal("6:nsubj 4:punct 4:det 1:appos 1:punct 0:root 8:det 6:obj 10:punct 8:appos 6:punct", Tree(sentence));
        Assert.Equal("Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", sentence.Words[5].Features);
    }

    [Fact]
    public void The_grammar_of_agency_prose_knows_only_labels_of_the_model()
    {
        SyntaxModel model = SyntaxModel.Read(File.ReadAllBytes(Path.Combine(TestKnowledge.Root(), "models", "en", "syntax.model")));
        SentenceGrammar grammar = Agency();
        Assert.Null(grammar.StrangeLabel(model.Sets));
        Assert.NotNull(grammar.StrangeLabel(model.Sets with { Relations = model.Sets.Relations.Remove("appos") }));
    }

    [Fact]
    public void Its_sentences_are_trees_and_differ()
    {
        List<GoldSentence> sentences = [.. Maker(Agency(), 3).Draw(10_000)];
        foreach (GoldSentence sentence in sentences)
        {
            Assert.Single(sentence.Words, word => word.Head < 0 && word.Relation == "root");
            Assert.All(Enumerable.Range(0, sentence.Words.Count), i => Assert.True(ReachesRoot(sentence, i), sentence.Text));
            Assert.DoesNotContain(" , ,", sentence.Text, StringComparison.Ordinal);
        }

        Assert.InRange(sentences.Select(sentence => sentence.Text).Distinct().Count(), sentences.Count * 98 / 100, sentences.Count);
        Assert.Equal(sentences.Select(sentence => sentence.Text), Maker(Agency(), 3).Draw(10_000).Select(sentence => sentence.Text));
    }

    [Theory]
    [InlineData("phrase Sentence\n  1 the:det", "small:2:1: no part is the head")]
    [InlineData("phrase Sentence\n  x the", "small:2:1: 'x' is no weight")]
    [InlineData("phrase Sentence\n  1 the nobody", "small:2:1: a phrase has one part without relation")]
    [InlineData("phrase Sentence\n  1 nobody", "small:2:1: 'nobody' is neither")]
    [InlineData("phrase Sentence\n  1 @nobody", "small:2:1: '@nobody' is neither")]
    [InlineData("  1 the", "small:1:1: an indented line")]
    [InlineData("words the DET", "small:1:1: expected")]
    [InlineData("phrase Other\n  1 @state", "small:1:1: no phrase uses 'Other'")]
    public void A_broken_grammar_is_refused_with_its_place(string text, string complaint)
    {
        var broken = Assert.Throws<KnowledgeException>(() => SentenceGrammar.Parse("small", text));
        Assert.StartsWith(complaint, broken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expel", "expelled", "expelling")]
    [InlineData("begin", "began", "beginning")]
    [InlineData("meet", "met", "meeting")]
    [InlineData("die", "died", "dying")]
    [InlineData("free", "freed", "freeing")]
    [InlineData("visit", "visited", "visiting")]
    [InlineData("withdraw", "withdrew", "withdrawing")]
    [InlineData("strike", "struck", "striking")]
    public void Verbs_are_bent(string stem, string past, string ing) => Assert.Equal(ing, EnglishForms.Ing(stem, past));

    [Theory]
    [InlineData("deny", "denies", "denied")]
    [InlineData("release", "releases", "released")]
    [InlineData("crash", "crashes", "crashed")]
    [InlineData("stay", "stays", "stayed")]
    public void Regular_verbs_need_no_more_than_their_base(string stem, string third, string past)
    {
        Assert.Equal(third, EnglishForms.WithS(stem));
        Assert.Equal(past, EnglishForms.Past(stem));
    }

    private static SentenceGrammar Agency() => SentenceGrammar.Parse("agency.grammar", File.ReadAllText(AgencyPath));

    private static SentenceMaker Maker(SentenceGrammar grammar, ulong seed)
    {
        var chance = new Chance(seed);
        return new SentenceMaker(grammar, new NameStock(TestKnowledge.All.Entities, chance), chance);
    }

    private static string Tree(GoldSentence sentence) => string.Join(' ', sentence.Words.Select(word => $"{word.Head + 1}:{word.Relation}"));

    private static bool ReachesRoot(GoldSentence sentence, int word)
    {
        for (int steps = 0; steps <= sentence.Words.Count; steps++)
        {
            if (sentence.Words[word].Head < 0)
                return true;
            word = sentence.Words[word].Head;
        }

        return false;
    }
}
