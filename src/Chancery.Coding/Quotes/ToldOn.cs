using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"The minister said, the road is shut. It will stay shut.": a comma behind a word of saying opens all that its speaker says, up to what the writer tells in the past.</summary>
internal sealed class ToldOn(SpeechTree tree, CueReader cues, MentionPlaces places)
{
    private readonly DocumentTree words = tree.Tree;

    /// <summary>The first word behind the comma of "The minister said, …", where the sentence opens with its speaker; -1 for another telling.</summary>
    public int BehindComma(CueUse use)
    {
        int next = use.LastToken + 2;
        if (next >= words.Count || !use.Cue.Has(CueFrames.Clause) || use.Cue.Has(CueFrames.Relay) || words[use.Token].Tag is not ("VBD" or "VBZ" or "VBP") || words.Form(use.LastToken + 1) is not "," || cues.IsPassive(use.Token))
            return -1;
        Sentence sentence = words.Parsed.Sentences[words.SentenceOf(use.Token)];
        if (next >= sentence.EndToken || cues.SpeakerOf(use.Token) is not (>= 0 and var speaker) || speaker > use.Token || tree.First(speaker) > sentence.FirstToken || !OpensClause(next))
            return -1;
        for (int i = sentence.FirstToken; i < use.Token; i++)
        {
            if (words[i].Pos is PartOfSpeech.Punct or PartOfSpeech.Verb)
                return -1;
        }

        bool told = false;
        for (int i = next; i < sentence.EndToken; i++)
        {
            // "The minister said, a source reports, that …".
            if (words[i].Relation == Relation.Mark && tree.IsComplementizer(i) && words.Form(i - 1) is ",")
                return -1;
            told |= words[i].Tag is "VBD" or "VBZ" or "VBP" or "MD" && words[i].Relation is not (Relation.Acl or Relation.AclRelcl) && HasSubjectBefore(i, next);
        }

        return told ? next : -1;
    }

    /// <summary>Whatever goes on with what somebody began to say, sentence after sentence of the same paragraph.</summary>
    public void Add(List<Speech> all)
    {
        List<Speech> more = [];
        foreach (Speech speech in all)
        {
            if (speech is not { Cue: { } cue, SpeakerHead: >= 0, Class: SpeechClasses.Speech or SpeechClasses.Stance, IsClause: true } || !IsOpen(speech, cue))
                continue;
            int at = words.SentenceOf(speech.CueToken);
            for (int next = at + 1; next < words.Parsed.Sentences.Length && words.Parsed.Sentences[next].Block == words.Parsed.Sentences[at].Block && GoesOn(words.Parsed.Sentences[next], all); next++)
            {
                Sentence sentence = words.Parsed.Sentences[next];
                more.Add(speech with { Content = tree.Content(sentence.FirstToken, sentence.EndToken - 1), Cue = null, CueToken = -1, Rule = $"quote.{speech.Class}.goes-on" });
            }
        }

        if (more.Count == 0)
            return;
        all.AddRange(more);
        all.Sort(static (a, b) => a.Content.CompareTo(b.Content));
    }

    /// <summary>What is said fills the sentence behind a comma; behind a colon stands one sentence alone.</summary>
    private bool IsOpen(Speech speech, TextRange cue)
    {
        if (speech.Content.Start <= cue.End || !(words.Text.AsSpan(cue.End, speech.Content.Start - cue.End).Trim() is ","))
            return false;
        // "The secretary came back, he says, with a pledge.": the writer tells on.
        Sentence sentence = words.Parsed.Sentences[words.SentenceOf(speech.CueToken)];
        return tree.First(speech.SpeakerHead) <= sentence.FirstToken && sentence.Range.End - speech.Content.End <= 1;
    }

    /// <summary>Told in the present or of what is to come, of nobody who might speak, and of nobody's words.</summary>
    private bool GoesOn(Sentence sentence, List<Speech> all)
    {
        foreach (Speech speech in all)
        {
            if (speech.Content.Overlaps(sentence.Range) || speech.Cue is { } cue && cue.Overlaps(sentence.Range))
                return false;
        }

        int root = -1;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (words[i].Range.Length == 1 && words.Text[words[i].Range.Start] is '"' or '“' or '”' or '?')
                return false;
            root = words[i].Relation == Relation.Root ? i : root;
        }

        if (root < 0 || words[root].Tag == "VBD")
            return false;
        bool isFinite = words[root].Tag is "VBZ" or "VBP";
        foreach (int child in words.Children(root))
        {
            // A person, or a state or body with a name, may be the writer's next.
            if (words[child].Relation is Relation.Nsubj or Relation.NsubjPass && (places.IsPerson(child) || words[child].Pos == PartOfSpeech.Propn && places.Knows(child)))
                return false;
            if (words[child].Relation is not (Relation.Aux or Relation.AuxPass or Relation.Cop))
                continue;
            if (words[child].Tag == "VBD")
                return false;
            isFinite |= words[child].Tag is "VBZ" or "VBP" or "MD";
        }

        return isFinite;
    }

    private bool OpensClause(int token) =>
        words[token].Pos is PartOfSpeech.Det or PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Pron or PartOfSpeech.Adj or PartOfSpeech.Num && !tree.IsDay(token) && words[token].Tag is not ("WDT" or "WP")
        || words[token].Tag is "MD";

    private bool HasSubjectBefore(int verb, int from)
    {
        int predicate = words[verb].Relation is Relation.Aux or Relation.AuxPass or Relation.Cop ? words[verb].Head : verb;
        if (predicate < 0)
            return false;
        int subject = Math.Max(words.Child(predicate, Relation.Nsubj), words.Child(predicate, Relation.NsubjPass));
        return subject >= from && subject < predicate;
    }
}
