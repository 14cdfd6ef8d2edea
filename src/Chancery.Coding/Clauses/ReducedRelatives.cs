using Chancery.Model;

namespace Chancery.Coding;

/// <summary>A relative clause without a pronoun read as what says the whole sentence: "the union sued over the order the governor signed last week" with the governor signing that the union sued.</summary>
internal sealed class ReducedRelatives : Repair
{
    public override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens[i].Relation == Relation.Ccomp && tokens[i].Head > i && tokens[i].Head < sentence.EndToken && tokens[tokens[i].Head].Relation == Relation.Root)
                return true;
        }

        return false;
    }

    public override void Mend(SentenceEdit tree, ClauseGrammar grammar)
    {
        for (int main = tree.First; main < tree.End; main++)
        {
            int verb = tree[main].Head;
            if (!tree.Is(main, Relation.Ccomp) || !tree.Holds(verb) || verb < main || !tree.Is(verb, Relation.Root))
                continue;
            if (tree[main].Pos == PartOfSpeech.Verb && tree.IsFinite(main) && tree.HasSubject(main) && !tree.Has(main, Relation.Mark) && tree.IsFinite(verb))
                MendRelative(tree, main, verb);
            return;
        }
    }

    private static void MendRelative(SentenceEdit tree, int main, int verb)
    {
        // A tag needs a comma or a mark before it, and nothing behind it.
        int subject = tree.Child(verb, Relation.Nsubj);
        if (MendAside(tree, main, verb, subject))
            return;
        if (subject < main || subject > verb || tree[subject].Pos == PartOfSpeech.Pron || verb + 1 >= tree.End || tree[verb + 1].Pos == PartOfSpeech.Punct || tree.Has(verb, Relation.Obj))
            return;
        int begin = tree.Edges(subject, -1).First;
        int noun = begin - 1;
        if (tree.Child(subject, Relation.Case) is >= 0 and var preposition)
        {
            // "the state of emergency President Blom declared": no subject has a preposition, so a noun more stands before it.
            noun = LastNounBehind(tree, preposition, subject);
            if (noun < 0 || preposition - 1 < main)
                return;
            int above = preposition - 1;
            tree.Hang(preposition, noun, Relation.Case);
            tree.Hang(noun, above, Relation.Nmod);
            noun = above;
        }

        if (noun <= main || tree[noun].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || tree[noun].Tag == "NNP" && tree[subject].Pos == PartOfSpeech.Propn || !tree.IsUnder(noun, main))
            return;
        tree.MakeRoot(main);
        tree.Hang(verb, noun, Relation.AclRelcl);
        for (int i = tree.First; i < tree.End; i++)
        {
            if (tree[i].Head == verb && (tree[i].Pos == PartOfSpeech.Punct || i < main))
                tree.Hand(i, main);
        }
    }

    /// <summary>"Togo will leave, something an official denied": of two subjects behind a comma the first is what the second did it to.</summary>
    private static bool MendAside(SentenceEdit tree, int main, int verb, int told)
    {
        if (told < main || !tree.IsComma(tree.Edges(told, -1).First - 1) || tree.Has(verb, Relation.Obj))
            return false;
        int doer = -1;
        for (int i = told + 1; i < verb && doer < 0; i++)
            doer = tree[i].Head == verb && tree.Is(i, Relation.Nsubj) ? i : -1;
        if (doer < 0 || tree.Edges(doer, -1).First != tree.Edges(told, -1).Last + 1)
            return false;
        tree.MakeRoot(main);
        tree.Hang(told, main, Relation.Parataxis);
        tree.Hang(verb, told, Relation.AclRelcl);
        for (int i = tree.First; i < tree.End; i++)
        {
            if (tree[i].Head == verb && (tree[i].Pos == PartOfSpeech.Punct || i < main))
                tree.Hand(i, main);
        }

        return true;
    }

    /// <summary>The last common noun between a preposition and a name, or -1.</summary>
    private static int LastNounBehind(SentenceEdit tree, int preposition, int name)
    {
        for (int i = preposition + 1; i < name; i++)
        {
            if (tree[i].Pos == PartOfSpeech.Noun && tree[i].Relation == Relation.Compound && tree[i + 1].Pos is PartOfSpeech.Propn or PartOfSpeech.Adj)
                return i;
        }

        return -1;
    }
}
