using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>A cue as it stands in a text.</summary>
/// <param name="Cue">What the language knows of it.</param>
/// <param name="Token">Its first word.</param>
/// <param name="LastToken">Its last word.</param>
internal readonly record struct CueUse(SpeechCue Cue, int Token, int LastToken);

/// <summary>Recognises cues and those whose word they give.</summary>
internal sealed partial class CueReader(SpeechTree tree, SpeechCues cues, MentionPlaces places)
{
    private const int StepsUp = 6;
    private const int ShortestName = 3;
    private const int WordsToNamed = 12;

    /// <summary>The cue at a token, or null.</summary>
    public CueUse? At(int token)
    {
        Token word = tree.Tree[token];
        CueKind? kind = word.Pos switch
        {
            PartOfSpeech.Verb => CueKind.Verb,
            PartOfSpeech.Noun or PartOfSpeech.Propn => CueKind.Noun,
            _ => null,
        };

        // "the stated aim": no more than a property of its noun.
        if (kind == CueKind.Verb && word.Relation == Relation.Amod && !(token > 0 && tree.Tree[token - 1].Relation == Relation.Cc))
            return null;

        // "the news agency" gives no news.
        if (kind == CueKind.Noun && word.Relation == Relation.Compound)
            return null;
        if (kind is { } plain && Match(cues.From(word.Lemma.ToLowerInvariant()), token, plain) is { } use)
            return use;
        if (kind == CueKind.Noun)
            return null;
        ImmutableArray<SpeechCue> byForm = cues.From(Form(token));
        return byForm.IsEmpty ? null : Match(byForm, token, CueKind.Preposition);
    }

    private CueUse? Match(ImmutableArray<SpeechCue> candidates, int token, CueKind kind)
    {
        foreach (SpeechCue cue in candidates)
        {
            if (cue.Kind == kind && Follows(cue, token) && !HasParticle(token + cue.Words.Length - 1, kind))
                return new CueUse(cue, token, token + cue.Words.Length - 1);
        }

        return null;
    }

    /// <summary>"called off": with a particle a verb is another one.</summary>
    private bool HasParticle(int last, CueKind kind) => kind == CueKind.Verb && last + 1 < tree.Tree.Count && tree.Tree[last + 1].Relation == Relation.CompoundPrt && tree.Tree[last + 1].Head == last;

    private bool Follows(SpeechCue cue, int token)
    {
        for (int i = 1; i < cue.Words.Length; i++)
        {
            if (token + i >= tree.Tree.Count || (tree.Tree[token + i].Lemma != cue.Words[i] && Form(token + i) != cue.Words[i]))
                return false;
        }

        // "reported on Monday": the preposition is that of the day.
        int next = token + cue.Words.Length;
        if (cue.Words.Length > 1 && cue.Kind == CueKind.Verb && tree.Tree[next - 1].Pos == PartOfSpeech.Adp && ClosesMedium(next))
            return false;
        return cue.Words.Length == 1 || next >= tree.Tree.Count || cue.Kind != CueKind.Verb || tree.Tree[next - 1].Pos != PartOfSpeech.Adp || !tree.IsDay(next);
    }

    // "reported on its website that …": the preposition is that of the medium.
    private bool ClosesMedium(int from)
    {
        for (int i = from; i < from + ShortestName && i + 1 < tree.Tree.Count; i++)
        {
            if (tree.Is(i, CueKind.Medium))
                return tree.IsComplementizer(i + 1);
        }

        return false;
    }

    private string Form(int token) => tree.Tree.Form(token).ToString().ToLowerInvariant();

    public bool IsPassive(int verb) => tree.Tree.Has(verb, Relation.AuxPass) || tree.Tree.Has(verb, Relation.NsubjPass) || IsBareParticiple(verb) || IsJoinedPassive(verb);

    // "has been reinforced and told to fire".
    private bool IsJoinedPassive(int verb)
    {
        DocumentTree words = tree.Tree;
        return words[verb] is { Relation: Relation.Conj, Tag: "VBN" or "VBD", Head: >= 0 and var first } && words.Has(first, Relation.AuxPass) && first < verb
            && !words.Has(verb, Relation.Nsubj) && !words.Has(verb, Relation.Aux) && !words.Has(verb, Relation.Obj) && !words.Has(verb, Relation.Iobj) && !words.Has(verb, Relation.Ccomp);
    }

