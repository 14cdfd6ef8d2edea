using Chancery.Knowledge;

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
        KnowledgeBase.Load(
            KnowledgeSource.FromFolder(Path.Combine(Folder(), "data")),
            [.. layers.Select(KnowledgeSource.FromFolder)]);
}
