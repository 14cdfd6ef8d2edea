using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What the place of "he" and "she" alone tells of whom they can mean: who must be, who cannot be, and who is named only behind.</summary>
internal sealed class PronounBounds(Phrases phrases, SpeechWords speech)
{
    /// <summary>How often somebody must be told of before a lone object of the sentence before is no rival.</summary>
    private const int Known = 3;

    private readonly ClauseSubjects clauses = new(phrases.Tree);
    private readonly List<int> barred = [];

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>Whether the words beside the pronoun that was entered last say that it does not mean somebody.</summary>
    public bool Bars(int entity) => barred.Contains(entity);

    /// <summary>Notes whom the words beside a pronoun say it does not mean, for <see cref="Bars"/>.</summary>
    public void Enter(int token, bool possessive)
    {
        barred.Clear();
        if (possessive && Tree.Head(token) is >= 0 and var owned)
        {
            // "Ana Roux, his wife,": nobody is his own wife.
            barred.AddRange(phrases.MeantBy(owned));
        }

        if (Crowned(token) is >= 0 and var crown)
            barred.AddRange(phrases.MeantBy(crown));

        // "Speaking to the envoy, he said": nobody speaks to himself.
        int first = phrases.Sentence.FirstToken;
        if (phrases.IsSubject(token) && phrases.Form(token - 1) == "," && Tree[first].Pos == PartOfSpeech.Verb && !Tree[first].Morphology.HasFlag(Morphology.Finite) && speech.IsSpeech(Tree[first].Lemma.ToLowerInvariant()))
            barred.AddRange(phrases.Recall.Back(0, token).Where(spoken => Tree.Head(spoken.Token) == first).Select(static spoken => spoken.Entity));
    }

    /// <summary>"The son of a baker, he trained as one": the noun before the comma that describes whom the pronoun means; -1 for none.</summary>
    public int Crowned(int token)
    {
        if (!phrases.IsSubject(token) || phrases.Form(token - 1) != "," || phrases.Quotes.At(token) > 0 || Tree.Head(token) is not (>= 0 and var verb))
            return -1;
        foreach (int child in Tree.Children(verb))
        {
            if (child < token && Tree[child].Pos == PartOfSpeech.Noun && Tree[child].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter or Relation.Dislocated && Tree.Child(child, Relation.Det) == phrases.Sentence.FirstToken && phrases.OnlyMeantBy(child) is >= 0 and var meant && Table[meant] is { Kind: EntityKind.Person, IsPlural: false, IsNamed: false, Known: null })
                return child;
        }

        return -1;
    }

    /// <summary>Lets the noun that describes whom a pronoun means mean them too.</summary>
    public int Crown(int noun, int person)
    {
        if (person >= 0 && phrases.OnlyMeantBy(noun) is >= 0 and var nameless && Table.Count(nameless) == 1)
        {
            Table.Merge(nameless, person);
            phrases.Recall.Replace(nameless, person);
        }

        return person;
    }

    /// <summary>Who must be meant: "met Karl Beck and his son", "shot the mayor while he was walking"; -1 where the place does not tell, -2 where it leaves open who.</summary>
    public int Must(int token, bool possessive, int near, Func<int, bool> fits)
    {
        if (possessive)
            return Joined(token) is >= 0 and var first && fits(first) && first != near ? phrases.Words.IsKin(phrases.Form(Tree.Head(token))) || phrases.Words.IsServant(phrases.Form(Tree.Head(token))) ? first : -2 : -1;
        int clause = clauses.ClauseOf(token);
        if (near < 0 || !phrases.IsSubject(token) || clause < 0 || Tree[clause].Relation != Relation.Advcl || Tree.Head(token) != clause || Tree.Head(clause) is not (>= 0 and var harming) || harming > token || !phrases.Words.IsCrime(Tree[harming].Lemma.ToLowerInvariant()))
            return -1;
        int suffering = Tree.Child(harming, Relation.Obj);
        if (suffering < 0 || suffering > clause || Tree[suffering].Pos is not (PartOfSpeech.Pron or PartOfSpeech.Propn or PartOfSpeech.Noun) || clauses.SubjectOf(harming) is not (>= 0 and var doer) || phrases.OnlyMeantBy(doer) != near)
            return -1;

        // "shot the mayor before he was arrested": whoever does so is held for it.
        if (Tree[token].Relation == Relation.NsubjPass)
            return phrases.Words.IsAccusing(Tree[clause].Lemma.ToLowerInvariant()) ? -1 : -2;

        // "shot him": whoever he is, another may be walking than the one who shot.
        bool goesOn = Tree.Has(clause, Relation.Aux) && Tree[clause].Tag == "VBG" && Tree.Child(clause, Relation.Obj) < 0;
        return phrases.OnlyMeantBy(suffering) is >= 0 and var victim ? fits(victim) ? goesOn ? victim : -2 : -1 : Tree[suffering].Pos == PartOfSpeech.Pron ? -2 : -1;
    }

