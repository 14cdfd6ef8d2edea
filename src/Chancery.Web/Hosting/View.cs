namespace Chancery.Web;

/// <summary>What an address shows: a page, the same as JSON, and its rows as CSV. Only what is asked for is made.</summary>
internal sealed record View
{
    public required string Title { get; init; }

    /// <summary>The part of the desk that it belongs to, as the navigation names it.</summary>
    public string Section { get; init; } = "";

    public required Action<Markup> Body { get; init; }

    /// <summary>Null for a page without rows.</summary>
    public Sheet? Sheet { get; init; }

    /// <summary>The whole view as one JSON object; null when it is made of the rows.</summary>
    public Func<ReadOnlyMemory<byte>>? Json { get; init; }

    public int Status { get; init; } = 200;

    /// <summary>Seconds after which a page without scripts asks again; null when it is complete.</summary>
    public int? Refresh { get; init; }

    /// <summary>Whether the page needs the whole width.</summary>
    public bool IsWide { get; init; }
}

/// <summary>The address asks for what there is not, or for what cannot be; the visitor is told what happened and what to do.</summary>
internal sealed class DeskException(int status, string message, string? advice = null) : Exception(message)
{
    public int Status => status;

    /// <summary>What to do next, or null.</summary>
    public string? Advice => advice;

    public static DeskException Unknown(string what, string advice) => new(404, what, advice);

    public static DeskException Bad(string what, string advice) => new(400, what, advice);
}
