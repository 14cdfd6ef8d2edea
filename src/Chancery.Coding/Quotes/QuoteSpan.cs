using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Characters between quotation marks.</summary>
/// <param name="Outer">With the marks.</param>
/// <param name="Inner">Without marks and the white space within them.</param>
/// <param name="Block">Index of the paragraph.</param>
/// <param name="Single">Between single marks.</param>
/// <param name="Room">What may tell of it: its paragraph, for a quotation in a quotation the outer one.</param>
/// <param name="Continues">Left open at the end of its paragraph, and the next paragraph opens a mark again: one quotation over two paragraphs.</param>
internal readonly record struct QuoteSpan(TextRange Outer, TextRange Inner, int Block, TextRange Room, bool Single, bool Continues);

/// <summary>Pairs quotation marks within paragraphs.</summary>
internal static class QuoteSpans
{
    /// <summary>Outermost spans in text order. Marks without partner are told and closed at the end of their paragraph.</summary>
    public static ImmutableArray<QuoteSpan> Find(ParsedDocument parsed, Language language, List<Diagnostic> problems)
    {
        var spans = ImmutableArray.CreateBuilder<QuoteSpan>();
        Document document = parsed.Document;
        var marks = new MarkReader(parsed, language);
        for (int block = 0; block < document.Body.Length; block++)
        {
            TextRange paragraph = document.Body[block].Range;
            bool nextOpens = block + 1 < document.Body.Length && marks.OpensAt(document.Body[block + 1].Range.Start);
            int first = spans.Count;
            marks.Read(paragraph, block, nextOpens, spans, problems);
            AddSingle(marks, paragraph, block, first, block + 1 < document.Body.Length && marks.OpensSingleAt(document.Body[block + 1].Range.Start), spans);
        }

        return spans.ToImmutable();
    }

    /// <summary>Single marks within the spans of double ones: quotations in quotations.</summary>
    public static ImmutableArray<QuoteSpan> Within(ImmutableArray<QuoteSpan> spans, ParsedDocument parsed, Language language)
    {
        var nested = ImmutableArray.CreateBuilder<QuoteSpan>();
        var marks = new MarkReader(parsed, language);
        foreach (QuoteSpan span in spans)
        {
            if (!span.Single)
                marks.ReadSingle(span.Inner, span.Block, nextOpens: false, nested);
        }

        return nested.ToImmutable();
    }

    // Single marks count only outside of double ones; within them they are quotations in quotations.
    private static void AddSingle(MarkReader marks, TextRange paragraph, int block, int first, bool nextOpens, ImmutableArray<QuoteSpan>.Builder spans)
    {
        var outside = new List<TextRange>();
        int at = paragraph.Start;
        for (int i = first; i < spans.Count; i++)
        {
            if (spans[i].Outer.Start > at)
                outside.Add(TextRange.FromBounds(at, spans[i].Outer.Start));
            at = Math.Max(at, spans[i].Outer.End);
        }

        if (paragraph.End > at)
            outside.Add(TextRange.FromBounds(at, paragraph.End));
        int before = spans.Count;
        foreach (TextRange range in outside)
            marks.ReadSingle(range, block, nextOpens && range == paragraph, spans);
        if (spans.Count > before)
        {
            QuoteSpan[] sorted = [.. spans.Skip(first).OrderBy(span => span.Outer.Start)];
            for (int i = 0; i < sorted.Length; i++)
                spans[first + i] = sorted[i] with { Room = paragraph };
        }
    }
}
