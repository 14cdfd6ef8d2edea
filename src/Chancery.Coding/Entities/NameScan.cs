using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Finds the names, offices and common nouns of actors in a sentence; of words that overlap the longest wins.</summary>
internal sealed class NameScan(DocumentTree tree, KnownEntities known, Outlets outlets, MentionWords words, NameModel? model, DateOnly? day)
{
    private readonly List<NameMatch> matches = [];
    private readonly List<(NameMatch Match, int First, int Last, bool IsOutlet)> placed = [];
    private HashSet<CountryCode>? spelled;
    private readonly NameRuns runs = new(tree, known, words, model is null ? null : new NameTagger(model, tree, words, known));

    /// <summary>In the order of the text, none overlapping.</summary>
    public List<Sighting> Read(Sentence sentence)
    {
        var found = new List<Sighting>();
        Sighting?[] taken = Look(sentence, found);
        runs.Join(sentence, found, taken);
        found.Sort(static (a, b) => a.Range.CompareTo(b.Range));
        return found;
    }

    /// <summary>What the data know of the sentence's words, by token from its first on.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="found">Receives every sighting.</param>
    public Sighting?[] Look(Sentence sentence, List<Sighting> found)
    {
        placed.Clear();
        ReadOnlySpan<char> text = sentence.Range.In(tree.Text);
        matches.Clear();
        known.Match(text, matches);
        Place(sentence, false);
        matches.Clear();
        outlets.Match(text, matches);
        Place(sentence, true);
        placed.Sort(static (a, b) => a.Match.Length != b.Match.Length ? b.Match.Length.CompareTo(a.Match.Length)
            : a.First != b.First ? a.First.CompareTo(b.First)
            : a.IsOutlet != b.IsOutlet ? a.IsOutlet.CompareTo(b.IsOutlet)
            : a.Match.Name.CompareTo(b.Match.Name));
        CopyCase letters = CaseOf(text);
        var taken = new Sighting?[sentence.TokenCount];
        foreach ((NameMatch match, int first, int last, bool isOutlet) in placed)
        {
            Sighting? taker = null;
            for (int i = first; i <= last && taker is null; i++)
                taker = taken[i - sentence.FirstToken];
            TextRange range = new(sentence.Range.Start + match.Start, match.Length);

            // "the King of Jordan": an office, though it is somebody's surname too.
            if (taker is { Kind: SightingKind.Person, IsWeak: true } && taker.Range == range && !isOutlet && HoldsOffice(match, first, last, sentence))
            {
                found.Remove(taker);
                taken.AsSpan(first - sentence.FirstToken, last - first + 1).Clear();
                taker = null;
            }

            if (taker is not null && !(first == last && !taker.Range.Overlaps(range)))
            {
                // "a member of the House of Commons"; but what ends "the Social Democratic Party" is no party of its own.
                bool isTail = taker.First < first && taker.Last == last && tree.HeadOf(taker.First, last) >= first;
                if (taker.Kind is SightingKind.Title or SightingKind.Agent && taker.Inner < 0 && !isOutlet && !isTail)
                    taker.Inner = InnerOf(match);
                continue;
            }

            // "Petra Lang", "Karl Stern": a given name before another name, a surname behind one, no paper.
            if (isOutlet && first == last && last + 1 < sentence.EndToken && IsCapital(last + 1) && words.IsGivenName(Lower(first)))
                continue;
            if (isOutlet && first == last && first > sentence.FirstToken && IsCapital(first) && !words.IsOrdinary(Lower(first - 1)) && IsCapital(first - 1) && words.IsGivenName(Lower(first - 1)) && tree[first].Relation == Relation.Flat)
                continue;

            // "Karl Stern Beck": a word of that name between two others.
            if (isOutlet && first == last && first > sentence.FirstToken && last + 1 < sentence.EndToken && letters == CopyCase.Mixed && IsCapital(first - 1) && IsCapital(last + 1) && tree[first - 1].Pos == PartOfSpeech.Propn && tree[last + 1].Pos == PartOfSpeech.Propn
                && !words.IsOrdinary(Lower(first - 1)) && !words.IsOrdinary(Lower(last + 1)) && taken[first - 1 - sentence.FirstToken] is null && taken[last + 1 - sentence.FirstToken] is null)
                continue;

            // "The Australian leader", "The East African nation", "The diplomat said": an adjective or a noun behind an article.
            bool common = letters == CopyCase.Mixed && !IsCapitalized(last) || tree[last].Relation == Relation.Amod && tree[last].Head > last && !IsCapitalized(tree[last].Head);
            if (isOutlet && first < last && words.IsDefinite(Lower(first)) && common)
                continue;
            Sighting? sighting = isOutlet
                ? new Sighting { First = first, Last = last, Range = range, Kind = SightingKind.Outlet, Publisher = outlets.Of(match) }
                : Decide(match, first, last, range, letters);
            if (sighting is null || sighting.Kind == SightingKind.Place && IsNumbered(first, last, sentence))
                continue;
            found.Add(sighting);
            for (int i = first; i <= last; i++)
                taken[i - sentence.FirstToken] ??= sighting;
        }

        return taken;
    }

