using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>A rule that reads an act from a clause, with what fills its roles.</summary>
public sealed class RuleReading
{
    public required EventRule Rule { get; init; }

    public required Clause Clause { get; init; }

    public required int ClauseIndex { get; init; }

    /// <summary>The noun of a light form, or -1.</summary>
    public required int Noun { get; init; }

    public List<Side> Actors { get; } = [];

    public List<Side> Recipients { get; } = [];

    public List<Side> Except { get; } = [];

    /// <summary>The head of what the act is about, or -1.</summary>
    public int About { get; set; } = -1;

    /// <summary>Whether it is a passive that tells no doer, and what the rule demands of him was waived.</summary>
    public bool IsUntold { get; init; }

    /// <summary>How well the rule fits; higher wins.</summary>
    public int Weight { get; set; }
}

/// <summary>Finds the rules that fit a clause and the one that wins.</summary>
public sealed class RuleMatcher(EventSources sources, EventRuleSet rules, Ontology ontology, SpeechWords speech, ClauseGrammar grammar)
{
    private readonly DocumentTree tree = sources.Tree;
    private readonly ClauseSet clauses = sources.Clauses;
    private readonly MentionIndex mentions = sources.Mentions;
    private readonly RolePaths paths = new(sources.Tree, sources.Clauses, sources.IsTime, token => IsPerson(sources, token));
    private readonly SideFinder sides = new(sources.Tree, sources.Mentions);
    private readonly RuleDemands demands = new(sources, speech);
    private readonly List<int> tokens = [];
    private readonly List<int> owners = [];
    private readonly InnerSides inner = new(sources.Tree, sources.Clauses, sources.Mentions, rules);
    private readonly Sayers sayers = new(sources, speech);
    private readonly TriggerWords words = new(sources, rules);
    private readonly Grounds grounds = new(sources, grammar);
    private readonly OtherSides others = new(sources.Tree, sources.Clauses, sources.Mentions, rules);
    private readonly Towns towns = new(sources.Mentions);
    private readonly Addressees addressees = new(sources.Tree, sources.Clauses, sources.Mentions, grammar);

    /// <summary>All readings of a clause, the best first; ties fall to the rule whose name comes first.</summary>
    /// <param name="index">The clause.</param>
    /// <param name="refused">Receives the rules that do not fit, each with why; null when nobody asks.</param>
    public List<RuleReading> Read(int index, List<(EventRule Rule, string Why)>? refused = null)
    {
        Clause clause = clauses[index];
        var readings = new List<RuleReading>();
        ImmutableArray<RuleMatch> matches = clause.Kind switch
        {
            PredicateKind.Verb => rules.OfVerb(clause.Lemma),
            PredicateKind.Noun => rules.OfNoun(clause.Lemma),
            _ => rules.OfAdjective(clause.Lemma),
        };
        foreach (RuleMatch match in matches)
        {
            if (Try(match, clause, index, out string why) is { } reading)
                readings.Add(reading);
            else
                refused?.Add((match.Rule, why));
        }

        readings.Sort(static (a, b) => a.Weight != b.Weight
            ? b.Weight.CompareTo(a.Weight)
            : string.CompareOrdinal(a.Rule.Id.Name, b.Rule.Id.Name));
        return readings;
    }

