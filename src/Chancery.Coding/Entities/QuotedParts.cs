using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Which words stand between quotation marks, and in which quotation: what is said there is said in another's words.</summary>
internal sealed class QuotedParts
{
    private readonly int[] quotes;

    public QuotedParts(DocumentTree tree)
    {
        quotes = new int[tree.Count];
        int number = 0;
        int depth = 0;
        int end = 0;
        for (int i = 0; i < tree.Count; i++)
        {
            TextRange range = tree[i].Range;

            // A quotation that nobody closed ends with its paragraph.
            if (tree.Text.AsSpan(end, Math.Max(0, range.Start - end)).Contains('\n'))
                depth = 0;
            end = range.End;
            if (range.Length == 1 && tree.Text[range.Start] is '"' or '\u201C' or '\u201D')
            {
                bool opens = tree.Text[range.Start] == '\u201C' || tree.Text[range.Start] == '"' && depth == 0;
                depth = opens ? 1 : 0;
                number += depth;
                continue;
            }

            quotes[i] = depth == 0 ? 0 : number;
        }
    }

    /// <summary>The number of the quotation that a token stands in, 0 outside of all.</summary>
    public int At(int token) => quotes[token];
}
