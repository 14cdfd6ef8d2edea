using System.Diagnostics;
using System.Globalization;
using Chancery.Coding;
using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Syntax;

namespace Chancery.Training;

/// <summary>What the tool does, by the words of its command line. Paths are relative to the repository's root.</summary>
internal static class Commands
{
    private const string Treebanks = "../shared/treebanks";
    private const int WarmUpSteps = 300;

    /// <summary>Weights are averaged every so many batches, and the past keeps so much: a mean over about an epoch.</summary>
    private const int AverageEvery = 10;
    private const float AverageKept = 0.985f;

    /// <summary>Of the greatest rate, what a model that goes on learning begins with.</summary>
    private const float FurtherRate = 0.3f;

    /// <summary>Trains a language's model, writes it after every epoch, and its scores at the end.</summary>
    /// <param name="language">The language's tag.</param>
    /// <param name="treebanks">The folder of all treebanks.</param>
    /// <param name="further">Epochs to go on with the model that is there, at a lower rate; null to begin anew.</param>
    public static int Train(string language, string treebanks, int? further = null)
    {
        Settings settings = Settings.Load($"models/{language}/training.tsv");
        WritingRules rules = RulesOf(language);
        var banks = settings.Train.Select(path => (IReadOnlyList<GoldSentence>)Treebank.Read($"{treebanks}/{language}/{path}")).ToArray();
        List<GoldSentence> held = Treebank.Read($"{treebanks}/{language}/{settings.Develop}");
        var chance = new Chance(settings.Seed);
        var own = settings.Own.Select(bank => (IReadOnlyList<GoldSentence>)Treebank.Read($"models/{language}/{bank.File}")).ToArray();
        var corpus = new Corpus(banks, [.. own.SelectMany(bank => bank)], settings.HashedRows, rules);
        foreach ((IReadOnlyList<GoldSentence> bank, (string file, _)) in own.Zip(settings.Own))
        {
            if (corpus.StrangeLabel(bank) is { } strange)
                throw new InvalidDataException($"models/{language}/{file}: no treebank has the labels of {strange}");
        }

        GoldSentence[] again = [.. own.Zip(settings.Own).SelectMany(pair => Enumerable.Repeat(pair.First, pair.Second.Times)).SelectMany(bank => bank)];
        int ownWords = again.Sum(sentence => sentence.Words.Count);
        var learner = new Learner(settings.Shape, corpus.Sets, corpus.EmbeddingRows, settings.Dropout, chance);
        Console.Error.WriteLine($"{banks.Sum(bank => bank.Count)} sentences, {corpus.WordCount} words, {ownWords} of our own, {corpus.Vocabulary.Length} in the vocabulary");
        if (further is not null)
            learner.Begin(SyntaxModel.Read(File.ReadAllBytes($"models/{language}/syntax.model")).Weights);
        int epochs = further ?? settings.Epochs;
        float rate = settings.Rate * (further is null ? 1 : FurtherRate);
        int step = 0;
        SentenceMaker? maker = Maker(language, settings, corpus);
        int more = (int)(corpus.WordCount * settings.GrammarShare);
        int total = (int)((long)epochs * (corpus.WordCount + ownWords + more) / settings.BatchWords);
        Stopwatch clock = Stopwatch.StartNew();
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            double loss = 0;
            int batches = 0;
            foreach (Batch batch in corpus.Batches(settings.BatchWords, maker is null ? again : [.. again, .. maker.Draw(more)], chance))
            {
                float warm = Math.Min(1, ++step / (float)WarmUpSteps);
                float cool = Math.Max(0.01f, 1 - ((float)step / total));
                loss += learner.Learn(batch, rate * warm * cool);
                batches++;
                if (step % AverageEvery == 0)
                    learner.Average(AverageKept);
            }

            byte[] model = ModelOf(language, settings, corpus, learner, true).ToBytes();
            File.WriteAllBytes($"models/{language}/syntax.model", model);
            Conll2018 scores = Measurement.WithGoldWords(Parser.Load(model, rules), held);
            Conll2018 last = Measurement.WithGoldWords(Parser.Load(ModelOf(language, settings, corpus, learner, false).ToBytes(), rules), held);
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"epoch {epoch} of {epochs}: loss {loss / batches:F4}, UPOS {scores.Upos.F1:F2}, lemmas {scores.Lemmas.F1:F2}, UAS {scores.Uas.F1:F2}, LAS {scores.Las.F1:F2} (without averaging {last.Las.F1:F2}), {clock.Elapsed.TotalSeconds:F0} s"));
        }

        return Evaluate(language, treebanks);
    }

    /// <summary>Prints a model's scores and writes them beside it.</summary>
    public static int Evaluate(string language, string treebanks)
    {
        Settings settings = Settings.Load($"models/{language}/training.tsv");
        Parser parser = Parser.Load(File.ReadAllBytes($"models/{language}/syntax.model"), RulesOf(language));
        var report = new ScoreReport();
        foreach (string path in settings.Test)
        {
            List<GoldSentence> sentences = Treebank.Read(PathOf(language, treebanks, path));
            report.Add(path.Replace(".gz", "", StringComparison.Ordinal).Replace(".conllu", "", StringComparison.Ordinal), Measurement.WithGoldWords(parser, sentences), Measurement.FromText(parser, sentences));
        }

        Console.Write(report.ToText());
        File.WriteAllText($"models/{language}/scores.tsv", report.ToTable());
        return 0;
    }

    /// <summary>Learns the lemma table anew and sets it in the model that is there; its weights stay.</summary>
    public static int Lemmas(string language, string treebanks)
    {
        Settings settings = Settings.Load($"models/{language}/training.tsv");
        string path = $"models/{language}/syntax.model";
        var corpus = new Corpus([.. settings.Train.Select(bank => (IReadOnlyList<GoldSentence>)Treebank.Read($"{treebanks}/{language}/{bank}"))], [], settings.HashedRows, RulesOf(language));
        SyntaxModel model = SyntaxModel.Read(File.ReadAllBytes(path)) with { Lemmas = corpus.Lemmas };
        File.WriteAllBytes(path, model.ToBytes());
        return Evaluate(language, treebanks);
    }

    /// <summary>Prints sentences of a language's grammar as CoNLL-U, the last column saying where the model that is there sees another tree.</summary>
    public static int Sentences(string language, int count)
    {
        Settings settings = Settings.Load($"models/{language}/training.tsv");
        string path = $"models/{language}/syntax.model";
        Parser? parser = File.Exists(path) ? Parser.Load(File.ReadAllBytes(path), RulesOf(language)) : null;
        if (Maker(language, settings, null) is not { } maker)
            throw new InvalidDataException($"models/{language}/training.tsv names no grammar");
        List<GoldSentence> sentences = [.. Enumerable.Range(0, count).Select(_ => maker.Next())];
        Treebank.Write(Console.Out, sentences, parser is null ? null : Measurement.TreesOf(parser, sentences));
        return 0;
    }

    /// <summary>Prints a treebank's sentences with their own trees, the last column saying where the model that is there sees another one.</summary>
    public static int Differences(string language, string treebank)
    {
        Parser parser = Parser.Load(File.ReadAllBytes($"models/{language}/syntax.model"), RulesOf(language));
        List<GoldSentence> sentences = Treebank.Read(treebank);
        Treebank.Write(Console.Out, sentences, Measurement.TreesOf(parser, sentences));
        return 0;
    }

    /// <summary>
    /// Prints the sentences of a text as CoNLL-U with the trees that the model gives and <see cref="TreeRepairs"/> mends: what an annotator corrects
    /// when a treebank of our own is made.
    /// </summary>
    /// <param name="language">The language's tag.</param>
    /// <param name="file">A text in UTF-8; a blank line parts paragraphs.</param>
    public static int Annotate(string language, string file)
    {
        Language words = KnowledgeBase.Load(KnowledgeSource.FromFolder("data")).Language(language) ?? throw new InvalidDataException($"data/languages/{language} is missing");
        Parser parser = Parser.Load(File.ReadAllBytes($"models/{language}/syntax.model"), words.Writing);
        ParsedDocument parsed = parser.Parse(Measurement.DocumentOf(File.ReadAllText(file)), []);
        Conllu.Write(Console.Out, TreeRepairs.Mend(parsed, new ClauseGrammar(words)));
        return 0;
    }

    public static int Help()
    {
        Console.Error.WriteLine($"""
            usage, from the repository's root:
              train [LANGUAGE [TREEBANKS]]     trains models/LANGUAGE from its training.tsv and measures it
              further EPOCHS                   lets the English model that is there learn on, when the grammar has changed
              lemmas [LANGUAGE [TREEBANKS]]    learns the lemma table alone and sets it in the model
              evaluate [LANGUAGE [TREEBANKS]]  measures the model that is there
              clauses [LANGUAGE [TREEBANKS [FILE...]]]
                                               measures the clauses read from its trees beside those read from the treebanks' own
              sentences [COUNT]                prints sentences of the grammar of agency prose with their trees
              differences FILE                 prints a treebank of English, saying where the model sees other trees
              annotate FILE                    prints a text's sentences as CoNLL-U with mended trees, to correct by hand
              names                            learns to tell names of persons, bodies and places apart
              name-scores                      measures that
              links [TREEBANK]                 measures who is meant against the Entity layer of a treebank of English
              named [LAYER [SHOWN]]            measures names of readings against a layer of them, and prints so many that differ
            LANGUAGE is 'en' and TREEBANKS '{Treebanks}' when left out.
            """);
        return 2;
    }

    public static int Run(string[] args) => args switch
    {
        ["train"] => Train("en", Treebanks),
        ["train", var language] => Train(language, Treebanks),
        ["train", var language, var treebanks] => Train(language, treebanks),
        ["further", var epochs] => Train("en", Treebanks, int.Parse(epochs, CultureInfo.InvariantCulture)),
        ["lemmas"] => Lemmas("en", Treebanks),
        ["lemmas", var language] => Lemmas(language, Treebanks),
        ["lemmas", var language, var treebanks] => Lemmas(language, treebanks),
        ["evaluate"] => Evaluate("en", Treebanks),
        ["evaluate", var language] => Evaluate(language, Treebanks),
        ["evaluate", var language, var treebanks] => Evaluate(language, treebanks),
        ["clauses"] => ClauseMeasure.Run("en", Treebanks),
        ["clauses", var language] => ClauseMeasure.Run(language, Treebanks),
        ["clauses", var language, var treebanks, .. var files] => ClauseMeasure.Run(language, treebanks, files),
        ["sentences"] => Sentences("en", 100),
        ["sentences", var count] => Sentences("en", int.Parse(count, CultureInfo.InvariantCulture)),
        ["differences", var treebank] => Differences("en", treebank),
        ["annotate", var file] => Annotate("en", file),
        ["names"] => NameCommands.Learn("en", Treebanks),
        ["name-scores"] => NameCommands.Measure("en", Treebanks),
        ["links"] => LinkMeasure.Run($"{Treebanks}/en/GUM/test.conllu.gz"),
        ["links", var treebank] => LinkMeasure.Run(treebank),
        ["named"] => NameMeasure.Run($"{Treebanks}/en/UNER-PUD/test.iob2.gz", 0),
        ["named", var layer] => NameMeasure.Run(layer, 0),
        ["named", var layer, var shown] => NameMeasure.Run(layer, int.Parse(shown, CultureInfo.InvariantCulture)),
        _ => Help(),
    };

    private static SyntaxModel ModelOf(string language, Settings settings, Corpus corpus, Learner learner, bool averaged) => new()
    {
        Language = language,
        Shape = settings.Shape,
        Sets = corpus.Sets,
        Vocabulary = corpus.Vocabulary,
        HashedRows = corpus.HashedRows,
        Lemmas = corpus.Lemmas,
        Weights = learner.Weights(averaged),
    };

    /// <summary>What draws the sentences of the language's grammar, or null where the settings name none.</summary>
    /// <param name="corpus">Knows the labels that sentences may bear; null to leave that unchecked.</param>
    private static SentenceMaker? Maker(string language, Settings settings, Corpus? corpus)
    {
        if (settings.Grammar is not { } name)
            return null;
        string path = $"models/{language}/{name}";
        SentenceGrammar grammar = SentenceGrammar.Parse(path, File.ReadAllText(path));
        if (corpus is not null && grammar.StrangeLabel(corpus.Sets) is { } strange)
            throw new InvalidDataException($"{path}: no treebank has '{strange}'");
        var chance = new Chance(settings.Seed + 1);
        return new SentenceMaker(grammar, new NameStock(KnowledgeBase.Load(KnowledgeSource.FromFolder("data")).Entities, chance), chance);
    }

    /// <summary>A treebank of our own stands beside the settings, all others in the folder of treebanks.</summary>
    internal static string PathOf(string language, string treebanks, string name) =>
        File.Exists($"models/{language}/{name}") ? $"models/{language}/{name}" : $"{treebanks}/{language}/{name}";

    private static WritingRules RulesOf(string language) => new Language(language, KnowledgeSource.FromFolder("data")).Writing;
}
