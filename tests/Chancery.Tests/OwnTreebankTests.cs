using Chancery.Syntax;
using Chancery.Training;
using Xunit;

namespace Chancery.Tests;

/// <summary>The treebanks of our own beside the model: what an annotator's slip would break.</summary>
public sealed class OwnTreebankTests
{
    private static readonly string Folder = Path.Combine(TestKnowledge.Root(), "models", "en");

    public static TheoryData<string> Banks => ["agency.conllu", "agency-test.conllu", "examples.conllu.gz"];

    [Theory]
    [MemberData(nameof(Banks))]
    public void Every_sentence_is_one_tree_in_labels_that_the_model_knows(string bank)
    {
        TagSets sets = SyntaxModel.Read(File.ReadAllBytes(Path.Combine(Folder, "syntax.model"))).Sets;
        List<GoldSentence> sentences = Treebank.Read(Path.Combine(Folder, bank));
        Assert.NotEmpty(sentences);
        foreach (GoldSentence sentence in sentences)
        {
            Assert.True(IsTree(sentence.Words), sentence.Text);
            foreach (GoldWord word in sentence.Words)
            {
                Assert.True(sets.Relations.Contains(word.Relation), $"{word.Relation} in: {sentence.Text}");
                Assert.True(sets.Pos.Contains(word.Pos) && sets.Tags.Contains(word.Tag), $"{word.Form} {word.Pos} {word.Tag} in: {sentence.Text}");
                Assert.Equal(word.Head < 0, word.Relation == "root");
            }
        }
    }

    [Fact]
    public void What_is_measured_was_not_learned()
    {
        HashSet<string> learned = [.. Treebank.Read(Path.Combine(Folder, "agency.conllu")).Select(sentence => sentence.Text)];
        Assert.DoesNotContain(Treebank.Read(Path.Combine(Folder, "agency-test.conllu")), sentence => sentence.Words.Count > 8 && learned.Contains(sentence.Text));
    }

    private static bool IsTree(List<GoldWord> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            int steps = 0;
            for (int at = i; at >= 0; at = words[at].Head)
            {
                if (at >= words.Count || ++steps > words.Count)
                    return false;
            }
        }

        return words.Count(word => word.Head < 0) == 1;
    }
}
