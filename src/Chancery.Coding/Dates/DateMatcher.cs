using System.Collections.Immutable;
using Chancery.Knowledge;

namespace Chancery.Coding;

/// <summary>What a slot of a pattern holds: a number, a symbol, or the match of another rule; and where it stands among the pieces.</summary>
/// <param name="Name">The slot's name, or null for what no formula reads.</param>
/// <param name="Start">The first piece.</param>
/// <param name="End">The piece after the last.</param>
/// <param name="Number">Its number, or null.</param>
/// <param name="Symbol">Its symbol, or null.</param>
/// <param name="Match">The match of another rule, or null.</param>
/// <param name="Before">The slot filled before it in the same pattern, or null.</param>
internal sealed record DateSlot(string? Name, int Start, int End, long? Number, string? Symbol, DateMatch? Match, DateSlot? Before = null);

/// <summary>A rule's form found in a text, not yet valued.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Form">Which of its forms.</param>
/// <param name="Start">The first piece.</param>
/// <param name="End">The piece after the last.</param>
/// <param name="Slots">The last of its slots; the others hang on it.</param>
internal sealed record DateMatch(DateRule Rule, DateForm Form, int Start, int End, DateSlot? Slots)
{
    public DateSlot? Slot(string name)
    {
        for (DateSlot? slot = Slots; slot is not null; slot = slot.Before)
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
    // A few readings of a part are enough to go on from; it bounds the work at a place.
    private const int ReadingsKept = 4;
    private const int ReadingsTried = 24;

    private readonly Dictionary<(int Name, int Start), ImmutableArray<DateSlot>> known = [];
    private readonly int[] numbers = NumbersOf(text, grammar);
    private readonly List<(int End, DateSlot? Slots)> readings = [];

    /// <summary>The longest time expression that begins at a piece; of two with one length the one whose rule comes first in the file.</summary>
    public DateMatch? At(int start)
    {
        DateMatch? best = null;
        foreach ((DateRule rule, DateForm form) in grammar.FormsFrom(numbers[start]))
        {
            int first = readings.Count;
            Read(form.Pattern, 0, start, start, null, first);
            for (int i = first; i < readings.Count; i++)
            {
                (int end, DateSlot? slots) = readings[i];
                if (end > start && (best is null || end > best.End) && EndsWhole(end) && !(rule.Alone && text.IsNoun(end)) && !(rule.Whole && text.HasClause(end - 1)))
                    best = new DateMatch(rule, form, start, end, slots);
            }

            readings.RemoveRange(first, readings.Count - first);
        }

        return best;
    }

    private static int[] NumbersOf(DateText text, DateGrammar grammar)
    {
        var numbers = new int[text.Pieces.Length];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = grammar.NumberOf(text.Pieces[i].Word);
        return numbers;
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

    // Tries a pattern from one of its steps on; complete readings are put behind those that lie in the list already.
    private void Read(ImmutableArray<DateElement> pattern, int step, int start, int at, DateSlot? slots, int first)
    {
        if (readings.Count - first >= ReadingsTried)
            return;
        if (step == pattern.Length)
        {
            readings.Add((at, slots));
            return;
        }

        DateElement element = pattern[step];
        if (at < text.Pieces.Length && !(element.Glued && at > start && !text.Pieces[at].Glued))
            Take(pattern, step, start, at, slots, first);
        if (element.Optional)
            Read(pattern, step + 1, start, at, slots, first);
    }

    private void Take(ImmutableArray<DateElement> pattern, int step, int start, int at, DateSlot? slots, int first)
    {
        DateElement element = pattern[step];
        DatePiece piece = text.Pieces[at];
        switch (element.Kind)
        {
            case DateElementKind.Literal:
                if (element.Words.Contains(piece.Word))
                    Read(pattern, step + 1, start, at + 1, element.Slot is null ? slots : new DateSlot(element.Slot, at, at + 1, null, piece.Word, null, slots), first);
                break;
            case DateElementKind.Digits:
                if (piece.Number >= element.Least && piece.Number <= element.Most
                    && piece.Range.Length >= element.LeastWidth && piece.Range.Length <= element.MostWidth)
                    Read(pattern, step + 1, start, at + 1, element.Slot is null ? slots : new DateSlot(element.Slot, at, at + 1, piece.Number, null, null, slots), first);
                break;
            case DateElementKind.Group:
                foreach (ImmutableArray<DateElement> choice in element.Choices)
                {
                    int inner = readings.Count;
                    Read(choice, 0, at, at, slots, inner);
                    (int End, DateSlot? Slots)[] taken = [.. readings[inner..]];
                    readings.RemoveRange(inner, taken.Length);
                    foreach ((int end, DateSlot? filled) in taken)
                        Read(pattern, step + 1, start, end, filled, first);
                }

                break;
            default:
                foreach (DateName name in element.Names)
                {
                    if (!grammar.MayBegin(name, numbers[at]))
                        continue;
                    foreach (DateSlot named in Named(name, at))
                        Read(pattern, step + 1, start, named.End, element.Slot is null ? slots : named with { Name = element.Slot, Before = slots }, first);
                }

                break;
        }
    }

    private ImmutableArray<DateSlot> Named(DateName name, int at)
    {
        if (known.TryGetValue((name.Number, at), out ImmutableArray<DateSlot> before))
            return before;
        var found = new List<DateSlot>();
        foreach (DateWord word in grammar.WordsFrom(text.Pieces[at].Word))
        {
            if (word.Class == name.Text && Spells(word, at) && text.Allows(at, word.Need))
                found.Add(new DateSlot(null, at, at + word.Parts.Length, word.Number, word.Number is null ? word.Value : null, null));
        }

        foreach ((DateRule rule, DateForm form) in grammar.FormsGiving(name, numbers[at]))
        {
            int first = readings.Count;
            Read(form.Pattern, 0, at, at, null, first);
            for (int i = first; i < readings.Count; i++)
                found.Add(new DateSlot(null, at, readings[i].End, null, null, new DateMatch(rule, form, at, readings[i].End, readings[i].Slots)));
            readings.RemoveRange(first, readings.Count - first);
        }

        ImmutableArray<DateSlot> kept = found.Count == 0 ? []
            : [.. found.DistinctBy(slot => slot.End).OrderByDescending(slot => slot.End).Take(ReadingsKept)];
        known[(name.Number, at)] = kept;
        return kept;
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
