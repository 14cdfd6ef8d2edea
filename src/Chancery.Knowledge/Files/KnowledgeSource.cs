using System.Security.Cryptography;
using System.Text;

namespace Chancery.Knowledge;

/// <summary>The text of all data files by their path inside the folder, with '/' between parts. What loads knowledge reads from this, never from the disk.</summary>
public sealed class KnowledgeSource
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly string[] paths;

    public KnowledgeSource(string name, IEnumerable<KeyValuePair<string, string>> files)
    {
        Name = name;
        foreach ((string path, string text) in files)
            texts[path] = text;
        paths = [.. texts.Keys];
        Array.Sort(paths, StringComparer.Ordinal);
    }

    /// <summary>What errors call the folder: <c>data</c>, or the folder of a user layer.</summary>
    public string Name { get; }

    /// <summary>In ordinal order.</summary>
    public IReadOnlyList<string> Paths => paths;

    /// <summary>The text of a file, or null when the folder has none.</summary>
    public string? this[string path] => texts.GetValueOrDefault(path);

    /// <summary>Files below a folder with an ending, in ordinal order of their paths: name for errors, and text.</summary>
    public IEnumerable<(string File, string Text)> Below(string folder, string ending)
    {
        foreach (string path in paths)
        {
            if (path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(ending, StringComparison.Ordinal))
                yield return ($"{Name}/{path}", texts[path]);
        }
    }

    /// <summary>The first 16 hex digits of the SHA-256 over all paths and texts.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string path in paths)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData([0]);
            hash.AppendData(Encoding.UTF8.GetBytes(texts[path]));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    /// <summary>Reads all data files of a folder on disk.</summary>
    /// <exception cref="KnowledgeException">The folder is not there or a file cannot be read.</exception>
    public static KnowledgeSource FromFolder(string folder)
    {
        FileInfo[] files = FilesOf(folder);
        try
        {
            int root = Path.GetFullPath(folder).TrimEnd('/', '\\').Length + 1;
            return new KnowledgeSource(
                folder.TrimEnd('/', '\\'),
                files.Select(file => KeyValuePair.Create(file.FullName[root..].Replace('\\', '/'), File.ReadAllText(file.FullName, Encoding.UTF8))));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KnowledgeException($"{folder}: {error.Message}", error);
        }
    }

    /// <summary>The data files of a folder on disk, ordered by their paths.</summary>
    /// <exception cref="KnowledgeException">The folder is not there or cannot be listed.</exception>
    internal static FileInfo[] FilesOf(string folder)
    {
        if (!Directory.Exists(folder))
            throw new KnowledgeException($"{folder}: there is no such knowledge folder");
        try
        {
            var files = new List<FileInfo>();
            foreach (FileInfo file in new DirectoryInfo(Path.GetFullPath(folder).TrimEnd('/', '\\')).EnumerateFiles("*", SearchOption.AllDirectories))
            {
                if (Endings.Contains(file.Extension))
                    files.Add(file);
            }

            files.Sort((one, other) => string.CompareOrdinal(one.FullName, other.FullName));
            return [.. files];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KnowledgeException($"{folder}: {error.Message}", error);
        }
    }

    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal) { ".tsv", ".entities", ".outlets", ".rules" };
}