    /// <summary>"He claimed to know nothing of the night when she was shot or of his own words": the predicate over a pronoun; a noun with a preposition of its own is not joined to the verb before it.</summary>
    public int Clause(int token)
    {
        int clause = clauses.ClauseOf(token);
        return clause >= 0 && Tree.Head(token) is >= 0 and var noun && Tree[noun] is { Pos: PartOfSpeech.Noun, Relation: Relation.Conj } && Tree.Head(noun) == clause && Tree[clause].Pos == PartOfSpeech.Verb && Tree.Case(noun).Length > 0 && clauses.ClauseAbove(clause) is >= 0 and var above ? above : clause;
    }

    /// <summary>"Karl Beck was found dead. Tor Lind, who runs the bar, said his colleagues had last seen him on Monday": of whom the report tells, not whoever has just come to speak of him; -1 elsewhere.</summary>
    public int Lamented(int token, bool possessive, int near, Func<int, bool> fits)
    {
        if (near < 0 || phrases.Quotes.At(token) > 0 || Table[near].Sectors is not ([] or [Sector.Cvl or Sector.Bus, ..]) || phrases.Recall.Back(phrases.Recall.Sentence).Any(spoken => spoken.Entity == near && spoken.Sentence < phrases.Recall.Sentence))
            return -1;
        int clause = clauses.ClauseOf(token);
        int saying = clause;
        for (int steps = 0; steps < 4 && saying >= 0 && !(clauses.SubjectOf(saying) is >= 0 and var teller && phrases.OnlyMeantBy(teller) == near); steps++)
            saying = clauses.ClauseAbove(saying);
        if (saying < 0 || saying > token || saying == clause || !speech.IsSpeech(Tree[saying].Lemma.ToLowerInvariant()) || Missed(near, fits) is not (>= 0 and var missed))
            return -1;
        if (possessive && Tree.Head(token) is >= 0 and var noun && phrases.Words.IsAcquaintance(Tree[noun].Lemma.ToLowerInvariant()))
            return missed;

        // "said his friends saw him": him whose friends they are.
        for (int i = saying + 1; i < token; i++)
        {
            if (!phrases.IsSubject(token) && (phrases.Words.IsHe(phrases.Form(i)) || phrases.Words.IsShe(phrases.Form(i))) && phrases.OnlyMeantBy(i) == missed)
                return missed;
        }

        return -1;
    }

    /// <summary>The named one of whom the sentence before tells that they died, vanished or were found dead; -1 for none.</summary>
    private int Missed(int teller, Func<int, bool> fits)
    {
        foreach (Spoken spoken in phrases.Recall.Back(1, phrases.Sentence.FirstToken))
        {
            if (spoken is not { IsSubject: true, IsModifier: false } || spoken.Entity == teller || Table[spoken.Entity] is { IsNamed: false, Known: null } || !fits(spoken.Entity) || Tree.Head(spoken.Token) is not (>= 0 and var verb) || Tree[verb].Relation != Relation.Root)
                continue;
            string lemma = Tree[verb].Lemma.ToLowerInvariant();
            bool dead = Tree.Child(verb, Relation.Xcomp) is >= 0 and var state && phrases.Words.IsGone(Tree[state].Lemma.ToLowerInvariant());
            if (phrases.Words.IsDying(lemma) || phrases.Words.IsGone(lemma) || dead || Tree[spoken.Token].Relation == Relation.NsubjPass && phrases.Words.IsCrime(lemma))
                return spoken.Entity;
        }

        return -1;
    }

