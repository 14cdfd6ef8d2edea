using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Finds who says what stands in quotation marks, from the words beside the marks.</summary>
internal sealed partial class DirectSpeech(SpeechTree tree, CueReader cues, Carriers carriers, ImmutableArray<QuoteSpan> spans)
{
    private const int WordsToCue = 25;
    private const int WordsOfFragment = 4;
    private const int WordsOfHearer = 6;
    private const int LongestBare = 12;
    private readonly DocumentTree words = tree.Tree;
    private readonly ParsedDocument parsed = tree.Tree.Parsed;

    /// <summary>For every span what it says and who says it; null for a span that is no utterance by itself.</summary>
    public Speech?[] Find()
    {
        var found = new Speech?[spans.Length];
        for (int i = 0; i < spans.Length; i++)
            found[i] = FromRight(i) ?? FromLeft(i) ?? FromForeign(i);
        for (int i = 0; i < spans.Length; i++)
            found[i] = WithSpeakerBefore(i, found) ?? Continued(i, found) ?? Alone(i);
        return found;
    }

    // "…," said the minister on Monday.
    private Speech? FromRight(int index)
    {
        QuoteSpan span = spans[index];
        bool broken = IsBroken(index);
        if (!broken && (!EndsOpen(span) || !(OpensSentence(span) || IsUtterance(span))))
            return null;
        // warned that "…," but said …: words that a clause goes on in are told before them.
        if (!broken && !OpensSentence(span) && char.IsLower(parsed.Text[span.Inner.Start]) && FromLeft(index) is { CueToken: >= 0 } opening)
            return opening;
        // said that the king had "…", the agency reported: the clause that the marks go on in was opened before them.
        if (!broken && !OpensSentence(span) && char.IsLower(parsed.Text[span.Inner.Start]) && IsToldBefore(span))
            return null;
        int limit = index + 1 < spans.Length ? spans[index + 1].Outer.Start : int.MaxValue;
        int first = TokenPlaces.FirstFrom(parsed, span.Outer.End);
        int stop = EndOfSentence(first, Math.Min(limit, span.Room.End));
        CueUse? relative = null;
        for (int i = first; i < stop && i < first + WordsToCue; i++)
        {
            if (cues.At(i) is not { } use || !Speaks(use) || (use.Cue.Kind == CueKind.Verb && cues.IsSaidByNobody(use)))
                continue;

            // stated that it would "…", and stressed that it had …: the second word of saying has its own clause.
            if (use.Cue.Kind == CueKind.Verb && i > first && words[i - 1].Pos == PartOfSpeech.Cconj && use.LastToken + 1 < stop && tree.IsComplementizer(use.LastToken + 1))
                return FromLeft(index);

            // said he would not "…," but told reporters he had …: so has the second word with a clause of its own.
            if (use.Cue.Kind == CueKind.Verb && i > first && words[i - 1].Pos == PartOfSpeech.Cconj && use.Cue.Has(CueFrames.Clause) && !OpensSentence(span) && char.IsLower(parsed.Text[span.Inner.Start]) && words.Child(i, Relation.Ccomp) is >= 0 and var own && own > i && own < stop)
                return FromLeft(index);

            // She said: "…," adding that "…": what leads to the next marks may be the cue of those alone.
            if (index + 1 < spans.Length && use.Cue.Kind == CueKind.Verb && LeadsTo(use, spans[index + 1]))
            {
                if (FromLeft(index) is { } before)
                    return before;

                // said that the toll "…," further saying: "…": the clause that the first marks end was told before them.
                if (!broken && !OpensSentence(span) && char.IsLower(parsed.Text[span.Inner.Start]))
                    return null;
            }

            // She added "…," referring to the mayor: a participle tells what the words before the marks have opened.
            if (words[i].Tag == "VBG" && !words.Has(i, Relation.Nsubj) && FromLeft(index) is { CueToken: >= 0 and var told } opened && words.SentenceOf(told) == words.SentenceOf(i))
                return opened;
            // "…," adding that the road was shut: what is added stands behind the word.
            if (words[i].Tag == "VBG" && words.Child(i, Relation.Ccomp) is var added && added > i && added < stop)
                continue;
            if (words[i].Relation is Relation.AclRelcl or Relation.Acl && use.Cue.Kind == CueKind.Verb && i > first)
            {
                relative ??= use;
                continue;
            }

            return Make(span, use, SpeakerNear(use, first, stop), "after");
        }

        return relative is { } last ? Make(span, last, SpeakerNear(last, first, stop), "after") : null;
    }

