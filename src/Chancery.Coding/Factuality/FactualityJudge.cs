using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Tells whether an act happened, goes on, is to come, is only thought of, or is denied, from the clause and those that govern it.</summary>
/// <remarks>After the veridicality reading of Saurí and Pustejovsky (FactBank): each governor passes on, weakens or turns the reality of what it governs.</remarks>
public sealed class FactualityJudge(DocumentTree tree, ClauseSet clauses, ClauseGrammar grammar)
{
    private const int DeepestChain = 32;

    private readonly Allowances allowances = new(tree, grammar);
    private readonly AnsweredWords answered = new(tree, grammar);
    private readonly Questions questions = new(tree);

    /// <param name="index">The clause.</param>
    /// <param name="isStance">Whether the act is a state ("backs", "recognises"): its present is ongoing.</param>
    public Factuality Judge(int index, bool isStance)
    {
        Factuality told = questions.Ask(clauses[index].Predicate) ? Factuality.Hypothetical : Judge(index, isStance, 0);
        return told is Factuality.Future or Factuality.Hypothetical && IsForsaken(clauses[index]) ? Factuality.Negated : told;
    }

    /// <summary>"the first to", "the only state to".</summary>
    private bool IsOfFew(int noun)
    {
        if (noun < 0)
            return false;
        bool few = grammar.Functions.Is(tree[noun].Lemma, WordFunction.Few);
        foreach (int child in tree.Children(noun))
            few |= child < noun && grammar.Functions.Is(tree[child].Lemma, WordFunction.Few);
        return few;
    }

    /// <summary>"A meeting was being prepared, but it did not take place", "a visit was planned but cancelled".</summary>
    private bool IsForsaken(Clause act)
    {
        if (act is not { Kind: PredicateKind.Noun, Governor: >= 0 } || clauses[act.Governor] is not { Kind: PredicateKind.Verb } plan || !IsArgumentOf(act, plan))
            return false;
        foreach (int child in tree.Children(plan.Predicate))
        {
            if (tree[child].Relation != Relation.Conj || clauses.At(child) is not (>= 0 and var index))
                continue;
            Clause later = clauses[index];
            int of = later.IsPassive ? later.Find(Roles.Object) : later.Find(Roles.Subject);
            bool isOfAct = of == act.Predicate || (of >= 0 && (tree[of].Pos == PartOfSpeech.Pron || tree[of].Lemma.Equals(act.Lemma, StringComparison.OrdinalIgnoreCase)));
            if (isOfAct && (later.IsNegated ? grammar.TakesPlace(later.Lemma) : later.IsPassive && grammar.ForceOf(later) == ModalForce.Negated))
                return true;
        }

        return false;
    }

    /// <summary>"a visit, which is scheduled for May,": what is told of a thing that is planned lies ahead, whatever is said of it.</summary>
    private bool IsScheduled(Clause act)
    {
        foreach (int child in tree.Children(act.Predicate))
        {
            if (tree[child].Relation is Relation.AclRelcl or Relation.Acl && clauses.At(child) is >= 0 and var index && clauses[index] is { IsPassive: true, IsNegated: false, IsPerfect: false, Tense: Tense.Present or Tense.None } plan && grammar.ForceOf(plan) == ModalForce.Future)
                return true;
        }

        return false;
    }

