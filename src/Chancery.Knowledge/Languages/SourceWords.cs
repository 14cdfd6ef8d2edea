using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>A word that tells on whose word something stands: <c>data/languages/TAG/sources.tsv</c>.</summary>
/// <param name="Word">A lemma or a fixed expression.</param>
/// <param name="Kind"><c>verb</c>, <c>preposition</c>, <c>citing</c>, <c>adverb</c> or <c>aside</c>, which opens a clause that is not told by the speaker.</param>
/// <param name="Stance">How the source stands to what it tells.</param>
public sealed record SourceWord(string Word, string Kind, Stance Stance);

public sealed partial class Language
{
    /// <summary>Words of saying and citing, read from their table at each call.</summary>
    /// <exception cref="KnowledgeException">The table breaks its format.</exception>
    public ImmutableArray<SourceWord> ReadSourceWords()
    {
        if (FileOf("sources.tsv") is not { } file)
            return [];
        var result = ImmutableArray.CreateBuilder<SourceWord>();
        foreach (TableRow row in TableFile.Parse(file.File, file.Text, "word", "kind", "stance"))
        {
            if (row[1] is not ("verb" or "preposition" or "citing" or "adverb" or "aside"))
                throw row.Error(1, $"'{row[1]}' is no kind; it is one of verb, preposition, citing, adverb, aside");
            if (!Enum.TryParse(row[2], ignoreCase: true, out Stance stance))
                throw row.Error(2, $"'{row[2]}' is no stance; it is one of says, denies, alleges");
            result.Add(new SourceWord(row[0], row[1], stance));
        }

        return result.ToImmutable();
    }
}
