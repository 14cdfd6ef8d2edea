using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>A person chosen among several, with the office that spoke for them.</summary>
/// <param name="Person">Who.</param>
/// <param name="Office">The office on the day, or the one nearest to it; null for a person without offices.</param>
/// <param name="Score">Higher is better; only good for comparing.</param>
public readonly record struct PersonChoice(KnownEntity Person, Office? Office, double Score);

/// <summary>Finds who is meant by an office, a name and a day together.</summary>
public sealed class PersonSearch(KnownEntities entities, NameLikeness likeness)
{
    private const int Year = 366;

    /// <summary>The likeness from which two spellings may be one name.</summary>
    private const double Alike = 0.55;

    /// <summary>
    /// The candidates of a name in order, best first: those in office on the day before others, those whose office or country the
    /// text names before all.
    /// </summary>
    /// <param name="people">Persons that share the name.</param>
    /// <param name="day">Null for the present.</param>
    /// <param name="title">The office that the text gives, or null.</param>
    /// <param name="country">The state that the text gives, or none.</param>
    public ImmutableArray<PersonChoice> Rank(IEnumerable<KnownEntity> people, DateOnly? day, Title? title, CountryCode country) =>
    [
        .. people.Select(person => Rate(person, day, title, country)).OrderByDescending(choice => choice.Score).ThenBy(choice => choice.Person.Key, StringComparer.Ordinal),
    ];

    private PersonChoice Rate(KnownEntity person, DateOnly? day, Title? title, CountryCode country)
    {
        var best = new PersonChoice(person, null, 0);
        foreach (Office office in person.Offices)
        {
            int distance = office.Span.DistanceTo(day);
            double score = distance == 0 ? 4 : distance < Year ? 2 : distance < 5 * Year ? 1 : 0;

            // A bare surname in the news is most often a head of state or of government.
            score += 1 - (double)office.Level / 16 + (office.Level <= TitleLevel.HeadOfGovernment ? 0.8 : 0);
            if (title is not null && SameOffice(title, office))
                score += distance < Year ? 4 : 2;
            if (!country.IsNone)
                score += office.Country == country ? 4 : -2;
            if (best.Office is null || score > best.Score)
                best = new PersonChoice(person, office, score);
        }

        return best;
    }

    /// <summary>
    /// Those of a surname whom the other words of the name and the office beside it do not contradict.
    /// </summary>
    public ImmutableArray<KnownEntity> Bearing(string name, ImmutableArray<KnownEntity> people, Title? title, DateOnly? day)
    {
        ImmutableArray<string> words = likeness.Words(name);
        return
        [
            .. people.Where(person => !(person.Families.IsEmpty && title is not null && !person.Offices.Any(office => SameOffice(title, office)))
                && (words.Length < 2 || likeness.Of(words, person) >= Alike)
                && (title is null || person.Offices.Any(office => Comparable(title, office) && office.Span.DistanceTo(day) < 5 * Year))),
        ];
    }

    /// <summary>
    /// Who held the office about that day under a name like this one. Heads of state and of government stand for each other,
    /// as reports and lists confuse them; an office not yet or no longer held counts within a year.
    /// </summary>
    /// <param name="name">The words of the text beside the office; empty when it gives none.</param>
    /// <param name="title">The office.</param>
    /// <param name="country">The state that the text gives, or none.</param>
    /// <param name="day">Null for the present.</param>
    public PersonChoice? Holder(string name, Title title, CountryCode country, DateOnly? day)
    {
        ImmutableArray<string> words = likeness.Words(name);
        if (words.Length == 0 && country.IsNone)
            return null;
        PersonChoice? best = null;
        bool tied = false;
        IEnumerable<OfficeHolder> holders = country.IsNone ? entities.AllHolders : entities.HoldersOf(country);
        foreach (OfficeHolder holder in holders)
        {
            int distance = holder.Office.Span.DistanceTo(day);
            if (distance > (words.Length == 0 ? 0 : Year) || !Comparable(title, holder.Office))
                continue;
            if (words.Length > 0 && holder.Person.Families.IsEmpty && !SameOffice(title, holder.Office))
                continue;
            double alike = words.Length == 0 ? 1 : likeness.Of(words, holder.Person);
            if (alike < Alike)
                continue;
            double score = alike + (distance == 0 ? 0.2 : 0) + (SameOffice(title, holder.Office) ? 0.2 : 0);
            if (best is not { } found || score > found.Score + 1e-9)
            {
                best = new PersonChoice(holder.Person, holder.Office, score);
                tied = false;
            }
            else if (score > found.Score - 1e-9 && found.Person != holder.Person)
            {
                tied = true;
            }
        }

        return tied ? null : best;
    }

    private bool SameOffice(Title title, Office office) =>
        office.Title == title.Name || entities.Titles.Find(office.Title) is { } other && (other.Name == title.Name || other.Forms.Contains(title.Name));

    private bool Comparable(Title title, Office office) =>
        title.Level <= TitleLevel.HeadOfGovernment
            ? office.Level <= TitleLevel.HeadOfGovernment || SameOffice(title, office)
            : title.Level == office.Level || SameOffice(title, office);
}
