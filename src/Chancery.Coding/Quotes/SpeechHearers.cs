using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Who is spoken to, and where what they are told begins.</summary>
internal sealed class SpeechHearers(SpeechTree tree, CueReader cues, Carriers carriers)
{
    private readonly DocumentTree words = tree.Tree;

    /// <summary>The head of the words for the one spoken to; -1 for nobody named.</summary>
    public int HearerOf(CueUse use, int thing, bool hasContent)
    {
        if (use.Cue.Hearer == "object")
            return hasContent || !use.Cue.Has(CueFrames.Object) ? thing : -1;
        if (use.Cue.Hearer.Length == 0)
            return -1;
        return cues.HearerBeside(use);
    }

    // "told Radio Norte the road was open": names right behind a cue that takes a hearer, before an article, are whom it was told.
    public int TornHearer(CueUse use, int start)
    {
        if (use.Cue.Hearer != "object" || start != use.LastToken + 1)
            return -1;
        int first = words[start].Pos == PartOfSpeech.Det ? start + 1 : start;
        int at = first;
        while (at < words.Count && (words[at].Pos == PartOfSpeech.Propn || (at > first && tree.Is(at, CueKind.Medium))))
            at++;
        if (at > first && at < words.Count && words[at].Pos is PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Num)
            return at;

        // "told the House he would resign", "told the committee they had no rations": a subject's pronoun behind a noun opens what is told.
        at = first;
        while (at < words.Count && words[at].Pos is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn)
            at++;
        if (at > first && at < words.Count && words[at] is { Pos: PartOfSpeech.Pron, Tag: "PRP" } && (words[at].Morphology & Morphology.Accusative) == 0)
            return at;

        // "told the local press four houses had burnt".
        at = start;
        while (at < words.Count && words[at].Pos is PartOfSpeech.Det or PartOfSpeech.Adj || (at == start && words[at].Pos == PartOfSpeech.Pron))
            at++;

        // "told the daily Le Sud the envoy was late".
        for (int medium = start; medium <= at && medium + 1 < words.Count; medium++)
        {
            int behind = medium + 1;
            while (tree.Is(medium, CueKind.Medium) && behind < words.Count && words[behind].Pos == PartOfSpeech.Propn)
                behind++;
            if (behind > medium + 1 && behind < words.Count && words[behind].Pos is PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Num)
                return behind;
        }

        return at + 1 < words.Count && words[at].Pos == PartOfSpeech.Noun && (tree.Is(at, CueKind.Medium) || tree.Is(at, CueKind.Press)) && OpensNoun(at + 1) ? at + 1 : -1;
    }

    // The first word behind an outlet that stands right behind a cue which takes a hearer; -1 where none stands or nothing follows that could be told.
    public int BehindOutlet(CueUse use, int start)
    {
        if (use.Cue.Hearer != "object" || use.LastToken + 1 >= words.Count)
            return -1;
        int first = words[use.LastToken + 1].Pos == PartOfSpeech.Det ? use.LastToken + 2 : use.LastToken + 1;
        int last = carriers.EndOfOutlet(first);
        if (last < start || last + 3 >= words.Count)
            return -1;
        if (words.Form(last + 1) is ",")
            last++;

        // "told the Oslo agency four boats had sunk".
        if (words[last + 1].Pos == PartOfSpeech.Noun && tree.Is(last + 1, CueKind.Medium) && words[last + 2].Pos is PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Num or PartOfSpeech.Propn)
            last++;
        return OpensNoun(last + 1) ? last + 1 : -1;
    }

    private bool OpensNoun(int token) =>
        words[token].Pos is PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Num or PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Adj;
}
