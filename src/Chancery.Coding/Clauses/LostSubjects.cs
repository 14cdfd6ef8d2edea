using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>A verb that must have a subject and has none: the phrase that ends where the verb begins is its subject, whatever the parser took it for.</summary>
internal static class LostSubjects
{
    /// <summary>Looks for the subject of a verb that must have one and has none.</summary>
    public static void MendLostSubject(SentenceEdit tree, int verb, ClauseGrammar grammar)
    {
        if (MendInverted(tree, verb))
            return;
        int end = EndOfSubject(tree, verb);
        int mark = tree.Child(verb, Relation.Mark);
        int subject = -1;
        for (int i = Math.Max(tree.First, mark + 1); i <= end; i++)
        {
            if (MayBeSubject(tree, verb, i, end, mark, grammar))
            {
                subject = i;
                break;
            }
        }

        if (subject < 0 && UnmarkedSubject(tree, verb, end) is >= 0 and var unmarked)
            subject = unmarked;
        if (subject < 0)
        {
            if (mark < 0)
                MendBrought(tree, verb, end);
            return;
        }

        if (IsNamedAside(tree, subject, end))
            return;
        Relation relation = tree.Has(verb, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj;
        if (tree.IsUnder(verb, subject))
            TurnOver(tree, verb, subject, relation);
        else
            tree.Hang(subject, verb, relation);
    }

    /// <summary>"Half of the voters chose Bern", "Diaz, they said, wanted no stone": a main verb in the past whose only phrase before it has no preposition takes that for its subject, where it has more behind it.</summary>
    private static int UnmarkedSubject(SentenceEdit tree, int verb, int end)
    {
        if (!tree.Is(verb, Relation.Root) || !tree.IsClosed || tree[verb].Tag is not ("VBD" or "VBN") || !HasMore(tree, verb))
            return -1;
        for (int i = tree.First; i <= end; i++)
        {
            if (tree[i].Head != verb || !tree.Is(i, Relation.OblUnmarked) || tree[i].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Sym))
                continue;
            (int first, int last) = tree.Edges(i, -1);
            if (last == end && tree.OpensPhrase(first))
                return i;
        }

        return -1;
    }

    private static bool HasMore(SentenceEdit tree, int verb)
    {
        for (int i = verb + 1; i < tree.End; i++)
        {
            if (tree[i].Head == verb && tree[i].Relation is Relation.Obj or Relation.Ccomp or Relation.Xcomp or Relation.Obl)
                return true;
        }

        return false;
    }

