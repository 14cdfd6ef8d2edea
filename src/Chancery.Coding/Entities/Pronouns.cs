using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Pronouns and "the latter", precision first: an unclear one stays open.</summary>
internal sealed class Pronouns(Phrases phrases, SpeechWords speech, NounsAgain again, PersonPairs pairs, StateNouns states)
{
    /// <summary>How many sentences may speak of one person alone before a pronoun, and how often they must.</summary>
    private const int SoleWindow = 3;

    private const int SoleCount = 3;

    private readonly ClauseSubjects clauses = new(phrases.Tree);
    private readonly EarlierSubjects earlier = new(phrases, new ClauseSubjects(phrases.Tree));
    private readonly Protagonist protagonist = new(phrases, speech);
    private readonly Latter latter = new(phrases);
    private readonly ParallelObjects parallels = new(phrases);
    private readonly Tellers tellers = new(phrases, speech, again);
    private readonly OpenThings things = new(phrases);
    private readonly PronounPlaces places = new(phrases, speech);
    private readonly GroupPronouns groups = new(phrases, speech);
    private readonly StatePronouns bodies = new(phrases, speech);
    private readonly PronounBounds bounds = new(phrases, speech);

    private int quote;

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    public void Read(int token)
    {
        string form = phrases.Form(token);
        if (phrases.Words.IsStyle(phrases.Form(token + 1)))
            return;
        List<int> meant = [];
        string rule = "mention.pronoun";
        bool possessive = Tree[token].Relation == Relation.NmodPoss || places.IsOwner(token);
        if (Tree[token].Pos is PartOfSpeech.Pron or PartOfSpeech.Det || possessive)
        {
            if (phrases.Words.IsHe(form) || phrases.Words.IsShe(form))
                Add(meant, Person(token, phrases.Words.IsHe(form), possessive));
            else if (phrases.Words.IsIt(form) && phrases.Issuer is { IsRelease: true } author && Issuer.IsItem(phrases, token))
                (meant, rule) = ([Table.OfKnown(author.Entity)], "mention.issuer");
            else if (phrases.Words.IsIt(form) && (possessive || phrases.IsSubject(token)))
                Add(meant, bodies.Of(token, possessive));
            else if (phrases.Words.IsIt(form) && Tree[token].Relation == Relation.OblAgent && clauses.ClauseOf(token) is >= 0 and var suffered)
                Add(meant, bodies.Doer(token, suffered));
            else if (phrases.Words.IsIt(form) && Tree.Head(token) is >= 0 and var verb && phrases.Words.IsUrging(Tree[verb].Lemma.ToLowerInvariant()))
                Add(meant, parallels.Of(token, entity => Table[entity] is { Kind: EntityKind.State or EntityKind.Organization or EntityKind.Group, IsPlural: false }) is >= 0 and var parallel ? parallel : bodies.Accused(token, verb));
            else if (phrases.Issuer is { } issuer && issuer.IsMeantBy(phrases, token))
                (meant, rule) = ([Table.OfKnown(issuer.Entity)], "mention.issuer");
            else if (possessive && phrases.Words.IsWhose(form))
                Add(meant, Antecedent(token));
            else
                meant = phrases.Words.IsThey(form) ? groups.Of(token) : groups.AllOf(token, form);
        }
        else if (phrases.Words.IsLatter(form) && !HasNoun(token) || phrases.Words.IsFormer(form) && Tree[token].Relation is Relation.Nsubj or Relation.Obj or Relation.NsubjPass or Relation.Obl or Relation.OblAgent && !HasNoun(token))
        {
            Add(meant, latter.Of(token, phrases.Words.IsLatter(form)));
            rule = "mention.latter";
        }

        if (phrases.Words.Count(form) == 2 && meant.Count == 0 && places.IsOfAll(token, form) && phrases.IsSubject(token) && Tree[token].Relation != Relation.Conj && phrases.Form(token + 1) != "of" && earlier.SubjectsBefore(_ => false) is { Count: 2 } both)
        {
            meant = both;
            rule = "mention.the-two";
        }

        // "The pair": persons told of together before.
        if (phrases.Words.IsDuo(form) && meant.Count == 0 && (phrases.IsSubject(token) || Tree[token].Relation == Relation.Obj) && phrases.Quotes.At(token) == 0 && places.IsDefinite(token) && phrases.Form(token + 1) != "of" && (meant = pairs.Of(token, static _ => true)).Count == 2)
            rule = "mention.the-two";
        if (meant.Count == 0 && IsBoth(token, form) && (meant = Both(token)).Count > 0)
            rule = "mention.the-two";

        // "expelled three diplomats. The three left", "held two men. The pair had".
        if (meant.Count == 0 && places.IsDefinite(token) && Math.Max(phrases.Words.Count(form), phrases.Words.IsDuo(form) ? 2 : 0) is > 1 and var number && (phrases.IsSubject(token) || Tree[token].Relation == Relation.Obj) && phrases.Form(token + 1) != "of" && phrases.Quotes.At(token) == 0)
            Add(meant, groups.Counted(token, number));
        else if (meant.Count == 0 && Tree[token].Pos is PartOfSpeech.Num or PartOfSpeech.Noun && places.IsDefinite(token) && phrases.IsSubject(token) && phrases.Signs.At(token) is null && phrases.Quotes.At(token) == 0 && token + 1 < phrases.Sentence.EndToken && Tree[token + 1].Pos != PartOfSpeech.Adp)
            Add(meant, groups.Counted(token, 0));

        foreach (int entity in meant)
            phrases.Mention(Tree[token].Range, token, entity, MentionKind.Pronoun, rule);

        // Whom the report calls "she" once is no "he" later.
        if (meant is [var one] && Table[one] is { Kind: EntityKind.Person } draft && phrases.GenderOf(draft) == Gender.Unknown)
            (draft.IsMale, draft.IsFemale) = (phrases.Words.IsHe(form), phrases.Words.IsShe(form));
        if (possessive && meant.Count == 1)
            phrases.Own(token, meant[0]);
    }