    /// <summary>"a party called the Dawn", "when asked about it": the participle of a passive, with nobody named who speaks.</summary>
    public bool IsUnsaidParticiple(int verb) => IsBareParticiple(verb) && AgentOf(verb) < 0 && RelayOf(verb) is null;

    /// <summary>"was called 'the lion of the valley'": words in marks that nobody named gives.</summary>
    public bool IsSaidByNobody(CueUse use)
    {
        int verb = use.Token, next = use.LastToken + 1;
        if (AgentOf(verb) >= 0 || RelayOf(verb) is not null)
            return false;
        return (IsPassive(verb) && !tree.Tree.Has(verb, Relation.Nsubj)) || (tree.Tree[verb].Tag == "VBN" && !tree.Tree.Has(verb, Relation.Aux) && !tree.Tree.Has(verb, Relation.Obj) && next < tree.Tree.Count && tree.Is(next, CueKind.Predicate));
    }

    private bool IsBareParticiple(int verb)
    {
        DocumentTree words = tree.Tree;
        if (words[verb].Tag is not ("VBN" or "VBD") || words.Has(verb, Relation.Nsubj) || words.Has(verb, Relation.Aux))
            return false;

        // "Asked whether she would stay, the minister …".
        if (words[verb].Relation == Relation.Advcl && words[verb].Head > verb && (verb == 0 || words.SentenceOf(verb - 1) != words.SentenceOf(verb)))
            return true;
        // "The premier, asked whether she would pay, said …".
        if (words[verb].Relation == Relation.Advcl && words[verb].Head > verb && words.Form(verb - 1) is "," && words.Child(words[verb].Head, Relation.Nsubj) is >= 0 and var asked && asked < verb)
            return true;
        // ", when asked if …".
        if (words[verb].Relation == Relation.Advcl && verb > 0 && words[verb - 1].Head == verb && words[verb - 1].Tag == "WRB")
            return true;
        if (words.Has(verb, Relation.Ccomp) && !(verb > 0 && words[verb] is { Relation: Relation.Acl, Tag: "VBN" } && words.Form(verb - 1) is ","))
            return false;
        return words[verb].Relation == Relation.Acl && ((words[verb].Tag == "VBD" && verb + 1 < words.Count && words[verb + 1].Pos != PartOfSpeech.Punct) || (words[verb].Morphology & Morphology.Participle) != 0)
            || words[verb].Relation == Relation.Advcl && verb > 0 && words[verb - 1].Head == verb && words[verb - 1].Relation is Relation.Mark or Relation.Advmod;
    }

    /// <summary>The head of the words for the speaker of a verb; -1 when the grammar does not name one.</summary>
    public int SpeakerOf(int verb) => SpeakerOf(verb, 0);

    /// <summary>Whose words a verb gives and who passes them on: "the agency quoted her as saying", "she was quoted by the agency".</summary>
    /// <param name="verb">The verb of passing on, or the one that hangs on it.</param>
    /// <returns>Heads, -1 for those not named; null when nobody passes anything on.</returns>
    public (int Speaker, int Carrier)? RelayOf(int verb)
    {
        DocumentTree words = tree.Tree;
        int relay = verb;
        int saying = IsRelay(verb) ? -1 : SayingUnder(verb);
        if (!IsRelay(verb) && saying < 0)
        {
            relay = words[verb].Relation is Relation.Advcl or Relation.Xcomp or Relation.Acl or Relation.Obl ? words[verb].Head : -1;

            // "quoted her as saying": the saying may hang on the one quoted.
            if (relay >= 0 && words[verb].Relation == Relation.Acl && words[relay].Relation == Relation.Obj)
                relay = words[relay].Head;

            // "quoted the envoy, without naming him, as saying".
            if (relay >= 0 && words[verb].Tag == "VBG" && words[relay] is { Tag: "VBG", Relation: Relation.Advcl, Head: >= 0 and var outer } && IsRelay(outer) && tree.HasOpening(verb, CueKind.Predicate))
                relay = outer;
            // "was reported as saying": of other words of saying the passive passes on too.
            if (relay < 0 || !(IsRelay(relay) || SayingUnder(relay) == verb))
                return null;
        }

        if (IsPassive(relay) || (words[relay].Relation == Relation.Acl && (words[relay].Morphology & Morphology.Participle) != 0))
        {
            int quoted = NearestPassive(relay);
            if ((quoted < 0 || IsRelative(quoted)) && words[relay].Relation is Relation.Acl or Relation.AclRelcl)
                quoted = words[relay].Head;
            int agent = AgentOf(relay);

            // "was quoted as saying by the agency".
            return quoted < 0 ? null : (quoted, agent < 0 && relay != verb ? AgentOf(verb) : agent < 0 && saying >= 0 ? AgentOf(saying) : agent);
        }

        int source = words.Child(relay, Relation.Obj);
        int carrier = words.Child(relay, Relation.Nsubj);
        return source < 0 || !(IsNominal(source) || IsName(source)) ? null : (source, carrier >= 0 && !IsRelative(carrier) ? carrier : -1);
    }

