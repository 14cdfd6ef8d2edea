namespace Chancery.Model;

public enum Severity : byte
{
    Note,
    Warning,
    Error,
}

/// <summary>Something that a reader of the reading should know: what, where, and how bad.</summary>
/// <param name="Id">Its kind; <c>docs/guides/diagnostics.md</c> has a heading for each.</param>
/// <param name="Severity">A note changes nothing, a warning may have cost a record, an error has.</param>
/// <param name="Range">The place in <see cref="Document.Text"/>; empty at 0 for the document as a whole.</param>
/// <param name="Message">One line: what was met and what was done about it.</param>
public sealed record Diagnostic(DiagnosticId Id, Severity Severity, TextRange Range, string Message);
