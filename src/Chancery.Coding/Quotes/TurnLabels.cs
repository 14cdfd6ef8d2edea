using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Who speaks, before the colon at the head of a paragraph: "Karl Beck:", "Mrs. A. Roux (Odal East):", "The Minister of Trade (Hon. Ana Roux):".</summary>
internal sealed class TurnLabels(SpeechTree tree, CueReader cues, MentionPlaces places)
{
    private const int Longest = 5;

    /// <summary>How many words a label with an office or a seat in brackets may have.</summary>
    private const int LongestWide = 18;

    private readonly DocumentTree words = tree.Tree;

    /// <summary>The colon behind a name; -1 where something else stands there ("Source:", a time, a headline's first words).</summary>
    public int End(int from, TextRange paragraph)
    {
        int names = 0;
        // "Q:" and "A:" are nobody's names.
        if (from + 1 < words.Count && words.Form(from + 1) is ":" && (tree.IsForm(from, CueKind.Asked) || tree.IsForm(from, CueKind.Answered)))
            return -1;
        for (int i = from; i < words.Count && i <= from + Longest && words[i].Range.Start < paragraph.End; i++)
        {
            if (words.Form(i) is ":")
                return names > 0 ? i : -1;
            // "NG:" is a name, whatever its tag.
            bool name = i == from && i + 1 < words.Count && words.Form(i + 1) is ":" && words.Form(i) is { Length: 2 or 3 } letters && !letters.ContainsAnyExceptInRange('A', 'Z') || words[i].Pos == PartOfSpeech.Propn && char.IsUpper(words.Text[words[i].Range.Start]) || cues.IsName(i) && words[i].Pos != PartOfSpeech.Noun;
            if (!name)
                return -1;
            names++;
        }

        return -1;
    }

    /// <summary>The colon behind names with honorifics, an office or words in brackets; -1 for none.</summary>
    public int WideEnd(int from, TextRange paragraph)
    {
        bool isNamed = false;
        int depth = 0;
        for (int i = from; i < words.Count && i <= from + LongestWide && words[i].Range.Start < paragraph.End; i++)
        {
            switch (words.Form(i))
            {
                case ":":
                    return isNamed && depth == 0 && i > from + 1 ? i : -1;
                case "(":
                    depth++;
                    continue;
                case ")":
                    depth--;
                    continue;
                case "." or "-":
                    continue;
            }

            bool isCapital = char.IsUpper(words.Text[words[i].Range.Start]);
            isNamed |= isCapital;
            if (depth == 0 && !isCapital && words[i].Pos is not (PartOfSpeech.Adp or PartOfSpeech.Cconj or PartOfSpeech.Det) || words[i].Pos == PartOfSpeech.Num)
                return -1;
        }

        return -1;
    }

    /// <summary>The colon behind "Q" or "Q (Odal Tribune)"; -1 for none.</summary>
    public int AskedEnd(int from, int end)
    {
        if (from + 1 >= end || !tree.IsForm(from, CueKind.Asked))
            return -1;
        int colon = from + 1;
        if (words.Form(colon) is "(")
        {
            while (colon < end && colon < from + LongestWide && words.Form(colon) is not ")")
                colon++;
            colon++;
        }

        return colon < end && words.Form(colon) is ":" ? colon : -1;
    }

    /// <summary>The head of the only name of a person in a label, else of the label.</summary>
    public int HeadOf(TextRange label, int from) =>
        places.OnlyPersonIn(label) is >= 0 and var named ? named : words.HeadOf(from, TokenPlaces.FirstFrom(words.Parsed, label.End) - 1);
}
