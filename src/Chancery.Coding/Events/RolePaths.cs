using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Follows the role paths of rules from a clause to the heads of words.</summary>
/// <param name="tree">The trees.</param>
/// <param name="clauses">Their clauses.</param>
/// <param name="isTime">Whether a token stands in an expression of time.</param>
/// <param name="isPerson">Whether a token heads the name of a person, who is meant and not the state beside the name.</param>
/// <remarks>A preposition is looked for at the predicate, then at its object, since parsers attach it to either ("imposed sanctions on").</remarks>
public sealed class RolePaths(DocumentTree tree, ClauseSet clauses, Func<int, bool> isTime, Func<int, bool> isPerson)
{
    /// <summary>The end of a path that asks for modal verbs ("will", "must"); no entity ever stands there.</summary>
    private const string ModalRole = "modal";

    /// <summary>The end of a path that asks whether a predicate is denied: <c>unless complement.negation</c>.</summary>
    private const string NegationRole = "negation";

    /// <summary>The end of a path that asks for the adverbs of a predicate: <c>if manner jointly</c>; no entity ever stands there.</summary>
    private const string MannerRole = "manner";

    /// <summary>The end of a path that asks whether a predicate bids somebody to act: "Stop the shelling"; no entity ever stands there.</summary>
    private const string BiddingRole = "bidding";

    /// <summary>The end of a path that asks whether a predicate is told as so and not wished for: "insisted that it *had* left", not "that it leave".</summary>
    private const string IndicativeRole = "indicative";

    /// <summary>The end of a path that asks whether a predicate is in the perfect: "should *have acted*" blames, "should act" demands.</summary>
    private const string PerfectRole = "perfect";

    /// <summary>A complement with "to" and no subject of its own: "told the agency *to apologise*".</summary>
    private const string InfinitiveRole = "infinitive";

    /// <summary>The end of a path that takes the nearest words anywhere inside: "threatened to shell [towns in] Iraq".</summary>
    private const string AnyRole = "any";

    /// <summary>The beginning of a path at the noun of a light form: <c>noun.against</c>.</summary>
    private const string NounRole = "noun";

    /// <summary>Words looked through for <see cref="AnyRole"/>.</summary>
    private const int MostInside = 48;

    /// <param name="clause">Where the path starts.</param>
    /// <param name="noun">The noun of a light form ("visit" of "pay a visit"), or -1.</param>
    /// <param name="path">Roles; the first from the clause.</param>
    /// <param name="found">Receives the head tokens.</param>
    public void Follow(Clause clause, int noun, RolePath path, List<int> found)
    {
        found.Clear();
        AtClause(clause, noun, path.Roles[0], found);
        int start = found.Count == 1 ? found[0] : -1;
        for (int i = 1; i < path.Roles.Length && found.Count > 0; i++)
        {
            string role = path.Roles[i];
            int count = found.Count;
            for (int k = 0; k < count; k++)
                AtToken(found[k], role, found);
            int from = found[0];
            found.RemoveRange(0, count);
            if (found.Count == 0 && count == 1 && start >= 0)
                BehindToken(clause, path.Roles[0], start, from, role, found);
        }
    }

    /// <summary>"rejected calls by Annan", "fired at targets in Jericho": a phrase right behind the object or phrase that it belongs to may hang on the verb.</summary>
    private void BehindToken(Clause clause, string first, int start, int token, string role, List<int> found)
    {
        if (clause.Kind != PredicateKind.Verb || IsGrammatical(role) || (clause.IsPassive && tree.Is(role, WordFunction.Agent)) || token <= clause.Predicate || clause.Find(first) != start)
            return;
        foreach (Argument argument in clause.Arguments)
        {
            if (argument.Role == role && !argument.IsShared && argument.Token > token && tree.Child(argument.Token, Relation.Case) is >= 0 and var preposition && preposition == token + 1 && !isTime(argument.Token))
                found.Add(argument.Token);
        }
    }

    /// <summary>True when the path ends in a role that owners fill, where a demonym stands for its state.</summary>
    public static bool TakesAdjectives(RolePath path) => path.Roles[^1] is Roles.Owner or Roles.Modifier or AnyRole;

    /// <summary>True when the words that a path leads to are alternatives, the first best, rather than all meant.</summary>
    public static bool TakesFirst(RolePath path) => path.Roles[^1] is AnyRole;

