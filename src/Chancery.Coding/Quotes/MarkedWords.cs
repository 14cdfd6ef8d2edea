using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Words in marks that are no utterance and yet somebody's: "a step that Oslo called 'rather silly'"; and whose they are where the nearest word of saying is denied.</summary>
internal sealed class MarkedWords(SpeechTree tree, CueReader cues)
{
    private const int LongestSpeaker = 8;
    private const int LongestThing = 16;
    private readonly DocumentTree words = tree.Tree;

    /// <summary>Gives words in marks that nothing else takes to the subject of the verb right before them.</summary>
    public void Add(ImmutableArray<QuoteSpan> spans, Speech?[] direct, List<Speech> told)
    {
        for (int i = 0; i < spans.Length; i++)
        {
            if (direct[i] is null && !told.Exists(speech => speech.Content.Overlaps(spans[i].Outer)))
                direct[i] = OfFragment(spans[i]) ?? OfWhat(spans[i]) ?? OfCalled(spans[i]) ?? SetAgainst(spans[i]) ?? OfAddressed(spans[i]);
        }
    }

    // "offered 'a helping hand'".
    private Speech? OfFragment(QuoteSpan span)
    {
        int last = TokenPlaces.FirstFrom(words.Parsed, span.Outer.Start) - 1;
        if (last < 0 || words[last].Range.Start < span.Room.Start || !char.IsLower(tree.Text[span.Inner.Start]) || words[last].Pos != PartOfSpeech.Verb)
            return null;

        // "offered to help 'if both ask for it'".
        if (words[last] is { Tag: "VB", Relation: Relation.Xcomp, Head: >= 0 and var offering } && words.Has(last, Relation.Mark) && words.Child(last, Relation.Obj) < 0 && cues.At(offering) is { Cue: { Kind: CueKind.Verb, Class: SpeechClasses.Speech } })
            last = offering;
        int subject = words.Child(last, Relation.Nsubj) is >= 0 and var own ? own : words[last].Relation == Relation.Conj ? cues.SpeakerOf(last) : -1;
        if (subject < 0 || subject > last)
            return null;
        // "offered 'furry' sweets": a word of the writer's phrase.
        int next = TokenPlaces.FirstFrom(words.Parsed, span.Outer.End);
        if (next < words.Count && words.SentenceOf(next) == words.SentenceOf(last) && words[next].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj)
            return null;
        if (cues.At(last) is not { Cue: { Kind: CueKind.Verb, Class: SpeechClasses.Speech or SpeechClasses.Stance } } use || use.LastToken != last || !use.Cue.Has(CueFrames.Quote) || cues.IsPassive(last) || cues.SpeakerOf(last) is not (>= 0 and var speaker))
            return null;
        if (span.Inner.Contains(words[speaker].Range.Start))
            speaker = subject;
        return new Speech { Content = span.Inner, Speaker = tree.NounPhrase(speaker), SpeakerHead = speaker, Cue = words[last].Range, CueToken = last, Stance = use.Cue.Stance, Rule = "quote.direct.fragment" };
    }

    // "has called the vote a 'farce'", "described it as 'silly'": one word in marks that a verb of judging says of its object.
    private Speech? OfCalled(QuoteSpan span)
    {
        int from = TokenPlaces.FirstFrom(words.Parsed, span.Inner.Start), to = TokenPlaces.FirstFrom(words.Parsed, span.Inner.End);
        if (from >= to || !char.IsLower(tree.Text[span.Inner.Start]))
            return null;
        for (int i = from; i < to; i++)
        {
            if (words[i].Head is not (> 0 and var verb) || verb >= from || words[i].Relation is not (Relation.Xcomp or Relation.Obj or Relation.Obl or Relation.Parataxis) || from - verb > LongestThing)
                continue;
            int thing = words.Child(verb, Relation.Obj) is >= 0 and var named ? named : words.Child(verb, Relation.Xcomp);
            if (thing <= verb || thing >= from || words[verb].Pos != PartOfSpeech.Verb || cues.IsPassive(verb) || cues.At(verb) is not { Cue: { Kind: CueKind.Verb, Class: SpeechClasses.Stance } } use || !use.Cue.Has(CueFrames.Object) || !use.Cue.Has(CueFrames.Quote))
                return null;
            if (!tree.Is(verb, CueKind.Calling) && !(words[i].Relation == Relation.Obl && tree.HasOpening(i, CueKind.Predicate)) || cues.SpeakerOf(verb) is not (>= 0 and var speaker) || speaker > verb)
                return null;
            return new Speech { Content = span.Inner, Speaker = tree.NounPhrase(speaker), SpeakerHead = speaker, Cue = words[verb].Range, CueToken = verb, Stance = use.Cue.Stance, Rule = "quote.direct.fragment" };
        }

        return null;
    }

