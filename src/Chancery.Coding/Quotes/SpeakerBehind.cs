using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What a saying gives whose speaker stands behind it: "is said by the bank to have failed", "was called a farce by the union", ", as affirmed a radio".</summary>
internal sealed class SpeakerBehind(SpeechTree tree, CueReader cues, MentionPlaces places)
{
    private const int WordsToSpeaker = 8;
    private const int WordsToPerson = 12;
    private readonly DocumentTree words = tree.Tree;

    /// <summary>The pieces that a passive with its doer gives, and the doer's head; null for another telling.</summary>
    public (TextRange[] Contents, int Speaker, string Frame)? OfPassive(CueUse use)
    {
        int verb = use.Token;
        if (use.LastToken != verb || !words.Has(verb, Relation.AuxPass) || words.Child(verb, Relation.NsubjPass) is not (>= 0 and var subject) || subject > verb)
            return null;
        int told = ToldOf(verb);
        if (told < 0 || DoerOf(verb, told) is not (>= 0 and var doer) || words[doer].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron) || tree.IsDay(doer))
            return null;
        int from = tree.First(told), to = tree.Last(told);
        if (doer > told)
            to = Math.Min(to, tree.First(doer) - 1);
        if (words.Has(told, Relation.Mark))
        {
            if (!use.Cue.Has(CueFrames.Clause) || use.Cue.Has(CueFrames.Infinitive) || use.Cue.Class is not (SpeechClasses.Speech or SpeechClasses.Belief or SpeechClasses.Stance) || (doer > told && use.Cue.Class == SpeechClasses.Belief))
                return null;
            TextRange whole = tree.Content(tree.First(subject), Math.Min(tree.Last(subject), verb - 1));
            return ([whole, tree.Content(from, to)], doer, "clause");
        }

        if (use.Cue.Class != SpeechClasses.Stance || !use.Cue.Has(CueFrames.Object))
            return null;
        if (tree.Is(from, CueKind.Predicate) || from < to && words[from].Relation is Relation.Mark or Relation.Case && use.Cue.Prepositions.Contains(words[from].Lemma))
            from++;
        return to < from ? null : ([tree.Content(from, to)], doer, "object");
    }

    /// <summary>"The truce is over, as affirmed a radio.": the speaker behind the verb, where nobody stands before it; -1 for another telling.</summary>
    public int BehindAs(CueUse use)
    {
        int verb = use.Token;
        if (!use.Cue.Has(CueFrames.Clause) || words[verb] is not { Relation: Relation.Advcl, Tag: "VBD" or "VBZ" or "VBP" or "VBN" } || verb < 2 || words[verb - 1].Head != verb || !tree.Is(verb - 1, CueKind.Predicate)
            || words.Form(verb - 2) is not "," || words.Has(verb, Relation.Nsubj) || words.Has(verb, Relation.Ccomp) || words.Has(verb, Relation.Aux) || words.Has(verb, Relation.AuxPass))
        {
            return -1;
        }

        int speaker = words.Child(verb, Relation.Obj);
        return speaker > verb && (places.Knows(speaker) || tree.Is(speaker, CueKind.Medium)) ? speaker : -1;
    }

    /// <summary>"the general, chief of the guard, according to whom …": the person named last before the comma; -1 for none.</summary>
    public int Meant(int source)
    {
        if (source < 2 || words.Form(source - 1) is not ",")
            return -1;
        for (int i = source - 2; i >= 0 && source - i <= WordsToPerson && words.SentenceOf(i) == words.SentenceOf(source); i--)
        {
            if (places.IsPerson(i))
                return i;
        }

        return -1;
    }

    /// <summary>The last word before a comma behind which the writer's verb stands.</summary>
    public int EndOfMeant(int source, int to)
    {
        for (int i = source + 1; i + 1 <= to; i++)
        {
            if (words.Form(i) is "," && words[i + 1].Tag is "VBD" or "VBZ" or "VBP" or "MD")
                return i - 1;
        }

        return to;
    }

    /// <summary>"the offer of the king to host them": whose infinitive follows; -1 for nobody named.</summary>
    public int OfWhom(int noun, int aim)
    {
        foreach (int child in words.Children(noun))
        {
            if (child > noun && child < aim && words[child].Relation == Relation.Nmod && tree.HasCase(child, CueKind.Author) && places.Knows(child))
                return child;
        }

        return -1;
    }

    private int ToldOf(int verb)
    {
        foreach (int child in words.Children(verb))
        {
            if (child < verb)
                continue;
            bool infinitive = words[child].Relation is Relation.Advcl or Relation.Xcomp or Relation.Ccomp && words[child].Pos is PartOfSpeech.Verb or PartOfSpeech.Adj or PartOfSpeech.Noun
                && words.Child(child, Relation.Mark) is >= 0 and var mark && words[mark].Pos == PartOfSpeech.Part;
            if (infinitive || words[child].Relation == Relation.Xcomp && !words.Has(child, Relation.Mark) || words[child].Relation == Relation.Obl && tree.HasOpening(child, CueKind.Predicate))
                return child;
        }

        return -1;
    }

    // "called a betrayal by the opposition": the parser may hang the doer on what the thing is called.
    private int DoerOf(int verb, int told)
    {
        if (cues.AgentOf(verb) is >= 0 and var agent)
            return agent;
        foreach (int child in words.Children(told))
        {
            if (child > told && child - told <= WordsToSpeaker && words[child].Relation is Relation.Nmod or Relation.Obl && tree.HasCase(child, CueKind.Agent) && places.Knows(child))
                return child;
        }

        return -1;
    }
}
