using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;
using Block = Chancery.Model.Block;

namespace Chancery.Extraction;

/// <summary>Plain text, which may once have been a page, as a document. The text stays as it is; its lines are judged.</summary>
internal static class TextReader
{
    public static Document Read(RawDocument raw, string id, string text, KnowledgeBase knowledge, ExtractionLimits limits, List<Diagnostic> problems)
    {
        var body = ImmutableArray.CreateBuilder<Block>();
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            ReadOnlySpan<char> line = text.AsSpan(start, end - start);
            int lead = line.Length - line.TrimStart().Length;
            int length = line.Trim().Length;
            if (length > 0)
                body.Add(new Block(new TextRange(start + lead, length), BlockKind.Paragraph));
            start = end + 1;
        }

        return new Document
        {
            Id = id,
            Uri = raw.Uri,
            Text = text,
            Language = raw.Language ?? "und",
            Title = raw.Title,
            Outlet = raw.Outlet,
            Body = body.ToImmutable(),
        };
    }
}