    private RuleReading? Try(RuleMatch match, Clause clause, int index, out string why)
    {
        (EventRule rule, RuleTrigger trigger) = match;
        why = "";
        int noun = -1;
        if (trigger.Kind == TriggerKind.Light && (noun = words.NounOf(clause, trigger.Lemma)) < 0)
        {
            why = "its noun is not there";
            return null;
        }

        if (!words.HasParticle(clause, trigger))
        {
            why = trigger.Particle is null ? "the verb has a particle" : "its particle is not there";
            return null;
        }

        if (rule.IsRefusal && !IsRefusal(clause))
        {
            why = "it tells of no refusal";
            return null;
        }

        if (rule.IsVoiced && ((clause.IsNegated && !rule.IsOmission) || ((clause.Modal is not null || clause.Tense == Tense.Future) && !rule.IsDemanded && !rule.IsOmission)))
        {
            why = "it is not said to be so";
            return null;
        }

        bool isUntold = UntoldDoers.AreIn(tree, clause) && UntoldDoers.AreMissed(rule) && UntoldDoers.AreAllowed(rule, trigger) && (rule.IsUntold || UntoldDoers.ArePeopleIn(clause, mentions));
        foreach (RuleCondition condition in rule.Conditions)
        {
            if ((isUntold && UntoldDoers.IsOfDoer(condition)) || demands.Holds(condition, clause, noun))
                continue;
            why = condition.IfText;
            return null;
        }

        foreach (RuleCondition exception in rule.Exceptions)
        {
            if (!demands.Holds(exception, clause, noun))
                continue;
            why = exception.UnlessText;
            return null;
        }

        if (rule.Type == EventType.Request && rule.IsSaid && AsksSomething(clause))
        {
            why = "it asks a question of nobody named";
            return null;
        }

        var reading = new RuleReading { Rule = rule, Clause = clause, ClauseIndex = index, Noun = noun, IsUntold = isUntold };
        bool isTown = false;
        if (rule.IsVoiced)
            sayers.Find(index, reading.Actors);
        else
            isTown = Fill(rule.Actor, clause, noun, reading.Actors, reading.Except, null, false);
        if (reading.Actors.Count == 0 && !rule.IsVoiced && !isTown)
            FillFromDoers(rule.Actor, clause, noun, OwnerRoles, !rule.IsPlain, reading.Actors, null);
        if (reading.Actors.Count == 0 && rule.IsSaid && !rule.IsVoiced && !isTown)
            sayers.FindDoer(index, rule.IsPlain, reading.Actors);
        if (clause.Link == ClauseLink.Relative && RemovePeople(clause, reading.Actors) && reading.Actors.Count == 0)
        {
            why = "\"which\" is told of things and bodies";
            return null;
        }

        if (reading.Actors.Count == 0 && clause.Kind == PredicateKind.Noun && rule.Type?.Quad() == QuadClass.MaterialConflict)
            sides.Find(grounds.ConvictOf(clause), false, reading.Actors, null);
        Fill(rule.Recipient, clause, noun, reading.Recipients, null, reading.Actors, TakesPlaces(rule));
        others.Leave(rule, clause, reading.Recipients);
        if (noun >= 0)
            FillFromConjuncts(rule, clause, noun, reading.Recipients);
        if (reading.Recipients.Count == 0 && !rule.IsVoiced)
            addressees.Fill(rule, clause, reading.Recipients);
        if (reading.Recipients.Count == 0 && !rule.IsVoiced)
        {
            FillFromDoers(rule.Recipient, clause, noun, DoerRoles, true, reading.Recipients, reading.Actors);
            if (rule.Type == EventType.Accuse)
                reading.Recipients.RemoveAll(others.IsVictim);
            else if (rule.Type == EventType.Request)
                reading.Recipients.RemoveAll(others.IsSubjectOfDemand);
        }

        if (reading.Recipients.Count == 0 && rule.CoversInside && rule.Type is not null && rule.Recipient.Length > 0 && !inner.HasUnknownAddressee(clause))
        {
            inner.Fill(clause, reading.Actors, reading.Recipients, TakesPlaces(rule), rule);
            if (rule.Type == EventType.Agree)
                reading.Recipients.RemoveAll(others.IsOffered);
        }

        if (rule.IsVoiced && reading.Recipients.RemoveAll(side => reading.Actors.Exists(actor => mentions.IsOwnState(actor.Entity, side.Entity))) > 0 && reading.Recipients.Count == 0)
        {
            why = "it is told of the sayer's own state";
            return null;
        }

        towns.MakeStates(rule, reading.Actors, reading.Recipients);
        if (rule.Reciprocal)
        {
            foreach (Side side in reading.Recipients)
            {
                if (!Contains(reading.Actors, side.Entity))
                    reading.Actors.Add(side);
            }

            reading.Recipients.Clear();

            // "spoke to his nation": nobody meets his own state.
            if (reading.Actors.Count == 2)
                reading.Actors.RemoveAll(side => reading.Actors.Exists(other => other.Entity != side.Entity && mentions.Entities[side.Entity].Kind == EntityKind.State && mentions.Entities[other.Entity].Kind == EntityKind.Person && mentions.IsOwnState(other.Entity, side.Entity)));
        }
        else
        {
            // Nobody is the other side of his own act; where the words lead there, the other side is unknown.
            reading.Recipients.RemoveAll(side => Contains(reading.Actors, side.Entity));

            // "offered Russia's assistance", the Russian minister: nobody promises his own state what is its own.
            if (rule.Type is EventType.Agree or EventType.Aid or EventType.Cooperate)
                reading.Recipients.RemoveAll(side => mentions.Entities[side.Entity].Kind == EntityKind.State && reading.Actors.Exists(actor => mentions.IsOwnState(actor.Entity, side.Entity)));
        }

        if (!RuleNeeds.AreMet(rule, reading))
        {
            why = RuleNeeds.Text[rule.Needs];
            return null;
        }

        reading.About = FirstAbout(rule, clause, noun, reading.Recipients);
        reading.Weight = rule.Priority * 100
            + rule.Demands * 20
            + (noun >= 0 ? 30 : 0)
            + (trigger.Particle is null ? 0 : 20)
            - (isUntold && reading.Actors.Count == 0 ? UntoldDoers.Discount : 0)
            + (reading.Actors.Count > 0 ? 4 : 0)
            + (reading.Recipients.Count > 0 ? 4 : 0);
        return reading;
    }

