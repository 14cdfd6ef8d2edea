using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Where the name of a body begins and ends: over the words that qualify it on the left, over what it is for and of on the right.</summary>
internal sealed class BodyBounds(DocumentTree tree, KnownEntities known, MentionWords words, NameLetters letters)
{
    private const int LongestRun = 8;
    private Sentence sentence;
    private Sighting?[] taken = [];

    /// <summary>Goes on with another sentence.</summary>
    /// <param name="where">The sentence.</param>
    /// <param name="byToken">What was found in it, by token, from its first.</param>
    public void Open(Sentence where, Sighting?[] byToken) => (sentence, taken) = (where, byToken);

    /// <summary>What stands at a token of the sentence.</summary>
    public Sighting? At(int token) => token < sentence.FirstToken || token >= sentence.EndToken ? null : taken[token - sentence.FirstToken];

    /// <summary>"the Red Cross Society": a body that the data know, and the noun that its full name ends in.</summary>
    public bool IsWithNoun(Sighting body) =>
        body.Last + 1 < sentence.EndToken && At(body.Last + 1) is null && letters.IsCapital(body.Last + 1) && words.NameWord(letters.Lower(body.Last + 1)) == "body" && IsTied(body.Last, new Sighting { First = body.Last + 1, Last = body.Last + 1, Range = tree[body.Last + 1].Range, Kind = SightingKind.Name });

    public bool Has(int first, int last, Func<string, bool> kind)
    {
        for (int i = first; i <= last; i++)
        {
            if (kind(letters.Lower(i)))
                return true;
        }

        return false;
    }

    /// <summary>"Pontifical Catholic University", "Royal Danish Medical Association", "Kenya Harbour Workers Union".</summary>
    public int StartOf(Sighting body)
    {
        int first = body.First;
        while ((first - 1 > sentence.FirstToken || first - 1 == sentence.FirstToken && first == body.First && IsTown(first - 1, body)) && body.First - first < 4)
        {
            int before = first - 1;
            Sighting? part = At(before);

            // "the Harvard–Smithsonian Center": two founders tied by a dash.
            if (part is null && body.Kind == SightingKind.Name && tree.Form(before) is "-" or "–" && before - 1 > sentence.FirstToken && letters.IsCapital(before - 1) && tree[before].Range.Start == tree[before - 1].Range.End && tree[before].Range.End == tree[first].Range.Start && At(before - 1) is null or { Kind: SightingKind.Body or SightingKind.Place or SightingKind.Name or SightingKind.Person })
            {
                first = At(before - 1)?.First ?? before - 1;
                continue;
            }

            bool around = part is { Kind: SightingKind.Region } && body.Kind == SightingKind.Name && IsTied(before, body);
            bool eponym = part is { Kind: SightingKind.Name, NameAgent: < 0 } && part.First < part.Last && first == body.First && IsTied(before, body);
            bool surname = eponym || part is { Kind: SightingKind.Person, IsWeak: true } && part.First == part.Last && (first < body.First || body.Kind == SightingKind.Name && body.First < body.Last);
            bool founder = part is null or { Kind: SightingKind.Name, NameAgent: < 0 } && letters.IsGivenName(before) && letters.IsCapital(before) && IsTied(before, body) && IsOfCare(body);            bool town = first == body.First && IsTown(before, body);
            if ((surname || around || founder || town ? letters.IsCapital(before) : letters.IsQualifier(before)) && (surname || around || town || part is null or { Kind: SightingKind.Name, NameAgent: < 0 }) && (part is null || IsTied(before, body)))
                first = part?.First ?? before;
            else if (body.Kind == SightingKind.Body)
                break;
            else if (part is { Kind: SightingKind.Body, Role: NameRole.Name } && part.First == before && (body.Kind == SightingKind.Name && body.Last > body.First || first < body.First) && known[part.Index].Sectors is [Sector.Bus or Sector.Ngo or Sector.Edu, ..] && IsTied(before, body))
                first = before;
            else if (part is { Kind: SightingKind.Agent } && body.Kind == SightingKind.Name && letters.IsCapital(before) && part.First == before && IsTied(before, body))
                first = before;
            else if (part is { Kind: SightingKind.State, Role: NameRole.Adjective or NameRole.People } && part.First == before && part.Last == before && (body.Kind == SightingKind.Name && body.Last > body.First || first < body.First) && IsTied(before, body))
                return before;
            else if (part is { Kind: SightingKind.State, Role: NameRole.Adjective } && part.First == before && before - 1 > sentence.FirstToken && At(before - 1) is null && letters.IsQualifier(before - 1))
                first = before - 1;
            else if (part is { Kind: SightingKind.State, Role: NameRole.Capital } or { Kind: SightingKind.Place } && first < body.First && part.Last == before && letters.IsCapital(part.First) && IsTied(before, body))
                first = part.First;
            else if (part is { Kind: SightingKind.State, Role: NameRole.Name } && letters.IsCapital(body.Last) && EndOf(body, first) is var end && end > body.Last && IsAbbreviated(end, tree.Text[part.Range.Start]) && IsTied(before, body))
                return part.First;
            else if (part is { Kind: SightingKind.State, Role: NameRole.Name } or { Kind: SightingKind.Place } && (body.Kind == SightingKind.Name || body.Kind == SightingKind.Agent && part!.Kind == SightingKind.Place && letters.IsCapital(body.Last)) && (body.Last > body.First || body.Kind == SightingKind.Agent && (IsOfCare(body) || words.IsLocalBody(letters.Lower(body.Last)))) && letters.IsCapital(before) && !(part!.Kind == SightingKind.State && words.IsPublic(letters.Lower(first)) && !IsAbbreviated(EndOf(body, first), tree.Text[part.Range.Start])) && IsTied(before, body))
                return part!.First;
            else
                break;
        }

        return first;
    }