    private bool IsToldBefore(QuoteSpan span)
    {
        int last = TokenPlaces.FirstFrom(parsed, span.Outer.Start) - 1;
        if (last < 0 || words[last].Pos == PartOfSpeech.Punct || tree.IsComplementizer(last))
            return false;
        int first = TokenPlaces.SentenceOf(parsed, last).FirstToken;
        for (int i = last; i > first && words[i].Pos != PartOfSpeech.Punct; i--)
        {
            if (tree.IsComplementizer(i) && words[i].Relation == Relation.Mark)
            {
                for (int verb = i - 1; verb >= first && i - verb <= WordsOfHearer; verb--)
                {
                    if (cues.At(verb) is { Cue.Kind: CueKind.Verb } use && use.Cue.Has(CueFrames.Clause))
                        return true;
                }
            }
        }

        return false;
    }

    // "The work", Diaz said in a letter, "was done": a sentence of somebody's that the words for its speaker break in two.
    private bool IsBroken(int index)
    {
        if (index + 1 >= spans.Length || spans[index] is not { Single: false } span || spans[index + 1] is not { Single: false } rest || rest.Block != span.Block || !OpensSentence(span) || EndsSentence(span)
            || !char.IsUpper(parsed.Text[span.Inner.Start]) || !char.IsLower(parsed.Text[rest.Inner.Start]))
        {
            return false;
        }

        int first = TokenPlaces.FirstFrom(parsed, span.Outer.End), stop = TokenPlaces.FirstFrom(parsed, rest.Outer.Start);
        bool says = false;
        for (int i = first; i < stop; i++)
        {
            if (words[i].Pos == PartOfSpeech.Aux || i - first > WordsToCue || words.Form(i) is "." or ";" or ":")
                return false;
            bool isVerb = words[i].Pos == PartOfSpeech.Verb;
            if (isVerb && !says && !(cues.At(i) is { Cue.Kind: CueKind.Verb } use && Speaks(use)))
                return false;
            says |= isVerb;
        }

        return says;
    }

    // The minister said: "…"
    private Speech? FromLeft(int index)
    {
        QuoteSpan span = spans[index];
        int last = TokenPlaces.FirstFrom(parsed, span.Outer.Start) - 1;
        if (last < 0)
            return null;
        bool sameBlock = words[last].Range.Start >= span.Room.Start;
        bool colon = words[last].Pos == PartOfSpeech.Punct && words.Form(last) is ":";
        if (!sameBlock && !(colon && span.Room.Start == parsed.Document.Body[span.Block].Range.Start))
            return null;
        int previous = index > 0 ? spans[index - 1].Outer.End : 0;
        int first = Math.Max(TokenPlaces.SentenceOf(parsed, last).FirstToken, TokenPlaces.FirstFrom(parsed, previous));
        bool opened = IsOpened(span, last);
        if (!colon && !opened && !IsUtterance(span))
            return null;
        if (colon && new MarkedWords(tree, cues).AnsweringBefore(last, first) is { } answering)
            return answering with { Content = span.Inner };
        bool comma = colon || (words[last].Pos == PartOfSpeech.Punct && words.Form(last) is "," or ";");
        int reach = comma || opened ? WordsToCue : WordsOfFragment;
        for (int i = last; i >= first && i > last - reach; i--)
        {
            if (cues.At(i) is { } use && use.Cue.Kind is CueKind.Verb or CueKind.Noun && (Speaks(use) || colon || (use.LastToken == last && use.Cue.Kind == CueKind.Verb && use.Cue.Has(CueFrames.Clause) && char.IsLower(parsed.Text[span.Inner.Start]))) && (comma || Adjacent(use, last) || (opened && !VerbBetween(use, last)))
                && !(use.Cue.Kind == CueKind.Verb && cues.IsSaidByNobody(use) && !colon))
            {
                // "called the raids, which began in May, '…'": a clause on a noun that ends before the comma opens no marks.
                if (comma && !colon && use.LastToken + 1 < last && words[use.Token] is { Relation: Relation.AclRelcl } && words.Child(use.Token, Relation.Nsubj) is >= 0 and var pronoun && words[pronoun].Tag is "WDT" && VerbBefore(use.Token, first))
                    continue;

                // "Hundreds, he says, have been held, 'and …'": the clause goes on behind the saying.
                if (comma && !colon && use.Cue.Kind == CueKind.Verb && char.IsLower(parsed.Text[span.Inner.Start]) && words.Form(use.LastToken + 1) is "," && use.LastToken + 1 < last && VerbBetween(use, last))
                    return null;

                // "said she cried when she saw it, 'and …'": the clause goes on.
                if (comma && !colon && use.Cue.Kind == CueKind.Verb && char.IsLower(parsed.Text[span.Inner.Start]) && (IsToldAround(use.Token, first) || (VerbBetween(use, last) && words.Child(use.Token, Relation.Ccomp) > use.Token && words.Child(use.Token, Relation.Ccomp) < last)))
                    return null;
                use = colon && use.Cue.Kind == CueKind.Noun && AnswerTo(use) is { } answer ? answer : use;
                return Make(span, use, SpeakerNear(use, first, last + 1), "before");
            }
        }

        return colon && IsUtterance(span) ? FromSubject(span, last) : null;
    }

