using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Chancery.Coding;
using Chancery.Extraction;
using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Syntax;

namespace Chancery.Benchmarks;

/// <summary>What dates, quotes and chains cost beside the parsing of the same documents, over a file of JSON lines.</summary>
internal static class SpeechBenchmark
{
    private const int Rounds = 5;

    /// <summary>The aim: together less than a third of parsing.</summary>
    private const double Aim = 1.0 / 3;

    public static int Run(string path)
    {
        string root = Workplace.Root();
        KnowledgeBase knowledge = KnowledgeBase.Load(KnowledgeSource.FromFolder(Path.Combine(root, "data")));
        var language = new CodingLanguage(knowledge.Language("en")!);
        Parser parser = Parser.Load(File.ReadAllBytes(Path.Combine(root, "models", "en", "syntax.model")), language.Language.Writing);
        Document[] documents = [.. File.ReadLines(path).Select(line => DocumentOf(line, knowledge)).Where(document => document.Body.Length > 0)];
        double[] best = [double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue];
        int tokens = 0;
        for (int round = 0; round < Rounds; round++)
        {
            var spent = new TimeSpan[best.Length];
            tokens = 0;
            foreach (Document document in documents)
                tokens += Read(document, parser, knowledge, language, spent);
            for (int i = 0; i < best.Length; i++)
                best[i] = Math.Min(best[i], spent[i].TotalMilliseconds);
        }

        double ratio = (best[1] + best[2] + best[3]) / best[0];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{documents.Length} documents, {tokens} tokens: parsing {best[0]:0} ms, dates {best[1]:0} ms, quotes {best[2]:0} ms, chains of all clauses {best[3]:0} ms; together {ratio:0.00} of parsing"));
        return ratio <= Aim ? 0 : 1;
    }

    private static int Read(Document document, Parser parser, KnowledgeBase knowledge, CodingLanguage language, TimeSpan[] spent)
    {
        var watch = Stopwatch.StartNew();
        ParsedDocument parsed = parser.Parse(document, []);
        spent[0] += watch.Elapsed;
        var tree = new DocumentTree(parsed);
        ClauseSet clauses = Clauses.Find(tree, knowledge.EventRules, language.Grammar);
        MentionIndex mentions = EntityMentions.Find(tree, knowledge, language, []);
        watch.Restart();
        Dates.Find(parsed, [], language.Language, []);
        spent[1] += watch.Elapsed;
        watch.Restart();
        ImmutableArray<Quote> quotes = Quotes.Find(tree, mentions, language.Language, knowledge.Outlets, []);
        spent[2] += watch.Elapsed;
        watch.Restart();
        var chains = new SourceChains(tree, clauses, mentions, quotes, language.Speech, language.Grammar);
        for (int i = 0; i < clauses.All.Length; i++)
            chains.Build(i, null, document.Outlet, true);
        spent[3] += watch.Elapsed;
        return parsed.Tokens.Length;
    }

    private static Document DocumentOf(string line, KnowledgeBase knowledge)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        string text = json.RootElement.GetProperty("text").GetString()!;
        return DocumentReader.Read(new RawDocument { Uri = "", Bytes = System.Text.Encoding.UTF8.GetBytes(text) }, knowledge, []);
    }
}
