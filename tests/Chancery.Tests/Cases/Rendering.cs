using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Chancery.Coding;
using Chancery.Extraction;
using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Syntax;

namespace Chancery.Tests;

/// <summary>Readings as the lines of a case's lower half: what a political scientist would note, in one line a record.</summary>
internal static class Rendering
{
    private static readonly WritingRules English = new Language("en", TestKnowledge.Source).Writing;

    public static string Events(Reading reading) => Lines(reading.Events, item => Event(reading, item));

    /// <summary>Type, trigger and whether it happened.</summary>
    public static string Factuality(Reading reading) =>
        Lines(reading.Events, item => $"{Certainty(item)}  {TypeOf(item)}  \"{OneLine(item.Trigger.Of(reading.Document.Text))}\"");

    /// <summary>Type, trigger and the chain of hearsay, outermost first.</summary>
    public static string Chains(Reading reading) =>
        Lines(reading.Events, item => $"{TypeOf(item)}  \"{OneLine(item.Trigger.Of(reading.Document.Text))}\"{Chain(item.Attribution)}");

    /// <summary>The text with its mentions in brackets, each with the entity meant.</summary>
    public static string Mentions(Reading reading) =>
        Marked(reading.Document.Text, reading.Mentions.Select(mention => (mention.Range, Described(reading.Entities[mention.Entity]))));

    public static string Dates(Reading reading) =>
        Marked(reading.Document.Text, reading.Dates.Select(date => (date.Range, date.Value.ToString() + (date.Bound == DateBound.None ? "" : " " + date.Bound.ToString().ToLowerInvariant()))));

    /// <summary>Form, speaker, cue and words; <c>~</c> stands for nobody named, <c>=</c> for a piece of the quotation before.</summary>
    public static string Quotes(Reading reading) => Lines(reading.Quotes, quote =>
    {
        string text = reading.Document.Text;
        string speaker = quote.Speaker is { } words ? OneLine(words.Of(text)) : "~";
        string addressee = quote.Addressee is { } side ? " to " + OneLine(side.Range.Of(text)) : "";
        string piece = quote.Group == quote.Id ? "" : "= ";
        return $"{quote.Form.ToString().ToLowerInvariant()}  {speaker}{addressee} | {(quote.Cue is { } cue ? OneLine(cue.Of(text)) : "~")} | {piece}{OneLine(quote.Content.Of(text))}{string.Concat(quote.Attribution.Select(link => "  < " + link.Text))}";
    });

    /// <summary>What is known of the document, then its parts in order, each by its opening words; "-" marks what was dropped, "!" a diagnostic.</summary>
    public static string Document(RawDocument raw)
    {
        var problems = new List<Diagnostic>();
        Document document = DocumentReader.Read(raw, TestKnowledge.All, problems);
        var lines = new List<string> { $"language   {document.Language}" };
        Add("title", document.Title);
        Add("outlet", document.Outlet);
        Add("via", document.Via.IsEmpty ? null : string.Join(" | ", document.Via));
        Add("published", document.Published is { } day ? $"{day.Date}  {day.Basis}" : null);
        Add("dateline", document.Dateline is { } place ? $"{place.Place}  {place.Date?.ToString() ?? "undated"}  {place.Agency}".TrimEnd() : null);
        lines.AddRange(document.Body.Select(block => (block.Range, What: block.Kind.ToString().ToLowerInvariant()))
            .Concat(document.Dropped.Select(dropped => (dropped.Range, What: "- " + dropped.Reason)))
            .OrderBy(part => part.Range.Start)
            .Select(part => $"{part.What,-18} {Opening(OneLine(part.Range.Of(document.Text)))}"));
        lines.AddRange(problems.Where(problem => problem.Id != DiagnosticId.UndatedDocument).Select(problem => $"! {problem.Id.Name()}  {problem.Range.Of(document.Text)}".TrimEnd()));
        return string.Join('\n', lines);

        void Add(string field, string? value)
        {
            if (value is not null)
                lines.Add($"{field,-10} {OneLine(value)}");
        }
    }

    private static string Opening(string text) => text.Length > 48 ? text[..48] + "…" : text;

    public static string Clauses(Explanation explanation)
    {
        ImmutableArray<ClauseExplanation> clauses = [.. explanation.Sentences.SelectMany(sentence => sentence.Clauses)];
        return Lines(clauses, item => $"{Described(item.Clause)}: {string.Join(", ", item.Arguments.Select(argument => $"{argument.Role} {OneLine(argument.Word)}"))}".TrimEnd(' ', ':'));
    }

    public static string Sentences(string text) =>
        string.Join('\n', new SentenceSplitter(English).Split(text, new TextRange(0, text.Length)).Select(range => range.Of(text).Replace('\n', '⏎')));

