using System.Collections.Immutable;

namespace Chancery.Coding;

public enum PredicateKind : byte
{
    Verb,

    /// <summary>A noun that names an act: "talks", "visit", "signing".</summary>
    Noun,

    /// <summary>An adjective with a copula, or a noun phrase with one.</summary>
    Adjective,
}

/// <summary>How a clause hangs in the one that governs it.</summary>
public enum ClauseLink : byte
{
    /// <summary>A main clause.</summary>
    Main,

    /// <summary>What is said, asked, wanted: "said that …", "agreed to …".</summary>
    Complement,

    /// <summary>"after …", "if …", ", accusing …".</summary>
    Adverbial,

    /// <summary>A relative clause or participle at a noun.</summary>
    Relative,

    /// <summary>The second of two coordinated clauses.</summary>
    Conjunct,

    /// <summary>Set beside without a word: ", officials said".</summary>
    Parataxis,

    /// <summary>A nominal predicate inside a clause.</summary>
    Nominal,
}

public enum Tense : byte
{
    /// <summary>An infinitive or a participle: it has the time of its governor.</summary>
    None,
    Past,
    Present,
    Future,
}

/// <summary>Who or what takes part in a clause.</summary>
/// <param name="Role"><c>subject</c>, <c>object</c>, <c>indirect</c>, <c>complement</c>, <c>owner</c>, <c>modifier</c>, or a preposition: <c>with</c>, <c>according to</c>.</param>
/// <param name="Token">The head of its words; for a complement the predicate.</param>
/// <param name="IsShared">Taken over from another clause: a shared or controlled subject, an antecedent.</param>
public readonly record struct Argument(string Role, int Token, bool IsShared);

/// <summary>A predicate with what the grammar tells of it. Rules match clauses, not UD relations.</summary>
public sealed record Clause
{
    /// <summary>Index of the predicate among the document's tokens.</summary>
    public required int Predicate { get; init; }

    public required PredicateKind Kind { get; init; }

    /// <summary>Lower case, without particle.</summary>
    public required string Lemma { get; init; }

    /// <summary>"off" of "break off"; null without.</summary>
    public string? Particle { get; init; }

    public bool IsPassive { get; init; }

    public Tense Tense { get; init; }

    /// <summary>The lemma of a modal verb other than the future's: "may", "could", "should", "would"; null without.</summary>
    public string? Modal { get; init; }

    public bool IsPerfect { get; init; }

    public bool IsProgressive { get; init; }

    /// <summary>Denied by "not", "never", "no" and their like.</summary>
    public bool IsNegated { get; init; }

    /// <summary>"that", "if", "to", "for", "after", "while"; null without.</summary>
    public string? Marker { get; init; }

    public ClauseLink Link { get; init; }

    /// <summary>Index of the governing clause among the clauses; -1 for none.</summary>
    public int Governor { get; init; } = -1;

    /// <summary>In the order of the text, shared ones last.</summary>
    public ImmutableArray<Argument> Arguments { get; init; } = [];

    /// <summary>The token of the first argument with a role, or -1.</summary>
    public int Find(string role)
    {
        foreach (Argument argument in Arguments)
        {
            if (argument.Role == role)
                return argument.Token;
        }

        return -1;
    }
}

/// <summary>The roles that are no prepositions.</summary>
public static class Roles
{
    public const string Subject = "subject";
    public const string Object = "object";
    public const string Indirect = "indirect";
    public const string Complement = "complement";
    public const string Owner = "owner";
    public const string Modifier = "modifier";
}
