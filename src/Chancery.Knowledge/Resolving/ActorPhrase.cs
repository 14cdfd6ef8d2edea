using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>The parts of an actor phrase by what they do in it.</summary>
internal sealed class ActorPhrase
{
    private readonly KnownEntities entities;
    private readonly DateOnly? day;
    private readonly List<KnownEntity> states = [];

    public ActorPhrase(string text, KnownEntities entities, DateOnly? day)
    {
        this.entities = entities;
        this.day = day;
        ImmutableArray<PhrasePart> parts = PhraseParts.Of(text, entities);
        ImmutableArray<NameRun> runs = NameRun.Find(text, parts, entities);
        if (parts is [{ Word: PhraseWordKind.Pronoun } only] && (only.Text.Length == 1 || char.IsLower(only.Text[^1])))
            return;
        int names = 0;
        bool isOwner = false;
        bool linked = false;
        bool headSeen = false;
        for (int i = 0; i < parts.Length; i++)
        {
            PhrasePart part = parts[i];
            NameRun? run = runs.FirstOrDefault(run => run.Contains(i)) is { Text: not null } found ? found : null;
            if (run is { } name)
            {
                names++;
                if (TakeName(name, parts, linked, headSeen))
                    headSeen = true;
                isOwner = !linked && !People.IsEmpty && IsPossessive(text, parts[name.Last].Match.End);
                i = name.Last;
                continue;
            }

            switch (part.Word)
            {
                case PhraseWordKind.Former:
                    IsFormer |= !linked;
                    continue;
                case PhraseWordKind.Link:
                    linked = headSeen && part.Text != ",";
                    continue;
                case PhraseWordKind.Elect or PhraseWordKind.Acting or PhraseWordKind.Other:
                    continue;
                case PhraseWordKind.Collective when !headSeen && i + 1 < parts.Length && parts[i + 1].Word == PhraseWordKind.Link:
                    i++;
                    continue;
                case PhraseWordKind.Honorific when !part.IsName:
                    continue;
            }

            if (!part.IsName)
            {
                HasOtherWords |= part.Word == PhraseWordKind.None;
                continue;
            }

            names++;
            if (isOwner)
            {
                GiveWay();
                isOwner = false;
            }

            Take(part, linked, IsForeign(text, parts, i), ref headSeen);
        }

        StandsAlone = names == 1;
        Choose();
    }

    private static bool IsPossessive(string text, int end) =>
        end + 1 < text.Length && text[end] is '\'' or '\u2019' && text[end + 1] is 's' or 'S';

    /// <summary>"Kuleba's spokesman" is the spokesman; of the owner only the state remains.</summary>
    private void GiveWay()
    {
        if (states.Count == 0 && placeCountry.IsNone)
            placeCountry = People[0].Country;
        People = [];
        IsSurname = false;
        UnknownName = "";
        Title = null;
        SecondTitle = null;
    }

    /// <summary>A state beside a word such as "backed" or "anti" is not the one that acts.</summary>
    private static bool IsForeign(string text, ImmutableArray<PhrasePart> parts, int i) =>
        i > 0 && parts[i - 1].Word == PhraseWordKind.Other && text[parts[i].Match.Start - 1] == '-'
        || i + 1 < parts.Length && parts[i + 1].Word == PhraseWordKind.Other && parts[i].Word == PhraseWordKind.None && parts[i + 1].Match.Start == parts[i].Match.End + 1;

    /// <summary>Takes the persons that a run of words may name; false when it gives way to an earlier one.</summary>
    private bool TakeName(NameRun run, ImmutableArray<PhrasePart> parts, bool linked, bool headSeen)
    {
        if (!People.IsEmpty && (linked || !IsSurname) || linked && headSeen && Title is null)
            return false;
        ImmutableArray<KnownEntity> whole = [];
        var weak = new List<KnownEntity>();
        for (int i = run.First; i <= run.Last; i++)
        {
            if (!parts[i].IsName)
                continue;
            ImmutableArray<KnownEntity> strong = Bearers(parts[i], weak);

            // The whole run is the name, or its end after words of an office: "Minister of Mines Juan Perez".
            if (!strong.IsEmpty && i == run.Last && (run.First == run.Last || linked))
                whole = strong;
            else
                weak.AddRange(strong);
        }

        bool known = whole.Length > 0 || weak.Count > 0;
        if (!known && UnknownName.Length > 0)
            return false;
        UnknownName = run.Text;
        People = whole.Length > 0 ? whole : [.. weak.Distinct()];
        IsSurname = whole.IsEmpty;
        return known || Title is not null;
    }

    /// <summary>The persons whose full or own short name a part is; those of whom it is a surname, or a name of one word, go to <paramref name="weak"/>.</summary>
    private ImmutableArray<KnownEntity> Bearers(PhrasePart part, List<KnownEntity> weak)
    {
        var strong = ImmutableArray.CreateBuilder<KnownEntity>();
        foreach (NameCandidate candidate in entities.Candidates(part.Match.Name))
        {
            if (!candidate.IsEntity || entities[candidate.Index].Kind != EntityKind.Person)
                continue;
            if (candidate.Role == NameRole.Short || candidate.Role == NameRole.Name && part.Match.Words > 1)
                strong.Add(entities[candidate.Index]);
            else
                weak.Add(entities[candidate.Index]);
        }

        return strong.ToImmutable();
    }

