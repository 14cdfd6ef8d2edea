using System.Collections.Concurrent;
using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Syntax;

/// <summary>The language engine of one language: text to sentences, words, tags, lemmas and dependency trees. Immutable; shared by all threads.</summary>
public sealed class Parser
{
    private const int LongestSentence = 200;
    private const int BatchWords = 300;
    private readonly SyntaxModel model;
    private readonly WritingRules rules;
    private readonly Network network;
    private readonly WordFeatures features;
    private readonly FrequentWords frequent;
    private readonly Labels labels;
    private readonly SentenceSplitter splitter;
    private readonly Tokenizer tokenizer;
    private readonly ConcurrentBag<Workspace> workspaces = [];

    internal Parser(SyntaxModel model, WritingRules rules)
    {
        this.model = model;
        this.rules = rules;
        features = new WordFeatures(model.Vocabulary, model.HashedRows);
        frequent = new FrequentWords(model.Vocabulary);
        network = new Network(model, FeaturesOf(frequent));
        labels = new Labels(model.Sets);
        splitter = new SentenceSplitter(rules);
        tokenizer = new Tokenizer(rules);
    }

    /// <summary>BCP 47.</summary>
    public string Language => model.Language;

    /// <param name="model">The bytes of a model file.</param>
    /// <param name="rules">How the language is written.</param>
    /// <exception cref="InvalidDataException">The bytes are no model or were damaged.</exception>
    public static Parser Load(byte[] model, WritingRules rules) => new(SyntaxModel.Read(model), rules);

    /// <summary>Parses title, headings, deck and paragraphs. Every character of these that is no white space lies in a token, but for paragraphs in another language, which are passed over. A dateline is a sentence of its own.</summary>
    public ParsedDocument Parse(Document document, List<Diagnostic> problems) => Parse(document, problems, CancellationToken.None);

    /// <summary>Parses a document unless told to stop.</summary>
    /// <exception cref="OperationCanceledException">It was told to.</exception>
    public ParsedDocument Parse(Document document, List<Diagnostic> problems, CancellationToken stop)
    {
        Workspace space = TakeWorkspace();
        List<Word> words = space.Words;
        List<Sentence> sentences = space.Sentences;
        words.Clear();
        sentences.Clear();
        if (document.TitleRange is { } title && !document.Body.Any(block => block.Range.Overlaps(title)))
            Divide(document.Text, title, -1, words, sentences, problems);
        for (int i = 0; i < document.Body.Length; i++)
        {
            if (document.Body[i].Language is not null)
                continue;
            TextRange block = document.Body[i].Range;
            if (document.Dateline is { Range: var dateline } && block.Contains(dateline) && dateline.End < block.End)
            {
                Divide(document.Text, TextRange.FromBounds(block.Start, dateline.End), i, words, sentences, problems);
                block = TextRange.FromBounds(dateline.End, block.End);
            }

            Divide(document.Text, block, i, words, sentences, problems);
        }

        if (document.TitleRange is not null)
            Order(words, sentences);
        var parsed = new ParsedDocument
        {
            Document = document,
            Sentences = [.. sentences],
            Tokens = Annotate(document.Text, words, sentences, space, stop),
        };
        workspaces.Add(space);
        return parsed;
    }

    private Workspace TakeWorkspace() => workspaces.TryTake(out Workspace? kept) ? kept : new Workspace();

    /// <summary>Analyses words that were divided before; sentences are theirs, in text order.</summary>
    internal ImmutableArray<Token> Annotate(string text, List<Word> words, List<Sentence> sentences) =>
        Annotate(text, words, sentences, TakeWorkspace(), CancellationToken.None);

