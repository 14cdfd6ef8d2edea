using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Where a report tells its news, and of whom.</summary>
internal sealed class Opening
{
    /// <summary>Paragraphs of a report that tell its news.</summary>
    private const int NewsParagraphs = 3;

    private readonly EventSources sources;

    public Opening(EventSources sources)
    {
        this.sources = sources;
        var body = sources.Tree.Parsed.Document.Body;
        (FirstParagraph, LastNewsBlock) = (body.Length, body.Length);
        int paragraphs = 0;
        for (int i = 0; i < body.Length && paragraphs < NewsParagraphs; i++)
        {
            if (body[i].Kind != BlockKind.Paragraph)
                continue;
            if (++paragraphs == 1)
                FirstParagraph = i;
            if (paragraphs == NewsParagraphs)
                LastNewsBlock = i;
        }
    }

    /// <summary>The block of the lead, or the number of blocks.</summary>
    public int FirstParagraph { get; }

    /// <summary>The last block that tells the news, or the number of blocks.</summary>
    public int LastNewsBlock { get; }

    /// <summary>Whether the lead tells something of one of these: who is only named there may have spoken on another day.</summary>
    public bool Tells(List<Side> actors)
    {
        var body = sources.Tree.Parsed.Document.Body;
        if (FirstParagraph >= body.Length)
            return false;
        TextRange lead = body[FirstParagraph].Range;
        foreach (EntityMention mention in sources.Mentions.Mentions)
        {
            if (mention.Range.Start >= lead.End)
                break;
            foreach (Side actor in actors)
            {
                if (actor.Entity == mention.Entity && lead.Contains(mention.Range) && IsSubject(mention.HeadToken))
                    return true;
            }
        }

        return false;
    }

    private bool IsSubject(int token)
    {
        DocumentTree tree = sources.Tree;
        for (int hops = 0; hops < 8 && tree[token].Relation is Relation.Conj or Relation.Appos or Relation.Flat && tree.Head(token) >= 0; hops++)
            token = tree.Head(token);
        return tree[token].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.OblAgent;
    }
}
