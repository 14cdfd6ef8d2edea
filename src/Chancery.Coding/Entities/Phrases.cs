using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What the writers of mentions share: the sentence at hand, its sightings, who was spoken of, and the making of a mention.</summary>
internal sealed class Phrases(
    DocumentTree tree, Offices offices, EntityTable table, MentionWords words, PersonNames people, Recall recall)
{
    /// <summary>How many words may stand between an office and the comma before the name of its holder.</summary>
    private const int LongestTail = 12;

    private readonly Dictionary<int, int> pronouns = [];

    public DocumentTree Tree { get; } = tree;

    public Offices Offices { get; } = offices;

    public KnownEntities Known => Offices.Known;

    public EntityTable Table { get; } = table;

    public MentionWords Words { get; } = words;

    public PersonNames People { get; } = people;

    public Recall Recall { get; } = recall;

    public PhraseSigns Signs { get; } = new(tree, offices.Known, table, words);

    public SentencePlace Place { get; } = new(tree, table, words);

    public QuotedParts Quotes { get; } = new(tree);

    public Sentence Sentence { get; private set; }

    public void Enter(Sentence sentence, List<Sighting> sightings)
    {
        Sentence = sentence;
        pronouns.Clear();
        var at = new Sighting?[sentence.TokenCount];
        foreach (Sighting sighting in sightings)
        {
            for (int i = sighting.First; i <= sighting.Last; i++)
                at[i - sentence.FirstToken] ??= sighting;
        }

        Signs.Enter(sentence, at, pronouns);
    }

    /// <summary>Lets a possessive pronoun give its entity's state to the noun that it owns.</summary>
    public void Own(int token, int entity) => pronouns[token] = entity;

    /// <summary>The word at a token in lower case, or "" outside the sentence.</summary>
    public string Form(int token) =>
        token < Sentence.FirstToken || token >= Sentence.EndToken ? "" : Tree[token].Range.Of(Tree.Text).ToLowerInvariant();

    /// <summary>A name that people are given, by the persons of the data or the list of the language.</summary>
    public bool IsGivenName(int token) => Words.IsGivenName(Form(token)) || Known.IsGivenName(Form(token));

    /// <summary>"Mr", "Sheikh"; the article that forms of address may begin with is none itself.</summary>
    public bool IsHonorific(int token) =>
        !Words.IsDefinite(Form(token)) && Known.PhraseWords.Of(Known.Folding.Fold(Form(token)).TrimEnd('.')) == PhraseWordKind.Honorific;

    public TextRange Range(int first, int last) => TextRange.FromBounds(Tree[first].Range.Start, Tree[last].Range.End);

    public void Mention(TextRange range, int head, int entity, MentionKind kind, string rule)
    {
        Table.Mention(range, head, entity, kind, rule);
        Recall.Add(entity, head, IsSubject(head), kind == MentionKind.Adjective);
    }

    /// <summary>The sectors of an office; one that private bodies have too is theirs where the phrase names such a body.</summary>
    public ImmutableArray<Sector> SectorsOf(Signs signs, Title title) =>
        Words.IsPrivateOffice(title.Name) ? PhraseSectors.OfPrivate(signs, title, Table) : PhraseSectors.Of(signs, title.Sector);

    /// <summary>The rank of an office; whoever presides over a club heads no state.</summary>
    public TitleLevel LevelOf(Signs signs, Title title) =>
        Words.IsPrivateOffice(title.Name) && title.Level <= TitleLevel.Deputy && !SectorsOf(signs, title).Contains(Sector.Gov) ? TitleLevel.Official : title.Level;

    public bool IsSubject(int head)
    {
        int at = head;
        while (Tree[at].Relation == Relation.Conj && Tree[at].Head >= 0)
            at = Tree[at].Head;
        return Tree[at].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter;
    }

    /// <summary>A modifier of another noun, which acts in its stead.</summary>
    public bool IsModifier(int head) => Tree[head].Relation is Relation.Compound or Relation.Amod && Tree[head].Head > head;

    /// <summary>The person whose name stands as an apposition after a comma: "the minister, Sergei Lavrov"; -1 for none.</summary>
    /// <param name="first">Where the phrase begins.</param>
    /// <param name="last">Its last token; "to the House" may follow before the comma.</param>
    public int NamedAfterComma(int first, int last)
    {
        int comma = last + 1;
        if (Words.IsOwnerCase(Form(comma)) || Form(comma) is "to" or "on")
        {
            while (Form(comma) is not ("," or "") && comma - last < LongestTail && Tree[comma].Pos is not (PartOfSpeech.Verb or PartOfSpeech.Aux))
                comma++;
        }

        if (Form(comma) != "," || Signs.At(comma + 1) is not { Kind: SightingKind.Person or SightingKind.Name, Meant.Count: 1 } next || next.First != comma + 1 || Table[next.Meant[0]].Kind != EntityKind.Person)
            return -1;
        bool opening = first <= Sentence.FirstToken + 2;
        return Tree[Tree.HeadOf(next.First, next.Last)].Relation switch
        {
            Relation.Appos => next.Meant[0],
            Relation.Nsubj when opening && Form(next.Last + 1) is not "and" => next.Meant[0],
            _ when Form(next.Last + 1) == "," && !Words.IsCoordinator(Form(next.Last + 2)) && opening => next.Meant[0],
            _ => -1,
        };
    }

    /// <summary>The person's name right after a title or noun, honorifics between aside; null for none.</summary>
    /// <param name="last">The last token of the title.</param>
    public Sighting? NameAfter(int last)
    {
        int next = last + 1;
        while (next < Sentence.EndToken && (Form(next) == "." && Tree[next].Range.Length == 1 || Known.PhraseWords.Of(Known.Folding.Fold(Form(next)).TrimEnd('.')) == PhraseWordKind.Honorific) && next - last < 4)
            next++;
        return Signs.At(next) is { Kind: SightingKind.Person or SightingKind.Name } name && name.First == next && name.NameAgent < 0 ? name : null;
    }
}
