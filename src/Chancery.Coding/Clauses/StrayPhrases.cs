using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// Phrases that a small word before them led astray: "up to 300 migrants" read as whither, "to five officers holed up" as an infinitive,
/// "Blom, meanwhile, has …" as a name called out, "blocked the Lunga crossing" with a verb, and an infinitive or a participle hung on the verb of a clause beside its own.
/// </summary>
internal sealed class StrayPhrases : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) => tokens[i].Relation switch
    {
        Relation.Case when IsBeforeOther(tokens, sentence, i) => true,
        Relation.Case or Relation.Mark => tokens[i].Lemma is "to" && i > sentence.FirstToken && i + 2 < sentence.EndToken && tokens[i].Head > i,
        Relation.Vocative => tokens[i].Head > i,
        Relation.Conj => tokens[i].Pos == PartOfSpeech.Verb && tokens[i].Head < i && tokens[i].Head >= sentence.FirstToken,
        Relation.Xcomp or Relation.Advcl or Relation.Acl => tokens[i] is { Pos: PartOfSpeech.Verb, Tag: "VB" or "VBN" or "VBD" or "VBG" } && tokens[i].Head < i,
        _ => false,
    };

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (IsBeforeOther(tree.Tokens, tree.Sentence, i))
            MendDay(tree, i, head);
        else if (tree.Is(i, Relation.Case))
            MendMeasure(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Mark))
            MendMarked(tree, i, head);
        else if (tree.Is(i, Relation.Vocative))
            MendCalled(tree, i, head);
        else if (tree.Is(i, Relation.Conj))
            MendSecond(tree, i, head);
        else if (tree[i].Tag == "VB")
            MendBidden(tree, i, grammar);
        else if (tree[i].Tag == "VBG" && tree.IsComma(i - 1))
            MendOutcome(tree, i, head);
        else if (tree[i].Tag == "VBG")
            MendThing(tree, i, head, grammar);
        else
            MendParticiple(tree, i, head, grammar);
    }

    /// <summary>A preposition right before a name that hangs on the verb, while it was given to a noun behind the name.</summary>
    private static bool IsBeforeOther(ReadOnlySpan<Token> tokens, Sentence sentence, int preposition)
    {
        int noun = tokens[preposition].Head;
        return noun > preposition + 1 && noun < sentence.EndToken && tokens[noun].Relation == Relation.Obl && tokens[preposition + 1] is { Relation: Relation.Obl, Pos: PartOfSpeech.Propn } name && name.Head == tokens[noun].Head && name.Head < preposition;
    }

    /// <summary>"forced out on Wednesday 300 migrants": the preposition is the day's, and the noun behind it is the object.</summary>
    private static void MendDay(SentenceEdit tree, int preposition, int noun)
    {
        int verb = tree[noun].Head;
        tree.Hang(preposition, preposition + 1, Relation.Case);
        if (tree[verb].Pos == PartOfSpeech.Verb && !tree.Has(verb, Relation.Obj) && !tree.Has(verb, Relation.AuxPass))
            tree.Hang(noun, verb, Relation.Obj);
    }

    /// <summary>"deported up to 300 migrants": the "to" measures the number, and the migrants are whom it befell.</summary>
    private static void MendMeasure(SentenceEdit tree, int to, int noun, ClauseGrammar grammar)
    {
        int verb = tree[noun].Head;
        if (tree[to - 1].Lemma != "up" || tree[to + 1].Relation != Relation.Nummod || tree[to + 1].Head != noun)
            return;
        tree.Hang(to - 1, to + 1, Relation.Advmod);
        tree.Hang(to, to - 1, Relation.Fixed);
        if (tree.Is(noun, Relation.Obl) && tree.Holds(verb) && verb < to && tree[verb].Pos == PartOfSpeech.Verb && !tree.Has(verb, Relation.Obj) && !tree.Has(verb, Relation.AuxPass) && !grammar.IsIntransitive(tree[verb].Lemma))
            tree.Hang(noun, verb, Relation.Obj);
    }

    /// <summary>"granted asylum to five officers holed up there": no noun stands between the "to" of an infinitive and its verb.</summary>
    private static void MendMarked(SentenceEdit tree, int to, int participle)
    {
        int noun = tree.Child(participle, Relation.Nsubj);
        int verb = tree[participle].Head;
        if (noun <= to || noun >= participle || tree[participle].Tag is not ("VBN" or "VBD") || !tree.Is(participle, Relation.Advcl) || !tree.Holds(verb) || verb > to || tree.Edges(noun, -1).First != to + 1)
            return;
        tree.Hang(noun, verb, Relation.Obl);
        tree.Hang(to, noun, Relation.Case);
        tree.MakeParticiple(participle);
        tree.Hang(participle, noun, Relation.Acl);
    }

    /// <summary>"Blom, meanwhile, has met the king": who is called by name does not stand before a verb in the third person.</summary>
    private static void MendCalled(SentenceEdit tree, int name, int verb)
    {
        bool isThird = tree[verb].Tag is "VBD" or "VBZ";
        for (int i = name + 1; i < verb && !isThird; i++)
            isThird = tree[i].Head == verb && tree[i].Relation is Relation.Aux or Relation.AuxPass or Relation.Cop && tree[i].Tag is "VBZ" or "VBD";
        if (isThird && !tree.HasSubject(verb) && name < verb && tree[name].Pos is PartOfSpeech.Propn or PartOfSpeech.Noun)
            tree.Hang(name, verb, tree.Has(verb, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
    }

    /// <summary>"ordered the men who had come from Benin to leave": one who is bidden is bidden to do something.</summary>
    private static void MendBidden(SentenceEdit tree, int infinitive, ClauseGrammar grammar)
    {
        if (tree.Child(infinitive, Relation.Mark) is not (>= 0 and var to) || tree[to].Lemma != "to" || tree.HasSubject(infinitive))
            return;
        // "a bill that would have allowed Chad to try them": the infinitive is the relative clause's own.
        int relative = tree[infinitive].Head;
        if (tree.Is(infinitive, Relation.Xcomp) && tree.Holds(relative) && grammar.ForceOf(tree[relative].Lemma) != ModalForce.None)
            return;
        for (int hops = 0; hops < 6 && tree.Holds(relative) && !tree.Is(relative, Relation.AclRelcl); hops++)
            relative = tree[relative].Head;
        if (!tree.Is(relative, Relation.AclRelcl) || relative > infinitive)
            return;
        int noun = tree[relative].Head;
        int verb = tree.Holds(noun) ? tree[noun].Head : -1;
        bool isBidden = tree.Holds(verb) && verb < noun && tree.Is(noun, Relation.Obj) && tree[verb].Pos == PartOfSpeech.Verb && grammar.ForceOf(tree[verb].Lemma) == ModalForce.Hypothetical;
        if (isBidden && !tree.Has(verb, Relation.Xcomp) && !tree.Has(verb, Relation.Ccomp) && !tree.Has(verb, Relation.Advcl))
            tree.Hang(infinitive, verb, Relation.Xcomp);
    }

    /// <summary>"accused Togo of having taken land and of having killed men": what a second "of" opens goes on from the first.</summary>
    private static void MendSecond(SentenceEdit tree, int second, int verb)
    {
        if (tree.Child(second, Relation.Mark) is not (>= 0 and var mark) || tree.Has(verb, Relation.Mark) || tree.HasSubject(second) || tree[mark].Tag != "IN")
            return;
        for (int first = verb + 1; first < mark; first++)
        {
            if (tree[first].Head != verb || tree[first].Relation is not (Relation.Advcl or Relation.Xcomp) || tree.Child(first, Relation.Mark) is not (>= 0 and var before) || tree[before].Lemma != tree[mark].Lemma)
                continue;
            tree.Hang(second, first, Relation.Conj);
            return;
        }
    }

    /// <summary>"attacked soldiers guarding the line, killing six": what stands behind a comma at the end tells of the deed, not of those it befell.</summary>
    private static void MendOutcome(SentenceEdit tree, int outcome, int inner)
    {
        int noun = tree[inner].Head;
        bool isInner = tree.Is(outcome, Relation.Advcl) && tree.Is(inner, Relation.Acl) && tree[inner].Tag == "VBG" && inner < outcome && tree.Is(noun, Relation.Obj) && !tree.HasSubject(outcome);
        int verb = isInner ? tree[noun].Head : -1;
        if (tree.Holds(verb) && verb < noun && tree.IsFinite(verb))
            tree.Hang(outcome, verb, Relation.Advcl);
    }

    /// <summary>"blocked the Lunga crossing": an article before a name and its end in "-ing" belongs to what is so named; one who is caught doing something is another matter.</summary>
    private static void MendThing(SentenceEdit tree, int gerund, int verb, ClauseGrammar grammar)
    {
        int name = gerund - 1;
        bool isNamed = tree.Is(gerund, Relation.Xcomp) && name > verb + 1 && tree[name].Pos == PartOfSpeech.Propn && tree.Child(name, Relation.Det) == verb + 1 && !tree.Has(gerund, Relation.Obj);
        bool isPart = isNamed && tree.Is(name, Relation.Compound) && tree[name].Head == gerund && !tree.Has(verb, Relation.Obj);
        bool isWhole = isNamed && tree.Is(name, Relation.Obj) && tree[name].Head == verb && !grammar.IsCausing(tree[verb].Lemma);
        if (!isPart && !isWhole)
            return;
        tree.MakeGerundNoun(gerund);
        tree.Hang(gerund, verb, Relation.Obj);
        tree.Hang(name, gerund, Relation.Compound);
        tree.Hand(verb + 1, gerund);
    }

    /// <summary>"gave asylum to two officers accused of murder": what stands right behind a noun and a preposition tells of the noun, not of the giver.</summary>
    private static void MendParticiple(SentenceEdit tree, int participle, int verb, ClauseGrammar grammar)
    {
        int noun = participle - 1;
        bool isBehind = tree.Is(participle, Relation.Advcl) && noun > verb && tree[noun].Pos == PartOfSpeech.Noun && tree[noun].Relation is Relation.Obl or Relation.Obj && tree[noun].Head == verb;
        if (!isBehind || tree.HasSubject(participle) || tree.Has(participle, Relation.Mark) || tree.Has(participle, Relation.Aux) || tree.Has(participle, Relation.AuxPass) || tree.Has(participle, Relation.Obj) || tree.Has(participle, Relation.Cc))
            return;
        // "held for hours blindfolded", "will stay provided that …": neither tells of the hours.
        if (tree.Has(participle, Relation.Ccomp) || (grammar.IsMeasure(tree[noun].Lemma) && !tree.Has(noun, Relation.Det)))
            return;
        tree.MakeParticiple(participle);
        tree.Hang(participle, noun, Relation.Acl);
    }
}