    public static string Words(string text)
    {
        var words = new List<Word>();
        new Tokenizer(English).Tokenize(text, new TextRange(0, text.Length), words);
        return string.Join(' ', words.Select(word => word.FormIn(text).ToString()));
    }

    private static string Event(Reading reading, EventMention item)
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"event  {item.Date.Date}  {Certainty(item)}  {Sides(reading, item.Actors)}  {TypeOf(item)}  {Sides(reading, item.Recipients)}");
        if (item.Except.Length > 0)
            line.Append(CultureInfo.InvariantCulture, $"  except {Sides(reading, item.Except)}");
        if (item.About is { } about)
            line.Append(CultureInfo.InvariantCulture, $"  about \"{OneLine(about.Text)}\"");
        foreach (Quantity quantity in item.Quantities)
            line.Append(CultureInfo.InvariantCulture, $"  {(quantity.Approximate ? "about " : "")}{quantity.Value} {quantity.Unit}");
        if (item.Agreement is { } agreement)
            line.Append(CultureInfo.InvariantCulture, $"  agreement {agreement.Status.ToString().ToLowerInvariant()}{(agreement.Fields.Length > 0 ? " on " + string.Join(", ", agreement.Fields) : "")}{(agreement.Horizon is { } horizon ? " until " + horizon : "")}");
        if (item.Place is { } place)
            line.Append(CultureInfo.InvariantCulture, $"  in {place.Name}");
        return line.Append(Chain(item.Attribution)).Append("  ").Append(item.Evidence.Rule).ToString();
    }

    private static string Lines<T>(ImmutableArray<T> items, Func<T, string> line) => items.Length == 0 ? "none" : string.Join('\n', items.Select(line));

    private static string Certainty(EventMention item) => item.Factuality.ToString().ToLowerInvariant() + (item.Historical ? " historical" : "");

    private static string TypeOf(EventMention item) =>
        item.Type is { } type ? string.Join(' ', [type.Name(), .. item.Modes]) : "CAMEO " + item.Cameo;

    private static string Sides(Reading reading, ImmutableArray<Side> sides) =>
        sides.Length == 0 ? "-" : string.Join(" + ", sides.Select(side => Code(reading.Entities[side.Entity])));

    /// <summary>Country and sectors; the name of what belongs to no country.</summary>
    private static string Code(Entity entity) =>
        string.Join(' ', [entity.Country.IsNone ? entity.Name : entity.Country.ToString(), .. entity.Sectors.Select(sector => sector.Code())]);

    private static string Described(Entity entity) =>
        string.Join(' ', [entity.Name, .. entity.Country.IsNone ? Array.Empty<string>() : [entity.Country.ToString()], .. entity.Sectors.Select(sector => sector.Code())]);

    private static string Described(Clause clause)
    {
        var parts = new List<string> { clause.Lemma };
        if (clause.Particle is { } particle)
            parts.Add(particle);
        if (clause.Marker is { } marker)
            parts.Add($"'{marker}'");
        parts.Add(clause.Kind.ToString().ToLowerInvariant());
        parts.Add(clause.Link.ToString().ToLowerInvariant());
        if (clause.Tense != Tense.None)
            parts.Add(clause.Tense.ToString().ToLowerInvariant());
        if (clause.Modal is { } modal)
            parts.Add(modal);
        if (clause.IsPassive)
            parts.Add("passive");
        if (clause.IsPerfect)
            parts.Add("perfect");
        if (clause.IsProgressive)
            parts.Add("progressive");
        if (clause.IsNegated)
            parts.Add("negated");
        return string.Join(' ', parts);
    }

    private static string Chain(ImmutableArray<Attribution> chain) =>
        string.Concat(chain.Select(link => $"  < {OneLine(link.Text)}{(link.Stance is null or Stance.Says ? "" : " " + link.Stance.Value.ToString().ToLowerInvariant())}"));

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    /// <summary>The text with <c>[words|note]</c> around each range; an inner range stands inside its outer one.</summary>
    private static string Marked(string text, IEnumerable<(TextRange Range, string Note)> marks)
    {
        (TextRange Range, string Note)[] sorted = [.. marks.OrderBy(mark => mark.Range)];
        var result = new StringBuilder();
        var open = new Stack<(TextRange Range, string Note)>();
        int next = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            while (open.Count > 0 && open.Peek().Range.End <= i)
                result.Append('|').Append(open.Pop().Note).Append(']');
            for (; next < sorted.Length && sorted[next].Range.Start <= i; next++)
            {
                result.Append('[');
                open.Push(sorted[next]);
            }

            if (i < text.Length)
                result.Append(text[i] == '\n' ? '⏎' : text[i]);
        }

        return result.ToString();
    }
}
