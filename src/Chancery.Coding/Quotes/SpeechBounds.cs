using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Cuts off what a clause took in that belongs to the telling: the day of saying before it, a further saying or the rest of the writer's clause behind it.</summary>
internal sealed class SpeechBounds(SpeechTree tree, CueReader cues, DateGrammar dates)
{
    private const int LeastWords = 2;
    private const int WordsToOccasion = 4;
    private const int WordsToAnswer = 10;
    private readonly DocumentTree words = tree.Tree;
    private readonly WritersComment comment = new(tree);

    /// <summary>The speech with the characters that are its speaker's.</summary>
    public Speech Narrow(Speech speech)
    {
        if (speech.Content.IsEmpty || speech.CueToken < 0)
            return speech;
        int from = TokenPlaces.FirstFrom(words.Parsed, speech.Content.Start);
        int to = TokenPlaces.FirstFrom(words.Parsed, speech.Content.End) - 1;
        if (from > to)
            return speech;
        // "12:50 The bridge is open, the mayor says": the hour at the head of an entry.
        if (from + 1 < to && words[from].Pos == PartOfSpeech.Num && words.Form(from).Contains(':') && char.IsUpper(tree.Text[words[from + 1].Range.Start]))
            return Narrow(speech with { Content = tree.Content(from + 1, to) });
        if (BehindTeller(speech, from, to) is > 0 and var told)
            return speech with { Content = tree.Content(told, to) };
        int first = speech.Cue is { } cue && cue.End <= speech.Content.Start ? BehindDay(speech.Content.Start - cue.End <= 1 ? BehindOccasion(from, to) : from, to) : from;
        int last = from > speech.CueToken ? EndOf(speech.CueToken, first, to) : to;
        if (speech.IsObject)
            last = BeforeDash(first, last);
        return (first == from && last == to) || last < first ? speech : speech with { Content = tree.Content(first, last) };
    }

    // "He was told, the ministry said in a note, that …": what he was told stands behind the one who tells of it.
    private int BehindTeller(Speech speech, int from, int to)
    {
        if (speech.Cue is not { } cue || cue.End > speech.Content.Start || words.Form(TokenPlaces.FirstFrom(words.Parsed, cue.End)) is not ",")
            return -1;
        bool tells = false;
        for (int i = from; i < to && i < from + 2 * WordsToAnswer; i++)
        {
            tells |= words[i].Tag is "VBD" or "VBZ" && cues.At(i) is { Cue.Kind: CueKind.Verb } use && use.Cue.Has(CueFrames.Clause);
            if (tells && words.Form(i) is "," && tree.IsComplementizer(i + 1))
                return i + 2;
        }

        return -1;
    }

    // "said in a letter her country was ready": where it was said is no part of it.
    private int BehindOccasion(int from, int to)
    {
        if (words[from].Pos != PartOfSpeech.Adp || words[from].Head is not (> 0 and var noun) || noun > to || noun - from > WordsToOccasion || !tree.Is(noun, CueKind.Occasion))
            return from;
        int next = noun + 1;
        return next < to && words[next].Pos is PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Sconj ? next : from;
    }

    // "said late Sunday the police were searching": a day that no verb or noun takes is that of saying.
    private int BehindDay(int from, int to)
    {
        // "proposed instead that …".
        if (from + 1 < to && words[from].Pos == PartOfSpeech.Adv && tree.Is(from + 1, CueKind.Complementizer) && words[from + 1].Relation is Relation.Mark or Relation.Fixed && words[from + 2].Pos is not (PartOfSpeech.Verb or PartOfSpeech.Aux))
            return from + 2;
        int at = from;
        while (at < to && words[at].Pos is PartOfSpeech.Adp or PartOfSpeech.Adv or PartOfSpeech.Adj && (IsPhase(at) || words[at].Pos == PartOfSpeech.Adp) && at - from < LeastWords)
            at++;
        if (!Is(at, "weekday") && !Is(at, "today") && !IsDayBefore(at))
            return from;
        do
            at++;
        while (at < to && Is(at, "part"));
        if (at >= to)
            return from;
        bool opensNoun = words[at].Pos is PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Propn or PartOfSpeech.Num
            || (words[at].Pos is PartOfSpeech.Adj or PartOfSpeech.Noun && words[from].Relation == Relation.OblUnmarked)
            || words[at] is { Pos: PartOfSpeech.Part, Relation: Relation.Mark };
        return opensNoun && words[at].Relation != Relation.Case ? at : from;
    }

