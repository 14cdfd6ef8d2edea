using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Fills in the arguments that the grammar leaves unsaid: antecedents of relative clauses, controlled subjects, shared subjects and objects of coordination.</summary>
internal static class ArgumentSharing
{
    /// <param name="tree">The trees.</param>
    /// <param name="clauses">In text order; each is replaced by its completed form.</param>
    /// <param name="clauseOf">Clause index by predicate token.</param>
    /// <param name="grammar">Which verbs hand their subject, not their object, to the complement.</param>
    /// <param name="rules">Which verbs say something.</param>
    public static void Share(DocumentTree tree, Clause[] clauses, int[] clauseOf, ClauseGrammar grammar, EventRuleSet rules)
    {
        // Governors stand above their clauses in the tree, so a clause is completed after its governor.
        bool[] done = new bool[clauses.Length];
        for (int i = 0; i < clauses.Length; i++)
            Complete(i, 0);

        void Complete(int index, int depth)
        {
            if (done[index] || depth > 200)
                return;
            done[index] = true;
            Clause clause = clauses[index];
            if (clause.Governor >= 0)
                Complete(clause.Governor, depth + 1);
            Clause? governor = clause.Governor >= 0 ? clauses[clause.Governor] : null;
            clauses[index] = clause.Kind == PredicateKind.Noun
                ? clause
                : WithShared(tree, clause, governor, clauseOf, clauses, grammar, rules);
        }
    }

    private static Clause WithShared(DocumentTree tree, Clause clause, Clause? governor, int[] clauseOf, Clause[] clauses, ClauseGrammar grammar, EventRuleSet rules)
    {
        Token word = tree[clause.Predicate];
        if (tree.Head(clause.Predicate) < 0)
            return clause;
        switch (word.Relation)
        {
            case Relation.AclRelcl:
                return Relative(tree, clause, tree.Head(clause.Predicate));
            case Relation.Acl:
                return Participle(tree, clause, tree.Head(clause.Predicate), clauseOf, clauses, governor, grammar, rules);
            case Relation.Conj:
                int first = clauseOf[tree.Head(clause.Predicate)];
                return first >= 0 ? Coordinated(tree, WithSharedVoice(tree, clause, clauses[first], grammar), clauses[first]) : clause;
            case Relation.Xcomp or Relation.Advcl or Relation.Ccomp:
                int above = clauseOf[tree.Head(clause.Predicate)];
                Clause? control = above >= 0 ? clauses[above] : governor;
                // "asked the envoy to leave, accusing Chad": behind the comma it is the one who asked that goes on.
                if (word.Relation == Relation.Advcl && IsApart(tree, clause))
                {
                    for (int hops = 0; hops < 8 && control is { Link: ClauseLink.Complement or ClauseLink.Adverbial, Tense: Tense.None, Governor: >= 0 }; hops++)
                        control = clauses[control.Governor];
                }

                // "fired at farmers who had shut the road, arresting four": whether the farmers arrested them the words do not tell.
                if (word.Relation == Relation.Advcl && IsApart(tree, clause) && control is { Link: ClauseLink.Relative, Kind: PredicateKind.Verb } && IsOfPeople(tree, control) && !MaySay(clause, rules))
                    return clause;

                // "cleared the road that miners had blocked, wounding four": behind what others had done to a thing the telling goes on.
                if (word.Relation == Relation.Advcl && IsApart(tree, clause) && control is { Link: ClauseLink.Relative, Kind: PredicateKind.Verb, Governor: >= 0 } && IsOfObject(tree, control) && clauses[control.Governor] is { Kind: PredicateKind.Verb, Tense: not Tense.None } main)
                    return clause.Find(Roles.Subject) >= 0 ? clause : Controlled(tree, clause, main, Relation.Advcl, grammar);

                // "The crossing remained closed, officials said": who says it has not closed it.
                if (control is not null && word.Relation == Relation.Ccomp && clause.Predicate < control.Predicate)
                    return clause;
                if (control is null || (clause.Find(Roles.Subject) >= 0 && !LacksSufferer(clause, word.Relation)) || (word.Relation == Relation.Advcl && IsBehindRelative(tree, clause, control, clauseOf, clauses, rules)))
                    return clause;
                return ToldBefore(tree, clause, control, clauseOf, clauses, rules) is { } told
                    ? Controlled(tree, clause, told, Relation.Advcl, grammar)
                    : Controlled(tree, clause, control, word.Relation, grammar);
            default:
                return clause;
        }
    }