    /// <summary>"both", "the two" without a noun.</summary>
    private bool IsBoth(int token, string form) =>
        (phrases.Words.Count(form) == 2 || form == "each" && Tree[token].Relation == Relation.Nsubj && Tree[token].Pos is PartOfSpeech.Pron or PartOfSpeech.Det) && (Tree.Is(form, WordFunction.Whole) || places.IsDefinite(token)) && (phrases.Form(token + 1) != "of" || phrases.Words.IsThey(phrases.Form(token + 2))) && phrases.Quotes.At(token) == 0
        && Tree[token].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter or Relation.Obj or Relation.Iobj or Relation.Obl or Relation.OblAgent or Relation.Nmod && !Tree.Has(token, Relation.Conj);

    /// <summary>The only ones in the plural of whom the sentence tells before; else two persons told of side by side, a group of two, or two sides; none when undecided.</summary>
    private List<int> Both(int token)
    {
        int only = places.Only(token, 0, entity => Table[entity].IsPlural);
        if (only == -2 || phrases.Words.IsThey(phrases.Form(token - 1)))
            return [];

        // "Danish fishermen, fined by both": by others.
        if (only >= 0 && !phrases.Recall.Back(0, token).Any(spoken => spoken.Entity == only && Tree.IsUnder(token, spoken.Token)))
            return phrases.Recall.Back(phrases.IsSubject(token) ? 1 : 0, token).Any(spoken => spoken.Entity == only && !phrases.IsTelling(spoken.Token) && Tree[spoken.Token].Relation is not (Relation.Iobj or Relation.Obj) && Tree.IsDefinite(spoken.Token)) ? [only] : [];

        // "called on both to stop": states that another calls on, "an ally of both".
        if (phrases.Form(token) == "each" && states.Joined(token) is { Count: 2 } joined)
            return joined;
        if (IsAskedOrBacked(token) && states.Both(token, true) is { Count: 2 } sides)
            return sides;
        if (pairs.Both(token, states.Told) is { Count: > 0 } persons)
            return !phrases.IsSubject(token) && clauses.SubjectOf(clauses.ClauseOf(token)) is >= 0 and var doer && phrases.MeantBy(doer).Exists(persons.Contains) ? [] : persons;
        return phrases.Recall.Back(0, token).Any(spoken => !spoken.IsModifier && phrases.Recall.IsPerson(spoken) && !phrases.IsTelling(spoken.Token)) ? [] : states.Both(token);
    }

