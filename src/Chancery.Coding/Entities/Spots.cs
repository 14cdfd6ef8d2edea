using System.Runtime.InteropServices;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>A mention by its place in the text.</summary>
internal readonly record struct Spot(int Token, int Entity, TextRange Range, MentionKind Kind);

/// <summary>All mentions of a report in the order of the text, with the states that they tell of sentence by sentence.</summary>
internal sealed class Spots
{
    /// <summary>How many mentions of a sentence are looked at on either side.</summary>
    public const int Reach = 24;

    private readonly Phrases phrases;
    private readonly List<Spot> spots = [];
    private readonly HashSet<int> given = [];
    private readonly HashSet<int> inBody = [];
    private readonly int[] spotAt;

    public Spots(Phrases phrases)
    {
        this.phrases = phrases;
        spotAt = new int[Tree.Count];
        Array.Fill(spotAt, -1);
        foreach (EntityMention mention in Table.Mentions)
            spots.Add(new Spot(mention.HeadToken, Table.Now(mention.Entity), mention.Range, mention.Kind));
        CollectionsMarshal.AsSpan(spots).Sort(static (a, b) => a.Token != b.Token ? a.Token.CompareTo(b.Token) : b.Range.Length.CompareTo(a.Range.Length));
        for (int i = spots.Count - 1; i >= 0; i--)
        {
            spotAt[spots[i].Token] = i;
            if (!IsHeading(Tree.Parsed.Sentences[Tree.SentenceOf(spots[i].Token)]))
                inBody.Add(spots[i].Entity);
        }
    }

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    public int Count => spots.Count;

    public Spot this[int index] => spots[index];

    /// <summary>The widest mention whose head a token is, -1 for none.</summary>
    public int At(int token) => spotAt[token];

    /// <summary>Mentioned below the headline.</summary>
    public bool IsInBody(int entity) => inBody.Contains(entity);

    /// <summary>The state of one was filled in: it is no sign for others.</summary>
    public void Give(int entity) => given.Add(entity);

    public Sentence SentenceOf(Spot spot) => Tree.Parsed.Sentences[Tree.SentenceOf(spot.Token)];

    public bool IsHeading(Sentence sentence) => sentence.Block < 0 || Tree.Parsed.Document.Body[sentence.Block].Kind != BlockKind.Paragraph;

    /// <summary>The states that the words around a mention name: the only one, or the first and that there are several.</summary>
    /// <param name="index">The mention.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="after">Whether those behind it count.</param>
    /// <param name="head">The word that those behind it must stand under to count; -1 for any.</param>
    public (CountryCode Only, bool Several) StatesOf(int index, Sentence sentence, bool after, int head)
    {
        CountryCode only = default;
        bool several = false;
        bool rules = Table[spots[index].Entity].Sectors is [Sector.Gov or Sector.Leg or Sector.Jud or Sector.Cop or Sector.Mil or Sector.Opp, ..];
        for (int i = index - 1; i >= 0 && index - i < Reach && spots[i].Token >= sentence.FirstToken; i--)
            Take(spots[i]);
        for (int i = index + 1; after && i < spots.Count && i - index < Reach && spots[i].Token < sentence.EndToken; i++)
        {
            if (head < 0 || Tree.IsUnder(spots[i].Token, head))
                Take(spots[i]);
        }

        return (only, several);

        void Take(Spot spot)
        {
            if (Setting.IsOfAllWorld(Table[spot.Entity]))
                return;

            // "Police questioned the tourist": where a private person is from tells nothing of whose the police are.
            if (rules && Table[spot.Entity] is { Kind: EntityKind.Person, IsPlural: false } && !IsPublic(spot))
                return;

            // "The church offered to mediate; the minister said": a firm, a paper or a church of another state is no side.
            if (rules && Table[spot.Entity] is { Kind: EntityKind.Organization, Sectors: [Sector.Bus or Sector.Rel or Sector.Med, ..] })
                return;

            // "Karl Beck, a Chadian from Togo, was held in the prison": whence one is of whom the report told that already says nothing of the prison.
            if (given.Contains(spot.Entity) && !IsPublic(spot))
                return;
            CountryCode state = after ? Table[spot.Entity].Country : StateOf(spot);
            several |= !state.IsNone && !only.IsNone && state != only;
            if (only.IsNone)
                only = state;
        }
    }

    /// <summary>The state that the report itself tells of somebody.</summary>
    private CountryCode StateOf(Spot spot) => given.Contains(spot.Entity) ? default : Table[spot.Entity].Country;

