using System.CommandLine;
using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Syntax;

namespace Chancery.Cli;

/// <summary><c>chancery sentences FILE</c></summary>
internal static class SentencesCommand
{
    public static Command Create(Screen screen)
    {
        var file = new Argument<string>("FILE") { Description = "A text file in UTF-8, or - for standard input" };
        var format = new Option<string>("--format") { Description = "text (a sentence a line) or jsonl (its start and end in UTF-16 code units)", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        Option<string> language = SyntaxInput.LanguageOption();
        var command = new Command("sentences", """
            Divide a text into sentences.

            Examples:
              chancery sentences report.txt
              chancery sentences report.txt --format jsonl
            """)
        { file, format, language };
        command.SetAction(parsed => Run(screen, parsed.GetRequiredValue(file), parsed.GetRequiredValue(format) == "jsonl", parsed.GetRequiredValue(language)));
        return command;
    }

    private static int Run(Screen screen, string file, bool machine, string tag)
    {
        if (SyntaxInput.Read(screen, file) is not { } text)
            return ExitCodes.SomeNotRead;
        Language language = SyntaxInput.LanguageOf(tag);
        foreach (TextRange sentence in new SentenceSplitter(language.Writing).Split(text, new TextRange(0, text.Length)))
        {
            screen.Text.Write(machine
                ? $"{{\"start\":{sentence.Start},\"end\":{sentence.End}}}\n"
                : sentence.Of(text).ReplaceLineEndings(" ") + "\n");
        }

        return ExitCodes.Done;
    }
}
