using Chancery.Training;
using Xunit;

namespace Chancery.Tests;

/// <summary>Worked examples of the CoNLL 2018 evaluation, counted by hand.</summary>
public sealed class SyntaxEvaluationTests
{
    private const string Gold = """
        # text = Ana can't swim.
        1	Ana	Ana	PROPN	NNP	Number=Sing	4	nsubj	_	_
        2-3	can't	_	_	_	_	_	_	_	_
        2	ca	can	AUX	MD	VerbForm=Fin	4	aux	_	_
        3	n't	not	PART	RB	_	4	advmod	_	_
        4	swim	swim	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	4	punct	_	_

        """;

    [Fact]
    public void A_text_compared_with_itself_is_right_in_everything()
    {
        Conll2018 scores = Evaluate(Gold);
        Assert.Equal(100, scores.Words.F1);
        Assert.Equal(100, scores.Sentences.F1);
        Assert.Equal(100, scores.Las.F1);
        Assert.Equal(new Score(4, 4, 4), scores.LasWithoutPunctuation);
    }

    [Fact]
    public void A_wrong_head_costs_both_attachment_scores_and_a_wrong_relation_only_the_labelled_one()
    {
        Conll2018 scores = Evaluate(Gold.Replace("4\tnsubj", "4\tobj", StringComparison.Ordinal).Replace("4\tadvmod", "2\tadvmod", StringComparison.Ordinal));
        Assert.Equal(new Score(4, 5, 5), scores.Uas);
        Assert.Equal(new Score(3, 5, 5), scores.Las);
        Assert.Equal(new Score(0, 0, 1), scores.Relations["nsubj"]);
    }

    [Fact]
    public void Subtypes_of_relations_and_features_that_are_not_universal_do_not_count()
    {
        Conll2018 scores = Evaluate(Gold.Replace("nsubj", "nsubj:outer", StringComparison.Ordinal).Replace("Number=Sing", "Number=Sing|Style=Vrnc", StringComparison.Ordinal));
        Assert.Equal(100, scores.Las.F1);
        Assert.Equal(100, scores.Ufeats.F1);
    }

    [Fact]
    public void Words_of_a_multiword_token_are_matched_by_their_forms()
    {
        string whole = Gold.Replace("2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n", "", StringComparison.Ordinal).Replace("4\taux\t_\t_", "4\taux\t_\tSpaceAfter=No", StringComparison.Ordinal);
        Conll2018 scores = Evaluate(whole);
        Assert.Equal(new Score(5, 5, 5), scores.Words);
        Assert.Equal(new Score(3, 5, 4), scores.Tokens);
    }

    [Fact]
    public void A_token_divided_otherwise_costs_its_words_and_the_arcs_to_them()
    {
        const string System = """
            1	Ana	Ana	PROPN	NNP	Number=Sing	3	nsubj	_	_
            2	can't	can	AUX	MD	VerbForm=Fin	3	aux	_	_
            3	swim.	swim	VERB	VB	VerbForm=Inf	0	root	_	_

            """;
        Conll2018 scores = Evaluate(System);
        Assert.Equal(new Score(1, 3, 5), scores.Words);
        Assert.Equal(new Score(1, 3, 5), scores.Upos);
        Assert.Equal(new Score(0, 3, 5), scores.Uas);
        Assert.Equal(25, scores.Words.F1);
    }

    [Fact]
    public void A_sentence_divided_in_two_is_no_right_sentence()
    {
        string divided = Gold.Replace("4\tpunct\t_\t_", "0\troot\t_\t_", StringComparison.Ordinal).Replace("5\t.", "\n1\t.", StringComparison.Ordinal);
        Conll2018 scores = Evaluate(divided);
        Assert.Equal(new Score(0, 2, 1), scores.Sentences);
        Assert.Equal(new Score(4, 5, 5), scores.Las);
    }

    [Fact]
    public void Texts_of_other_characters_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Evaluate(Gold.Replace("swim", "walk", StringComparison.Ordinal)));
    }

    private static Conll2018 Evaluate(string system) => Conll2018.Evaluate(
        EvaluatedText.Of(Treebank.Parse(new StringReader(Gold))),
        EvaluatedText.Of(Treebank.Parse(new StringReader(system))));
}