    private Factuality Judge(int index, bool isStance, int depth)
    {
        Clause clause = clauses[index];
        if (clause.IsNegated)
            return MarkerForce(clause) == ModalForce.Hypothetical ? Factuality.Hypothetical : Factuality.Negated;
        // "no detail about how much Chad is ready to give".
        if (clause is { Link: ClauseLink.Complement, Marker: not null, Tense: Tense.Present, IsPerfect: false } && grammar.ForceOf(clause.Marker) == ModalForce.Hypothetical && AsksHow(clause.Predicate))
            return Factuality.Hypothetical;
        // "has not decided whether to recall him": nothing is told of the recall.
        if (clause.Link == ClauseLink.Complement && IsDoubted(clause))
            return Factuality.Hypothetical;
        Factuality own = Own(clause, isStance);
        if (depth > DeepestChain || clause.Governor < 0)
            return own;
        if (clause.Kind == PredicateKind.Noun && IsScheduled(clause))
            return clauses[clause.Governor] is { IsNegated: false } above && grammar.ForceOf(above) == ModalForce.Negated ? Factuality.Negated : Factuality.Future;
        if (clause.Kind == PredicateKind.Noun && (IsPresupposedBy(clause, clauses[clause.Governor]) || answered.Are(clause, clauses[clause.Governor])))
            return own;
        bool hangsOnTime = clause.Kind == PredicateKind.Noun || clause.Tense == Tense.None;
        Clause governor = clauses[clause.Governor];
        if (clause.Kind == PredicateKind.Noun && ForceBetween(clause, governor) is var force and not Factuality.Happened)
            return Weaker(own, force);
        switch (clause.Link)
        {
            // "called him to thank him": whoever calls for it has said so.
            case ClauseLink.Complement or ClauseLink.Adverbial when IsInfinitive(clause) && IsContact(governor):
                return Weaker(own, Inherited(clause.Governor, depth));
            // "rumours spread that Chad had attacked": what is only rumoured may not be.
            case ClauseLink.Complement or ClauseLink.Relative when tree.Is(clause.Marker, WordFunction.Content) && IsRumoured(governor):
                return Weaker(own, Factuality.Hypothetical);
            case ClauseLink.Complement:
                return Under(governor, clause, own, hangsOnTime, depth);
            // "will lift the ban once Oslo agrees": what is waited for lies ahead too.
            case ClauseLink.Adverbial when clause is { Tense: Tense.Present, Modal: null } && governor is { Tense: Tense.Future } or { Modal: not null } && tree.Is(clause.Marker, WordFunction.Awaited):
                return Weaker(own, Factuality.Future);
            // "a march blocked the road": what keeps another thing from being is done itself.
            case ClauseLink.Nominal when tree.IsSetOff(clause.Predicate) || (governor is { IsPassive: false, IsNegated: false } && governor.Find(Roles.Subject) == clause.Predicate && governor.Find(Roles.Object) >= 0 && grammar.ForceOf(governor) == ModalForce.Negated):
                return own;
            case ClauseLink.Nominal when IsArgumentOf(clause, governor):
                return Under(governor, clause, own, true, depth);
            case ClauseLink.Nominal:
                // "after talks", "during a visit": a circumstance is as real as what it frames.
                return hangsOnTime ? Weaker(own, Inherited(clause.Governor, depth)) : own;
            // "was the first state to recognise it": one of few who did.
            case ClauseLink.Relative or ClauseLink.Adverbial when IsInfinitive(clause) && IsOfFew(clause.Link == ClauseLink.Relative ? tree.Head(clause.Predicate) : governor.Find(Roles.Complement)):
                return governor.Tense == Tense.Future || governor.Modal is not null ? Weaker(own, Factuality.Future) : Weaker(Factuality.Happened, Inherited(clause.Governor, depth));
            case ClauseLink.Relative when IsInfinitive(clause):
                return grammar.ForceOf(tree[Math.Max(0, tree.Head(clause.Predicate))].Lemma.ToLowerInvariant()) switch
                {
                    ModalForce.Future => Weaker(own, Factuality.Future),
                    ModalForce.Negated => Factuality.Negated,
                    _ => Weaker(own, Factuality.Hypothetical),
                };
            // "the claim that it had fled": what a noun says is as real as that noun leaves it.
            case ClauseLink.Relative when tree.Is(clause.Marker, WordFunction.Content) && IsRefuted(clause, governor):
                return Factuality.Negated;
            // "there is no evidence that Chad sent arms".
            case ClauseLink.Relative when tree.Is(clause.Marker, WordFunction.Content) && IsNone(tree.Head(clause.Predicate)):
                return grammar.ForceOf(tree[tree.Head(clause.Predicate)].Lemma.ToLowerInvariant()) == ModalForce.Hypothetical ? own : Weaker(own, Factuality.Hypothetical);
            case ClauseLink.Relative when tree.Is(clause.Marker, WordFunction.Content):
                return grammar.ForceOf(tree[Math.Max(0, tree.Head(clause.Predicate))].Lemma.ToLowerInvariant()) switch
                {
                    ModalForce.Hypothetical => Weaker(own, Factuality.Hypothetical),
                    ModalForce.Negated => Factuality.Negated,
                    _ => own,
                };
            // "the possibility of attacking": a gerund is as real as the noun that it hangs on leaves it.
            case ClauseLink.Relative when clause.Tense == Tense.None && clause.Marker is not null && HeadForce(clause) is { } left:
                return Weaker(own, left);
            case ClauseLink.Adverbial when tree.Is(clause.Marker, WordFunction.Content):
                return Under(governor, clause, own, hangsOnTime, depth);
            // "blocked the road to demand pay": with an object it is the road that is blocked.
            case ClauseLink.Adverbial when IsInfinitive(clause) && governor.Find(Roles.Complement) == clause.Predicate && grammar.ForceOf(governor) == ModalForce.Negated && governor.Find(Roles.Object) >= 0:
                return own;
            case ClauseLink.Adverbial when IsInfinitive(clause) && governor.Find(Roles.Complement) == clause.Predicate:
                return Under(governor, clause, own, hangsOnTime, depth);
            case ClauseLink.Adverbial when IsInfinitive(clause):
                return Weaker(own, Factuality.Hypothetical);
            // "stopped Oslo from shipping arms": what somebody was kept from was not done.
            case ClauseLink.Adverbial when clause is { Marker: not null, Tense: Tense.None } && grammar.IsObjectControl(governor.Lemma) && grammar.ForceOf(governor) is ModalForce.Negated or ModalForce.Hypothetical && !(grammar.ForceOf(governor) == ModalForce.Hypothetical && tree.Is(clause.Marker, WordFunction.Agent)):
                return Under(governor, clause, own, true, depth);
            // "refrained from condemning it", "kept them from storming it", "far from apologising".
            case ClauseLink.Adverbial when clause is { Marker: not null, Tense: Tense.None } && tree.Is(clause.Marker, WordFunction.Avoidance) && (grammar.ForceOf(governor) == ModalForce.Negated || grammar.ForceOf($"{tree[tree.Head(clause.Predicate)].Lemma.ToLowerInvariant()} {clause.Marker}") == ModalForce.Negated):
                return grammar.ForceOf(governor) == ModalForce.Negated ? Under(governor, clause, own, true, depth) : governor.IsNegated ? own : Factuality.Negated;
            // "stopped short of condemning it".
            case ClauseLink.Adverbial when clause is { Marker: not null, Tense: Tense.None } && governor.Kind == PredicateKind.Adjective && grammar.ForceOf(governor) == ModalForce.Negated:
                return Under(governor, clause, own, true, depth);
            // "thinks of suing Chad".
            case ClauseLink.Adverbial when clause is { Marker: not null, Tense: Tense.None } && tree.Is(clause.Marker, WordFunction.Owner) && grammar.ForceOf($"{governor.Lemma} {clause.Marker}") == ModalForce.Hypothetical:
                return Weaker(own, Factuality.Hypothetical);
            case ClauseLink.Adverbial when clause.Marker is null && clause.Tense == Tense.None:
                return Weaker(own, Inherited(DoersClause(clause, governor), depth));
            case ClauseLink.Conjunct when clause.Tense == Tense.None:
                return Weaker(own, Inherited(clause.Governor, depth));
            default:
                return own;
        }
    }

