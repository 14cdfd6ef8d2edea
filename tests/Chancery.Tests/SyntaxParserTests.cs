using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Syntax;
using Chancery.Training;
using Xunit;

namespace Chancery.Tests;

public sealed class SyntaxParserTests
{
    private static readonly Lazy<byte[]> ModelBytes = new(() => File.ReadAllBytes(Path.Combine(TestKnowledge.Root(), "models", "en", "syntax.model")));
    private static readonly WritingRules Rules = new Language("en", TestKnowledge.Source).Writing;
    private static readonly Lazy<Parser> English = new(() => Parser.Load(ModelBytes.Value, Rules));

    [Fact]
    public void The_passive_keeps_subject_and_agent_apart()
    {
        ParsedDocument parsed = Parse("The ambassador was expelled by the government of Chad.");
        Assert.Equal("expel/Root ambassador/NsubjPass government/OblAgent Chad/Nmod", Core(parsed, Relation.Root, Relation.NsubjPass, Relation.OblAgent, Relation.Nmod));
    }

    [Fact]
    public void A_clause_of_saying_governs_what_is_said()
    {
        ParsedDocument parsed = Parse("The minister said that Chile would sign the treaty.");
        Token said = parsed.Tokens.Single(token => token.Lemma == "say");
        Token sign = parsed.Tokens.Single(token => token.Lemma == "sign");
        Assert.Equal(Relation.Root, said.Relation);
        Assert.Equal(Relation.Ccomp, sign.Relation);
        Assert.Equal("say", parsed.Tokens[sign.Head].Lemma);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n\t ")]
    [InlineData("x")]
    [InlineData("\ud800")]
    [InlineData("a\udc00b \ud83d")]
    [InlineData("\0\u0001\u200b\ufeff")]
    [InlineData("👩‍👩‍👧‍👦👍🏽 ok")]
    [InlineData("قال الوزير إن المحادثات مستمرة.")]
    [InlineData("会议在周一举行。双方没有签署协议。")]
    [InlineData("((((((\"\"\"\"''''....!!!!????")]
    [InlineData("a\u2003b\u3000c\u00a0d\u2028e\u0085f")]
    public void Any_text_gives_a_tree_for_each_sentence(string text) => CheckTrees(Parse(text));

    [Theory]
    [InlineData(1_000_000, "x")]
    [InlineData(100_000, "ab.")]
    [InlineData(4_000, "word ")]
    [InlineData(4_000, "(\"a\" ")]
    [InlineData(20_000, "会")]
    [InlineData(8_000, "1-2/3,")]
    public void Very_long_texts_are_cut_and_parsed(int count, string part) =>
        CheckTrees(Parse(string.Concat(Enumerable.Repeat(part, count))));

    [Fact]
    public void An_overlong_sentence_is_told_of()
    {
        var problems = new List<Diagnostic>();
        ParsedDocument parsed = English.Value.Parse(Measurement.DocumentOf(string.Concat(Enumerable.Repeat("rice, ", 300))), problems);
        Assert.Equal([DiagnosticId.OverlongSentence], problems.Select(problem => problem.Id));
        Assert.True(parsed.Sentences.Length > 1);
        CheckTrees(parsed);
    }

    [Fact]
    public void A_dateline_is_a_sentence_of_its_own()
    {
        const string Text = "SUVA, May 5 (Agency) -- Two boats sank.";
        Document document = Measurement.DocumentOf(Text) with { Dateline = new Dateline(new TextRange(0, 23), "SUVA", null, "Agency") };
        ParsedDocument parsed = English.Value.Parse(document, []);
        Assert.Equal(["SUVA, May 5 (Agency) --", "Two boats sank."], parsed.Sentences.Select(sentence => sentence.Range.Of(Text)));
        Assert.Equal("sink", parsed.TokensOf(parsed.Sentences[1]).ToArray().Single(token => token.Head < 0).Lemma);
    }

    [Fact]
    public void Random_texts_keep_the_properties_of_trees_and_ranges()
    {
        var chance = new Chance(11);
        string[] parts = ["the", "Minister", "of", " ", " ", "\n", ".", ",", "'s", "n't", "U.S.", "\"", "(", ")", "-", "5", "%", "\ud83d\ude00", "é", "\ud800", "…", "\n\n", "•", "http://a.b/"];
        for (int i = 0; i < 300; i++)
            CheckTrees(Parse(string.Concat(Enumerable.Range(0, chance.NextBelow(60)).Select(_ => parts[chance.NextBelow(parts.Length)]))));
    }

    [Fact]
    public void The_same_text_gives_the_same_trees_alone_and_among_others()
    {
        const string Text = "Police in Accra released the editor of a weekly.";
        string alone = Conllu(Parse(Text));
        string among = Conllu(Parse("The vote is over. Nobody won. " + Text));
        Assert.Equal(alone, Conllu(Parse(Text)));
        Assert.Equal(Shape(alone), Shape(among)[^Shape(alone).Length..]);
    }

    [Fact]
    public void Many_threads_share_a_parser()
    {
        const string Text = "Farmers blocked a road near Salta, and police did not intervene.";
        string expected = Conllu(Parse(Text));
        Assert.All(Enumerable.Range(0, 64).AsParallel().Select(_ => Conllu(Parse(Text))).ToArray(), found => Assert.Equal(expected, found));
    }

    [Fact]
    public void What_is_written_as_conllu_reads_back_as_the_same_words()
    {
        ParsedDocument parsed = Parse("They can't leave, said Ana's lawyer. \"It isn't over.\"");
        List<GoldSentence> read = Treebank.Parse(new StringReader(Conllu(parsed)));
        Assert.Equal(
            parsed.Tokens.Select(token => token.Range.Of(parsed.Text)),
            read.SelectMany(sentence => sentence.Words).Select(word => word.Form));
        Assert.Contains(read[0].Tokens, token => token is { Form: "can't", WordCount: 2 });
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        byte[] flipped = [.. ModelBytes.Value];
        flipped[flipped.Length / 2] ^= 1;
        Assert.Contains("checksum", Assert.Throws<InvalidDataException>(() => Parser.Load(flipped, Rules)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Parser.Load(ModelBytes.Value[..1000], Rules));
        Assert.Throws<InvalidDataException>(() => Parser.Load([1, 2, 3], Rules));
    }

    [Fact]
    public void The_heaviest_tree_is_found_where_the_best_heads_form_a_cycle()
    {
        // Words 0 and 1 prefer each other; the root must enter at word 1, which costs least.
        float[] scores =
        [
            1, 0, 10, 0,
            6, 10, 0, 0,
            0, 0, 5, 0,
        ];
        var heads = new int[3];
        TreeDecoder.Decode(scores, 3, 4, heads);
        Assert.Equal([1, -1, 1], heads);
    }

    [Fact]
    public void Trees_of_random_scores_have_one_root_and_are_never_beaten_by_another_tree()
    {
        var chance = new Chance(2);
        for (int round = 0; round < 200; round++)
        {
            const int Count = 4;
            float[] scores = [.. Enumerable.Range(0, Count * (Count + 1)).Select(_ => chance.NextSingle())];
            var heads = new int[Count];
            TreeDecoder.Decode(scores, Count, Count + 1, heads);
            Assert.Equal(BestTotal(scores, Count), Total(scores, heads), 1e-4);
        }
    }

    private static float BestTotal(float[] scores, int count)
    {
        float best = float.NegativeInfinity;
        var heads = new int[count];
        for (int code = 0; code < Math.Pow(count + 1, count); code++)
        {
            int rest = code;
            for (int i = 0; i < count; i++, rest /= count + 1)
                heads[i] = (rest % (count + 1)) - 1;
            if (heads.Count(head => head < 0) == 1 && !heads.Where((head, i) => head == i).Any() && TreeDecoder.IsTree(heads))
                best = Math.Max(best, Total(scores, heads));
        }

        return best;
    }

    private static float Total(float[] scores, int[] heads) => heads.Select((head, i) => scores[(i * (heads.Length + 1)) + head + 1]).Sum();

    private static ParsedDocument Parse(string text) => English.Value.Parse(Measurement.DocumentOf(text), []);

    private static string Conllu(ParsedDocument parsed)
    {
        var writer = new StringWriter();
        Syntax.Conllu.Write(writer, parsed);
        return writer.ToString();
    }

    /// <summary>Words and trees without the places in the text.</summary>
    private static string Shape(string conllu) => string.Join('\n', conllu.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => string.Join(' ', line.Split('\t')[..8])));

    private static string Core(ParsedDocument parsed, params Relation[] relations) =>
        string.Join(' ', relations.Select(relation => parsed.Tokens.Single(token => token.Relation == relation)).Select(token => $"{token.Lemma}/{token.Relation}"));

    private static void CheckTrees(ParsedDocument parsed)
    {
        int nextToken = 0, covered = 0;
        foreach (Sentence sentence in parsed.Sentences)
        {
            Assert.Equal(nextToken, sentence.FirstToken);
            nextToken = sentence.EndToken;
            Assert.True(sentence.TokenCount is > 0 and <= 200);
            int[] heads = [.. Enumerable.Range(sentence.FirstToken, sentence.TokenCount).Select(i => parsed.Tokens[i].Head < 0 ? -1 : parsed.Tokens[i].Head - sentence.FirstToken)];
            Assert.Single(heads, head => head < 0);
            Assert.All(heads, head => Assert.True(head < sentence.TokenCount));
            Assert.True(TreeDecoder.IsTree(heads));
            foreach (Token token in parsed.TokensOf(sentence))
            {
                Assert.True(sentence.Range.Contains(token.Range));
                Assert.True(token.Range.Start >= covered && !token.Range.IsEmpty);
                covered = token.Range.End;
                Assert.Equal(token.Head < 0, token.Relation == Relation.Root);
            }
        }

        Assert.Equal(parsed.Tokens.Length, nextToken);
        var inToken = new bool[parsed.Text.Length];
        foreach (Token token in parsed.Tokens)
            inToken.AsSpan(token.Range.Start, token.Range.Length).Fill(true);
        for (int i = 0; i < inToken.Length; i++)
            Assert.True(inToken[i] || Chars.IsSpace(parsed.Text[i]), $"character {i} lies in no token");
    }
}
