using System.CommandLine;
using System.Globalization;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary>The commands that draw something together from events: stances, claims, series.</summary>
internal static class ViewCommands
{
    private static readonly Listing<StanceRow> StanceListing = new(
        [
            new("id", row => row.Tellings[0], 24),
            new("holder", row => row.Holder, 30),
            new("camp", row => row.Camp.ToString().ToLowerInvariant(), 10),
            new("attitude", row => row.Attitude, 18),
            new("toward", row => row.Toward, 30),
            new("from", row => row.First.IsKnown ? row.First.ToString() : "undated", 22),
            new("to", row => row.Last.IsKnown ? row.Last.ToString() : "", 22) { Short = row => row.Last.IsKnown && row.Last != row.First ? row.Last.ToString() : "" },
            new("reports", row => row.Reports.ToString(CultureInfo.InvariantCulture), 7),
            new("tellings", row => Number(row.Tellings.Length), 8),
            new("evidence", row => string.Join(' ', row.Tellings)),
        ],
        ViewJson.Of);

    private static readonly Listing<ClaimRow> ClaimListing = new(
        [
            new("id", row => row.Row.Event.Id, 24),
            new("group", row => row.Group.ToString(CultureInfo.InvariantCulture), 5),
            new("says", row => row.Says, 6),
            new("date", row => row.Row.Event.Date.Date.IsKnown ? row.Row.Event.Date.Date.ToString() : "", 22),
            new("who", row => Wording.Sides(row.Row.Event, row.Row.Entities), 60),
            new("type", row => row.Row.Event.Type?.Name() ?? "", 9),
            new("act", row => Listings.Act(row.Row), 30),
            new("chain", row => string.Join(" < ", row.Row.Event.Attribution.Select(link => link.Text)), 30),
        ],
        ViewJson.Of);

    private static readonly Listing<SeriesRow> SeriesListing = new(
        [
            new("period", row => row.Period.Length > 0 ? row.Period : "not exact", 10),
            new("vcoop", row => Number(row.Quads[0]), 5),
            new("mcoop", row => Number(row.Quads[1]), 5),
            new("vconf", row => Number(row.Quads[2]), 5),
            new("mconf", row => Number(row.Quads[3]), 5),
            new("score_sum", row => Real(row.ScoreSum), 9),
            new("score_mean", row => Real(row.ScoreMean), 10),
            new("goldstein_sum", row => Real(row.GoldsteinSum), 13),
            new("goldstein_mean", row => Real(row.GoldsteinMean), 14),
            new("planned", row => Number(row.Planned), 7),
            new("denied", row => Number(row.Denied), 6),
            new("reports", row => Number(row.Reports), 7),
        ],
        ViewJson.Of);

    private static readonly Listing<Happening> HappeningListing = new(
        [
            new("id", whole => whole.Tellings[0].Event.Id, 24),
            new("date", whole => whole.Tellings[0].Event.Date.Date.IsKnown ? whole.Tellings[0].Event.Date.Date.ToString() : "", 22),
            new("who", whole => Wording.Sides(whole.Tellings[0].Event, whole.Tellings[0].Entities), 60),
            new("type", whole => whole.Tellings[0].Event.Type?.Name() ?? "", 9),
            new("act", whole => Listings.Act(whole.Tellings[0]), 30),
            new("tellings", whole => Number(whole.Tellings.Length), 8),
            new("independent", whole => Number(whole.Independent), 11),
            new("ids", whole => string.Join(' ', whole.Tellings.Select(row => row.Event.Id))),
        ],
        ViewJson.Of);

    private static readonly Listing<OutcomeRow> OutcomeListing = new(
        [
            new("id", row => row.Planned.Event.Id, 24),
            new("planned", row => row.Planned.Event.Date.Date.IsKnown ? row.Planned.Event.Date.Date.ToString() : "", 22),
            new("who", row => Wording.Sides(row.Planned.Event, row.Planned.Entities), 60),
            new("act", row => Listings.Act(row.Planned), 30),
            new("outcome", row => Outcome(row.Kind), 12),
            new("by", row => row.Evidence?.Event.Id ?? "", 24),
        ],
        ViewJson.Of);

    public static IEnumerable<Command> CreateAll(Screen screen)
    {
        yield return StanceCommand(screen);
        yield return ClaimCommand(screen);
        yield return SeriesCommand(screen);
        yield return HappeningCommand(screen);
        yield return OutcomeCommand(screen);
    }

    private static Command HappeningCommand(Screen screen) => ListCommands.Build(
        screen, "happenings", """
        List events with the tellings of several reports joined; 'chancery compare' lays the tellings of one side by side.

        Examples:
          chancery happenings RUS VEN
          chancery happenings type:ASSAULT since:2019 --format csv
        """, Words("[A [B]]: countries by ISO code or name, or persons; then terms of a filter"), (store, given, format, limit) =>
        {
            (IReadOnlyList<NameUse> names, Filter rest) = NameUse.Split(given, store, ("happenings", "[A [B]]", 0, 2));
            return HappeningListing.Write(screen, Limit(Happenings.JoinOrdered(store.Events(ListCommands.Together(names).And(rest))), limit), format);
        });