    private bool IsToldAround(int verb, int first)
    {
        for (int at = verb, step = 0; at >= first && step < WordsOfHearer; at = words[at].Head, step++)
        {
            if (words[at].Relation == Relation.Ccomp && words[at].Head is >= 0 and var head && head >= first && cues.At(head) is { Cue.Kind: CueKind.Verb } outer && Speaks(outer))
                return true;
        }

        return false;
    }

    // "Silva opposed the envoy's statement: '…'": behind the colon the one who answers speaks.
    private CueUse? AnswerTo(CueUse paper)
    {
        int verb = words[paper.Token].Head;
        return words[paper.Token].Relation == Relation.Obj && verb >= 0 && words.Has(paper.Token, Relation.NmodPoss) && words.Has(verb, Relation.Nsubj) && cues.At(verb) is { Cue: { Kind: CueKind.Verb, Class: SpeechClasses.Stance } } use ? use : null;
    }

    // "Mendes wrote a last line on the wall: '…'": without a word of saying the one named as the subject speaks, as in "Mendes is furious: '…'".
    private Speech? FromSubject(QuoteSpan span, int colon)
    {
        Sentence sentence = TokenPlaces.SentenceOf(parsed, colon);
        for (int i = sentence.FirstToken; i < colon; i++)
        {
            if (words[i].Relation == Relation.Nsubj && words[i].Pos is PartOfSpeech.Propn && words[i].Head is var verb and >= 0 && (words[verb].Pos == PartOfSpeech.Verb || words[verb].Pos == PartOfSpeech.Adj && words.Has(verb, Relation.Cop)) && words.Head(verb) < 0)
                return new Speech { Content = span.Inner, Speaker = tree.NounPhrase(i), SpeakerHead = i, Cue = words[verb].Range, CueToken = verb, Rule = "quote.direct.colon" };
        }

        return Bare(span, sentence.FirstToken, colon);
    }

    // "Chief negotiator Ann Lee: '…'", "Ann Lee, 71, with three bags: '…'": a name in two words before the colon, and no verb.
    private Speech? Bare(QuoteSpan span, int first, int colon)
    {
        int name = -1;
        for (int i = first; i < colon; i++)
        {
            if (words[i].Pos is PartOfSpeech.Verb or PartOfSpeech.Aux || i - first > LongestBare)
                return null;
            if (name < 0 && i + 1 < colon && words[i].Pos == PartOfSpeech.Propn && words[i + 1] is { Pos: PartOfSpeech.Propn, Relation: Relation.Flat } && words[i + 1].Head == i && !words.Has(i, Relation.Case))
                name = i;
        }

        return name >= 0 ? new Speech { Content = span.Inner, Speaker = tree.NounPhrase(name), SpeakerHead = name, CueToken = -1, Rule = "quote.direct.colon" } : null;
    }

