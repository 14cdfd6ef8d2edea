using Chancery.Coding;
using Chancery.Training;
using Xunit;

namespace Chancery.Tests;

/// <summary>What counts where clauses of two trees are compared, counted by hand.</summary>
public sealed class ClauseMeasureTests
{
    private const string Gold = """
        1	Ghana	Ghana	PROPN	NNP	Number=Sing	3	nsubj	_	_
        2	has	have	AUX	VBZ	Mood=Ind|Tense=Pres|VerbForm=Fin	3	aux	_	_
        3	sent	send	VERB	VBN	Tense=Past|VerbForm=Part	0	root	_	_
        4	aid	aid	NOUN	NN	Number=Sing	3	obj	_	_
        5	to	to	ADP	IN	_	6	case	_	_
        6	Togo	Togo	PROPN	NNP	Number=Sing	3	obl	_	_

        """;

    private static readonly ClauseMeasure Measure = new(TestKnowledge.All.EventRules, new ClauseGrammar(TestKnowledge.All.Language("en")!));

    [Fact]
    public void A_tree_says_who_does_what_to_whom()
    {
        HashSet<(string Row, string Fact)> facts = FactsOf(Gold);
        Assert.Contains(("subject", "2 subject 0"), facts);
        Assert.Contains(("object", "2 object 3"), facts);
        Assert.Contains(("preposition", "2 to 5"), facts);
        Assert.Contains(("tense", "2 Present"), facts);
        Assert.DoesNotContain(facts, fact => fact.Row == "passive");
    }

    [Fact]
    public void A_phrase_hung_on_the_object_costs_its_row_and_the_sum_and_no_other()
    {
        HashSet<(string, string)> truth = FactsOf(Gold);
        HashSet<(string, string)> found = FactsOf(Gold.Replace("3\tobl", "4\tnmod", StringComparison.Ordinal));
        Assert.Equal(100, ClauseMeasure.F1("subject", truth, found));
        Assert.Equal(100, ClauseMeasure.F1("tense", truth, found));
        Assert.Equal(0, ClauseMeasure.F1("preposition", truth, found.Where(fact => fact.Item2.StartsWith("2 ", StringComparison.Ordinal)).ToHashSet()));
        Assert.InRange(ClauseMeasure.F1("all arguments", truth, found), 1, 99);
    }

    private static HashSet<(string Row, string Fact)> FactsOf(string trees) => Measure.FactsOf(ClauseMeasure.TreesOf(Treebank.Parse(new StringReader(trees))));
}
