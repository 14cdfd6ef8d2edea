using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Syntax;

namespace Chancery.Training;

/// <summary>Treebanks as numbers: labels, vocabulary, and batches with the variations that keep the network from learning by heart.</summary>
internal sealed class Corpus
{
    private const int RarestWord = 2;
    private readonly List<(GoldSentence Sentence, int Treebank)> sentences = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> pos;
    private readonly Dictionary<string, int> tags;
    private readonly Dictionary<string, int> featureSets;
    private readonly Dictionary<string, int> relations;
    private readonly WordFeatures features;

    /// <param name="treebanks">What is learned once in each epoch; the conventions of the first are the model's.</param>
    /// <param name="own">Sentences in the manner of the first treebank whose words enter the vocabulary, but not the lemma table; they are learned when they are handed to <see cref="Batches"/>.</param>
    /// <param name="hashedRows">Rows of the table that prefixes, suffixes and shapes share.</param>
    /// <param name="rules">How the language is written.</param>
    public Corpus(IReadOnlyList<IReadOnlyList<GoldSentence>> treebanks, IReadOnlyList<GoldSentence> own, int hashedRows, WritingRules rules)
    {
        for (int i = 0; i < treebanks.Count; i++)
            sentences.AddRange(treebanks[i].Select(sentence => (sentence, i)));
        List<GoldWord> words = [.. sentences.SelectMany(item => item.Sentence.Words)];
        Sets = new TagSets
        {
            Pos = Names(words.Select(word => word.Pos)),
            Tags = Names(words.Select(word => word.Tag)),
            Features = Names(words.Select(word => word.Features)),
            Relations = Names(words.Select(word => word.Relation)),
        };
        pos = Numbers(Sets.Pos);
        tags = Numbers(Sets.Tags);
        featureSets = Numbers(Sets.Features);
        relations = Numbers(Sets.Relations);
        foreach (GoldWord word in words.Concat(own.SelectMany(sentence => sentence.Words)))
            counts[Normal(word.Form)] = counts.GetValueOrDefault(Normal(word.Form)) + 1;
        Vocabulary = [.. counts.Where(word => word.Value >= RarestWord).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key)];
        features = new WordFeatures(Vocabulary, hashedRows);
        HashedRows = hashedRows;
        // Where treebanks disagree on a lemma, the first has two voices.
        words.AddRange(sentences.Where(item => item.Treebank == 0).SelectMany(item => item.Sentence.Words));
        Lemmas = LemmaLearner.Learn([.. words.Where(word => word.Lemma != "_" && !IsSlip(word, rules)).Select(word => (word.Form, Sets.LemmaTag(pos[word.Pos], tags[word.Tag], featureSets[word.Features]), word.Lemma))]);
    }

    public TagSets Sets { get; }

    public ImmutableArray<string> Vocabulary { get; }

    public int HashedRows { get; }

    public LemmaTable Lemmas { get; }

    public int EmbeddingRows => features.Rows;

    public int WordCount => sentences.Sum(item => item.Sentence.Words.Count);

    /// <summary>A lemma that an irregular form cannot have and that no text knows, such as "flead" for fled: an error of the annotation.</summary>
    private bool IsSlip(GoldWord word, WritingRules rules) =>
        rules.IrregularLemma(word.Pos, word.Form) is { } lemma && lemma != word.Lemma
        && !word.Lemma.Equals(word.Form, StringComparison.OrdinalIgnoreCase) && !counts.ContainsKey(Normal(word.Lemma));

    /// <summary>The first word of sentences that bears a label which no treebank has; null where there is none.</summary>
    public string? StrangeLabel(IReadOnlyList<GoldSentence> own)
    {
        foreach (GoldSentence sentence in own)
        {
            foreach (GoldWord word in sentence.Words)
            {
                if (!pos.ContainsKey(word.Pos) || !tags.ContainsKey(word.Tag) || !featureSets.ContainsKey(word.Features) || !relations.ContainsKey(word.Relation))
                    return $"'{word.Form} {word.Pos} {word.Tag} {word.Features} {word.Relation}' of '{sentence.Text}'";
            }
        }

        return null;
    }

    /// <summary>All sentences once, in another order each time, some of them in another dress, and among them those that are given.</summary>
    /// <param name="more">Sentences in the manner of the first treebank.</param>
    public IEnumerable<Batch> Batches(int words, IReadOnlyList<GoldSentence> more, Chance chance)
    {
        int[] order = [.. Enumerable.Range(0, sentences.Count + more.Count)];
        chance.Shuffle(order);
        var batch = new Batch();
        foreach (int i in order)
        {
            (GoldSentence sentence, int treebank) = i < sentences.Count ? sentences[i] : (more[i - sentences.Count], 0);
            Add(batch, Disguise.Of(sentence, chance), treebank, chance);
            if (batch.WordCount >= words)
            {
                yield return batch;
                batch = new Batch();
            }
        }

        if (batch.WordCount > 0)
            yield return batch;
    }

    private void Add(Batch batch, GoldSentence sentence, int treebank, Chance chance)
    {
        (string text, Word[] words) = Laid(sentence);
        CaseMode mode = WordFeatures.ModeOf(text, words);
        Span<int> rows = stackalloc int[WordFeatures.Count];
        foreach (GoldWord word in sentence.Words)
        {
            features.Read(word.Form, mode, treebank, rows);
            int count = counts.GetValueOrDefault(Normal(word.Form));
            if (chance.NextSingle() < 0.25f / (0.25f + count) || chance.NextSingle() < 0.02f)
                rows[0] = 0;
            batch.AddFeatures(rows);
            batch.Pos.Add(pos[word.Pos]);
            batch.Tags.Add(tags[word.Tag]);
            batch.FeatureSets.Add(featureSets[word.Features]);
            batch.Heads.Add(word.Head);
            batch.Relations.Add(relations[word.Relation]);
        }

        batch.EndSentence();
    }

    /// <summary>A treebank's words laid out as text with a space between any two.</summary>
    public static (string Text, Word[] Words) Laid(GoldSentence sentence)
    {
        var words = new Word[sentence.Words.Count];
        int position = 0;
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = new Word(new TextRange(position, sentence.Words[i].Form.Length), null, false);
            position += sentence.Words[i].Form.Length + 1;
        }

        return (string.Join(' ', sentence.Words.Select(word => word.Form)), words);
    }

    private static string Normal(string form)
    {
        Span<char> lower = stackalloc char[48];
        return lower[..WordFeatures.Normalize(form, lower)].ToString();
    }

    private static ImmutableArray<string> Names(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Dictionary<string, int> Numbers(ImmutableArray<string> names) =>
        names.Select((name, i) => (name, i)).ToDictionary(item => item.name, item => item.i, StringComparer.Ordinal);
}
