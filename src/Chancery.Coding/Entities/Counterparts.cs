using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Whoever holds in one state the office that the person spoken of holds in another: "his Finnish counterpart".</summary>
internal sealed class Counterparts(Phrases phrases, PersonPairs pairs)
{
    /// <summary>How many sentences back a ruler may have been told of.</summary>
    private const int Reach = 12;

    private EntityTable Table => phrases.Table;

    /// <summary>A counterpart, or a colleague of another state.</summary>
    public bool IsOne(Agent agent, Signs signs) =>
        phrases.Words.IsCounterpart(agent.Noun) || phrases.Words.IsPeer(agent.Noun) && signs is { Owner: >= 0, Countries: [var theirs] } && Table[signs.Owner] is { Kind: EntityKind.Person, Office: not null, Country: { IsNone: false } own } && own != theirs;

    /// <summary>"his Finnish counterpart Karl Beck": of the same office in another state.</summary>
    public void Match(int person, Signs signs, int before)
    {
        int peer = signs.Owner >= 0 ? signs.Owner : phrases.Recall.Nearest(spoken => spoken is { IsModifier: false } && Table[spoken.Entity] is { Kind: EntityKind.Person, Office: not null }, 1, before);
        if (peer < 0 || Table[peer].Office is not { } held)
            return;
        phrases.People.Complete(person, phrases.Known.Titles.Find(held), Table[peer].Sectors, signs.Countries is [var theirs] && theirs != Table[peer].Country ? theirs : default);
        phrases.People.Bear(person, held);
        int space = held.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && phrases.Known.Titles.Find(held[..space]) is { } shorter && phrases.People.Bears(peer, shorter.Name))
            phrases.People.Bear(person, shorter.Name);
    }

    public void Write(Sighting sighting, Signs signs, TextRange range, int top)
    {
        int comma = sighting.Last + 1;
        int named = phrases.Form(comma) == "," && phrases.NameAfter(comma) is { Meant: [var next] } ? next : phrases.Behind.AfterComma(sighting.First, sighting.Last, true);
        if (named >= 0 && Table[named] is { Kind: EntityKind.Person, IsPlural: false })
        {
            Match(named, signs, sighting.First);
            phrases.Mention(range, top, named, MentionKind.Nominal, "mention.counterpart");
            return;
        }

        // "Karl Beck, his Finnish counterpart, said".
        int before = phrases.BeforeAge(signs.Start);
        if (before > phrases.Sentence.FirstToken && phrases.Tree[before] is { Relation: Relation.NmodPoss, Pos: PartOfSpeech.Pron })
            before = phrases.BeforeAge(before);
        if (named < 0 && !sighting.IsPlural && signs.Countries.Count == 1 && phrases.IsBreak(before) && phrases.NameBefore(before) is { Meant: [var called] } && Table[called] is { Kind: EntityKind.Person, IsPlural: false } && phrases.Form(comma) is "," or ".")
        {
            Match(called, signs, sighting.First);
            sighting.Meant.Add(called);
            phrases.Mention(range, top, called, MentionKind.Nominal, "mention.counterpart");
            return;
        }

        // The adjective beside it is the counterpart's state, the pronoun's owner the other side.
        CountryCode country = signs.Countries.Count == 0 || signs.Countries.Count == 1 && signs.Owner >= 0 && Table[signs.Owner].Country == signs.Countries[0] ? default : signs.Countries[0];

        // "met his counterpart in Odal": where they met, mostly.
        if (!country.IsNone && signs.End > sighting.Last && signs.Start >= sighting.First && phrases.Words.IsLocative(phrases.Form(comma)))
            country = default;
        if (country.IsNone)
        {
            // "her counterpart in Odal": nobody of another state than that of the town, who may be of neither, where they met.
            CountryCode seat = phrases.Words.IsPlaceCase(phrases.Form(comma)) && phrases.Signs.At(comma + 1) is { Kind: SightingKind.State or SightingKind.Place, Meant: [var town] } ? Table[town].Country : default;
            if (pairs.Peer(sighting, signs) is >= 0 and var other && (seat.IsNone || Table[other].Country == seat))
            {
                sighting.Meant.Add(other);
                phrases.Mention(range, top, other, MentionKind.Nominal, "mention.counterpart");
                return;
            }

            WriteOpen(sighting, signs, range, top);
            return;
        }

        int model = phrases.Recall.Nearest(spoken => spoken is { IsModifier: false } && Table[spoken.Entity] is { Kind: EntityKind.Person, Office: not null } other && other.Country != country, 1, sighting.First);
        Title? title = model >= 0 ? phrases.Known.Titles.Find(Table[model].Office!) : null;

        // "The premier called … his Finnish counterpart": of presidents and premiers the one told of before.
        int ruler = title is { Level: <= TitleLevel.HeadOfGovernment } && !sighting.IsPlural
            ? phrases.Recall.Nearest(spoken => !spoken.IsModifier && Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false, Level: <= TitleLevel.HeadOfGovernment } one && one.Country == country && (one.IsNamed || one.Known is not null), Reach, sighting.First) : -1;
        int entity = ruler >= 0 ? ruler
            : title is not null && !sighting.IsPlural && phrases.Offices.Holder(country, title) is { } holder
            ? Table.OfKnown(holder.Index, title)
            : Table.OfReport(title is null ? $"counterpart of {country}" : $"{title.Name} of {country}", new EntityDraft
            {
                Name = range.Of(phrases.Tree.Text),
                Kind = sighting.IsPlural ? EntityKind.Group : EntityKind.Person,
                Country = country,
                Sectors = model >= 0 ? Table[model].Sectors : [Sector.Gov],
                Office = title?.Name,
                Level = title?.Level,
                IsPlural = sighting.IsPlural,
                IsPeer = true,
            });
        sighting.Meant.Add(entity);
        phrases.Mention(range, top, entity, MentionKind.Nominal, "mention.counterpart");
    }

    /// <summary>Somebody of whom only the office is told: no side of an act is he who owns him.</summary>
    private void WriteOpen(Sighting sighting, Signs signs, TextRange range, int top)
    {
        if (!signs.IsPossessed || sighting.IsPlural)
            return;
        int entity = Table.OfReport($"counterpart at {sighting.First}", new EntityDraft
        {
            Name = range.Of(phrases.Tree.Text),
            Kind = EntityKind.Person,
            Sectors = signs.Owner >= 0 ? Table[signs.Owner].Sectors : [],
            IsPeer = true,
        });
        sighting.Meant.Add(entity);
        phrases.Mention(range, top, entity, MentionKind.Nominal, "mention.counterpart");
    }
}
