using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>A regular ending of verbs: <c>data/languages/TAG/inflections.tsv</c>.</summary>
/// <param name="Ending">What an inflected form ends in.</param>
/// <param name="Base">What the base form has in its place.</param>
/// <param name="Doubles">Whether the consonant before the ending is doubled: "stopped".</param>
public sealed record Inflection(string Ending, string Base, bool Doubles);

public sealed partial class Language
{
    /// <summary>Regular endings of verbs in the order in which they are tried, read from their table at each call.</summary>
    /// <exception cref="KnowledgeException">The table breaks its format.</exception>
    public ImmutableArray<Inflection> ReadInflections()
    {
        if (FileOf("inflections.tsv") is not { } file)
            return [];
        var result = ImmutableArray.CreateBuilder<Inflection>();
        foreach (TableRow row in TableFile.Parse(file.File, file.Text, "order", "ending", "base", "doubled"))
        {
            if (row[3] is not ("yes" or "no"))
                throw row.Error(3, $"'{row[3]}' is neither yes nor no");
            result.Add(new Inflection(row[1], row[2], row[3] == "yes"));
        }

        return result.ToImmutable();
    }
}
