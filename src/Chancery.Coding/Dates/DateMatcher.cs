using System.Collections.Immutable;
using Chancery.Knowledge;

namespace Chancery.Coding;

/// <summary>What a slot of a pattern holds: a number, a symbol, or the match of another rule; and where it stands among the pieces.</summary>
internal sealed record DateSlot(string? Name, int Start, int End, long? Number, string? Symbol, DateMatch? Match);

/// <summary>A rule's form found in a text, not yet valued.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Form">Which of its forms.</param>
/// <param name="Start">The first piece.</param>
/// <param name="End">The piece after the last.</param>
/// <param name="Slots">What its slots hold.</param>
internal sealed record DateMatch(DateRule Rule, DateForm Form, int Start, int End, ImmutableArray<DateSlot> Slots)
{
    public DateSlot? Slot(string name)
    {
        foreach (DateSlot slot in Slots)
        {
            if (slot.Name == name)
                return slot;
        }

        return null;
    }
}

/// <summary>Finds the longest match of a language's date rules at a place. Every result of a rule at a place is worked out once.</summary>
internal sealed class DateMatcher(DateText text, DateGrammar grammar)
{
    // The longest few readings of a part are enough to go on from; it bounds the work at a place.
    private const int ReadingsKept = 4;

    private readonly Dictionary<(string Result, int Start), ImmutableArray<DateSlot>> known = [];

    /// <summary>The longest time expression that begins at a piece; of two with one length the one whose rule's name comes first in the file.</summary>
    public DateMatch? At(int start)
    {
        DatePiece piece = text.Pieces[start];
        ImmutableArray<DateRule> rules = piece.IsDigits ? grammar.RulesFromDigits : grammar.RulesFrom(piece.Word);
        DateMatch? best = null;
        foreach (DateRule rule in rules)
        {
            foreach (DateForm form in rule.Forms)
            {
                foreach ((int end, ImmutableArray<DateSlot> slots) in Readings(form.Pattern, start))
                {
                    if (end > start && (best is null || end > best.End) && EndsWhole(end) && !(rule.Alone && text.IsNoun(end)))
                        best = new DateMatch(rule, form, start, end, slots);
                }
            }
        }

        return best;
    }

    // "12 May 199" of "12 May 1999" is no date, nor is "3" of "3.5 per cent".
    private bool EndsWhole(int end)
    {
        if (end >= text.Pieces.Length)
            return true;
        DatePiece last = text.Pieces[end - 1], next = text.Pieces[end];
        if (!next.Glued)
            return true;
        if (next.IsDigits || next.IsLetters)
            return !last.IsDigits && !last.IsLetters;
        bool number = last.IsDigits && end + 1 < text.Pieces.Length && text.Pieces[end + 1] is { Glued: true, IsDigits: true };
        return !(number && next.Word is "." or "," or ":") && !(last.IsDigits && next.Word is "%");
    }

    private List<(int End, ImmutableArray<DateSlot> Slots)> Readings(ImmutableArray<DateElement> pattern, int start)
    {
        List<(int End, ImmutableArray<DateSlot> Slots)> open = [(start, [])];
        foreach (DateElement element in pattern)
        {
            List<(int End, ImmutableArray<DateSlot> Slots)> next = [];
            foreach ((int at, ImmutableArray<DateSlot> slots) in open)
            {
                Step(element, at, at == start, slots, next);
                if (element.Optional)
                    next.Add((at, slots));
            }

            if (next.Count == 0)
                return next;
            open = next.Count <= ReadingsKept ? next : Longest(next);
        }

        return open;
    }

    private static List<(int End, ImmutableArray<DateSlot> Slots)> Longest(List<(int End, ImmutableArray<DateSlot> Slots)> readings) =>
        [.. readings.DistinctBy(reading => (reading.End, reading.Slots.Length)).OrderByDescending(reading => reading.End).Take(ReadingsKept)];

    private void Step(DateElement element, int at, bool first, ImmutableArray<DateSlot> slots, List<(int End, ImmutableArray<DateSlot> Slots)> next)
    {
        if (at >= text.Pieces.Length)
            return;
        DatePiece piece = text.Pieces[at];
        if (element.Glued && !first && !piece.Glued)
            return;
        switch (element.Kind)
        {
            case DateElementKind.Literal:
                if (element.Words.Contains(piece.Word))
                    next.Add((at + 1, WithSlot(slots, element, new DateSlot(null, at, at + 1, null, piece.Word, null))));
                break;
            case DateElementKind.Digits:
                if (piece.Number >= element.Least && piece.Number <= element.Most
                    && piece.Range.Length >= element.LeastWidth && piece.Range.Length <= element.MostWidth)
                    next.Add((at + 1, WithSlot(slots, element, new DateSlot(null, at, at + 1, piece.Number, null, null))));
                break;
            case DateElementKind.Group:
                foreach (ImmutableArray<DateElement> choice in element.Choices)
                {
                    foreach ((int end, ImmutableArray<DateSlot> inner) in Readings(choice, at))
                        next.Add((end, slots.AddRange(inner)));
                }

                break;
            default:
                foreach (string name in element.Names)
                {
                    foreach (DateSlot named in Named(name, at))
                        next.Add((named.End, WithSlot(slots, element, named)));
                }

                break;
        }
    }

    private static ImmutableArray<DateSlot> WithSlot(ImmutableArray<DateSlot> slots, DateElement element, DateSlot slot) =>
        element.Slot is { } name ? slots.Add(slot with { Name = name }) : slots;

    private ImmutableArray<DateSlot> Named(string name, int at)
    {
        if (known.TryGetValue((name, at), out ImmutableArray<DateSlot> readings))
            return readings;
        var found = new List<DateSlot>();
        foreach (DateWord word in grammar.WordsFrom(text.Pieces[at].Word))
        {
            if (word.Class == name && Spells(word, at) && text.Allows(at, word.Need))
            {
                bool number = long.TryParse(word.Value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out long value);
                found.Add(new DateSlot(null, at, at + word.Parts.Length, number ? value : null, number ? null : word.Value, null));
            }
        }

        foreach (DateRule rule in grammar.RulesGiving(name))
        {
            foreach (DateForm form in rule.Forms)
            {
                foreach ((int end, ImmutableArray<DateSlot> slots) in Readings(form.Pattern, at))
                    found.Add(new DateSlot(null, at, end, null, null, new DateMatch(rule, form, at, end, slots)));
            }
        }

        readings = [.. found.DistinctBy(slot => slot.End).OrderByDescending(slot => slot.End).Take(ReadingsKept)];
        known[(name, at)] = readings;
        return readings;
    }

    private bool Spells(DateWord word, int at)
    {
        if (at + word.Parts.Length > text.Pieces.Length)
            return false;
        for (int i = 1; i < word.Parts.Length; i++)
        {
            if (text.Pieces[at + i].Word != word.Parts[i])
                return false;
        }

        return true;
    }
}
