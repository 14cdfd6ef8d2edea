using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Nouns that the parser hung on a word beside theirs, and verbs that it took for nouns: "found Blom guilty" with the name in front of a noun, "a cease-fire" in two, "freed on bail two men" with the men hung on the bail.</summary>
internal sealed class NounRepairs : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        IsTornSubject(tokens, i) || IsShifted(tokens, i) || IsHalf(tokens, i) || IsFoundSo(tokens, i) || IsPropertyAsVerb(tokens, i) || IsGerundNoun(tokens, sentence, i) || IsVerbAsNoun(tokens, sentence, i) || IsTail(tokens, sentence, i);

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (IsGerundNoun(tree.Tokens, tree.Sentence, i))
            MendGerundNoun(tree, i);
        else if (IsTail(tree.Tokens, tree.Sentence, i) && !tree.IsUnder(i - 4, i))
            tree.Hang(i, i - 4, Relation.Nmod);
        else if (IsVerbAsNoun(tree.Tokens, tree.Sentence, i))
            tree.MakeInfinitive(i);
        else if (IsTornSubject(tree.Tokens, i))
            MendTornSubject(tree, i, head);
        else if (IsShifted(tree.Tokens, i))
            MendShifted(tree, i, head);
        else if (IsHalf(tree.Tokens, i))
            MendHalf(tree, i);
        else if (IsFoundSo(tree.Tokens, i))
            MendFoundSo(tree, i, head, grammar);
        else if (IsPropertyAsVerb(tree.Tokens, i))
            MendProperty(tree, i, head);
    }

    /// <summary>"editor-in-chief", "brother-in-law": hyphens without spaces make one word of three.</summary>
    private static bool IsTail(ReadOnlySpan<Token> tokens, Sentence sentence, int tail)
    {
        if (tail < sentence.FirstToken + 4 || tokens[tail].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || tokens[tail].Head == tail - 4 || tokens[tail - 2].Pos != PartOfSpeech.Adp || tokens[tail - 4].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn))
            return false;
        for (int i = tail - 3; i <= tail; i++)
        {
            if (tokens[i].Range.Start != tokens[i - 1].Range.End)
                return false;
        }

        return tokens[tail - 1].Pos == PartOfSpeech.Punct && tokens[tail - 3].Pos == PartOfSpeech.Punct;
    }

    /// <summary>"After a mass shooting in Lima, the minister …": what has an article and neither subject nor object is a noun.</summary>
    private static bool IsGerundNoun(ReadOnlySpan<Token> tokens, Sentence sentence, int gerund)
    {
        if (tokens[gerund] is not { Pos: PartOfSpeech.Verb, Tag: "VBG", Relation: Relation.Advcl })
            return false;
        bool hasArticle = false;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens[i].Head != gerund)
                continue;
            if (tokens[i].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Ccomp or Relation.Xcomp or Relation.Aux or Relation.AuxPass)
                return false;
            hasArticle |= tokens[i].Relation == Relation.Det && i < gerund;
        }

        return hasArticle;
    }

    /// <summary>"insisted that Chad hand over the men": what has both a subject and an object, and is not said to be anything, is a verb.</summary>
    private static bool IsVerbAsNoun(ReadOnlySpan<Token> tokens, Sentence sentence, int noun)
    {
        if (tokens[noun] is not { Pos: PartOfSpeech.Noun, Tag: "NN", Relation: Relation.Ccomp or Relation.Conj })
            return false;
        bool hasSubject = false;
        bool hasObject = false;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens[i].Head != noun)
                continue;
            if (tokens[i].Relation is Relation.Cop or Relation.Det or Relation.Case or Relation.Amod)
                return false;
            hasSubject |= tokens[i].Relation == Relation.Nsubj && i < noun;
            hasObject |= tokens[i].Relation == Relation.Obj && i > noun;
        }

        return hasSubject && hasObject;
    }

    private static void MendGerundNoun(SentenceEdit tree, int gerund)
    {
        tree.MakeGerundNoun(gerund);
        if (tree.Child(gerund, Relation.Mark) is >= 0 and var mark)
            tree.Hang(mark, gerund, Relation.Case);
        tree.Hang(gerund, tree[gerund].Head, Relation.Obl);
    }

    /// <summary>"The administration sharply cut its aid": an adverb taken for a noun has the subject for a part of it.</summary>
    private static bool IsTornSubject(ReadOnlySpan<Token> tokens, int adverb) =>
        tokens[adverb] is { Relation: Relation.Advmod, Pos: PartOfSpeech.Noun } && adverb > 0 && tokens[adverb - 1] is { Relation: Relation.Compound } before && before.Head == adverb;

    private static void MendTornSubject(SentenceEdit tree, int adverb, int verb)
    {
        if (verb < adverb || !tree.IsFinite(verb) || tree.HasSubject(verb) || !tree.IsNominal(adverb - 1))
            return;
        int subject = adverb - 1;
        tree.Hang(subject, verb, Relation.Nsubj);
        tree.Move(adverb, subject, tree.First, subject);
        tree.MakeAdverb(adverb);
    }

    /// <summary>"freed on bail two men": only a verb has an object, and the noun before it has none.</summary>
    private static bool IsShifted(ReadOnlySpan<Token> tokens, int noun) =>
        tokens[noun] is { Relation: Relation.Obj, Head: >= 0 and var above } && above < noun && tokens[above] is { Relation: Relation.Obl, Pos: PartOfSpeech.Noun, Head: >= 0 and var verb } && verb < above;

    private static void MendShifted(SentenceEdit tree, int noun, int above)
    {
        int verb = tree[above].Head;
        if (tree[verb].Pos == PartOfSpeech.Verb && !tree.Has(verb, Relation.Obj) && !tree.Has(verb, Relation.AuxPass) && tree.IsNominal(noun))
            tree.Hang(noun, verb, Relation.Obj);
    }

    /// <summary>"a cease-fire": two nouns that one hyphen joins are one word, the second its head.</summary>
    private static bool IsHalf(ReadOnlySpan<Token> tokens, int noun)
    {
        if (noun < 2 || tokens[noun].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || tokens[noun - 1].Pos != PartOfSpeech.Punct || tokens[noun - 2].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn))
            return false;
        return tokens[noun - 2].Range.End == tokens[noun - 1].Range.Start && tokens[noun - 1].Range.End == tokens[noun].Range.Start
            && tokens[noun - 2].Head == tokens[noun].Head && tokens[noun - 2].Relation == tokens[noun].Relation && tokens[noun].Relation is Relation.Obj or Relation.Nsubj or Relation.NsubjPass or Relation.Obl or Relation.Nmod;
    }

    private static void MendHalf(SentenceEdit tree, int noun)
    {
        tree.Move(noun - 2, noun, tree.First, tree.End);
        tree.Hang(noun - 2, noun, Relation.Compound);
    }

    /// <summary>"found Blom guilty": a name before what is no noun.</summary>
    private static bool IsFoundSo(ReadOnlySpan<Token> tokens, int name) =>
        tokens[name] is { Pos: PartOfSpeech.Propn, Relation: Relation.Compound or Relation.Amod } && tokens[name].Head == name + 1 && tokens[name + 1] is { Relation: Relation.Obj or Relation.Xcomp, Head: >= 0 and var verb } && verb < name;

    private static void MendFoundSo(SentenceEdit tree, int name, int property, ClauseGrammar grammar)
    {
        int verb = tree[property].Head;
        if (!grammar.IsPredicative(tree[verb].Lemma) || !grammar.IsGuilt(tree[property].Lemma))
            return;
        tree.Hang(name, verb, Relation.Obj);
        tree.Move(property, name, tree.First, property);
        tree.Hang(property, verb, Relation.Xcomp);
    }

    /// <summary>"imposed new targeted sanctions": a participle with an adjective before it and the noun behind it is no verb.</summary>
    private static bool IsPropertyAsVerb(ReadOnlySpan<Token> tokens, int participle) =>
        tokens[participle] is { Pos: PartOfSpeech.Verb, Relation: Relation.Ccomp or Relation.Xcomp, Tag: "VBN" or "VBD", Head: >= 0 and var verb } && verb < participle - 1
        && tokens[participle - 1] is { Pos: PartOfSpeech.Adj } before && before.Head > participle && tokens[participle + 1].Head == participle && before.Head == participle + 1 && tokens[before.Head].Relation == Relation.Obj;

    private static void MendProperty(SentenceEdit tree, int participle, int verb)
    {
        int noun = participle + 1;
        if (tree.Has(verb, Relation.Obj))
            return;
        tree.Hang(noun, verb, Relation.Obj);
        tree.Move(participle, noun, tree.First, tree.End);
        tree.Hang(participle, noun, Relation.Amod);
    }
}
