using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Joins capitalized words that no data know into names, with weak names beside them: "Ricardo Lagos" is no city.</summary>
internal sealed class NameRuns(DocumentTree tree, KnownEntities known, MentionWords words, NameTagger? tagger)
{
    private readonly List<TaggedName> tagged = [];
    private readonly NameLetters letters = new(tree, known, words);
    private WorkTitles? works;
    private BodyNames? bodies;
    private Sighting?[]? officesBefore;
    private int sentenceEnd;

    private const int LongestRun = 8;

    /// <summary>Letters from here on are of other scripts than English copy is written in.</summary>
    private const char EndOfLatin = '\u0250';

    /// <param name="sentence">Where.</param>
    /// <param name="found">What was found so far; changed.</param>
    /// <param name="taken">The same by token, from the first of the sentence.</param>
    public void Join(Sentence sentence, List<Sighting> found, Sighting?[] taken)
    {
        if (!HasLowerCase(sentence.Range.In(tree.Text)))
        {
            tagger?.Enter(sentence, taken);
            JoinCapitals(sentence, found, taken);
            return;
        }

        officesBefore = taken;
        sentenceEnd = sentence.EndToken;
        tagged.Clear();
        tagger?.Enter(sentence, taken);
        tagger?.Tag(tagged);
        int token = sentence.FirstToken;
        var gone = new HashSet<Sighting>();
        (works ??= new WorkTitles(tree, words, letters)).Mark(sentence, found, taken, gone);
        while (token < sentence.EndToken)
        {
            bool opens = token == sentence.FirstToken && token + 2 < sentence.EndToken && words.IsOrdinary(letters.Lower(token)) && letters.IsCapital(token + 1) && letters.IsGivenName(token + 1) && !letters.IsGivenName(token);
            // "BBC Sport": what a channel calls a part of it.
            bool ofChannel = token > sentence.FirstToken && taken[token - 1 - sentence.FirstToken] is { Kind: SightingKind.Outlet } && words.IsOrdinary(letters.Lower(token));
            if (opens || ofChannel || !IsFree(token, sentence, taken) && !IsLoose(token, sentence, taken))
            {
                token++;
                continue;
            }

            int first = FirstOf(token, sentence, taken);
            (int last, Sighting? ending) = LastOf(first, token, sentence, taken);
            if (SeatOf(first, last, sentence, taken) is { } seat)
            {
                if (taken[first - sentence.FirstToken] is null)
                {
                    taken[first - sentence.FirstToken] = seat;
                    found.Add(seat);
                }

                (first, token) = (first + 1, Math.Max(token, first + 1));
            }

            while (last - first > 1 && first >= token - LongestRun && words.IsOrdinary(letters.Lower(first)) && !letters.IsGivenName(first) && taken[first - sentence.FirstToken] is null && IsOfOffice(first - 1, sentence, taken))
                first++;
            if (taken[token - sentence.FirstToken] is { } lone && last == token && first == token)
            {
                lone.Weights = Weigh(token, token);
                token++;
                continue;
            }

            if (Around(first, last, sentence, taken) is { } longer)
            {
                (first, last, ending) = (longer.First, longer.Last, ending ?? HeadOf(longer, sentence, taken));
                if (last + 1 < sentence.EndToken && taken[last + 1 - sentence.FirstToken] is { } body && letters.IsBody(body) && tree[last].Relation is Relation.Compound or Relation.Flat)
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

        (bodies ??= new BodyNames(tree, known, words, letters, Weigh)).Join(sentence, found, taken, gone);
        if (gone.Count > 0)
            found.RemoveAll(gone.Contains);
    }

    /// <summary>"HAITIAN MINISTER RENE CHALMERS DENIED": where every letter is a capital, a given name and the words behind it that are no words of the language.</summary>
    private void JoinCapitals(Sentence sentence, List<Sighting> found, Sighting?[] taken)
    {
        for (int first = sentence.FirstToken; first + 1 < sentence.EndToken; first++)
        {
            if (taken[first - sentence.FirstToken] is not (null or { Kind: SightingKind.Person, IsWeak: true } or { Kind: SightingKind.Body, Role: NameRole.Acronym }) || words.IsOrdinary(letters.Lower(first)) || tree[first].Pos != PartOfSpeech.Propn || !letters.IsGivenName(first))
                continue;
            int last = first;
            while (last + 1 < sentence.EndToken && last - first < LongestRun && tree[last + 1].Pos == PartOfSpeech.Propn && tree.Head(last + 1) == first && tree[last + 1].Relation == Relation.Flat && !words.IsOrdinary(letters.Lower(last + 1)) && taken[last + 1 - sentence.FirstToken] is null or { Kind: SightingKind.Person, IsWeak: true })
                last++;
            if (last == first)
                continue;
            var whole = new Sighting { First = first, Last = last, Range = TextRange.FromBounds(tree[first].Range.Start, tree[last].Range.End), Kind = SightingKind.Name, Weights = Weigh(first, last), People = PeopleOf(first, last, sentence, taken) };
            for (int i = first; i <= last; i++)
            {
                if (taken[i - sentence.FirstToken] is { } part)
                    found.Remove(part);
                taken[i - sentence.FirstToken] = whole;
            }

            found.Add(whole);
            first = last;
        }
    }

    /// <summary>"mayor of Odal Karl Beck": where the office is held, before its holder's given name.</summary>
    private Sighting? SeatOf(int first, int last, Sentence sentence, Sighting?[] taken)
    {
        if (last < first + 2 || first < sentence.FirstToken + 2 || tree.Form(first - 1) is not "of" || taken[first - 2 - sentence.FirstToken] is not { Kind: SightingKind.Title, IsPlural: false })
            return null;
        Sighting? place = taken[first - sentence.FirstToken];
        if (place is not null && (place.Kind != SightingKind.Place || place.Last != first) || place is null && (!letters.IsGivenName(first + 1) || letters.IsGivenName(first)))
            return null;
        return place ?? new Sighting { First = first, Last = first, Range = tree[first].Range, Kind = SightingKind.Name, Weights = Weigh(first, first) };
    }

    /// <summary>"Minister for Culture, Roads and Civil" before "Aviation Karl Beck": what the office is for.</summary>
    private bool IsOfOffice(int before, Sentence sentence, Sighting?[] taken)
    {
        for (int i = before; i >= sentence.FirstToken && before - i < LongestRun; i--)
        {
            if (taken[i - sentence.FirstToken] is { Kind: SightingKind.Title, IsPlural: false } office && letters.IsCapital(i))
                return i < before && (words.IsNaming(letters.Lower(i + 1)) || office.First + 1 < office.Last);
            if (!letters.IsCapital(i) && !letters.IsCoordinator(i) && !words.IsNaming(letters.Lower(i)) || taken[i - sentence.FirstToken] is { Kind: not (SightingKind.Agent or SightingKind.Name) })
                return false;
        }

        return false;
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
        foreach (TaggedName seen in tagged)
        {
            // "Remarked Center for …": the verb that opens the sentence has its capital for that.
            TaggedName name = seen.First == sentence.FirstToken && seen.Last > seen.First && tree[seen.First].Pos == PartOfSpeech.Verb ? seen with { First = seen.First + 1 } : seen;
            if (IsMeasure(name))
                name = name with { Last = name.Last - 1 };
            if (!letters.IsCapital(name.First) || name.First > first || name.Last < last || name.Last - name.First == last - first || name.Last - name.First >= LongestRun || name.Kind == NameKind.Person)
                continue;
            bool free = (name.Kind == NameKind.Organization || !HasCoordinator(name)) && !HasPlaceCase(name) && !HasHolder(name);
            for (int i = name.First; i <= name.Last && free; i++)
            {
                free = taken[i - sentence.FirstToken] is not { } part
                    || part.First >= name.First && part.Last <= name.Last && part.Kind switch
                    {
                        SightingKind.State => part.Role == NameRole.Capital,
                        SightingKind.Place or SightingKind.Name => true,
                        SightingKind.Agent => !part.IsPlural && letters.IsCapital(part.First) && !letters.IsCoordinator(part.First - 1) && known.Agents[part.Index].Kind != EntityKind.Person,
                        SightingKind.Person => part.IsWeak,
                        _ => false,
                    };
            }

            if (free)
                return name;
        }

        return null;
    }

    /// <summary>"put Odalys 75 miles off": a number before what it counts is no part of a name.</summary>
    private bool IsMeasure(TaggedName name) =>
        name.Last > name.First && name.Last + 1 < sentenceEnd && char.IsDigit(tree.Text[tree[name.Last].Range.Start]) && tree[name.Last + 1].Pos == PartOfSpeech.Noun && char.IsLower(tree.Text[tree[name.Last + 1].Range.Start]);

    /// <summary>"Riverside Mall in Durban": where a thing is is no part of its name.</summary>
    private bool HasPlaceCase(TaggedName name)
    {
        for (int i = name.First + 1; i < name.Last; i++)
        {
            if (words.IsPlaceCase(letters.Lower(i)))
                return true;
        }

        return false;
    }

    /// <summary>"Karl Beck of the Odal Institute": what stands before "of" is no noun, so that it names somebody.</summary>
    private bool HasHolder(TaggedName name)
    {
        for (int i = name.First + 1; i <= name.Last; i++)
        {
            // "Odal University and Lund University": two.
            if (letters.IsCoordinator(i - 1) && tree.Form(i - 1) is not "," && words.NameWord(letters.Lower(name.Last)) == "body" && HasBodyBefore(name.First, i - 1))
                return true;

            // "… and Centre for River Studies": another one.
            if (letters.IsCoordinator(i - 1) && i < name.Last && words.NameWord(letters.Lower(i)) == "body" && words.IsNaming(letters.Lower(i + 1)))
                return true;
            if (words.IsNaming(letters.Lower(i)) && !(i < name.Last && Continues(i, name.Last)))
                return name.Kind != NameKind.Organization && letters.IsGivenName(name.First) || words.IsNaming(letters.Lower(name.Last)) || tree.Form(name.Last) is "'s" or "’s" || words.NameWord(letters.Lower(i - 1)) is null && !words.IsOrdinary(letters.Lower(i - 1));
        }

        return false;
    }

    private bool HasBodyBefore(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            // "Command and Control Centre" is one.
            if (words.NameWord(letters.Lower(i)) == "body")
                return end > first + 1;
        }

        return false;
    }

    private bool Continues(int from, int last)
    {
        for (int i = from + 2; i < last; i++)
        {
            if (letters.IsCoordinator(i - 1) && words.NameWord(letters.Lower(i)) == "body" && words.IsNaming(letters.Lower(i + 1)))
                return true;
        }

        return false;
    }

    private bool HasCoordinator(TaggedName name)
    {
        for (int i = name.First; i <= name.Last; i++)
        {
            if (letters.IsCoordinator(i))
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

    /// <summary>Where a name begins that holds this token: with names, nouns and adjectives in capitals tied to it on the left.</summary>
    private int FirstOf(int token, Sentence sentence, Sighting?[] taken)
    {
        int first = token;
        while (first > sentence.FirstToken && token - first < LongestRun)
        {
            int before = first - 1;
            Sighting? sighting = taken[before - sentence.FirstToken];
            if (sighting is null && before > sentence.FirstToken && tree.Form(before) is "-" or "–" && tree[before].Range.End == tree[first].Range.Start && tree[before - 1].Range.End == tree[before].Range.Start && taken[before - 1 - sentence.FirstToken] is null && letters.IsCapital(before - 1))
            {
                first = before - 1;
                continue;
            }

            if (sighting is null && first == token && IsParticleBefore(before, sentence))
                return before;
            if (sighting is not null && IsJoinable(sighting, first, sentence, taken))
                first = sighting.First;
            else if (sighting is null && letters.IsGivenName(first) && first + 1 < sentence.EndToken && letters.IsCapital(first + 1) && words.IsOrdinary(letters.Lower(before)))
                break;
            else if (sighting is null && (before > sentence.FirstToken || words.NameWord(letters.Lower(before)) is not null) && tree[before].Pos is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Verb && letters.IsCapital(before) && letters.IsWord(before))
                first = before;
            else
                break;
        }

        return first;
    }

    /// <summary>"said van Beck": a small word that begins a surname, where no noun can stand.</summary>
    private bool IsParticleBefore(int token, Sentence sentence) =>
        token > sentence.FirstToken && tree[token].Range.Length > 1 && char.IsLower(tree.Text[tree[token].Range.Start]) && known.Naming.IsParticle(tree[token].Range.Of(tree.Text))
        && (tree[token].Pos is PartOfSpeech.Propn or PartOfSpeech.X || tree[token].Pos == PartOfSpeech.Noun && !words.IsPlaceCase(letters.Lower(token)))
        && tree[token - 1].Pos is PartOfSpeech.Verb or PartOfSpeech.Adp or PartOfSpeech.Punct or PartOfSpeech.Aux or PartOfSpeech.Sconj or PartOfSpeech.Cconj or PartOfSpeech.Adv
        && (tree[token + 1].Relation == Relation.Flat || tree[token].Relation is Relation.Compound or Relation.Flat);

    /// <summary>"Ganesh Man Thapa": a noun with a capital between two free parts of one name.</summary>
    private bool IsMiddleName(Sighting noun, int last, Sentence sentence, Sighting?[] taken) =>
        noun is { Kind: SightingKind.Agent, IsPlural: false } && noun.First == noun.Last && letters.IsCapital(noun.First) && tree[noun.First].Pos == PartOfSpeech.Propn && taken[last - sentence.FirstToken] is null
        && (tree[noun.First].Relation == Relation.Flat || tree[noun.First].Head < noun.First && tree[noun.First + 1].Head == tree[noun.First].Head) && IsFree(noun.First + 1, sentence, taken) && tree[noun.First + 1].Relation == Relation.Flat;

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
            else if (here && letters.IsBody(sighting!))
                (last, ending) = (sighting!.Last, sighting);
            else if (here && ending is null && sighting is { Kind: SightingKind.Agent, IsPlural: false } && sighting.Last == next && letters.IsCapital(next) && words.NameWord(letters.Lower(next)) == "body" && known.Agents[sighting.Index].Kind == EntityKind.Person && tree[next].Relation is Relation.Amod or Relation.Flat or Relation.Compound)
                last = next;
            else if (here && ending is null && (IsSurname(sighting!, last) || IsMiddleName(sighting!, last, sentence, taken)))
                last = next;
            else if (here && ending is null && sighting is { Kind: SightingKind.Title, IsPlural: false } && sighting.Last == next && letters.IsCapital(next) && tree[next].Pos == PartOfSpeech.Propn && tree[next].Relation == Relation.Flat && taken[last - sentence.FirstToken] is null && !(next + 1 < sentence.EndToken && letters.IsCapital(next + 1) && !known.Naming.IsSuffix(tree[next + 1].Range.Of(tree.Text))))
                last = next;
            else if (here && ending is null && sighting is { Kind: SightingKind.Agent or SightingKind.Title, IsPlural: true } && sighting.Last == next && letters.IsCapital(next) && first == last && taken[last - sentence.FirstToken] is null && first > sentence.FirstToken && !words.IsOrdinary(letters.Lower(last)) && !letters.IsGivenName(last)
                && !(next + 1 < sentence.EndToken && tree.Form(next + 1) is "'" or "’")
                && (tree[last].Relation is Relation.Compound or Relation.Amod && tree[last].Head == next || tree[next].Relation == Relation.Flat && tree[next].Head == last))
                last = next;
            else if (here && ending is null && IsFirmOrSurname(sighting!, last, first, sentence, taken))
                last = next;
            else if (sighting is null && ending is null && letters.IsCapital(next) && letters.IsWord(next) && tree[next].Pos == PartOfSpeech.Noun && tree[last].Relation is Relation.Compound or Relation.Amod && tree[last].Head >= next && tree[last].Head < sentence.EndToken && letters.IsCapital(tree[last].Head))
                last = next;
            else if (here && ending is null && IsJoinable(sighting!, last, sentence, taken))
                last = sighting!.Last;
            else if (sighting is null && next + 1 < sentence.EndToken && IsLink(next) && (IsFree(next + 1, sentence, taken) || IsTail(next, sentence, taken) || IsOtherHalf(first, next, sentence, taken)) && !letters.IsCoordinator(next))
                last = next + 1;
            else if (sighting is null && next + 2 < sentence.EndToken && IsLink(next) && IsLink(next + 1) && taken[next + 1 - sentence.FirstToken] is null && IsFree(next + 2, sentence, taken))
                last = next + 2;
            else
                break;
        }

        return (last, ending);
    }

    /// <summary>"Robin Archer": a noun of people in capitals right behind a given name, and no name behind it.</summary>
    private bool IsSurname(Sighting noun, int before)
    {
        int last = noun.Last;
        return noun.Kind == SightingKind.Agent && noun.First == last && (noun.IsPlural || known.Agents[noun.Index].Kind == EntityKind.Person) && letters.IsCapital(last) && letters.IsGivenName(before)
            && tree[last].Pos == PartOfSpeech.Propn && (tree[last].Relation == Relation.Flat || tree[before].Head == last || tree[last].Head == before)
            && !(last + 1 < tree.Count && letters.IsCapital(last + 1) && tree[last + 1].Pos == PartOfSpeech.Propn && !known.Naming.IsSuffix(tree[last + 1].Range.Of(tree.Text)));
    }

    /// <summary>"Norvatech Marine, a firm", "Bhairav Monk, the minister": a noun of people as the last word of a name whose first is no word at all.</summary>
    private bool IsFirmOrSurname(Sighting noun, int before, int first, Sentence sentence, Sighting?[] taken)
    {
        int next = noun.Last;
        return noun is { Kind: SightingKind.Agent, IsPlural: false } && noun.First == next && known.Agents[noun.Index].Kind == EntityKind.Person && letters.IsCapital(next) && first == before && taken[before - sentence.FirstToken] is null
            && !words.IsOrdinary(letters.Lower(before)) && tree[before].Pos == PartOfSpeech.Propn && tree[next].Pos == PartOfSpeech.Propn
            && (tree[next].Relation == Relation.Flat && tree[next].Head == before || before > sentence.FirstToken && tree[before].Relation == Relation.Compound && tree[before].Head == next)
            && next + 1 < sentence.EndToken && tree.Form(next + 1) is ",";
    }

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
        if (taken[token - sentence.FirstToken] is not null || !letters.IsCapital(token) || tree[token].Pos is not (PartOfSpeech.Propn or PartOfSpeech.X) && !IsStrange(token, sentence))
            return false;
        string form = tree[token].Range.Of(tree.Text);
        if (words.IsCalendar(form.ToLowerInvariant().TrimEnd('.')) && !IsPartOfName(token, sentence) || known.PhraseWords.Of(known.Folding.Fold(form).TrimEnd('.')) == PhraseWordKind.Honorific)
            return false;
        // "No. 11".
        if (words.IsNumbering(form.ToLowerInvariant().TrimEnd('.')) && token + 1 < sentence.EndToken && (char.IsDigit(tree.Text[tree[token + 1].Range.Start]) || tree.Form(token + 1) is "."))
            return false;
        return (form.Count(char.IsLetter) > 1 || tree[token].Relation == Relation.Flat && token > sentence.FirstToken && letters.IsCapital(token - 1) && letters.IsGivenName(token - 1) || token + 1 < sentence.EndToken && letters.IsCapital(tree.Form(token + 1) is "." && token + 2 < sentence.EndToken ? token + 2 : token + 1)) && form.All(letter => letter < EndOfLatin || !char.IsLetter(letter));
    }