    private static Command OutcomeCommand(Screen screen) => ListCommands.Build(
        screen, "outcomes", """
        List what was planned and what became of it in later reports: took place, postponed, cancelled, nothing seen.

        Examples:
          chancery outcomes
          chancery outcomes RUS VEN since:2019
        """, Words("[A [B]]: countries by ISO code or name, or persons; then terms of a filter"), (store, given, format, limit) =>
        {
            (IReadOnlyList<NameUse> names, Filter rest) = NameUse.Split(given, store, ("outcomes", "[A [B]]", 0, 2));
            return OutcomeListing.Write(screen, Limit(Outcomes.Of(store.Events(ListCommands.Together(names).And(rest))), limit), format);
        });

    private static Command StanceCommand(Screen screen) => ListCommands.Build(
        screen, "stances", """
        List who recognises, backs, helps, opposes, threatens or sanctions a country, a person or a body, from when to when, on what evidence.
        Government and opposition of a country have rows of their own; silence has none.

        Examples:
          chancery stances VEN
          chancery stances 'Kofi Annan' since:1999 --format csv
        """, Words("NAME: a country by ISO code or name, or a person; then terms of a filter"), (store, given, format, limit) =>
        {
            (IReadOnlyList<NameUse> names, Filter rest) = NameUse.Split(given, store, ("stances", "NAME", 1, 1));
            NameMeaning meaning = names[0].Meaning;
            bool IsTarget(Entity entity) => meaning.Countries.Contains(entity.Country.ToString()) || meaning.Entities.Contains(entity.Name);
            return StanceListing.Write(screen, Limit(Stances.Of(store.Events(rest), IsTarget), limit), format);
        });

    private static Command ClaimCommand(Screen screen) => ListCommands.Build(
        screen, "claims", """
        List tellings that contradict each other: one says that it happened, another that it did not. No winner is declared.

        Examples:
          chancery claims
          chancery claims IND PAK since:2019
        """, Words("[A [B]]: countries by ISO code or name, or persons; then terms of a filter"), (store, given, format, limit) =>
        {
            (IReadOnlyList<NameUse> names, Filter rest) = NameUse.Split(given, store, ("claims", "[A [B]]", 0, 2));
            return ClaimListing.Write(screen, Limit(Claims.Of(store.Events(ListCommands.Together(names).And(rest))), limit), format);
        });

    private static Command SeriesCommand(Screen screen)
    {
        var by = new Option<string>("--by") { Description = "day, month or year", DefaultValueFactory = _ => "month" };
        by.AcceptOnlyFromAmong("day", "month", "year");
        var count = new Option<string>("--count") { Description = "mentions (each telling) or events (tellings of one event once)", DefaultValueFactory = _ => "mentions" };
        count.AcceptOnlyFromAmong("mentions", "events");
        SeriesStep step = SeriesStep.Month;
        bool countsEvents = false;
        Command command = ListCommands.Build(
            screen, "series", """
            Count what two countries do to each other by stretches of time: quad classes, sums and means of both scores, what is planned or denied apart.

            Examples:
              chancery series RUS VEN
              chancery series USA IRN --by year --format csv
            """, Words("A B: countries by ISO code or name, or persons; then terms of a filter"), (store, given, format, limit) =>
            {
                (IReadOnlyList<NameUse> names, Filter rest) = NameUse.Split(given, store, ("series", "[A [B]]", 0, 2));
                IEnumerable<EventRow> rows = store.Events(ListCommands.Together(names).And(rest));
                if (countsEvents)
                    rows = Happenings.JoinOrdered(rows).Select(whole => whole.Tellings[0]);
                return SeriesListing.Write(screen, Limit(Series.Count(rows, step), limit), format);
            });
        command.Options.Add(by);
        command.Options.Add(count);
        count.Validators.Add(result => countsEvents = result.Tokens is [.., { Value: "events" }]);
        by.Validators.Add(result => step = result.Tokens is [.., var last] && Enum.TryParse(last.Value, true, out SeriesStep named) ? named : SeriesStep.Month);
        return command;
    }

    private static string Outcome(OutcomeKind kind) => kind switch
    {
        OutcomeKind.TookPlace => "took place",
        OutcomeKind.Postponed => "postponed",
        OutcomeKind.Cancelled => "cancelled",
        _ => "nothing seen",
    };

    private static Argument<string[]> Words(string description) => new("NAME") { Description = description, Arity = ArgumentArity.ZeroOrMore };

    private static IEnumerable<T> Limit<T>(IEnumerable<T> rows, int? limit) => limit is { } most ? rows.Take(most) : rows;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Real(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}
