using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace Chancery.Cli;

/// <summary>The commands and how they hang together.</summary>
internal static class CommandLine
{
    public static int Invoke(string[] args, Screen screen)
    {
        Command root = Create(screen);
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                screen.Complain(error.Message);
            screen.Complain($"see '{NameOf(parsed.CommandResult)} --help'");
            return ExitCodes.WrongUsage;
        }

        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = screen.Text };
        int code = parsed.Invoke(configuration);
        screen.Text.Flush();
        return code;
    }

    /// <summary>With the commands that it stands under: <c>chancery correct edit</c>.</summary>
    private static string NameOf(CommandResult command) =>
        command.Parent is CommandResult outer ? $"{NameOf(outer)} {command.Command.Name}" : command.Command.Name;

    /// <summary>A command of our own name: a root command would take the name of the file that runs.</summary>
    public static Command Create(Screen screen)
    {
        var root = new Command("chancery", """
            Reads piles of news reports and records who did or said what to whom, when, on whose word, and whether it happened.

            Examples:
              chancery read samples                          read a folder, print a digest, keep the record in chancery.db
              chancery read a.txt b.html --format jsonl      one JSON object a report, nothing stored
              chancery timeline RUS VEN                      what the record holds on two countries
            """);
        root.Options.Add(new HelpOption { Recursive = true });
        root.Options.Add(new VersionOption());
        root.Subcommands.Add(ReadCommand.Create(screen));
        root.Subcommands.Add(ExplainCommand.Create(screen));
        root.Subcommands.Add(RereadCommand.Create(screen));
        root.Subcommands.Add(ForgetCommand.Create(screen));
        root.Subcommands.Add(ShowCommand.Create(screen));
        root.Subcommands.Add(ExportCommand.Create(screen));
        root.Subcommands.Add(CompareCommand.Create(screen));
        root.Subcommands.Add(CiteCommand.Create(screen));
        root.Subcommands.Add(CorrectCommand.Create(screen));
        root.Subcommands.Add(ActorsCommand.Create(screen));
        foreach (Command command in ListCommands.CreateAll(screen).Concat(ViewCommands.CreateAll(screen)))
            root.Subcommands.Add(command);
        root.Subcommands.Add(ServeCommand.Create(screen));
        root.Subcommands.Add(ParseCommand.Create(screen));
        root.Subcommands.Add(SentencesCommand.Create(screen));
        root.Subcommands.Add(ResolveCommand.Create(screen));
        root.Subcommands.Add(WhoCommand.Create(screen));
        root.Subcommands.Add(DataCommand.Create(screen));
        root.Subcommands.Add(LearnCommand.Create(screen));
        return root;
    }
}
