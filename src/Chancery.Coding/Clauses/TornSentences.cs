using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// Sentences whose words were hung on the neighbour: "was hit with rockets by rebels" with the rockets by rebels, "is due in Oslo" with Oslo told of, "the envoys who came to discuss the matter went home" with the matter going,
/// "cut ties with Togo and restored full relations with Mali" with the relations cut, "Nor did Chad apologise" with an apology done.
/// </summary>
internal sealed class TornSentences : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        (tokens[i] is { Relation: Relation.Nmod, Pos: PartOfSpeech.Noun or PartOfSpeech.Propn } && tokens[i].Head is var above && above >= sentence.FirstToken && above < i && tokens[above].Relation == Relation.Obl)
        || (tokens[i] is { Relation: Relation.Case, Pos: PartOfSpeech.Adj } && tokens[i].Head > i)
        || (tokens[i] is { Relation: Relation.Ccomp, Pos: PartOfSpeech.Verb } && tokens[i].Head < i)
        || tokens[i] is { Relation: Relation.Ccomp, Pos: PartOfSpeech.Noun }
        || (tokens[i].Relation is Relation.NsubjPass or Relation.Nsubj && tokens[i].Head > i + 3)
        || (tokens[i].Relation == Relation.NsubjPass && tokens[i].Head > i)
        || (tokens[i] is { Relation: Relation.Amod, Tag: "VBN" or "VBD" } && tokens[i].Head > i + 1 && i > sentence.FirstToken + 3 && tokens[i - 1].Pos == PartOfSpeech.Cconj)
        || (i == sentence.FirstToken && tokens[i].Relation == Relation.Cc && i + 1 < sentence.EndToken && tokens[i + 1].Lemma == "do")
        || tokens[i] is { Relation: Relation.AclRelcl, Pos: PartOfSpeech.Verb }
        || (tokens[i] is { Relation: Relation.Advcl, Tag: "VBG" } && i > sentence.FirstToken + 2 && tokens[i].Head < i - 1)
        || tokens[i] is { Relation: Relation.Obj, Pos: PartOfSpeech.Propn };

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (tree.Is(i, Relation.Nmod))
            MendDoer(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Case))
            MendPredicate(tree, i, head);
        else if (tree.Is(i, Relation.Advcl) && head < i)
            MendCrowd(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Ccomp) && tree.Is(i - 1, Relation.Advmod) && tree[i - 1].Head == i && tree[i - 1].Lemma == "when")
            MendWhen(tree, i, head);
        else if (tree.Is(i, Relation.Nsubj))
            MendHeadline(tree, i, head);
        else if (tree.Is(i, Relation.NsubjPass))
            MendShooter(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Ccomp) && tree[i].Pos == PartOfSpeech.Noun)
            MendNoun(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Ccomp) && MendAnnounced(tree, i, head, grammar))
            return;
        else if (tree.Is(i, Relation.Ccomp))
            MendMain(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Amod))
            MendSecond(tree, i, head, grammar);
        else if (tree.Is(i, Relation.AclRelcl))
            MendWho(tree, i, head);
        else if (tree.Is(i, Relation.Obj))
            MendCalled(tree, i, head, grammar);
        else if (i == tree.First)
            MendNor(tree, i);
    }

    /// <summary>"was hit with rockets by rebels", "was taken to Lagos by police": no tool and no place is by somebody.</summary>
    private static void MendDoer(SentenceEdit tree, int doer, int tool, ClauseGrammar grammar)
    {
        int verb = tree[tool].Head;
        if (!tree.Is(tool, Relation.Obl) || !tree.Holds(verb) || verb > tool || tree[verb].Pos != PartOfSpeech.Verb || !tree.Has(verb, Relation.AuxPass) || tree.Has(verb, Relation.OblAgent))
            return;
        if (tree.Child(doer, Relation.Case) is not (>= 0 and var by) || !grammar.Functions.Is(tree[by].Lemma, WordFunction.Agent) || tree.Child(tool, Relation.Case) is not (>= 0 and var with))
            return;
        if (grammar.ToldBy(tree[tool].Lemma) != ToldThing.None)
            return;
        if (tree[tool].Pos == PartOfSpeech.Propn || (grammar.Functions.Is(tree[with].Lemma, WordFunction.Company) && !grammar.Functions.Is(tree[with].Lemma, WordFunction.Agent)))
            tree.Hang(doer, verb, Relation.OblAgent);
    }

    /// <summary>"is due in Oslo on Thursday": somebody is due; nobody is Oslo.</summary>
    private static void MendPredicate(SentenceEdit tree, int adjective, int place)
    {
        int preposition = adjective + 1;
        if (tree[place].Pos != PartOfSpeech.Propn || place <= preposition || !tree.Is(preposition, Relation.Fixed) || tree[preposition].Head != adjective || tree.Child(place, Relation.Cop) is not (>= 0 and var be) || be > adjective)
            return;
        tree.Raise(adjective, place, tree[place].Relation);
        tree.Move(place, adjective, tree.First, adjective);
        tree.Hang(place, adjective, Relation.Obl);
        tree.Hang(preposition, place, Relation.Case);
        for (int i = place + 1; i < tree.End; i++)
        {
            if (tree[i].Head != place)
                continue;
            if (tree[i].Relation is Relation.Nmod or Relation.NmodUnmarked)
                tree.Hang(i, adjective, tree.Has(i, Relation.Case) ? Relation.Obl : Relation.OblUnmarked);
            else if (tree[i].Relation is Relation.Punct or Relation.Parataxis or Relation.Advcl or Relation.Conj && tree[i].Pos is PartOfSpeech.Punct or PartOfSpeech.Verb)
                tree.Hand(i, adjective);
        }
    }

    /// <summary>"the envoys who came to discuss the matter went home", "the proposal that Chad free the men was rejected": a sentence whose root is a noun goes on with the verb that its relative clause took in.</summary>
    private static void MendMain(SentenceEdit tree, int main, int verb, ClauseGrammar grammar)
    {
        if (MendReduced(tree, main, verb))
            return;
        int noun = RootAbove(tree, main);
        bool isPassive = tree.Has(main, Relation.AuxPass);
        if (noun < 0 || !tree.IsNominal(noun) || tree.HasSubject(noun) || tree.Has(noun, Relation.Cop) || tree[verb].Pos != PartOfSpeech.Verb || tree.Has(verb, Relation.Obj) || !IsTensed(tree, main))
            return;
        int told = tree.Child(main, isPassive ? Relation.NsubjPass : Relation.Nsubj);
        if (told <= verb || told > main || !tree.IsNominal(told) || tree[told].Pos == PartOfSpeech.Pron || tree.Edges(told, -1).First != verb + 1 || grammar.ForceOf(tree[verb].Lemma) == ModalForce.Asserted)
            return;
        int relative = main;
        while (tree[relative].Head != noun)
            relative = tree[relative].Head;
        if (relative < noun || tree[relative].Relation is not (Relation.AclRelcl or Relation.Acl))
            return;
        tree.Hang(told, verb, Relation.Obj);
        if (tree.Child(main, Relation.Mark) is >= 0 and var mark && mark < verb)
            tree.Hang(mark, relative, Relation.Mark);
        tree.Raise(main, noun, Relation.Root);
        tree.Hang(noun, main, isPassive ? Relation.NsubjPass : Relation.Nsubj);
        for (int i = main + 1; i < tree.End; i++)
        {
            if (tree[i].Head == noun || tree[i].Head == verb)
                tree.Hand(i, main);
        }
    }

    /// <summary>"Togo to free four men, minister says": of two who say it the first is who is to do it.</summary>
    private static void MendHeadline(SentenceEdit tree, int first, int saying)
    {
        if (tree[saying].Tag is not ("VBZ" or "VBP" or "VBD") || !HasInfinitive(tree, first, saying))
            return;
        int to = tree.Edges(first, -1).Last + 1;
        int told = to < saying ? tree[to].Head : -1;
        if (!tree.Holds(told) || told >= saying || !tree.Is(to, Relation.Mark) || tree[to].Tag != "TO" || !tree.Is(told, Relation.Ccomp) || tree[told].Head != saying || tree.HasSubject(told))
            return;
        for (int i = told + 1; i < saying; i++)
        {
            if (tree[i].Head == saying && tree.Is(i, Relation.Nsubj))
                tree.Hang(first, told, Relation.Nsubj);
        }
    }

    private static bool HasInfinitive(SentenceEdit tree, int after, int before)
    {
        for (int i = after + 1; i < before; i++)
        {
            if (tree[i].Tag == "TO")
                return true;
        }

        return false;
    }

    /// <summary>"Soldiers shot at men": nobody is shot "at" men.</summary>
    private static void MendShooter(SentenceEdit tree, int shooter, int verb, ClauseGrammar grammar)
    {
        // "Two Chadians killed at border post" is a headline, and they were.
        if (!grammar.IsAiming(tree[verb].Lemma) || !tree.IsClosed || tree[verb].Pos != PartOfSpeech.Verb || tree[verb].Relation is not (Relation.Root or Relation.Ccomp or Relation.Conj) || tree.Has(verb, Relation.AuxPass) || tree.Has(verb, Relation.Aux) || tree.Has(verb, Relation.OblAgent) || verb + 2 >= tree.End)
            return;
        int at = verb + 1;
        if (tree.Is(at, Relation.Case) && tree[at].Lemma == "at" && tree.Is(tree[at].Head, Relation.Obl) && tree[tree[at].Head] is { Pos: PartOfSpeech.Noun, Head: var under } && under == verb)
        {
            tree.Hang(shooter, verb, Relation.Nsubj);
            tree.MakeFinite(verb);
        }
    }

    /// <summary>"Two men, one of them Chadian, had been held, newspapers reported", with the men and the holding as two things reported: the passive without a subject is told of the men.</summary>
    private static void MendNoun(SentenceEdit tree, int noun, int saying, ClauseGrammar grammar)
    {
        MendBidden(tree, noun, grammar);
        if (tree[noun].Pos != PartOfSpeech.Noun || tree.Has(noun, Relation.Cop) || tree.Has(noun, Relation.Mark) || tree.HasSubject(noun))
            return;
        for (int i = noun + 1; i < saying; i++)
        {
            if (tree[i].Head != saying || !tree.Is(i, Relation.Ccomp) || tree[i].Pos != PartOfSpeech.Verb || tree.HasSubject(i) || !IsTensed(tree, i))
                continue;
            tree.Hang(noun, i, tree.Has(i, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
            return;
        }
    }

    /// <summary>"insisted that Chad hand over the man", with a hand of Chad's: what stands behind "that" and a name is a verb.</summary>
    private static void MendBidden(SentenceEdit tree, int bidden, ClauseGrammar grammar)
    {
        int name = bidden - 1;
        if (tree[bidden].Tag != "NN" || tree.Has(bidden, Relation.Cop) || tree.Has(bidden, Relation.Det) || tree.HasSubject(bidden) || tree.Child(bidden, Relation.Mark) is not (>= 0 and var that) || tree[that].Lemma != "that")
            return;
        while (tree.Is(name, Relation.Flat) && tree.Holds(tree[name].Head))
            name = tree[name].Head;
        if (tree[name].Pos != PartOfSpeech.Propn || !tree.Is(name, Relation.Compound) || tree[name].Head != bidden || tree.Edges(name, -1).First != that + 1)
            return;
        tree.MakeInfinitive(bidden);
        tree.Hang(name, bidden, Relation.Nsubj);
        for (int i = bidden + 1; i < tree.End; i++)
        {
            if (tree[i].Head == bidden && tree.Is(i, Relation.Nmod))
                tree.Hang(i, bidden, Relation.Obl);
        }

        // "hand over the man": the particle stands right behind the verb.
        if (bidden + 1 < tree.End && tree.Is(bidden + 1, Relation.Case) && grammar.Functions.Is(tree[bidden + 1].Lemma, WordFunction.Particle) && tree.Is(tree[bidden + 1].Head, Relation.Obl))
        {
            tree.Hang(tree[bidden + 1].Head, bidden, Relation.Obj);
            tree.Hang(bidden + 1, bidden, Relation.CompoundPrt);
        }
    }

    /// <summary>"The decision, announced on Sunday by the minister, Jan Blom, followed a row": between two commas a participle with a doer only describes, and the name behind the doer's comma is his.</summary>
    private static bool MendAnnounced(SentenceEdit tree, int main, int participle, ClauseGrammar grammar)
    {
        int noun = tree.Child(participle, Relation.Nsubj);
        if (!tree.IsFinite(main) || tree.Has(main, Relation.Mark) || noun < tree.First || noun > participle || !tree.IsComma(participle - 1) || tree.Edges(noun, -1).Last > participle - 1 || !tree.MayBePast(participle) || tree.Has(participle, Relation.Obj) || tree.Has(participle, Relation.Aux))
            return false;
        int doer = -1;
        for (int i = participle + 1; i < main; i++)
            doer = tree[i].Head == participle && tree[i].Relation is Relation.Obl or Relation.OblAgent && tree.Child(i, Relation.Case) is >= 0 and var by && grammar.Functions.Is(tree[by].Lemma, WordFunction.Agent) ? i : doer;
        int name = tree.Child(main, Relation.Nsubj);
        if (doer < 0 || name >= 0 && (name < doer || name > main || tree[name].Pos != PartOfSpeech.Propn || !tree.IsComma(tree.Edges(name, -1).First - 1) || tree.Edges(name, -1).Last < main - 2) || !tree.IsComma(main - 1))
            return false;
        tree.Raise(main, participle, tree[participle].Relation);
        tree.MakeParticiple(participle);
        tree.Hang(noun, main, Relation.Nsubj);
        tree.Hang(participle, noun, Relation.Acl);
        tree.Hang(doer, participle, Relation.OblAgent);
        if (name >= 0)
            tree.Hang(name, doer, Relation.Appos);
        for (int i = main + 1; i < tree.End; i++)
        {
            if (tree[i].Head == participle)
                tree.Hand(i, main);
        }

        return true;
    }

    /// <summary>"said when asked whether Chad had left": what somebody was asked is not what he said.</summary>
    private static void MendWhen(SentenceEdit tree, int asked, int saying)
    {
        if (tree[asked].Tag is "VBN" or "VBD" && saying < asked && !tree.HasSubject(asked) && !tree.Has(asked, Relation.Aux) && !tree.Has(asked, Relation.AuxPass))
        {
            tree.Hang(asked, saying, Relation.Advcl);
            tree.MakeParticiple(asked);
        }
    }

    /// <summary>"police fired at a crowd demanding bread": without a comma what crowds do is told of the people right before it.</summary>
    private static void MendCrowd(SentenceEdit tree, int doing, int verb, ClauseGrammar grammar)
    {
        if (!grammar.IsCrowding(tree[doing].Lemma) || tree.HasSubject(doing) || tree.Has(doing, Relation.Mark) || tree[doing - 1].Pos != PartOfSpeech.Noun)
            return;
        for (int people = doing - 1; people > verb; people--)
        {
            if (tree[people].Head != verb || tree[people].Relation is not (Relation.Obl or Relation.Obj))
                continue;
            bool isOpen = tree.Child(people, Relation.Det) is var article && (article < 0 ? tree[people].Tag == "NNS" : tree[article].Morphology.HasFlag(Morphology.Indefinite));
            if (isOpen && tree[people].Pos == PartOfSpeech.Noun && tree.Edges(people, -1).Last == doing - 1)
                tree.Hang(doing, people, Relation.Acl);
            return;
        }
    }

    /// <summary>"Four men charged with theft were freed", with the men charging: a passive without a subject goes on behind a form that only describes.</summary>
    private static bool MendReduced(SentenceEdit tree, int main, int participle)
    {
        int noun = tree.Child(participle, Relation.Nsubj);
        if (!tree.Has(main, Relation.AuxPass) || !IsTensed(tree, main) || tree.HasSubject(main) || tree.Has(main, Relation.Mark) || tree.Has(main, Relation.Cc) || !tree.Is(participle, Relation.Root) || !tree.MayBePast(participle)
            || noun < 0 || noun > participle || tree.Edges(noun, -1).Last != participle - 1 || tree.Has(participle, Relation.Obj) || tree.Has(participle, Relation.Aux))
            return false;
        for (int i = participle + 1; i < main; i++)
        {
            if (tree[i].Pos == PartOfSpeech.Punct)
                return false;
        }

        tree.Raise(main, participle, Relation.Root);
        tree.MakeParticiple(participle);
        tree.Hang(noun, main, Relation.NsubjPass);
        tree.Hang(participle, noun, Relation.Acl);
        for (int i = main + 1; i < tree.End; i++)
        {
            if (tree[i].Head == participle)
                tree.Hand(i, main);
        }

        return true;
    }

    private static int RootAbove(SentenceEdit tree, int token)
    {
        int hops = 0;
        int at = token;
        while (tree.Holds(tree[at].Head) && hops++ < 12)
            at = tree[at].Head;
        return tree.Is(at, Relation.Root) ? at : -1;
    }

    internal static bool IsTensed(SentenceEdit tree, int verb)
    {
        if (tree.IsFinite(verb))
            return true;
        for (int i = tree.First; i < verb; i++)
        {
            if (tree[i].Head == verb && tree[i].Relation is Relation.Aux or Relation.AuxPass && (tree[i].Morphology.HasFlag(Morphology.Finite) || tree[i].Tag == "MD"))
                return true;
        }

        return false;
    }

    /// <summary>"cut ties with Togo and restored full relations with Mali": where both things are with somebody, the second form is the verb of the second.</summary>
    private static void MendSecond(SentenceEdit tree, int second, int noun, ClauseGrammar grammar)
    {
        int first = tree[noun].Head;
        if (tree.Is(first, Relation.Nmod) && tree[first].Pos == PartOfSpeech.Propn)
            first = tree[first].Head;
        if (!tree.Is(noun, Relation.Conj) || !tree.Holds(first) || first > second || !tree.Is(first, Relation.Obj) || tree.Has(noun, Relation.Det) || tree.Edges(noun, -1).First < second - 1)
            return;
        int verb = tree[first].Head;
        bool isDescribed = tree[second + 1] is { Pos: PartOfSpeech.Adj, Tag: "JJ", Relation: Relation.Amod } adjective && adjective.Head == noun && tree[noun].Tag == "NNS";
        if (!tree.Holds(verb) || verb > first || !tree.IsFinite(verb) || tree[verb].Tag != "VBD" || !tree.MayBePast(second) || !isDescribed || !IsWithSomebody(tree, first, grammar) || !IsWithSomebody(tree, noun, grammar))
            return;
        tree.MakeVerb(second);
        tree.MakeFinite(second);
        tree.Hang(second, verb, Relation.Conj);
        tree.Hang(second - 1, second, Relation.Cc);
        tree.Hang(noun, second, Relation.Obj);
        for (int i = noun + 1; i < tree.End; i++)
        {
            if (tree[i].Head == verb && tree[i].Relation is Relation.Obl or Relation.OblUnmarked or Relation.Advmod)
                tree.Hand(i, second);
        }
    }

    private static bool IsWithSomebody(SentenceEdit tree, int noun, ClauseGrammar grammar)
    {
        for (int i = noun + 1; i < tree.End; i++)
        {
            if (tree[i].Head == noun && tree.Is(i, Relation.Nmod) && tree.Child(i, Relation.Case) is >= 0 and var with && grammar.Functions.Is(tree[with].Lemma, WordFunction.Company))
                return true;
        }

        return false;
    }

    /// <summary>"a note signed by the minister, Jan Blom, who said": "who" is the one named right before it, not the thing that he did something to.</summary>
    private static void MendWho(SentenceEdit tree, int relative, int noun)
    {
        int who = tree.Child(relative, Relation.Nsubj);
        MendThat(tree, relative, who);
        int name = who - 2;
        if (who < 0 || who > relative || tree[who].Lemma != "who" || !tree.IsComma(who - 1) || name <= noun || tree[noun].Pos != PartOfSpeech.Noun)
            return;
        while (tree.Is(name, Relation.Flat) && tree.Holds(tree[name].Head))
            name = tree[name].Head;
        if (tree[name].Pos != PartOfSpeech.Propn || name <= noun)
            return;
        int bearer = tree.Is(name, Relation.Appos) ? tree[name].Head : name;
        bool crossesVerb = false;
        int hops = 0;
        for (int above = tree[bearer].Head; tree.Holds(above) && above != noun && hops++ < 12; above = tree[above].Head)
            crossesVerb |= tree[above].Pos == PartOfSpeech.Verb && tree[above].Relation == Relation.Acl;
        if (crossesVerb && tree.IsUnder(bearer, noun) && (bearer != name || tree.Has(name, Relation.Flat) || tree.Has(name, Relation.NmodDesc)))
            tree.Hang(relative, bearer, Relation.AclRelcl);
    }

    /// <summary>"rumours in Lima that Chad had shelled the fort": where the verb has its object, "that" is none.</summary>
    private static void MendThat(SentenceEdit tree, int verb, int subject)
    {
        int that = tree.Child(verb, Relation.Obj);
        if (that < 0 || that > subject || tree[that] is not { Pos: PartOfSpeech.Pron, Lemma: "that" } || subject > verb)
            return;
        for (int i = verb + 1; i < tree.End; i++)
        {
            if (tree[i].Head != verb || !tree.Is(i, Relation.Obj) || !tree.IsNominal(i))
                continue;
            tree.MakeConjunction(that);
            tree.Hang(that, verb, Relation.Mark);
            return;
        }
    }

    /// <summary>"calls them the Blue Reefs": of two objects of such a verb the second is what the first is called.</summary>
    private static void MendCalled(SentenceEdit tree, int name, int verb, ClauseGrammar grammar)
    {
        int called = tree.Child(verb, Relation.Obj);
        if (called > verb && called < name && tree[called].Pos == PartOfSpeech.Pron && tree[verb].Pos == PartOfSpeech.Verb && grammar.IsPredicative(tree[verb].Lemma))
            tree.Hang(name, verb, Relation.Xcomp);
    }

    /// <summary>"Nor did Chad apologise for the raid", read as an apology of Chad's that was done.</summary>
    private static void MendNor(SentenceEdit tree, int nor)
    {
        int did = nor + 1;
        if (!tree.Is(nor, Relation.Cc) || tree[did].Lemma != "do" || !tree[nor].Morphology.HasFlag(Morphology.Negative) && tree[nor].Lemma != "nor")
            return;
        int act = tree.Child(did, Relation.Obj);
        int name = did + 1;
        if (tree[did].Pos != PartOfSpeech.Verb || act <= name || tree[act].Pos != PartOfSpeech.Noun || tree[act].Tag == "NNS" || !tree.Is(name, Relation.Compound) || tree[name].Head != act || tree[name].Pos != PartOfSpeech.Propn || tree.Has(act, Relation.Det))
            return;
        tree.MakeInfinitive(act);
        tree.Raise(act, did, tree[did].Relation);
        tree.Move(did, act, tree.First, tree.End);
        tree.Hang(did, act, Relation.Aux);
        tree.MakeAuxiliary(did);
        tree.Hang(name, act, Relation.Nsubj);
    }
}
