using System.Diagnostics;
using System.Globalization;
using Chancery.Knowledge;
using Chancery.Syntax;

namespace Chancery.Training;

/// <summary>What the tool does, by the words of its command line.</summary>
internal static class Commands
{
    public static int Train(string language, string[] options)
    {
        var settings = Settings.From(options);
        WritingRules rules = RulesOf(language);
        var treebanks = settings.Train.Select(path => (IReadOnlyList<GoldSentence>)Treebank.Read(path)).ToArray();
        List<GoldSentence> held = Treebank.Read(settings.Develop);
        var chance = new Chance(settings.Seed);
        var corpus = new Corpus(treebanks, settings.HashedRows);
        var learner = new Learner(settings.Shape, corpus.Sets, corpus.EmbeddingRows, settings.Dropout, chance);
        Console.Error.WriteLine($"{treebanks.Sum(bank => bank.Count)} sentences, {corpus.WordCount} words, {corpus.Vocabulary.Length} in the vocabulary, {corpus.Sets.Features.Length} feature sets");
        int total = (int)((long)settings.Epochs * corpus.WordCount / settings.BatchWords);
        int step = 0;
        Stopwatch clock = Stopwatch.StartNew();
        for (int epoch = 1; epoch <= settings.Epochs; epoch++)
        {
            double loss = 0;
            int batches = 0;
            foreach (Batch batch in corpus.Batches(settings.BatchWords, chance))
            {
                float warm = Math.Min(1, ++step / 300f);
                float cool = Math.Max(0.01f, 1 - ((float)step / total));
                loss += learner.Learn(batch, settings.Rate * warm * cool);
                batches++;
            }

            var model = new SyntaxModel
            {
                Language = language,
                Shape = settings.Shape,
                Sets = corpus.Sets,
                Vocabulary = corpus.Vocabulary,
                HashedRows = corpus.HashedRows,
                Lemmas = corpus.Lemmas,
                Weights = learner.Weights(),
            };
            byte[] bytes = model.ToBytes();
            Conll2018 scores = Measurement.WithGoldWords(Parser.Load(bytes, rules), held);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch,3}  loss {loss / batches:F4}  {Line(scores)}  {clock.Elapsed.TotalSeconds:F0} s"));
            File.WriteAllBytes(settings.Output, bytes);
        }

        return 0;
    }

    public static int Evaluate(string[] options)
    {
        var settings = Settings.From(options);
        Parser parser = Parser.Load(File.ReadAllBytes(settings.Output), RulesOf("en"));
        foreach (string path in settings.Test)
        {
            List<GoldSentence> sentences = Treebank.Read(path);
            Conll2018 scores = Measurement.WithGoldWords(parser, sentences);
            Console.WriteLine($"{path}\n  gold words  {Line(scores)}");
            Console.WriteLine($"  raw text    {Line(Measurement.FromText(parser, sentences))}");
            Console.WriteLine("  " + string.Join("  ", scores.Relations.Where(relation => relation.Value.Gold >= 20).Select(relation => string.Create(CultureInfo.InvariantCulture, $"{relation.Key} {relation.Value.F1:F1}"))));
        }

        return 0;
    }

    public static int Help()
    {
        Console.Error.WriteLine("train LANGUAGE | evaluate");
        return 2;
    }

    private static WritingRules RulesOf(string language) => new Language(language, KnowledgeSource.FromFolder("data")).Writing;

    private static string Line(Conll2018 s) => string.Create(
        CultureInfo.InvariantCulture,
        $"words {s.Words.F1:F2} sentences {s.Sentences.F1:F2} UPOS {s.Upos.F1:F2} XPOS {s.Xpos.F1:F2} feats {s.Ufeats.F1:F2} lemma {s.Lemmas.F1:F2} UAS {s.Uas.F1:F2} LAS {s.Las.F1:F2} without punctuation {s.LasWithoutPunctuation.F1:F2}");
}

/// <summary>Options of the command line, with what they are when left out.</summary>
internal sealed class Settings
{
    private const string Root = "../shared/treebanks/en/";

    public List<string> Train { get; } = [];

    public List<string> Test { get; } = [];

    public string Develop { get; private set; } = Root + "EWT/dev.conllu.gz";

    public string Output { get; private set; } = "models/en/syntax.model";

    public int Epochs { get; private set; } = 20;

    public int BatchWords { get; private set; } = 800;

    public float Rate { get; private set; } = 0.002f;

    public ulong Seed { get; private set; } = 7;

    public int HashedRows { get; private set; } = 32768;

    public Dropout Dropout { get; private set; } = new(0.2f, 0.25f, 0.3f);

    public NetworkShape Shape { get; private set; } = new(128, 256, 128, 3, 0, 128, 128);

    public static Settings From(string[] options)
    {
        var settings = new Settings();
        foreach (string option in options)
        {
            string[] parts = option.TrimStart('-').Split('=', 2);
            string value = parts.Length > 1 ? parts[1] : "";
            float[] numbers = [.. value.Split(',').Select(item => float.TryParse(item, CultureInfo.InvariantCulture, out float number) ? number : 0)];
            switch (parts[0])
            {
                case "train": settings.Train.Add(value); break;
                case "test": settings.Test.Add(value); break;
                case "develop": settings.Develop = value; break;
                case "model": settings.Output = value; break;
                case "epochs": settings.Epochs = (int)numbers[0]; break;
                case "batch": settings.BatchWords = (int)numbers[0]; break;
                case "rate": settings.Rate = numbers[0]; break;
                case "seed": settings.Seed = (ulong)numbers[0]; break;
                case "rows": settings.HashedRows = (int)numbers[0]; break;
                case "dropout": settings.Dropout = new Dropout(numbers[0], numbers[1], numbers[2]); break;
                case "shape": settings.Shape = new NetworkShape((int)numbers[0], (int)numbers[1], (int)numbers[2], (int)numbers[3], (int)numbers[4], (int)numbers[5], (int)numbers[6]); break;
                default: throw new ArgumentException($"there is no option '{option}'");
            }
        }

        if (settings.Train.Count == 0)
            settings.Train.AddRange([Root + "EWT/train.conllu.gz", Root + "GUM/train.conllu.gz"]);
        if (settings.Test.Count == 0)
            settings.Test.AddRange([Root + "EWT/test.conllu.gz", Root + "PUD/test.conllu.gz"]);
        return settings;
    }
}
