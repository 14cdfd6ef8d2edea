using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Keeps words and drops what only looks like them: topics, targets, thoughts of nobody known.</summary>
internal sealed class QuoteSieve(DocumentTree tree, ImmutableArray<QuoteSpan> spans, MentionPlaces places, SpeechCues cues)
{
    private const int LongestRemnant = 20;

    /// <summary>Whether a saying is worth a record.</summary>
    public bool Holds(Speech speech)
    {
        if (speech.Class is not null && IsRelativeRest(speech))
            return false;
        if (speech.Class is null || QuoteForms.Of(speech.Content, spans, tree.Text) != QuoteForm.Indirect)
            return true;
        if (IsSetting(speech) || IsSupposed(speech) || IsBound(speech) || IsUnthought(speech) || IsSupposedSaying(speech) || IsJoint(speech) || IsExamined(speech) || IsUntold(speech) || IsFreeRelative(speech) || IsConversation(speech) || IsUnnamed(speech) || InQuestion(speech) || IsUnsaid(speech) || IsLeftUnsaid(speech) || IsAskedFor(speech) || IsTarget(speech) || IsThingTold(speech) || IsStandIn(speech) || IsBareDeed(speech) || (!speech.IsClause && !IsTenor(speech) && (IsThing(speech) || !(HasVerb(speech.Content) || IsCounted(speech)))) || IsRemnant(speech))
            return false;

        // What is thought, felt or meant counts as somebody's only when he is known.
        return speech.Class is SpeechClasses.Speech or SpeechClasses.Source
            || (speech.Class == SpeechClasses.Stance && speech is { IsClause: true, Speaker: not null })
            || (speech is { Class: SpeechClasses.Evidence, IsClause: true, SpeakerHead: >= 0 and var paper } && cues.Is(tree[paper].Lemma.ToLowerInvariant(), CueKind.Occasion))
            || places.EntityOf(speech.SpeakerHead, speech.Speaker) is not null || places.Issuer?.Speaks(speech.CueToken) == true;
    }

    // "but which the senators said they could support": the joint of a clause that goes on behind.
    private bool IsJoint(Speech speech) =>
        TokenPlaces.FirstFrom(tree.Parsed, speech.Content.End) - 1 is var last && last > 0 && tree[last] is { Tag: "WDT" or "WP" } && !HasVerb(speech.Content);

    // "In an essay last week, the mayor acknowledged their troubles": where it was said, with what was said behind the cue.
    private bool IsSetting(Speech speech)
    {
        if (speech is not { IsSource: false, CueToken: >= 0 and var cue, Speaker: { } speaker } || speech.Content.End > Math.Min(speaker.Start, tree[cue].Range.Start) || HasVerb(speech.Content))
            return false;
        int first = TokenPlaces.FirstFrom(tree.Parsed, speech.Content.Start);
        if (first > 0 && tree[first].Pos != PartOfSpeech.Adp)
            first--;
        if (tree[first].Pos != PartOfSpeech.Adp)
            return false;
        foreach (int child in tree.Children(cue))
        {
            if (child > cue && tree[child].Relation is Relation.Obj or Relation.Ccomp or Relation.Xcomp)
                return true;
        }

        return false;
    }

    // "one could argue that …": nobody did.
    private bool IsSupposed(Speech speech)
    {
        if (speech.CueToken < 0 || speech.SpeakerHead < 0 || !HasModal(speech.CueToken))
            return false;
        Token speaker = tree[speech.SpeakerHead];
        return speaker.Pos is PartOfSpeech.Num or PartOfSpeech.Pron
            && (speaker.Morphology & (Morphology.FirstPerson | Morphology.SecondPerson | Morphology.Masculine | Morphology.Feminine | Morphology.Neuter | Morphology.Plural | Morphology.Relative)) == 0;
    }

