using Chancery.Model;

namespace Chancery.Coding;

/// <summary>A body that a noun describes and its name or other noun between commas behind it: "the armed group, the Northern Front, said" tells of one.</summary>
internal sealed class ApposedBodies(Phrases phrases)
{
    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>Learns from a sentence whose mentions are written.</summary>
    public void Read()
    {
        for (int token = phrases.Sentence.FirstToken; token < phrases.Sentence.EndToken; token++)
        {
            if (!IsApposed(token, out int first) || Meant(first) is not (>= 0 and var described) || Meant(token) is not (>= 0 and var behind) || described == behind || !AreAlike(Table[described], Table[behind]))
                continue;
            if (Table[described] is { IsNamed: false, Known: null } && Table.Count(described) == 1)
                Unite(described, behind);
            else if (Table[behind] is { IsNamed: false, Known: null } && Table.Count(behind) == 1)
                Unite(behind, described);
        }
    }

    /// <summary>Whether a definite noun stands before the comma and the word with its article behind it, up to the next comma, is nothing further that does the same.</summary>
    private bool IsApposed(int token, out int first)
    {
        first = Tree.Head(token);
        if (first < 0 || first > token || Tree[first].Pos != PartOfSpeech.Noun || Tree[first].Morphology.HasFlag(Morphology.Plural) || Tree[token].Morphology.HasFlag(Morphology.Plural) && Tree[token].Pos == PartOfSpeech.Noun || !Tree.IsDefinite(first) && !Tree.Has(first, Relation.NmodPoss) || Tree[first].Relation is not (Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Obl or Relation.OblAgent))
            return false;
        if (Tree[token].Relation is not (Relation.Appos or Relation.Conj) || Tree.Has(token, Relation.Cc) || Tree.Child(token, Relation.Det) is not (>= 0 and var article) || phrases.Form(article - 1) != "," || !phrases.Words.IsDefinite(phrases.Form(article)))
            return false;
        if (Tree[token].Relation == Relation.Appos)
            return true;

        // Of two with but a comma between them, neither is joined to the other.
        int last = token;
        for (int i = token; i < phrases.Sentence.EndToken && (i == token || Tree.IsUnder(i, token)); i++)
            last = i;
        int joined = 0;
        foreach (int child in Tree.Children(first))
            joined += Tree[child].Relation == Relation.Conj ? 1 : 0;
        return joined == 1 && phrases.Form(last + 1) == "," && phrases.IsSubject(first) && phrases.IsFinite(last + 2);
    }

    /// <summary>The one whom a word alone means, without those joined to it; -1 for none or several.</summary>
    private int Meant(int token) => phrases.Recall.Back(0).Where(spoken => spoken.Token == token && !spoken.IsModifier).Select(static spoken => spoken.Entity).Distinct().ToArray() is [var only] ? only : -1;

    private static bool AreAlike(EntityDraft one, EntityDraft other) =>
        one.Kind is EntityKind.Organization or EntityKind.Group && other.Kind is EntityKind.Organization or EntityKind.Group && !(other.IsPlural && other.Known is null) && !(one.IsPlural && one.Known is null)
        && (one.Country.IsNone || other.Country.IsNone || one.Country == other.Country)
        && !one.Sectors.IsEmpty && one.Sectors.Intersect(other.Sectors).Any();

    private void Unite(int from, int into)
    {
        Table.Merge(from, into);
        phrases.Recall.Replace(from, into);
    }
}
