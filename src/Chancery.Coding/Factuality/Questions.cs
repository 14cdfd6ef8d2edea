using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"Has Chad asked you?", "Is it true that Chad has left?": who asks what may be answered no asserts nothing.</summary>
internal readonly struct Questions(DocumentTree tree)
{
    private const int Deepest = 16;

    /// <summary>Whether a predicate is what such a question is after; "why has Chad left?" takes the leaving for granted.</summary>
    public bool Ask(int predicate)
    {
        Sentence sentence = tree.Parsed.Sentences[tree.SentenceOf(predicate)];
        int mark = sentence.EndToken - 1;
        while (mark > predicate && tree.Form(mark) is not "?")
        {
            // A mark of quotation or a bracket behind it: who asks is quoted, and not the whole sentence.
            if (tree[mark].Pos != PartOfSpeech.Punct || IsQuotation(mark))
                return false;
            mark--;
        }

        for (int i = predicate + 1; i < mark; i++)
        {
            if (IsQuotation(i))
                return false;
        }

        return mark > predicate && IsInverted(Top(predicate), sentence.FirstToken);
    }

    private bool IsQuotation(int token) => tree[token].Pos == PartOfSpeech.Punct && tree.Form(token) is ['"' or '“' or '”' or '«' or '»' or '(' or '[', ..];

    /// <summary>The predicate that is asked about, of which this one is a part: "is it true that …", "will Chad join in condemning …".</summary>
    private int Top(int predicate)
    {
        int top = predicate;
        for (int steps = 0; steps < Deepest && tree.Head(top) is >= 0 and var above && IsPart(top); steps++)
            top = above;
        return top;
    }

    private bool IsPart(int token) => tree[token].Relation switch
    {
        Relation.Ccomp or Relation.Xcomp or Relation.Csubj or Relation.Conj => !HasInversion(token),
        Relation.Advcl => tree[token].Tag is "VBG" && !HasSubject(token),
        _ => false,
    };

    private bool HasSubject(int token) => tree.Has(token, Relation.Nsubj) || tree.Has(token, Relation.NsubjPass);

    private bool HasInversion(int token) => Opening(token) >= 0;

    /// <summary>"Has Chad …": no word that asks for a part stands before it.</summary>
    private bool IsInverted(int top, int first)
    {
        int opening = Opening(top);
        for (int i = first; i < opening; i++)
        {
            if (tree[i].Tag is ['W', ..])
                return false;
        }

        return opening >= 0;
    }

    /// <summary>The auxiliary or the "is" before the subject; -1 for none.</summary>
    private int Opening(int predicate)
    {
        int opening = -1;
        foreach (int child in tree.Children(predicate))
        {
            switch (tree[child].Relation)
            {
                case Relation.Aux or Relation.AuxPass or Relation.Cop when opening < 0:
                    opening = child;
                    break;
                case Relation.Nsubj or Relation.NsubjPass or Relation.Expl when opening < 0:
                    return -1;
                case Relation.Nsubj or Relation.NsubjPass or Relation.Expl when child > opening:
                    return opening;
            }
        }

        return -1;
    }
}
