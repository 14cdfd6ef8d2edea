using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Joins capitalized words that no data know into names, with weak names beside them: "Ricardo Lagos" is no city.</summary>
internal sealed class NameRuns(DocumentTree tree, KnownEntities known, MentionWords words, NameTagger? tagger)
{
    private readonly List<TaggedName> tagged = [];

    private const int LongestRun = 8;

    /// <summary>Letters from here on are of other scripts than English copy is written in.</summary>
    private const char EndOfLatin = '\u0250';

    /// <param name="sentence">Where.</param>
    /// <param name="found">What was found so far; changed.</param>
    /// <param name="taken">The same by token, from the first of the sentence.</param>
    public void Join(Sentence sentence, List<Sighting> found, Sighting?[] taken)
    {
        if (!HasLowerCase(sentence.Range.In(tree.Text)))
            return;
        tagged.Clear();
        tagger?.Enter(sentence, taken);
        tagger?.Tag(tagged);
        int token = sentence.FirstToken;
        var gone = new HashSet<Sighting>();
        while (token < sentence.EndToken)
        {
            if (!IsFree(token, sentence, taken) && !IsLoose(token, sentence, taken))
            {
                token++;
                continue;
            }

            int first = FirstOf(token, sentence, taken);
            (int last, Sighting? ending) = LastOf(first, token, sentence, taken);
            if (taken[token - sentence.FirstToken] is { } lone && last == token && first == token)
            {
                lone.Weights = Weigh(token, token);
                token++;
                continue;
            }

            if (Around(first, last, sentence, taken) is { } longer)
            {
                (first, last, ending) = (longer.First, longer.Last, ending ?? HeadOf(longer, sentence, taken));
                if (last + 1 < sentence.EndToken && taken[last + 1 - sentence.FirstToken] is { } body && IsBody(body) && tree[last].Relation is Relation.Compound or Relation.Flat)
                    (last, ending) = (body.Last, body);
            }

            var whole = new Sighting
            {
                First = first,
                Last = last,
                Range = TextRange.FromBounds(tree[first].Range.Start, tree[last].Range.End),
                Kind = SightingKind.Name,
                NameAgent = ending?.Index ?? -1,
                Weights = Weigh(first, last),
                People = PeopleOf(first, last, sentence, taken),
            };
            for (int i = first; i <= last; i++)
            {
                if (taken[i - sentence.FirstToken] is { } part)
                    gone.Add(part);
                taken[i - sentence.FirstToken] = whole;
            }

            found.Add(whole);
            token = last + 1;
        }

        JoinSaints(sentence, found, taken, gone);
        JoinNamesakes(sentence, found, taken, gone);
        JoinSchools(sentence, found, taken, gone);
        JoinAnd(sentence, found, taken, gone);
        JoinOf(sentence, found, taken, gone);
        if (gone.Count > 0)
            found.RemoveAll(gone.Contains);
    }

    private float[] Weigh(int first, int last)
    {
        if (tagger is null)
            return [];
        var weights = new float[NameVote.Kinds];
        tagger.Weigh(first, last, weights);
        return weights;
    }

    /// <summary>The longer name that the tagger sees around a run, when nothing in it stands for itself: "Center for River Studies" is not three names.</summary>
    private TaggedName? Around(int first, int last, Sentence sentence, Sighting?[] taken)
    {
        foreach (TaggedName name in tagged)
        {
            if (!IsCapital(name.First) || name.First > first || name.Last < last || name.Last - name.First == last - first || name.Last - name.First >= LongestRun || name.Kind == NameKind.Person)
                continue;
            bool free = (name.Kind == NameKind.Organization || !HasCoordinator(name)) && !HasPlaceCase(name);
            for (int i = name.First; i <= name.Last && free; i++)
            {
                free = taken[i - sentence.FirstToken] is not { } part
                    || part.First >= name.First && part.Last <= name.Last && part.Kind switch
                    {
                        SightingKind.State => part.Role == NameRole.Capital,
                        SightingKind.Place or SightingKind.Name => true,
                        SightingKind.Agent => !part.IsPlural && IsCapital(part.First) && known.Agents[part.Index].Kind != EntityKind.Person,
                        SightingKind.Person => part.IsWeak,
                        _ => false,
                    };
            }

            if (free)
                return name;
        }

        return null;
    }