    // "said that '…'", "was described by the union as '…'": several words in marks after the word that opens what is said are an utterance, whatever the parser takes them for.
    private bool IsOpened(QuoteSpan span, int last) =>
        (tree.Is(last, CueKind.Complementizer) || tree.Is(last, CueKind.Predicate)) && TokenPlaces.FirstFrom(parsed, span.Inner.End) - last > WordsOfFragment;

    private bool VerbBefore(int verb, int first)
    {
        for (int i = first; i < verb; i++)
        {
            if (cues.At(i) is { Cue.Kind: CueKind.Verb } use && use.Cue.Has(CueFrames.Quote))
                return true;
        }

        return false;
    }

    private bool VerbBetween(CueUse use, int last)
    {
        for (int i = use.LastToken + 1; i < last; i++)
        {
            if (words[i].Pos is PartOfSpeech.Verb or PartOfSpeech.Aux)
                return true;
        }

        return false;
    }

    // Between cue and mark stand only a hearer, a conjunction, an adverb: said that "…", told them "…".
    private bool Adjacent(CueUse use, int last)
    {
        bool hearer = use.Cue.Hearer.Length > 0 && last - use.LastToken <= WordsOfHearer;
        for (int i = use.LastToken + 1; i <= last; i++)
        {
            // "said to them '…'", but not "said the road '…'".
            if (i == use.LastToken + 1 && use.Cue.Hearer is not ("object" or ""))
                hearer &= words.Form(i).Equals(use.Cue.Hearer, StringComparison.OrdinalIgnoreCase);

            // "told reporters the envoy '…'": behind the one who is told stands the subject of what is told.
            hearer &= !(i > use.LastToken + 1 && words[i] is { Pos: PartOfSpeech.Noun or PartOfSpeech.Propn, Relation: Relation.Nsubj or Relation.NsubjPass, Head: var told } && told > last && (words.Child(use.Token, Relation.Iobj) is >= 0 and var hears && hears < i || words.Child(use.Token, Relation.Obj) is >= 0 and var heard && heard < i));

            // "said that his country '…'": behind the conjunction the clause has begun.
            hearer &= !(tree.IsComplementizer(i) && words[i].Pos == PartOfSpeech.Sconj);
            // "said on Friday '…'".
            if (tree.IsDay(i))
                continue;
            bool small = words[i].Pos is PartOfSpeech.Pron or PartOfSpeech.Sconj or PartOfSpeech.Adv or PartOfSpeech.Adp or PartOfSpeech.Part || (i == last && IsPlaceOfSaying(use, i));
            if (!small && !(hearer && words[i].Pos is PartOfSpeech.Det or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj))
                return false;
        }

        return true;
    }

    // "writing on Facebook '…'".
    private bool IsPlaceOfSaying(CueUse use, int noun) =>
        noun == use.LastToken + 2 && tree.Is(noun, CueKind.Occasion) && words[noun - 1].Pos == PartOfSpeech.Adp && tree.Is(noun - 1, CueKind.Channel);

    // Nothing but a conjunction or a hearer stands between a cue and the marks behind it.
    private bool LeadsTo(CueUse use, QuoteSpan span)
    {
        int last = TokenPlaces.FirstFrom(parsed, span.Outer.Start) - 1;
        return last > use.LastToken && words.SentenceOf(last) == words.SentenceOf(use.Token) && (Adjacent(use, last) || use.LastToken == last - 1 && words.Form(last) is "," or ":");
    }

    // "…, adding that '…'": a participle without a speaker of its own goes on with the one who spoke before it in the sentence.
    private Speech? WithSpeakerBefore(int index, Speech?[] found)
    {
        if (found[index] is not { Speaker: null, CueToken: >= 0 and var cue } speech || index == 0 || (words[cue].Morphology & (Morphology.Gerund | Morphology.Participle)) == 0)
            return found[index];
        return found[index - 1] is { Speaker: not null, CueToken: >= 0 and var other } before && words.SentenceOf(other) == words.SentenceOf(cue)
            ? speech with { Speaker = before.Speaker, SpeakerHead = before.SpeakerHead }
            : speech;
    }

