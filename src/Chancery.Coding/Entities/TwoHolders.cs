using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"The two presidents", "both leaders": who holds an office that several are counted in.</summary>
internal sealed class TwoHolders(Phrases phrases, PersonPairs pairs, StateNouns states)
{
    private const int Window = 4;

    private EntityTable Table => phrases.Table;

    /// <summary>Who holds an office in a state: whoever is known to, else somebody of whom only that is told.</summary>
    public int Of(CountryCode country, Title title) => phrases.Offices.Holder(country, title) is { } holder
        ? Table.OfKnown(holder.Index, title)
        : Table.OfReport($"{title.Name} of {country}", new EntityDraft
        {
            Name = $"{title.Name} of {phrases.Known.State(country)?.Name ?? country.ToString()}",
            Kind = title.Level >= TitleLevel.Official ? EntityKind.Group : EntityKind.Person,
            Country = country,
            Sectors = [title.Sector],
            Office = title.Name,
            Level = title.Level,
        });

    /// <summary>"the two presidents", "both leaders": those of that rank spoken of lately, when they are just so many.</summary>
    public List<int> Told(Sighting sighting, Title title, Signs signs, int top)
    {
        (int count, int before) = (signs.Count, sighting.First);
        List<int> found = phrases.Recall.Exactly(count, spoken => IsSuch(spoken, title, false) ? spoken.Entity : -1, Window, before);
        if (found.Count == 0 && title.Level <= TitleLevel.HeadOfGovernment)
            found = phrases.Recall.Exactly(count, spoken => IsSuch(spoken, title, true) ? spoken.Entity : -1, Window, before);

        if (signs.IsDefinite)
            pairs.Tell(found);

        // "The two presidents", further on: those of whom the report has told that they hold it, when there are no others.
        if (found.Count == 0 && signs.IsDefinite)
            found = phrases.Recall.AllOf(count, spoken => IsSuch(spoken, title, false) ? spoken.Entity : -1, before);
        return found.Count > 0 ? found : OfTheTwo(sighting, title, signs, top);
    }

    public bool IsSuch(Spoken spoken, Title title, bool anyHead)
    {
        if (spoken.IsModifier || Table[spoken.Entity] is not { Kind: EntityKind.Person, IsPlural: false } draft)
            return false;
        if (draft.Office == title.Name || draft is { Office: not null } && draft.Level == title.Level && title.Level <= TitleLevel.ForeignMinister)
            return true;
        if (draft.Office is { } held && held.StartsWith(title.Name + " of ", StringComparison.Ordinal))
            return true;
        return anyHead && draft.Level <= TitleLevel.HeadOfGovernment;
    }

    /// <summary>
    /// "Chad and Togo are neighbours. The two presidents met": of the two states just told of side by side, or that the report is about; none where somebody of that rank was told of already,
    /// who may be one of others, and none of "the two presidents of the clubs".
    /// </summary>
    private List<int> OfTheTwo(Sighting sighting, Title title, Signs signs, int top)
    {
        if (title.Level > TitleLevel.Minister || signs is not { Count: 2, IsDefinite: true, IsFormer: false, IsDescribed: false, IsPossessed: false, Body: < 0, Owner: < 0 } || !(phrases.IsSubject(top) || phrases.Tree[top].Relation == Relation.OblAgent) || phrases.Tree.Is(phrases.Form(Math.Max(signs.End, sighting.Last) + 1), WordFunction.Owner)
            || phrases.Recall.Back(phrases.Recall.Sentence, sighting.First).Any(spoken => IsSuch(spoken, title, false)))
            return [];
        return states.Joined(sighting.First) is [var one, var two] && Table[one].Country != Table[two].Country ? [Of(Table[one].Country, title), Of(Table[two].Country, title)] : [];
    }
}
