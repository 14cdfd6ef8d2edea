using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Where a report is set: in one state, between two, written here or there.</summary>
internal sealed class Setting
{
    /// <summary>Of all sentences that name a state, how many name the one that a report is set in.</summary>
    private const double Share = 0.55;

    /// <summary>How many times as many as name any other.</summary>
    private const int Times = 4;

    /// <summary>How many of them name one of the two that a report is about.</summary>
    private const double PairShare = 0.75;

    /// <summary>How many of them where three times as many name it as any other.</summary>
    private const double Plain = 0.4;

    /// <summary>How many of them name the state that it was written in, where it is set there.</summary>
    private const double Half = 0.5;

    /// <summary>In how many sentences it must be named.</summary>
    private const int Often = 3;

    /// <summary>How often its name, or that of a place or body of it, must stand there.</summary>
    private const int Named = 2;

    private readonly Phrases phrases;
    private readonly Spots spots;

    /// <summary>Counts the sentences that name each state: with papers and firms, and where that tells no home, without them.</summary>
    public Setting(Phrases phrases, Spots spots, Outlets outlets)
    {
        this.phrases = phrases;
        this.spots = spots;
        Weigh(outlets, true);
        if (Home.IsNone)
            Weigh(outlets, false);
    }

    /// <param name="outlets">Who publishes what.</param>
    /// <param name="all">Whether papers and firms that all the world knows count; if not, only a home that is found then is kept.</param>
    private void Weigh(Outlets outlets, bool all)
    {
        var counts = new Dictionary<CountryCode, (int Sentences, int Last)>();
        var persons = new Dictionary<CountryCode, (int Sentences, int Last)>();
        var names = new Dictionary<CountryCode, int>();
        var strangers = new HashSet<CountryCode>();
        int whole = 0;
        for (int i = 0; i < spots.Count; i++)
        {
            Spot spot = spots[i];
            EntityDraft draft = phrases.Table[spot.Entity];
            int sentence = phrases.Tree.SentenceOf(spot.Token);
            if (draft.Country is not { IsNone: false } state || !all && IsOfAllWorld(draft) || draft.Kind == EntityKind.Organization && draft.Name == phrases.Tree.Parsed.Document.Outlet)
                continue;
            if (spot.Kind is MentionKind.Name or MentionKind.Adjective && draft.Kind != EntityKind.Person)
                names[state] = names.GetValueOrDefault(state) + 1;
            Count(persons, state, sentence);
            if (draft is { Kind: EntityKind.Person, IsPlural: false } && !spots.IsPublic(spot))
                strangers.Add(state);
            if (spots.IsPublic(spot))
                whole += Count(counts, state, sentence);
        }

        CountryCode first = default, second = default;
        int most = 0, next = 0;
        foreach ((CountryCode state, (int count, _)) in counts)
        {
            if (count > most)
                (second, next, first, most) = (first, most, state, count);
            else if (count > next)
                (second, next) = (state, count);
        }

        // "Bermuda is a territory of the United Kingdom": the state that it belongs to is no second one.
        if (phrases.Known.State(first)?.Parent is { IsNone: false } parent && counts.Remove(parent, out (int Sentences, int Last) ruling))
        {
            whole -= ruling.Sentences;
            names.Remove(parent);
            (second, next) = (default, 0);
            foreach ((CountryCode state, (int count, _)) in counts)
                (second, next) = state != first && count > next ? (state, count) : (second, next);
        }

        // Whence others are tells nothing against the state that rulers, bodies and places name most: it may tell for it.
        whole += persons.GetValueOrDefault(first).Sentences - most;
        most = persons.GetValueOrDefault(first).Sentences;
        CountryCode issuer = phrases.Issuer?.Country ?? default;
        CountryCode written = !issuer.IsNone ? issuer : !phrases.Home.Written.IsNone ? phrases.Home.Written : phrases.Home.Local;
        CountryCode local = phrases.Home.Local;
        int others = 0;
        foreach ((CountryCode state, int count) in names)
            others = state == first ? others : Math.Max(others, count);
        bool plain = most >= Often && names.GetValueOrDefault(first) >= Named && 2 * next <= most && (issuer.IsNone || issuer == first) && !IsSeatAlone(first);
        bool isNamedMost = names.GetValueOrDefault(first) > others;
        plain &= local.IsNone || local == first || !counts.ContainsKey(local);

        // "MANDEVILLE: …": a page of a town, where no other state is named twice.
        bool isPage = !local.IsNone && local == first && next < 2 && most >= Named && isNamedMost && issuer.IsNone;
        bool home = isPage || plain && (most >= Share * whole && most >= Times * next || IsOpenedBy(first) || isNamedMost && 3 * next <= most && most >= Plain * whole || isNamedMost && most >= Half * whole && (written == first || written.IsNone && Publisher(outlets) == first));
        if (!all && !home)
            return;
        (Issuer, Main, IsOfSeveral) = (issuer, first, next > 1);
        (Home, Bulk, Pair, IsEven, IsLocal) = (default, default, default, false, false);
        if (home)
            Home = first;
        else if (next > 1 && most + next >= PairShare * whole)
            Pair = (first, second);
        strangers.Remove(Home);
        HasStranger = strangers.Count > 0;
        if (plain && isNamedMost && Home.IsNone)
            Bulk = first;
        Desk = !Home.IsNone ? Home : !Issuer.IsNone || written == first || written == second ? written : default;
        if (Desk.IsNone && written.IsNone && !first.IsNone && (Publisher(outlets) is { IsNone: false } paper && (paper == first || paper == Pair.Other) ? paper : Lead()) is { IsNone: false } lead && (lead == first || lead == Pair.Other))
            (Desk, IsLocal) = (lead, true);
        IsLocal |= !local.IsNone && Desk == local;

        // A paper need not say that its own state's ministers are its own; a report whose first actor is of the state where it was written goes on so.
        if (Home.IsNone && Bulk.IsNone && !Desk.IsNone && (Desk == local || Desk == first && isNamedMost || Desk == written && Lead() == Desk && 2 * counts.GetValueOrDefault(Desk).Sentences > most))
            Bulk = Desk;
        else if (Home.IsNone && Bulk.IsNone && (IsLocal || Desk == written && !written.IsNone && Lead().IsNone) && counts.GetValueOrDefault(Desk).Sentences >= Often && 4 * counts.GetValueOrDefault(Desk).Sentences >= 3 * most)
            (Bulk, IsEven) = (Desk, true);
    }

