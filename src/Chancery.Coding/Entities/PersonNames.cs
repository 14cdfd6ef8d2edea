using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Decides which person a name means: by the names of the report, the data, the office and the country beside it.</summary>
internal sealed class PersonNames(DocumentTree tree, Offices offices, EntityTable table, MentionWords words, List<Diagnostic> problems)
{
    private const int MostCompared = 200;

    /// <summary>Names of fewer letters are too like each other to be taken for one misspelt.</summary>
    private const int ShortestMisspelt = 6;

    /// <summary>Days since an office in which its holder is still thought of first.</summary>
    private const int Recent = 1500;

    private readonly List<(string Name, int Entity)> named = [];
    private readonly Dictionary<CountryCode, int> countries = [];
    private readonly HashSet<CountryCode> states = [];
    private readonly Dictionary<CountryCode, HashSet<string>> forms = [];

    /// <summary>"KB: I was born there": the letters at the head of paragraphs that stand for who speaks in an interview.</summary>
    private HashSet<string> Labels => field ??= FindLabels();

    public bool IsLabel(string letters) => Labels.Contains(letters);

    private HashSet<string> FindLabels()
    {
        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (Model.Block block in tree.Parsed.Document.Body)
        {
            ReadOnlySpan<char> text = block.Range.In(tree.Text);
            int end = text.IndexOf(':');
            if (end is 2 or 3 && text[..end].IndexOfAnyExceptInRange('A', 'Z') < 0)
                labels.Add(text[..end].ToString());
        }

        return labels;
    }

    /// <summary>Who was called by which office, beside a higher one too.</summary>
    private readonly HashSet<(int Entity, string Title)> borne = [];

    /// <summary>States that the report names, whose office holders half-translated names may mean.</summary>
    public void Note(CountryCode country) => countries[country] = countries.GetValueOrDefault(country) + 1;

    /// <summary>States called by their names, and not by a city of theirs alone.</summary>
    public void NoteName(CountryCode country) => states.Add(country);

    /// <summary>The words that the report has for a state.</summary>
    public void NoteForm(CountryCode country, string form) =>
        (forms.TryGetValue(country, out HashSet<string>? known) ? known : forms[country] = new(StringComparer.Ordinal)).Add(form);

    public bool IsCalledOtherwise(CountryCode country, string form) => forms.TryGetValue(country, out HashSet<string>? known) && known.Any(other => other != form);

    public bool IsNamed(CountryCode country) => states.Contains(country);

    public bool IsNoted(CountryCode country) => countries.ContainsKey(country);

    /// <summary>The states named in more than half as many sentences as any other.</summary>
    public HashSet<CountryCode> Story()
    {
        int most = countries.Count > 0 ? countries.Values.Max() : 0;
        return [.. countries.Where(country => country.Value * 2 > most).Select(static country => country.Key)];
    }

    /// <param name="sighting">A person of the data or an unknown name.</param>
    /// <param name="title">The office beside it, or null.</param>
    /// <param name="sectors">Sectors of the noun beside it, for one without office.</param>
    /// <param name="country">The state that the words beside it name, or none.</param>
    /// <param name="isSure">Whether something says that this is a person.</param>
    /// <returns>A draft index; -1 for nobody.</returns>
    public int Resolve(Sighting sighting, Title? title, ImmutableArray<Sector> sectors, CountryCode country, bool isSure)
    {
        string name = sighting.Range.Of(tree.Text);
        bool single = sighting.First == sighting.Last;
        if (table.Find(name) is { } old && (country.IsNone || table[old].Country.IsNone || table[old].Country == country))
        {
            Complete(old, title, sectors, country);
            if (title is not null)
                borne.Add((old, title.Name));
            return old;
        }

        int found = title is null ? OfPart(sighting, name, country) : single ? OfTitle(name, title, country) : -1;
        if (found < 0)
            found = OfData(sighting, name, single, title, country, isSure);
        if (found < 0 && (title is not null || !country.IsNone) && name.Length > 3 && offices.Named(name, title, country) is { } alike)
            found = table.OfKnown(alike.Index, title);
        if (found < 0 && !single)
            found = OfReport(name, IsOfKin(sighting));
        if (found < 0 && single && title is null && sighting.People.IsEmpty)
            found = Misspelt(name);
        if (found < 0 && single && title is not null)
            found = HalfTranslated(sighting, name, title, country);
        if (found < 0)
        {
            if (single && !isSure && sighting.Kind == SightingKind.Person && words.IsCommon(name.ToLowerInvariant()))
                return -1;
            if (!isSure && sighting.Kind == SightingKind.Person && single && (!IsProper(sighting) || tree[sighting.Last].Relation is not (Relation.Nsubj or Relation.NsubjPass or Relation.OblAgent)))
                return -1;
            string key = table.Find(name) is null ? name : $"{name} of {country}";
            found = table.OfReport(key, new EntityDraft
            {
                Name = name,
                Kind = EntityKind.Person,
                Country = country,
                Sectors = sectors,
                Office = title?.Name,
                Level = title?.Level,
                IsNamed = true,
                Candidates = Ambiguous(sighting, single),
            });
        }

        if (title is not null)
            borne.Add((found, title.Name));
        Learn(found, name, single);
        return found;
    }