    /// <summary>"who", with no comma before it.</summary>
    private static bool IsOfPeople(DocumentTree tree, Clause relative)
    {
        foreach (int child in tree.Children(relative.Predicate))
        {
            if (child < relative.Predicate && tree[child].Tag == "WP" && child > 0)
                return tree[child - 1].Pos != PartOfSpeech.Punct;
        }

        return false;
    }

    /// <summary>"that miners had blocked", "rebels held", with no comma before it: the antecedent is what somebody else did something to.</summary>
    private static bool IsOfObject(DocumentTree tree, Clause relative)
    {
        int doer = tree.Child(relative.Predicate, Relation.Nsubj);
        if (doer < 0 || doer > relative.Predicate || tree[doer].Tag is "WDT" or "WP" || relative.Find(Roles.Object) != tree.Head(relative.Predicate))
            return false;
        int first = doer;
        foreach (int child in tree.Children(relative.Predicate))
            first = tree[child].Pos == PartOfSpeech.Punct ? first : Math.Min(first, child);
        return first > 0 && tree[first - 1].Pos != PartOfSpeech.Punct;
    }

    /// <summary>"Accused by Chad of spying, Sudan hit back": the doer is told, but not to whom it was done.</summary>
    private static bool LacksSufferer(Clause clause, Relation relation) =>
        relation is Relation.Advcl or Relation.Xcomp && clause is { IsPassive: true, Tense: Tense.None, Kind: PredicateKind.Verb, Marker: null } && clause.Find(Roles.Subject) > clause.Predicate && clause.Find(Roles.Object) < 0 && clause.Find(Roles.Indirect) < 0;

    /// <summary>"The bomb hit a market, officials said, killing nine": what is told before its sayer goes on behind him, unless he says more or was quoted. Null for none.</summary>
    private static Clause? ToldBefore(DocumentTree tree, Clause clause, Clause control, int[] clauseOf, Clause[] clauses, EventRuleSet rules)
    {
        if (!IsApart(tree, clause) || clause.Predicate < control.Predicate || clause.Kind != PredicateKind.Verb || MaySay(clause, rules))
            return null;
        foreach (Argument argument in control.Arguments)
        {
            if (argument.Role != Roles.Complement || argument.Token >= control.Predicate || clauseOf[argument.Token] is not (>= 0 and var told))
                continue;
            for (int i = argument.Token; i < control.Predicate; i++)
            {
                if (tree[i] is { Pos: PartOfSpeech.Punct, Tag: not "," })
                    return null;
            }

            return clauses[told];
        }

        return null;
    }

    /// <summary>"seized the papers of an airline whose plane crashed, killing nine": whether the seizing or the crash killed, the words do not tell.</summary>
    private static bool IsBehindRelative(DocumentTree tree, Clause clause, Clause control, int[] clauseOf, Clause[] clauses, EventRuleSet rules)
    {
        if (!IsApart(tree, clause) || clause.Kind != PredicateKind.Verb || MaySay(clause, rules))
            return false;
        for (int i = clause.Predicate - 1; i > control.Predicate; i--)
        {
            if (clauseOf[i] >= 0 && clauses[clauseOf[i]] is { Kind: PredicateKind.Verb, Tense: not Tense.None } nearest)
                return tree[nearest.Predicate].Relation == Relation.AclRelcl && !IsOfObject(tree, nearest);
        }

        return false;
    }

    private static bool MaySay(Clause clause, EventRuleSet rules)
    {
        foreach (RuleMatch match in rules.OfVerb(clause.Lemma))
        {
            if (match.Rule is { IsSaid: true, IsVoiced: false })
                return true;
        }

        return false;
    }