    // "…", dijo the mayor: a word of saying that a translation left as it was.
    private Speech? FromForeign(int index)
    {
        QuoteSpan span = spans[index];
        if (!IsUtterance(span))
            return null;
        int first = TokenPlaces.FirstFrom(parsed, span.Outer.End);
        int stop = Math.Min(EndOfSentence(first, Math.Min(index + 1 < spans.Length ? spans[index + 1].Outer.Start : int.MaxValue, span.Room.End)), first + WordsOfFragment);
        for (int i = first; i < stop; i++)
        {
            if (!cues.IsForeign(i))
                continue;
            (int from, int to) = cues.NameAfter(i);
            return new Speech
            {
                Content = span.Inner,
                Speaker = from <= to ? tree.RangeOf(from, to) : null,
                SpeakerHead = from <= to ? words.HeadOf(from, to) : -1,
                Cue = words[i].Range,
                CueToken = i,
                IsForeignCue = true,
                Rule = "quote.direct.foreign",
            };
        }

        return null;
    }

    // A whole utterance directly after an attributed one, in its paragraph or opening the next one.
    private Speech? Continued(int index, Speech?[] found)
    {
        if (found[index] is { } known)
            return known;
        if (index == 0 || found[index - 1] is not { } before)
            return null;
        QuoteSpan span = spans[index], previous = spans[index - 1];
        if (IsListed(previous, span))
            return before with { Content = span.Inner, Rule = "quote.direct.listed" };

        // "We stand ready," wrote Silva, "to help them all".
        if (before.CueToken >= 0 && words[before.CueToken].Range.Start >= previous.Outer.End && IsBroken(index - 1))
            return before with { Content = span.Inner, Rule = "quote.direct.broken" };
        bool isUtterance = IsUtterance(span);
        if (!isUtterance && (span.Single || !OpensSentence(span) || !EndsSentence(span) || span.Block != previous.Block))
            return null;
        bool follows = span.Block == previous.Block && OpensSentence(span) && SentencesBetween(previous, span) <= 1;
        bool nextParagraph = span.Block == previous.Block + 1
            && span.Outer.Start == parsed.Document.Body[span.Block].Range.Start
            && (previous.Continues || before.CueToken < 0 || FillsBlock(span));
        if (!follows && !(nextParagraph && previous.Continues) && !(nextParagraph && EndsBlock(previous)))
            return null;
        return before with { Content = span.Inner, Rule = "quote.direct.continued" };
    }

    // spoke of "the first step on a long way" and "a better life for all": further words in marks, set beside the first.
    private bool IsListed(QuoteSpan previous, QuoteSpan span)
    {
        if (span.Block != previous.Block || span.Single != previous.Single || TokenPlaces.FirstFrom(parsed, span.Inner.End) - TokenPlaces.FirstFrom(parsed, span.Inner.Start) < WordsOfFragment)
            return false;
        int from = TokenPlaces.FirstFrom(parsed, previous.Outer.End), to = TokenPlaces.FirstFrom(parsed, span.Outer.Start);
        bool joined = false;
        for (int i = from; i < to; i++)
        {
            if (words[i].Pos != PartOfSpeech.Cconj && words.Form(i) is not ",")
                return false;
            joined |= words[i].Pos == PartOfSpeech.Cconj;
        }

        return joined && to - from <= 2;
    }

    // An utterance that nobody is named for.
    private Speech? Alone(int index)
    {
        QuoteSpan span = spans[index];
        return IsUtterance(span) && !span.Single && OpensSentence(span) && EndsSentence(span)
            ? new Speech { Content = span.Inner, Rule = "quote.direct.alone" }
            : null;
    }

