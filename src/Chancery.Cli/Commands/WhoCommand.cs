using System.CommandLine;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Cli;

/// <summary><c>chancery who NAME</c></summary>
internal static class WhoCommand
{
    public static Command Create(Screen screen)
    {
        var name = new Argument<string[]>("NAME") { Description = "A name, an office or a description", Arity = ArgumentArity.OneOrMore };
        var on = new Option<string>("--on") { Description = "The day, as 2017-05-14, 2017-05 or 2017 (default: the present)", DefaultValueFactory = _ => "" };
        var knowledge = new Option<string[]>("--knowledge") { Description = "A folder of your own entities, laid over the program's" };
        var command = new Command("who", """
            Say who or what a name means at a date, with everything that it may mean.

            Examples:
              chancery who Pastrana --on 1999-02-01
              chancery who "the Danish premier" --on 2012
              chancery who Congo
            """)
        { name, on, knowledge };
        command.SetAction(parsed => Run(
            screen, string.Join(' ', parsed.GetRequiredValue(name)), parsed.GetRequiredValue(on), parsed.GetValue(knowledge) ?? []));
        return command;
    }

    private static int Run(Screen screen, string name, string on, string[] layers)
    {
        if (!DateSpan.TryParseDay(on, out DateOnly? day))
            throw new UsageException($"'{on}' is no date such as 2017-05-14, 2017-05 or 2017");
        var resolver = new ActorResolver(Installation.LoadKnowledge(layers));
        ActorResolution found = resolver.Resolve(name, day);
        if (found.Entity is { } entity)
            Describe(screen.Text, entity, day);
        else if (!found.Country.IsNone || found.Sectors.Any(sector => sector != Sector.Unk))
            screen.Text.WriteLine($"{name}: {(found.Country.IsNone ? "no country" : found.Country.ToString())} {Codes(found.Sectors)}{(found.Office is { } office ? $", {office}" : "")}");
        KnownEntity[] others = [.. resolver.Meanings(name, day).Where(other => other != found.Entity)];
        if (others.Length > 0)
            screen.Text.WriteLine(found.Entity is null ? "it may mean:" : "it may also mean:");
        foreach (KnownEntity other in others)
            Describe(screen.Text, other, day);
        if (found.Entity is not null || others.Length > 0 || !found.Country.IsNone || found.Sectors.Any(sector => sector != Sector.Unk))
            return ExitCodes.Done;
        screen.Complain($"nothing is known of '{name}'");
        return ExitCodes.SomeNotRead;
    }

    private static string Codes(IEnumerable<Sector> sectors) => string.Join(' ', sectors.Select(sector => sector.Code()));

    private static void Describe(TextWriter text, KnownEntity entity, DateOnly? day)
    {
        string country = entity.Country.IsNone ? "" : " " + entity.Country;
        string sectors = entity.Sectors.IsEmpty ? "" : " " + Codes(entity.Sectors);
        text.WriteLine($"{entity.Name}  ({entity.Kind.ToString().ToLowerInvariant()}{country}{sectors})");
        foreach (Office office in entity.Offices)
        {
            string mark = office.Span.Holds(day) ? "*" : " ";
            string where = office.Country.IsNone ? "" : office.Country + " ";
            text.WriteLine($"  {mark} {where}{office.Sector.Code()} {office.Title}  {office.Span}");
        }

        if (entity.Names.Length > 1)
            text.WriteLine($"    also called {string.Join(", ", entity.Names.Skip(1))}");
        if (entity.Valid != default)
            text.WriteLine($"    {entity.Valid}");
        CountryCode[] members = [.. entity.Members.Where(member => member.Span.Holds(day)).Select(member => member.Country)];
        if (members.Length > 0)
            text.WriteLine($"    members: {string.Join(' ', members)}");
    }
}