    /// <summary>"the aid that Norway sent", "troops who entered", "the deal Russia signed".</summary>
    private static Clause Relative(DocumentTree tree, Clause clause, int antecedent)
    {
        antecedent = OfList(tree, clause, OfPredicateNominal(tree, antecedent));
        var arguments = clause.Arguments.ToBuilder();
        bool replaced = false;
        for (int i = 0; i < arguments.Count; i++)
        {
            ref readonly Token part = ref tree[arguments[i].Token];
            bool isRelative = part.Pos is PartOfSpeech.Pron or PartOfSpeech.Det && (part.Morphology.HasFlag(Morphology.Relative) || part.Tag is "WDT" or "WP");

            // "the road that miners had blocked", with "that" for a conjunction that is the object.
            isRelative |= part.Pos == PartOfSpeech.Sconj && arguments[i] is { Role: Roles.Object, IsShared: false } && arguments[i].Token < clause.Predicate && tree.Is(part.Lemma, WordFunction.Relative);
            if (isRelative)
            {
                arguments[i] = arguments[i] with { Token = antecedent, IsShared = true };
                replaced = true;
            }
        }

        // "an airline whose plane crashed", "the town where police fired": the antecedent is no part of the act.
        if (!replaced && !HasOtherRelative(tree, clause))
        {
            bool hasSubject = clause.Find(Roles.Subject) >= 0;
            if (!hasSubject && !clause.IsPassive)
                arguments.Add(new Argument(Roles.Subject, antecedent, true));
            else if (clause.Find(Roles.Object) < 0)
                arguments.Add(new Argument(Roles.Object, antecedent, true));
        }

        return clause with { Arguments = arguments.ToImmutable() };
    }

    /// <summary>"Togo, Mali and the secretary, who have left": what several do is not done by the last of a list alone, nor what one does by all: "the chairman and the deputy, who was held".</summary>
    private static int OfList(DocumentTree tree, Clause clause, int antecedent)
    {
        bool isLast = tree[antecedent].Relation == Relation.Conj;
        bool isPlural = tree[clause.Predicate].Tag == "VBP";
        bool isSingular = tree[clause.Predicate].Tag == "VBZ";
        bool isOpen = false;
        foreach (int child in tree.Children(clause.Predicate))
        {
            if (child >= clause.Predicate)
                break;
            isOpen |= tree[child].Tag is "WP" or "WDT" && SentenceEdit.IsSubject(tree[child].Relation) && child > 0 && tree[child - 1].Pos == PartOfSpeech.Punct;
            bool isAuxiliary = tree[child].Relation is Relation.Aux or Relation.AuxPass or Relation.Cop;
            isPlural |= isAuxiliary && (tree[child].Tag == "VBP" || tree[child].Morphology.HasFlag(Morphology.Plural));
            isSingular |= isAuxiliary && (tree[child].Tag == "VBZ" || tree[child].Morphology.HasFlag(Morphology.Singular));
        }

        if (!isOpen || isPlural == isSingular)
            return antecedent;
        if (isPlural)
            return isLast && tree[antecedent].Tag is "NN" or "NNP" && tree[tree.Head(antecedent)].Relation != Relation.Nmod ? tree.Head(antecedent) : antecedent;
        int last = antecedent;
        foreach (int child in tree.Children(antecedent))
            last = child < clause.Predicate && tree[child].Relation == Relation.Conj && tree[child].Tag is "NN" or "NNP" ? child : last;
        return last;
    }

    /// <summary>Whether a relative clause is opened by an owner or an adverb: "whose", "where", "when".</summary>
    private static bool HasOtherRelative(DocumentTree tree, Clause clause)
    {
        foreach (int child in tree.Children(clause.Predicate))
        {
            if (child > clause.Predicate)
                break;
            if (tree[child].Tag is "WRB")
                return true;
            foreach (int below in tree.Children(child))
            {
                if (tree[below].Tag is "WP$")
                    return true;
            }
        }

        return false;
    }

    /// <summary>"Norway is one of the states that signed": the one that signed is Norway; "Jan is the brother of Piet, who signed": a name has its own clause.</summary>
    private static int OfPredicateNominal(DocumentTree tree, int antecedent)
    {
        int nominal = antecedent;
        if (tree[nominal].Pos == PartOfSpeech.Propn)
            return antecedent;
        if (tree[nominal].Relation == Relation.Nmod && tree.Is(tree.Case(nominal), WordFunction.OneOf) && tree.Head(nominal) >= 0)
            nominal = tree.Head(nominal);
        if (!tree.Has(nominal, Relation.Cop))
            return antecedent;
        int subject = tree.Child(nominal, Relation.Nsubj);
        return subject >= 0 && tree[subject].Pos is PartOfSpeech.Propn or PartOfSpeech.Noun ? subject : antecedent;
    }

