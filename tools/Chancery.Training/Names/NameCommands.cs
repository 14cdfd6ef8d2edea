using System.Globalization;
using Chancery.Coding;
using Chancery.Knowledge;
using Chancery.Syntax;

namespace Chancery.Training;

/// <summary>Trains and measures the tagger of names.</summary>
internal static class NameCommands
{
    private const int Epochs = 8;
    private const ulong Seed = 11;

    /// <summary>Names of GUM's free genres and of the part of UNER-EWT that may train a model.</summary>
    private static readonly string[] Train = ["GUM/train.conllu.gz", "UNER-EWT/dev.iob2.gz"];

    /// <summary>Sentences without a layer of names, which a first model and the data label.</summary>
    private static readonly string[] Unlabelled = ["EWT/train.conllu.gz"];

    private static readonly string[] Test = ["UNER-EWT/test.iob2.gz", "UNER-PUD/test.iob2.gz"];

    /// <summary>Trains <c>models/LANGUAGE/names.model</c>, and measures it.</summary>
    public static int Learn(string language, string treebanks)
    {
        NameCorpus corpus = Open(language, out _);
        var chance = new Chance(Seed);
        NamedSentence[] sentences = [.. Train.SelectMany(path => NameBank.Read($"{treebanks}/{language}/{path}"))];
        NameModel first = Learn(corpus, sentences, chance);
        NamedSentence[] more = [.. Unlabelled.SelectMany(path => corpus.Label(NameBank.Read($"{treebanks}/{language}/{path}"), first))];
        File.WriteAllBytes($"models/{language}/names.model", Learn(corpus, [.. sentences, .. more], chance).ToBytes());
        return Measure(language, treebanks);
    }

    private static NameModel Learn(NameCorpus corpus, NamedSentence[] sentences, Chance chance)
    {
        NamedSentence[] swapped = [.. corpus.Swap(sentences.Where(sentence => sentence.Names.Count > 0), chance)];
        NameExample[] examples = [.. corpus.Examples(sentences, null), .. corpus.Examples(sentences, chance), .. corpus.Examples(swapped, chance, true)];
        Console.Error.WriteLine($"{sentences.Length} sentences, {sentences.Sum(sentence => sentence.Names.Count)} names");
        var learner = new NameLearner();
        for (int epoch = 1; epoch <= Epochs; epoch++)
        {
            chance.Shuffle(examples);
            int right = examples.Count(learner.Learn);
            Console.Error.WriteLine($"epoch {epoch} of {Epochs}: {right} of {examples.Length} sentences right");
        }

        return learner.Average();
    }

    /// <summary>Prints how many names of the test sets are found with their kind: F1 of exact spans, as CoNLL-2003 counts it.</summary>
    public static int Measure(string language, string treebanks)
    {
        NameCorpus corpus = Open(language, out NameModel? model);
        if (model is null)
            throw new InvalidDataException($"models/{language}/names.model is missing");
        foreach (string path in Test)
        {
            List<NamedSentence> sentences = NameBank.Read($"{treebanks}/{language}/{path}");
            foreach (bool blind in new[] { false, true })
            {
                var counts = new int[3];
                var perKind = new Dictionary<NameKind, int[]>();
                var taken = new SortedDictionary<string, int>(StringComparer.Ordinal);
                foreach ((NamedSentence gold, List<TaggedName> found) in corpus.Tag(sentences, model, blind))
                {
                    var right = gold.Names.Where(name => name.Kind != NameKind.Other).ToHashSet();
                    foreach (GoldName name in right)
                        Count(perKind, name.Kind)[2]++;
                    foreach (GoldName name in gold.Names)
                    {
                        TaggedName[] same = [.. found.Where(other => other.First == name.First && other.Last == name.Last)];
                        TaggedName[] near = [.. found.Where(other => other.First <= name.Last && other.Last >= name.First)];
                        string told = $"{name.Kind} as {(same.Length > 0 ? same[0].Kind.ToString() : near.Length > 0 ? $"cut {near[0].Kind}" : "none")}";
                        taken[told] = taken.GetValueOrDefault(told) + 1;
                    }

                    foreach (TaggedName name in found.Where(other => !gold.Names.Any(name => other.First <= name.Last && other.Last >= name.First)))
                    {
                        string told = $"none as {name.Kind}";
                        taken[told] = taken.GetValueOrDefault(told) + 1;
                    }

                    foreach (TaggedName name in found.Where(name => name.Kind != NameKind.Other))
                    {
                        Count(perKind, name.Kind)[1]++;
                        if (right.Contains(new GoldName(name.First, name.Last, name.Kind)))
                            Count(perKind, name.Kind)[0]++;
                    }
                }

                foreach (int[] kind in perKind.Values)
                {
                    for (int i = 0; i < 3; i++)
                        counts[i] += kind[i];
                }

                Console.WriteLine($"{path}{(blind ? ", names of the data unknown" : "")}: {Line(counts)}; {string.Join("; ", perKind.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {Line(pair.Value)}"))}");
                Console.WriteLine($"  {string.Join(", ", taken.Select(pair => $"{pair.Key} {pair.Value}"))}");
            }
        }

        return 0;
    }

    private static int[] Count(Dictionary<NameKind, int[]> counts, NameKind kind)
    {
        if (!counts.TryGetValue(kind, out int[]? count))
            counts.Add(kind, count = new int[3]);
        return count;
    }

    private static string Line(int[] counts)
    {
        double precision = counts[0] / (double)Math.Max(1, counts[1]);
        double recall = counts[0] / (double)Math.Max(1, counts[2]);
        return string.Create(CultureInfo.InvariantCulture, $"F1 {2 * precision * recall / Math.Max(1e-9, precision + recall):F3} (precision {precision:F3}, recall {recall:F3})");
    }

    private static NameCorpus Open(string language, out NameModel? model)
    {
        KnowledgeBase knowledge = KnowledgeBase.Load(KnowledgeSource.FromFolder("data"));
        Language data = knowledge.Language(language) ?? throw new InvalidDataException($"there are no data for the language '{language}'");
        Parser parser = Parser.Load(File.ReadAllBytes($"models/{language}/syntax.model"), data.Writing);
        string path = $"models/{language}/names.model";
        model = File.Exists(path) ? NameModel.Read(File.ReadAllBytes(path)) : null;
        return new NameCorpus(parser, knowledge, language);
    }
}
