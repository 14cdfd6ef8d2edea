using System.Collections.Immutable;
using System.Globalization;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Who said what: direct, indirect and mixed speech, and thoughts told as somebody's.</summary>
public static class Quotes
{
    /// <summary>Told words without marks and without a verb say something only from so many words on.</summary>
    private const int LeastWords = 5;

    /// <summary>All quotes of a document, in text order.</summary>
    /// <param name="tree">The parsed document.</param>
    /// <param name="mentions">Mentions of entities; they say whom a speaker's words mean.</param>
    /// <param name="language">Its cues and marks.</param>
    /// <param name="outlets">Through whom words may come.</param>
    /// <param name="problems">Takes what is wrong with marks and brackets.</param>
    public static ImmutableArray<Quote> Find(DocumentTree tree, ImmutableArray<EntityMention> mentions, Language language, Outlets outlets, List<Diagnostic> problems)
    {
        ParsedDocument parsed = tree.Parsed;
        var speechTree = new SpeechTree(tree, language.SpeechCues);
        var cues = new CueReader(speechTree, language.SpeechCues);
        var carriers = new Carriers(speechTree, cues, outlets);
        ImmutableArray<QuoteSpan> spans = QuoteSpans.Find(parsed, language, problems);
        Speech?[] direct = new DirectSpeech(speechTree, cues, carriers, spans).Find();
        List<Speech> told = Indirect(speechTree, cues, carriers, spans, direct);
        List<Speech> all = Join(told, direct, spans, tree);
        AddNested(new DirectSpeech(speechTree, cues, carriers, QuoteSpans.Within(spans, parsed, language)).Find(), all);
        Brackets.Tell(parsed, all, problems);
        TellForeignCues(all, problems);
        return Number(all, spans, new MentionPlaces(mentions), speechTree);
    }

    // Cues within an utterance are the speaker's own words and open no quotation here.
    private static List<Speech> Indirect(SpeechTree tree, CueReader cues, Carriers carriers, ImmutableArray<QuoteSpan> spans, Speech?[] direct)
    {
        var reader = new IndirectSpeech(tree, cues, carriers);
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
    private static List<Speech> Join(List<Speech> told, Speech?[] direct, ImmutableArray<QuoteSpan> spans, DocumentTree tree)
    {
        string text = tree.Text;
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
        kept.RemoveAll(speech => IsMereTarget(speech.Content, spans, tree));
        return WithoutInner(kept);
    }

    // "accused the miners": whom or what words aim at, and nothing of what they say.
    private static bool IsMereTarget(TextRange content, ImmutableArray<QuoteSpan> spans, DocumentTree tree)
    {
        int count = 0;
        for (int i = TokenPlaces.FirstFrom(tree.Parsed, content.Start); i < tree.Count && tree[i].Range.Start < content.End; i++)
        {
            if (tree[i].Pos is PartOfSpeech.Verb or PartOfSpeech.Aux || (tree[i].Pos != PartOfSpeech.Punct && ++count >= LeastWords))
                return false;
        }

        return QuoteForms.Of(content, spans, tree.Text) == QuoteForm.Indirect;
    }

    private static void TellForeignCues(List<Speech> all, List<Diagnostic> problems)
    {
        foreach (Speech speech in all)
        {
            if (speech is { IsForeignCue: true, Cue: { } cue })
                problems.Add(new(DiagnosticId.HalfTranslatedCue, Severity.Note, cue, "a word of saying that the translation left as it was"));
        }
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
            if (inner && !outer!.IsSource && !IsNested(speech, outer))
                continue;
            Speech told = inner ? speech with { Source = outer } : speech;
            kept.Add(told);
            open.Push(told);
        }

        return kept;
    }

    // What somebody quotes within his own words counts when he says whose it is.
    private static void AddNested(Speech?[] nested, List<Speech> all)
    {
        int at = 0, count = all.Count;
        foreach (Speech? speech in nested)
        {
            if (speech is not { Cue: not null, Speaker: not null })
                continue;
            while (at < count && all[at].Content.End < speech.Content.End)
                at++;
            if (at < count && all[at].Content.Contains(speech.Content) && all[at].Content != speech.Content)
                all.Add(speech with { Source = all[at] });
        }

        if (all.Count > count)
            all.Sort((a, b) => a.Content.CompareTo(b.Content));
    }

    // "The envoy said the king had promised that …": a saying in a saying, of somebody else.
    private static bool IsNested(Speech speech, Speech outer) =>
        speech is { IsTold: true, Speaker: { } speaker } && outer.IsTold && outer.Speaker is { } teller && speaker != teller;

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

    private static ImmutableArray<Quote> Number(List<Speech> all, ImmutableArray<QuoteSpan> spans, MentionPlaces mentions, SpeechTree tree)
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
                Form = QuoteForms.Of(speech.Content, spans, tree.Text),
                Speaker = speech.Speaker,
                SpeakerEntity = mentions.EntityOf(speech.SpeakerHead, speech.Speaker),
                Addressee = mentions.SideOf(speech.HearerHead),
                Cue = speech.Cue,
                Attribution = ChainOf(speech, mentions, tree),
                Stance = speech.Stance,
                Rule = new RuleId(speech.Rule),
            });
        }

        return quotes.ToImmutable();
    }

    /// <summary>Those on whose word a saying stands, outermost first.</summary>
    private static ImmutableArray<Attribution> ChainOf(Speech speech, MentionPlaces mentions, SpeechTree tree)
    {
        var chain = ImmutableArray.CreateBuilder<Attribution>();
        for (Speech? outer = speech.Source; outer is not null; outer = outer.Source)
        {
            int at = 0;
            foreach (int carrier in outer.Carriers)
                chain.Insert(at++, LinkOf(carrier, tree.NounPhrase(carrier)));
            if (outer.Speaker is { } source)
                chain.Insert(at++, LinkOf(outer.SpeakerHead, source));
            foreach (int cited in outer.Cited)
                chain.Insert(at++, LinkOf(cited, tree.NounPhrase(cited)));
        }

        foreach (int carrier in speech.Carriers)
            chain.Add(LinkOf(carrier, tree.NounPhrase(carrier)));
        return chain.ToImmutable();

        Attribution LinkOf(int head, TextRange words) => new(words.Of(tree.Text), mentions.EntityOf(head, words), Stance.Says);
    }
}
