using System.CommandLine;
using System.Text;
using Chancery.Knowledge;

namespace Chancery.Cli;

/// <summary>What the commands that show the language engine alone read: a plain text, and the language it is in.</summary>
internal static class SyntaxInput
{
    public static Option<string> LanguageOption() =>
        new("--language") { Description = "Language of the text, as the folders under data/languages are called", DefaultValueFactory = _ => "en" };

    /// <summary>The text of a file as it stands; null, with a complaint, when it cannot be read.</summary>
    public static string? Read(Screen screen, string file)
    {
        try
        {
            using Stream stream = file == "-" ? screen.Input : File.OpenRead(file);
            using var reader = new StreamReader(stream, new UTF8Encoding(false));
            return reader.ReadToEnd();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            screen.Complain($"{file}: cannot be read: {error.Message}");
            return null;
        }
    }

    /// <summary>The language's own files alone: nothing else of the knowledge is read.</summary>
    /// <exception cref="KnowledgeException">There are no files for it, or one breaks its format.</exception>
    public static Language LanguageOf(string tag)
    {
        string folder = Path.Combine(Installation.Folder(), "data");
        if (tag.Length == 0 || tag.StartsWith('_') || !Directory.Exists(Path.Combine(folder, "languages", Path.GetFileName(tag))))
            throw new KnowledgeException($"there are no files for the language '{tag}'");
        return new Language(tag, KnowledgeSource.FromFolder(folder));
    }
}
