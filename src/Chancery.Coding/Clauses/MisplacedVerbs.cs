using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Verbs hung on the wrong one of the words before them: "jailed two men, arrested in May" with the court arrested, "sold a ship that was to sail, blaming Togo" with the ship blaming, "neither reported losses nor asked for aid" with losses asking, "has yet to sign" with the signing told of nobody.</summary>
internal sealed class MisplacedVerbs : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        (tokens[i] is { Relation: Relation.Advcl, Pos: PartOfSpeech.Verb, Tag: "VBN" or "VBD" or "VBG" or "VB" } && i > sentence.FirstToken + 2)
        || (tokens[i] is { Relation: Relation.Conj, Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBZ" } && tokens[i].Head is >= 0 and var noun && tokens[noun].Relation is Relation.Obj or Relation.Ccomp)
        || (tokens[i] is { Relation: Relation.Amod, Tag: "VBN" or "VBD" } && tokens[i].Head > i && tokens[tokens[i].Head].Relation == Relation.Conj)
        || (tokens[i] is { Relation: Relation.Obj, Tag: "WP" } && tokens[i].Head == i - 1)
        || (tokens[i] is { Relation: Relation.Ccomp, Pos: PartOfSpeech.Verb } && (tokens[i].Head > i || i > sentence.FirstToken + 4))
        || (tokens[i] is { Relation: Relation.AclRelcl } && tokens[i].Head > i)
        || (tokens[i] is { Relation: Relation.Cc } && i == sentence.FirstToken)
        || (tokens[i] is { Relation: Relation.Xcomp, Tag: "VB" or "VBN" } && i > sentence.FirstToken + 2)
        || (tokens[i] is { Relation: Relation.Obl or Relation.OblUnmarked, Pos: PartOfSpeech.Noun } && tokens[i].Head < i)
        || IsToBehindAuxiliary(tokens, sentence, i)
        || tokens[i] is { Relation: Relation.Mark, Tag: "IN" } && tokens[i].Head > i + 1 && tokens[tokens[i].Head].Tag is "VB" or "VBG";

    private static bool IsToBehindAuxiliary(ReadOnlySpan<Token> tokens, Sentence sentence, int to) =>
        to > sentence.FirstToken + 2 && tokens[to] is { Relation: Relation.Mark, Tag: "TO", Head: var verb } && tokens[to - 1] is { Relation: Relation.Advmod } adverb && adverb.Head == verb
        && tokens[to - 2] is { Relation: Relation.Aux } auxiliary && auxiliary.Head == verb;

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (IsToBehindAuxiliary(tree.Tokens, tree.Sentence, i))
            Undo(tree, i, grammar);
        else if (tree.Is(i, Relation.AclRelcl))
            MendWhat(tree, i, head);
        else if (tree.Is(i, Relation.Mark) && tree[i].Tag == "IN")
            MendWho(tree, i, head);
        else if (tree.Is(i, Relation.Xcomp) && head < i)
            MendUndone(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Ccomp) && head > i)
            MendWhose(tree, i, head);
        else if (tree.Is(i, Relation.Ccomp))
            MendAside(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Cc) && i == tree.First)
            MendNor(tree, i, head);
        else if (tree.Is(i, Relation.Advcl) && tree.Has(i, Relation.Mark) && tree.Edges(i, -1).First is var where && tree[where].Tag == "WRB" && where > tree.First + 1 && tree.IsComma(where - 1) && tree[where - 2].Pos == PartOfSpeech.Propn)
            tree.Hang(i, where - 2, Relation.AclRelcl);
        else if (tree.Is(i, Relation.Advcl) && tree[i].Tag == "VBG")
            MendVoicing(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Advcl) && tree[i].Tag is "VBN" or "VBD")
            MendDoneTo(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Conj) && tree[head].Pos == PartOfSpeech.Verb)
            MendVoiced(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Conj) && tree.IsFinite(i))
            MendSecond(tree, i, head);
        else if (tree.Is(i, Relation.Amod))
            MendPromised(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Obj) && tree[i].Tag == "WP" && head == i - 1)
            MendSoCalled(tree, i, head, grammar);
        else if (tree[i].Relation is Relation.Obl or Relation.OblUnmarked)
            MendJudged(tree, i, head, grammar);
    }

    /// <summary>"Mali has yet to sign": it has not signed.</summary>
    private static void MendUndone(SentenceEdit tree, int verb, int have, ClauseGrammar grammar)
    {
        int to = tree.Child(verb, Relation.Mark);
        int yet = to - 1;
        if (to < tree.First + 2 || tree[to].Tag != "TO" || !grammar.IsUndone(tree[yet].Lemma) || yet - 1 != have || tree[have].Lemma is not ("have" or "be"))
            return;
        tree.Raise(verb, have, tree[have].Relation);
        tree.Move(have, verb, tree.First, tree.End);
        tree.Hang(have, verb, Relation.Aux);
        tree.MakeAuxiliary(have);
        tree.Hang(yet, verb, Relation.Advmod);
        Undo(tree, to, grammar);
    }

    private static void Undo(SentenceEdit tree, int to, ClauseGrammar grammar)
    {
        int yet = to - 1;
        if (!grammar.IsUndone(tree[yet].Lemma))
            return;
        tree.MakeNegative(yet);
        tree.Hang(to, yet, Relation.Fixed);
    }

    /// <summary>"What happened was a coup": a relative clause before its noun belongs to the "what" that opens it.</summary>
    private static void MendWhat(SentenceEdit tree, int verb, int predicate)
    {
        int what = verb - 1;
        if (tree[what].Tag != "WP" || tree[what].Head != verb && tree[what].Head != predicate || !tree.Has(predicate, Relation.Cop) || (tree.HasSubject(predicate) && tree[what].Head != predicate))
            return;
        tree.Hang(what, predicate, Relation.Nsubj);
        tree.Hang(verb, what, Relation.AclRelcl);
    }

    /// <summary>"an order for the police to leave", "attacked it, with Kamau accusing Mali": whoever stands between the mark and the verb is to do it, or does.</summary>
    private static void MendWho(SentenceEdit tree, int mark, int verb)
    {
        if (tree.HasSubject(verb) || tree.Has(verb, Relation.AuxPass))
            return;
        bool isAdded = tree[verb].Tag == "VBG";
        for (int i = mark + 1; i < verb; i++)
        {
            if (!tree.IsNominal(i) || tree[i].Head >= mark || !(isAdded ? tree.Is(i, Relation.Obl) : tree[tree[i].Head].Relation is Relation.Obj or Relation.NsubjPass))
                continue;
            var (first, last) = tree.Edges(i, -1);
            if (first == mark + 1 && (isAdded ? last + 1 == verb : tree[last + 1] is { Tag: "TO", Relation: Relation.Mark } && tree[last + 1].Head == verb))
            {
                tree.Hang(i, verb, Relation.Nsubj);
                return;
            }
        }
    }

    /// <summary>"The court jailed two men, arrested in May, to a year": what is done to people is told of those right before it, and what goes on behind the second comma of the verb.</summary>
    private static void MendDoneTo(SentenceEdit tree, int participle, int verb, ClauseGrammar grammar)
    {
        if (!grammar.IsDoneToPeople(tree[participle].Lemma) || !tree.IsComma(participle - 1) || tree.HasSubject(participle) || tree.Has(participle, Relation.Obj) || tree.Has(participle, Relation.Mark) || tree.Has(participle, Relation.Aux) || tree.Has(participle, Relation.AuxPass))
            return;
        int acted = tree.Child(verb, Relation.Obj);
        if (acted < verb || tree.Has(verb, Relation.AuxPass) || tree.Edges(acted, participle).Last != participle - 2)
            return;
        tree.MakeParticiple(participle);
        tree.Hang(participle, acted, Relation.Acl);
        for (int i = participle + 2; i < tree.End; i++)
        {
            if (tree[i].Head == participle && tree.Is(i, Relation.Obl) && tree.IsComma(tree.Edges(i, -1).First - 1))
                tree.Hang(i, verb, Relation.Obl);
        }
    }

    /// <summary>"shelved a pipeline that was to reach Togo, blaming Mali": no thing blames; whoever shelved it does.</summary>
    private static void MendVoicing(SentenceEdit tree, int voicing, int relative, ClauseGrammar grammar)
    {
        if (!grammar.IsVoicing(tree[voicing].Lemma) || !tree.Is(relative, Relation.AclRelcl) || !tree.IsComma(voicing - 1) || tree.HasSubject(voicing) || tree.Has(voicing, Relation.Mark))
            return;
        bool isThing = false;
        for (int i = tree.First; i < relative; i++)
            isThing |= tree[i].Head == relative && tree[i].Tag == "WDT";
        int noun = tree[relative].Head;
        int verb = noun;
        for (int hops = 0; hops < 6 && tree.Holds(verb) && !(tree[verb].Pos == PartOfSpeech.Verb && tree.HasSubject(verb)); hops++)
            verb = tree[verb].Head;
        if (isThing && tree.Holds(verb) && verb < noun && tree[verb].Pos == PartOfSpeech.Verb && tree.HasSubject(verb))
            tree.Hang(voicing, verb, Relation.Advcl);
    }

    /// <summary>"reported losses and asked for aid": a verb with a tense of its own stands beside the verb, not beside its object.</summary>
    private static void MendSecond(SentenceEdit tree, int second, int noun)
    {
        int verb = tree[noun].Head;
        if (!tree.Is(noun, Relation.Obj) || !tree.Holds(verb) || verb > noun || !tree.IsFinite(verb) || tree[verb].Tag != tree[second].Tag || tree.HasSubject(second) || !tree.Has(second, Relation.Cc) || tree.Has(second, Relation.Mark))
            return;
        tree.Hang(second, verb, Relation.Conj);
    }

    /// <summary>"described as baseless the claim that …": what is judged stands behind the judgement.</summary>
    private static void MendJudged(SentenceEdit tree, int judged, int verb, ClauseGrammar grammar)
    {
        if (tree[verb].Pos != PartOfSpeech.Verb || tree.Has(verb, Relation.Obj) || tree.Has(verb, Relation.AuxPass) || tree.Has(judged, Relation.Case) || !tree.Has(judged, Relation.Det))
            return;
        int quality = tree.Edges(judged, -1).First - 1;
        if (quality <= verb + 1 || tree[quality].Pos is not (PartOfSpeech.Adj or PartOfSpeech.Adv) || tree[quality].Head != verb)
            return;
        for (int i = verb + 1; i < quality; i++)
        {
            if (tree[i].Head != quality || !grammar.Functions.Is(tree[i].Lemma, WordFunction.Likeness))
                continue;
            tree.Hang(i, quality, Relation.Case);
            tree.Hang(judged, verb, Relation.Obj);
            return;
        }
    }

    /// <summary>"said that if Chad refused, as the paper claimed, Togo should act": what the paper claimed is told in passing, and so is what it stands behind.</summary>
    private static void MendAside(SentenceEdit tree, int aside, int saying, ClauseGrammar grammar)
    {
        if (tree.Child(aside, Relation.Mark) is not (>= 0 and var mark))
            return;
        int told = -1;
        for (int i = aside + 1; i < tree.End && told < 0; i++)
            told = tree[i].Head == saying && tree.Is(i, Relation.Ccomp) && tree.HasSubject(i) ? i : -1;
        bool isPassing = tree.IsComma(mark - 1) && grammar.Functions.Is(tree[mark].Lemma, WordFunction.Likeness);
        bool isCondition = grammar.ForceOf(tree[mark].Lemma) == ModalForce.Hypothetical && tree.Is(mark - 1, Relation.Mark) && tree[mark - 1].Head == told;
        if (told < 0 || !(isPassing || isCondition))
            return;
        tree.Hang(aside, told, Relation.Advcl);
        for (int i = saying + 1; i < mark; i++)
        {
            if (tree[i].Head == aside && tree.Is(i, Relation.Ccomp))
                tree.Hang(i, told, Relation.Advcl);
        }
    }

    /// <summary>"Nor would the envoy leave, he said": what is denied is what the auxiliary behind the word belongs to.</summary>
    private static void MendNor(SentenceEdit tree, int nor, int saying)
    {
        int told = nor + 1 < tree.End && tree[nor + 1].Pos == PartOfSpeech.Aux ? tree[nor + 1].Head : -1;
        if (tree.Holds(told) && told != saying && told < saying && tree.Is(told, Relation.Ccomp) && tree[told].Head == saying)
            tree.Hang(nor, told, Relation.Cc);
    }

    /// <summary>"Togo, whose premier, Jan Blom, visited Mali, offered help": what the owner's man did is told of the owner in passing.</summary>
    private static void MendWhose(SentenceEdit tree, int told, int verb)
    {
        int name = tree.Child(told, Relation.Nsubj);
        if (!tree.IsFinite(told) || name < 0 || name > told || tree.Child(verb, Relation.Nsubj) is not (>= 0 and var owner) || owner > name)
            return;
        for (int i = owner + 1; i < told; i++)
        {
            int man = tree[i].Head;
            if (tree[i].Tag != "WP$" || man <= i || !tree.IsNominal(man) || (man != name && (tree[man].Head != owner || man > name || tree[name].Pos != PartOfSpeech.Propn)))
                continue;
            tree.Hang(told, owner, Relation.AclRelcl);
            tree.Hang(man, told, Relation.Nsubj);
            for (int k = man + 1; k < told; k++)
            {
                if (k == name || (tree[k].Head == owner && tree[k].Pos == PartOfSpeech.Propn && tree.Is(k, Relation.Conj)))
                    tree.Hang(k, man, Relation.Appos);
            }

            return;
        }
    }

    /// <summary>"denied that it had shelled the town and blamed Chad": an act of words in the past tense stands beside the denial, not in it.</summary>
    private static void MendVoiced(SentenceEdit tree, int voiced, int told, ClauseGrammar grammar)
    {
        int saying = tree[told].Head;
        bool isTold = tree[voiced].Tag == "VBD" && grammar.IsVoicing(tree[voiced].Lemma) && tree.Is(told, Relation.Ccomp) && tree.Has(told, Relation.Mark) && tree.Holds(saying) && saying < told && tree.IsFinite(saying);
        if (!isTold || tree[saying].Tag != "VBD" || tree.HasSubject(voiced) || tree.Has(voiced, Relation.Aux) || tree.Has(voiced, Relation.Mark) || tree[told].Tag != "VBN" || !tree.Has(told, Relation.Aux))
            return;
        tree.Hang(voiced, saying, Relation.Conj);
    }

    /// <summary>"offered condolences and promised help": what is promised behind an "and", without an article, is a second act.</summary>
    private static void MendPromised(SentenceEdit tree, int promised, int noun, ClauseGrammar grammar)
    {
        int first = tree[noun].Head;
        if (!tree.Is(noun, Relation.Conj) || noun < promised || !tree.Holds(first) || !tree.Is(first, Relation.Obj) || first > promised || tree[promised - 1].Pos != PartOfSpeech.Cconj || !grammar.IsSubjectControl(tree[promised].Lemma) || !tree.MayBePast(promised))
            return;
        int verb = tree[first].Head;
        if (!tree.Holds(verb) || !tree.IsFinite(verb) || tree[verb].Tag != "VBD")
            return;
        tree.MakeFinite(promised);
        tree.Hang(promised, verb, Relation.Conj);
        tree.Hang(noun, promised, Relation.Obj);
        tree.Hang(promised - 1, promised, Relation.Cc);
    }

    /// <summary>"shelled what it called a hideout in Togo", "struck what it said were depots": the thing was struck, whatever it is called.</summary>
    private static void MendSoCalled(SentenceEdit tree, int what, int verb, ClauseGrammar grammar)
    {
        int saying = Saying(tree, what, verb);
        if (saying < 0)
            return;
        int thing = tree.Child(saying, Relation.Obj);
        if (thing < 0 && tree.Child(saying, Relation.Xcomp) is var called && called > saying && grammar.IsPredicative(tree[saying].Lemma))
            thing = called;
        if (thing < saying)
            thing = Likened(tree, saying, grammar);
        if (thing < 0)
            thing = Equated(tree, saying, verb);
        if (thing < 0 || tree[thing].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn))
            return;
        tree.Hang(thing, verb, Relation.Obj);
        tree.Hang(what, thing, Relation.Det);
        for (int i = what + 1; i < tree.End; i++)
        {
            bool opens = i < thing && ((tree[i].Head == saying && i < saying) || (tree[i].Head == thing && tree[i].Relation is Relation.Cop or Relation.Case));
            if (opens)
                tree.Hang(i, what, Relation.Fixed);
            else if (tree[i].Head == saying && i > saying)
                tree.Hand(i, verb);
        }

        tree.Hang(saying, what, Relation.Fixed);
    }

    /// <summary>The verb with a subject of its own between "what" and itself; -1 for none.</summary>
    private static int Saying(SentenceEdit tree, int what, int verb)
    {
        for (int i = what + 2; i < Math.Min(tree.End, what + 8); i++)
        {
            if (tree[i].Pos == PartOfSpeech.Verb)
                return (tree[i].Head == what || tree[i].Head == verb) && tree.IsFinite(i) && tree.Child(i, Relation.Nsubj) is var subject && subject > what && subject < i ? i : -1;
            if (tree[i].Pos == PartOfSpeech.Punct)
                return -1;
        }

        return -1;
    }

    private static int Likened(SentenceEdit tree, int saying, ClauseGrammar grammar)
    {
        for (int i = saying + 1; i < tree.End; i++)
        {
            if (tree[i].Head == saying && tree.Is(i, Relation.Obl) && tree.Child(i, Relation.Case) is >= 0 and var likeness && grammar.Functions.Is(tree[likeness].Lemma, WordFunction.Likeness))
                return i;
        }

        return -1;
    }

    private static int Equated(SentenceEdit tree, int saying, int verb)
    {
        for (int i = saying + 1; i < tree.End; i++)
        {
            if ((tree[i].Head == verb || tree[i].Head == saying) && tree[i].Relation is Relation.Ccomp or Relation.Obj && tree.Child(i, Relation.Cop) == saying + 1)
                return i;
        }

        return -1;
    }
}
