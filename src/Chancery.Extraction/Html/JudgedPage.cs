namespace Chancery.Extraction;

/// <summary>A page whose lines have been judged.</summary>
/// <param name="Tree">Its lines and sections.</param>
/// <param name="Data">Its JSON-LD.</param>
/// <param name="Reasons">For each line why it is no part of the report, or null where it is.</param>
/// <param name="Title">Its headline as text, or null.</param>
/// <param name="Headline">The line of the headline; -1 where none is.</param>
/// <param name="Language">Of its kept lines, perhaps with a region.</param>
internal sealed record JudgedPage(PageTree Tree, LinkedData Data, string?[] Reasons, string? Title, int Headline, string Language);