    /// <summary>A full name that is spoken takes its surname over from a namesake before, unless the report is rather about that one.</summary>
    public void Speak(Sighting sighting, int entity)
    {
        if (sighting.First == sighting.Last)
            return;
        string surname = tree[sighting.Last].Range.Of(tree.Text);
        if (table.Find(surname) is { } before && before != entity && table.Count(before) > 2 * table.Count(entity) + 2)
            return;
        table.Move(surname, entity);
    }

    /// <summary>A lone surname that nothing explains names somebody only where it stands for itself.</summary>
    private bool IsActing(Sighting sighting) => tree[sighting.Last].Relation is not (Relation.Compound or Relation.Amod or Relation.Flat or Relation.Root or Relation.NmodUnmarked or Relation.OblUnmarked) || IsHeading(sighting);

    /// <summary>"the Beck government".</summary>
    private bool IsHeading(Sighting sighting) => tree[sighting.Last].Head == sighting.Last + 1 && sighting.Last + 1 < tree.Count && words.IsHeaded(tree[sighting.Last + 1].Lemma);

    private bool IsProper(Sighting sighting) => tree[sighting.Last].Pos == PartOfSpeech.Propn;

    /// <summary>What the report adds to a person whom no data know.</summary>
    public void Complete(int entity, Title? title, ImmutableArray<Sector> sectors, CountryCode country)
    {
        EntityDraft draft = table[entity];
        if (draft.Known is not null)
        {
            // Without a date the office that the report tells is the one held.
            if (title is not null && draft.Former != title.Name && draft.Known.Kind == EntityKind.Person && (draft.Office is null || offices.Day is null && draft.Office != title.Name && draft.Known.Offices.Any(office => offices.Names(title, office))))
                offices.Describe(draft, draft.Known, title);
            else if (draft.Sectors is [Sector.Eli] && sectors is [Sector.Leg or Sector.Pty, ..] || draft.Sectors.IsEmpty && draft.Office is null && sectors is [not (Sector.Cvl or Sector.Eli), ..])
                draft.Sectors = sectors;
            return;
        }

        if (draft.Country.IsNone)
            draft.Country = country;

        // "Karl Beck, a former judge … Judge Beck", "our advocate Karl Beck" of a former minister.
        if (draft.IsInstalled || title is not null && (draft.Former == title.Name || draft is { Office: null, Sectors: [Sector.Eli] } && title.Level >= TitleLevel.Religious))
            return;

        // "an activist and a candidate for the presidency": the higher of two offices says more.
        if (draft.Sectors.IsEmpty || IsCloser(draft, sectors) || title is not null && !sectors.IsEmpty && (draft.Level is null || title.Level < draft.Level))
            draft.Sectors = sectors;
        if (title is not null && (draft.Level is null || title.Level < draft.Level))
            (draft.Office, draft.Level) = (title.Name, title.Level);
    }

    /// <summary>An author of a university is a scholar.</summary>
    private static bool IsCloser(EntityDraft draft, ImmutableArray<Sector> sectors) => draft.Sectors switch
    {
        [Sector.Pty] => draft.Office is null && sectors is [Sector.Leg, ..],
        [Sector.Cvl] => draft.Office is null && sectors is [not (Sector.Cvl or Sector.Unk or Sector.Eli or Sector.Crm or Sector.Uaf), ..],
        _ => false,
    };