    /// <summary>"Karl Children's Hospital", "Karl High School": named after somebody by one name.</summary>
    private bool IsOfCare(Sighting body) => (body.Kind == SightingKind.Agent ? body.Index : body.NameAgent) is >= 0 and var noun && known.Agents[noun].Sector is Sector.Hlh or Sector.Edu;

    /// <summary>"Odal General Hospital", also where a capital bears the name.</summary>
    private bool IsTown(int before, Sighting body) =>
        (At(before) is { Kind: SightingKind.Name, NameAgent: < 0 } or { Kind: SightingKind.State, Role: NameRole.Capital }) && At(before) is { } part && part.First == part.Last && body.Kind is SightingKind.Agent or SightingKind.Name && body.First < body.Last && letters.IsCapital(body.First) && letters.IsCapital(body.Last) && IsOfCare(body) && IsTied(before, body);

    /// <summary>"(NRB)".</summary>
    private bool IsAbbreviated(int last, char initial = '\0')
    {
        if (last + 3 >= sentence.EndToken || tree.Form(last + 1) is not "(" || tree.Form(last + 3) is not ")")
            return false;
        ReadOnlySpan<char> name = tree.Form(last + 2);
        return name.Length > 1 && !name.ContainsAnyInRange('a', 'z') && char.IsUpper(name[0]) && (initial == '\0' || name[0] == initial);
    }

    public bool IsTied(int token, Sighting body) =>
        tree[token].Relation is Relation.Compound or Relation.Amod or Relation.Flat && tree[token].Head >= token && tree[token].Head <= body.Last;

    /// <summary>Over "of" and "for" with what they name, over "and" within that, over "at" behind a school, over "Ltd" behind a firm.</summary>
    public int EndOf(Sighting body, int first)
    {
        int last = body.Last;
        bool named = Has(body.First, last, words.IsNaming);
        bool school = body.NameAgent >= 0 && known.Agents[body.NameAgent].Sector == Sector.Edu || body.Kind == SightingKind.Agent && known.Agents[body.Index].Sector == Sector.Edu
            || body.Kind == SightingKind.Body && known[body.Index].Sectors.Contains(Sector.Edu);
        while (last + 1 < sentence.EndToken)
        {
            int next = last + 1;
            string form = letters.Lower(next);
            if (words.IsNaming(form) && AfterNaming(next, body, first < body.First || last > body.Last, school) is > 0 and var end)
                (last, named) = (end, true);
            else if (school && last == body.Last && CampusAfter(next) is > 0 and var at)
                (last, named) = (at, true);
            else if (school && form == "," && IsOfRegion(body.First, last) && At(next + 1) is { Kind: SightingKind.Place } town && town.First == next + 1 && known[town.Index].PlaceKind is "city" or "capital")
                return town.Last;
            else if (last == body.Last && body.Kind != SightingKind.Agent && At(next) is { Kind: SightingKind.State, Role: NameRole.Name } branch && branch.First == next && letters.IsCapital(next) && IsBranch(body, branch))
                last = branch.Last;
            else if (words.IsNamingField(form) && !letters.IsCapital(next) && body.Kind != SightingKind.Body && EndOfWords(next + 1) is > 0 and var field)
                (last, named) = (field, true);
            else if (named && EndOfList(next) is > 0 and var list)
                last = list;
            else if (named && IsFieldWord(next) && letters.IsCapital(next) && words.NameWord(form) != "thing")
                last = next;
            else if (form == "," && letters.IsCapital(next + 1) && At(next + 1) is null or { Kind: SightingKind.Name } && words.IsFirmWord(letters.Lower(next + 1)))
                last = At(next + 1)?.Last ?? next + 1;
            else if (school && words.IsCampusCase(form) && At(next + 1) is { Kind: SightingKind.Name or SightingKind.Place } campus && campus.First == next + 1)
                last = campus.Last;
            else if (last == body.Last && body.Kind == SightingKind.Body && IsWithNoun(body))
                last = next;
            else if (form == "&" && At(next + 1) is null or { Kind: SightingKind.Name or SightingKind.Person } && next + 1 < sentence.EndToken && letters.IsCapital(next + 1))
                last = At(next + 1)?.Last ?? next + 1;
            else if (body.Kind == SightingKind.Agent && last == body.Last && At(next) is { Kind: SightingKind.Name, NameAgent: < 0 } called && called.First == next && known.Agents[body.Index].Sector is Sector.Hlh or Sector.Edu or Sector.Unk or Sector.Cvl or Sector.Rel && IsCalled(body, called))
                last = called.Last;
            else if (letters.IsCapital(next) && At(next) is null or { Kind: SightingKind.Name } && words.IsFirmWord(form))
                last = At(next)?.Last ?? next;
            else
                break;
        }

        return last;
    }

