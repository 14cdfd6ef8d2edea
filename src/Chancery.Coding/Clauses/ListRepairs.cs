using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Lists that the parser tore: by a title before all their names ("Senators Ana Diaz, Jan Blom and Eva Lund"), or by words put in between their two ends ("between Chad, seeking a loan, and Togo").</summary>
internal sealed class ListRepairs : WordRepair
{
    // Words that may be put in between the two ends.
    private const int WidestGap = 24;

    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        IsNameUnderTitle(tokens, i) || IsBareSecond(tokens[i]) || tokens[i] is { Relation: Relation.Conj, Pos: PartOfSpeech.Noun or PartOfSpeech.Propn } || (tokens[i].Relation == Relation.Case && tokens[i].Lemma == "between");

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (IsNameUnderTitle(tree.Tokens, i) && head >= tree.First)
            MendTitle(tree, i, head);
        else if (IsBareSecond(tree[i]))
            MendSecondSubject(tree, i, head);
        else if (tree.Is(i, Relation.Conj) && tree[i].Pos == PartOfSpeech.Propn)
            MendName(tree, i, head);
        else if (tree.Is(i, Relation.Conj) && tree[i].Pos == PartOfSpeech.Noun)
            MendSecondObject(tree, i, head);
        else if (tree.Is(i, Relation.Case) && tree[i].Lemma == "between" && head > i)
            MendBetween(tree, head);
    }

    /// <summary>A name has no name of its own within: where "Ana" hangs on "Senators" and "Diaz" on "Ana", the first word is a title, unless it may itself be a name ("Casa Santa Marta").</summary>
    private static bool IsNameUnderTitle(ReadOnlySpan<Token> tokens, int name) =>
        name > 0 && name + 1 < tokens.Length && tokens[name] is { Relation: Relation.Flat, Pos: PartOfSpeech.Propn } && tokens[name].Head == name - 1
        && tokens[name - 1] is { Pos: PartOfSpeech.Noun } or { Tag: "NNPS" } && tokens[name + 1].Relation == Relation.Flat && tokens[name + 1].Head == name;

    private static bool IsBareSecond(in Token token) => token is { Relation: Relation.Conj, Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBZ" };

    /// <summary>"Togo condemned the raid and its president phoned Blom", with the president condemned: a second verb without an "and" of its own and without a subject takes the noun that the "and" brought.</summary>
    private static void MendSecondSubject(SentenceEdit tree, int verb, int first)
    {
        int told = tree.Child(first, Relation.Obj);
        if (told < first || told > verb || tree[first].Pos != PartOfSpeech.Verb || tree.HasSubject(verb) || tree.Has(verb, Relation.Cc) || tree.Has(verb, Relation.Aux) || tree.Has(verb, Relation.AuxPass))
            return;
        int second = -1;
        for (int i = told + 1; i < tree.End; i++)
        {
            if (i < verb && tree[i].Head == told && tree.Is(i, Relation.Conj))
                second = i;
            else if (i > verb && tree[i].Head == first && tree.Is(i, Relation.Conj))
                return;
        }

        if (second < 0 || tree.Child(second, Relation.Cc) is not (>= 0 and var and) || !tree.IsNominal(second))
            return;
        int last = tree.Edges(second, -1).Last;
        if (last != verb - 1 && !(last == verb - 2 && tree.IsComma(verb - 1)))
            return;
        tree.Hang(second, verb, Relation.Nsubj);
        tree.Hang(and, verb, Relation.Cc);
    }

    /// <summary>"sentenced Karl and Ana Beck to life", with Ana beside the sentencing: a name behind "and" goes on from the noun before it, and the life is no part of hers.</summary>
    private static void MendName(SentenceEdit tree, int name, int verb)
    {
        if (verb > name || tree[verb].Pos != PartOfSpeech.Verb || tree.Child(name, Relation.Cc) is not (>= 0 and var and))
            return;
        bool isPerson = false;
        for (int i = tree.First; i < tree.End; i++)
        {
            if (tree[i].Head != name)
                continue;
            if (tree[i].Relation is not (Relation.Cc or Relation.Flat or Relation.Nmod or Relation.NmodDesc or Relation.Compound or Relation.Amod or Relation.Det))
                return;
            isPerson |= tree.Is(i, Relation.Flat);
        }

        int noun = and - 1;
        while (tree.Holds(noun) && tree[noun].Head != verb && tree[noun].Head > verb)
            noun = tree[noun].Head;
        if (!tree.Holds(noun) || noun <= verb || tree[noun].Head != verb || !tree.IsNominal(noun) || tree[noun].Relation is not (Relation.Obj or Relation.Obl or Relation.Iobj) || tree.Edges(noun, name).Last != and - 1)
            return;
        tree.Hang(name, noun, Relation.Conj);
        for (int i = name + 1; isPerson && i < tree.End; i++)
        {
            if (tree[i].Head == name && tree.Is(i, Relation.Nmod) && tree.Child(i, Relation.Case) is >= 0 and var to && tree[to].Lemma is "to")
                tree.Hang(i, verb, Relation.Obl);
        }
    }

    /// <summary>"seizing two boats and arresting about a dozen men", with the men seized beside the boats: the noun right behind the second verb is its own.</summary>
    private static void MendSecondObject(SentenceEdit tree, int noun, int first)
    {
        if (first > noun || !tree.Is(first, Relation.Obj))
            return;
        int verb = tree.Edges(noun, -1).First - 1;
        if (verb <= first || tree[verb].Pos != PartOfSpeech.Verb || !tree.Is(verb, Relation.Conj) || tree[verb].Head != tree[first].Head || tree.Has(verb, Relation.Obj) || tree.Has(verb, Relation.AuxPass) || !tree.Has(verb, Relation.Cc) || tree.Has(noun, Relation.Case) || tree.Has(noun, Relation.Cc))
            return;
        tree.Hang(noun, verb, Relation.Obj);
    }

    private static void MendTitle(SentenceEdit tree, int name, int title)
    {
        tree.Raise(name, title, tree[title].Relation);
        tree.Move(title, name, tree.First, tree.End);
        tree.Hang(title, name, Relation.NmodDesc);
    }

    /// <summary>"a call between Blom and the newly elected president", with the president beside the call or whoever made it: what an "and" right behind brings; -1 for none.</summary>
    private static int BesideAbove(SentenceEdit tree, int first, int last)
    {
        for (int i = last + 2; i < tree.End && i < last + WidestGap; i++)
        {
            if (tree.Is(i, Relation.Conj) && tree[i].Head < first && tree[i].Pos is PartOfSpeech.Propn or PartOfSpeech.Noun && tree.Child(i, Relation.Cc) == last + 1)
                return i;
        }

        return -1;
    }

    /// <summary>"between" asks for two: where one has no other beside it, the next ", and" behind what is put in brings the other.</summary>
    private static void MendBetween(SentenceEdit tree, int first)
    {
        if ((tree[first].Pos != PartOfSpeech.Propn && tree[first].Tag != "NN") || tree.Has(first, Relation.Conj))
            return;
        int last = tree.Edges(first, -1).Last;
        if (BesideAbove(tree, first, last) is >= 0 and var second)
        {
            tree.Hang(second, first, Relation.Conj);
            return;
        }

        if (last + 1 >= tree.End || !tree.IsComma(last + 1) || tree[first].Pos != PartOfSpeech.Propn)
            return;
        for (int i = last + 2; i < tree.End && i < last + WidestGap; i++)
        {
            if (tree[i].Relation != Relation.Conj || tree[i].Pos != PartOfSpeech.Propn || tree[i].Head <= first || tree.Child(i, Relation.Cc) is not (>= 0 and var and) || and > i || !tree.IsComma(and - 1))
                continue;
            tree.Hang(i, first, Relation.Conj);
            return;
        }
    }
}
