using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The people of a state by its name for them: "Finns", "ethnic Finns", "the Finn".</summary>
internal sealed class PeopleMentions(Phrases phrases)
{
    /// <summary>How many sentences back the only one of a state may stand.</summary>
    private const int Window = 8;

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>"The Indian added", "an Indian was shot", "shot an Indian": a word for one person of a state, of which there is a plural too; "the British" are many.</summary>
    public bool IsSomebody(Sighting sighting, int head)
    {
        bool some = phrases.Form(sighting.First - 1) is "a" or "an";
        if (head != sighting.Last || !some && (!phrases.IsSubject(head) || phrases.Form(sighting.First - 1) != "the") || Tree[head].Morphology.HasFlag(Morphology.Plural))
            return false;
        if (!phrases.IsFinite(head + 1) && phrases.Form(head + 1) is not ("," or "who") && !(some && IsEnd(head + 1)))
            return false;

        // "the Danish skippers", read as a verb.
        return phrases.Signs.At(sighting.Last + 1) is not { Kind: SightingKind.Agent or SightingKind.Title, IsPlural: true } && HasPlural(sighting);
    }

    /// <summary>"the French", "with the Chinese": an adjective that stands for all of a state, having no plural of its own.</summary>
    public bool IsNation(Sighting sighting, int head)
    {
        if (head != sighting.Last || !phrases.Words.IsDefinite(phrases.Form(sighting.First - 1)) || Tree[head].Morphology.HasFlag(Morphology.Plural))
            return false;
        return Tree[head].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj or Relation.Obl or Relation.OblAgent or Relation.Nmod or Relation.Conj
            && (head + 1 >= phrases.Sentence.EndToken || Tree[head + 1].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num))
            && !HasPlural(sighting);
    }

    /// <summary>"The French": all who act for a state, as many; "they" fits, and the land is told of apart.</summary>
    public void WriteNation(Sighting sighting, int head, EntityDraft state)
    {
        int nation = Table.OfReport($"nation of {state.Country}", new EntityDraft
        {
            Name = sighting.Range.Of(Tree.Text),
            Kind = EntityKind.Group,
            Country = state.Country,
            Sectors = state.Sectors,
            IsPlural = true,
        });
        phrases.Mention(sighting.Range, head, nation, MentionKind.Name, "mention.nation");
    }

    /// <summary>Whether the state's people are called by the adjective with an "s".</summary>
    private bool HasPlural(Sighting sighting)
    {
        var matches = new List<NameMatch>();
        phrases.Known.Match(sighting.Range.Of(Tree.Text) + "s", matches);
        return matches.Exists(match => match.Start == 0 && match.Length == sighting.Range.Length + 1 && phrases.Known.Candidates(match.Name).ToArray().Any(candidate => candidate.Role == NameRole.People));
    }

    /// <summary>Where a noun phrase ends: the sentence, or a preposition.</summary>
    private bool IsEnd(int token) => token >= phrases.Sentence.EndToken || Tree[token].Pos is PartOfSpeech.Punct or PartOfSpeech.Adp && phrases.Form(token) != "-" && phrases.Form(token) != "of";

    /// <summary>One of a state, if the report has told of somebody who can be meant.</summary>
    public void WriteOne(Sighting sighting, int head, EntityDraft state)
    {
        if (One(sighting, head, state))
            return;
        bool IsOne(Spoken spoken) => spoken.Sentence < phrases.Recall.Sentence && !spoken.IsModifier && Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false };
        int meant = phrases.Recall.Nearest(spoken => IsOne(spoken) && Table[spoken.Entity].Country == state.Country, Window, sighting.First);
        if (meant < 0)
            meant = phrases.Recall.Nearest(spoken => IsOne(spoken) && Table[spoken.Entity] is { IsNamed: true, Country.IsNone: true }, 3, sighting.First);
        if (meant < 0)
            return;
        Table[meant].Country = state.Country;
        phrases.Mention(sighting.Range, head, meant, MentionKind.Nominal, "mention.people");
    }

    /// <summary>"The Finn": the only one of that state who was spoken of lately; "a Finn" is somebody else.</summary>
    private bool One(Sighting sighting, int head, EntityDraft state)
    {
        bool definite = ArticleOf(sighting, head) == "the";

        // "The Jamaican, Karl Beck, withdrew".
        if (phrases.Behind.AfterComma(sighting.First, sighting.Last, true) is >= 0 and var named)
        {
            phrases.People.Complete(named, null, [], state.Country);
            phrases.Mention(sighting.Range, head, named, MentionKind.Nominal, "mention.people");
            return true;
        }

        int meant = definite
            ? phrases.Recall.Nearest(spoken => !spoken.IsModifier && Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false } draft && draft.Country == state.Country, 3, sighting.First)
            : Table.OfReport($"one of {state.Country} at {sighting.First}", new EntityDraft { Name = sighting.Range.Of(Tree.Text), Kind = EntityKind.Person, Country = state.Country, Sectors = [Sector.Cvl] });
        if (meant < 0)
            return false;
        phrases.Mention(sighting.Range, head, meant, MentionKind.Nominal, "mention.people");
        return true;
    }

    /// <summary>"the young Finn": the article before whatever describes one of a state.</summary>
    private string ArticleOf(Sighting sighting, int head) => phrases.Form(Tree.Child(head, Relation.Det) is >= 0 and var article && article < sighting.First ? article : sighting.First - 1);

    public void Write(Sighting sighting, int head, EntityDraft state)
    {
        string name = sighting.Range.Of(Tree.Text);
        if (phrases.Words.IsEthnic(phrases.Form(sighting.First - 1)))
        {
            int minority = Table.OfReport("ethnic:" + name, new EntityDraft
            {
                Name = $"{phrases.Form(sighting.First - 1)} {name}",
                Kind = EntityKind.Group,
                Country = phrases.Place.Of(Sector.Cvl, head),
                Sectors = [Sector.Cvl],
                IsPlural = true,
            });
            phrases.Mention(phrases.Range(sighting.First - 1, sighting.Last), head, minority, MentionKind.Name, "mention.ethnic");
            return;
        }

        // "Finn Karl Beck".
        if (!name.EndsWith('s') && phrases.PersonAt(sighting.Last + 1) is { IsWritten: false, Meant: [var bearer] } named && named.First == sighting.Last + 1)
        {
            phrases.People.Complete(bearer, null, [Sector.Cvl], state.Country);
            named.IsWritten = true;
            phrases.People.Speak(named, bearer);
            phrases.Mention(phrases.Range(sighting.First, named.Last), Tree.HeadOf(sighting.First, named.Last), bearer, MentionKind.Name, "mention.people");
            return;
        }

        bool several = Tree[head].Morphology.HasFlag(Morphology.Plural) || name.EndsWith('s') || phrases.Words.IsMany(phrases.Form(sighting.First - 1));
        if (!several && Tree[head].Morphology.HasFlag(Morphology.Singular) && ArticleOf(sighting, head) is "the" or "a" or "an" && One(sighting, head, state))
            return;

        int start = sighting.First;
        if (phrases.Form(start - 1) == "of" && phrases.Words.IsMany(phrases.Form(start - 2)))
            start -= 2;
        bool plural = Tree[head].Morphology.HasFlag(Morphology.Plural) || name.EndsWith('s');
        int people = Table.OfReport(plural ? $"people of {state.Country}" : $"one people of {state.Country}", new EntityDraft
        {
            Name = name,
            Kind = EntityKind.Group,
            Country = state.Country,
            Sectors = [Sector.Cvl],
            IsPlural = plural,
        });
        phrases.Mention(phrases.Range(start, sighting.Last), Tree.HeadOf(start, sighting.Last), people, MentionKind.Name, "mention.people");
    }
}
