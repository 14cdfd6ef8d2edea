namespace Chancery.Training;

/// <summary>How many were right, of how many the system gave and the gold has.</summary>
public readonly record struct Score(int Correct, int System, int Gold)
{
    public double F1 => System + Gold == 0 ? 0 : 200.0 * Correct / (System + Gold);
}

/// <summary>The evaluation of the CoNLL 2018 shared task: words are aligned by their characters, labels compared over aligned words.</summary>
public sealed record Conll2018
{
    public required Score Tokens { get; init; }

    public required Score Sentences { get; init; }

    public required Score Words { get; init; }

    public required Score Upos { get; init; }

    public required Score Xpos { get; init; }

    public required Score Ufeats { get; init; }

    public required Score Lemmas { get; init; }

    public required Score Uas { get; init; }

    public required Score Las { get; init; }

    /// <summary>LAS over words that the gold does not tag as punctuation.</summary>
    public required Score LasWithoutPunctuation { get; init; }

    /// <summary>F1 of each relation, with its subtypes and of each subtype: right when head and relation are.</summary>
    public required IReadOnlyDictionary<string, Score> Relations { get; init; }

    /// <exception cref="ArgumentException">The two sides do not hold the same characters.</exception>
    public static Conll2018 Evaluate(EvaluatedText gold, EvaluatedText system)
    {
        if (gold.Characters != system.Characters)
            throw new ArgumentException("the characters of gold and system differ");
        List<(EvaluatedWord Gold, EvaluatedWord System)> aligned = Align(gold.Words, system.Words);
        var counterpart = new Dictionary<EvaluatedWord, EvaluatedWord>(ReferenceEqualityComparer.Instance);
        foreach ((EvaluatedWord goldWord, EvaluatedWord systemWord) in aligned)
            counterpart[systemWord] = goldWord;

        bool SameHead(EvaluatedWord g, EvaluatedWord s)
        {
            EvaluatedWord? goldHead = g.Head < 0 ? null : gold.Words[g.Head];
            if (s.Head < 0 || goldHead is null)
                return s.Head < 0 && goldHead is null;
            return counterpart.TryGetValue(system.Words[s.Head], out EvaluatedWord? head) && ReferenceEquals(head, goldHead);
        }

        Score Of(Func<EvaluatedWord, EvaluatedWord, bool> right) =>
            new(aligned.Count(pair => right(pair.Gold, pair.System)), system.Words.Count, gold.Words.Count);

        var relations = new SortedDictionary<string, Score>(StringComparer.Ordinal);
        foreach (string relation in gold.Words.SelectMany(word => new[] { word.Relation, word.Label }).Distinct())
        {
            bool Is(EvaluatedWord word) => relation.Contains(':') ? word.Label == relation : word.Relation == relation;
            relations[relation] = new Score(
                aligned.Count(pair => Is(pair.Gold) && Is(pair.System) && SameHead(pair.Gold, pair.System)),
                system.Words.Count(Is),
                gold.Words.Count(Is));
        }

        int punctuation = gold.Words.Count(word => word.Pos == "PUNCT");
        int systemPunctuation = aligned.Count(pair => pair.Gold.Pos == "PUNCT");
        return new Conll2018
        {
            Tokens = OfSpans(gold.Tokens, system.Tokens),
            Sentences = OfSpans(gold.Sentences, system.Sentences),
            Words = Of((_, _) => true),
            Upos = Of((g, s) => g.Pos == s.Pos),
            Xpos = Of((g, s) => g.Tag == s.Tag),
            Ufeats = Of((g, s) => g.Features == s.Features),
            Lemmas = Of((g, s) => g.Lemma == "_" || g.Lemma == s.Lemma),
            Uas = Of(SameHead),
            Las = Of((g, s) => g.Relation == s.Relation && SameHead(g, s)),
            LasWithoutPunctuation = new Score(
                aligned.Count(pair => pair.Gold.Pos != "PUNCT" && pair.Gold.Relation == pair.System.Relation && SameHead(pair.Gold, pair.System)),
                system.Words.Count - systemPunctuation,
                gold.Words.Count - punctuation),
            Relations = relations,
        };
    }