    /// <summary>"troops entering", "aid sent by Norway", "a plan to attack".</summary>
    private static Clause Participle(DocumentTree tree, Clause clause, int noun, int[] clauseOf, Clause[] clauses, Clause? governor, ClauseGrammar grammar, EventRuleSet rules)
    {
        if (clause.Find(Roles.Subject) >= 0 && !clause.IsPassive)
            return clause;

        // "sentenced X to life in prison for killing Y", "its policy of jailing them": no term kills, no policy jails.
        if (clause is { Kind: PredicateKind.Verb, IsPassive: false, Tense: Tense.None, Marker: { } marked } && !tree.Is(marked, WordFunction.Infinitive))
        {
            int doer = tree.Is(marked, WordFunction.Owner) ? tree.Child(noun, Relation.NmodPoss) : -1;
            // "Togo was on the verge of expelling him".
            if (doer < 0 && governor is { Kind: PredicateKind.Adjective } && governor.Predicate == noun && tree.Has(noun, Relation.Case))
                doer = governor.Find(Roles.Subject);
            if (doer >= 0)
                return clause with { Arguments = clause.Arguments.Add(new Argument(Roles.Subject, doer, true)) };
            if (governor is { Kind: PredicateKind.Verb } && grammar.IsVerdict(governor.Lemma) && grammar.IsGround(clause.Marker))
                return Controlled(tree, clause, governor, Relation.Advcl, grammar);
        }

        if (tree.Is(clause.Marker, WordFunction.Infinitive))
        {
            int owner = tree.Child(noun, Relation.NmodPoss) is >= 0 and var own ? own : AnnouncerOf(tree, noun, clause.Predicate);
            // "after a Russian decision to expel them": whoever the plan is of; a thing acts for its owner.
            owner = owner < 0 && IsOfState(tree, noun) ? noun : owner;
            int subject = owner >= 0 ? owner : clauseOf[noun] >= 0 && AgentOf(tree, clauses[clauseOf[noun]]) is >= 0 and var by ? by : governor is null || IsJudging(governor, noun, rules) ? -1 : governor.Find(Roles.Subject);
            return subject < 0 ? clause : clause with { Arguments = clause.Arguments.Add(new Argument(Roles.Subject, subject, true)) };
        }

        // "called for an end to the war, accusing X": after a comma the doer is that of the governing clause, not the last noun.
        if (IsApart(tree, clause) && governor is { Kind: PredicateKind.Verb } && noun > governor.Predicate && governor.Find(Roles.Subject) is >= 0 and var speaker)
            return clause with { Arguments = clause.Arguments.Add(new Argument(Roles.Subject, speaker, true)), Link = ClauseLink.Adverbial };
        string role = clause.IsPassive ? Roles.Object : Roles.Subject;
        // "Oslo has been the largest donor, giving ten millions": the donor is Oslo.
        int somebody = IsApart(tree, clause) ? OfPredicateNominal(tree, noun) : noun;
        return clause.Find(role) >= 0 ? clause : clause with { Arguments = clause.Arguments.Add(new Argument(role, somebody, true)) };
    }

    private static bool IsOfState(DocumentTree tree, int plan)
    {
        foreach (int child in tree.Children(plan))
        {
            if (child < plan && tree[child] is { Pos: PartOfSpeech.Adj, Relation: Relation.Amod } && child > 0 && char.IsUpper(tree.Form(child)[0]) && !char.IsUpper(tree.Form(plan)[0]))
                return true;
        }

        return false;
    }

    /// <summary>"praised the decision to expel them": whoever judges what is done does not do it.</summary>
    private static bool IsJudging(Clause governor, int thing, EventRuleSet rules)
    {
        if (governor.Kind != PredicateKind.Verb || governor.Find(Roles.Object) != thing)
            return false;
        foreach (RuleMatch match in rules.OfVerb(governor.Lemma))
        {
            if (match.Trigger is { Kind: TriggerKind.Verb, Particle: null } && match.Rule is { IsSaid: true, IsVoiced: false, Type: EventType.Accuse or EventType.Support, Recipient: [{ Roles: [Roles.Object] }, ..] })
                return true;
        }

        return false;
    }

    /// <summary>"the decision, announced by the president, to leave": whose the plan is; -1 for nobody's.</summary>
    private static int AnnouncerOf(DocumentTree tree, int plan, int aim)
    {
        int told = tree.Child(plan, Relation.Acl);
        return told >= 0 && told < aim && tree[told].Pos == PartOfSpeech.Verb ? tree.Child(told, Relation.OblAgent) : -1;
    }

