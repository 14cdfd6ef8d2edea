using System.Globalization;
using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Syntax;

namespace Chancery.Fuzz;

/// <summary>Parses mutated sentences: none may throw, lose a character, or give anything but a tree.</summary>
internal static class SyntaxFuzz
{
    private const int PerDocument = 50;

    private static readonly string[] Seeds =
    [
        "The foreign minister of Malawi arrived in Lusaka on Monday, Feb. 17, for talks with Gen. Banda.",
        "\"We don't want war,\" she said; \"but we won't be bullied.\"",
        "POLICE ARREST 12 AFTER RIOT IN PORT CITY",
        "Senate Rejects Treaty With Island Neighbors, 52-48",
        "SUVA, May 5 (Agency) -- The U.S. Embassy was closed at 6 a.m. Staff had left.",
        "• The mine • The road 1) The dam 2) The port",
        "Oil rose 3.4% to $71.25 a barrel (its highest since 2014), traders said.See www.example.org or mail a@b.org.",
        "El ministro dijo: «no habrá acuerdo» — 会议在周一举行。قال الوزير.",
    ];

    private static readonly string[] Inserts =
    [
        " ", "\n", "\n\n", "\t", "\u00a0", "\u2003", "\u3000", "\u200b", "\u2028", "\0", "\ud83d", "\ude00", "\ud83d\ude00", "\u0301", "\ufeff",
        ".", "...", "…", "?!", "\"", "“", "’", "'s", "n't", "(", ")", "-", "--", "/", "@", "http://", "1,000", "%", "$", "•", "a)", "I.", "U.S.", "会", "ש",
    ];

    /// <summary>Parses so many mutated sentences from a seed of chance; returns how many broke a rule, each told on standard error.</summary>
    public static int Run(string root, int count, int seed)
    {
        var language = new Language("en", KnowledgeSource.FromFolder(Path.Combine(root, "data")));
        Parser parser = Parser.Load(File.ReadAllBytes(Path.Combine(root, "models", "en", "syntax.model")), language.Writing);
        var random = new Random(seed);
        int broken = 0;
        for (int done = 0; done < count; done += PerDocument)
        {
            string text = string.Join('\n', Enumerable.Range(0, PerDocument).Select(_ => Mutated(random)));
            try
            {
                if (Fault(parser.Parse(DocumentOf(text), [])) is { } fault)
                    Report(ref broken, text, fault);
            }
#pragma warning disable CA1031 // Whatever is thrown is what is looked for.
            catch (Exception error)
#pragma warning restore CA1031
            {
                Report(ref broken, text, error.ToString());
            }

            if (done % 100_000 == 0)
                Console.Error.WriteLine($"{done.ToString(CultureInfo.InvariantCulture)} sentences, {broken.ToString(CultureInfo.InvariantCulture)} broken");
        }

        Console.WriteLine($"{count.ToString(CultureInfo.InvariantCulture)} mutated sentences, {broken.ToString(CultureInfo.InvariantCulture)} broken");
        return broken;
    }

    private static void Report(ref int broken, string text, string fault)
    {
        broken++;
        Console.Error.WriteLine(fault);
        Console.Error.WriteLine(string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:x4}")));
    }

    private static string Mutated(Random random)
    {
        string text = Seeds[random.Next(Seeds.Length)];
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            int at = random.Next(text.Length + 1);
            int length = Math.Min(random.Next(1, 12), text.Length - at);
            text = random.Next(6) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Inserts[random.Next(Inserts.Length)]),
                2 => text.Insert(at, text.Substring(at, length)),
                3 => text.Insert(at, ((char)random.Next(0x10000)).ToString()),
                4 => string.Concat(text.AsSpan(at), text.AsSpan(0, at)),
                _ => random.Next(2) == 0 ? text.ToUpperInvariant() : text.ToLowerInvariant(),
            };
        }

        return text;
    }

    /// <summary>What is wrong with a parse, or null.</summary>
    private static string? Fault(ParsedDocument parsed)
    {
        int covered = 0;
        foreach (Sentence sentence in parsed.Sentences)
        {
            int roots = 0;
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                Token token = parsed.Tokens[i];
                if (token.Range.Start < covered || token.Range.IsEmpty)
                    return "ranges overlap or are empty";
                for (; covered < token.Range.Start; covered++)
                {
                    if (char.IsLetterOrDigit(parsed.Text[covered]))
                        return $"character {covered} lies in no token";
                }

                covered = token.Range.End;
                roots += token.Head < 0 ? 1 : 0;
                if (token.Head >= 0 && (token.Head < sentence.FirstToken || token.Head >= sentence.EndToken))
                    return "a head outside the sentence";
                int steps = 0;
                for (int head = token.Head; head >= 0; head = parsed.Tokens[head].Head)
                {
                    if (++steps > sentence.TokenCount)
                        return "heads form a cycle";
                }
            }

            if (roots != 1)
                return $"{roots} roots";
        }

        return null;
    }

    private static Document DocumentOf(string text) => new()
    {
        Id = "fuzz",
        Uri = "",
        Text = text,
        Language = "en",
        Body = [new Model.Block(new TextRange(0, text.Length), BlockKind.Paragraph)],
    };
}
