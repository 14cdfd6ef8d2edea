using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Who held which office on the day of the report, by office, by name and by likeness of names.</summary>
internal sealed class Offices(KnownEntities known, DateOnly? day)
{
    /// <summary>The likeness from which two spellings are one name when the office fits too.</summary>
    private const double Alike = 0.7;

    /// <summary>How many days after an office its title is more than a courtesy.</summary>
    private const int Courtesy = 400;

    private readonly NameLikeness likeness = new(known.Folding, known.Naming);
    private readonly Dictionary<string, Title?> titles = new(StringComparer.Ordinal);

    public KnownEntities Known { get; } = known;

    /// <summary>Of the report; null for a report without a date, where every time counts.</summary>
    public DateOnly? Day { get; } = day;

    /// <summary>Writes country, sector and office of a person into a draft.</summary>
    public void Describe(EntityDraft draft, KnownEntity person, Title? title)
    {
        Office? said = null;
        Office? held = null;
        foreach (Office office in person.Offices)
        {
            if (title is not null && Fits(title, office) && (Day is null || office.Span.DistanceTo(Day) < 400))
                said = Later(said, office);
            if (office.Span.Holds(Day) && (held is not { } best || office.Level < best.Level))
                held = office;
        }

        // "President Carter" of one who left the office long ago: a courtesy.
        if (title is { Level: <= TitleLevel.HeadOfGovernment } && said is null && Day is not null && person.Offices.Any(office => Fits(title, office) && office.Span.To is { } end && end.AddDays(Courtesy) < Day))
            title = null;

        // An office that the data lack is believed when it is high; a lower one is no news of somebody known.
        if (title is { Level: <= TitleLevel.Deputy } && said is null && !person.Offices.IsEmpty)
        {
            Write(draft, held?.Country ?? person.Country, title.Sector, title.Name, title.Level);
            return;
        }

        // Whoever held office once and is now told to rule, oppose or sit in parliament does so.
        bool judging = title?.Sector is Sector.Jud or Sector.Cop;
        if (said is null && held is null && !(judging && person.Offices.Any(office => Fits(title!, office))) && title is { Sector: Sector.Gov or Sector.Leg or Sector.Opp or Sector.Jud or Sector.Cop, Level: <= TitleLevel.Deputy or TitleLevel.Legislator or TitleLevel.Opposition or TitleLevel.Official or TitleLevel.Judge or TitleLevel.Security } && !person.Offices.IsEmpty)
        {
            Write(draft, person.Country, title.Sector, title.Name, title.Level);
            return;
        }

        if ((said ?? held) is { } chosen)
        {
            Write(draft, chosen.Country, chosen.Sector, chosen.Title, chosen.Level);
            return;
        }

        if (person.Offices.IsEmpty)
            return;
        Office last = person.Offices[0];
        foreach (Office office in person.Offices)
        {
            if (office.Level < last.Level)
                last = office;
        }

        // Without a date nobody can say that an office is over.
        if (Day is null)
            Write(draft, last.Country, last.Sector, null, last.Level);
        else if (person.Offices.All(office => office.Span.From > Day))
            draft.Country = last.Country;
        else
            Write(draft, last.Country, person.Offices.All(office => office.Sector == Sector.Reb) ? Sector.Reb : Sector.Eli, null, last.Level);
    }

    private static void Write(EntityDraft draft, CountryCode country, Sector sector, string? office, TitleLevel level)
    {
        // Whoever heads a body of many states acts for none of them.
        if (!country.IsNone || sector == Sector.Igo)
            draft.Country = country;
        draft.Sectors = [sector];
        draft.Office = office;
        draft.Level = level;
    }

    private static Office Later(Office? one, Office other) =>
        one is { } first && (first.Span.From ?? DateOnly.MinValue) > (other.Span.From ?? DateOnly.MinValue) ? first : other;

    /// <summary>Whether an office is what a title names; heads of state and of government stand for each other.</summary>
    public bool Fits(Title title, Office office) =>
        title.Level <= TitleLevel.HeadOfGovernment ? office.Level <= TitleLevel.HeadOfGovernment || Is(title, office)
        : title.Level is TitleLevel.ForeignMinister or TitleLevel.Deputy ? title.Level == office.Level || Is(title, office)
        : Is(title, office);

    /// <summary>Whether an office is the very one that a title names, in one of its forms.</summary>
    public bool Names(Title title, Office office) => Is(title, office);

    private bool Is(Title title, Office office)
    {
        // "the president's spokeswoman" is the spokesperson of the government.
        if (office.Title == title.Name || title.Level == TitleLevel.Spokesperson && office.Level == TitleLevel.Spokesperson && office.Title.StartsWith(title.Name + " of ", StringComparison.Ordinal))
            return true;
        if (!titles.TryGetValue(office.Title, out Title? other))
            titles.Add(office.Title, other = Known.Titles.Find(office.Title));
        return other?.Name == title.Name && (title.Level > TitleLevel.HeadOfGovernment || other.Forms.Contains(office.Title) || IsOfState(office));
    }

    /// <summary>The president of a senate or a province heads no state; that of French Polynesia does, by its own name.</summary>
    private bool IsOfState(Office office)
    {
        int of = office.Title.IndexOf(" of ", StringComparison.Ordinal);
        string name = of < 0 ? "" : office.Title[(of + 4)..];
        return Known.State(office.Country) is { } state && state.Names.Any(other => name == other || name == "the " + other);
    }

