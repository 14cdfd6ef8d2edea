using System.Globalization;
using System.Text;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>An iCalendar of what is planned: events told as future whose day, month or range is known.</summary>
public static class CalendarExport
{
    private const int MostOctets = 75;

    /// <summary>Whether a calendar has a place for an event.</summary>
    public static bool Holds(EventRow row) => row.Event.Factuality == Factuality.Future && row.Event.Date.Date is { Start: not null, End: not null };

    public static void Write(TextWriter text, IEnumerable<EventRow> rows)
    {
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Chancery//planned events//EN");
        foreach (EventRow row in rows)
        {
            if (row.Event.Factuality == Factuality.Future && row.Event.Date.Date is { Start: { } start, End: { } end })
                WriteEvent(text, row, start, end);
        }

        Line(text, "END:VCALENDAR");
    }

    private static void WriteEvent(TextWriter text, EventRow row, DateOnly start, DateOnly end)
    {
        EventMention item = row.Event;
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{Escape(item.Id)}@chancery");

        // The standard asks when the entry was made; the report's day is the nearest that does not depend on a clock.
        Line(text, $"DTSTAMP:{Day(row.Report.Published?.Date.Start ?? start)}T000000Z");
        Line(text, $"DTSTART;VALUE=DATE:{Day(start)}");
        Line(text, $"DTEND;VALUE=DATE:{Day(end < DateOnly.MaxValue ? end.AddDays(1) : end)}");
        Line(text, $"SUMMARY:{Escape($"{ExportText.Sides(row)}: {row.Trigger ?? item.Type?.Name() ?? item.Cameo}")}");
        string evidence = row.Evidence is { } words ? $"\"{words}\" " : "";
        Line(text, $"DESCRIPTION:{Escape($"{evidence}({ExportText.Chain(item)}; {Names.Of(item.Date.Date.Precision)}, {item.Date.Basis}; {row.Report.Uri})")}");
        if (item.Place is { } place)
            Line(text, $"LOCATION:{Escape(place.Name)}");
        Line(text, "STATUS:TENTATIVE");
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (char c in ExportText.Line(value).Where(c => !char.IsControl(c)))
        {
            if (c is '\\' or ';' or ',')
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>Folds a line at 75 octets, never inside a character, as RFC 5545 asks.</summary>
    private static void Line(TextWriter text, string line)
    {
        int octets = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Write("\r\n ");
                octets = 1;
            }

            text.Write(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Write("\r\n");
    }
}