    // "who must persuade the farmers to sell", "is believed to favour a ban": what somebody has yet to say, or is thought to.
    private bool IsBound(Speech speech)
    {
        if (speech is not { CueToken: >= 0 and var cue, IsSource: false })
            return false;
        foreach (int child in tree.Children(cue))
        {
            if (child < cue && tree[child].Tag == "MD" && cues.Is(tree[child].Lemma.ToLowerInvariant(), CueKind.Bound))
                return true;
        }

        return tree[cue] is { Relation: Relation.Xcomp, Head: >= 0 and var thought } && tree.Has(thought, Relation.AuxPass) && tree.Has(cue, Relation.Mark) && !tree.Has(cue, Relation.Aux) && tree[thought].Pos == PartOfSpeech.Verb && IsThought(thought);
    }

    private bool IsThought(int verb)
    {
        foreach (SpeechCue cue in cues.From(tree[verb].Lemma.ToLowerInvariant()))
        {
            if (cue is { Kind: CueKind.Verb, Class: SpeechClasses.Belief })
                return true;
        }

        return false;
    }

    // "The bridge is safe, the pilots do not think": not even thought.
    private bool IsUnthought(Speech speech) =>
        speech is { CueToken: >= 0 and var cue, Cue: { } word, Class: SpeechClasses.Belief or SpeechClasses.Plan } && speech.Content.End <= word.Start && IsNegated(cue);

    // "should the bank agree to pay": a condition.
    private bool IsSupposedSaying(Speech speech)
    {
        if (speech is not { CueToken: >= 0 and var cue, IsSource: false } || tree[cue].Relation != Relation.Advcl || tree.Child(cue, Relation.Nsubj) is not (>= 0 and var subject))
            return false;
        foreach (int child in tree.Children(cue))
        {
            if (child < subject && tree[child] is { Relation: Relation.Aux, Tag: "MD" or "VBD" })
                return true;
        }

        return false;
    }

    private bool HasModal(int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            if (child < verb && tree[child].Tag == "MD")
                return true;
        }