    /// <summary>Whoever does or says something, or the state that such a one is of; where it happens is not where a minister is from.</summary>
    public bool IsActing(Spot spot)
    {
        int top = Top(spot.Token);
        while (Tree[top].Relation is Relation.NmodPoss or Relation.Amod or Relation.Nmod && !phrases.Words.IsPlaceCase(Tree.Case(top)) && Tree.Head(top) >= 0)
        {
            // "a unit of Chad's Milltech": of a firm that nothing knows.
            if (Tree[top].Relation == Relation.NmodPoss && Tree[Tree.Head(top)] is { Relation: Relation.Nmod, Pos: PartOfSpeech.Propn } && At(Tree.Head(top)) < 0)
                return false;
            top = Top(Tree.Head(top));
        }

        return Table[spot.Entity].Kind != EntityKind.Place && phrases.IsSubject(top);
    }

    /// <summary>An ambassador speaks for another state than the one where he is.</summary>
    private bool IsEnvoy(Spot spot) => Table[spot.Entity] is { Kind: EntityKind.Person, Level: TitleLevel.Diplomat };

    /// <summary>A state, a body, a place, one who rules or guards; where others are from says little of where a report is set: an accused, a tourist, a singer.</summary>
    public bool IsPublic(Spot spot) => IsPublic(Table[spot.Entity]);

    /// <summary>No private person or crowd.</summary>
    public static bool IsPublic(EntityDraft draft) => draft is not { Kind: EntityKind.Person or EntityKind.Group }
        || draft.Sectors is [Sector.Gov or Sector.Leg or Sector.Jud or Sector.Cop or Sector.Mil or Sector.Pty or Sector.Opp or Sector.Eli, ..];

    /// <summary>The only state of the sentence before in the same paragraph.</summary>
    public CountryCode Before(int index, Sentence sentence) =>
        Tree.SentenceOf(sentence.FirstToken) is > 0 and var s && Tree.Parsed.Sentences[s - 1] is var previous && previous.Block == sentence.Block ? Lone(index, previous, true) : default;

    /// <summary>Whether somebody whose state is told acts in a sentence before a mention.</summary>
    public bool Acts(int index, Sentence sentence)
    {
        for (int i = index - 1; i >= 0 && index - i < 2 * Reach && spots[i].Token >= sentence.FirstToken; i--)
        {
            if (spots[i].Token < sentence.EndToken && !StateOf(spots[i]).IsNone && IsPublic(spots[i]) && Table[spots[i].Entity].Sectors is not [Sector.Bus or Sector.Med or Sector.Edu or Sector.Hlh or Sector.Lab, ..] && !IsOfMission(spots[i]) && IsActing(spots[i]))
                return true;
        }

        return false;
    }

    /// <summary>"In Odal, thousands marched. Police fired": the sentence before begins with where it happens.</summary>
    public bool IsSet(int index, Sentence sentence) => Scene(index, sentence) is { Country.IsNone: false };

    /// <summary>"In Odal, thousands marched", of which nobody knows where it lies.</summary>
    public bool IsSetAnywhere(int index, Sentence sentence) => Scene(index, sentence) is { Country.IsNone: true };

    private EntityDraft? Scene(int index, Sentence sentence)
    {
        for (int i = index - 1; i >= 0 && index - i < 2 * Reach && spots[i].Token >= sentence.FirstToken; i--)
        {
            if (spots[i].Token < sentence.EndToken && spots[i].Token < sentence.FirstToken + 4 && Table[spots[i].Entity].Kind == EntityKind.Place && Tree[spots[i].Token].Relation == Relation.Obl && phrases.Words.IsPlaceCase(Tree.Case(spots[i].Token)))
                return Table[spots[i].Entity];
        }

        return null;
    }

    /// <summary>An envoy, an embassy, and the state before it: they stand in another land.</summary>
    private bool IsOfMission(Spot spot) =>
        IsEnvoy(spot) || phrases.Words.IsHousing(Tree[spot.Token].Lemma.ToLowerInvariant()) || spot.Kind == MentionKind.Adjective && Tree.Head(spot.Token) is >= 0 and var head && (phrases.Words.IsHousing(Tree[head].Lemma.ToLowerInvariant()) || At(head) is >= 0 and var at && IsEnvoy(spots[at]));

    /// <summary>The state of the embassy or envoy who alone acts in a sentence before a mention.</summary>
    public CountryCode MissionOf(int index, Sentence previous)
    {
        CountryCode guest = default;
        for (int i = index - 1; i >= 0 && index - i < 2 * Reach && spots[i].Token >= previous.FirstToken; i--)
        {
            if (spots[i].Token >= previous.EndToken || Table[spots[i].Entity].Country is not { IsNone: false } state || !IsActing(spots[i]))
                continue;
            if (!IsOfMission(spots[i]))
                return default;
            guest = state;
        }

        return guest;
    }

    private bool IsDateline(Spot spot) => Tree.Parsed.Document.Dateline is { } dateline && dateline.Range.Contains(spot.Range);