    private ImmutableArray<Token> Annotate(string text, List<Word> words, List<Sentence> sentences, Workspace space, CancellationToken stop)
    {
        var tokens = new Token[words.Count];
        ReadOnlySpan<Word> all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words);
        int next = 0;
        while (next < sentences.Count)
        {
            stop.ThrowIfCancellationRequested();
            int first = next;
            space.Clear();
            while (next < sentences.Count && (next == first || space.WordCount + sentences[next].TokenCount <= BatchWords))
            {
                Sentence sentence = sentences[next++];
                ReadFeatures(text, all.Slice(sentence.FirstToken, sentence.TokenCount), space);
            }

            network.Run(space);
            for (int s = first; s < next; s++)
                Fill(text, all, sentences[s], space, space.Starts[s - first], tokens);
        }

        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(tokens);
    }

    private int[] FeaturesOf(FrequentWords words)
    {
        string[] forms = [.. words.Forms];
        var rows = new int[forms.Length * WordFeatures.Count];
        for (int i = 0; i < forms.Length; i++)
            features.Read(forms[i], CaseMode.Running, 0, rows.AsSpan(i * WordFeatures.Count, WordFeatures.Count));
        return rows;
    }

    private void ReadFeatures(string text, ReadOnlySpan<Word> words, Workspace space)
    {
        CaseMode mode = WordFeatures.ModeOf(text, words);
        foreach (Word word in words)
        {
            ReadOnlySpan<char> form = word.FormIn(text);
            int place = frequent.PlaceOf(form, mode);
            if (place >= 0)
                space.AddFrequent(place);
            else
                features.Read(form, mode, 0, space.AddRare());
        }

        space.EndSentence();
    }

    private void Fill(string text, ReadOnlySpan<Word> words, Sentence sentence, Workspace space, int start, Token[] tokens)
    {
        for (int i = 0; i < sentence.TokenCount; i++)
        {
            Word word = words[sentence.FirstToken + i];
            int at = start + i;
            int pos = space.Pos[at];
            int tag = space.Tag[at];
            int featureSet = space.FeatureSet[at];
            int relation = space.Head[at] < 0 ? labels.Root : labels.NotRoot(space, at);
            ReadOnlySpan<char> form = word.FormIn(text);
            tokens[sentence.FirstToken + i] = new Token
            {
                Range = word.Range,
                Form = word.Form,
                Lemma = LemmaOf(form, pos, model.Sets.LemmaTag(pos, tag, featureSet), space.Lemmas),
                Pos = labels.Pos[pos],
                Tag = model.Sets.Tags[tag],
                Features = labels.Features[featureSet],
                Morphology = labels.Morphology[featureSet],
                Relation = labels.Relations[relation],
                RelationLabel = model.Sets.Relations[relation],
                Head = space.Head[at] < 0 ? -1 : sentence.FirstToken + space.Head[at],
            };
        }
    }

    /// <summary>Known forms first, then irregular ones, then what the last letters tell; addresses stay as they are.</summary>
    private string LemmaOf(ReadOnlySpan<char> form, int pos, int tag, StringPool pool)
    {
        if (form.Length > 4 && (form.Contains('@') || form.Contains("://", StringComparison.Ordinal)))
            return pool[form];
        if (model.Lemmas.OfForm(form, tag) is { } known)
            return known.Apply(form, pool);
        return rules.IrregularLemma(model.Sets.Pos[pos], form) ?? model.Lemmas.OfEnd(form, tag).Apply(form, pool);
    }

    private void Divide(string text, TextRange range, int block, List<Word> words, List<Sentence> sentences, List<Diagnostic> problems)
    {
        foreach (TextRange sentence in splitter.Split(text, range))
        {
            int first = words.Count;
            tokenizer.Tokenize(text, sentence, words);
            int count = words.Count - first;
            if (count == 0)
                continue;
            if (count <= LongestSentence)
            {
                sentences.Add(new Sentence(sentence, first, count, block));
                continue;
            }

            problems.Add(new Diagnostic(DiagnosticId.OverlongSentence, Severity.Note, sentence, $"a sentence of {count} words was analysed in parts of at most {LongestSentence}"));
            Cut(text, block, words, first, sentences);
        }
    }

    /// <summary>Cuts an overlong sentence after the last comma, colon or semicolon of each part, or where the part is full.</summary>
    private static void Cut(string text, int block, List<Word> words, int first, List<Sentence> sentences)
    {
        while (first < words.Count)
        {
            int end = Math.Min(words.Count, first + LongestSentence);
            if (end < words.Count)
            {
                for (int i = end; i > first + (LongestSentence / 2); i--)
                {
                    if (text[words[i - 1].Range.End - 1] is ',' or ';' or ':' && !words[i].Joined)
                    {
                        end = i;
                        break;
                    }
                }

                while (end < words.Count && end > first + 1 && words[end].Joined)
                    end--;
            }

            sentences.Add(new Sentence(TextRange.FromBounds(words[first].Range.Start, words[end - 1].Range.End), first, end - first, block));
            first = end;
        }
    }

    /// <summary>Puts a title that stands amid the text in its place.</summary>
    private static void Order(List<Word> words, List<Sentence> sentences)
    {
        var sorted = sentences.OrderBy(sentence => sentence.Range.Start).ToList();
        if (sorted.SequenceEqual(sentences))
            return;
        var moved = new List<Word>(words.Count);
        sentences.Clear();
        foreach (Sentence sentence in sorted)
        {
            sentences.Add(sentence with { FirstToken = moved.Count });
            moved.AddRange(words.GetRange(sentence.FirstToken, sentence.TokenCount));
        }

        words.Clear();
        words.AddRange(moved);
    }
}