    /// <summary>The office named first.</summary>
    public Title? Title { get; private set; }

    /// <summary>Another office beside it: "Sultan and Prime Minister".</summary>
    public Title? SecondTitle { get; private set; }

    /// <summary>Several holders: "presidents".</summary>
    public bool IsPlural { get; private set; }

    /// <summary>The last common noun of actors before a link, else the first after it.</summary>
    public Agent? Agent { get; private set; }

    /// <summary>Another common noun beside it.</summary>
    public Agent? SecondAgent { get; private set; }

    public KnownEntity? Body { get; private set; }

    public ImmutableArray<KnownEntity> People { get; private set; } = [];

    /// <summary>True when the people bear only a part of the name: a surname, or a name inside a longer one.</summary>
    public bool IsSurname { get; private set; }

    public bool IsFormer { get; private set; }

    /// <summary>A capital or a seat stands for the government.</summary>
    public bool IsGovernment { get; private set; }

    public bool StandsAlone { get; }

    /// <summary>The state stands after "in" or "of", not before the actor.</summary>
    public bool IsWhere { get; private set; }

    /// <summary>Words stand beside the names that nothing knows.</summary>
    public bool HasOtherWords { get; private set; }

    /// <summary>The words that may be a person's name, known or not; "" for none.</summary>
    public string UnknownName { get; private set; } = "";

    /// <summary>The state that the phrase names or implies.</summary>
    public KnownEntity? State { get; private set; }

    public ImmutableArray<KnownEntity> OtherStates { get; private set; } = [];

    public CountryCode Country { get; private set; }

    private CountryCode placeCountry;

    private void Take(PhrasePart part, bool linked, bool foreign, ref bool headSeen)
    {
        var meant = new List<KnownEntity>();
        KnownEntity? body = null;
        KnownEntity? place = null;
        bool government = false;
        Title? title = null;
        Agent? agent = null;
        bool plural = false;
        foreach (NameCandidate candidate in entities.Candidates(part.Match.Name))
        {
            switch (candidate.Role)
            {
                case NameRole.Title or NameRole.TitlePlural:
                    title ??= entities.Titles.All[candidate.Index];
                    plural = candidate.Role == NameRole.TitlePlural;
                    continue;
                case NameRole.Agent or NameRole.AgentPlural:
                    agent ??= entities.Agents[candidate.Index];
                    continue;
                case NameRole.Region:
                    continue;
            }

            KnownEntity entity = entities[candidate.Index];
            switch (entity.Kind)
            {
                case EntityKind.State:
                    if (!meant.Contains(entity))
                        meant.Add(entity);
                    government |= candidate.Role is NameRole.Capital or NameRole.Seat;
                    break;
                case EntityKind.Person:
                    break;
                case EntityKind.Place:
                    place ??= entity;
                    break;
                default:
                    if (body is null || !body.Valid.Holds(day) && entity.Valid.Holds(day))
                        body = entity;
                    break;
            }
        }

        foreach (KnownEntity inner in part.Inner)
        {
            if (placeCountry.IsNone && !foreign)
                placeCountry = inner.Country;
        }

        if (title is not null && (agent is null || title.Level != TitleLevel.Official))
        {
            if (Title is null && (!linked || !headSeen))
            {
                Title = title;
                IsPlural = plural;
            }
            else if (!linked)
            {
                SecondTitle ??= title;
            }

            headSeen = true;
            return;
        }

        if (meant.Count > 0 && (body is null || part.Match.Words == 1 && body.Sectors.IsEmpty))
        {
            // The first state named is the one that acts; those after "to" or beside "backed" are not.
            if (!foreign && states.Count == 0)
            {
                IsWhere = linked;
                states.AddRange(meant);
                IsGovernment = government;
            }

            if (!linked)
                headSeen |= government;
            return;
        }

        if (body is not null)
        {
            Body ??= body;
            headSeen = true;
            return;
        }

        if (place is not null)
        {
            if (!foreign && placeCountry.IsNone)
                placeCountry = place.Country;
            return;
        }

        if (agent is not null)
        {
            if (!linked || Agent is null && !headSeen)
            {
                // "Army officers" are of the army first, "government troops" are troops.
                if (Agent is { Kind: not EntityKind.Person } && agent.Kind == EntityKind.Person)
                    SecondAgent = agent;
                else
                    (Agent, SecondAgent) = (agent, Agent);
            }

            headSeen = true;
        }
    }

    private void Choose()
    {
        KnownEntity[] valid = [.. states.Where(state => state.Valid.Holds(day))];
        if (valid.Length == 0)
            valid = [.. states];
        if (valid.Length > 1 && valid.Count(state => state.HasOwnCode && state.Parent.IsNone) is 1)
            valid = [.. valid.OrderByDescending(state => state.HasOwnCode && state.Parent.IsNone).Take(1)];
        if (valid.Length == 1)
            State = valid[0];
        else
            OtherStates = [.. valid];
        Country = State?.Country ?? (valid.Length == 0 ? placeCountry : default);
    }
}
