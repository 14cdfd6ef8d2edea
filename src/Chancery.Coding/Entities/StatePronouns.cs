using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"It", "its", "by it": a state, a body or troops; an unclear one stays open.</summary>
internal sealed class StatePronouns(Phrases phrases, SpeechWords speech)
{
    private readonly ClauseSubjects clauses = new(phrases.Tree);
    private readonly EarlierSubjects earlier = new(phrases, new ClauseSubjects(phrases.Tree));
    private readonly OpenThings things = new(phrases);
    private readonly PronounPlaces places = new(phrases, speech);

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>"is accused by it": the only state or body told of before in the sentence that does not suffer the act; -1 for none or several.</summary>
    public int Doer(int token, int clause)
    {
        int suffering = clauses.SubjectOf(clause);
        return suffering >= 0 && places.Only(token, 0, entity => IsActing(entity) && !phrases.MeantBy(suffering).Contains(entity)) is >= 0 and var only ? only : -1;
    }

    /// <summary>"The bloc accused it": the only other state or body of the sentence before, where this one tells of nobody but the doer; -1 for none or several.</summary>
    public int Accused(int token, int verb)
    {
        if (Tree[token].Relation != Relation.Obj || Tree[verb].Relation != Relation.Root || phrases.Quotes.At(token) > 0 || !IsAddressed(token, verb) || clauses.SubjectOf(verb) is not (>= 0 and var subject) || phrases.OnlyMeantBy(subject) is not (>= 0 and var doer) || places.Only(token, 0, entity => entity != doer && IsActing(entity)) != -1)
            return -1;
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(1, phrases.Sentence.FirstToken))
        {
            if (spoken.Entity == doer || spoken.Entity == only || !IsActing(spoken.Entity) || spoken.IsModifier || Table[spoken.Entity] is { Country: { IsNone: false } country } && country == Table[doer].Country)
                continue;
            if (only >= 0)
                return -1;
            only = spoken.Entity;
        }