    // "The trip is still on, Silva said, though 'I would not pack just yet.'": marks right behind what sets them against the saying are of the same mouth.
    private Speech? SetAgainst(QuoteSpan span)
    {
        int mark = TokenPlaces.FirstFrom(words.Parsed, span.Outer.Start) - 1;
        if (mark < 2 || !tree.Is(mark, CueKind.Against) || words.Form(mark - 1) is not "," || span.Single)
            return null;
        for (int i = mark - 2; i > 0 && mark - i <= LongestSpeaker && words.SentenceOf(i) == words.SentenceOf(mark); i--)
        {
            if (words[i].Pos is PartOfSpeech.Punct)
                return null;
            if (cues.At(i) is { Cue: { Kind: CueKind.Verb, Class: SpeechClasses.Speech } } use && use.Cue.Has(CueFrames.Quote) && words[i].Tag is "VBD" or "VBZ" && cues.SpeakerOf(i) is >= 0 and var speaker && speaker < mark)
                return new Speech { Content = span.Inner, Speaker = tree.NounPhrase(speaker), SpeakerHead = speaker, Cue = words[i].Range, CueToken = i, Stance = use.Cue.Stance, Rule = "quote.direct.fragment" };
        }

        return null;
    }

    // "thanked the crew for 'coming at once'", "dared the mayor to 'walk in here'": behind the one addressed and a small word.
    private Speech? OfAddressed(QuoteSpan span)
    {
        int small = TokenPlaces.FirstFrom(words.Parsed, span.Outer.Start) - 1;
        if (small < 2 || words[small].Range.Start < span.Room.Start || !char.IsLower(tree.Text[span.Inner.Start]) || words[small].Pos is not (PartOfSpeech.Adp or PartOfSpeech.Part or PartOfSpeech.Sconj or PartOfSpeech.Pron or PartOfSpeech.Aux))
            return null;
        for (int verb = small - 1; verb > 0 && small - verb <= LongestThing && words.SentenceOf(verb) == words.SentenceOf(small); verb--)
        {
            if (words[verb].Pos != PartOfSpeech.Verb)
                continue;
            return tree.Is(verb, CueKind.Addressing) && !cues.IsPassive(verb) && !IsNegated(verb) && cues.SpeakerOf(verb) is >= 0 and var speaker && speaker < verb
                ? new Speech { Content = span.Inner, Speaker = tree.NounPhrase(speaker), SpeakerHead = speaker, Cue = words[verb].Range, CueToken = verb, Rule = "quote.direct.fragment" }
                : null;
        }

        return null;
    }

    // "followed what one officer described as a 'rather loud' meeting", "sent what he called 'a few lorries' to the town".
    private Speech? OfWhat(QuoteSpan span)
    {
        int verb = TokenPlaces.FirstFrom(words.Parsed, span.Outer.Start) - 1;
        if (verb < 2 || words[verb].Range.Start < span.Room.Start || !char.IsLower(tree.Text[span.Inner.Start]))
            return null;
        if (words[verb].Pos == PartOfSpeech.Det)
            verb--;
        if (tree.Is(verb, CueKind.Predicate))
            verb--;
        int opening = verb >= 0 ? words.Parsed.Sentences[words.SentenceOf(verb)].FirstToken : 0;
        if (verb <= opening || words[verb].Pos != PartOfSpeech.Verb || cues.At(verb) is not { Cue: { Kind: CueKind.Verb, Class: SpeechClasses.Stance } } use || !use.Cue.Has(CueFrames.Quote) || !use.Cue.Has(CueFrames.Object))
            return null;
        int speaker = verb - 1, from = speaker;
        while (from > opening && verb - from <= LongestSpeaker && words[from].Tag != "WP" && words[from].Pos is not (PartOfSpeech.Verb or PartOfSpeech.Punct))
            from--;
        if (words[from].Tag != "WP" || from == speaker || words[speaker].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron))
            return null;
        if (words.Child(verb, Relation.Nsubj) is > 0 and var subject && subject > from && subject < verb)
            speaker = subject;
        return new Speech { Content = span.Inner, Speaker = tree.RangeOf(from + 1, verb - 1), SpeakerHead = speaker, Cue = words[verb].Range, CueToken = verb, Stance = use.Cue.Stance, Rule = "quote.direct.fragment" };
    }

    // "The king did not reply, but the queen did, on the radio: '…'": behind a saying that is denied the one who stands nearest to the colon.
    public Speech? AnsweringBefore(int colon, int first)
    {
        for (int i = colon - 1; i > first; i--)
        {
            if (words[i].Tag is not ("VBD" or "VBZ" or "VBP") || !tree.Is(i, CueKind.Standing) || words.Child(i, Relation.Nsubj) is not (>= 0 and var subject) || subject > i)
                continue;
            for (int told = first; told < subject; told++)
            {
                if (cues.At(told) is { Cue.Kind: CueKind.Verb } use && use.Cue.Has(CueFrames.Quote) && IsNegated(told))
                    return new Speech { Content = default, Speaker = tree.NounPhrase(subject), SpeakerHead = subject, Cue = words[i].Range, CueToken = i, Rule = "quote.direct.before" };
            }

            return null;
        }

        return null;
    }

    private bool IsNegated(int verb)
    {
        foreach (int child in words.Children(verb))
        {
            if (child < verb && (words[child].Morphology & Morphology.Negative) != 0)
                return true;
        }

        return false;
    }
}