    // "was reported as saying".
    private int SayingUnder(int verb)
    {
        if (!tree.Tree.Has(verb, Relation.AuxPass) || tree.Tree[verb].Pos != PartOfSpeech.Verb)
            return -1;
        foreach (int child in tree.Tree.Children(verb))
        {
            if (child > verb && tree.Tree[child] is { Tag: "VBG", Relation: Relation.Advcl or Relation.Xcomp or Relation.Obl } && tree.HasOpening(child, CueKind.Predicate) && At(child) is { Cue.Kind: CueKind.Verb })
                return child;
        }

        return -1;
    }

    private bool IsRelay(int verb) =>
        tree.Tree[verb].Pos == PartOfSpeech.Verb && cues.From(tree.Tree[verb].Lemma.ToLowerInvariant()).Any(cue => cue.Has(CueFrames.Relay));

    private int SpeakerOf(int verb, int taken)
    {
        if (taken == 0 && RelayOf(verb) is { } relayed)
            return relayed.Speaker;
        if (LettingOf(verb) is >= 0 and var letting)
            verb = letting;
        if (taken == 0 && SpeechBefore(verb) is var said and >= 0)
            verb = said;
        if (taken == 0 && InsertedBefore(verb) is var inserted and >= 0)
            verb = inserted;
        int speaker = Climb(verb, taken);
        if (taken == 0 && !tree.Tree.Has(verb, Relation.Nsubj) && NamedBeside(verb) is >= 0 and var beside)
            speaker = beside;
        if (speaker < 0 && taken == 0)
            speaker = InvertedAfter(verb);
        if (speaker < 0 && taken == 0)
            speaker = BesideJoint(verb) is >= 0 and var before ? before : BehindComma(verb);

        // ", reads the motion,": a paper right behind speaks, and not the subject of what it says.
        if (taken == 0 && !tree.Tree.Has(verb, Relation.Nsubj) && InvertedAfter(verb) is >= 0 and var paper && tree.Is(paper, CueKind.Occasion))
            speaker = paper;
        if (taken == 0 && (speaker < 0 || !places.Knows(speaker) || !tree.Tree.Has(verb, Relation.Nsubj)) && NameBehind(verb) is >= 0 and var name
            && (speaker > verb || FollowsMarks(verb) || !cues.From(tree.Tree[verb].Lemma).Any(cue => cue.Hearer == "object")))
        {
            speaker = name;
        }


        // "on Sunday told": a day is nobody.
        return speaker >= 0 && tree.IsDay(speaker) ? -1 : BehindPaper(speaker);
    }

    // "the mayor's letter said", "the opinion of the court held": whose paper it is speaks in it.
    private int BehindPaper(int speaker)
    {
        if (speaker < 0 || !tree.Is(speaker, CueKind.Occasion))
            return speaker;
        if (OwnerBeside(speaker) is var owner and >= 0 && places.Knows(owner))
            return owner;
        foreach (int child in tree.Tree.Children(speaker))
        {
            if (tree.Tree[child].Relation == Relation.Nmod && child > speaker && places.Knows(child) && tree.HasCase(child, CueKind.Author))
                return child;
        }

        // "the ministry issued a statement saying …": a paper that is given out speaks for the one who gives it out.
        if (tree.Tree[speaker] is { Relation: Relation.Obj, Head: >= 0 and var giving } && tree.Is(giving, CueKind.Giving) && tree.Tree.Child(giving, Relation.Nsubj) is var giver and >= 0 && places.Knows(giver))
            return giver;
        return speaker;
    }

