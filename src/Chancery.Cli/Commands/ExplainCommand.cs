using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Chancery.Coding;
using Chancery.Model;

namespace Chancery.Cli;

/// <summary><c>chancery explain FILE</c></summary>
internal static class ExplainCommand
{
    private const int LongestReason = 120;

    public static Command Create(Screen screen)
    {
        var input = new Argument<string>("FILE[:RECORD]") { Description = "A report, or - for standard input; with one of its events, by number or id, or a quote such as q2, only the sentences that this rests on" };
        var tree = new Option<bool>("--tree") { Description = "Show the dependency tree of each sentence too" };
        var command = new Command("explain", """
            Show, sentence by sentence, the mentions, the clauses, which rules matched, and which did not and why.

            Examples:
              chancery explain report.txt
              chancery explain report.txt:3
              echo 'Norway thanked Chile.' | chancery explain - --tree
            """)
        { input, tree };
        command.SetAction(parsed => Run(screen, parsed.GetRequiredValue(input), parsed.GetValue(tree)));
        return command;
    }

    private static int Run(Screen screen, string path, bool withTree)
    {
        Reader reader = Installation.OpenReader([]);
        (path, string record) = Parted(path);
        byte[] bytes;
        try
        {
            using Stream stream = path == "-" ? screen.Input : File.OpenRead(path);
            var buffer = new MemoryStream();
            stream.CopyTo(buffer);
            bytes = buffer.ToArray();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: {error.Message}");
        }

        var raw = new RawDocument { Uri = path, Bytes = bytes };
        if (reader.Explain(raw) is not { } explanation)
        {
            screen.Complain($"{path}: in a language that is not read yet");
            return ExitCodes.SomeNotRead;
        }

        ImmutableArray<TextRange> asked = record.Length == 0 ? [] : RangesOf(reader.Read(raw), record, path);
        foreach (SentenceExplanation sentence in explanation.Sentences.Where(sentence => asked.IsEmpty || asked.Any(range => range.Overlaps(sentence.Sentence.Range))))
            Write(screen.Text, explanation.Parsed, sentence, withTree);
        return ExitCodes.Done;
    }

    /// <summary>"report.txt:3" in file and record; a file that bears the whole name is meant by it.</summary>
    private static (string Path, string Record) Parted(string path)
    {
        int colon = path.LastIndexOf(':');
        return colon <= 0 || colon == path.Length - 1 || path.IndexOfAny(['/', '\\'], colon) >= 0 || File.Exists(path) ? (path, "") : (path[..colon], path[(colon + 1)..]);
    }

    private static ImmutableArray<TextRange> RangesOf(Reading reading, string record, string path)
    {
        EventMention? found = int.TryParse(record, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? reading.Events.ElementAtOrDefault(number - 1)
            : reading.Events.FirstOrDefault(act => act.Id == record);
        if (found is not null)
            return [found.Evidence.Range, .. found.AlsoEvidence];
        if (reading.Quotes.FirstOrDefault(quote => quote.Id == record) is { } said)
            return [said.Content];
        string known = reading.Events.Length + reading.Quotes.Length == 0 ? "it has none" : $"it has events {Span("", reading.Events.Length)} and quotes {Span("q", reading.Quotes.Length)}";
        throw new UsageException($"{path}: no record '{record}'; {known}");

        static string Span(string letter, int count) => count == 0 ? "none" : count == 1 ? letter + "1" : $"{letter}1 to {letter}{count}";
    }

    private static void Write(TextWriter text, ParsedDocument parsed, SentenceExplanation sentence, bool withTree)
    {
        text.WriteLine(sentence.Sentence.Range.Of(parsed.Text).ReplaceLineEndings(" "));
        if (withTree)
        {
            foreach (Token token in parsed.TokensOf(sentence.Sentence))
                text.WriteLine($"    {token.FormIn(parsed.Text),-18} {token.Pos,-6} {token.Lemma,-16} {token.RelationLabel,-12} {(token.Head < 0 ? "" : parsed.Tokens[token.Head].Range.Of(parsed.Text))}");
        }

        foreach ((EntityMention mention, Entity entity) in sentence.Mentions)
            text.WriteLine($"  mention  {mention.Range.Of(parsed.Text).ReplaceLineEndings(" ")}  = {entity.Name} ({entity.Kind.ToString().ToLowerInvariant()} {entity.Country} {string.Join(',', entity.Sectors.Select(sector => sector.Code()))})  {mention.Kind.ToString().ToLowerInvariant()}, {mention.Rule}");
        foreach (ClauseExplanation clause in sentence.Clauses)
        {
            text.WriteLine($"  clause   {Describe(clause.Clause)}: {string.Join(", ", clause.Arguments.Select(argument => $"{argument.Role}={argument.Word}"))}");
            foreach (RuleExplanation rule in clause.Matched)
                text.WriteLine($"    {(ReferenceEquals(rule, clause.Matched[0]) ? "reads" : "loses")}  {rule.Rule} ({rule.Weight}): {string.Join(" + ", rule.Actors)} -> {string.Join(" + ", rule.Recipients)}");
            if (clause.Record > 0)
                text.WriteLine($"    gives  record {clause.Record}");
            else if (clause.LeftOut is { } why)
                text.WriteLine($"    gives  no record: {why}");

            // A rule is refused once for each of its phrases, and most of them for the same reason.
            foreach ((string rule, string why) in clause.Refused.Select(rule => (rule.Rule, rule.Why)).Distinct())
                text.WriteLine($"    not    {rule}: {Shortened(why)}");
        }

        text.WriteLine();
    }

    /// <summary>A reason that lists dozens of words, cut where a reader has seen enough of them.</summary>
    private static string Shortened(string why)
    {
        if (why.Length <= LongestReason)
            return why;
        int bar = why.LastIndexOf(" | ", LongestReason, StringComparison.Ordinal);
        int end = why.LastIndexOf('\'');
        return bar < 0 || end < 0 ? why : $"{why[..bar]} | …{why[end..]}";
    }

    private static string Describe(Clause clause)
    {
        var parts = new List<string> { clause.Lemma + (clause.Particle is null ? "" : " " + clause.Particle), clause.Kind.ToString().ToLowerInvariant(), clause.Link.ToString().ToLowerInvariant() };
        if (clause.Tense != Tense.None)
            parts.Add(clause.Tense.ToString().ToLowerInvariant());
        if (clause.IsPassive)
            parts.Add("passive");
        if (clause.IsPerfect)
            parts.Add("perfect");
        if (clause.IsProgressive)
            parts.Add("progressive");
        if (clause.Modal is not null)
            parts.Add(clause.Modal);
        if (clause.IsNegated)
            parts.Add("negated");
        if (clause.Marker is not null)
            parts.Add($"'{clause.Marker}'");
        return string.Join(' ', parts);
    }
}
