using System.IO.Enumeration;

namespace Chancery.Cli;

/// <summary>An input that the command line names: a file that can be opened, or a reason why not.</summary>
/// <param name="Name">As the reading shows it.</param>
/// <param name="Open">Opens its bytes; null when there is a <paramref name="Problem"/>.</param>
/// <param name="Problem">Why there is nothing to read, without the name.</param>
public sealed record InputFile(string Name, Func<Stream>? Open, string? Problem);

/// <summary>Turns the words of the command line into files, in a fixed order, without holding a folder's listing of a million names longer than need be.</summary>
public static class InputFiles
{
    private static readonly string[] Endings =
        [".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".jsonl", ".ndjson", ".xml", ".rss", ".atom", ".warc", ".warc.gz", ".zip"];

    /// <param name="inputs">Files, folders, globs, or <c>-</c> for standard input.</param>
    /// <param name="standardInput">What <c>-</c> reads.</param>
    public static IEnumerable<InputFile> Find(IEnumerable<string> inputs, Func<Stream> standardInput)
    {
        foreach (string input in inputs)
        {
            if (input == "-")
            {
                yield return new InputFile("-", standardInput, null);
            }
            else if (File.Exists(input))
            {
                yield return OfFile(input);
            }
            else if (Directory.Exists(input))
            {
                foreach (InputFile file in Below(input))
                    yield return file;
            }
            else if (input.StartsWith('-'))
            {
                throw new UsageException($"'{input}' is neither an option of this command nor a file; see --help");
            }
            else if (input.AsSpan().ContainsAny('*', '?'))
            {
                foreach (InputFile file in Matching(input))
                    yield return file;
            }
            else
            {
                yield return new InputFile(input, null, "no such file or folder");
            }
        }
    }

    private static InputFile OfFile(string path) =>
        new(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan), null);

    private static IEnumerable<InputFile> Below(string folder)
    {
        bool any = false;
        foreach (string path in SortedFiles(folder))
        {
            any = true;
            yield return OfFile(path);
        }

        if (!any)
            yield return new InputFile(folder, null, "the folder holds no report (.txt, .html, .jsonl, .xml, .warc.gz, .zip)");
    }

    private static IEnumerable<string> SortedFiles(string folder)
    {
        string[] files;
        string[] folders;
        try
        {
            files = [.. Directory.EnumerateFiles(folder).Where(IsReport)];
            folders = [.. Directory.EnumerateDirectories(folder).Where(name => !Path.GetFileName(name).StartsWith('.'))];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            yield break;
        }

        Array.Sort(files, StringComparer.Ordinal);
        Array.Sort(folders, StringComparer.Ordinal);
        foreach (string file in files)
            yield return file;
        foreach (string inner in folders)
        {
            foreach (string file in SortedFiles(inner))
                yield return file;
        }
    }

    private static bool IsReport(string path)
    {
        string name = Path.GetFileName(path);
        return !name.StartsWith('.') && Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<InputFile> Matching(string glob)
    {
        string folder = Path.GetDirectoryName(glob) is { Length: > 0 } directory ? directory : ".";
        string pattern = Path.GetFileName(glob);
        string[] files = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Where(path => FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(path), ignoreCase: false))]
            : [];
        Array.Sort(files, StringComparer.Ordinal);
        if (files.Length == 0)
            yield return new InputFile(glob, null, "no file has such a name");
        foreach (string file in files)
            yield return OfFile(folder == "." && !glob.StartsWith("./", StringComparison.Ordinal) ? Path.GetFileName(file) : file);
    }
}
