using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// Two clauses of which one took the other's subject: "A spokesman denies any guard has been expelled" with the guard denying, "Blom blamed Togo, and the union, too, condemned the raid" with Togo and the union blamed,
/// "urged Chad to leave, a demand Togo brushed aside" with the demand brushing, "false is the claim that Chad fled" with a false claim told of.
/// </summary>
internal sealed class TwoClauses : WordRepair
{
    // Words between the second subject and its verb: ", too,".
    private const int WidestGap = 6;

    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        (tokens[i] is { Relation: Relation.Advcl, Pos: PartOfSpeech.Verb or PartOfSpeech.Aux, Tag: "VBD" or "VBZ" or "VBP" } && (tokens[i].Head > i || tokens[i].Lemma is "do" or "have"))
        || (tokens[i] is { Relation: Relation.Nsubj or Relation.Obj, Pos: PartOfSpeech.Noun or PartOfSpeech.Propn } && i > sentence.FirstToken + 3 && (tokens[i].Head > i || tokens[i].Relation == Relation.Obj))
        || (tokens[i] is { Relation: Relation.Nsubj } && tokens[i].Head < i)
        || (tokens[i] is { Relation: Relation.Ccomp, Pos: PartOfSpeech.Verb } && (tokens[i].Head < i - 2 || tokens[i].Head > i + 2))
        || (tokens[i] is { Relation: Relation.Compound, Pos: PartOfSpeech.Noun } && tokens[i].Head > i + 1 && i > sentence.FirstToken + 3)
        || (tokens[i] is { Relation: Relation.Conj, Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBZ", Head: var joined } && joined >= sentence.FirstToken && joined < i && (tokens[joined].Tag == "VB" || tokens[i - 1].Relation == Relation.Nsubj))
        || (tokens[i] is { Pos: PartOfSpeech.Adj, Relation: Relation.Amod } && i + 2 < sentence.EndToken && tokens[i + 1].Relation == Relation.Cop && tokens[i].Head > i + 1);

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (tree.Is(i, Relation.Advcl) && head > i)
            _ = MendTold(tree, i, head, grammar) || MendBeside(tree, i, head);
        else if (tree.Is(i, Relation.Advcl))
            MendAsDid(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Nsubj) && head < i)
            MendThanked(tree, i, head);
        else if (tree.Is(i, Relation.Nsubj) && (MendDoer(tree, i, head, grammar) || MendBetween(tree, i, head)))
            return;
        else if (tree[i].Relation is Relation.Nsubj or Relation.Obj)
            MendAside(tree, i, head);
        else if (tree.Is(i, Relation.Ccomp) && head > i)
            MendSemicolon(tree, i, head);
        else if (tree.Is(i, Relation.Ccomp))
            _ = MendInserted(tree, i, head, grammar) || MendContact(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Compound))
            MendCharge(tree, i, head);
        else if (tree.Is(i, Relation.Conj) && (tree.Has(i, Relation.Cc) || !MendInserted(tree, i, head, grammar)))
            MendTensed(tree, i, head);
        else if (tree.Is(i, Relation.Amod))
            MendJudged(tree, i, head);
    }

    /// <summary>"A spokesman denies any guard has been expelled", with the guard as a second denier: of two subjects the one behind the verb is told of.</summary>
    private static bool MendTold(SentenceEdit tree, int saying, int told, ClauseGrammar grammar)
    {
        if (!tree.IsFinite(saying) || tree.Has(saying, Relation.Mark) || tree.HasSubject(told) || !tree.Is(told, Relation.Root) || !TornSentences.IsTensed(tree, told))
            return false;
        int sayer = -1;
        int subject = -1;
        for (int i = tree.First; i < told; i++)
        {
            if (tree[i].Head != saying || !tree.Is(i, Relation.Nsubj))
                continue;
            (sayer, subject) = i < saying ? (i, subject) : (sayer, i);
        }

        if (sayer < 0 || subject < 0 || tree.Edges(subject, -1).First != saying + 1 || grammar.ForceOf(tree[saying].Lemma) == ModalForce.None)
            return false;
        tree.Raise(saying, told, Relation.Root);
        tree.Hang(told, saying, Relation.Ccomp);
        tree.Hang(subject, told, tree.Has(told, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
        return true;
    }

    /// <summary>"Blom, though, blamed years of neglect on the government, and the union, too, condemned the raid", with the union blamed: a root without a subject takes the noun that its "and" brought.</summary>
    private static bool MendBeside(SentenceEdit tree, int first, int second)
    {
        if (!tree.IsFinite(first) || !tree.IsFinite(second) || !tree.Is(second, Relation.Root) || tree.HasSubject(second) || !tree.HasSubject(first) || tree.Has(first, Relation.Mark) || tree.Has(second, Relation.Cc))
            return false;
        for (int i = second - 1; i > first + 1 && i >= second - WidestGap; i--)
        {
            if (!tree.Is(i, Relation.Conj) || !tree.IsNominal(i) || tree[i].Head >= i || tree[i].Head <= first || tree.Child(i, Relation.Cc) is not (>= 0 and var and) || !tree.IsComma(and - 1))
                continue;
            tree.Raise(first, second, Relation.Root);
            tree.Hang(second, first, Relation.Conj);
            tree.Hang(i, second, Relation.Nsubj);
            tree.Hang(and, second, Relation.Cc);
            return true;
        }

        return false;
    }

    /// <summary>"Chad recalled its envoy, as did Togo", with something done to Togo: it did the same.</summary>
    private static void MendAsDid(SentenceEdit tree, int did, int verb, ClauseGrammar grammar)
    {
        if (tree[did].Lemma is not ("do" or "have") || tree.Child(did, Relation.Mark) != did - 1 || !tree.IsComma(did - 2) || !grammar.Functions.Is(tree[did - 1].Lemma, WordFunction.Likeness))
            return;
        int doer = tree.Child(verb, Relation.Nsubj);
        for (int i = did + 1; i < tree.End && doer >= 0 && doer < verb; i++)
        {
            if (!tree.IsNominal(i) || (tree[i].Head != did && tree[i].Head != verb) || tree.Has(i, Relation.Case) || tree.Edges(i, -1).First != did + 1)
                continue;
            tree.Hang(i, doer, Relation.Conj);
            return;
        }
    }

    /// <summary>"That it thanks the Government of Togo", with both thanking: of two subjects the one behind the verb is its object.</summary>
    private static void MendThanked(SentenceEdit tree, int thanked, int verb)
    {
        if (tree[verb].Pos != PartOfSpeech.Verb || tree.Has(verb, Relation.Obj) || tree.Has(verb, Relation.AuxPass) || tree.Has(verb, Relation.Ccomp) || tree.Child(verb, Relation.Nsubj) is not (>= 0 and var doer) || doer >= verb || tree.Edges(thanked, -1).First != verb + 1 || !tree.IsNominal(thanked))
            return;
        tree.Hang(thanked, verb, Relation.Obj);
    }

    /// <summary>"Ships that lay off an island claimed by Chad shelled the port", with the ships claiming and Chad shelling: no subject stands behind "by".</summary>
    private static bool MendDoer(SentenceEdit tree, int doer, int verb, ClauseGrammar grammar)
    {
        if (tree.Child(doer, Relation.Case) is not (>= 0 and var by) || by > doer || !grammar.Functions.Is(tree[by].Lemma, WordFunction.Agent))
            return false;
        int participle = by - 1;
        if (tree[participle].Pos != PartOfSpeech.Verb || !(tree.MayBePast(participle) || tree[participle].Tag == "VBN") || tree[verb].Head != participle || tree.Child(participle, Relation.Nsubj) is not (>= 0 and var subject) || subject > participle || !tree.IsNominal(participle - 1) || tree.Has(participle, Relation.Aux))
            return false;
        tree.Raise(verb, participle, tree[participle].Relation);
        tree.Hang(subject, verb, Relation.Nsubj);
        tree.MakeParticiple(participle);
        tree.Hang(participle, participle - 1, Relation.Acl);
        tree.Hang(doer, participle, Relation.OblAgent);
        return true;
    }

    /// <summary>"thanks to our consul in Doro, Anna Lind, five men were freed", with Anna Lind as one of two subjects: between commas she is the consul.</summary>
    private static bool MendBetween(SentenceEdit tree, int name, int verb)
    {
        if (tree[name].Pos != PartOfSpeech.Propn || !tree.Has(name, Relation.Flat))
            return false;
        (int first, int last) = tree.Edges(name, -1);
        if (first != name || !tree.IsComma(first - 1) || !tree.IsComma(last + 1) || first - 2 <= tree.First)
            return false;
        bool hasOther = false;
        for (int i = last + 2; i < verb; i++)
            hasOther |= tree[i].Head == verb && SentenceEdit.IsSubject(tree[i].Relation) && tree.Edges(i, -1).First == last + 2;
        int described = first - 2;
        while (tree.Holds(tree[described].Head) && tree[described].Head < described && tree[described].Relation is Relation.Flat or Relation.Nmod or Relation.Compound)
        {
            bool isPlace = tree[described].Relation == Relation.Nmod;
            described = tree[described].Head;
            if (isPlace)
                break;
        }

        if (!hasOther || !tree.IsNominal(described) || described < tree.First)
            return false;
        tree.Hang(name, described, Relation.Appos);
        return true;
    }

    /// <summary>"urged Chad to leave, a demand Togo brushed aside", with the demand brushing: of what stands behind a comma, an article and right before a name, the name tells what it did to it.</summary>
    private static void MendAside(SentenceEdit tree, int thing, int verb)
    {
        int first = tree.Child(thing, Relation.Det);
        if (tree[thing].Pos != PartOfSpeech.Noun || first < 0 || !tree.IsComma(first - 1) || tree.Edges(thing, verb).First != first || tree.Child(thing, Relation.Det) != first || !tree[first].Morphology.HasFlag(Morphology.Indefinite) || !tree.IsComma(first - 1))
            return;
        int doer = -1;
        int done = verb;
        for (int i = thing + 1; i < tree.End; i++)
        {
            if (tree[i].Head == thing && tree.Is(i, Relation.Appos) && tree.IsNominal(i) && tree.Edges(i, -1).First == thing + 1)
                doer = i;
            else if (tree[i].Head == thing && tree[i].Relation is Relation.Acl or Relation.AclRelcl && doer >= 0)
                done = i;
        }

        if (doer < 0 || done < doer && done == verb || tree[done].Tag is not ("VBD" or "VBZ" or "VBN" or "VBP") || tree.Has(done, Relation.Obj) || tree.Has(done, Relation.AuxPass) || done == verb && (verb < thing || tree[verb].Head > thing))
            return;
        int above = done == verb ? tree[verb].Head : verb;
        while (tree.Holds(above) && !(tree[above].Pos == PartOfSpeech.Verb && above < first))
            above = tree[above].Head;
        if (!tree.Holds(above))
            return;
        tree.Hang(thing, above, Relation.Parataxis);
        tree.MakeFinite(done);
        tree.Hang(done, thing, Relation.AclRelcl);
        tree.Hang(doer, done, Relation.Nsubj);
    }

    /// <summary>"Farmers shut the road; Togo said it would talk to them", with Togo saying that they shut it: what a semicolon parts is told for itself.</summary>
    private static void MendSemicolon(SentenceEdit tree, int first, int saying)
    {
        int sayer = tree.Child(saying, Relation.Nsubj);
        int mark = sayer < 0 ? -1 : tree.Edges(sayer, -1).First - 1;
        if (mark <= first || sayer > saying || tree[mark].Lemma is not ";" || tree[saying].Pos != PartOfSpeech.Verb)
            return;
        tree.Raise(first, saying, tree[saying].Relation);
        tree.Hang(saying, first, Relation.Parataxis);
        for (int i = tree.First; i < mark; i++)
        {
            if (tree[i].Head == saying)
                tree.Hand(i, first);
        }
    }

    /// <summary>"Blom told the minister that Chad would not sign, aides said, but agreed to meet", with the aides' words told and the aides agreeing: between commas a saying without words of its own is put in.</summary>
    private static bool MendInserted(SentenceEdit tree, int saying, int verb, ClauseGrammar grammar)
    {
        int sayer = tree.Child(saying, Relation.Nsubj);
        if (sayer < verb || sayer > saying || grammar.ForceOf(tree[saying].Lemma) != ModalForce.Asserted || tree[saying].Tag is not "VBD" || !tree.IsComma(saying + 1) || tree[verb].Pos != PartOfSpeech.Verb || !tree.HasSubject(verb) || tree.Has(saying, Relation.Mark) || tree.Has(saying, Relation.Aux) || tree.Has(saying, Relation.Ccomp) || tree.Has(saying, Relation.Obj) || tree.Has(saying, Relation.Xcomp))
            return false;
        (int first, int last) = tree.Edges(sayer, -1);
        if (last != saying - 1 || !tree.IsComma(first - 1))
            return false;
        tree.Hang(saying, verb, Relation.Parataxis);
        for (int i = saying + 2; i < tree.End; i++)
        {
            if (tree[i].Head == saying && tree.Is(i, Relation.Conj) && tree[i].Pos == PartOfSpeech.Verb && !tree.HasSubject(i) && tree.Child(i, Relation.Cc) == saying + 2 && !grammar.IsVoicing(tree[i].Lemma) && grammar.ForceOf(tree[i].Lemma) != ModalForce.Asserted)
                tree.Hang(i, verb, Relation.Conj);
        }

        return true;
    }

    /// <summary>"dropped the case against four Cubans it had accused of theft", with nobody accused: what is done to people, told right behind them by a pronoun, was done to them.</summary>
    private static bool MendContact(SentenceEdit tree, int done, int verb, ClauseGrammar grammar)
    {
        int doer = tree.Child(done, Relation.Nsubj);
        int people = doer - 1;
        if (doer <= verb + 1 || doer > done || tree[doer].Pos != PartOfSpeech.Pron || !tree.IsNominal(people) || tree[people].Pos == PartOfSpeech.Pron || !grammar.IsDoneToPeople(tree[done].Lemma) || tree.Has(done, Relation.Obj) || tree.Has(done, Relation.Mark) || tree.Has(done, Relation.AuxPass) || grammar.ForceOf(tree[verb].Lemma) != ModalForce.None || grammar.IsSubjectControl(tree[verb].Lemma) || grammar.IsAddressing(tree[verb].Lemma) || !tree.Has(verb, Relation.Obj))
            return false;
        tree.Hang(done, people, Relation.AclRelcl);
        return true;
    }

    /// <summary>"accused Chad of theft, a charge the Chadian army denied", with an army of that name: a noun with an article of its own before another article is told of by what follows.</summary>
    private static void MendCharge(SentenceEdit tree, int charge, int doer)
    {
        int article = tree.Child(charge, Relation.Det);
        int denial = tree[doer].Head;
        if (article != charge - 1 || !tree.IsComma(article - 1) || !tree[article].Morphology.HasFlag(Morphology.Indefinite) || tree.Child(doer, Relation.Det) != charge + 1 || !tree.Is(doer, Relation.Nsubj) || !tree.Holds(denial) || denial < doer || !tree.IsFinite(denial) || tree.Has(denial, Relation.Obj) || tree[denial].Head > charge || tree[denial].Head < tree.First)
            return;
        tree.Raise(charge, denial, Relation.Parataxis);
        tree.Hang(denial, charge, Relation.AclRelcl);
    }

    /// <summary>"wants the body to certify the vote and threatened to leave", with the body threatening: what has a tense stands beside what has one.</summary>
    private static void MendTensed(SentenceEdit tree, int second, int infinitive)
    {
        int verb = tree[infinitive].Head;
        if (tree[infinitive].Tag != "VB" || tree[second].Tag is not ("VBD" or "VBZ") || tree.HasSubject(second) || !tree.Has(second, Relation.Cc) || tree.Has(second, Relation.Mark) || tree.Child(infinitive, Relation.Mark) is not (>= 0 and var to) || tree[to].Tag != "TO" || tree.Has(infinitive, Relation.AuxPass))
            return;
        if (tree.Holds(verb) && verb < infinitive && tree.Is(infinitive, Relation.Xcomp) && tree.IsFinite(verb) && tree.HasSubject(verb) && (tree[second].Tag == "VBD" || tree[verb].Tag == "VBZ"))
            tree.Hang(second, verb, Relation.Conj);
    }

    /// <summary>"Equally false is the claim that Chad fled", with a false claim told of: what stands before the verb is said of what stands behind it.</summary>
    private static void MendJudged(SentenceEdit tree, int judgement, int thing)
    {
        int be = judgement + 1;
        if (!tree.Is(be, Relation.Cop) || tree[be].Head != thing || tree.HasSubject(thing) || tree.Child(thing, Relation.Det) != be + 1)
            return;
        tree.Raise(judgement, thing, tree[thing].Relation);
        tree.Hang(be, judgement, Relation.Cop);
        tree.Hang(thing, judgement, Relation.Nsubj);
        for (int i = tree.First; i < tree.End; i++)
        {
            if (tree[i].Head == thing && (i < judgement || tree[i].Pos == PartOfSpeech.Punct))
                tree.Hand(i, judgement);
        }
    }
}
