using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>How far what somebody says reaches in the tree of its sentence, and where the writer or somebody else tells on.</summary>
internal sealed partial class SpeechReach(SpeechTree tree, CueReader cues)
{
    private const int LongestAside = 16;
    private readonly DocumentTree words = tree.Tree;
    private readonly WritersComment comment = new(tree);

    // The clause with those that follow on the same verb and are not told by the writer: "… , but would think it over".
    public int EndOfClause(int verb, int clause)
    {
        int end = tree.Last(clause);
        if (clause < verb)
            return end;
        foreach (int child in words.Children(verb))
        {
            if (child <= clause || tree.Last(child) <= end)
                continue;
            Relation relation = words[child].Relation;
            if (relation == Relation.Punct)
                continue;
            bool comma = tree.First(child) > end && tree.IsSetOff(child) && !tree.OpensMarks(tree.First(child));
            bool goesOn = relation switch
            {
                Relation.Conj => OpensAgain(child) || !IsSaying(child) && (words.Has(child, Relation.Mark) || !words.Has(child, Relation.Nsubj) || IsToldOn(child)),
                Relation.Parataxis => comma && !IsSaying(child) && IsToldOn(child) && words.Has(child, Relation.Advmod) && tree.First(child) + 1 < child && words[tree.First(child) + 1].Pos == PartOfSpeech.Adv,
                Relation.Ccomp => !comma || OpensAgain(child),
                Relation.Advcl or Relation.Obl or Relation.Xcomp => !comma,
                _ => false,
            };
            if (!goesOn)
                break;
            end = tree.Last(child);
        }

        return end;
    }

    // "said that prices rose and that talks were continuing": the conjunction opens the next clause too, whatever the parser made of it.
    private bool OpensAgain(int clause)
    {
        int first = tree.First(clause);
        while (first < clause && words[first].Pos is PartOfSpeech.Punct or PartOfSpeech.Cconj)
            first++;
        return first < clause && tree.Is(first, CueKind.Complementizer);
    }

    private bool IsSaying(int verb) => cues.At(verb) is { Cue.Kind: CueKind.Verb } && !cues.IsPassive(verb) && !HasModal(verb);

    private bool HasModal(int verb)
    {
        foreach (int child in words.Children(verb))
        {
            if (words[child].Tag == "MD" && words[child].Relation is Relation.Aux)
                return true;
        }

        return false;
    }

    // "said the road was shut, but a detour would be open", "…, and it was the third": a clause with a subject of its own that is no news by itself.
    private bool IsToldOn(int verb)
    {
        if (HasModal(verb))
            return true;
        int subject = words.Child(verb, Relation.Nsubj) is var active and >= 0 ? active : words.Child(verb, Relation.NsubjPass);
        return subject >= 0 && words[subject].Pos == PartOfSpeech.Pron && (words.Has(verb, Relation.Cop) || words.Has(verb, Relation.Aux) || words.Has(verb, Relation.AuxPass));
    }

    // "criticised the vote, which the mayor has called unfair": behind a comma the writer tells more of the thing.
    private int BeforeAside(int thing)
    {
        int end = tree.Last(thing);
        for (int i = thing + 1; i <= tree.Last(thing); i++)
        {
            if (words[i].Relation == Relation.AclRelcl && tree.IsSetOff(i) && tree.First(i) > thing && tree.Last(i) == tree.Last(thing) && cues.At(i) is { Cue.Kind: CueKind.Verb })
                return tree.First(i) - 1;
        }

        return end;
    }

    // The object with what belongs to the same act of saying: "blamed the army for the deaths".
    public int EndOfPhrase(int verb, int thing)
    {
        int end = BeforeAside(thing);
        foreach (int child in words.Children(verb))
        {
            if (child <= thing)
                continue;
            bool belongs = words[child].Relation switch
            {
                Relation.Ccomp when IsOfNext(verb, child) => false,
                // "called for steep new duties" with the adjective and the noun apart.
                Relation.Obl => tree.IsLink(words.Case(child)) || tree.First(child) == end + 1 && !words.Has(child, Relation.Case) && words[child].Pos == PartOfSpeech.Noun,
                Relation.Advcl => !tree.IsSetOff(child) && words[tree.First(child)].Tag != "WRB",
                Relation.Xcomp or Relation.Obj or Relation.Ccomp => true,
                _ => false,
            };
            if (belongs)
                end = Math.Max(end, tree.Last(child));
            else if (words[child].Relation is Relation.Conj or Relation.Punct or Relation.Advcl or Relation.Parataxis)
                break;
        }

        return end;
    }