    /// <summary>One who speaks for an international body here acts for it, whatever state sent them.</summary>
    public void Serve(int entity, int body, Title? title)
    {
        EntityDraft draft = table[entity];
        if (!table[body].Country.IsNone || !table[body].Sectors.Contains(Sector.Igo) || draft.Sectors.Contains(Sector.Igo))
            return;
        draft.Country = default;
        draft.Sectors = [Sector.Igo];
        draft.Office = title?.Name ?? draft.Office;
    }

    /// <summary>Lets the parts of a name mean its bearer from here on.</summary>
    private void Learn(int entity, string name, bool single)
    {
        table.Alias(name, entity);
        if (!single)
        {
            string[] parts = name.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
            string last = parts[^1];
            if (offices.Known.Naming.IsSuffix(last) && parts.Length > 2)
                last = parts[^2];
            table.Alias(last, entity);
            if (Labels.Contains(string.Concat(parts.Select(static part => part[0]))))
                table.Alias(string.Concat(parts.Select(static part => part[0])), entity);
            int hyphen = last.IndexOf('-', StringComparison.Ordinal);
            if (hyphen > 0 && offices.Known.Naming.IsParticle(last[..hyphen]))
                table.Alias(last[(hyphen + 1)..], entity);
            if (parts.Length > 2 && offices.Known.Naming.IsParticle(parts[^2]))
            {
                table.Alias(parts[^2] + " " + last, entity);
                table.Alias(char.ToUpperInvariant(parts[^2][0]) + parts[^2][1..] + " " + last, entity);
            }

            // "Wanda Vázquez Garced … Vázquez": the name before the last may be the family's too.
            if (parts.Length > 2 && parts[^2].Length > 3 && last == parts[^1] && !words.IsGivenName(parts[^2].ToLowerInvariant()) && !offices.Known.IsGivenName(parts[^2]))
            {
                table.Alias(parts[^2], entity);
                table.Alias(parts[^2] + " " + last, entity);
            }

            // "Kim Song-nam … Kim".
            if (parts.Length == 2 && last.Contains('-', StringComparison.Ordinal) && offices.Known.Naming.IsLeadingFamily(parts[0].ToLowerInvariant()))
                table.Alias(parts[0], entity);
            if (offices.Known.Naming.IsCalledByGivenName(table[entity].Country))
                table.Alias(parts[0], entity);
            if (named.Count < MostCompared)
                named.Add((name, entity));
        }

        if (table[entity].Known is { } known)
        {
            foreach (string family in known.Families)
                table.Alias(family, entity);
        }
    }

    private int OfData(Sighting sighting, string name, bool single, Title? title, CountryCode country, bool isSure)
    {
        if (sighting.People.IsEmpty)
            return -1;
        ImmutableArray<int> people = single ? sighting.People : [.. sighting.People.Where(index => !IsElder(offices.Known[index], name))];
        if (!single && (sighting.IsWeak || sighting.Kind == SightingKind.Name))
            people = [.. people.Where(index => offices.IsSpellingOf(name, offices.Known[index]))];
        if (!single && people.Length == 1 && (country.IsNone || BelongsTo(offices.Known[people[0]], country)) && IsSupported(offices.Known[people[0]], title, country, name))
            return table.OfKnown(people[0], title);
        if (single && title is null && country.IsNone && (words.IsCommon(name.ToLowerInvariant()) || !isSure && (!IsProper(sighting) || !IsActing(sighting))))
            return -1;
        ImmutableArray<KnownEntity> able = offices.InPower(people, title, country);
        bool bare = single && title is null && country.IsNone;
        if (able.Length == 1 && !(bare && IsAnybody(sighting, name, able[0])))
            return table.OfKnown(able[0].Index, title);

        // Of namesakes the one whose state the report speaks of.
        KnownEntity[] near = [.. able.Where(person => countries.ContainsKey(person.Country))];
        if (near.Length == 1 && !(bare && IsAnybody(sighting, name, near[0])))
            return table.OfKnown(near[0].Index, title);
        if (able.Length > 1 && title is not null)
            return Several(able, name, title, sighting.Range);
        return -1;
    }