    /// <summary>"It was the first time that they elected a commoner. He": somebody without a name in an inner clause, where the paragraph tells of one with a name.</summary>
    public bool IsPassing(int near, Func<int, bool> fits) =>
        Table[near] is { IsNamed: false, Known: null } && Table.Count(near) == 1 && phrases.Recall.Back(1).Any(spoken => spoken.Entity == near && !spoken.IsSubject && Tree.Child(spoken.Token, Relation.Det) is >= 0 and var article && phrases.Form(article, true) is "a" or "an" && clauses.ClauseOf(spoken.Token) is >= 0 and var clause && Tree[clause].Relation is Relation.Acl or Relation.AclRelcl or Relation.Ccomp or Relation.Advcl)
        && phrases.Recall.Back(phrases.Recall.Sentence).Any(spoken => spoken.Entity != near && !spoken.IsModifier && fits(spoken.Entity) && Table.Count(spoken.Entity) >= Known && Table[spoken.Entity] is { IsNamed: true } or { Known: not null } && Tree.Parsed.Sentences[spoken.Sentence].Block == phrases.Sentence.Block);

    /// <summary>"Karl Beck praised Tor Lind. The party said he was wise": of the two either, where a body says so.</summary>
    public bool IsOneOfTwo(int near, int token, Func<int, bool> fits) =>
        clauses.ClauseOf(token) is >= 0 and var clause && Tree[clause].Relation == Relation.Ccomp && phrases.IsSubject(token) && !IsStaff(clauses.ClauseAbove(clause), near)
        && phrases.Recall.Back(1, phrases.Sentence.FirstToken).Any(spoken => spoken.Entity != near && !spoken.IsModifier && Tree[spoken.Token].Relation == Relation.Obj && fits(spoken.Entity));

    /// <summary>"The president met the envoy. The presidency said he had": whoever says so is of his state, and he is the one of the two who is.</summary>
    private bool IsStaff(int saying, int near) =>
        saying >= 0 && clauses.SubjectOf(saying) is >= 0 and var teller && phrases.OnlyMeantBy(teller) is >= 0 and var body && Table[body] is { Sectors: [Sector.Gov, ..], Country: { IsNone: false } country } && Table[near].Country == country
        && phrases.Recall.Back(1, phrases.Sentence.FirstToken).All(spoken => spoken.Entity == near || Table[spoken.Entity] is not { Kind: EntityKind.Person } other || other.Country != country);

    /// <summary>"Karl Beck and his son": the one whose name stands before the "and"; -1 for none.</summary>
    private int Joined(int token)
    {
        if (Tree.Head(token) is not (>= 0 and var noun) || noun < token || Tree[noun].Relation != Relation.Conj || !phrases.Words.IsCoordinator(phrases.Form(token - 1)) || phrases.Form(token + 1) == "own" || phrases.PersonAt(token - 2) is not { } name || name.Last != token - 2)
            return -1;

        // "her mother, Ana Roux, and her aunt": of another who is told of before.
        int head = Tree.HeadOf(name.First, name.Last);
        for (int at = head, steps = 0; at >= 0 && steps < 4; at = Tree.Head(at), steps++)
        {
            if (Tree.Has(at, Relation.NmodPoss))
                return -1;
            if (Tree[at].Relation is not (Relation.Appos or Relation.Flat or Relation.NmodDesc or Relation.Conj))
                break;
        }

        return Tree.Head(noun) is >= 0 and var other && other >= name.First && other <= name.Last || Tree.Head(noun) == Tree.Head(head) ? name.Meant[0] : -1;
    }