    /// <summary>A paper that told of it, a firm that all the world uses: where they are from tells nothing of where a report is set.</summary>
    public static bool IsOfAllWorld(EntityDraft draft) => draft is { Kind: EntityKind.Organization, Known: not null, Sectors: [Sector.Med or Sector.Bus, ..] } or { Kind: EntityKind.Organization, IsNamed: true, Sectors: [Sector.Med, ..] };

    /// <summary>The state of the paper that prints the report; none for an agency, which writes of all the world.</summary>
    private CountryCode Publisher(Outlets outlets) =>
        phrases.Tree.Parsed.Document.Outlet is { } name && outlets.Find(name) is { Kind: "newspaper" } outlet ? outlet.Country : default;

    private static int Count(Dictionary<CountryCode, (int Sentences, int Last)> counts, CountryCode state, int sentence)
    {
        if (counts.TryGetValue(state, out (int Sentences, int Last) count) && count.Last == sentence)
            return 0;
        counts[state] = (count.Sentences + 1, sentence);
        return 1;
    }

    private bool IsSeatAlone(CountryCode state) => phrases.Known.State(state) is { } known && phrases.Words.IsSeatAlone(known.Name.ToLowerInvariant());

    /// <summary>The state that the report is set in.</summary>
    public CountryCode Home { get; private set; }

