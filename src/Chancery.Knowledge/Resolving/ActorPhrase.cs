using System.Collections.Immutable;
using System.Text;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>The parts of an actor phrase by what they do in it.</summary>
internal sealed class ActorPhrase
{
    private readonly KnownEntities entities;
    private readonly DateOnly? day;
    private readonly List<KnownEntity> states = [];

    public ActorPhrase(ImmutableArray<PhrasePart> parts, KnownEntities entities, DateOnly? day)
    {
        this.entities = entities;
        this.day = day;
        int names = 0;
        bool linked = false;
        bool headSeen = false;
        var unknown = new StringBuilder();
        for (int i = 0; i < parts.Length; i++)
        {
            PhrasePart part = parts[i];
            switch (part.Word)
            {
                case PhraseWordKind.Former:
                    IsFormer |= !linked;
                    continue;
                case PhraseWordKind.Link:
                    linked = headSeen;
                    continue;
                case PhraseWordKind.Elect or PhraseWordKind.Acting or PhraseWordKind.Other:
                    continue;
                case PhraseWordKind.Collective when !headSeen && i + 1 < parts.Length && parts[i + 1].Word == PhraseWordKind.Link:
                    i++;
                    continue;
                case PhraseWordKind.Honorific when !part.IsName:
                    continue;
                case PhraseWordKind.Pronoun when parts.Length == 1 && (part.Text.Length == 1 || char.IsLower(part.Text[^1])):
                    return;
            }

            if (!part.IsName)
            {
                if (!linked && char.IsUpper(part.Text[0]))
                    unknown.Append(' ').Append(part.Text);
                else
                    HasOtherWords |= part.Word == PhraseWordKind.None;
                continue;
            }

            if (IsPartOfName(parts, i))
            {
                unknown.Append(' ').Append(part.Text);
                continue;
            }

            names++;
            bool foreign = i > 0 && parts[i - 1].Word == PhraseWordKind.Other || i + 1 < parts.Length && parts[i + 1].Word == PhraseWordKind.Other && part.Word == PhraseWordKind.None && parts[i + 1].Match.Start == part.Match.End + 1;
            Take(part, linked, foreign, unknown, ref headSeen);
        }

        UnknownName = unknown.ToString().Trim();
        StandsAlone = names == 1;
        Choose();
    }

    /// <summary>The office named first.</summary>
    public Title? Title { get; private set; }

    /// <summary>Several holders: "presidents".</summary>
    public bool IsPlural { get; private set; }

    /// <summary>The last common noun of actors before a link, else the first after it.</summary>
    public Agent? Agent { get; private set; }

    /// <summary>Another common noun beside it.</summary>
    public Agent? SecondAgent { get; private set; }

    public KnownEntity? Body { get; private set; }

    public ImmutableArray<KnownEntity> People { get; private set; } = [];

    /// <summary>True when the people are known by a family name alone.</summary>
    public bool IsSurname { get; private set; }

    public bool IsFormer { get; private set; }

    /// <summary>A capital or a seat stands for the government.</summary>
    public bool IsGovernment { get; private set; }

    public bool StandsAlone { get; }

    /// <summary>Words stand beside the names that nothing knows.</summary>
    public bool HasOtherWords { get; private set; }

    /// <summary>Capitalized words that nothing knows, and surnames: perhaps a person's name.</summary>
    public string UnknownName { get; } = "";

    /// <summary>The state that the phrase names or implies.</summary>
    public KnownEntity? State { get; private set; }

    public ImmutableArray<KnownEntity> OtherStates { get; private set; } = [];

    public CountryCode Country { get; private set; }

    private CountryCode placeCountry;

    /// <summary>A place after a capitalized word that is no name of a place or body, or between an office and such a word, is a person's: "Ricardo Lagos", "President Milan Kuzmin".</summary>
    private bool IsPartOfName(ImmutableArray<PhrasePart> parts, int i)
    {
        if (i == 0 || parts[i].Match.Words > 1)
            return false;
        bool after = IsUnknownName(parts[i - 1]) || IsOnly(parts[i - 1], NameRole.Surname);
        bool between = (IsOnly(parts[i - 1], NameRole.Title) || parts[i - 1].Word == PhraseWordKind.Honorific) && i + 1 < parts.Length && IsUnknownName(parts[i + 1]);
        if (!after && !between)
            return false;
        foreach (NameCandidate candidate in entities.Candidates(parts[i].Match.Name))
        {
            if (!candidate.IsEntity || candidate.Role != NameRole.Capital && entities[candidate.Index].Kind != EntityKind.Place)
                return false;
        }

        return true;
    }

    private static bool IsUnknownName(PhrasePart part) => !part.IsName && part.Word == PhraseWordKind.None && char.IsUpper(part.Text[0]);

    private bool IsOnly(PhrasePart part, NameRole role)
    {
        if (!part.IsName)
            return false;
        foreach (NameCandidate candidate in entities.Candidates(part.Match.Name))
        {
            if (candidate.Role != role)
                return false;
        }

        return true;
    }

    private void Take(PhrasePart part, bool linked, bool foreign, StringBuilder unknown, ref bool headSeen)
    {
        var persons = new List<KnownEntity>();
        var meant = new List<KnownEntity>();
        KnownEntity? body = null;
        KnownEntity? place = null;
        bool surname = true;
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
                    // A name of one word, such as a king's, is as weak as a surname.
                    bool weak = candidate.Role == NameRole.Surname || part.Match.Words == 1 && candidate.Role == NameRole.Name;
                    if (!weak && surname)
                    {
                        surname = false;
                        persons.Clear();
                    }

                    if (weak == surname && !persons.Contains(entity))
                        persons.Add(entity);
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

            headSeen = true;
            return;
        }

        if (meant.Count > 0 && (body is null || part.Match.Words == 1 && body.Sectors.IsEmpty))
        {
            // The first state named is the one that acts; those after "to" or beside "backed" are not.
            if (!foreign && states.Count == 0)
            {
                states.AddRange(meant);
                IsGovernment = government;
            }

            if (!linked)
                headSeen |= government;
            return;
        }

        if (persons.Count > 0 && !surname || persons.Count > 0 && body is null && place is null && agent is null)
        {
            if (surname)
                unknown.Append(' ').Append(part.Text);
            if (!linked && (People.IsEmpty || IsSurname && !surname) || !headSeen)
            {
                People = [.. persons];
                IsSurname = surname;
            }

            headSeen = true;
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
