using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Speakers found by the order of words, where the tree names none.</summary>
internal sealed partial class CueReader
{
    // "The talks, the envoy was quoted as saying, 'are dead'": of two the one right before the verb.
    private int NearestPassive(int verb)
    {
        int near = -1;
        foreach (int child in tree.Tree.Children(verb))
        {
            if (tree.Tree[child].Relation == Relation.NsubjPass && (near < 0 || child < verb))
                near = child;
        }

        return near;
    }

    /// <summary>"let Oslo know that …": the verb by which its subject tells somebody; -1 for none.</summary>
    public int LettingOf(int verb) => tree.Tree[verb] is { Relation: Relation.Xcomp or Relation.Ccomp, Tag: "VB", Head: >= 0 and var letting } && letting < verb && tree.Is(letting, CueKind.Letting) && tree.Tree.Has(letting, Relation.Obj) ? letting : -1;

    private const int WordsToSaying = 8;

    // "The crews had rested, she said on Monday, adding that …": a participle right behind an inserted saying goes on with it.
    private int InsertedBefore(int verb)
    {
        DocumentTree words = tree.Tree;
        if (verb < 3 || words[verb].Tag != "VBG" || words.Form(verb - 1) is not "," || words.Has(verb, Relation.Nsubj))
            return -1;
        int sentence = words.SentenceOf(verb);
        for (int i = verb - 2; i > 1 && verb - i <= WordsToSaying && words.SentenceOf(i) == sentence; i--)
        {
            if (words[i].Pos is PartOfSpeech.Punct or PartOfSpeech.Aux)
                return -1;
            if (words[i].Pos != PartOfSpeech.Verb)
                continue;
            if (words[i].Tag is not ("VBD" or "VBZ" or "VBP") || At(i) is not { Cue: { Kind: CueKind.Verb, Class: SpeechClasses.Speech } } || words.Has(i, Relation.Conj))
                return -1;
            bool isInserted = words[i].Relation == Relation.Parataxis || words.Child(i, Relation.Ccomp) is >= 0 and var told && told < i;
            return isInserted && words.Child(i, Relation.Nsubj) is >= 0 and var subject && subject < verb && !IsRelative(subject) ? i : -1;
        }

        return -1;
    }

    // Right behind closing marks stands who speaks, and not who was told.
    private bool FollowsMarks(int verb) =>
        verb > 1 && (IsMark(verb - 1) || (tree.Tree.Form(verb - 1) is "," && IsMark(verb - 2)));

    private bool IsMark(int token) => tree.Tree.Form(token) is "\"" or "”" or "''";

    // "…," wrote Chief Judge Ann Lee: the name that stands right behind a word of saying which opens the telling, whatever the parser made of its parts.
    private int NameBehind(int verb)
    {
        DocumentTree words = tree.Tree;
        if (verb == 0 || words[verb - 1].Pos != PartOfSpeech.Punct || words[verb].Tag is not ("VBD" or "VBZ" or "VBP") || IsPassive(verb))
            return -1;
        foreach (int child in words.Children(verb))
        {
            if (child < verb && words[child].Relation is Relation.Nsubj or Relation.Aux)
                return -1;
        }

        int to = verb;
        while (to + 1 < words.Count && to - verb <= StepsUp && words.SentenceOf(to + 1) == words.SentenceOf(verb) && !tree.IsDay(to + 1)
            && (words[to + 1].Pos is PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Adj || (words[to + 1].Pos == PartOfSpeech.Det && to == verb)))
        {
            to++;
        }

        // "described Beijing's move".
        if (to + 1 < words.Count && words[to + 1] is { Pos: PartOfSpeech.Part, Relation: Relation.Case })
            return -1;
        while (to > verb && !(places.Knows(to) && (words[to].Pos == PartOfSpeech.Propn || words[to].Head <= verb)))
            to--;
        return to > verb ? to : -1;
    }

    // ", says the study,": what stands between an inserted word of saying and the next comma, whatever it was hung on.
    private int InvertedAfter(int verb)
    {
        DocumentTree words = tree.Tree;
        if (verb == 0 || words.Form(verb - 1) is not "," || words[verb].Tag is not ("VBD" or "VBZ" or "VBP") || IsPassive(verb))
            return -1;
        int to = verb;
        while (to + 1 < words.Count && to < verb + StepsUp && words[to + 1].Pos is PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn)
            to++;
        return to > verb && to + 1 < words.Count && words.Form(to + 1) is "," && IsNominal(to) ? to : -1;
    }