    /// <summary>"the victims of a storm, which killed 40": "which" is nobody, and no people.</summary>
    private bool RemovePeople(Clause clause, List<Side> actors) =>
        tree.Child(clause.Predicate, Relation.Nsubj) is >= 0 and var subject && tree[subject] is { Tag: "WDT", Lemma: "which" } && actors.RemoveAll(IsPeople) > 0;

    private bool IsPeople(Side side)
    {
        Entity entity = mentions.Entities[side.Entity];
        int last = TokenPlaces.At(tree.Parsed, side.Range.End - 1);
        return entity.Kind == EntityKind.Person || (entity.Kind == EntityKind.Group && last >= 0 && tree[last].Tag == "NNS" && EntityClasses.Has(entity, "CVL"));
    }

    /// <summary>Whether what a rule tells is done to towns too.</summary>
    private bool TakesPlaces(EventRule rule) => rule.Type is not { } type || ontology.TakesPlaces(type);

    /// <summary>"will not lift", "would not meet": a denial of what is to come, told for itself and not as a condition.</summary>
    private static bool IsRefusal(Clause clause) =>
        clause.IsNegated && (clause.Tense == Tense.Future || clause.Modal == "would")
        && clause.Link is ClauseLink.Main or ClauseLink.Complement or ClauseLink.Conjunct or ClauseLink.Parataxis
        && clause.Marker is null or "that";

    /// <summary>"asked whether Chad had bombed the camp": nothing is asked of Chad.</summary>
    private bool AsksSomething(Clause clause)
    {
        if (clause.Find(Roles.Object) >= 0 || clause.Find(Roles.Indirect) >= 0)
            return false;
        foreach (Argument argument in clause.Arguments)
        {
            if (argument.Role == Roles.Complement && argument.Token > clause.Predicate && clauses.At(argument.Token) is >= 0 and var index && clauses[index] is { Tense: not Tense.None, Marker: { } marker } && grammar.ForceOf(marker) == ModalForce.Hypothetical)
                return true;
        }

        return false;
    }

