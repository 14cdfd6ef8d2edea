using System.Collections.Immutable;
using System.Globalization;
using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary>One record in full, with all that it rests on.</summary>
internal sealed class RecordPage(Screen screen, Ontology ontology)
{
    private const int LabelWidth = 14;
    private readonly Ink ink = new(screen.IsTerminal);

    public void WriteEvent(StoredReading stored, EventMention item)
    {
        Reading reading = stored.Reading;
        screen.Text.WriteLine(ink.Strong($"event {item.Id}"));
        WriteSides("actors", item.Actors, reading.Entities);
        WriteSides("recipients", item.Recipients, reading.Entities);
        WriteSides("except", item.Except, reading.Entities);
        WriteLine("what", What(item));
        WriteLine("cameo", Cameo(item));
        if (item.About is { } about)
            WriteLine("about", Lines.Clean(about.Text) + (about.Entity is { } who ? $" ({Wording.Of(reading.Entities[who])})" : ""));
        foreach (Quantity quantity in item.Quantities)
            WriteLine("number", $"{(quantity.Approximate ? "about " : "")}{quantity.Value.ToString(CultureInfo.InvariantCulture)} {Lines.Clean(quantity.Unit)}");
        if (item.Agreement is { } agreement)
            WriteLine("agreement", Agreement(agreement));
        string expression = item.Date.Expression is { } words ? $"\"{Lines.Clean(words)}\"; " : "";
        WriteLine("when", $"{Wording.Of(item.Date.Date)} ({expression}{item.Date.Basis})");
        if (item.Place is { } place)
            WriteLine("where", $"{Lines.Clean(place.Name)} {place.Country}".TrimEnd());
        WriteLine("whether", Wording.Factuality(item).Replace(", past", ", told as background", StringComparison.Ordinal));
        WriteLine("on whose word", item.Attribution.IsEmpty ? "the report's own" : Wording.Of(item.Attribution)[2..]);
        WriteLine("rule", string.Create(CultureInfo.InvariantCulture, $"{item.Evidence.Rule} (confidence {item.Confidence:0.00})"));
        if (reading.Quotes.FirstOrDefault(quote => quote.Id == item.Quote) is { } spoken)
            WriteLine("in quote", QuoteIds.Of(reading.Document, spoken));
        WriteOrigin(stored);
        WriteEvidence(stored, item.Evidence.Range, item.Trigger);
        foreach (TextRange also in item.AlsoEvidence)
            WriteEvidence(stored, also, new TextRange(also.Start, 0));
    }

    public void WriteQuote(StoredReading stored, Quote quote, string id)
    {
        Reading reading = stored.Reading;
        screen.Text.WriteLine(ink.Strong($"quote {id}"));
        WriteLine("words", Lines.Clean(quote.Content.In(reading.Document.Text)));
        string speaker = quote.SpeakerEntity is { } who
            ? Describe(reading.Entities[who])
            : quote.Speaker is { } named && stored.HasText ? Lines.Clean(named.In(reading.Document.Text)) : "not named";
        WriteLine("speaker", speaker);
        if (quote.Addressee is { } addressee)
            WriteLine("to", Describe(reading.Entities[addressee.Entity]));
        WriteLine("form", quote.Form.ToString().ToLowerInvariant());
        if (!quote.Attribution.IsEmpty)
            WriteLine("on whose word", Wording.Of(quote.Attribution)[2..]);
        WriteLine("rule", quote.Rule.ToString());
        WriteOrigin(stored);
        WriteEvidence(stored, quote.Content, quote.Cue ?? default);
    }

    /// <param name="stored">The report.</param>
    /// <param name="addresses">All addresses, the newest version first.</param>
    /// <param name="withDropped">Whether lines that are no part of the report are listed.</param>
    public void WriteReport(StoredReading stored, ImmutableArray<string> addresses, bool withDropped)
    {
        Document document = stored.Reading.Document;
        screen.Text.WriteLine(ink.Strong($"report {document.Id}"));
        foreach (string address in addresses)
            WriteLine("address", Lines.Clean(address));
        WriteLine("language", document.Language);
        WriteLine("text sha256", stored.TextHash);
        WriteLine("knowledge", stored.Reading.Knowledge);
        foreach (Diagnostic item in stored.Reading.Diagnostics)
            WriteLine(item.Severity.ToString().ToLowerInvariant(), $"{item.Id.Name()}: {Lines.Clean(item.Message)}");
        screen.Text.WriteLine();
        new Digest(screen).Write(stored.Reading, stored.HasText);
        if (!withDropped)
            return;
        screen.Text.WriteLine(ink.Strong(Wording.Count(document.Dropped.Length, "line") + " dropped"));
        foreach (DroppedRange dropped in document.Dropped)
            WriteLine(dropped.Reason, stored.HasText ? Lines.Clean(dropped.Range.In(document.Text)) : "(the text is not kept)");
    }

