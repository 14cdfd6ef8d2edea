using System.Collections.Frozen;

namespace Chancery.Knowledge;

public sealed partial class Language
{
    /// <summary>
    /// Words that tell an occasion, each with the kind of it, from <c>occasions.tsv</c>: "at that meeting" takes up whatever of its kind was told
    /// before, "met", "held talks". The kind <c>any</c> takes up every act. Read from the table at each call.
    /// </summary>
    /// <exception cref="KnowledgeException">The table breaks its format.</exception>
    public FrozenDictionary<string, string> ReadOccasions()
    {
        if (FileOf("occasions.tsv") is not { } file)
            return FrozenDictionary<string, string>.Empty;
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (TableRow row in TableFile.Parse(file.File, file.Text, "word", "kind"))
        {
            if (row[1].Length == 0)
                throw row.Error(1, "the kind of occasion is missing");
            if (!result.TryAdd(row[0], row[1]))
                throw row.Error(0, $"'{row[0]}' stands here twice");
        }

        return result.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