    /// <summary>Whether no sentence of its paragraph tells of any state before that of a mention.</summary>
    public bool IsFirstState(int index, Sentence sentence)
    {
        for (int i = index - 1; i >= 0 && index - i < 4 * Reach; i--)
        {
            if (SentenceOf(spots[i]).Block != sentence.Block)
                return true;
            if (spots[i].Token < sentence.FirstToken && !StateOf(spots[i]).IsNone && !IsDateline(spots[i]))
                return false;
        }

        return true;
    }

    /// <summary>The only state of a sentence before a mention.</summary>
    /// <param name="index">The mention.</param>
    /// <param name="previous">The sentence before.</param>
    /// <param name="all">Whether states count that were filled in.</param>
    public CountryCode Lone(int index, Sentence previous, bool all)
    {
        CountryCode only = default;
        for (int i = index - 1; i >= 0 && index - i < 2 * Reach && spots[i].Token >= previous.FirstToken; i--)
        {
            if (spots[i].Token >= previous.EndToken || (all ? Table[spots[i].Entity].Country : StateOf(spots[i])) is not { IsNone: false } state)
                continue;
            if (!only.IsNone && only != state)
                return default;
            only = state;
        }

        return only;
    }

    /// <summary>The state of whoever governs, guards or judges and is the subject of the whole of a sentence before a mention.</summary>
    public CountryCode Subject(int index, Sentence previous)
    {
        for (int i = index - 1; i >= 0 && index - i < 2 * Reach && spots[i].Token >= previous.FirstToken; i--)
        {
            if (spots[i].Token < previous.EndToken && IsPublic(spots[i]) && Top(spots[i].Token) is var top && Tree[top].Relation is Relation.Nsubj or Relation.NsubjPass && Tree.Head(top) is >= 0 and var verb && Tree.Head(verb) < 0)
                return Table[spots[i].Entity].Country;
        }

        return default;
    }

    /// <summary>The only state that acts in a sentence before a mention, where another is only spoken of and not dealt with (soldiers may be abroad); and whether any state is named there.</summary>
    public (CountryCode Actor, bool IsNamed) Actor(int index, Sentence previous)
    {
        CountryCode actor = default;
        bool named = false, main = false, military = false, other = false;
        for (int i = index - 1; i >= 0 && index - i < 2 * Reach && spots[i].Token >= previous.FirstToken; i--)
        {
            if (spots[i].Token >= previous.EndToken || StateOf(spots[i]) is not { IsNone: false } state || IsEnvoy(spots[i]))
                continue;
            named = true;
            int top = Top(spots[i].Token);
            if (Tree[top].Relation is Relation.Obj or Relation.Iobj && Tree.Head(top) is >= 0 and var deal && Table[spots[i].Entity].Sectors is [Sector.Gov, ..] && (phrases.Words.IsUrging(Tree[deal].Lemma.ToLowerInvariant()) || phrases.Words.IsDealing(Tree[deal].Lemma.ToLowerInvariant())))
                return (default, true);
            if (!IsActing(spots[i]))
            {
                other |= state != actor || actor.IsNone;
                continue;
            }

            if (!actor.IsNone && actor != state || !(IsPublic(spots[i]) || Table[spots[i].Entity].Sectors is [Sector.Lab, ..]))
                return (default, true);
            actor = state;
            military |= Table[spots[i].Entity].Sectors is [Sector.Mil, ..];
            main |= Tree[top].Relation is Relation.Nsubj or Relation.NsubjPass && Tree.Head(top) is >= 0 and var verb && Tree.Head(verb) < 0;
        }

        return (main && !(military && other) ? actor : default, named);
    }

    /// <summary>Whether a sentence before a mention names no state, this one alone, or lets only this one act.</summary>
    public bool Speaks(int index, Sentence previous, CountryCode state)
    {
        bool other = false, acts = false;
        for (int i = index - 1; i >= 0 && index - i < 2 * Reach && spots[i].Token >= previous.FirstToken; i--)
        {
            if (spots[i].Token >= previous.EndToken || StateOf(spots[i]) is not { IsNone: false } told || told != state && IsOfMission(spots[i]))
                continue;
            bool acting = IsActing(spots[i]);

            // "Togo opened fire, a Chadian officer said": whoever tells it goes on.
            if (told == state && Table[spots[i].Entity].Kind != EntityKind.Place && phrases.IsTelling(Top(spots[i].Token)))
                return true;
            if (told != state && acting)
                return false;
            other |= told != state;
            acts |= told == state && acting;
        }

        return !other || acts;
    }

    /// <summary>The word that a name in apposition stands beside.</summary>
    public int Top(int token)
    {
        while (Tree[token].Relation is Relation.Appos or Relation.Flat or Relation.Compound && Tree.Head(token) >= 0)
            token = Tree.Head(token);
        return token;
    }
}
