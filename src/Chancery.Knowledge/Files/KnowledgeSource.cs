using System.Security.Cryptography;
using System.Text;

namespace Chancery.Knowledge;

/// <summary>The text of all data files by their path inside the folder, with '/' between parts. What loads knowledge reads from this, never from the disk.</summary>
public sealed class KnowledgeSource
{
    private readonly SortedDictionary<string, string> texts;

    public KnowledgeSource(string name, IEnumerable<KeyValuePair<string, string>> files)
    {
        Name = name;
        texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string path, string text) in files)
            texts[path] = text;
    }

    /// <summary>What errors call the folder: <c>data</c>, or the folder of a user layer.</summary>
    public string Name { get; }

    public IEnumerable<string> Paths => texts.Keys;

    /// <summary>The text of a file, or null when the folder has none.</summary>
    public string? this[string path] => texts.GetValueOrDefault(path);

    /// <summary>Files below a folder with an ending, in ordinal order of their paths: name for errors, and text.</summary>
    public IEnumerable<(string File, string Text)> Below(string folder, string ending)
    {
        foreach ((string path, string text) in texts)
        {
            if (path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(ending, StringComparison.Ordinal))
                yield return ($"{Name}/{path}", text);
        }
    }

    /// <summary>The first 16 hex digits of the SHA-256 over all paths and texts.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string path, string text) in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData([0]);
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    /// <summary>Reads all data files of a folder on disk.</summary>
    /// <exception cref="KnowledgeException">The folder is not there or a file cannot be read.</exception>
    public static KnowledgeSource FromFolder(string folder)
    {
        if (!Directory.Exists(folder))
            throw new KnowledgeException($"{folder}: there is no such knowledge folder");
        try
        {
            string root = Path.GetFullPath(folder);
            return new KnowledgeSource(
                folder.TrimEnd('/', '\\'),
                Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                    .Where(file => Endings.Contains(Path.GetExtension(file)))
                    .Select(file => KeyValuePair.Create(
                        Path.GetRelativePath(root, file).Replace('\\', '/'),
                        File.ReadAllText(file, Encoding.UTF8))));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KnowledgeException($"{folder}: {error.Message}", error);
        }
    }

    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal) { ".tsv", ".entities", ".outlets", ".rules" };
}
