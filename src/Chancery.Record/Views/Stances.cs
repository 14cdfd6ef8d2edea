using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>Which side of a country somebody stands on.</summary>
public enum Camp : byte
{
    Government,
    Opposition,
    Other,
}

/// <summary>How one actor stands to another, from its first telling to its last. Silence has no row.</summary>
/// <param name="Holder">The country, or the name of one who belongs to none.</param>
/// <param name="Camp">Government and opposition of a country stand apart.</param>
/// <param name="Attitude">recognises, does not recognise, backs, helps, opposes, threatens, sanctions, acts against.</param>
/// <param name="Toward">The one it is held to.</param>
/// <param name="First">The first day that a telling of it names; unknown when none does.</param>
/// <param name="Last">The last.</param>
/// <param name="Tellings">The events it rests on, oldest first.</param>
/// <param name="Reports">In how many reports.</param>
public sealed record StanceRow(
    string Holder, Camp Camp, string Attitude, string Toward, PartialDate First, PartialDate Last, ImmutableArray<string> Tellings, int Reports);

/// <summary>Reads stances off events: only what happened or goes on, and recognition refused.</summary>
public static class Stances
{
    private const string Recognition = "054";

    public static ImmutableArray<StanceRow> Of(IEnumerable<EventRow> rows, Func<Entity, bool> isTarget)
    {
        var found = new Dictionary<(string, Camp, string, string), List<EventRow>>();
        foreach (EventRow row in rows)
        {
            if (AttitudeOf(row.Event) is not { } attitude)
                continue;
            foreach (Entity target in Targets(row).Where(isTarget))
            {
                foreach (Side side in row.Event.Actors)
                {
                    Entity holder = row.Entities[side.Entity];

                    // Who proclaims himself does not oppose himself.
                    if (ReferenceEquals(holder, target))
                        continue;
                    (string, Camp, string, string) key = (holder.Country.IsNone ? holder.Name : holder.Country.ToString(), CampOf(holder), attitude, target.Name);
                    if (!found.TryGetValue(key, out List<EventRow>? tellings))
                        found[key] = tellings = [];
                    tellings.Add(row);
                }
            }
        }

        return
        [
            .. found.Select(pair => Row(pair.Key, pair.Value))
                .OrderBy(row => row.Toward, StringComparer.Ordinal)
                .ThenBy(row => row.Holder, StringComparer.Ordinal)
                .ThenBy(row => row.Camp)
                .ThenBy(row => row.First.Start ?? row.First.End ?? DateOnly.MaxValue)
                .ThenBy(row => row.Attitude, StringComparer.Ordinal),
        ];
    }

    /// <summary>To whom an act is done, and what it is about.</summary>
    public static IEnumerable<Entity> Targets(EventRow row)
    {
        IEnumerable<int> sides = row.Event.Recipients.Select(side => side.Entity);
        return (row.Event.About?.Entity is { } about ? sides.Append(about) : sides).Distinct().Select(index => row.Entities[index]);
    }

    /// <summary>What an act tells of how its actors stand to whom it is done; null for an act that tells nothing.</summary>
    public static string? AttitudeOf(EventMention item)
    {
        if (item.Factuality == Factuality.Negated)
            return item.Cameo == Recognition ? "does not recognise" : null;
        if (item.Factuality is not (Factuality.Happened or Factuality.Ongoing))
            return null;
        return item.Type switch
        {
            EventType.Support => item.Cameo == Recognition ? "recognises" : "backs",
            EventType.Aid => "helps",
            EventType.Accuse or EventType.Reject or EventType.Protest => "opposes",
            EventType.Threaten => "threatens",
            EventType.Sanction => "sanctions",
            EventType.Coerce or EventType.Assault => "acts against",
            _ => null,
        };
    }

    public static Camp CampOf(Entity holder)
    {
        if (holder.Sectors.Contains(Sector.Opp))
            return Camp.Opposition;
        bool isState = holder.Kind == EntityKind.State || holder.Sectors.Any(sector => sector is Sector.Gov or Sector.Mil or Sector.Leg or Sector.Jud or Sector.Spy or Sector.Cop);
        return isState ? Camp.Government : Camp.Other;
    }

    private static StanceRow Row((string Holder, Camp Camp, string Attitude, string Toward) key, List<EventRow> tellings)
    {
        EventRow[] dated = [.. tellings.Where(row => row.Event.Date.Date.IsKnown).OrderBy(row => row.Event.Date.Date.Start ?? row.Event.Date.Date.End)];
        EventRow[] undated = [.. tellings.Where(row => !row.Event.Date.Date.IsKnown)];
        return new StanceRow(
            key.Holder, key.Camp, key.Attitude, key.Toward,
            dated.Length > 0 ? dated[0].Event.Date.Date : PartialDate.Unknown,
            dated.Length > 0 ? dated[^1].Event.Date.Date : PartialDate.Unknown,
            [.. dated.Concat(undated).Select(row => row.Event.Id).Distinct()],
            tellings.Select(row => row.Report.Key).Distinct().Count());
    }
}