    /// <summary>
    /// A full name may be a namesake's: it needs the office beside it, the state in the report, or a time near to that of an office. A professor of the
    /// name of somebody who left office long ago is another.
    /// </summary>
    private bool IsSupported(KnownEntity person, Title? title, CountryCode country, string name)
    {
        // "Col. Karl Beck" is no minister of the name who never bore arms.
        if (title is { Level: TitleLevel.Military, Sector: Sector.Mil } && words.IsLowRank(title.Name) && !person.Offices.IsEmpty && !person.Offices.Any(office => office.Sector is Sector.Mil or Sector.Reb or Sector.Cop or Sector.Spy || office.Level <= TitleLevel.HeadOfGovernment))
            return false;
        if (offices.Day is null && title is { Level: TitleLevel.Minister, Sector: Sector.Gov } && !person.Offices.IsEmpty && !person.Offices.Any(office => offices.Fits(title, office)) && !IsNameOf(person, name))
            return false;
        if (offices.Day is null || person.Offices.IsEmpty || !country.IsNone)
            return true;
        bool exact = IsNameOf(person, name);
        if (person.Offices.Any(office => office.Span.DistanceTo(offices.Day) < Recent && (exact || !(office.Span.From > offices.Day)) || title is not null && offices.Fits(title, office)))
            return true;
        if (!exact)
            return false;
        bool isSpokenOf = person.Country.IsNone || countries.ContainsKey(person.Country);
        return title is null ? isSpokenOf || IsNotorious(person) : isSpokenOf && title.Sector is Sector.Gov or Sector.Pty or Sector.Opp or Sector.Reb && IsNotorious(person);
    }

    /// <summary>Heads of states and leaders of rebels are spoken of by their names long after, wherever the report comes from.</summary>
    private static bool IsNotorious(KnownEntity person) => person.Offices.Any(office => office.Level <= TitleLevel.HeadOfGovernment && office.Sector == Sector.Gov || office.Sector == Sector.Reb);

    /// <summary>A name of theirs word for word, not one that could be theirs with a name between left out.</summary>
    private bool IsNameOf(KnownEntity person, string name)
    {
        string folded = offices.Known.Folding.Fold(name);
        return person.Names.Any(other => offices.Known.Folding.Fold(other) == folded) || offices.Known.Folding.Fold(person.Name) == folded;
    }

    /// <summary>"Karl Beck" on a day when "Karl Beck Jr." of the data holds no office: the father, or another.</summary>
    private bool IsElder(KnownEntity person, string name) =>
        offices.Day is not null && offices.Known.Naming.IsSuffix(LastWord(person.Name)) && !offices.Known.Naming.IsSuffix(LastWord(name)) && !person.Offices.Any(office => office.Span.Holds(offices.Day));

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    /// <summary>"Prince Karl": the only one of that office whom the report names in full with this given name; -1 for none or several.</summary>
    private int OfTitle(string name, Title title, CountryCode country)
    {
        int only = -1;
        foreach ((string full, int entity) in named)
        {
            if (!full.StartsWith(name + " ", StringComparison.Ordinal) || !borne.Contains((entity, title.Name)) || !country.IsNone && !table[entity].Country.IsNone && table[entity].Country != country || entity == only)
                continue;
            if (only >= 0)
                return -1;
            only = entity;
        }

        return only;
    }

    /// <summary>
    /// A bare name says little: one that people are given, or that is a common word, may be anybody's, and whoever governs no state
    /// that the report names is not the one to think of first.
    /// </summary>
    private bool IsAnybody(Sighting sighting, string name, KnownEntity person)
    {
        bool near = countries.ContainsKey(person.Country);
        string word = name.ToLowerInvariant();
        if (words.IsGivenName(word) || offices.Known.IsGivenName(word))
            return !near || IsAddressed(sighting) || !person.Families.Any(family => offices.Known.Folding.Fold(family) == offices.Known.Folding.Fold(name));
        if (words.IsCommon(word) || words.IsCalendar(word))
            return !near;
        return !near && !person.Offices.Any(office => office.Level <= TitleLevel.ForeignMinister && (offices.Day is null || office.Span.Holds(offices.Day)));
    }

