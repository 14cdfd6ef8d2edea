using Chancery.Extraction;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery;

/// <summary>The pipeline: bytes in, sourced records out. Immutable and safe for all threads; make one and keep it.</summary>
/// <remarks>A reading depends on its document and the knowledge alone: no clock, no disk, no network, nothing kept between documents.</remarks>
public sealed class Reader(KnowledgeBase knowledge)
{
    /// <summary>The version of knowledge and models, as every reading carries it.</summary>
    public string Version => knowledge.Version;

    /// <summary>Reads one document. Never throws on what the document holds; what went wrong stands in the diagnostics.</summary>
    public Reading Read(RawDocument raw)
    {
        var problems = new List<Diagnostic>();
        Document document = DocumentReader.Read(raw, knowledge, problems);
        return new Reading
        {
            Knowledge = Version,
            Document = document,
            Entities = [],
            Mentions = [],
            Events = [],
            Quotes = [],
            Dates = [],
            Diagnostics = [.. problems],
        };
    }
}
