using System.Text.RegularExpressions;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary>Makes a filter of the words of the command line.</summary>
internal static partial class FilterWords
{
    /// <exception cref="UsageException">It breaks the grammar; the message says where.</exception>
    public static Filter Parse(IEnumerable<string> words)
    {
        string text = string.Join(' ', words.Select(Requote));
        try
        {
            return Filter.Parse(text);
        }
        catch (FilterException error)
        {
            throw Complaint(text, error);
        }
    }

    public static UsageException Complaint(string text, FilterException error) =>
        new($"filter, character {error.Position + 1}: {error.Message} (in: {text})");

    /// <summary>The keys with their meaning, for help pages.</summary>
    public static string Help() =>
        string.Join('\n', FilterKeys.All.Select(row => $"  {row.Name + ":",-13}{row.Meaning}"));

    /// <summary>A shell takes the quotation marks of <c>actor:"Kofi Annan"</c> away; a word with blanks after its key gets them back.</summary>
    private static string Requote(string word) =>
        KeyWithBlanks().Match(word) is { Success: true } match ? $"{match.Groups[1].Value}\"{match.Groups[2].Value}\"" : word;

    [GeneratedRegex("""^(-?[a-z]+:)([^":,]*\s[^":,]*)$""")] // actor:Kofi Annan
    private static partial Regex KeyWithBlanks();
}
