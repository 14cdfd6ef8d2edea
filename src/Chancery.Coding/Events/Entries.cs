using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The days of a chronicle: paragraphs that open with a day and nothing else, "25 April. Mobs attack shops …", "22-24 April: Police …". What they tell in the present was done then.</summary>
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
            days[s] = isFirst ? Opening(sources, s) : days[s - 1];
            count += isFirst && days[s] is not null ? 1 : 0;
        }

        if (count < Fewest)
            Array.Clear(days);
    }

    /// <summary>The day of the entry that a sentence stands in; null for none.</summary>
    public EventDate? Of(int sentence) => days[sentence];

    private static EventDate? Opening(EventSources sources, int sentence)
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

            if (next >= tree.Count || tree[next].Pos != PartOfSpeech.Punct || tree.Form(next) is ",")
                return null;
            PartialDate value = last.Value.End > date.Value.End && date.Value.Start is { } start ? PartialDate.Between(start, last.Value.End!.Value) : date.Value;
            return new EventDate(value, tree.Text[date.Range.Start..last.Range.End], date.Basis);
        }

        return null;
    }
}
