using System.CommandLine;
using Chancery.Model;
using Chancery.Syntax;

namespace Chancery.Cli;

/// <summary><c>chancery parse FILE</c></summary>
internal static class ParseCommand
{
    public static Command Create(Screen screen)
    {
        var file = new Argument<string>("FILE") { Description = "A text file in UTF-8, or - for standard input" };
        var format = new Option<string>("--format") { Description = "text (trees for people) or conllu", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "conllu");
        Option<string> language = SyntaxInput.LanguageOption();
        var command = new Command("parse", """
            Show sentences, words, tags, lemmas and dependency trees of a text.

            Examples:
              chancery parse report.txt
              chancery parse report.txt --format conllu > report.conllu
            """)
        { file, format, language };
        command.SetAction(parsed => Run(screen, parsed.GetRequiredValue(file), parsed.GetRequiredValue(format) == "conllu", parsed.GetRequiredValue(language)));
        return command;
    }

    private static int Run(Screen screen, string file, bool machine, string tag)
    {
        if (SyntaxInput.Read(screen, file) is not { } text)
            return ExitCodes.SomeNotRead;
        Parser parser = Installation.LoadParser(SyntaxInput.LanguageOf(tag));
        var document = new Document
        {
            Id = file,
            Uri = file,
            Text = text,
            Language = tag,
            Body = [new Block(new TextRange(0, text.Length), BlockKind.Paragraph)],
        };
        var problems = new List<Diagnostic>();
        ParsedDocument parsed = parser.Parse(document, problems);
        if (machine)
            Conllu.Write(screen.Text, parsed);
        else
            TreePicture.Write(screen.Text, parsed);
        foreach (Diagnostic problem in problems)
            screen.Complain($"{file}: {problem.Message}");
        return ExitCodes.Done;
    }
}