    internal static bool IsPerson(EventSources sources, int token)
    {
        foreach (int mention in sources.Mentions.At(token))
        {
            if (sources.Mentions.Mentions[mention] is { Kind: MentionKind.Name } named && sources.Mentions.Entities[named.Entity].Kind == EntityKind.Person)
                return true;
        }

        return false;
    }

    /// <param name="others">The other side, which a path to whatever stands inside must not bring up again.</param>
    /// <param name="places">Whether a town may fill the role. As an owner it stands for its state: "Nairobi's decision", not "the blockade of the port".</param>
    /// <returns>Whether a town stands there that cannot fill it.</returns>
    private bool Fill(ImmutableArray<RolePath> alternatives, Clause clause, int noun, List<Side> into, List<Side>? except, List<Side>? others, bool places)
    {
        bool isTown = false;
        foreach (RolePath path in alternatives)
        {
            paths.Follow(clause, noun, path, tokens);
            // "backs the Danish fighters": whoever is named himself is meant, not the state that he is of.
            if (others is not null && path.Roles is [Roles.Object, Roles.Owner] && clause.Find(Roles.Object) is >= 0 and var self && IsSomebody(self))
            {
                tokens.Clear();
                tokens.Add(self);
            }

            foreach (int token in tokens)
            {
                sides.Find(token, RolePaths.TakesAdjectives(path), into, except);
                if (IsGift(alternatives, path, clause, token))
                    into.RemoveAll(side => mentions.Entities[side.Entity].Kind == EntityKind.Group);
                if (!places && (path.Roles[^1] is not (Roles.Owner or "by") || tree.Case(token) is "of") && into.FindIndex(side => mentions.Entities[side.Entity].Kind == EntityKind.Place) is >= 0 and var place)
                {
                    isTown = true;
                    (CountryCode country, TextRange town) = (mentions.Entities[into[place].Entity].Country, into[place].Range);
                    into.RemoveAll(side => mentions.Entities[side.Entity].Kind == EntityKind.Place);
                    if (path.Roles is [Roles.Complement, "to"] || (path.Roles is [Roles.Object, "to"] or [.., "from"] && others is not null && !others.Exists(other => mentions.Entities[other.Entity].Country == country)))
                        towns.AddState(country, town, into);
                }

                if (others is not null && path.Roles[0] == Roles.Complement)
                    this.others.LeaveOwn(token, into, others);
                if (!RolePaths.TakesFirst(path))
                    continue;
                if (others is not null)
                    into.RemoveAll(side => Contains(others, side.Entity));
                if (into.Count > 0)
                    break;
            }

            // "refused to hand the officer over to Moscow": whoever is asked in vain is not the one asked for.
            if (isTown && into.Count == 0 && path.Roles is [Roles.Complement, "to"])
                return true;
            // A named doer who is not known stays unknown: nobody else did it.
            if (into.Count > 0 || (tokens.Count > 0 && path.Roles[^1] == "by" && clause.Kind == PredicateKind.Noun))
                return isTown && into.Count == 0;
        }

        return isTown && into.Count == 0;
    }

    /// <summary>"offered a diving team", "is ready to send experts": of what is given to somebody the object is the gift, unless it is told what for ("promised the farmers to pay").</summary>
    private bool IsGift(ImmutableArray<RolePath> alternatives, RolePath path, Clause clause, int token) => path.Roles switch
    {
        [Roles.Object] => alternatives[0].Roles is ["to" or Roles.Indirect] && clause.Kind == PredicateKind.Verb && clause.Find(Roles.Complement) < 0,
        [.., Roles.Complement, Roles.Object] => clauses.At(tree.Head(token)) is >= 0 and var inside && inner.IsHandedOver(clauses[inside]),
        _ => false,
    };