    /// <summary>"of Wales at Odal": the end of a school's place and campus; -1 for none.</summary>
    private int CampusAfter(int preposition)
    {
        if (!words.IsNaming(letters.Lower(preposition)) || At(preposition + 1) is not { Kind: SightingKind.Place or SightingKind.State } around)
            return -1;
        int at = around.Last + 1;
        return at + 1 < sentence.EndToken && words.IsCampusCase(letters.Lower(at)) && At(at + 1) is { Kind: SightingKind.Name or SightingKind.Place } campus && campus.First == at + 1 ? campus.Last : -1;
    }

    /// <summary>"University of California", "California State University": of a part of a state, which may have several campuses.</summary>
    private bool IsOfRegion(int first, int last)
    {
        var matches = new List<NameMatch>();
        known.Match(tree.Text.AsSpan(tree[first].Range.Start..tree[last].Range.End), matches);
        foreach (NameMatch match in matches)
        {
            foreach (NameCandidate candidate in known.Candidates(match.Name))
            {
                if (candidate.IsEntity && known[candidate.Index] is { Kind: EntityKind.Place, PlaceKind: "region" })
                    return true;
            }
        }

        return false;
    }

    /// <summary>"Green Youth Forum Norway": the branch of a body in a state, where the tree makes one of both.</summary>
    public bool IsBranch(Sighting body, Sighting branch)
    {
        if (branch.Last + 1 < sentence.EndToken && (tree.Form(branch.Last + 1) is "'s" or "’s" || letters.IsCapital(branch.Last + 1)))
            return false;
        int state = tree.HeadOf(branch.First, branch.Last);
        int head = tree.HeadOf(body.First, body.Last);
        return tree[state].Head >= body.First && tree[state].Head <= body.Last && tree[state].Relation is Relation.Flat or Relation.Appos or Relation.Compound or Relation.Nmod
            || tree[head].Head == state && tree[head].Relation is Relation.Compound or Relation.Flat or Relation.Amod;
    }

    /// <summary>"Hospital Ana Roux", "Team Odal".</summary>
    private bool IsCalled(Sighting body, Sighting called)
    {
        int head = tree.HeadOf(called.First, called.Last);
        if (words.IsOrdinary(letters.Lower(called.Last)) || words.NameWord(letters.Lower(called.Last)) is not null)
            return false;
        if (known.Agents[body.Index].Sector is Sector.Hlh or Sector.Edu)
            return true;
        return tree[head].Head == body.Last && tree[head].Relation is Relation.Flat or Relation.Appos || tree[body.Last].Head == head && tree[body.Last].Relation is Relation.Compound or Relation.Flat;
    }

