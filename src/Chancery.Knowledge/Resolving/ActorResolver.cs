using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>What an actor phrase means at a date.</summary>
/// <param name="Country">None when it belongs to none, or nothing says.</param>
/// <param name="Sectors">The weightiest first; UNK alone when nothing says.</param>
/// <param name="Entity">The known one meant, or null.</param>
/// <param name="Office">Held at the date, or as the phrase names it; null for none.</param>
/// <param name="Candidates">The others, when the phrase does not decide.</param>
public sealed record ActorResolution(
    CountryCode Country, ImmutableArray<Sector> Sectors, KnownEntity? Entity, string? Office, ImmutableArray<KnownEntity> Candidates);

/// <summary>Reads a free-standing actor phrase, such as "Somalia's prime minister" or "the former Ruritanian spy chief".</summary>
public sealed class ActorResolver
{
    private readonly KnownEntities entities;
    private readonly Outlets outlets;
    private readonly PersonSearch people;

    public ActorResolver(KnowledgeBase knowledge)
    {
        entities = knowledge.Entities;
        outlets = knowledge.Outlets;
        people = new PersonSearch(entities, new NameLikeness(entities.Folding, entities.Naming));
    }

    /// <param name="text">The phrase, without its sentence.</param>
    /// <param name="day">Null for the present.</param>
    public ActorResolution Resolve(string text, DateOnly? day)
    {
        var phrase = new ActorPhrase(text, entities, day);
        Title? title = phrase.Title;
        CountryCode country = phrase.Country;

        if (phrase.UnknownName.Length > 0 && (phrase.People.IsEmpty || phrase.IsSurname) && Holder(phrase, day) is { } holder)
            return OfPerson(holder, phrase, day, []);
        ImmutableArray<KnownEntity> persons = phrase.IsSurname ? people.Bearing(phrase.UnknownName, phrase.People, title, day) : phrase.People;
        if (persons.Length > 0)
        {
            ImmutableArray<PersonChoice> ranked = people.Rank(persons, day, title, country);
            bool sure = ranked.Length == 1 || ranked[0].Score > ranked[1].Score + 0.5;
            if (sure || ranked[0].Office is { } first && ranked.All(choice => choice.Office is { } other && other.Country == first.Country))
                return OfPerson(ranked[0], phrase, day, []);
            if (!phrase.IsSurname || title is not null)
                return OfPerson(ranked[0], phrase, day, [.. ranked.Skip(1).Select(choice => choice.Person)]);
        }

        if (phrase.Body is { } body)
            return OfBody(body, phrase, day);
        if (title is not null)
        {
            PersonChoice? only = country.IsNone || phrase.IsPlural || phrase.UnknownName.Length > 0 || phrase.IsFormer
                ? null
                : people.Holder("", title, country, day);
            return new ActorResolution(country, SectorsOf(phrase, []), only?.Person, title.Name, []);
        }

        // Peacekeepers in Mali are not Mali's.
        if (phrase.IsWhere && phrase.Agent is { Sector: Sector.Igo or Sector.Ngo })
            return new ActorResolution(default, SectorsOf(phrase, []), null, null, []);
        if (phrase.State is { } state)
        {
            ImmutableArray<Sector> sectors = phrase.Agent is not null ? SectorsOf(phrase, []) : phrase.IsGovernment ? [Sector.Gov] : phrase.HasOtherWords ? [Sector.Unk] : [];
            return new ActorResolution(country, sectors, phrase.Agent is null && phrase.StandsAlone ? state : null, null, phrase.OtherStates);
        }

        if (outlets.Find(text) is { } outlet)
            return new ActorResolution(outlet.Country, [Sector.Med], null, null, []);
        return new ActorResolution(country, SectorsOf(phrase, []), null, null, phrase.OtherStates);
    }

    private PersonChoice? Holder(ActorPhrase phrase, DateOnly? day)
    {
        foreach (Title? title in new[] { phrase.Title, phrase.SecondTitle })
        {
            if (title is not null && people.Holder(phrase.UnknownName, title, phrase.Country, day) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>All that the whole text may name, persons in order of likelihood on the day.</summary>
    public ImmutableArray<KnownEntity> Meanings(string text, DateOnly? day)
    {
        string name = text.Trim();
        var matches = new List<NameMatch>();
        entities.Match(name, matches);
        KnownEntity[] meant =
        [
            .. matches.Where(match => match.Start == 0 && match.End == name.Length)
                .SelectMany(match => entities.Candidates(match.Name).ToArray())
                .Where(candidate => candidate.IsEntity)
                .Select(candidate => entities[candidate.Index])
                .Distinct(),
        ];
        return
        [
            .. meant.Where(entity => entity.Kind != EntityKind.Person),
            .. people.Rank(meant.Where(entity => entity.Kind == EntityKind.Person), day, null, default).Select(choice => choice.Person),
        ];
    }

    private static ActorResolution OfPerson(PersonChoice choice, ActorPhrase phrase, DateOnly? day, ImmutableArray<KnownEntity> others)
    {
        Office? held = choice.Office;
        ImmutableArray<Sector> own = [];
        CountryCode country = choice.Person.Country;
        string? office = null;
        if (held is { } known)
        {
            country = known.Country.IsNone ? country : known.Country;
            office = known.Title;
            Sector[] current = [.. choice.Person.OfficesOn(day).Select(other => other.Sector).Distinct()];
            bool over = current.Length == 0 && known.Span.To is { } end && (day is null || day >= end) && phrase.Title is null;
            own = over || phrase.IsFormer ? [Sector.Eli, known.Sector] : [known.Sector, .. current.Where(sector => sector != known.Sector)];
            if (over)
                office = null;
        }

        if (phrase.Title is { } title && held is null)
            own = [title.Sector];
        return new ActorResolution(country, own.IsEmpty ? [Sector.Unk] : own, choice.Person, office ?? phrase.Title?.Name, others);
    }

    private static ActorResolution OfBody(KnownEntity body, ActorPhrase phrase, DateOnly? day)
    {
        ImmutableArray<Sector> sectors = SectorsOf(phrase, body.Sectors);
        CountryCode country = body.Country.IsNone && !body.Sectors.Contains(Sector.Igo) ? phrase.Country : body.Country;
        bool whole = phrase.Title is null && phrase.Agent is null;
        return new ActorResolution(country, sectors, whole ? body : null, phrase.Title?.Name, []);
    }

    private static ImmutableArray<Sector> SectorsOf(ActorPhrase phrase, ImmutableArray<Sector> ofBody)
    {
        var sectors = new List<Sector>();
        if (phrase.IsFormer)
            sectors.Add(Sector.Eli);
        sectors.AddRange(ofBody);
        if (phrase.Agent is { } agent && phrase.Title is null)
        {
            sectors.Insert(ofBody.IsEmpty ? sectors.Count : 0, agent.Sector);
            if (phrase.SecondAgent is { } second)
                sectors.Add(second.Sector);
        }

        if (phrase.Title is { } title)
            sectors.Insert(ofBody.IsEmpty || title.Sector == Sector.Gov ? sectors.Count : 0, title.Sector);
        return sectors.Count == 0 ? [Sector.Unk] : [.. sectors.Distinct()];
    }
}
