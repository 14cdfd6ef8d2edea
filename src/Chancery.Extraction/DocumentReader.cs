using System.Security.Cryptography;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>Bytes into a document: decoded, cleaned of what is not the report, dated and attributed.</summary>
public static class DocumentReader
{
    /// <summary>Reads any bytes within the standard bounds; what could not be read is told in <paramref name="problems"/>.</summary>
    public static Document Read(RawDocument raw, KnowledgeBase knowledge, List<Diagnostic> problems) =>
        Read(raw, knowledge, ExtractionLimits.Standard, problems);

    /// <summary>Reads any bytes; what could not be read, or lies beyond the bounds, is told in <paramref name="problems"/>.</summary>
    public static Document Read(RawDocument raw, KnowledgeBase knowledge, ExtractionLimits limits, List<Diagnostic> problems)
    {
        problems.AddRange(raw.Problems);
        string id = raw.Id ?? "sha256:" + Convert.ToHexStringLower(SHA256.HashData(raw.Bytes.Span))[..32];
        if (raw.Format != DocumentFormat.GivenText && Formats.BinaryKind(raw.Bytes.Span) is { } kind)
        {
            problems.Add(new Diagnostic(DiagnosticId.BinaryInput, Severity.Error, default, $"The input is {kind}, not text; nothing was read."));
            return Empty(raw, id);
        }

        ReadOnlyMemory<byte> bytes = raw.Bytes;
        if (bytes.Length > limits.DocumentBytes)
        {
            problems.Add(new Diagnostic(DiagnosticId.OversizedInput, Severity.Warning, default, $"The document is larger than {limits.DocumentBytes} bytes; the rest was not read."));
            bytes = bytes[..limits.DocumentBytes];
        }

        DocumentFormat format = raw.Format == DocumentFormat.Detect ? Formats.Detect(raw) : raw.Format;
        string text = format == DocumentFormat.GivenText
            ? System.Text.Encoding.UTF8.GetString(bytes.Span)
            : TextDecoder.Decode(bytes.Span, raw.Charset, format == DocumentFormat.Html, new EncodingGuess(knowledge.Pages.Profiles), problems);
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(new Diagnostic(DiagnosticId.EmptyDocument, Severity.Warning, default, "The input holds no text."));
            return Empty(raw, id) with { Text = format == DocumentFormat.Html ? "" : text };
        }

        Document document = format == DocumentFormat.Html
            ? PageReader.Read(raw, id, text, knowledge, limits, problems)
            : TextReader.Read(raw, id, text, knowledge, limits, problems);
        TranslationArtefacts.Find(document, knowledge, problems);
        if (document.Published is null)
            problems.Add(new Diagnostic(DiagnosticId.UndatedDocument, Severity.Note, default, "Nothing in the copy says when it was published."));
        return document;
    }

    private static Document Empty(RawDocument raw, string id) => new()
    {
        Id = id,
        Uri = raw.Uri,
        Text = "",
        Language = raw.Language ?? LanguageIdentifier.Undetermined,
        Title = raw.Title,
        Outlet = raw.Outlet,
        Body = [],
    };
}
