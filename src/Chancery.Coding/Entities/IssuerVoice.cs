using System.Collections.Frozen;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"It is demanded that …": what a release demands, hopes or condemns in the passive without a doer, whoever issues it does.</summary>
/// <param name="side">The state that speaks, and where the release names it.</param>
/// <param name="verbs">The tokens of such verbs.</param>
public sealed class IssuerVoice(Side side, FrozenSet<int> verbs)
{
    public Side Side => side;

    /// <summary>Whether nobody but the issuer does what a verb tells.</summary>
    public bool Speaks(int verb) => verbs.Contains(verb);

    /// <summary>The voice of a release; null where it nowhere names its state.</summary>
    internal static IssuerVoice? Of(Issuer issuer, MentionIndex mentions, Phrases phrases)
    {
        string key = phrases.Known[issuer.Entity].Key;
        int entity = -1;
        for (int i = 0; entity < 0 && i < mentions.Entities.Length; i++)
            entity = mentions.Entities[i].Known == key ? i : -1;
        if (entity < 0 || !issuer.IsRelease || issuer.IsHouse)
            return null;
        TextRange named = issuer.Named;
        foreach (EntityMention mention in mentions.Mentions)
        {
            if (named.IsEmpty && mention.Entity == entity)
                named = mention.Range;
        }

        var verbs = new List<int>();
        for (int i = 0; i < phrases.Tree.Count; i++)
        {
            if (IsImpersonal(i, mentions, phrases))
                verbs.Add(i);
        }

        return new IssuerVoice(new Side(entity, named), verbs.ToFrozenSet());
    }

    /// <summary>A passive in the present with nobody as its subject or doer, told by the release itself.</summary>
    private static bool IsImpersonal(int verb, MentionIndex mentions, Phrases phrases)
    {
        DocumentTree tree = phrases.Tree;
        if (tree[verb] is not { Pos: PartOfSpeech.Verb, Tag: "VBN" } || phrases.Quotes.At(verb) > 0 || !phrases.Words.IsImpersonal(tree[verb].Lemma.ToLowerInvariant()))
            return false;
        bool isPresent = false;
        foreach (int child in tree.Children(verb))
        {
            switch (tree[child].Relation)
            {
                case Relation.AuxPass:
                    isPresent |= tree[child].Tag is "VBZ" or "VBP";
                    break;
                case Relation.OblAgent or Relation.Aux or Relation.Mark:
                    return false;
                case Relation.NsubjPass when mentions.Knows(child):
                    return false;
            }
        }

        int top = verb;
        while (tree[top].Relation is Relation.Conj or Relation.Parataxis && tree.Head(top) >= 0)
            top = tree.Head(top);
        return isPresent && tree[top].Relation == Relation.Root;
    }
}