    /// <summary>"Sheikh Abdullah" is called by a given name.</summary>
    private bool IsAddressed(Sighting sighting) =>
        sighting.First > 0 && !words.IsDefinite(tree[sighting.First - 1].Range.Of(tree.Text).ToLowerInvariant()) && offices.Known.PhraseWords.Of(offices.Known.Folding.Fold(tree[sighting.First - 1].Range.Of(tree.Text)).TrimEnd('.')) == PhraseWordKind.Honorific;

    /// <summary>"Chriac" of a report on Jacques Chirac: the only one whose surname has the same letters, or all but one of a long name; -1 for none or several.</summary>
    private int Misspelt(string name)
    {
        if (name.Length < ShortestMisspelt || words.IsOrdinary(name.ToLowerInvariant()) || words.IsGivenName(name.ToLowerInvariant()))
            return -1;
        int only = -1;
        foreach ((string full, int entity) in named)
        {
            string surname = LastWord(full);
            bool alike = surname.Length >= ShortestMisspelt && surname[0] == name[0] && (surname.Length == name.Length && surname.Order().SequenceEqual(name.Order()) || Math.Min(surname.Length, name.Length) > ShortestMisspelt && Spelling.Distance(surname, name) == 1);
            if (!alike || entity == only)
                continue;
            if (only >= 0)
                return -1;
            only = entity;
        }

        return only;
    }

    /// <summary>All whom the report names in full with this surname.</summary>
    public IEnumerable<int> Namesakes(Sighting sighting)
    {
        string name = sighting.Range.Of(tree.Text);
        return named.Where(one => one.Name.EndsWith(" " + name, StringComparison.Ordinal)).Select(one => one.Entity);
    }

    /// <summary>Whether the report called somebody by an office.</summary>
    public bool Bears(int entity, string office) => borne.Contains((entity, office));

    /// <summary>Notes what the report called somebody.</summary>
    public void Bear(int entity, string office) => borne.Add((entity, office));

    /// <summary>The only person whom the report names in full with this word in the name: "Sheikh Abdullah", "Louise"; -1 for none or several.</summary>
    public int OfPart(Sighting sighting) => OfPart(sighting, sighting.Range.Of(tree.Text), default);

    private int OfPart(Sighting sighting, string name, CountryCode country)
    {
        string word = name.ToLowerInvariant();
        if (sighting.First < sighting.Last)
        {
            // A form of address with a given name, which somebody of the data is called too.
            int space = name.IndexOf(' ', StringComparison.Ordinal);
            if (sighting.Last > sighting.First + 1 || space < 0 || offices.Known.PhraseWords.Of(offices.Known.Folding.Fold(name.AsSpan(0, space).ToString())) != PhraseWordKind.Honorific)
                return -1;
            name = name[(space + 1)..];
        }
        bool given = sighting.First < sighting.Last || IsAddressed(sighting) || words.IsGivenName(word) || offices.Known.IsGivenName(word);
        int only = -1;
        foreach ((string full, int entity) in named)
        {
            // "Jong Woo Son … Jong": where the family name stands first.
            if (!given && !full.StartsWith(name + " ", StringComparison.Ordinal))
                continue;
            if (!offices.HasWord(full, name) || !country.IsNone && table[entity].Country != country || entity == only)
                continue;
            if (only >= 0)
                return -1;
            only = entity;
        }

        return only;
    }

    private static bool BelongsTo(KnownEntity person, CountryCode country) =>
        person.Country.IsNone || person.Country == country || person.Offices.Any(office => office.Country == country || office.Country.IsNone);

    /// <summary>Several namesakes in like offices: one of them by the day where their states differ, all of them as candidates.</summary>
    private int Several(ImmutableArray<KnownEntity> able, string name, Title title, TextRange range)
    {
        KnownEntity[] now = [.. able.Where(person => person.Offices.Any(office => offices.Fits(title, office) && office.Span.Holds(offices.Day)))];
        if (now.Length == 1)
            return table.OfKnown(now[0].Index, title);
        problems.Add(new Diagnostic(DiagnosticId.AmbiguousName, Severity.Note, range, $"'{name}' may be {string.Join(", ", able.Take(6).Select(person => person.Name))}"));
        CountryCode[] states = [.. able.Select(person => person.Country).Distinct()];
        return table.OfReport(name, new EntityDraft
        {
            Name = name,
            Kind = EntityKind.Person,
            Country = states.Length == 1 ? states[0] : default,
            Sectors = [title.Sector],
            Office = title.Name,
            Level = title.Level,
            Candidates = [.. able.Select(person => person.Name)],
        });
    }

