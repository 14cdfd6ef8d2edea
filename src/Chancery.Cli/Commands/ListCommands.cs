using System.CommandLine;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary>The commands that list rows of the store: events, quotes, reports, timeline, dyad, contacts, agreements.</summary>
internal static class ListCommands
{
    public static IEnumerable<Command> CreateAll(Screen screen)
    {
        yield return OfFilter(screen, "events", $"""
            List events. All terms of the filter must hold; values with commas between them are alternatives; - before a term leaves out.

            Examples:
              chancery events actor:RUS recipient:VEN since:2019-01 until:2019-12
              chancery events type:CONSULT mode:visit factuality:happened --format csv
              chancery events 'actor:"Kofi Annan"' -historical:yes 'text:"oil embargo"'

            Keys:
            {FilterWords.Help()}
            """, (store, filter, format, limit) => Listings.Events.Write(screen, store.Events(filter, EventOrder.Day, limit), format));
        yield return OfFilter(screen, "quotes", """
            List quotations: who said what, in which words. The filter is that of 'chancery events'; text: asks of the words said.

            Examples:
              chancery quotes speaker:FRA since:2019
              chancery quotes 'about:"Kofi Annan"'
              chancery quotes 'text:"red line"' --format jsonl
            """, (store, filter, format, limit) => Listings.Quotes.Write(screen, store.Quotes(filter, limit), format));
        yield return OfFilter(screen, "reports", """
            List reports with what they gave. The filter is that of 'chancery events'; since: and until: ask of the day of publication.

            Examples:
              chancery reports outlet:TASS
              chancery reports dated:no
              chancery reports 'text:"oil embargo"' --format csv
            """, (store, filter, format, limit) => Listings.Reports.Write(screen, store.Reports(filter, limit), format));
        yield return OfNames(screen, "timeline", "A [B]", 1, 2, """
            List in order of time what a country or person takes part in, or two of them with each other.

            Examples:
              chancery timeline RUS VEN
              chancery timeline 'Kofi Annan' since:1999
              chancery timeline Norway type:CONSULT --format md
            """, Together);
        yield return OfNames(screen, "dyad", "A B", 2, 2, """
            List what two countries do to each other, in both directions.

            Examples:
              chancery dyad RUS VEN
              chancery dyad Iran Iraq quad:4 --format csv
            """, Together);
        yield return OfNames(screen, "contacts", "[A [B]]", 0, 2, """
            List visits, calls, meetings and letters, those planned too.

            Examples:
              chancery contacts RUS VEN
              chancery contacts 'Kofi Annan' mode:phone
            """, names => Together(names).And(FilterKey.Cameo, "04", "036"));
        yield return OfNames(screen, "agreements", "[A [B]]", 0, 2, """
            List agreements: offered, negotiated, to be signed, signed, ratified, in force, ended.

            Examples:
              chancery agreements CHN
              chancery agreements RUS VEN agreement:signed field:military
            """, names => Together(names).And(FilterKey.Agreement, "any"), Listings.Agreements);
    }

    /// <summary>Events in which all the names take part: two countries by the pair, others side by side.</summary>
    public static Filter Together(IReadOnlyList<NameUse> names)
    {
        if (names.Count == 2 && names.All(name => name.Meaning.Countries.Length > 0))
            return Filter.All.And(FilterKey.Between, names[0].Word, names[1].Word);
        return names.Aggregate(Filter.All, (filter, name) => filter.And(FilterKey.Side, name.Word));
    }

    private static Command OfFilter(Screen screen, string name, string description, Func<RecordStore, Filter, string, int?, int> write)
    {
        var words = new Argument<string[]>("FILTER") { Description = "Terms such as actor:RUS type:CONSULT since:2019", Arity = ArgumentArity.ZeroOrMore };
        return Build(screen, name, description, words, (store, given, format, limit) => write(store, FilterWords.Parse(given), format, limit));
    }

    private static Command OfNames(
        Screen screen, string name, string shape, int least, int most, string description, Func<IReadOnlyList<NameUse>, Filter> ask, Listing<EventRow>? listing = null)
    {
        var words = new Argument<string[]>("NAME")
        {
            Description = $"{shape}: countries by ISO code or name, or persons; then terms of a filter as in 'chancery events'",
            Arity = ArgumentArity.ZeroOrMore,
        };
        return Build(screen, name, description, words, (store, given, format, limit) =>
        {
            (IReadOnlyList<NameUse> uses, Filter rest) = NameUse.Split(given, store, (name, shape, least, most));
            Filter filter = ask(uses).And(rest);
            return (listing ?? Listings.Events).Write(screen, store.Events(filter, EventOrder.Day, limit), format);
        });
    }

    /// <summary>A command that takes words, opens the store and writes rows in one of the formats.</summary>
    public static Command Build(Screen screen, string name, string description, Argument<string[]> words, Func<RecordStore, string[], string, int?, int> write)
    {
        Option<string> path = StoreOption.Create();
        var format = new Option<string>("--format") { Description = "table, jsonl, csv or md", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "jsonl", "csv", "md");
        var limit = new Option<int?>("--limit") { Description = "At most so many rows", HelpName = "N" };
        var command = new Command(name, description) { words, path, format, limit };
        command.SetAction(parsed =>
        {
            string[] given = parsed.GetValue(words) ?? [];
            string style = parsed.GetRequiredValue(format);
            using RecordStore store = StoreOption.Open(parsed.GetRequiredValue(path), StoreAccess.Read);
            try
            {
                int count = write(store, given, style, parsed.GetValue(limit));
                if (style == "table")
                    screen.Text.WriteLine(count == 0 ? "nothing in the record" : "");
                return ExitCodes.Done;
            }
            catch (FilterException error)
            {
                throw FilterWords.Complaint(string.Join(' ', given), error);
            }
        });
        return command;
    }
}

/// <summary>A name on the command line and what it means in the store.</summary>
internal readonly record struct NameUse(string Word, NameMeaning Meaning)
{
    /// <summary>The names at the beginning of the words, and the filter after them.</summary>
    /// <exception cref="UsageException">Too few or too many names, or nobody is called so.</exception>
    public static (IReadOnlyList<NameUse> Names, Filter After) Split(string[] given, RecordStore store, (string Command, string Shape, int Least, int Most) use)
    {
        string[] names = [.. given.TakeWhile(word => !word.Contains(':', StringComparison.Ordinal))];
        if (names.Length < use.Least || names.Length > use.Most)
            throw new UsageException($"{use.Command} takes {use.Shape}, then a filter; see 'chancery {use.Command} --help'");
        return ([.. names.Select(word => Of(word, store))], FilterWords.Parse(given.Skip(names.Length)));
    }

    /// <exception cref="UsageException">Nobody in the store is called so.</exception>
    public static NameUse Of(string word, RecordStore store)
    {
        NameMeaning meaning = store.MeaningOf(word);
        return meaning.IsNothing
            ? throw new UsageException($"nobody in {store.Path} is called '{word}'; 'chancery who {word}' tells what the name may mean")
            : new NameUse(word, meaning);
    }
}