    private void AtClause(Clause clause, int noun, string role, List<int> found)
    {
        if (role == "governor")
        {
            int above = clause.Governor;
            // "filed a lawsuit accusing X": what a noun says is told by the clause that the noun stands in.
            if (above >= 0 && clause is { Kind: PredicateKind.Verb, Tense: Tense.None, Marker: null, IsPassive: false } && tree[clause.Predicate].Relation == Relation.Acl
                && clauses[above] is { Kind: PredicateKind.Noun, Governor: >= 0 } said)
                above = said.Governor;
            if (above >= 0)
                found.Add(clauses[above].Predicate);
            return;
        }

        switch (role)
        {
            case ModalRole:
                AddModals(clause.Predicate, found);
                return;
            case NegationRole:
                if (clause.IsNegated)
                    found.Add(clause.Predicate);
                return;
            case MannerRole:
                AddManner(clause.Predicate, found);
                return;
            case PerfectRole:
                if (clause.IsPerfect)
                    found.Add(clause.Predicate);
                return;
            case BiddingRole:
                if (IsBidding(clause))
                    found.Add(clause.Predicate);
                return;
            case IndicativeRole:
                if (IsIndicative(clause.Predicate))
                    found.Add(clause.Predicate);
                return;
            case AnyRole:
                AddInside(clause.Predicate, found);
                return;
            case InfinitiveRole:
                AddInfinitives(clause, found);
                return;
            case NounRole:
                if (noun >= 0)
                    found.Add(noun);
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
            // "the arrest of nine men, two of them soldiers": what stands behind a noun does not own it.
            if ((argument.Role == role || (role == Roles.Owner && argument.Role == Roles.Modifier && argument.Token < clause.Predicate)) && argument.Token != noun)
                found.Add(argument.Token);
        }

        if (noun >= 0)
            AtNoun(noun, role, found);
        if (found.Count > 0 || IsGrammatical(role))
            return;
        AtTimes(clause, role, found);
        if (found.Count > 0)
            return;
        if (clause.Kind == PredicateKind.Noun)
        {
            // "talks were held between X and Y", "held talks in Moscow with X".
            if (clause.Governor >= 0 && tree[clause.Predicate].Relation is Relation.Obj or Relation.NsubjPass or Relation.Nsubj)
                AddArguments(clauses[clause.Governor], role, clause.Predicate, found);
            // "a visit to Caracas by Borisov": parsers hang the second phrase on the first, or on the verb.
            if (found.Count == 0 && tree.Is(role, WordFunction.Company))
                AtLaterPhrase(clause, role, found);
        }
        else if (clause.Find(Roles.Object) is >= 0 and var direct)
        {
            AtNoun(direct, role, found);
            if (found.Count == 0 && direct > clause.Predicate && tree.Is(role, WordFunction.Aim))
                BehindPhrases(direct, role, 0, found);
            // "was returned by the Greeks to Togo"
            if (found.Count == 0 && clause.IsPassive && tree.Is(role, WordFunction.Aim) && clause.Find(Roles.Subject) is >= 0 and var doer && doer > clause.Predicate)
                AtNoun(doer, role, found);
        }

        if (found.Count == 0 && tree.Is(role, WordFunction.Mutual))
            AtDepth(clause.Predicate, role, 0, found);
        // "a conversation took place between X and Y"
        if (found.Count == 0 && tree.Is(role, WordFunction.Mutual) && clause is { Kind: PredicateKind.Noun, Governor: >= 0 } && tree[clause.Predicate].Relation is Relation.Nsubj or Relation.NsubjPass)
            AtDepth(clauses[clause.Governor].Predicate, role, 0, found);
    }

    /// <summary>"filed on Sunday against X", "a call late in July to Y": no phrase belongs to a day that stands before it.</summary>
    private void AtTimes(Clause clause, string role, List<int> found)
    {
        foreach (Argument argument in clause.Arguments)
        {
            if (!argument.IsShared && argument.Token > clause.Predicate && !tree.Is(role, WordFunction.Owner) && isTime(argument.Token))
                AtNoun(argument.Token, role, found);
        }
    }