    /// <summary>An active participle behind a comma.</summary>
    internal static bool IsApart(DocumentTree tree, Clause clause) =>
        !clause.IsPassive && clause.Marker is null && clause.Tense == Tense.None && clause.Predicate > 0 && tree[clause.Predicate - 1].Pos == PartOfSpeech.Punct;

    /// <summary>"was proposed by X and backed by Y": the second participle is as passive as the first.</summary>
    private static Clause WithSharedVoice(DocumentTree tree, Clause clause, Clause first, ClauseGrammar grammar)
    {
        // "was found guilty and jailed": who is jailed is the object, though the tagger takes the form for a past.
        bool participle = clause.Kind == PredicateKind.Verb && !clause.IsPerfect
            && (tree[clause.Predicate].Tag == "VBN" || (tree[clause.Predicate].Tag == "VBD" && grammar.IsDoneToPeople(clause.Lemma) && clause.Find(Roles.Complement) < 0));
        // "was summoned and handed a note": of what is given to somebody the passive keeps the gift.
        bool isGiven = first.IsPassive && tree.Has(first.Predicate, Relation.AuxPass) && tree[clause.Predicate].Tag is "VBN" or "VBD" && !tree.Has(clause.Predicate, Relation.Aux) && grammar.IsDitransitive(clause.Lemma) && clause.Find("to") < 0 && clause.Find(Roles.Indirect) < 0;
        // "were reinforced and told to fire".
        participle |= first.IsPassive && clause.Kind == PredicateKind.Verb && tree[clause.Predicate].Tag is "VBD" && grammar.IsAddressing(clause.Lemma) && !tree.Has(clause.Predicate, Relation.Ccomp);
        if (clause.IsPassive || !(participle || isGiven) || clause.Find(Roles.Object) >= 0 && !isGiven || clause.Find(Roles.Subject) >= 0)
            return clause;
        // "appeared in court, charged with fraud": what is done to people, told behind a comma and without an object, was done to the subject.
        bool isAside = grammar.IsDoneToPeople(clause.Lemma) && clause.Find(Roles.Complement) < 0 && clause.Predicate > 0 && tree[clause.Predicate - 1].Pos == PartOfSpeech.Punct && !tree.Has(clause.Predicate, Relation.Cc);
        if (!first.IsPassive && !isAside)
            return clause;
        return clause with
        {
            IsPassive = true,
            Arguments = [.. clause.Arguments.Select(argument => tree.Is(argument.Role, WordFunction.Agent) ? argument with { Role = Roles.Subject } : argument)],
        };
    }

    /// <summary>"Norway condemned and rejected the plan": the subject of the first, the object of the second, its auxiliaries.</summary>
    private static Clause Coordinated(DocumentTree tree, Clause clause, Clause first)
    {
        if (clause.Kind != PredicateKind.Verb && clause.Kind != PredicateKind.Adjective)
            return clause;
        Clause result = clause;
        // A passive's surface subject is its object here, and who does it its subject.
        string role = !clause.IsPassive ? Roles.Subject : clause.Find(Roles.Object) > clause.Predicate ? Roles.Indirect : Roles.Object;
        int shared = !first.IsPassive ? first.Find(Roles.Subject) : first.Find(Roles.Indirect) is >= 0 and var given && given < first.Predicate ? given : first.Find(Roles.Object); // "was handed a letter and left": whoever got it
        if (shared >= 0 && clause.Find(role) < 0 && (!clause.IsPassive || clause.Find(Roles.Indirect) < 0))
            result = result with { Arguments = result.Arguments.Add(new Argument(role, shared, true)) };

        // "had on Monday demanded an apology, expelled an envoy and asked": one "had" for all of the list.
        bool isDone = first is { IsPerfect: true, Tense: Tense.Past, Kind: PredicateKind.Verb, IsPassive: false } && clause is { Kind: PredicateKind.Verb, Tense: Tense.Past, IsPerfect: false, IsPassive: false, IsProgressive: false, Modal: null, Marker: null }
            && clause.Find(Roles.Subject) < 0 && !tree.Has(clause.Predicate, Relation.Aux) && tree.Form(clause.Predicate).EndsWith("ed", StringComparison.OrdinalIgnoreCase);
        if (isDone)
            result = result with { IsPerfect = true };
        bool bare = clause.Tense == Tense.None && clause.Modal is null && clause.Marker is null;
        if (bare)
        {
            result = result with
            {
                Tense = first.Tense,
                Modal = first.Modal,
                IsPerfect = result.IsPerfect || first.IsPerfect,
                IsProgressive = first.IsProgressive,
                Marker = first.Marker,
                IsNegated = result.IsNegated || first.IsNegated,
            };
        }

        return result with { Link = first.Link is ClauseLink.Main ? ClauseLink.Conjunct : first.Link, Governor = first.Link is ClauseLink.Main ? clause.Governor : first.Governor };
    }

