using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"The envoy was blunter: there would be no deal.": words for a way or a piece of telling before a colon open what their subject says.</summary>
internal sealed class ColonSpeech(SpeechTree tree, CueReader cues, MentionPlaces places)
{
    private const int LeastWords = 3;
    private readonly DocumentTree words = tree.Tree;

    /// <summary>All such sayings of the text.</summary>
    public void Add(List<Speech> told)
    {
        for (int i = 2; i < words.Count - LeastWords; i++)
        {
            if (words[i].Pos != PartOfSpeech.Punct || words.Form(i) is not ":" || !(tree.Is(i - 1, CueKind.Telling) || IsSaying(i - 1, told)) || words.SentenceOf(i + 1) != words.SentenceOf(i) || !HasFinite(i + 1) || SpeakerOf(i - 1) is not (>= 0 and var speaker))
                continue;
            Sentence sentence = words.Parsed.Sentences[words.SentenceOf(i)];
            if (speaker < sentence.FirstToken || speaker >= i || HasMarks(i + 1, sentence.EndToken))
                continue;
            told.Add(new Speech
            {
                Content = tree.Content(i + 1, sentence.EndToken - 1),
                Speaker = tree.NounPhrase(speaker),
                SpeakerHead = speaker,
                Cue = words[i - 1].Range,
                CueToken = i - 1,
                Class = SpeechClasses.Speech,
                IsClause = true,
                Rule = "quote.speech.colon",
            });
        }
    }

    /// <summary>"The officer said patience was no weakness: 'They were told.'": the clause between a word of saying and the colon before the marks that it opens; null for none.</summary>
    public static TextRange? Before(SpeechTree tree, int cue, Speech?[] direct)
    {
        foreach (Speech? speech in direct)
        {
            if (speech is null || speech.CueToken != cue || speech.Content.Start <= tree.Tree[cue].Range.End)
                continue;
            int colon = TokenPlaces.FirstFrom(tree.Tree.Parsed, speech.Content.Start) - 1;
            while (colon > cue && tree.Tree[colon].Pos == PartOfSpeech.Punct && tree.Tree.Form(colon) is not ":")
                colon--;
            return colon - cue > LeastWords && tree.Tree.Form(colon) is ":" && tree.Tree.Child(cue, Relation.Ccomp) is var clause && clause > cue && clause < colon && tree.First(clause) > cue
                ? tree.Content(tree.First(clause), colon - 1)
                : null;
        }

        return null;
    }

    // The subject of the verb that has the word as its object, or of the word itself: "gave another version:", "was blunter:".
    private int SpeakerOf(int word)
    {
        int verb = words[word].Relation is Relation.Obj or Relation.Xcomp or Relation.Obl && words[word].Head is >= 0 and var head ? head : word;
        if (words[verb].Pos == PartOfSpeech.Verb && words[verb].Relation != Relation.Root && cues.At(verb) is { Cue: { Kind: CueKind.Verb, Class: SpeechClasses.Speech } } || cues.IsPassive(verb))
            return -1;
        int subject = words.Child(verb, Relation.Nsubj);
        return subject >= 0 && subject < word && (places.Knows(subject) || words[subject].Pos == PartOfSpeech.Propn) ? subject : -1;
    }

    // "The minister scoffs: no letter binds her.": a word of saying whatever its tag, of which nothing was told.
    private bool IsSaying(int word, List<Speech> told) =>
        words[word].Tag is "VBD" or "VBZ" or "VBP" or "NNS" or "NN" && words[word].Relation == Relation.Root && words.Has(word, Relation.Nsubj) && tree.Is(word, CueKind.Verb) && !told.Exists(speech => speech.CueToken == word);

    private bool HasFinite(int from)
    {
        Sentence sentence = words.Parsed.Sentences[words.SentenceOf(from)];
        for (int i = from; i < sentence.EndToken; i++)
        {
            if (words[i].Tag is "VBD" or "VBZ" or "VBP" or "MD" && words[i].Relation is not (Relation.Acl or Relation.AclRelcl))
                return true;
        }

        return false;
    }

    private bool HasMarks(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (words[i].Range.Length == 1 && words.Text[words[i].Range.Start] is '"' or '“' or '”' or '«' or '»')
                return true;
        }

        return false;
    }
}