    /// <summary>A phrase that belongs to the noun but hangs on another phrase of it, or on the governing verb when that is active.</summary>
    private void AtLaterPhrase(Clause clause, string role, List<int> found)
    {
        foreach (Argument argument in clause.Arguments)
        {
            // "protests against violations by the army": whoever violates does not protest.
            bool isOfAct = tree.Is(role, WordFunction.Agent) && !tree.Is(argument.Role, WordFunction.Owner) && clauses.At(argument.Token) >= 0;
            if (argument.Role is not (Roles.Owner or Roles.Modifier or Roles.Complement) && !isOfAct)
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

    /// <summary>"discussed the crisis in the enclave with X", "returned a picture by a Fleming to X": the phrase hangs on the last noun before it; what a noun that names an act has behind it is its own.</summary>
    private void BehindPhrases(int noun, string role, int depth, List<int> found)
    {
        foreach (int child in tree.Children(noun))
        {
            if (child < noun || depth > 3 || found.Count > 0 || tree[child].Relation is not (Relation.Nmod or Relation.Conj) || clauses.At(child) >= 0)
                continue;
            AtNoun(child, role, found);
            if (found.Count == 0)
                BehindPhrases(child, role, depth + 1, found);
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

    private void AddInfinitives(Clause clause, List<int> found)
    {
        foreach (Argument argument in clause.Arguments)
        {
            if (argument.Role == Roles.Complement && clauses.At(argument.Token) is >= 0 and var index && clauses[index].Tense == Tense.None && tree.Is(clauses[index].Marker, WordFunction.Infinitive))
                found.Add(argument.Token);
        }
    }

    /// <summary>The modal verbs of a predicate: "must" of "must withdraw".</summary>
    private void AddModals(int predicate, List<int> found)
    {
        // "Should there be another raid": a condition, no duty.
        if (tree[predicate].Relation == Relation.Ccomp && clauses.At(predicate) is >= 0 and var told && clauses[told].Marker is { } marker && tree.Is(marker, WordFunction.Condition))
            return;
        foreach (int child in tree.Children(predicate))
        {
            if (tree[child].Relation == Relation.Aux && tree[child].Tag is "MD")
                found.Add(child);
        }
    }

    /// <summary>The adverbs of a predicate: "angrily" of "reacted angrily".</summary>
    private void AddManner(int predicate, List<int> found)
    {
        foreach (int child in tree.Children(predicate))
        {
            if (tree[child].Relation is Relation.Advmod or Relation.Discourse)
                found.Add(child);
        }
    }

    /// <summary>A verb or its auxiliary with a mark of time, or a verb of possibility: what is wished for has the base form, or "should" and "must".</summary>
    private bool IsIndicative(int predicate)
    {
        foreach (int child in tree.Children(predicate))
        {
            if (tree[child].Relation is Relation.Aux or Relation.AuxPass or Relation.Cop)
                return tree[child].Tag is "VBZ" or "VBD" or "VBP" || clauses.At(predicate) is >= 0 and var inner && clauses[inner] is { Tense: Tense.Future } or { Modal: "can" or "could" or "may" or "might" or "would" };
        }

        return tree[predicate].Tag is "VBZ" or "VBD";
    }

    /// <summary>A bare verb without a subject of its own.</summary>
    private bool IsBidding(Clause clause) =>
        clause is { Kind: PredicateKind.Verb, Tense: Tense.None, Modal: null, Marker: null, IsPassive: false, IsPerfect: false, IsNegated: false }
        && tree[clause.Predicate].Tag is "VB" && !tree.Has(clause.Predicate, Relation.Aux)
        && !clause.Arguments.Any(argument => argument.Role == Roles.Subject && !argument.IsShared);

    /// <summary>The nouns and adjectives below a word, the shallowest first, without the circumstances told beside it.</summary>
    private void AddInside(int token, List<int> found)
    {
        int next = found.Count;
        for (int above = token; found.Count < MostInside; above = found[next++])
        {
            foreach (int child in tree.Children(above))
            {
                if (IsBeside(child) || (above == token && tree[child].Relation == Relation.Conj && tree[child].Pos == PartOfSpeech.Verb))
                    continue;
                if (tree[child].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Verb or PartOfSpeech.Sym)
                    found.Add(child);
            }

            if (next >= found.Count)
                break;
        }
    }

    /// <summary>True for a subject and for a clause of circumstance; "of spying" and "to leave" belong to what is told.</summary>
    private bool IsBeside(int token) => tree[token].Relation switch
    {
        Relation.Advcl => tree.Child(token, Relation.Mark) is not (>= 0 and var mark) || !tree.Is(tree.Fixed(mark), WordFunction.Belonging),
        Relation.Conj => tree[token].Pos == PartOfSpeech.Verb && tree.Child(token, Relation.Nsubj) >= 0,
        Relation.AdvclRelcl or Relation.AclRelcl or Relation.Parataxis or Relation.Nsubj or Relation.Punct => true,
        _ => false,
    };

    private void AtToken(int token, string role, List<int> found)
    {
        switch (role)
        {
            case ModalRole:
                AddModals(token, found);
                return;
            case NegationRole:
                if (clauses.At(token) is >= 0 and var denied && clauses[denied].IsNegated)
                    found.Add(token);
                return;
            case PerfectRole:
                if (clauses.At(token) is >= 0 and var perfect && clauses[perfect].IsPerfect)
                    found.Add(token);
                return;
            case MannerRole:
                AddManner(token, found);
                return;
            case IndicativeRole:
                if (IsIndicative(token))
                    found.Add(token);
                return;
            case AnyRole:
                AddInside(token, found);
                return;
        }

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
        if (role is Roles.Owner or Roles.Modifier && isPerson(token))
            return;
        int before = found.Count;
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

        // "a duty of 30 percent on Chilean garlic", "a ban of two years on Togo": what stands behind the measure is the noun's.
        if (found.Count == before && tree.Is(role, WordFunction.Aim))
        {
            foreach (int child in tree.Children(token))
            {
                if (child > token && tree[child].Relation == Relation.Nmod && tree.Has(child, Relation.Nummod) && tree.Is(tree.Case(child), WordFunction.Owner))
                    AtNoun(child, role, found);
            }
        }

        // "used batons and gas against the crowd", "held talks and a lunch with the envoy": behind a list the phrase is of all its parts.
        if (found.Count > before || !tree.Is(role, WordFunction.Aim) || (tree.Child(token, Relation.Conj) is not (>= 0 and var last)))
            return;
        foreach (int child in tree.Children(token))
            last = tree[child].Relation == Relation.Conj ? Math.Max(last, child) : last;
        // "solidarity with the people and support for the president": the support is no part of the people's.
        bool isOther = clauses.At(last) >= 0 && clauses.At(token) < 0;
        if (tree[last].Pos == PartOfSpeech.Noun && !isOther)
            AtNoun(last, role, found);
    }
}
