using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// "told the Associated Press four people were found", "told the court work was not done": who tells tells somebody, and where no "that" parts the one told from what is told, the parser
/// joins him to its subject.
/// </summary>
internal sealed class TornListeners : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Ccomp, Head: >= 0 } && tokens[i].Head < i - 2 && tokens[tokens[i].Head] is { Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBZ" or "VBP" or "VB" };

    protected override void Mend(SentenceEdit tree, int told, int verb, ClauseGrammar grammar)
    {
        if (!grammar.IsAddressing(tree[verb].Lemma) || tree.Has(verb, Relation.Obj) || tree.Has(verb, Relation.Iobj) || tree.Has(verb, Relation.AuxPass) || tree.Has(told, Relation.Mark))
            return;
        int last = LastOfListener(tree, verb, told);
        if (last > verb)
            Part(tree, verb, last);
    }

    /// <summary>The last word of the one told, or -1.</summary>
    private static int LastOfListener(SentenceEdit tree, int verb, int told)
    {
        int subject = -1;
        for (int i = verb + 1; i < told; i++)
        {
            if (tree[i].Pos is PartOfSpeech.Verb or PartOfSpeech.Adp or PartOfSpeech.Sconj)
                break;
            if (!SentenceEdit.IsSubject(tree[i].Relation) || tree[i].Head != told)
                continue;
            // "told the court work was not done": two subjects, the first of which is none.
            if (subject >= 0 && tree.Edges(subject, -1) is var first && first.First == verb + 1 && first.Last < i)
                return first.Last;
            subject = i;
        }

        return subject < 0 || tree.Edges(subject, -1).First != verb + 1 ? -1 : EndOfName(tree, verb, subject);
    }

    /// <summary>"the Jakarta Post radio broadcasts": a name behind an article ends where small letters begin; "local media Lund's heart": one in small letters where a name does.</summary>
    private static int EndOfName(SentenceEdit tree, int verb, int subject)
    {
        int start = tree[verb + 1].Pos == PartOfSpeech.Det ? verb + 2 : verb + 1;
        if (start >= subject)
            return -1;
        bool isName = tree[start].Pos is PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Noun && tree.OpensWithCapital(start);
        for (int i = start + 1; i <= subject; i++)
        {
            // "Agence France-Presse": a hyphen within a name.
            if (tree[i].Pos == PartOfSpeech.Punct && tree.IsHyphen(i))
                continue;
            if (tree[i].Pos is PartOfSpeech.Punct or PartOfSpeech.Part)
                return -1;
            if (tree.OpensWithCapital(i) == isName)
                continue;
            bool isListener = tree.IsNominal(i - 1) && tree[i - 1].Relation is Relation.Compound or Relation.Nsubj or Relation.NsubjPass or Relation.NmodDesc or Relation.Flat;
            return isListener ? i - 1 : -1;
        }

        return -1;
    }

    private static void Part(SentenceEdit tree, int verb, int last)
    {
        tree.Hang(last, verb, Relation.Iobj);
        for (int i = verb + 1; i < last; i++)
        {
            if (tree[i].Head > last || tree[i].Head <= verb)
                tree.Hand(i, last);
        }
    }
}