    /// <summary>"called the minister": a verb of contact with somebody for its object and no particle.</summary>
    private bool IsContact(Clause governor) =>
        governor is { Particle: null, IsNegated: false, Modal: null } && grammar.IsContacting(governor.Lemma) && governor.Find(Roles.Object) is >= 0 and var called && tree[called].Pos is PartOfSpeech.Propn or PartOfSpeech.Pron or PartOfSpeech.Noun;

    /// <summary>
    /// "asked him to leave, accusing him": what the one who asks does besides is as real as the asking; "paid him so he could leave, killing nine": behind a purpose
    /// the telling goes on. The index of the clause above that has the doer.
    /// </summary>
    private int DoersClause(Clause clause, Clause governor)
    {
        if (governor is { Link: ClauseLink.Adverbial, Governor: >= 0 } && tree.Is(governor.Marker, WordFunction.Purpose) && ArgumentSharing.IsApart(tree, clause))
            return governor.Governor;
        // "voted to recognise Chad, drawing criticism": what comes of a deed is told behind the comma.
        if (governor is { Link: ClauseLink.Complement, Governor: >= 0 } && IsInfinitive(governor) && ArgumentSharing.IsApart(tree, clause) && clauses[governor.Governor] is { Tense: Tense.Past } deed && grammar.ForceOf(deed) is ModalForce.None or ModalForce.Asserted)
            return governor.Governor;
        bool asks = IsInfinitive(governor) && governor.Tense == Tense.None && governor.Governor >= 0;
        return asks && clause.Find(Roles.Subject) is >= 0 and var doer && governor.Find(Roles.Subject) != doer && clauses[governor.Governor].Find(Roles.Subject) == doer
            ? governor.Governor
            : clause.Governor;
    }