    /// <summary>"Tumaco 9": a rocket or a ship, no place.</summary>
    private bool IsNumbered(int first, int last, Sentence sentence) =>
        last + 1 < sentence.EndToken && tree[last + 1] is { Pos: PartOfSpeech.Num, Range.Length: < 4 } && tree.Head(last + 1) is var head && head >= first && head <= last;

    private bool HoldsOffice(NameMatch match, int first, int last, Sentence sentence)
    {
        bool title = false;
        foreach (NameCandidate candidate in known.Candidates(match.Name))
            title |= candidate.Role is NameRole.Title;
        if (!title)
            return false;
        bool owned = last + 1 < sentence.EndToken && tree.Form(last + 1) is "of";
        return owned || tree[first].Relation == Relation.NmodDesc || first > sentence.FirstToken && words.IsDefinite(tree[first - 1].Range.Of(tree.Text).ToLowerInvariant())
            || last + 1 < sentence.EndToken && tree[last + 1].Pos == PartOfSpeech.Propn && words.IsGivenName(tree[last + 1].Range.Of(tree.Text).ToLowerInvariant())
            || last + 2 < sentence.EndToken && IsCapital(last + 1) && IsCapital(last + 2);
    }

    private bool IsCapital(int token) => tree[token].Pos == PartOfSpeech.Propn && char.IsUpper(tree.Text[tree[token].Range.Start]);

    private bool IsCapitalized(int token) => char.IsUpper(tree.Text[tree[token].Range.Start]);

    private enum CopyCase
    {
        Mixed,
        Lower,
        Capitals,
    }

    private static CopyCase CaseOf(ReadOnlySpan<char> text)
    {
        bool upper = false;
        bool lower = false;
        foreach (char c in text)
        {
            upper |= char.IsUpper(c);
            lower |= char.IsLower(c);
        }

        return upper && lower ? CopyCase.Mixed : upper ? CopyCase.Capitals : CopyCase.Lower;
    }

