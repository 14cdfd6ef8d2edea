using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Tells whether the demands and exceptions of rules hold for a clause.</summary>
internal sealed class RuleDemands(EventSources sources, SpeechWords speech)
{
    private readonly DocumentTree tree = sources.Tree;
    private readonly ClauseSet clauses = sources.Clauses;
    private readonly MentionIndex mentions = sources.Mentions;
    private readonly RolePaths paths = new(sources.Tree, sources.Clauses, sources.IsTime, token => RuleMatcher.IsPerson(sources, token));
    private readonly SideFinder sides = new(sources.Tree, sources.Mentions);
    private readonly Sayers sayers = new(sources, speech);
    private readonly ToldWords told = new(sources.Tree);
    private readonly List<int> tokens = [];
    private readonly List<int> owners = [];

    /// <summary>Whether a demand on a clause holds.</summary>
    /// <param name="condition">The demand.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="noun">The noun of a light form, or -1.</param>
    public bool Holds(RuleCondition condition, Clause clause, int noun)
    {
        if (condition.IsOfReport)
            return told.HasAny(condition, clause.Predicate);
        if (condition.IsOfSayer)
        {
            var sayer = new List<Side>();
            sayers.Find(clauses.At(clause.Predicate), sayer);
            return IsOfClass(sayer, condition);
        }

        paths.Follow(clause, noun, condition.Path, tokens);
        if (tokens.Count == 0)
            return false;
        if (condition.Words.Length == 0 && condition.Classes.Length == 0)
            return true;
        foreach (int token in tokens)
        {
            if (condition.Words.Length > 0 ? HasWord(token, condition.Words) : HasClass(token, condition))
                return true;
        }

        return false;
    }

    private bool HasWord(int token, ImmutableArray<string> words)
    {
        foreach (string word in words)
        {
            if (IsWord(token, word))
                return true;
        }

        // "eleven of the rifles" are rifles.
        if (tree.WholeOf(token) is >= 0 and var whole && HasWord(whole, words))
            return true;
        foreach (int child in tree.Children(token))
        {
            // "said the talks would go on and nobody would be cut off": what is denied in the second is not told.
            bool isDenied = clauses.At(child) is >= 0 and var index && clauses[index].IsNegated && clauses.At(token) is >= 0 and var first && !clauses[first].IsNegated;
            if (tree[child].Relation == Relation.Conj && !isDenied && HasWord(child, words))
                return true;
        }

        return false;
    }

    /// <summary>"arms" is a word of its own, whatever its lemma; "troops" may be left in the plural by the lemmatizer.</summary>
    private bool IsWord(int token, string word)
    {
        ReadOnlySpan<char> lemma = tree[token].Lemma;
        return lemma.Equals(word, StringComparison.OrdinalIgnoreCase) || tree.EndsWith(token, word) || tree.Form(token).Equals(word, StringComparison.OrdinalIgnoreCase)
            || (lemma.Length == word.Length + 1 && lemma[^1] is 's' && lemma.StartsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    private bool HasClass(int token, RuleCondition condition)
    {
        if (condition.Classes.Contains("clause"))
            return clauses.At(token) >= 0;
        var found = new List<Side>();
        sides.Find(token, RolePaths.TakesAdjectives(condition.Path), found, null);
        if (found.Count == 0)
            sayers.FindSelf(token, found);
        if (found.Count == 0 && tree[token].Pos == PartOfSpeech.Noun)
        {
            owners.Clear();
            paths.OfNoun(token, Roles.Owner, owners);
            foreach (int owner in owners)
                sides.Find(owner, true, found, null);
        }

        return IsOfClass(found, condition);
    }

    private bool IsOfClass(List<Side> found, RuleCondition condition)
    {
        foreach (Side side in found)
        {
            Entity entity = mentions.Entities[side.Entity];
            foreach (string name in condition.Classes)
            {
                if (EntityClasses.Has(entity, name))
                    return true;
            }
        }

        return false;
    }
}
