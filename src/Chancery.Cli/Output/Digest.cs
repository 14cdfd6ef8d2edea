using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Cli;

/// <summary>What a person sees of a reading: one block a report, two lines an event.</summary>
internal sealed class Digest(Screen screen)
{
    private const int Indent = 2;
    private readonly Ink ink = new(screen.IsTerminal);

    /// <param name="reading">What was read.</param>
    /// <param name="hasText">Whether evidence can be shown.</param>
    public void Write(Reading reading, bool hasText = true)
    {
        Document document = reading.Document;
        WriteHead(document);
        var layout = Layout.Of(reading, screen.Width);
        foreach (EventMention item in reading.Events)
        {
            WriteEvent(reading, item, layout);
            if (hasText)
                WriteEvidence(document, item, layout);
        }

        WriteFoot(reading);
        screen.Text.WriteLine();
    }

    private void WriteHead(Document document)
    {
        string outlet = document.Outlet is { } named ? Lines.Clean(named) : "outlet unknown";
        string via = document.Via.Length > 0 ? $" (from {string.Join(", ", document.Via.Select(source => Lines.Clean(source)))})" : "";
        string title = Lines.Clean(document.Title ?? document.Uri);
        string head = $"{outlet}{via} · {Published(document)} · ";
        if (head.Length + title.Length <= screen.Width)
        {
            screen.Text.WriteLine(head + ink.Strong(title));
            return;
        }

        screen.Text.WriteLine(Lines.Clip(head.TrimEnd(' ', '·'), screen.Width));
        screen.Text.WriteLine(new string(' ', Indent) + ink.Strong(Lines.Clip(title, screen.Width - Indent)));
    }

    private static string Published(Document document)
    {
        string dateline = document.Dateline is { } line
            ? $"dateline {Lines.Clean(line.Place)}{(line.Date is { } date ? ", " + Wording.Of(date) : "")}"
            : "";
        if (document.Published is not { } published)
            return dateline.Length > 0 ? $"undated ({dateline})" : "undated";
        string basis = dateline.Length > 0 && published.Basis != "dateline" ? $"{published.Basis}; {dateline}" : published.Basis;
        return $"{Wording.Of(published.Date)} ({basis})";
    }

    private void WriteEvent(Reading reading, EventMention item, Layout layout)
    {
        string chain = Lines.Clip(Wording.Of(item.Attribution), layout.Chain);
        screen.Text.WriteLine(string.Concat(
            new string(' ', Indent),
            Lines.Fit(Wording.Of(item.Date.Date), layout.Date), "  ",
            Lines.Fit(Wording.Sides(item, reading.Entities), layout.Sides), "  ",
            ink.Act(Lines.Fit(Wording.TypeOf(item), layout.Type), item.Type), "  ",
            Lines.Fit(Wording.Act(item, reading.Document.Text), layout.Act), "  ",
            Lines.Fit(Wording.Factuality(item), layout.Factuality), "  ",
            chain).TrimEnd());
    }

    private void WriteEvidence(Document document, EventMention item, Layout layout)
    {
        int margin = Indent + layout.Date + 2;
        string rule = item.Evidence.Rule.ToString();
        int width = Math.Max(20, screen.Width - margin - rule.Length - 6);
        ReadOnlySpan<char> evidence = item.Evidence.Range.In(document.Text);
        int from = Math.Clamp(item.Trigger.Start - item.Evidence.Range.Start, 0, evidence.Length);
        int to = Math.Clamp(item.Trigger.End - item.Evidence.Range.Start, from, evidence.Length);
        string words = $"\"{Lines.Around(evidence, from, to, width - 6)}\"";
        screen.Text.WriteLine(new string(' ', margin) + ink.Faint(Lines.Fit(words, width)) + "  " + ink.Faint(rule));
    }

    private void WriteFoot(Reading reading)
    {
        ImmutableArray<DroppedRange> dropped = reading.Document.Dropped;
        var parts = new List<string>();
        if (reading.Events.IsEmpty)
            parts.Add("no events");
        parts.Add(Wording.Count(reading.Quotes.Select(quote => quote.Group).Distinct(StringComparer.Ordinal).Count(), "quote"));
        if (dropped.Length > 0)
        {
            IEnumerable<string> reasons = dropped
                .GroupBy(item => item.Reason)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => $"{group.Key} {group.Count()}");
            parts.Add($"{Wording.Count(dropped.Length, "line")} dropped ({string.Join(", ", reasons)})");
        }

        if (reading.Diagnostics.Length > 0)
            parts.Add(Wording.Count(reading.Diagnostics.Length, "note"));
        screen.Text.WriteLine(new string(' ', Indent) + ink.Faint(Lines.Clip(string.Join(" · ", parts), screen.Width - Indent)));
    }

    /// <summary>Widths of the columns of one report: as wide as its events need, within the screen.</summary>
    private readonly record struct Layout(int Date, int Sides, int Type, int Act, int Factuality, int Chain)
    {
        public static Layout Of(Reading reading, int width)
        {
            int date = 0;
            int sides = 0;
            int type = 0;
            int act = 0;
            int factuality = 0;
            int chain = 0;
            foreach (EventMention item in reading.Events)
            {
                date = Math.Max(date, Wording.Of(item.Date.Date).Length);
                sides = Math.Max(sides, Wording.Sides(item, reading.Entities).Length);
                type = Math.Max(type, Wording.TypeOf(item).Length);
                act = Math.Max(act, Wording.Act(item, reading.Document.Text).Length);
                factuality = Math.Max(factuality, Wording.Factuality(item).Length);
                chain = Math.Max(chain, Wording.Of(item.Attribution).Length);
            }

            date = Math.Min(date, 24);
            int free = Math.Max(24, width - Indent - date - type - factuality - 10);
            if (sides + act + chain <= free)
                return new(date, sides, type, act, factuality, chain);
            sides = Math.Min(sides, Math.Max(12, free / 2));
            chain = Math.Min(chain, Math.Max(6, free / 4));
            act = Math.Min(act, Math.Max(6, free - sides - chain));
            return new(date, sides, type, act, factuality, chain);
        }
    }
}
