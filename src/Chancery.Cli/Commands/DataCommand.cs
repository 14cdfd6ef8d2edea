using System.CommandLine;
using System.Text;
using Chancery.Knowledge;

namespace Chancery.Cli;

/// <summary><c>chancery data check|format|import</c></summary>
internal static class DataCommand
{
    public static Command Create(Screen screen)
    {
        var command = new Command("data", """
            Check, format and import the files of knowledge: states, persons, bodies, outlets, rules.

            Examples:
              chancery data check
              chancery data format --check
              chancery data import actors.txt agents.txt -o my-actors
            """);
        command.Subcommands.Add(Check(screen));
        command.Subcommands.Add(Format(screen));
        command.Subcommands.Add(Import(screen));
        return command;
    }

    private static Option<string> Folder() =>
        new("--data") { Description = "The folder of knowledge (default: the program's own)", DefaultValueFactory = _ => Path.Combine(Installation.Folder(), "data") };

    private static Command Check(Screen screen)
    {
        Option<string> data = Folder();
        var layers = new Option<string[]>("--knowledge") { Description = "A folder of your own, checked as a layer over the program's" };
        var doubts = new Option<bool>("--doubts") { Description = "Show also what may be right but deserves a look, such as two holders of one office" };
        var command = new Command("check", """
            Validate all files and count what they hold. What is wrong is named with file, line and column.

            Examples:
              chancery data check
              chancery data check --knowledge my-actors --doubts
            """)
        { data, layers, doubts };
        command.SetAction(parsed =>
        {
            DataReport report = DataCheck.Run(
                KnowledgeSource.FromFolder(parsed.GetRequiredValue(data)), [.. (parsed.GetValue(layers) ?? []).Select(KnowledgeSource.FromFolder)]);
            foreach (KnowledgeException problem in report.Problems)
                screen.Complain(problem.Message);
            if (parsed.GetValue(doubts))
            {
                foreach (KnowledgeException doubt in report.Doubts)
                    screen.Text.WriteLine($"to look at: {doubt.Message}");
            }

            foreach ((string kind, int count) in report.Counts)
                screen.Text.WriteLine($"{count,8}  {kind}");
            screen.Text.WriteLine(report.Problems.IsEmpty
                ? $"no problems; {report.Doubts.Length} to look at" + (parsed.GetValue(doubts) ? "" : " with --doubts")
                : $"{report.Problems.Length} problems");
            return report.Problems.IsEmpty ? ExitCodes.Done : ExitCodes.SomeNotRead;
        });
        return command;
    }

    private static Command Format(Screen screen)
    {
        Option<string> data = Folder();
        var check = new Option<bool>("--check") { Description = "Write nothing; name the files that are not in canonical form" };
        var command = new Command("format", """
            Rewrite all files canonically: sorted, padded, accents composed, comments kept.

            Examples:
              chancery data format
              chancery data format --check
              chancery data format --data my-actors
            """)
        { data, check };
        command.SetAction(parsed => RunFormat(screen, parsed.GetRequiredValue(data), parsed.GetValue(check)));
        return command;
    }

    private static int RunFormat(Screen screen, string folder, bool onlyCheck)
    {
        KnowledgeSource own = KnowledgeSource.FromFolder(Path.Combine(Installation.Folder(), "data"));
        KnowledgeSource source = KnowledgeSource.FromFolder(folder);
        var form = new CanonicalForm(new Composition(own));
        int changed = 0;
        bool failed = false;
        foreach (string path in source.Paths)
        {
            string text = source[path]!;
            string canonical;
            try
            {
                canonical = form.Of(path, $"{source.Name}/{path}", text);
            }
            catch (KnowledgeException error)
            {
                screen.Complain(error.Message);
                failed = true;
                continue;
            }

            if (canonical == text)
                continue;
            changed++;
            screen.Text.WriteLine($"{source.Name}/{path}");
            if (onlyCheck)
                continue;
            try
            {
                File.WriteAllText(Path.Combine(folder, path), canonical, new UTF8Encoding(false));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                screen.Complain($"{source.Name}/{path}: cannot be written: {error.Message}");
                failed = true;
            }
        }

        screen.Text.WriteLine(onlyCheck ? $"{changed} files are not in canonical form" : $"{changed} files rewritten");
        return failed || onlyCheck && changed > 0 ? ExitCodes.SomeNotRead : ExitCodes.Done;
    }

    private static Command Import(Screen screen)
    {
        var files = new Argument<string[]>("FILE") { Description = "Actor and agent dictionaries of PETRARCH, TABARI or Phoenix", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("-o", "--output") { Description = "The folder of the new layer", Required = true };
        Option<string> data = Folder();
        var refused = new Option<bool>("--refused") { Description = "Show every line that was refused, with why" };
        var command = new Command("import", """
            Turn CAMEO dictionaries of the older coders into a layer for 'read --knowledge'. Codes and date ranges are honoured.

            Examples:
              chancery data import Phoenix.Countries.actors.txt Phoenix.agents.txt -o phoenix
              chancery read reports --knowledge phoenix
            """)
        { files, output, refused, data };
        command.SetAction(parsed => RunImport(screen, parsed.GetRequiredValue(files), parsed.GetRequiredValue(output), parsed.GetValue(refused), parsed.GetRequiredValue(data)));
        return command;
    }

    private static int RunImport(Screen screen, string[] files, string folder, bool showRefused, string data)
    {
        KnowledgeSource own = KnowledgeSource.FromFolder(data);
        var import = new DictionaryImport(own, KnowledgeBase.Load(own));
        bool failed = false;
        foreach (string file in files)
        {
            try
            {
                import.Add(Path.GetFileName(file), File.ReadAllText(file));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                screen.Complain($"{file}: cannot be read: {error.Message}");
                failed = true;
            }
        }

        ImportResult result = import.Finish();
        if (showRefused)
        {
            foreach (KnowledgeException line in result.Refused)
                screen.Text.WriteLine(line.Message);
        }

        foreach ((string what, int count) in result.Counts)
            screen.Text.WriteLine($"{count,8}  {what}");
        try
        {
            foreach ((string path, string text) in result.Files)
            {
                string target = Path.Combine(folder, path);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllText(target, text, new UTF8Encoding(false));
                screen.Text.WriteLine($"wrote {target}");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            screen.Complain($"{folder}: cannot be written: {error.Message}");
            failed = true;
        }

        return failed ? ExitCodes.SomeNotRead : ExitCodes.Done;
    }
}