    /// <summary>The tokens that each match covers exactly; a part of a hyphenated token counts as the token.</summary>
    private void Place(Sentence sentence, bool isOutlet)
    {
        foreach (NameMatch match in matches)
        {
            int start = sentence.Range.Start + match.Start;
            int end = start + match.Length;
            if (IsOwned(tree.Text.AsSpan(start, match.Length)) && !IsSpelledOwned(match))
                continue;
            int low = sentence.FirstToken;
            int high = sentence.EndToken - 1;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (tree[middle].Range.End <= start)
                    low = middle + 1;
                else
                    high = middle;
            }

            int last = low;
            while (last + 1 < sentence.EndToken && tree[last].Range.End < end)
                last++;

            // "Gen. Karl Beck": the full stop of an abbreviation is part of its token.
            if (tree[last].Range.End == end + 1 && tree[last].Range.Length > 2 && tree.Text[end] == '.')
                end++;
            bool whole = tree[low].Range.Start == start && tree[last].Range.End == end;
            bool part = low == last && tree[low].Range.Start <= start && tree[low].Range.End >= end && tree[low].Range.In(tree.Text).Contains('-');
            if (whole || part)
                placed.Add((match, low, last, isOutlet));
        }
    }

    private static bool IsOwned(ReadOnlySpan<char> text) => text.Length > 2 && text[^1] == 's' && text[^2] is '\'' or '’';

    /// <summary>"McDonald's", but not the "Gulf states" in "the Gulf state's ministry".</summary>
    private bool IsSpelledOwned(NameMatch match)
    {
        foreach (NameCandidate candidate in known.Candidates(match.Name))
        {
            if (candidate.IsEntity && (IsOwned(known[candidate.Index].Name) || known[candidate.Index].Names.Any(static name => IsOwned(name))))
                return true;
        }

        return false;
    }

    private int InnerOf(NameMatch match)
    {
        int only = -1;
        foreach (NameCandidate candidate in known.Candidates(match.Name))
        {
            if (candidate.IsEntity && candidate.Role != NameRole.Surname && known[candidate.Index].Kind is EntityKind.State or EntityKind.Organization or EntityKind.Group)
            {
                // "members of the House of Commons": of which state must be said elsewhere.
                if (only >= 0 && known[only].Country != known[candidate.Index].Country && known[only].Kind != EntityKind.State)
                    return -1;
                only = only < 0 ? candidate.Index : only;
            }
        }

        return only;
    }

    private Sighting? Decide(NameMatch match, int first, int last, TextRange range, CopyCase letters)
    {
        NameCandidate? state = null;
        int city = -1;
        int place = -1;
        int wide = -1;
        int body = -1;
        var states = ImmutableArray.CreateBuilder<int>();
        bool severalBodies = false;
        var bodies = ImmutableArray.CreateBuilder<int>();
        bool acronym = false;
        NameCandidate? noun = null;
        NameCandidate? agent = null;
        NameCandidate? region = null;
        var people = ImmutableArray.CreateBuilder<int>();
        bool weak = true;
        foreach (NameCandidate candidate in known.Candidates(match.Name))
        {
            acronym |= candidate.Role == NameRole.Acronym;
            switch (candidate.Role)
            {
                case NameRole.Title or NameRole.TitlePlural:
                    // An office says more than a common noun.
                    noun = candidate;
                    continue;
                case NameRole.Agent or NameRole.AgentPlural:
                    agent ??= candidate;
                    continue;
                case NameRole.Region:
                    region ??= candidate;
                    continue;
            }

            KnownEntity entity = known[candidate.Index];
            switch (entity.Kind)
            {
                case EntityKind.State when match.Words == 1 && words.IsBeforeHyphen(range.Of(tree.Text).ToLowerInvariant()) && !(last + 1 < tree.Count && tree.Form(last + 1) is "-"):
                    break;
                case EntityKind.State:
                    if (candidate.Role == NameRole.Name && entity.Valid.Holds(day))
                        states.Add(candidate.Index);
                    if (state is not { } other || StateRank(candidate) < StateRank(other))
                        state = candidate;
                    break;
                case EntityKind.Person:
                    bool weakHere = candidate.Role == NameRole.Surname || match.Words == 1;
                    if (!weakHere && weak)
                        people.Clear();
                    weak &= weakHere;
                    if (weakHere == weak && !people.Contains(candidate.Index))
                        people.Add(candidate.Index);
                    break;
                case EntityKind.Place:
                    if (entity.PlaceKind == "capital" && city < 0)
                        city = candidate.Index;
                    if (entity.PlaceKind == "region")
                        wide = candidate.Index;
                    if (place < 0 || known[place].PlaceKind is "region" or "site" && entity.PlaceKind is "city" or "capital")
                        place = candidate.Index;
                    break;
                default:
                    bodies.Add(candidate.Index);
                    severalBodies |= body >= 0 && known[body].Country != entity.Country;
                    if (body < 0 || !known[body].Valid.Holds(day) && entity.Valid.Holds(day))
                        body = candidate.Index;
                    break;
            }
        }

        Token word = tree[last];

        // "Representative Karl Beck", but "a representative of the firm"; a first word has its capital anyway.
        if (words.IsNamedOnly(word.Lemma) && (match.Words == 1 || noun is null) && !IsPaper(agent, last) && (!char.IsUpper(tree.Text[range.Start]) || noun is not null && agent is not null && first == tree.Parsed.Sentences[tree.SentenceOf(first)].FirstToken && !(last + 1 < tree.Count && IsCapital(last + 1))))
            (noun, agent) = (noun is null ? null : agent, null);
        // "as Dean Frick": a given name before another name, no office.
        if (noun is { Role: NameRole.Title } && match.Words == 1 && first > tree.Parsed.Sentences[tree.SentenceOf(first)].FirstToken && words.IsGivenName(Lower(first)) && char.IsUpper(tree.Text[range.Start]) && last + 1 < tree.Count && IsCapital(last + 1)
            && !(last + 2 < tree.Count && IsCapital(last + 2)))
            noun = null;
        noun ??= agent;

        // "Minister Karl Guards": a surname behind a given name, though many are called so.
        if (noun is { Role: NameRole.AgentPlural or NameRole.TitlePlural } && match.Words == 1 && char.IsUpper(tree.Text[range.Start]) && first > 0 && IsCapital(first - 1) && tree[first - 1].Range.End + 1 == range.Start
            && words.IsGivenName(Lower(first - 1)) && !words.IsOrdinary(Lower(first - 1)) && tree[first].Relation is Relation.Flat)
            noun = null;
        // "La Union": the end of a name of another language.
        if (noun is { Role: NameRole.Agent } && match.Words == 1 && first > 0 && IsCapital(first) && IsCapitalized(first - 1) && words.IsForeignArticle(Lower(first - 1)))
            noun = null;
        if (noun is { } part && (IsPartOfName(match, first, part) || IsOfNext(match, first, last)))
            noun = null;

        // "Odal Motors PLC": what kind of firm, not the body with these letters.
        if (acronym && first > 0 && IsCapital(first - 1) && words.IsFirmWord(tree[first].Range.Of(tree.Text).ToLowerInvariant()))
            return null;
        // "3:15 p.m.": the hour, no prime minister.
        if (first == last && first > 0 && tree[first - 1].Pos == PartOfSpeech.Num && char.IsLower(tree.Text[range.Start]) && tree.Form(first).Contains('.'))
            return null;
        bool named = IsNamed(match, first, last, letters, acronym);

        // "Swapo" means the party only where it can mean nothing else.
        if (acronym && body >= 0 && first == last && range.Length > 3 && range.In(tree.Text)[1..].IndexOfAnyInRange('A', 'Z') < 0 && (people.Count > 0 || place >= 0 || noun is not null || tree[first].Pos != PartOfSpeech.Propn || words.IsOrdinary(Lower(first)) || words.IsGivenName(Lower(first)) || tree[first].Relation == Relation.Flat || last + 1 < tree.Count && tree[last + 1].Relation == Relation.Flat))
            (body, acronym) = (-1, false);
        // "St Lawrence": a place or a church, not the one who bears the name.
        if (people.Count > 0 && weak && first > 0 && IsCapitalized(first - 1) && words.IsSaint(Lower(first - 1).TrimEnd('.')))
            people.Clear();
        if (people.Count > 0 && (IsTorn(last) || match.Words == 1 && words.IsNumbering(Lower(first).TrimEnd('.')) && last + 1 < tree.Count && char.IsDigit(tree.Text[tree[last + 1].Range.Start])))
            people.Clear();
        if (place >= 0 && match.Words > 0 && IsLonger(last))
            place = city = wide = -1;
        Sighting Make(SightingKind kind, NameRole role, int index) => new()
        {
            First = first, Last = last, Range = range, Kind = kind, Role = role, Index = index, City = city, People = people.ToImmutable(), IsWeak = weak,
            Bodies = severalBodies || kind == SightingKind.State && role == NameRole.Capital ? bodies.ToImmutable() : [],
            States = states.Count > 1 ? states.ToImmutable() : [],
            Region = kind == SightingKind.State ? wide : -1,
            Elsewhere = kind == SightingKind.State && role == NameRole.Name && place >= 0 && known[place].Country != known[index].Country ? place : -1,
        };

        // "the Gulf state's navy": of one of them.
        bool isOwner = last > first && tree.Form(last) is "'s" or "’s";
        if (match.Words == 1 && (words.IsCalendar(word.Range.Of(tree.Text).ToLowerInvariant()) && noun is null && !IsSomebody(word, people.Count) || !HasLetter(range)))
            return null;
        if (state is { } chosen && named && !(body >= 0 && match.Words > 1))
            return Make(SightingKind.State, chosen.Role, chosen.Index);
        if (!weak && people.Count > 0 && named)
            return Make(SightingKind.Person, NameRole.Name, people[0]);
        if (body >= 0 && place >= 0 && known[place].PlaceKind == "region" && IsPlaced(first, last))
            body = -1;

        if (body >= 0 && named && !(isOwner && known[body].Kind == EntityKind.Group) && !(noun is not null && match.Words == 1 && (severalBodies || !acronym)))
            return Make(SightingKind.Body, acronym ? NameRole.Acronym : NameRole.Name, body);
        if (noun is not null && place >= 0 && named && match.Words == 1 && char.IsUpper(tree.Text[range.Start]) && words.IsPlaceCase(tree.Case(first)))
            return Make(SightingKind.Place, NameRole.Name, place);
        if (noun is { } common && (IsNounHere(word, last) || common.Role == NameRole.Title && match.Words == 1 && IsRankBeforeName(word, last) || match.Words > 1 && word.Pos == PartOfSpeech.Adj && (IsCapitalized(first) && IsCapitalized(last) || common.Role == NameRole.TitlePlural && tree[first].Pos == PartOfSpeech.Noun)))
            return Make(common.Role is NameRole.Title or NameRole.TitlePlural ? SightingKind.Title : SightingKind.Agent, common.Role == NameRole.Agent && IsTheOnes(last) && !IsTheOne(last) ? NameRole.AgentPlural : common.Role, common.Index);
        if (region is { } around && !isOwner)
            return Make(SightingKind.Region, NameRole.Region, around.Index);
        if (!named)
            return null;
        if (place >= 0)
            return Make(SightingKind.Place, NameRole.Name, place);
        return people.Count > 0 ? Make(SightingKind.Person, NameRole.Surname, people[0]) : null;
    }

    /// <summary>"Kim Song-nam" is not Kim Song: a hyphen ties a small syllable to the last word.</summary>
    private bool IsTorn(int last) =>
        last + 2 < tree.Count && tree.Form(last + 1) is "-" && tree[last + 1].Range.Start == tree[last].Range.End && tree[last + 2].Range.Start == tree[last + 1].Range.End
        && tree[last].Range.Length < 7 && tree[last + 2].Range.Length < 7 && char.IsLower(tree.Text[tree[last + 2].Range.Start]) && (!words.IsOrdinary(Lower(last + 2)) || last > 0 && known.Naming.IsLeadingFamily(Lower(last - 1))) && known.PhraseWords.Of(known.Folding.Fold(Lower(last + 2))) != PhraseWordKind.Other;

    /// <summary>"San Juan de Lurigancho" is not San Juan.</summary>
    private bool IsLonger(int last) =>
        last + 2 < tree.Count && char.IsLower(tree.Text[tree[last + 1].Range.Start]) && known.Naming.IsParticle(Lower(last + 1)) && !words.IsPlaceCase(Lower(last + 1)) && char.IsUpper(tree.Text[tree[last + 2].Range.Start]);

    /// <summary>"the Grateful Dead": a word for people that is the end of a name here.</summary>
    private bool IsPartOfName(NameMatch match, int token, NameCandidate noun)
    {
        if (match.Words > 1 || noun.Role != NameRole.Agent && noun.Role != NameRole.AgentPlural || !IsCapital(token) || token <= tree.Parsed.Sentences[tree.SentenceOf(token)].FirstToken || !IsCapitalized(token - 1))
            return false;
        Token before = tree[token - 1];
        return words.IsAdjectival(Lower(token)) && before.Pos is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn && before.Relation is Relation.Amod or Relation.Compound && before.Head == token && before.Range.Start > tree.Parsed.Sentences[tree.SentenceOf(token)].Range.Start;
    }

    /// <summary>"a spokeswoman for the police department": the office ends before what its last word belongs to.</summary>
    private bool IsOfNext(NameMatch match, int first, int last) =>
        match.Words > 2 && last + 1 < tree.Count && tree[last].Relation == Relation.Compound && tree[last].Head == last + 1 && (tree[last + 1].Pos == PartOfSpeech.Noun || words.NameWord(Lower(last + 1)) == "body")
        && Enumerable.Range(first, last - first).Any(i => words.IsNaming(Lower(i)));

    /// <summary>"the daily Odalsposten": a noun of the press before a name.</summary>
    private bool IsPaper(NameCandidate? agent, int last) =>
        agent is { } noun && known.Agents[noun.Index].Sector == Sector.Med && last + 1 < tree.Count && IsCapital(last + 1) && char.IsLower(tree.Text[tree[last].Range.Start]);

    /// <summary>"May accused": the name of a month that does something, and some officeholder's.</summary>
    private bool IsSomebody(in Token word, int bearers) => bearers > 0 && word.Pos == PartOfSpeech.Propn
        && (word.Relation is Relation.NmodPoss || word.Relation is Relation.Nsubj && word.Head >= 0 && tree[word.Head].Pos == PartOfSpeech.Verb);

    private bool HasLetter(TextRange range)
    {
        foreach (char c in range.In(tree.Text))
        {
            if (char.IsLetter(c))
                return true;
        }

        return false;
    }

    /// <summary>"the Amazon", "in Amazon": a region, not the company of its name.</summary>
    private bool IsPlaced(int first, int last) =>
        first > 0 && words.IsDefinite(tree[first - 1].Range.Of(tree.Text).ToLowerInvariant()) && tree[last].Relation is not (Relation.Compound or Relation.Amod) || words.IsPlaceCase(tree.Case(tree.HeadOf(first, last)));

    private int StateRank(NameCandidate candidate)
    {
        KnownEntity entity = known[candidate.Index];
        int role = candidate.Role is NameRole.Capital or NameRole.Seat ? 4 : 0;
        return role + (entity.Valid.Holds(day) ? 0 : 2) + (entity.HasOwnCode && entity.Parent.IsNone ? 0 : 1);
    }

    private bool IsState(NameMatch match)
    {
        foreach (NameCandidate candidate in known.Candidates(match.Name))
        {
            if (candidate.IsEntity && candidate.Role is not (NameRole.Capital or NameRole.Seat) && known[candidate.Index].Kind == EntityKind.State)
                return true;
        }

        return false;
    }

    private bool IsNounHere(in Token word, int last) =>
        last >= 0 && (word.Pos is PartOfSpeech.Noun or PartOfSpeech.Propn || IsTheOnes(last)
        || word.Pos is PartOfSpeech.Adj && IsBeforeName(word, last)
        || !(last + 1 < tree.Count && tree[last + 1].Pos == PartOfSpeech.Noun) && word.Pos is PartOfSpeech.Adj && word.Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Obl or Relation.OblAgent or Relation.Nmod or Relation.Conj);

    /// <summary>"the accused wept": an adjective or a participle that stands for people, whatever its tag.</summary>
    private bool IsTheOnes(int last) =>
        words.IsAdjectival(Lower(last)) && last > 0 && words.IsDefinite(Lower(last - 1))
        && (last + 1 >= tree.Count || tree[last + 1].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj) || tree.Form(last + 1) is "'s" or "’s");

    /// <summary>"the accused was", "the accused's car": one of them.</summary>
    private bool IsTheOne(int last) =>
        last + 1 < tree.Count && (tree.Form(last + 1) is "'s" or "’s" || tree[last + 1].Pos is PartOfSpeech.Verb or PartOfSpeech.Aux && tree[last + 1].Morphology.HasFlag(Morphology.Singular));

    private string Lower(int token) => tree[token].Range.Of(tree.Text).ToLowerInvariant();

    /// <summary>"the novelist Karl Beck", of which the parser made an adjective.</summary>
    private bool IsBeforeName(in Token word, int last)
    {
        if (word.Relation is not (Relation.Amod or Relation.Compound) || !char.IsLower(tree.Text[word.Range.Start]) || last + 1 >= tree.Count || !IsCapital(last + 1))
            return false;
        string next = tree[last + 1].Range.Of(tree.Text).ToLowerInvariant();
        return words.IsGivenName(next) || !words.IsOrdinary(next);
    }

    /// <summary>"General Karl Beck", of which the parser made an adjective.</summary>
    private bool IsRankBeforeName(in Token word, int last) =>
        word.Pos == PartOfSpeech.Adj && word.Relation is Relation.Amod or Relation.Compound && last + 1 < tree.Count && IsCapital(last + 1) && !words.IsOrdinary(tree[last + 1].Range.Of(tree.Text).ToLowerInvariant())
        && words.NameWord(tree[last + 1].Range.Of(tree.Text).ToLowerInvariant()) is null;

    /// <summary>Whether the words are used as a name: common words need more than a capital where copy writes all letters alike.</summary>
    private bool IsNamed(NameMatch match, int first, int last, CopyCase letters, bool acronym)
    {
        Token word = tree[last];
        if (match.Words > 1)
            return true;
        bool proper = word.Pos is PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.X;
        if (!proper && !(acronym && letters == CopyCase.Mixed))
            return false;
        bool common = words.IsCommon(word.Range.Of(tree.Text).ToLowerInvariant());
        return letters switch
        {
            CopyCase.Mixed => !common || word.Pos is PartOfSpeech.Propn or PartOfSpeech.Adj || acronym || tree.SentenceOf(first) is var s && tree.Parsed.Sentences[s].FirstToken != first,
            // "CHAD BECKER DENIED": a given name.
            CopyCase.Capitals when common => word.Pos == PartOfSpeech.Propn && !(last + 1 < tree.Count && tree[last + 1].Relation == Relation.Flat && tree[last + 1].Head == first) && IsSpelled(match),
            _ => !common && (word.Pos == PartOfSpeech.Propn || !acronym && word.Pos is PartOfSpeech.Adj or PartOfSpeech.Noun && IsState(match)),
        };
    }

    /// <summary>"CHINA" of a text in capitals that has "CHINESE" or "BEIJING" too: the state, no porcelain.</summary>
    private bool IsSpelled(NameMatch match)
    {
        spelled ??= Spelled();
        foreach (NameCandidate candidate in known.Candidates(match.Name))
        {
            if (candidate.IsEntity && known[candidate.Index] is { Kind: EntityKind.State, Country: var country } && spelled.Contains(country))
                return true;
        }

        return false;
    }

    /// <summary>The states that the document names by words which mean nothing else: their people, their capitals.</summary>
    private HashSet<CountryCode> Spelled()
    {
        var countries = new HashSet<CountryCode>();
        var all = new List<NameMatch>();
        known.Match(tree.Text, all);
        foreach (NameMatch match in all)
        {
            if (match.Words == 1 && words.IsCommon(tree.Text.AsSpan(match.Start, match.Length).ToString().ToLowerInvariant()))
                continue;
            foreach (NameCandidate candidate in known.Candidates(match.Name))
            {
                if (candidate is { IsEntity: true, Role: not NameRole.Seat } && known[candidate.Index] is { Kind: EntityKind.State, Country: { IsNone: false } country })
                    countries.Add(country);
            }
        }

        return countries;
    }
}
