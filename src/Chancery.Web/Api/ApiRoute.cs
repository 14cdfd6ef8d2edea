using System.Collections.Immutable;

namespace Chancery.Web;

/// <summary>A value that an address of the API takes.</summary>
/// <param name="Name">As it stands in the address.</param>
/// <param name="Place">path or query.</param>
/// <param name="Meaning">One sentence.</param>
/// <param name="Type">string or integer.</param>
internal sealed record ApiParameter(string Name, string Place, string Meaning, string Type = "string");

/// <summary>An address of the API: how it is described and what it answers. The description of the API and the routes are made of the same list.</summary>
internal sealed record ApiRoute
{
    public required string Method { get; init; }

    /// <summary>As <c>/api/events/{id}</c>.</summary>
    public required string Path { get; init; }

    public required string Summary { get; init; }

    public ImmutableArray<ApiParameter> Parameters { get; init; } = [];

    /// <summary>Content types that it takes with the schema of each, or none.</summary>
    public ImmutableArray<(string Type, string Schema)> Bodies { get; init; } = [];

    /// <summary>Content types that it answers with the schema of each.</summary>
    public required ImmutableArray<(string Type, string Schema)> Answers { get; init; }

    /// <summary>Writes the answer.</summary>
    public required Func<ApiCall, Task> Answer { get; init; }
}
