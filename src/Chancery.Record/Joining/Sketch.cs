using System.Collections.Immutable;
using System.Globalization;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>What of an event mention tells whether another telling is of the same event: sides, days, place, names, words.</summary>
internal sealed class Sketch
{
    /// <summary>How far an open date ("before Sunday", "after the talks") is taken to reach.</summary>
    public const int OpenDays = 30;

    /// <summary>Of so many sides the pairs are looked up.</summary>
    public const int MostSides = 4;

    private const int ShortestWord = 4;
    private const int StemLength = 6;

    /// <summary>Characters behind the act in which its object stands.</summary>
    private const int TailLength = 60;

    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> tail = new(StringComparer.Ordinal);

    /// <summary>Whether the words were looked at: who asks for sides and days alone does not pay for them.</summary>
    private bool isRead;

    private Sketch(EventRow row)
    {
        Row = row;
        Actors = Keys(row, row.Event.Actors);
        Recipients = Keys(row, row.Event.Recipients);
        All = [.. Actors, .. Recipients];
        Sides = [.. All.Order(StringComparer.Ordinal).Take(MostSides)];
        Block = string.Create(CultureInfo.InvariantCulture, $"{Quad}|{Reality}|");
        People = row.Event.Actors.Concat(row.Event.Recipients)
            .Select(side => row.Entities[side.Entity])
            .Where(entity => entity.Kind == EntityKind.Person)
            .Select(entity => (entity.Country.ToString(), entity.Known ?? entity.Name))
            .ToHashSet();
        PartialDate date = row.Event.Date.Date;
        First = date.Start ?? date.End?.AddDays(-Math.Min(OpenDays, date.End.Value.DayNumber));
        Last = date.End ?? date.Start?.AddDays(Math.Min(OpenDays, DateOnly.MaxValue.DayNumber - date.Start.Value.DayNumber));
    }

    public EventRow Row { get; }

    /// <summary>Countries, or the names of those who belong to none.</summary>
    public HashSet<string> Actors { get; }

    public HashSet<string> Recipients { get; }

    public HashSet<string> All { get; }

    /// <summary>Of those the first by the alphabet; tellings are looked up by their pairs.</summary>
    public ImmutableArray<string> Sides { get; }

    /// <summary>What tellings of one event have in common whoever takes part.</summary>
    public string Block { get; }

    /// <summary>Persons by country and name.</summary>
    public HashSet<(string Country, string Name)> People { get; }

    /// <summary>The first day that it may have been; null for the undated.</summary>
    public DateOnly? First { get; }

    public DateOnly? Last { get; }

    /// <summary>The beginnings of the weightier words of the evidence, without names, sides and the date; empty where no text is kept.</summary>
    public HashSet<string> Words => Read(words);

    /// <summary>Words with a capital that name none of the sides: towns and streets that the knowledge has not, treaties, companies.</summary>
    public HashSet<string> Names => Read(names);

    /// <summary>The beginnings of the words that follow the act closely: what was done, without the rest of its sentence.</summary>
    public HashSet<string> Tail => Read(tail);

    /// <summary>Whether a report comes back to an act of some day before, without saying which.</summary>
    public bool IsRecalled => Event is { Historical: true, Date.Date: { Start: null, End: not null } };

    public EventMention Event => Row.Event;

    /// <summary>What happened or is denied to have happened, what is planned, what is merely possible: never joined with each other.</summary>
    public int Reality => Event.Factuality switch
    {
        Factuality.Future => 1,
        Factuality.Hypothetical => 2,
        _ => 0,
    };

    /// <summary>0 for statements.</summary>
    public int Quad => Event.Type is { } type ? (int)type.Quad() : 0;

    /// <summary>Whether both sides do the same to each other, so that it does not matter who is named as acting.</summary>
    public bool IsMutual => Event.Type is EventType.Consult or EventType.Cooperate || Event.Agreement is not null || (Event.Recipients.IsEmpty && Event.Actors.Length > 1);

    public static Sketch Of(EventRow row) => new(row);

    private static HashSet<string> Keys(EventRow row, IEnumerable<Side> sides) =>
        [.. sides.Select(side => row.Entities[side.Entity]).Select(entity => entity.Country.IsNone ? entity.Known ?? entity.Name : entity.Country.ToString())];

    private HashSet<string> Read(HashSet<string> found)
    {
        if (isRead)
            return found;
        isRead = true;
        ReadWords(Row);
        if (Event.Place is { } place && !Sameness.IsCountry(place))
            AddNames(place.Name);
        foreach (Entity side in Row.Entities.Where(entity => entity.Kind == EntityKind.Place))
            AddNames(side.Name);
        return found;
    }

    private void ReadWords(EventRow row)
    {
        if (row.Evidence is not { } evidence)
            return;
        HashSet<string> known = new(
            row.Entities.SelectMany(entity => entity.Name.Split(' '))
                .Concat(row.Trigger?.Split(' ') ?? [])
                .Concat(row.Event.Attribution.SelectMany(link => link.Text.Split(' ')))
                .Select(Stem),
            StringComparer.Ordinal);
        TextRange[] taken = [.. row.Event.Actors.Concat(row.Event.Recipients).Select(side => side.Range.ShiftedIn(row.Event.Evidence.Range)), DateIn(evidence, row.Event)];
        int start = -1;
        bool isFirst = true;
        for (int i = 0; i <= evidence.Length; i++)
        {
            if (i < evidence.Length && char.IsLetterOrDigit(evidence[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0)
                Take(evidence, new TextRange(start, i - start), isFirst, known, taken);
            isFirst &= start < 0;
            start = -1;
        }
    }

    private void Take(string evidence, TextRange range, bool isFirst, HashSet<string> known, TextRange[] taken)
    {
        int behind = range.Start - (Event.Trigger.End - Event.Evidence.Range.Start);
        if (behind is >= 0 and < TailLength && range.Length >= ShortestWord)
            tail.Add(Stem(range.Of(evidence)));
        if (Array.Exists(taken, side => side.Overlaps(range)))
            return;
        string stem = Stem(range.Of(evidence));
        if (known.Contains(stem))
            return;

        // The first word of a sentence has its capital for that.
        if (char.IsUpper(evidence[range.Start]) && !isFirst)
            AddNames(range.Of(evidence));
        else if (range.Length >= ShortestWord && char.IsLetter(evidence[range.Start]))
            words.Add(stem);
    }

    private void AddNames(string name)
    {
        foreach (string word in name.Split(' '))
            names.Add(word.ToLowerInvariant());
    }

    /// <summary>The words of the date stand for themselves already.</summary>
    private static TextRange DateIn(string evidence, EventMention item)
    {
        int at = item.Date.Expression is { Length: > 0 } expression ? evidence.IndexOf(expression, StringComparison.Ordinal) : -1;
        return at < 0 ? default : new TextRange(at, item.Date.Expression!.Length);
    }

    private static string Stem(string word) => word.ToLowerInvariant()[..Math.Min(word.Length, StemLength)];
}

internal static class RangeShift
{
    /// <summary>The same characters counted from the beginning of another range; empty where they lie outside it.</summary>
    public static TextRange ShiftedIn(this TextRange inner, TextRange outer) =>
        outer.Contains(inner) ? new TextRange(inner.Start - outer.Start, inner.Length) : default;
}
