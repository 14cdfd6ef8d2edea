using System.Globalization;
using System.IO.Compression;
using System.Text;
using Chancery.Model;

namespace Chancery.Training;

/// <summary>Reads CoNLL-U, packed with gzip or not.</summary>
public static class Treebank
{
    public static List<GoldSentence> Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader);
    }

    /// <exception cref="InvalidDataException">A line that is no CoNLL-U.</exception>
    public static List<GoldSentence> Parse(TextReader reader)
    {
        var sentences = new List<GoldSentence>();
        var sentence = new GoldSentence();
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0)
            {
                if (sentence.Words.Count > 0)
                    sentences.Add(sentence);
                sentence = new GoldSentence();
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                sentence.Text = line["# text = ".Length..];
            }
            else if (line[0] != '#')
            {
                string[] cells = line.Split('\t');
                if (cells.Length != 10)
                    throw new InvalidDataException($"line {number}: {cells.Length} columns where CoNLL-U has 10");
                AddLine(sentence, cells, number);
            }
        }

        if (sentence.Words.Count > 0)
            sentences.Add(sentence);
        return sentences;
    }

    /// <summary>Writes CoNLL-U; where a parser's tree is another, its head and relation stand in the last column.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<GoldSentence> sentences, ParsedDocument? parsed)
    {
        for (int s = 0; s < sentences.Count; s++)
        {
            writer.WriteLine($"# text = {sentences[s].Text}");
            List<GoldWord> words = sentences[s].Words;
            for (int i = 0; i < words.Count; i++)
            {
                GoldWord word = words[i];
                string other = "_";
                if (parsed is not null)
                {
                    Sentence sentence = parsed.Sentences[s];
                    Token token = parsed.TokensOf(sentence)[i];
                    int head = token.Head < 0 ? 0 : token.Head - sentence.FirstToken + 1;
                    if (head != word.Head + 1 || token.RelationLabel != word.Relation)
                        other = $"Parser={head}:{token.RelationLabel}";
                }

                writer.WriteLine($"{i + 1}\t{word.Form}\t{word.Lemma}\t{word.Pos}\t{word.Tag}\t{word.Features}\t{word.Head + 1}\t{word.Relation}\t_\t{other}");
            }

            writer.WriteLine();
        }
    }

    private static void AddLine(GoldSentence sentence, string[] cells, int number)
    {
        string id = cells[0];
        if (id.Contains('.'))
            return;
        bool space = !cells[9].Split('|').Contains("SpaceAfter=No");
        int hyphen = id.IndexOf('-');
        if (hyphen > 0)
        {
            int first = int.Parse(id[..hyphen], CultureInfo.InvariantCulture) - 1;
            int last = int.Parse(id[(hyphen + 1)..], CultureInfo.InvariantCulture) - 1;
            sentence.Tokens.Add(new GoldToken(cells[1], first, last - first + 1, space));
            return;
        }

        int index = sentence.Words.Count;
        if (int.Parse(id, CultureInfo.InvariantCulture) != index + 1)
            throw new InvalidDataException($"line {number}: word {id} where {index + 1} was due");
        bool inside = sentence.Tokens.Count > 0 && sentence.Tokens[^1].FirstWord + sentence.Tokens[^1].WordCount > index;
        if (!inside)
            sentence.Tokens.Add(new GoldToken(cells[1], index, 1, space));
        sentence.Words.Add(new GoldWord(
            cells[1],
            cells[2],
            cells[3],
            cells[4],
            cells[5],
            cells[6] == "_" ? -1 : int.Parse(cells[6], CultureInfo.InvariantCulture) - 1,
            cells[7]));
    }
}

/// <summary>A sentence of a treebank.</summary>
public sealed class GoldSentence
{
    public string Text { get; set; } = "";

    public List<GoldToken> Tokens { get; } = [];

    public List<GoldWord> Words { get; } = [];
}

/// <summary>A token as the text has it, and the words that it stands for.</summary>
public readonly record struct GoldToken(string Form, int FirstWord, int WordCount, bool SpaceAfter);

/// <summary>A syntactic word with its analysis; <c>Head</c> is the index of the governing word, -1 for the root.</summary>
public readonly record struct GoldWord(string Form, string Lemma, string Pos, string Tag, string Features, int Head, string Relation);
