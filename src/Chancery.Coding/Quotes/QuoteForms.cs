using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Tells the form of a quote from how much of it stands in marks.</summary>
internal static class QuoteForms
{
    public static QuoteForm Of(TextRange content, ImmutableArray<QuoteSpan> spans, string text)
    {
        int low = 0, high = spans.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (spans[middle].Outer.End <= content.Start)
                low = middle + 1;
            else
                high = middle;
        }

        bool inside = false, outside = false;
        int at = content.Start;
        for (int i = low; i < spans.Length && spans[i].Outer.Start < content.End; i++)
        {
            outside |= HasLetters(text, at, Math.Min(spans[i].Outer.Start, content.End));
            inside |= !spans[i].Single || spans[i].Outer.Contains(content);
            at = Math.Max(at, spans[i].Outer.End);
        }

        outside |= HasLetters(text, at, content.End);
        return !inside ? QuoteForm.Indirect : outside ? QuoteForm.Mixed : QuoteForm.Direct;
    }

    private static bool HasLetters(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
                return true;
        }

        return false;
    }
}
