using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Makes one list of what stands in marks and what is told without them.</summary>
internal sealed class QuoteJoining(DocumentTree tree, ImmutableArray<QuoteSpan> spans, QuoteSieve sieve)
{
    private const int LongestPhrase = 40;

    /// <summary>Between a clause and marks that go on with it: ") and ".</summary>
    private const int LongestJoint = 8;

    /// <summary>Fewer words in marks within the writer's sentence are a name or a doubtful word.</summary>
    private const int LeastPhrase = 4;

    /// <summary>All that is kept, in text order. Where marks and clause overlap, the larger is the quote: a clause with words outside of the marks is a mixed one.</summary>
    public List<Speech> Join(List<Speech> told, Speech?[] direct)
    {
        var kept = new List<Speech>(told.Count + direct.Length);
        var covered = new bool[spans.Length];
        int first = 0;
        told.Sort((a, b) => a.Content.CompareTo(b.Content));
        var cuesOfMarks = new HashSet<TextRange>(direct.Where(speech => speech?.Cue is not null).Select(speech => speech!.Cue!.Value));
        foreach (Speech found in told)
        {
            // "posted a note saying: '…'": what is said stands in the marks.
            if (!found.IsClause && cuesOfMarks.Any(cue => found.Content.Contains(cue)))
                continue;
            while (first < spans.Length && spans[first].Outer.End <= found.Content.Start)
                first++;
            Speech speech = WithoutTopic(found with { Content = WithMarks(BehindPhrase(found, direct, first), direct, first) }, first);
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

        EndBeforeTellers(kept);
        kept.Sort((a, b) => a.Content.CompareTo(b.Content));
        kept.RemoveAll(speech => !sieve.Holds(speech));
        return WithoutInner(kept);
    }

    /// <summary>An utterance that nobody is named for goes on with the one who was told to say something in the sentence right before it: She said the road was safe. "We checked it twice."</summary>
    public void NameSpeakers(Speech?[] direct, List<Speech> told)
    {
        for (int i = 0; i < direct.Length; i++)
        {
            Speech? own = direct[i] ?? (IsPhrase(spans[i], told) ? new Speech { Content = spans[i].Inner, SpeakerHead = -1, CueToken = -1, Rule = "quote.direct.after-telling" } : null);
            if (own is not { Cue: null, Speaker: null } alone || (i > 0 && spans[i - 1].Block == spans[i].Block && direct[i - 1] is { Cue: not null } && spans[i - 1].Outer.End > SentenceBefore(spans[i]).Start))
                continue;
            TextRange before = SentenceBefore(spans[i], direct[i] is null);
            Speech? teller = null;
            foreach (Speech speech in told)
            {
                bool tells = speech is { IsTold: true, Speaker: not null, Cue: { } cue } && before.Contains(cue);
                if (tells && teller is not null && teller.Speaker != speech.Speaker)
                {
                    teller = null;
                    break;
                }

                teller = tells ? speech : teller;
            }

            if (teller is not null)
                direct[i] = alone with { Speaker = teller.Speaker, SpeakerHead = teller.SpeakerHead, Rule = "quote.direct.after-telling" };
        }
    }

    // "The king will mediate, the envoy said. His task would be 'to listen, not to decide'.": some words to the end of a sentence in which nobody else speaks.
    private bool IsPhrase(QuoteSpan span, List<Speech> told)
    {
        int from = TokenPlaces.FirstFrom(tree.Parsed, span.Inner.Start), to = TokenPlaces.FirstFrom(tree.Parsed, span.Inner.End);
        if (span.Single || to - from < LeastPhrase || !char.IsLower(tree.Text[span.Inner.Start]) || !EndsSentence(span.Outer.End))
            return false;
        bool hasVerb = false;
        for (int i = from; i < to; i++)
            hasVerb |= tree[i].Pos is PartOfSpeech.Verb or PartOfSpeech.Aux;
        TextRange sentence = tree.Parsed.Sentences[tree.SentenceOf(from)].Range;
        return hasVerb && !told.Exists(speech => speech.Content.Overlaps(sentence) || speech.Cue is { } cue && sentence.Contains(cue));
    }

    // The sentence that ends before a quotation, in its paragraph; empty where the quotation opens the paragraph.
    private TextRange SentenceBefore(QuoteSpan span, bool isPhrase = false)
    {
        int token = TokenPlaces.FirstFrom(tree.Parsed, span.Outer.Start) - 1;
        if (isPhrase)
            token = tree.Parsed.Sentences[tree.SentenceOf(token + 1)].FirstToken - 1;
        if (token < 0)
            return default;
        TextRange sentence = tree.Parsed.Sentences[tree.SentenceOf(token)].Range;
        return sentence.Start >= tree.Parsed.Document.Body[span.Block].Range.Start && sentence.End <= span.Outer.Start ? sentence : default;
    }

    // "The mayor praised the work of the crews, the agency said on Monday": what she praised ends before the one who tells of it.
    private static void EndBeforeTellers(List<Speech> kept)
    {
        for (int i = 0; i < kept.Count; i++)
        {
            if (kept[i] is not { Cue: { } cue, Content: var content })
                continue;
            for (int j = 0; j < kept.Count; j++)
            {
                if (kept[j] is { IsClause: true, IsObject: false, Cue: { } told } teller && content.Contains(told) && teller.Content.Contains(cue) && teller.Content.End > content.Start && teller.Content.End < content.End)
                    kept[i] = kept[i] with { Content = TextRange.FromBounds(content.Start, teller.Content.End) };
            }
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

    /// <summary>Adds what somebody quotes within his own words, when he says whose it is.</summary>
    public static void AddNested(Speech?[] nested, List<Speech> all)
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
        speech is { IsClause: true, IsObject: false, Class: SpeechClasses.Speech or SpeechClasses.Stance, Speaker: { } speaker } && outer.IsTold && outer.Speaker is { } teller && speaker != teller;

    // Words in marks that a clause breaks off at belong to it: said the vote was "free and fair".
    private TextRange WithMarks(TextRange content, Speech?[] direct, int first)
    {
        string text = tree.Text;
        for (int i = first; i < spans.Length && spans[i].Outer.Start <= content.End + LongestJoint; i++)
        {
            TextRange outer = spans[i].Outer;
            if (outer.Start < content.Start && outer.End > content.Start && outer.End < content.End && direct[i]?.Cue is null)
                content = TextRange.FromBounds(outer.Start, content.End);
            if (outer.Start > content.Start && outer.Start < content.End && spans[i].Inner.End - content.End is >= 0 and <= 1)
                content = TextRange.FromBounds(content.Start, outer.End);
            if (direct[i]?.Cue is not null || outer.End <= content.End)
                continue;
            bool beside = outer.Start >= content.End && (IsBlank(text, content.End, outer.Start) || (direct[i] is null && text[content.End] == ',' && char.IsLower(text[spans[i].Inner.Start]) && IsBlank(text, content.End + 1, outer.Start))) && !(text[content.End - 1] is '.' && char.IsUpper(text[spans[i].Inner.Start]));
            // "said the pilots had erred and 'nobody is perfect'.": a second clause that stands in marks to the end.
            beside |= outer.Start > content.End && EndsSentence(outer.End) && IsJoint(content.End, outer.Start);
            bool across = outer.Start > content.Start && outer.Start < content.End;
            if (beside || across)
                content = TextRange.FromBounds(content.Start, outer.End);
        }

        return content;
    }

    private bool IsJoint(int from, int to)
    {
        int joints = 0;
        for (int i = TokenPlaces.FirstFrom(tree.Parsed, from); i < tree.Count && tree[i].Range.Start < to; i++)
        {
            if (tree[i].Pos is not (PartOfSpeech.Punct or PartOfSpeech.Cconj))
                return false;
            joints += tree[i].Pos == PartOfSpeech.Cconj ? 1 : 0;
        }

        return joints == 1;
    }

    private bool EndsSentence(int end)
    {
        int next = TokenPlaces.FirstFrom(tree.Parsed, end);
        return next >= tree.Count || tree.Text[tree[next].Range.Start] == '.' || tree.SentenceOf(next) != tree.SentenceOf(next - 1);
    }

    // "called the vote in the chamber 'an act of courage'": the marks belong to the object though a phrase stands between.
    private TextRange BehindPhrase(Speech speech, Speech?[] direct, int first)
    {
        if (speech is not { IsObject: true, Class: SpeechClasses.Stance })
            return speech.Content;
        for (int i = first; i < spans.Length && spans[i].Outer.Start <= speech.Content.End + LongestPhrase; i++)
        {
            if (spans[i].Outer.Start <= speech.Content.End + 1 || direct[i]?.Cue is not null || spans[i].Single)
                continue;
            int from = TokenPlaces.FirstFrom(tree.Parsed, speech.Content.End), to = TokenPlaces.FirstFrom(tree.Parsed, spans[i].Outer.Start);
            for (int at = from; at < to; at++)
            {
                if (tree[at].Pos is not (PartOfSpeech.Adp or PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn))
                    return speech.Content;
            }

            return from < to && tree[from].Pos == PartOfSpeech.Adp && tree[to - 1].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn ? TextRange.FromBounds(speech.Content.Start, spans[i].Outer.End) : speech.Content;
        }

        return speech.Content;
    }

    // "described the raid as 'an act of war'": of a thing and what it is called the words in marks are the speaker's.
    private Speech WithoutTopic(Speech speech, int first)
    {
        if (speech is not { IsClause: true, IsObject: true, Class: SpeechClasses.Stance })
            return speech;
        QuoteSpan? only = null;
        for (int i = first; i < spans.Length && spans[i].Outer.Start < speech.Content.End; i++)
        {
            if (!spans[i].Outer.Overlaps(speech.Content))
                continue;
            if (only is not null)
                return speech;
            only = spans[i];
        }

        return only is { } marked && marked.Outer.Start > speech.Content.Start && marked.Outer.End >= speech.Content.End ? speech with { Content = marked.Inner } : speech;
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
}