    private int EndOf(int cue, int from, int to)
    {
        bool relative = IsRelative(cue);
        bool marked = false;
        for (int i = from + 1; i < to; i++)
        {
            ReadOnlySpan<char> form = words.Form(i);
            if (form is "\"" or "“" or "”")
                marked = !marked;
            if (marked || form is not ",")
                continue;

            // "…, adding …": the one who speaks goes on.
            int next = words[i + 1].Pos == PartOfSpeech.Adv && i + 2 <= to ? i + 2 : i + 1;
            if (GoesOn(cue, next))
                return i - 1;

            // "to talk today, and he repeated that …": the speaker tells on.
            if (IsToldOn(i, to))
                return i - 1;

            // ", in a dispute that has dragged on for years".
            if (comment.Judges(i + 1, to, false))
                return i - 1;

            // ", to which the queen replied: …": another speaks.
            if (IsRepliedTo(i, to))
                return i - 1;

            // ", a claim that the army denies": what others say of it is the writer's.
            if (IsAnswered(cue, i, to))
                return i - 1;

            // ", a decision attributed by the papers to the bank": the writer judges.
            if (IsOfOthers(i, to))
                return i - 1;

            // "the mayor, who said the road was shut, praised the guards": the second verb is the writer's.
            if (relative && IsFinite(i + 1))
                return i - 1;
        }

        return to > from && GoesOn(cue, to) ? BeforeComma(to) : to;
    }

    private bool IsToldOn(int comma, int to)
    {
        if (comma + 4 > to || words[comma + 1].Relation != Relation.Cc || words[comma + 2] is not { Pos: PartOfSpeech.Pron, Relation: Relation.Nsubj, Head: var verb } || verb > comma + WordsToOccasion + 1 || verb >= to)
            return false;
        return words[verb].Tag is "VBD" && words.Has(verb, Relation.Ccomp) && cues.At(verb) is { Cue.Kind: CueKind.Verb } use && use.Cue.Has(CueFrames.Quote | CueFrames.Clause) && (words[verb].Relation is Relation.Conj or Relation.Root);
    }

    // "called the affair a trick - Slovaks vote in May - and said …": between dashes the writer tells.
    private int BeforeDash(int from, int to)
    {
        for (int i = from + 1; i < to; i++)
        {
            if (words.Form(i) is "-" or "–" or "—" or "--" && words[i].Range.Start > words[i - 1].Range.End && words[i + 1].Range.Start > words[i].Range.End)
                return HasMark(i, to) ? to : i - 1;
        }

        return to;
    }

    // "commented on the matter - a rare step - '…'": the marks stand behind.
    private bool HasMark(int from, int to)
    {
        for (int i = from; i <= to; i++)
        {
            if (words.Form(i) is "\"" or "“" or "”" or "``")
                return true;
        }

        return false;
    }

    private bool IsRepliedTo(int comma, int to)
    {
        if (comma + 3 > to || words[comma + 1].Pos != PartOfSpeech.Adp || words[comma + 2].Tag != "WDT")
            return false;
        for (int i = comma + 3; i <= to && i <= comma + WordsToAnswer && words[i].Pos != PartOfSpeech.Punct; i++)
        {
            if (words[i].Tag is "VBD" or "VBZ" or "VBP" && cues.At(i) is { Cue.Kind: CueKind.Verb } use && use.Cue.Has(CueFrames.Quote))
                return true;
        }

        return false;
    }

