using Chancery.Model;
using Chancery.Syntax;

namespace Chancery.Training;

/// <summary>Runs a parser over a treebank, with the treebank's own words or from raw text.</summary>
internal static class Measurement
{
    public static Conll2018 WithGoldWords(Parser parser, IReadOnlyList<GoldSentence> sentences) =>
        Conll2018.Evaluate(EvaluatedText.Of(sentences.Select(WithoutMultiwords)), EvaluatedText.Of(TreesOf(parser, sentences)));

    /// <summary>The parser's trees over the treebank's own words.</summary>
    public static ParsedDocument TreesOf(Parser parser, IReadOnlyList<GoldSentence> sentences)
    {
        var text = new System.Text.StringBuilder();
        var words = new List<Word>();
        var ranges = new List<Sentence>();
        foreach (GoldSentence sentence in sentences)
        {
            int start = text.Length;
            int first = words.Count;
            foreach (GoldWord word in sentence.Words)
            {
                words.Add(new Word(new TextRange(text.Length, word.Form.Length), null, false));
                text.Append(word.Form).Append(' ');
            }

            ranges.Add(new Sentence(TextRange.FromBounds(start, text.Length), first, sentence.Words.Count, 0));
        }

        Document document = DocumentOf(text.ToString());
        return new ParsedDocument
        {
            Document = document,
            Sentences = [.. ranges],
            Tokens = parser.Annotate(document.Text, words, ranges),
        };
    }

    /// <summary>From raw text, one line for each sentence of the treebank.</summary>
    public static Conll2018 FromText(Parser parser, IReadOnlyList<GoldSentence> sentences)
    {
        Document document = DocumentOf(string.Join('\n', sentences.Select(sentence => sentence.Text)));
        return Conll2018.Evaluate(EvaluatedText.Of(sentences), EvaluatedText.Of(parser.Parse(document, [])));
    }

    public static Document DocumentOf(string text) => new()
    {
        Id = "measured",
        Uri = "",
        Text = text,
        Language = "und",
        Body = [new Block(new TextRange(0, text.Length), BlockKind.Paragraph)],
    };

    private static GoldSentence WithoutMultiwords(GoldSentence sentence)
    {
        var result = new GoldSentence { Text = sentence.Text };
        for (int i = 0; i < sentence.Words.Count; i++)
        {
            result.Tokens.Add(new GoldToken(sentence.Words[i].Form, i, 1, true));
            result.Words.Add(sentence.Words[i]);
        }

        return result;
    }
}
