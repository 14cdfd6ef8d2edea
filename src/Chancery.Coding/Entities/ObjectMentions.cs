using Chancery.Model;

namespace Chancery.Coding;

/// <summary>People whom only what they do or suffer shows to be people: "337 suspected users were arrested", "killed five and wounded 110", "hundreds marched".</summary>
internal sealed class ObjectMentions(Phrases phrases)
{
    private readonly List<int> open = [];

    private DocumentTree Tree => phrases.Tree;

    /// <param name="token">A word that names nobody so far.</param>
    /// <param name="known">The sector of a noun of people that means nobody by itself; null for another word.</param>
    public void Read(int token, Sector? known) => Read(token, known, false);

    /// <summary>Reads what was left open until the end of the sentence.</summary>
    public void Finish()
    {
        foreach (int token in open)
        {
            if (!phrases.Table.Mentions.Any(mention => mention.Range.Contains(Tree[token].Range)))
                Read(token, null, true);
        }

        open.Clear();
    }

    private void Read(int token, Sector? known, bool isLast)
    {
        if (IsBehindAct(token))
            return;
        bool bare = Tree[token].Pos == PartOfSpeech.Num || phrases.Words.IsCountNoun(phrases.Form(token));
        // "hundreds of rebels" is mostly named with its rebels, "31 of the girls" is not: that shows when the sentence has been read.
        if (bare && !isLast && Tree.Child(token, Relation.Nmod) is >= 0 and var named && Tree[named].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn)
        {
            open.Add(token);
            return;
        }

        // "the abuse of power": one of them alone is a matter.
        if (known is { } sector && IsSuffering(token) && !(FirstOf(token) == token && Tree[token].Tag == "NN" && Tree.Child(token, Relation.Det) < 0))
        {
            Write(FirstOf(token), token, Tree[token].Tag == "NNS", sector);
            return;
        }

        if (!(bare || Tree[token].Pos == PartOfSpeech.Noun) || VerbOf(token) is not (>= 0 and var verb))
            return;
        string lemma = Tree[verb].Lemma.ToLowerInvariant();
        if (Tree[Top(token)].Relation == Relation.Nsubj)
        {
            if (bare && phrases.Words.IsCountNoun(phrases.Form(token)) && phrases.Words.IsCrowdVerb(lemma))
                Write(token, token, true, Sector.Cvl);
            return;
        }

        bool inCustody = bare && phrases.Words.IsCustodyVerb(lemma) && IsDryCopy(token, verb);
        if (!(inCustody || phrases.Words.IsPersonVerb(lemma) || ((bare || known is not null) && phrases.Words.IsCountVerb(lemma))) || !IsDoneByPeople(verb))
            return;
        int first = FirstOf(token);
        bool plural = bare || Tree[token].Tag == "NNS";
        // "injured his knee", "sentenced for theft": what belongs to somebody, or is named as such alone, is nobody.
        if (!bare && (Tree.Child(token, Relation.NmodPoss) >= 0 || (first == token && !plural) || phrases.Words.IsThing(Tree[token].Lemma.ToLowerInvariant())))
            return;
        // "killing five": people.
        Write(first, token, plural, known ?? (bare && (inCustody || phrases.Words.IsPersonVerb(lemma)) ? Sector.Cvl : Sector.Unk));
    }

    /// <summary>"Seven held, since bailed.": a sentence that begins with the number and has no word of tense.</summary>
    private bool IsDryCopy(int token, int verb) =>
        token == phrases.Sentence.FirstToken && Tree[token].Relation == Relation.NsubjPass && Tree.Child(verb, Relation.AuxPass) < 0 && Tree[verb].Relation == Relation.Root;

    /// <summary>"hurting twenty people and damaging roads": a thing of another act, whose verb was taken for an adjective.</summary>
    private bool IsBehindAct(int token)
    {
        for (int i = Top(token) + 2; i < token; i++)
        {
            if (Tree[i] is { Tag: "VBG", Relation: Relation.Amod } && phrases.Words.IsCoordinator(phrases.Form(i - 1)))
                return true;
        }

        return false;
    }

    private int FirstOf(int token)
    {
        int first = token;
        while (first > phrases.Sentence.FirstToken && phrases.Signs.At(first - 1) is null && IsPartOf(first - 1, token))
            first--;
        return first;
    }

    /// <summary>"the arrest of two journalists": nobody by themselves, somebody as those who are arrested.</summary>
    private bool IsSuffering(int token)
    {
        int at = Top(token);
        return Tree[at].Relation == Relation.Nmod && Tree.Case(at) is "of" or "on" && phrases.Words.IsSuffered(Tree[Tree.Head(at)].Lemma.ToLowerInvariant());
    }

    private void Write(int first, int token, bool plural, Sector sector)
    {
        TextRange range = phrases.Range(first, token);

        // "two of our soldiers".
        EntityDraft? whole = Tree.Child(token, Relation.Nmod) is >= 0 and var group && Tree.Case(group) == "of" && phrases.OnlyMeantBy(group) is >= 0 and var meant && phrases.Table[meant].IsPlural ? phrases.Table[meant] : null;
        int entity = phrases.Table.OfReport($"object at {token}", new EntityDraft
        {
            Name = range.Of(Tree.Text),
            Kind = plural ? EntityKind.Group : EntityKind.Person,
            IsPlural = plural,
            Sectors = whole?.Sectors ?? (sector == Sector.Unk ? [] : [sector]),
            Country = whole is { Country.IsNone: false } ? whole.Country : sector == Sector.Unk || phrases.Words.IsMission(Tree[token].Lemma.ToLowerInvariant()) ? default : phrases.Place.Of(sector, token),
        });
        phrases.Table.Mention(range, token, entity, MentionKind.Nominal, "mention.object");
    }

    /// <summary>The verb whose subject or object a word is, in a list the first one's; -1 for none.</summary>
    private int VerbOf(int token)
    {
        int at = Top(token);
        return Tree[at].Relation is Relation.Obj or Relation.NsubjPass or Relation.Nsubj && Tree.Head(at) is >= 0 and var verb && Tree[verb].Pos == PartOfSpeech.Verb ? verb : -1;
    }

    private int Top(int token)
    {
        int at = token;
        while (Tree[at].Relation == Relation.Conj && Tree.Head(at) >= 0 && Tree[Tree.Head(at)].Pos != PartOfSpeech.Verb)
            at = Tree.Head(at);
        return at;
    }

    /// <summary>"The brake arrested the fall": whoever does it must be somebody, an act or nobody named.</summary>
    private bool IsDoneByPeople(int verb)
    {
        int doer = Tree.Child(verb, Relation.Nsubj);
        return doer < 0 || phrases.Signs.At(doer) is not null || Tree[doer].Pos is PartOfSpeech.Pron or PartOfSpeech.Propn || phrases.Words.IsHarm(Tree[doer].Lemma.ToLowerInvariant());
    }

    private bool IsPartOf(int token, int head) =>
        Tree[token].Pos is PartOfSpeech.Num or PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Verb && Tree[token].Relation is Relation.Nummod or Relation.Amod or Relation.Compound
        && Tree.Head(token) == head;
}
