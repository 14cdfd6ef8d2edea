using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Those who speak behind their verb, put back under it as its subjects: "the bill was dead, argued the union's lawyer" with the lawyer read as what was argued.</summary>
internal sealed class SayerRepairs : Repair
{
    public override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence)
    {
        for (int i = sentence.FirstToken + 2; i + 1 < sentence.EndToken; i++)
        {
            if (tokens[i].Pos == PartOfSpeech.Verb && tokens[i].Tag is "VBD" or "VBZ" && tokens[i - 1].Pos == PartOfSpeech.Punct)
                return true;
            if (tokens[i].Relation == Relation.Nsubj && tokens[i].Head < i)
                return true;
            if (IsLooseParticiple(tokens, i))
                return true;
        }

        for (int i = sentence.FirstToken; i + 1 < sentence.EndToken; i++)
        {
            if (tokens[i].Relation is Relation.Compound && tokens[i].Head == i + 1 && tokens[i + 1] is { Pos: PartOfSpeech.Verb, Relation: Relation.Root })
                return true;
        }

        return false;
    }

    public override void Mend(SentenceEdit tree, ClauseGrammar grammar)
    {
        for (int verb = tree.First + 1; verb + 1 < tree.End; verb++)
        {
            if (IsLooseParticiple(tree.Tokens, verb) && tree.Has(verb, Relation.Ccomp) && grammar.ForceOf(tree[verb].Lemma) == ModalForce.Asserted)
                MendAdding(tree, verb, grammar);
            if (!tree.IsFinite(verb))
                continue;
            if (!tree.HasSubject(verb) && grammar.ForceOf(tree[verb].Lemma) == ModalForce.Asserted)
            {
                MendTorn(tree, verb);
                MendPart(tree, verb);
            }

            if (grammar.IsAddressing(tree[verb].Lemma))
                MendAddressee(tree, verb);
            else if (tree.OpensPhrase(verb) && !tree.HasSubject(verb) && grammar.ForceOf(tree[verb].Lemma) == ModalForce.Asserted && ClosesTold(tree, verb) && SayerBehind(tree, verb) is >= 0 and var sayer)
                MendSayer(tree, verb, sayer);
        }
    }

    /// <summary>A participle behind a comma that hangs on a word before the last one.</summary>
    private static bool IsLooseParticiple(ReadOnlySpan<Token> tokens, int i) =>
        tokens[i] is { Tag: "VBG", Relation: Relation.Advcl } && tokens[i].Head < i - 2 && tokens[i].Head >= 0 && tokens[i - 1].Pos == PartOfSpeech.Punct;

    /// <summary>"Togo will pay, the ministry said, adding that …": whoever said so right before adds it.</summary>
    private static void MendAdding(SentenceEdit tree, int participle, ClauseGrammar grammar)
    {
        for (int verb = participle - 2; verb > tree[participle].Head && tree.Holds(verb) && !tree.IsComma(verb); verb--)
        {
            if (tree.IsFinite(verb) && tree.Is(tree[participle].Head, Relation.Ccomp) && tree[tree[participle].Head].Head == verb && tree.HasSubject(verb) && grammar.ForceOf(tree[verb].Lemma) == ModalForce.Asserted)
            {
                tree.Hang(participle, verb, Relation.Advcl);
                return;
            }
        }
    }

    /// <summary>"The road is closed, its governor, Jan Blom, told deputies": nobody tells who is not told somebody, so whoever stands behind the verb is told, and the name before it tells.</summary>
    private static void MendAddressee(SentenceEdit tree, int verb)
    {
        int told = tree.Child(verb, Relation.Nsubj);
        if ((told < verb && tree.HasSubject(verb)) || tree.Child(verb, Relation.Ccomp) is not (>= 0 and var before) || before > verb)
            return;
        int last = tree.IsComma(verb - 1) ? verb - 2 : verb - 1;
        int sayer = -1;
        for (int i = last, hops = 0; tree.Holds(i) && i < verb && hops < 16 && tree.IsUnder(i, verb); i = tree[i].Head, hops++)
        {
            (int first, int end) = tree.Edges(i, -1);
            if (tree.IsNominal(i) && end == last && (tree.IsComma(first - 1) || tree.FollowsMark(first)) && tree[i].Relation is Relation.Appos or Relation.Conj or Relation.Nmod or Relation.Nsubj or Relation.Dep or Relation.Parataxis or Relation.List)
                sayer = i;
        }

        if (sayer < 0 || (told >= 0 && tree.Edges(told, -1).First != verb + 1))
            return;
        if (told >= 0)
            tree.Hang(told, verb, Relation.Iobj);
        tree.Hang(sayer, verb, Relation.Nsubj);
    }

    /// <summary>"soldiers fired at the camp, sources on both sides said" with the sources as a second subject of the firing: who stands between the comma and the saying says it.</summary>
    private static void MendTorn(SentenceEdit tree, int verb)
    {
        int sayer = -1;
        for (int i = verb - 1; i > tree.First && sayer < 0 && tree[i].Pos != PartOfSpeech.Punct; i--)
            sayer = tree.Is(i, Relation.Nsubj) && tree[i].Head < i && tree.IsUnder(i, verb) && tree.IsComma(tree.Edges(i, -1).First - 1) ? i : -1;
        if (sayer < 0 || tree.Child(tree[sayer].Head, Relation.Nsubj) is not (>= 0 and var first) || first == sayer)
            return;
        tree.Move(tree[sayer].Head, sayer, sayer + 1, verb);
        tree.Hang(sayer, verb, Relation.Nsubj);
    }

    /// <summary>"Norway alleges that …" with the name as a part of the verb: it is who alleges.</summary>
    private static void MendPart(SentenceEdit tree, int verb)
    {
        if (tree.Is(verb, Relation.Root) && tree.Holds(verb - 1) && tree[verb - 1] is { Relation: Relation.Compound or Relation.NmodPoss or Relation.Amod, Pos: PartOfSpeech.Propn or PartOfSpeech.Noun } && tree[verb - 1].Head == verb && tree.Has(verb, Relation.Ccomp) && !tree.HasSubject(verb))
            tree.Hang(verb - 1, verb, Relation.Nsubj);
    }

    /// <summary>A comma with a clause before it, or a closing mark; "and announced" is an act more of the one before.</summary>
    private static bool ClosesTold(SentenceEdit tree, int verb)
    {
        if (!tree.IsComma(verb - 1) && !tree.FollowsMark(verb))
            return false;
        int before = tree[verb].Head;
        if (tree.Holds(before))
            return tree[verb].Relation is Relation.Conj or Relation.Parataxis && before < verb && !tree.Has(verb, Relation.Cc) && tree.HasSubject(before) && ReachesTo(tree, before, verb) && !IsListed(tree, verb, before);
        for (int i = tree.First; i < verb; i++)
        {
            if (tree[i].Head == verb && tree[i].Relation is Relation.Ccomp or Relation.Advcl or Relation.Parataxis && tree.HasSubject(i) && ReachesTo(tree, i, verb))
                return true;
        }

        return false;
    }

    /// <summary>"opened a session, declared the seat vacant and left": a verb of a list that an "and" closes has the subject of the first.</summary>
    private static bool IsListed(SentenceEdit tree, int verb, int first)
    {
        for (int i = verb + 1; i < tree.End; i++)
        {
            if (tree.Is(i, Relation.Conj) && (tree[i].Head == first || tree[i].Head == verb) && tree[i].Tag == tree[verb].Tag && tree.Has(i, Relation.Cc) && !tree.HasSubject(i))
                return true;
        }

        return false;
    }

    /// <summary>Whether a clause ends right before the verb; in "… , the leader, Jan Blom, told reporters" its sayer stands between.</summary>
    private static bool ReachesTo(SentenceEdit tree, int clause, int verb)
    {
        int last = verb - 1;
        while (last > tree.First && tree[last].Pos == PartOfSpeech.Punct)
            last--;
        for (int i = clause; i < last; i++)
        {
            if (tree.FollowsMark(i))
                return false;
        }

        return tree.IsUnder(last, clause);
    }

    /// <summary>The noun right behind the verb, whatever it was taken for, where the sentence or a comma follows it.</summary>
    private static int SayerBehind(SentenceEdit tree, int verb)
    {
        for (int i = verb + 1; i < tree.End; i++)
        {
            if (tree[i].Head != verb)
                continue;
            if (tree[i].Relation is Relation.Ccomp && i > verb && tree[i].Pos is PartOfSpeech.Verb or PartOfSpeech.Adj)
                return -1;
            bool isBare = tree[i].Relation is Relation.Obj or Relation.Iobj or Relation.Ccomp or Relation.Xcomp or Relation.Obl or Relation.OblUnmarked
                && tree[i].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn && !tree.Has(i, Relation.Case) && !tree.Has(i, Relation.Cop) && !tree.HasSubject(i);
            return isBare && tree[verb + 1].Pos != PartOfSpeech.Pron && tree.Edges(i, -1).First == verb + 1 ? i : -1;
        }

        return -1;
    }

    private static void MendSayer(SentenceEdit tree, int verb, int sayer)
    {
        tree.Hang(sayer, verb, Relation.Nsubj);
        if (tree.Is(verb, Relation.Conj))
            tree.Hang(verb, tree[verb].Head, Relation.Parataxis);
    }
}
