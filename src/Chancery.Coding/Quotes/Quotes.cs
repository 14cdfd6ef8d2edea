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
    /// <param name="outlets">Through whom words may come.</param>
    /// <param name="problems">Takes what is wrong with marks and brackets.</param>
    public static ImmutableArray<Quote> Find(DocumentTree tree, MentionIndex mentions, Language language, Outlets outlets, List<Diagnostic> problems)
    {
        ParsedDocument parsed = tree.Parsed;
        var speechTree = new SpeechTree(tree, language.SpeechCues, language.Dates);
        var places = new MentionPlaces(mentions, speechTree);
        var cues = new CueReader(speechTree, language.SpeechCues, places);
        var carriers = new Carriers(speechTree, cues, outlets);
        ImmutableArray<QuoteSpan> spans = QuoteSpans.Find(parsed, language, problems);
        Speech?[] direct = new DirectSpeech(speechTree, cues, carriers, spans).Find();
        var toldOn = new ToldOn(speechTree, cues, places);
        List<Speech> told = Indirect(speechTree, cues, new IndirectSpeech(speechTree, cues, carriers, toldOn, new SpeakerBehind(speechTree, cues, places)), spans, direct, new SpeechBounds(speechTree, cues, language.Dates));
        new ColonSpeech(speechTree, cues, places).Add(told);
        new Tallies(speechTree, cues, places).Add(told, spans);
        new MarkedWords(speechTree, cues).Add(spans, direct, told);
        var joining = new QuoteJoining(tree, spans, new QuoteSieve(tree, spans, places, language.SpeechCues));
        joining.NameSpeakers(direct, told);
        List<Speech> all = joining.Join(told, direct);
        toldOn.Add(all);
        List<Speech> turns = new InterviewTurns(speechTree, cues, places).Find();
        if (turns.Count > 0)
        {
            // "He told me that they had left": what somebody else said to whoever speaks stands in his turn.
            List<Speech> within = [.. all.Where(static speech => speech is { IsTold: true, Speaker: not null, Cue: not null }).Select(speech => (Speech: speech, Turn: turns.Find(turn => turn.Content.Contains(speech.Content) && turn.Content.Contains(speech.Speaker!.Value)))).Where(static pair => pair.Turn is not null).Select(static pair => pair.Speech with { Source = pair.Turn })];
            all.RemoveAll(speech => turns.Exists(turn => turn.Content.Overlaps(speech.Content)));
            all.AddRange(turns);
            all.AddRange(within);
            all.Sort((a, b) => a.Content.CompareTo(b.Content));
        }

        QuoteJoining.AddNested(new DirectSpeech(speechTree, cues, carriers, QuoteSpans.Within(spans, parsed, language)).Find(), all);
        Brackets.Tell(parsed, all, problems);
        TellForeignCues(all, problems);
        return Number(all, spans, places, speechTree, cues);
    }

    // Cues within an utterance are the speaker's own words and open no quotation here.
    private static List<Speech> Indirect(SpeechTree tree, CueReader cues, IndirectSpeech reader, ImmutableArray<QuoteSpan> spans, Speech?[] direct, SpeechBounds bounds)
    {
        HashSet<int> used = [.. direct.Where(speech => speech is { Cue: not null }).Select(speech => speech!.CueToken)];
        var told = new List<Speech>();
        int next = 0;
        for (int token = 0; token < tree.Tree.Count; token++)
        {
            int at = tree.Tree[token].Range.Start;
            while (next < spans.Length && spans[next].Outer.End <= at)
                next++;
            bool inMarks = next < spans.Length && spans[next].Outer.Contains(at);
            if (inMarks || cues.At(token) is not { } use)
                continue;
            if (used.Contains(token))
            {
                if (ColonSpeech.Before(tree, token, direct) is { } clause)
                    told.AddRange(reader.Of(use).Where(speech => speech.Content.Overlaps(clause)).Select(speech => speech with { Content = clause }).Take(1));
                continue;
            }

            told.AddRange(reader.Of(use).Where(speech => !speech.Content.IsEmpty).Select(bounds.Narrow));
        }

        return told;
    }

    private static void TellForeignCues(List<Speech> all, List<Diagnostic> problems)
    {
        foreach (Speech speech in all)
        {
            if (speech is { IsForeignCue: true, Cue: { } cue })
                problems.Add(new(DiagnosticId.HalfTranslatedCue, Severity.Note, cue, "a word of saying that the translation left as it was"));
        }
    }

    private static ImmutableArray<Quote> Number(List<Speech> all, ImmutableArray<QuoteSpan> spans, MentionPlaces mentions, SpeechTree tree, CueReader cues)
    {
        var quotes = ImmutableArray.CreateBuilder<Quote>(all.Count);
        var groups = new Dictionary<int, string>();
        TextRange last = default;
        var speakers = new SpeakerEntities(mentions, new PaperHolders(tree, cues, mentions), tree.Tree);
        foreach (Speech speech in all)
        {
            if (speech.Content == last)
                continue;
            last = speech.Content;
            string id = "q" + (quotes.Count + 1).ToString(CultureInfo.InvariantCulture);
            string group = id;
            if (speech.CueToken >= 0 && !groups.TryAdd(speech.CueToken, id))
                group = groups[speech.CueToken];
            int? speaker = IsOfIssuer(speech, mentions) ? mentions.Issuer!.Side.Entity : speakers.Next(speech);
            quotes.Add(new Quote
            {
                Id = id,
                Group = group,
                Content = speech.Content,
                Form = speech.IsTurn ? QuoteForm.Direct : QuoteForms.Of(speech.Content, spans, tree.Text),
                Speaker = IsOfIssuer(speech, mentions) ? mentions.Issuer!.Side.Range : WithName(speech, mentions, tree.Tree),
                SpeakerEntity = speaker,
                Addressee = mentions.SideOf(speech.HearerHead),
                Cue = speech.Cue,
                Attribution = ChainOf(speech, speaker, mentions, tree),
                Stance = speech.Stance,
                Rule = new RuleId(speech.Rule),
            });
        }

        return quotes.ToImmutable();
    }

    // "It is demanded that …" in a release, an answer of nobody named at its briefing.
    private static bool IsOfIssuer(Speech speech, MentionPlaces mentions) => speech.SpeakerHead < 0 && mentions.Issuer is { } issuer && (issuer.Speaks(speech.CueToken) || speech is { IsTurn: true, Speaker: null });

    // A name that the parser tore is as long as its mention.
    private static TextRange? WithName(Speech speech, MentionPlaces mentions, DocumentTree tree) =>
        speech is { Speaker: { } words, SpeakerHead: >= 0 and var head } && mentions.WordsAt(head, tree[head].Range) is { IsEmpty: false } name && words.Overlaps(name) && !(speech.Cue is { } cue && cue.Overlaps(name)) ? words.Union(name) : speech.Speaker;

    /// <summary>Those on whose word a saying stands, outermost first.</summary>
    private static ImmutableArray<Attribution> ChainOf(Speech speech, int? speaker, MentionPlaces mentions, SpeechTree tree)
    {
        var chain = ImmutableArray.CreateBuilder<Attribution>();
        for (Speech? outer = speech.Source; outer is not null; outer = outer.Source)
        {
            int at = 0;
            foreach (int carrier in outer.Carriers)
                chain.Insert(at++, LinkOf(carrier, tree.NounPhrase(carrier)));

            // "She demanded the text that, she said, had been signed": nobody is her own source.
            if (outer.Speaker is { } source && LinkOf(outer.SpeakerHead, source) is var link && (speech.Class is null || speaker is null || link.Entity != speaker))
                chain.Insert(at++, link);
            foreach (int cited in outer.Cited)
                chain.Insert(at++, LinkOf(cited, tree.NounPhrase(cited)));
        }

        foreach (int carrier in speech.Carriers)
            chain.Add(LinkOf(carrier, tree.NounPhrase(carrier)));
        return chain.ToImmutable();

        Attribution LinkOf(int head, TextRange words) => new(words.Of(tree.Text), mentions.EntityOf(head, words), Stance.Says);
    }
}