    /// <summary>"noted in turn that …", "reported, citing the guards, that …": the first word behind the conjunction of a clause that the tree does not hang on its word of saying, or -1.</summary>
    public int BehindAside(CueUse use)
    {
        // ", citing the guards, that …" goes for words of judging too.
        bool isCiting = use.LastToken + 2 < words.Count && words.Form(use.LastToken + 1) is "," && words[use.LastToken + 2].Tag == "VBG" && cues.At(use.LastToken + 2) is { } citing && citing.Cue.Has(CueFrames.Relay);
        if (!use.Cue.Has(CueFrames.Clause) || use.Cue.Class is not (SpeechClasses.Speech or SpeechClasses.Belief or SpeechClasses.Evidence) && use.Cue.Hearer != "object" && !isCiting)
            return -1;
        int end = words.Parsed.Sentences[words.SentenceOf(use.Token)].EndToken;
        int opening = use.LastToken + 1;
        for (; opening < end && opening <= use.LastToken + LongestAside; opening++)
        {
            if (words[opening].Tag is "VBD" or "VBZ" or "VBP" or "MD" && words[opening].Relation is not (Relation.Acl or Relation.Amod) || words.Form(opening) is ";" or ":" or "\"" or "“" or "”")
                return -1;

            // "with the guards answering that …", "saying the visit showed that …": another verb has the clause.
            if (words[opening].Pos == PartOfSpeech.Verb && words[opening].Relation != Relation.Acl && !(words[opening].Tag == "VBG" && tree.IsSetOff(opening) && !words.Has(opening, Relation.Nsubj) && !(cues.At(opening) is { Cue: { Kind: CueKind.Verb } other } && !other.Has(CueFrames.Relay))))
                return -1;
            if (tree.IsComplementizer(opening) && words[opening].Relation == Relation.Mark)
                break;
        }

        if ((opening == use.LastToken + 1 && HasClauseBehind(use.Token)) || opening >= end || !tree.IsComplementizer(opening) || !OnlyCircumstances(use, opening) || !(HasFinite(opening + 1, end) || IsWished(opening, end)))
            return -1;
        if (words[opening - 1].Relation == Relation.Cc)
            return -1;
        int clause = words[opening].Head;
        if (use.Cue.Class == SpeechClasses.Evidence && opening == use.LastToken + 1 || opening == use.LastToken + 2 && words.Form(opening - 1) is "," && (clause < 0 || words[clause].Head != use.Token || !cues.IsPassive(use.Token)))
            return -1;
        if (clause < 0 || words[clause].Head == use.Token && words[clause].Relation == Relation.Ccomp && words.Form(use.LastToken + 1) is not ",")
            return -1;

        // "said with the hope that …", but "said in a statement that …": the clause of another noun.
        return cues.At(opening - 1) is { Cue.Kind: CueKind.Noun } && !tree.Is(opening - 1, CueKind.Occasion) ? -1 : opening + 1;
    }

    // "asked that the men be released".
    private bool IsWished(int opening, int end)
    {
        for (int i = opening + 2; i < end; i++)
        {
            if (words[i].Tag == "VB" && (words.Has(i, Relation.Nsubj) || words[i].Relation is Relation.AuxPass or Relation.Cop && words[i - 1].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron))
                return true;
        }

        return false;
    }

    private bool HasClauseBehind(int verb)
    {
        foreach (int child in words.Children(verb))
        {
            if (child > verb && words[child].Relation is Relation.Ccomp or Relation.Acl or Relation.AclRelcl || words[child].Relation is Relation.Obj or Relation.Iobj or Relation.Csubj or Relation.CsubjPass)
                return true;
        }

        return false;
    }

    // Between a word of saying and the conjunction stand phrases that tell how and where, or the one spoken to.
    private bool OnlyCircumstances(CueUse use, int opening)
    {
        int next = use.LastToken + 1;
        if (next == opening)
            return true;
        if (words.Form(next) is ",")
            return opening - 1 == next || words.Form(opening - 1) is ",";
        if (words[next].Pos == PartOfSpeech.Adp)
            return !use.Cue.Prepositions.Contains(words[next].Lemma);
        return words[next].Pos == PartOfSpeech.Adv || tree.IsDay(next) || use.Cue.Hearer == "object";
    }

