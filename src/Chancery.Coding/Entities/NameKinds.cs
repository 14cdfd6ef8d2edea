using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// What an unknown name names: what the model hears in it (<see cref="NameVote"/>), unless the report speaks against it. Nobody is made a person
/// by words of the language alone, nor a body by an acronym that never does anything.
/// </summary>
internal sealed class NameKinds(Phrases phrases, SpeechWords speech)
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly HashSet<string> human = new(StringComparer.Ordinal);
    private readonly HashSet<string> acting = new(StringComparer.Ordinal);
    private readonly HashSet<string> things = new(StringComparer.Ordinal);

    private DocumentTree Tree => phrases.Tree;

    /// <summary>Remembers what only persons, or only those who act, are said to do or to be.</summary>
    public void Learn(Sighting sighting)
    {
        string name = Key(sighting);
        places[name] = Places(sighting) + 1;
        int head = Tree.HeadOf(sighting.First, sighting.Last);
        int governor = Tree[head].Head;
        bool subject = Tree[head].Relation == Relation.Nsubj && governor >= 0 && Tree[governor].Pos == PartOfSpeech.Verb;
        if (subject)
            acting.Add(name);
        bool several = sighting.First < sighting.Last;
        string last = Tree[sighting.Last].Range.Of(Tree.Text);

        // "Odalys" alone is what "Hurricane Odalys" is.
        if (several && phrases.Words.NameWord(phrases.Form(sighting.First)) == "thing")
            things.Add(last);
        bool speaks = subject && speech.IsSpeech(Tree[governor].Lemma.ToLowerInvariant());
        if (!speaks && !phrases.IsGivenName(sighting.First) && !IsIntroduced(sighting) && !(several && (!sighting.People.IsEmpty || subject && IsFlat(sighting))))
            return;
        human.Add(name);
        if (several)
            human.Add(last);
    }

    /// <summary>By all its places in the report.</summary>
    public NameKind Of(Sighting sighting)
    {
        NameKind kind = sighting.SoundsLike;
        string name = Key(sighting);
        bool single = sighting.First == sighting.Last;
        if (kind == NameKind.None && !single && human.Contains(name) && IsFlat(sighting))
            kind = NameKind.Person;
        return kind switch
        {
            NameKind.Person when HoldsThing(sighting) || IsOrdinary(sighting) && !human.Contains(name) => NameKind.Other,
            NameKind.Organization when single && IsAcronym(sighting) && !acting.Contains(name) => NameKind.Other,
            _ => kind,
        };
    }

    /// <summary>How often the report has the name.</summary>
    public int Places(Sighting sighting) => places.GetValueOrDefault(Key(sighting));

    private string Key(Sighting sighting) => sighting.Range.Of(Tree.Text);

    private bool HoldsThing(Sighting sighting)
    {
        if (sighting.First == sighting.Last)
            return things.Contains(Key(sighting));
        for (int i = sighting.First; i <= sighting.Last; i++)
        {
            if (phrases.Words.NameWord(phrases.Form(i)) == "thing")
                return true;
        }

        return false;
    }

    /// <summary>All its words are words of the language too.</summary>
    private bool IsOrdinary(Sighting sighting)
    {
        for (int i = sighting.First; i <= sighting.Last; i++)
        {
            if (!phrases.Words.IsOrdinary(phrases.Form(i)))
                return false;
        }

        return true;
    }

    /// <summary>By an office before or after it, or by a form of address.</summary>
    private bool IsIntroduced(Sighting sighting) =>
        IsOffice(sighting.First - 1)
        || phrases.Form(sighting.Last + 1) == "," && (IsOffice(sighting.Last + 3) || IsOffice(sighting.Last + 4))
        || phrases.Known.PhraseWords.Of(phrases.Known.Folding.Fold(phrases.Form(sighting.First - 1)).TrimEnd('.')) == PhraseWordKind.Honorific;

    private bool IsOffice(int token) => phrases.Signs.At(token) switch
    {
        { Kind: SightingKind.Title } => true,
        { Kind: SightingKind.Agent } agent => phrases.Known.Agents[agent.Index].Kind == EntityKind.Person,
        _ => false,
    };

    private bool IsAcronym(Sighting sighting)
    {
        foreach (char c in sighting.Range.In(Tree.Text))
        {
            if (char.IsLower(c))
                return false;
        }

        return true;
    }

    private bool IsFlat(Sighting sighting)
    {
        for (int i = sighting.First + 1; i <= sighting.Last; i++)
        {
            if (Tree[i].Relation != Relation.Flat)
                return false;
        }

        return true;
    }
}
