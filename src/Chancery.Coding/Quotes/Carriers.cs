using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Finds through whom words came: the medium of an interview, the agency that quotes.</summary>
internal sealed class Carriers
{
    private readonly SpeechTree tree;
    private readonly CueReader cues;
    private readonly HashSet<int> outletHeads = [];
    private readonly Dictionary<int, TextRange> outletNames = [];

    public Carriers(SpeechTree tree, CueReader cues, Outlets outlets)
    {
        (this.tree, this.cues) = (tree, cues);
        var matches = new List<NameMatch>();
        outlets.Match(tree.Text, matches);
        foreach (NameMatch match in matches)
            AddOutlet(match);
    }

    /// <summary>Heads of the words for them, outermost first.</summary>
    public ImmutableArray<int> Of(CueUse use)
    {
        if (use.Cue.Kind == CueKind.Preposition)
            return CarrierOf(tree.Tree[use.Token].Head) is >= 0 and var agency ? [agency] : [];
        if (use.Cue.Kind != CueKind.Verb)
            return [];
        var found = new List<int>();
        DocumentTree words = tree.Tree;
        if (cues.RelayOf(use.Token) is { } relay)
        {
            // "was quoted as telling the agency".
            int told = relay.Carrier >= 0 ? -1 : words.Child(use.Token, Relation.Advcl);
            int heardBy = told < 0 || cues.At(told) is not { Cue.Hearer: "object" } ? -1 : words.Child(told, Relation.Iobj) is >= 0 and var indirect ? indirect : words.Child(told, Relation.Obj);
            if (relay.Carrier >= 0)
                found.Add(relay.Carrier);
            else if (heardBy >= 0 && IsMedium(heardBy))
                found.Add(Named(heardBy));
        }


        // "the ministry, quoted by the agency, said".
        if (found.Count == 0 && cues.SpeakerOf(use.Token) is >= 0 and var speaker && CarrierOf(speaker) is >= 0 and var quoting)
            found.Add(quoting);
        foreach (int child in words.Children(use.Token))
        {
            Relation relation = words[child].Relation;
            bool heard = relation is Relation.Obj or Relation.Iobj && use.Cue.Hearer == "object";
            if (!heard && !(relation == Relation.Obl && tree.HasCase(child, CueKind.Channel)))
                continue;
            if (IsMedium(child))
                found.Add(Named(child));
            else if (tree.Is(child, CueKind.Occasion) && (MediumOf(child) is var giver and >= 0 || (giver = CarrierOf(child)) >= 0))
                found.Add(Named(giver));
        }

        return [.. found.Distinct()];
    }

    /// <summary>The last word of the outlet that is named at a token; -1 where none is.</summary>
    public int EndOfOutlet(int token) =>
        outletNames.TryGetValue(token, out TextRange name) ? TokenPlaces.FirstFrom(tree.Tree.Parsed, name.End) - 1 : -1;

    /// <summary>The words for a speaker: of an outlet its whole name, however the parser cut it.</summary>
    public TextRange Phrase(int speaker) => outletNames.TryGetValue(speaker, out TextRange name) ? name.Union(tree.NounPhrase(speaker)) : tree.NounPhrase(speaker);

    /// <summary>Whom a source cites: "according to the agency, citing state television".</summary>
    public ImmutableArray<int> CitedAfter(int source)
    {
        DocumentTree words = tree.Tree;
        Sentence sentence = words.Parsed.Sentences[words.SentenceOf(source)];
        for (int i = source + 1; i < sentence.EndToken; i++)
        {
            if ((words[i].Morphology & (Morphology.Gerund | Morphology.Participle)) != 0 && words[i].Pos == PartOfSpeech.Verb
                && cues.At(i) is { } use && use.Cue.Has(CueFrames.Relay) && words.Child(i, Relation.Nsubj) < 0 && words.Child(i, Relation.Obj) is var cited and >= 0)
            {
                return [cited];
            }
        }

        return [];
    }

    // "an interview with the channel", "a radio interview", "a statement carried by the agency" has its own verb.
    private int MediumOf(int occasion)
    {
        foreach (int child in tree.Tree.Children(occasion))
        {
            Relation relation = tree.Tree[child].Relation;
            bool beside = relation == Relation.Compound || (relation is Relation.Nmod or Relation.Obl && child > occasion && FollowsChannel(occasion, child));
            if (beside && IsMedium(child))
                return child;
        }

        return -1;
    }

    // "remarks carried by the agency", "a source cited by the agency".
    private int CarrierOf(int noun)
    {
        if (noun < 0)
            return -1;
        foreach (int child in tree.Tree.Children(noun))
        {
            if (child > noun && tree.Tree[child].Relation is Relation.Acl or Relation.AclRelcl && tree.Is(child, CueKind.Carrying) && cues.AgentOf(child) is >= 0 and var agent)
                return agent;
        }

        return -1;
    }

    // "local radio Erbol", "the daily Vijesti": the name behind the word for a medium.
    private int Named(int medium)
    {
        if (outletHeads.Contains(medium) || char.IsUpper(tree.Text[tree.Tree[medium].Range.Start]))
            return medium;
        int next = medium + 1;
        return next < tree.Tree.Count && tree.Tree[next].Pos == PartOfSpeech.Propn && (tree.Tree[next].Head == medium || tree.Tree[medium].Head == next || tree.Tree[next].Head == tree.Tree[medium].Head) ? next : medium;
    }

    // The preposition between them may have been hung on a word behind.
    private bool FollowsChannel(int occasion, int child)
    {
        for (int i = child - 1; i > occasion; i--)
        {
            if (tree.Tree[i].Pos == PartOfSpeech.Adp)
                return tree.Is(i, CueKind.Channel);
        }

        return false;
    }

    private bool IsMedium(int token) =>
        tree.Is(token, CueKind.Medium) || outletHeads.Contains(token) || (tree.Is(token, CueKind.Press) && (tree.Tree.Has(token, Relation.Amod) || tree.Tree.Has(token, Relation.Compound)));

    // A name of an outlet that is written as a name; "time" is a word and "Time" a magazine.
    private void AddOutlet(NameMatch match)
    {
        DocumentTree words = tree.Tree;
        int first = TokenPlaces.FirstFrom(words.Parsed, match.Start), last = TokenPlaces.FirstFrom(words.Parsed, match.End) - 1;
        if (first > last || words.SentenceOf(first) != words.SentenceOf(last))
            return;
        for (int i = first; i <= last; i++)
        {
            if (words[i].Pos == PartOfSpeech.Propn && char.IsUpper(words.Text[words[i].Range.Start]))
            {
                outletHeads.Add(words.HeadOf(first, last));
                for (int at = first; at <= last; at++)
                    outletNames[at] = tree.RangeOf(first, last);
                return;
            }
        }
    }
}