    private bool HasFinite(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (words[i].Tag is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        }

        return false;
    }

    // "our hope was conveyed to the envoy that the talks go on": the clause of the noun, hung on whoever heard it.
    public int TornClause(int noun)
    {
        int verb = words[noun].Head;
        for (int i = verb + 1; verb >= 0 && i <= tree.Last(verb); i++)
        {
            if (words[i].Relation is Relation.AclRelcl or Relation.Acl && words[i].Head > verb && tree.IsComplementizer(tree.First(i)) && words.Has(i, Relation.Mark) && (words.Has(i, Relation.Nsubj) || words.Has(i, Relation.NsubjPass)))
                return i;
        }

        return -1;
    }

    // What somebody says ends before ", according to …" at the end of the sentence, which is the writer's.
    public int BeforeSource(CueUse use, int from, int to)
    {
        if (use.Cue.Kind == CueKind.Preposition)
            return to;
        Sentence sentence = words.Parsed.Sentences[words.SentenceOf(use.Token)];
        for (int i = from + 1; i <= to; i++)
        {
            if (IsOtherTelling(use, i) || IsTellingBeside(use, i) || IsCiting(use, i) || (words[i].Relation == Relation.Cc && words[i].Head > i && cues.SpeechBefore(words[i].Head) == use.Token) || IsSetAgainst(i) || comment.IsHeldBack(i))
                return i - 1;
            if (words[i].Pos is PartOfSpeech.Verb or PartOfSpeech.Adp && tree.IsSetOff(i) && cues.At(i) is { Cue.Kind: CueKind.Preposition } source
                && words[source.Token].Head is var named and >= 0 && named > source.LastToken && EndsSentence(named, sentence))
            {
                return i - 1;
            }
        }

        return to;
    }

    // "reported the general dead citing sources in the army": whoever tells it cites.
    private bool IsCiting(CueUse use, int token) =>
        token > use.LastToken && words[token].Tag == "VBG" && words[token].Relation is Relation.Advcl or Relation.Acl && !words.Has(token, Relation.Nsubj)
        && cues.At(token) is { Cue.Kind: CueKind.Verb } other && other.Cue.Has(CueFrames.Relay) && words.Has(token, Relation.Obj);

    // ", with the guards claiming it was open", "without giving a reason": somebody else's telling, or the manner of this one.
    private bool IsTellingBeside(CueUse use, int token)
    {
        if (words[token].Relation is not (Relation.Mark or Relation.Case) || token <= use.LastToken)
            return false;
        int verb = words[token].Head;
        if (verb >= 0 && words[verb].Relation == Relation.Nsubj)
            verb = words[verb].Head;
        if (verb <= token || words[verb].Tag != "VBG" || words[verb].Relation is not (Relation.Advcl or Relation.Acl) || cues.At(verb) is not { Cue.Kind: CueKind.Verb } other || !other.Cue.Has(CueFrames.Clause | CueFrames.Quote))
            return false;
        return words.Has(verb, Relation.Nsubj) ? (words.Has(verb, Relation.Ccomp) || words.Has(verb, Relation.Obj)) && tree.IsSetOff(token) : tree.Is(token, CueKind.Unsaid);
    }

    // ", while the road stayed shut", ", despite reports …": what the writer sets against it behind a comma.
    private bool IsSetAgainst(int token) =>
        words[token].Relation is Relation.Mark or Relation.Case && tree.IsSetOff(token) && words[token].Head > token && tree.Is(token, CueKind.Against);

    // "… while the minister wrote that …": somebody else's saying, set beside this one.
    private bool IsOtherTelling(CueUse use, int token)
    {
        if (words[token].Relation != Relation.Mark || tree.IsComplementizer(token) || token <= use.LastToken)
            return false;
        int verb = words[token].Head;
        return verb > token && words[verb].Relation == Relation.Advcl && cues.At(verb) is { Cue.Kind: CueKind.Verb } other
            && other.Cue.Has(CueFrames.Clause) && words.Has(verb, Relation.Nsubj) && words.Has(verb, Relation.Ccomp);
    }

