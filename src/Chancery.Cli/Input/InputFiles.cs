using System.IO.Enumeration;

namespace Chancery.Cli;

/// <summary>An input that the command line names: a file that can be opened, or a reason why not.</summary>
/// <param name="Name">As the reading shows it.</param>
/// <param name="Open">Opens its bytes; null when there is a <paramref name="Problem"/>.</param>
/// <param name="Problem">Why there is nothing to read, without the name.</param>
public sealed record InputFile(string Name, Func<Stream>? Open, string? Problem);

/// <summary>Turns the words of the command line into files, in a fixed order, without ever holding a folder's listing of a million names.</summary>
public static class InputFiles
{
    private const int Batch = 50_000;

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
        foreach (string file in Sorted(folder, Directory.EnumerateFiles, IsReport))
            yield return file;
        foreach (string inner in Sorted(folder, Directory.EnumerateDirectories, static name => !Path.GetFileName(name).StartsWith('.')))
        {
            foreach (string file in SortedFiles(inner))
                yield return file;
        }
    }

    /// <summary>The entries in order, so many at a time: the folder is listed again for each batch, and memory does not grow with it.</summary>
    private static IEnumerable<string> Sorted(string folder, Func<string, IEnumerable<string>> list, Func<string, bool> fits)
    {
        string? last = null;
        while (true)
        {
            string[] batch = Next(folder, list, fits, last);
            foreach (string path in batch)
                yield return path;
            if (batch.Length < Batch)
                yield break;
            last = batch[^1];
        }
    }

    /// <summary>The first entries behind one, in order; none of a folder that cannot be listed.</summary>
    private static string[] Next(string folder, Func<string, IEnumerable<string>> list, Func<string, bool> fits, string? last)
    {
        // The one furthest behind is on top, to be taken out when a nearer one comes.
        var nearest = new PriorityQueue<string, string>(Comparer<string>.Create(static (left, right) => string.CompareOrdinal(right, left)));
        try
        {
            foreach (string path in list(folder))
            {
                if (last is not null && string.CompareOrdinal(path, last) <= 0 || !fits(path))
                    continue;
                if (nearest.Count < Batch)
                    nearest.Enqueue(path, path);
                else
                    nearest.EnqueueDequeue(path, path);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }

        string[] batch = new string[nearest.Count];
        for (int i = batch.Length - 1; i >= 0; i--)
            batch[i] = nearest.Dequeue();
        return batch;
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