    /// <summary>"Riverside Mall in Durban": where a thing is is no part of its name.</summary>
    private bool HasPlaceCase(TaggedName name)
    {
        for (int i = name.First + 1; i < name.Last; i++)
        {
            if (words.IsPlaceCase(Lower(i)))
                return true;
        }

        return false;
    }

    private bool HasCoordinator(TaggedName name)
    {
        for (int i = name.First; i <= name.Last; i++)
        {
            if (IsCoordinator(i))
                return true;
        }

        return false;
    }

    /// <summary>The common noun that heads a long name: its last word, or the one before "of" and "for".</summary>
    private Sighting? HeadOf(TaggedName name, Sentence sentence, Sighting?[] taken)
    {
        if (taken[name.Last - sentence.FirstToken] is { Kind: SightingKind.Agent } last)
            return last;
        int head = tree.HeadOf(name.First, name.Last);
        return taken[head - sentence.FirstToken] is { Kind: SightingKind.Agent } noun ? noun : null;
    }


    /// <summary>"the National Search and Rescue Agency": one article and one noun of a body for both parts.</summary>
    private void JoinAnd(Sentence sentence, List<Sighting> found, Sighting?[] taken, HashSet<Sighting> gone)
    {
        for (int link = sentence.FirstToken + 2; link + 1 < sentence.EndToken; link++)
        {
            if (taken[link - sentence.FirstToken] is not null || tree[link].Pos != PartOfSpeech.Cconj || StartOfField(link - 1, sentence, taken) is not (> 0 and var first))
                continue;
            int at = link + 1;
            while (at + 1 < sentence.EndToken && at - link < 4 && taken[at - sentence.FirstToken] is null && IsField(at, sentence, taken))
                at++;
            if (taken[at - sentence.FirstToken] is not { } right || right.First != at || !(right.Kind == SightingKind.Name && right.NameAgent >= 0 || IsBody(right) && (right.Last > right.First || at > link + 1)))
                continue;
            if (right.Last + 1 < sentence.EndToken && tree[right.Last].Relation == Relation.Compound && taken[right.Last + 1 - sentence.FirstToken] is { } head && IsBody(head))
                right = head;
            var whole = new Sighting
            {
                First = first,
                Last = right.Last,
                Range = TextRange.FromBounds(tree[first].Range.Start, right.Range.End),
                Kind = SightingKind.Name,
                NameAgent = right.Kind == SightingKind.Name ? right.NameAgent : right.Index,
            };
            for (int i = whole.First; i <= whole.Last; i++)
            {
                if (taken[i - sentence.FirstToken] is { } part)
                    gone.Add(part);
                taken[i - sentence.FirstToken] = whole;
            }

            found.Add(whole);
        }
    }

    /// <summary>The first of the capitals between an article, or a state's adjective, and "and"; -1 where they name somebody.</summary>
    private int StartOfField(int last, Sentence sentence, Sighting?[] taken)
    {
        int first = last + 1;
        while (first > sentence.FirstToken + 1 && last - first < 4 && IsCapital(first - 1) && tree[first - 1].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj
            && taken[first - 1 - sentence.FirstToken] is null or { Kind: SightingKind.Name, NameAgent: < 0 })
        {
            first--;
        }

        if (first > last || IsGivenName(first) || words.NameWord(Lower(last)) == "body")
            return -1;
        return words.IsDefinite(Lower(first - 1)) || taken[first - 1 - sentence.FirstToken] is { Kind: SightingKind.State, Role: NameRole.Adjective } ? first : -1;
    }

    /// <summary>"Queen Alia Airport": a place or a body that is called after somebody with an office.</summary>
    private void JoinNamesakes(Sentence sentence, List<Sighting> found, Sighting?[] taken, HashSet<Sighting> gone)
    {
        for (int i = sentence.FirstToken + 1; i < sentence.EndToken; i++)
        {
            if (taken[i - sentence.FirstToken] is not { Kind: SightingKind.Name } place || place.First != i || place.First == place.Last || words.NameWord(Lower(place.Last)) != "place" || place.NameAgent >= 0 && known.Agents[place.NameAgent].Kind == EntityKind.Person)
                continue;
            if (taken[i - 1 - sentence.FirstToken] is not { Kind: SightingKind.Title, IsPlural: false } title || title.First != i - 1 || !IsCapital(i - 1) || i - 1 == sentence.FirstToken)
                continue;
            var whole = new Sighting { First = title.First, Last = place.Last, Range = TextRange.FromBounds(title.Range.Start, place.Range.End), Kind = SightingKind.Name, NameAgent = place.NameAgent, Weights = place.Weights };
            gone.Add(title);
            gone.Add(place);
            taken.AsSpan(whole.First - sentence.FirstToken, whole.Last - whole.First + 1).Fill(whole);
            found.Add(whole);
        }
    }

