using System.Collections.Frozen;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>What of an event mention tells whether another telling is of the same event: sides, days, place, words.</summary>
internal sealed class Sketch
{
    /// <summary>How far an open date ("before Sunday", "after the talks") is taken to reach.</summary>
    private const int OpenDays = 30;

    private const int ShortestWord = 4;
    private const int StemLength = 6;

    private Sketch(EventRow row)
    {
        Row = row;
        Actors = Keys(row, row.Event.Actors);
        Recipients = Keys(row, row.Event.Recipients);
        All = [.. Actors, .. Recipients];
        People = row.Event.Actors.Concat(row.Event.Recipients)
            .Select(side => row.Entities[side.Entity])
            .Where(entity => entity.Kind == EntityKind.Person)
            .Select(entity => (entity.Country.ToString(), entity.Known ?? entity.Name))
            .ToHashSet();
        PartialDate date = row.Event.Date.Date;
        First = date.Start ?? date.End?.AddDays(-Math.Min(OpenDays, date.End.Value.DayNumber));
        Last = date.End ?? date.Start?.AddDays(Math.Min(OpenDays, DateOnly.MaxValue.DayNumber - date.Start.Value.DayNumber));
        Words = WordsOf(row).ToFrozenSet(StringComparer.Ordinal);
    }

    public EventRow Row { get; }

    /// <summary>Countries, or the names of those who belong to none.</summary>
    public HashSet<string> Actors { get; }

    public HashSet<string> Recipients { get; }

    public HashSet<string> All { get; }

    /// <summary>Persons by country and name.</summary>
    public HashSet<(string Country, string Name)> People { get; }

    /// <summary>The first day that it may have been; null for the undated.</summary>
    public DateOnly? First { get; }

    public DateOnly? Last { get; }

    /// <summary>The beginnings of the weightier words of the evidence; empty where no text is kept.</summary>
    public FrozenSet<string> Words { get; }

    public EventMention Event => Row.Event;

    /// <summary>What happened or is denied to have happened, what is planned, what is merely possible: never joined with each other.</summary>
    public int Reality => Event.Factuality switch
    {
        Factuality.Future => 1,
        Factuality.Hypothetical => 2,
        _ => 0,
    };

    /// <summary>Whether both sides do the same to each other, so that it does not matter who is named as acting.</summary>
    public bool IsMutual => Event.Type is EventType.Consult or EventType.Cooperate || Event.Agreement is not null || (Event.Recipients.IsEmpty && Event.Actors.Length > 1);

    public static Sketch Of(EventRow row) => new(row);

    private static HashSet<string> Keys(EventRow row, IEnumerable<Side> sides) =>
        [.. sides.Select(side => row.Entities[side.Entity]).Select(entity => entity.Country.IsNone ? entity.Known ?? entity.Name : entity.Country.ToString())];

    private static IEnumerable<string> WordsOf(EventRow row)
    {
        if (row.Evidence is not { } evidence)
            yield break;
        HashSet<string> names = new(
            row.Entities.SelectMany(entity => entity.Name.Split(' ')).Concat(row.Trigger?.Split(' ') ?? []).Select(Stem), StringComparer.Ordinal);
        int start = -1;
        for (int i = 0; i <= evidence.Length; i++)
        {
            if (i < evidence.Length && char.IsLetterOrDigit(evidence[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && i - start >= ShortestWord && Stem(evidence[start..i]) is { } stem && !names.Contains(stem))
                yield return stem;
            start = -1;
        }
    }

    private static string Stem(string word) => word.ToLowerInvariant()[..Math.Min(word.Length, StemLength)];
}
