using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>What must hold between entities: known codes, spans that do not contradict each other, namesakes told apart.</summary>
internal static class EntityCheck
{
    public static void Run(KnownEntities entities, List<KnowledgeException> problems, List<KnowledgeException> doubts)
    {
        var persons = new Dictionary<string, List<KnownEntity>>(StringComparer.Ordinal);
        foreach (KnownEntity entity in entities.All)
        {
            CheckCodes(entity, entities, problems);
            CheckSpans(entity, problems, doubts);
            if (entity.Kind != EntityKind.State && entity.Kind != EntityKind.Place)
                CheckNamesakes(entity, persons, entities, problems, doubts);
        }

        CheckNumbers(entities, problems);
        CheckPlaces(entities, problems);
        CheckHolders(entities, doubts);
    }

    public static void Run(Outlets outlets, KnownEntities entities, List<KnowledgeException> problems)
    {
        var domains = new Dictionary<string, Outlet>(StringComparer.Ordinal);
        foreach (Outlet outlet in outlets.All)
        {
            if (!outlet.Country.IsNone && entities.State(outlet.Country) is null)
                problems.Add(new KnowledgeException(outlet.Place, $"'{outlet.Name}': no state has the code {outlet.Country}"));
            foreach (string domain in outlet.Domains)
            {
                if (!domains.TryAdd(domain, outlet) && domains[domain] != outlet)
                    problems.Add(new KnowledgeException(outlet.Place, $"'{domain}' belongs to '{domains[domain].Name}' in {domains[domain].Place} too"));
            }
        }
    }

    private static void CheckCodes(KnownEntity entity, KnownEntities entities, List<KnowledgeException> problems)
    {
        void Check(CountryCode code, string where)
        {
            if (!code.IsNone && entities.State(code) is null)
                problems.Add(new KnowledgeException(entity.Place, $"'{entity.Name}': no state has the code {code}{where}"));
        }

        if (entity.Kind != EntityKind.Person)
            Check(entity.Country, "");
        Check(entity.Parent, " of its parent");
        foreach (Office office in entity.Offices)
            Check(office.Country, $" of '{office.Title}'");
        foreach (Membership member in entity.Members)
            Check(member.Country, " among its members");
    }

    private static void CheckSpans(KnownEntity entity, List<KnowledgeException> problems, List<KnowledgeException> doubts)
    {
        for (int i = 0; i < entity.Offices.Length; i++)
        {
            for (int j = i + 1; j < entity.Offices.Length; j++)
            {
                Office one = entity.Offices[i];
                Office other = entity.Offices[j];
                if (one.Country == other.Country && one.Sector == other.Sector && one.Title == other.Title && one.Span.Overlaps(other.Span))
                    problems.Add(new KnowledgeException(entity.Place, $"'{entity.Name}' is '{one.Title}' twice at once: {one.Span} and {other.Span}"));
            }
        }

        var members = new HashSet<(CountryCode, DateSpan)>();
        foreach (Membership member in entity.Members)
        {
            if (!members.Add((member.Country, member.Span)))
                problems.Add(new KnowledgeException(entity.Place, $"'{entity.Name}' names {member.Country} twice among its members"));
            else if (entity.Members.Any(other => other != member && other.Country == member.Country && other.Span.Overlaps(member.Span)))
                doubts.Add(new KnowledgeException(entity.Place, $"'{entity.Name}' has {member.Country} as a member twice at once"));
        }
    }