    private ImmutableArray<string> Ambiguous(Sighting sighting, bool single)
    {
        if (!single || sighting.People.Length < 2)
            return [];
        ImmutableArray<KnownEntity> able = offices.InPower(sighting.People, null, default);
        return able.Length < 2 ? [] : [.. able.Select(person => person.Name)];
    }

    /// <summary>Whether a bearer of the bare name is in power in a state of the report.</summary>
    public bool MayGovern(Sighting sighting) => offices.InPower(sighting.People, null, default).Any(person => countries.ContainsKey(person.Country));

    /// <summary>Whether the report used another form of a full name before.</summary>
    public bool IsVariant(Sighting sighting) => sighting.First < sighting.Last && OfReport(sighting.Range.Of(tree.Text), false) >= 0;

    /// <summary>"his mother, Ana Beck Roux": a relative of somebody with much the same name.</summary>
    private bool IsOfKin(Sighting sighting)
    {
        int noun = sighting.First - 1;
        if (noun > 0 && tree.Form(noun) is ",")
            noun--;
        return noun > 0 && words.IsKin(tree[noun].Range.Of(tree.Text).ToLowerInvariant());
    }

    /// <summary>Another spelling of a name that the report used before.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isExact">Whether a longer or shorter name is another person's.</param>
    private int OfReport(string name, bool isExact)
    {
        foreach ((string other, int entity) in named)
        {
            if (offices.AreSpellings(name, other) || Offices.AreTurned(name, other) || !isExact && (IsLonger(name, other) || IsLonger(other, name)) || IsInitialled(name, other) || IsInitialled(other, name))
                return entity;
        }

        return -1;
    }

    /// <summary>"K. Beck", "K.Beck" for "Karl Beck".</summary>
    private static bool IsInitialled(string name, string full) =>
        name.Length > 4 && name[1] == '.' && char.IsUpper(name[0]) && full.Length > name.Length && full[0] == name[0] && full[1] != '.' && full.AsSpan().EndsWith(name.AsSpan(2).TrimStart(' ')) && full[^(name.AsSpan(2).TrimStart(' ').Length + 1)] == ' ';

    /// <summary>"Pedro R. Pierna Ulloa" for "Pedro Pierna": the same first name, and all other words of the shorter in the longer.</summary>
    private static bool IsLonger(string full, string name)
    {
        string[] all = full.Split(' ');
        string[] few = name.Split(' ');
        return few.Length is > 1 and < 4 && all.Length > few.Length && all[0] == few[0] && few.All(word => all.Contains(word, StringComparer.Ordinal));
    }

    /// <summary>A given name that stands for an office holder, as translating programs leave it: decided by the office and the states of the report.</summary>
    private int HalfTranslated(Sighting sighting, string name, Title title, CountryCode country)
    {
        var able = new HashSet<KnownEntity>();
        foreach ((_, int entity) in named)
        {
            if (table[entity].Known is { Kind: EntityKind.Person } person && Bears(person, name, title))
                able.Add(person);
        }

        if (able.Count == 0)
        {
            foreach (CountryCode state in country.IsNone ? [.. countries.Keys.OrderBy(code => code.ToString(), StringComparer.Ordinal)] : new[] { country })
            {
                foreach (OfficeHolder holder in offices.Known.HoldersOf(state))
                {
                    if ((offices.Day is null || holder.Office.Span.Holds(offices.Day)) && offices.Fits(title, holder.Office) && offices.IsGivenName(name, holder.Person))
                        able.Add(holder.Person);
                }
            }
        }

        if (able.Count != 1)
            return -1;
        KnownEntity meant = able.Single();
        problems.Add(new Diagnostic(DiagnosticId.HalfTranslatedName, Severity.Note, sighting.Range, $"'{name}' seems to be {meant.Name}, by the office and the states of the report"));
        return table.OfKnown(meant.Index, title);
    }

    private bool Bears(KnownEntity person, string name, Title title) =>
        offices.IsGivenName(name, person) && person.Offices.Any(office => offices.Fits(title, office));
}