    private Speech Make(QuoteSpan span, CueUse use, (TextRange Range, int Head)? speaker, string where) => new()
    {
        Content = span.Inner,
        Speaker = speaker?.Range,
        SpeakerHead = speaker?.Head ?? -1,
        HearerHead = HearerOf(use, where == "before") is var hearer && hearer >= 0 && speaker is { } said && said.Range.Overlaps(words[hearer].Range) ? -1 : hearer,
        Cue = tree.RangeOf(use.Token, use.LastToken),
        CueToken = use.Token,
        Carriers = carriers.Of(use),
        Stance = use.Cue.Stance,
        Rule = "quote.direct." + where,
    };

    private int HearerOf(CueUse use, bool before)
    {
        int hearer = use.Cue.Hearer.Length == 0 ? -1
            : use.Cue.Hearer != "object" ? cues.HearerBeside(use)
            : words.Child(use.Token, Relation.Iobj) is var indirect and >= 0 && !InMarks(indirect) ? indirect : words.Child(use.Token, Relation.Obj);
        if (hearer >= 0 && !InMarks(hearer))
            return hearer;

        // "told reporters '…'": the noun right behind the cue, whatever the parser made of it.
        if (!before)
            return -1;
        int next = use.LastToken + 1;
        while (use.Cue.Hearer == "object" && next < words.Count && words[next].Pos is PartOfSpeech.Det or PartOfSpeech.Adj)
            next++;
        return use.Cue.Hearer == "object" && next < words.Count && IsNominal(next) && !InMarks(next) && words.SentenceOf(next) == words.SentenceOf(use.Token) ? next : -1;
    }

    // By the tree, where it names one outside of the marks; else the noun phrase beside the cue.
    private (TextRange Range, int Head)? SpeakerNear(CueUse use, int first, int stop)
    {
        int head = use.Cue.Kind switch
        {
            CueKind.Verb => cues.SpeakerOf(use.Token),
            CueKind.Noun => cues.OwnerOf(use.Token),
            CueKind.Preposition => words[use.Token].Head is var source && source > use.LastToken ? source : -1,
            _ => -1,
        };
        if (head >= 0 && !InMarks(head))
            return (tree.NounPhrase(head), head);
        if (use.Cue.Kind == CueKind.Verb && words[use.Token].Tag == "VBG" && SubjectBefore(use.Token, first) is >= 0 and var subject && !InMarks(subject))
            return (tree.NounPhrase(subject), subject);
        for (int i = use.Token - 1; i >= first; i--)
        {
            if ((IsNominal(i) || cues.IsName(i)) && use.Cue.Kind == CueKind.Verb)
                return (tree.NounPhrase(HeadWithin(i, first)), HeadWithin(i, first));
        }

        for (int i = use.LastToken + 1; i < stop; i++)
        {
            if (IsNominal(i) && words[i].Relation is not (Relation.Compound or Relation.NmodPoss or Relation.NmodDesc or Relation.OblUnmarked))
                return (tree.NounPhrase(i), i);
            if (words[i].Pos is PartOfSpeech.Punct or PartOfSpeech.Verb)
                break;
        }

        return null;
    }

    // "She thanked the crew for their work, writing '…'": the subject of the main verb before a participle that the tree hangs nowhere.
    private int SubjectBefore(int participle, int first)
    {
        for (int i = participle - 1; i >= first; i--)
        {
            if (words[i].Relation == Relation.Nsubj && words[i].Head is var verb && verb >= 0 && verb < participle && (words.Head(verb) < 0 || words[verb].Relation == Relation.Conj))
                return i;
        }

        return -1;
    }

    // "the king of Jordan": from the last word of a phrase to its head.
    private int HeadWithin(int token, int first)
    {
        int at = token;
        while (words[at].Head is var up && up >= first && up < at && IsNominal(up))
            at = up;
        return at;
    }

    private bool InMarks(int token)
    {
        int at = words[token].Range.Start;
        int low = 0, high = spans.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (spans[middle].Outer.Contains(at))
                return !spans[middle].Single;
            if (spans[middle].Outer.Start > at)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return false;
    }

    private bool IsNominal(int token) => words[token].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron;

    private static bool Speaks(CueUse use) => use.Cue.Kind == CueKind.Preposition || use.Cue.Has(CueFrames.Quote);
}