    /// <summary>"St. Luke's Hospital": a name, an s and a body or a building in capitals.</summary>
    private void JoinSaints(Sentence sentence, List<Sighting> found, Sighting?[] taken, HashSet<Sighting> gone)
    {
        for (int i = sentence.FirstToken + 1; i + 1 < sentence.EndToken; i++)
        {
            if (tree.Form(i) is not ("'s" or "’s") || taken[i - 1 - sentence.FirstToken] is not { Kind: SightingKind.Name or SightingKind.Person } saint || saint.Kind == SightingKind.Person && !saint.IsWeak || !IsCapital(i + 1))
                continue;
            Sighting? house = taken[i + 1 - sentence.FirstToken];
            bool body = house is not null && house.First == i + 1 && IsBody(house) && known.Agents[house.Index].Sector is Sector.Hlh or Sector.Edu or Sector.Rel;
            if (!body && !(house is null && words.NameWord(Lower(i + 1)) == "place"))
                continue;
            int last = body ? house!.Last : i + 1;
            gone.Add(saint);
            if (body)
                gone.Add(house!);
            var whole = new Sighting { First = saint.First, Last = last, Range = TextRange.FromBounds(saint.Range.Start, tree[last].Range.End), Kind = SightingKind.Name, NameAgent = body ? house!.Index : -1, Weights = Weigh(saint.First, last) };
            taken.AsSpan(whole.First - sentence.FirstToken, whole.Last - whole.First + 1).Fill(whole);
            found.Add(whole);
        }
    }

    /// <summary>"American University": the name of a school, not a state and its school.</summary>
    private void JoinSchools(Sentence sentence, List<Sighting> found, Sighting?[] taken, HashSet<Sighting> gone)
    {
        for (int i = sentence.FirstToken + 1; i < sentence.EndToken; i++)
        {
            if (taken[i - sentence.FirstToken] is not { } school || school.First != i || !IsBody(school) || known.Agents[school.Index].Sector != Sector.Edu || taken[i - 1 - sentence.FirstToken] is not { Kind: SightingKind.State, Role: NameRole.Adjective or NameRole.Name } state || IsCapital(i - 1) && state.Role == NameRole.Name && tree[state.Last].Relation is not (Relation.Compound or Relation.Amod or Relation.Flat))
                continue;
            var whole = new Sighting { First = state.First, Last = school.Last, Range = TextRange.FromBounds(state.Range.Start, school.Range.End), Kind = SightingKind.Name, NameAgent = school.Index };
            gone.Add(state);
            gone.Add(school);
            taken.AsSpan(whole.First - sentence.FirstToken, whole.Last - whole.First + 1).Fill(whole);
            found.Add(whole);
        }
    }