    // "Three men were held, sources in the town said": the noun between a comma and the verb, though the parser gave it to the clause before.
    private int BehindComma(int verb)
    {
        DocumentTree words = tree.Tree;
        if (words[verb].Tag is not ("VBD" or "VBZ") || words.Child(verb, Relation.Ccomp) is not (>= 0 and var clause) || clause > verb)
            return -1;
        int comma = verb - 1;
        while (comma > clause && verb - comma < StepsUp * 2 && words[comma].Pos is not (PartOfSpeech.Punct or PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Sconj))
            comma--;
        if (words.Form(comma) is not ",")
            return -1;
        for (int i = comma + 1; i < verb; i++)
        {
            if (IsNominal(i) && words[i].Relation is not (Relation.Compound or Relation.NmodPoss or Relation.NmodDesc))
                return words[i].Relation is Relation.Nsubj or Relation.NsubjPass ? i : -1;
        }

        return -1;
    }

    // "accused the army of taking sides and said roads would be shut": behind a conjunction the subject of the finite verb before it, whatever the parser made of the second.
    private int BesideJoint(int verb)
    {
        DocumentTree words = tree.Tree;
        if (verb == 0 || words[verb - 1].Relation != Relation.Cc || words[verb].Tag is not ("VBD" or "VBN" or "VBZ"))
            return -1;
        for (int i = verb - 2; i >= 0 && words.SentenceOf(i) == words.SentenceOf(verb); i--)
        {
            if (words[i].Tag is "VBD" or "VBZ" or "VBP" && words[i].Pos == PartOfSpeech.Verb && words.Child(i, Relation.Nsubj) is >= 0 and var subject && subject < i)
                return IsRelative(subject) ? -1 : subject;
        }

        return -1;
    }

    // "when the member for Suva, Mr Tom Lee, told the House …": the name set beside a noun right before the verb.
    private int NamedBeside(int verb)
    {
        DocumentTree words = tree.Tree;
        if (verb < 4 || words[verb].Tag is not ("VBD" or "VBZ") || words.Form(verb - 1) is not ",")
            return -1;
        int from = verb - 2, opening = words.Parsed.Sentences[words.SentenceOf(verb)].FirstToken;
        while (from > opening && verb - from <= StepsUp && words[from].Pos == PartOfSpeech.Propn)
            from--;
        if (from == verb - 2 || words.Form(from) is not ",")
            return -1;
        for (int i = from + 1; i < verb - 1; i++)
        {
            if (places.IsPerson(i))
                return i;
        }

        return -1;
    }

    // A name that was taken for another word: the word before a finite verb that has no subject.
    private int BesideFinite(int verb)
    {
        DocumentTree words = tree.Tree;
        if ((words[verb].Morphology & (Morphology.Past | Morphology.Present)) == 0 || (words[verb].Morphology & (Morphology.Participle | Morphology.Gerund | Morphology.Infinitive)) != 0)
            return -1;
        int before = verb - 1;
        while (before >= 0 && words[before].Pos is PartOfSpeech.Aux or PartOfSpeech.Adv && !IsName(before))
            before--;
        if (before < 0 || words.SentenceOf(before) != words.SentenceOf(verb))
            return -1;
        if (words.Child(before, Relation.Case) == before - 1 && before > 0 || (!IsName(before) && (words[before].Pos != PartOfSpeech.Pron || IsRelative(before))))
            return -1;

        // The last word of a name may hang on its first.
        while (words[before].Relation is Relation.Flat or Relation.Compound && words[before].Head is var head and >= 0 && Math.Abs(head - before) <= ShortestName)
            before = head;
        return before;
    }

    /// <summary>"rejected a Ghanaian claim that …": the word for a state before a noun; -1 for none.</summary>
    public int StateBefore(int noun)
    {
        foreach (int child in tree.Tree.Children(noun))
        {
            if (child < noun && tree.Tree[child] is { Relation: Relation.Amod, Pos: PartOfSpeech.Adj } && char.IsUpper(tree.Text[tree.Tree[child].Range.Start]) && places.Knows(child))
                return child;
        }

        return -1;
    }
}