        return only;
    }

    /// <summary>"accused it of", "thanked it for", "urged it to": nobody says so to a thing.</summary>
    private bool IsAddressed(int token, int verb)
    {
        foreach (int child in Tree.Children(verb))
        {
            if (child > token && (Tree[child].Relation == Relation.Xcomp && Tree[child].Morphology.HasFlag(Morphology.Infinitive) || Tree[child].Relation is Relation.Obl or Relation.Advcl or Relation.Acl && (Tree.Case(child) is "of" or "for" or "over" || Tree.Child(child, Relation.Mark) is >= 0 and var mark && phrases.Form(mark) is "of" or "for" or "over")))
                return true;
        }

        return false;
    }

    /// <summary>"thanked the envoy for her work": the one person who is the object of the verb before "for"; -1 for none.</summary>
    public int Reason(int token, int clause)
    {
        int noun = Tree.Head(token);

        // "thanked the envoy for raising her voice".
        if (Tree[clause].Relation == Relation.Advcl && !Tree[clause].Morphology.HasFlag(Morphology.Infinitive) && clauses.SubjectOf(clause) < 0 && Tree.Child(clause, Relation.Mark) is >= 0 and var mark && phrases.Form(mark) is "for" or "of" && clauses.ClauseAbove(clause) is >= 0 and var above && Tree.Child(above, Relation.Obj) is >= 0 and var blamed && blamed < clause)
            return phrases.OnlyMeantBy(blamed);
        return noun >= 0 && Tree.Case(noun) is "for" or "over" && Tree.Child(clause, Relation.Obj) is >= 0 and var target && target < token && (Tree[noun].Relation == Relation.Obl && Tree.Head(noun) == clause || Tree[noun].Relation == Relation.Nmod && Tree.Head(noun) == target) ? phrases.OnlyMeantBy(target) : -1;
    }

    /// <summary>The only state or body told of before in this sentence, else in the one before, that is not of the state of another; -1 for none or several.</summary>
    private int Other(int token, int than)
    {
        bool Fits(int entity) => entity != than && IsActing(entity) && (Table[entity].Country.IsNone || Table[entity].Country != Table[than].Country);
        int here = places.Only(token, 0, Fits);
        return here != -1 ? Math.Max(here, -1) : phrases.Recall.Back(1, phrases.Sentence.FirstToken).Where(spoken => !spoken.IsModifier && Fits(spoken.Entity)).Select(static spoken => spoken.Entity).Distinct().ToArray() is [var only] ? only : -1;
    }

    /// <summary>"called for his resignation", "derided his remarks", "condemned its raid": who does so, of what is another's; -1 for other words.</summary>
    public int Judge(int token, int clause)
    {
        if (clause < 0 || Tree.Head(token) is not (>= 0 and var thing) || Tree[thing].Pos != PartOfSpeech.Noun || Tree.Head(thing) != clause || clauses.SubjectOf(clause) is not (>= 0 and var doer) || doer > token)
            return -1;
        string lemma = Tree[clause].Lemma.ToLowerInvariant();
        bool asked = phrases.Words.IsUndergone(Tree[thing].Lemma.ToLowerInvariant()) && phrases.Words.IsClaiming(lemma) && (Tree[thing].Relation == Relation.Obj || Tree.Case(thing) == "for");
        bool judged = Tree[thing].Relation == Relation.Obj && phrases.Words.IsJudging(lemma) && phrases.Signs.At(thing) is null;
        // "summoned its ambassador", "expelled two of its diplomats": nobody does so to his own.
        bool sent = phrases.Words.IsSummoning(lemma) && Tree[thing].Relation == Relation.Obj && phrases.Signs.At(thing) is { Kind: SightingKind.Title } office && phrases.Known.Titles.All[office.Index].Level == TitleLevel.Diplomat && !IsCalledHome(clause, thing);
        // "The court ruled against its plan": no court against one of its own.
        bool ruled = Tree.Case(thing) == "against" && phrases.OnlyMeantBy(doer) is >= 0 and var court && Table[court].Sectors is [Sector.Jud, ..];
        return asked || judged || sent || ruled ? phrases.OnlyMeantBy(doer) : -1;
    }

    /// <summary>"summoned its ambassador home", "from Oslo", "for consultations": one's own.</summary>
    private bool IsCalledHome(int verb, int envoy)
    {
        for (int i = envoy + 1; i < phrases.Sentence.EndToken; i++)
        {
            if ((Tree.Head(i) == verb || Tree.Head(i) == envoy) && (Tree[i].Relation == Relation.Advmod || Tree[i].Relation is Relation.Obl or Relation.Nmod && Tree.Case(i) is "for" or "from"))
                return true;
        }

        return false;
    }

    /// <summary>"Chad's borders and its right to peace": whoever owns the thing before the "and"; -1 for nobody.</summary>
    private int Beside(int token) =>
        Tree.Head(token) is >= 0 and var noun && Tree[noun].Relation == Relation.Conj && Tree.Head(noun) is >= 0 and var first && first < token && Tree.Child(first, Relation.NmodPoss) is >= 0 and var owner ? phrases.OnlyMeantBy(first) is >= 0 and var body && Table[body].Kind == EntityKind.Organization ? body : phrases.OnlyMeantBy(owner) : -1;

    /// <summary>"it" may mean a state, a body, or troops.</summary>
    private bool IsActing(int entity) =>
        Table[entity] is { Kind: EntityKind.State or EntityKind.Organization or EntityKind.Group, IsPlural: false } or { Kind: EntityKind.Group, Known: null, Sectors: [Sector.Mil, ..] } && !(Table[entity].IsPlural && Table[entity].Name.EndsWith('s'));

    /// <summary>A state or body that is the subject of the clause above or of this one; "it" alone stays open else.</summary>
    public int Of(int token, bool possessive)
    {
        Func<int, bool> Fits = IsActing;
        int clause = clauses.ClauseOf(token);
        int quote = phrases.Quotes.At(token);
        if (!possessive && clause >= 0 && places.IsEmpty(token, clause))
            return -1;
        if (possessive && clause >= 0 && Reason(token, clause) is >= 0 and var thanked && Fits(thanked))
            return thanked;
        if (possessive && Beside(token) is >= 0 and var beside && Fits(beside))
            return beside;

        // "fired on an Italian boat. Its captain": of the boat.
        if (possessive && phrases.Words.IsAboard(phrases.Form(Tree.Head(token))))
            return phrases.Recall.Nearest(spoken => !spoken.IsModifier && Table[spoken.Entity] is { Kind: EntityKind.Group or EntityKind.Organization, Known: null, Name: var name } && phrases.Words.IsVehicle(name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant()), 1, token);

        if (!possessive && places.Receiver(token, clause) is >= 0 and var receiver && Fits(receiver))
            return receiver;

        // "Paris derided its threat": another's.
        if (possessive && Judge(token, clause) is >= 0 and var judge)
            return Other(token, judge);
        bool apposed = possessive && Tree.Head(token) is >= 0 and var noun && Tree[noun].Relation == Relation.Appos && Tree.Head(noun) is >= 0 and var bearer && bearer < noun && Tree[bearer].Pos == PartOfSpeech.Propn;
        for (int at = clause, steps = 0; at >= 0 && steps < 6; at = clauses.ClauseAbove(at), steps++)
        {
            if (at == clause && !possessive)
                continue;
            if (clauses.SubjectOf(at) is not (>= 0 and var nominal) || nominal >= token)
                continue;

            // "Ana Diaz, its spokeswoman, said": not hers.
            if (apposed && Tree.IsUnder(token, nominal))
                continue;
            if (phrases.Quotes.At(nominal) != quote)
                return -1;
            if (phrases.OnlyMeantBy(nominal) is not (>= 0 and var entity) || !Fits(entity))
                return -1;

            // "accused Washington of … by supporting its opposition": without a subject of its own the clause leaves open whose.
            bool same = Tree[clause].Relation == Relation.Xcomp && Tree[clause].Head == at && !phrases.Recall.Back(0, token).Any(spoken => spoken.Token > nominal && !spoken.IsModifier && Fits(spoken.Entity) && spoken.Entity != entity && !Tree.IsUnder(spoken.Token, nominal));
            if (possessive && at == clause && IsSaidOf(clause, entity, Fits))
                return -1;
            bool IsAnother(int one) => Fits(one) && !(Table[one].Kind == EntityKind.State && Table[one].Country == Table[entity].Country);
            return at == clause || !possessive || same || places.Only(token, 0, Table[entity].Kind == EntityKind.State ? Fits : IsAnother) == entity ? entity : -1;
        }

        // "Chad asked Togo to withdraw. It refused."
        if (!possessive && places.IsOpening(token) && earlier.Answering(Tree[clause].Lemma.ToLowerInvariant()) is >= 0 and var asked)
            return Fits(asked) ? asked : -1;

        // "The ministry warned drivers. It also urged …": who says so goes on.
        if (!possessive && places.IsSaying(token, clause) && earlier.Teller() is >= 0 and var teller && Table[teller].Kind == EntityKind.Organization && Fits(teller) && !Table[teller].Sectors.Contains(Sector.Med))
            return teller;
        if (!possessive)
            return (places.IsSaying(token, clause) || places.IsDealing(token, clause) || places.IsIntending(token, clause)) && earlier.MainSubjects() is [var body] && Fits(body) && !Table[body].Sectors.Contains(Sector.Med) && (Table[body].Kind != EntityKind.State || Tree[token].Relation == Relation.Nsubj && (earlier.IsTold() || earlier.IsAlone(body, Fits))) ? body : -1;
        int only = places.Only(token, 0, Fits);
        if (only >= 0)
            return things.HasSingular(token) ? -1 : only;
        return only == -1 && (token == phrases.Sentence.FirstToken || apposed) && quote == 0 ? earlier.SubjectBefore(Fits) : -1;
    }

    /// <summary>"The ministry said Chad had seized its ship": of two states or bodies, whoever speaks or whoever is spoken of.</summary>
    private bool IsSaidOf(int clause, int entity, Func<int, bool> fits) =>
        Tree[clause].Relation is Relation.Ccomp or Relation.Advcl && clauses.ClauseAbove(clause) is >= 0 and var saying && clauses.SubjectOf(saying) is >= 0 and var speaker && speaker < clause
        && phrases.OnlyMeantBy(speaker) is >= 0 and var other && other != entity && fits(other) && (Table[other].Country.IsNone || Table[other].Country != Table[entity].Country);
}