    private static string Describe(Entity entity) =>
        Wording.Of(entity) + (entity.Office is { } office ? $", {Lines.Clean(office)}" : "")
        + (entity.Candidates.IsEmpty ? "" : $" (or {string.Join(", ", entity.Candidates)})");

    private static string What(EventMention item)
    {
        if (item.Type is not { } type)
            return "a statement, which PLOVER does not code";
        string quad = type.Quad() switch
        {
            QuadClass.VerbalCooperation => "verbal cooperation",
            QuadClass.MaterialCooperation => "material cooperation",
            QuadClass.VerbalConflict => "verbal conflict",
            _ => "material conflict",
        };
        string score = item.Score is { } value ? string.Create(CultureInfo.InvariantCulture, $", score {value:0.0}") : "";
        string contexts = item.Contexts.IsEmpty ? "" : $"; context {string.Join(", ", item.Contexts)}";
        return $"{string.Join(' ', [type.Name(), .. item.Modes])} ({quad}{score}){contexts}";
    }

    private static string Agreement(Agreement agreement)
    {
        string status = Wording.Of(agreement.Status);
        string fields = agreement.Fields.IsEmpty ? "" : $" on {string.Join(", ", agreement.Fields)}";
        return status + fields + (agreement.Horizon is { } horizon ? $", {Wording.Of(horizon)}" : "");
    }

    private string Cameo(EventMention item)
    {
        string goldstein = item.Goldstein is { } value ? string.Create(CultureInfo.InvariantCulture, $" (Goldstein {value:0.0})") : "";
        return $"{item.Cameo} {ontology.Cameo(item.Cameo)?.Name}{goldstein}".TrimEnd();
    }

    private void WriteSides(string label, ImmutableArray<Side> sides, ImmutableArray<Entity> entities)
    {
        foreach (Side side in sides)
        {
            WriteLine(label, Describe(entities[side.Entity]));
            label = "";
        }
    }

    private void WriteOrigin(StoredReading stored)
    {
        Document document = stored.Reading.Document;
        string published = document.Published is { } date ? $"{Wording.Of(date.Date)} ({date.Basis})" : "undated";
        WriteLine("report", $"{Lines.Clean(document.Outlet ?? "outlet unknown")} · {published} · {Lines.Clean(document.Title ?? "untitled")}");
        WriteLine("", $"{Lines.Clean(document.Uri)} · {document.Id}");
    }

    /// <summary>The paragraph with the evidence marked: bold on a terminal, between brackets elsewhere.</summary>
    private void WriteEvidence(StoredReading stored, TextRange evidence, TextRange word)
    {
        screen.Text.WriteLine();
        if (!stored.HasText)
        {
            screen.Text.WriteLine($"  characters {evidence.Start} to {evidence.End} of the report, whose text is not kept");
            return;
        }

        string text = stored.Reading.Document.Text;
        TextRange paragraph = stored.Reading.Document.Body.Select(block => block.Range).FirstOrDefault(range => range.Overlaps(evidence), evidence).Union(evidence);
        string before = Lines.Clean(text.AsSpan(paragraph.Start, evidence.Start - paragraph.Start));
        string after = Lines.Clean(text.AsSpan(evidence.End, paragraph.End - evidence.End));
        string marked = Lines.Clean(evidence.In(text));
        string trigger = word.IsEmpty ? "" : Lines.Clean(word.In(text));
        IEnumerable<string> lines = Lines.Wrap($"{before} [{marked}] {after}".Trim(), screen.Width - 2);
        foreach (string line in lines)
            screen.Text.WriteLine("  " + (trigger.Length > 0 && screen.IsTerminal ? line.Replace(trigger, ink.Strong(trigger), StringComparison.Ordinal) : line));
    }

    private void WriteLine(string label, string value)
    {
        bool isFirst = true;
        foreach (string line in Lines.Wrap(value, Math.Max(20, screen.Width - LabelWidth - 2)))
        {
            screen.Text.WriteLine(("  " + ink.Faint((isFirst ? label : "").PadRight(LabelWidth)) + line).TrimEnd());
            isFirst = false;
        }
    }
}