    /// <summary>Whether a second state is named in more than one sentence.</summary>
    public bool IsOfSeveral { get; private set; }

    /// <summary>Whether it tells of a private person of another state: such a one may be the accused.</summary>
    public bool HasStranger { get; private set; }

    /// <summary>The state that twice as many sentences name as any other, or more of them where it was written there; none where the report is set in one state.</summary>
    public CountryCode Bulk { get; private set; }

    /// <summary>Whether another is named as often as the state that <see cref="Bulk"/> tells, which only opens the report.</summary>
    public bool IsEven { get; private set; }

    /// <summary>The state whose ministry or embassy speaks in the report.</summary>
    public CountryCode Issuer { get; private set; }

    /// <summary>Whether an embassy issues the report.</summary>
    public bool IsAbroad => phrases.Issuer is { IsMission: true };

    /// <summary>Where it was written.</summary>
    public CountryCode Desk { get; private set; }

    /// <summary>No agency wrote it from there, but a paper of that state: its opposition and its police are home.</summary>
    public bool IsLocal { get; private set; }

    /// <summary>The state that most sentences name.</summary>
    public CountryCode Main { get; private set; }

    /// <summary>The two states of a report about two.</summary>
    public (CountryCode One, CountryCode Other) Pair { get; private set; }

    /// <summary>Whether the headline and the first sentence of the text name one state and no other: what is told of others further on is told in passing.</summary>
    private bool IsOpenedBy(CountryCode state)
    {
        int lead = -1;
        bool named = false;
        for (int i = 0; i < spots.Count; i++)
        {
            Spot spot = spots[i];
            int s = phrases.Tree.SentenceOf(spot.Token);
            if (!spots.IsHeading(spots.SentenceOf(spot)))
            {
                if (lead >= 0 && s != lead)
                    break;
                lead = s;
            }

            if (phrases.Table[spot.Entity].Country is not { IsNone: false } other || !spots.IsPublic(spot) && other != state)
                continue;
            if (other != state)
                return false;
            named |= lead >= 0;
        }

        return named;
    }

    /// <summary>The state that acts in the first sentence of the text, or in the headline where none does there.</summary>
    private CountryCode Lead()
    {
        CountryCode headline = default;
        int lead = -1;
        for (int i = 0; i < spots.Count; i++)
        {
            Spot spot = spots[i];
            int s = phrases.Tree.SentenceOf(spot.Token);
            bool heading = spots.IsHeading(spots.SentenceOf(spot));
            if (!heading && lead >= 0 && s != lead)
                break;
            if (!heading)
                lead = s;
            if (phrases.Table[spot.Entity].Country is { IsNone: false } state && spots.IsPublic(spot) && spots.IsActing(spot) && IsAlone(spot) && !IsOfCompound(spot))
            {
                if (!heading)
                    return state;
                if (headline.IsNone)
                    headline = state;
            }
        }

        return headline;
    }

    /// <summary>"Chadian-owned shops".</summary>
    private bool IsOfCompound(Spot spot) => spot.Range.End < phrases.Tree.Text.Length && phrases.Tree.Text[spot.Range.End] == '-';

    /// <summary>The subject of the whole sentence, and not one of two.</summary>
    private bool IsAlone(Spot spot)
    {
        int top = spot.Token;
        while (phrases.Tree[top].Relation is not (Relation.Nsubj or Relation.NsubjPass) && phrases.Tree.Head(top) >= 0)
        {
            if (phrases.Tree[top].Relation == Relation.Conj)
                return false;
            top = phrases.Tree.Head(top);
        }

        return !phrases.Tree.Has(top, Relation.Conj) && phrases.Tree.Head(top) is >= 0 and var verb && phrases.Tree.Head(verb) < 0;
    }

    /// <summary>Of the two states that the report is about the other one.</summary>
    public CountryCode Beside(CountryCode one) => one == Pair.One ? Pair.Other : one == Pair.Other ? Pair.One : default;
}
