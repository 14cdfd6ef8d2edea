using System.Collections.Frozen;

namespace Chancery.Knowledge;

public sealed partial class Language
{
    /// <summary>Words that are written in lower case more often than not, from <c>common-words.tsv</c>: a name of nothing else is seldom a person's.</summary>
    /// <exception cref="KnowledgeException">The table breaks its format.</exception>
    public FrozenSet<string> ReadCommonWords() =>
        FileOf("common-words.tsv") is { } file
            ? TableFile.Parse(file.File, file.Text, "word", "count").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal)
            : [];
}