    private bool IsAnswered(int cue, int comma, int to)
    {
        for (int i = comma + 2; i <= to && i <= comma + WordsToAnswer; i++)
        {
            if (words.Form(i) is ",")
                return false;

            // ", a claim denied by the army", ", something the mayor denied" at the end of it.
            if (cues.At(i) is { Cue: { Kind: CueKind.Verb, Stance: Stance.Denies } } && ((words[i].Relation == Relation.Acl && cues.AgentOf(i) >= 0) || i == to) && words[comma + 1].Pos is PartOfSpeech.Det or PartOfSpeech.Pron)
                return true;
            if (words[i].Relation != Relation.AclRelcl || tree.First(i) <= comma || tree.First(i) > comma + WordsToOccasion || cues.At(i) is not { Cue: { Kind: CueKind.Verb, Class: SpeechClasses.Speech or SpeechClasses.Stance } } answer)
                continue;
            int subject = words.Child(i, Relation.Nsubj);
            bool others = subject >= 0 && subject < i && words[subject].Tag is not ("WP" or "WDT") && words[subject].Pos != PartOfSpeech.Pron && subject != cues.SpeakerOf(cue);
            return others && tree.Last(i) >= to - 1 && (answer.Cue.Stance == Stance.Denies || words[words[i].Head].Tag == "NN" && words[words[i].Head].Head < comma && words.Has(words[i].Head, Relation.Det));
        }

        return false;
    }

    private bool IsOfOthers(int comma, int to)
    {
        if (comma + 4 > to || words[comma + 1].Pos != PartOfSpeech.Det || (words[comma + 1].Morphology & Morphology.Indefinite) == 0)
            return false;
        for (int i = comma + 2; i < comma + WordsToOccasion && i < to; i++)
        {
            // ", a suggestion that an aide called absurd", "…, a demand the minister brushed aside".
            if (words[i].Pos is PartOfSpeech.Noun && cues.At(i) is { Cue.Kind: CueKind.Noun } && !tree.IsComplementizer(i + 1) && IsJudgedBehind(i, to))
                return true;
            if (words[i].Pos is PartOfSpeech.Noun && words[i + 1] is { Tag: "VBN", Relation: Relation.Acl } && cues.AgentOf(i + 1) >= 0 && cues.At(i + 1) is { Cue.Kind: CueKind.Verb })
                return tree.Last(i) >= to - 1;
        }

        return false;
    }

    private bool IsJudgedBehind(int noun, int to)
    {
        for (int i = noun + 1; i <= to && i <= noun + WordsToAnswer && words[i].Pos != PartOfSpeech.Punct; i++)
        {
            if (words[i].Pos == PartOfSpeech.Verb)
                return words[i].Tag is "VBD" or "VBZ" or "VBN" && words[i].Relation is Relation.Acl or Relation.AclRelcl && words[i].Head == noun && tree.Last(i) >= to - 1 && cues.At(i) is { Cue: { Kind: CueKind.Verb, Class: SpeechClasses.Stance } };
        }

        return false;
    }

    private int BeforeComma(int token)
    {
        int at = token - 1;
        while (words[at].Pos is PartOfSpeech.Punct or PartOfSpeech.Adv)
            at--;
        return at;
    }

    private bool GoesOn(int cue, int verb)
    {
        if (words[verb].Pos != PartOfSpeech.Verb || (words[verb].Morphology & (Morphology.Gerund | Morphology.Participle)) == 0 || words.Form(verb - 1) is not "," && words[verb - 1].Pos != PartOfSpeech.Adv)
            return false;
        return cues.At(verb) is { Cue.Kind: CueKind.Verb } use && use.Cue.Has(CueFrames.Quote | CueFrames.Clause) && use.Cue.Class is SpeechClasses.Speech or SpeechClasses.Stance
            && cues.SpeakerOf(verb) is var other && (other == cues.SpeakerOf(cue) || (words[cue].Pos == PartOfSpeech.Noun && words[verb].Tag == "VBG") || (other < 0 && words[verb].Tag == "VBG"));
    }

    private bool IsRelative(int cue) => words[cue].Relation is Relation.AclRelcl && words.Form(Math.Max(0, tree.First(cue) - 1)) is ",";

    private bool IsFinite(int token) =>
        words[token].Pos is PartOfSpeech.Verb or PartOfSpeech.Aux && (words[token].Morphology & (Morphology.Past | Morphology.Present)) != 0
        && (words[token].Morphology & (Morphology.Gerund | Morphology.Infinitive)) == 0;

    private bool IsDayBefore(int token)
    {
        foreach (DateWord known in dates.WordsFrom(words.Form(token).ToString().ToLowerInvariant()))
        {
            if (known is { Class: "deictic", Number: < 0 })
                return true;
        }

        return false;
    }

    private bool IsPhase(int token) => Is(token, "phase");

    private bool Is(int token, string wordClass) => dates.Is(words.Form(token).ToString().ToLowerInvariant(), wordClass);
}
