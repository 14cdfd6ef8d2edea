using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What words of a sentence were recognized as.</summary>
internal enum SightingKind : byte
{
    /// <summary>A state by its name, adjective, people, capital or seat.</summary>
    State,
    Place,

    /// <summary>An organization or group of the knowledge base.</summary>
    Body,

    /// <summary>A person of the knowledge base, sure or not.</summary>
    Person,

    /// <summary>An office.</summary>
    Title,

    /// <summary>A common noun of actors.</summary>
    Agent,
    Region,

    /// <summary>A proper name that nothing knows.</summary>
    Name,
    Outlet,
}

/// <summary>A name, office or noun at its tokens, before it is decided who is meant.</summary>
internal sealed class Sighting
{
    /// <summary>Index of the first token.</summary>
    public required int First { get; init; }

    /// <summary>Index of the last token.</summary>
    public required int Last { get; init; }

    public required TextRange Range { get; init; }

    public required SightingKind Kind { get; init; }

    public NameRole Role { get; init; }

    /// <summary>An entity, title, agent or region by kind; -1 for a name that nothing knows.</summary>
    public int Index { get; init; } = -1;

    /// <summary>The city that a capital is when it is no government; -1 for none.</summary>
    public int City { get; init; } = -1;

    /// <summary>Of a state by its name, the place of another state that is called so too; -1 for none.</summary>
    public int Elsewhere { get; init; } = -1;

    /// <summary>The states of one name where several have it.</summary>
    public ImmutableArray<int> States { get; init; } = [];

    /// <summary>The region that a capital's name also is the name of; -1 for none.</summary>
    public int Region { get; init; } = -1;

    /// <summary>Persons of the knowledge base who bear the name.</summary>
    public ImmutableArray<int> People { get; init; } = [];

    /// <summary>Organizations and groups that bear the name where they are of several states, or the body that a capital also stands for.</summary>
    public ImmutableArray<int> Bodies { get; init; } = [];

    /// <summary>A name that many may bear: a surname, or a single word.</summary>
    public bool IsWeak { get; init; }

    /// <summary>Several holders of an office, several of a kind.</summary>
    public bool IsPlural => Role is NameRole.TitlePlural or NameRole.AgentPlural;

    /// <summary>A state or body named within an office: "White House adviser".</summary>
    public int Inner { get; set; } = -1;

    /// <summary>Of a body of one state, the body of another that is called so: they do the same; -1 for none.</summary>
    public int Alike { get; init; } = -1;

    /// <summary>The common noun that an unknown name ends in: "Court" of "Kampala High Court".</summary>
    public int NameAgent { get; init; } = -1;

    /// <summary>Of a name that nothing knows, what it sounds like the name of wherever the report has it; none when that is unclear.</summary>
    public NameKind SoundsLike { get; set; }

    /// <summary>The title of a book, a film or a song, whatever stands in it.</summary>
    public bool IsWork { get; init; }

    /// <summary>The paper or station in brackets behind the "Q" of a question.</summary>
    public bool IsAsking { get; set; }

    /// <summary>Of a name that nothing knows, what it sounds most like, sure or not.</summary>
    public NameKind Leans { get; set; }

    /// <summary>How well each kind of name suits it here; empty when that was not weighed.</summary>
    public float[] Weights { get; set; } = [];

    /// <summary>Of an outlet's name, who publishes under it; null for anything else.</summary>
    public Outlet? Publisher { get; init; }

    /// <summary>Entities meant, once that is decided.</summary>
    public List<int> Meant { get; } = [];

    /// <summary>Set when a phrase has taken it as its own name.</summary>
    public bool IsWritten { get; set; }
}
