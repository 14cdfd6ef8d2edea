using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Nouns and names of somebody that are only a part of what a thing is called: "half staff", "the Kyoto Protocol", "Brewers' Hall".</summary>
internal sealed class FixedWords(DocumentTree tree, KnownEntities known, MentionWords words)
{
    /// <summary>A fixed expression has no more words than these on one side of its noun.</summary>
    private const int Reach = 2;

    /// <param name="sentences">What was found by sentence; changed.</param>
    public void Remove(List<Sighting>[] sentences)
    {
        for (int s = 0; s < sentences.Length; s++)
        {
            Sentence sentence = tree.Parsed.Sentences[s];
            sentences[s].RemoveAll(sighting => sighting.Kind switch
            {
                SightingKind.Agent => IsFixed(sighting, sentence, sentences[s]) || IsLikened(sighting) || IsOfBuilding(sighting, sentence) || IsTitled(sighting, sentence) || IsOfThing(sighting, sentence, sentences[s]),
                SightingKind.Place or SightingKind.State => IsTreaty(sighting, sentence),
                SightingKind.Person or SightingKind.Name => IsOfDay(sighting, sentence),
                SightingKind.Body => IsDate(sighting, sentence),
                _ => false,
            });
        }
    }

    private bool IsFixed(Sighting sighting, Sentence sentence, List<Sighting> all)
    {
        int head = tree.HeadOf(sighting.First, sighting.Last);

        // "the contingent on the hill", "the gang raped her": with an article of its own it means somebody.
        bool own = tree.Child(head, Relation.Det) >= 0;
        for (int first = Math.Max(sighting.First - Reach, sentence.FirstToken); first <= sighting.First - (own ? 1 : 0); first++)
        {
            for (int last = sighting.Last; last <= sighting.Last + Reach && last < sentence.EndToken; last++)
            {
                if ((first < sighting.First || last > sighting.Last) && char.IsLower(tree.Text[sighting.Range.Start]) && words.IsFixed(Phrase(first, last)) && !(tree[last].Pos == PartOfSpeech.Adp && IsOfState(head, all)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>"Chad's contingent on the hill", "the Chadian contingent on the hill": somebody of a state.</summary>
    private bool IsOfState(int head, List<Sighting> all)
    {
        foreach (int child in tree.Children(head))
        {
            if (child < head && tree[child].Relation is Relation.NmodPoss or Relation.Amod or Relation.Compound && (tree[child].Relation == Relation.NmodPoss || all.Exists(state => state.Kind == SightingKind.State && child >= state.First && child <= state.Last)))
                return true;
        }

        return false;
    }

    /// <summary>"This storm is like the younger sibling of the last": what something is likened to is nobody.</summary>
    private bool IsLikened(Sighting sighting)
    {
        int before = sighting.First - 1;
        while (before > 0 && tree[before].Pos is PartOfSpeech.Adj or PartOfSpeech.Det && !words.IsKin(Lower(before)))
            before--;
        return !sighting.IsPlural && before > 0 && tree.Form(before) is "like" && tree[before].Pos == PartOfSpeech.Adp && tree.Child(tree.HeadOf(sighting.First, sighting.Last), Relation.NmodPoss) < 0 && words.IsKin(known.Agents[sighting.Index].Noun);
    }

    private string Phrase(int first, int last) => string.Join(' ', Enumerable.Range(first, last - first + 1).Select(Lower));

    /// <summary>"at Brewers' Hall": a building that is called after those to whom it once belonged.</summary>
    private bool IsOfBuilding(Sighting sighting, Sentence sentence) =>
        sighting.IsPlural && IsCapital(sighting.First) && sighting.First == sighting.Last && sighting.Last + 2 < sentence.EndToken && tree.Form(sighting.Last + 1) is "'" or "’" or "'s" or "’s" && IsCapital(sighting.Last + 2) && words.NameWord(Lower(sighting.Last + 2)) == "place";

    /// <summary>"a part in My Bride Waits": within a sentence whose own words have small letters an owner with a capital begins a title.</summary>
    private bool IsTitled(Sighting sighting, Sentence sentence)
    {
        int owner = sighting.First - 1;
        return owner > sentence.FirstToken && known.Agents[sighting.Index].Kind == EntityKind.Person && IsCapital(sighting.First) && IsCapital(owner) && tree[owner].Relation == Relation.NmodPoss && tree[owner].Pos is PartOfSpeech.Pron or PartOfSpeech.Det
            && char.IsLower(tree.Text[tree[owner - 1].Range.Start]);
    }

    /// <summary>"the Hostage Crisis", "Sailor Radar's database": a noun of people with a capital before the word that says what is called so.</summary>
    private bool IsOfThing(Sighting sighting, Sentence sentence, List<Sighting> all)
    {
        int next = sighting.Last + 1;
        if (sighting.IsPlural || next >= sentence.EndToken || known.Agents[sighting.Index].Kind != EntityKind.Person || !IsCapital(next) || tree[next].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || words.IsCommon(Lower(next)) || words.IsGivenName(Lower(next)))
            return false;
        bool tied = tree[sighting.Last].Relation == Relation.Compound || tree[next].Relation is Relation.Flat or Relation.Appos && tree[next].Head == sighting.Last;
        return tied && (words.NameWord(Lower(next)) == "thing" || IsCapital(sighting.First) && words.IsOrdinary(Lower(next)) && all.Any(name => name is { Kind: SightingKind.Name, NameAgent: < 0, People.IsEmpty: true } && name.First == next && name.Last == next));
    }

    /// <summary>"Karl Beck Day": what is called after somebody.</summary>
    private bool IsOfDay(Sighting sighting, Sentence sentence)
    {
        int next = sighting.Last + 1;
        if (next < sentence.EndToken && tree.Form(next) is ".")
            next++;
        return sighting.First < sighting.Last && next < sentence.EndToken && IsCapital(next) && words.IsFixed(Lower(next));
    }

    /// <summary>"the Kyoto Protocol": the town where it was signed does nothing.</summary>
    private bool IsTreaty(Sighting sighting, Sentence sentence)
    {
        int next = sighting.Last + 1;
        return sighting is { Kind: SightingKind.Place } or { Role: NameRole.Capital } && next < sentence.EndToken && IsCapital(next) && words.IsTreaty(Lower(next))
            && (tree[sighting.Last].Relation is Relation.Compound or Relation.Amod && tree[sighting.Last].Head == next || tree[next].Relation == Relation.Flat);
    }

    /// <summary>"since November 17": a day, unless something makes a body of it.</summary>
    private bool IsDate(Sighting sighting, Sentence sentence)
    {
        if (sighting.Last != sighting.First + 1 || !char.IsDigit(tree.Text[tree[sighting.Last].Range.Start]) && !char.IsDigit(tree.Text[tree[sighting.First].Range.Start]) || !words.IsCalendar(Lower(sighting.First)) && !words.IsCalendar(Lower(sighting.Last)))
            return false;
        int head = tree.HeadOf(sighting.First, sighting.Last);
        return tree[head].Relation is Relation.Obl or Relation.Nmod or Relation.OblUnmarked && sighting.First > sentence.FirstToken && !words.IsDefinite(Lower(sighting.First - 1)) && !(sighting.Last + 1 < sentence.EndToken && tree.Form(sighting.Last + 1) is "'s" or "’s");
    }

    private string Lower(int token) => tree.Form(token).ToString().ToLowerInvariant();

    private bool IsCapital(int token) => char.IsUpper(tree.Text[tree[token].Range.Start]);
}