    private bool IsSomebody(int token)
    {
        foreach (int m in mentions.At(token))
        {
            if (mentions.Mentions[m].Kind == MentionKind.Nominal && mentions.Entities[mentions.Mentions[m].Entity] is { Kind: EntityKind.Group or EntityKind.Person, Sectors.Length: > 0 })
                return true;
        }

        return false;
    }

    /// <summary>"expressed solidarity with X and support for Y": each noun of the list has a recipient of its own.</summary>
    private void FillFromConjuncts(EventRule rule, Clause clause, int noun, List<Side> into)
    {
        foreach (int child in tree.Children(noun))
        {
            if (tree[child].Relation != Relation.Conj || !rule.Triggers.Any(trigger => trigger.Kind == TriggerKind.Light && tree[child].Lemma.Equals(trigger.Lemma, StringComparison.OrdinalIgnoreCase)))
                continue;
            var more = new List<Side>();
            Fill(rule.Recipient, clause, child, more, null, null, TakesPlaces(rule));
            foreach (Side side in more)
            {
                if (!Contains(into, side.Entity))
                    into.Add(side);
            }
        }
    }

    /// <summary>"support for the efforts of X", "rejected a plan by X": a thing stands for the one whose it is. Of an act's noun, "of" names its victim, not its doer; "a Danish study found" is no saying of Denmark's.</summary>
    private void FillFromDoers(ImmutableArray<RolePath> alternatives, Clause clause, int noun, ImmutableArray<string> roles, bool adjectives, List<Side> into, List<Side>? others)
    {
        foreach (RolePath path in alternatives)
        {
            paths.Follow(clause, noun, path, tokens);
            foreach (int token in tokens.ToArray())
            {
                // "the suspect's wife was held": a relative is not the one whose relative she is.
                if (tree[token].Pos != PartOfSpeech.Noun || mentions.Knows(token) || grammar.IsKin(tree[token].Lemma))
                    continue;
                foreach (string role in roles)
                {
                    if (role == "of" && rules.IsNoun(tree[token].Lemma.ToLowerInvariant()))
                        continue;
                    owners.Clear();
                    paths.OfNoun(token, role, owners);
                    foreach (int owner in owners)
                    {
                        if (adjectives || tree[owner].Relation == Relation.NmodPoss)
                            sides.Find(owner, adjectives && role == Roles.Owner, into, null);
                        // "the killing of two men by Chadian shells": what acts acts for its owner.
                        if (into.Count == 0 && adjectives && role == "by" && !mentions.Knows(owner))
                            sides.AddOwner(owner, into);
                    }

                    // "committed to leading our country": one's own state is nobody else.
                    if (others is not null && path.Roles[0] == Roles.Complement)
                        into.RemoveAll(side => others.Exists(other => mentions.IsOwnState(other.Entity, side.Entity)));
                    if (into.Count > 0)
                        return;
                }
            }
        }
    }

    private static readonly ImmutableArray<string> DoerRoles = ["by", Roles.Owner, "from", "of"];

    /// <summary>"Israeli bulldozers", "Norway's jets": what acts acts for its owner.</summary>
    private static readonly ImmutableArray<string> OwnerRoles = [Roles.Owner];

    private int FirstAbout(EventRule rule, Clause clause, int noun, List<Side> recipients)
    {
        foreach (RolePath path in rule.About)
        {
            paths.Follow(clause, noun, path, tokens);
            // "promised Chad an inquiry": of two objects the one to whom it is promised is not what is.
            if (tokens.Count > 0)
                return tokens.Find(token => !recipients.Exists(side => side.Range.Contains(tree[token].Range.Start))) is > 0 and var thing ? thing : tokens[0];
        }

        return -1;
    }

    private static bool Contains(List<Side> list, int entity)
    {
        foreach (Side side in list)
        {
            if (side.Entity == entity)
                return true;
        }

        return false;
    }
}
