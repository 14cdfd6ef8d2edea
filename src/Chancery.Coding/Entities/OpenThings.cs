using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Things that are no mention and that a pronoun behind them may mean.</summary>
internal sealed class OpenThings(Phrases phrases)
{
    private DocumentTree Tree => phrases.Tree;

    /// <summary>A singular thing without a mention stands between the start of the sentence and the pronoun: it may be meant.</summary>
    public bool HasSingular(int token)
    {
        for (int i = phrases.Sentence.FirstToken; i < token; i++)
        {
            if (Tree[i].Pos == PartOfSpeech.Noun && phrases.Signs.At(i) is null && Tree[i].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj)
                return true;
        }

        return false;
    }

    /// <summary>Things in the plural, or some who stayed open, before a pronoun in its sentence, which they may be: "interviewed her about the killings before he was linked to them".</summary>
    public bool HasPlurals(int token)
    {
        for (int i = phrases.Sentence.FirstToken; i < token; i++)
        {
            bool plural = Tree[i].Pos == PartOfSpeech.Noun && Tree[i].Morphology.HasFlag(Morphology.Plural) && (phrases.Signs.At(i) is null || Tree.Has(i, Relation.Nummod) && phrases.MeantBy(i).Count == 0);
            bool counted = Tree[i].Pos is PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Noun && Tree.Has(i, Relation.Nummod) && Tree[i].Relation is Relation.Obj or Relation.Nsubj or Relation.NsubjPass && phrases.MeantBy(i).Count == 0;
            if (plural || counted || phrases.Words.IsThey(phrases.Form(i)) && phrases.MeantBy(i).Count == 0)
                return true;
        }

        return false;
    }

    /// <summary>Things in the plural between the subject and the pronoun, which they may be: "farmers raised the birds to sell them".</summary>
    public bool HasPlural(int subject, int token)
    {
        for (int i = subject + 1; i < token; i++)
        {
            if (Tree[i].Pos == PartOfSpeech.Noun && Tree[i].Morphology.HasFlag(Morphology.Plural) && phrases.Signs.At(i) is null && Tree[i].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj)
                return true;
        }

        return false;
    }
}