    /// <summary>"For his work, Beck was honoured": the subject whose name comes behind, where the report told of them before and more than of whoever else might be meant; else the one who was found.</summary>
    public int Behind(int token, int near, Func<int, bool> fits)
    {
        if (phrases.Quotes.At(token) > 0)
            return near;
        int top = token;
        bool owned = false;
        while (Tree.Head(top) is >= 0 and var above && Tree[above].Relation != Relation.Root)
        {
            top = above;
            owned |= clauses.SubjectOf(top) is >= 0 and var inner && inner != token;
        }

        if (owned || Tree.Head(top) is not (>= 0 and var root) || root < token || Tree[top].Relation is not (Relation.Obl or Relation.OblUnmarked or Relation.Advcl) || clauses.SubjectOf(root) is not (>= 0 and var subject) || subject < token || phrases.Form(FirstOf(subject) - 1) != ",")
            return near;
        if (phrases.PersonAt(subject) is not { Meant: [var person] } || person == near || !fits(person) || !phrases.Recall.Back(phrases.Recall.Sentence).Any(spoken => spoken.Entity == person && spoken.Sentence < phrases.Recall.Sentence))
            return near;
        return near < 0 ? Tree[token].Relation == Relation.NmodPoss ? person : near : Table.Count(person) > Table.Count(near) ? person : near;
    }

    private int FirstOf(int noun) => phrases.PersonAt(noun) is { } name ? name.First : noun;

    /// <summary>"told the paper Beck had gone": the name right before a clause without a subject that tells what was said; -1 for none.</summary>
    public int Lost(int clause)
    {
        if (Tree[clause].Relation != Relation.Ccomp || Tree[clause].Pos != PartOfSpeech.Verb)
            return -1;
        int first = clause;
        while (first > phrases.Sentence.FirstToken && Tree.Head(first - 1) == clause && Tree[first - 1].Relation is Relation.Aux or Relation.AuxPass or Relation.Advmod)
            first--;
        return phrases.PersonAt(first - 1) is { } name && name.Last == first - 1 && Tree.Head(clause) is >= 0 and var saying && name.First > saying && speech.IsSpeech(Tree[saying].Lemma.ToLowerInvariant()) ? Tree.HeadOf(name.First, name.Last) : -1;
    }

    /// <summary>"A son outlived him. He wrote": of a nameless one and of whom "him" means, either.</summary>
    public bool IsEither(int going, Func<int, bool> fits) =>
        Table[going] is { IsNamed: false, Known: null } && phrases.Recall.Back(1).Any(spoken => spoken.Sentence == phrases.Recall.Sentence - 1 && spoken.Entity != going && !spoken.IsModifier && Tree[spoken.Token] is { Pos: PartOfSpeech.Pron, Relation: Relation.Obj or Relation.Iobj } && Table.Count(spoken.Entity) >= Known && fits(spoken.Entity));

    /// <summary>"Tor Beck criticised her fee": somebody who has just come up may be a man, where the report spoke of a woman.</summary>
    public bool IsNewcomer(int entity) =>
        phrases.GenderOf(Table[entity]) == Gender.Unknown && !phrases.Recall.Back(phrases.Recall.Sentence).Any(spoken => spoken.Entity == entity && spoken.Sentence < phrases.Recall.Sentence);

    /// <summary>"Ana Roux married Tor Beck, who brought up her sons": a newcomer in a sentence that has told of a woman of whom the report spoke before.</summary>
    public bool IsBesideWoman(int entity, int token) =>
        IsNewcomer(entity) && phrases.Recall.Back(0, token).Any(spoken => spoken.Entity != entity && !spoken.IsModifier && !IsNewcomer(spoken.Entity) && Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false } other && phrases.GenderOf(other) == Gender.Female);

    /// <summary>"The chamber confirmed him, the senate did not confirm him": a pronoun before in this sentence stayed open.</summary>
    public bool IsOpenBefore(int token)
    {
        for (int i = phrases.Sentence.FirstToken; i < token; i++)
        {
            if ((phrases.Words.IsHe(phrases.Form(i)) || phrases.Words.IsShe(phrases.Form(i))) && phrases.MeantBy(i).Count == 0)
                return true;
        }

        return false;
    }
}
