using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Reads printed conversations: paragraphs that open with who speaks and a colon, a name in full first and its initials from then on; or with the initials alone of somebody whom the report names.</summary>
internal sealed class InterviewTurns(SpeechTree tree, CueReader cues, MentionPlaces places)
{
    private const int LeastTurns = 3;
    private const int LongestLabel = 5;

    /// <summary>How many paragraphs with a dash at their head are a conversation and no list.</summary>
    private const int LeastDashes = 6;

    private readonly TurnLabels labels = new(tree, cues, places);

    /// <summary>The turns, in text order; empty for a text that is no conversation.</summary>
    public List<Speech> Find()
    {
        DocumentTree words = tree.Tree;
        Document document = words.Parsed.Document;
        var turns = new List<(TextRange Label, int From, TextRange Said)>();
        bool isRecord = IsRecord();
        for (int block = 0; block < document.Body.Length; block++)
        {
            TextRange paragraph = document.Body[block].Range;
            int from = TokenPlaces.FirstFrom(words.Parsed, paragraph.Start);
            if (document.Body[block].Kind == BlockKind.Paragraph && (labels.End(from, paragraph) is > 0 and var narrow ? narrow : isRecord ? labels.WideEnd(from, paragraph) : -1) is > 0 and var colon && TokenPlaces.FirstFrom(words.Parsed, paragraph.End) is var end && end > colon + 2)
                turns.Add((tree.RangeOf(from, colon - 1), from, TextRange.FromBounds(words[colon + 1].Range.Start, words[end - 1].Range.End)));
        }

        if (turns.Count < LeastTurns)
            return ByInitials() is { Count: > 0 } initialled ? initialled : ByAnswers() is { Count: > 0 } answered ? answered : ByDashes();
        var heads = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((TextRange label, int from, _) in turns)
        {
            string name = label.Of(words.Text);
            int head = labels.HeadOf(label, from);
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

    // The record of a parliament, a briefing: labels with honorifics, offices or seats, of which some name the same person again.
    private bool IsRecord()
    {
        var named = new HashSet<int>();
        bool again = false;
        foreach (Model.Block block in tree.Tree.Parsed.Document.Body)
        {
            int from = TokenPlaces.FirstFrom(tree.Tree.Parsed, block.Range.Start);
            if (block.Kind == BlockKind.Paragraph && labels.WideEnd(from, block.Range) is > 0 and var colon && places.EntityAt(labels.HeadOf(tree.RangeOf(from, colon - 1), from)) is { } who && places.IsPersonal(who))
                again |= !named.Add(who);
        }

        return again && named.Count > 1;
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
            asked += block.Kind == BlockKind.Paragraph && labels.AskedEnd(from, end) > 0 ? 1 : 0;
            if (block.Kind != BlockKind.Paragraph || end - from < LeastTurns || words.Form(from + 1) is not ":" || !char.IsUpper(words.Text[words[from].Range.Start]))
                continue;
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

    // "- Will you go?", "- I shall.": a dash opens each turn; every other one is that of the only person whom the head of the report names.
    private List<Speech> ByDashes()
    {
        DocumentTree words = tree.Tree;
        var paragraphs = new List<TextRange>();
        int speaker = -1;
        foreach (Model.Block block in words.Parsed.Document.Body)
        {
            bool isTurn = block.Kind == BlockKind.Paragraph && block.Range.Of(words.Text) is ['-' or '–' or '—', ' ', ..];
            if (isTurn)
                paragraphs.Add(block.Range);
            else if (paragraphs.Count > 0)
                return [];
            else if (speaker == -1)
                speaker = places.OnlyPersonIn(block.Range);
        }

        if (paragraphs.Count < LeastDashes || speaker < 0 || 2 * Asking(paragraphs, 0) < paragraphs.Count / 2 || Asking(paragraphs, 1) >= Asking(paragraphs, 0))
            return [];
        return
        [
            .. paragraphs.Where(static (_, i) => i % 2 == 1).Select(paragraph => new Speech
            {
                Content = TextRange.FromBounds(words[TokenPlaces.FirstFrom(words.Parsed, paragraph.Start) + 1].Range.Start, paragraph.End),
                Speaker = tree.NounPhrase(speaker),
                SpeakerHead = speaker,
                IsTurn = true,
                Rule = "quote.direct.turn",
            }),
        ];
    }

    // How many of every other paragraph end as a question.
    private int Asking(List<TextRange> paragraphs, int first) =>
        paragraphs.Where((paragraph, i) => i % 2 == first && tree.Tree.Text[paragraph.End - 1] == '?').Count();
}
