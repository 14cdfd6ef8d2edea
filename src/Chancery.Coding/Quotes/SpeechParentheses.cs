using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Tokens of a sentence and the gap in them that says who says it.</summary>
internal readonly record struct SpokenSentence(int From, int To, int GapFrom, int GapTo);

/// <summary>Finds sayings by commas and order where a tree does not tell: ", the minister said, ".</summary>
internal sealed class SpeechParentheses(SpeechTree tree, CueReader cues)
{
    private const int LongestGap = 30;
    private const int WordsBehind = 6;
    private const int WordsToClose = 14;
    private const int LeastWords = 3;
    private readonly DocumentTree words = tree.Tree;

    /// <summary>The sentence around a cue that stands between commas, or at the end after a comma, with its speaker.</summary>
    public SpokenSentence? Around(CueUse use)
    {
        if (!use.Cue.Has(CueFrames.Quote) || !(IsFinite(use.Token) || IsInRelative(use.Token) || IsOfTitled(use.Token)))
            return null;
        Sentence sentence = words.Parsed.Sentences[words.SentenceOf(use.Token)];
        int speaker = IsInRelative(use.Token) || IsOfTitled(use.Token) ? words.Child(use.Token, Relation.Nsubj) : cues.SpeakerOf(use.Token);

        // ", reads the motion,": what only opens marks of somebody's words may stand between commas for a paper.
        if (speaker < 0 || !(use.Cue.Has(CueFrames.Clause) || (speaker > use.Token && tree.Is(speaker, CueKind.Occasion))))
            return null;
        // "Late on Monday, the guards cut the nets and told three crews, …": the speaker does something first.
        for (int i = speaker + 1; i < use.Token; i++)
        {
            if (words[i] is { Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBZ" or "VBP", Relation: not (Relation.AclRelcl or Relation.Acl) } && i == words[use.Token].Head && words[use.Token].Relation == Relation.Conj && words.Child(i, Relation.Nsubj) == speaker)
                return null;
        }

        int gapFrom = speaker < use.Token ? StartOfSpeaker(speaker, sentence) : use.Token;
        if (IsOfTitled(use.Token))
            gapFrom = tree.FirstBeside(words[use.Token].Head) is var title && words[title].Pos == PartOfSpeech.Punct ? title + 1 : title;
        if (gapFrom - 1 <= sentence.FirstToken || !IsComma(gapFrom - 1) || use.Token - gapFrom > LongestGap)
            return null;
        int gapTo = EndOfGap(use, speaker, sentence);

        // "the fighters which, the report said, nobody would feed": what is told stands behind.
        if (IsRelative(gapFrom - 2) || tree.Is(gapFrom - 2, CueKind.Complementizer))
            return gapTo > 0 && HasFinite(gapTo + 1, sentence.EndToken) ? new SpokenSentence(gapFrom - 1, EndOfRest(gapTo, sentence), gapFrom - 1, gapTo) : null;
        bool isAside = IsCircumstance(use.Token, sentence.FirstToken, gapFrom) || !HasFinite(sentence.FirstToken, gapFrom);
        if (gapTo < 0 || (isAside && use.Cue.Class != SpeechClasses.Speech) || (isAside && !IsInserted(use, speaker, gapTo, sentence)))
            return null;
        int last = EndOfRest(gapTo, sentence);
        if (last >= gapTo && last < sentence.EndToken - 1 && last - gapTo < LeastWords)
            last = gapTo;
        if (speaker > use.Token && !HasFinite(gapTo + 1, last + 1))
            last = gapTo;
        int from = OfClauseAround(BehindSemicolon(sentence.FirstToken, gapFrom), gapFrom, gapTo, last);
        if (from == gapFrom - 1)
            return new SpokenSentence(from, last, from, gapTo);
        return gapTo >= sentence.EndToken - 2 && (gapFrom - from < LeastWords || !HasFinite(from, gapFrom)) ? null : new SpokenSentence(from, last, gapFrom - 1, gapTo);
    }

    // "On Monday, the mayor announced …": what hangs on the cue itself tells when and where, and is no part of what is said.
    private bool IsCircumstance(int cue, int from, int to)
    {
        bool hangs = false;
        for (int i = from; i < to; i++)
        {
            if (words[i].Pos == PartOfSpeech.Punct || (words[i].Head >= from && words[i].Head < to))
                continue;
            if (words[i].Head != cue || words[i].Relation is not (Relation.Obl or Relation.OblUnmarked or Relation.Advcl or Relation.Advmod))
                return false;
            hangs = true;
        }

        return hangs;
    }

    // "On Monday, the mayor told reporters, the road would open": a comma right behind the saying, and a clause behind the comma.
    private bool IsInserted(CueUse use, int speaker, int gapTo, Sentence sentence)
    {
        for (int i = Math.Max(use.LastToken, speaker) + 1; i < gapTo; i++)
        {
            if (words[i].Head > gapTo || (words[i].Head == use.Token && words[i].Relation is Relation.Nsubj or Relation.Ccomp or Relation.Xcomp or Relation.Obj && use.Cue.Hearer != "object"))
                return false;
        }

        return HasFinite(gapTo + 1, sentence.EndToken);
    }

    // "The road was shut; few, the mayor said, knew": what stands before a semicolon was told before.
    private int BehindSemicolon(int from, int to)
    {
        for (int i = to - 1; i > from; i--)
        {
            if (words.Form(i) is ";")
                return i + 1;
        }

        return from;
    }

    // "were late, because trains, the driver said, had stopped": told is the clause that the saying stands in.
    private int OfClauseAround(int from, int gapFrom, int gapTo, int last)
    {
        int comma = gapFrom - 1;
        bool isFinite = HasFinite(gapTo + 1, last + 1);

        // "…, so, he conceded, the price was right".
        if (isFinite && comma - 2 > from && words[comma - 1].Pos is PartOfSpeech.Adv or PartOfSpeech.Sconj or PartOfSpeech.Cconj && IsComma(comma - 2) && HasFinite(from, comma - 2))
            return comma;
        for (int i = comma - 1; isFinite && i > from && words[i].Pos is not (PartOfSpeech.Punct or PartOfSpeech.Verb or PartOfSpeech.Aux); i--)
        {
            if (words[i] is { Relation: Relation.Mark, Pos: PartOfSpeech.Sconj } && !tree.IsComplementizer(i) && HasFinite(from, i))
                return i + 1;
        }

        // "at an inn, where they waited, the driver said, for a train": the phrase behind belongs to what the pronoun opened.
        for (int i = comma - 2; !isFinite && i > from && gapTo < last && words[gapTo + 1].Pos == PartOfSpeech.Adp; i--)
        {
            if (!IsComma(i))
                continue;
            bool opens = words[i + 1].Tag is "WRB" or "WDT" or "WP" && words[i + 1].Head is var verb && verb > i && verb < comma && words[gapTo + 1].Head is var noun && noun > gapTo && noun <= last && (words[noun].Head == verb || words[noun].Head >= gapFrom && words[noun].Head < gapTo);
            return !opens ? from : words[i + 1].Tag == "WRB" ? i + 2 : i + 1;
        }

        return from;
    }

    // "Under him, the union protested" and "Before the vote, the mayor warned" tell nothing that was said.
    private bool HasFinite(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (words[i].Pos is not (PartOfSpeech.Verb or PartOfSpeech.Aux))
                continue;

            // "said the crash involved two cars": a participle has no object of its own.
            bool isFinite = words[i].Tag is "VBD" or "VBZ" or "VBP" or "MD" or "VB" || (words[i] is { Tag: "VBN", Relation: Relation.Acl } && words.Has(i, Relation.Obj));
            if (isFinite && words[i].Relation is not (Relation.Amod or Relation.AclRelcl))
                return true;
        }

        return false;
    }

    /// <summary>What follows a cue to the end of its sentence, where the tree hangs no clause on it.</summary>
    public (int From, int To)? After(CueUse use)
    {
        if (!Speaks(use) || !(use.Cue.Class == SpeechClasses.Speech || (use.Cue.Class == SpeechClasses.Stance && use.Cue.Hearer.Length == 0 && GoesOn(use.Token))) || !((IsFinite(use.Token) || IsOfPronoun(use.Token)) && words[use.Token].Tag != "VB" ? !use.Cue.Has(CueFrames.Object) : GoesOn(use.Token)) || cues.SpeakerOf(use.Token) is not (>= 0 and var speaker))
            return null;
        bool isFinite = (IsFinite(use.Token) || IsOfPronoun(use.Token)) && words[use.Token].Tag != "VB";
        if (!isFinite && speaker > use.Token)
            return null;
        Sentence sentence = words.Parsed.Sentences[words.SentenceOf(use.Token)];
        int from = BehindCircumstances(use);
        for (int i = from; i < sentence.EndToken && i < from + WordsBehind; i++)
        {
            // "said that it regretted the delay but that …": a clause beside this one, told by another.
            if (words[i].Relation == Relation.Cc && i + 1 < sentence.EndToken && tree.IsComplementizer(i + 1))
                return null;
            if (words[i].Relation == Relation.Mark && tree.IsComplementizer(i))
                from = i + 1;
        }

        if (use.Cue.Hearer == "object" && !tree.IsComplementizer(from - 1))
            return null;
        int end = EndOfRest(from, sentence);
        for (int i = from; i < end && IsOfPronoun(use.Token); i++)
            end = IsComma(i) ? i - 1 : end;

        // "While some say the law is good, most …": behind the comma stands the main clause.
        if (words[use.Token].Relation == Relation.Advcl && words.Child(use.Token, Relation.Mark) is >= 0 and var mark && mark < use.Token)
        {
            for (int i = from; i < end; i++)
                end = IsComma(i) ? i - 1 : end;
        }

        bool verb = HasFinite(from, BeforeAside(use.Token, from, end) + 1) && (isFinite || !HasAbove(use.Token, from, end));
        bool nominal = from < sentence.EndToken
            && (words[from].Pos is PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num || (isFinite && words[from].Pos == PartOfSpeech.Adj));
        return verb && nominal && end - from >= LeastWords ? (from, end) : null;
    }

    // "were answering a call when they reached the place": behind an object an opened clause tells when, and nothing that was said.
    private int BeforeAside(int cue, int from, int end)
    {
        int thing = words.Child(cue, Relation.Obj);
        if (thing < 0 || tree.First(thing) != from)
            return end;
        foreach (int child in words.Children(cue))
        {
            if (child > thing && words[child].Relation == Relation.Advcl && (words.Has(child, Relation.Mark) || words[tree.First(child)].Tag == "WRB"))
                return tree.First(child) - 1;

            // "lamented the fire and asked for tents": the second verb is a deed of the one who spoke.
            if (child > thing && words[child] is { Relation: Relation.Conj, Tag: "VBD" or "VBZ" or "VBP" } && !words.Has(child, Relation.Nsubj))
                return tree.First(child) - 1;
        }

        return end;
    }

    // "in relaying the news the mayor said …": the verb that a participle hangs on is not told by it.
    private bool HasAbove(int cue, int from, int end)
    {
        for (int at = words[cue].Head, step = 0; at >= 0 && step < LongestGap; at = words[at].Head, step++)
        {
            if (at >= from && at <= end && words[at].Tag is "VBD" or "VBZ" or "VBP" && cues.At(at) is { Cue.Kind: CueKind.Verb })
                return true;
        }

        return false;
    }

    // "said at a briefing on Monday the road was open": time and place of the saying stand before what is said.
    private int BehindCircumstances(CueUse use)
    {
        int from = use.LastToken + 1;
        for (bool moved = true; moved;)
        {
            moved = false;
            foreach (int child in words.Children(use.Token))
            {
                bool tells = words[child].Relation == Relation.Obl ? words.Has(child, Relation.Case) : words[child].Relation is Relation.OblUnmarked or Relation.Advmod;
                if (tells && tree.First(child) == from && tree.Last(child) - from <= WordsBehind && BehindPaper(child) < 0)
                    (from, moved) = (tree.Last(child) + 1, true);
                else if (tells && tree.First(child) == from && BehindPaper(child) is > 0 and var behind)
                    (from, moved) = (behind, false);
            }
        }

        return from;
    }

    // "said in a statement it was buying the mill": the clause that the parser hung on the paper, with a subject that opens it.
    private int BehindPaper(int paper)
    {
        if (!tree.Is(paper, CueKind.Occasion))
            return -1;
        foreach (int child in words.Children(paper))
        {
            if (child > paper && words[child].Relation is Relation.AclRelcl or Relation.Acl && tree.First(child) == paper + 1 && words[paper + 1].Pos is PartOfSpeech.Pron or PartOfSpeech.Det or PartOfSpeech.Propn && words[paper + 1].Tag is not ("WDT" or "WP" or "WP$")
                && words.Child(child, Relation.Nsubj) is var subject && subject > paper && subject < child)
            {
                return paper + 1;
            }
        }

        return -1;
    }

    // "issued a statement saying the road was shut", "…, while noting the bridge is old": a participle that goes on telling.
    private bool GoesOn(int verb) =>
        words[verb].Tag == "VBG" && words[verb].Relation is Relation.Acl or Relation.Advcl && !words.Has(verb, Relation.Aux) && !words.Has(verb, Relation.Ccomp);

    // The rest of the sentence up to a comma behind which another cue begins: ", adding that …".
    public int EndOfRest(int from) => EndOfRest(from, words.Parsed.Sentences[words.SentenceOf(from)]);

    private int EndOfRest(int from, Sentence sentence)
    {
        for (int i = from + 1; i < sentence.EndToken; i++)
        {
            if (IsComma(i - 1) && cues.At(i) is { Cue.Kind: CueKind.Verb or CueKind.Preposition })
                return i - 2;
        }

        return sentence.EndToken - 1;
    }

    private static bool Speaks(CueUse use) => use.Cue.Has(CueFrames.Clause) && use.Cue.Has(CueFrames.Quote);

    // The speaker's phrase with what is set beside it: ", Phil Rossi, a spokesman for the union, said".
    private int StartOfSpeaker(int speaker, Sentence sentence)
    {
        int from = tree.FirstBeside(speaker);
        while (from < speaker && words[from].Pos == PartOfSpeech.Punct)
            from++;
        return from >= sentence.FirstToken ? from : sentence.FirstToken;
    }

    private int EndOfGap(CueUse use, int speaker, Sentence sentence)
    {
        int at = Math.Max(use.LastToken, speaker > use.Token ? EndOfSpeaker(use, speaker) : use.LastToken) + 1;
        for (int i = at; i < sentence.EndToken && i < at + WordsToClose; i++)
        {
            if (words[i].Pos == PartOfSpeech.Punct && (IsComma(i) || IsStop(i)))
                return i;
            if (words[i].Pos is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Sconj or PartOfSpeech.Pron)
                return -1;
        }

        return at >= sentence.EndToken ? sentence.EndToken - 1 : -1;
    }

    private int EndOfSpeaker(CueUse use, int speaker) =>
        speaker > use.Token ? Math.Max(speaker, TokenPlaces.FirstFrom(words.Parsed, tree.NounPhrase(speaker).End) - 1) : use.LastToken;

    private bool IsFinite(int verb)
    {
        Morphology form = words[verb].Morphology;

        // ", the minister did not rule out".
        if (words[verb].Tag == "VB" && words[verb].Relation is not (Relation.AclRelcl or Relation.Acl) && words.Child(verb, Relation.Aux) is >= 0 and var support && words[support].Tag is "VBD" or "VBZ" or "VBP")
            return true;
        return (form & (Morphology.Past | Morphology.Present)) != 0 && (form & (Morphology.Gerund | Morphology.Infinitive)) == 0
            && ((form & Morphology.Participle) == 0 || words.Has(verb, Relation.Aux)) && words[verb].Relation is not (Relation.AclRelcl or Relation.Acl);
    }

    // "a builder who said he was cheated".
    private bool IsOfPronoun(int verb) =>
        words[verb] is { Relation: Relation.AclRelcl, Tag: "VBD" or "VBZ" or "VBP" } && words.Child(verb, Relation.Nsubj) is >= 0 and var subject && words[subject].Tag == "WP" && subject < verb;

    private bool IsRelative(int token) => token >= 0 && words[token].Tag is "WDT" or "WP";

    private bool IsInRelative(int verb) =>
        words[verb] is { Relation: Relation.AclRelcl, Tag: "VBD" or "VBZ" or "VBP" } && words.Child(verb, Relation.Nsubj) is >= 0 and var subject && !IsRelative(subject)
        && tree.First(subject) is >= 2 and var from && IsComma(from - 1) && IsRelative(from - 2);

    // ", the agency Rossiya reported": a name behind what it is called, taken for the subject of a clause on that noun.
    private bool IsOfTitled(int verb) =>
        words[verb] is { Relation: Relation.AclRelcl, Tag: "VBD" or "VBZ" or "VBP", Head: >= 0 and var noun } && words[noun].Pos == PartOfSpeech.Noun && words.Child(verb, Relation.Nsubj) is >= 0 and var name
        && words[name].Pos == PartOfSpeech.Propn && name < verb && tree.FirstBeside(name) == noun + 1 && tree.FirstBeside(noun) is > 0 and var from && (words[from].Pos == PartOfSpeech.Punct || IsComma(from - 1));

    private bool IsComma(int token) => words.Form(token) is "," or "—" or "–" or "--";

    private bool IsStop(int token) => words.Form(token) is "." or "?" or "!" or ";";
}
