using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>What sort of word names an act.</summary>
public enum TriggerKind : byte
{
    Verb,
    Noun,

    /// <summary>A verb of little meaning with a noun that carries it: "pay a visit", "hold talks", "go on strike".</summary>
    Light,

    /// <summary>A predicate adjective: "is ready to", "is critical of".</summary>
    Adjective,
}

/// <summary>One way to name the act of a rule.</summary>
/// <param name="Kind">What sort of word it is.</param>
/// <param name="Lemma">The verb, noun or adjective; for <see cref="TriggerKind.Light"/> the noun.</param>
/// <param name="Verb">The verb of a light form, else null.</param>
/// <param name="Particle">A particle or preposition that must stand with it ("off", "for"), or null.</param>
public readonly record struct RuleTrigger(TriggerKind Kind, string Lemma, string? Verb, string? Particle);

/// <summary>A way from the predicate to words: the roles to follow, the first from the predicate itself: <c>object.owner</c>.</summary>
public readonly record struct RolePath(ImmutableArray<string> Roles)
{
    public override string ToString() => string.Join('.', Roles);
}

/// <summary>A demand on the words that a path leads to.</summary>
/// <param name="Path">Where to look.</param>
/// <param name="Words">Lemmas of which one must be met; empty when any will do.</param>
/// <param name="Classes">Of <c>actor</c>, <c>state</c>, <c>person</c>, <c>organization</c>, <c>group</c>, <c>clause</c>, <c>speaker</c>, <c>named</c> or a sector code; empty when not asked.</param>
public sealed record RuleCondition(RolePath Path, ImmutableArray<string> Words, ImmutableArray<string> Classes)
{
    /// <summary>Asks for words anywhere in the report up to the end of the sentence: <c>told storm | quake</c>.</summary>
    public bool IsOfReport => Path.Roles[0] == "told";

    /// <summary>Asks who says it: <c>sayer is JUD</c>.</summary>
    public bool IsOfSayer => Path.Roles[0] == "sayer";

    /// <summary>Asks that a doer is told, whoever he is: <c>if subject</c>.</summary>
    public bool IsOfAnyDoer => Path.Roles is ["subject"] && Words.Length == 0 && Classes.Length == 0;

    /// <summary>What an explanation says when an <c>if</c> does not hold.</summary>
    public string IfText { get; } = $"'if {Path} {Text(Words, Classes)}' does not hold";

    /// <summary>What an explanation says when an <c>unless</c> holds.</summary>
    public string UnlessText { get; } = $"'unless {Path} {Text(Words, Classes)}' holds";

    private static string Text(ImmutableArray<string> words, ImmutableArray<string> classes) =>
        words.Length > 0 ? string.Join(" | ", words) : classes.Length > 0 ? "is " + string.Join(" | ", classes) : "";
}

/// <summary>A rule that reads one kind of act from a clause. Comes from a block of <c>data/events/*.rules</c>.</summary>
public sealed record EventRule
{
    public required RuleId Id { get; init; }

    /// <summary>Null for a statement that PLOVER does not code.</summary>
    public required EventType? Type { get; init; }

    public ImmutableArray<string> Modes { get; init; } = [];

    public ImmutableArray<string> Contexts { get; init; } = [];

    public required string Cameo { get; init; }

    public required ImmutableArray<RuleTrigger> Triggers { get; init; }

    /// <summary>Where the actor stands; the first path that leads to an entity is taken.</summary>
    public ImmutableArray<RolePath> Actor { get; init; } = [];

    public ImmutableArray<RolePath> Recipient { get; init; } = [];

    public ImmutableArray<RolePath> About { get; init; } = [];

    /// <summary>Both sides are actors.</summary>
    public bool Reciprocal { get; init; }

    public ImmutableArray<RuleCondition> Conditions { get; init; } = [];

    /// <summary>How many demands tell its sense from others; that a doer is told at all is none.</summary>
    public int Demands => Conditions.Count(static condition => !condition.IsOfAnyDoer);

    /// <summary>If one of these holds, the rule does not.</summary>
    public ImmutableArray<RuleCondition> Exceptions { get; init; } = [];

    /// <summary>Sides that must be known entities: <c>actor</c>, <c>recipient</c>, <c>both</c>, <c>any</c>.</summary>
    public string Needs { get; init; } = "any";

    /// <summary>Whether acts named inside its complement or object are left to this rule: an urged withdrawal is no withdrawal.</summary>
    public bool CoversInside { get; init; }

    /// <summary>The act is one of saying (thanks, accusation, request): its chain ends with the one who says it.</summary>
    public bool IsSaid { get; init; }

    /// <summary>The act is to say what the verb tells ("the decree breaks the treaty"): its actor is whoever says so, and it is as real as the saying.</summary>
    public bool IsVoiced => Actor is [{ Roles: ["sayer"] }];

    /// <summary>A second act that the same words tell, each time the rule reads its own ("jailed" of "convicted"); null for none.</summary>
    public (EventType Type, ImmutableArray<string> Modes, string Cameo)? Also { get; init; }

    /// <summary>How an agreement named by it stands, or null.</summary>
    public AgreementStatus? AgreementStatus { get; init; }

    /// <summary>What the act is when told as future, where it is not what the type's own ruling says; null otherwise.</summary>
    public (EventType Type, string Cameo)? WhenFuture { get; init; }

    /// <summary>Breaks ties between rules of equal specificity; 0 unless given.</summary>
    public int Priority { get; init; }

    /// <summary>A state rather than an act: "supports", "recognises" in the present are ongoing.</summary>
    public bool IsStance { get; init; }

    /// <summary>The act is to say that one will not do what the verb names ("will not lift the ban"): read only from such a denial, which is then no denial of the record.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>The act is not to do what the verb names ("was not granted bail"): the rule demands the denial, which is then no denial of the record.</summary>
    public bool IsOmission => Conditions.Any(condition => condition.Path.Roles is ["negation"]);

    /// <summary>The act is what somebody says must be: a modal verb is demanded, and is then no doubt of the record.</summary>
    public bool IsDemanded => Conditions.Any(condition => condition.Path.Roles is ["modal"]);

    /// <summary>What is planned, scheduled or expected: the act lies ahead of the telling.</summary>
    public bool LiesAhead { get; init; }

    /// <summary>A saying told for itself: kept only where nothing that is said is an act.</summary>
    public bool IsPlain { get; init; }

    /// <summary>What only those in power or under arms do (an arrest, a sentence, a bombing): a political act whoever the sides are.</summary>
    public bool IsPublic { get; init; }

    /// <summary>An act between two states ("broke relations"): where the other is not told beside it, it is the other state that the report has just told of.</summary>
    public bool IsFacing { get; init; }

    /// <summary>The verb alone tells the deed: a passive that tells no doer is read too ("the leader was pardoned").</summary>
    public bool IsUntold { get; init; }

    /// <summary>Sentences in which the rule reads its act, with the sides in brackets.</summary>
    public ImmutableArray<RuleExample> Yes { get; init; } = [];

    /// <summary>Sentences in which it must not.</summary>
    public ImmutableArray<RuleExample> No { get; init; } = [];

    public required FilePlace Place { get; init; }
}

/// <summary>A sentence of a rule's own tests: <c>[Syrian jets|actor] bombed [a hospital|recipient]</c>, stripped of its marks.</summary>
public sealed record RuleExample(string Text, ImmutableArray<(TextRange Range, string Role)> Marks, FilePlace Place);
