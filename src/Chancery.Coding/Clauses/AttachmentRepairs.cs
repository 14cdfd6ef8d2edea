using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Prepositions whose phrase hangs on the wrong word before it: "was stripped of his rank by the king", "spoke by telephone with Togo", "weeks of protests in Lima", "called on drivers to wait".</summary>
internal sealed class AttachmentRepairs : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i].Relation is Relation.CompoundPrt or Relation.AclRelcl or Relation.Obl || IsNameBehindNoun(tokens, i) || IsParticleAsCase(tokens, i) || IsGerundBehind(tokens[i]) || IsTwiceMarked(tokens, i) || IsOwnedAside(tokens, i) || IsUnderPassive(tokens, sentence, i) || (tokens[i].Relation is Relation.Obl or Relation.Nmod && IsBehindCompound(tokens, i)) || (tokens[i].Relation == Relation.Nmod && tokens[i].Head < i);

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (IsParticleAsCase(tree.Tokens, i))
            MendPreposition(tree, i, head);
        else if (IsNameBehindNoun(tree.Tokens, i))
            MendBearer(tree, i, head);
        else if (IsBehindComma(tree, i))
            MendBehindRelative(tree, i, head);
        else if (tree.Is(i, Relation.CompoundPrt))
            MendParticle(tree, i, head);
        else if (IsOwnedAside(tree.Tokens, i))
            MendAside(tree, i);
        else if (tree.Is(i, Relation.Mark))
            MendPurpose(tree, i, head);
        else if (IsUnderPassive(tree.Tokens, tree.Sentence, i))
            MendDoer(tree, i, head);
        else if (tree[i].Relation is Relation.Obl or Relation.Nmod && IsBehindCompound(tree.Tokens, i))
            tree.Hang(i, tree[head].Head, Relation.Nmod);
        else if (IsGerundBehind(tree[i]))
            MendGerund(tree, i, head);
        else if (tree.Is(i, Relation.AclRelcl))
            MendRelative(tree, i, head);
        else if (tree.Is(i, Relation.Nmod) && tree.IsNominal(i) && head < i && tree.Child(i, Relation.Case) is >= 0 and var preposition && preposition < i)
            MendPhrase(tree, i, head, preposition);
    }

    private static bool IsParticleAsCase(ReadOnlySpan<Token> tokens, int particle) =>
        particle > 0 && tokens[particle] is { Relation: Relation.Case, Tag: "RP" } && tokens[particle - 1].Pos == PartOfSpeech.Verb && tokens[particle].Head is var noun && noun > particle && noun < tokens.Length && tokens[noun].Head == particle - 1;

    /// <summary>"broke off talks" with the talks behind a preposition: a particle belongs to its verb, and the noun behind it is the object.</summary>
    private static void MendPreposition(SentenceEdit tree, int particle, int noun)
    {
        int verb = particle - 1;
        if (!tree.Is(noun, Relation.Obl) && !tree.Is(noun, Relation.Obj) || tree[particle + 1].Relation == Relation.Case || tree.Has(verb, Relation.AuxPass) || (tree.Child(verb, Relation.Obj) is >= 0 and var other && other != noun && other < noun))
            return;
        tree.Hang(particle, verb, Relation.CompoundPrt);
        tree.Hang(noun, verb, Relation.Obj);
    }

    private static bool IsNameBehindNoun(ReadOnlySpan<Token> tokens, int name) =>
        name > 1 && tokens[name] is { Relation: Relation.Appos, Pos: PartOfSpeech.Propn } && tokens[name].Head < name - 1 && tokens[name - 1] is { Pos: PartOfSpeech.Noun, Tag: "NN", Relation: Relation.Nmod };

    /// <summary>"the wife of editor Karl Roe": a name right behind a noun is that noun's, not that of what the noun belongs to.</summary>
    private static void MendBearer(SentenceEdit tree, int name, int head)
    {
        if (tree[name - 1].Head == head && tree[head].Pos == PartOfSpeech.Noun && !tree.Has(name, Relation.Punct))
            tree.Hang(name, name - 1, Relation.Appos);
    }

    private static bool IsBehindComma(SentenceEdit tree, int phrase) =>
        tree.Is(phrase, Relation.Obl) && tree.Child(phrase, Relation.Case) is > 0 and var preposition && tree.IsComma(preposition - 1) && preposition < phrase;

    /// <summary>"charged the banker, whose firm failed, with fraud": behind the comma that closes an insertion the first verb goes on.</summary>
    private static void MendBehindRelative(SentenceEdit tree, int phrase, int inserted)
    {
        int noun = tree[inserted].Head;
        if (!tree.Is(inserted, Relation.AclRelcl) || phrase < inserted || !tree.Holds(noun) || !tree.OpensPhrase(tree.Edges(inserted, -1).First))
            return;
        int verb = tree[noun].Head;
        if (tree.Is(noun, Relation.Obj) && tree.Holds(verb) && verb < noun && tree[verb].Pos == PartOfSpeech.Verb)
            tree.Hang(phrase, verb, Relation.Obl);
    }

    private static bool IsGerundBehind(in Token token) => token is { Relation: Relation.Advcl, Tag: "VBG", Pos: PartOfSpeech.Verb };

    /// <summary>"took note of the statement by Togo accusing it": without a comma the participle tells of what is "by" somebody right before it.</summary>
    private static void MendGerund(SentenceEdit tree, int gerund, int verb)
    {
        if (gerund < tree.First + 3 || gerund < verb || tree.Has(gerund, Relation.Mark) || tree.Has(gerund, Relation.Case) || !tree.IsNominal(gerund - 1))
            return;
        for (int above = gerund - 1, hops = 0; tree.Holds(above) && above != verb && hops < 8; above = tree[above].Head, hops++)
        {
            if (tree.Child(above, Relation.Case) is not (>= 0 and var preposition) || tree[preposition].Lemma != "by" || !tree.Is(above, Relation.Nmod) || tree.Edges(above, -1).Last != gerund - 1)
                continue;
            tree.Hang(gerund, tree[above].Head, Relation.Acl);
            return;
        }
    }

    /// <summary>"called on drivers to wait": those who are asked stand behind a preposition, not behind a particle.</summary>
    private static void MendParticle(SentenceEdit tree, int particle, int verb)
    {
        int asked = tree.Child(verb, Relation.Obj);
        bool isAsked = particle == verb + 1 && tree[particle].Lemma == "on" && asked > particle && tree.Child(verb, Relation.Xcomp) > asked && tree.Edges(asked, -1).First == particle + 1;
        if (!isAsked)
            return;
        tree.Hang(particle, asked, Relation.Case);
        tree.Hang(asked, verb, Relation.Obl);
    }

    /// <summary>"tear gas against the crowd" with the phrase hung on "tear": what stands behind a noun hangs on none of its modifiers.</summary>
    private static bool IsBehindCompound(ReadOnlySpan<Token> tokens, int phrase)
    {
        int part = tokens[phrase].Head;
        return part >= 0 && part < phrase && tokens[part].Relation == Relation.Compound && tokens[part].Head is var whole && whole > part && whole < phrase;
    }

    private static bool IsOwnedAside(ReadOnlySpan<Token> tokens, int noun) =>
        noun > 4 && tokens[noun] is { Relation: Relation.Obj, Pos: PartOfSpeech.Noun } && tokens[noun - 1].Relation == Relation.Case && tokens[noun - 1].Head == noun - 2
        && tokens[noun - 2].Relation == Relation.NmodPoss && tokens[noun - 2].Head == noun && tokens[noun - 3].Pos == PartOfSpeech.Punct && tokens[noun - 4].Pos == PartOfSpeech.Propn;

    /// <summary>"met in Niamey, Niger's capital": what stands behind a name and a comma describes the name; nobody meets it.</summary>
    private static void MendAside(SentenceEdit tree, int noun)
    {
        int name = noun - 4;
        while (tree.Is(name, Relation.Flat) && tree.Holds(tree[name].Head))
            name = tree[name].Head;
        if (tree.IsComma(noun - 3) && tree.Has(name, Relation.Case) && tree[noun].Head < name)
            tree.Hang(noun, name, Relation.Appos);
    }

    /// <summary>"in order to", "so as to": a word of several parts before the "to".</summary>
    private static bool IsTwiceMarked(ReadOnlySpan<Token> tokens, int mark) =>
        tokens[mark].Relation == Relation.Mark && mark > 1 && tokens[mark - 1].Relation == Relation.Fixed && tokens[mark].Lemma is "to";

    /// <summary>"confirmed its support in order to settle the row": whatever it was taken for, it is a purpose.</summary>
    private static void MendPurpose(SentenceEdit tree, int mark, int verb)
    {
        if (IsTwiceMarked(tree.Tokens, mark) && tree[verb].Relation is Relation.Ccomp or Relation.Xcomp && tree.Holds(tree[verb].Head))
            tree.Hang(verb, tree[verb].Head, Relation.Advcl);
    }

    private static bool IsUnderPassive(ReadOnlySpan<Token> tokens, Sentence sentence, int phrase)
    {
        int verb = tokens[phrase].Head;
        return tokens[phrase].Relation == Relation.Obl && tokens[phrase].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn && verb >= sentence.FirstToken && verb < phrase
            && tokens[verb] is { Pos: PartOfSpeech.Verb, Tag: "VB", Relation: Relation.Xcomp or Relation.Advcl } && tokens[verb].Head is var above && above >= sentence.FirstToken && above < verb && tokens[above].Pos == PartOfSpeech.Verb;
    }

    /// <summary>"was ordered to leave by the court", "was used to evict farmers by developers": the doer of the passive stands behind the infinitive.</summary>
    private static void MendDoer(SentenceEdit tree, int doer, int infinitive)
    {
        int passive = tree[infinitive].Head;
        bool isDoer = tree.Child(doer, Relation.Case) is >= 0 and var by && tree[by].Lemma == "by" && tree.Child(infinitive, Relation.Mark) is >= 0 and var to && tree[to].Lemma == "to"
            && tree.Has(passive, Relation.AuxPass) && !tree.Has(passive, Relation.OblAgent) && !tree.Has(infinitive, Relation.AuxPass);
        if (isDoer)
            tree.Hang(doer, passive, Relation.OblAgent);
    }

    /// <summary>"Luz Mamani of the Popular Action party, who came": behind a comma "who" is the one named first, not the body, firm or town of that person.</summary>
    private static void MendRelative(SentenceEdit tree, int relative, int noun)
    {
        int who = tree.Child(relative, Relation.Nsubj);
        MendCapacity(tree, relative, who);
        MendBody(tree, relative, noun, who);
        int named = tree[noun].Head;
        MendThing(tree, relative, noun, named);
        MendNumber(tree, relative, noun, who >= 0 ? who : tree.Child(relative, Relation.NsubjPass));
        MendTime(tree, relative, noun);
        if (who < 0 && tree.Child(relative, Relation.Obj) is >= 0 and var whom && tree[whom].Tag == "WP" && whom < relative)
            who = whom;
        if (Named(tree, noun, who) is >= 0 and var nearest)
            tree.Hang(relative, nearest, Relation.AclRelcl);
        if (who < 0 || tree[who].Lemma is not ("who" or "whom") || !tree.IsComma(who - 1) || !tree.Is(noun, Relation.Nmod) || !tree.Holds(named) || tree[named].Pos != PartOfSpeech.Propn || named > noun)
            return;
        bool isName = tree.Has(named, Relation.Flat) || tree.Has(named, Relation.NmodDesc);
        if (isName && !tree.Has(noun, Relation.Flat) && !tree.Has(noun, Relation.NmodDesc) && tree.Has(noun, Relation.Case))
            tree.Hang(relative, named, Relation.AclRelcl);
    }

    /// <summary>"a note signed by the minister, Karl Roe, who left": behind a name and a comma "who" is that one, not what he has signed; -1 where the name stands in the same phrase.</summary>
    private static int Named(SentenceEdit tree, int noun, int who)
    {
        if (who < tree.First + 3 || tree[who].Lemma != "who" || !tree.IsComma(who - 1) || tree[who - 2].Pos != PartOfSpeech.Propn || tree[noun].Pos != PartOfSpeech.Noun)
            return -1;
        int top = who - 2;
        for (int hops = 0; hops < 6 && tree.Holds(tree[top].Head) && tree[top].Relation is Relation.Flat or Relation.Appos or Relation.NmodDesc; hops++)
            top = tree[top].Head;
        int verb = tree[top].Head;
        return top > noun && tree.Holds(verb) && tree[verb] is { Pos: PartOfSpeech.Verb, Relation: Relation.Acl } && tree[verb].Head == noun && tree[top].Relation is Relation.OblAgent or Relation.Obj or Relation.Obl ? top : -1;
    }

    /// <summary>"the drivers held in May by Togo, who were freed": one name is not "were".</summary>
    private static void MendNumber(SentenceEdit tree, int relative, int named, int who)
    {
        if (who < 0 || tree[who].Lemma != "who" || tree[named] is not { Pos: PartOfSpeech.Propn, Tag: "NNP" } || tree.Has(named, Relation.Conj) || !IsPlural(tree, relative))
            return;
        for (int above = tree[named].Head, hops = 0; tree.Holds(above) && hops < 6; above = tree[above].Head, hops++)
        {
            if (tree[above] is not { Pos: PartOfSpeech.Noun, Tag: "NNS" } || above > named)
                continue;
            tree.Hang(relative, above, Relation.AclRelcl);
            return;
        }
    }

    private static bool IsPlural(SentenceEdit tree, int verb)
    {
        for (int i = tree.First; i < verb; i++)
        {
            if (tree[i].Head == verb && tree[i].Relation is Relation.Aux or Relation.AuxPass or Relation.Cop && tree[i].Morphology.HasFlag(Morphology.Finite))
                return tree[i].Morphology.HasFlag(Morphology.Plural) || tree[i].Tag == "VBP";
        }

        return tree[verb].Tag == "VBP";
    }

    /// <summary>"the sinking last May, which killed 81": no time kills; what is told stands before it, and it is its time.</summary>
    private static void MendTime(SentenceEdit tree, int relative, int time)
    {
        int before = tree.Edges(time, relative).First - 1;
        int subject = tree.Child(relative, Relation.Nsubj);
        if (!tree.Is(time, Relation.OblUnmarked) && !tree.Is(time, Relation.Obl) || tree.Has(time, Relation.Case) || subject < 0 || tree[subject].Tag != "WDT" || !tree.Holds(before) || tree[before].Pos != PartOfSpeech.Noun || tree[time].Head > before)
            return;
        tree.Hang(relative, before, Relation.AclRelcl);
        tree.Hang(time, before, Relation.NmodUnmarked);
    }

    /// <summary>"a visit by Prime Minister Blom, which is set for May": "which" is nobody with a title, but the act by him.</summary>
    private static void MendThing(SentenceEdit tree, int relative, int named, int noun)
    {
        bool isPerson = tree[named].Pos == PartOfSpeech.Propn && tree.Has(named, Relation.NmodDesc);
        bool isOfAct = tree.Is(named, Relation.Nmod) && tree.Holds(noun) && tree[noun].Pos == PartOfSpeech.Noun && noun < named;
        if (isPerson && isOfAct && (tree.Child(relative, Relation.Nsubj) is >= 0 and var which ? which : tree.Child(relative, Relation.NsubjPass)) is >= 0 and var subject && tree[subject] is { Tag: "WDT", Lemma: "which" } && tree.IsComma(subject - 1))
            tree.Hang(relative, noun, Relation.AclRelcl);
    }

    /// <summary>"a lawyer for the Office of the High Commissioner who sued": "who" is no body, but the one described by it.</summary>
    private static void MendBody(SentenceEdit tree, int relative, int noun, int who)
    {
        if (who <= tree.First || tree[who].Lemma != "who" || tree.IsComma(who - 1))
            return;
        int described = noun;
        while (tree.Is(described, Relation.Nmod) && tree[described] is { Pos: PartOfSpeech.Propn, Tag: "NNP" } && tree.Child(described, Relation.Det) is >= 0 and var article && tree[article].Lemma == "the" && tree.Holds(tree[described].Head))
            described = tree[described].Head;
        if (described != noun && described < noun && tree[described].Pos == PartOfSpeech.Noun)
            tree.Hang(relative, described, Relation.AclRelcl);
    }

    /// <summary>"who as the country's minister signed": what follows "as" right behind the subject is its capacity, no second one who signs.</summary>
    private static void MendCapacity(SentenceEdit tree, int verb, int subject)
    {
        int mark = tree.Child(verb, Relation.Mark);
        if (subject < 0 || mark != subject + 1 || tree[mark].Lemma != "as")
            return;
        for (int i = mark + 1; i < verb; i++)
        {
            if (tree[i].Head != verb || !tree.Is(i, Relation.Nsubj))
                continue;
            tree.Hang(mark, i, Relation.Case);
            tree.Hang(i, verb, Relation.Obl);
            return;
        }
    }

    private static void MendPhrase(SentenceEdit tree, int noun, int above, int preposition)
    {
        switch (tree[preposition].Lemma)
        {
            case "by" when PassiveOver(tree, above) is >= 0 and var passive:
                tree.Hang(noun, passive, Relation.OblAgent);
                break;
            case "with" when IsMeans(tree, above, noun):
                tree.Hang(noun, tree[above].Head, Relation.Obl);
                break;
            case "in" or "at" or "near" when Measured(tree, above, preposition) is >= 0 and var measured:
                tree.Hang(noun, measured, Relation.Nmod);
                break;
        }
    }

    /// <summary>The passive without a doer that a noun stands behind, with "of", "to", "in" or nothing before it; -1 where the noun may be what somebody did.</summary>
    private static int PassiveOver(SentenceEdit tree, int noun)
    {
        // "sentenced for murder to life in prison by a court": nobody makes a bare "prison".
        bool isBare = tree[noun].Tag == "NN" && tree.Child(noun, Relation.Case) == noun - 1 && !tree.Has(noun, Relation.Det);
        int outer = noun;
        for (int hops = 0; hops < (isBare ? 4 : 1) && tree.Is(outer, Relation.Nmod) && tree.Holds(tree[outer].Head); hops++)
            outer = tree[outer].Head;
        int verb = tree[outer].Head;
        // "were used to evict farmers by developers": the infinitive has the doer of the passive above.
        if (tree.Is(outer, Relation.Obj) && tree.Holds(verb) && tree[verb] is { Tag: "VB", Relation: Relation.Xcomp or Relation.Advcl } && tree.Holds(tree[verb].Head) && !tree.Has(verb, Relation.AuxPass))
            verb = tree[verb].Head;
        if (!tree.Is(outer, Relation.Obl) && !tree.Is(outer, Relation.Obj) || !tree.Holds(verb) || verb > outer || !IsPassive(tree, verb) || tree.Has(verb, Relation.OblAgent))
            return -1;
        int preposition = tree.Child(outer, Relation.Case);
        return isBare || preposition < 0 || tree[preposition].Lemma is "of" or "to" ? verb : -1;
    }

    /// <summary>"was found guilty and sentenced": the second of two shares the form of "be".</summary>
    private static bool IsPassive(SentenceEdit tree, int verb) =>
        tree.Has(verb, Relation.AuxPass) || (tree[verb] is { Relation: Relation.Conj, Tag: "VBN" } && tree.Holds(tree[verb].Head) && tree.Has(tree[verb].Head, Relation.AuxPass) && !tree.HasSubject(verb) && !tree.Has(verb, Relation.Aux));

    /// <summary>"by telephone", "by letter": a bare means has nobody with it.</summary>
    private static bool IsMeans(SentenceEdit tree, int means, int noun)
    {
        int preposition = tree.Child(means, Relation.Case);
        return tree.Is(means, Relation.Obl) && preposition >= 0 && preposition == means - 1 && tree[preposition].Lemma == "by" && tree.Holds(tree[means].Head) && tree[tree[means].Head].Pos == PartOfSpeech.Verb
            && tree[means].Pos == PartOfSpeech.Noun && tree.Edges(means, noun).First == preposition && tree.Edges(means, noun).Last == means;
    }

    /// <summary>"three weeks of protests", "a night of rioting": what is measured and stands right before the place; -1 for none.</summary>
    private static int Measured(SentenceEdit tree, int measure, int place)
    {
        bool counts = tree.Has(measure, Relation.Nummod) || (tree.Child(measure, Relation.Det) is >= 0 and var article && tree[article].Lemma == "a");
        int measured = tree.Child(measure, Relation.Nmod);
        return counts && measured > measure && measured < place && tree.Child(measured, Relation.Case) is >= 0 and var of && of == measure + 1 && tree[of].Lemma == "of" && tree.Edges(measured, -1).Last == place - 1 ? measured : -1;
    }
}
