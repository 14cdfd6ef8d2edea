using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>What became of something planned, as far as the record tells.</summary>
public enum OutcomeKind : byte
{
    NothingSeen,
    TookPlace,
    Postponed,
    Cancelled,
}

/// <summary>A planned event with what became of it.</summary>
/// <param name="Planned">Told as future.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Evidence">The telling that says so; null when nothing was seen.</param>
public sealed record OutcomeRow(EventRow Planned, OutcomeKind Kind, EventRow? Evidence);

/// <summary>Links planned events to what later reports tell. A later plan alone says nothing of an earlier one: there may be two.</summary>
public static class Outcomes
{
    /// <summary>An act may come this much later than it was planned for and still be the one planned.</summary>
    private const int LateDays = 10;

    /// <summary>How long after the report a plan without a date is waited for.</summary>
    private const int PatienceDays = 120;

    /// <summary>CAMEO's code for an intent to meet or negotiate.</summary>
    private const string MeetingPlan = "036";

    /// <summary>What rules that read a postponement are called; the scheme has one code for it and for a cancellation.</summary>
    private const string Postponing = "reject.postpone";

    private const string Phone = "phone";

    /// <summary>CAMEO's codes for an intent, with the class of acts that is intended.</summary>
    private static readonly FrozenDictionary<string, string> Intended = new Dictionary<string, string>
    {
        ["031"] = "06",
        ["032"] = "05",
        ["033"] = "07",
        ["035"] = "08",
        [MeetingPlan] = "04",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static ImmutableArray<OutcomeRow> Of(IEnumerable<EventRow> rows)
    {
        Sketch[] sketches = [.. rows.Select(Sketch.Of)];
        ILookup<Sketch, Sketch> named = NamedActs(sketches);
        ILookup<string, Sketch> byName = sketches
            .SelectMany(sketch => named[sketch].Append(sketch).SelectMany(told => told.All).Distinct().Select(name => (name, sketch)))
            .ToLookup(pair => pair.name, pair => pair.sketch);
        return
        [
            .. sketches
                .Where(sketch => sketch.Event.Factuality == Factuality.Future && sketch.All.Count > 0)
                .Select(plan => Judge(plan, byName[plan.All.Order(StringComparer.Ordinal).First()], named)),
        ];
    }

    /// <summary>
    /// For each act that calls something off the acts that its object names: "the minister's visit to Kenya has been postponed" tells
    /// of nobody who postpones, and of a visit that has its sides.
    /// </summary>
    private static ILookup<Sketch, Sketch> NamedActs(Sketch[] sketches)
    {
        ILookup<long, Sketch> byReport = sketches.ToLookup(sketch => sketch.Row.Report.Key);
        return sketches
            .Where(sketch => sketch.Event is { Type: EventType.Reject, About: not null })
            .SelectMany(off => byReport[off.Row.Report.Key]
                .Where(act => act != off && off.Event.About!.Range.Contains(act.Event.Trigger))
                .Select(act => (off, act)))
            .ToLookup(pair => pair.off, pair => pair.act);
    }

    private static OutcomeRow Judge(Sketch plan, IEnumerable<Sketch> candidates, ILookup<Sketch, Sketch> named)
    {
        Sketch[] all = [.. candidates];

        // A report that says so of the very act that it names.
        if (all.FirstOrDefault(other => named[other].Contains(plan) && IsWithdrawal(plan.Event, other.Event)) is { } itself)
            return new OutcomeRow(plan.Row, KindOf(itself), itself.Row);
        Sketch[] later =
        [
            .. all
                .Where(other => other.Row.Report.Key != plan.Row.Report.Key && named[other].Append(other).Any(told => SharesSides(plan, told)) && Day(other.Row) >= Day(plan.Row))
                .OrderBy(other => Day(other.Row))
                .ThenBy(other => other.Row.Key),
        ];
        if (later.FirstOrDefault(other => IsFulfilment(plan.Event, other.Event) && IsInTime(plan, other)) is { } done)
            return new OutcomeRow(plan.Row, OutcomeKind.TookPlace, done.Row);

        // What is told last holds: a visit put off may be called off in the end.
        return later.LastOrDefault(other => IsWithdrawal(plan.Event, other.Event) && IsWaitedFor(plan, other)) is { } off
            ? new OutcomeRow(plan.Row, KindOf(off), off.Row)
            : new OutcomeRow(plan.Row, OutcomeKind.NothingSeen, null);
    }

    /// <summary>The same sides and persons; where both tellings have a direction, the same direction.</summary>
    private static bool SharesSides(Sketch plan, Sketch other) =>
        plan.All.Count(other.All.Contains) >= Math.Min(2, plan.All.Count)
        && Sameness.PeopleAgree(plan, other)
        && (plan.Recipients.Count == 0 || other.Recipients.Count == 0 || plan.Actors.Overlaps(other.Actors));

    private static bool IsFulfilment(EventMention plan, EventMention other)
    {
        if (other.Factuality is not (Factuality.Happened or Factuality.Ongoing))
            return false;
        if (plan.Agreement is not null && other.Agreement is { Status: AgreementStatus.Signed or AgreementStatus.Ratified or AgreementStatus.InForce })
            return true;

        // A call is no visit, unless a call was planned.
        if (plan.Cameo == MeetingPlan && other.Modes.Contains(Phone) && plan.Evidence.Rule != other.Evidence.Rule)
            return false;
        return Intended.TryGetValue(plan.Cameo, out string? intended)
            ? other.Cameo.StartsWith(intended, StringComparison.Ordinal)
            : plan.Agreement is null && plan.Type is not null && plan.Type == other.Type && plan.Cameo == other.Cameo;
    }

    private static OutcomeKind KindOf(Sketch off) =>
        off.Event.Evidence.Rule.ToString().StartsWith(Postponing, StringComparison.Ordinal) ? OutcomeKind.Postponed : OutcomeKind.Cancelled;

    /// <summary>The plan is called off or put off, or the act is denied to have come about.</summary>
    private static bool IsWithdrawal(EventMention plan, EventMention other) =>
        (plan.Cameo == MeetingPlan && other is { Type: EventType.Reject, Factuality: Factuality.Happened or Factuality.Ongoing } && other.Modes.Contains("meet"))
        || (other.Factuality == Factuality.Negated && IsFulfilment(plan, other with { Factuality = Factuality.Happened }));

    private static bool IsInTime(Sketch plan, Sketch other)
    {
        if (other.First is not { } first || other.Last is not { } last)
            return false;
        if (plan.Event.Date.Date is { Start: not null, End: not null } && plan.First is { } from && plan.Last is { } to)
            return last >= from && first.DayNumber <= to.DayNumber + LateDays;
        return Day(plan.Row) is { } told && first > told && first.DayNumber <= told.DayNumber + PatienceDays;
    }

    /// <summary>Whether the plan was still looked forward to when the other report came out.</summary>
    private static bool IsWaitedFor(Sketch plan, Sketch other)
    {
        if (Day(other.Row) is not { } told)
            return false;
        DateOnly? until = plan.Event.Date.Date.End ?? (Day(plan.Row) is { } planned ? planned.AddDays(PatienceDays) : null);
        return until is { } last && told.DayNumber <= last.DayNumber + LateDays;
    }

    /// <summary>When the report was published; only a later report can tell what became of a plan.</summary>
    private static DateOnly? Day(EventRow row) => row.Report.Published?.Date.Start;
}
