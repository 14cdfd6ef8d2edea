using System.Text;
using Chancery.Model;
using Chancery.Syntax;

namespace Chancery.Training;

/// <summary>A word as the evaluation compares it. Spans count the characters of the text without its white space.</summary>
public sealed record EvaluatedWord(int Start, int End, bool InMultiword, string Form, string Lemma, string Pos, string Tag, string Features, int Head, string Label)
{
    /// <summary>The label without its subtype, which the evaluation leaves out.</summary>
    public string Relation { get; } = Label.Split(':')[0];
}

/// <summary>One side of an evaluation: the characters of a text without white space, its sentences, tokens and words.</summary>
public sealed class EvaluatedText
{
    private static readonly HashSet<string> UniversalFeatures = new(StringComparer.Ordinal)
    {
        "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite",
        "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
    };

    private readonly StringBuilder characters = new();

    public List<(int Start, int End)> Sentences { get; } = [];

    public List<(int Start, int End)> Tokens { get; } = [];

    public List<EvaluatedWord> Words { get; } = [];

    public string Characters => characters.ToString();

    public static EvaluatedText Of(IEnumerable<GoldSentence> sentences)
    {
        var text = new EvaluatedText();
        foreach (GoldSentence sentence in sentences)
        {
            int first = text.Words.Count;
            int sentenceStart = text.characters.Length;
            foreach (GoldToken token in sentence.Tokens)
            {
                (int start, int end) = text.AddToken(token.Form);
                for (int i = token.FirstWord; i < token.FirstWord + token.WordCount; i++)
                {
                    GoldWord word = sentence.Words[i];
                    text.Words.Add(new EvaluatedWord(start, end, token.WordCount > 1, word.Form, word.Lemma, word.Pos, word.Tag, Universal(word.Features), word.Head < 0 ? -1 : first + word.Head, word.Relation));
                }
            }

            text.Sentences.Add((sentenceStart, text.characters.Length));
        }

        return text;
    }

    public static EvaluatedText Of(ParsedDocument parsed)
    {
        var text = new EvaluatedText();
        foreach (Sentence sentence in parsed.Sentences)
        {
            int sentenceStart = text.characters.Length;
            int start = 0, end = 0;
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                Token token = parsed.Tokens[i];
                bool joined = i > sentence.FirstToken && Conllu.Joined(parsed, i);
                bool fused = joined || (i + 1 < sentence.EndToken && Conllu.Joined(parsed, i + 1));
                if (!joined)
                {
                    TextRange range = token.Range;
                    for (int next = i + 1; next < sentence.EndToken && Conllu.Joined(parsed, next); next++)
                        range = range.Union(parsed.Tokens[next].Range);
                    (start, end) = text.AddToken(range.Of(parsed.Text));
                }

                text.Words.Add(new EvaluatedWord(start, end, fused, token.FormIn(parsed.Text).ToString(), token.Lemma, token.Pos.ToString().ToUpperInvariant(), token.Tag, Universal(token.Features), token.Head, token.RelationLabel));
            }

            text.Sentences.Add((sentenceStart, text.characters.Length));
        }

        return text;
    }

    private (int Start, int End) AddToken(string form)
    {
        int start = characters.Length;
        foreach (char c in form)
        {
            if (!char.IsWhiteSpace(c))
                characters.Append(c);
        }

        Tokens.Add((start, characters.Length));
        return (start, characters.Length);
    }

    private static string Universal(string features) =>
        string.Join('|', features.Split('|').Where(feature => UniversalFeatures.Contains(feature.Split('=')[0])).Order(StringComparer.Ordinal));
}