    /// <summary>A capital on a word that is none of the language; a first word of a sentence only as it stands in a dictionary, "Greeting Karl Beck" is no name.</summary>
    private bool IsStrange(int token, Sentence sentence) =>
        tree[token].Pos is PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Verb && tree[token].Range.Length > 2
        && !words.IsOrdinary(letters.Lower(token)) && words.NameWord(letters.Lower(token)) is null
        && (token > sentence.FirstToken || tree[token].Lemma.Equals(letters.Lower(token), StringComparison.OrdinalIgnoreCase))
        && (token > sentence.FirstToken && tree[token - 1].Pos == PartOfSpeech.Propn && letters.IsCapital(token - 1) || token + 1 < sentence.EndToken && tree[token + 1].Pos == PartOfSpeech.Propn && letters.IsCapital(token + 1));

    /// <summary>"Jan Novak", "Sun-Hyung": a word of the calendar that is a given name before another name, or tied to one by a hyphen.</summary>
    private bool IsPartOfName(int token, Sentence sentence)
    {
        int next = token + 1;
        if (token > sentence.FirstToken && tree[token].Relation == Relation.Flat && tree[token].Pos == PartOfSpeech.Propn && letters.IsGivenName(token - 1) && letters.IsCapital(token - 1))
            return true;
        if (next >= sentence.EndToken || words.IsCalendar(letters.Lower(next)))
            return false;
        if (token > sentence.FirstToken && officesBefore?[token - 1 - sentence.FirstToken] is { Kind: SightingKind.Title, IsPlural: false } && tree[next].Pos == PartOfSpeech.Propn && letters.IsCapital(next) && tree[next].Relation == Relation.Flat)
            return true;
        bool tied = tree[next].Range.Start == tree[token].Range.End && tree.Text[tree[next].Range.Start] == '-' && next + 1 < sentence.EndToken && letters.IsCapital(next + 1);
        return tied || letters.IsGivenName(token) && tree[next].Pos == PartOfSpeech.Propn && letters.IsCapital(next) && (tree[next].Relation == Relation.Flat || tree[token].Relation == Relation.Compound && tree[token].Head == next);
    }

