using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Newspapers, broadcasters and agencies that a report names: whoever is told, cited or banned acts or suffers as other bodies do.</summary>
internal sealed class OutletMentions(Phrases phrases, SpeechWords speech)
{
    private DocumentTree Tree => phrases.Tree;

    public void Write(Sighting sighting, Outlet outlet)
    {
        // "OSLO, May 3 (NTB)": the mark of who wrote the report, no part of what it tells.
        // "Karl Stern … Stern said": the person of the report.
        if (sighting.First == sighting.Last && phrases.Table.Find(sighting.Range.Of(Tree.Text)) is { } bearer && phrases.Table[bearer].Kind == EntityKind.Person)
        {
            phrases.Mention(sighting.Range, sighting.First, bearer, MentionKind.Name, "mention.name");
            return;
        }

        bool credit = phrases.Form(sighting.First - 1) == "(" && phrases.Form(sighting.Last + 1) == ")";
        int head = Tree.HeadOf(sighting.First, sighting.Last);
        if (credit || outlet.Kind == "ministry" || !IsCapital(sighting.First) || !IsCapital(sighting.Last) || sighting.First == sighting.Last && !IsMeant(sighting, head))
            return;
        bool branch = sighting.Index >= 0;
        int entity = phrases.Table.OfReport("outlet:" + (branch ? sighting.Range.Of(Tree.Text) : outlet.Name), new EntityDraft
        {
            Name = sighting.Range.Of(Tree.Text),
            Kind = EntityKind.Organization,
            Country = branch ? phrases.Known[sighting.Index].Country : outlet.Country,
            Sectors = [Sector.Med],
            IsNamed = true,
        });
        bool modifier = phrases.IsModifier(head);
        phrases.Mention(sighting.Range, head, entity, modifier ? MentionKind.Adjective : MentionKind.Name, modifier ? "mention.modifier" : "mention.outlet");
    }

    /// <summary>A lone word that is a word of the language, or letters that may stand for anything, needs a sign that it speaks or is spoken to.</summary>
    private bool IsMeant(Sighting sighting, int head)
    {
        bool letters = !sighting.Range.In(Tree.Text).ContainsAnyInRange('a', 'z');
        if (Tree[sighting.First].Pos is not (PartOfSpeech.Propn or PartOfSpeech.X or PartOfSpeech.Noun))
            return false;
        if (!letters && !phrases.Words.IsOrdinary(phrases.Form(sighting.First)))
            return true;
        while (Tree[head].Relation == Relation.Conj && Tree.Head(head) >= 0)
            head = Tree.Head(head);
        int verb = Tree.Head(head);

        // "was dropped by MSNBC", "shown on MSNBC": letters that are no word do what outlets do.
        if (letters && sighting.Range.Length > 2 && !phrases.Words.IsOrdinary(phrases.Form(sighting.First)) && verb >= 0 && Tree[verb].Pos == PartOfSpeech.Verb
            && (Tree[head].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.OblAgent || Tree[head].Relation == Relation.Obl && Tree.Case(head) == "on"))
            return true;
        if (phrases.Signs.At(sighting.First - 1) is { Kind: SightingKind.Agent } noun && phrases.Known.Agents[noun.Index] is { Kind: EntityKind.Organization, Sector: Sector.Med })
            return true;
        bool spoken = verb >= 0 && Tree[verb].Pos == PartOfSpeech.Verb && speech.IsSpeech(Tree[verb].Lemma.ToLowerInvariant());
        return spoken && Tree[head].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.OblAgent or Relation.Obj or Relation.Iobj
            || phrases.Form(sighting.First - 1) is "to" && phrases.Form(sighting.First - 2) is "according" || phrases.Words.IsDefinite(phrases.Form(sighting.First - 1)) && letters
            || phrases.Form(sighting.Last + 1) is "'s" or "’s" && phrases.Signs.At(sighting.Last + 2) is { Kind: SightingKind.Name or SightingKind.Person or SightingKind.Agent or SightingKind.Title };
    }

    private bool IsCapital(int token) => char.IsUpper(Tree.Text[Tree[token].Range.Start]) || char.IsDigit(Tree.Text[Tree[token].Range.Start]);
}