    /// <summary>Whom a state or body urges, or whose friend a state is.</summary>
    private bool IsAskedOrBacked(int token)
    {
        bool friend = Tree[token].Relation == Relation.Nmod;
        int at = clauses.ClauseOf(token);
        bool Urges(int verb) => phrases.Words.IsUrging(Tree[verb].Lemma.ToLowerInvariant()) || Tree.Has(verb, Relation.Xcomp) && speech.IsSpeech(Tree[verb].Lemma.ToLowerInvariant());
        for (int steps = 0; !friend && steps < 2 && at >= 0 && !Urges(at); steps++)
            at = clauses.ClauseAbove(at);
        return at >= 0 && (friend || Urges(at)) && clauses.SubjectOf(at) is >= 0 and var subject && subject < token
            && phrases.OnlyMeantBy(subject) is >= 0 and var third && Table[third] is { Kind: EntityKind.State } or { Kind: EntityKind.Organization, Sectors: [Sector.Gov or Sector.Igo, ..] };
    }

    /// <summary>"France, whose president …": whom the relative clause describes; -1 for none or several.</summary>
    private int Antecedent(int token)
    {
        int above = Tree.Head(token);
        for (int hops = 0; hops < 8 && above >= 0 && Tree[above].Relation != Relation.AclRelcl; hops++)
            above = Tree.Head(above);
        if (above < 0)
            return OfNameBefore(token);
        if (Tree.Head(above) is not (>= 0 and var noun) || noun > token)
            return -1;

        // "an envoy of President Karl Beck, whose forces".
        if (phrases.Form(token - 1) == "," && Tree[noun].Pos == PartOfSpeech.Noun && (phrases.Words.IsServant(phrases.Form(noun)) || phrases.Signs.At(noun) is { Kind: SightingKind.Title } office && phrases.Known.Titles.All[office.Index].Level == TitleLevel.Diplomat) && phrases.Signs.At(token - 2) is { Kind: SightingKind.Person or SightingKind.Name, Meant: [var served] } master && master.Last == token - 2 && Tree.IsUnder(token - 2, noun))
            return served;

        // "Chad, whose …, asked Togo, whose …": a name right before the comma that is no part of what the tree points at leaves it open.
        if (!Tree.IsUnder(phrases.Form(token - 1) == "," ? token - 2 : token - 1, noun) || phrases.OnlyMeantBy(noun) is not (>= 0 and var meant))
            return -1;

        // "the court in Odal, whose hearings": of the court or of the town.
        return Table[meant].Kind == EntityKind.Place && Tree.Head(noun) is >= 0 and var body && phrases.MeantBy(body).Count > 0 && Tree[noun].Relation == Relation.Nmod ? -1 : meant;
    }

    /// <summary>"a protest from Chad, whose envoy …" with a clause that is no relative one: the state or body whose name stands right before the comma.</summary>
    private int OfNameBefore(int token) =>
        phrases.Form(token - 1) == "," && phrases.Signs.At(token - 2) is { Kind: SightingKind.State or SightingKind.Body } name && name.Last == token - 2 && phrases.OnlyMeantBy(Tree.HeadOf(name.First, name.Last)) is >= 0 and var meant && Table[meant].Kind != EntityKind.Place ? meant : -1;

    private bool HasNoun(int token) => Tree[token].Head == token + 1 && Tree[token + 1].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn && !phrases.IsSubject(token);

    private static void Add(List<int> meant, int entity)
    {
        if (entity >= 0)
            meant.Add(entity);
    }

    /// <summary>The subject of the clause or of the one above; else the only person about; else the subject of the sentence before.</summary>
    private int Person(int token, bool male, bool possessive)
    {
        quote = phrases.Quotes.At(token);
        bounds.Enter(token, possessive);
        int near = Person(token, male, possessive, out Func<int, bool> fits);
        if (bounds.Must(token, possessive, near, fits) is not -1 and var must)
            return Math.Max(must, -1);
        if (bounds.Lamented(token, possessive, near, fits) is >= 0 and var lost)
            return lost;
        near = bounds.Behind(token, near, fits);
        if (bounds.Crowned(token) is >= 0 and var crown)
            return bounds.Crown(crown, near >= 0 ? near : earlier.MainSubjects() is [var before] && fits(before) ? before : -1);
        if (near >= 0 && quote == 0 && !places.IsSaying(token, clauses.ClauseOf(token)) && earlier.IsNewParagraph() && !earlier.HasSubjectBehind(token) && protagonist.Instead(near, fits) is >= 0 and var instead)
            return instead;
        return near >= 0 || quote > 0 ? near : Sole(token, fits);
    }

