using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Finds the entity that words mean, by the head of the words.</summary>
internal sealed class MentionPlaces
{
    private readonly Dictionary<int, EntityMention> byHead = [];
    private readonly Dictionary<TextRange, EntityMention> byWords = [];

    public MentionPlaces(ImmutableArray<EntityMention> mentions)
    {
        foreach (EntityMention mention in mentions)
        {
            byHead.TryAdd(mention.HeadToken, mention);
            byWords.TryAdd(mention.Range, mention);
        }
    }

    /// <summary>Whether a token is the head of words for an entity.</summary>
    public bool Knows(int head) => byHead.ContainsKey(head);

    public int? EntityOf(int head, TextRange? words) =>
        words is not { } range ? null
        : byHead.TryGetValue(head, out EntityMention mention) || byWords.TryGetValue(range, out mention) ? mention.Entity : null;

    /// <summary>The genders of the pronouns that mean each entity.</summary>
    public Dictionary<int, Morphology> Genders(DocumentTree words)
    {
        var genders = new Dictionary<int, Morphology>();
        foreach ((int head, EntityMention mention) in byHead)
        {
            if (words[head].Pos == PartOfSpeech.Pron)
                genders[mention.Entity] = genders.GetValueOrDefault(mention.Entity) | (words[head].Morphology & (Morphology.Masculine | Morphology.Feminine));
        }

        return genders;
    }

    public Side? SideOf(int head) =>
        head >= 0 && byHead.TryGetValue(head, out EntityMention mention) ? new Side(mention.Entity, mention.Range) : null;
}