    /// <summary>"The mayor said the road was open, but warned that …": a second verb of saying without a subject of its own, hung on what was said, goes on with the first one's speaker.</summary>
    /// <returns>The first verb, or -1.</returns>
    public int SpeechBefore(int verb)
    {
        DocumentTree words = tree.Tree;
        if (words[verb].Relation != Relation.Conj || words.Has(verb, Relation.Nsubj) || IsPassive(verb) || !words.Has(verb, Relation.Cc))
            return -1;
        int said = words[verb].Head;
        for (int step = 0; step < StepsUp && said >= 0 && words[said].Relation == Relation.Conj; step++)
            said = words[said].Head;

        // "deplored the fact that …, and said …".
        int told = said < 0 ? -1 : words[said].Relation == Relation.Ccomp ? words[said].Head : words[said].Relation == Relation.Acl && words[said].Head is >= 0 and var noun && words[noun].Relation == Relation.Obj ? words[noun].Head : -1;
        if (told < 0 || told > said)
            return -1;
        int first = told;
        return At(first) is { Cue.Kind: CueKind.Verb } use && use.Cue.Has(CueFrames.Clause) && At(verb) is { Cue.Kind: CueKind.Verb } other && other.Cue.Has(CueFrames.Clause)
            && (words[first].Morphology & Morphology.Past) == (words[verb].Morphology & Morphology.Past) ? first : -1;
    }