    /// <summary>The one person of whom the last sentences speak, named and told of often, where neither they nor this one have another who could be meant; -1 for none.</summary>
    private int Sole(int token, Func<int, bool> fits)
    {
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(SoleWindow))
        {
            if (spoken.Entity == only || !fits(spoken.Entity))
                continue;
            if (only >= 0)
                return -1;
            only = spoken.Entity;
        }

        if (only < 0 || Table[only] is { IsNamed: false, Known: null } || Table.Count(only) < SoleCount || earlier.HasSubjectBehind(token))
            return -1;

        // Of whom else the report tells more may be meant though the last sentences did not name them.
        if (phrases.Recall.Back(phrases.Recall.Sentence).Any(spoken => spoken.Entity != only && fits(spoken.Entity) && Table.Count(spoken.Entity) >= Table.Count(only)))
            return -1;
        for (int i = phrases.Sentence.FirstToken; i < phrases.Sentence.EndToken; i++)
        {
            // A name that nothing knows, or some relative, who does or suffers something here.
            bool unseen = Tree[i].Pos == PartOfSpeech.Propn ? phrases.Signs.At(i) is null or { Meant.Count: 0, Kind: SightingKind.Name } : Tree[i].Pos == PartOfSpeech.Noun && phrases.Words.IsKin(phrases.Form(i)) && phrases.MeantBy(i).Count == 0 && i < token;
            if (unseen && Tree[i].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj or Relation.NmodPoss or Relation.OblAgent)
                return -1;
        }

