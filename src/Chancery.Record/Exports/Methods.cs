using System.Globalization;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>Counts what passes through an export and says in a paragraph how it was made.</summary>
public sealed class Methods
{
    private readonly HashSet<long> reports = [];
    private readonly SortedSet<string> versions = new(StringComparer.Ordinal);
    private int events;
    private int undated;
    private int inexact;
    private int planned;
    private int denied;
    private int background;
    private int unattributed;
    private int homeless;

    /// <param name="rows">What the filter gives.</param>
    /// <param name="hasPlace">Whether the format has a place for an event; what it has none for is counted and left out.</param>
    public IEnumerable<EventRow> Watch(IEnumerable<EventRow> rows, Func<EventRow, bool> hasPlace)
    {
        foreach (EventRow row in rows)
        {
            if (!hasPlace(row))
            {
                homeless++;
                continue;
            }

            Count(row);
            yield return row;
        }
    }

    /// <param name="filter">As the user gave it.</param>
    /// <param name="reportsInAll">How many reports the record holds.</param>
    /// <param name="rejected">How many records people have rejected; they are left out.</param>
    /// <param name="corrected">How many corrections of fields and names stand.</param>
    /// <param name="version">Of the program.</param>
    public string Describe(Filter filter, long reportsInAll, int rejected, int corrected, string version)
    {
        string asked = filter.Terms.IsEmpty ? "no filter" : $"the filter '{filter}'";
        string knowledge = versions.Count == 0 ? "none" : string.Join(", ", versions);
        return string.Create(CultureInfo.InvariantCulture, $"""
            The data were coded by machine with Chancery {version} (knowledge {knowledge}) under PLOVER and CAMEO, and exported with {asked}. They hold {events} event mentions from {reports.Count} of {reportsInAll} reports. Of these, {undated} have no date and {inexact} a date less exact than a day; {planned} are told as planned or possible, {denied} as not so, and {background} as background; {unattributed} carry no source. {rejected} records rejected by a person were left out{(homeless > 0 ? $", and {homeless} that the format has no place for" : "")}. {corrected} corrections by a person (fields, names) are in force. Each record names the rule that read it and the characters of the report that it rests on; what the coder could not tell was left out.
            """);
    }

    private void Count(EventRow row)
    {
        events++;
        reports.Add(row.Report.Key);
        versions.Add(row.Report.Knowledge);
        EventMention item = row.Event;
        undated += item.Date.Date.IsKnown ? 0 : 1;
        inexact += item.Date.Date.Precision is DatePrecision.Unknown or DatePrecision.Day ? 0 : 1;
        planned += item.Factuality is Factuality.Future or Factuality.Hypothetical ? 1 : 0;
        denied += item.Factuality == Factuality.Negated ? 1 : 0;
        background += item.Historical ? 1 : 0;
        unattributed += item.Attribution.IsEmpty ? 1 : 0;
    }
}
