using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>What came out of an input: a document, or why a part of the input gave none.</summary>
public sealed record InputRecord
{
    private InputRecord(RawDocument? document, string place, Diagnostic? problem)
    {
        Document = document;
        Place = place;
        Problem = problem;
    }

    /// <summary>Null where <see cref="Problem"/> stands.</summary>
    public RawDocument? Document { get; }

    /// <summary>Where in the input: <c>pile.jsonl:17</c>, <c>pages.zip/a.html</c>.</summary>
    public string Place { get; }

    public Diagnostic? Problem { get; }

    public static InputRecord Of(RawDocument document) => new(document, document.Uri, null);

    public static InputRecord Failed(string place, DiagnosticId id, string message) =>
        new(null, place, new Diagnostic(id, Severity.Error, default, message));
}