    /// <summary>"Court of Session", "Centre for Marine Biology": a body's noun in capitals, and what it is named after.</summary>
    private void JoinOf(Sentence sentence, List<Sighting> found, Sighting?[] taken, HashSet<Sighting> gone)
    {
        for (int link = sentence.FirstToken + 1; link + 1 < sentence.EndToken; link++)
        {
            if (taken[link - sentence.FirstToken] is not null || !words.IsNaming(Lower(link)) || (taken[link - 1 - sentence.FirstToken] ?? UnseenBody(link - 1, sentence, taken)) is not { } body)
                continue;
            int next = words.IsDefinite(Lower(link + 1)) && link + 2 < sentence.EndToken ? link + 2 : link + 1;
            while (next + 1 < sentence.EndToken && next - link < 4 && IsCapital(next) && (taken[next - sentence.FirstToken] is null && tree[next].Pos is PartOfSpeech.Adj or PartOfSpeech.Noun || taken[next - sentence.FirstToken] is { Kind: SightingKind.Agent } noun && noun.First == noun.Last))
                next++;
            int end = -1;
            if (taken[next - sentence.FirstToken] is { Kind: SightingKind.Name } after && after.First == next)
                end = after.Last;
            else if ((body is { Kind: SightingKind.Agent } && IsBody(body) || body.Kind == SightingKind.Name && words.NameWord(Lower(body.Last)) == "body") && EndOfField(link + 1, sentence, taken) is > 0 and var field)
                end = field;
            if (end < 0)
                continue;
            if (body is { Kind: SightingKind.Agent } && IsBody(body) && EndOfField(link + 1, sentence, taken) is > 0 and var longer && longer > end)
                end = longer;
            int agent = body.Kind == SightingKind.Name && (body.NameAgent >= 0 || words.NameWord(Lower(body.Last)) == "body") ? body.NameAgent : IsBody(body) ? body.Index : -2;
            if (agent < -1)
                continue;
            int first = body.First;
            if (first > sentence.FirstToken && taken[first - 1 - sentence.FirstToken] is { Kind: SightingKind.Place } owner && owner.Last == first - 1 && tree[owner.Last].Relation == Relation.Compound)
                first = owner.First;
            var whole = new Sighting
            {
                First = first,
                Last = end,
                Range = TextRange.FromBounds(tree[first].Range.Start, tree[end].Range.End),
                Kind = SightingKind.Name,
                NameAgent = agent,
                Weights = Weigh(first, end),
            };
            for (int i = whole.First; i <= whole.Last; i++)
            {
                if (taken[i - sentence.FirstToken] is { } part)
                    gone.Add(part);
            }

            for (int i = whole.First; i <= whole.Last; i++)
                taken[i - sentence.FirstToken] = whole;
            found.Add(whole);
        }
    }

    /// <summary>"National Directorate" before "for Security": a noun of bodies in capitals that was no name by itself; null for none.</summary>
    private Sighting? UnseenBody(int last, Sentence sentence, Sighting?[] taken)
    {
        if (!IsCapital(last) || words.NameWord(Lower(last)) != "body" || last == sentence.FirstToken)
            return null;
        int first = last;
        while (first - 1 > sentence.FirstToken && last - first < 3 && IsCapital(first - 1) && taken[first - 1 - sentence.FirstToken] is null && tree[first - 1].Pos is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn)
            first--;
        return new Sighting { First = first, Last = last, Range = TextRange.FromBounds(tree[first].Range.Start, tree[last].Range.End), Kind = SightingKind.Name };
    }

    /// <summary>"of Fisheries and Rural Works": the last of the capitals that say what an office is for; -1 where they name somebody.</summary>
    private int EndOfField(int start, Sentence sentence, Sighting?[] taken)
    {
        int end = -1;
        bool linked = true;
        for (int i = start; i < sentence.EndToken && i - start < LongestRun + 2; i++)
        {
            if (!linked && (IsCoordinator(i) || tree.Form(i) is ",") && i + 1 < sentence.EndToken && IsField(i + 1, sentence, taken))
            {
                linked = true;
                continue;
            }

            if (!IsField(i, sentence, taken))
                break;
            linked = false;
            end = i;
        }

        return end;
    }

    private bool IsField(int token, Sentence sentence, Sighting?[] taken) =>
        IsCapital(token) && (words.IsOrdinary(Lower(token)) || tree[token].Pos is PartOfSpeech.Noun or PartOfSpeech.Adj || taken[token - sentence.FirstToken] is { Kind: SightingKind.Title or SightingKind.Agent }) && !words.IsCalendar(Lower(token)) && tree[token].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj
        && (taken[token - sentence.FirstToken] is { Kind: SightingKind.Title, IsPlural: false } title && title.First == title.Last && !(token + 1 < sentence.EndToken && IsCapital(token + 1))
        || taken[token - sentence.FirstToken] is null or { Kind: SightingKind.Name } or { Kind: SightingKind.Agent } or { Kind: SightingKind.Person, IsWeak: true });

    /// <summary>Where a name begins that holds this token: with names, nouns and adjectives in capitals tied to it on the left.</summary>
    private int FirstOf(int token, Sentence sentence, Sighting?[] taken)
    {
        int first = token;
        while (first > sentence.FirstToken && token - first < LongestRun)
        {
            int before = first - 1;
            Sighting? sighting = taken[before - sentence.FirstToken];
            if (sighting is not null && IsJoinable(sighting, first, sentence, taken))
                first = sighting.First;
            else if (sighting is null && (before > sentence.FirstToken || words.NameWord(Lower(before)) is not null) && tree[before].Pos is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Verb && IsCapital(before) && IsWord(before))
                first = before;
            else
                break;
        }

        return first;
    }

