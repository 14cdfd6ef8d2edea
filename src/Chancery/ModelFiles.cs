using System.Collections.Frozen;
using Chancery.Coding;
using Chancery.Knowledge;
using Chancery.Syntax;

namespace Chancery;

/// <summary>What was learned of one language.</summary>
/// <param name="Parser">Sentences, words and trees.</param>
/// <param name="Names">Kinds of unknown names, or null.</param>
public sealed record LanguageModel(Parser Parser, NameModel? Names);

/// <summary>The language models of a folder: <c>models/TAG/syntax.model</c>, and <c>names.model</c> beside it.</summary>
public static class ModelFiles
{
    /// <param name="folder">The folder <c>models</c>.</param>
    /// <param name="knowledge">Gives each language its rules of writing; a language without data files is passed over.</param>
    /// <exception cref="KnowledgeException">A model is missing or damaged.</exception>
    public static FrozenDictionary<string, LanguageModel> Load(string folder, KnowledgeBase knowledge)
    {
        var models = new Dictionary<string, LanguageModel>(StringComparer.Ordinal);
        foreach (string path in Directory.Exists(folder) ? Directory.GetFiles(folder, "syntax.model", SearchOption.AllDirectories) : [])
        {
            string tag = Path.GetFileName(Path.GetDirectoryName(path)!);
            if (knowledge.Language(tag) is not { } language)
                continue;
            try
            {
                string names = Path.Combine(Path.GetDirectoryName(path)!, "names.model");
                models.Add(tag, new LanguageModel(
                    Parser.Load(File.ReadAllBytes(path), language.Writing),
                    File.Exists(names) ? NameModel.Read(File.ReadAllBytes(names)) : null));
            }
            catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                throw new KnowledgeException($"{path}: {error.Message}", error);
            }
        }

        if (models.Count == 0)
            throw new KnowledgeException($"{folder}: there is no language model; the program needs its models beside its data");
        return models.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
