using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"Officials put the dead at forty.": a number that its subject gives.</summary>
internal sealed class Tallies(SpeechTree tree, CueReader cues, MentionPlaces places)
{
    private readonly DocumentTree words = tree.Tree;

    /// <summary>All such sayings of the text, outside of marks.</summary>
    public void Add(List<Speech> told, ImmutableArray<QuoteSpan> spans)
    {
        for (int verb = 1; verb < words.Count - 2; verb++)
        {
            if (words[verb].Pos != PartOfSpeech.Verb || words[verb].Tag is not ("VBD" or "VBZ" or "VBP" or "VBN") || !tree.Is(verb, CueKind.Tally) || cues.IsPassive(verb))
                continue;
            if (words.Child(verb, Relation.Obj) is not (> 0 and var thing) || thing < verb || NumberOf(verb, thing) is not (> 0 and var last) || cues.SpeakerOf(verb) is not (>= 0 and var speaker) || speaker > verb)
                continue;
            if (!places.Knows(speaker) && words[speaker].Pos != PartOfSpeech.Pron && !tree.Is(speaker, CueKind.Occasion) || IsInMarks(words[verb].Range, spans))
                continue;
            told.Add(new Speech
            {
                Content = tree.Content(tree.First(thing), last),
                Speaker = tree.NounPhrase(speaker),
                SpeakerHead = speaker,
                Cue = words[verb].Range,
                CueToken = verb,
                Class = SpeechClasses.Speech,
                IsClause = true,
                Rule = "quote.speech.tally",
            });
        }
    }

    // "at forty", "at more than 4,000", hung on the verb or on what is counted: its last word.
    private int NumberOf(int verb, int thing)
    {
        for (int i = tree.First(thing) + 1; i <= tree.Last(verb); i++)
        {
            if (i <= thing || words[i].Relation is not (Relation.Obl or Relation.Nmod) || words[i].Head != verb && words[i].Head != thing || !tree.HasCase(i, CueKind.Tally))
                continue;
            for (int number = tree.First(i); number <= tree.Last(i); number++)
            {
                if (words[number].Pos == PartOfSpeech.Num)
                    return EndOfNumber(i, number);
            }
        }

        return -1;
    }

    // Behind the number and its noun the writer tells on: "at 40 by nightfall".
    private int EndOfNumber(int head, int number)
    {
        int end = Math.Max(head, number);
        while (end < tree.Last(head) && words[end + 1].Pos is PartOfSpeech.Noun or PartOfSpeech.Num or PartOfSpeech.Adj or PartOfSpeech.Sym)
            end++;
        return end;
    }

    private static bool IsInMarks(TextRange word, ImmutableArray<QuoteSpan> spans)
    {
        foreach (QuoteSpan span in spans)
        {
            if (span.Outer.Contains(word))
                return true;
        }

        return false;
    }
}
