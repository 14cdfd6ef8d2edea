using Chancery.Knowledge;
using Chancery.Syntax;

namespace Chancery.Cli;

/// <summary>Where the program's own data and models lie.</summary>
internal static class Installation
{
    /// <summary>The folder that holds <c>data</c> and <c>models</c>: the nearest above the program.</summary>
    /// <exception cref="KnowledgeException">There is none.</exception>
    public static string Folder()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, "data", "languages")))
                return folder;
        }

        throw new KnowledgeException($"{AppContext.BaseDirectory}: no folder 'data' here or above; the program needs its data files beside it");
    }

    /// <param name="layers">Folders that the user named with <c>--knowledge</c>.</param>
    public static KnowledgeBase LoadKnowledge(IEnumerable<string> layers) =>
        KnowledgeFiles.Load(Path.Combine(Folder(), "data"), Path.Combine(AppContext.BaseDirectory, "knowledge.image"), [.. layers]);

    /// <exception cref="KnowledgeException">There is no model for the language, or it is damaged.</exception>
    public static Parser LoadParser(Language language)
    {
        string path = Path.Combine(Folder(), "models", language.Tag, "syntax.model");
        try
        {
            return Parser.Load(File.ReadAllBytes(path), language.Writing);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new KnowledgeException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>The whole pipeline over the program's data and models.</summary>
    public static Reader OpenReader(IEnumerable<string> layers) => OpenReader(LoadKnowledge(layers));

    public static Reader OpenReader(KnowledgeBase knowledge) => new(knowledge, ModelFiles.Load(Path.Combine(Folder(), "models"), knowledge));
}