    /// <summary>Where it ends, and the noun of a body that it ends in.</summary>
    private (int Last, Sighting? Ending) LastOf(int first, int token, Sentence sentence, Sighting?[] taken)
    {
        int last = token;
        Sighting? ending = null;
        while (last + 1 < sentence.EndToken && last - first < LongestRun)
        {
            int next = last + 1;
            Sighting? sighting = taken[next - sentence.FirstToken];
            bool here = sighting is not null && sighting.First == next;
            if (IsFree(next, sentence, taken))
                (last, ending) = (next, null);
            else if (here && IsBody(sighting!))
                (last, ending) = (sighting!.Last, sighting);
            else if (here && ending is null && IsJoinable(sighting!, last, sentence, taken))
                last = sighting!.Last;
            else if (sighting is null && next + 1 < sentence.EndToken && IsLink(next) && (IsFree(next + 1, sentence, taken) || IsTail(next, sentence, taken)) && !IsCoordinator(next))
                last = next + 1;
            else
                break;
        }

        return (last, ending);
    }

    /// <summary>"Hospital", "Ministry" in capitals: the noun that many names of bodies end in.</summary>
    private bool IsBody(Sighting sighting) =>
        sighting is { Kind: SightingKind.Agent, IsPlural: false } && IsCapital(sighting.First) && known.Agents[sighting.Index].Kind != EntityKind.Person;

    private static ImmutableArray<int> PeopleOf(int first, int last, Sentence sentence, Sighting?[] taken)
    {
        for (int i = last; i >= first; i--)
        {
            if (taken[i - sentence.FirstToken] is { People.Length: > 0 } bearer)
                return bearer.People;
        }

        return [];
    }

    private bool IsFree(int token, Sentence sentence, Sighting?[] taken)
    {
        if (taken[token - sentence.FirstToken] is not null || !IsCapital(token) || tree[token].Pos is not (PartOfSpeech.Propn or PartOfSpeech.X) && !IsStrange(token, sentence))
            return false;
        string form = tree[token].Range.Of(tree.Text);
        if (words.IsCalendar(form.ToLowerInvariant().TrimEnd('.')) && !IsPartOfName(token, sentence) || known.PhraseWords.Of(known.Folding.Fold(form).TrimEnd('.')) == PhraseWordKind.Honorific)
            return false;
        return (form.Count(char.IsLetter) > 1 || token + 1 < sentence.EndToken && IsCapital(tree.Form(token + 1) is "." && token + 2 < sentence.EndToken ? token + 2 : token + 1)) && form.All(letter => letter < EndOfLatin || !char.IsLetter(letter));
    }

    /// <summary>A capital within a sentence on a word that is none of the language.</summary>
    private bool IsStrange(int token, Sentence sentence) =>
        token > sentence.FirstToken && tree[token].Pos is PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Verb && tree[token].Range.Length > 2
        && !words.IsOrdinary(Lower(token)) && words.NameWord(Lower(token)) is null
        && (tree[token - 1].Pos == PartOfSpeech.Propn && IsCapital(token - 1) || token + 1 < sentence.EndToken && tree[token + 1].Pos == PartOfSpeech.Propn && IsCapital(token + 1));

    /// <summary>"Jan Novak", "Sun-Hyung": a word of the calendar that is a given name before another name, or tied to one by a hyphen.</summary>
    private bool IsPartOfName(int token, Sentence sentence)
    {
        int next = token + 1;
        if (next >= sentence.EndToken || words.IsCalendar(Lower(next)))
            return false;
        bool tied = tree[next].Range.Start == tree[token].Range.End && tree.Text[tree[next].Range.Start] == '-' && next + 1 < sentence.EndToken && IsCapital(next + 1);
        return tied || IsGivenName(token) && tree[next].Pos == PartOfSpeech.Propn && IsCapital(next) && (tree[next].Relation == Relation.Flat || tree[token].Relation == Relation.Compound && tree[token].Head == next);
    }

    /// <summary>A surname of one word, which may be a part of a longer name.</summary>
    private static bool IsLoose(int token, Sentence sentence, Sighting?[] taken) =>
        taken[token - sentence.FirstToken] is { Kind: SightingKind.Person, IsWeak: true } name && name.First == token && name.Last == token;

    private bool IsCapital(int token) => char.IsUpper(tree.Text[tree[token].Range.Start]);