    /// <summary>The only one who held the office in the country on the day; null when undated, unknown or several.</summary>
    public KnownEntity? Holder(CountryCode country, Title title)
    {
        if (Day is null || country.IsNone || title.Level > TitleLevel.Minister)
            return null;
        KnownEntity? only = null;
        foreach (OfficeHolder holder in Known.HoldersOf(country))
        {
            if (!holder.Office.Span.Holds(Day) || holder.Person == only)
                continue;
            // "the minister" is not the only minister of some field whom the data know.
            if (title.Level == TitleLevel.Minister && holder.Office.Title.Length > title.Name.Length && holder.Office.Title.StartsWith(title.Name, StringComparison.Ordinal))
                continue;
            if (!Is(title, holder.Office) && !(title.Level == TitleLevel.ForeignMinister && holder.Office.Level == title.Level))
                continue;
            if (only is not null)
                return null;
            only = holder.Person;
        }

        return only;
    }

    /// <summary>The person of a country whose name is spelled much like this one and who held such an office about that day.</summary>
    public KnownEntity? Named(string name, Title? title, CountryCode country)
    {
        if (country.IsNone)
            return null;
        ImmutableArray<string> words = likeness.Words(name);
        if (words.IsEmpty)
            return null;
        KnownEntity? best = null;
        double most = 0;
        foreach (OfficeHolder holder in Known.HoldersOf(country))
        {
            if (Day is not null && holder.Office.Span.DistanceTo(Day) > 400 || title is not null && !Fits(title, holder.Office))
                continue;
            double alike = IsOtherFirst(name, holder.Person) ? 0 : likeness.Of(words, holder.Person);
            if (alike >= (title is null ? 0.85 : Alike) && alike > most + 1e-9)
            {
                most = alike;
                best = holder.Person;
            }
        }

        return best;
    }

    /// <summary>Whether a name of several words can be a spelling of the person's.</summary>
    public bool IsSpellingOf(string name, KnownEntity person) => !IsOtherFirst(name, person) && likeness.Of(likeness.Words(name), person) >= 0.85;

    /// <summary>"Maria" is not Mario, nor "Daniela" Daniel: first names of a man and of a woman that a last letter tells apart.</summary>
    private bool IsOtherFirst(string name, KnownEntity person)
    {
        int space = name.IndexOf(' ', StringComparison.Ordinal);
        if (space < 3)
            return false;
        string first = Known.Folding.Fold(name.AsSpan(0, space).ToString());
        bool other = false;
        foreach (string full in person.Names.Append(person.Name))
        {
            string theirs = Known.Folding.Fold(full.Split(' ')[0]);
            if (theirs == first)
                return false;
            other |= theirs.Length > 2 && (theirs[^1] == 'a') != (first[^1] == 'a') && theirs.TrimEnd('a', 'o', 'e') == first.TrimEnd('a', 'o', 'e');
        }

        return other;
    }

    /// <summary>Whether a full name has a word, in whatever spelling.</summary>
    public bool HasWord(string full, string word) => likeness.Words(word) is [var only] && likeness.Words(full).Contains(only);

    /// <summary>Whether two names of the report are spellings of one.</summary>
    public bool AreSpellings(string one, string other)
    {
        ImmutableArray<string> a = likeness.Words(one);
        ImmutableArray<string> b = likeness.Words(other);
        if (a.Length < 2 || a.Length != b.Length)
            return false;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] == b[i])
                continue;
            int longest = Math.Max(a[i].Length, b[i].Length);
            if (longest < 6 || a[i][0] != b[i][0] || Spelling.Distance(a[i], b[i]) > longest / 5)
                return false;
        }

        return true;
    }

    /// <summary>"Han Ji-woo" for "Ji Woo Han": the same three words or more, the family name first or last.</summary>
    public static bool AreTurned(string one, string other)
    {
        string[] a = one.ToLowerInvariant().Split(' ', '-');
        string[] b = other.ToLowerInvariant().Split(' ', '-');
        return a.Length > 2 && a.Length == b.Length && (a[0] == b[^1] && a.Skip(1).SequenceEqual(b.SkipLast(1)) || b[0] == a[^1] && b.Skip(1).SequenceEqual(a.SkipLast(1)));
    }

    /// <summary>Whether a single word is the person's given name, translated or not: "Nicholas" for Nicolás.</summary>
    public bool IsGivenName(string word, KnownEntity person)
    {
        string folded = Known.Folding.Fold(word);
        foreach (string name in person.Names)
        {
            string first = Known.Folding.Fold(name.Split(' ')[0]);
            if (first.Length > 3 && first[0] == folded[0] && Spelling.Distance(first, folded) <= Math.Max(first.Length, folded.Length) / 4)
                return true;
        }

        return false;
    }

    /// <summary>Candidates of a bare name by rank: in office on the day, then by the height of their highest office.</summary>
    public ImmutableArray<KnownEntity> InPower(ImmutableArray<int> people, Title? title, CountryCode country)
    {
        var best = ImmutableArray.CreateBuilder<KnownEntity>();
        foreach (int index in people)
        {
            KnownEntity person = Known[index];
            foreach (Office office in person.Offices)
            {
                if (!country.IsNone && office.Country != country || title is not null && !Fits(title, office))
                    continue;
                if (title is null && country.IsNone && office.Level > TitleLevel.Minister && office.Level != TitleLevel.Opposition)
                    continue;
                int reach = title is not null || !country.IsNone ? 1500 : 0;
                if (Day is not null && office.Span.DistanceTo(Day) > reach)
                    continue;
                best.Add(person);
                break;
            }
        }

        return best.ToImmutable();
    }
}
