using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// Words bound to the wrong one of two: "asked the envoy to have the council suspend Chad" with the envoy suspending, "explained the decision, announced by the president, to leave" with the explaining
/// that leaves, "the crews its navy hauled off the lake" with the lake hauled, "taunted Chad with the students gunned down" with the students gunning, "which together with Mali cut the aid" with the aid cut with Mali.
/// </summary>
internal sealed class BoundPhrases : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) => tokens[i].Relation switch
    {
        Relation.Xcomp => tokens[i].Tag == "VB" && tokens[i].Head < i - 2,
        Relation.AclRelcl => i + 2 < sentence.EndToken && tokens[i + 1].Relation == Relation.CompoundPrt,
        Relation.Advcl => tokens[i].Tag is "VBD" or "VBN" || (tokens[i].Tag == "VB" && tokens[i].Head > i),
        Relation.Ccomp => tokens[i].Tag is "VBD" or "VBP" && tokens[i].Head < i - 3,
        Relation.Obj => tokens[i] is { Pos: PartOfSpeech.Verb, Tag: "VB" or "VBP" } && tokens[i].Head == i - 1,
        Relation.Obl or Relation.Nsubj => tokens[i].Head > i && i > sentence.FirstToken + 2,
        _ => false,
    };

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        switch (tree[i].Relation)
        {
            case Relation.Xcomp when tree.Has(i, Relation.Mark):
                MendPlan(tree, i, head, grammar);
                break;
            case Relation.Xcomp:
                MendCaused(tree, i, head, grammar);
                break;
            // "barred produce from Chad": what is done something to, with nobody doing it, is a thing.
            case Relation.Obj:
                if (!tree.HasSubject(i) && !tree.Has(i, Relation.Obj) && !tree.Has(i, Relation.Mark) && !tree.Has(i, Relation.Aux) && tree[head].Pos == PartOfSpeech.Verb && !grammar.IsCausing(tree[head].Lemma))
                    tree.MakeThing(i);
                break;
            case Relation.Ccomp:
                MendContact(tree, i, head, grammar);
                break;
            case Relation.AclRelcl:
                MendParticle(tree, i, head, grammar);
                break;
            case Relation.Advcl when tree[i].Tag == "VB":
                MendInserted(tree, i, head, grammar);
                break;
            case Relation.Advcl:
                MendAbsolute(tree, i, grammar);
                break;
            default:
                MendCompany(tree, i, head, grammar);
                break;
        }
    }

    /// <summary>"to have the council suspend Chad": a bare verb behind "have" and somebody is what somebody is had to do.</summary>
    private static void MendCaused(SentenceEdit tree, int done, int verb, ClauseGrammar grammar)
    {
        if (tree[verb].Pos != PartOfSpeech.Verb || grammar.IsCausing(tree[verb].Lemma))
            return;
        for (int i = verb + 1; i < done; i++)
        {
            bool isCause = tree[i].Head == verb && tree.Is(i, Relation.Xcomp) && tree[i].Tag == "VB" && tree.Has(i, Relation.Mark) && grammar.IsCausing(tree[i].Lemma);
            if (!isCause || tree.Child(i, Relation.Obj) is not (>= 0 and var somebody) || somebody > done || tree.Edges(somebody, -1).Last != done - 1)
                continue;
            tree.Hang(done, i, Relation.Xcomp);
            return;
        }
    }

    /// <summary>"explained the decision, announced by the president, to leave": behind what was put in between commas the infinitive is the noun's.</summary>
    private static void MendPlan(SentenceEdit tree, int infinitive, int verb, ClauseGrammar grammar)
    {
        int to = tree.Child(infinitive, Relation.Mark);
        if (tree[verb].Pos != PartOfSpeech.Verb || to < verb || !grammar.Functions.Is(tree[to].Lemma, WordFunction.Infinitive) || !tree.IsComma(to - 1) || grammar.ForceOf(tree[verb].Lemma) is not (ModalForce.None or ModalForce.Asserted) || grammar.IsObjectControl(tree[verb].Lemma) || grammar.IsAddressing(tree[verb].Lemma))
            return;
        // "of the decision, announced by the king, to leave", with the announcing that leaves.
        if (tree.Is(verb, Relation.Acl) && tree[verb].Tag == "VBN" && tree.IsComma(verb - 1) && tree[tree[verb].Head].Pos == PartOfSpeech.Noun)
        {
            tree.Hang(infinitive, tree[verb].Head, Relation.Acl);
            return;
        }

        for (int i = verb + 2; i < to; i++)
        {
            if (!tree.Is(i, Relation.Acl) || tree[i].Tag != "VBN" || !tree.IsComma(i - 1) || tree[tree[i].Head] is not { Pos: PartOfSpeech.Noun, Head: var above } || above != verb || tree.Edges(i, -1).Last != to - 2)
                continue;
            tree.Hang(infinitive, tree[i].Head, Relation.Acl);
            return;
        }
    }

    /// <summary>"The decision, taken by the king, to leave was praised", with the praise that leaves.</summary>
    private static void MendInserted(SentenceEdit tree, int infinitive, int verb, ClauseGrammar grammar)
    {
        int to = tree.Child(infinitive, Relation.Mark);
        int plan = tree.Child(verb, Relation.NsubjPass) is >= 0 and var passive ? passive : tree.Child(verb, Relation.Nsubj);
        if (to < 0 || !grammar.Functions.Is(tree[to].Lemma, WordFunction.Infinitive) || !tree.IsComma(to - 1) || plan < 0 || plan > to || tree[plan].Pos != PartOfSpeech.Noun || tree.Child(plan, Relation.Acl) is not (>= 0 and var aside))
            return;
        if (tree[aside].Tag == "VBN" && tree.IsComma(aside - 1) && tree.Edges(aside, -1).Last == to - 2)
            tree.Hang(infinitive, plan, Relation.Acl);
    }

    /// <summary>"the crews its navy hauled off the lake": a clause without a pronoun tells of the noun before it, and the particle leads to a place.</summary>
    private static void MendParticle(SentenceEdit tree, int verb, int noun, ClauseGrammar grammar)
    {
        int place = tree.Child(verb, Relation.Obj);
        int doer = tree.Child(verb, Relation.Nsubj);
        if (tree[noun].Tag != "NNS" || grammar.Dates.Is(tree[noun].Lemma.ToLowerInvariant(), "unit1") || doer < noun || doer > verb || tree[doer].Tag is "WDT" or "WP" || tree.Has(verb, Relation.Mark) || place < verb + 2 || tree.Edges(place, -1).First != verb + 2)
            return;
        if (tree.Edges(verb, -1).First != tree.Edges(doer, -1).First || tree.Edges(doer, -1).First != noun + 1)
            return;
        tree.Hang(verb + 1, place, Relation.Case);
        tree.Hang(place, verb, Relation.Obl);
    }

    /// <summary>"recaptured the town rebels took", with some town rebels told of: a verb that says nothing has the first noun for its object.</summary>
    private static void MendContact(SentenceEdit tree, int taken, int verb, ClauseGrammar grammar)
    {
        int rebels = tree.Child(taken, Relation.Nsubj);
        if (rebels < verb || tree[rebels].Tag != "NNS" || tree.Has(taken, Relation.Mark) || tree.Has(taken, Relation.Obj) || tree.Has(verb, Relation.Obj) || grammar.ForceOf(tree[verb].Lemma) != ModalForce.None || !grammar.IsDoneToPeople(tree[verb].Lemma) && tree[verb].Tag != "VBD" || grammar.IsVoicing(tree[verb].Lemma) || grammar.IsAddressing(tree[verb].Lemma))
            return;
        int town = tree.Child(rebels, Relation.Compound);
        int article = tree.Child(rebels, Relation.Det);
        if (town != rebels - 1 || tree[town].Tag != "NN" || article != town - 1 || article != verb + 1 || taken != rebels + 1)
            return;
        tree.Hang(town, verb, Relation.Obj);
        tree.Hang(article, town, Relation.Det);
        tree.Hang(taken, town, Relation.AclRelcl);
    }

    /// <summary>"with the students gunned down": behind "with" nothing has a tense, and what has no object was done to them.</summary>
    private static void MendAbsolute(SentenceEdit tree, int verb, ClauseGrammar grammar)
    {
        if (tree.Child(verb, Relation.Mark) is not (>= 0 and var with) || !grammar.Functions.Is(tree[with].Lemma, WordFunction.Company) || grammar.Functions.Is(tree[with].Lemma, WordFunction.Agent) || tree.Child(verb, Relation.Nsubj) is not (>= 0 and var people) || people < with || people > verb)
            return;
        if (tree.Has(verb, Relation.Obj) || tree.Has(verb, Relation.Aux) || tree.Has(verb, Relation.AuxPass) || tree.Has(verb, Relation.Ccomp) || tree.Has(verb, Relation.Xcomp) || !(tree.MayBePast(verb) || tree[verb].Tag == "VBN") || grammar.IsIntransitive(tree[verb].Lemma))
            return;
        tree.MakeParticiple(verb);
        tree.Hang(people, verb, Relation.NsubjPass);
    }

    /// <summary>"which together with Mali cut the aid": whoever stands before the verb with "together" does it too; it is not done to him.</summary>
    private static void MendCompany(SentenceEdit tree, int other, int verb, ClauseGrammar grammar)
    {
        if (tree.Child(other, Relation.Case) is not (> 0 and var with) || with == tree.First || tree[with - 1].Head == other || !grammar.Functions.Is($"{tree[with - 1].Lemma} {tree[with].Lemma}", WordFunction.Adding) || tree[verb].Pos != PartOfSpeech.Verb)
            return;
        tree.Hang(with - 1, other, Relation.Case);
        tree.Hang(with, with - 1, Relation.Fixed);
        tree.Hang(other, verb, Relation.Obl);
    }
}