    private static bool HasLowerCase(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLower(c))
                return true;
        }

        return false;
    }

    /// <summary>A name that may be part of a longer one: a surname, and a place or a state only where the tree makes it a part.</summary>
    private bool IsJoinable(Sighting sighting, int neighbour, Sentence sentence, Sighting?[] taken)
    {
        if (sighting.Last < neighbour ? sighting.Last + 1 != neighbour : neighbour + 1 != sighting.First)
            return false;
        bool before = sighting.Last < neighbour;
        bool flat = tree[sighting.First].Head == neighbour && tree[sighting.First].Relation is Relation.Flat
            || tree[neighbour].Head == sighting.First && tree[neighbour].Relation is Relation.Flat
            || !before && tree[sighting.First].Relation == Relation.Flat;

        // "Paris Opera", "Georgia Tech": tied to a head in capitals that stands for a thing, no person.
        int head = tree[sighting.Last].Head;
        bool tied = before && head >= neighbour && head < sentence.EndToken && head - neighbour < 3 && tree[sighting.Last].Relation is Relation.Compound or Relation.Amod && IsCapital(head)
            && words.NameWord(Lower(head)) is not null;
        return sighting.Kind switch
        {
            SightingKind.Person => sighting.IsWeak && (!before || flat || tied || sighting.First == sighting.Last && IsGivenName(sighting.First)),
            SightingKind.Place => flat && sighting.First == sighting.Last || tied || IsFirstOfName(sighting, neighbour, before)
                || before && sighting.First == sighting.Last && IsGivenName(sighting.First) && tree[neighbour].Pos == PartOfSpeech.Propn && taken[neighbour - sentence.FirstToken] is null && tree[sighting.First].Relation is Relation.Compound or Relation.Flat,
            SightingKind.Body => IsFirstOfName(sighting, neighbour, before) && tree[sighting.First].Range.Length > 3,
            SightingKind.State => sighting.Role is NameRole.Name or NameRole.Capital && (sighting.First == sighting.Last && (before ? IsLoose(neighbour, sentence, taken) && (flat || tree[sighting.First].Relation == Relation.Compound) || flat && IsGivenName(sighting.First) : flat) || tied),
            SightingKind.Region => tied && IsCapital(sighting.First),
            _ => false,
        };
    }

    /// <summary>"Windsor Locks", "Adani Mining": the first word of a longer name, by the tree.</summary>
    private bool IsFirstOfName(Sighting sighting, int neighbour, bool before) =>
        before && sighting.First == sighting.Last && sighting.Role != NameRole.Acronym && tree[sighting.First].Head == neighbour && tree[sighting.First].Relation == Relation.Compound
        && tree[neighbour].Pos == PartOfSpeech.Propn && tree[sighting.First].Pos == PartOfSpeech.Propn;

    private bool IsLink(int token) =>
        tree[token].Range.Length == 1 && tree.Text[tree[token].Range.Start] == '-' && tree[token - 1].Range.End == tree[token].Range.Start
        || known.Naming.IsParticle(tree[token].Range.Of(tree.Text)) && !words.IsPlaceCase(Lower(token));

    /// <summary>"Joo-hyeon": a syllable of a given name behind its hyphen; no "Lagos-based".</summary>
    private bool IsTail(int hyphen, Sentence sentence, Sighting?[] taken)
    {
        int tail = hyphen + 1;
        return taken[tail - sentence.FirstToken] is null && tree[hyphen].Range.Length == 1 && tree[tail].Range.Start == tree[hyphen].Range.End && char.IsLower(tree.Text[tree[tail].Range.Start]) && tree[tail].Range.Length is > 1 and < 7
            && (tree[tail].Pos == PartOfSpeech.Propn || !words.IsOrdinary(Lower(tail))) && hyphen - 1 > sentence.FirstToken && IsCapital(hyphen - 1) && IsCapital(hyphen - 2);
    }

    private bool IsCoordinator(int token) => words.IsCoordinator(Lower(token));

    private bool IsGivenName(int token) => words.IsGivenName(Lower(token)) || known.IsGivenName(Lower(token));

    private string Lower(int token) => tree[token].Range.Of(tree.Text).ToLowerInvariant();

    private bool IsWord(int token)
    {
        string form = Lower(token);
        return !words.IsCalendar(form) && !words.IsDefinite(form) && known.PhraseWords.Of(known.Folding.Fold(form).TrimEnd('.')) == PhraseWordKind.None;
    }
}
