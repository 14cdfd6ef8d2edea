using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Persons who serve a body by the words between them, whose sector is filled in at the end: the report may tell only later what the body is.</summary>
internal sealed class BodyPeople(Phrases phrases)
{
    /// <summary>How many words may stand between a verb and the body or person behind it.</summary>
    private const int Reach = 5;

    private readonly List<(int Person, int Body)> serving = [];

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>Notes whom a body employs.</summary>
    public void Note(int person, int body) => serving.Add((person, body));

    /// <summary>"Karl Beck, who heads the Reef Trust", "the Reef Trust, led by Karl Beck", "Reef Trust coordinator Karl Beck".</summary>
    public void Read(List<Sighting> sightings)
    {
        foreach (Sighting sighting in sightings)
        {
            if (sighting.Kind is not (SightingKind.Person or SightingKind.Name) || sighting.Meant is not [var person] || Table[person] is not { Kind: EntityKind.Person, Known: null, IsPlural: false })
                continue;
            if (Headed(sighting) is >= 0 and var headed)
                Note(person, headed);
            else if (Heading(sighting) is >= 0 and var heading)
                Note(person, heading);
            else if (Called(sighting) is >= 0 and var called)
                Note(person, called);
        }
    }

    /// <summary>"Karl Beck, who heads the Reef Trust": the body; -1 for none.</summary>
    private int Headed(Sighting name)
    {
        int who = phrases.Form(name.Last + 1) == "," ? name.Last + 2 : name.Last + 1;
        if (phrases.Form(who) != "who" || who + 1 >= phrases.Sentence.EndToken || !phrases.Words.IsHeading(Tree[who + 1].Lemma.ToLowerInvariant()) || Tree[who + 1].Morphology.HasFlag(Morphology.Past))
            return -1;
        for (int i = who + 2; i < who + 2 + Reach; i++)
        {
            if (BodyAt(i) is >= 0 and var body)
                return body;
            if (phrases.Signs.At(i) is not (null or { Kind: SightingKind.State or SightingKind.Place }) || phrases.Form(i) is "," or "." or "")
                return -1;
        }

        return -1;
    }

    /// <summary>"the Reef Trust, led by its president Karl Beck": the body; -1 for none.</summary>
    private int Heading(Sighting name)
    {
        int by = name.First - 1;
        while (name.First - by < Reach && phrases.Form(by) is not ("by" or "," or "") && Tree[by].Pos is not (PartOfSpeech.Verb or PartOfSpeech.Aux))
            by--;
        if (phrases.Form(by) != "by" || by - 1 < phrases.Sentence.FirstToken || !phrases.Words.IsHeading(Tree[by - 1].Lemma.ToLowerInvariant()))
            return -1;
        int before = phrases.Form(by - 2) == "," ? by - 3 : by - 2;
        return BodyAt(before);
    }

    /// <summary>"Reef Trust coordinator Karl Beck": the body before a noun of no sighting; -1 for none.</summary>
    private int Called(Sighting name)
    {
        int noun = name.First - 1;
        while (noun > phrases.Sentence.FirstToken && name.First - noun < 4 && phrases.Signs.At(noun) is null && Tree[noun].Pos is PartOfSpeech.Noun or PartOfSpeech.Adj && char.IsLower(Tree.Text[Tree[noun].Range.Start]))
            noun--;
        return noun == name.First - 1 || Tree[name.First - 1].Pos != PartOfSpeech.Noun ? -1 : BodyAt(noun);
    }

    /// <summary>"The coast guard saved two, a spokesman said": the only body that is a subject of the sentence before; -1 for none or several.</summary>
    public int Employer(Sighting spokesman)
    {
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(0, spokesman.First))
        {
            if (!spoken.IsSubject || spoken.IsModifier || Table[spoken.Entity] is not { Kind: EntityKind.Organization or EntityKind.Group } body || body.Sectors is not [Sector.Gov or Sector.Cop or Sector.Mil or Sector.Bus or Sector.Ngo or Sector.Igo or Sector.Pty or Sector.Reb or Sector.Jud or Sector.Hlh, ..] || spoken.Entity == only)
                continue;
            if (only >= 0)
                return -1;
            only = spoken.Entity;
        }

        return only;
    }

    /// <summary>The one body that a token is part of; -1 for none.</summary>
    private int BodyAt(int token) =>
        phrases.Signs.At(token) is { Kind: SightingKind.Body or SightingKind.Name, Meant: [var body] } && Table[body] is { Kind: EntityKind.Organization or EntityKind.Group, IsPlural: false } ? body : -1;

    /// <summary>Gives those of whom nothing else was told the sector and the state of their body.</summary>
    public void Settle()
    {
        foreach ((int someone, int body) in serving)
        {
            EntityDraft person = Table[Table.Now(someone)];
            EntityDraft employer = Table[Table.Now(body)];
            if (person is not { Kind: EntityKind.Person, Known: null } || employer.Sectors.IsEmpty)
                continue;

            // "The Chadian dockers' union … its president, Karl Beck": of Chad; the head of a firm that all the world knows may be from anywhere.
            if (person.Country.IsNone && !person.Sectors.IsEmpty && person.Sectors[0] == employer.Sectors[0] && !Setting.IsOfAllWorld(employer))
                person.Country = employer.Country;
            if (person.Sectors is not ([] or [Sector.Cvl]))
                continue;
            person.Sectors = employer.Sectors;
            if (person.Country.IsNone)
                person.Country = employer.Country;
        }
    }
}
