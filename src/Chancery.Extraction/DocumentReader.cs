using System.Security.Cryptography;
using System.Text;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>Bytes into a document: decoded, cleaned of what is not the report, dated and attributed.</summary>
public static class DocumentReader
{
    /// <summary>Reads any bytes; what could not be read is told in <paramref name="problems"/>.</summary>
    public static Document Read(RawDocument raw, KnowledgeBase knowledge, List<Diagnostic> problems) =>
        Read(raw, knowledge, ExtractionLimits.Standard, problems);

    public static Document Read(RawDocument raw, KnowledgeBase knowledge, ExtractionLimits limits, List<Diagnostic> problems)
    {
        string id = raw.Id ?? "sha256:" + Convert.ToHexStringLower(SHA256.HashData(raw.Bytes.Span))[..32];
        DocumentFormat format = raw.Format == DocumentFormat.Detect ? Formats.Detect(raw) : raw.Format;
        string text = Encoding.UTF8.GetString(raw.Bytes.Span);
        return format == DocumentFormat.Html
            ? PageReader.Read(raw, id, text, knowledge, limits, problems)
            : TextReader.Read(raw, id, text, knowledge, limits, problems);
    }
}
