namespace Chancery.Training;

/// <summary>Draws sentences with their trees from a grammar.</summary>
internal sealed class SentenceMaker(SentenceGrammar grammar, NameStock names, Chance chance)
{
    private const float Lacking = 0.6f;
    private const int Longest = 70;
    private const int Deepest = 40;

    /// <summary>Fresh sentences of so many words in all, or a few more.</summary>
    public IEnumerable<GoldSentence> Draw(int words)
    {
        while (words > 0)
        {
            GoldSentence sentence = Next();
            words -= sentence.Words.Count;
            yield return sentence;
        }
    }

    public GoldSentence Next()
    {
        while (true)
        {
            var words = new List<Node>();
            int head = Expand(SentenceGrammar.Start, words, 0);
            if (head < 0 || words.Count > Longest)
                continue;
            words[head] = words[head] with { Relation = "root" };
            return Finish(words);
        }
    }

    /// <summary>Appends the words of a symbol and returns its head; -1 when it went too deep.</summary>
    private int Expand(string symbol, List<Node> words, int depth)
    {
        if (depth > Deepest || words.Count > Longest)
            return -1;
        if (symbol[0] == NameStock.Mark)
            return AddName(symbol, words);
        if (grammar.FormsOf(symbol) is not { } forms)
        {
            IReadOnlyList<GrammarWord> list = grammar.WordsOf(symbol);
            words.Add(new Node(list[chance.NextBelow(list.Count)], -1, ""));
            return words.Count - 1;
        }

        PhraseForm form = Choose(forms);
        var heads = new List<(int Word, string? Relation)>();
        foreach (PhrasePart part in form.Parts)
        {
            if (part.MayLack && chance.NextSingle() < Lacking)
                continue;
            PartChoice choice = part.Choices[chance.NextBelow(part.Choices.Length)];
            int word = Expand(choice.Symbol, words, depth + 1);
            if (word < 0)
                return -1;
            heads.Add((word, choice.Relation));
        }

        int head = heads.First(part => part.Relation is null).Word;
        foreach ((int word, string? relation) in heads)
        {
            if (relation is not null)
                words[word] = words[word] with { Head = head, Relation = relation };
        }

        return head;
    }

    private int AddName(string symbol, List<Node> words)
    {
        int first = words.Count;
        foreach (GrammarWord word in names.Draw(symbol))
            words.Add(new Node(word, words.Count == first ? -1 : first, words.Count == first ? "" : "flat"));
        return first;
    }

    private PhraseForm Choose(IReadOnlyList<PhraseForm> forms)
    {
        float draw = chance.NextSingle() * forms.Sum(form => form.Weight);
        foreach (PhraseForm form in forms)
        {
            draw -= form.Weight;
            if (draw < 0)
                return form;
        }

        return forms[^1];
    }

    /// <summary>Leaves out commas that stand before another mark, and gives the beginning, also of a quotation behind a colon, its capital and <c>a</c> its <c>n</c>.</summary>
    private static GoldSentence Finish(List<Node> nodes)
    {
        int[] places = new int[nodes.Count];
        int kept = 0;
        for (int i = 0; i < nodes.Count; i++)
            places[i] = IsSwallowed(nodes, i) ? -1 : kept++;
        var sentence = new GoldSentence();
        for (int i = 0; i < nodes.Count; i++)
        {
            if (places[i] < 0)
                continue;
            GrammarWord word = nodes[i].Word;
            string form = word.Form == "a" && i + 1 < nodes.Count && "aeiouAEIO".Contains(nodes[i + 1].Word.Form[0]) ? "an" : word.Form;
            bool opens = places[i] == 0 || (sentence.Words[^1].Tag == "``" && (places[i] == 1 || sentence.Words[^2].Form == ":"));
            sentence.Tokens.Add(new GoldToken(form, places[i], 1, true));
            sentence.Words.Add(new GoldWord(
                opens ? char.ToUpperInvariant(form[0]) + form[1..] : form,
                "_",
                word.Pos,
                word.Tag,
                word.Features,
                nodes[i].Head < 0 ? -1 : places[nodes[i].Head],
                nodes[i].Relation));
        }

        sentence.Text = string.Join(' ', sentence.Words.Select(word => word.Form));
        return sentence;
    }

    private static bool IsSwallowed(List<Node> nodes, int i) =>
        nodes[i].Word.Form == "," && (i == 0 || i + 1 == nodes.Count || nodes[i + 1].Word.Form is "," or "." or "?" or ";" or ":");

    private readonly record struct Node(GrammarWord Word, int Head, string Relation);
}
