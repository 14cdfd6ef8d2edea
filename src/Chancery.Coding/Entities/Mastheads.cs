using System.Runtime.InteropServices;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Short lines at the head and the foot of a report that hold nothing but who issues it: "EMBASSY OF CHAD IN OSLO / Press Office".</summary>
internal sealed class Mastheads(KnownEntities known, MentionWords words)
{
    private const int Longest = 120;

    /// <summary>How many lines may stand above the text.</summary>
    private const int Head = 8;

    /// <summary>How many lines may stand below it.</summary>
    private const int Foot = 4;

    private readonly List<NameMatch> matches = [];

    /// <summary>Whether the lines are those of the record of a parliament, in which many speak.</summary>
    public bool IsHouse { get; private set; }

    /// <summary>The state of the ministry or embassy that the lines name, and where they name it; none without such a line.</summary>
    public (CountryCode Country, TextRange Named, bool IsMission) Find(Document document)
    {
        var lines = new List<Line>();
        if (document is { Title: { } title, TitleRange: null })
            lines.Add(Read(title, 0) with { Named = default });
        Line site = document.Outlet is { Length: < Longest } outlet ? Read(outlet, 0) : default;
        if (site is { IsIssuer: true, Country.IsNone: false })
            return (site.Country, default, site.IsMission);
        int start = 0;
        for (int count = 0; count < Head && start < document.Text.Length;)
        {
            int end = EndOf(document.Text, start);
            if (end - start > Longest)
                break;
            count += end > start ? 1 : 0;
            lines.Add(Read(document.Text.AsSpan(start, end - start), start));
            start = end + 1;
        }

        // "Ministry of Trade" of a site that nowhere names its state: "Oslo, 3 May 2016" over the text does.
        if (site is { IsIssuer: true, IsMission: false } && Written(document) is { IsNone: false } written)
            return (written, default, false);

        int last = document.Text.Length;
        for (int count = 0; count < Foot && last > start; count++)
        {
            int first = document.Text.LastIndexOf('\n', last - 1) + 1;
            if (first <= start || last - first > Longest)
                break;
            lines.Add(Read(document.Text.AsSpan(first, last - first), first));
            last = first - 1;
        }

        foreach (Line line in CollectionsMarshal.AsSpan(lines))
        {
            if (line is { IsPlain: true, IsIssuer: true, Country.IsNone: false })
                return (line.Country, line.Named, line.IsMission);
        }

        // "Press Office" under "REPUBLIC OF CHAD": the line above or below names the state.
        for (int i = 1; i < lines.Count; i++)
        {
            if (lines[i - 1].IsPlain && lines[i].IsPlain && lines[i - 1].IsIssuer != lines[i].IsIssuer && lines[i - 1].Country.IsNone != lines[i].Country.IsNone)
                return !IsHome(lines[i].Country.IsNone ? lines[i - 1] : lines[i], document) ? default : lines[i].Country.IsNone ? (lines[i - 1].Country, lines[i - 1].Named, lines[i].IsMission) : (lines[i].Country, lines[i].Named, lines[i - 1].IsMission);
        }

        // The town and the day may stand some lines below.
        for (int i = 0; i < lines.Count; i++)
        {
            if (!lines[i].IsPlain || !lines[i].IsIssuer)
                continue;
            for (int below = i + 1; below < lines.Count && lines[below].IsPlain; below++)
            {
                if (!lines[below].Country.IsNone)
                    return !IsHome(lines[below], document) ? default : (lines[below].Country, lines[below].Named, lines[i].IsMission);
            }
        }

        return default;
    }

    private static int EndOf(string text, int start) => text.IndexOf('\n', start) is >= 0 and var end ? end : text.Length;

    private readonly record struct Line(bool IsPlain, bool IsIssuer, bool IsMission, CountryCode Country, TextRange Named)
    {
        /// <summary>With a number: a day.</summary>
        public bool IsDated { get; init; }
    }

    /// <summary>The state of the capital in "Oslo, 3 May 2016" over the text, a line of its own, where the text names that state nowhere else: a minister abroad names his hosts; none without one.</summary>
    public CountryCode Written(Document document)
    {
        int start = 0;
        for (int count = 0; count < Head && start < document.Text.Length;)
        {
            int end = EndOf(document.Text, start);
            if (end - start <= Longest && Read(document.Text.AsSpan(start, end - start), start) is { IsPlain: true, IsDated: true, IsIssuer: false, Country.IsNone: false } line)
                return Tells(document.Text, line.Named.Start, line.Country) ? line.Country : default;
            count += end > start ? 1 : 0;
            start = end + 1;
        }

        return default;
    }

    /// <summary>"Republic of Chad" under "Press Office" is its state's; "Geneva, 3 May 2016" is where a minister of any state may speak.</summary>
    private bool IsHome(Line line, Document document) => !line.IsDated || line.Named.IsEmpty || Tells(document.Text, line.Named.Start, line.Country);

    /// <summary>Whether a town is the capital of its state, and nothing in a text names that state by another name than its capital's.</summary>
    private bool Tells(string text, int town, CountryCode country)
    {
        bool capital = false;
        matches.Clear();
        known.Match(text, matches);
        foreach (NameMatch match in matches)
        {
            foreach (NameCandidate candidate in known.Candidates(match.Name))
            {
                if (!candidate.IsEntity || known[candidate.Index] is not { Kind: EntityKind.State } state || state.Country != country)
                    continue;
                if (candidate.Role != NameRole.Capital)
                    return false;
                capital |= match.Start == town;
            }
        }

        return capital;
    }

    /// <summary>A line of words of bodies, of states and their cities, and of dates alone; the first state that stands behind no preposition of place.</summary>
    private Line Read(ReadOnlySpan<char> text, int at)
    {
        matches.Clear();
        known.Match(text, matches);
        bool issuer = false;
        bool mission = false;
        bool house = false;
        CountryCode country = default;
        TextRange named = default;
        string before = "";
        for (int i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            if (StateAt(i) is (var match, { IsNone: false } state))
            {
                if (country.IsNone && !words.IsPlaceCase(before))
                    (country, named) = (state, new TextRange(at + match.Start, match.Length));
                before = "";
                i = match.End;
                continue;
            }

            int end = i + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’' && end + 1 < text.Length && char.IsLetter(text[end + 1])))
                end++;
            string word = text[i..end].ToString().ToLowerInvariant();
            house |= words.IsHouseRecord(word);
            bool body = words.IsIssuer(word) || words.IsHouseRecord(word);
            if (!body && !words.IsMasthead(word) && !words.IsField(word))
                return default;
            issuer |= body;
            mission |= body && words.IsHousing(word);
            before = word;
            i = end;
        }

        IsHouse |= house;
        return new Line(true, issuer, mission, country, named) { IsDated = text.IndexOfAnyInRange('0', '9') >= 0 };
    }

    /// <summary>The longest name of a state, of its people or of one of its cities that begins here.</summary>
    private (NameMatch Match, CountryCode Country) StateAt(int start)
    {
        NameMatch longest = default;
        CountryCode country = default;
        foreach (NameMatch match in matches)
        {
            if (match.Start != start || match.Length <= longest.Length)
                continue;
            foreach (NameCandidate candidate in known.Candidates(match.Name))
            {
                if (!candidate.IsEntity || known[candidate.Index] is not { Kind: EntityKind.State or EntityKind.Place, Country.IsNone: false } place)
                    continue;
                (longest, country) = (match, place.Country);
                break;
            }
        }

        return (longest, country);
    }
}
