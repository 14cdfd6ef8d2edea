using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Reads printed conversations: paragraphs that open with who speaks and a colon, a name in full first and its initials from then on; or with the initials alone of somebody whom the report names.</summary>
internal sealed class InterviewTurns(SpeechTree tree, CueReader cues, MentionPlaces places)
{
    private const int LeastTurns = 3;
    private const int LongestLabel = 5;

    /// <summary>The turns, in text order; empty for a text that is no conversation.</summary>
    public List<Speech> Find()
    {
        DocumentTree words = tree.Tree;
        Document document = words.Parsed.Document;
        var turns = new List<(TextRange Label, int From, TextRange Said)>();
        for (int block = 0; block < document.Body.Length; block++)
        {
            TextRange paragraph = document.Body[block].Range;
            int from = TokenPlaces.FirstFrom(words.Parsed, paragraph.Start);
            if (document.Body[block].Kind == BlockKind.Paragraph && LabelEnd(from, paragraph) is > 0 and var colon && TokenPlaces.FirstFrom(words.Parsed, paragraph.End) is var end && end > colon + 2)
                turns.Add((tree.RangeOf(from, colon - 1), from, TextRange.FromBounds(words[colon + 1].Range.Start, words[end - 1].Range.End)));
        }

        if (turns.Count < LeastTurns)
            return ByInitials() is { Count: > 0 } initialled ? initialled : ByAnswers();
        var heads = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((TextRange label, int from, _) in turns)
        {
            string name = label.Of(words.Text);
            int head = words.HeadOf(from, TokenPlaces.FirstFrom(words.Parsed, label.End) - 1);
            if (!heads.TryAdd(name, head))
                continue;
            string initials = string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part[0]));
            if (initials.Length > 1)
                heads.TryAdd(initials, head);
        }

        return
        [
            .. turns.Select(turn => new Speech
            {
                Content = turn.Said,
                Speaker = turn.Label,
                SpeakerHead = heads[turn.Label.Of(words.Text)],
                IsTurn = true,
                Rule = "quote.direct.turn",
            }),
        ];
    }

    // "MS We did not expect it.": paragraph by paragraph behind the initials of a person of the report.
    private List<Speech> ByInitials()
    {
        DocumentTree words = tree.Tree;
        var turns = new List<Speech>();
        foreach (Model.Block block in words.Parsed.Document.Body)
        {
            int from = TokenPlaces.FirstFrom(words.Parsed, block.Range.Start), end = TokenPlaces.FirstFrom(words.Parsed, block.Range.End);
            if (block.Kind != BlockKind.Paragraph || end - from < LongestLabel || words[from].Range.Length is < 2 or > 3 || places.NamedBy(words.Form(from), words.Text) is not (>= 0 and var head))
                continue;

            // "US officials said": letters that mean a state or a body, before the noun that they describe, are no label.
            if (places.Knows(from) || !char.IsUpper(words.Text[words[from + 1].Range.Start]))
                return [];
            turns.Add(new Speech
            {
                Content = TextRange.FromBounds(words[from + 1].Range.Start, words[end - 1].Range.End),
                Speaker = words[from].Range,
                SpeakerHead = head,
                IsTurn = true,
                Rule = "quote.direct.turn",
            });
        }

        return turns.Count >= LeastTurns && turns.TrueForAll(turn => turn.SpeakerHead == turns[0].SpeakerHead) ? turns : [];
    }

    // "Question: …", "Answer: …": what stands behind "answer" is said by the only person whom the first paragraph with a name before the questions names.
    private List<Speech> ByAnswers()
    {
        DocumentTree words = tree.Tree;
        var turns = new List<Speech>();
        int asked = 0;
        int speaker = -1;
        foreach (Model.Block block in words.Parsed.Document.Body)
        {
            int from = TokenPlaces.FirstFrom(words.Parsed, block.Range.Start), end = TokenPlaces.FirstFrom(words.Parsed, block.Range.End);
            if (asked == 0 && speaker == -1 && turns.Count == 0 && block.Kind == BlockKind.Paragraph && !(from + 1 < end && words.Form(from + 1) is ":"))
                speaker = places.OnlyPersonIn(block.Range);
            if (block.Kind != BlockKind.Paragraph || end - from < LeastTurns || words.Form(from + 1) is not ":" || !char.IsUpper(words.Text[words[from].Range.Start]))
                continue;
            asked += tree.IsForm(from, CueKind.Asked) ? 1 : 0;
            if (asked > 0 && tree.IsForm(from, CueKind.Answered))
            {
                turns.Add(new Speech
                {
                    Content = TextRange.FromBounds(words[from + 2].Range.Start, words[end - 1].Range.End),
                    Speaker = speaker >= 0 ? tree.NounPhrase(speaker) : null,
                    SpeakerHead = Math.Max(speaker, -1),
                    IsTurn = true,
                    Rule = "quote.direct.turn",
                });
            }
        }

        return asked > 1 && turns.Count > 1 ? turns : [];
    }

    // The colon behind a name; nothing else may open a turn ("Source:", a time, a headline's first words).
    private int LabelEnd(int from, TextRange paragraph)
    {
        DocumentTree words = tree.Tree;
        int names = 0;
        for (int i = from; i < words.Count && i <= from + LongestLabel && words[i].Range.Start < paragraph.End; i++)
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
}