    /// <summary>The last token of what stands behind "of" or "for"; -1 where that is no part of the name.</summary>
    private int AfterNaming(int preposition, Sighting body, bool isWide, bool isSchool)
    {
        int start = preposition + 1;
        if (start < sentence.EndToken && words.IsDefinite(letters.Lower(start)))
            start++;
        if (EndOfWords(start) is > 0 and var end)
            return end;
        Sighting? named = At(start);
        if (named is null || named.First != start || body.Kind == SightingKind.Body && !isWide || body.Kind == SightingKind.Agent && !isWide && !(isSchool && named.Kind == SightingKind.Region))
            return -1;
        // "the Law Association of Zambia", but "the board of Latvia" is a board, and whose it is.
        bool owner = body.Kind == SightingKind.Name && body.Last > body.First && named is { Kind: SightingKind.State, Role: NameRole.Name } or { Kind: SightingKind.Region };
        bool place = named.Kind == SightingKind.Place || owner || isSchool && named.Kind == SightingKind.Region || isSchool && named is { Kind: SightingKind.State, Role: NameRole.Name or NameRole.Capital };
        return place && letters.IsCapital(start) && tree.Form(named.Last + 1 < sentence.EndToken ? named.Last + 1 : named.Last) is not ("'s" or "’s") ? named.Last : -1;
    }

    /// <summary>"and Technology", ", Tobacco and Firearms": the end of a list that goes on, -1 for none.</summary>
    private int EndOfList(int next)
    {
        int at = next;
        while (at + 1 < sentence.EndToken && (letters.IsCoordinator(at) || tree.Form(at) is ","))
        {
            bool closes = tree.Form(at) is not ",";
            int start = !closes && letters.IsCoordinator(at + 1) && tree.Form(at + 1) is not "," ? at + 2 : at + 1;
            closes |= start == at + 2;
            int end = EndOfWords(start);
            if (end < 0 && start < sentence.EndToken && letters.IsCapital(start) && At(start) is null or { Kind: SightingKind.Name, NameAgent: < 0 } && IsAbbreviated(start))
                end = start;
            if (end < 0 || IsOther(start, end) && !IsAbbreviated(end))
                return -1;
            if (closes)
                return end;
            at = end + 1;
        }

        return -1;
    }

    /// <summary>"… and Central Bank": what a noun of a body ends is another body.</summary>
    private bool IsOther(int start, int end)
    {
        bool ordinary = false;
        for (int i = start; i <= end; i++)
        {
            if (At(i) is { Kind: SightingKind.Name, NameAgent: >= 0 } || i == end && At(i) is { } noun && letters.IsBody(noun) && known.Agents[noun.Index].Kind == EntityKind.Organization)
                return true;
            ordinary |= words.IsOrdinary(letters.Lower(i)) || tree[i].Pos != PartOfSpeech.Propn;
        }

        return !ordinary || words.NameWord(letters.Lower(end)) == "body" && !letters.Lower(end).EndsWith('s') || end + 1 < sentence.EndToken && words.IsNaming(letters.Lower(end + 1)) && words.NameWord(letters.Lower(end)) is not null;
    }

    private int EndOfWords(int start)
    {
        int end = -1;
        for (int i = start; i < sentence.EndToken && i - start < LongestRun; i++)
        {
            if (IsFieldWord(i))
            {
                end = i;
                continue;
            }

            // "the Court of African Cases", "the Advancement of the South African Constitution".
            if (!letters.IsCapital(i) || At(i) is not ({ Kind: SightingKind.Place or SightingKind.Region } or { Kind: SightingKind.State, Role: NameRole.Adjective }) || At(i) is not { } around)
                break;
            int next = around.Last + 1;
            if (next >= sentence.EndToken || !IsFieldWord(next) || tree[next].Head == start - 1)
                break;
            i = around.Last;
        }

        return end;
    }

    /// <summary>A capital on a word of the language that names nobody here.</summary>
    private bool IsFieldWord(int token)
    {
        if (token >= sentence.EndToken || !letters.IsCapital(token) || words.IsCalendar(letters.Lower(token)) || tree[token].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Verb))
            return false;
        return At(token) switch
        {
            null => words.IsOrdinary(letters.Lower(token)) || tree[token].Pos is PartOfSpeech.Noun or PartOfSpeech.Adj,
            { Kind: SightingKind.Agent } => true,
            { Kind: SightingKind.Outlet } outlet => outlet.First == outlet.Last && words.IsOrdinary(letters.Lower(token)) && token + 1 < sentence.EndToken && letters.IsCapital(token + 1),
            { Kind: SightingKind.Title } office => office.IsPlural || token + 1 >= sentence.EndToken || !letters.IsCapital(token + 1),
            { Kind: SightingKind.Name, NameAgent: < 0 } name => (words.IsOrdinary(letters.Lower(token)) || !letters.IsGivenName(token)) && Has(name.First, name.Last, words.IsOrdinary),
            { Kind: SightingKind.Person, IsWeak: true } => words.IsOrdinary(letters.Lower(token)),
            _ => false,
        };
    }
}
