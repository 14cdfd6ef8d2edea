using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <content>What the tree gives to a word of saying, and another word has.</content>
internal sealed partial class SpeechReach
{
    /// <summary>"denied the theft and said the bag was his": a clause that the tree hangs on the first verb belongs to the saying that is joined to it and stands nearer.</summary>
    public bool IsOfNext(int verb, int clause)
    {
        // "an envoy of the ousted king, whose guards hold the palace, said …": nothing within the speaker's own phrase is said.
        if (clause < verb && cues.IsNamedClause(clause))
            return true;
        if (clause < verb && words[clause].Tag is "VBN" or "VBD" or "JJ" && !words.Has(clause, Relation.Nsubj) && !words.Has(clause, Relation.NsubjPass) && words.Child(verb, Relation.Nsubj) is >= 0 and var teller && teller < clause && tree.Last(teller) > clause)
            return true;

        int from = tree.First(clause);
        while (from < clause && words[from].Pos == PartOfSpeech.Punct)
            from++;
        bool opened = tree.IsComplementizer(from);

        // "accepted the post, writing "…"": words in marks are told by the saying right before the mark.
        int before = tree.First(clause) - 1;
        if (clause > verb && before > verb && from > before + 1 && words[before].Tag == "VBG" && words[before].Head == verb && cues.At(before) is { Cue.Kind: CueKind.Verb } beside && beside.Cue.Has(CueFrames.Quote | CueFrames.Clause))
            return true;
        for (int i = verb + 1; i < from; i++)
        {
            // ", which said, citing the guards, that …".
            bool joined = words[i] is { Relation: Relation.Conj } conj && conj.Head == verb && words.Has(i, Relation.Cc);
            if ((joined || (opened && words[i] is { Relation: Relation.AclRelcl, Tag: "VBD" or "VBZ" or "VBP" })) && cues.At(i) is { Cue.Kind: CueKind.Verb } next && next.Cue.Has(CueFrames.Clause) && (!joined || !words.Has(i, Relation.Ccomp)))
                return true;
        }

        return false;
    }

    /// <summary>", the Yavuz, during a drill announced last month": what was announced is the drill, whatever the parser made of it.</summary>
    public bool IsOfThingBefore(CueUse use)
    {
        int noun = use.Token - 1;
        if (noun < 0 || words[noun] is not { Pos: PartOfSpeech.Noun } phrase || tree.Is(noun, CueKind.Occasion) || words.Has(use.Token, Relation.Aux))
            return false;

        // The same with the whole sentence hung on the participle.
        if (words[use.Token] is { Tag: "VBN" or "VBD" } && !words.Has(use.Token, Relation.Nsubj) && words.Child(use.Token, Relation.Ccomp) is >= 0 and var clause && clause < noun && tree.IsUnder(noun, clause))
            return true;
        if (phrase.Relation != Relation.Obl || phrase.Head != use.Token)
            return false;
        int from = tree.First(noun);
        return from > 0 && words.Form(from - 1) is "," && words[from].Pos == PartOfSpeech.Adp;
    }

    /// <summary>"According to the agency, ten people crossed" with the agency as the head of the sentence: the first word behind the comma that closes the source; -1 where no verb stands behind it.</summary>
    public int BehindSource(CueUse use, int source)
    {
        Sentence sentence = words.Parsed.Sentences[words.SentenceOf(source)];
        if (use.Token != sentence.FirstToken)
            return -1;
        int comma = source + 1;
        while (comma < sentence.EndToken && words.Form(comma) is not "," && words[comma].Pos is not (PartOfSpeech.Verb or PartOfSpeech.Aux))
            comma++;
        return comma < sentence.EndToken && words.Form(comma) is "," && HasVerb(comma + 1, sentence.EndToken) ? comma + 1 : -1;
    }

    /// <summary>"a suggestion by a deputy, Ann Lee, that Togo had paid": the clause of the noun, hung on whose it is; -1 for none.</summary>
    public int OnOwner(int noun)
    {
        foreach (int owner in words.Children(noun))
        {
            if (owner < noun || words[owner].Relation != Relation.Nmod || !tree.HasCase(owner, CueKind.Owner))
                continue;
            foreach (int child in words.Children(owner))
            {
                if (child > owner && words[child].Relation is Relation.AclRelcl or Relation.Acl && words.Has(child, Relation.Mark) && (words.Has(child, Relation.Nsubj) || words.Has(child, Relation.NsubjPass))
                    && OpeningOf(child) is >= 0 and var opens && IsOwnersPhrase(noun, noun + 1, opens))
                {
                    return child;
                }
            }
        }

        return -1;
    }

    /// <summary>", something the mayor denied", ", a charge the army rejects": what somebody answers to it is no telling of it.</summary>
    public bool IsAnswer(CueUse use)
    {
        if (use.Cue.Class != SpeechClasses.Stance || cues.SpeakerOf(use.Token) is not (>= 0 and var speaker) || speaker > use.Token || use.Token - speaker > LongestAside)
            return false;
        int before = tree.First(speaker) - 1;
        if (before < 2 || words[before].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Pron) || words.SentenceOf(before) != words.SentenceOf(use.Token) || words[before].Tag is "WDT" or "WP")
            return false;
        int comma = words[before - 1].Pos == PartOfSpeech.Det ? before - 2 : before - 1;
        return comma > 0 && words.Form(comma) is ",";
    }
}
