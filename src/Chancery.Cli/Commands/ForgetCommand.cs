using System.Collections.Immutable;
using System.CommandLine;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary><c>chancery forget REPORT</c></summary>
internal static class ForgetCommand
{
    public static Command Create(Screen screen)
    {
        var report = new Argument<string>("REPORT") { Description = "Its id, the start of its id, or its address" };
        Option<string> path = StoreOption.Create();
        var command = new Command("forget", """
            Remove a report and all that it gave: its text, its records, its addresses, and corrections of them.

            Examples:
              chancery forget samples/embargo.txt
              chancery forget sha256:5f3a77
            """)
        { report, path };
        command.SetAction(parsed => Run(screen, parsed.GetRequiredValue(report), parsed.GetRequiredValue(path)));
        return command;
    }

    private static int Run(Screen screen, string name, string path)
    {
        using RecordStore store = StoreOption.Open(path, StoreAccess.Write);
        ImmutableArray<DocumentName> found = store.FindReports(name);
        if (found.IsEmpty)
            throw new UsageException($"there is no report '{name}' in {path}");

        // Several versions of one address go together; a prefix that fits several reports does not say which.
        if (found.Length > 1 && found.Any(report => report.Uri != name && report.Id != name))
            throw new UsageException($"'{name}' fits {found.Length} reports: {string.Join(", ", found.Select(report => report.Id))}");
        store.Forget([.. found.Select(report => report.Key)]);
        foreach (DocumentName report in found)
            screen.Text.WriteLine($"forgotten: {report.Id} ({report.Uri})");
        return ExitCodes.Done;
    }
}