        return only;
    }

    private int Person(int token, bool male, bool possessive, out Func<int, bool> fits)
    {
        int own = -1;
        // "The judge read the verdict. He was sentenced …": no judge.
        bool punished = Tree[token].Relation == Relation.NsubjPass && Tree.Head(token) is >= 0 and var punishing && phrases.Words.IsAccusing(Tree[punishing].Lemma.ToLowerInvariant());
        punished |= Tree[token].Relation == Relation.NsubjPass && earlier.IsAccusing();
        bool caught = Tree[token].Relation == Relation.Obj && Tree.Head(token) is >= 0 and var catching && phrases.Words.IsAccusing(Tree[catching].Lemma.ToLowerInvariant());
        bool defended = possessive && Tree.Head(token) is >= 0 and var lawyer && phrases.Words.IsLawyer(Tree[lawyer].Lemma.ToLowerInvariant());
        bool Fits(int entity) => entity != own && !bounds.Bars(entity) && !(defended && Table[entity].Sectors is [Sector.Jud, ..]) && !(punished && (Table[entity].Sectors is [Sector.Jud, ..] || tellers.HasToldOf(entity))) && !(caught && tellers.IsOnDutyBeside(entity)) && Table[entity] is { Kind: EntityKind.Person, IsPlural: false } draft && phrases.GenderOf(draft) is var gender && (gender == Gender.Unknown || gender == (male ? Gender.Male : Gender.Female));
        fits = Fits;
        string form = phrases.Form(token);
        bool reflexive = form.EndsWith("self", StringComparison.Ordinal);
        // "asked the minister himself".
        if (reflexive && Tree[token].Relation is not (Relation.Obj or Relation.Iobj) && token > 0 && phrases.OnlyMeantBy(token - 1) is >= 0 and var beside1 && Fits(beside1))
            return beside1;
        int clause = bounds.Clause(token);
        bool subject = phrases.IsSubject(token);

        // "The diver trusted him": another than the subject of the same verb.
        bool beside = Tree[token].Relation == Relation.Obl && clause >= 0 && !Tree.Has(clause, Relation.Obj) && !phrases.Words.IsPlaceCase(Tree.Case(token));
        bool described = clause >= 0 && clauses.IsRelative(clause);
        if (clause >= 0 && !subject && !possessive && !reflexive && (beside || described || Tree[token].Relation is Relation.Obj or Relation.Iobj))
            own = DoerOf(clause);
        else if (possessive)
            own = places.Described(Tree.Head(token)) is >= 0 and var described1 ? described1 : phrases.Words.IsHost(phrases.Form(Tree.Head(token))) && earlier.Host() is >= 0 and var receiving ? receiving : bodies.Judge(token, clause);
        if (own < 0 && !possessive && !subject && !form.EndsWith("self", StringComparison.Ordinal))
            own = places.Enclosing(token);
        if (own < 0 && subject)
            own = places.Crossed(token);

        // "The leader will take no part in talks with him".
        if (own < 0 && clause >= 0 && Tree[token].Relation == Relation.Nmod && !reflexive && Tree.Case(token) is not "of")
            own = DoerOf(clause);
        if (!subject && !possessive && clause >= 0 && Tree[clause].Morphology.HasFlag(Morphology.Infinitive) && clauses.ClauseAbove(clause) is >= 0 and var naming && phrases.Words.IsConferring(Tree[naming].Lemma.ToLowerInvariant()))
            return -1;
        if (possessive && clause >= 0 && bodies.Reason(token, clause) is >= 0 and var thanked && thanked != own && Fits(thanked))
            return thanked;
        bool passed = false;
        int first = own < 0 && !reflexive && places.Contrasted(clause) is >= 0 and var other ? other : -1;
        if (first >= 0)
            own = phrases.OnlyMeantBy(first);
        for (int at = first < 0 ? clause : -1, steps = 0; at >= 0 && steps < 6; at = clauses.ClauseAbove(at), steps++)
        {
            // An object pronoun is not the subject of its own clause, nor of the one whose subject does that too.
            if (!possessive && !reflexive && (at == clause || places.IsShared(clause, at, token) || places.IsOfDoer(clause, at, token) || places.IsBeside(clause, at, token)))
            {
                // "The envoy was to see him": another than the envoy.
                if (at != clause && own < 0 && clauses.SubjectOf(at) is >= 0 and var same && same < token)
                    own = phrases.OnlyMeantBy(same);
                continue;
            }

            // "ordered him to hand over his papers".
            if (possessive && places.Ordered(at) is >= 0 and var ordered && Fits(ordered))
                return ordered;
            int nominal = places.SubjectOf(at, token) is >= 0 and var doing ? doing : bounds.Lost(at);

            // "aid pledged by the premier when he came".
            if (at != clause && (nominal < 0 || phrases.MeantBy(nominal).Count == 0) && Tree.Child(at, Relation.OblAgent) is >= 0 and var agent)
                nominal = agent;
            if (nominal < 0 || nominal >= token || clauses.IsImpersonal(at))
                continue;

            // Who is quoted says "I", not "he".
            if (phrases.Quotes.At(nominal) != quote)
                return -1;

            if (subject && at != clause && places.MasterOfOffice(nominal, token) is var master1 && master1 != -1)
                return master1 >= 0 && Fits(master1) ? master1 : -1;
            if (phrases.OnlyMeantBy(nominal) is >= 0 and var entity)
            {
                // "The governor, he said, knew": whoever says so tells of another.
                if (subject && at != clause && Tree[clause].Relation == Relation.Parataxis && clauses.ClauseAbove(clause) == at && nominal < token && speech.IsSpeech(Tree[clause].Lemma.ToLowerInvariant()) && phrases.Quotes.At(nominal) == 0)
                    own = entity;
                // "asked that he receive a guest": whoever asks speaks of another.
                if (subject && places.IsAskedThere(clause, at))
                    own = entity;
                if (entity == own)
                    continue;

                // "Serbia recognised his country": no state is he.
                if (Table[entity] is { Kind: EntityKind.State or EntityKind.Organization } or { Kind: EntityKind.Group, Sectors.IsEmpty: false } or { Kind: EntityKind.Group, IsPlural: true })
                {
                    passed |= Tree[at].Relation != Relation.AclRelcl;
                    continue;
                }

                // "His lawyer said police had beaten him".
                if (!subject && !possessive && at != clause && OwnerOf(entity, male) is var client && client != -1)
                    return client >= 0 && Fits(client) ? client : -1;
                if (passed && possessive && places.Only(token, 0, Fits) != entity)
                    return -1;
                bool nameless = possessive && at != clause && Table[entity] is { IsNamed: false, Known: null };
                if ((subject || nameless) && tellers.IsOfAnother(entity, nominal, at, Fits) || possessive && !male && (bounds.IsBesideWoman(entity, token) || bounds.IsNewcomer(entity) && Surer(false) >= 0))
                    return -1;
                return Fits(entity) && !IsOpenBetween(entity, token, male) && !(at != clause && !subject && !possessive && (places.IsMetThere(clause, at, entity, Fits) || places.IsWarned(clause, at, entity, Fits)))
                    ? subject && at != clause && places.MasterOf(entity, nominal, token, Fits) is >= 0 and var master ? master : entity : -1;
            }

            // "His coach, Karl Beck, said he was the best".
            if (subject && Tree.Has(nominal, Relation.NmodPoss) && tellers.HasElder(int.MaxValue, entity => Fits(entity) && !IsUnder(entity, nominal)))
                return -1;

            // "The 14, he said, had left".
            if (subject && at != clause && Tree[clause].Relation == Relation.Parataxis && speech.IsSpeech(Tree[clause].Lemma.ToLowerInvariant()))
                continue;

            // "Another said that she …", "Waddoups said": somebody whom nothing names, or who stayed open.
            if (IsSomebody(nominal) || phrases.Words.IsHe(phrases.Form(nominal)) || phrases.Words.IsShe(phrases.Form(nominal)))
                return -1;
        }

        if (parallels.Of(token, Fits) is >= 0 and var parallel)
            return parallel;

        // "expelled the head of the firm, accusing him": of whoever is no mention.
        if (!subject && !possessive && places.IsBeside(clause, clauses.ClauseAbove(clause), token) && Tree.Child(clauses.ClauseAbove(clause), Relation.Obj) is >= 0 and var charged && phrases.MeantBy(charged).Count == 0)
            return -1;

        // "The speaker asked him to stop. He refused."
        if (subject && places.IsOpening(token) && earlier.Answering(Tree[clause].Lemma.ToLowerInvariant()) is >= 0 and var asked && Fits(asked))
            return asked;

        // "The minister sacked the envoy. His deputy will replace him"; "A gunman shot the premier. His bodyguards seized the man".
        if (quote == 0 && !subject && clause >= 0 && phrases.Words.IsSucceeding(Tree[clause].Lemma.ToLowerInvariant()) && !phrases.Words.IsKin(phrases.Form(Math.Max(0, clauses.SubjectOf(clause)))) && earlier.Ousted() is >= 0 and var ousted && Fits(ousted))
            return ousted;
        if (possessive && token == phrases.Sentence.FirstToken && Tree.Head(token) is >= 0 and var served && phrases.Words.IsServant(Tree[served].Lemma.ToLowerInvariant()) && earlier.MainSubjects() is [var gunman] && Table[gunman].Sectors is [Sector.Uaf or Sector.Crm or Sector.Reb, ..] && earlier.Harmed(Fits) is >= 0 and var victim)
            return victim;

        // "A man was held after Karl Beck was stabbed. He died."
        if (subject && places.IsOpening(token) && phrases.Words.IsDying(Tree[clause].Lemma.ToLowerInvariant()) && earlier.Harmed(Fits) is var harmed && harmed != -1)
            return harmed;

        // "Police held a monk in a town where a lawyer was killed. Delhi deplored his arrest".
        if (!subject && clause >= 0 && (possessive || Tree[token].Relation == Relation.Obj) && phrases.Words.IsCustody(Tree[Math.Max(0, Tree.Head(token))].Lemma.ToLowerInvariant()) && earlier.Caught(Fits) is >= 0 and var caughtBefore && caughtBefore != own)
            return caughtBefore;

        // "sent the mayor a plan, which he refused".
        if (subject && places.Receiver(token, clause) is >= 0 and var receiver && Fits(receiver))
            return receiver;

        // "The minister telephoned his colleague and asked that he come. He agreed": not the one who asks.
        if (subject && own < 0 && places.IsOpening(token) && phrases.Words.IsAnswering(Tree[clause].Lemma.ToLowerInvariant()))
            own = earlier.Asker();

        // "The consul would not be asked to leave, he added": whoever says so goes on, and tells of another.
        if (subject && quote == 0 && clause >= 0 && Tree.Child(clause, Relation.Ccomp) is >= 0 and var said && said < token && speech.IsSpeech(Tree[clause].Lemma.ToLowerInvariant()) && places.Only(token, 0, Fits) is not -1)
            return earlier.MainSubjects() is [var speaker] && Fits(speaker) ? speaker : -1;
        int here = places.Only(token, 0, Fits);

        // "The envoy protested. The premier's spokesman told him": another than the master.
        if (here >= 0 && !subject && !possessive && places.IsMaster(here, clause))
            return phrases.Recall.Nearest(spoken => !spoken.IsModifier && spoken.Sentence < phrases.Recall.Sentence && spoken.Entity != here && phrases.Quotes.At(spoken.Token) == 0 && Fits(spoken.Entity), 1, token);

        // "His employer said it wished him well".
        if (here >= 0 && !subject && !possessive && OwnerOf(here, male) is var owner && owner != -1)
            return owner >= 0 && Fits(owner) ? owner : -1;
        if (here >= 0)
            return here;
        bool inserted = subject && quote == 0 && places.IsInserted(token, clause);
        if (subject && (inserted || places.IsOpening(token)) && earlier.MainSubjects().Where(one => Table[one].Kind == EntityKind.Person).ToArray() is [var going] && Fits(going))
            return bounds.IsEither(going, Fits) || places.HasRival(going, Fits) || !places.IsSaying(token, clause) && tellers.IsOfAnother(going, Fits) ? -1 : phrases.GenderOf(Table[going]) == Gender.Unknown && Surer(male) is >= 0 and var surer ? surer : going;
        if (quote > 0)
            return -1;
        if (here == -2 && !subject || passed && !possessive && bounds.IsOpenBefore(token) || phrases.Recall.Sentence > 0 && IsAboutSomebody(Tree.Parsed.Sentences[phrases.Recall.Sentence - 1], token))
            return -1;
        int nearest = earlier.MainInstead(phrases.Recall.Nearest(spoken => !spoken.IsModifier && spoken.Sentence < phrases.Recall.Sentence && phrases.Quotes.At(spoken.Token) == 0 && Fits(spoken.Entity), defended ? 1 : 2, token), Fits);

        // "The governor appointed Karl Beck. The senate confirmed him."
        if (here == -1 && Tree[token].Relation is Relation.Obj or Relation.Iobj && earlier.Conferred() is >= 0 and var conferred && Fits(conferred))
            return conferred;
        return here == -1 && nearest >= 0 && !bounds.IsPassing(nearest, Fits) && !(passed && bounds.IsOneOfTwo(nearest, token, Fits)) && !IsOtherQuoted(nearest, Fits) && !(subject && tellers.IsOfAnother(nearest, Fits)) ? nearest : -1;
    }

    /// <summary>Of a nameless one of this sentence whose "his" says whose it is, the owner: -1 for one without, -2 where the owner stayed open.</summary>
    private int OwnerOf(int entity, bool male)
    {
        foreach (Spoken spoken in phrases.Recall.Back(0))
        {
            if (spoken.Entity == entity && Table[entity] is { IsNamed: false, Known: null } && Tree.Child(spoken.Token, Relation.NmodPoss) is >= 0 and var whose && (male ? phrases.Words.IsHe(phrases.Form(whose)) : phrases.Words.IsShe(phrases.Form(whose))))
                return phrases.OnlyMeantBy(whose) is >= 0 and var owner ? owner : -2;
        }

        return -1;
    }

    /// <summary>Whether somebody is named within a noun phrase of this sentence.</summary>
    private bool IsUnder(int entity, int nominal) => phrases.Recall.Back(0).Any(spoken => spoken.Entity == entity && (spoken.Token == nominal || Tree.IsUnder(spoken.Token, nominal)));

    /// <summary>Who does what a verb tells, though an infinitive has no subject of its own: "joined the race to beat him"; -1 for none.</summary>
    private int DoerOf(int verb)
    {
        int at = verb;
        for (int steps = 0; steps < 4; steps++)
        {
            if (clauses.SubjectOf(at) is >= 0 and var subject)
            {
                // "the clerk, who worked with him".
                if (Tree[at].Relation == Relation.AclRelcl && Tree[subject].Pos == PartOfSpeech.Pron && phrases.MeantBy(subject).Count == 0)
                    return phrases.OnlyMeantBy(Tree.Head(at));
                return phrases.OnlyMeantBy(subject) is >= 0 and var meant ? meant : Tree.Child(subject, Relation.Appos) is >= 0 and var name ? phrases.OnlyMeantBy(name) : -1;
            }

            // "asked her to meet him": whoever is asked does it.
            if (at == verb && Tree[at].Relation is not (Relation.Acl or Relation.Advcl) || !Tree[verb].Morphology.HasFlag(Morphology.Infinitive) || clauses.ClauseAbove(at) is not (>= 0 and var above))
                return -1;
            at = above;
        }

        return -1;
    }

    /// <summary>"Ana Roux died, her son Robin Roux said. She …": the only one of the sentence before who is known to be a woman; -1 for none or several.</summary>
    private int Surer(bool male)
    {
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(1))
        {
            if (spoken.Sentence == phrases.Recall.Sentence || spoken.IsModifier || !spoken.IsSubject || phrases.Quotes.At(spoken.Token) > 0 || Table[spoken.Entity] is not { Kind: EntityKind.Person, IsPlural: false } draft || phrases.GenderOf(draft) != (male ? Gender.Male : Gender.Female) || spoken.Entity == only)
                continue;
            if (only >= 0)
                return -1;
            only = spoken.Entity;
        }

        return only;
    }

    /// <summary>"Her lawyer Sandy Roe said that she …": of the two persons of the sentence only the other is known to be a woman.</summary>
    private bool IsOpenBetween(int entity, int token, bool male)
    {
        if (phrases.GenderOf(Table[entity]) != Gender.Unknown || !phrases.IsSubject(token))
            return false;
        foreach (Spoken spoken in phrases.Recall.Back(0, token))
        {
            if (spoken.Entity != entity && !spoken.IsModifier && Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false } other && phrases.GenderOf(other) == (male ? Gender.Male : Gender.Female))
                return true;
        }

        return false;
    }

    /// <summary>The sentence before tells of others in quotation marks alone: words from further back may mean any of them.</summary>
    private bool IsOtherQuoted(int entity, Func<int, bool> fits)
    {
        bool isNear = false, isOther = false;
        foreach (Spoken spoken in phrases.Recall.Back(1))
        {
            if (spoken.Sentence == phrases.Recall.Sentence || spoken.IsModifier)
                continue;
            bool marked = phrases.Quotes.At(spoken.Token) != 0;
            isNear |= spoken.Entity == entity && !marked;
            isOther |= spoken.Entity != entity && marked && fits(spoken.Entity);
        }

        return isOther && !isNear;
    }

    /// <summary>Somebody whom nothing names: "another", "one of the victims", a name that is no mention.</summary>
    private bool IsSomebody(int nominal) =>
        Tree[nominal].Pos is PartOfSpeech.Propn or PartOfSpeech.Num || Tree.Form(nominal).Equals("one", StringComparison.OrdinalIgnoreCase) || Tree.Form(nominal).Equals("another", StringComparison.OrdinalIgnoreCase);

    /// <summary>The subject of a whole sentence is somebody whom nothing names, and the pronoun after it may go on with them.</summary>
    private bool IsAboutSomebody(Sentence sentence, int token)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (Tree[i].Relation == Relation.Root)
                return clauses.SubjectOf(i) is >= 0 and var subject && Tree[subject].Pos != PartOfSpeech.Propn && !(Tree.Child(subject, Relation.Appos) is >= 0 and var name && Tree[name].Pos == PartOfSpeech.Propn) && (IsSomebody(subject) && !phrases.Recall.Back(1).Any(spoken => spoken.Token == subject) || IsTeller(subject, i) && places.IsSaying(token, clauses.ClauseOf(token)));
        }

        return false;
    }

    /// <summary>"The digger said …": one who is no mention and speaks.</summary>
    private bool IsTeller(int subject, int verb) =>
        Tree[subject].Pos == PartOfSpeech.Noun && speech.IsSpeech(Tree[verb].Lemma.ToLowerInvariant()) && !phrases.Words.IsKin(phrases.Form(subject)) && !Tree.Has(subject, Relation.Appos) && !Tree.Has(subject, Relation.NmodPoss)
        && !phrases.Recall.Back(1).Any(spoken => spoken.Token == subject);
}
