using System.Diagnostics;
using System.Globalization;
using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Syntax;

namespace Chancery.Benchmarks;

/// <summary>How fast text becomes trees on one core, beside a fixed yardstick: splitting the same text at spaces and hashing its words.</summary>
internal static class ParserBenchmark
{
    private const int Documents = 100;
    private const int Rounds = 5;
    private const int YardstickRepeats = 20;

    public static int Run()
    {
        string root = Workplace.Root();
        byte[] model = File.ReadAllBytes(Path.Combine(root, "models", "en", "syntax.model"));
        var language = new Language("en", KnowledgeSource.FromFolder(Path.Combine(root, "data")));
        WritingRules rules = language.Writing;
        Parser.Load(model, rules);
        var clock = Stopwatch.StartNew();
        Parser parser = Parser.Load(model, rules);
        double loading = clock.Elapsed.TotalMilliseconds;
        Document[] documents = [.. Enumerable.Range(0, Documents).Select(i => DocumentOf(i))];
        int words = Parse(parser, documents);
        Yardstick(documents);

        double parsing = double.MaxValue, yardstick = double.MaxValue;
        long allocated = 0;
        for (int round = 0; round < Rounds; round++)
        {
            clock.Restart();
            Yardstick(documents);
            yardstick = Math.Min(yardstick, clock.Elapsed.TotalSeconds / YardstickRepeats);
            long before = GC.GetAllocatedBytesForCurrentThread();
            clock.Restart();
            Parse(parser, documents);
            parsing = Math.Min(parsing, clock.Elapsed.TotalSeconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        clock.Restart();
        Parallel.ForEach(documents, document => parser.Parse(document, []));
        double parallel = clock.Elapsed.TotalSeconds;
        Write($"model {model.Length / 1e6:F1} MB, loaded in {loading:F0} ms");
        Write($"{words} tokens: {words / parsing:F0} a second on one core, {words / parallel:F0} on {Environment.ProcessorCount}");
        Write($"{parsing / yardstick:F0} times the yardstick, which passes {words / yardstick / 1e6:F1} million tokens a second");
        Write($"{(double)allocated / words:F0} bytes allocated a token, of which {System.Runtime.CompilerServices.Unsafe.SizeOf<Token>()} are its result");
        return 0;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static int Parse(Parser parser, Document[] documents)
    {
        int words = 0;
        foreach (Document document in documents)
            words += parser.Parse(document, []).Tokens.Length;
        return words;
    }

    private static int Yardstick(Document[] documents)
    {
        int hash = 0;
        for (int repeat = 0; repeat < YardstickRepeats; repeat++)
        {
            foreach (Document document in documents)
            {
                foreach (Range word in document.Text.AsSpan().Split(' '))
                    hash ^= string.GetHashCode(document.Text.AsSpan()[word], StringComparison.Ordinal);
            }
        }

        return hash;
    }

    /// <summary>A report of some thirty sentences, in another order for each number.</summary>
    private static Document DocumentOf(int number)
    {
        string[] sentences = Prose.Split('\n');
        string text = string.Join('\n', Enumerable.Range(0, sentences.Length).Select(i => sentences[(i * 7 + number) % sentences.Length]));
        return new Document
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            Uri = "",
            Text = text,
            Language = "en",
            Body = [new Model.Block(new TextRange(0, text.Length), BlockKind.Paragraph)],
        };
    }

    private const string Prose = """
        The foreign ministers of Ghana and Benin signed a fisheries agreement in Cotonou on Monday, ending two years of talks.
        "We have waited a long time for this day," said Kofi Mensah, who led the delegation from Accra.
        Opposition lawmakers in Asuncion walked out of the chamber after the speaker refused to put the budget to a vote.
        Police fired tear gas at dairy farmers who had blocked the main road to Montevideo with tractors and milk tanks.
        The island's prime minister denied that she had promised the company an exemption from the new harbour tax.
        According to the coast guard, three boats carrying 112 people were towed to safety before the storm arrived.
        Finland's defence minister will travel to Tallinn next week to discuss joint exercises in the Baltic Sea.
        The court in Windhoek ordered the former mayor to repay 2.4 million dollars that had been meant for a clinic.
        Two soldiers were wounded when their patrol came under fire near the village, the army said in a statement.
        Mongolia and Kazakhstan agreed to open a third border crossing and to lower duties on wool, cashmere and leather.
        He accused the union of planning the strike in secret and warned that workers who joined it would be dismissed.
        The teachers' union rejected the offer, calling it an insult to people who have not had a raise since 2009.
        Aid agencies began to distribute blankets, tents and drinking water to families who lost their homes in the flood.
        Neither side has confirmed the report, which was first published by a newspaper in Port Louis.
        A spokesman for the central bank said that interest rates would stay where they are until inflation falls below 4%.
        The rebels released eleven truck drivers whom they had held since March, a local priest who had mediated said.
        Iceland expelled two diplomats and recalled its ambassador for consultations over the arrest of a journalist.
        Voters in the northern province will decide on Sunday whether the old constitution should be restored.
        The president, a former surgeon, has not been seen in public since he returned from a hospital in Lisbon.
        Engineers inspected the dam after cracks appeared in its eastern wall, but they found no reason to lower the lake.
        Under the plan, Botswana would sell surplus electricity to Zambia, which lost half of its supply in the drought.
        Students marched through Dhaka to demand the resignation of the education minister, whom they blame for the leak.
        The two governments urged fishermen to keep out of the disputed waters until a joint commission has drawn a line.
        It was not clear who had ordered the raid, in which documents and computers were taken from the party's office.
        The mayor of Cebu thanked the Japanese engineers for repairing the bridge ahead of the typhoon season.
        A trade mission from Uruguay, headed by the deputy minister of agriculture, arrived in Hanoi late on Thursday.
        Doctors at the military hospital say that the general is recovering and could be discharged by the weekend.
        The committee postponed its decision on the dam because several members had not read the engineers' report.
        Lithuania offered to host the talks, and both delegations said that they would study the invitation.
        In a letter to the council, the governor asked for more time to settle the dispute with the miners.
        """;
}
