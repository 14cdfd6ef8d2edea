using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The days of a chronicle: paragraphs that open with a day and nothing else, "25 April. Mobs attack shops …", "22-24 April: Police …", and what opens with a day and a dash further on in them. What they tell in the present was done then.</summary>
internal sealed class Entries
{
    /// <summary>As many paragraphs of this kind make a chronicle; one alone may be anything.</summary>
    private const int Fewest = 3;

    private readonly EventDate?[] days;

    public Entries(EventSources sources)
    {
        ParsedDocument parsed = sources.Tree.Parsed;
        days = new EventDate?[parsed.Sentences.Length];
        int count = 0;
        for (int s = 0; s < days.Length; s++)
        {
            bool isFirst = s == 0 || parsed.Sentences[s - 1].Block != parsed.Sentences[s].Block;
            EventDate? opened = Opening(sources, s, isFirst);
            days[s] = opened ?? (isFirst ? null : days[s - 1]);
            count += opened is not null ? 1 : 0;
        }

        if (count < Fewest)
            Array.Clear(days);
    }

    /// <summary>The day of the entry that a sentence stands in; null for none.</summary>
    public EventDate? Of(int sentence) => days[sentence];

    /// <param name="sources">The report.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="isFirst">Whether it is the first of its paragraph; behind another one only a dash or a colon tells that its day is that of an entry.</param>
    private static EventDate? Opening(EventSources sources, int sentence, bool isFirst)
    {
        DocumentTree tree = sources.Tree;
        Sentence first = tree.Parsed.Sentences[sentence];
        for (int d = 0; d < sources.Dates.Length; d++)
        {
            DateMention date = sources.Dates[d];
            if (date.Range.Start < tree[first.FirstToken].Range.Start)
                continue;
            if (date.Range.Start > tree[first.FirstToken].Range.Start || date.Kind == TimeKind.Duration || DateRules.IsClock(date) || !date.Value.IsKnown)
                return null;
            DateMention last = date;
            int next = TokenPlaces.FirstFrom(tree.Parsed, date.Range.End);
            if (next + 1 < tree.Count && tree.Form(next) is "-" or "–" && d + 1 < sources.Dates.Length && sources.Dates[d + 1].Range.Start == tree[next + 1].Range.Start)
            {
                last = sources.Dates[d + 1];
                next = TokenPlaces.FirstFrom(tree.Parsed, last.Range.End);
            }

            // "1994 May 3 -"
            while (d + 1 < sources.Dates.Length && next < tree.Count && sources.Dates[d + 1] is { } finer && finer.Range.Start == tree[next].Range.Start && Lies(finer.Value, date.Value))
            {
                (date, last) = (finer, finer);
                next = TokenPlaces.FirstFrom(tree.Parsed, finer.Range.End);
                d++;
            }

            if (next >= tree.Count || tree[next].Pos != PartOfSpeech.Punct || tree.Form(next) is "," || (!isFirst && tree.Form(next) is not ("-" or "–" or "—" or ":")))
                return null;
            PartialDate value = last.Value.End > date.Value.End && date.Value.Start is { } start ? PartialDate.Between(start, last.Value.End!.Value) : date.Value;
            return new EventDate(value, tree.Text[date.Range.Start..last.Range.End], date.Basis);
        }

        return null;
    }

    private static bool Lies(PartialDate inner, PartialDate outer) => inner.Start >= outer.Start && inner.End <= outer.End;
}