        return false;
    }

    // "meant to determine whether …", "counting the birds and noting which came back": a question that somebody looks into.
    private bool IsExamined(Speech speech) =>
        speech is { CueToken: >= 0 and var cue, Class: SpeechClasses.Speech, Cue: { } words } && words.End <= speech.Content.Start && OpensQuestion(speech)
        && ((tree[cue].Morphology & Morphology.Infinitive) != 0 && tree[cue].Relation is Relation.Advcl or Relation.Acl or Relation.Xcomp or Relation.Root or Relation.Conj || (tree[cue].Tag == "VBG" && tree[cue].Relation is Relation.Advcl or Relation.Conj && tree[TokenPlaces.FirstFrom(tree.Parsed, speech.Content.Start)].Tag == "WDT"));

    private bool OpensQuestion(Speech speech)
    {
        int first = TokenPlaces.FirstFrom(tree.Parsed, speech.Content.Start);

        // "is to rule on whether it must pay".
        if (first + 1 < tree.Count && tree[first].Pos == PartOfSpeech.Adp)
            first++;
        return first < tree.Count && (IsQuestionWord(first) || tree[first] is { Relation: Relation.Mark, Pos: PartOfSpeech.Sconj });
    }

    // ", which counted 20 hurt", ", who runs the ferry" behind ", according to the agency" or "informed about the strike": told of the thing before.
    private bool IsRelativeRest(Speech speech) =>
        speech is { Cue: { } cue } && (speech.IsSource || !speech.IsObject) && speech.Content.Start > cue.Start && TokenPlaces.FirstFrom(tree.Parsed, speech.Content.Start) is var first && first < tree.Count
        && (tree[first] is { Tag: "WDT", Relation: not Relation.Det } || tree[first] is { Tag: "WP", Relation: Relation.Nsubj or Relation.NsubjPass } && speech.Speaker is { } teller && teller.Start > cue.Start && teller.End <= speech.Content.Start);

    // "were only allowed if a doctor …", "don't tell anyone": without a speaker a condition or an order is nobody's saying.
    private bool IsUntold(Speech speech)
    {
        if (speech is not { Speaker: null, CueToken: >= 0 and var cue, Class: SpeechClasses.Speech })
            return false;
        int first = TokenPlaces.FirstFrom(tree.Parsed, speech.Content.Start);

        // "Asked about it, the envoy said …": what runs on into the verb is not what is said.
        if (speech.Cue is { } word && word.Start - speech.Content.End == 1)
            return true;
        if (first > 0 && first <= tree.Count && tree[first - 1].Relation == Relation.Mark && (tree[first - 1].Head is var opened && opened >= 0 && tree[opened].Relation == Relation.Advcl))
            return true;
        if (first < tree.Count && tree[first] is { Relation: Relation.Mark, Pos: PartOfSpeech.Sconj })
            return true;
        return IsNegated(cue);
    }

    // "far from where the charts predicted it would be": told of a place, of which a thing that is nobody says something.
    private bool IsFreeRelative(Speech speech)
    {
        if (speech.CueToken < 0 || speech.SpeakerHead < 0 || speech.SpeakerHead >= speech.CueToken || tree[speech.SpeakerHead].Pos != PartOfSpeech.Noun || places.Knows(speech.SpeakerHead))
            return false;
        int at = speech.SpeakerHead;
        while (at > 0 && tree[at - 1].Head == speech.SpeakerHead)
            at--;
        while (at > 0 && tree[at - 1].Pos is PartOfSpeech.Propn or PartOfSpeech.Det or PartOfSpeech.Part or PartOfSpeech.Adj)
            at--;
        return at > 0 && tree.SentenceOf(at - 1) == tree.SentenceOf(at) && tree[at - 1].Tag is "WP" or "WRB";
    }

    // "We think", "as you say": the writer and his reader, not somebody that the report tells of. The "we" of a release is.
    private bool IsConversation(Speech speech) =>
        speech.SpeakerHead >= 0 && !places.Knows(speech.SpeakerHead) && tree[speech.SpeakerHead].Pos == PartOfSpeech.Pron
        && (tree[speech.SpeakerHead].Morphology & (Morphology.FirstPerson | Morphology.SecondPerson)) != 0;

    // "which declared": a relative pronoun whose noun the tree does not tell.
    private bool IsUnnamed(Speech speech) => speech.SpeakerHead >= 0 && (tree[speech.SpeakerHead].Morphology & Morphology.Relative) != 0;

    // "on Friday" behind ", according to the mayor", but not the subject before it.
    private bool IsRemnant(Speech speech) => speech is { IsSource: true, Cue: { } cue } && speech.Content.Start > cue.Start && speech.Content.Length <= LongestRemnant && !HasVerb(speech.Content);

    // "proposed a bill that would ban tolls", "announced plans to sue": a thing with what is told of it, and no words.
    private bool IsThing(Speech speech)
    {
        if (speech is not { IsObject: true, Class: SpeechClasses.Speech })
            return false;
        int from = TokenPlaces.FirstFrom(tree.Parsed, speech.Content.Start);
        for (int i = from; i < tree.Count && tree[i].Range.Start < speech.Content.End; i++)
        {
            if (tree[i].Head < from || tree[tree[i].Head].Range.Start >= speech.Content.End)
                return tree[i].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron && !tree.Has(i, Relation.Ccomp) && !IsTornSubject(i, speech.Content.End);
        }

        return false;
    }

    // "stressed the need for talks": the object names what was said.
    private bool IsTenor(Speech speech)
    {
        if (speech is not { IsObject: true, CueToken: >= 0 and var cue })
            return false;
        int thing = tree.Child(cue, Relation.Obj);
        return thing >= 0 && speech.Content.Contains(tree[thing].Range) && cues.Is(tree[thing].Lemma, CueKind.Tenor);
    }

    // "suggested the driver lost control": the noun has a finite verb right behind it, which the tree hangs on it as on a thing.
    private bool IsTornSubject(int noun, int end)
    {
        for (int i = noun + 1; i < tree.Count && tree[i].Range.End <= end && tree[i].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Aux or PartOfSpeech.Verb or PartOfSpeech.Adv; i++)
        {
            if (tree[i].Tag is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        }

        return false;
    }

    // "did not say whom it would support": a question that nobody answers.
    private bool IsUnsaid(Speech speech)
    {
        if (speech.CueToken < 0 || TokenPlaces.FirstFrom(tree.Parsed, speech.Content.Start) is var first && (first >= tree.Count || !IsQuestionWord(first) && tree[first] is not { Relation: Relation.Mark, Pos: PartOfSpeech.Sconj }))
            return false;
        // "Neither side would say how many had died".
        return IsNegated(speech.CueToken) || speech.SpeakerHead >= 0 && OpensNone(speech.SpeakerHead);
    }

    // "neither", "neither side", "neither Rome nor Tunis".
    private bool OpensNone(int speaker)
    {
        if (cues.Is(tree[speaker].Lemma, CueKind.Unsaid))
            return true;
        foreach (int child in tree.Children(speaker))
        {
            if (child < speaker && tree[child].Pos is PartOfSpeech.Det or PartOfSpeech.Cconj && cues.Is(tree[child].Lemma.ToLowerInvariant(), CueKind.Unsaid))
                return true;
        }

        return false;
    }

    // "declined to call it a coup", "stopped short of saying that …".
    private bool IsLeftUnsaid(Speech speech)
    {
        if (speech.CueToken < 0)
            return false;
        foreach (int child in tree.Children(speech.CueToken))
        {
            // "who asked not to be named".
            if (child > speech.CueToken && tree[child].Relation is Relation.Xcomp or Relation.Advcl or Relation.Ccomp && speech.Content.Contains(tree[child].Range) && cues.Is(tree[child].Lemma, CueKind.Naming) && tree.Has(child, Relation.AuxPass))
                return true;
        }

        if (tree[speech.CueToken] is not { Relation: Relation.Xcomp or Relation.Advcl, Head: >= 0 and var above })
            return false;
        if (cues.Is(tree[above].Lemma, CueKind.Unsaid) && tree[above].Pos == PartOfSpeech.Verb)
            return true;
        return tree.Child(speech.CueToken, Relation.Mark) is >= 0 and var mark && cues.Is(tree[mark].Lemma, CueKind.Unsaid);
    }

    // "asked the envoy to call on the king to …": whoever is asked to say a thing has not said it.
    private bool IsAskedFor(Speech speech) =>
        speech.CueToken >= 0 && tree[speech.CueToken] is { Relation: Relation.Xcomp, Head: >= 0 and var asking } cue && (cue.Morphology & Morphology.Infinitive) != 0
        && tree.Has(speech.CueToken, Relation.Mark) && tree.Has(asking, Relation.Obj);

    // "rejected the request that he had made", "questioned two men who …", "has not ruled out talks that …": whom or what somebody acts on, and no words.
    private bool IsTarget(Speech speech)
    {
        // "Neither side commented on the report".
        if ((speech.IsAbout || speech.IsObject) && speech.SpeakerHead >= 0 && OpensNone(speech.SpeakerHead))
            return true;
        if (speech is not { IsObject: true, CueToken: >= 0 and var cue })
            return false;
        if (speech.Stance == Stance.Denies)
            return !speech.IsClause;

        // "called his envoy home", "called his colleague to condemn the raid".
        if (!speech.IsClause && speech.Cue == tree[cue].Range && cues.Is(tree[cue].Lemma, CueKind.Calling) && IsSummoned(cue))
            return true;
        if (IsNegated(cue) || IsPrice(cue))
            return true;
        if (speech.IsClause || tree.Child(cue, Relation.Obj) is not (>= 0 and var thing) || !speech.Content.Contains(tree[thing].Range) || !places.Knows(thing) || IsTornSubject(thing, speech.Content.End))
            return false;
        foreach (int child in tree.Children(cue))
        {
            if (child > thing && tree[child].Relation is Relation.Xcomp or Relation.Advcl or Relation.Obl or Relation.Ccomp && speech.Content.Contains(tree[child].Range))
                return false;
        }

        return !HasOwnPreposition(cue, thing, speech.Content.End);
    }

    // "charged them 120 dollars a day".
    private bool IsPrice(int cue) => tree.Child(cue, Relation.Iobj) > cue && tree.Child(cue, Relation.Obj) is >= 0 and var sum && sum > cue && tree.Has(sum, Relation.Nummod);

    private bool IsNegated(int cue)
    {
        if (cue < 0)
            return false;
        foreach (int child in tree.Children(cue))
        {
            if (child < cue && (tree[child].Morphology & Morphology.Negative) != 0)
                return true;
        }

        return false;
    }

    private bool IsSummoned(int cue)
    {
        int thing = tree.Child(cue, Relation.Obj);
        foreach (int child in tree.Children(cue))
        {
            if (child <= thing)
                continue;
            bool aims = tree[child].Relation is Relation.Xcomp or Relation.Advcl && (tree[child].Morphology & Morphology.Infinitive) != 0 && tree.Has(child, Relation.Mark) && !tree.Has(child, Relation.Cop);
            if (aims || tree[child] is { Relation: Relation.Advmod or Relation.Xcomp, Pos: PartOfSpeech.Adv } || cues.Is(tree[child].Lemma.ToLowerInvariant(), CueKind.Way))
                return true;
        }

        return false;
    }

    // "accused the captain, who has left, of …": what he is accused of is told, wherever it was hung.
    private bool HasOwnPreposition(int cue, int thing, int end)
    {
        foreach (SpeechCue known in cues.From(tree[cue].Lemma.ToLowerInvariant()))
        {
            for (int i = thing + 1; i < tree.Count && tree[i].Range.End <= end; i++)
            {
                if (tree[i].Pos is PartOfSpeech.Adp or PartOfSpeech.Sconj && known.Prepositions.Contains(tree[i].Lemma))
                    return true;
            }
        }

        return false;
    }

    // "offered a swap in 2007, which was turned down", "deplored the raid in which two men died": a thing with what is told of it, and no clause.
    private bool IsThingTold(Speech speech)
    {
        // "has not answered the envoy's request".
        if (speech is { IsClause: true, IsObject: false, IsSource: false } && IsNegated(speech.CueToken) && !HasVerb(speech.Content))
            return true;
        if (speech is not { IsSource: false, Class: SpeechClasses.Speech or SpeechClasses.Stance, Cue: { } cue } || !(speech.IsClause && !speech.IsObject || IsToldOfThing(speech)) || speech.Content.Start < cue.End)
            return false;
        int from = TokenPlaces.FirstFrom(tree.Parsed, speech.Content.Start);
        if (from >= tree.Count || tree[from].Pos is not (PartOfSpeech.Det or PartOfSpeech.Noun or PartOfSpeech.Pron or PartOfSpeech.Adj) || tree[from].Tag is "WDT" or "WP" || tree[from].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Expl)
            return false;
        bool told = false;
        for (int i = from; i < tree.Count && tree[i].Range.Start < speech.Content.End; i++)
        {
            if (!(tree[i].Tag is "VBD" or "VBZ" or "VBP" or "MD" || tree[i].Tag == "VB" && tree[i - 1].Pos is not (PartOfSpeech.Part or PartOfSpeech.Adv or PartOfSpeech.Aux)))
                continue;
            int predicate = tree[i].Relation is Relation.Aux or Relation.AuxPass or Relation.Cop && tree[i].Head >= 0 ? tree[i].Head : i;
            if (!IsOfPronoun(predicate, from))
                return false;
            told = true;
        }

        return told;
    }

    // "apologised for films that showed …".
    private bool IsToldOfThing(Speech speech) =>
        speech.IsAbout && TokenPlaces.FirstFrom(tree.Parsed, speech.Content.Start) is > 0 and var first && first < tree.Count && tree[first - 1].Pos == PartOfSpeech.Adp && tree[first].Pos is PartOfSpeech.Det or PartOfSpeech.Noun or PartOfSpeech.Adj;

    // "which was turned down", "of which farmers were victims", "whose courts had tried them".
    private bool IsOfPronoun(int predicate, int from)
    {
        for (int i = from; i < predicate; i++)
        {
            if (tree[i].Tag is "WDT" or "WP" or "WP$" or "WRB" && tree[i].Head is var head && (head == predicate || (head >= 0 && tree[head].Head == predicate)))
                return true;
        }

        return false;
    }

    // "denies wrongdoing".
    private bool IsBareDeed(Speech speech) =>
        speech is { IsClause: false, IsSource: false } && TokenPlaces.FirstFrom(tree.Parsed, speech.Content.Start) is var first && first < tree.Count && tree[first] is { Tag: "VBG" } word && word.Range.End >= speech.Content.End;

    // "spoke of three explosions": a number of things told of is what somebody says, a topic is not.
    private bool IsCounted(Speech speech)
    {
        if (speech is not { IsObject: false, Class: SpeechClasses.Speech })
            return false;
        for (int i = TokenPlaces.FirstFrom(tree.Parsed, speech.Content.Start); i < tree.Count && tree[i].Range.Start < speech.Content.End; i++)
        {
            if (tree[i].Relation == Relation.Nummod)
                return true;
        }

        return false;
    }

    // "promised to do so": no words of anybody.
    private bool IsStandIn(Speech speech)
    {
        int from = TokenPlaces.FirstFrom(tree.Parsed, speech.Content.Start), to = TokenPlaces.FirstFrom(tree.Parsed, speech.Content.End);

        // "The union says otherwise: its leader …": behind the colon the writer tells.
        if (from > 1 && tree.Form(from - 1) is ":" && cues.Is(tree[from - 2].Lemma.ToLowerInvariant(), CueKind.Standing))
            return true;
        bool stands = false;
        for (int i = from; i < to; i++)
        {
            bool isStanding = cues.Is(tree[i].Lemma.ToLowerInvariant(), CueKind.Standing);
            stands |= isStanding;
            if (!isStanding && tree[i].Pos is not (PartOfSpeech.Part or PartOfSpeech.Aux or PartOfSpeech.Pron or PartOfSpeech.Det))
                return false;
        }

        return stands;
    }

    private bool IsQuestionWord(int token) => tree[token].Tag is "WP" or "WP$" or "WRB" or "WDT";

    private bool InQuestion(Speech speech)
    {
        if (speech.CueToken < 0)
            return false;
        TextRange sentence = tree.Parsed.Sentences[tree.SentenceOf(speech.CueToken)].Range;
        return sentence.Length > 0 && tree.Text[sentence.End - 1] == '?' && !IsParenthesis(speech);
    }

    // "why, he asked, had nobody been told?": the question is his.
    private bool IsParenthesis(Speech speech) =>
        speech is { Cue: { } cue, Speaker: { } speaker } && Math.Min(cue.Start, speaker.Start) - 2 is >= 0 and var before && tree.Text[before] is ',' && Math.Max(cue.End, speaker.End) is var after && after < tree.Text.Length && tree.Text[after] is ',';

    private bool HasVerb(TextRange content)
    {
        for (int i = TokenPlaces.FirstFrom(tree.Parsed, content.Start); i < tree.Count && tree[i].Range.Start < content.End; i++)
        {
            if (tree[i].Pos is PartOfSpeech.Verb or PartOfSpeech.Aux)
                return true;
        }

        return false;
    }
}

/// <summary>The classes of cues that the code tells apart; the others are the language's own.</summary>
internal static class SpeechClasses
{
    public const string Speech = "speech";
    public const string Source = "source";
    public const string Belief = "belief";
    public const string Plan = "plan";
    public const string Stance = "stance";
    public const string Evidence = "evidence";
}