    /// <summary>What the noun above leaves of the reality of its clause; null where it asserts it or says nothing.</summary>
    private Factuality? HeadForce(Clause clause) => IsOfNothing(tree.Head(clause.Predicate)) ? Factuality.Negated : grammar.ForceOf(tree[Math.Max(0, tree.Head(clause.Predicate))].Lemma.ToLowerInvariant()) switch
    {
        ModalForce.Future => Factuality.Future,
        ModalForce.Hypothetical => Factuality.Hypothetical,
        ModalForce.Negated => Factuality.Negated,
        ModalForce.Ongoing => Factuality.Ongoing,
        _ => null,
    };

    /// <summary>"had no interest in attacking".</summary>
    private bool IsOfNothing(int noun)
    {
        if (noun < 0 || grammar.ForceOf(tree[noun].Lemma.ToLowerInvariant()) == ModalForce.None)
            return false;
        // "has not made any decision on leaving".
        if (tree[noun].Relation == Relation.Obj && clauses.At(tree.Head(noun)) is >= 0 and var above && clauses[above].IsNegated)
            return true;
        foreach (int child in tree.Children(noun))
        {
            if (tree[child].Relation == Relation.Det && tree[child].Morphology.HasFlag(Morphology.Negative))
                return true;
        }

        return false;
    }

    private bool IsNone(int noun)
    {
        if (noun < 0)
            return false;
        foreach (int child in tree.Children(noun))
        {
            if (child < noun && tree[child].Relation == Relation.Det && (tree[child].Morphology.HasFlag(Morphology.Negative) || tree.Is(tree[child].Lemma, WordFunction.Negation)))
                return true;
        }

        return false;
    }

    /// <summary>"denied charges that it shells the camp": what a denied word says is denied.</summary>
    private bool IsRefuted(Clause clause, Clause governor)
    {
        int said = tree.Head(clause.Predicate);
        if (governor.Predicate == said && governor.Governor >= 0)
            governor = clauses[governor.Governor];
        bool isRefuting = grammar.IsRefuting(governor.Lemma);
        // "reports that it shelled the camp were untrue"
        if (governor.Kind == PredicateKind.Adjective)
            return isRefuting && governor.Find(Roles.Subject) == said && (grammar.ForceOf(governor.Lemma) == ModalForce.Negated) != governor.IsNegated;
        if (said < 0 || governor.IsNegated)
            return false;
        if (grammar.ForceOf(governor.Lemma) != ModalForce.Negated)
            return governor.Find(Roles.Object) == said && governor.Arguments.Any(IsBaseless);
        // "dismissed as false reports that it shells the camp"
        return governor.Find(Roles.Object) == said || (isRefuting && IsLikened(governor, said));
    }

    private bool IsLikened(Clause clause, int token)
    {
        foreach (Argument argument in clause.Arguments)
        {
            if (argument.Token == token && tree.Is(argument.Role, WordFunction.Likeness))
                return true;
        }

        return false;
    }

    /// <summary>"called the claim false", "described it as baseless".</summary>
    private bool IsBaseless(Argument argument) =>
        tree[argument.Token].Pos == PartOfSpeech.Adj && (argument.Role == Roles.Complement || tree.Is(argument.Role, WordFunction.Likeness)) && grammar.ForceOf(tree[argument.Token].Lemma.ToLowerInvariant()) == ModalForce.Negated;

