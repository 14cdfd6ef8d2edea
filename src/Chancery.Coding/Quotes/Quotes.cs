using System.Collections.Immutable;
using System.Globalization;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Who said what: direct, indirect and mixed speech, and thoughts told as somebody's.</summary>
public static class Quotes
{
    /// <summary>All quotes of a document, in text order.</summary>
    /// <param name="tree">The parsed document.</param>
    /// <param name="mentions">Mentions of entities; they say whom a speaker's words mean.</param>
    /// <param name="language">Its cues and marks.</param>
    /// <param name="problems">Takes what is wrong with marks and brackets.</param>
    public static ImmutableArray<Quote> Find(DocumentTree tree, ImmutableArray<EntityMention> mentions, Language language, List<Diagnostic> problems)
    {
        ParsedDocument parsed = tree.Parsed;
        var speechTree = new SpeechTree(tree, language.SpeechCues);
        var cues = new CueReader(speechTree, language.SpeechCues);
        ImmutableArray<QuoteSpan> spans = QuoteSpans.Find(parsed, language, problems);
        Speech?[] direct = new DirectSpeech(speechTree, cues, spans).Find();
        List<Speech> told = Indirect(speechTree, cues, spans, direct);
        List<Speech> all = Join(told, direct, spans, parsed.Text);
        Brackets.Tell(parsed, all, problems);
        return Number(all, spans, new MentionPlaces(mentions), parsed);
    }

    // Cues within an utterance are the speaker's own words and open no quotation here.
    private static List<Speech> Indirect(SpeechTree tree, CueReader cues, ImmutableArray<QuoteSpan> spans, Speech?[] direct)
    {
        var reader = new IndirectSpeech(tree, cues);
        HashSet<int> used = [.. direct.Where(speech => speech is { Cue: not null }).Select(speech => speech!.CueToken)];
        var told = new List<Speech>();
        int next = 0;
        for (int token = 0; token < tree.Tree.Count; token++)
        {
            int at = tree.Tree[token].Range.Start;
            while (next < spans.Length && spans[next].Outer.End <= at)
                next++;
            bool inMarks = next < spans.Length && spans[next].Outer.Contains(at);
            if (inMarks || used.Contains(token) || cues.At(token) is not { } use)
                continue;
            told.AddRange(reader.Of(use).Where(speech => !speech.Content.IsEmpty));
        }

        return told;
    }

    // Where marks and clause overlap, the larger is the quote: a clause with words outside of the marks is a mixed one.
    private static List<Speech> Join(List<Speech> told, Speech?[] direct, ImmutableArray<QuoteSpan> spans, string text)
    {
        var kept = new List<Speech>(told.Count + direct.Length);
        var covered = new bool[spans.Length];
        int first = 0;
        told.Sort((a, b) => a.Content.CompareTo(b.Content));
        foreach (Speech found in told)
        {
            while (first < spans.Length && spans[first].Outer.End <= found.Content.Start)
                first++;
            Speech speech = found with { Content = WithMarks(found.Content, spans, direct, first, text) };
            Speech content = speech;
            bool dropped = false;
            for (int i = first; i < spans.Length && spans[i].Outer.Start < speech.Content.End; i++)
            {
                if (!spans[i].Outer.Overlaps(speech.Content))
                    continue;
                bool within = spans[i].Outer.Contains(speech.Content);
                if (direct[i] is not null && direct[i]!.Cue is not null)
                    dropped |= within;
                else if (within)
                    content = speech with { Content = spans[i].Inner };
                if (!dropped)
                    covered[i] = true;
            }

            if (!dropped)
                kept.Add(content);
        }

        for (int i = 0; i < spans.Length; i++)
        {
            if (direct[i] is { } speech && (!covered[i] || speech.Cue is not null))
                kept.Add(speech);
        }

        kept.Sort((a, b) => a.Content.CompareTo(b.Content));
        return WithoutInner(kept);
    }

    // What somebody says of somebody's saying is the outer one's; only a mere source ("according to the agency") gives way to the one it tells of.
    private static List<Speech> WithoutInner(List<Speech> sorted)
    {
        var kept = new List<Speech>(sorted.Count);
        var open = new Stack<Speech>();
        foreach (Speech speech in sorted)
        {
            while (open.Count > 0 && open.Peek().Content.End <= speech.Content.Start)
                open.Pop();
            Speech? outer = open.Count > 0 ? open.Peek() : null;
            bool inner = outer is not null && outer.Content != speech.Content && outer.Content.Contains(speech.Content)
                && speech.Cue is { } cue && outer.Content.Overlaps(cue);
            if (inner && !outer!.IsSource)
                continue;
            kept.Add(inner ? speech with { Source = outer } : speech);
            open.Push(speech);
        }

        return kept;
    }

    // Words in marks that a clause breaks off at belong to it: said the vote was "free and fair".
    private static TextRange WithMarks(TextRange content, ImmutableArray<QuoteSpan> spans, Speech?[] direct, int first, string text)
    {
        for (int i = first; i < spans.Length && spans[i].Outer.Start <= content.End + 1; i++)
        {
            TextRange outer = spans[i].Outer;
            if (direct[i]?.Cue is not null || outer.End <= content.End)
                continue;
            bool beside = outer.Start >= content.End && IsBlank(text, content.End, outer.Start);
            bool across = outer.Start > content.Start && outer.Start < content.End;
            if (beside || across)
                content = TextRange.FromBounds(content.Start, outer.End);
        }

        return content;
    }

    private static bool IsBlank(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (text[i] != ' ')
                return false;
        }

        return true;
    }

    private static ImmutableArray<Quote> Number(List<Speech> all, ImmutableArray<QuoteSpan> spans, MentionPlaces mentions, ParsedDocument parsed)
    {
        var quotes = ImmutableArray.CreateBuilder<Quote>(all.Count);
        var groups = new Dictionary<int, string>();
        TextRange last = default;
        foreach (Speech speech in all)
        {
            if (speech.Content == last)
                continue;
            last = speech.Content;
            string id = "q" + (quotes.Count + 1).ToString(CultureInfo.InvariantCulture);
            string group = id;
            if (speech.CueToken >= 0 && !groups.TryAdd(speech.CueToken, id))
                group = groups[speech.CueToken];
            quotes.Add(new Quote
            {
                Id = id,
                Group = group,
                Content = speech.Content,
                Form = QuoteForms.Of(speech.Content, spans, parsed.Text),
                Speaker = speech.Speaker,
                SpeakerEntity = mentions.EntityOf(speech.SpeakerHead, speech.Speaker),
                Addressee = mentions.SideOf(speech.HearerHead),
                Cue = speech.Cue,
                Attribution = speech.Source is { Speaker: { } source } outer
                    ? [new Attribution(source.Of(parsed.Text), mentions.EntityOf(outer.SpeakerHead, source), Stance.Says)]
                    : [],
                Stance = speech.Stance,
                Rule = new RuleId(speech.Rule),
            });
        }

        return quotes.ToImmutable();
    }
}
