using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using Chancery.Coding;
using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Syntax;

namespace Chancery.Benchmarks;

/// <summary>What mentions, coreference and resolution cost beside parsing, and what all that comes behind it costs, in one run on one core: the ratios hold on a busy machine too.</summary>
internal static class MentionsBenchmark
{
    private const int Rounds = 7;

    /// <param name="root">The repository.</param>
    /// <param name="reports">A file of reports, one JSON object a line.</param>
    public static int Run(string root, string reports)
    {
        KnowledgeBase knowledge = KnowledgeBase.Load(KnowledgeSource.FromFolder(Path.Combine(root, "data")));
        Language written = knowledge.Language("en")!;
        var language = new CodingLanguage(written, NameModel.Read(File.ReadAllBytes(Path.Combine(root, "models", "en", "names.model"))));
        Parser parser = Parser.Load(File.ReadAllBytes(Path.Combine(root, "models", "en", "syntax.model")), written.Writing);
        var reader = new Reader(knowledge, FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create("en", new LanguageModel(parser, NameModel.Read(File.ReadAllBytes(Path.Combine(root, "models", "en", "names.model")))))]));
        Document[] documents = [.. File.ReadLines(reports).Select(DocumentOf)];
        (double parsing, double mentioning, double reading) = (double.MaxValue, double.MaxValue, double.MaxValue);
        int tokens = 0;
        int mentions = 0;
        int events = 0;
        for (int round = 0; round < Rounds; round++)
        {
            (tokens, mentions, events) = (0, 0, 0);
            var parsed = new ParsedDocument[documents.Length];
            var clock = Stopwatch.StartNew();
            for (int i = 0; i < documents.Length; i++)
                parsed[i] = parser.Parse(documents[i], []);
            parsing = Math.Min(parsing, clock.Elapsed.TotalSeconds);
            DocumentTree[] trees = [.. parsed.Select(document => new DocumentTree(document))];
            clock.Restart();
            foreach (DocumentTree tree in trees)
            {
                tokens += tree.Count;
                mentions += EntityMentions.Find(tree, knowledge, language, []).Mentions.Length;
            }

            mentioning = Math.Min(mentioning, clock.Elapsed.TotalSeconds);
            clock.Restart();
            foreach (Document document in documents)
                events += reader.Read(document).Events.Length;
            reading = Math.Min(reading, clock.Elapsed.TotalSeconds);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{documents.Length} reports, {tokens} tokens, {mentions} mentions, {events} events: parsing {parsing:F2} s, mentions {mentioning:F2} s, {mentioning / parsing:P0} of parsing, all coding {reading - parsing:F2} s, {(reading - parsing) / parsing:P0} of parsing"));
        return 0;
    }

    private static Document DocumentOf(string line)
    {
        using var report = System.Text.Json.JsonDocument.Parse(line);
        string text = report.RootElement.GetProperty("text").GetString() ?? "";
        return new Document { Id = "", Uri = "", Text = text, Language = "en", Body = [new Model.Block(new TextRange(0, text.Length), BlockKind.Paragraph)] };
    }
}