    /// <summary>The first word of a phrase without a verb between commas that closes with its source; -1 for another.</summary>
    public int BetweenCommas(int source, int end, Sentence sentence)
    {
        if (source == sentence.FirstToken || words[source - 1].Pos == PartOfSpeech.Punct || end + 1 >= sentence.EndToken || words.Form(end + 1) is not ",")
            return -1;
        for (int i = source - 1; i > sentence.FirstToken; i--)
        {
            if (words[i].Pos is PartOfSpeech.Verb or PartOfSpeech.Aux)
                return -1;
            if (words.Form(i) is ",")
                return i + 1;
        }

        return -1;
    }

    /// <summary>"Told of the remark, …": a participle without a subject that opens its sentence.</summary>
    public bool IsOpening(int clause) =>
        words[clause].Tag is "VBN" or "VBD" && words.Parsed.Sentences[words.SentenceOf(clause)].FirstToken == clause && !words.Has(clause, Relation.Nsubj) && !words.Has(clause, Relation.NsubjPass) && !words.Has(clause, Relation.Aux);

    /// <summary>"according to two diplomats briefed on the trip": a participle right behind a source is said of it.</summary>
    public bool IsOfSource(int token) =>
        token < words.Count && words[token].Tag is "VBN" or "VBD" && words[token].Pos == PartOfSpeech.Verb && words[token - 1].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn && !words.Has(token, Relation.Nsubj);

    /// <summary>Behind a source between commas a sum is told by it and not said of it: "according to the bank, $3 million …".</summary>
    public bool IsSum(int token) => words[token].Pos == PartOfSpeech.Sym && words[token].Relation is Relation.Appos or Relation.Conj;

    public bool EndsSentence(int source, Sentence sentence)
    {
        int at = tree.Last(source) + 1;
        for (int i = source + 1; i < at; i++)
        {
            if (IsSum(i))
                return false;
        }

        while (at < sentence.EndToken)
        {
            // "…, citing state television" still names sources.
            if (words[at].Pos == PartOfSpeech.Verb && (words[at].Morphology & (Morphology.Gerund | Morphology.Participle)) != 0 && cues.At(at) is { } more && more.Cue.Has(CueFrames.Relay))
                at = Math.Max(at, tree.Last(at)) + 1;
            else if (words[at].Pos == PartOfSpeech.Punct)
                at++;
            else
                return false;
        }

        return true;
    }

    // "according to the bank on Monday, …": the day of the telling.
    public int BehindDay(int end)
    {
        int at = end + 1;
        if (at < words.Count && words[at].Pos == PartOfSpeech.Adp)
            at++;
        return at + 1 < words.Count && tree.IsDay(at) && words[at + 1].Pos == PartOfSpeech.Punct ? at : end;
    }

    /// <summary>"According to an official who was not named because he may not speak, …": a reason right behind a source is told of it, up to the comma.</summary>
    public int BehindReason(int end, Sentence sentence)
    {
        if (end + 1 >= sentence.EndToken || words[end + 1] is not { Pos: PartOfSpeech.Sconj, Relation: Relation.Mark } || tree.IsComplementizer(end + 1))
            return end;
        for (int i = end + 2; i < sentence.EndToken; i++)
        {
            if (words.Form(i) is ",")
                return i - 1;
        }

        return end;
    }

    // "…, according to the bank, and leaving nobody unpaid": the joint is the writer's.
    public int BehindJoint(int gap, int to)
    {
        int at = gap + 1;
        while (at < to && words[at].Pos == PartOfSpeech.Punct)
            at++;
        return at < to && words[at].Pos == PartOfSpeech.Cconj ? at : gap;
    }

    // "The road was shut; but, the mayor said, …": what stands before a semicolon, or before the "but" of a tag, was told before it began.
    public int BehindBreak(int from, int gap)
    {
        int begin = from;
        for (int i = from; i < gap; i++)
        {
            if (words.Form(i) is ";" || (words.Form(i) is ":" && !HasVerb(i + 1, gap)) || (words[i].Pos == PartOfSpeech.Cconj && i > from && OnlyMarks(i + 1, gap)))
                begin = i + 1;
        }

        return begin;
    }

    private bool HasVerb(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (words[i].Pos is PartOfSpeech.Verb or PartOfSpeech.Aux)
                return true;
        }

