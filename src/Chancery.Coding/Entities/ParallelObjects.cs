using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Objects of a second verb: "thanked Uganda for the vaccine and asked it to …", "conveyed greetings to the president and invited him", "fined the firm, accusing it of fraud".</summary>
internal sealed class ParallelObjects(Phrases phrases)
{
    private DocumentTree Tree => phrases.Tree;

    /// <summary>Whom the verb before acted upon, where that is one alone; -1 for none or several.</summary>
    /// <param name="token">The pronoun.</param>
    /// <param name="fits">Whether the pronoun may mean an entity.</param>
    public int Of(int token, Func<int, bool> fits)
    {
        int verb = Tree.Head(token);
        if (verb < 0 || Tree[token].Relation is not (Relation.Obj or Relation.Iobj) || Tree[verb].Relation is not (Relation.Conj or Relation.Advcl) || Tree.Has(verb, Relation.Nsubj) || Tree.Has(verb, Relation.Mark))
            return -1;
        int before = Tree.Head(verb);
        int only = -1;
        foreach (int child in Tree.Children(before))
        {
            bool isTarget = Tree[child].Relation is Relation.Obj or Relation.Iobj || Tree[child].Relation is Relation.Obl && Tree.Is(Tree.Case(child), WordFunction.Target);
            if (!isTarget || child > verb)
                continue;
            foreach (int entity in phrases.MeantBy(child).Concat(Behind(child)))
            {
                if (!fits(entity) || entity == only)
                    continue;
                if (only >= 0)
                    return -1;
                only = entity;
            }
        }

        return only;
    }

    /// <summary>"imposed sanctions on the firm": whom the object of a verb is aimed at.</summary>
    private List<int> Behind(int noun)
    {
        var found = new List<int>();
        foreach (int child in Tree.Children(noun))
        {
            if (Tree[child].Relation == Relation.Nmod && Tree.Is(Tree.Case(child), WordFunction.Target))
                found.AddRange(phrases.MeantBy(child));
        }

        return found;
    }
}
