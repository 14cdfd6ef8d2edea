using System.Collections.Immutable;
using Chancery.Model;
using Block = Chancery.Model.Block;

namespace Chancery.Extraction;

/// <summary>Where and when a report comes from.</summary>
/// <param name="Outlet">The publisher, or null.</param>
/// <param name="Via">Upstream sources.</param>
/// <param name="Published">With its basis, or null.</param>
/// <param name="Dateline">Of the first paragraph, or null.</param>
internal sealed record Origin(string? Outlet, ImmutableArray<string> Via, DatedBasis? Published, Dateline? Dateline)
{
    /// <summary>The name of an agency that opens the report without a place: "(Reuters) -"; empty for none.</summary>
    public TextRange Opening { get; init; }
}

/// <summary>The agency that opens a paragraph without a place is no word of the report.</summary>
internal static class Openings
{
    public static TextRange Of(WrittenDateline? written) => written is { Place: null, Agency: not null } ? written.Range : default;

    /// <summary>Takes the opening out of its paragraph.</summary>
    public static void Cut(TextRange opening, string text, ImmutableArray<Block>.Builder body, ImmutableArray<DroppedRange>.Builder dropped)
    {
        for (int i = 0; i < body.Count && opening.Length > 0; i++)
        {
            TextRange range = body[i].Range;
            if (range.Start != opening.Start || opening.End >= range.End)
                continue;
            int start = opening.End;
            while (start < range.End && char.IsWhiteSpace(text[start]))
                start++;
            if (start == range.End)
                return;
            body[i] = body[i] with { Range = TextRange.FromBounds(start, range.End) };
            int place = 0;
            while (place < dropped.Count && dropped[place].Range.Start < opening.Start)
                place++;
            dropped.Insert(place, new DroppedRange(opening, "source line"));
            return;
        }
    }
}