    /// <summary>"called for members to pay", "appealed to Oslo to act": whoever the asking turns to stands between it and what is asked. -1 for none.</summary>
    private static int AskedBetween(DocumentTree tree, Clause asking, int asked)
    {
        int found = -1;
        foreach (Argument argument in asking.Arguments)
        {
            if (tree.Is(argument.Role, WordFunction.Asked) && argument.Token > asking.Predicate && argument.Token < asked)
                found = argument.Token;
        }

        return found;
    }

    /// <summary>"a plan by Togo to leave": who is named as the doer of a noun; -1 for none.</summary>
    private static int AgentOf(DocumentTree tree, Clause noun)
    {
        foreach (Argument argument in noun.Arguments)
        {
            if (tree.Is(argument.Role, WordFunction.Agent))
                return argument.Token;
        }

        return -1;
    }

    /// <summary>"was reported by the press to have fled": an infinitive of what has been is no purpose of whoever reports it.</summary>
    private static bool IsToldOfBefore(DocumentTree tree, Clause clause) => clause.IsPerfect && tree.Is(clause.Marker, WordFunction.Infinitive);

    private static Clause Controlled(DocumentTree tree, Clause clause, Clause control, Relation relation, ClauseGrammar grammar)
    {
        if (relation == Relation.Ccomp && clause.Tense != Tense.None)
            return clause;
        int subject = -1;
        bool objectControls = relation == Relation.Xcomp
            ? !grammar.IsSubjectControl(control.Lemma)
            : clause.Marker is { } marker && !tree.Is(marker, WordFunction.Infinitive) && (grammar.IsObjectControl(control.Lemma) || grammar.IsObjectControl($"{control.Lemma} {marker}")) && (tree.Is(marker, WordFunction.Belonging) || tree.Is(marker, WordFunction.Agent));
        // "described him as convicted of theft", "cites the law as barring it": the one described.
        if (clause.Tense == Tense.None && tree.Is(clause.Marker, WordFunction.Likeness) && relation == Relation.Advcl && (clause.IsPassive || !control.IsPassive))
            subject = control.Find(Roles.Object);
        if (subject < 0 && objectControls)
            subject = control.Find(Roles.Object) is >= 0 and var obj ? obj : control.Find(Roles.Indirect);
        // "exhorted his flock to block the road", read as a purpose: whoever is to act is the one spoken to.
        if (subject < 0 && relation == Relation.Advcl && !control.IsPassive && tree.Is(clause.Marker, WordFunction.Infinitive) && !grammar.IsSubjectControl(control.Lemma) && grammar.ForceOf(control) == ModalForce.Hypothetical)
            subject = control.Find(Roles.Object) is >= 0 and var spokenTo && spokenTo < clause.Predicate ? spokenTo : -1;
        if (subject < 0 && relation is Relation.Xcomp or Relation.Advcl && tree.Is(clause.Marker, WordFunction.Infinitive) && control.Find(Roles.Object) < 0 && grammar.ForceOf(control) == ModalForce.Hypothetical)
            subject = AskedBetween(tree, control, clause.Predicate);
        if (subject < 0)
            subject = control.IsPassive && (relation != Relation.Advcl || IsToldOfBefore(tree, clause)) ? control.Find(Roles.Object) : control.Find(Roles.Subject);
        if (subject < 0 && control.IsPassive)
            subject = control.Find(Roles.Object);
        if (subject < 0)
            return clause;
        string role = clause.IsPassive ? Roles.Object : Roles.Subject;
        return clause.Find(role) >= 0 ? clause : clause with { Arguments = clause.Arguments.Add(new Argument(role, subject, true)) };
    }
}
