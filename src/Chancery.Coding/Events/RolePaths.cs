using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Follows the role paths of rules from a clause to the heads of words.</summary>
/// <remarks>A preposition is looked for at the predicate, then at its object, since parsers attach it to either ("imposed sanctions on").</remarks>
public sealed class RolePaths(DocumentTree tree, ClauseSet clauses)
{
    /// <param name="clause">Where the path starts.</param>
    /// <param name="noun">The noun of a light form ("visit" of "pay a visit"), or -1.</param>
    /// <param name="path">Roles; the first from the clause.</param>
    /// <param name="found">Receives the head tokens.</param>
    public void Follow(Clause clause, int noun, RolePath path, List<int> found)
    {
        found.Clear();
        AtClause(clause, noun, path.Roles[0], found);
        for (int i = 1; i < path.Roles.Length && found.Count > 0; i++)
        {
            string role = path.Roles[i];
            int count = found.Count;
            for (int k = 0; k < count; k++)
                AtToken(found[k], role, found);
            found.RemoveRange(0, count);
        }
    }

    /// <summary>True when the path ends in a role that owners fill, where a demonym stands for its state.</summary>
    public static bool TakesAdjectives(RolePath path) => path.Roles[^1] is Roles.Owner or Roles.Modifier;

    private void AtClause(Clause clause, int noun, string role, List<int> found)
    {
        if (role == "governor")
        {
            if (clause.Governor >= 0)
                found.Add(clauses[clause.Governor].Predicate);
            return;
        }

        if (role == Roles.Owner && clause.Kind != PredicateKind.Noun)
        {
            if (noun >= 0)
                AtNoun(noun, role, found);
            return;
        }

        foreach (Argument argument in clause.Arguments)
        {
            if ((argument.Role == role || (role == Roles.Owner && argument.Role == Roles.Modifier)) && argument.Token != noun)
                found.Add(argument.Token);
        }

        if (noun >= 0)
            AtNoun(noun, role, found);
        if (found.Count > 0 || IsGrammatical(role))
            return;
        if (clause.Kind == PredicateKind.Noun)
        {
            // "talks were held between X and Y", "held talks in Moscow with X".
            if (clause.Governor >= 0 && tree[clause.Predicate].Relation is Relation.Obj or Relation.NsubjPass or Relation.Nsubj)
                AddArguments(clauses[clause.Governor], role, clause.Predicate, found);
            // "a visit to Caracas by Borisov": parsers hang the second phrase on the first, or on the verb.
            if (found.Count == 0 && role is "by" or "with")
                AtLaterPhrase(clause, role, found);
        }
        else if (clause.Find(Roles.Object) is >= 0 and var direct)
        {
            AtNoun(direct, role, found);
        }

        if (found.Count == 0 && role == "between")
            AtDepth(clause.Predicate, role, 0, found);
    }

    /// <summary>A phrase that belongs to the noun but hangs on another phrase of it, or on the governing verb when that is active.</summary>
    private void AtLaterPhrase(Clause clause, string role, List<int> found)
    {
        foreach (Argument argument in clause.Arguments)
        {
            if (argument.Role is not (Roles.Owner or Roles.Modifier or Roles.Complement))
                AtNoun(argument.Token, role, found);
        }

        if (found.Count > 0 || clause.Governor < 0 || clauses[clause.Governor].IsPassive)
            return;
        foreach (Argument argument in clauses[clause.Governor].Arguments)
        {
            if (argument.Role == role && argument.Token > clause.Predicate)
                found.Add(argument.Token);
        }
    }

    /// <summary>"would be signed to strengthen the cooperation between X and Y": only two sides can stand between, wherever it hangs.</summary>
    private void AtDepth(int token, string role, int depth, List<int> found)
    {
        if (depth > 4)
            return;
        foreach (int child in tree.Children(token))
        {
            if (tree[child].Relation is Relation.Nmod or Relation.Obl && tree.Case(child) == role)
                found.Add(child);
            else if (found.Count == 0 && child > token)
                AtDepth(child, role, depth + 1, found);
        }
    }

    /// <summary>Words in a role at a noun.</summary>
    public void OfNoun(int token, string role, List<int> found) => AtNoun(token, role, found);

    private static bool IsGrammatical(string role) =>
        role is Roles.Subject or Roles.Object or Roles.Indirect or Roles.Complement or Roles.Owner or Roles.Modifier;

    private static void AddArguments(Clause clause, string role, int without, List<int> found)
    {
        foreach (Argument argument in clause.Arguments)
        {
            if (argument.Role == role && argument.Token != without)
                found.Add(argument.Token);
        }
    }

    private void AtToken(int token, string role, List<int> found)
    {
        if (clauses.At(token) is >= 0 and var inner && clauses[inner].Kind != PredicateKind.Noun)
        {
            int before = found.Count;
            AddArguments(clauses[inner], role, -1, found);
            if (found.Count == before && !IsGrammatical(role) && clauses[inner].Find(Roles.Object) is >= 0 and var direct)
                AtNoun(direct, role, found);
            return;
        }

        AtNoun(token, role, found);
    }

    private void AtNoun(int token, string role, List<int> found)
    {
        foreach (int child in tree.Children(token))
        {
            bool fits = tree[child].Relation switch
            {
                Relation.NmodPoss => role == Roles.Owner,
                Relation.Amod or Relation.Compound or Relation.NmodUnmarked => role is Roles.Owner or Roles.Modifier,
                Relation.Nmod or Relation.Obl or Relation.OblAgent => tree.Case(child) == role,
                Relation.Acl or Relation.Xcomp or Relation.Ccomp => role == Roles.Complement,
                _ => false,
            };
            if (fits)
                found.Add(child);
        }
    }
}
