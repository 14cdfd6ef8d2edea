using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// Second verbs joined to one too far out: "accused Togo of having armed, hidden and ferried the men" with the accuser ferrying, "came after envoys drove there and refused to leave" with the
/// coming that refuses, "died and two guards were hurt" with the dead hurt, ", after a wave of kites shut the airport" with whoever says so shutting it.
/// </summary>
internal sealed class JoinedClauses : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Conj, Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBN" or "VBP" } && tokens[i].Head >= sentence.FirstToken && tokens[i].Head < i;

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (tree.HasSubject(i) || tree.Has(i, Relation.Mark))
            return;
        MendSubject(tree, i, head);
        int and = tree.Child(i, Relation.Cc);
        if (and >= 0 && tree[head].Pos == PartOfSpeech.Verb)
        {
            MendCrossing(tree, i, head);
            MendList(tree, i, head, and);
            MendQuoted(tree, i, head, grammar);
            MendEnsuing(tree, i, head, and, grammar);
        }
        else if (and < 0)
        {
            MendReduced(tree, i, grammar);
            if (tree.Is(i, Relation.Conj))
                MendOpened(tree, i, head, grammar);
            MendQuoted(tree, i, head, grammar);
        }
    }

    /// <summary>"The guard fell and two envoys were hurt", with the envoys beside the guard: what stands right before the auxiliary, behind the first verb, is the subject of the second.</summary>
    private static void MendSubject(SentenceEdit tree, int second, int first)
    {
        int auxiliary = tree.Child(second, Relation.AuxPass) is >= 0 and var passive ? passive : tree.Child(second, Relation.Aux);
        for (int i = first + 1; i < auxiliary; i++)
        {
            if (!tree.Is(i, Relation.Conj) || !tree.IsNominal(i) || tree[i].Head > first || !SentenceEdit.IsSubject(tree[tree[i].Head].Relation) || tree[tree[i].Head].Head != first)
                continue;
            if (tree.Edges(i, -1).Last != auxiliary - 1)
                return;
            if (tree.Child(i, Relation.Cc) is >= 0 and var and)
                tree.Hang(and, second, Relation.Cc);
            tree.Hang(i, second, tree.Has(second, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
            return;
        }
    }

    /// <summary>"Speaking of the post that fell and was lost, the minister voiced his grief and asked for aid", with the post asking: what stands behind the main verb is not joined to what stands before it.</summary>
    private static void MendCrossing(SentenceEdit tree, int second, int first)
    {
        int main = first;
        for (int hops = 0; tree.Holds(main) && !(main > first && main < second) && hops < 12; hops++)
            main = tree[main].Head;
        if (tree.Holds(main) && main > first && main < second && tree[main].Pos == PartOfSpeech.Verb && tree.IsFinite(main) && tree.HasSubject(main))
            tree.Hang(second, main, Relation.Conj);
    }

    /// <summary>"of having armed, hidden and ferried": a list of participles that no "and" has closed goes on to the verb behind the "and".</summary>
    private static void MendList(SentenceEdit tree, int last, int outer, int and)
    {
        for (int i = outer + 1; i < and; i++)
        {
            int first = tree[i].Head;
            bool isItem = tree.Is(i, Relation.Conj) && tree[i].Tag is "VBN" or "VBD" && first > outer && first < i && tree.IsComma(tree.Edges(i, -1).First - 1) && !tree.Has(i, Relation.Cc) && !tree.HasSubject(i);
            if (!isItem || tree[first].Pos != PartOfSpeech.Verb || !tree.Has(first, Relation.Aux) || tree.HasSubject(first) || tree[tree.Child(first, Relation.Aux)].Tag != "VBG" || !tree.IsUnder(first, outer) || IsClosed(tree, first))
                continue;
            tree.MakeParticiple(last);
            tree.Hang(last, first, Relation.Conj);
            return;
        }
    }

    private static bool IsClosed(SentenceEdit tree, int first)
    {
        for (int i = first + 1; i < tree.End; i++)
        {
            if (tree[i].Head == first && tree.Is(i, Relation.Conj) && tree.Has(i, Relation.Cc))
                return true;
        }

        return false;
    }

    /// <summary>"was quoted as saying that the raiders had come, lined up the recruits and shot two", with the one quoted shooting: a passive is not joined to what has an object.</summary>
    private static void MendQuoted(SentenceEdit tree, int second, int quoted, ClauseGrammar grammar)
    {
        if (!tree.Has(quoted, Relation.AuxPass) || !tree.Has(second, Relation.Obj) || tree.Has(second, Relation.AuxPass))
            return;
        for (int i = quoted + 1; i < second; i++)
        {
            bool isTold = tree.Is(i, Relation.Ccomp) && tree.HasSubject(i) && tree[i].Pos == PartOfSpeech.Verb && tree[i].Head is var saying && tree.Is(saying, Relation.Advcl) && tree[saying].Head == quoted && tree.Child(saying, Relation.Mark) is >= 0 and var mark && grammar.Functions.Is(tree[mark].Lemma, WordFunction.Likeness);
            if (!isTold)
                continue;
            tree.Hang(second, i, Relation.Conj);
            return;
        }
    }

    /// <summary>"The surrender came after envoys drove there and refused to leave", with the surrender that refuses: what no comma parts from the clause behind "after" goes on with it.</summary>
    private static void MendEnsuing(SentenceEdit tree, int second, int main, int and, ClauseGrammar grammar)
    {
        if (tree.IsComma(and - 1) || !grammar.TakesPlace(tree[main].Lemma))
            return;
        for (int i = main + 1; i < and; i++)
        {
            if (tree[i].Head != main || !tree.Is(i, Relation.Advcl) || tree[i].Tag != tree[second].Tag || !tree.HasSubject(i) || tree.Child(i, Relation.Mark) is not (> 0 and var mark) || mark < main || tree.Edges(i, -1).Last != and - 1)
                continue;
            tree.Hang(second, i, Relation.Conj);
            return;
        }
    }

    /// <summary>"spoke of the decision, announced by the king, to leave", with the speaker announcing: behind a comma, with a doer and without an object or "and", it is told of the noun.</summary>
    private static void MendReduced(SentenceEdit tree, int participle, ClauseGrammar grammar)
    {
        int doer = tree.Child(participle, Relation.OblAgent) is >= 0 and var agent ? agent : tree.Child(participle, Relation.Obl);
        int noun = participle - 2;
        if (doer < participle || !tree.IsComma(participle - 1) || !tree.MayBePast(participle) || tree.Has(participle, Relation.Obj) || tree.Has(participle, Relation.Aux) || tree.Has(participle, Relation.AuxPass) || tree[noun].Pos != PartOfSpeech.Noun)
            return;
        if (tree.Child(doer, Relation.Case) != participle + 1 || !grammar.Functions.Is(tree[participle + 1].Lemma, WordFunction.Agent) || tree.IsUnder(noun, participle))
            return;
        tree.MakeParticiple(participle);
        tree.Hang(participle, noun, Relation.Acl);
        tree.Hang(doer, participle, Relation.OblAgent);
    }

    /// <summary>", after a wave of kites shut the airport", with whoever says so shutting it: no second verb stands behind a phrase without an "and"; the phrase is its subject.</summary>
    private static void MendOpened(SentenceEdit tree, int verb, int outer, ClauseGrammar grammar)
    {
        if (tree.Child(verb, Relation.Obj) <= verb)
            return;
        for (int i = outer + 1; i < verb; i++)
        {
            if (tree[i].Head != verb || !tree.Is(i, Relation.Obl) || !tree.IsNominal(i) || tree.Child(i, Relation.Case) is not (>= 0 and var after) || !grammar.Functions.Is(tree[after].Lemma, WordFunction.Awaited))
                continue;
            (int first, int last) = tree.Edges(i, -1);
            if (first != after || last != verb - 1)
                return;
            tree.MakeFinite(verb);
            tree.Hang(after, verb, Relation.Mark);
            tree.Hang(i, verb, Relation.Nsubj);
            tree.Hang(verb, outer, Relation.Advcl);
            return;
        }
    }
}
