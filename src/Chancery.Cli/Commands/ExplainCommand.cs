using System.CommandLine;
using Chancery.Coding;
using Chancery.Model;

namespace Chancery.Cli;

/// <summary><c>chancery explain FILE</c></summary>
internal static class ExplainCommand
{
    public static Command Create(Screen screen)
    {
        var input = new Argument<string>("FILE") { Description = "A report, or - for standard input" };
        var tree = new Option<bool>("--tree") { Description = "Show the dependency tree of each sentence too" };
        var command = new Command("explain", """
            Show, sentence by sentence, the mentions, the clauses, which rules matched, and which did not and why.

            Examples:
              chancery explain report.txt
              echo 'Norway thanked Chile.' | chancery explain - --tree
            """)
        { input, tree };
        command.SetAction(parsed => Run(screen, parsed.GetRequiredValue(input), parsed.GetValue(tree)));
        return command;
    }

    private static int Run(Screen screen, string path, bool withTree)
    {
        Reader reader = Installation.OpenReader([]);
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

        if (reader.Explain(new RawDocument { Uri = path, Bytes = bytes }) is not { } explanation)
        {
            screen.Complain($"{path}: in a language that is not read yet");
            return ExitCodes.SomeNotRead;
        }

        foreach (SentenceExplanation sentence in explanation.Sentences)
            Write(screen.Text, explanation.Parsed, sentence, withTree);
        return ExitCodes.Done;
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
            foreach (RuleExplanation rule in clause.Refused)
                text.WriteLine($"    not    {rule.Rule}: {rule.Why}");
        }

        text.WriteLine();
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