    /// <summary>"preparations for a visit", "the threat of an attack": nouns on the way up weaken what hangs on them.</summary>
    private Factuality ForceBetween(Clause clause, Clause governor)
    {
        for (int token = tree.Head(clause.Predicate); token >= 0 && token != governor.Predicate; token = tree.Head(token))
        {
            switch (grammar.ForceOf(tree[token].Lemma.ToLowerInvariant()))
            {
                case ModalForce.Future:
                    return Factuality.Future;
                case ModalForce.Hypothetical:
                    return Factuality.Hypothetical;
                case ModalForce.Negated:
                    return Factuality.Negated;
            }
        }

        return allowances.Hold(clause, governor) ? Factuality.Future : Factuality.Happened;
    }

    /// <summary>What the governor's own reality leaves of something framed by it: an act framed by a denied one may still be.</summary>
    private Factuality Inherited(int governor, int depth)
    {
        Factuality above = Judge(governor, false, depth + 1);
        return above is Factuality.Future or Factuality.Hypothetical ? above : Factuality.Happened;
    }

    private Factuality Own(Clause clause, bool isStance)
    {
        foreach (Argument argument in clause.Arguments)
        {
            // "their May summit" is no summit that may be.
            if (argument.Role != Roles.Modifier || clause.Kind != PredicateKind.Noun || tree[argument.Token].Pos == PartOfSpeech.Propn)
                continue;
            switch (grammar.ForceOf(tree[argument.Token].Lemma.ToLowerInvariant()))
            {
                case ModalForce.Future:
                    return Factuality.Future;
                case ModalForce.Hypothetical:
                    return Factuality.Hypothetical;
                case ModalForce.Negated:
                    return Factuality.Negated;
            }
        }

        switch (MarkerForce(clause))
        {
            case ModalForce.Hypothetical:
                return Factuality.Hypothetical;
            case ModalForce.Negated:
                return Factuality.Negated;
        }

        if (clause.Kind == PredicateKind.Verb && IsNearly(clause.Predicate))
            return Factuality.Negated;
        if (clause.Marker is { } marker && clause.Tense != Tense.None && tree.Is(marker[(marker.LastIndexOf(' ') + 1)..], WordFunction.Infinitive))
            return clause is { IsPerfect: true, Tense: Tense.Past } ? Factuality.Negated : Factuality.Future; // "is to step down", "was due to visit", but "was to have visited"
        // "Pilots to be freed": a headline tells what is to come.
        if (clause is { Link: ClauseLink.Main, Kind: PredicateKind.Verb, IsPerfect: false } && IsInfinitive(clause))
            return Factuality.Future;
        // "Chad to reopen the border": a headline's infinitive with a subject of its own lies ahead.
        if (clause is { Link: ClauseLink.Main, Tense: Tense.None, Kind: PredicateKind.Verb, Marker: not null } && tree[clause.Predicate].Tag is "VB" && tree.Child(clause.Predicate, clause.IsPassive ? Relation.NsubjPass : Relation.Nsubj) is >= 0 and var ahead && ahead < clause.Predicate)
            return Factuality.Future;
        // "Envoys to be expelled, minister says", "Mali says hostages to be freed", "Togo to expel envoy, minister says".
        if (clause is { Link: ClauseLink.Complement, Tense: Tense.None, IsPerfect: false, Governor: >= 0 } && IsInfinitive(clause) && (clause.IsPassive || tree.Child(clause.Predicate, Relation.Nsubj) >= 0) && clauses[clause.Governor] is { Tense: Tense.Present, IsPassive: false } announcing && grammar.ForceOf(announcing) == ModalForce.Asserted)
            return Factuality.Future;
        if (clause.Modal is { } modal)
            return tree.Is(modal, WordFunction.Prospect) && !clause.IsPerfect && IsReported(clause) && !IsOnCondition(clause) ? Factuality.Future : Factuality.Hypothetical;
        if (clause.Tense == Tense.Future)
            return Factuality.Future;
        // "is marching", "has been marching since June", but not "has marched".
        if (clause.Kind == PredicateKind.Verb && clause.Tense == Tense.Present && (clause.IsProgressive || (isStance && !clause.IsPerfect)))
            return Factuality.Ongoing;
        return Factuality.Happened;
    }

    /// <summary>"almost expelled", "nearly left": what was nearly done was not.</summary>
    private bool IsNearly(int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            if (child > verb)
                break;
            if (tree[child].Relation == Relation.Advmod && tree[child].Pos == PartOfSpeech.Adv && grammar.ForceOf(tree[child].Lemma.ToLowerInvariant()) == ModalForce.Negated)
                return true;
        }

