using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Nouns that mean nobody in particular: whatever state the words around name, these are not of it.</summary>
internal static class Anyone
{
    /// <param name="head">The noun.</param>
    /// <param name="tree">The trees.</param>
    /// <param name="words">The small words of mentions.</param>
    public static bool Is(int head, DocumentTree tree, MentionWords words) => IsWhoever(head, tree, words) || IsAnyState(head, tree, words) || IsOfAnyState(head, tree, words) || IsRoom(head, tree, words);

    /// <summary>"a member state": one of several, nobody knows which.</summary>
    private static bool IsAnyState(int head, DocumentTree tree, MentionWords words)
    {
        bool member = false, one = false;
        foreach (int child in tree.Children(head))
        {
            member |= child < head && words.IsMembership(Lower(child, tree));
            one |= child < head && tree[child].Relation == Relation.Det && (tree[child].Morphology.HasFlag(Morphology.Indefinite) || words.IsAnyOne(Lower(child, tree)));
        }

        return member && one && words.IsStateNoun(Lower(head, tree));
    }

    /// <summary>"any passenger", "the average driver".</summary>
    private static bool IsWhoever(int head, DocumentTree tree, MentionWords words)
    {
        bool whoever = false;
        if (words.IsMany(Lower(head, tree)))
            return false;
        foreach (int child in tree.Children(head))
        {
            if (child < head && words.IsAnyOne(Lower(child, tree)) && tree[child].Relation is Relation.Det or Relation.Amod)
                whoever = true;
            else if (child < head && tree[child].Relation == Relation.Amod)
                return false;
        }

        return whoever;
    }

    /// <summary>"a court of a member state", "a judge from any nation", "people from areas in danger".</summary>
    private static bool IsOfAnyState(int head, DocumentTree tree, MentionWords words)
    {
        foreach (int child in tree.Children(head))
        {
            if (tree[child].Relation != Relation.Nmod || child < head || tree[child].Pos == PartOfSpeech.Propn || tree.Case(child) != "of" && !words.IsOrigin(tree.Case(child)))
                continue;
            bool state = words.IsStateNoun(Lower(child, tree));
            bool one = false, bare = true;
            foreach (int part in tree.Children(child))
            {
                one |= tree[part].Relation == Relation.Det && (tree[part].Morphology.HasFlag(Morphology.Indefinite) || words.IsAnyOne(Lower(part, tree)));
                bare &= tree[part].Relation is not (Relation.Det or Relation.NmodPoss or Relation.Nmod or Relation.Nummod or Relation.Amod);
            }

            if (state && one || bare && tree.Case(child) != "of" && (state || words.NameWord(Lower(child, tree)) == "place") && tree[child].Morphology.HasFlag(Morphology.Plural))
                return true;
        }

        return false;
    }

    /// <summary>"room for seven people".</summary>
    private static bool IsRoom(int head, DocumentTree tree, MentionWords words)
    {
        if (tree.Case(head) != "for" || tree.Head(head) is not (>= 0 and var whole))
            return false;
        if (words.IsCapacity(Lower(whole, tree)))
            return true;
        foreach (int child in tree.Children(whole))
        {
            if (child < head && tree[child].Relation == Relation.Obj && words.IsCapacity(Lower(child, tree)))
                return true;
        }

        return false;
    }

    private static string Lower(int token, DocumentTree tree) => tree[token].Lemma.ToLowerInvariant();
}
