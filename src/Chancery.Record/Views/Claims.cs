using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>One side of a contradiction.</summary>
/// <param name="Group">Rows with one number contradict each other.</param>
/// <param name="Says">so, not so, or denied.</param>
/// <param name="Row">The telling.</param>
public sealed record ClaimRow(int Group, string Says, EventRow Row);

/// <summary>Finds tellings of one act that contradict each other. No winner is declared.</summary>
public static class Claims
{
    public static ImmutableArray<ClaimRow> Of(IEnumerable<EventRow> rows)
    {
        var claims = ImmutableArray.CreateBuilder<ClaimRow>();
        int number = 0;
        foreach (IGrouping<string, EventRow> group in rows.GroupBy(Key, StringComparer.Ordinal))
        {
            EventRow[] tellings = [.. group];
            foreach (EventRow no in tellings.Where(row => Says(row.Event) != "so"))
            {
                EventRow[] yes = [.. tellings.Where(row => Says(row.Event) == "so" && row.Event.Date.Date.MayOverlap(no.Event.Date.Date))];
                if (yes.Length == 0)
                    continue;
                number++;
                claims.Add(new ClaimRow(number, Says(no.Event), no));
                claims.AddRange(yes.Select(row => new ClaimRow(number, "so", row)));
            }
        }

        return claims.ToImmutable();
    }

    /// <summary>Type and who takes part, by country or name.</summary>
    private static string Key(EventRow row) =>
        $"{row.Event.Type?.Name() ?? row.Event.Cameo}|{Names(row, row.Event.Actors)}|{Names(row, row.Event.Recipients)}";

    private static string Names(EventRow row, IEnumerable<Side> sides) => string.Join(
        ';',
        sides.Select(side => row.Entities[side.Entity]).Select(entity => entity.Country.IsNone ? entity.Name : entity.Country.ToString()).Distinct().Order(StringComparer.Ordinal));

    private static string Says(EventMention item)
    {
        if (item.Attribution.Any(link => link.Stance == Stance.Denies))
            return "denied";
        return item.Factuality == Factuality.Negated ? "not so" : "so";
    }
}