        return false;
    }

    /// <summary>"would complain if Chad were a member": what hangs on something that is only supposed.</summary>
    private bool IsOnCondition(Clause clause)
    {
        foreach (Argument argument in clause.Arguments)
        {
            if (grammar.ForceOf(argument.Role) == ModalForce.Hypothetical && clauses.At(argument.Token) is >= 0 and var condition && clauses[condition].Tense == Tense.Past)
                return true;
        }

        return false;
    }

    private bool AsksHow(int predicate)
    {
        foreach (int child in tree.Children(predicate))
        {
            if (child > predicate)
                return false;
            if (tree[child].Tag == "WRB")
                return true;
            foreach (int below in tree.Children(child))
            {
                if (tree[below].Tag == "WRB")
                    return true;
            }
        }

        return false;
    }

    private bool IsRumoured(Clause telling) =>
        telling is { Kind: PredicateKind.Verb, IsPassive: false, IsNegated: false } && grammar.ForceOf(telling) == ModalForce.None && telling.Find(Roles.Subject) is >= 0 and var rumour
        && tree[rumour].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn && grammar.ForceOf(tree[rumour].Lemma.ToLowerInvariant()) == ModalForce.Hypothetical;

    private bool IsInfinitive(Clause clause) => tree.Is(clause.Marker, WordFunction.Infinitive);

    private bool IsDoubted(Clause clause)
    {
        foreach (int child in tree.Children(clause.Predicate))
        {
            if (tree[child].Relation is Relation.Mark or Relation.Advmod && child < clause.Predicate && tree[child].Tag is "IN" && grammar.ForceOf(tree[child].Lemma.ToLowerInvariant()) == ModalForce.Hypothetical)
                return true;
        }

        return false;
    }

    /// <summary>What "if", "without", "about" leave of what stands behind them; "on leaving" before the verb is a time.</summary>
    private ModalForce MarkerForce(Clause clause)
    {
        if (clause.Marker is not { } marker || grammar.ForceOf(marker) is var force && force == ModalForce.None)
            return ModalForce.None;
        bool isPhrase = clause.Tense == Tense.None && clause.Predicate > 0 && tree[clause.Predicate].Tag is "VBG";
        return isPhrase && clause.Governor >= 0 && clauses[clause.Governor].Predicate > clause.Predicate && force == ModalForce.Hypothetical ? ModalForce.None : force;
    }

    private bool IsReported(Clause clause) =>
        clause.Link == ClauseLink.Complement && clause.Governor >= 0 && clauses[clause.Governor].Tense is Tense.Past or Tense.None;

    private Factuality Under(Clause governor, Clause clause, Factuality own, bool hangsOnTime, int depth)
    {
        ModalForce force = grammar.ForceOf(governor);
        bool denied = governor.IsNegated || SeemsNot(governor);
        Factuality above = hangsOnTime ? Judge(clauses.At(governor.Predicate), false, depth + 1) : Factuality.Happened;
        switch (force)
        {
            // "did not rule out that it would leave": it may.
            case ModalForce.Negated when denied:
                return grammar.IsExcluding(governor.Lemma) ? Weaker(own, Factuality.Hypothetical) : own;
            case ModalForce.Negated:
                return (hangsOnTime && !(clause.Kind == PredicateKind.Noun && !governor.IsPassive && IsPresupposed(clause, governor))) || grammar.IsRefuting(governor.Lemma) ? Factuality.Negated : own; // "a march blocked the road"
            case ModalForce.Future:
                // "had been expected to sign": what came of it the words do not tell.
                if (governor is { IsPerfect: true, Tense: Tense.Past, IsNegated: false } && (governor.IsPassive || governor.Kind == PredicateKind.Adjective))
                    return Weaker(own, Factuality.Hypothetical);
                // "it is awaited that Chad returns the ship": a present that is to come.
                return denied ? Factuality.Negated : hangsOnTime || (clause.Tense == Tense.Present && !clause.IsPerfect && !clause.IsProgressive) ? Weaker(own, Factuality.Future) : own;
            case ModalForce.Hypothetical:
                return own == Factuality.Negated ? own : denied ? Factuality.Negated : Factuality.Hypothetical;
            case ModalForce.Ongoing when hangsOnTime:
                return denied ? Factuality.Negated : above is Factuality.Happened ? Factuality.Ongoing : Weaker(own, above);
            case ModalForce.Asserted:
                // "it is not true that Chad attacked".
                if (!hangsOnTime)
                    return denied && grammar.IsRefuting(governor.Lemma) ? Factuality.Negated : own;
                return denied ? Factuality.Negated : Weaker(own, above == Factuality.Ongoing ? Factuality.Happened : above);
            default:
                if (!hangsOnTime)
                    return own;
                if (IsInfinitive(clause) && clause.Kind != PredicateKind.Noun)
                    return Weaker(own, Factuality.Hypothetical);
                if (denied && clause.Kind == PredicateKind.Noun)
                    return IsPresupposed(clause, governor) ? own : Factuality.Negated;
                return Weaker(own, above == Factuality.Ongoing ? Factuality.Happened : above);
        }
    }

    /// <summary>"does not seem keen to".</summary>
    private bool SeemsNot(Clause quality) =>
        quality is { Kind: PredicateKind.Adjective, Link: ClauseLink.Complement, Tense: Tense.None, Governor: >= 0 } && clauses[quality.Governor] is { Kind: PredicateKind.Verb, IsNegated: true } seeming && seeming.Find(Roles.Object) < 0;

    /// <summary>"The attack caused no panic": what does or does not do something to something has been; "the attack did not take place" has not.</summary>
    private bool IsPresupposed(Clause clause, Clause governor) =>
        governor.Find(Roles.Subject) == clause.Predicate && governor.Find(Roles.Object) is >= 0 and var done && HasChild(done);

    /// <summary>"at the request of Chad, Mali will send troops", "in response to the raid", "will denounce Chad for the arrest": what somebody is going to act on has been.</summary>
    private bool IsPresupposedBy(Clause clause, Clause governor)
    {
        string preposition = tree.Case(clause.Predicate);
        int above = tree.Head(clause.Predicate);
        if (preposition.Length == 0 || !tree.IsDefinite(clause.Predicate))
            return false;
        if (grammar.IsPrompting(clause.Lemma) && tree[clause.Predicate].Relation == Relation.Obl)
            return true;
        if (above >= 0 && tree[above].Pos == PartOfSpeech.Noun && grammar.IsReply(tree[above].Lemma))
            return true;
        return grammar.IsVoicing(governor.Lemma) && grammar.ForceOf(governor) is ModalForce.None or ModalForce.Asserted && grammar.IsGround(preposition) && !tree.Is(preposition, WordFunction.Owner);
    }

    private bool HasChild(int token)
    {
        foreach (int _ in tree.Children(token))
            return true;
        return false;
    }

    /// <summary>True for "announced talks", false for "spoke during talks".</summary>
    private bool IsArgumentOf(Clause clause, Clause governor)
    {
        foreach (Argument argument in governor.Arguments)
        {
            // "asked in a call for grain": the call was made.
            bool isMatter = tree.Is(argument.Role, WordFunction.Goal) || (tree.Is(argument.Role, WordFunction.Matter) && !grammar.IsMissive(clause.Lemma));
            if (argument.Token == clause.Predicate && (argument.Role is Roles.Object or Roles.Subject || isMatter))
                return argument.Role is Roles.Object or Roles.Subject || tree.Is(argument.Role, WordFunction.Goal) || grammar.ForceOf(governor) is ModalForce.Negated or ModalForce.Future or ModalForce.Hypothetical;
        }

        return tree[clause.Predicate].Relation == Relation.Nmod && governor.Kind == PredicateKind.Noun && tree.Is(tree.Case(clause.Predicate), WordFunction.Topic);
    }

    /// <summary>The less certain of two.</summary>
    private static Factuality Weaker(Factuality a, Factuality b) => Rank(a) >= Rank(b) ? a : b;

    private static int Rank(Factuality factuality) => factuality switch
    {
        Factuality.Happened => 0,
        Factuality.Ongoing => 1,
        Factuality.Future => 2,
        Factuality.Hypothetical => 3,
        _ => 4,
    };
}
