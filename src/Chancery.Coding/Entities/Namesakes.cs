using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Surnames that a state or another person bears too: "Karl Jordan … Jordan said", "Mrs. Beck" beside her husband.</summary>
internal sealed class Namesakes(Phrases phrases)
{
    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>"Karl Jordan … Jordan said": the surname of one whom the report names in full, where the state is called by no other word of its own.</summary>
    public int OfState(Sighting sighting)
    {
        if (sighting.Role != NameRole.Name || sighting.First < sighting.Last || Table.Find(sighting.Range.Of(Tree.Text)) is not { } person || Table[person].Kind != EntityKind.Person)
            return -1;
        int head = Tree.HeadOf(sighting.First, sighting.Last);
        return phrases.People.IsCalledOtherwise(phrases.Known[sighting.Index].Country, sighting.Range.Of(Tree.Text))
            || phrases.Words.IsPlaceCase(Tree.Case(head)) || Tree.Case(head) is "to" or "of" || Tree[head].Relation is Relation.Compound or Relation.Amod ? -1 : person;
    }

    /// <summary>"Karl Odal … Odal said": the surname of one whom the report names in full, where nothing makes it the town.</summary>
    public int OfPlace(Sighting sighting)
    {
        if (sighting.First < sighting.Last)
            return -1;
        int head = Tree.HeadOf(sighting.First, sighting.Last);
        int person = Table.Find(sighting.Range.Of(Tree.Text)) ?? -1;

        // "Pemba Odal fell … Pemba said": a first name that a place far away has too.
        if (person < 0 && phrases.IsSubject(head) && !phrases.People.IsNamed(phrases.Known[sighting.Index].Country))
            person = phrases.People.OfPart(sighting);
        if (person < 0 || Table[person] is not { Kind: EntityKind.Person } bearer || bearer is { IsNamed: false, Known: null })
            return -1;
        string preposition = Tree.Case(head);
        return phrases.Words.IsPlaceCase(preposition) || preposition is "to" || phrases.Form(sighting.First - 1) == "," || Tree[head].Relation is Relation.Compound or Relation.Amod or Relation.Appos ? -1 : person;
    }

    /// <summary>Whom a form of address before a name means, and of which gender they are.</summary>
    public int Addressed(Sighting sighting, int person)
    {
        int address = phrases.Form(sighting.First - 1) == "." ? sighting.First - 2 : sighting.First - 1;
        string word = phrases.Form(address).TrimEnd('.');
        if (sighting.First == sighting.Last && Namesake(sighting, person, phrases.Words.IsMale(word) ? Gender.Male : phrases.Words.IsFemale(word) ? Gender.Female : Gender.Unknown) is >= 0 and var other)
            person = other;
        else if (sighting.First == sighting.Last && Table[person].Known is null && (phrases.Words.IsMale(word) && phrases.GenderOf(Table[person]) == Gender.Female || phrases.Words.IsFemale(word) && phrases.GenderOf(Table[person]) == Gender.Male))
            person = Table.OfReport($"{word} {sighting.Range.Of(Tree.Text)}", new EntityDraft { Name = sighting.Range.Of(Tree.Text), Kind = EntityKind.Person, IsNamed = true });
        Table[person].IsMale |= phrases.Words.IsMale(word);
        Table[person].IsFemale |= phrases.Words.IsFemale(word);
        return person;
    }

    /// <summary>"Mr. Beck" where the Beck spoken of is a woman: the one of that surname spoken of last who can be meant; -1 where nothing speaks against her.</summary>
    private int Namesake(Sighting sighting, int person, Gender gender)
    {
        if (gender == Gender.Unknown || phrases.GenderOf(Table[person]) is var known && known == gender)
            return -1;

        // "Mr. Beck" of two of whom one is a man, and of the other nothing is told.
        if (known == Gender.Unknown)
            return phrases.People.Namesakes(sighting).Where(one => phrases.GenderOf(Table[one]) == gender).Distinct().ToArray() is [var sure] ? sure : -1;
        int[] able = [.. phrases.People.Namesakes(sighting).Where(one => phrases.GenderOf(Table[one]) is var other && (other == Gender.Unknown || other == gender)).Distinct()];
        foreach (Spoken spoken in phrases.Recall.Back(phrases.Recall.Sentence))
        {
            if (able.Contains(spoken.Entity))
                return spoken.Entity;
        }

        return able is [var only] ? only : -1;
    }
}