        return false;
    }

    private bool OnlyMarks(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (words[i].Pos != PartOfSpeech.Punct)
                return false;
        }

        return true;
    }

    // "in a short letter, the mayor said …": where it was said, hung on what was said.
    public bool IsOccasion(int from, int to) =>
        from < to && words[from].Pos == PartOfSpeech.Adp && tree.Is(from, CueKind.Channel) && words[from].Head is var noun && noun > from && noun < to && tree.Is(noun, CueKind.Occasion) && !HasVerb(from, to);

    /// <summary>What stands behind the words for the speaker is the writer's: it begins behind a semicolon, or tells what went on beside ("…, the mayor said, as snow fell").</summary>
    public bool IsTellersOwn(int from, int gapTo, int to)
    {
        int at = gapTo;
        while (at < to && words[at].Pos == PartOfSpeech.Punct && words.Form(at) is not ";")
            at++;
        if (words.Form(at) is ";" || at == gapTo && at < to && words.Form(at + 1) is ";")
            return true;
        at = gapTo + 1;
        while (at < to && words[at].Pos == PartOfSpeech.Punct)
            at++;
        // "was reported as saying".
        if (at < to && tree.Is(at, CueKind.Predicate) && words[at + 1].Tag == "VBG" && cues.At(at + 1) is { Cue.Kind: CueKind.Verb })
            return true;
        if (IsAnothers(at, to) || comment.Judges(at, to, true) || comment.TellsWhy(at, to, from))
            return true;
        return at < to && tree.Is(at, CueKind.Meanwhile) && words[at].Relation == Relation.Mark && words[at].Head is var clause && clause > at && clause <= to
            && (words.Has(clause, Relation.Nsubj) || words.Has(clause, Relation.NsubjPass));
    }

    // "Niger will free the men, the ministry said, but an official in Bamako said …": another speaks.
    private bool IsAnothers(int joint, int to)
    {
        if (joint >= to || words[joint].Relation != Relation.Cc)
            return false;
        for (int i = joint + 1; i <= to && i <= joint + LongestAside; i++)
        {
            if (words[i].Tag is not ("VBD" or "VBZ" or "VBP"))
                continue;
            return words.Child(i, Relation.Nsubj) is var subject && subject > joint && subject < i && words[subject].Pos != PartOfSpeech.Pron && words.Has(i, Relation.Ccomp)
                && cues.At(i) is { Cue.Kind: CueKind.Verb } use && use.Cue.Has(CueFrames.Clause);
        }

        return false;
    }

    /// <summary>The word that opens a clause behind its marks, where it is a conjunction; else -1.</summary>
    public int OpeningOf(int clause)
    {
        int first = tree.First(clause);
        while (first < clause && words[first].Pos == PartOfSpeech.Punct)
            first++;
        return tree.IsComplementizer(first) ? first : -1;
    }

    /// <summary>Between a noun and its clause stands only whose it is: "a suggestion by a deputy, Ann Lee, that …".</summary>
    public bool IsOwnersPhrase(int noun, int from, int opening)
    {
        if (from >= opening || !tree.Is(from, CueKind.Owner))
            return false;
        for (int i = from; i < opening; i++)
        {
            if (words[i].Pos is PartOfSpeech.Verb or PartOfSpeech.Aux || tree.Last(noun) < i && words[i].Pos != PartOfSpeech.Punct)
                return false;
        }

        return true;
    }

    /// <summary>"spoke of a knife in the back and promised revenge": the end of what the first verb takes, before the second.</summary>
    public int BeforeDoing(int from, int to)
    {
        for (int i = from + 1; i < to; i++)
        {
            if (words[i].Relation == Relation.Cc && words[i].Head is var verb && verb > i && verb <= to && words[verb] is { Relation: Relation.Conj, Tag: "VBD" or "VBZ" or "VBN" } && (words[verb].Tag != "VBN" || words.Has(verb, Relation.Obj)) && words[verb - 1].Pos != PartOfSpeech.Num && words[verb].Head is var noun && noun >= from && noun < i
                && (words[noun].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn || words[noun] is { Tag: "VBN", Relation: Relation.Acl }) && !words.Has(verb, Relation.Nsubj) && !words.Has(verb, Relation.NsubjPass) && !words.Has(noun, Relation.Cop))
            {
                return i - 1;
            }
        }

        return to;
    }
}
