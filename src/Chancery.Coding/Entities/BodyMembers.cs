using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Persons who are told to be of a body: they are of its sector.</summary>
internal sealed class BodyMembers(Phrases phrases)
{
    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>"Karl Beck of the National Crime Agency", "Karl Beck, of the town council": one of those.</summary>
    public void Belong(Sighting sighting, int person)
    {
        if (IsOfOutlet(sighting))
            phrases.People.Complete(person, null, [Sector.Med], default);
        int of = phrases.Form(sighting.Last + 1) == "," ? sighting.Last + 2 : sighting.Last + 1;
        if (phrases.Form(of) != "of")
            return;
        for (int i = of + 1; i < of + 5; i++)
        {
            switch (phrases.Signs.At(i))
            {
                case { Kind: SightingKind.Body or SightingKind.Name, Meant.Count: 1 } body when Table[body.Meant[0]].Kind is EntityKind.Organization or EntityKind.Group:
                    phrases.People.Complete(person, null, Table[body.Meant[0]].Sectors, Table[body.Meant[0]].Country);

                    // The report may tell only later what the body is.
                    phrases.Staff.Note(person, body.Meant[0]);
                    return;
                case { Kind: SightingKind.Agent } noun when phrases.Signs.At(noun.Last + 1) is { Kind: SightingKind.Body }:
                    i = noun.Last;
                    continue;
                case { Kind: SightingKind.Agent, IsPlural: false } noun when phrases.Known.Agents[noun.Index] is { Kind: not EntityKind.Person } agent:
                    Signs signs = phrases.Signs.Read(noun);
                    phrases.People.Complete(person, null, PhraseSectors.Of(signs, agent.Sector), signs.Country);
                    if (agent.Sector == Sector.Cop)
                        Table[person].Sectors = [Sector.Cop];
                    return;
                case null when Tree[Math.Min(i, Tree.Count - 1)].Pos is PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Part:
                case { Kind: SightingKind.State or SightingKind.Place }:
                    continue;
                case { Kind: SightingKind.Outlet }:
                    phrases.People.Complete(person, null, [Sector.Med], default);
                    return;
                default:
                    return;
            }
        }
    }

    /// <summary>"Reuters' Karl Beck", "the Odal Times' Karl Beck"; a sign without width may stand behind the name.</summary>
    private bool IsOfOutlet(Sighting sighting)
    {
        int owner = phrases.Form(sighting.First - 2) is "\u200d" or "\u200b" ? sighting.First - 3 : sighting.First - 2;
        return phrases.Form(sighting.First - 1) is "'s" or "’s" or "'" or "’" && phrases.Signs.At(owner) is { } paper && (paper.Kind == SightingKind.Outlet || paper.Meant is [var body] && Table[body] is { Kind: EntityKind.Organization, Sectors: [Sector.Med] });
    }
}
