using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Coding;
using Chancery.Extraction;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery;

/// <summary>The pipeline: bytes in, sourced records out. Immutable and safe for all threads; make one and keep it.</summary>
/// <remarks>A reading depends on its document and the knowledge alone: no clock, no disk, no network, nothing kept between documents.</remarks>
public sealed class Reader
{
    /// <summary>Texts of up to this many characters may be too short to tell their language.</summary>
    private const int ShortText = 400;

    /// <summary>Up to this many characters a language that was told is no more than a guess.</summary>
    private const int TooShortToTell = 60;

    /// <summary>The end of Latin Extended-B.</summary>
    private const char LastLatinLetter = '\u024F';

    private readonly KnowledgeBase knowledge;
    private readonly FrozenDictionary<string, LanguageModel> models;
    private readonly FrozenDictionary<string, CodingLanguage> languages;

    /// <param name="knowledge">All that is known before reading.</param>
    /// <param name="models">The language engines by BCP 47 tag; a document in another language is kept but not coded.</param>
    public Reader(KnowledgeBase knowledge, FrozenDictionary<string, LanguageModel> models)
    {
        this.knowledge = knowledge;
        this.models = models;
        languages = models.ToFrozenDictionary(
            pair => pair.Key, pair => new CodingLanguage(knowledge.Language(pair.Key)!, pair.Value.Names), StringComparer.Ordinal);
    }

    /// <summary>The version of knowledge and models, as every reading carries it.</summary>
    public string Version => knowledge.Version;

    /// <summary>Reads one document. Never throws on what the document holds; what went wrong stands in the diagnostics.</summary>
    public Reading Read(RawDocument raw) => Read(raw, ExtractionLimits.Standard, CancellationToken.None);

    /// <summary>Reads one document within bounds of size and depth, until told to stop: then its text is kept, and nothing of it is coded.</summary>
    /// <param name="raw">The document.</param>
    /// <param name="limits">What is larger or deeper is cut, with a diagnostic.</param>
    /// <param name="stop">Stands for a bound of time, since nothing in here looks at a clock.</param>
    public Reading Read(RawDocument raw, ExtractionLimits limits, CancellationToken stop)
    {
        var problems = new List<Diagnostic>();
        Document document = DocumentReader.Read(raw, knowledge, limits, problems);
        return Read(document, problems, stop);
    }

    /// <summary>Reads a document that was extracted before.</summary>
    public Reading Read(Document document) => Read(document, [], CancellationToken.None);

    /// <summary>Sentences, words and trees alone; null for a language without a model.</summary>
    public ParsedDocument? Parse(Document document, List<Diagnostic> problems) => Parse(document, problems, CancellationToken.None);

    private ParsedDocument? Parse(Document document, List<Diagnostic> problems, CancellationToken stop) =>
        models.TryGetValue(document.Language, out LanguageModel? model) ? model.Parser.Parse(document, problems, stop) : null;

    /// <summary>A few words may be too few to tell their language by; when only one language is read, they are taken for it, and the reading says so.</summary>
    private Document WithLanguage(Document document, List<Diagnostic> problems)
    {
        bool unsure = document.Language == "und" ? document.Text.Length <= ShortText : document.Text.Length <= TooShortToTell;
        if (!unsure || models.Count != 1 || models.ContainsKey(document.Language) || !document.Text.Any(char.IsAsciiLetter))
            return document;
        if (document.Text.Any(letter => char.IsLetter(letter) && letter > LastLatinLetter))
            return document;
        string only = models.Keys[0];
        problems.Add(new Diagnostic(DiagnosticId.UnreadLanguage, Severity.Note, default, $"too short to tell its language; read as '{only}'"));
        return document with { Language = only };
    }

    /// <summary>The document's boundary: whatever goes wrong inside, the other documents are read, and this one says what happened.</summary>
    private Reading Read(Document extracted, List<Diagnostic> problems, CancellationToken stop)
    {
        try
        {
            return Code(extracted, problems, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            problems.Add(new Diagnostic(DiagnosticId.OversizedInput, Severity.Warning, default, "the document took longer to read than it may; its text is kept, nothing is coded"));
            return Empty(extracted, problems);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            problems.Add(new Diagnostic(
                DiagnosticId.InternalError, Severity.Error, default,
                $"the program failed on this document ({error.GetType().Name} in {error.TargetSite?.DeclaringType?.Name}); its text is kept, nothing is coded; please report it with the document"));
            return Empty(extracted, problems);
        }
    }

    private Reading Code(Document extracted, List<Diagnostic> problems, CancellationToken stop)
    {
        Document document = WithLanguage(extracted, problems);
        if (Parse(document, problems, stop) is not { } parsed)
        {
            if (document.Text.Length > 0)
                problems.Add(new Diagnostic(DiagnosticId.UnreadLanguage, Severity.Warning, default, $"the language '{document.Language}' is not read yet; the text is kept, nothing is coded"));
            return Empty(document, problems);
        }

        CodingLanguage language = languages[document.Language];
        EventSources sources = Analyse(parsed, language, problems, stop);
        stop.ThrowIfCancellationRequested();
        ImmutableArray<EventMention> events = Events.Code(sources, knowledge.EventRules, knowledge.Ontology, language.Grammar, language.Speech, problems);
        return new Reading
        {
            Knowledge = Version,
            Document = document,
            Entities = sources.Mentions.Entities,
            Mentions = sources.Mentions.Mentions,
            Events = events,
            Quotes = sources.Quotes,
            Dates = sources.Dates,
            Diagnostics = [.. problems],
        };
    }

    /// <summary>All that is found before events are coded.</summary>
    private EventSources Analyse(ParsedDocument parsed, CodingLanguage language, List<Diagnostic> problems, CancellationToken stop)
    {
        parsed = TreeRepairs.Mend(parsed, language.Grammar);
        var tree = new DocumentTree(parsed, language.Grammar.Functions);
        stop.ThrowIfCancellationRequested();
        ClauseSet clauses = Clauses.Find(tree, knowledge.EventRules, language.Grammar);
        stop.ThrowIfCancellationRequested();
        MentionIndex mentions = EntityMentions.Find(tree, knowledge, language, problems);
        ImmutableArray<DateMention> dates = Dates.Find(parsed, mentions.Mentions, language.Language, problems);
        stop.ThrowIfCancellationRequested();
        ImmutableArray<Quote> quotes = Quotes.Find(tree, mentions, language.Language, knowledge.Outlets, problems);
        return new EventSources(tree, clauses, QuotedPronouns.Add(tree, mentions, quotes, knowledge.Entities.Titles, language.Mentions), dates, quotes);
    }

    /// <summary>The document with every stage's findings and, for each clause, the rules that fit and those that did not, with why. Null for a language without a model.</summary>
    public Explanation? Explain(RawDocument raw)
    {
        var problems = new List<Diagnostic>();
        Document document = WithLanguage(DocumentReader.Read(raw, knowledge, problems), problems);
        if (Parse(document, problems) is not { } parsed)
            return null;
        CodingLanguage language = languages[document.Language];
        return Explanation.Of(Analyse(parsed, language, problems, CancellationToken.None), knowledge.EventRules, knowledge.Ontology, language.Speech, language.Grammar, problems);
    }

    private Reading Empty(Document document, List<Diagnostic> problems) => new()
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