    /// <summary>"resigned as governor of Biafra and Ana Diaz was sworn in", with Diaz beside Biafra: what an "and" brings right before a verb without a subject is its subject, and the verb stands beside the first.</summary>
    private static void MendBrought(SentenceEdit tree, int verb, int end)
    {
        int main = tree[verb].Head;
        if (tree[verb].Relation is not (Relation.Advcl or Relation.Parataxis) || !tree.Holds(main) || main > verb || !tree.IsFinite(main) || !tree.HasSubject(main))
            return;
        for (int i = main + 1; i <= end; i++)
        {
            if (!tree.Is(i, Relation.Conj) || !tree.IsNominal(i) || tree.Has(i, Relation.Case) || tree.Child(i, Relation.Cc) is not (> 0 and var and) || and < main || tree.Edges(i, -1) != (and, end))
                continue;
            tree.Hang(i, verb, tree.Has(verb, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
            tree.Hang(and, verb, Relation.Cc);
            tree.Hang(verb, main, Relation.Conj);
            return;
        }
    }

    /// <summary>"power, influence over states, rests": the apposition ends where its noun does, so the noun would be the subject.</summary>
    private static bool IsNamedAside(SentenceEdit tree, int token, int end) =>
        tree.Is(token, Relation.Appos) && tree.Holds(tree[token].Head) && (tree.IsNominal(tree[token].Head) || tree[tree[token].Head].Pos == PartOfSpeech.Num)
        && !tree.Has(tree[token].Head, Relation.Case) && tree.Edges(tree[token].Head, -1).Last == end;

    /// <summary>""…," wrote Justice Lund": behind a closing mark the verb comes before its subject.</summary>
    private static bool MendInverted(SentenceEdit tree, int verb)
    {
        if (!tree.FollowsMark(verb))
            return false;
        int behind = tree.Child(verb, Relation.Iobj) is >= 0 and var indirect ? indirect : tree.Child(verb, Relation.Obj);
        if (behind <= verb || tree[behind].Pos is not (PartOfSpeech.Propn or PartOfSpeech.Noun) || tree.Edges(behind, -1).First != verb + 1)
            return false;
        bool told = tree[verb].Head >= 0 && tree[verb].Head < verb && tree[verb].Relation is Relation.Parataxis or Relation.Ccomp;
        for (int i = tree.First; i < verb - 1 && !told; i++)
            told = tree[i].Head == verb && tree[i].Relation is Relation.Ccomp or Relation.Parataxis;
        if (told)
            tree.Hang(behind, verb, Relation.Nsubj);
        return told;
    }

    /// <summary>The last word before a verb and its auxiliaries, adverbs and the comma of an insertion.</summary>
    private static int EndOfSubject(SentenceEdit tree, int verb)
    {
        int at = verb - 1;
        while (at >= tree.First && tree[at].Pos is PartOfSpeech.Adv or PartOfSpeech.Aux or PartOfSpeech.Part && tree.IsUnder(at, verb))
            at--;
        if (at > tree.First && tree[at].Pos == PartOfSpeech.Punct)
            at--;
        return BeforeInserted(tree, verb, at);
    }

    /// <summary>"Diaz, they said, wanted": what stands before a saying between commas.</summary>
    private static int BeforeInserted(SentenceEdit tree, int verb, int end)
    {
        for (int i = tree.First; i <= end; i++)
        {
            if (tree[i].Head != verb || !tree.Is(i, Relation.Parataxis))
                continue;
            (int first, int last) = tree.Edges(i, -1);
            if (last == end && first - 2 >= tree.First && tree.IsComma(first - 1))
                return first - 2;
        }

        return end;
    }

    /// <summary>A phrase that opens behind a comma or a verb, ends where the verb begins, and hangs where no subject of another verb would.</summary>
    private static bool MayBeSubject(SentenceEdit tree, int verb, int token, int end, int mark, ClauseGrammar grammar)
    {
        Token word = tree[token];
        if (!tree.IsNominal(token) || tree.Has(token, Relation.Case) || tree.Has(token, Relation.Cop) || word.Morphology.HasFlag(Morphology.Relative))
            return false;
        bool below = tree.IsUnder(verb, token);
        if (word.Relation is not (Relation.Appos or Relation.Obj or Relation.Iobj or Relation.Obl or Relation.Dislocated or Relation.Vocative or Relation.Parataxis or Relation.Root or Relation.List or Relation.Conj or Relation.Dep or Relation.Nmod)
            && !(word.Relation == Relation.Advmod && word.Pos == PartOfSpeech.Propn && word.Head == verb))
            return false;
        if (word.Relation == Relation.Conj && tree.Has(token, Relation.Cc))
            return false;
        (int first, int last) = tree.Edges(token, below ? verb : -1);
        if (last != end || first > token)
            return false;
        if (below)
            return MayTurnOver(tree, verb, token, grammar);
        if (word.Relation is Relation.Obj or Relation.Iobj)
        {
            // "claims some patients deceived him": the object of a saying is the subject of the next verb, when that is finite.
            return end == verb - 1 && !tree.HasVerbBetween(token, verb) && IsSaying(tree, word.Head, grammar) && word.Head < first && tree[verb].Tag is "VBD" or "VBZ"
                && tree[verb].Head == word.Head && tree[verb].Relation is Relation.Ccomp or Relation.Advcl or Relation.Parataxis;
        }

        return tree.OpensPhrase(first) || first - 1 == mark;
    }

    private static bool IsSaying(SentenceEdit tree, int verb, ClauseGrammar grammar) =>
        tree.Holds(verb) && tree[verb].Pos == PartOfSpeech.Verb && grammar.ForceOf(tree[verb].Lemma) != ModalForce.None;

    /// <summary>A participle may hang below its noun; a verb with a past or present of its own and an object does not.</summary>
    private static bool MayTurnOver(SentenceEdit tree, int verb, int noun, ClauseGrammar grammar)
    {
        if (tree[verb].Head != noun || tree[verb].Relation is not (Relation.Acl or Relation.Parataxis or Relation.Advcl or Relation.Appos) || tree.Has(verb, Relation.Mark))
            return false;
        bool complete = tree.Has(verb, Relation.Obj) || tree.Has(verb, Relation.Ccomp) || tree.Has(verb, Relation.Xcomp);
        return tree[noun].Relation switch
        {
            Relation.Root => tree.IsClosed && !tree.HasSubject(noun) && tree.OpensPhrase(tree.Edges(noun, verb).First) && (complete || tree.Has(verb, Relation.Obl) || tree.Has(verb, Relation.Advmod)),
            Relation.Obj => complete && IsSaying(tree, tree[noun].Head, grammar) && tree[noun].Head < noun && !tree.HasVerbBetween(noun, verb),
            _ => false,
        };
    }

    /// <summary>The verb takes the place of its noun, and what follows it.</summary>
    public static void TurnOver(SentenceEdit tree, int verb, int noun, Relation relation)
    {
        tree.Raise(verb, noun, tree.Is(noun, Relation.Obj) ? Relation.Ccomp : tree[noun].Relation);
        tree.Move(noun, verb, verb, tree.End);
        tree.Hang(noun, verb, relation);
    }
}