    /// <summary>A surname of one word, which may be a part of a longer name.</summary>
    private static bool IsLoose(int token, Sentence sentence, Sighting?[] taken) =>
        taken[token - sentence.FirstToken] is { Kind: SightingKind.Person, IsWeak: true } name && name.First == token && name.Last == token;

    private static bool HasLowerCase(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLower(c))
                return true;
        }

        return false;
    }

    /// <summary>"the Minister of Culture of Jordan Karl Beck": a state behind "of" and before a given name is no part of the name.</summary>
    private bool IsOwnerOfOffice(Sighting state, int neighbour, Sentence sentence) =>
        state.First > sentence.FirstToken && words.IsNaming(letters.Lower(state.First - 1)) && letters.IsGivenName(neighbour) && neighbour + 1 < sentence.EndToken && letters.IsCapital(neighbour + 1);

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
        bool tied = before && head >= neighbour && head < sentence.EndToken && head - neighbour < 3 && tree[sighting.Last].Relation is Relation.Compound or Relation.Amod && letters.IsCapital(head)
            && words.NameWord(letters.Lower(head)) is not null;
        return sighting.Kind switch
        {
            SightingKind.Person => !sighting.IsWeak ? flat && IsGivenBeside(neighbour) && sighting.Last > sighting.First : (!before || flat || tied || sighting.First == sighting.Last && letters.IsGivenName(sighting.First)),
            SightingKind.Place => flat && sighting.First == sighting.Last || tied || IsFirstOfName(sighting, neighbour, before)
                || before && sighting.First == sighting.Last && letters.IsGivenName(sighting.First) && tree[neighbour].Pos == PartOfSpeech.Propn && taken[neighbour - sentence.FirstToken] is null && tree[sighting.First].Relation is Relation.Compound or Relation.Flat,
            SightingKind.Body => tied && words.NameWord(letters.Lower(head)) == "place" || IsFirstOfName(sighting, neighbour, before) && tree[sighting.First].Range.Length > 3
                || !before && flat && sighting.First == sighting.Last && sighting.Role != NameRole.Acronym && letters.IsGivenName(neighbour),
            SightingKind.State => sighting.Role is NameRole.Name or NameRole.Capital && !(before && IsOwnerOfOffice(sighting, neighbour, sentence)) && (sighting.First == sighting.Last && (before ? IsLoose(neighbour, sentence, taken) && (flat || tree[sighting.First].Relation == Relation.Compound) || flat && letters.IsGivenName(sighting.First) : flat) || tied),
            SightingKind.Region => tied && letters.IsCapital(sighting.First),
            _ => false,
        };
    }

    /// <summary>"Adam Karl Beck", of whom the data know a Karl Beck: another name of the same person, or another person.</summary>
    private bool IsGivenBeside(int neighbour) =>
        tree[neighbour].Pos == PartOfSpeech.Propn && letters.IsCapital(neighbour) && !words.IsOrdinary(letters.Lower(neighbour)) && words.NameWord(letters.Lower(neighbour)) is null && !known.Naming.IsSuffix(tree[neighbour].Range.Of(tree.Text));

    /// <summary>"Windsor Locks", "Adani Mining": the first word of a longer name, by the tree.</summary>
    private bool IsFirstOfName(Sighting sighting, int neighbour, bool before) =>
        before && sighting.First == sighting.Last && sighting.Role != NameRole.Acronym && tree[sighting.First].Head == neighbour && tree[sighting.First].Relation == Relation.Compound
        && tree[neighbour].Pos == PartOfSpeech.Propn && tree[sighting.First].Pos == PartOfSpeech.Propn;

    private bool IsLink(int token) =>
        tree[token].Range.Length == 1 && tree.Text[tree[token].Range.Start] is '-' or '–' && tree[token - 1].Range.End == tree[token].Range.Start && (tree.Text[tree[token].Range.Start] == '-' || letters.IsCapital(token - 1) && letters.IsCapital(token + 1) && tree[token].Range.End == tree[token + 1].Range.Start)
        || known.Naming.IsParticle(tree[token].Range.Of(tree.Text)) && !words.IsPlaceCase(letters.Lower(token));

    /// <summary>"Karl Beck-Davies", "Karl de Souza": the surname of somebody known is but a part of it.</summary>
    private bool IsOtherHalf(int first, int link, Sentence sentence, Sighting?[] taken) =>
        (first < link - 1 || letters.IsGivenName(first) || (tree[link].Range.Length > 1 || IsFlatPair(link)) && taken[first - sentence.FirstToken] is null)
        && (taken[link + 1 - sentence.FirstToken] is null && tree[link].Range.Length == 1 && tree[link + 1].Range.Start == tree[link].Range.End && !words.IsOrdinary(letters.Lower(link + 1)) && letters.IsCapital(link + 1)
        || taken[link + 1 - sentence.FirstToken] is { Kind: SightingKind.Person, IsWeak: true } or { Kind: SightingKind.Place } && taken[link + 1 - sentence.FirstToken] is { } half && half.First == half.Last && letters.IsCapital(link + 1));

    /// <summary>"Blom-Lazo said": the tree makes one name of both halves.</summary>
    private bool IsFlatPair(int hyphen) => tree[hyphen + 1].Relation == Relation.Flat && tree[hyphen + 1].Head == hyphen - 1;

    /// <summary>"Joo-hyeon": a syllable of a given name behind its hyphen; no "Lagos-based".</summary>
    private bool IsTail(int hyphen, Sentence sentence, Sighting?[] taken)
    {
        int tail = hyphen + 1;
        return taken[tail - sentence.FirstToken] is null && tree[hyphen].Range.Length == 1 && tree[tail].Range.Start == tree[hyphen].Range.End && char.IsLower(tree.Text[tree[tail].Range.Start]) && tree[tail].Range.Length is > 1 and < 7
            && (tree[tail].Pos == PartOfSpeech.Propn || !words.IsOrdinary(letters.Lower(tail)) || hyphen > 1 && known.Naming.IsLeadingFamily(letters.Lower(hyphen - 2))) && hyphen - 1 > sentence.FirstToken && letters.IsCapital(hyphen - 1) && letters.IsCapital(hyphen - 2);
    }
}