    private static Score OfSpans(List<(int Start, int End)> gold, List<(int Start, int End)> system)
    {
        var known = gold.ToHashSet();
        return new Score(system.Count(known.Contains), system.Count, gold.Count);
    }

    private static List<(EvaluatedWord Gold, EvaluatedWord System)> Align(List<EvaluatedWord> gold, List<EvaluatedWord> system)
    {
        var pairs = new List<(EvaluatedWord, EvaluatedWord)>();
        int g = 0, s = 0;
        while (g < gold.Count && s < system.Count)
        {
            if (gold[g].InMultiword || system[s].InMultiword)
            {
                (int goldFrom, int systemFrom, g, s) = MultiwordSpan(gold, system, g, s);
                AlignForms(gold, goldFrom, g, system, systemFrom, s, pairs);
            }
            else if (gold[g].Start == system[s].Start && gold[g].End == system[s].End)
            {
                pairs.Add((gold[g++], system[s++]));
            }
            else if (gold[g].Start <= system[s].Start)
            {
                g++;
            }
            else
            {
                s++;
            }
        }

        return pairs;
    }

    /// <summary>The words of both sides that a multiword token at this place, and those that overlap it, cover.</summary>
    private static (int GoldFrom, int SystemFrom, int GoldTo, int SystemTo) MultiwordSpan(List<EvaluatedWord> gold, List<EvaluatedWord> system, int g, int s)
    {
        int end;
        if (gold[g].InMultiword)
        {
            end = gold[g].End;
            if (!system[s].InMultiword && system[s].Start < gold[g].Start)
                s++;
        }
        else
        {
            end = system[s].End;
            if (!gold[g].InMultiword && gold[g].Start < system[s].Start)
                g++;
        }

        int goldFrom = g, systemFrom = s;
        while (true)
        {
            bool goldInside = g < gold.Count && (gold[g].InMultiword ? gold[g].Start < end : gold[g].End <= end);
            bool systemInside = s < system.Count && (system[s].InMultiword ? system[s].Start < end : system[s].End <= end);
            if (!goldInside && !systemInside)
                return (goldFrom, systemFrom, g, s);
            if (goldInside && (!systemInside || gold[g].Start <= system[s].Start))
            {
                if (gold[g].InMultiword && gold[g].End > end)
                    end = gold[g].End;
                g++;
            }
            else
            {
                if (system[s].InMultiword && system[s].End > end)
                    end = system[s].End;
                s++;
            }
        }
    }

    /// <summary>Pairs words by the longest common subsequence of their forms, case ignored.</summary>
    private static void AlignForms(List<EvaluatedWord> gold, int g, int goldTo, List<EvaluatedWord> system, int s, int systemTo, List<(EvaluatedWord, EvaluatedWord)> pairs)
    {
        int rows = goldTo - g, columns = systemTo - s;
        var length = new int[rows + 1, columns + 1];
        bool Same(int i, int j) => gold[g + i].Form.Equals(system[s + j].Form, StringComparison.OrdinalIgnoreCase);
        for (int i = rows - 1; i >= 0; i--)
        {
            for (int j = columns - 1; j >= 0; j--)
            {
                length[i, j] = Math.Max(length[i + 1, j], length[i, j + 1]);
                if (Same(i, j))
                    length[i, j] = Math.Max(length[i, j], length[i + 1, j + 1] + 1);
            }
        }

        int row = 0, column = 0;
        while (row < rows && column < columns)
        {
            if (Same(row, column))
                pairs.Add((gold[g + row++], system[s + column++]));
            else if (length[row, column] == length[row + 1, column])
                row++;
            else
                column++;
        }
    }
}
