using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Pronouns, precision first: an unclear one stays open.</summary>
internal sealed class References(DocumentTree tree, EntityTable table)
{
    private int? person;
    private int? state;

    /// <summary>Resolves the pronouns of a sentence against the subjects before them, then learns its own subjects.</summary>
    public void Read(Sentence sentence)
    {
        int? subjectPerson = null;
        int? subjectState = null;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tree[i].Relation is Relation.Nsubj or Relation.NsubjPass)
            {
                foreach (EntityMention mention in MentionsAt(i))
                {
                    Entity entity = table.Entities[mention.Entity];
                    if (entity.Kind == EntityKind.Person)
                        subjectPerson ??= mention.Entity;
                    else if (entity.Kind is EntityKind.State or EntityKind.Organization)
                        subjectState ??= mention.Entity;
                }
            }

            if (tree[i].Pos != PartOfSpeech.Pron)
                continue;
            string form = tree[i].Range.Of(tree.Text).ToLowerInvariant();
            int? meant = form switch
            {
                "he" or "she" => person ?? subjectPerson,
                "him" or "his" or "her" => subjectPerson ?? person,
                "it" when tree[i].Relation is Relation.Nsubj => state,
                "its" => subjectState ?? state,
                _ => null,
            };
            if (meant is { } entityIndex)
                table.Mention(tree[i].Range, i, entityIndex, MentionKind.Pronoun, "mention.pronoun");
        }

        person = subjectPerson ?? person;
        state = subjectState ?? (subjectPerson is null ? state : null);
    }

    private IEnumerable<EntityMention> MentionsAt(int token)
    {
        for (int m = table.Mentions.Count - 1; m >= 0 && m >= table.Mentions.Count - 64; m--)
        {
            if (table.Mentions[m].HeadToken == token && table.Mentions[m].Kind != MentionKind.Adjective)
                yield return table.Mentions[m];
        }
    }
}
