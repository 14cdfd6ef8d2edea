using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Finds the entity that words mean, by the head of the words.</summary>
internal sealed class MentionPlaces
{
    private readonly ImmutableArray<Entity> entities;
    private readonly Dictionary<int, EntityMention> byHead = [];
    private readonly Dictionary<TextRange, EntityMention> byWords = [];

    public MentionPlaces(MentionIndex mentions, SpeechTree tree)
    {
        Issuer = mentions.Issuer;
        entities = mentions.Entities;
        foreach (EntityMention mention in mentions.Mentions)
        {
            byHead.TryAdd(mention.HeadToken, mention);
            byWords.TryAdd(mention.Range, mention);
        }

        // "the harbour master Ann Lee": the noun means whom the name beside it means.
        foreach (EntityMention mention in mentions.Mentions)
        {
            if (mention is { Kind: MentionKind.Name, HeadToken: >= 0 and var name } && tree.Tree[name] is { Relation: Relation.Appos, Head: >= 0 and var noun } && tree.IsBesideName(noun, name))
                byHead.TryAdd(noun, mention);
        }
    }

    /// <summary>Whose voice a release is; null for a report.</summary>
    public IssuerVoice? Issuer { get; }

    /// <summary>Whether a token is the head of words for one person.</summary>
    public bool IsPerson(int head) => EntityAt(head) is { } entity && entities[entity].Kind == EntityKind.Person;

    /// <summary>"an officer of the guard who says": the one who belongs to a body, and not the body.</summary>
    /// <remarks>"a note signed by the minister, who later said": behind a thing the person named last before the pronoun.</remarks>
    public int PersonAbove(int noun, int pronoun, DocumentTree words)
    {
        bool isThing = noun >= 0 && !(EntityAt(noun) is { } known && entities[known].Kind is EntityKind.Person or EntityKind.Group or EntityKind.Organization);
        for (int i = pronoun - 1; isThing && i > noun; i--)
        {
            if (!IsPerson(i))
                continue;

            // "by a deputy chief of the guard, who told …".
            int person = i;
            while (words[person] is { Relation: Relation.Nmod, Head: >= 0 and var up } && up > noun && up < person && IsPerson(up))
                person = up;
            return person;
        }

        return PersonAbove(noun, words);
    }

    private int PersonAbove(int noun, DocumentTree words) =>
        noun >= 0 && words[noun] is { Relation: Relation.Nmod, Head: >= 0 and var up } && up < noun && !IsPerson(noun) && Knows(up) && words[up].Pos == PartOfSpeech.Noun ? up : noun;

    /// <summary>Whether an entity is a state or a place.</summary>
    public bool IsLand(int entity) => entities[entity].Kind is EntityKind.State or EntityKind.Place;

    /// <summary>Whether an entity is one person.</summary>
    public bool IsPersonal(int entity) => entities[entity].Kind == EntityKind.Person;

    /// <summary>Whether a token is the head of words for an entity.</summary>
    public bool Knows(int head) => byHead.ContainsKey(head);

    /// <summary>The head of the name of the only person, no journalist, whom a paragraph names; -1 for none, -2 for several.</summary>
    public int OnlyPersonIn(TextRange paragraph)
    {
        EntityMention? only = null;
        foreach ((TextRange words, EntityMention mention) in byWords)
        {
            if (mention.Kind != MentionKind.Name || !paragraph.Contains(words) || entities[mention.Entity] is not { Kind: EntityKind.Person } person || person.Sectors.Contains(Sector.Med))
                continue;
            if (only is { } other && other.Entity != mention.Entity)
                return -2;
            only = mention;
        }

        return only?.HeadToken ?? -1;
    }

    /// <summary>The head of the first name of a report that has these initials, as "Ann Lee" has "AL"; -1 for none.</summary>
    public int NamedBy(ReadOnlySpan<char> initials, string text)
    {
        EntityMention? first = null;
        foreach ((TextRange words, EntityMention mention) in byWords)
        {
            if (mention.Kind == MentionKind.Name && (first is null || words.Start < first.Value.Range.Start) && HasInitials(text.AsSpan(words.Start, words.Length), initials))
                first = mention;
        }

        return first?.HeadToken ?? -1;
    }

    // The last words of a name, behind what it is called: "Professor Ann Lee" has "AL".
    private static bool HasInitials(ReadOnlySpan<char> name, ReadOnlySpan<char> initials)
    {
        int at = initials.Length - 1;
        for (int i = name.Length - 1; i >= 0 && at >= 0; i--)
        {
            if (i > 0 && name[i - 1] != ' ')
                continue;
            if (name[i] != initials[at] || !char.IsUpper(name[i]))
                return false;
            at--;
        }

        return at < 0;
    }

    /// <summary>The entity of the words with a head; null for none.</summary>
    public int? EntityAt(int head) => byHead.TryGetValue(head, out EntityMention mention) ? mention.Entity : null;

    /// <summary>The words for an entity that have a head, or the name that a word is part of; empty for none.</summary>
    public TextRange WordsAt(int head, TextRange word) => byHead.TryGetValue(head, out EntityMention mention) ? mention.Range : NameAround(word)?.Range ?? default;

    /// <summary>The name that a word is part of: "Jae" of "Moon Jae-in"; null for none.</summary>
    public EntityMention? NameAround(TextRange word)
    {
        foreach ((TextRange words, EntityMention mention) in byWords)
        {
            if (mention.Kind == MentionKind.Name && words.Contains(word) && words.Length > word.Length)
                return mention;
        }

        return null;
    }

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
