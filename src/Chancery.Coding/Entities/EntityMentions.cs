using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Who is meant, everywhere in a report.</summary>
public static class EntityMentions
{
    /// <param name="tree">The trees.</param>
    /// <param name="known">The knowledge base's names.</param>
    public static MentionIndex Find(DocumentTree tree, KnownEntities known)
    {
        var table = new EntityTable(known, DayOf(tree.Parsed.Document));
        var scan = new MentionScan(tree, known, table);
        var references = new References(tree, table);
        foreach (Sentence sentence in tree.Parsed.Sentences)
        {
            scan.Read(sentence);
            references.Read(sentence);
        }

        table.Mentions.Sort(static (a, b) => a.Range.CompareTo(b.Range));
        return new MentionIndex(tree, [.. table.Entities], [.. table.Mentions]);
    }

    /// <summary>The day on which offices are looked up: of the report, or null for the present.</summary>
    private static DateOnly? DayOf(Document document) => document.Dateline?.Date?.Start ?? document.Published?.Date.Start;
}