    private int Climb(int verb, int taken)
    {
        DocumentTree words = tree.Tree;
        int at = verb;
        for (int step = 0; step + taken < StepsUp && at >= 0; step++)
        {
            if (step == 0 && IsPassive(at))
                return AgentOf(at);
            int subject = SubjectBeside(at, verb);
            if (subject < 0 && step > 0)
                subject = words.Child(at, Relation.NsubjPass);

            // "Visiting Premier Ann Lee held talks and pledged to …": the one who visits.
            if (subject < 0 && words.Child(at, Relation.Csubj) is >= 0 and var visiting && words[visiting].Tag == "VBG" && words.Child(visiting, Relation.Obj) is >= 0 and var visitor && words[visitor].Pos == PartOfSpeech.Propn && places.Knows(visitor))
                subject = visitor;

            // "Rights Watch, in a report, said …": a name that the parser took for a clause.
            for (int child = at - 1; step == 0 && subject < 0 && child >= 0 && at - child <= WordsToNamed && words.SentenceOf(child) == words.SentenceOf(at); child--)
                subject = words[child].Head == at && words[child].Relation is Relation.Ccomp or Relation.Advcl && IsNamedClause(child) ? child : subject;

            // "wrote on May 2 and again on May 31 asking …": a day with its preposition is no subject.
            if (subject >= 0 && words[subject].Pos == PartOfSpeech.Num && words.Has(subject, Relation.Case))
                subject = -1;

            // "condemns fraud 'in all its shapes'": an unknown thing behind the verb, taken for its subject.
            if (step == 0 && subject > at && words[subject].Pos == PartOfSpeech.Noun && !places.Knows(subject) && !tree.Is(subject, CueKind.Occasion) && At(at) is { Cue.Class: SpeechClasses.Stance })
                subject = -1;

            // "the officer standing beside her said": no subject.
            if (subject >= 0 && words[subject].Pos == PartOfSpeech.Pron && (words[subject].Morphology & Morphology.Accusative) != 0 && (words[subject].Morphology & (Morphology.Nominative | Morphology.Neuter)) == 0)
                subject = -1;

            // "said the trial would be unfair, adding that …": a thing that was told of says nothing itself.
            if (subject >= 0 && step > 0 && (IsTold(at) || (words[verb].Tag == "VBG" && (subject > verb || words[subject].Relation == Relation.NsubjPass))) && !MaySpeak(subject))
                subject = -1;
            if (subject >= 0)
                return IsRelative(subject) && words[at].Relation == Relation.AclRelcl ? (words[subject].Tag == "WP" ? places.PersonAbove(words[at].Head, subject, words) : words[at].Head) : subject;
            int head = words[at].Head;
            if (step == 0 && BesideFinite(at) is var beside and >= 0)
                return beside;
            if (head < 0)
                return -1;
            // "asked the envoy to leave, accusing his king of …": behind a comma the one who asks goes on.
            if (step == 0 && words[at].Relation == Relation.Advcl && tree.IsSetOff(at) && words[head].Relation == Relation.Xcomp && words[head].Head is >= 0 and var asking)
            {
                at = asking;
                continue;
            }

            switch (words[at].Relation)
            {
                // "accepted the post, writing that …": behind a comma the subject of the clause goes on, and not the thing before the comma.
                case Relation.Acl when (step == 0 ? IsGoingOn(at) : words[verb].Tag == "VBG" && tree.IsSetOff(verb) && At(head) is { Cue.Kind: CueKind.Noun }) && ClauseAbove(head) is var clause and >= 0:
                    at = clause;
                    break;
                // "won the vote promising to …", "wrote on May 31 asking that …": a thing or a day says nothing, and whoever does it goes on.
                case Relation.Acl when step == 0 && words[at].Tag == "VBG" && !MaySpeak(head) && !tree.Is(head, CueKind.Occasion) && At(head) is not { Cue.Kind: CueKind.Noun } && ClauseAbove(head) is >= 0 and var act && words.Child(act, Relation.Nsubj) is >= 0 and var doer && (places.Knows(doer) || words[doer].Pos == PartOfSpeech.Pron):
                    at = act;
                    break;
                case Relation.AclRelcl or Relation.Acl:
                    return step == 0 && IsNominal(head) && words[at].Relation == Relation.Acl && (words[at].Morphology & Morphology.Infinitive) != 0 ? OwnerOf(head, taken + step + 1) : IsNominal(head) ? head : -1;
                // "won the vote promising to …".
                case Relation.Xcomp when step == 0 && words[at].Tag == "VBG" && words.Child(head, Relation.Obj) is >= 0 and var prize && !MaySpeak(prize) && words[prize].Pos == PartOfSpeech.Noun && !tree.Is(prize, CueKind.Occasion):
                    at = head;
                    break;
                case Relation.Xcomp when words.Child(head, Relation.Obj) is var hearer and >= 0:
                    return hearer;
                // "denied wrongdoing and said …" with the second verb hung on the noun.
                case Relation.Conj when step == 0 && (words[verb].Tag is "VBD" or "VBZ") && IsNominal(head) && words[head].Relation is Relation.Obj or Relation.Obl && ClauseAbove(head) is >= 0 and var doing:
                    at = doing;
                    break;
                case Relation.Xcomp or Relation.Conj or Relation.Advcl or Relation.Parataxis or Relation.Ccomp or Relation.Dep:
                    at = head;
                    break;
                default:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>A verb by its tag that is the last word of a name: "Human Rights Watch".</summary>
    public bool IsNamedClause(int token) =>
        tree.Tree[token].Pos == PartOfSpeech.Verb && char.IsUpper(tree.Text[tree.Tree[token].Range.Start]) && places.Knows(token) && !tree.Tree.Has(token, Relation.Nsubj);

    private bool IsGoingOn(int verb)
    {
        DocumentTree words = tree.Tree;
        int noun = words[verb].Head;
        return (words[verb].Morphology & (Morphology.Gerund | Morphology.Participle)) != 0 && words[verb].Tag == "VBG" && tree.IsSetOff(verb)
            && words[noun].Relation is Relation.Obj or Relation.Obl or Relation.Nmod && !tree.Is(noun, CueKind.Occasion);
    }

    private int ClauseAbove(int token)
    {
        int at = token;
        for (int step = 0; step < StepsUp && at >= 0; step++)
        {
            if (tree.Tree[at].Pos == PartOfSpeech.Verb)
                return at;
            at = tree.Tree[at].Head;
        }

        return -1;
    }

    private bool IsTold(int verb) =>
        tree.Tree[verb].Relation == Relation.Ccomp && tree.Tree[verb].Head is >= 0 and var said && At(said) is { Cue.Kind: CueKind.Verb };

    private bool MaySpeak(int subject) =>
        tree.Tree[subject].Pos is PartOfSpeech.Propn && !(subject + 1 < tree.Tree.Count && tree.Tree[subject + 1].Pos == PartOfSpeech.Num && !places.Knows(subject)) || places.Knows(subject)
        || (tree.Tree[subject].Pos == PartOfSpeech.Pron && (tree.Tree[subject].Morphology & (Morphology.ThirdPerson | Morphology.Neuter)) == Morphology.ThirdPerson);

    /// <summary>Whose word a noun gives: its owner, "by" or "from" whom, what it stands beside, or the subject of the verb that it is the object of.</summary>
    public int OwnerOf(int noun) => OwnerOf(noun, 0);

    /// <summary>The head of the words for the one spoken to by a preposition of the cue: "said to the envoy"; -1 for none.</summary>
    public int HearerBeside(CueUse use)
    {
        foreach (int child in tree.Tree.Children(use.Token))
        {
            if (tree.Tree[child].Relation is Relation.Obl or Relation.Iobj && tree.Tree.Case(child) == use.Cue.Hearer)
                return child;
        }

        return -1;
    }

    private int OwnerOf(int noun, int taken)
    {
        if (OwnerBeside(noun) is var owner and >= 0)
            return owner;
        DocumentTree words = tree.Tree;
        int head = words[noun].Head;

        // "shouted down a proposal to go back": what is done with it by others.
        if (head >= 0 && words[noun].Relation == Relation.Obj && words.Has(head, Relation.CompoundPrt) && !(At(head) is { } told && told.LastToken > head))
            return -1;
        return head >= 0 && words[noun].Relation is Relation.Obj or Relation.Obl && words[head].Pos == PartOfSpeech.Verb ? SpeakerOf(head, taken + 1) : -1;
    }

    /// <summary>Whose word a noun gives by the words that hang on it: its owner, "by" or "from" whom, "released by" whom; -1 for none.</summary>
    public int OwnerBeside(int noun)
    {
        DocumentTree words = tree.Tree;
        int owner = words.Child(noun, Relation.NmodPoss);
        if (owner >= 0)
            return owner;
        foreach (int child in words.Children(noun))
        {
            if (words[child].Relation == Relation.Nmod && child > noun && IsNominal(child) && tree.HasCase(child, CueKind.Owner))
                return child;
        }

        foreach (int child in words.Children(noun))
        {
            if (words[child].Relation == Relation.Acl && !tree.Is(child, CueKind.Carrying) && AgentOf(child) is var agent and >= 0)
                return agent;
        }

        int compound = words.Child(noun, Relation.Compound);
        if (compound >= 0 && (words[compound].Pos == PartOfSpeech.Propn || places.Knows(compound)))
            return compound;
        return -1;
    }

    // Of two subjects ("the museum, the mayor said, celebrated …") the one right before the cue speaks.
    private int SubjectBeside(int verb, int cue)
    {
        int subject = tree.Tree.Child(verb, Relation.Nsubj);
        foreach (int child in tree.Tree.Children(verb))
        {
            if (tree.Tree[child].Relation == Relation.Nsubj && (child < cue || subject > cue && tree.Last(subject) + 1 == tree.First(child)))
                subject = child;
        }

        // "More than wages or health, Mr Lee believes …": the name right before the cue, set beside something that is nobody.
        if (subject >= 0 && subject < cue && !places.Knows(subject) && tree.Tree.Child(subject, Relation.Appos) is >= 0 and var name && tree.Last(name) + 1 == cue && tree.First(name) > 0 && tree.Tree.Form(tree.First(name) - 1) is "," && places.Knows(name))
            return name;
        return subject;
    }

    /// <summary>A word of saying of another language, whatever it was taken for.</summary>
    public bool IsForeign(int token) => cues.Is(Form(token), CueKind.Foreign);

    /// <summary>The run of names and nouns right after a token; empty when <c>To</c> is before <c>From</c>.</summary>
    public (int From, int To) NameAfter(int token)
    {
        DocumentTree words = tree.Tree;
        int from = token + 1;
        while (IsWithin(from) && words[from].Pos != PartOfSpeech.Punct && !IsNominal(from) && !IsName(from))
            from++;
        int to = from - 1;
        while (IsWithin(to + 1) && (IsNominal(to + 1) || IsName(to + 1)))
            to++;
        return (from, to);

        bool IsWithin(int at) => at < words.Count && at <= token + StepsUp && words.SentenceOf(at) == words.SentenceOf(token);
    }

    /// <summary>A word written as a name, whatever it was taken for.</summary>
    public bool IsName(int token) =>
        char.IsUpper(tree.Text[tree.Tree[token].Range.Start]) && tree.Tree[token].Range.Length >= ShortestName && tree.Tree[token].Pos is not (PartOfSpeech.Punct or PartOfSpeech.Det);

    /// <summary>The doer of a passive; -1 for none.</summary>
    public int AgentOf(int verb)
    {
        foreach (int child in tree.Tree.Children(verb))
        {
            if (tree.Tree[child].Relation == Relation.OblAgent || (tree.Tree[child].Relation == Relation.Obl && tree.HasCase(child, CueKind.Agent)))
                return child;
        }

        return -1;
    }

    private bool IsRelative(int token) =>
        (tree.Tree[token].Morphology & Morphology.Relative) != 0 || tree.Tree[token].Tag is "WP" or "WDT";

    private bool IsNominal(int token) => tree.Tree[token].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron;
}