    private static void CheckNamesakes(
        KnownEntity entity, Dictionary<string, List<KnownEntity>> byName, KnownEntities entities, List<KnowledgeException> problems, List<KnowledgeException> doubts)
    {
        bool person = entity.Kind == EntityKind.Person;
        foreach (string name in entity.Names.Where(name => !person || name.Contains(' ', StringComparison.Ordinal)))
        {
            string key = (person ? "p " : "b ") + entities.Folding.Fold(name);
            if (!byName.TryGetValue(key, out List<KnownEntity>? others))
                byName.Add(key, others = []);
            foreach (KnownEntity other in others)
            {
                if (other.Index == entity.Index)
                    continue;
                if (!person)
                {
                    if (other.Country == entity.Country && other.Valid.Overlaps(entity.Valid))
                        doubts.Add(new KnowledgeException(entity.Place, $"'{entity.Name}' and '{other.Name}' in {other.Place} share the name '{name}'"));
                }
                else if (entity.Offices.Any(one => other.Offices.Any(two => one.Country == two.Country && one.Span.Overlaps(two.Span))))
                {
                    problems.Add(new KnowledgeException(entity.Place, $"'{entity.Name}' and '{other.Name}' in {other.Place} share the name '{name}' and hold offices of one country at once"));
                }
                else if (other.Country == entity.Country)
                {
                    doubts.Add(new KnowledgeException(entity.Place, $"'{entity.Name}' and '{other.Name}' in {other.Place} share the name '{name}' and the country"));
                }
            }

            others.Add(entity);
        }
    }

    /// <summary>No two states of today share a code or number; one that is gone may have left its own to a successor.</summary>
    private static void CheckNumbers(KnownEntities entities, List<KnowledgeException> problems)
    {
        var seen = new Dictionary<string, KnownEntity>(StringComparer.Ordinal);
        foreach (KnownEntity state in entities.All)
        {
            if (state.Kind != EntityKind.State || state.Valid.To is not null)
                continue;
            foreach (string number in (string[])[
                state.HasOwnCode ? $"the code {state.Country}" : "", $"the code {state.Codes.Iso2}", $"the ISO 3166 number {state.Codes.Numeric}",
                $"the Correlates of War number {state.Codes.Cow}", $"the Gleditsch-Ward number {state.Codes.GleditschWard}"])
            {
                if (number.Length > 0 && number[^1] != ' ' && !seen.TryAdd(number, state))
                    problems.Add(new KnowledgeException(state.Place, $"'{state.Name}' and '{seen[number].Name}' in {seen[number].Place} share {number}"));
            }

            if (state is { HasOwnCode: true, Codes: { Iso2: not null, Numeric: null } })
                problems.Add(new KnowledgeException(state.Place, $"'{state.Name}' has two ISO 3166 codes but no number"));
        }
    }

    private static void CheckPlaces(KnownEntities entities, List<KnowledgeException> problems)
    {
        var seen = new HashSet<(string, CountryCode, string?)>();
        foreach (KnownEntity place in entities.All)
        {
            if (place.Kind == EntityKind.Place && !seen.Add((place.Name, place.Country, place.PlaceKind)))
                problems.Add(new KnowledgeException(place.Place, $"the place '{place.Name}' stands twice for {place.Country}"));
        }
    }

    /// <summary>Two who are one state's only president, monarch, prime minister or foreign minister at once: collegial heads exist, so only a doubt.</summary>
    private static void CheckHolders(KnownEntities entities, List<KnowledgeException> doubts)
    {
        var byOffice = entities.AllHolders
            .Where(holder => holder.Office.Level <= TitleLevel.ForeignMinister && holder.Office.Sector == Sector.Gov && !holder.Office.Country.IsNone)
            .GroupBy(holder => (holder.Office.Country, holder.Office.Title));
        foreach (IGrouping<(CountryCode Country, string Title), OfficeHolder> group in byOffice)
        {
            OfficeHolder? last = null;
            foreach (OfficeHolder holder in group.OrderBy(holder => holder.Office.Span.From ?? DateOnly.MinValue))
            {
                if (last is { } before && before.Person != holder.Person && before.Office.Span.Overlaps(holder.Office.Span)
                    && !(before.Office.Span.To is { } end && holder.Office.Span.From is { } from && end.DayNumber - from.DayNumber < 32))
                    doubts.Add(new KnowledgeException(holder.Person.Place, $"'{holder.Person.Name}' and '{before.Person.Name}' in {before.Person.Place} are both '{group.Key.Title}' of {group.Key.Country}"));
                last = holder;
            }
        }
    }
}
