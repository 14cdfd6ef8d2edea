using System.Collections.Frozen;
using Chancery.Knowledge;
using Chancery.Syntax;

namespace Chancery;

/// <summary>The language models of a folder: <c>models/TAG/syntax.model</c>.</summary>
public static class ModelFiles
{
    /// <param name="folder">The folder <c>models</c>.</param>
    /// <param name="knowledge">Gives each language its rules of writing; a language without data files is passed over.</param>
    /// <exception cref="KnowledgeException">A model is missing or damaged.</exception>
    public static FrozenDictionary<string, Parser> Load(string folder, KnowledgeBase knowledge)
    {
        var parsers = new Dictionary<string, Parser>(StringComparer.Ordinal);
        foreach (string path in Directory.Exists(folder) ? Directory.GetFiles(folder, "syntax.model", SearchOption.AllDirectories) : [])
        {
            string tag = Path.GetFileName(Path.GetDirectoryName(path)!);
            if (knowledge.Language(tag) is not { } language)
                continue;
            try
            {
                parsers.Add(tag, Parser.Load(File.ReadAllBytes(path), language.Writing));
            }
            catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                throw new KnowledgeException($"{path}: {error.Message}", error);
            }
        }

        if (parsers.Count == 0)
            throw new KnowledgeException($"{folder}: there is no language model; the program needs its models beside its data");
        return parsers.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
